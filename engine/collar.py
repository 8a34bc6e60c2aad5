"""The black collar of images that declare no nodata: what lies around the picture, told from dark ground within."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .gdal_calls import attempt
from .progress import Progress, check
from .windows import Window

SIDE = 512
"""Longest side, in pixels, of the reduced image on which the collar is found."""
NEARLY_BLACK = 15
"""Highest 8-bit value that lossy compression leaves of black; also what GDAL's nearblack takes."""
SMALLEST_SHARE = 0.005
"""A smaller collar is taken for dark ground at the edge."""

SMALLEST_EDGE_SHARE = 0.01
"""Likewise, of the image's edge."""


@dataclass(frozen=True)
class Collar:
    """Where an image is nodata without saying so.

    Attributes:
        mask: shape (height, width) of the reduced image, True in the collar and two pixels around it.
        limit: highest value of a collar pixel in every band.
        scale: pixels of the scene for one of the mask, along columns and along rows.
    """

    mask: NDArray[np.bool_]
    limit: float
    scale: tuple[float, float]

    @classmethod
    def none(cls) -> Collar:
        """No collar."""
        return cls(np.zeros((0, 0), bool), 0.0, (1.0, 1.0))

    @property
    def is_empty(self) -> bool:
        """Whether there is none."""
        return self.mask.size == 0

    def covers(
        self, pixels: NDArray[Any], window: Window, working: tuple[float, float]
    ) -> NDArray[np.bool_]:
        """Which pixels of a window are collar.

        Args:
            pixels: values as stored, shape (bands, height, width).
            window: where they are, on a grid of ``working`` pixels for one of the scene, along columns and rows.
            working: as said.
        """
        height, width = pixels.shape[1:]
        columns = (window.column + (np.arange(width) + 0.5) * window.width / width) / working[0] / self.scale[0]
        rows = (window.row + (np.arange(height) + 0.5) * window.height / height) / working[1] / self.scale[1]
        columns = np.minimum(columns.astype(np.intp), self.mask.shape[1] - 1)
        rows = np.minimum(rows.astype(np.intp), self.mask.shape[0] - 1)
        if not self.mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].any():
            return np.zeros((height, width), bool)
        near: NDArray[np.bool_] = self.mask[np.ix_(rows, columns)]
        dark: NDArray[np.bool_] = ((pixels <= self.limit) & (pixels >= -self.limit)).all(axis=0)
        return near & dark


def _grown(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The mask and the pixels that touch it, corners included."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    both = wide.copy()
    both[:, 1:] |= wide[:, :-1]
    both[:, :-1] |= wide[:, 1:]
    return both


def find_collar(source: gdal.Dataset, bands: Sequence[int], is_byte: bool, progress: Progress) -> Collar:
    """The black collar of an image that has neither a nodata value nor a mask.

    Black pixels that are joined to the image's edge and make up at least half a per cent of it. For 8-bit images,
    what compression makes of black counts too, if most of the collar is truly 0.

    Raises:
        Cancelled: if so.
    """
    limit = float(NEARLY_BLACK if is_byte else 0)
    full = source.RasterXSize, source.RasterYSize
    size = min(full[0], SIDE), min(full[1], SIDE)

    def dark_in(column: int, row: int, width: int, height: int) -> NDArray[np.bool_]:
        """Dark pixels, and those truly 0, of a part of the reduced image; none where it cannot be read."""
        shape = min(width, size[0]), min(height, size[1])
        pixels, _ = attempt(
            source.ReadAsArray, column, row, width, height, buf_xsize=shape[0], buf_ysize=shape[1],
            band_list=list(bands), callback=lambda *_: not progress.isCanceled(),
        )  # fmt: skip
        check(progress)
        if pixels is None:
            return np.zeros((2, shape[1], shape[0]), bool)
        pixels = np.abs(pixels.reshape(len(bands), shape[1], shape[0]).astype(np.float32))
        return np.stack([(pixels <= limit).all(axis=0), (pixels == 0).all(axis=0)])

    # An image without a dark edge need not be read, which takes long where it has no overviews.
    edges = ((0, 0, full[0], 1), (0, full[1] - 1, full[0], 1), (0, 0, 1, full[1]), (full[0] - 1, 0, 1, full[1]))
    dark, zero = np.concatenate([dark_in(*edge).reshape(2, -1) for edge in edges], axis=1)
    if dark.mean() < SMALLEST_EDGE_SHARE or not zero.any():
        return Collar.none()
    dark, zero = dark_in(0, 0, *full)
    found = np.zeros_like(dark)
    found[[0, -1]], found[:, [0, -1]] = dark[[0, -1]], dark[:, [0, -1]]
    while True:
        grown = _grown(found) & dark
        if (grown == found).all():
            break
        found = grown
        check(progress)
    share = float(found.mean())
    if share < SMALLEST_SHARE or float(zero[found].mean()) < 0.5:
        return Collar.none()
    progress.pushWarning(
        f"The layer declares no nodata; its black collar ({share:.0%} of it) is taken as nodata. "
        "Set a nodata value in the file if that is wrong."
    )
    return Collar(_grown(_grown(found)), limit, (full[0] / size[0], full[1] / size[1]))
