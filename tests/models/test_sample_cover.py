from __future__ import annotations

import numpy as np
import pytest
from scarp.models.sample_cover import crown_height_m, sample_cover, strip_cover
from scarp.models.sample_landslides import sample_landslides
from scarp.models.sample_terrain import distance_to_line, sample_terrain


@pytest.fixture(scope="module")
def place():
    rng = np.random.default_rng(4)
    terrain = sample_terrain(rng, (200, 260), 2.0)
    valid = np.ones(terrain.dem.shape, bool)
    slides = sample_landslides(rng, terrain, valid, ~valid, 20, overlap=True)
    scars = sample_landslides(rng, terrain, valid, ~valid, 3, overlap=True)
    before = sample_cover(rng, terrain, scars)
    return terrain, slides, before, strip_cover(rng, before, slides, 2.0)


def test_each_tree_is_a_dome():
    forest = np.zeros((80, 80), bool)
    forest[:, 40:] = True
    height = crown_height_m(np.random.default_rng(0), forest, 0.5, 8.0)
    assert not height[:, :40].any()
    inner = height[1:-1, 41:-1]
    peaks = np.ones_like(inner, bool)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            peaks &= inner >= height[1 + dy : 79 + dy, 41 + dx : 79 + dx]
    # 40 m x 20 m in cells of 8 m: a dozen trees.
    assert 6 <= (peaks & (inner > 0.3)).sum() <= 22


def test_trees_are_no_longer_seen_one_by_one_in_coarse_pixels():
    forest = np.ones((100, 100), bool)
    fine = crown_height_m(np.random.default_rng(0), forest, 1.0, 8.0)
    coarse = crown_height_m(np.random.default_rng(0), forest, 10.0, 8.0)
    assert coarse.std() < 0.5 * fine.std()
    assert coarse.mean() == pytest.approx(0.7, abs=0.05)


def test_forest_on_the_hills_and_fields_on_the_floor(place):
    terrain, _, before, _ = place
    assert np.median(before.tall_m[terrain.floor < 0.05]) > 4
    assert np.median(before.tall_m[terrain.floor > 0.9]) < 1
    assert before.reflectance[0][terrain.floor > 0.9].mean() > 2 * before.reflectance[0][terrain.floor < 0.05].mean()


def test_the_river_is_dark_and_bare(place):
    terrain, _, before, _ = place
    water = distance_to_line(terrain.river_xy_m, terrain.dem.shape, 2.0) < 0.2 * terrain.river_width_m
    assert before.reflectance[:, water].mean() < 0.16
    assert not before.tall_m[water].any()
    assert not before.green[water].any()


def test_landslides_take_the_trees_and_leave_the_rest(place):
    _, slides, before, after = place
    inside = slides.number > 0
    for name in ("reflectance", "tall_m", "green"):
        np.testing.assert_array_equal(getattr(before, name)[..., ~inside], getattr(after, name)[..., ~inside])
    assert after.tall_m[inside].mean() < 0.35 * before.tall_m[inside].mean()
    assert after.green[inside].mean() < 0.2
    assert after.reflectance[0][inside].mean() > 2 * before.reflectance[0][inside].mean()


def test_debris_is_darker_than_the_scar(place):
    _, slides, _, after = place
    bare = (slides.number > 0) & (after.green == 0)
    red = after.reflectance[0]
    assert red[bare & (slides.progress < 0.4)].mean() > 1.2 * red[bare & (slides.progress > 0.9)].mean()
