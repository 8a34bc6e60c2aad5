"""How frequent landslides of which size are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .inverse_gamma import InverseGamma, fit_inverse_gamma
from .power_law import LEAST_TAIL, PowerLaw, fit_power_law, plausibility
from .progress import Progress

Floats = NDArray[np.float64]

BINS_PER_DECADE, MANY = (5, 10), 1000
"""Of the frequency density: of fewer than so many landslides, and of more."""
SMALLER_THAN_ROLLOVER = 5
"""Landslides that must be smaller than a rollover for it to be told."""
SHORT_TAIL = 10.0
"""A tail that spans less than such a factor of area says little of a law."""
DOUBTED = 0.1
"""Largest p-value at which a power law is to be doubted (Clauset et al. 2009)."""


@dataclass(frozen=True)
class AreaClass:
    """Landslides of a class of size.

    Attributes:
        low_m2: from this area on.
        high_m2: below this one; may be infinite.
        count: of the landslides.
        area_m2: of them together.
    """

    low_m2: float
    high_m2: float
    count: int
    area_m2: float


def area_classes(areas_m2: Floats, limits_m2: Sequence[float]) -> tuple[AreaClass, ...]:
    """Landslides by class of size, small ones first.

    Args:
        areas_m2: shape (n,).
        limits_m2: between the classes, rising; none takes the powers of ten that lie between the areas.
    """
    limits = limits_m2 or decades(float(areas_m2.min()), float(areas_m2.max()))
    number = np.searchsorted(np.asarray(limits, float), areas_m2, "right")
    counts = np.bincount(number, minlength=len(limits) + 1).tolist()
    sums = np.bincount(number, areas_m2, len(limits) + 1).tolist()
    ends = (0.0, *limits, math.inf)
    return tuple(AreaClass(*each) for each in zip(ends, ends[1:], counts, sums))


def decades(low: float, high: float) -> tuple[float, ...]:
    """Powers of ten above one number and up to another."""
    return tuple(10.0**power for power in range(math.floor(math.log10(low)) + 1, math.floor(math.log10(high)) + 1))


def frequency_densities(areas_m2: Floats) -> tuple[Floats, Floats]:
    """Non-cumulative frequency density of landslide areas.

    Args:
        areas_m2: shape (n,), above 0.

    Returns:
        Middles (geometric) of bins of equal width in logarithms, in m²; and share of the landslides in each, divided by
        its width, in 1/m². Empty bins are left out.

    Source: Malamud et al. 2004, Earth Surface Processes and Landforms 29(6), 687-711, equations 1 and 2.
    """
    per_decade = BINS_PER_DECADE[len(areas_m2) >= MANY]
    low, high = math.log10(areas_m2.min()), math.log10(areas_m2.max())
    first, last = math.floor(low * per_decade), math.floor(high * per_decade) + 1
    edges = 10.0 ** (np.arange(first, last + 1) / per_decade)
    # The least and the greatest area may miss their bins by a rounding.
    number = np.clip(np.searchsorted(edges, areas_m2, "right") - 1, 0, last - first - 1)
    counts = np.bincount(number, minlength=last - first)
    filled = counts > 0
    densities = counts / len(areas_m2) / np.diff(edges)
    return np.sqrt(edges[:-1] * edges[1:])[filled], densities[filled]


@dataclass(frozen=True)
class SizeDistribution:
    """What was fitted to the areas of landslides.

    Attributes:
        tail: of the large ones; nothing where it cannot be told.
        p_value: of the tail; NaN where it was not asked for.
        shape: of all; nothing where it cannot be told.
        rollover_m2: most frequent area; NaN where it cannot be told.
        notes: what cannot be told or is to be doubted, and why; sentences.
    """

    tail: PowerLaw | None
    p_value: float
    shape: InverseGamma | None
    rollover_m2: float
    notes: tuple[str, ...]

    @classmethod
    def of(cls, areas_m2: Floats, samples: int, progress: Progress) -> SizeDistribution:
        """Fit the distributions, where there are enough landslides.

        Args:
            areas_m2: shape (n,), above 0.
            samples: drawn for the p-value of the tail; 0 for none.
            progress: of this part.

        Raises:
            Cancelled: if asked to stop.
        """
        tail = fit_power_law(areas_m2)
        if tail is None:
            why = "All landslides are of about the same area"
            if len(areas_m2) < LEAST_TAIL:
                why = f"There are {len(areas_m2)} landslides, and it takes {LEAST_TAIL}"
            return cls(None, math.nan, None, math.nan, (f"No power-law tail and no rollover are fitted. {why}.",))
        notes = []
        shape = fit_inverse_gamma(areas_m2)
        p_value = plausibility(areas_m2, tail, samples, progress) if samples else math.nan
        span = float(areas_m2.max()) / tail.minimum_m2
        if span < SHORT_TAIL:
            notes.append(
                f"The tail spans only a factor of {span:.1f} of area, so that other laws would fit it as well; do not "
                "extrapolate it."
            )
        if p_value <= DOUBTED:
            notes.append(
                f"The tail is hardly a power law (p = {p_value:.2f}). Areas in steps, as of polygons that follow the "
                "pixels of a coarse image, lower p, too."
            )
        rollover_m2 = shape.mode_m2 if shape is not None else math.nan
        if shape is None:
            notes.append("No rollover is given. The areas have no long tail, as those of landslides do.")
        elif not _rolls_over(areas_m2, rollover_m2):
            rollover_m2 = math.nan
            notes.append(
                "No rollover is given. The frequency density does not fall towards the smallest landslides, or they "
                "were not mapped."
            )
        return cls(tail, p_value, shape, rollover_m2, tuple(notes))


def _rolls_over(areas_m2: Floats, rollover_m2: float) -> bool:
    """Whether the landslides themselves, not only the curve, get rarer below a rollover.

    A curve with a rollover can be fitted to any areas. Those that were cut off at a smallest area have none of less
    than half of it, and those whose density does not fall have as many below half of it as from there to it.
    """
    small = int((areas_m2 < rollover_m2 / 2).sum())
    large = int((areas_m2 < rollover_m2).sum()) - small
    return 0 < small < large and small + large >= SMALLER_THAN_ROLLOVER
