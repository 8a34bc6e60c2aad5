"""Tests of scarp.engine.origin."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.origin import Origin, read_origin


def written(path: str, items: dict[str, str]) -> str:
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadata(items)
    del dataset
    return path


@pytest.mark.parametrize(
    "origin",
    [Origin("unet <30 m> & ä", 0.45, "斜面.tif"), Origin("m", 0.0), Origin(source="a.tif"), Origin(),
     Origin("m", 0.4, "a", 0.0)],
)  # fmt: skip
def test_it_comes_back_from_the_file(raster, origin):
    path = written(raster(np.zeros((1, 2, 2), np.uint8)), origin.items())
    assert read_origin(path) == origin
    vrt = gdal.Translate("/vsimem/origin.vrt", path, format="VRT", noData=0)
    vrt.FlushCache()
    assert read_origin("/vsimem/origin.vrt") == origin
    gdal.Unlink("/vsimem/origin.vrt")


@pytest.mark.parametrize("text", ["", "high", "1.5", "nan", "-0.1"])
def test_a_threshold_that_is_none_is_not_known(raster, text):
    path = written(raster(np.zeros((1, 2, 2), np.uint8)), {"SCARP_THRESHOLD": text, "SCARP_MODEL": "m"})
    assert read_origin(path) == Origin("m")


def test_a_score_that_is_none_is_not_known(raster):
    path = written(raster(np.zeros((1, 2, 2), np.uint8)), {"SCARP_SCORE": "high", "SCARP_THRESHOLD": "0.4"})
    assert read_origin(path) == Origin(threshold=0.4)


def test_of_no_raster_nothing_is_known(tmp_path, gdal_exceptions):
    assert read_origin(str(tmp_path / "nowhere.tif")) == Origin()
