from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from scarp.engine.errors import ScarpError
from scarp.models.job import Source
from scarp.models.sample_event import sample_event
from scarp.models.samples import read_image, samples

RNG = np.random.default_rng(0)


def write(path, pixels, driver="PNG"):
    """A picture of shape (bands, height, width)."""
    from osgeo import gdal_array

    path.parent.mkdir(exist_ok=True)
    gdal.GetDriverByName(driver).CreateCopy(str(path), gdal_array.OpenArray(np.ascontiguousarray(pixels)))
    return path


def colours(height=6, width=9, bands=3):
    return RNG.integers(0, 256, (bands, height, width), dtype=np.uint8)


@pytest.fixture
def folder(tmp_path):
    """Images a, b and c; masks of a and c; a table."""
    images = {name: colours() for name in "abc"}
    masks = {name: np.zeros((1, 6, 9), np.uint8) for name in "ac"}
    masks["a"][0, 2:4, 3:5] = 255
    masks["c"][0, 0, 0] = 1
    for name, pixels in images.items():
        write(tmp_path / "images" / f"{name}.png", pixels)
    for name, pixels in masks.items():
        write(tmp_path / "masks" / f"{name}.png", pixels)
    (tmp_path / "images" / "readme.txt").write_text("no image", encoding="utf-8")
    (tmp_path / "split.csv").write_text("name,subset,kind\na,train,x\nb,val,x\nc,train,y\n", encoding="utf-8-sig")
    return tmp_path, images, masks


def source(folder, **changes):
    entries = {"images": str(folder / "images"), "masks": str(folder / "masks"), "resolution_m": 0.8}
    return Source("hills", **{**entries, **changes})


def test_images_of_a_folder_come_with_their_masks(folder):
    path, images, masks = folder
    found = list(samples(source(path)))
    assert [sample.name for sample in found] == ["a", "b", "c"]
    for sample in found:
        assert (sample.image == images[sample.name]).all()
        assert sample.resolution_m == 0.8
    assert (found[0].mask == (masks["a"][0] > 0)).all()
    assert found[0].instances is None  # connected pixels are what is told apart
    assert (found[2].mask == masks["c"][0]).all()


def test_an_image_without_mask_has_no_landslide(folder):
    _, without, _ = samples(source(folder[0]))
    assert without.mask.shape == (6, 9)
    assert not without.mask.any()


def test_without_a_folder_of_masks_none_is_looked_for(folder, monkeypatch):
    monkeypatch.chdir(folder[0] / "images")  # where the images' own names stand
    assert not any(sample.mask.any() for sample in samples(source(folder[0], masks="")))


def test_a_table_picks_images(folder):
    path, _, _ = folder
    table = str(path / "split.csv")
    assert [s.name for s in samples(source(path, table=table))] == ["a", "b", "c"]
    assert [s.name for s in samples(source(path, table=table, where={"subset": "train"}))] == ["a", "c"]
    picked = source(path, table=table, where={"subset": "train", "kind": "y"})
    assert [s.name for s in samples(picked)] == ["c"]
    with pytest.raises(ScarpError, match=r"holds no image for hills; choose another folder\.$"):
        list(samples(source(path, table=table, where={"subset": "test"})))


@pytest.mark.parametrize("content", [None, "file,subset\na,train\n"])
def test_an_unusable_table_is_a_sentence(folder, content):
    table = folder[0] / "table.csv"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    with pytest.raises(ScarpError, match=r"table\.csv cannot be used .*; give a CSV file with a column 'name'\.$"):
        list(samples(source(folder[0], table=str(table))))


def test_a_mask_of_another_size_is_named(folder):
    path, _, _ = folder
    write(path / "masks" / "c.png", np.zeros((1, 5, 9), np.uint8))
    message = r"^The mask of c\.png is 9 x 5 pixels, the image 9 x 6; they must be the same\.$"
    with pytest.raises(ScarpError, match=message):
        list(samples(source(path)))


def test_bands_beyond_red_green_and_blue_are_left_out(tmp_path):
    rgba, grey = colours(bands=4), colours(bands=1)
    write(tmp_path / "images" / "a.png", rgba)
    (sample,) = samples(source(tmp_path, masks=""))
    assert (sample.image == rgba[:3]).all()
    write(tmp_path / "images" / "b.png", grey)
    with pytest.raises(ScarpError, match=r"b\.png has 1 band\(s\); red, green and blue are needed\.$"):
        list(samples(source(tmp_path, masks="")))


def test_sources_that_name_nothing_usable(tmp_path):
    for changes, message in (
        ({"images": str(tmp_path / "none")}, r"none holds no image for hills; choose another folder\.$"),
        ({"images": ""}, r"^The source hills names no folder of images, no scene and no events; add one\.$"),
        ({"masks": str(tmp_path / "mask")}, r"^There is no folder of masks .*mask for hills; correct it\.$"),
        ({"resolution_m": 0}, r"^The ground resolution of the images of hills is not known; set resolution_m\.$"),
    ):
        with pytest.raises(ScarpError, match=message):
            list(samples(source(tmp_path, **{"masks": "", **changes})))


def test_unreadable_images_are_sentences(tmp_path, gdal_exceptions):
    damaged = tmp_path / "a.png"
    damaged.write_bytes(b"nothing")
    with pytest.raises(ScarpError, match=r"^The image .*a\.png cannot be read \(.+\); remove or replace it\.$"):
        read_image(damaged)
    whole = write(tmp_path / "b.png", colours(200, 200))
    whole.write_bytes(whole.read_bytes()[:5000])
    with pytest.raises(ScarpError, match=r"b\.png cannot be read \(.+\)"):
        read_image(whole)
    deep = write(tmp_path / "c.tif", np.full((3, 4, 4), 256, np.uint16), "GTiff")
    with pytest.raises(ScarpError, match=r"c\.tif is of type uint16, not of 8 bit; convert it to Byte\.$"):
        read_image(deep)


def polygons(path, *boxes):
    """A vector file of rectangles (west, south, east, north)."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32654)
    layer = dataset.CreateLayer("landslides", crs, ogr.wkbPolygon)
    for west, south, east, north in boxes:
        feature = ogr.Feature(layer.GetLayerDefn())
        ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
        layer.CreateFeature(feature)
    return str(path)


def test_a_scene_with_polygons_is_one_sample(tmp_path, raster):
    pixels = np.maximum(colours(8, 10, 4), 1)
    pixels[:, :, :3] = 0
    scene = raster(pixels, geotransform=(501000.0, 2.0, 0.0, 4005000.0, 0.0, -2.0), nodata=0)
    landslides = polygons(tmp_path / "landslides.gpkg", (501004, 4004990, 501010, 4004998))
    (sample,) = samples(Source("scene", scene=scene, polygons=landslides))  # columns 2 to 4, rows 1 to 4
    expected = np.zeros((8, 10), np.uint8)
    expected[1:5, 2:5] = 1
    expected[:, :3] = 255
    assert (sample.mask == expected).all()
    assert (sample.image == pixels[:3]).all()
    assert sample.name == "scene"
    assert sample.resolution_m == 2.0
    (told,) = samples(Source("scene", scene=scene, polygons=landslides, resolution_m=0.5))
    assert told.resolution_m == 0.5


@pytest.mark.parametrize(
    ("epsg", "geotransform", "expected"),
    [(32654, (5e5, 1.5, 2.0, 4e6, 2.0, -1.5), 2.5), (4326, (14.0, 1e-5, 0.0, 60.0, 0.0, -1e-5), 1.1132 * 0.5**0.5)],
)
def test_the_resolution_of_a_scene_is_in_metres_however_it_lies(tmp_path, raster, epsg, geotransform, expected):
    scene = raster(colours(), epsg=epsg, geotransform=geotransform)
    source = Source("scene", scene=scene, polygons=polygons(tmp_path / "landslides.gpkg"))
    assert next(samples(source)).resolution_m == pytest.approx(expected, abs=1e-3)


def test_unreadable_polygons_are_a_sentence(tmp_path, raster, gdal_exceptions):
    with pytest.raises(ScarpError, match=r"^The polygons nowhere\.gpkg cannot be read; choose a vector file\.$"):
        list(samples(Source("scene", scene=raster(colours()), polygons="nowhere.gpkg")))


def test_generated_events_are_those_of_their_seeds():
    first, second = samples(Source("events", events=[5, 6], resolutions_m=(2.0, 4.0)))
    assert (first.name, second.name) == ("event_5", "event_6")
    assert 2.0 < first.resolution_m < 4.0
    assert first.resolution_m != second.resolution_m
    event = sample_event(640, 640, first.resolution_m, landslides=30, seed=5)
    assert (first.image == event.post).all()
    assert (first.mask == np.where(event.valid, event.landslides > 0, 255)).all()
    assert (first.instances == event.landslides).all()
    assert first.instances.dtype == np.int32
    assert len(np.unique(first.instances[first.mask == 1])) > 20  # of 30, each one by itself


def test_a_scene_is_read_with_the_job_s_bands_and_classes_into_its_folder(tmp_path, raster, progress):
    pixels, labels = np.maximum(colours(8, 10, 4), 1), np.zeros((1, 8, 10), np.uint8)
    labels[0, 2:4, 2:4] = 2
    source = Source("scene", scene=raster(pixels), labels=raster(labels, "labels.tif"), scene_bands=[4, 2])
    (sample,) = samples(source, ("nir", "green"), 2, tmp_path / "scenes", progress)
    assert (sample.image == pixels[[3, 1]]).all()
    assert (sample.mask == labels[0]).all()
    assert isinstance(sample.image, np.memmap)
    assert progress.infos
    with pytest.raises(ScarpError, match="hold the value 2; 0 is background, 1 to 1 the classes"):
        list(samples(source, ("nir", "green")))


def test_as_many_bands_of_an_image_are_taken_as_there_are_names(tmp_path):
    pixels = colours(bands=4)
    write(tmp_path / "images" / "a.png", pixels)
    for bands in (("grey",), ("vv", "vh"), ("red", "green", "blue", "nir")):
        (sample,) = samples(source(tmp_path, masks=""), bands)
        assert (sample.image == pixels[: len(bands)]).all()
    with pytest.raises(ScarpError, match=r"a\.png has 4 band\(s\); 5 are needed\.$"):
        list(samples(source(tmp_path, masks=""), "abcde"))
