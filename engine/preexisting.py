"""Landslides that were there before the event: what speaks for it, and what follows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .alignment import Shift
from .errors import ScarpError
from .gdal_calls import attempt
from .polygon_pixels import PixelGrid, PolygonMeans, PolygonPixels, box_wkb, polygon_means
from .probability_raster import ProbabilityRaster, lowest_percent
from .progress import Progress
from .scene import open_raster
from .windows import Window

Floats = NDArray[np.float64]
MARGIN_PX = 20
"""Around a polygon, where the model is run too: its working resolution may be coarser than the image."""


@dataclass(frozen=True)
class Rules:
    """From which value on a landslide was there before the event, or is none.

    Attributes:
        threshold: probability from which a pixel of the image before the event is landslide, 0 to 1.
        share: of a polygon's pixels that were landslide before, 0 to 1.
        index_loss: by which a new landslide lowers the vegetation index at least.
        min_slope_deg: mean slope below which there is no landslide.
        is_all_needed: whether both images' evidence must speak for it, where both can be judged; else one is enough.
    """

    threshold: float = 0.5
    share: float = 0.5
    index_loss: float = 0.0
    min_slope_deg: float = 0.0
    is_all_needed: bool = False

    def __post_init__(self) -> None:
        lowest_percent(self.threshold)
        if not 0.0 < self.share <= 1.0:
            raise ScarpError(f"The share of landslide before the event is {100 * self.share:g} %; set above 0 to 100.")
        if not 0.0 <= self.index_loss <= 2.0:
            raise ScarpError(f"The loss of the vegetation index is {self.index_loss:g}; set 0 to 2.")
        if not 0.0 <= self.min_slope_deg < 90.0:
            raise ScarpError(f"The smallest slope is {self.min_slope_deg:g}°; set 0 to less than 90.")


@dataclass(frozen=True)
class Evidence:
    """What is known of one polygon; None where it was not looked for, NaN where it cannot be judged.

    Attributes:
        pre_probability: mean probability of a landslide in the image before the event.
        pre_share: share of the polygon that was landslide in it.
        index_before: mean vegetation index before.
        index_after: mean vegetation index after.
        index_change: its change beyond that of the surroundings.
        slope_mean_deg: mean slope.
    """

    pre_probability: float | None = None
    pre_share: float | None = None
    index_before: float | None = None
    index_after: float | None = None
    index_change: float | None = None
    slope_mean_deg: float | None = None


@dataclass(frozen=True)
class Verdict:
    """What follows from the evidence.

    Attributes:
        preexisting: whether the polygon is no new landslide; None where that cannot be judged.
        reason: what it follows from, in words.
    """

    preexisting: bool | None
    reason: str


def judge(evidence: Evidence, rules: Rules) -> Verdict:
    """Whether a polygon was there before the event, or is no landslide at all.

    The slope decides alone where it is too small. Otherwise the images decide: what each says counts where it can be
    judged. With images whose evidence is missing in all of them, a slope that is large enough says nothing.
    """
    slope, share, change = evidence.slope_mean_deg, evidence.pre_share, evidence.index_change
    if slope is not None and slope < rules.min_slope_deg:
        return Verdict(True, f"The mean slope is {slope:.1f}°, less than {rules.min_slope_deg:g}°.")
    votes, words = [], []
    if share is not None and not math.isnan(share):
        votes.append(share >= rules.share)
        words.append(f"{100 * share:.0f} % of it was landslide before (probability {rules.threshold:.2f} or more)")
    if change is not None and not math.isnan(change):
        votes.append(-change < rules.index_loss)
        words.append(
            (
                f"the vegetation index {'fell' if change < 0 else 'rose'} by {abs(change):.3f} more than around it"
                if abs(change) >= 0.0005
                else "the vegetation index changed as around it"
            )
            + f" (a new landslide: fell by {rules.index_loss:.3f} or more)"
        )
    if votes:
        preexisting = all(votes) if rules.is_all_needed else any(votes)
        text = "; ".join(words)
        return Verdict(preexisting, f"{text[0].upper()}{text[1:]}.")
    if share is not None or change is not None:
        return Verdict(None, "The images show too little of it.")
    if slope is not None and not math.isnan(slope):
        return Verdict(False, f"The mean slope is {slope:.1f}°.")
    return Verdict(None, "The elevation model does not cover it.")


def probability_before(
    path: str, polygons: Sequence[bytes], crs_wkt: str, threshold: float, shift: Shift | None, progress: Progress
) -> PolygonMeans:
    """Probability of a landslide before the event, in polygons.

    Args:
        path: probability raster of the image before the event.
        polygons: as well-known binary.
        crs_wkt: of the polygons.
        threshold: that the share of each polygon's pixels is of.
        shift: what the raster is to be moved by.
        progress: of this part.

    Returns:
        Means, 0 to 1, and shares.

    Raises:
        ScarpError: if it is no probability raster, or it is not known where it lies.
        Cancelled: if asked to stop.
    """
    ProbabilityRaster(path)  # says what is wrong with it
    raster = open_raster(path)
    band = raster.GetRasterBand(1)
    nodata = band.GetNoDataValue()

    def read(window: Window) -> Floats:
        percent, reason = attempt(band.ReadAsArray, window.column, window.row, window.width, window.height)
        if percent is None:
            raise ScarpError(f'The probability raster "{path}" cannot be read; the file may be damaged. ({reason})')
        known = (percent <= 100) & (percent != nodata)
        return np.where(known, percent, np.nan).astype(np.float64)

    moved = shift.on(raster) if shift else (0.0, 0.0)
    pixels = PolygonPixels(polygons, crs_wkt, PixelGrid.of(raster, moved), path)
    found = polygon_means(pixels, read, lowest_percent(threshold), progress, raster.FlushCache)
    return PolygonMeans(found.mean / 100.0, found.share)


def boxes_to_extract(path: str, polygons: Sequence[bytes], crs_wkt: str, shift: Shift | None) -> list[bytes]:
    """Where the model is to be run on the image before the event.

    Args:
        path: of the image.
        polygons: as well-known binary.
        crs_wkt: of the polygons.
        shift: what the image is to be moved by.

    Returns:
        A box around each polygon that touches the image, in the image's CRS as it is.

    Raises:
        ScarpError: if none does, or it is not known where they lie.
    """
    image = open_raster(path)
    moved = PixelGrid.of(image, shift.on(image) if shift else (0.0, 0.0))
    pixels, own = PolygonPixels(polygons, crs_wkt, moved, path), PixelGrid.of(image)
    boxes = []
    for index in pixels.order():
        west, north, east, south = pixels.boxes[index] + MARGIN_PX * np.array([-1, -1, 1, 1])
        if own.clipped(*pixels.boxes[index]) is not None:
            corners = np.array([[west, north], [east, north], [east, south], [west, south]])
            boxes.append(box_wkb(own.to_map(corners)))
    if not boxes:
        raise ScarpError(
            f'No landslide lies on the layer "{path}"; choose another image, or check its coordinate system and theirs.'
        )
    return boxes
