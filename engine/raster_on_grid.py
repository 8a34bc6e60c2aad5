"""A raster of any grid and CRS on another grid, strip by strip; and where an image has a value there."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .area import spatial_reference
from .collar import find_collar
from .errors import ScarpError
from .evaluation_grid import EvaluationGrid
from .gdal_calls import attempt
from .label_image import colour_bands
from .progress import Progress, check
from .scene import open_raster, virtual

Floats = NDArray[np.float32]

EXACT_TO_PIXELS = 0.01
"""How far, in pixels of the raster, a place may be off where it is brought into another CRS."""


class RasterOnGrid:
    """One band of a raster on a grid: read as it is where it lies on the same pixels, else the nearest pixel's value.

    Args:
        source: open for reading.
        band: number of it.
        grid: that it is wanted on; where that has no CRS, pixels are taken one by one.
        name: for messages.
        progress: is asked whether to stop.
        zero_is_nodata: whether a nodata value of 0 is believed.

    Raises:
        ScarpError: if it is not known where the raster lies, or the grid has no CRS and another size.
    """

    def __init__(
        self, source: gdal.Dataset, band: int, grid: EvaluationGrid, name: str, progress: Progress,
        zero_is_nodata: bool = False,
    ) -> None:  # fmt: skip
        self._grid, self._name, self._progress = grid, name, progress
        own = EvaluationGrid.of_raster(source, name) if grid.crs_wkt else _alike(source, grid, name)
        # Of the other bands nothing is read, whatever the interleaving.
        if source.RasterCount > 1:
            source = virtual(source, name, bandList=[band])
        if not zero_is_nodata and source.GetRasterBand(1).GetNoDataValue() == 0:
            source = virtual(source, name, noData="none")
        self._source, self._own = source, own
        self.offset = (0, 0) if own is grid else aligned(own, grid)

    def read(self, row: int, rows: int) -> Floats:
        """A strip, shape (rows, width); NaN where the raster has no value.

        Raises:
            ScarpError: if it cannot be read.
            Cancelled: if asked to stop.
        """
        if self.offset is None:
            return self._warped(row, rows)
        values = np.full((rows, self._grid.width), np.nan, np.float32)
        column, first = self.offset
        window = self._own.clipped(column, first + row, column + self._grid.width, first + row + rows)
        if window is None:
            return values
        band = self._source.GetRasterBand(1)
        where = window.column, window.row, window.width, window.height
        pixels, reason = attempt(band.ReadAsArray, *where)
        valid, _ = attempt(band.GetMaskBand().ReadAsArray, *where)
        if pixels is None or valid is None:
            raise ScarpError(
                f'The layer "{self._name}" cannot be read; the file may be damaged. Copy or make it again. '
                f"(GDAL says: {reason})"
            )
        part = values[window.row - first - row :, window.column - column :][: window.height, : window.width]
        np.copyto(part, pixels, casting="unsafe", where=valid != 0)
        self._source.FlushCache()  # or GDAL would keep the blocks, and memory grow with the height
        return values

    def _warped(self, row: int, rows: int) -> Floats:
        target = self._grid.strip(row, rows, gdal.GDT_Float32)
        band = target.GetRasterBand(1)
        band.SetNoDataValue(math.nan)
        band.Fill(math.nan)
        _, reason = attempt(
            gdal.Warp, target, self._source, resampleAlg="near", errorThreshold=EXACT_TO_PIXELS, overviewLevel="NONE",
            callback=lambda *_: 0 if self._progress.isCanceled() else 1,
        )  # fmt: skip
        check(self._progress)
        if reason:
            raise ScarpError(
                f'The layer "{self._name}" cannot be laid over the grid of the comparison. Check its coordinate '
                f"reference system. (GDAL says: {reason})"
            )
        self._source.FlushCache()
        values: Floats = band.ReadAsArray()
        return values


def aligned(own: EvaluationGrid, grid: EvaluationGrid) -> tuple[int, int] | None:
    """Column and row of a grid's upper left corner on another; nothing where their pixels do not coincide."""
    first, second = spatial_reference(own.crs_wkt), spatial_reference(grid.crs_wkt)
    if first is None or second is None or not first.IsSame(second):
        return None
    corners = np.array([[0, 0], [grid.width, 0], [0, grid.height], [grid.width, grid.height]], float)
    places = own.to_pixels(grid.to_map(corners))
    column, row = np.rint(places[0]).astype(int).tolist()
    return (column, row) if np.abs(places - corners - [column, row]).max() < EXACT_TO_PIXELS else None


def _alike(source: gdal.Dataset, grid: EvaluationGrid, name: str) -> EvaluationGrid:
    """The grid, for a raster of its size: without coordinates, pixels can only be compared one by one.

    Raises:
        ScarpError: if the raster has another size.
    """
    if (source.RasterXSize, source.RasterYSize) != (grid.width, grid.height):
        raise ScarpError(
            f'The layer "{name}" has {source.RasterXSize} x {source.RasterYSize} pixels, and what it is compared with '
            f"{grid.width} x {grid.height} and no coordinate reference system. Assign one (Layer > Set CRS), or choose "
            "a layer of the same size."
        )
    return grid


class ValidPixels:
    """Where an image is not nodata: where any of its bands has a value, and the black collar of none is not.

    Args:
        path: of the image.
        grid: that it is wanted on.
        name: of the image, for messages.
        progress: is told of a collar, and asked whether to stop.

    Raises:
        ScarpError: if the image cannot be opened, or it is not known where it lies.
    """

    def __init__(self, path: str, grid: EvaluationGrid, name: str, progress: Progress) -> None:
        source = open_raster(path)
        own = EvaluationGrid.of_raster(source, name)
        flags = {number: source.GetRasterBand(number).GetMaskFlags() for number in range(1, source.RasterCount + 1)}
        # One mask tells it all where it is one for all bands, or a band has a value everywhere.
        whole = [number for number, each in flags.items() if each & (gdal.GMF_ALL_VALID | gdal.GMF_PER_DATASET)]
        self._masks = [
            RasterOnGrid(virtual(source, path, bandList=[f"mask,{number}"]), 1, grid, name, progress)
            for number in whole[:1] or flags
        ]
        self._near: RasterOnGrid | None = None
        if all(each & gdal.GMF_ALL_VALID for each in flags.values()):
            self._find_collar(source, own, grid, name, progress)

    def _find_collar(
        self, source: gdal.Dataset, own: EvaluationGrid, grid: EvaluationGrid, name: str, progress: Progress
    ) -> None:
        """See where an image that declares no nodata has a black collar."""
        if source.RasterCount == 1 and source.GetRasterBand(1).GetColorTable() is not None:
            source = virtual(source, name, rgbExpand="rgb")
        bands = colour_bands(source)
        is_byte = all(source.GetRasterBand(band).DataType == gdal.GDT_Byte for band in bands)
        collar = find_collar(source, bands, is_byte, progress)
        if collar.is_empty:
            return
        height, width = collar.mask.shape
        near = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
        x, a, b, y, c, d = own.geotransform
        across, down = collar.scale
        near.SetGeoTransform((x, a * across, b * down, y, c * across, d * down))
        near.SetProjection(own.crs_wkt)
        near.WriteArray(collar.mask.astype(np.uint8))
        self._near, self._limit = RasterOnGrid(near, 1, grid, name, progress), collar.limit
        self._colours = [RasterOnGrid(source, band, grid, name, progress) for band in bands]

    def read(self, row: int, rows: int) -> NDArray[np.bool_]:
        """A strip, shape (rows, width).

        Raises:
            ScarpError: if the image cannot be read.
            Cancelled: if asked to stop.
        """
        valid: NDArray[np.bool_] = np.logical_or.reduce([mask.read(row, rows) > 0 for mask in self._masks])
        collar = self._near.read(row, rows) > 0 if self._near is not None else np.zeros((0, 0), bool)
        if collar.any():
            for colour in self._colours:
                collar &= np.abs(colour.read(row, rows)) <= self._limit
            valid &= ~collar
        return valid
