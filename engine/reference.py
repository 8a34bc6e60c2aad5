"""What is landslide: in a reference, and in an extraction, as pixels of a grid."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .contract import LANDSLIDE
from .errors import ScarpError
from .evaluation_grid import EvaluationGrid
from .label_raster import CLASSES, UNLABELLED, classes_of, label_band
from .probability import SCALE
from .probability_raster import lowest_percent
from .progress import Progress, check
from .raster_on_grid import RasterOnGrid
from .scene import open_raster

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

OTHER, IS_LANDSLIDE = 0, 1
"""Codes of what is known; ``UNLABELLED`` is that of what is not."""
SIDE = 1024
"""Side in pixels of the parts in which the range of a raster's values is looked for."""


class Landslides(Protocol):
    """Landslides as pixels of a grid."""

    def codes(self, row: int, rows: int) -> Bytes:
        """A strip, shape (rows, width): 1 landslide, 0 other, 255 not known.

        Raises:
            ScarpError: if it cannot be read.
            Cancelled: if asked to stop.
        """
        ...


class ReferenceRaster:
    """A label raster on a grid: the class "landslide" is landslide, background and all other classes are not.

    On another grid, or in another CRS, each pixel gets the label that its centre lies on. A nodata value of 0 is not
    believed, since the background is 0.

    Args:
        path: anything that GDAL opens.
        grid: that it is wanted on.
        name: for messages.
        progress: is asked whether to stop.

    Raises:
        ScarpError: if it cannot be opened, holds no labels, or it is not known where it lies.
    """

    def __init__(self, path: str, grid: EvaluationGrid, name: str, progress: Progress) -> None:
        self._landslide, self._classes = check_reference(path, name), len(classes_of(path))
        self._raster = RasterOnGrid(open_raster(path), label_band(path), grid, name, progress)

    def codes(self, row: int, rows: int) -> Bytes:
        """A strip, shape (rows, width): 1 landslide, 0 other, 255 unlabelled."""
        return _codes_of_classes(self._raster.read(row, rows), self._landslide, self._classes)


class ExtractedRaster:
    """What was extracted, from a raster of probabilities, a mask of 0 and 1, or a class raster.

    Probabilities are per cent in a raster of whole numbers and 0 to 1 in others, or as the band's scale says.

    Args:
        path: anything that GDAL opens; one band.
        threshold: in [0, 1], of probabilities; a pixel is landslide at or above it.
        grid: that it is wanted on.
        name: for messages.
        progress: is told what the values are taken for, and asked whether to stop.

    Attributes:
        threshold: that is used; nothing where the values are no probabilities.

    Raises:
        ScarpError: if it cannot be opened, is no such raster, or it is not known where it lies.
        Cancelled: if asked to stop.
    """

    def __init__(self, path: str, threshold: float, grid: EvaluationGrid, name: str, progress: Progress) -> None:
        self._lowest, self._threshold = lowest_percent(threshold), np.float32(threshold)
        check_extraction(path, name)
        source = open_raster(path)
        self._raster = RasterOnGrid(source, 1, grid, name, progress)
        band = source.GetRasterBand(1)
        self._scale, self._shift = band.GetScale() or 1.0, band.GetOffset() or 0.0
        self._classes = classes_of(path) if source.GetMetadataItem(CLASSES) else (LANDSLIDE,)
        self._kind = self._kind_of(source, name, progress)
        self.threshold = threshold if self._kind in ("percent", "probability") else None
        taken = {
            "classes": f"classes; {LANDSLIDE} is {_number_of_landslide(self._classes, name)}",
            "mask": "a mask of 0 and 1; the threshold is not used",
            "percent": f"probabilities in per cent, landslide from {self._lowest} on",
            "probability": f"probabilities of 0 to 1, landslide from {threshold:g} on",
        }
        progress.pushInfo(f'The values of the layer "{name}" are taken as {taken[self._kind]}.')

    def _kind_of(self, source: gdal.Dataset, name: str, progress: Progress) -> str:
        """What the values are."""
        band = source.GetRasterBand(1)
        is_whole = band.DataType not in (gdal.GDT_Float32, gdal.GDT_Float64)
        if source.GetMetadataItem(CLASSES):
            return "classes"
        if is_whole and self._shift == 0.0 and abs(self._scale - SCALE) < 1e-9:
            return "percent"
        low, high = _range(source, is_whole, progress)
        if self._scale != 1.0 or self._shift != 0.0:
            is_whole, low, high = False, low * self._scale + self._shift, high * self._scale + self._shift
        if low >= 0 and high <= 1:
            return "mask" if is_whole else "probability"
        if is_whole and low >= 0 and high <= 100:
            return "percent"
        raise ScarpError(
            f'The layer "{name}" holds values from {low:g} to {high:g}. Choose a raster of probabilities (0 to 1, or '
            "0 to 100 per cent in whole numbers), or one of 1 for landslide and 0 for the rest."
        )

    def codes(self, row: int, rows: int) -> Bytes:
        """A strip, shape (rows, width): 1 extracted, 0 not, 255 nodata."""
        values = self._raster.read(row, rows)
        if self._kind in ("classes", "mask"):
            return _codes_of_classes(values, _number_of_landslide(self._classes, ""), len(self._classes))
        if self._kind == "percent":
            extracted, known = values >= self._lowest, values <= 100
        else:
            if self._scale != 1.0 or self._shift != 0.0:
                values = (values * self._scale + self._shift).astype(np.float32)
            extracted, known = values >= self._threshold, ~np.isnan(values)
        return np.where(known, extracted, UNLABELLED).astype(np.uint8)


def check_reference(path: str, name: str) -> int:
    """See whether a raster may hold labels with landslides, by looking at some of it.

    Args:
        path: anything that GDAL opens.
        name: for messages.

    Returns:
        The value of landslide.

    Raises:
        ScarpError: if not.
    """
    landslide = _number_of_landslide(classes_of(path), name)
    label_band(path)
    return landslide


def check_extraction(path: str, name: str) -> None:
    """See whether a raster may be an extraction, by what the file says of itself.

    Args:
        path: anything that GDAL opens.
        name: for messages.

    Raises:
        ScarpError: if not.
    """
    bands = open_raster(path).RasterCount
    if bands != 1:
        raise ScarpError(
            f'The layer "{name}" has {bands} bands. Choose a raster of one band: probabilities, or 1 for landslide and '
            "0 for the rest."
        )


def _number_of_landslide(classes: tuple[str, ...], name: str) -> int:
    """The value of the class "landslide".

    Raises:
        ScarpError: if there is none.
    """
    if LANDSLIDE not in classes:
        raise ScarpError(f'The classes of the layer "{name}" are {", ".join(classes)}. Choose one with "{LANDSLIDE}".')
    return classes.index(LANDSLIDE) + 1


def _codes_of_classes(values: Floats, landslide: int, classes: int) -> Bytes:
    """1 where values are the number of landslide, 0 where they are of background or another class, else 255."""
    known = (values >= 0) & (values <= classes) & (values == np.floor(values))
    return np.where(known, values == landslide, UNLABELLED).astype(np.uint8)


def _range(source: gdal.Dataset, is_whole: bool, progress: Progress) -> tuple[float, float]:
    """Least and greatest value of a raster's band, 0 and 0 where all of it is nodata."""
    band = source.GetRasterBand(1)
    nodata = band.GetNoDataValue()
    low, high = math.inf, -math.inf
    for row in range(0, source.RasterYSize, SIDE):
        rows = min(SIDE, source.RasterYSize - row)
        for column in range(0, source.RasterXSize, SIDE):
            check(progress)
            pixels = band.ReadAsArray(column, row, min(SIDE, source.RasterXSize - column), rows)
            if pixels is None:
                raise ScarpError(f"The layer {source.GetDescription()} is damaged and cannot be read. Make it again.")
            known = np.isfinite(pixels)
            if nodata is not None and nodata != 0:
                known &= pixels != (nodata if is_whole else pixels.dtype.type(nodata))
            if is_whole:
                known &= pixels != UNLABELLED
            if known.any():
                low, high = min(low, float(pixels[known].min())), max(high, float(pixels[known].max()))
        band.FlushCache()
    return (low, high) if low <= high else (0.0, 0.0)
