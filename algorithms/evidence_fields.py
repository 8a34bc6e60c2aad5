"""The fields of landslides that hold what speaks for their having been there before the event."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsField, QgsProcessingFeatureSource

from ..engine.errors import ScarpError
from ..engine.progress import Progress, check
from .sinks import SHAPEFILE_NAMES

FIELDS = {
    "pre_probability": "real",
    "pre_share": "real",
    "index_before": "real",
    "index_after": "real",
    "index_change": "real",
    "slope_mean_deg": "real",
    "preexisting": "integer",
    "reason": "text",
}


def slope_field(source: QgsProcessingFeatureSource) -> str | None:
    """The field that holds the mean slope, under its name or a Shapefile's."""
    names = source.fields().names()
    possible = ("slope_mean_deg", SHAPEFILE_NAMES["slope_mean_deg"])
    return next((name for name in possible if name in names), None)


def result_fields(source: QgsProcessingFeatureSource) -> dict[str, str | QgsField]:
    """Fields of the results: those of the landslides, and the evidence in place of what an earlier run left."""
    earlier = {*FIELDS, *(SHAPEFILE_NAMES[name] for name in FIELDS if name in SHAPEFILE_NAMES)}
    own: dict[str, str | QgsField] = {field.name(): field for field in source.fields() if field.name() not in earlier}
    return {**own, **FIELDS}


def read_features(source: QgsProcessingFeatureSource, progress: Progress) -> list[QgsFeature]:
    """The landslides, as they are; the engine makes those valid that are not.

    Raises:
        ScarpError: if there is none.
        Cancelled: if asked to stop.
    """
    features = []
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(QgsFeatureRequest(), flag):
        check(progress)
        features.append(feature)
    if not features:
        raise ScarpError(f'The layer "{source.sourceName()}" has no landslide; choose another.')
    return features


def field_number(value: Any) -> float | None:
    """A field's value; nothing where it is empty or no number."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None
