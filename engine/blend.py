"""Blending: overlapping tiles become one map, a row of tiles at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .probability import to_percent
from .windows import Grid, Window


class Blend:
    """Sums weighted tiles over one row of tiles, and hands out rows as no later tile touches them.

    Args:
        grid: of the tiles.
        maps: how many probabilities each pixel has, one for each class that is asked for.
    """

    def __init__(self, grid: Grid, maps: int = 1) -> None:
        self._rows = grid.rows
        self._row_weights, self._column_weights = grid.rows.weights(), grid.columns.weights()
        self._row_starts = grid.rows.starts()
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
        starts = self._row_starts
        last = index + 1 == len(starts)
        count = self._rows.size if last else starts[index + 1] - starts[index]
        percents = [to_percent(total[:count], self._valid[:count]) for total in self._sums]
        keep = self._rows.size - count
        for band in (*self._sums, self._valid):
            band[:keep] = band[count:].copy()
            band[keep:] = 0
        return percents
