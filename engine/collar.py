"""The black collar of images that declare no nodata: what lies around the picture, told from dark ground within."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .progress import Progress
from .windows import Window

SIDE = 512
"""Longest side, in pixels, of the reduced image on which the collar is found."""
NEARLY_BLACK = 15
"""Highest 8-bit value that lossy compression leaves of black; also what GDAL's nearblack takes."""
SMALLEST_SHARE = 0.005
"""A smaller collar is taken for dark ground at the edge."""


@dataclass(frozen=True)
class Collar:
    """Where an image is nodata without saying so.

    Attributes:
        mask: shape (height, width) of the reduced image, True in the collar and a pixel around it.
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
        self, pixels: NDArray[np.generic], window: Window, working: tuple[float, float]
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
        dark: NDArray[np.bool_] = (pixels <= self.limit).all(axis=0)
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
    """
    shrink = max(1.0, max(source.RasterXSize, source.RasterYSize) / SIDE)
    width, height = max(1, int(source.RasterXSize / shrink)), max(1, int(source.RasterYSize / shrink))
    pixels = source.ReadAsArray(buf_xsize=width, buf_ysize=height, band_list=list(bands))
    if pixels is None:
        return Collar.none()
    pixels = pixels.reshape(len(bands), height, width)
    limit = float(NEARLY_BLACK if is_byte else 0)
    dark = (np.abs(pixels.astype(np.float32)) <= limit).all(axis=0)
    found = np.zeros_like(dark)
    found[[0, -1]], found[:, [0, -1]] = dark[[0, -1]], dark[:, [0, -1]]
    while True:
        grown = _grown(found) & dark
        if (grown == found).all():
            break
        found = grown
    share = float(found.mean())
    truly = float((pixels == 0).all(axis=0)[found].mean()) if found.any() else 0.0
    if share < SMALLEST_SHARE or truly < 0.5:
        return Collar.none()
    progress.pushWarning(
        f"The layer declares no nodata; its black collar ({share:.0%} of it) is taken as nodata. "
        "Set a nodata value in the file if that is wrong."
    )
    return Collar(_grown(_grown(found)), limit, (source.RasterXSize / width, source.RasterYSize / height))
