"""Tests of scarp.engine.blend."""

from __future__ import annotations

import numpy as np
import pytest
from scarp.engine.blend import Blend, Highest
from scarp.engine.windows import Grid


@pytest.mark.parametrize("maps", [1, 3])
@pytest.mark.parametrize(("height", "width", "tile"), [(37, 50, 16), (1, 1, 16), (16, 16, 16), (50, 9, 16)])
def test_rows_equal_the_weighted_sum_of_all_tiles(maps: int, height: int, width: int, tile: int) -> None:
    grid, rng = Grid.over(width, height, tile, 0.25), np.random.default_rng(0)
    blend, rows = Blend(grid, maps), []
    total, covered = np.zeros((maps, height, width)), np.zeros((height, width), bool)
    for index, row_weight in enumerate(grid.rows.weights()):
        for window, column_weight in zip(grid.row(index), grid.columns.weights()):
            tiles = rng.random((maps, window.height, window.width), np.float32)
            valid = rng.random((window.height, window.width)) > 0.5
            total[(slice(None), *window.slices())] += tiles * row_weight[:, None] * column_weight
            covered[window.slices()] |= valid
            blend.add(index, window, tiles.copy(), valid)
        rows.append(blend.finished(index))
    found = [np.concatenate(parts) for parts in zip(*rows)]
    assert len(found) == maps
    for percent, expected in zip(found, total):
        assert percent.shape == (height, width)
        assert ((percent == 255) == ~covered).all()
        assert np.abs(percent - expected * 100)[covered].max(initial=0) <= 0.5 + 1e-4


@pytest.mark.parametrize(("height", "width", "tile"), [(37, 50, 16), (1, 1, 16), (16, 16, 16), (50, 9, 16)])
def test_rows_equal_the_highest_of_all_tiles(height: int, width: int, tile: int) -> None:
    grid, rng = Grid.over(width, height, tile, 0.25), np.random.default_rng(0)
    highest, rows = Highest(grid), []
    expected, covered = np.zeros((height, width), np.uint8), np.zeros((height, width), bool)
    for index in range(len(grid.rows.starts())):
        for window in grid.row(index):
            percent = rng.integers(0, 101, (window.height, window.width)).astype(np.uint8)
            valid = rng.random((window.height, window.width)) > 0.5
            expected[window.slices()] = np.maximum(expected[window.slices()], percent)
            covered[window.slices()] |= valid
            highest.add(window, percent, valid)
        rows.append(highest.finished(index))
    assert (np.concatenate(rows) == np.where(covered, expected, 255)).all()
