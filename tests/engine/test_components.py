"""Tests of scarp.engine.components."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scarp.engine.components import ComponentCounter, PixelAreas, labelled, linked
from scarp.engine.measurements import Measurer
from scarp.engine.probability_raster import ProbabilityRaster

STEPS = {4: [(0, 1), (1, 0), (0, -1), (-1, 0)]}
STEPS[8] = [*STEPS[4], (1, 1), (1, -1), (-1, 1), (-1, -1)]


def flooded(mask: NDArray[np.bool_], connectedness: int) -> list[list[tuple[int, int]]]:
    """Groups of connected pixels, by filling one after the other."""
    left, groups = set(zip(*np.nonzero(mask))), []
    while left:
        group, waiting = [], [left.pop()]
        while waiting:
            row, column = waiting.pop()
            group.append((row, column))
            near = {(row + down, column + across) for down, across in STEPS[connectedness]} & left
            left -= near
            waiting += near
        groups.append(group)
    return groups


@pytest.fixture
def grid(raster):
    """Areas of a raster's pixels: ``grid(height, width, epsg=..., ...)`` -> (raster, areas of rows)."""

    def make(height, width, **arguments):
        path = raster(np.zeros((1, height, width), np.uint8), "grid.tif", **arguments)
        opened = ProbabilityRaster(path)
        measurer = Measurer(opened.crs_wkt)
        return opened, lambda row, rows: PixelAreas(opened, measurer, row, rows)

    return make


def counted(mask, cuts, areas, connectedness, min_area_m2=0.0) -> ComponentCounter:
    counter = ComponentCounter(connectedness, min_area_m2)
    for start, end in zip([0, *cuts], [*cuts, len(mask)]):
        counter.add(mask[start:end], areas(start, end - start))
    counter.finish()
    return counter


def test_linked_finds_the_lowest_of_what_hangs_together():
    ends = np.array([5, 1, 3, 6]), np.array([4, 3, 4, 7])
    assert linked(9, *ends).tolist() == [0, 1, 2, 1, 1, 1, 6, 6, 8]
    nothing = np.zeros(0, np.int64)
    assert linked(0, nothing, nothing).tolist() == []
    # A long chain in any order, and a star around the highest.
    chain = np.random.default_rng(1).permutation(1000)
    assert (linked(1000, chain[1:], chain[:-1]) == 0).all()
    assert (linked(1000, np.full(999, 999), np.arange(999)) == 0).all()


@pytest.mark.parametrize("connectedness", [4, 8])
def test_as_many_groups_as_filling_finds_however_the_rows_are_cut(grid, connectedness):
    rng = np.random.default_rng(5)
    for share in (0.0, 0.2, 0.45, 0.6, 0.8, 1.0):
        for height, width in ((1, 1), (1, 7), (7, 1), (12, 9), (23, 17)):
            _, areas = grid(height, width, epsg=0)
            mask = rng.random((height, width)) < share
            groups = flooded(mask, connectedness)
            for cuts in ([], [1], list(range(1, height)), sorted(set(rng.integers(1, height + 1, 3).tolist()))):
                inner = [cut for cut in cuts if cut < height]
                counter = counted(mask, inner, areas, connectedness)
                assert (counter.count, counter.area_m2) == (len(groups), mask.sum())
                large = [len(group) for group in groups if len(group) >= 3]
                counter = counted(mask, inner, areas, connectedness, 3.0)
                assert (counter.count, counter.area_m2) == (len(large), sum(large))


def test_arms_that_meet_far_below_are_one_group(grid):
    mask = np.zeros((50, 41), bool)
    mask[:, ::2] = True
    mask[49] = True
    _, areas = grid(50, 41, epsg=0)
    assert counted(mask[:49], [10, 20, 30], areas, 4).count == 21
    assert counted(mask, [10, 20, 30, 49], areas, 4).count == 1
    spiral = np.zeros((9, 9), bool)
    spiral[0] = spiral[:, 8] = spiral[8] = spiral[2:, 0] = spiral[2, :7] = spiral[2:7, 6] = spiral[6, 2:7] = True
    _, areas = grid(9, 9, epsg=0)
    assert counted(spiral, range(1, 9), areas, 4).count == 1


def test_pixels_at_the_ends_of_neighbouring_rows_do_not_touch(grid):
    mask = np.zeros((4, 5), bool)
    mask[0, 4] = mask[1, 0] = mask[2, 4] = mask[3, 0] = True
    _, areas = grid(4, 5, epsg=0)
    assert counted(mask, [], areas, 8).count == counted(mask, [1, 2, 3], areas, 8).count == 4


@pytest.mark.parametrize(
    ("epsg", "geotransform"),
    [
        (4326, (141.0, 0.0005, 0.0, 70.0, 0.0, -0.0005)),
        (32654, (300000.0, 30.0, 0.0, 4000000.0, 0.0, -30.0)),
        (3857, (15700000.0, 20.0, 3.0, 4300000.0, 2.0, -25.0)),
    ],
)
def test_area_of_each_pixel_is_ellipsoidal(grid, epsg, geotransform):
    opened, areas = grid(200, 130, epsg=epsg, geotransform=geotransform)
    rows, columns = (axis.reshape(-1) for axis in np.mgrid[0:200, 0:130])
    _, a, b, _, c, d = geotransform
    centres = opened.to_map(np.column_stack([columns + 0.5, rows + 0.5]))
    exact = Measurer(opened.crs_wkt).cell_sizes(centres, np.array([a, c]), np.array([b, d]))[2]
    assert np.ptp(exact) / exact.mean() > 1e-6
    for start, end in ((0, 200), (0, 1), (64, 128), (100, 165), (199, 200)):
        chosen = (rows >= start) & (rows < end)
        found = areas(start, end - start).at(rows[chosen] - start + 0.5, columns[chosen] + 0.5)
        assert np.abs(found / exact[chosen] - 1).max() < 1e-6


@pytest.mark.parametrize("density", [0.0, 0.2, 0.4, 0.6, 1.0])
def test_labels_are_those_of_connected_pixels(density):
    mask = np.random.default_rng(1).random((23, 31)) < density
    labels, count = labelled(mask)
    assert ((labels > 0) == mask).all()
    groups = flooded(mask, 8)
    assert (count, labels.max(initial=0)) == (len(groups), len(groups))
    for group in groups:
        assert len({labels[place] for place in group}) == 1
