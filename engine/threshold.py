"""The probability at which a pixel becomes landslide."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import ScarpError

METHODS = ("recommended", "otsu", "fixed")
"""How the threshold is chosen: the model's own, Otsu's from the scene, or a number the analyst gives."""


def otsu(histogram: NDArray[np.integer[Any]]) -> float:
    """Threshold that maximises the variance between the two classes it separates.

    Where several neighbouring thresholds separate equally well (empty bins between two groups), the middle one is
    taken, rounded down to the 0.01 grid.

    Args:
        histogram: shape (101,), pixel counts of probability 0.00, 0.01, ... 1.00.

    Returns:
        The threshold, in [0, 1]; a pixel is landslide at or above it.

    Raises:
        ValueError: if the histogram has another shape or holds fewer than two distinct values.

    Source: Otsu 1979, IEEE Trans. SMC 9(1), 62-66.
    """
    counts = _counts(histogram)
    if np.count_nonzero(counts) < 2:
        raise ValueError("Otsu's method needs at least two distinct probabilities")
    below = np.cumsum(counts)[:-1].astype(np.float64)
    below_sum = np.cumsum(counts * np.arange(101))[:-1].astype(np.float64)
    above = float(counts.sum()) - below
    above_sum = float((counts * np.arange(101)).sum()) - below_sum
    separates = (below > 0) & (above > 0)
    between = np.full(100, -1.0)
    distance = above_sum[separates] / above[separates] - below_sum[separates] / below[separates]
    between[separates] = below[separates] * above[separates] * distance**2
    return (middle_of_plateau(between) + 1) / 100


def middle_of_plateau(scores: NDArray[np.float64]) -> int:
    """Index of the maximum, or the middle (rounded down) of the run of equal maxima that starts at the first one.

    Args:
        scores: shape (n,), not empty; NaN never wins.

    Returns:
        The index.

    Raises:
        ValueError: if every score is NaN.
    """
    first = last = int(np.nanargmax(scores))
    while last + 1 < len(scores) and scores[last + 1] == scores[first]:
        last += 1
    return (first + last) // 2


def choose_threshold(
    method: str, histogram: NDArray[np.integer[Any]], recommended: float | None, fixed: float | None
) -> float:
    """The threshold that a method gives for this scene.

    Args:
        method: one of METHODS.
        histogram: shape (101,), pixel counts of probability 0.00, 0.01, ... 1.00; read by "otsu" only.
        recommended: the model's threshold in [0, 1], or None where the model states none.
        fixed: the analyst's threshold in [0, 1]; read by "fixed" only.

    Returns:
        The threshold, in [0, 1].

    Raises:
        ScarpError: if the method is unknown, or has nothing usable to go by.
    """
    if method == "recommended":
        if recommended is None:
            raise ScarpError(
                "The model does not recommend a threshold. Choose Otsu's method or give a threshold between 0 and 1."
            )
        return _in_range(recommended, "The threshold recommended by the model")
    if method == "fixed":
        if fixed is None:
            raise ScarpError("No threshold was given. Give one between 0 and 1, or choose another method.")
        return _in_range(fixed, "The threshold")
    if method == "otsu":
        return _otsu_of_scene(_counts(histogram))
    raise ScarpError(f'The threshold method "{method}" is unknown. Choose one of: {", ".join(METHODS)}.')


def _otsu_of_scene(counts: NDArray[np.int64]) -> float:
    """Otsu's threshold, or a sentence that says why there is none."""
    values = np.flatnonzero(counts)
    if len(values) == 0:
        raise ScarpError(
            "Otsu's method found no valid pixel in the probability raster. Check that the area asked for overlaps "
            "the scene."
        )
    if len(values) == 1:
        raise ScarpError(
            f"Otsu's method needs two classes to separate, but every pixel has the probability "
            f"{values[0] / 100:.2f}. Use the threshold recommended by the model, or give one between 0 and 1."
        )
    return otsu(counts)


def _counts(histogram: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """The histogram as 64-bit integers, so that sums over a large scene are exact."""
    counts = np.asarray(histogram).astype(np.int64)
    if counts.shape != (101,):
        raise ValueError(f"the histogram of a probability raster has shape (101,), not {counts.shape}")
    return counts


def _in_range(threshold: float, name: str) -> float:
    """The threshold itself, if it is one."""
    if not 0.0 <= threshold <= 1.0:
        raise ScarpError(f"{name} is {threshold:g}, but a threshold lies between 0 and 1. Give one in that range.")
    return float(threshold)
