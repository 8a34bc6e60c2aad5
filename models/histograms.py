"""Pixels by probability, for scores at every threshold at once. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..engine.scores import PixelCounts, best_f1, counts_at

BINS = 101


@dataclass
class Histograms:
    """Pixels by probability, in steps of 0.01, apart for landslide and other; shape (101,) each."""

    landslide: NDArray[np.int64]
    other: NDArray[np.int64]

    @classmethod
    def empty(cls) -> Histograms:
        """Nothing counted."""
        return cls(np.zeros(BINS, np.int64), np.zeros(BINS, np.int64))

    def add(self, percent: NDArray[np.uint8], mask: NDArray[np.uint8]) -> None:
        """Count a map of per cent, shape (height, width), against a mask in which 255 is left out."""
        self.landslide += np.bincount(percent[mask == 1], minlength=BINS)
        self.other += np.bincount(percent[mask == 0], minlength=BINS)

    def at(self, threshold: float) -> PixelCounts:
        """Counts where landslide is at or above the threshold."""
        return counts_at(threshold, self.landslide, self.other)

    def best(self) -> tuple[float, PixelCounts]:
        """The threshold of the highest F1 and the counts there.

        Raises:
            ValueError: if there is no landslide pixel.
        """
        return best_f1(self.landslide, self.other)
