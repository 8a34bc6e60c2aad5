"""The probability raster: written a band of rows at a time, read for its histogram."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .raster_writer import BLOCK, NODATA, RasterWriter

__all__ = ["BINS", "NODATA", "SCALE", "ProbabilityWriter", "to_percent"]

SCALE = 0.01
BINS = 101


class ProbabilityWriter(RasterWriter):
    """A probability raster in the making: a file of its own until it is complete, then moved into place.

    Use as a context manager; leaving it by an error removes the unfinished file and keeps what was there before.

    Args:
        path: where the GeoTIFF is to be.
        width, height: in pixels.
        geotransform: of the working grid.
        crs_wkt: may be empty.

    Attributes:
        histogram: shape (101,), pixels of probability 0.00, 0.01, ... 1.00 written so far.

    Raises:
        ScarpError: if the folder cannot be written to, or is not there.
    """

    what = "probability raster"

    def __init__(self, path: Path, width: int, height: int, geotransform: tuple[float, ...], crs_wkt: str) -> None:
        self.histogram: NDArray[np.int64] = np.zeros(BINS, np.int64)
        super().__init__(path, width, height, geotransform, crs_wkt)

    def _describe(self, dataset: gdal.Dataset) -> None:
        band = dataset.GetRasterBand(1)
        band.SetScale(SCALE)
        band.SetOffset(0.0)
        band.SetDescription("landslide probability")

    def write(self, values: NDArray[np.uint8]) -> None:
        """Write the next full rows, from north to south.

        Args:
            values: shape (rows, width), per cent from 0 to 100, 255 nodata.

        Raises:
            ScarpError: if the disk is full or gone.
        """
        for row in range(0, len(values), BLOCK):  # counting takes 8 bytes a pixel
            self.histogram += np.bincount(values[row : row + BLOCK].reshape(-1), minlength=256)[:BINS]
        super().write(values)


def to_percent(probability: NDArray[np.float32], valid: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Probabilities of 0 to 1 as per cent, 255 where not valid; shapes (rows, width)."""
    scaled = probability * np.float32(100.0)
    scaled += np.float32(0.5)
    np.clip(scaled, 0.0, 100.5, out=scaled)
    percent = scaled.astype(np.uint8)
    percent[~valid] = NODATA
    return percent
