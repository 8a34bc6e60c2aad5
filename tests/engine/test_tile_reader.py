"""Tests of scarp.engine.tile_reader. See test_extract.py for what goes wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scarp.engine.errors import Cancelled
from scarp.engine.progress import Quiet
from scarp.engine.scene import Scene, SceneOptions
from scarp.engine.tile_reader import RowEnd, TileReader, Tiles
from scarp.engine.windows import Grid
from scarp.tests.model_files import contract


@pytest.mark.parametrize("batch", [1, 3, 100])
def test_all_tiles_with_valid_pixels_come_in_order(batch: int, raster: Callable[..., str]) -> None:
    pixels = np.random.default_rng(0).integers(1, 256, (3, 100, 150)).astype(np.uint8)
    pixels[:, :64, :64] = 0  # the first tile
    scene = Scene(raster(pixels, nodata=0), contract(), SceneOptions(), Quiet())
    grid = Grid.over(150, 100, 64, 0.0)
    reader = TileReader(scene, grid, batch, None)
    reader.start()
    row, seen, sizes = 0, [], []
    while row < len(grid.rows.starts()):
        item = reader.next(Quiet())
        if isinstance(item, RowEnd):
            assert item == RowEnd(row)
            row += 1
            continue
        assert isinstance(item, Tiles)
        sizes.append(len(item.windows))
        for window, tile, valid in zip(item.windows, item.pixels, item.valid):
            seen.append((row, window))
            expected = pixels[(slice(None), *window.slices())]
            assert np.abs(tile - expected / 255)[:, valid].max() < 1e-6
            assert (valid == expected.all(axis=0)).all()
    reader.stop()
    assert not reader.is_alive()
    assert seen == [(index, window) for index in range(2) for window in grid.row(index)][1:]
    assert max(sizes) == min(batch, 3)


def test_waiting_for_it_is_cancelled(raster: Callable[..., str], progress: Any) -> None:
    scene = Scene(raster(np.ones((3, 9, 9), np.uint8)), contract(), SceneOptions(), Quiet())
    reader = TileReader(scene, Grid.over(9, 9, 64, 0.0), 1, None)  # never started, so that it gives nothing
    progress.cancel_after = 2
    with pytest.raises(Cancelled):
        reader.next(progress)
