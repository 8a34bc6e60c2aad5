"""How much vegetation polygons have lost between two images, compared with the ground around them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .alignment import Shift
from .polygon_pixels import PixelGrid, PolygonPixels, polygon_means
from .progress import Part, Progress, check
from .scene import ground_resolution_m
from .vegetation import BandSource, IndexRaster
from .windows import Window

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

MARGIN_PX = 30
"""Width of a polygon's surroundings, at least, in pixels of the coarser image; otherwise half its longer side."""
WIDER = (1.0, 4.0)
"""What the margin is multiplied by until enough ground is found."""
ENOUGH_PIXELS = 100
SAMPLED_SIDE = 128
"""Longest side of the reduced window that the surroundings are sampled on."""


@dataclass(frozen=True)
class IndexChange:
    """Vegetation index of n polygons; shape (n,) each, NaN where not known.

    Attributes:
        before: mean in the image before the event.
        after: mean in the image after it.
        change: how it changed more than around the polygon: after - before, less the difference between the medians
            of the surroundings after and before. Negative where vegetation was lost.
    """

    before: Floats
    after: Floats
    change: Floats


def index_change(
    before: BandSource, after: BandSource, index: str, polygons: Sequence[bytes], crs_wkt: str, shift: Shift | None,
    progress: Progress,
) -> IndexChange:  # fmt: skip
    """Vegetation lost in polygons between two images, each read on its own grid.

    Sun, haze, season and sensor change the index all over an image. What is subtracted is the change of the ground
    around each polygon that lies in no polygon: by medians, which landslides that nobody has drawn hardly move. A
    polygon without such ground takes the median of the others.

    Args:
        before: image before the event.
        after: image after it.
        index: "ndvi" or "green".
        polygons: as well-known binary.
        crs_wkt: of the polygons.
        shift: what the image before is to be moved by.
        progress: of this part.

    Raises:
        ScarpError: if an image cannot be read, or it is not known where it lies.
        Cancelled: if asked to stop.
    """
    images = [IndexRaster(image, index, progress) for image in (before, after)]
    moved = [shift.on(images[0].dataset) if shift else (0.0, 0.0), (0.0, 0.0)]
    pixels = [
        PolygonPixels(polygons, crs_wkt, PixelGrid.of(image.dataset, by), source.path)
        for image, by, source in zip(images, moved, (before, after))
    ]
    means = [
        polygon_means(each, image.read, math.inf, Part(progress, start, start + 20), image.release).mean
        for each, image, start in zip(pixels, images, (0, 20))
    ]
    resolutions_m = [ground_resolution_m(image.dataset) for image in images]
    offset = np.full(len(polygons), math.nan)
    for factor, start, share in zip(WIDER, (40, 80), (20, 10)):
        missing = np.isnan(offset)
        margin_m = MARGIN_PX * max(resolutions_m)
        around = [
            _surroundings(each, image, margin_m / resolution_m, factor, missing, Part(progress, begin, begin + share))
            for each, image, resolution_m, begin in zip(pixels, images, resolutions_m, (start, start + share))
        ]
        offset = np.where(missing, around[1] - around[0], offset)
    found = np.isfinite(offset)
    if not found.any():
        progress.pushWarning(
            "There is no ground between the landslides that both images show, so the vegetation index is not corrected "
            "for sun and season."
        )
    general = float(np.median(offset[found])) if found.any() else 0.0
    progress.pushInfo(f"Change of the vegetation index around the landslides (median): {general:+.3f}.")
    change = means[1] - means[0] - np.where(found, offset, general)
    return IndexChange(means[0], means[1], change)


def _surroundings(
    pixels: PolygonPixels, image: IndexRaster, margin: float, factor: float, wanted: Mask, progress: Progress
) -> Floats:
    """Medians of the index around the polygons that are wanted, shape (n,); NaN where there is too little ground."""
    medians = np.full(len(pixels), math.nan)
    order = [index for index in pixels.order() if wanted[index]]
    for done, index in enumerate(pixels.released(order, image.release)):
        check(progress)
        west, north, east, south = pixels.boxes[index]
        width = factor * max(margin, 0.5 * max(east - west, south - north))
        window = pixels.grid.clipped(west - width, north - width, east + width, south + width)
        if window is not None:
            medians[index] = _median_outside(pixels, image, window)
        progress.setProgress(100.0 * (done + 1) / len(order))
    return medians


def _median_outside(pixels: PolygonPixels, image: IndexRaster, window: Window) -> float:
    """Median of the index in a window, without the polygons; NaN where there is too little ground."""
    size = min(window.width, SAMPLED_SIDE), min(window.height, SAMPLED_SIDE)
    box = (window.column, window.row, window.column + window.width, window.row + window.height)
    ground = image.read(window, size)[~pixels.inside(pixels.near(box), window, size, all_touched=True)]
    ground = ground[np.isfinite(ground)]
    return float(np.median(ground)) if ground.size >= ENOUGH_PIXELS else math.nan
