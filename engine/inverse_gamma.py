"""The distribution of landslide areas with its rollover: the area that is most frequent."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

NEAREST, FARTHEST = 0.05, 30.0
"""How far below the smallest area the location is looked for: from this share of it to so many medians."""
STEPS = 40
RHO_RANGE = (1e-2, 1e3)
GOLDEN = (math.sqrt(5) - 1) / 2
EXACT = 1e-7


@dataclass(frozen=True)
class InverseGamma:
    """Three-parameter inverse gamma distribution of landslide areas.

    Attributes:
        rho: the tail falls with A ** -(rho + 1).
        a_m2: scale.
        s_m2: location, below the smallest area; mostly negative.

    Source: Malamud, Turcotte, Guzzetti and Reichenbach 2004, Earth Surface Processes and Landforms 29(6), 687-711,
    equation 3.
    """

    rho: float
    a_m2: float
    s_m2: float

    @property
    def mode_m2(self) -> float:
        """The area of greatest frequency density."""
        return self.s_m2 + self.a_m2 / (self.rho + 1.0)

    def density(self, areas_m2: Floats) -> Floats:
        """Frequency density at some areas above the location, in 1/m²."""
        ratio = self.a_m2 / (areas_m2 - self.s_m2)
        logarithm = (self.rho + 1.0) * np.log(ratio) - ratio - math.log(self.a_m2) - math.lgamma(self.rho)
        density: Floats = np.exp(logarithm)
        return density


def fit_inverse_gamma(areas_m2: Floats) -> InverseGamma | None:
    """The distribution of greatest likelihood.

    For a given location, the reciprocals of the areas above it follow a gamma distribution, whose scale follows from
    its shape: so one number is looked for within one number. A fit takes all areas as they are, where the greatest bar
    of a histogram depends on how wide and where the bars are.

    Args:
        areas_m2: shape (n,), above 0 and of more than one value.

    Returns:
        The distribution; nothing where the areas have none of this shape: where the fit gets better the farther the
        location is, or the greater rho, the areas are spread evenly to both sides and have no long tail.
    """
    smallest, unit = float(areas_m2.min()), float(np.median(areas_m2))

    def at(gap: float) -> tuple[float, float, float]:
        """Mean log-likelihood, shape and scale, for the logarithm of the gap between location and smallest area."""
        reciprocals = unit / (areas_m2 - smallest + math.exp(gap))
        mean, mean_log = float(reciprocals.mean()), float(np.log(reciprocals).mean())

        def likelihood(log_rho: float) -> float:
            rho = math.exp(log_rho)
            return rho * (log_rho - math.log(mean)) - math.lgamma(rho) + (rho + 1.0) * mean_log - rho

        log_rho = _highest(likelihood, *map(math.log, RHO_RANGE))
        rho = math.exp(log_rho)
        return likelihood(log_rho), rho, rho / mean * unit

    gaps = np.linspace(math.log(NEAREST * smallest), math.log(FARTHEST * unit), STEPS).tolist()
    best = max(range(STEPS), key=lambda step: at(gaps[step])[0])
    if best == STEPS - 1:
        return None
    gap = _highest(lambda gap: at(gap)[0], gaps[max(best - 1, 0)], gaps[best + 1])
    _, rho, a_m2 = at(gap)
    if rho > RHO_RANGE[1] * (1 - 1e-3):
        return None
    return InverseGamma(rho, a_m2, smallest - math.exp(gap))


def _highest(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function with one peak in a range is highest, by the golden section."""
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_left, at_right = function(left), function(right)
    while high - low > EXACT:
        if at_left >= at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = function(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = function(right)
    return (low + high) / 2
