"""Blending: overlapping tiles become one map, a row of tiles at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .probability import NODATA, to_percent
from .windows import Axis, Grid, Window


class RowsInWork:
    """Which rows of a scene a row of tiles completes.

    Args:
        rows: the axis of the tiles' rows.
    """

    def __init__(self, rows: Axis) -> None:
        self.starts, self._size = rows.starts(), rows.size

    def complete(self, index: int) -> int:
        """How many rows of the row of tiles ``index``, from its first one, no later tile touches."""
        last = index + 1 == len(self.starts)
        return self._size if last else self.starts[index + 1] - self.starts[index]

    def move_up(self, count: int, arrays: Iterable[NDArray[Any]]) -> None:
        """Drop the first rows of arrays of one row of tiles, and begin as many new ones with 0."""
        keep = self._size - count
        for array in arrays:
            array[:keep] = array[count:].copy()
            array[keep:] = 0


class Blend:
    """Sums weighted tiles over one row of tiles, and hands out rows as no later tile touches them.

    Args:
        grid: of the tiles.
        maps: how many probabilities each pixel has, one for each class that is asked for.
    """

    def __init__(self, grid: Grid, maps: int = 1) -> None:
        self._rows = RowsInWork(grid.rows)
        self._row_weights, self._column_weights = grid.rows.weights(), grid.columns.weights()
        self._column_index = {start: i for i, start in enumerate(grid.columns.starts())}
        shape = (grid.rows.size, grid.columns.length)
        self._sums = [np.zeros(shape, np.float32) for _ in range(maps)]
        self._valid = np.zeros(shape, bool)

    def add(self, index: int, window: Window, probability: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """Add a tile of the row ``index``.

        Args:
            index: of the row of tiles.
            window: of the tile.
            probability: shape (maps, height, width); is used up.
            valid: shape (height, width).
        """
        columns = slice(window.column, window.column + window.width)
        for total, tile in zip(self._sums, probability):
            tile *= self._column_weights[self._column_index[window.column]]
            tile *= self._row_weights[index][:, None]
            total[:, columns] += tile
        self._valid[:, columns] |= valid

    def finished(self, index: int) -> list[NDArray[np.uint8]]:
        """Take out the rows that are complete once row ``index`` of the tiles is.

        Returns:
            Per cent of each map, shape (rows, width), 255 where not valid.
        """
        count = self._rows.complete(index)
        percents = [to_percent(total[:count], self._valid[:count]) for total in self._sums]
        self._rows.move_up(count, (*self._sums, self._valid))
        return percents


class Highest:
    """Keeps the highest per cent of overlapping tiles, and hands out rows as no later tile touches them.

    Args:
        grid: of the tiles.
    """

    def __init__(self, grid: Grid) -> None:
        self._rows = RowsInWork(grid.rows)
        shape = (grid.rows.size, grid.columns.length)
        self._percent, self._valid = np.zeros(shape, np.uint8), np.zeros(shape, bool)

    def add(self, window: Window, percent: NDArray[np.uint8], valid: NDArray[np.bool_]) -> None:
        """Add a tile; shapes (height, width)."""
        columns = slice(window.column, window.column + window.width)
        np.maximum(self._percent[:, columns], percent, out=self._percent[:, columns])
        self._valid[:, columns] |= valid

    def finished(self, index: int) -> NDArray[np.uint8]:
        """Take out the rows that are complete once row ``index`` of the tiles is; 255 where not valid."""
        count = self._rows.complete(index)
        percent = np.where(self._valid[:count], self._percent[:count], np.uint8(NODATA))
        self._rows.move_up(count, (self._percent, self._valid))
        return percent
