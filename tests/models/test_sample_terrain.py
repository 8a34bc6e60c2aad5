from __future__ import annotations

import numpy as np
import pytest
from scarp.models.sample_terrain import (
    distance_to_line,
    fractal_noise,
    resample,
    sample_terrain,
    steady_relief,
    without_small,
)


def test_resample_takes_the_window_asked_for():
    ramp = np.tile(np.arange(8.0), (6, 1))
    np.testing.assert_allclose(resample(ramp, (6, 8)), ramp, atol=0.2)
    part = resample(ramp, (4, 8), (2, 1, 4, 2))
    assert part.shape == (4, 8)
    assert part.mean() == pytest.approx(3.5, abs=0.05)


def test_noise_has_unit_strength_and_weakens_as_pixels_grow():
    fine = fractal_noise(np.random.default_rng(0), (300, 300), 1.0, 16.0, 1.0, 1.0)
    coarse = fractal_noise(np.random.default_rng(0), (300, 300), 8.0, 16.0, 1.0, 1.0)
    assert fine.std() == pytest.approx(1, abs=0.25)
    assert coarse.std() < 0.9 * fine.std()
    assert abs(fine.mean()) < 0.2


def test_distance_to_a_straight_line():
    distance = distance_to_line(np.array([[-50.0, 21.0], [90.0, 21.0]]), (30, 20), 2.0)
    np.testing.assert_allclose(distance[:, 5], np.abs(np.arange(30) - 10) * 2.0)


def test_small_pieces_are_dropped():
    mask = np.zeros((20, 20), bool)
    mask[2:4, 2:4] = True
    mask[8:18, 8:18] = True
    kept = without_small(mask, 50)
    assert kept.sum() == 100
    assert not kept[2:4, 2:4].any()


def test_every_node_drains_to_the_base():
    base = np.zeros((30, 40), bool)
    base[-1] = True
    relief = steady_relief(np.random.default_rng(1), base, np.zeros((30, 40)), np.ones((30, 40)), 10.0)
    assert (relief[-1] == 0).all()
    framed = np.pad(relief, 1, constant_values=np.inf)
    lowest = np.min([framed[r : r + 30, c : c + 40] for r in range(3) for c in range(3) if (r, c) != (1, 1)], axis=0)
    assert (relief[~base] > lowest[~base]).all()


@pytest.mark.parametrize(("size", "resolution_m"), [(64, 0.5), (128, 1.0), (200, 10.0)])
def test_steep_hills_rise_from_a_flat_floor(size, resolution_m):
    terrain = sample_terrain(np.random.default_rng(2), (size, size), resolution_m)
    slope_deg = terrain.slope_deg
    assert 15 < np.median(slope_deg[terrain.floor < 0.1]) < 40
    assert np.median(slope_deg[terrain.floor > 0.9]) < 6
    river = distance_to_line(terrain.river_xy_m, terrain.dem.shape, resolution_m) < terrain.river_width_m
    assert terrain.dem[river].mean() < np.percentile(terrain.dem, 20)
    assert np.ptp(terrain.dem) > 0.1 * size * resolution_m


def test_the_river_runs_downhill():
    terrain = sample_terrain(np.random.default_rng(3), (200, 300), 4.0)
    x, y = terrain.river_xy_m.T
    inside = (x > 0) & (x < 1200) & (y > 0) & (y < 800)
    heights = terrain.dem[(y[inside] / 4).astype(int), (x[inside] / 4).astype(int)]
    third = heights.size // 3
    assert heights[:third].mean() > heights[third:-third].mean() > heights[-third:].mean()
