"""A sample: an image with its labels. Imports no torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

UNLABELLED = 255
ROWS = 1024
PLACES = 100_000
"""Pixels that are remembered of a sample to draw places from; of more, evenly spread ones."""


@dataclass(frozen=True)
class Sample:
    """One image with its mask.

    Attributes:
        name: file name without suffix, or of the part of a scene.
        image: shape (bands, height, width), 8 bit.
        mask: shape (height, width): 0 background, 1 and above the classes (1 is landslide), 255 unlabelled or nodata.
        resolution_m: ground resolution.
        instances: number of the landslide that a pixel belongs to, 0 for none, shape of the mask; nothing where
            connected pixels of the mask are what is told apart.
    """

    name: str
    image: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    resolution_m: float
    instances: NDArray[np.int32] | None = None

    @cached_property
    def features(self) -> NDArray[np.int64]:
        """Positions in the flattened mask of pixels of any class, at most PLACES; shape (n,)."""
        return _places(self.mask, _is_feature)

    @cached_property
    def labelled(self) -> NDArray[np.int64]:
        """Positions in the flattened mask of labelled pixels, at most PLACES; shape (n,)."""
        return _places(self.mask, _is_labelled)

    @cached_property
    def feature_pixels(self) -> int:
        """How many pixels are of any class."""
        return _count(self.mask, _is_feature)

    @property
    def has_landslide(self) -> bool:
        """Whether any pixel is landslide."""
        return any((self.mask[part] == 1).any() for part in _parts(self.mask))

    @cached_property
    def labelled_pixels(self) -> int:
        """How many pixels are labelled."""
        return _count(self.mask, _is_labelled)


Choice = Callable[[NDArray[np.uint8]], NDArray[np.bool_]]


def _is_feature(mask: NDArray[np.uint8]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (mask > 0) & (mask != UNLABELLED)
    return found


def _is_labelled(mask: NDArray[np.uint8]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = mask != UNLABELLED
    return found


def _parts(mask: NDArray[np.uint8]) -> list[slice]:
    return [slice(row, row + ROWS) for row in range(0, len(mask), ROWS)]


def _count(mask: NDArray[np.uint8], chosen: Choice) -> int:
    return sum(int(np.count_nonzero(chosen(mask[part]))) for part in _parts(mask))


def _places(mask: NDArray[np.uint8], chosen: Choice) -> NDArray[np.int64]:
    """Every n-th chosen position, n such that there are at most PLACES."""
    step = max(1, -(-_count(mask, chosen) // PLACES))
    found, passed = [np.empty(0, np.int64)], 0
    for part in _parts(mask):
        positions = np.flatnonzero(chosen(mask[part])) + part.start * mask.shape[1]
        found.append(positions[-passed % step :: step])
        passed += len(positions)
    return np.concatenate(found)
