"""Windows: which tiles of a scene are worked on, in which order, and with which weight their pixels count."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels."""

    column: int
    row: int
    width: int
    height: int

    def slices(self) -> tuple[slice, slice]:
        """Rows and columns, to index an array of the whole."""
        return slice(self.row, self.row + self.height), slice(self.column, self.column + self.width)


@dataclass(frozen=True)
class Axis:
    """Tiles along one axis of the scene: equal in length, overlapping, the last one shifted to end with the scene.

    Args:
        length: of the scene, in pixels.
        tile: of a tile; a shorter scene makes one tile of its own length.
        overlap: pixels that neighbours have in common, at least; at most half a tile.
    """

    length: int
    tile: int
    overlap: int

    @property
    def size(self) -> int:
        """Length of each tile."""
        return min(self.tile, self.length)

    def starts(self) -> list[int]:
        """First pixel of each tile."""
        if self.length <= self.tile:
            return [0]
        stride = self.tile - min(self.overlap, self.tile // 2)
        count = math.ceil((self.length - self.tile) / stride) + 1
        return [min(i * stride, self.length - self.tile) for i in range(count)]

    def weights(self) -> list[NDArray[np.float32]]:
        """Weight of each tile's pixels, by distance to its edges; all tiles' add up to 1 at each pixel.

        A tile's weight falls linearly to its edge over the overlap that it has with its neighbour there, and does not
        fall where it has none. Where three tiles meet, as before a shifted last one, they share by the same rule.
        """
        starts = self.starts()
        ramp = min(self.overlap, self.size // 2)
        raw, total = [], np.zeros(self.length)
        distance = np.arange(self.size) + 0.5
        for start in starts:
            weight = np.ones(self.size)
            if ramp and start > 0:
                weight = np.minimum(weight, distance / ramp)
            if ramp and start + self.size < self.length:
                weight = np.minimum(weight, distance[::-1] / ramp)
            raw.append(weight)
            total[start : start + self.size] += weight
        return [(w / total[s : s + self.size]).astype(np.float32) for s, w in zip(starts, raw)]


@dataclass(frozen=True)
class Grid:
    """The tiles of a scene, by rows of tiles from north to south."""

    rows: Axis
    columns: Axis

    @classmethod
    def over(cls, width: int, height: int, tile: int, overlap: float) -> Grid:
        """Tiles of ``tile`` pixels over a scene; ``overlap`` is a share of the tile, 0 to 0.5."""
        pixels = round(tile * overlap)
        return cls(Axis(height, tile, pixels), Axis(width, tile, pixels))

    def __len__(self) -> int:
        return len(self.rows.starts()) * len(self.columns.starts())

    def row(self, index: int) -> Iterator[Window]:
        """Windows of one row of tiles, from west to east."""
        start = self.rows.starts()[index]
        for column in self.columns.starts():
            yield Window(column, start, self.columns.size, self.rows.size)
