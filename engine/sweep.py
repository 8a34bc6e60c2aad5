"""What different thresholds give: scores, number and area of the landslides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from .components import ComponentCounter, PixelAreas
from .errors import ScarpError
from .evaluation_grid import EvaluationGrid
from .measurements import Measurer
from .polygons_on_grid import PolygonsOnGrid, PolygonSource
from .probability import BINS
from .probability_raster import ProbabilityRaster, lowest_percent
from .progress import Part, Progress, Quiet, check
from .reference import IS_LANDSLIDE, OTHER, Landslides
from .scores import PixelCounts, best_f1, counts_at
from .threshold import otsu

Ints = NDArray[np.int64]

TENTHS = tuple(percent / 100 for percent in range(10, 100, 10))
FINE_STEPS = 4
"""Steps of 0.01 to either side of the best threshold, as in table 3 of Zhang et al. 2020."""
PIXELS_AT_ONCE = 1_000_000
HISTOGRAM_SHARE = 20.0
"""Per cent of the progress bar after which landslides are counted."""


@dataclass(frozen=True)
class Histograms:
    """How many pixels have which probability.

    Attributes:
        valid: shape (101,), valid pixels of probability 0.00, 0.01, ... 1.00.
        landslide: the same of those that are landslide in the reference; nothing without one.
        other: the same of those that are something else; unlabelled pixels are in neither.
    """

    valid: Ints
    landslide: Ints | None = None
    other: Ints | None = None

    @property
    def otsu_threshold(self) -> float | None:
        """Otsu's threshold of all valid pixels; nothing where they have fewer than two values."""
        return otsu(self.valid) if np.count_nonzero(self.valid) > 1 else None

    @property
    def best(self) -> tuple[float, PixelCounts] | None:
        """The threshold with the highest F1 and the counts there; nothing where no landslide is known."""
        if self.landslide is None or self.other is None or not self.landslide.any():
            return None
        return best_f1(self.landslide, self.other)

    def counts_at(self, threshold: float) -> PixelCounts | None:
        """Counts of the labelled pixels at a threshold; nothing without a reference."""
        if self.landslide is None or self.other is None:
            return None
        return counts_at(threshold, self.landslide, self.other)


@dataclass(frozen=True)
class ThresholdRow:
    """What one threshold gives.

    Attributes:
        threshold: in [0, 1].
        landslides: how many there are.
        area_m2: of them together, ellipsoidal.
        counts: of the labelled pixels; nothing without a reference.
    """

    threshold: float
    landslides: int
    area_m2: float
    counts: PixelCounts | None


@dataclass(frozen=True)
class Sweep:
    """What the thresholds give.

    Attributes:
        histograms: of the whole raster.
        rows: by rising threshold.
        connectedness: by which landslides were counted.
        min_area_m2: of those counted.
    """

    histograms: Histograms
    rows: tuple[ThresholdRow, ...]
    connectedness: int
    min_area_m2: float


def histograms(raster: ProbabilityRaster, reference: Landslides | None, progress: Progress) -> Histograms:
    """Count the pixels of each probability, in one pass.

    Args:
        raster: of probability.
        reference: what is known to be landslide, on the raster's grid; nothing counts all pixels alone.
        progress: told how far it is, and asked whether to stop.

    Raises:
        ScarpError: if there is no valid pixel, or something cannot be read.
        Cancelled: if asked to stop.
    """
    valid, landslide, other = (np.zeros(256, np.int64) for _ in range(3))
    for row, pixels in raster.strips(progress):
        valid += np.bincount(pixels.reshape(-1), minlength=256)
        if reference is not None and (pixels < BINS).any():
            codes = reference.codes(row, len(pixels))
            landslide += np.bincount(pixels[codes == IS_LANDSLIDE], minlength=256)
            other += np.bincount(pixels[codes == OTHER], minlength=256)
    if not valid[:BINS].any():
        raise ScarpError(
            "The probability raster has no valid pixel in the area asked for: it is nodata there. Choose another "
            "raster or another area."
        )
    if reference is None:
        return Histograms(valid[:BINS])
    if not (landslide + other)[:BINS].any():
        raise ScarpError(
            "The reference says nothing of the valid pixels of the probability raster: they are all unlabelled. Check "
            "that the two are of the same place."
        )
    return Histograms(valid[:BINS], landslide[:BINS], other[:BINS])


def histograms_of_files(probability: str, reference: str, progress: Progress | None = None) -> Histograms:
    """Count the pixels of each probability, inside and outside of reference polygons.

    Args:
        probability: probability raster.
        reference: the first layer of any vector file that OGR reads.
        progress: told how far it is, and asked whether to stop.

    Raises:
        ScarpError: if there is no valid pixel, or a file cannot be used.
        Cancelled: if asked to stop.
    """
    watched, raster = progress or Quiet(), ProbabilityRaster(probability)
    grid, source = EvaluationGrid.of_probability(raster), PolygonSource.of_file(reference)
    with TemporaryDirectory(prefix="scarp-") as folder:
        polygons = PolygonsOnGrid.of_source(source, grid, Path(folder), watched)
        try:
            return histograms(raster, polygons, watched)
        finally:
            polygons.close()


def best_threshold(found: Histograms) -> float:
    """The threshold with the highest F1.

    Raises:
        ScarpError: if no landslide is known.
    """
    if found.landslide is None:
        raise ScarpError("The threshold with the best F1 needs a reference; choose one, or another method.")
    best = found.best
    if best is None:
        raise ScarpError(
            "No landslide of the reference lies on valid pixels of the probability raster, so no threshold has the "
            "best F1. Choose another reference, or another method."
        )
    return best[0]


def swept_thresholds(centre: float | None) -> list[float]:
    """The thresholds of a sweep: 0.1 to 0.9, and steps of 0.01 around the one that matters most, if there is one."""
    percents = {round(100 * threshold) for threshold in TENTHS}
    if centre is not None:
        middle = round(100 * centre)
        percents |= set(range(max(0, middle - FINE_STEPS), min(100, middle + FINE_STEPS) + 1))
    return [percent / 100 for percent in sorted(percents)]


def sweep(
    raster: ProbabilityRaster,
    reference: Landslides | None = None,
    *,
    connectedness: int = 4,
    min_area_m2: float = 0.0,
    progress: Progress | None = None,
) -> Sweep:
    """What thresholds of 0.1 to 0.9 give, and those around the one with the best F1 (without a reference, Otsu's).

    Pixels are scored in one pass over the raster, landslides counted at all thresholds in a second one.

    Args:
        raster: of probability.
        reference: what is known to be landslide, on the raster's grid.
        connectedness: 4 joins pixels that share an edge to a landslide, 8 also those that share a corner.
        min_area_m2: smaller landslides count neither for the number nor for the area; the scores are of all pixels.
        progress: told how far it is, and asked whether to stop.

    Raises:
        ScarpError: if there is no valid pixel, or something cannot be read.
        Cancelled: if asked to stop.
    """
    watched = progress or Quiet()
    found = histograms(raster, reference, Part(watched, 0.0, HISTOGRAM_SHARE))
    best = found.best
    thresholds = swept_thresholds(best[0] if best else found.otsu_threshold)
    counters = count_landslides(
        raster, thresholds, connectedness, min_area_m2, Part(watched, HISTOGRAM_SHARE, 100.0)
    )  # fmt: skip
    rows = tuple(
        ThresholdRow(threshold, counter.count, counter.area_m2, found.counts_at(threshold))
        for threshold, counter in zip(thresholds, counters)
    )
    return Sweep(found, rows, connectedness, min_area_m2)


def count_landslides(
    raster: ProbabilityRaster, thresholds: Sequence[float], connectedness: int, min_area_m2: float, progress: Progress
) -> list[ComponentCounter]:
    """Number and area of the landslides at each threshold, in one pass.

    Args:
        raster: of probability.
        thresholds: each in [0, 1].
        connectedness: 4 or 8.
        min_area_m2: of those counted.
        progress: told how far it is, and asked whether to stop.

    Returns:
        As many counts as thresholds.

    Raises:
        ScarpError: if a threshold is none, or the raster cannot be read.
        Cancelled: if asked to stop.
    """
    lowest = [lowest_percent(threshold) for threshold in thresholds]
    counters = [ComponentCounter(connectedness, min_area_m2) for _ in thresholds]
    measurer = Measurer(raster.crs_wkt)
    at_once = max(1, PIXELS_AT_ONCE // raster.width)
    for row, strip in raster.strips(progress):
        for start in range(0, len(strip), at_once):
            check(progress)
            pixels = strip[start : start + at_once]
            areas = PixelAreas(raster, measurer, row + start, len(pixels))
            valid = pixels < BINS
            for counter, percent in zip(counters, lowest):
                counter.add((pixels >= percent) & valid, areas)
    for counter in counters:
        counter.finish()
    return counters
