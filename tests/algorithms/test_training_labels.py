from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsCoordinateReferenceSystem
from scarp.algorithms.rasters import Raster
from scarp.algorithms.training_labels import Split, kept_raster, make_labels
from scarp.algorithms.training_sources import Ground, LabelledImage
from scarp.engine.errors import ScarpError
from scarp.engine.label_raster import RoiPolygons
from scarp.models.job import Source
from scarp.models.scene_samples import scene_samples
from scarp.tests.conftest import wkt

HALVES = Split("north", 0.5)


@pytest.fixture
def image(raster):
    """Writes an image of 20 x 20 pixels: ``image("a.tif", bands=3, ...)`` -> its Raster."""

    def write(name, bands=3, kind=np.uint8, **options):
        path = raster(np.full((bands, 20, 20), 90, kind), name, **options)
        return Raster(path, path, name.split(".")[0], QgsCoordinateReferenceSystem("EPSG:32654"))

    return write


def polygons(*boxes):
    """ROIs of column, row, width and height on those images, with their class."""
    found = []
    for column, row, width, height, name in boxes:
        west, north = 500000 + column, 4000000 - row
        ring = f"{west} {north},{west + width} {north},{west + width} {north - height},{west} {north - height}"
        geometry = ogr.CreateGeometryFromWkt(f"POLYGON(({ring},{west} {north}))")
        found.append((bytes(geometry.ExportToWkb()), name))
    return [RoiPolygons(found, wkt(32654))]


def ground(images, rois):
    return Ground([LabelledImage(image) for image in images], rois, ("landslide",))


BOTH = ((2, 2, 4, 4, "landslide"), (2, 14, 4, 4, "landslide"))


def test_an_image_without_landslides_trains_as_a_whole(image, tmp_path, progress):
    away = 100_000
    bare = image("bare.tif", geotransform=(500000.0 + away, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    rois = polygons(*BOTH, (5 + away, 5, 3, 3, "background"), (10, 2, 4, 16, "background"))
    trains, validates = make_labels(ground([image("a.tif"), bare], rois), None, "auto", HALVES, tmp_path, progress)
    assert [(part.image.name, part.windows) for part in trains] == [("a", ((2, 2, 12, 8),)), ("bare", ())]
    assert [(part.image.name, part.windows) for part in validates] == [("a", ((2, 10, 12, 8),))]
    assert 'The image "bare" has no pixel of a landslide, so all of it trains.' in progress.infos


@pytest.mark.parametrize("box", [(2, 2, 9, 9, "background"), (2.6, 2.6, 0.3, 0.3, "landslide")])
def test_no_landslide_at_all(image, tmp_path, progress, box):
    with pytest.raises(ScarpError) as caught:
        make_labels(ground([image("a.tif")], polygons(box)), None, "background", HALVES, tmp_path, progress)
    assert str(caught.value) == (
        "No pixel is labelled as landslide: no ROI is of that class, or they hold no pixel centre, or lie where the "
        "image is nodata. Draw ROIs on landslides."
    )


def test_a_band_that_is_chosen_is_no_alpha(image, tmp_path, progress):
    """As GDAL calls the fourth of four 8-bit bands, where it is the near infrared, which is 0 on water."""
    each = image("a.tif", 4)
    dataset = gdal.Open(each.source, gdal.GA_Update)
    assert dataset.GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    dataset.GetRasterBand(4).WriteArray(np.zeros((10, 20), np.uint8))
    del dataset
    for bands, unlabelled in (((), 200), ((1, 2, 3, 4), 0)):
        folder = tmp_path / f"bands {len(bands)}"
        folder.mkdir()
        rois = polygons(*BOTH, (2, 11, 3, 2, "landslide"))
        split = Split("west", 0.2)
        make_labels(ground([each], rois), None, "background", split, folder, progress, bands)
        labels = gdal.Open(str(folder / "training-1.tif")).ReadAsArray()
        assert int((labels == 255).sum()) == unlabelled


def test_the_parts_of_a_stretched_image_are_read_as_the_whole(raster, tmp_path, progress):
    """An image of 16 bit has the same values for the model wherever it trains, validates and is extracted from."""
    values = np.arange(400, dtype=np.uint16).reshape(1, 20, 20) * 10
    path = raster(values, "deep.tif")
    each = Raster(path, path, "deep", QgsCoordinateReferenceSystem("EPSG:32654"))
    trains, validates = make_labels(ground([each], polygons(*BOTH)), None, "background", HALVES, tmp_path, progress)
    low, high = np.percentile(values, (2, 98))
    expected = np.clip(np.rint(255 * np.clip((values[0] - low) / (high - low), 0, 1)), 1, 255)
    for (part,) in (trains, validates):
        source = Source("deep", scene=path, labels=part.labels, windows=part.windows)
        (sample,) = scene_samples(source, ("band 1",))
        ((column, row, width, height),) = part.windows
        np.testing.assert_allclose(sample.image[0], expected[row : row + height, column : column + width], atol=1)


def test_what_lasts_is_not_copied(image, tmp_path):
    each = image("a.tif")
    assert kept_raster(each.source, each.file, 1, tmp_path) == each.source
    assert kept_raster(each.source, "b.tif", 2, tmp_path) == str(tmp_path / "image-2.vrt")


TOUCHING = ((2, 2, 4, 4, "landslide"), (6, 2, 4, 4, "landslide"), (2, 14, 4, 4, "landslide"))


def test_which_roi_a_pixel_belongs_to(image, raster, tmp_path, progress):
    labels = np.zeros((1, 20, 20), np.uint8)
    labels[0, 2:6, 2:10] = 1
    path = raster(labels, "labels.tif", geotransform=(600000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    other = image("b.tif", geotransform=(600000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    by_raster = LabelledImage(other, Raster(path, path, "labels", QgsCoordinateReferenceSystem("EPSG:32654")))
    given = Ground([LabelledImage(image("a.tif")), by_raster], polygons(*TOUCHING), ("landslide",))
    split = Split("west", 0.2)
    trains, validates = make_labels(given, None, "background", split, tmp_path, progress, instances=True)
    for parts in (trains, validates):
        assert [part.instances for part in parts] == [str(tmp_path / "training-1-instances.tif"), ""]
    numbers = gdal.Open(trains[0].instances).ReadAsArray()
    assert [int((numbers == number).sum()) for number in (1, 2, 3)] == [16, 16, 16]
    assert ((numbers > 0) == (gdal.Open(trains[0].labels).ReadAsArray() == 1)).all()
    trains, _ = make_labels(given, None, "background", split, tmp_path, progress)
    assert [part.instances for part in trains] == ["", ""]


def test_rois_that_touch_become_targets_one_by_one(image, tmp_path, progress):
    targets_of = pytest.importorskip("scarp.models.instance_targets").targets_of
    each = image("a.tif")
    given = ground([each], polygons(*TOUCHING))
    trains, _ = make_labels(given, None, "background", HALVES, tmp_path, progress, instances=True)
    found = {}
    for name, numbers in (("one by one", trains[0].instances), ("connected", "")):
        source = Source("a", scene=each.source, labels=trains[0].labels, instances=numbers)
        (sample,) = scene_samples(source, instances=True)
        found[name] = len(targets_of(sample.mask, sample.instances)["boxes"])
    assert found == {"one by one": 3, "connected": 2}
