"""Keeps the measurements in a layer's fields right while outlines are edited during a review."""

from __future__ import annotations

from dataclasses import asdict, fields

from qgis.core import NULL, QgsFields, QgsGeometry, QgsVectorLayer

from ..engine.errors import ScarpError
from ..engine.measurements import Measurements, Measurer

SHAPEFILE_NAMES = {"perimeter_m": "perim_m", "orientation_deg": "orient_deg"}
"""What Scarp calls fields in a Shapefile."""
NEEDED = ("area_m2", "length_m")
"""Fields without which a layer was not measured by Scarp, and is left alone."""


def measured_fields(layer_fields: QgsFields) -> dict[str, int]:
    """Numbers of the fields that Scarp has measured, by their names; none where it has not."""
    names = [field.name for field in fields(Measurements)]
    found = {name: layer_fields.lookupField(name) for name in names}
    for name, short in SHAPEFILE_NAMES.items():
        if found[name] < 0:
            found[name] = layer_fields.lookupField(short)
    if any(found[name] < 0 for name in NEEDED):
        return {}
    return {name: index for name, index in found.items() if index >= 0}


def measure_again(layer: QgsVectorLayer, fid: int, geometry: QgsGeometry, measurer: Measurer) -> None:
    """Bring the measurements of a landslide up to date, as a part of the edit command that changes its outline.

    Args:
        layer: of landslides, in an edit command.
        fid: id of the landslide.
        geometry: its outline.
        measurer: of the layer's CRS.
    """
    found = measured_fields(layer.fields())
    if not found or geometry.isEmpty():
        return
    try:
        measured = asdict(measurer.measure(bytes(geometry.asWkb())))
    except ScarpError:
        return
    for name, index in found.items():
        value = measured[name]
        layer.changeAttributeValue(fid, index, NULL if value is None else value)
