"""Tests of scarp.engine.zonal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr
from scarp.engine import probability_raster
from scarp.engine.errors import Cancelled
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet
from scarp.engine.zonal import Statistics, zonal_statistics
from scarp.tests.conftest import Recorder

LOWEST = 40
Write = Callable[..., str]


class Arrays:
    """Ground from arrays; remembers which windows were read."""

    def __init__(self, elevation: NDArray[Any], slope: NDArray[Any]) -> None:
        self.elevation, self.slope = elevation, slope
        self.windows: list[tuple[int, int, int, int]] = []

    def read(self, column: int, row: int, columns: int, rows: int) -> tuple[NDArray[Any], NDArray[Any]]:
        self.windows.append((column, row, columns, rows))
        window = np.s_[row : row + rows, column : column + columns]
        return self.elevation[window], self.slope[window]


def pieces(percent: NDArray[np.uint8]) -> tuple[list[ogr.Geometry], NDArray[Any], NDArray[Any]]:
    """Polygons of what is extracted, their first and last rows, and the piece of each pixel, -1 for none."""
    mask = gdal.GetDriverByName("MEM").Create("", percent.shape[1], percent.shape[0], 1, gdal.GDT_Byte)
    extracted = (percent >= LOWEST) & (percent <= 100)
    mask.GetRasterBand(1).WriteArray(extracted.astype(np.uint8))
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("", None, ogr.wkbPolygon)
    gdal.Polygonize(mask.GetRasterBand(1), mask.GetRasterBand(1), layer, -1)
    polygons = [feature.GetGeometryRef().Clone() for feature in layer]
    bounds = np.array([[int(e) for e in polygon.GetEnvelope()[2:]] for polygon in polygons]).reshape(-1, 2)
    labels = np.full(percent.shape, -1)
    for row, column in zip(*np.nonzero(extracted)):
        point = ogr.CreateGeometryFromWkt(f"POINT ({column + 0.5} {row + 0.5})")
        (labels[row, column],) = [i for i, polygon in enumerate(polygons) if polygon.Contains(point)]
    return polygons, bounds, labels


def example(density: float, seed: int = 0) -> NDArray[np.uint8]:
    random = np.random.default_rng(seed)
    percent = random.integers(0, 101, (24, 18), dtype=np.uint8)
    percent[random.random(percent.shape) > density] = 0
    percent[random.random(percent.shape) < 0.05] = 255
    return percent


def ground(shape: tuple[int, ...]) -> Arrays:
    random = np.random.default_rng(9)
    elevation, slope = random.uniform(-50, 900, shape), random.uniform(0, 60, shape)
    elevation[random.random(shape) < 0.2] = np.nan
    slope[random.random(shape) < 0.3] = np.nan
    return Arrays(elevation, slope)


@pytest.mark.parametrize("strip_rows", [1, 5, 512])
@pytest.mark.parametrize("density", [0.3, 0.95])
def test_statistics_are_those_of_each_polygon_s_pixels(
    raster: Write, monkeypatch: pytest.MonkeyPatch, strip_rows: int, density: float
) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", strip_rows)
    percent = example(density)
    polygons, bounds, labels = pieces(percent)
    assert len(polygons) > 10
    over = ground(percent.shape)
    opened = ProbabilityRaster(raster(percent[None], nodata=255, options=["BLOCKYSIZE=1"]))
    found = zonal_statistics(opened, polygons.__getitem__, bounds, LOWEST, over, Quiet())
    for index in range(len(polygons)):
        inside = labels == index
        elevation = over.elevation[inside][np.isfinite(over.elevation[inside])]
        slope = over.slope[inside][np.isfinite(over.slope[inside])]
        assert found.pixels[index] == inside.sum()
        assert found.percent_sum[index] == percent[inside].sum(dtype=int)
        assert found.percent_max[index] == percent[inside].max()
        assert found.slope_pixels[index] == len(slope)
        assert found.slope_sum[index] == pytest.approx(slope.sum())
        assert found.highest[index] == max(elevation, default=-np.inf)
        assert found.lowest[index] == min(elevation, default=np.inf)


def test_the_order_of_the_polygons_is_kept(raster: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 4)
    percent = example(0.5, 3)
    polygons, bounds, labels = pieces(percent)
    order = np.random.default_rng(1).permutation(len(polygons))
    opened = ProbabilityRaster(raster(percent[None], nodata=255, options=["BLOCKYSIZE=1"]))
    found = zonal_statistics(opened, lambda index: polygons[order[index]], bounds[order], LOWEST, None, Quiet())
    assert found.pixels.tolist() == [(labels == index).sum() for index in order]
    assert not found.slope_pixels.any()
    assert np.isneginf(found.highest).all()
    assert np.isposinf(found.lowest).all()


def test_pixels_of_polygons_that_were_dropped_count_nowhere(raster: Write) -> None:
    percent = example(0.5, 3)
    polygons, bounds, labels = pieces(percent)
    kept = np.arange(0, len(polygons), 3)
    over = ground(percent.shape)
    opened = ProbabilityRaster(raster(percent[None], nodata=255))
    found = zonal_statistics(opened, lambda index: polygons[kept[index]], bounds[kept], LOWEST, over, Quiet())
    assert found.pixels.tolist() == [(labels == index).sum() for index in kept]
    assert found.slope_pixels.tolist() == [np.isfinite(over.slope[labels == index]).sum() for index in kept]


def test_ground_is_read_where_something_is_extracted_only(raster: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 10)
    percent = np.zeros((40, 30), np.uint8)
    percent[13:16, 5:9] = 80
    percent[17, 20] = 90
    polygons, bounds, _ = pieces(percent)
    over = ground(percent.shape)
    opened = ProbabilityRaster(raster(percent[None], options=["BLOCKYSIZE=10"]))
    found = zonal_statistics(opened, polygons.__getitem__, bounds, LOWEST, over, Quiet())
    assert over.windows == [(5, 13, 16, 5)]
    assert found.pixels.tolist() == [12, 1]
    assert found.percent_max.tolist() == [80, 90]


def test_nothing_extracted_and_cancelled(raster: Write, progress: Recorder) -> None:
    path = raster(np.full((1, 9, 9), 60, np.uint8))
    none = zonal_statistics(ProbabilityRaster(path), lambda _: None, np.empty((0, 2), np.int64), 40, None, Quiet())
    assert len(none.pixels) == 0
    assert none.joined(np.empty(0, np.int64)) is none
    progress.cancel_after = 0
    polygons, bounds, _ = pieces(np.full((9, 9), 60, np.uint8))
    with pytest.raises(Cancelled):
        zonal_statistics(ProbabilityRaster(path), polygons.__getitem__, bounds, LOWEST, None, progress)


def test_joined_statistics_are_those_of_the_groups() -> None:
    random = np.random.default_rng(0)
    group = np.array([0, 0, 0, 1, 2, 2, 3])
    whole = random.integers(0, 99, (4, 7))
    parts = random.uniform(0, 99, (3, 7))
    statistics = Statistics(whole[0], whole[1], whole[2], parts[0], whole[3], parts[1], parts[2])
    joined = statistics.joined(group)
    for number in range(4):
        members = group == number
        assert joined.pixels[number] == whole[0, members].sum()
        assert joined.percent_sum[number] == whole[1, members].sum()
        assert joined.percent_max[number] == whole[2, members].max()
        assert joined.slope_sum[number] == pytest.approx(parts[0, members].sum())
        assert joined.slope_pixels[number] == whole[3, members].sum()
        assert joined.highest[number] == parts[1, members].max()
        assert joined.lowest[number] == parts[2, members].min()
