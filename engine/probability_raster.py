"""Reading a probability raster, a strip of rows at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .errors import ScarpError
from .gdal_calls import attempt
from .probability import NODATA
from .progress import Progress, check

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]

STRIP_ROWS, STRIP_BYTES = 512, 8_000_000
MASK_ROWS = 64


class ProbabilityRaster:
    """A probability raster, opened for reading a strip of rows at a time.

    Attributes:
        width: in pixels.
        height: in pixels.
        geotransform: GDAL's six numbers; where the raster has none, pixels with y upwards, as QGIS shows it.
        crs_wkt: empty where it has none.
    """

    def __init__(self, path: str) -> None:
        """Open.

        Args:
            path: anything GDAL reads.

        Raises:
            ScarpError: if it cannot be read or is no probability raster.
        """
        self._path = path
        dataset, reason = attempt(gdal.OpenEx, path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        if dataset is None:
            raise ScarpError(f'The probability raster "{path}" cannot be read. (GDAL says: {reason})')
        self._dataset, self._band = dataset, dataset.GetRasterBand(1)
        if dataset.RasterCount != 1 or self._band.DataType != gdal.GDT_Byte:
            raise ScarpError(
                f'"{path}" is no probability raster: it has {dataset.RasterCount} band(s) of type '
                f"{gdal.GetDataTypeName(self._band.DataType)}, and one of type Byte (0 to 100 per cent, 255 for "
                f"nodata) is needed. Choose the probability layer that Extract landslides wrote."
            )
        self.width, self.height = dataset.RasterXSize, dataset.RasterYSize
        self.geotransform: Sequence[float] = dataset.GetGeoTransform(can_return_null=True) or (
            0.0,
            1.0,
            0.0,
            0.0,
            0.0,
            -1.0,
        )
        self.crs_wkt: str = dataset.GetProjection() or ""
        x, a, b, y, c, d = self.geotransform
        self._origin, self._edges = np.array([x, y], np.float64), np.array([[a, c], [b, d]], np.float64)
        nodata = self._band.GetNoDataValue()
        self._other_nodata = int(nodata) if nodata is not None and 0 <= nodata <= 100 else None
        block = min(self._band.GetBlockSize()[1], STRIP_ROWS)
        fitting = min(STRIP_ROWS, STRIP_BYTES // self.width)
        self._strip_rows = max(block, fitting // block * block)

    def strips(self, progress: Progress) -> Iterator[tuple[int, Bytes]]:
        """Read from top to bottom.

        Yields:
            The first row of each strip and its per cent, shape (rows, width), NODATA where not valid.

        Raises:
            ScarpError: if the file is damaged.
            Cancelled: if asked to stop.
        """
        for row in range(0, self.height, self._strip_rows):
            check(progress)
            rows = min(self._strip_rows, self.height - row)
            yield row, self.read(row, rows)
            progress.setProgress(100.0 * (row + rows) / self.height)

    def read(self, row: int, rows: int) -> Bytes:
        """Per cent of some rows, shape (rows, width), NODATA where not valid.

        Raises:
            ScarpError: if the file is damaged.
        """
        pixels: Bytes
        pixels, reason = attempt(self._band.ReadAsArray, 0, row, self.width, rows)
        if pixels is None:
            raise ScarpError(
                f'Rows {row} to {row + rows} of the probability raster "{self._path}" cannot be read; the file '
                f"may be damaged. Extract again. (GDAL says: {reason})"
            )
        if self._other_nodata is not None:
            pixels[pixels == self._other_nodata] = NODATA
        self._band.FlushCache()  # or GDAL would keep the blocks, and memory grow with the height
        return pixels

    def write_mask(self, path: str, lowest: int, progress: Progress) -> gdal.Dataset:
        """What is at or above ``lowest`` per cent as 1, all else as 0, in a file of pixels without georeference.

        Raises:
            OSError: if the file cannot be written.
            ScarpError: if the raster cannot be read.
            Cancelled: if asked to stop.
        """
        # Polygonize reads line by line, which strips serve; empty ones are left out, PackBits costs next to nothing.
        options = [f"BLOCKYSIZE={MASK_ROWS}", "COMPRESS=PACKBITS", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"]
        mask, reason = attempt(
            gdal.GetDriverByName("GTiff").Create, path, self.width, self.height, 1, gdal.GDT_Byte, options
        )
        if mask is None:
            raise OSError(reason)
        for row, percent in self.strips(progress):
            extracted = (percent >= lowest) & (percent <= 100)
            if extracted.any() and (reason := attempt(mask.WriteArray, extracted.view(np.uint8), 0, row)[1]):
                raise OSError(reason)
            if reason := attempt(mask.GetRasterBand(1).FlushCache)[1]:
                raise OSError(reason)
        if reason := attempt(mask.FlushCache)[1]:
            raise OSError(reason)
        return mask

    def to_map(self, points: Floats | NDArray[np.integer[Any]]) -> Floats:
        """Points (column, row) of shape (n, 2), counted from the upper left corner, in the raster's CRS."""
        mapped: Floats = points @ self._edges + self._origin
        return mapped


def lowest_percent(threshold: float) -> int:
    """The lowest value of a probability raster that is landslide at a threshold in [0, 1].

    Raises:
        ScarpError: if the threshold lies outside.
    """
    if not 0.0 <= threshold <= 1.0:
        raise ScarpError(f"The threshold is {threshold:g}, but a threshold lies between 0 and 1. Give one there.")
    return math.ceil(threshold * 100 - 1e-9)
