"""How many pixels, and how much area, have which probability."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .components import PixelAreas
from .errors import ScarpError
from .measurements import Measurer
from .probability import BINS
from .probability_raster import Bytes, ProbabilityRaster
from .progress import Progress

ROWS, COLUMNS = 256, 1024
"""Size in pixels of the parts that are counted at once; a pixel has the area of the one in the middle of its row."""
ALIKE = 1e-5
"""Rows of a part count with one area where theirs differ by less than this share, as in metres; in degrees each counts
with its own."""


class MeasuredProbability(ProbabilityRaster):
    """A probability raster that is counted while it is gone through.

    Args:
        path: anything GDAL reads.
        crs_wkt: where the raster lies; empty for what it says itself.

    Attributes:
        pixels: shape (101,), valid pixels of probability 0.00, 0.01, ... 1.00 that ``strips`` has given.
        areas_m2: shape (101,), their ellipsoidal area; in squares of the CRS's unit where it has no CRS, NaN where that
            is not defined.

    Raises:
        ScarpError: if it cannot be read or is no probability raster, or the CRS cannot be read.
    """

    def __init__(self, path: str, crs_wkt: str = "") -> None:
        super().__init__(path)
        self.crs_wkt = crs_wkt or self.crs_wkt
        self._measurer = Measurer(self.crs_wkt)
        self.pixels, self.areas_m2 = np.zeros(BINS, np.int64), np.zeros(BINS)

    def strips(self, progress: Progress) -> Iterator[tuple[int, Bytes]]:
        """See ``ProbabilityRaster``; begins anew each time."""
        self.pixels, self.areas_m2 = np.zeros(BINS, np.int64), np.zeros(BINS)
        for row, percent in super().strips(progress):
            for first in range(0, len(percent), ROWS):
                self._add(row + first, percent[first : first + ROWS])
            yield row, percent

    def _add(self, row: int, percent: Bytes) -> None:
        """Count some rows."""
        starts = range(0, self.width, COLUMNS)
        areas_m2 = self._areas_m2(row, len(percent), np.array(starts))
        row_starts = 256 * np.arange(len(percent))[:, None]
        for start, areas in zip(starts, areas_m2.T):
            part = percent[:, start : start + COLUMNS]
            if np.ptp(areas) <= ALIKE * areas[0]:
                counted = np.bincount(part.reshape(-1), minlength=256)[None, :BINS]
                areas = areas.mean(keepdims=True)
            else:
                each = np.bincount((part + row_starts).reshape(-1), minlength=256 * len(part))
                counted = each.reshape(-1, 256)[:, :BINS]
            self.pixels += counted.sum(axis=0)
            self.areas_m2 += areas @ counted

    def _areas_m2(self, row: int, rows: int, starts: NDArray[np.int64]) -> NDArray[np.float64]:
        """Area of a pixel in the middle of each row of parts that start at columns, shape (rows, parts)."""
        middles = (starts + np.minimum(starts + COLUMNS, self.width)) / 2
        down, across = np.meshgrid(np.arange(rows) + 0.5, middles, indexing="ij")
        try:
            areas_m2 = PixelAreas(self, self._measurer, row, rows).at(down.ravel(), across.ravel())
        except ScarpError:
            return np.full(down.shape, np.nan)
        return areas_m2.reshape(down.shape)
