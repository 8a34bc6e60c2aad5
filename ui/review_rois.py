"""From the review to ROIs: what was accepted is landslide, what was rejected a hard negative; each once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.contract import LANDSLIDE
from ..engine.errors import ScarpError
from ..engine.roi_classes import HARD_NEGATIVE, as_text, class_of
from . import roi_layer
from .review_status import edit_command
from .review_table import ACCEPTED, REJECTED

CLASS_OF_STATUS = {ACCEPTED: LANDSLIDE, REJECTED: HARD_NEGATIVE}
SENT = "scarp/review"
"""Custom property of the ROI layer: outlines as they were sent, by the landslides that they are of."""
MARK_BYTES = 8


def outline_mark(geometry: QgsGeometry) -> str:
    """What tells an outline from others, wherever its rings begin and however they turn."""
    same = QgsGeometry(geometry)
    same.convertToMultiType()
    same.normalize()
    return blake2b(bytes(same.asWkb()), digest_size=MARK_BYTES).hexdigest()


@dataclass
class Plan:
    """What a review does to the ROIs.

    Attributes:
        crs: of the outlines.
        added: outline and class of ROIs that are new.
        reshaped: outline of ROIs whose landslide was edited since it was sent, by the ids of the ROIs.
        reclassified: class of ROIs whose landslide has another status now, by the ids of the ROIs.
        removed: ids of ROIs whose landslide is neither accepted nor rejected any more.
        there: how many ROIs are as they should be.
        lost: how many landslides have no outline where the ROI layer's CRS is defined.
        sent: mark of the outline by landslide, as it is afterwards.
    """

    crs: QgsCoordinateReferenceSystem
    added: list[tuple[QgsGeometry, str]] = field(default_factory=list)
    reshaped: dict[int, QgsGeometry] = field(default_factory=dict)
    reclassified: dict[int, str] = field(default_factory=dict)
    removed: list[int] = field(default_factory=list)
    there: int = 0
    lost: int = 0
    sent: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.reshaped or self.reclassified or self.removed)


class PlanTask(QgsTask):
    """Compares a review with the ROIs that are there.

    An ROI is of a landslide if it has its outline, or the one that the landslide had when it was sent.

    Args:
        landslides: the layer under review.
        statuses: of all its landslides by their ids.
        rois: the layer of ROIs.
        project: whose transformations are used.
        done: called in the main thread with the plan, or with nothing where it was stopped or failed.

    Raises:
        ScarpError: if the ROIs have no classes.
    """

    def __init__(
        self, landslides: QgsVectorLayer, statuses: Mapping[int, str], rois: QgsVectorLayer, project: QgsProject,
        done: Callable[[Plan | None], None],
    ) -> None:  # fmt: skip
        title = QCoreApplication.translate("ReviewDock", 'Compare the review with the ROIs "{}"').format(rois.name())
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._statuses, self._done = dict(statuses), done
        self._landslides, self._rois = QgsVectorLayerFeatureSource(landslides), QgsVectorLayerFeatureSource(rois)
        self._name, self._sent = landslides.id(), sent_outlines(rois)
        self._field = class_field(rois)
        known = landslides.crs().isValid() and rois.crs().isValid()
        self._transform = QgsCoordinateTransform(landslides.crs(), rois.crs(), project) if known else None
        self._plan = Plan(rois.crs() if known else QgsCoordinateReferenceSystem())

    def run(self) -> bool:
        """Compare; in a thread of its own."""
        there: dict[str, tuple[int, str]] = {}
        for roi in self._rois.getFeatures(QgsFeatureRequest()):
            if self.isCanceled():
                return False
            there[outline_mark(roi.geometry())] = roi.id(), class_of([as_text(roi.attribute(self._field))])
        plan, sent = self._plan, {}
        for landslide in self._landslides.getFeatures(QgsFeatureRequest().setNoAttributes()):
            if self.isCanceled():
                return False
            source = f"{self._name}/{landslide.id()}"
            status = self._statuses.get(landslide.id(), "")
            before = self._sent.get(source, "")
            wanted = CLASS_OF_STATUS.get(status, "")
            if not wanted:
                if before in there:
                    plan.removed.append(there[before][0])
                continue
            outline = self._moved(landslide.geometry())
            if outline is None:
                plan.lost += 1
                continue
            mark = outline_mark(outline)
            sent[source] = mark
            found = there.get(mark) or there.get(before)
            if found is None:
                plan.added.append((outline, wanted))
                there[mark] = 0, class_of([wanted])  # two landslides with one outline are one ROI
                continue
            if mark not in there:
                plan.reshaped[found[0]] = outline
            if found[1] != class_of([wanted]):
                plan.reclassified[found[0]] = wanted
            plan.there += found[0] not in plan.reshaped and found[0] not in plan.reclassified
        own = {source: mark for source, mark in self._sent.items() if not source.startswith(f"{self._name}/")}
        plan.sent = {**own, **sent}
        return True

    def _moved(self, geometry: QgsGeometry) -> QgsGeometry | None:
        """An outline in the ROI layer's CRS; nothing where there is none."""
        moved = QgsGeometry(geometry)
        try:
            if self._transform is not None:
                moved.transform(self._transform)
        except QgsCsException:
            return None
        return None if moved.isEmpty() else moved

    def finished(self, result: bool) -> None:
        """Hand over the plan."""
        self._done(self._plan if result else None)


def class_field(rois: QgsVectorLayer) -> int:
    """Number of the field that holds the class.

    Raises:
        ScarpError: if there is none: rejected landslides would be landslides there.
    """
    index: int = rois.fields().lookupField(roi_layer.CLASS_FIELD)
    if index < 0:
        lacks = QCoreApplication.translate(
            "ReviewDock", 'The ROI layer "{layer}" has no field "{field}", so what was rejected would be landslide '
            "there; choose another ROI layer, or make a new one.",
        )  # fmt: skip
        raise ScarpError(lacks.format(layer=rois.name(), field=roi_layer.CLASS_FIELD))
    return index


def carry_out(plan: Plan, rois: QgsVectorLayer) -> None:
    """Change the ROIs, unsaved, as one command.

    Args:
        plan: made for this layer.
        rois: the layer of ROIs.

    Raises:
        ScarpError: if the layer cannot be edited.
    """
    index = class_field(rois)
    name = rois.fields().at(index).name()
    with edit_command(rois, QCoreApplication.translate("ReviewDock", "Review sent to ROIs")):
        for outline, wanted in plan.added:
            roi_layer.add_polygon(rois, outline, plan.crs, wanted)
        done = [rois.changeGeometry(fid, _fitting(outline, rois)) for fid, outline in plan.reshaped.items()]
        done += [rois.changeAttributeValue(fid, index, roi_layer.value_in(rois, name, wanted))
                 for fid, wanted in plan.reclassified.items()]  # fmt: skip
        if plan.removed:
            done.append(rois.deleteFeatures(plan.removed))
        if not all(done):
            cannot = QCoreApplication.translate(
                "ReviewDock", 'The layer "{}" does not take what was reviewed; choose another ROI layer.'
            )
            raise ScarpError(cannot.format(rois.name()))
    rois.setCustomProperty(SENT, json.dumps(plan.sent))
    rois.triggerRepaint()


def _fitting(outline: QgsGeometry, rois: QgsVectorLayer) -> QgsGeometry:
    """An outline as the layer takes it."""
    parts = outline.coerceToType(rois.wkbType())
    return parts[0] if len(parts) == 1 else outline


def sent_outlines(rois: QgsVectorLayer) -> dict[str, str]:
    """Marks of the outlines that were sent to a layer, by landslide; none where they cannot be read."""
    try:
        found = json.loads(rois.customProperty(SENT, "{}") or "{}")
    except ValueError:
        return {}
    return {str(source): str(mark) for source, mark in found.items()} if isinstance(found, dict) else {}
