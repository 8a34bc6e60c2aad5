"""Average precision of instances: are landslides found one by one, and is what is found one. Imports no torch."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BINS = 1001
"""Scores in steps of 0.001, so that counts can be added over tiles and processes."""
RECALLS = np.linspace(0.0, 1.0, 101)
OVERLAP = 0.5


@dataclass
class InstanceCounts:
    """Instances by score.

    Attributes:
        right: shape (1001,), those that cover a landslide of their own.
        wrong: shape (1001,), the others.
        landslides: how many there are to be found.
    """

    right: NDArray[np.int64]
    wrong: NDArray[np.int64]
    landslides: int = 0

    @classmethod
    def empty(cls) -> InstanceCounts:
        """Nothing counted."""
        return cls(np.zeros(BINS, np.int64), np.zeros(BINS, np.int64))

    def __add__(self, other: InstanceCounts) -> InstanceCounts:
        return InstanceCounts(self.right + other.right, self.wrong + other.wrong, self.landslides + other.landslides)

    def add(
        self, scores: NDArray[Any], found: NDArray[np.bool_], true: NDArray[np.bool_],
        ignored: NDArray[np.bool_] | None = None, overlap: float = OVERLAP,
    ) -> None:  # fmt: skip
        """Count the instances of one image.

        Each, from the highest score down, takes of the landslides that none has taken the one that it overlaps most,
        if their intersection over union is at least ``overlap``.

        Args:
            scores: shape (n,), 0 to 1.
            found: their masks, shape (n, height, width).
            true: masks of the landslides, shape (m, height, width).
            ignored: shape (height, width); pixels there count for no overlap, and an instance that lies there by half
                or more and takes no landslide counts neither way.
            overlap: smallest intersection over union.
        """
        n, m = len(found), len(true)
        pixels = math.prod(found.shape[1:])
        flat, truth = (each.reshape(-1, pixels).astype(np.float32) for each in (found, true))
        sizes, both = flat.sum(1), flat @ truth.T
        hidden = np.zeros(n) if ignored is None else flat @ ignored.reshape(-1).astype(np.float32)
        overlaps = both / np.maximum((sizes - hidden)[:, None] + truth.sum(1)[None] - both, 1.0)
        free = np.ones(m, bool)
        for index in np.argsort(-np.asarray(scores), kind="stable").tolist():
            score = round(float(scores[index]) * (BINS - 1))
            best = int(np.argmax(np.where(free, overlaps[index], -1.0))) if m else -1
            if m and free[best] and overlaps[index, best] >= overlap:
                free[best] = False
                self.right[score] += 1
            elif hidden[index] < 0.5 * max(sizes[index], 1.0):
                self.wrong[score] += 1
        self.landslides += m

    @property
    def average_precision(self) -> float:
        """Mean of the best precision at or beyond 101 recalls from 0 to 1, as COCO has it; NaN without landslides."""
        if not self.landslides:
            return math.nan
        right, wrong = np.cumsum(self.right[::-1]), np.cumsum(self.wrong[::-1])
        precision = right / np.maximum(right + wrong, 1)
        best = np.maximum.accumulate(precision[::-1])[::-1]
        first = np.searchsorted(right / self.landslides, RECALLS - 1e-9)
        return float(np.where(first < BINS, best[np.minimum(first, BINS - 1)], 0.0).mean())
