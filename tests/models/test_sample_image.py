from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from scarp.models.sample_cover import Cover
from scarp.models.sample_image import Look, render, shadow
from scarp.models.sample_terrain import Terrain

FROM_SOUTH = Look(180.0, 45.0, (1.0, 1.0, 1.0), 0.0, 1.0)


def flat_terrain(shape=(64, 64)):
    zero, line = np.zeros(shape, np.float32), np.zeros((2, 2))
    return Terrain(zero, 1.0, line, 1.0, line, 1.0, zero, np.zeros((*shape, 2), np.float32))


def bare(shape=(64, 64), reflectance=0.2):
    return Cover(
        np.full((3, *shape), reflectance, np.float32), np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    )


def test_a_wall_throws_its_shadow_as_far_as_the_sun_is_low():
    surface = np.zeros((60, 40), np.float32)
    surface[40] = 10.0
    for elevation_deg, length in ((45.0, 10), (26.565, 20)):
        look = dataclasses.replace(FROM_SOUTH, sun_elevation_deg=elevation_deg)
        shade = shadow(surface, 1.0, look, 30.0)
        assert shade[:40, 20].sum() == pytest.approx(length, abs=1.6)
        assert (shade[41 - length + 2 : 40, 20] == 1).all()
        assert not shade[41:].any()


def test_the_slope_towards_the_sun_is_the_brighter_one():
    terrain = flat_terrain()
    ridge = (-np.abs(np.arange(64, dtype=np.float32) - 32) * 0.4)[:, None].repeat(64, 1)
    slope = np.stack(np.gradient(ridge), axis=-1)
    image = render(np.random.default_rng(0), dataclasses.replace(terrain, dem=ridge, slope=slope), bare(), FROM_SOUTH)
    south, north = image[:, 40:60].mean(), image[:, 4:24].mean()
    assert south > 1.4 * north


def test_haze_lifts_the_dark_and_adds_more_blue():
    clear = render(np.random.default_rng(0), flat_terrain(), bare(reflectance=0.03), FROM_SOUTH).astype(float)
    hazy = dataclasses.replace(FROM_SOUTH, haze=2.0)
    veiled = render(np.random.default_rng(0), flat_terrain(), bare(reflectance=0.03), hazy).astype(float)
    gain = (veiled - clear).mean((1, 2))
    assert gain[2] > gain[0] > 10


def test_the_season_changes_plants_only():
    cover = bare()
    cover.green[:, 32:] = 1.0
    summer = render(np.random.default_rng(0), flat_terrain(), cover, FROM_SOUTH).astype(float)
    autumn_look = dataclasses.replace(FROM_SOUTH, season=(1.5, 1.0, 1.0))
    autumn = render(np.random.default_rng(0), flat_terrain(), cover, autumn_look).astype(float)
    assert (autumn - summer)[0, :, 34:].mean() > 15
    np.testing.assert_array_equal(autumn[:, :, :30], summer[:, :, :30])


def test_pixels_never_look_like_nodata():
    black = render(np.random.default_rng(0), flat_terrain(), bare(), dataclasses.replace(FROM_SOUTH, gain=0.0))
    assert black.dtype == np.uint8
    assert black.min() == 1
