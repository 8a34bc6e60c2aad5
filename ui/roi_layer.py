"""The layer of ROIs: a GeoPackage of polygons, each with its class, made to be drawn on at once."""

from __future__ import annotations

import os
import re
from itertools import count
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsExpression,
    QgsFieldConstraints,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRendererCategory,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.contract import LANDSLIDE
from ..engine.errors import ScarpError
from ..engine.label_raster import BACKGROUND
from ..engine.roi_classes import HARD_NEGATIVE

CLASS_FIELD, NOTE_FIELD = "class", "note"
CLASSES = (LANDSLIDE, BACKGROUND, HARD_NEGATIVE)
"""Values of the class field; what is drawn on purpose comes first."""
COLOURS = {LANDSLIDE: (227, 26, 28), BACKGROUND: (51, 160, 44), HARD_NEGATIVE: (255, 127, 0)}
"""Of the outlines, by class; landslides are as results show them."""
FILL_ALPHA = 45
MARK = "scarp/rois"
"""Custom property of a layer that was made here."""
TABLE = "rois"
translate = QCoreApplication.translate


def titles() -> dict[str, str]:
    """What the classes are called for people, by value."""
    return {
        LANDSLIDE: translate("RoiLayer", "Landslide"),
        BACKGROUND: translate("RoiLayer", "Background"),
        HARD_NEGATIVE: translate("RoiLayer", "Background (rejected)"),
    }


def folder_for(project: QgsProject, image: QgsMapLayer | None) -> Path | None:
    """Where a new layer of ROIs goes: to the project's home, or beside the image while the project has no file.

    Args:
        project: that the layer will be in.
        image: that is drawn on.

    Returns:
        A folder that can be written to; nothing where there is none, so that the analyst is asked.
    """
    found = [project.homePath()]
    if image is not None:
        parts = QgsProviderRegistry.instance().decodeUri(image.providerType(), image.source())
        found.append(str(Path(parts["path"]).parent) if parts.get("path") else "")
    for folder in found:
        if Path(folder).is_absolute() and Path(folder).is_dir() and os.access(folder, os.W_OK):
            return Path(folder)
    return None


def free_path(folder: Path, image: QgsMapLayer | None) -> Path:
    """The next GeoPackage in a folder that is not there yet, named after the image."""
    name = re.sub(r"[^\w-]+", "_", image.name() if image is not None else "").strip("_")[:60]
    stem = f"{name}_rois" if name else "rois"
    for number in count(1):
        path = folder / (f"{stem}.gpkg" if number == 1 else f"{stem}_{number}.gpkg")
        if not path.exists():
            return path
    raise AssertionError


def create(path: Path, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    """Make a layer of ROIs: an empty GeoPackage, with its form and style.

    Args:
        path: of the file, which is not there yet.
        crs: of the image that is drawn on; may be invalid.

    Returns:
        The layer, in no project yet.

    Raises:
        ScarpError: if there is such a file, or it cannot be written.
    """
    write(path, crs)
    return opened(path, crs)


def write(path: Path, crs: QgsCoordinateReferenceSystem) -> None:
    """Write the file of a layer of ROIs; in any thread, since a slow disk takes a second.

    Raises:
        ScarpError: as ``create``.
    """
    if path.exists():
        taken = translate("RoiLayer", "There is a file {path} already; choose another name.")
        raise ScarpError(taken.format(path=path))
    # How the type of a field is named depends on the version of QGIS; in a layer's description it does not.
    described = f"NoGeometry?field={CLASS_FIELD}:string&field={NOTE_FIELD}:string"
    fields = QgsVectorLayer(described, TABLE, "memory").fields()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", TABLE, "UTF-8"
    kind = QgsWkbTypes.Type.MultiPolygon  # so that parts can be added, and landslides of several parts
    writer = QgsVectorFileWriter.create(str(path), fields, kind, crs, QgsCoordinateTransformContext(), options)
    reason = writer.errorMessage()
    del writer  # which closes the file
    layer = _layer_of(path)
    if reason or not layer.isValid():
        failed = translate("RoiLayer", "The ROI layer {path} cannot be made ({reason}); choose another folder.")
        raise ScarpError(failed.format(path=path, reason=reason or layer.error().summary()))
    prepare(layer)
    # For other projects. QGIS 3.44 has given it another name.
    save = layer.saveStyleToDatabaseV2 if hasattr(layer, "saveStyleToDatabaseV2") else layer.saveStyleToDatabase
    save(path.stem, "", True, "")


def opened(path: Path, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    """The layer of a file that was written here."""
    layer = _layer_of(path)
    layer.setCrs(crs)  # also where it is none: a GeoPackage has a name for that
    prepare(layer)
    return layer


def _layer_of(path: Path) -> QgsVectorLayer:
    return QgsVectorLayer(f"{path}|layername={TABLE}", path.stem, "ogr")


def prepare(layer: QgsVectorLayer) -> None:
    """Give a layer with the class field its value map, constraint, style, and a form that does not ask."""
    index = layer.fields().lookupField(CLASS_FIELD)
    shown = [{title: value} for value, title in titles().items()]
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": shown}))
    constraint, strength = QgsFieldConstraints.Constraint, QgsFieldConstraints.ConstraintStrength
    layer.setFieldConstraint(index, constraint.ConstraintNotNull, strength.ConstraintStrengthHard)
    categories = [QgsRendererCategory(value, _symbol(*COLOURS[value]), title) for value, title in titles().items()]
    layer.setRenderer(QgsCategorizedSymbolRenderer(CLASS_FIELD, categories))
    layer.setCustomProperty(MARK, True)
    set_drawn_class(layer, CLASS_FIELD, LANDSLIDE)


def _symbol(red: int, green: int, blue: int) -> QgsFillSymbol:
    """An outline with a light fill."""
    return QgsFillSymbol.createSimple({
        "color": f"{red},{green},{blue},{FILL_ALPHA}", "outline_color": f"{red},{green},{blue},255",
        "outline_width": "0.5", "joinstyle": "round",
    })  # fmt: skip


def class_field(layer: QgsVectorLayer) -> str:
    """Name of the field that holds the class, whatever its case; empty where there is none of that name."""
    index = layer.fields().lookupField(CLASS_FIELD)
    return layer.fields().at(index).name() if index >= 0 else ""


def value_in(layer: QgsVectorLayer, field: str, class_value: str) -> str | int:
    """How a field says a class: by its name, or where it is of numbers, 1 is landslide and 0 any background."""
    return int(class_value == LANDSLIDE) if layer.fields().field(field).isNumeric() else class_value


def set_drawn_class(layer: QgsVectorLayer, field: str, class_value: str) -> None:
    """Have what is drawn from now on be of a class, without a form that asks.

    Args:
        layer: of ROIs.
        field: that holds the class; empty where all are landslide.
        class_value: one of ``CLASSES``.
    """
    form = layer.editFormConfig()
    form.setSuppress(QgsEditFormConfig.FeatureFormSuppress.SuppressOn)
    index = layer.fields().lookupField(field)
    if index >= 0:
        form.setReuseLastValue(index, False)  # which would go before the default
        value = QgsExpression.quotedValue(value_in(layer, field, class_value))
        layer.setDefaultValueDefinition(index, QgsDefaultValue(value))
    layer.setEditFormConfig(form)


def switch_snapping_off(project: QgsProject, layer: QgsVectorLayer) -> bool:
    """Have nothing snap while ROIs are drawn: their outlines follow the image, not other layers.

    Args:
        project: that the layer is in.
        layer: of ROIs; where layers are set one by one, snapping to it is off too.

    Returns:
        Whether it was on before.
    """
    config = project.snappingConfig()
    was_on = bool(config.enabled())
    config.setEnabled(False)
    own = config.individualLayerSettings(layer)
    if own.valid():
        own.setEnabled(False)
        config.setIndividualLayerSettings(layer, own)
    project.setSnappingConfig(config)
    return was_on


def add_polygon(
    layer: QgsVectorLayer, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem, class_value: str
) -> int:
    """Add a polygon to a layer of ROIs as if it were drawn: unsaved, and undone by QGIS's undo.

    Args:
        layer: of ROIs; its editing is switched on.
        geometry: of one or several parts.
        crs: of the geometry; where it or the layer's is invalid, nothing is reprojected.
        class_value: one of ``CLASSES``.

    Returns:
        Id of the new feature, until it is saved.

    Raises:
        ScarpError: if the layer takes none, or the polygon cannot be reprojected.
    """
    if not layer.isEditable() and not layer.startEditing():
        locked = translate("RoiLayer", 'The layer "{}" cannot be edited; choose another ROI layer.')
        raise ScarpError(locked.format(layer.name()))
    moved = QgsGeometry(geometry)
    if crs.isValid() and layer.crs().isValid():
        try:
            moved.transform(QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance().transformContext()))
        except QgsCsException as error:
            failed = translate("RoiLayer", 'The polygon cannot be reprojected to {crs} of the layer "{layer}".')
            where = {"crs": layer.crs().userFriendlyIdentifier(), "layer": layer.name()}
            raise ScarpError(failed.format(**where)) from error
    parts = moved.coerceToType(layer.wkbType())
    field = class_field(layer)
    values = {layer.fields().lookupField(field): value_in(layer, field, class_value)} if field else {}
    layer.beginEditCommand(translate("RoiLayer", "ROI added"))
    added = 0
    for part in parts:
        feature = QgsVectorLayerUtils.createFeature(layer, part, values)
        if not layer.addFeature(feature):
            layer.destroyEditCommand()
            break
        added = feature.id()
    else:
        layer.endEditCommand()
    if not added:
        refused = translate("RoiLayer", 'The layer "{}" takes no polygon; choose another ROI layer.')
        raise ScarpError(refused.format(layer.name()))
    return added
