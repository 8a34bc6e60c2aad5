"""Tests of scarp.engine.reference_labels."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr
from scarp.engine.area import Area
from scarp.engine.errors import ScarpError
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet
from scarp.engine.reference_labels import LabelReference, PolygonReference
from scarp.tests.conftest import METRE, wkt


@pytest.fixture
def probability(raster) -> str:
    """A path: what GDAL has opened must not outlive QGIS, as a fixture of the last test does."""
    return raster(np.zeros((1, 12, 10), np.uint8), "p.tif")


@pytest.fixture
def labels() -> np.ndarray:
    return np.random.default_rng(3).choice(np.array([0, 1, 255], np.uint8), (12, 10))


def of(path: str, probability: str) -> LabelReference:
    return LabelReference(path, "Labels", ProbabilityRaster(probability), Quiet())


def test_polygons_are_landslide_where_they_hold_the_centre(probability):
    box = "POLYGON((500002.4 3999997.6,500005.6 3999997.6,500005.6 3999993,500002.4 3999993,500002.4 3999997.6))"
    polygon = bytes(ogr.CreateGeometryFromWkt(box).ExportToWkb())
    reference = PolygonReference(Area([polygon], wkt(32654), wkt(32654), METRE, (10, 12)), 10)
    expected = np.zeros((12, 10), np.uint8)
    expected[2:7, 2:6] = 1
    assert (reference.labels(0, 12) == expected).all()
    assert (reference.labels(5, 3) == expected[5:8]).all()


def test_labels_on_the_same_grid(raster, probability, labels):
    reference = of(raster(labels[None], "l.tif"), probability)
    assert (reference.labels(0, 12) == labels).all() and (reference.labels(3, 4) == labels[3:7]).all()


@pytest.mark.parametrize(("kind", "nodata"), [(np.int16, -9999), (np.float32, np.nan), (np.uint8, 7)])
@pytest.mark.parametrize("moved", [0, 2])
def test_nodata_is_unlabelled_on_any_grid(raster, probability, labels, kind, nodata, moved):
    values = labels.astype(kind)
    values[4:6] = nodata
    place = (METRE[0] - moved, 1.0, 0.0, METRE[3] + moved, 0.0, -1.0)
    framed = np.pad(values, moved, constant_values=1)
    reference = of(raster(framed[None], "l.tif", geotransform=place, nodata=nodata), probability)
    expected = labels.copy()
    expected[4:6] = 255
    assert (reference.labels(0, 12) == expected).all() and (reference.labels(3, 4) == expected[3:7]).all()


def test_labels_that_cover_a_part_on_a_finer_grid(raster, probability):
    fine = np.repeat(np.repeat(np.array([[1, 0], [0, 1]], np.uint8), 4, 0), 4, 1)
    place = (METRE[0] + 3, 0.5, 0.0, METRE[3] - 2, 0.0, -0.5)
    found = of(raster(fine[None], "l.tif", geotransform=place), probability).labels(0, 12)
    expected = np.full((12, 10), 255, np.uint8)
    expected[2:6, 3:7] = [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]]
    assert (found == expected).all()


def test_labels_in_another_crs(raster, probability):
    # In degrees around the middle of the raster, (500005, 3999994), by gdaltransform.
    west, north, step = 141.0000556 - 4e-5, 36.1446 + 4e-5, 1e-5
    half = np.zeros((8, 8), np.uint8)
    half[:, 4:] = 1
    place = (west, step, 0.0, north, 0.0, -step)
    found = of(raster(half[None], "l.tif", epsg=4326, geotransform=place), probability).labels(0, 12)
    assert (found != 255).any()
    assert not (found[:, :5] == 1).any() and not (found[:, 5:] == 0).any()
    assert (found == 1).sum() == pytest.approx((found == 0).sum(), abs=10)


def test_labels_without_georeference_fit_by_their_size(raster, labels):
    here = raster(labels[None] % 2, "p.tif", epsg=0, geotransform=None)
    alike = raster(labels[None], "l.tif", epsg=0, geotransform=None)
    assert (of(alike, here).labels(2, 5) == labels[2:7]).all()
    smaller = raster(labels[None, :5], "m.tif", epsg=0, geotransform=None)
    with pytest.raises(ScarpError, match=r'has no coordinate system, and the layer "Labels" is 10 x 5 pixels instead'):
        of(smaller, here)


def test_the_band_of_the_labels_and_further_classes(raster, probability, labels):
    classes = np.where(labels == 255, 2, labels)
    path = raster(np.stack([labels * 0 + 9, classes]), "l.tif", descriptions=["red", "mask"])
    with pytest.raises(ScarpError, match="holds no labels: it has the value 2"):
        of(path, probability)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("SCARP_CLASSES", '["landslide", "debris flow"]')
    del dataset
    assert (of(path, probability).labels(0, 12) == (labels == 1)).all()


def test_unusable_labels(raster, probability, labels, tmp_path):
    with pytest.raises(ScarpError, match=r"nowhere\.tif cannot be opened"):
        of(str(tmp_path / "nowhere.tif"), probability)
    with pytest.raises(ScarpError, match=r'The layer "Labels" has no coordinate reference system'):
        of(raster(labels[None], "l.tif", epsg=0), probability)
