"""What the values of a class field mean: landslide, background, or a class of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from .contract import LANDSLIDE
from .label_raster import BACKGROUND

HARD_NEGATIVE = "hard negative"
"""Value of ROIs on what a model took for a landslide and is none: background that deserves to be learnt."""
LANDSLIDE_NAMES = ("landslide", "landslides", "1")
"""Values of a class field that mean landslide, whatever their case."""
BACKGROUND_NAMES = ("background", "other", "0", "no landslide", "non-landslide", "none", HARD_NEGATIVE)
"""Values that mean background, unless the analyst names others."""


def as_text(value: Any) -> str:
    """A value of a class field as text, whole numbers without decimals."""
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def shown_values(config: Mapping[str, Any]) -> dict[str, str]:
    """What a value map of QGIS shows for the values of a field, by value.

    Args:
        config: of the map, in which each entry is its own, or all are one.
    """
    entries = config.get("map", [])
    entries = entries if isinstance(entries, list) else [entries]
    return {as_text(value): str(name).strip() for entry in entries for name, value in entry.items()}


def class_of(names: Sequence[str], background: Collection[str] = BACKGROUND_NAMES) -> str:
    """The class that is called by some names.

    Args:
        names: of which the last is for people; at least one.
        background: names in lower case that mean background.

    Returns:
        "landslide", "background", or the last name.
    """
    lower = [name.casefold() for name in names]
    if set(background).intersection(lower):
        return BACKGROUND
    return LANDSLIDE if set(LANDSLIDE_NAMES).intersection(lower) else names[-1]
