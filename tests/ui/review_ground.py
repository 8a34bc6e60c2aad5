"""Landslides under review in a window: squares whose sides, and so whose areas, are known."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsMapLayer, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QAction
from scarp.tests.ui.interface import Interface
from scarp.ui.review import ReviewDock

EASTING, NORTHING, EPSG = 500_000, 4_000_000, 32654
APART_M = 1000
SIDES_M = (30, 200, 10, 100)
"""Of the landslides with the ids 1 to 4; the largest is 2, then 4, 1, 3."""
MEANS = (0.9, 0.6, None, 0.75)
DRIVERS = {"memory": "", "gpkg": "GPKG", "shp": "ESRI Shapefile"}


class ReviewInterface(Interface):
    """Stands for QGIS's own, with an active layer and a vertex tool.

    Attributes:
        vertex_tool: what QGIS edits outlines of the active layer with.
        used: names of the active layers that it was used on.
    """

    def __init__(self) -> None:
        super().__init__()
        self._active: QgsMapLayer | None = None
        self.vertex_tool, self.used = QAction(self.window), []
        self.vertex_tool.triggered.connect(lambda: self.used.append(self._active.name() if self._active else ""))

    def activeLayer(self) -> QgsMapLayer | None:
        return self._active

    def setActiveLayer(self, layer: QgsMapLayer) -> bool:
        self._active = layer
        return True

    def actionVertexToolActiveLayer(self) -> QAction:
        return self.vertex_tool


def square(number: int, side_m: float) -> QgsGeometry:
    """The outline of a landslide; the next number lies 1 km further east."""
    x, y = EASTING + number * APART_M, NORTHING
    corners = [(x, y), (x + side_m, y), (x + side_m, y + side_m), (x, y + side_m), (x, y)]
    return QgsGeometry.fromWkt(f"Polygon (({', '.join(f'{a} {b}' for a, b in corners)}))")


def landslides(sides_m: tuple[float, ...] = SIDES_M, means: tuple[float | None, ...] = MEANS) -> QgsVectorLayer:
    """A layer in memory, in no project."""
    uri = f"Polygon?crs=EPSG:{EPSG}&field=id:integer&field=probability_mean:double&field=probability_max:double"
    layer = QgsVectorLayer(uri, "landslides", "memory")
    features = []
    for number, (side, mean) in enumerate(zip(sides_m, means), start=1):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(square(number, side))
        feature.setAttributes([number, mean, 0.95])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def written(layer: QgsVectorLayer, path: Path) -> QgsVectorLayer:
    """The same in a file."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = DRIVERS[path.suffix[1:]]
    project = QgsProject.instance()
    result = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), project.transformContext(), options)
    assert result[0] == QgsVectorFileWriter.WriterError.NoError, result
    found = QgsVectorLayer(str(path), "landslides", "ogr")
    assert found.isValid()
    return found


def discard(layer: QgsVectorLayer) -> None:
    """Take a layer away: one in a file that is still there when QGIS ends is a crash."""
    if sip.isdeleted(layer):
        return
    layer.rollBack()
    if QgsProject.instance().mapLayer(layer.id()) is not None:
        QgsProject.instance().removeMapLayer(layer)
    else:
        sip.delete(layer)


def by_id(layer: QgsVectorLayer, number: int) -> QgsFeature:
    """The landslide with a number in the field id."""
    return next(feature for feature in layer.getFeatures() if feature["id"] == number)


def statuses(layer: QgsVectorLayer) -> dict[int, str]:
    """What the layer's field says, by the field id; empty for nothing."""
    return {feature["id"]: feature["review"] or "" for feature in layer.getFeatures()}


def shown(dock: ReviewDock, column: int = 0) -> list[str]:
    """What the table shows in a column, from the top."""
    model = dock.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]
