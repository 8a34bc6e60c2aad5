"""How well landslides were extracted, by pixel and by object."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from .errors import ScarpError
from .polygons_on_grid import PolygonSource
from .probability_raster import lowest_percent
from .progress import Part, Progress, Quiet, check
from .threshold import middle_of_plateau

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class PixelCounts:
    """Pixels by what was extracted and what the reference says; unlabelled ones are in none of the four.

    A score without a denominator (precision where nothing was extracted, recall where there is no landslide) is NaN.

    Attributes:
        tp: landslide, extracted.
        fp: extracted, but no landslide.
        fn: landslide, but not extracted.
        tn: neither.

    Source: Liu et al. 2021, An improved Mask R-CNN, formulas 5 to 10.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    def __add__(self, other: PixelCounts) -> PixelCounts:
        return PixelCounts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.tn + other.tn)

    @property
    def precision(self) -> float:
        """Share of the extracted pixels that are landslide (formula 5)."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Share of the landslide pixels that were extracted (formula 6)."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def overall_accuracy(self) -> float:
        """Share of all pixels that are right (formula 7)."""
        return _ratio(self.tp + self.tn, self.tp + self.fp + self.fn + self.tn)

    @property
    def iou(self) -> float:
        """Intersection over union of landslide (formula 9)."""
        return _ratio(self.tp, self.tp + self.fp + self.fn)

    @property
    def mean_iou(self) -> float:
        """Mean intersection over union of landslide and of the rest (formula 8); of one, where only one is there."""
        both = [each for each in (self.iou, _ratio(self.tn, self.tn + self.fp + self.fn)) if not math.isnan(each)]
        return sum(both) / len(both) if both else math.nan

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (formula 10); 0 where one of them is 0 or only one is defined."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(frozen=True)
class ObjectScores:
    """Landslides found and landslides right, counted by object.

    Attributes:
        overlap: share of an object's area that the other set must cover for it to count.
        reference: landslides of the reference.
        found: those of them that the extracted ones cover.
        extracted: landslides extracted.
        right: those of them that the reference covers.
    """

    overlap: float
    reference: int
    found: int
    extracted: int
    right: int

    @property
    def recall(self) -> float:
        """Share of the reference landslides that were found; NaN where there are none."""
        return _ratio(self.found, self.reference)

    @property
    def precision(self) -> float:
        """Share of the extracted landslides that are right; NaN where there are none."""
        return _ratio(self.right, self.extracted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where one of them is 0 or only one is defined."""
        if not self.reference or not self.extracted:
            return 0.0 if self.reference or self.extracted else math.nan
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def count_pixels(
    extracted: NDArray[Any], reference: NDArray[Any], labelled: NDArray[np.bool_] | None = None
) -> PixelCounts:
    """Count pixels of two masks.

    Args:
        extracted: any shape, true (or not zero) where landslide was extracted.
        reference: the same shape, true where landslide is.
        labelled: the same shape, true where the reference says anything; everywhere if None.

    Returns:
        The counts.

    Raises:
        ValueError: if the shapes differ.
    """
    shapes = {np.shape(extracted), np.shape(reference), np.shape(reference if labelled is None else labelled)}
    if len(shapes) > 1:
        raise ValueError(f"masks of different shapes cannot be compared: {sorted(shapes)}")
    code = 2 * (np.asarray(reference) != 0) + (np.asarray(extracted) != 0)
    if labelled is not None:
        code = code[np.asarray(labelled, bool)]
    tn, fp, fn, tp = np.bincount(code.reshape(-1), minlength=4).tolist()
    return PixelCounts(tp, fp, fn, tn)


def counts_at(threshold: float, histogram_landslide: Ints, histogram_other: Ints) -> PixelCounts:
    """Counts at a threshold, from the histograms of per cent (101,) inside and outside the reference."""
    lowest = lowest_percent(threshold)
    return PixelCounts(
        int(histogram_landslide[lowest:].sum()),
        int(histogram_other[lowest:].sum()),
        int(histogram_landslide[:lowest].sum()),
        int(histogram_other[:lowest].sum()),
    )


def best_f1(histogram_landslide: Ints, histogram_other: Ints) -> tuple[float, PixelCounts]:
    """The threshold with the highest F1.

    Args:
        histogram_landslide: shape (101,), pixels of probability 0.00, 0.01, ... 1.00 inside the reference.
        histogram_other: shape (101,), outside it.

    Returns:
        The threshold, in [0, 1], the middle one where neighbours are equally good; and the counts there.

    Raises:
        ValueError: if there is no landslide pixel, so that F1 is never above 0.
    """
    if not np.any(histogram_landslide):
        raise ValueError("the best threshold needs at least one landslide pixel")
    every = [counts_at(percent / 100, histogram_landslide, histogram_other) for percent in range(101)]
    best = middle_of_plateau(np.array([counts.f1 for counts in every]))
    return best / 100, every[best]


def object_scores_of_layers(
    extracted_path: str, reference_path: str, overlap: float = 0.5, progress: Progress | None = None
) -> ObjectScores:
    """Score by object from two polygon layers.

    Args:
        extracted_path: the first layer of any vector file that OGR reads.
        reference_path: likewise; it is reprojected to the CRS of the extracted one, in whose plane areas are compared.
        overlap: share of an object's area that the union of the other layer must cover, in (0, 1].
        progress: told how far it is, and asked whether to stop.

    Returns:
        The scores.

    Raises:
        ScarpError: if a layer cannot be read, or the overlap is no such share.
        Cancelled: if asked to stop.
    """
    if not 0.0 < overlap <= 1.0:
        raise ScarpError(f"The overlap is {overlap:g}. Give a share above 0 and up to 1.")
    watched = progress or Quiet()
    sources = [PolygonSource.of_file(path) for path in (extracted_path, reference_path)]
    extracted, reference = (list(source.polygons(sources[0].crs_wkt, watched)) for source in sources)
    found = _covered_polygons(reference, extracted, overlap, Part(watched, 0.0, 50.0))
    right = _covered_polygons(extracted, reference, overlap, Part(watched, 50.0, 100.0))
    return ObjectScores(overlap, len(reference), found, len(extracted), right)


def _ratio(part: int, whole: int) -> float:
    """A share; NaN of nothing."""
    return part / whole if whole else math.nan


def _covered_polygons(
    polygons: list[ogr.Geometry], cover: list[ogr.Geometry], overlap: float, progress: Progress
) -> int:
    """How many polygons the union of others covers to the overlap."""
    boxes = np.array([each.GetEnvelope() for each in cover]).reshape(-1, 4)
    count = 0
    for number, polygon in enumerate(polygons, 1):
        check(progress)
        west, east, south, north = polygon.GetEnvelope()
        near = (boxes[:, 0] < east) & (boxes[:, 1] > west) & (boxes[:, 2] < north) & (boxes[:, 3] > south)
        bare = polygon
        for other in np.flatnonzero(near).tolist():
            bare = bare.Difference(cover[other]) or bare
        area = polygon.GetArea()
        count += area - bare.GetArea() >= overlap * area * (1 - 1e-9)
        progress.setProgress(100.0 * number / len(polygons))
    return count
