"""Tests of scarp.engine.reference."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet
from scarp.engine.reference import ExtractedRaster, ReferenceRaster
from scarp.tests.conftest import METRE, UTM, Recorder, wkt

Write = Callable[..., str]
GRID = EvaluationGrid(5, 1, METRE, wkt(UTM))


def row(values: list[float], kind: type = np.uint8) -> np.ndarray:
    return np.array([[values]], kind)


def tagged(path: str, classes: list[str]) -> str:
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("SCARP_CLASSES", json.dumps(classes))
    del dataset
    return path


def test_labels(raster: Write) -> None:
    path = raster(row([0, 1, 255, 0, 1]))
    assert ReferenceRaster(path, GRID, "it", Quiet()).codes(0, 1).tolist() == [[0, 1, 255, 0, 1]]
    path = raster(row([0, 1, -9, np.nan, 1], np.float32), "f.tif", nodata=-9)
    assert ReferenceRaster(path, GRID, "it", Quiet()).codes(0, 1).tolist() == [[0, 1, 255, 255, 1]]


def test_other_classes_are_no_landslide(raster: Write) -> None:
    path = tagged(raster(row([0, 1, 2, 255, 2])), ["landslide", "road"])
    assert ReferenceRaster(path, GRID, "it", Quiet()).codes(0, 1).tolist() == [[0, 1, 0, 255, 0]]
    path = tagged(raster(row([0, 1, 2, 255, 2]), "c.tif"), ["road", "landslide"])
    assert ExtractedRaster(path, 0.5, GRID, "it", Quiet()).codes(0, 1).tolist() == [[0, 0, 1, 255, 1]]
    path = tagged(raster(row([0, 1, 1, 255, 0]), "r.tif"), ["road"])
    with pytest.raises(ScarpError, match=r'The classes of the layer "it" are road\. Choose one with "landslide"'):
        ReferenceRaster(path, GRID, "it", Quiet())


def test_what_is_no_label_raster_is_refused(raster: Write) -> None:
    with pytest.raises(ScarpError, match=r"holds no labels: it has the value 80"):
        ReferenceRaster(raster(row([0, 80, 1, 1, 0])), GRID, "it", Quiet())


@pytest.mark.parametrize(
    ("values", "kind", "nodata", "scale", "codes", "said"),
    [
        ([0, 1, 255, 1, 0], np.uint8, None, None, [0, 1, 255, 1, 0], "a mask of 0 and 1; the threshold is not used"),
        ([0, 1, 0, 1, 0], np.uint8, 0, None, [0, 1, 0, 1, 0], "a mask of 0 and 1; the threshold is not used"),
        ([69, 70, 255, 100, 0], np.uint8, 255, 0.01, [0, 1, 255, 1, 0], "probabilities in per cent, landslide from 70"),
        ([0, 1, 255, 1, 0], np.uint8, 255, 0.01, [0, 0, 255, 0, 0], "probabilities in per cent, landslide from 70"),
        ([69, 70, 255, 100, 0], np.uint8, None, None, [0, 1, 255, 1, 0], "per cent, landslide from 70 on"),
        ([0.69, 0.7, np.nan, 1, 0], np.float32, None, None, [0, 1, 255, 1, 0], "of 0 to 1, landslide from 0.7 on"),
        ([0.69, 0.7, -1, 1, 0], np.float64, -1, None, [0, 1, 255, 1, 0], "of 0 to 1, landslide from 0.7 on"),
        ([6900, 7000, -1, 10000, 0], np.int16, -1, 1e-4, [0, 1, 255, 1, 0], "of 0 to 1, landslide from 0.7 on"),
    ],
)  # fmt: skip
def test_what_values_are_taken_for(
    raster: Write, progress: Recorder, values: list[float], kind: type, nodata: float | None, scale: float | None,
    codes: list[int], said: str,
) -> None:  # fmt: skip
    path = raster(row(values, kind), nodata=nodata)
    if scale:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.GetRasterBand(1).SetScale(scale)
        del dataset
    found = ExtractedRaster(path, 0.7, GRID, "it", progress)
    assert found.codes(0, 1).tolist() == [codes]
    assert progress.infos[-1].startswith('The values of the layer "it" are taken as ') and said in progress.infos[-1]


@pytest.mark.parametrize(
    ("values", "kind", "message"),
    [
        ([0, 101, 1, 1, 1], np.uint8, r"holds values from 0 to 101\. Choose a raster of probabilities"),
        ([0, 50, 1, 1, 1], np.float32, r"holds values from 0 to 50\."),
        ([0, -1, 1, 1, 1], np.int16, r"holds values from -1 to 1\."),
    ],
)
def test_other_values_are_refused(raster: Write, values: list[float], kind: type, message: str) -> None:
    with pytest.raises(ScarpError, match=message):
        ExtractedRaster(raster(row(values, kind)), 0.5, GRID, "it", Quiet())


def test_bands_threshold_and_cancelling(raster: Write, progress: Recorder) -> None:
    path = raster(np.zeros((2, 1, 5), np.uint8))
    with pytest.raises(ScarpError, match=r'The layer "it" has 2 bands\. Choose a raster of one band'):
        ExtractedRaster(path, 0.5, GRID, "it", Quiet())
    path = raster(np.zeros((1, 1, 5), np.uint8))
    with pytest.raises(ScarpError, match=r"The threshold is 2, but"):
        ExtractedRaster(path, 2.0, GRID, "it", Quiet())
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        ExtractedRaster(path, 0.5, GRID, "it", progress)


@pytest.fixture
def probability(raster: Write) -> str:
    """A path: what GDAL has opened must not outlive QGIS, as a fixture of the last test does."""
    return raster(np.zeros((1, 12, 10), np.uint8), "p.tif")


@pytest.fixture
def labels() -> np.ndarray:
    return np.random.default_rng(3).choice(np.array([0, 1, 255], np.uint8), (12, 10))


def of(path: str, probability: str) -> ReferenceRaster:
    grid = EvaluationGrid.of_probability(ProbabilityRaster(probability))
    return ReferenceRaster(path, grid, "Labels", Quiet())


def test_labels_on_the_same_grid(raster, probability, labels):
    reference = of(raster(labels[None], "l.tif"), probability)
    assert (reference.codes(0, 12) == labels).all() and (reference.codes(3, 4) == labels[3:7]).all()


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
    assert (reference.codes(0, 12) == expected).all() and (reference.codes(3, 4) == expected[3:7]).all()


def test_labels_that_cover_a_part_on_a_finer_grid(raster, probability):
    fine = np.repeat(np.repeat(np.array([[1, 0], [0, 1]], np.uint8), 4, 0), 4, 1)
    place = (METRE[0] + 3, 0.5, 0.0, METRE[3] - 2, 0.0, -0.5)
    found = of(raster(fine[None], "l.tif", geotransform=place), probability).codes(0, 12)
    expected = np.full((12, 10), 255, np.uint8)
    expected[2:6, 3:7] = [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]]
    assert (found == expected).all()


def test_labels_in_another_crs(raster, probability):
    # In degrees around the middle of the raster, (500005, 3999994), by gdaltransform.
    west, north, step = 141.0000556 - 4e-5, 36.1446 + 4e-5, 1e-5
    half = np.zeros((8, 8), np.uint8)
    half[:, 4:] = 1
    place = (west, step, 0.0, north, 0.0, -step)
    found = of(raster(half[None], "l.tif", epsg=4326, geotransform=place), probability).codes(0, 12)
    assert (found != 255).any()
    assert not (found[:, :5] == 1).any() and not (found[:, 5:] == 0).any()
    assert (found == 1).sum() == pytest.approx((found == 0).sum(), abs=10)


def test_labels_without_georeference_fit_by_their_size(raster, labels):
    here = raster(labels[None] % 2, "p.tif", epsg=0, geotransform=None)
    alike = raster(labels[None], "l.tif", epsg=0, geotransform=None)
    assert (of(alike, here).codes(2, 5) == labels[2:7]).all()
    smaller = raster(labels[None, :5], "m.tif", epsg=0, geotransform=None)
    with pytest.raises(ScarpError, match='"Labels" has 10 x 5 pixels, and what it is compared with 10 x 12 and no'):
        of(smaller, here)


def test_the_band_of_the_labels_and_further_classes(raster, probability, labels):
    classes = np.where(labels == 255, 2, labels)
    path = raster(np.stack([labels * 0 + 9, classes]), "l.tif", descriptions=["red", "mask"])
    with pytest.raises(ScarpError, match="holds no labels: it has the value 2"):
        of(path, probability)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("SCARP_CLASSES", '["landslide", "debris flow"]')
    del dataset
    assert (of(path, probability).codes(0, 12) == (labels == 1)).all()


def test_unusable_labels(raster, probability, labels, tmp_path):
    with pytest.raises(ScarpError, match=r"nowhere\.tif cannot be opened"):
        of(str(tmp_path / "nowhere.tif"), probability)
    with pytest.raises(ScarpError, match=r'The layer "Labels" has no coordinate reference system'):
        of(raster(labels[None], "l.tif", epsg=0), probability)
