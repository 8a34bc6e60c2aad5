from __future__ import annotations

import numpy as np
import pytest
from scarp.models.sample_landslides import crowns, landslide_areas_m2, reached, sample_landslides
from scarp.models.sample_terrain import distance_to_line, sample_terrain


@pytest.fixture(scope="module")
def terrain():
    return sample_terrain(np.random.default_rng(1), (240, 300), 3.0)


@pytest.fixture(scope="module")
def water(terrain):
    return distance_to_line(terrain.river_xy_m, terrain.dem.shape, 3.0) < terrain.river_width_m / 2


@pytest.fixture(scope="module")
def slides(terrain, water):
    valid = np.ones(terrain.dem.shape, bool)
    return sample_landslides(np.random.default_rng(2), terrain, valid, water, 50, overlap=True)


def test_crowns_are_steeper_than_the_scene(terrain, slides):
    slope_deg = np.degrees(np.arctan(np.hypot(*np.gradient(terrain.dem, 3.0))))
    crown = (slides.number > 0) & (slides.progress < 0.15)
    assert slope_deg[crown].mean() > slope_deg.mean() + 5


def test_every_landslide_runs_down(terrain, slides):
    assert slides.count == 50
    for number in range(1, 51):
        inside = slides.number == number
        upper, lower = np.quantile(slides.progress[inside], (0.25, 0.75))
        head, toe = inside & (slides.progress <= upper), inside & (slides.progress >= lower)
        assert terrain.dem[head].mean() > terrain.dem[toe].mean()


def test_the_way_grows_with_the_distance_to_the_crown(slides):
    for number in range(1, 51):
        inside = slides.number == number
        assert np.corrcoef(slides.along_m[inside], slides.progress[inside])[0, 1] > 0.95


def test_landslides_stop_at_the_river_and_at_the_edge_of_the_swath(terrain, water):
    valid = np.ones(terrain.dem.shape, bool)
    valid[:, :60] = False
    slides = sample_landslides(np.random.default_rng(2), terrain, valid, water, 120, overlap=True)
    assert slides.count == 120
    assert not slides.number[water | ~valid].any()


def test_fewer_landslides_where_they_do_not_fit(terrain, water):
    valid = np.zeros(terrain.dem.shape, bool)
    valid[:40, :40] = True
    slides = sample_landslides(np.random.default_rng(2), terrain, valid, water, 500, overlap=False)
    assert 3 < slides.count < 500
    assert slides.number.max() == slides.count


def test_no_ground_no_landslides(terrain, water):
    nowhere = np.zeros(terrain.dem.shape, bool)
    assert sample_landslides(np.random.default_rng(2), terrain, nowhere, water, 3, overlap=True).count == 0


def test_areas_have_a_heavy_tail_and_the_mean_asked_for():
    areas = landslide_areas_m2(np.random.default_rng(0), 20_000, 500.0)
    assert areas.mean() == pytest.approx(500, rel=0.15)
    assert (np.diff(areas) <= 0).all()
    # Exceedance falls as area to the power -1.4.
    assert np.log2((areas > 500).sum() / (areas > 2000).sum()) / 2 == pytest.approx(1.3, abs=0.3)


def test_crowns_are_drawn_from_steep_free_ground(terrain):
    free = np.zeros(terrain.dem.shape, bool)
    free[:, 100:] = True
    drawn = crowns(np.random.default_rng(0), terrain, free, 200)
    assert len(np.unique(drawn, axis=0)) == 200
    assert drawn[:, 1].min() >= 100
    assert (terrain.floor[tuple(drawn.T)] <= 0.02).all()
    steep = np.percentile(terrain.slope_deg[free], 60)
    drawn_deg = terrain.slope_deg[tuple(drawn.T)]
    assert drawn_deg.min() >= steep
    possible = free & (terrain.slope_deg >= steep) & (terrain.floor <= 0.02)
    assert drawn_deg.mean() > terrain.slope_deg[possible].mean() + 1


def test_reached_follows_a_bent_way_but_not_corners():
    mask = np.array(
        [
            [1, 1, 1, 0, 0],
            [0, 0, 1, 0, 1],
            [1, 0, 1, 0, 1],
            [1, 0, 1, 1, 0],
            [1, 0, 0, 1, 0],
        ],
        bool,
    )
    part = reached(mask, 0, 0)
    assert part.sum() == 8
    assert not part[:, [4]].any()
    assert not part[2:, 0].any()
