"""The image that labels belong to, on its own grid: where it is, and where it is nodata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .contract import LANDSLIDE, Contract
from .progress import Part, Progress, check
from .scene import Scene, SceneOptions, open_raster, virtual
from .windows import Window

WINDOW_ROWS = 256
WINDOW_BYTES = 16_000_000


def windows_over(width: int, height: int, bytes_per_pixel: int) -> Iterator[Window]:
    """Windows that cover a raster once, row by row of 256 pixels, each small enough for memory."""
    fitting = WINDOW_BYTES // (WINDOW_ROWS * bytes_per_pixel)
    columns = max(WINDOW_ROWS, fitting // WINDOW_ROWS * WINDOW_ROWS)
    for row in range(0, height, WINDOW_ROWS):
        for column in range(0, width, columns):
            yield Window(column, row, min(columns, width - column), min(WINDOW_ROWS, height - row))


class _WarningsOnly(Part):
    """A progress that hears warnings, but not how a model would see the image."""

    def __init__(self, whole: Progress) -> None:
        super().__init__(whole, 0.0, 0.0)

    def pushInfo(self, info: str) -> None:
        """Ignore."""


class LabelImage:
    """An image on its own grid. One thread's.

    Args:
        path: anything that GDAL opens.
        bands: numbers of the bands that count, from 1; empty takes all but alpha. A palette becomes red, green, blue.
        progress: is warned of a black collar and of a missing CRS.

    Attributes:
        width, height: in pixels.
        geotransform: of its grid.
        crs_wkt: empty where it has none.
        bands: numbers of the bands.
        source: that they are numbers of.

    Raises:
        ScarpError: if it cannot be opened, lacks a band, or holds complex numbers.
    """

    def __init__(self, path: str, bands: Sequence[int], progress: Progress) -> None:
        source = open_raster(path)
        self.source, self.bands = source, list(bands) or colour_bands(source)
        names, chosen = tuple(f"band {number}" for number in self.bands), self.bands
        if source.RasterCount == 1 and source.GetRasterBand(1).GetColorTable() is not None and set(chosen) == {1}:
            self.source, self.bands = virtual(source, path, rgbExpand="rgb"), [1, 2, 3]
            names, chosen = ("red", "green", "blue"), []
        # A range of values spares the scene an estimate of one; what matters here is which pixels are valid.
        options = SceneOptions(bands=chosen, value_min=0.0, value_max=1.0)
        self._scene = Scene(path, _any_image(names), options, _WarningsOnly(progress))
        self.width, self.height = self._scene.width, self._scene.height
        self.geotransform, self.crs_wkt = self._scene.geotransform, self._scene.crs_wkt

    @property
    def kind(self) -> int:
        """GDAL's type that holds the values of all the bands, and 255."""
        kind = gdal.GDT_Byte
        for number in self.bands:
            kind = gdal.DataTypeUnion(kind, self.source.GetRasterBand(number).DataType)
        return int(kind)

    @property
    def nodata(self) -> float | None:
        """The nodata value of all the bands, if it alone tells where the image is."""
        numbers = range(1, self.source.RasterCount + 1)
        has_alpha = any(self.source.GetRasterBand(b).GetColorInterpretation() == gdal.GCI_AlphaBand for b in numbers)
        bands = [self.source.GetRasterBand(number) for number in self.bands]
        value: float | None = bands[0].GetNoDataValue()
        is_common = all(str(band.GetNoDataValue()) == str(value) for band in bands)
        is_alone = bands[0].GetMaskFlags() == gdal.GMF_NODATA and not has_alpha
        return value if is_common and is_alone else None

    def strips(self, progress: Progress) -> Iterator[tuple[Window, NDArray[np.bool_]]]:
        """Strips of whole rows from north to south, with the pixels that are not nodata, shape (rows, width).

        Raises:
            ScarpError: if the file is damaged.
            Cancelled: if so.
        """
        size = sum(gdal.GetDataTypeSize(self.source.GetRasterBand(b).DataType) // 8 + 8 for b in self.bands)
        valid = np.zeros((0, self.width), bool)
        for window in windows_over(self.width, self.height, size):
            check(progress)
            if window.column == 0:
                valid = np.zeros((window.height, self.width), bool)
            valid[:, window.column : window.column + window.width] = self._scene.read(window)[1]
            if window.column + window.width == self.width:
                yield Window(0, window.row, self.width, window.height), valid
                # Or GDAL would keep what was read, and memory grow with the height.
                self._scene.release()
                progress.setProgress(100.0 * (window.row + window.height) / self.height)


def colour_bands(source: gdal.Dataset) -> list[int]:
    """Numbers of all bands that are not alpha."""
    numbers = range(1, source.RasterCount + 1)
    return [b for b in numbers if source.GetRasterBand(b).GetColorInterpretation() != gdal.GCI_AlphaBand] or [*numbers]


def _any_image(bands: tuple[str, ...]) -> Contract:
    """A contract that every image fits."""
    return Contract(
        kind="semantic", classes=(LANDSLIDE,), bands=bands, value_range=(0.0, 255.0), tile_size=WINDOW_ROWS,
        resolution_m=(0.0, float("inf")), threshold=0.5, network={}, training={}, scores={}, version="",
    )  # fmt: skip
