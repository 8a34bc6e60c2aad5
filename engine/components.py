"""Counting landslides, which are connected pixels, a strip of rows at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .measurements import Measurer
from .probability_raster import ProbabilityRaster

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SPACING = 64
"""Pixels between the places where the area of a pixel is computed; between them it is interpolated."""


def linked(count: int, first: Ints, second: Ints) -> Ints:
    """Which of numbered things hang together.

    Args:
        count: of the things.
        first: shape (links,), one end of each link.
        second: shape (links,), the other end.

    Returns:
        Shape (count,), for each thing the lowest number among all that it hangs together with.
    """
    root = np.arange(count, dtype=np.int64)
    while True:
        first, second = root[first], root[second]
        apart = first != second
        if not apart.any():
            return root
        first, second = first[apart], second[apart]
        root[np.maximum(first, second)] = np.minimum(first, second)
        while (root[root] != root).any():
            root = root[root]


def _runs(mask: Bools) -> tuple[Ints, Ints]:
    """Where the runs of true pixels in the rows of a mask start and end, counted through rows of two pixels more.

    With one of those before each row and one after it, neighbours in a row are never neighbours across its end.
    """
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), bool)
    padded[:, 1:-1] = mask
    flat = padded.reshape(-1)
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    return edges[0::2], edges[1::2]


def _touching(starts: Ints, ends: Ints, stride: int, reach: int) -> tuple[Ints, Ints]:
    """Which runs touch one of the next row: the upper and the lower of each two; ``reach`` is 1 over corners."""
    first = np.searchsorted(ends, starts + stride - reach, side="right")
    after = np.searchsorted(starts, ends + stride + reach, side="left")
    touching = np.maximum(after - first, 0)
    upper = np.repeat(np.arange(len(starts)), touching)
    lower = np.arange(len(upper)) + np.repeat(first - np.cumsum(touching) + touching, touching)
    return upper, lower


def labelled(mask: Bools, connectedness: int = 8) -> tuple[Ints, int]:
    """Number the groups of connected pixels of a mask.

    Args:
        mask: shape (rows, width).
        connectedness: 4 joins pixels that share an edge, 8 also those that share a corner.

    Returns:
        The number of each pixel's group from 1, 0 where the mask is false; and how many groups there are.
    """
    starts, ends = _runs(mask)
    roots = linked(len(starts), *_touching(starts, ends, mask.shape[1] + 2, 1 if connectedness == 8 else 0))
    groups, number = np.unique(roots, return_inverse=True)
    labels = np.zeros(mask.shape, np.int64)
    labels[mask] = np.repeat(number + 1, ends - starts)
    return labels, len(groups)


class PixelAreas:
    """Ellipsoidal area of the pixels of a few rows of a raster.

    Args:
        raster: whose grid it is.
        measurer: of the raster's CRS.
        row: the first one.
        rows: how many.
    """

    def __init__(self, raster: ProbabilityRaster, measurer: Measurer, row: int, rows: int) -> None:
        down, across = (np.arange(0, size + SPACING, SPACING) for size in (rows, raster.width))
        places = np.stack(np.meshgrid(across, row + down), axis=-1).reshape(-1, 2)
        # Places beyond the edge could lie outside what the CRS is made for.
        places = np.minimum(places, [raster.width, row + rows])
        _, a, b, _, c, d = raster.geotransform
        areas_m2 = measurer.cell_sizes(raster.to_map(places), np.array([a, c]), np.array([b, d]))[2]
        self._down, self._across = np.minimum(down, rows), np.minimum(across, raster.width)
        self._areas_m2: Floats = areas_m2.reshape(len(down), len(across))

    def at(self, rows: Floats, columns: Floats) -> Floats:
        """Area in m² of a pixel centred at places, counted in pixels from the first row and column; shape (n,)."""
        (i, down), (j, across) = _between(self._down, rows), _between(self._across, columns)
        upper = self._areas_m2[i, j] * (1 - across) + self._areas_m2[i, j + 1] * across
        lower = self._areas_m2[i + 1, j] * (1 - across) + self._areas_m2[i + 1, j + 1] * across
        areas_m2: Floats = upper * (1 - down) + lower * down
        return areas_m2


def _between(places: NDArray[np.integer[Any]], at: Floats) -> tuple[NDArray[np.integer[Any]], Floats]:
    """The place before each point, and how far it is from there to the next one, 0 to 1."""
    index = np.clip(at.astype(np.int64) // SPACING, 0, len(places) - 2)
    return index, (at - places[index]) / np.maximum(places[index + 1] - places[index], 1)


class ComponentCounter:
    """Counts the groups of connected pixels of masks that are handed over a few rows at a time, from top to bottom.

    Only the last row, and the groups that it touches, are kept.

    Args:
        connectedness: 4 joins pixels that share an edge, 8 also those that share a corner.
        min_area_m2: smaller groups are not counted.

    Attributes:
        count: groups that have ended so far; all of them after ``finish``.
        area_m2: of them together.
    """

    def __init__(self, connectedness: int = 4, min_area_m2: float = 0.0) -> None:
        self._reach, self._min_area_m2 = (1 if connectedness == 8 else 0), min_area_m2
        self.count, self.area_m2 = 0, 0.0
        nothing = np.zeros(0, np.int64)
        # Runs of the last row: where they start and end, and the group of each; and the area of each group so far.
        self._starts, self._ends, self._group = nothing, nothing, nothing
        self._areas_m2: Floats = np.zeros(0)

    def add(self, mask: Bools, areas: PixelAreas) -> None:
        """Take the next rows.

        Args:
            mask: shape (rows, width).
            areas: of the pixels of these rows.
        """
        rows, width = mask.shape
        stride = width + 2
        begin, end = _runs(mask)
        row: Ints = begin // stride
        middle = np.asarray((begin + end) / 2 - row * stride - 1, np.float64)
        runs_m2 = (end - begin) * areas.at(np.asarray(row + 0.5, np.float64), middle)
        # The last row of what came before goes first, so that everything is one row further down.
        kept = len(self._starts)
        starts, ends = np.r_[self._starts, begin + stride], np.r_[self._ends, end + stride]
        upper, lower = _touching(starts, ends, stride, self._reach)
        _, leader = np.unique(self._group, return_index=True)
        root = linked(len(starts), np.r_[upper, np.arange(kept)], np.r_[lower, leader[self._group]])
        totals: Floats = np.bincount(root[kept:], runs_m2, len(starts)).astype(np.float64)
        np.add.at(totals, root[leader], self._areas_m2)
        last = starts >= rows * stride
        alive, self._group = np.unique(root[last], return_inverse=True)
        ended = root == np.arange(len(root))
        ended[alive] = False
        self._close(totals[ended])
        self._starts, self._ends = starts[last] - rows * stride, ends[last] - rows * stride
        self._areas_m2 = totals[alive]

    def finish(self) -> None:
        """Count the groups that reach the last row."""
        self._close(self._areas_m2)
        self._areas_m2 = np.zeros(0)

    def _close(self, areas_m2: Floats) -> None:
        large = areas_m2[areas_m2 >= self._min_area_m2]
        self.count += len(large)
        self.area_m2 += float(large.sum())
