"""How many ROIs of each class there are and how large they are, kept up to date while they are drawn."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..engine.contract import LANDSLIDE
from ..engine.label_raster import BACKGROUND
from ..engine.roi_classes import HARD_NEGATIVE, as_text, class_of, shown_values

PAUSE_MS = 100
"""After a change, so that many at once are looked at together."""
BUDGET_S = 0.02
"""How long is read before QGIS goes on with other things."""
EDGE_PARTS = 20
"""Pieces that an edge of the image is cut into before it is reprojected."""
ELLIPSOID = "EPSG:7030"
"""WGS 84, where a CRS names none."""


@dataclass(frozen=True)
class Roi:
    """What counts of one ROI.

    Attributes:
        kind: its class; empty where it has none.
        area_m2: ellipsoidal; without a CRS in the units of the coordinates.
        is_empty: whether it has no geometry.
        is_outside: whether it lies outside the image.
    """

    kind: str
    area_m2: float
    is_empty: bool = False
    is_outside: bool = False


@dataclass
class Summary:
    """What there is to learn from.

    Attributes:
        counts: ROIs by class; those without a class, without a geometry or outside the image are in none.
        areas_m2: of the same.
        unnamed, empty, outside: ROIs that are left out: without a class, without a geometry, outside the image.
        is_complete: whether all ROIs were read by now.
        has_edits: whether there are some that are not saved.
    """

    counts: Counter[str] = field(default_factory=Counter)
    areas_m2: dict[str, float] = field(default_factory=dict)
    unnamed: int = 0
    empty: int = 0
    outside: int = 0
    is_complete: bool = True
    has_edits: bool = False

    @property
    def landslides(self) -> int:
        """ROIs of landslides."""
        return self.counts[LANDSLIDE]

    @property
    def background(self) -> int:
        """ROIs of background, those that a review has rejected among them."""
        return self.counts[BACKGROUND] + self.counts[HARD_NEGATIVE]

    def take(self, roi: Roi, sign: int) -> None:
        """Count an ROI, or with -1 as sign no longer."""
        if roi.is_empty:
            self.empty += sign
        elif not roi.kind:
            self.unnamed += sign
        elif roi.is_outside:
            self.outside += sign
        else:
            self.counts[roi.kind] += sign
            area_m2 = self.areas_m2.get(roi.kind, 0.0) + sign * roi.area_m2
            self.areas_m2[roi.kind] = area_m2
            if not self.counts[roi.kind]:
                del self.counts[roi.kind], self.areas_m2[roi.kind]


class RoiSummary(QObject):
    """Counts the ROIs of a layer: all of them once, a part at a time, and after that what changes.

    Args:
        project: that the layer is in.
        parent: of the object.

    Attributes:
        changed: the summary is another one.
        summary: as far as it is known.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._layer: QgsVectorLayer | None = None
        self._image: QgsRasterLayer | None = None
        self._field, self._index = "", -1
        self._shown: dict[str, str] = {}
        self.summary = Summary()
        self._rois: dict[int, Roi] = {}
        self._touched: set[int] = set()
        self._features: Iterator[QgsFeature] | None = None
        self._is_new = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)

    def set_layer(self, layer: QgsVectorLayer | None, class_field: str) -> None:
        """Count the ROIs of another layer, or of none.

        Args:
            layer: of polygons.
            class_field: name of the field that holds the class; empty takes all as landslides.
        """
        if layer is not self._layer:
            self._listen(False)
            self._layer = layer
            self._listen(True)
        self._field = class_field
        self.read_again()

    def set_image(self, image: QgsRasterLayer | None) -> None:
        """Look whether the ROIs lie on another image."""
        if image is not self._image:
            self._image = image
            self.read_again()

    def read_again(self) -> None:
        """Count all ROIs anew."""
        layer = self._layer
        self.summary, self._rois, self._touched, self._features = Summary(), {}, set(), None
        if layer is not None:
            self._index, self._shown = class_names(layer, self._field)
            self._measure = QgsDistanceArea()
            self._measure.setSourceCrs(layer.crs(), self._project.transformContext())
            self._measure.setEllipsoid(layer.crs().ellipsoidAcronym() or ELLIPSOID)
            self._frame = self._frame_of_image(layer)
            self.summary.is_complete = False
        self._is_new = layer is not None
        self._soon()
        self.changed.emit()

    def _request(self) -> QgsFeatureRequest:
        return QgsFeatureRequest().setSubsetOfAttributes([self._index] if self._index >= 0 else [])

    def _frame_of_image(self, layer: QgsVectorLayer) -> Any:
        """The image's extent in the layer's CRS, prepared to be compared with; nothing where it is not known."""
        image = self._image
        if image is None or image.extent().isEmpty():
            return None
        self._outline = QgsGeometry.fromRect(image.extent()).densifyByCount(EDGE_PARTS)
        if image.crs().isValid() and layer.crs().isValid():
            try:
                self._outline.transform(QgsCoordinateTransform(image.crs(), layer.crs(), self._project))
            except QgsCsException:
                return None
        engine = QgsGeometry.createGeometryEngine(self._outline.constGet())
        engine.prepareGeometry()
        return engine

    def _listen(self, on: bool) -> None:
        """Have the layer tell what changes, or no longer."""
        layer = self._layer
        if layer is None:
            return
        told = (
            (layer.featureAdded, self._touch), (layer.featureDeleted, self._touch),
            (layer.geometryChanged, self._touch), (layer.attributeValueChanged, self._touch),
            (layer.editingStarted, self._reopen), (layer.editingStopped, self._reopen),
            (layer.afterCommitChanges, self._soon),
            (layer.crsChanged, self.read_again), (layer.subsetStringChanged, self.read_again),
            (layer.updatedFields, self._look_at_field), (layer.dataSourceChanged, self.read_again),
            (layer.willBeDeleted, self._let_go),
        )  # fmt: skip
        for signal, slot in told:
            signal.connect(slot) if on else signal.disconnect(slot)

    def _let_go(self) -> None:
        """The layer goes; with it, what it tells."""
        self._layer = None
        self.read_again()

    def _look_at_field(self) -> None:
        """Count anew where the classes are others; another default value is no reason."""
        if self._layer is not None and class_names(self._layer, self._field) != (self._index, self._shown):
            self.read_again()

    def _touch(self, feature: int, *_: Any) -> None:
        """Look at a feature again, soon."""
        self._touched.add(feature)
        self._soon()

    def _reopen(self) -> None:
        """The file is opened in another way, so that what is still read of it cannot be read on."""
        if self._features is not None:
            self.read_again()
        self._soon()

    def _soon(self) -> None:
        self._timer.start(PAUSE_MS)

    def _read(self) -> None:
        """Read for a moment: all ROIs at first, then what was touched."""
        layer, until = self._layer, time.monotonic() + BUDGET_S
        if layer is None:
            return
        if self._is_new:
            self._features, self._is_new = layer.getFeatures(self._request()), False
        while self._features is not None and time.monotonic() < until:
            feature = next(self._features, None)
            if feature is None:
                self._features = None
            else:
                self._put(feature.id(), self._seen(feature))
        if self._features is None and self._touched:
            self._look_at_touched(layer)
        if self._features is not None:
            self._timer.start(0)
        self.summary.is_complete = self._features is None
        self.summary.has_edits = layer.isModified()
        self.changed.emit()

    def _look_at_touched(self, layer: QgsVectorLayer) -> None:
        touched, self._touched = self._touched, set()
        for feature in layer.getFeatures(self._request().setFilterFids(list(touched))):
            touched.discard(feature.id())
            self._put(feature.id(), self._seen(feature))
        for gone in touched:
            self._put(gone, None)

    def _put(self, feature: int, roi: Roi | None) -> None:
        before = self._rois.pop(feature, None)
        if before is not None:
            self.summary.take(before, -1)
        if roi is not None:
            self._rois[feature] = roi
            self.summary.take(roi, 1)

    def _seen(self, feature: QgsFeature) -> Roi:
        geometry = feature.geometry()
        if geometry.isEmpty():
            return Roi("", 0.0, is_empty=True)
        outside = self._frame is not None and not self._frame.intersects(geometry.constGet())
        return Roi(self._kind(feature), self._measure.measureArea(geometry), is_outside=outside)

    def _kind(self, feature: QgsFeature) -> str:
        """The class of a feature, as a training will see it, but hard negatives by themselves."""
        if self._index < 0:
            return LANDSLIDE
        value = feature.attribute(self._index)
        if value is None or value == NULL:
            return ""
        name = as_text(value)
        names = [each for each in (name, self._shown.get(name, "")) if each]
        if not names:
            return ""
        kind = class_of(names)
        is_rejected = kind == BACKGROUND and HARD_NEGATIVE in (each.casefold() for each in names)
        return HARD_NEGATIVE if is_rejected else kind


def class_names(layer: QgsVectorLayer, class_field: str) -> tuple[int, dict[str, str]]:
    """Number of the field that holds the class, -1 for none, and what its value map shows for its values."""
    index = layer.fields().lookupField(class_field) if class_field else -1
    setup = layer.fields().at(index).editorWidgetSetup() if index >= 0 else QgsEditorWidgetSetup()
    return index, shown_values(setup.config()) if setup.type() == "ValueMap" else {}
