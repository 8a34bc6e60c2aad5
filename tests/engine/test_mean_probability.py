"""Tests of scarp.engine.mean_probability."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.mean_probability import mean_percent, write_mean
from scarp.engine.origin import Origin, read_origin
from scarp.engine.progress import Quiet
from scarp.tests.engine.test_polygons import write_raster


def test_the_mean_of_two_maps_is_rounded_up_and_nodata_stays() -> None:
    one, other = np.array([[10, 20, 0, 255, 7]], np.uint8), np.array([[11, 30, 100, 5, 255]], np.uint8)
    assert mean_percent(one, other).tolist() == [[11, 25, 50, 255, 255]]


def test_the_raster_of_many_strips_and_its_histogram(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    one, other = (rng.integers(0, 101, (1100, 30)).astype(np.uint8) for _ in range(2))
    one[:300, :5], other[700:] = 255, 255
    paths = [write_raster(tmp_path / f"{name}.tif", each) for name, each in (("one", one), ("other", other))]
    origin = Origin("both", 0.44, "a.tif", 0.3)
    histogram = write_mean(*paths, tmp_path / "mean.tif", origin, Quiet())
    written, first = gdal.Open(str(tmp_path / "mean.tif")), gdal.Open(paths[0])
    mean = mean_percent(one, other)
    assert (written.ReadAsArray() == mean).all()
    assert histogram.tolist() == [int((mean == percent).sum()) for percent in range(101)]
    assert (written.GetGeoTransform(), written.GetProjection()) == (first.GetGeoTransform(), first.GetProjection())
    assert read_origin(str(tmp_path / "mean.tif")) == origin


def test_grids_that_differ(tmp_path: Path) -> None:
    one = write_raster(tmp_path / "one.tif", np.zeros((4, 6), np.uint8))
    other = write_raster(tmp_path / "other.tif", np.zeros((4, 7), np.uint8))
    with pytest.raises(ScarpError, match=r"since their grids differ: 6 x 4 pixels from .* and 7 x 4 pixels from"):
        write_mean(one, other, tmp_path / "mean.tif", Origin(), Quiet())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.tif", "other.tif"]


def test_cancelled(tmp_path: Path, progress: Any) -> None:
    progress.cancel_at = 40.0
    path = write_raster(tmp_path / "one.tif", np.zeros((1100, 6), np.uint8))
    with pytest.raises(Cancelled):
        write_mean(path, path, tmp_path / "mean.tif", Origin(), progress)
    assert [each.name for each in tmp_path.iterdir()] == ["one.tif"]
