from __future__ import annotations

import math

import numpy as np
import pytest
from scarp.engine.aspect import SECTORS, facing, mean_direction, sector_counts
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.polygon_pixels import box_wkb
from scarp.engine.progress import Quiet
from scarp.engine.slope import mean_slopes
from scarp.tests.conftest import METRE, wkt

SIDE = 60


def box(column: float, row: float, side: float, west: float = 500000.0) -> bytes:
    left, north = west + column, 4000000 - row
    return box_wkb(np.array([[left, north], [left + side, north], [left + side, north - side], [left, north - side]]))


def plane(azimuth_deg: float, slope_deg: float, geotransform=METRE) -> np.ndarray:
    """Heights of a plane that falls towards an azimuth of the map, shape (1, 60, 60)."""
    row, column = np.mgrid[:SIDE, :SIDE] + 0.5
    _, a, b, _, c, d = geotransform
    east, north = a * column + b * row, c * column + d * row
    azimuth = math.radians(azimuth_deg)
    down = east * math.sin(azimuth) + north * math.cos(azimuth)
    return (1000 - math.tan(math.radians(slope_deg)) * down)[None].astype(np.float32)


@pytest.mark.parametrize("azimuth", [0, 10, 90, 135, 200, 270, 355])
def test_a_tilted_plane(raster, azimuth):
    found = facing(raster(plane(azimuth, 20), "dem.tif"), [box(10, 10, 20)], wkt(32654), 1, Quiet())
    off = (found.aspect_deg[0] - azimuth + 180) % 360 - 180
    assert off == pytest.approx(0.0, abs=0.05)
    # A metre of this grid is 1.0004 m, so slopes are a little less.
    assert found.slope_deg == pytest.approx([20.0], abs=0.02)


@pytest.mark.parametrize("geotransform", [
    (500000.0, 1.0, 0.0, 3999940.0, 0.0, 1.0),  # south up
    (500040.0, -1.0, 0.0, 4000000.0, 0.0, -1.0),  # from right to left
    (500010.0, 0.8, -0.6, 4000000.0, -0.6, -0.8),  # rotated
])  # fmt: skip
@pytest.mark.parametrize("azimuth", [70, 127])
def test_however_the_grid_lies(raster, geotransform, azimuth):
    dem = raster(plane(azimuth, 30, geotransform), "dem.tif", geotransform=geotransform)
    found = facing(dem, [box(10, 25, 8)], wkt(32654), 1, Quiet())
    assert (found.aspect_deg[0], found.slope_deg[0]) == pytest.approx((azimuth, 30.0), abs=0.05)


def test_north_is_true_north(raster):
    # 200 km east of the central meridian, the grid's north points east of the true one by the meridians' convergence.
    there = (700000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0)
    found = facing(
        raster(plane(0, 15), "dem.tif", geotransform=there), [box(5, 5, 20, 700000)], wkt(32654), 1, Quiet()
    )
    assert found.aspect_deg[0] == pytest.approx(2.2226 * math.sin(math.radians(36.1240)), abs=0.01)


def test_dem_in_degrees(raster):
    step = 30 / 110_950
    # As many degrees to the east as to the north, which are shorter on the ground: the steepest way turns to the east.
    dem = raster(
        plane(45, 25) * 30, "dem.tif", epsg=4326, geotransform=(140.99, step, 0.0, 36.15, 0.0, -step)
    )  # fmt: skip
    found = facing(dem, [box(0, 0, 60), box(-100, 0, 90)], wkt(32654), 2, Quiet())
    east_m, north_m = math.cos(math.radians(36.14)) * 111_320 / 0.99886, 110_960
    assert found.aspect_deg == pytest.approx(math.degrees(math.atan2(1 / east_m, 1 / north_m)), abs=0.1)


def test_flat_pixels_face_nowhere(raster):
    heights = np.where(np.arange(SIDE) < 30, 0.0, (np.arange(SIDE) - 29) * 1.0)
    dem = raster(np.tile(heights.astype(np.float32), (1, SIDE, 1)), "dem.tif")
    found = facing(dem, [box(5, 5, 10), box(20, 20, 20)], wkt(32654), 2, Quiet())
    assert math.isnan(found.aspect_deg[0]) and found.slope_deg[0] == 0.0
    assert found.aspect_deg[1] == pytest.approx(270.0, abs=0.01)
    assert 15 < found.slope_deg[1] < 30


def test_directions_are_averaged_on_the_circle(raster):
    # The two halves face 30 degrees to either side of north.
    right = plane(30, 20)[0, :, :30]
    dem = raster(np.hstack([right[:, ::-1], right])[None], "dem.tif")
    found = facing(dem, [box(10, 10, 16), box(34, 10, 16), box(20, 10, 20)], wkt(32654), 3, Quiet())
    assert found.aspect_deg[:2] == pytest.approx([330.0, 30.0], abs=0.05)
    assert (found.aspect_deg[2] + 180) % 360 == pytest.approx(180.0, abs=0.05)
    assert found.aspect_deg[2] < 360.0


def test_slopes_are_those_of_the_attributes_and_the_order_is_kept(raster):
    random = np.random.default_rng(0)
    heights = random.normal(0, 5, (1, SIDE, SIDE)).cumsum(axis=1).cumsum(axis=2).astype(np.float32) / 20
    dem = raster(heights, "dem.tif", nodata=-9999)
    boxes = [box(*place, 4) for place in random.uniform(0, 60, (1200, 2))] + [box(90, 5, 8), box(58, 20, 10)]
    found = facing(dem, iter(boxes), wkt(32654), len(boxes), Quiet())
    assert found.slope_deg == pytest.approx(mean_slopes(dem, boxes, wkt(32654), Quiet()), nan_ok=True)
    assert np.isnan(found.slope_deg[-2:]).all() and np.isnan(found.aspect_deg[-2:]).all()
    assert np.isfinite(found.aspect_deg[np.isfinite(found.slope_deg)]).all()


def test_counts_of_a_rose():
    aspects = np.array([0.0, 11.24, 11.26, 348.76, 348.7, 90.0, 180.0, 359.9, math.nan, 360.0])
    counts = sector_counts(aspects)
    assert dict(zip(SECTORS, counts.tolist())) == {
        **dict.fromkeys(SECTORS, 0), "N": 5, "NNE": 1, "NNW": 1, "E": 1, "S": 1,
    }  # fmt: skip
    assert sector_counts(aspects, 4).tolist() == [7, 1, 1, 0]
    assert sector_counts(np.array([math.nan])).sum() == 0


def test_mean_direction():
    assert mean_direction(np.array([350.0, 10.0])) == pytest.approx((0.0, math.cos(math.radians(10))), abs=1e-9)
    assert mean_direction(np.array([80.0, 100.0, math.nan])) == pytest.approx((90.0, math.cos(math.radians(10))))
    direction, length = mean_direction(np.array([0.0, 90.0, 180.0, 270.0]))
    assert math.isnan(direction) and length == pytest.approx(0.0, abs=1e-12)
    assert all(math.isnan(each) for each in mean_direction(np.array([math.nan])))


def test_what_is_refused_and_cancelling(raster, progress):
    dem = raster(plane(0, 5), "dem.tif")
    with pytest.raises(ScarpError, match="The landslides have no coordinate system"):
        facing(dem, [box(5, 5, 5)], "", 1, Quiet())
    bare = raster(plane(0, 5), "bare.tif", epsg=0)
    with pytest.raises(ScarpError, match=r'The DEM ".*bare.tif" has no coordinate reference system'):
        facing(bare, [box(5, 5, 5)], wkt(32654), 1, Quiet())
    progress.cancel_after = 2
    with pytest.raises(Cancelled):
        facing(dem, [box(5, 5, 5)] * 10, wkt(32654), 10, progress)
