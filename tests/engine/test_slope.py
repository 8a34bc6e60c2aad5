from __future__ import annotations

import math

import numpy as np
import pytest
from scarp.engine.errors import ScarpError
from scarp.engine.polygon_pixels import box_wkb
from scarp.engine.progress import Quiet
from scarp.engine.slope import mean_slopes
from scarp.tests.conftest import METRE, wkt


def box(column: float, row: float, side: float) -> bytes:
    west, north = 500000 + column, 4000000 - row
    return box_wkb(np.array([[west, north], [west + side, north], [west + side, north - side], [west, north - side]]))


def test_mean_slope_of_a_roof(raster):
    column = np.arange(40)
    heights = np.where(column < 20, column * math.tan(math.radians(10)), 100 + column * math.tan(math.radians(30)))
    dem = raster(np.tile(heights.astype(np.float32), (1, 40, 1)), "dem.tif")
    slopes = mean_slopes(dem, [box(5, 5, 8), box(25, 5, 8), box(26.2, 6.2, 0.2), box(90, 5, 8)], wkt(32654), Quiet())
    # A metre of this grid is 1.0004 m, so slopes are a little less.
    assert slopes[:3] == pytest.approx([10.0, 30.0, 30.0], abs=0.02)
    assert math.isnan(slopes[3])


def test_coarse_dem_in_degrees(raster):
    row = np.arange(60)
    step = 30 / 110_950
    dem = raster(
        np.tile((-30 * math.tan(math.radians(25)) * row).astype(np.float32)[:, None], (1, 1, 60)), "dem.tif",
        epsg=4326, geotransform=(140.99, step, 0.0, 36.15, 0.0, -step),
    )  # fmt: skip
    assert mean_slopes(dem, [box(0, 0, 5), box(-100, 0, 90)], wkt(32654), Quiet()) == pytest.approx(25.0, abs=0.2)


def test_dem_without_crs(raster):
    dem = raster(np.ones((1, 9, 9), np.float32), "bare.tif", epsg=0, geotransform=METRE)
    with pytest.raises(ScarpError, match=r'The DEM ".*bare.tif" has no coordinate reference system'):
        mean_slopes(dem, [box(0, 0, 5)], wkt(32654), Quiet())
    with pytest.raises(ScarpError, match=r"/no/dem.tif cannot be opened"):
        mean_slopes("/no/dem.tif", [box(0, 0, 5)], wkt(32654), Quiet())
