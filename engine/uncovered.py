"""Pixels of landslides that no instance covers: which landslide they belong to, a few rows at a time."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from .components import labelled, linked

Labels = NDArray[np.int32]
Ints = NDArray[np.int64]

BITS = 32
"""A group and a landslide that it borders on are kept as one number; the landslide has the lower bits."""


class Uncovered:
    """Groups of uncovered pixels that share edges, in rows that are handed over from top to bottom.

    A group belongs to the landslide that it has the longest border with (of equals, the one of the lowest number), so
    two landslides that it lies between stay two. One that borders on none is a landslide of its own.

    Only the last row is kept, and for each group the landslides that it borders on.

    Args:
        width: of the rows.

    Attributes:
        count: groups so far, those of different calls of ``add`` counted apart.
    """

    def __init__(self, width: int) -> None:
        self.count = 0
        self._last = np.zeros((1, width), np.int32)
        self._links = array("q")
        self._borders: list[Ints] = []
        self._lengths: list[Ints] = []

    def add(self, numbers: Labels, extracted: NDArray[np.bool_]) -> None:
        """Take the next rows.

        Args:
            numbers: shape (rows, width), the landslide of each pixel, 0 none; uncovered pixels get the number of their
                group, below 0.
            extracted: of the same shape, which pixels are landslide.
        """
        left = extracted & (numbers == 0)
        if left.any():
            groups, count = labelled(left, 4)
            numbers[left] = -(groups[left] + self.count)
            self.count += count
        if self.count:
            above, below = self._last[0], numbers[0]
            both = (above < 0) & (below < 0)
            self._links.extend(np.unique(np.stack([-above[both], -below[both]], axis=1) - 1, axis=0).ravel().tolist())
            self._look_for_borders(self._last, numbers[:1])
            if left.any():
                self._look_for_borders(numbers[:-1], numbers[1:])
                self._look_for_borders(numbers[:, :-1], numbers[:, 1:])
        self._last = numbers[-1:].copy()

    def _look_for_borders(self, one: Labels, other: Labels) -> None:
        """Keep which groups border on which landslides, and along how many pixels; shapes (rows, columns)."""
        for group, landslide in ((one, other), (other, one)):
            touching = (group < 0) & (landslide > 0)
            keys = (-group[touching].astype(np.int64) - 1 << BITS) | landslide[touching]
            borders, lengths = np.unique(keys, return_counts=True)
            if len(borders):
                self._borders.append(borders)
                self._lengths.append(lengths)

    def landslides(self, covered: int) -> tuple[Labels, int]:
        """Which landslide each group belongs to.

        Args:
            covered: landslides that there are, numbered from 1.

        Returns:
            By the number of the group, which was written below 0, the landslide's; shape (count + 1,). And how many
            there are more of, numbered from ``covered`` + 1.
        """
        first, second = np.array(self._links, np.int64).reshape(-1, 2).T
        root = linked(self.count, first, second)
        nothing = np.zeros(0, np.int64)
        keys = np.concatenate([nothing, *self._borders])
        keys = (root[keys >> BITS] << BITS) | (keys & (1 << BITS) - 1)
        keys, which = np.unique(keys, return_inverse=True)
        length = np.bincount(which.ravel(), np.concatenate([nothing, *self._lengths]), len(keys))
        # Of equal numbers the last assignment stays: that of the longest border, of equals the lowest landslide.
        order = np.lexsort((-keys, length))
        landslide = np.zeros(self.count, np.int64)
        landslide[keys[order] >> BITS] = keys[order] & (1 << BITS) - 1
        alone = np.flatnonzero((landslide == 0) & (root == np.arange(self.count)))
        landslide[alone] = covered + 1 + np.arange(len(alone))
        return np.r_[0, landslide[root]].astype(np.int32), len(alone)
