"""ROIs: the polygons of layers, each with the class that a field names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Union

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..engine.contract import LANDSLIDE
from ..engine.errors import ScarpError
from ..engine.label_raster import BACKGROUND, RoiPolygons
from ..engine.progress import Progress, check
from ..engine.roi_classes import LANDSLIDE_NAMES, as_text, class_of, shown_values
from .areas import check_source

RoiLayer = Union[QgsVectorLayer, QgsProcessingFeatureSource]


def names_in(text: str) -> list[str]:
    """Names that a text lists, with commas between them."""
    return [name.strip() for name in text.split(",") if name.strip()]


def ordered_classes(found: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Classes in the order of their numbers.

    Args:
        found: in the ROIs, landslide first.
        wanted: as the analyst orders them; empty keeps the order found. Landslide is always first.

    Raises:
        ScarpError: if one that was found is not wanted.
    """
    if not wanted:
        return list(found)
    classes = [LANDSLIDE, *(name for name in wanted if name.casefold() not in LANDSLIDE_NAMES)]
    missing = [name for name in found if name not in classes]
    if missing:
        raise ScarpError(
            f'The ROIs have the class "{missing[0]}", which is not among the classes {", ".join(classes)}; add it to '
            "them, or leave Classes empty."
        )
    return classes


def check_rois(
    layers: Sequence[RoiLayer], class_field: str, image_crs: QgsCoordinateReferenceSystem | None = None
) -> None:
    """See that layers can hold ROIs, without reading any.

    Args:
        layers: of polygons.
        class_field: that names the class; empty makes all landslide.
        image_crs: if it is invalid, the layers need none either.

    Raises:
        ScarpError: if there is no layer, or one holds no polygons, lacks the field, or lacks a CRS.
    """
    if not layers:
        raise ScarpError("No ROIs are chosen; choose a layer of polygons drawn on landslides.")
    somewhere = QgsCoordinateReferenceSystem("EPSG:4326") if image_crs is None else image_crs
    for layer in layers:
        check_source(layer, somewhere, "ROI")
        if class_field and layer.fields().lookupField(class_field) < 0:
            fields = ", ".join(layer.fields().names()) or "none"
            raise ScarpError(
                f'The layer "{layer.sourceName()}" has no field "{class_field}"; its fields: {fields}. Name the one '
                "that holds the class, or none to take all ROIs as landslide."
            )


def roi_polygons(
    layers: Sequence[RoiLayer], class_field: str, background_names: Sequence[str], progress: Progress,
    image_crs: QgsCoordinateReferenceSystem | None = None,
) -> tuple[list[RoiPolygons], list[str]]:  # fmt: skip
    """ROIs of layers, in the thread that the layers live in.

    Of a layer all features count, of a ``QgsProcessingFeatureSource`` those that the analyst asked for. A class is the
    field's value, or what the field's value map shows for it; 1 is landslide. Names that differ in case are one class.

    Args:
        layers: of polygons.
        class_field: that names the class; empty makes all landslide, but for layers named as background.
        background_names: values that mean background, whatever their case; "background" always does.
        progress: is told what was repaired and what was left out.
        image_crs: if it is invalid, the layers need none either.

    Returns:
        The ROIs by layer, and the classes found but for background: landslide first, the others by the alphabet.

    Raises:
        ScarpError: if a layer does not fit, there is no ROI, or there are other classes but no landslide.
        Cancelled: if so.
    """
    check_rois(layers, class_field, image_crs)
    background = {BACKGROUND, *(name.casefold() for name in background_names)}
    spelling: dict[str, str] = {}
    rois: list[RoiPolygons] = []
    for layer in layers:
        unnamed, repaired, polygons = 0, 0, []
        field = layer.fields().lookupField(class_field) if class_field else -1
        for feature in _features(layer, progress):
            names = _names(feature, field, layer) if class_field else [layer.sourceName(), LANDSLIDE]
            if not names:
                unnamed += 1
                continue
            geometry = feature.geometry()
            if not geometry.isGeosValid():
                repaired += 1
                geometry = _repaired(geometry)
            if not geometry.isEmpty():
                name = class_of(names, background)
                polygons.append((bytes(geometry.asWkb()), spelling.setdefault(name.casefold(), name)))
        _warn(layer, class_field, unnamed, repaired, progress)
        crs = layer.sourceCrs()
        wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else ""
        rois.append(RoiPolygons(polygons, wkt))
    if not any(layer.polygons for layer in rois):
        shown = ", ".join(f'"{layer.sourceName()}"' for layer in layers)
        raise ScarpError(f"There is no ROI in {shown}; draw polygons on landslides, or choose another layer.")
    classes = sorted({name for layer in rois for _, name in layer.polygons} - {BACKGROUND}, key=str.casefold)
    if LANDSLIDE in classes:
        classes.remove(LANDSLIDE)
    elif classes:
        raise ScarpError(
            f'No ROI is of the class "{LANDSLIDE}": the field "{class_field}" names {", ".join(classes)}. Set it to '
            f'"{LANDSLIDE}" or 1 for landslides, or name no field to take all ROIs as landslide.'
        )
    return rois, [LANDSLIDE, *classes]


def _features(layer: RoiLayer, progress: Progress) -> Iterator[QgsFeature]:
    """Features that have a geometry."""
    if isinstance(layer, QgsProcessingFeatureSource):
        # Whatever the analyst has set for invalid geometries, an ROI can be repaired.
        flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        features = layer.getFeatures(QgsFeatureRequest(), flag)
    else:
        features = layer.getFeatures()
    for number, feature in enumerate(features):
        if number % 100 == 0:
            check(progress)
        if not feature.geometry().isEmpty():
            yield feature


def _repaired(geometry: QgsGeometry) -> QgsGeometry:
    """What is left of a polygon that crosses itself; the lines that its repair may leave are none of it."""
    repaired = geometry.makeValid()
    repaired.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    return repaired


def _names(feature: QgsFeature, index: int, layer: RoiLayer) -> list[str]:
    """What a feature's class may be called: its value, and what the value map of the field shows for that."""
    value = feature.attribute(index)
    if value is None or value == NULL:
        return []
    names = [as_text(value), _shown(layer.fields().at(index), as_text(value))]
    return [name for name in names if name]


def _shown(field: QgsField, text: str) -> str:
    """What a field's value map shows for a value; empty where it has none."""
    setup = field.editorWidgetSetup()
    if setup.type() != "ValueMap":
        return ""
    # QGIS has its own way to look it up, but that crashes without a layer where a value is not in the map.
    return shown_values(setup.config()).get(text, "")


def _warn(layer: RoiLayer, class_field: str, unnamed: int, repaired: int, progress: Progress) -> None:
    """Say what was left out and what was repaired."""
    if unnamed:
        progress.pushWarning(
            f'ROIs of the layer "{layer.sourceName()}" without a value in the field "{class_field}", which are left '
            f"out: {unnamed}."
        )
    if repaired:
        progress.pushWarning(f'Invalid polygons of the layer "{layer.sourceName()}" that were repaired: {repaired}.')
