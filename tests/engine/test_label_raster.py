"""Tests of scarp.engine.label_raster."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from scarp.engine import label_image
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.label_raster import LabelRaster, RoiPolygons, classes_of, label_band, rasterize_labels
from scarp.engine.progress import Quiet
from scarp.engine.windows import Window
from scarp.tests.conftest import METRE, UTM, Recorder, wkt

Write = Callable[..., str]


def box(column: float, row: float, width: float, height: float, epsg: int = UTM) -> bytes:
    """A rectangle of the pixel grid of METRE as well-known binary, in another CRS if wanted."""
    west, north = METRE[0] + column, METRE[3] - row
    corners = [(west, north), (west + width, north), (west + width, north - height), (west, north - height)]
    ring = ", ".join(f"{x} {y}" for x, y in [*corners, corners[0]])
    polygon = ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))")
    if epsg != UTM:
        ends = [osr.SpatialReference(wkt(code)) for code in (UTM, epsg)]
        for end in ends:
            end.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        polygon.Transform(osr.CoordinateTransformation(*ends))
    return bytes(polygon.ExportToWkb())


def rois(*polygons: tuple[bytes, str], epsg: int = UTM) -> RoiPolygons:
    return RoiPolygons(list(polygons), wkt(epsg) if epsg else "")


def image(raster: Write, value: float = 100, dtype: type = np.uint8, bands: int = 3, **arguments: object) -> str:
    return raster(np.full((bands, 40, 50), value, dtype), **arguments)


def values(path: Path) -> np.ndarray:
    return gdal.Open(str(path)).ReadAsArray()


def test_pixels_by_their_centre_are_counted_and_written(raster: Write, tmp_path: Path, gdal_exceptions: bool) -> None:
    target = tmp_path / "labels.tif"
    # From 10.4 to 15.6, the centres 10.5 to 15.5 lie within; from 20.6 to 29.4, those from 21.5 to 28.5.
    pixels = rasterize_labels(
        image(raster), [rois((box(10.4, 20.6, 5.2, 8.8), "landslide"))], ["landslide"], "background", target, Quiet()
    )
    expected = np.zeros((40, 50), np.uint8)
    expected[21:29, 10:16] = 1
    assert (values(target) == expected).all()
    assert pixels == {"landslide": 48, "background": 1952, "unlabelled": 0}
    written = gdal.Open(str(target))
    assert written.GetGeoTransform() == METRE
    assert osr.SpatialReference(written.GetProjection()).GetAuthorityCode(None) == str(UTM)
    band = written.GetRasterBand(1)
    assert (written.RasterCount, band.DataType, band.GetNoDataValue()) == (1, gdal.GDT_Byte, 255)
    assert json.loads(written.GetMetadataItem("SCARP_CLASSES")) == ["landslide"]
    assert band.GetCategoryNames() == ["background", "landslide"]


def test_what_no_roi_covers_may_be_unlabelled(raster: Write, tmp_path: Path) -> None:
    target = tmp_path / "labels.tif"
    layers = [rois((box(0, 0, 5, 4), "landslide"), (box(10, 0, 5, 2), "background"))]
    pixels = rasterize_labels(image(raster), layers, ["landslide"], "unlabelled", target, Quiet())
    assert pixels == {"landslide": 20, "background": 10, "unlabelled": 1970}
    assert (values(target)[0, [0, 5, 10]] == [1, 255, 0]).all()


def test_rois_in_another_crs_and_several_layers(raster: Write, tmp_path: Path, gdal_exceptions: bool) -> None:
    target = tmp_path / "labels.tif"
    layers = [
        rois((box(10.02, 10.02, 9.96, 4.96, epsg=4326), "landslide"), epsg=4326),
        rois((box(30, 10, 4, 5), "river"), (box(0, 0, 2, 2), "landslide")),
    ]
    pixels = rasterize_labels(image(raster), layers, ["landslide", "river"], "background", target, Quiet())
    expected = np.zeros((40, 50), np.uint8)
    expected[10:15, 10:20] = expected[:2, :2] = 1
    expected[10:15, 30:34] = 2
    assert (values(target) == expected).all()
    assert pixels == {"landslide": 54, "river": 20, "background": 1926, "unlabelled": 0}


@pytest.mark.parametrize("turned", [False, True])
def test_of_overlapping_classes_the_first_has_the_pixels(
    raster: Write, tmp_path: Path, progress: Recorder, turned: bool
) -> None:
    target = tmp_path / "labels.tif"
    polygons = [
        (box(0, 0, 10, 1), "landslide"), (box(5, 0, 10, 1), "river"), (box(10, 0, 10, 1), "background"),
        (box(15, 0, 10, 1), "road"), (box(12, 0, 4, 1), "road"),
    ]  # fmt: skip
    layers = [rois(*(reversed(polygons) if turned else polygons))]
    pixels = rasterize_labels(image(raster), layers, ["landslide", "river", "road"], "unlabelled", target, progress)
    row = values(target)[0]
    assert (row[:26] == [1] * 10 + [2] * 5 + [3] * 10 + [255]).all()
    assert pixels == {"landslide": 10, "river": 5, "road": 10, "background": 0, "unlabelled": 1975}
    # 5 to 10 and 10 to 20 lie in two or three, the pixel 15 in "background" and twice in "road".
    assert progress.warnings == [
        "Pixels in ROIs of several classes: 15. The first of landslide, river, road, background has them.",
        'The class "background" has no pixel: its ROIs hold no pixel centre, lie where the image is nodata, or under '
        "those of another class.",
    ]


def test_overlaps_of_one_class_are_none(raster: Write, tmp_path: Path, progress: Recorder) -> None:
    layers = [rois((box(0, 0, 10, 1), "landslide")), rois((box(5, 0, 10, 1), "landslide"))]
    pixels = rasterize_labels(image(raster), layers, ["landslide"], "background", tmp_path / "l.tif", progress)
    assert (pixels["landslide"], progress.warnings) == (15, [])


def _value(raster: Write) -> str:
    pixels = np.full((3, 40, 50), 100, np.uint8)
    pixels[:, :, :5] = 7
    pixels[0, :, 5:9] = 7  # may be a colour: no nodata unless all bands have it
    return raster(pixels, nodata=7)


def _mask(raster: Write) -> str:
    return image(raster, mask=np.broadcast_to(np.arange(50) >= 5, (40, 50)))


def _alpha(raster: Write) -> str:
    pixels = np.full((4, 40, 50), 100, np.uint8)
    pixels[3] = np.where(np.arange(50) >= 5, 255, 0)
    colours = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
    return raster(pixels, colours=colours, options=["ALPHA=YES"])


def _nan(raster: Write) -> str:
    pixels = np.full((2, 40, 50), 0.5, np.float32)
    pixels[1, :, :5] = np.nan
    return raster(pixels)


def _collar(raster: Write) -> str:
    pixels = np.full((3, 40, 50), 100, np.uint8)
    pixels[:, :, :5] = 0
    pixels[:, 20, 30] = 0  # dark ground
    return raster(pixels)


def _of_16_bit(raster: Write) -> str:
    pixels = np.full((4, 40, 50), 3000, np.uint16)
    pixels[2, :, :5] = 65535
    return raster(pixels, nodata=65535)


def _palette(raster: Write) -> str:
    pixels = np.ones((1, 40, 50), np.uint8)
    pixels[:, :, :5] = 2
    palette = [(0, 0, 0, 255), (200, 100, 50, 255), (9, 9, 9, 255)]
    return raster(pixels, palette=palette, nodata=2)


@pytest.mark.parametrize("make", [_value, _mask, _alpha, _nan, _collar, _of_16_bit, _palette])
def test_nodata_of_each_kind_is_unlabelled(raster: Write, tmp_path: Path, make: Callable[[Write], str]) -> None:
    target = tmp_path / "labels.tif"
    layers = [rois((box(0, 0, 20, 10), "landslide"))]
    pixels = rasterize_labels(make(raster), layers, ["landslide"], "background", target, Quiet())
    assert (values(target)[:, :5] == 255).all()
    assert pixels == {"landslide": 150, "background": 40 * 45 - 150, "unlabelled": 200}


def test_bands_say_where_the_image_is_nodata(raster: Write, tmp_path: Path) -> None:
    path, layers = _of_16_bit(raster), [rois((box(0, 0, 20, 10), "landslide"))]
    pixels = rasterize_labels(path, layers, ["landslide"], "background", tmp_path / "l.tif", Quiet(), bands=[1, 2])
    assert pixels["unlabelled"] == 0
    with pytest.raises(ScarpError, match=r"has 4 bands, so there is no band 9"):
        rasterize_labels(path, layers, ["landslide"], "background", tmp_path / "l.tif", Quiet(), bands=[9])


def test_windows_do_not_show(raster: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = np.full((3, 300, 520), 100, np.uint8)
    pixels[:, :, 515:] = 0
    path = raster(pixels, nodata=0)
    layers = [rois((box(200, 200, 318, 80), "landslide"))]
    expected = np.zeros((300, 520), np.uint8)
    expected[200:280, 200:] = 1
    expected[:, 515:] = 255
    monkeypatch.setattr(label_image, "WINDOW_BYTES", 1)
    assert len(list(label_image.windows_over(520, 300, 10))) == 6
    rasterize_labels(path, layers, ["landslide"], "background", tmp_path / "labels.tif", Quiet())
    assert (values(tmp_path / "labels.tif") == expected).all()
    assert gdal.Open(str(tmp_path / "labels.tif")).GetRasterBand(1).GetOverviewCount() == 1


def test_images_without_crs_take_rois_without(raster: Write, tmp_path: Path) -> None:
    path = image(raster, epsg=0, geotransform=None)
    # Such an image lies with its upper left corner at 0, 0, and y upwards.
    polygon = bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0, 4 0, 4 -3, 0 -3, 0 0))").ExportToWkb())
    layers = [rois((polygon, "landslide"), epsg=0)]
    target = tmp_path / "labels.tif"
    pixels = rasterize_labels(path, layers, ["landslide"], "background", target, Quiet())
    assert (pixels["landslide"], int(values(target)[:3, :4].sum())) == (12, 12)
    with pytest.raises(ScarpError, match="The image has no coordinate system"):
        rasterize_labels(path, [rois((polygon, "landslide"))], ["landslide"], "background", target, Quiet())


def test_invalid_polygons_are_repaired(raster: Write, tmp_path: Path) -> None:
    bowtie = ogr.CreateGeometryFromWkt(
        "POLYGON((500000 4000000, 500010 3999990, 500010 4000000, 500000 3999990, 500000 4000000))"
    )
    layers = [rois((bytes(bowtie.ExportToWkb()), "landslide"))]
    target = tmp_path / "labels.tif"
    rasterize_labels(image(raster), layers, ["landslide"], "background", target, Quiet())
    inside = values(target)[:10, :10]
    assert (inside[5, [0, 9]] == 1).all() and (inside[[0, 9], 5] == 0).all()


def test_rois_that_miss_the_image_are_counted(raster: Write, tmp_path: Path, progress: Recorder) -> None:
    path, target = image(raster), tmp_path / "labels.tif"
    far, near = box(5000, 0, 5, 5), box(0, 0, 5, 5)
    layers = [rois((far, "landslide"), (near, "landslide")), rois((far, "river"), (far, "background"))]
    pixels = rasterize_labels(path, layers, ["landslide", "river"], "background", target, progress)
    assert (pixels["landslide"], pixels["river"]) == (25, 0)
    assert progress.warnings == ["ROIs that do not touch the image and are left out: 3 of 4."]
    target.unlink()
    with pytest.raises(ScarpError, match="None of the 2 ROIs touches the image; check the coordinate systems"):
        rasterize_labels(path, [rois((far, "landslide"), (far, "landslide"))], ["landslide"], "background", target,
                         progress)  # fmt: skip
    assert not target.exists()


def test_labels_that_would_be_empty_are_refused(raster: Write, tmp_path: Path) -> None:
    path, target = _value(raster), tmp_path / "labels.tif"
    on_nodata = [rois((box(0, 0, 4, 4), "landslide"))]
    with pytest.raises(ScarpError, match="No pixel is labelled: the ROIs hold no pixel centre, or lie where"):
        rasterize_labels(path, on_nodata, ["landslide"], "unlabelled", target, Quiet())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["scene.tif"]
    with pytest.raises(ScarpError, match="There is no ROI; draw polygons on landslides first"):
        rasterize_labels(path, [rois()], ["landslide"], "background", target, Quiet())


@pytest.mark.parametrize(
    ("classes", "message"),
    [
        ([], "The classes are none; name each once"),
        (["river", "landslide"], 'The classes are river, landslide; name each once, "landslide" first'),
        (["landslide", "river", "river"], "name each once"),
        (["landslide", "background"], 'neither "background" nor "unlabelled"'),
        (["landslide"], 'ROIs are of the class "river", which is not one of landslide; add it'),
        (["landslide", *map(str, range(254))], "There are 255 classes, and a label raster holds 254"),
    ],
)
def test_classes_are_checked(raster: Write, tmp_path: Path, classes: list[str], message: str) -> None:
    layers = [rois((box(0, 0, 5, 5), "river"))]
    with pytest.raises(ScarpError, match=message):
        rasterize_labels(image(raster), layers, classes, "background", tmp_path / "l.tif", Quiet())


def test_cancelling_leaves_what_was_there(raster: Write, tmp_path: Path, progress: Recorder) -> None:
    path, target = image(raster), tmp_path / "labels.tif"
    target.write_text("old")
    progress.cancel_at = 50
    with pytest.raises(Cancelled):
        rasterize_labels(path, [rois((box(0, 0, 5, 5), "landslide"))], ["landslide"], "background", target, progress)
    assert target.read_text() == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["labels.tif", "scene.tif"]


def test_polygons_are_numbered_over_all_layers(raster: Write, tmp_path: Path, gdal_exceptions: bool) -> None:
    first = rois((box(2, 2, 4, 4), "landslide"), (box(6, 2, 4, 4), "landslide"), (box(0, 14, 20, 2), "background"))
    second = rois((box(4, 4, 4, 8, 4326), "river"), (box(14, 2, 5, 5, 4326), "landslide"), epsg=4326)
    classes, numbers = ["landslide", "river"], tmp_path / "numbers.tif"
    path = image(raster)
    rasterize_labels(path, [first, second], classes, "unlabelled", tmp_path / "l.tif", Quiet(), instances=numbers)
    written, labels = gdal.Open(str(numbers)), values(tmp_path / "l.tif")
    found = written.ReadAsArray()
    assert found.dtype == np.int32
    assert written.GetRasterBand(1).GetNoDataValue() == 0
    assert written.GetGeoTransform() == gdal.Open(path).GetGeoTransform()
    assert set(np.unique(found[labels == 1])) == {*found[3, [2, 6, 16]]} and len({*found[3, [2, 6, 16]]}) == 3
    assert (found[2:6, 2:6] == found[3, 2]).all() and (found[2:6, 6:10] == found[3, 6]).all()
    (river,) = np.unique(found[labels == 2])
    assert river not in found[labels == 1] and river > 0
    assert ((found > 0) == ((labels == 1) | (labels == 2))).all()  # neither background nor unlabelled
    rasterize_labels(path, [first], ["landslide"], "background", tmp_path / "l.tif", Quiet())
    assert sorted(each.name for each in tmp_path.glob("*.tif")) == ["l.tif", "numbers.tif", Path(path).name]


def test_no_number_where_the_image_is_nodata(raster: Write, tmp_path: Path) -> None:
    pixels = np.full((3, 16, 20), 100, np.uint8)
    pixels[:, :, 4:6] = 0
    path = raster(pixels, nodata=0)
    of = rois((box(2, 2, 8, 4), "landslide"), (box(8, 2, 2, 2), "landslide"))
    rasterize_labels(path, [of], ["landslide"], "background", tmp_path / "l.tif", Quiet(), (), tmp_path / "n.tif")
    found = values(tmp_path / "n.tif")
    assert (found[2, :12].tolist(), found[5, :12].tolist()) == (
        [0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 0, 0], [0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0],
    )  # fmt: skip


def labelled(raster: Write, labels: np.ndarray, classes: str | None = None, **arguments: object) -> str:
    path = raster(np.atleast_3d(labels.T).T, "labels.tif", **arguments)
    if classes is not None:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadataItem("SCARP_CLASSES", classes)
        dataset.FlushCache()
    return path


def test_reads_classes(raster: Write) -> None:
    labels = np.zeros((4, 5), np.uint8)
    assert classes_of(labelled(raster, labels)) == ("landslide",)
    assert classes_of(labelled(raster, labels, '["landslide", "rivière"]')) == ("landslide", "rivière")
    for wrong in ("landslide, river", "[]", "[1]", "7"):
        with pytest.raises(ScarpError, match=r"SCARP_CLASSES of .*labels.tif is .*, not a JSON list of names"):
            classes_of(labelled(raster, labels, wrong))


def test_finds_the_band_of_the_labels(raster: Write) -> None:
    labels = np.array([[0, 1], [255, 1]], np.uint8)
    other = np.full((2, 2), 99, np.uint8)
    assert label_band(labelled(raster, labels)) == 1
    assert label_band(labelled(raster, np.stack([other, other, labels]))) == 3
    names = ["red", "Mask", "more"]
    assert label_band(labelled(raster, np.stack([other, labels, other]), descriptions=names)) == 2
    assert label_band(labelled(raster, np.stack([other, other, labels]).astype(np.float32))) == 3


def test_refuses_what_holds_no_labels(raster: Write) -> None:
    labels = np.zeros((1500, 5), np.uint8)
    labels[1400] = 2
    with pytest.raises(ScarpError, match=r"Band 1 of .*holds no labels: it has the value 2, and labels are 0 \(back"):
        label_band(labelled(raster, labels))
    path = labelled(raster, labels, '["landslide", "river"]')
    assert label_band(path) == 1
    with pytest.raises(ScarpError, match=r"the value 0.5, and labels are 0 \(background\), 1 \(landslide\)"):
        label_band(labelled(raster, np.full((2, 2), 0.5, np.float32)))
    with pytest.raises(ScarpError, match="has no band 3; it has 1"):
        LabelRaster(path, 3)
    with pytest.raises(ScarpError, match=r"nowhere.tif cannot be opened"):
        label_band("nowhere.tif")


def test_reads_labels_of_every_type(raster: Write) -> None:
    stored = np.array([[0, 1, 255], [np.nan, -9999, 1]], np.float32)
    path = labelled(raster, stored, nodata=-9999)
    labels = LabelRaster(path)
    assert (labels.width, labels.height, labels.band, labels.classes) == (3, 2, 1, ("landslide",))
    expected = np.array([[0, 1, 255], [255, 255, 1]])
    found = labels.read(Window(0, 0, 3, 2))
    assert found.dtype == np.uint8 and (found == expected).all()
    assert [(window, part.tolist()) for window, part in labels.parts(Quiet())] == [
        (Window(0, 0, 3, 2), expected.tolist())
    ]


def test_a_nodata_value_that_is_a_label_is_one(raster: Write) -> None:
    """As of what QGIS's own Rasterize writes: 1 on polygons, and 0, declared nodata, elsewhere."""
    labels = LabelRaster(labelled(raster, np.array([[0, 1]], np.uint8), nodata=0))
    assert labels.read(Window(0, 0, 2, 1)).tolist() == [[0, 1]]
