"""Tests of scarp.engine.evaluation_grid."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from osgeo import ogr
from scarp.engine import evaluation_grid
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.evaluation_grid import EvaluationGrid, bounds_in, fitting_resolution_m
from scarp.engine.measurements import Measurer
from scarp.engine.progress import Quiet
from scarp.engine.scene import open_raster
from scarp.tests.conftest import UTM, Recorder, wkt

TURNED = (500000.0, 0.8, 0.6, 4000000.0, 0.6, -0.8)


def test_pixels_lie_at_multiples_of_their_size() -> None:
    grid = EvaluationGrid.over((500000.3, 500010.0, 4000000.0, 4000020.9), wkt(UTM), 2.0)
    assert grid.geotransform == (500000.0, 2.0, 0.0, 4000022.0, 0.0, -2.0)
    assert (grid.width, grid.height) == (5, 11)
    point = EvaluationGrid.over((500000.0, 500000.0, 4000000.0, 4000000.0), wkt(UTM), 2.0)
    assert (point.width, point.height) == (1, 1)


def test_metres_are_metres_in_any_crs() -> None:
    grid = EvaluationGrid.over((13.0, 13.01, 59.995, 60.005), wkt(4326), 10.0)
    width_m, height_m, _ = Measurer(grid.crs_wkt).cell_sizes(
        np.array([[13.005, 60.0]]), np.array([grid.geotransform[1], 0.0]), np.array([0.0, grid.geotransform[5]])
    )
    assert (width_m[0], height_m[0]) == (pytest.approx(10.0, rel=1e-4), pytest.approx(10.0, rel=1e-4))
    mercator = EvaluationGrid.over((0.0, 1000.0, 8399737.0, 8400737.0), wkt(3857), 10.0)
    assert mercator.geotransform[1] == pytest.approx(20.0, rel=0.01)


@pytest.mark.parametrize("resolution_m", [0.0, -1.0, float("nan"), float("inf"), 1e-5])
def test_unusable_resolutions_are_refused(resolution_m: float) -> None:
    with pytest.raises(ScarpError, match=r"Give a (number of metres above 0|coarser resolution)"):
        EvaluationGrid.over((500000.0, 501000.0, 4000000.0, 4001000.0), wkt(UTM), resolution_m)


def test_a_resolution_that_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds = (500000.0, 510000.0, 4000000.0, 4010000.0)
    areas = [400.0] * 50 + [1e6] * 50
    assert fitting_resolution_m(areas, bounds, wkt(UTM)) == (
        2.0, "about a tenth of the width of small landslides, which is 20 m"
    )  # fmt: skip
    coarser = fitting_resolution_m([1.0], bounds, wkt(UTM))
    assert coarser == (1.0, "so that the grid has no more than 100,000,000 pixels")
    monkeypatch.setattr(evaluation_grid, "MOST_PIXELS", 1000)
    found, _ = fitting_resolution_m(areas, bounds, wkt(UTM))
    assert found == 500.0
    grid = EvaluationGrid.over(bounds, wkt(UTM), found)
    assert grid.width * grid.height <= 1000


@pytest.mark.parametrize("geotransform", [(500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0), TURNED])
def test_cropping(raster: Callable[..., str], geotransform: tuple[float, ...]) -> None:
    source = open_raster(raster(np.zeros((1, 40, 50), np.uint8), geotransform=geotransform))
    grid = EvaluationGrid.of_raster(source, "scene")
    corners = grid.to_map(np.array([[10.5, 5.5], [20.0, 5.5], [20.0, 9.0], [10.5, 9.0]]))
    (west, south), (east, north) = corners.min(axis=0), corners.max(axis=0)
    part = grid.cropped((west, east, south, north))
    offset = grid.to_pixels(part.to_map(np.array([[0, 0], [part.width, part.height]])))
    assert offset == pytest.approx(np.rint(offset), abs=1e-6)
    assert (offset[0] <= (10.5, 5.5)).all() and (offset[1] >= (20.0, 9.0)).all()
    assert part.width * part.height < grid.width * grid.height
    if geotransform[2] == 0:
        assert np.rint(offset).tolist() == [[10, 5], [20, 9]]
    assert grid.cropped((0.0, 1.0, 0.0, 1.0)) is grid


def test_strips_cover_it_once(monkeypatch: pytest.MonkeyPatch, progress: Recorder) -> None:
    monkeypatch.setattr(evaluation_grid, "STRIP_ROWS", 7)
    grid = EvaluationGrid(5, 20, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), wkt(UTM))
    assert list(grid.strips(progress)) == [(0, 7), (7, 7), (14, 6)]
    assert progress.values[-1] == 100.0
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        next(grid.strips(progress))
    monkeypatch.setattr(evaluation_grid, "STRIP_PIXELS", 3)
    assert len(list(grid.strips(Quiet()))) == 20


def test_a_raster_without_crs_is_refused(raster: Callable[..., str]) -> None:
    with pytest.raises(ScarpError, match=r'The layer "it" has no coordinate reference system'):
        EvaluationGrid.of_raster(open_raster(raster(np.zeros((1, 2, 2), np.uint8), epsg=0)), "it")


def test_bounds_in_another_crs() -> None:
    polygon = ogr.CreateGeometryFromWkt("POLYGON ((140 36,142 36,142 37,140 37,140 36))")
    west, east, south, north = bounds_in(wkt(UTM), [bytes(polygon.ExportToWkb())], wkt(4326), "area")
    # By gdaltransform; the edge in the middle of the zone reaches further south than the corners.
    assert (west, east) == (pytest.approx(409870.95, abs=0.01), pytest.approx(590129.05, abs=0.01))
    assert (south, north) == (pytest.approx(3983948.45, abs=0.01), pytest.approx(4095339.69, abs=0.01))
    with pytest.raises(ScarpError, match=r'The layer "area" has no coordinate reference system'):
        bounds_in(wkt(UTM), [bytes(polygon.ExportToWkb())], "", "area")
