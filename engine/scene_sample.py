"""A sample of a scene: enough of its pixels to know its values and its nodata by, however large it is."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .collar import SMALLEST_SHARE, Collar
from .contract import Contract
from .progress import Progress, check
from .scene import SAMPLE_SIDE, Scene, SceneOptions, open_raster, spread
from .windows import Axis, Grid, Window

MOST_PIXELS = 1 << 24
"""Pixels of a band that may be gone through for a sample; a larger image without overviews is looked at in windows."""
MOST_WINDOWS, LEAST_WINDOWS = 64, 4
WINDOW_PIXELS, WINDOW_ROWS = 128 * 128, 128
"""Pixels that are kept of a window, and rows of them."""


def pixels_gone_through(source: gdal.Dataset, size: tuple[int, int]) -> int:
    """Pixels of a band that GDAL reads to give the image at a size: those of the overview that it takes, or all.

    Args:
        source: the image.
        size: width and height, in pixels.
    """
    band = source.GetRasterBand(1)
    levels = [band, *(band.GetOverview(index) for index in range(band.GetOverviewCount()))]
    return min(
        int(level.XSize) * int(level.YSize) for level in levels if level.XSize >= size[0] and level.YSize >= size[1]
    )


def sample_windows(width: int, height: int, block: tuple[int, int]) -> list[Window]:
    """Blocks of an image, spread evenly over it; together about ``MOST_PIXELS`` at most.

    Args:
        width: of the image, in pixels.
        height: likewise.
        block: width and height of the blocks that it is stored in: less than one is not read from the file.
    """
    across, down = -(-width // block[0]), -(-height // block[1])
    count = max(LEAST_WINDOWS, min(MOST_WINDOWS, MOST_PIXELS // (block[0] * block[1])))
    columns = min(across, max(1, round(math.sqrt(count * across / down))))
    rows = min(down, max(1, count // columns))
    columns = min(across, max(1, count // rows))
    windows = []
    for row in range(rows):
        top = int((row + 0.5) * down / rows) * block[1]
        for column in range(columns):
            left = int((column + 0.5) * across / columns) * block[0]
            windows.append(Window(left, top, min(block[0], width - left), min(block[1], height - top)))
    return windows


@dataclass(frozen=True)
class Sample:
    """What was read of a scene.

    Attributes:
        values: of the valid pixels, as stored; shape (bands, pixels).
        valid: which pixels of the reduced image are valid, shape (height, width); nothing where windows were read.
        shares: of each window that was read, how much is valid, 0 to 1; one for all where the whole was.
        pixels: how many were looked at, valid or not.
    """

    values: NDArray[np.float64]
    valid: NDArray[np.bool_] | None
    shares: list[float]
    pixels: int

    @property
    def valid_share(self) -> float:
        """How much of the scene is valid, 0 to 1."""
        return float(np.mean(self.shares))


class SampledScene(Scene):
    """A scene whose value range comes from a sample, so that it is known soon; for reading, take ``Scene``.

    Small images, and those with overviews, are sampled as ``Scene`` does it. Of others only some blocks are read, and
    black pixels pass for nodata where none is declared, since the collar that they may be cannot be found in them.

    Args:
        path: anything that GDAL opens.
        contract: of the model that it is read for.
        options: what the analyst set.
        progress: is told what was decided, and asked whether to stop.

    Attributes:
        sample: what was read.

    Raises:
        Cancelled: if so.
        ScarpError: as ``Scene``; but not where no pixel is valid.
    """

    def __init__(self, path: str, contract: Contract, options: SceneOptions, progress: Progress) -> None:
        self._taken: Sample | None = None
        # Of the file itself: what a palette is expanded into has other blocks and no overviews.
        self._stored = open_raster(path)
        full = self._stored.RasterXSize, self._stored.RasterYSize
        self._size = min(full[0], SAMPLE_SIDE), min(full[1], SAMPLE_SIDE)
        self._is_quick = pixels_gone_through(self._stored, self._size) <= MOST_PIXELS
        super().__init__(path, contract, options, progress)
        self.sample = self._take(progress)
        black = 1.0 - self.sample.valid_share
        if not self.sample.values.size:
            where = "" if self._is_quick else "a sample of "
            progress.pushWarning(
                f"No valid pixel was found in {where}the layer {path}: all of it may be nodata. Choose another image."
            )
        elif not self._is_quick and not self.is_declared and black >= SMALLEST_SHARE:
            progress.pushWarning(
                f"The layer declares no nodata, and about {black:.0%} of it is black; a black collar is taken as "
                "nodata. Set a nodata value in the file if that is wrong."
            )

    @property
    def is_declared(self) -> bool:
        """Whether the image says by a value, a mask or an alpha band which pixels are nodata."""
        return bool(self._masked or self._alpha or any(value is not None for value in self._nodata))

    @property
    def has_collar(self) -> bool:
        """Whether a black collar was found."""
        return not self._collar.is_empty

    @property
    def is_estimate(self) -> bool:
        """Whether less than every pixel was looked at."""
        return self.sample.pixels < int(self._stored.RasterXSize) * int(self._stored.RasterYSize)

    @property
    def value_range(self) -> tuple[list[float], list[float]]:
        """Values of each band that become the model's lowest, and those that become its highest."""
        return [float(value) for value in self._low.flat], [float(value) for value in self._high.flat]

    def valid_windows(self, grid: Grid) -> int:
        """About how many windows of the working grid hold a valid pixel."""
        valid = self.sample.valid
        if valid is None:
            return math.ceil(len(grid) * float(np.mean([share > 0 for share in self.sample.shares])))
        # Number of valid pixels above and to the left of each corner: of a window it is then known from its corners.
        sums = np.zeros((valid.shape[0] + 1, valid.shape[1] + 1), np.int64)
        sums[1:, 1:] = valid.cumsum(axis=0).cumsum(axis=1)
        top, bottom = _places(grid.rows, valid.shape[0])
        left, right = _places(grid.columns, valid.shape[1])
        inside = (
            sums[np.ix_(bottom, right)] - sums[np.ix_(top, right)]
            - sums[np.ix_(bottom, left)] + sums[np.ix_(top, left)]
        )  # fmt: skip
        return int((inside > 0).sum())

    def _find_collar(self, progress: Progress) -> Collar:
        return super()._find_collar(progress) if self._is_quick else Collar.none()

    def _percentiles(self, progress: Progress) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        values = self._take(progress).values
        if values.size:
            return spread(values)
        low, high = self._contract.value_range
        return np.full(len(self.bands), low), np.full(len(self.bands), high)

    def _take(self, progress: Progress) -> Sample:
        """The sample; read when it is first asked for."""
        if self._taken is None:
            self._taken = self._whole(progress) if self._is_quick else self._windows(progress)
        return self._taken

    def _whole(self, progress: Progress) -> Sample:
        full = Window(0, 0, self._source.RasterXSize, self._source.RasterYSize)
        pixels, valid = self._read(self._source, full, self._size, progress)
        return Sample(pixels[:, valid].astype(np.float64), valid, [float(valid.mean())], valid.size)

    def _windows(self, progress: Progress) -> Sample:
        block = self._stored.GetRasterBand(1).GetBlockSize()
        values, shares, count = [], [], 0
        for window in sample_windows(self._source.RasterXSize, self._source.RasterYSize, tuple(block)):
            check(progress)
            rows = min(window.height, WINDOW_ROWS)
            pixels, valid = self._read(
                self._source, window, (min(window.width, WINDOW_PIXELS // rows), rows), progress
            )
            if not self.is_declared:
                valid &= pixels.any(axis=0)
            values.append(pixels[:, valid].astype(np.float64))
            shares.append(float(valid.mean()))
            count += valid.size
        return Sample(np.concatenate(values, axis=1), None, shares, count)


def _places(axis: Axis, length: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """First and one past the last pixel of each tile, on an axis that was reduced to a length."""
    starts = np.array(axis.starts()) * length / axis.length
    ends = np.array(axis.starts()) + axis.size
    return np.floor(starts).astype(np.intp), np.ceil(ends * length / axis.length).astype(np.intp)
