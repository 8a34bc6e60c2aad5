"""The power law that the areas of large landslides follow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .progress import Progress, check

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEAST_TAIL = 50
"""Exponents of fewer landslides are not to be relied on (Clauset et al. 2009, section 3)."""
LEAST_SPAN = 1.01
"""Areas that differ less are alike: a metre is not equally long everywhere on a map."""
MOST_MINIMA = 500
"""Smallest areas of the tail that are tried; of more, those that make it about evenly longer in a logarithmic sense."""
SEED = 0


@dataclass(frozen=True)
class PowerLaw:
    """Landslides of at least a smallest area, whose areas A have a frequency density in proportion to A ** -alpha.

    Attributes:
        alpha: exponent.
        error: its standard error.
        minimum_m2: smallest area of the tail.
        count: landslides in the tail.
        total: landslides in all.
        distance: Kolmogorov and Smirnov's, between the tail and the law.
    """

    alpha: float
    error: float
    minimum_m2: float
    count: int
    total: int
    distance: float

    def density(self, areas_m2: Floats) -> Floats:
        """Frequency density of all landslides at some areas of the tail, in 1/m²."""
        share = self.count / self.total
        return share * (self.alpha - 1) / self.minimum_m2 * (areas_m2 / self.minimum_m2) ** -self.alpha


def fit_power_law(areas_m2: Floats) -> PowerLaw | None:
    """The power law of the largest landslides.

    The exponent is the one of greatest likelihood for continuous values, the smallest area of the tail the one from
    which on law and landslides are closest to each other. A straight line fitted to the logarithms of a histogram, as
    is often done, is biased, and its error is not known.

    Args:
        areas_m2: shape (n,), above 0.

    Returns:
        The law; nothing where there are fewer than ``LEAST_TAIL`` landslides, or they are all of about the same area.

    Source: Clauset, Shalizi and Newman 2009, SIAM Review 51(4), 661-703, equations 3.1 and 3.2 and section 3.3.
    """
    total = len(areas_m2)
    values, counts = np.unique(areas_m2, return_counts=True)
    tails = total - np.cumsum(counts) + counts  # landslides at or above each value
    # Areas that are alike have no exponent.
    possible = np.flatnonzero((tails >= LEAST_TAIL) & (LEAST_SPAN * values <= values[-1]))
    if len(possible) == 0:
        return None
    logarithms = np.log(values)
    sums = np.cumsum((counts * logarithms)[::-1])[::-1]
    best: PowerLaw | None = None
    for first in _spread(tails[possible]).tolist():
        count = int(tails[first])
        alpha = 1.0 + count / float(sums[first] - count * logarithms[first])
        distance = _distance(logarithms[first:] - logarithms[first], counts[first:], alpha)
        if best is None or distance < best.distance:
            best = PowerLaw(alpha, (alpha - 1) / np.sqrt(count), float(values[first]), count, total, distance)
    return best


def _spread(tails: Ints) -> Ints:
    """Indices of some of falling numbers of landslides, evenly in their logarithms; shape (k,), rising."""
    if len(tails) <= MOST_MINIMA:
        return np.arange(len(tails))
    wanted = np.geomspace(tails[0], tails[-1], MOST_MINIMA)
    chosen: Ints = np.unique(len(tails) - 1 - np.searchsorted(tails[::-1], wanted).clip(0, len(tails) - 1))
    return chosen


def _distance(logarithms: Floats, counts: Ints, alpha: float) -> float:
    """Kolmogorov and Smirnov's distance; of the logarithms of areas in the smallest one, rising, and their counts."""
    law = -np.expm1((1 - alpha) * logarithms)
    upper = np.cumsum(counts) / counts.sum()
    lower = upper - counts / counts.sum()
    return float(max(np.abs(upper - law).max(), np.abs(lower - law).max()))


def plausibility(areas_m2: Floats, law: PowerLaw, samples: int, progress: Progress) -> float:
    """How often a sample that does follow the law is as far from its own fit as the landslides are from theirs.

    Args:
        areas_m2: shape (n,), that the law was fitted to.
        law: as ``fit_power_law`` gave it.
        samples: to be drawn and fitted; the result is exact to about 1 / (2 sqrt(samples)).
        progress: of this part.

    Returns:
        The p-value, 0 to 1; at or below 0.1 the law is to be doubted.

    Raises:
        Cancelled: if asked to stop.

    Source: Clauset, Shalizi and Newman 2009, SIAM Review 51(4), 661-703, section 4.1.
    """
    drawn = np.random.default_rng(SEED)
    below = areas_m2[areas_m2 < law.minimum_m2]
    farther = 0
    for number in range(samples):
        check(progress)
        count = int(drawn.binomial(law.total, law.count / law.total)) if len(below) else law.total
        tail = law.minimum_m2 * (1.0 - drawn.random(count)) ** (-1.0 / (law.alpha - 1.0))
        rest = drawn.choice(below, law.total - count) if len(below) else below
        refitted = fit_power_law(np.concatenate([tail, rest]))
        farther += refitted is not None and refitted.distance >= law.distance
        progress.setProgress(100.0 * (number + 1) / samples)
    return farther / samples
