"""Tests of scarp.engine.reference."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.evaluation_grid import EvaluationGrid
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
