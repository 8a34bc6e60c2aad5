"""Tests of scarp.engine.windows."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scarp.engine.windows import Axis, Grid, Window

LENGTHS, TILES, OVERLAPS = (1, 2, 7, 63, 64, 65, 100, 129, 1000), (1, 2, 5, 64), (0, 1, 8, 40)
AXES = [Axis(*values) for values in itertools.product(LENGTHS, TILES, OVERLAPS)]


def test_starts_of_a_known_case() -> None:
    assert Axis(100, 40, 10).starts() == [0, 30, 60]
    assert Axis(101, 40, 10).starts() == [0, 30, 60, 61]
    assert Axis(40, 40, 10).starts() == [0]
    assert Axis(7, 40, 10).starts() == [0]


def test_a_short_scene_is_one_tile_of_its_length() -> None:
    assert Axis(7, 40, 10).size == 7
    assert Axis(41, 40, 10).size == 40


@pytest.mark.parametrize("axis", AXES, ids=str)
def test_tiles_cover_the_axis_and_stay_in_it(axis: Axis) -> None:
    covered = np.zeros(axis.length, int)
    starts = axis.starts()
    for start in starts:
        assert 0 <= start <= axis.length - axis.size
        covered[start : start + axis.size] += 1
    assert covered.min() >= 1
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("axis", AXES, ids=str)
def test_neighbours_overlap_as_asked(axis: Axis) -> None:
    starts = axis.starts()
    assert all(a + axis.size - b >= min(axis.overlap, axis.tile // 2) for a, b in zip(starts, starts[1:]))


@pytest.mark.parametrize("axis", AXES, ids=str)
def test_weights_add_up_to_one(axis: Axis) -> None:
    total = np.zeros(axis.length)
    for start, weight in zip(axis.starts(), axis.weights()):
        assert weight.shape == (axis.size,)
        assert (weight > 0).all()
        total[start : start + axis.size] += weight
    np.testing.assert_allclose(total, 1.0, atol=2e-7)


def test_weights_fall_to_shared_edges_only() -> None:
    first, last = Axis(14, 8, 2).weights()
    np.testing.assert_allclose(first, [1, 1, 1, 1, 1, 1, 0.75, 0.25])
    np.testing.assert_allclose(last, [0.25, 0.75, 1, 1, 1, 1, 1, 1])


def test_a_tile_does_not_fall_to_the_scene_s_edge_where_another_is_near_it() -> None:
    first, last = Axis(11, 10, 4).weights()
    assert [first[0], first[1], last[0]] == pytest.approx([1.0, 1 / 1.125, 0.125 / 1.125])


def test_a_tile_s_outermost_pixel_counts_little_where_three_tiles_meet() -> None:
    axis = Axis(23, 10, 4)  # tiles at 0, 6, 12 and, shifted, 13
    assert axis.starts() == [0, 6, 12, 13]
    weights = axis.weights()
    # At pixel 13: 3rd tile's distance 1.5, 4th's 0.5, 2nd's 2.5, of 4 each.
    assert [weights[1][7], weights[2][1], weights[3][0]] == pytest.approx([2.5 / 4.5, 1.5 / 4.5, 0.5 / 4.5])


def test_grid_goes_from_north_west_to_south_east() -> None:
    grid = Grid.over(width=100, height=70, tile=40, overlap=0.25)
    assert len(grid) == 6
    assert list(grid.row(0)) == [Window(0, 0, 40, 40), Window(30, 0, 40, 40), Window(60, 0, 40, 40)]
    assert next(grid.row(1)) == Window(0, 30, 40, 40)


def test_window_slices_index_rows_then_columns() -> None:
    pixels = np.arange(20).reshape(4, 5)
    assert pixels[Window(column=3, row=1, width=2, height=1).slices()].tolist() == [[8, 9]]
