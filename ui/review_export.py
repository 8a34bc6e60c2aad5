"""Landslides of a review as a file of their own, written in the background by QGIS's own writer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorFileWriterTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.errors import ScarpError

FORMATS = ("GPKG", "ESRI Shapefile", "GeoJSON", "FlatGeobuf")
"""Drivers that are offered; the writer knows more."""
DEFAULT_SUFFIX = ".gpkg"
translate = QCoreApplication.translate


def file_filter() -> str:
    """The formats, as a file dialog wants them."""
    return ";;".join(QgsVectorFileWriter.filterForDriver(driver) for driver in FORMATS)


def file_of(layer: QgsMapLayer) -> Path | None:
    """The file of a layer; nothing where it is none."""
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    return Path(path) if path else None


def checked_path(path: str, project: QgsProject) -> Path:
    """Where to write to, with an ending.

    Raises:
        ScarpError: if there is no such format, or a layer of the project is in that file.
    """
    target = Path(path)
    if not target.suffix:
        target = target.with_suffix(DEFAULT_SUFFIX)
    if not QgsVectorFileWriter.driverForExtension(target.suffix):
        unknown = translate("ReviewDock", "No vector format has the ending {ending}; choose .gpkg, .shp or .geojson.")
        raise ScarpError(unknown.format(ending=target.suffix))
    for layer in project.mapLayers().values():
        file = file_of(layer)
        if file is not None and file.resolve() == target.resolve():
            used = translate("ReviewDock", 'The layer "{layer}" is in the file {path}; choose another name.')
            raise ScarpError(used.format(layer=layer.name(), path=target))
    return target


def writer_task(layer: QgsVectorLayer, fids: Sequence[int] | None, path: Path, name: str) -> QgsVectorFileWriterTask:
    """A task that writes landslides as they are now, edits that are not saved included.

    Args:
        layer: of landslides; it may leave the project while the task runs.
        fids: ids of those that are written; nothing writes all.
        path: of the file; one that is there is replaced.
        name: of the layer in the file.

    Returns:
        The task, to be added to the task manager.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(path.suffix)
    options.layerName, options.fileEncoding = name, "UTF-8"
    options.onlySelectedFeatures = fids is not None
    before, silent = layer.selectedFeatureIds(), layer.blockSignals(True)
    # The writer takes all or what is selected, and looks at that while the task is made.
    layer.selectByIds(list(fids or []))
    task = QgsVectorFileWriterTask(layer, str(path), options)
    layer.selectByIds(before)
    layer.blockSignals(silent)
    return task


def open_written(path: Path, name: str, like: QgsVectorLayer | None, project: QgsProject) -> QgsVectorLayer:
    """Put what was written into the project.

    Args:
        path: of the file.
        name: of the layer in the project.
        like: layer whose style it gets; nothing leaves the style to QGIS.
        project: that it goes into.

    Raises:
        ScarpError: if it cannot be opened.
    """
    layer = QgsVectorLayer(str(path), name, "ogr")
    if not layer.isValid():
        cannot = translate("ReviewDock", "{} was written, but cannot be opened; look whether it is still there.")
        raise ScarpError(cannot.format(path))
    if like is not None:
        style = QgsMapLayerStyle()
        style.readFromLayer(like)
        style.writeToLayer(layer)
        layer.setReadOnly(False)  # which goes with the style
    project.addMapLayer(layer)
    return layer
