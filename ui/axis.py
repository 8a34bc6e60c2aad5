"""The axes of a chart: which numbers stand at them, and what range they show."""

from __future__ import annotations

import math
from collections.abc import Iterable

MARGIN = 0.05
"""Share of the range that is left free at its ends."""


def ticks(low: float, high: float, most: int, whole: bool = False) -> list[float]:
    """Round numbers in a range, in steps of 1, 2 or 5 times a power of ten.

    Args:
        low: end of the range.
        high: its other end, above it.
        most: so many numbers at most, above 1.
        whole: whether only whole ones will do.
    """
    rough = (high - low) / max(1, most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * (1 - 1e-9))
    step = max(1.0, round(step)) if whole else step
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def range_of(found: Iterable[float]) -> tuple[float, float]:
    """Range that shows all values, from 0 where that is not far below them; what is no number does not count."""
    values = [value for value in found if math.isfinite(value)]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if 0.0 <= low <= high / 2:
        low = 0.0
    margin = (high - low) * MARGIN or abs(high) * MARGIN or 1.0
    return low - (margin if low else 0.0), high + margin
