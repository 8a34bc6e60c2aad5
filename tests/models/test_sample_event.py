from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from osgeo import gdal, ogr
from scarp.models.sample_event import main, sample_event, write_sample_event

COUNT = 16


@pytest.fixture(scope="module")
def event():
    return sample_event(width=256, height=192, resolution_m=2.0, landslides=COUNT, seed=5)


@pytest.fixture(scope="module")
def files(event, tmp_path_factory):
    return write_sample_event(event, tmp_path_factory.mktemp("event"))


def pieces(mask, connectedness):
    """Count the connected pieces of a mask."""
    raster = gdal.GetDriverByName("MEM").Create("", mask.shape[1], mask.shape[0], 1)
    raster.GetRasterBand(1).WriteArray(mask.astype(np.uint8))
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("pieces")
    band = raster.GetRasterBand(1)
    gdal.Polygonize(band, band, layer, -1, ["8CONNECTED=8"] if connectedness == 8 else [])
    return layer.GetFeatureCount()


def test_shapes_and_types(event):
    assert (event.dem.shape, event.dem.dtype) == ((192, 256), np.float32)
    assert (event.pre.shape, event.pre.dtype) == ((3, 192, 256), np.uint8)
    assert (event.post.shape, event.post.dtype) == ((3, 192, 256), np.uint8)
    assert (event.valid.shape, event.valid.dtype) == ((192, 256), bool)
    assert (event.landslides.shape, event.landslides.dtype) == ((192, 256), np.int32)
    assert (event.scars.shape, event.scars.dtype, event.scars.max()) == ((192, 256), np.int32, 3 + COUNT // 12)
    assert event.geotransform[1] == -event.geotransform[5] == event.resolution_m == 2.0


def test_same_seed_same_event(event):
    again = sample_event(width=256, height=192, resolution_m=2.0, landslides=COUNT, seed=5)
    other = sample_event(width=256, height=192, resolution_m=2.0, landslides=COUNT, seed=6)
    for field in dataclasses.fields(event):
        np.testing.assert_array_equal(getattr(event, field.name), getattr(again, field.name))
    assert (event.post != other.post).mean() > 0.5
    assert (event.landslides != other.landslides).any()


def test_numbers_run_from_one_to_count(event):
    assert np.unique(event.landslides).tolist() == list(range(COUNT + 1))
    assert np.bincount(event.landslides.ravel())[1:].min() >= 6


@pytest.mark.parametrize(
    ("size", "resolution_m", "count"), [(64, 0.5, 3), (64, 12.0, 5), (128, 1.0, 8), (128, 10.0, 20)]
)
def test_small_scenes_at_every_resolution(size, resolution_m, count):
    small = sample_event(size, size, resolution_m, count, seed=3)
    assert small.landslides.max() == count
    assert 0.002 < (small.landslides > 0).mean() < 0.25


def test_a_few_large_ones_hold_most_of_the_area():
    areas = np.sort(np.bincount(sample_event(384, 384, 4.0, 100, seed=2).landslides.ravel())[1:])[::-1]
    assert areas.size == 100
    assert areas[:20].sum() > 0.45 * areas.sum()
    assert areas[0] > 8 * np.median(areas)


def test_separate_landslides_keep_their_distance():
    separate = sample_event(192, 192, 2.0, 60, seed=4, overlap=False).landslides
    assert separate.max() == pieces(separate > 0, 8) == 60
    # Two pixels of gap: no other number within two pixels, in rows, columns or diagonally.
    for dy in range(3):
        for dx in range(-2, 3):
            a = separate[dy:, max(0, dx) : 192 + min(0, dx)]
            b = separate[: 192 - dy, max(0, -dx) : 192 + min(0, -dx)]
            assert not ((a > 0) & (b > 0) & (a != b)).any()


def test_landslides_may_run_into_one_another():
    touching = sample_event(192, 192, 2.0, 60, seed=4).landslides
    assert touching.max() == 60
    assert pieces(touching > 0, 8) < 55


def test_every_landslide_is_one_piece(event):
    assert [pieces(event.landslides == number, 4) for number in range(1, COUNT + 1)] == [1] * COUNT


def test_images_are_zero_exactly_beyond_the_swath(event):
    assert 0.01 < (~event.valid).mean() < 0.15
    for image in (event.pre, event.post):
        np.testing.assert_array_equal(image.min(0) > 0, event.valid)
        np.testing.assert_array_equal(image.max(0) > 0, event.valid)
    assert not event.landslides[~event.valid].any()
    # The swath's edge is slanted: it crosses the columns.
    assert np.unique(event.valid.sum(1)).size > 10


def test_the_event_changed_the_landslides_and_little_else(event):
    change = np.abs(event.post.astype(float) - event.pre).mean(0)
    inside = event.landslides > 0
    assert change[inside].mean() > 2.5 * change[event.valid & ~inside].mean()


def test_landslides_are_fresh_soil_in_green_hills(event):
    red, green, _ = event.post.astype(float)
    inside = event.landslides > 0
    hills = event.valid & ~inside
    assert (red - green)[inside].mean() > 5
    assert (red - green)[hills].mean() < -5
    assert (event.pre[0].astype(float) - event.pre[1])[inside].mean() < 0


def test_something_else_is_bare_too(event):
    red, green, _ = event.post.astype(float)
    bare = (red > green + 5) & event.valid
    assert (bare & (event.landslides == 0)).sum() > 0.2 * (event.landslides > 0).sum()


def test_polygons_have_the_area_of_their_pixels(event, files):
    source = ogr.Open(str(files.landslides))
    layer = source.GetLayerByName("landslides")
    areas = {feature["id"]: feature.GetGeometryRef().GetArea() for feature in layer}
    assert layer.GetFeatureCount() == len(areas) == COUNT
    pixels = np.bincount(event.landslides.ravel())
    for number, area in areas.items():
        assert area == pytest.approx(pixels[number] * 4.0, rel=1e-9)
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "32654"


def test_rasters_hold_the_event(event, files):
    for path, pixels, nodata in (
        (files.pre_event, event.pre, 0),
        (files.post_event, event.post, 0),
        (files.dem, event.dem, None),
        (files.label, np.where(event.valid, event.landslides > 0, 255), 255),
    ):
        raster = gdal.Open(str(path))
        np.testing.assert_array_equal(raster.ReadAsArray(), pixels)
        assert raster.GetGeoTransform() == event.geotransform
        assert raster.GetSpatialRef().GetAuthorityCode(None) == "32654"
        assert raster.GetMetadata("IMAGE_STRUCTURE")["COMPRESSION"] == "DEFLATE"
        assert raster.GetRasterBand(1).GetBlockSize() == [256, 256]
        assert [raster.GetRasterBand(n + 1).GetNoDataValue() for n in range(raster.RasterCount)] == [
            nodata
        ] * raster.RasterCount
    raster = gdal.Open(str(files.post_event))
    mask = raster.GetRasterBand(1).GetMaskBand().ReadAsArray()
    np.testing.assert_array_equal(mask > 0, event.valid)


def test_writing_twice_leaves_one_event(event, files):
    again = write_sample_event(event, files.dem.parent)
    source = ogr.Open(str(again.landslides))
    assert source.GetLayer(0).GetFeatureCount() == COUNT


def test_command_line(tmp_path, capsys):
    main([str(tmp_path), "--width", "96", "--height", "80", "--resolution", "3", "--landslides", "4", "--seed", "1"])
    assert capsys.readouterr().out == f"4 landslides: {tmp_path / 'landslides.gpkg'}\n"
    raster = gdal.Open(str(tmp_path / "post_event.tif"))
    assert (raster.RasterXSize, raster.RasterYSize, raster.GetGeoTransform()[1]) == (96, 80, 3.0)
    np.testing.assert_array_equal(raster.ReadAsArray(), sample_event(96, 80, 3.0, 4, seed=1).post)


def test_too_small_a_scene_is_refused():
    with pytest.raises(ValueError, match="64 x 64 pixels or more; 63 x 100 were asked for"):
        sample_event(width=63, height=100)
    with pytest.raises(ValueError, match="-1 landslides make no event"):
        sample_event(64, 64, landslides=-1)
