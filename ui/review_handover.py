"""What becomes of a review: ROIs to train on, and an inventory without what was rejected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsTask, QgsVectorDataProvider, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ..engine.errors import ScarpError
from . import roi_layer
from .review_export import checked_path, file_filter, file_of, open_written, writer_task
from .review_rois import CLASS_OF_STATUS, Plan, PlanTask, carry_out, class_field
from .review_status import edit_command, why_not_editable
from .review_table import ACCEPTED, REJECTED, ReviewModel
from .state import IMAGE, LANDSLIDES, ROIS, PanelState


class HandOver(QObject):
    """Carries a review on.

    Args:
        state: that the panel's steps share.
        model: of the review's table.
        window: that file dialogs belong to.

    Attributes:
        said: what came of it, and how grave it is (``Qgis.MessageLevel``).
        written: a file was written; with it.
    """

    said = pyqtSignal(str, object)
    written = pyqtSignal(str)

    def __init__(self, state: PanelState, model: ReviewModel, window: QWidget) -> None:
        super().__init__(window)
        self._state, self._model, self._window = state, model, window
        self._plan: PlanTask | None = None
        self._writing: list[QgsTask] = []
        state.project.cleared.connect(self.let_go)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("HandOver", text)

    def to_rois(self, layer: QgsVectorLayer) -> None:
        """Bring what was accepted and rejected to the ROI layer, which is made where there is none.

        Args:
            layer: under review.

        Raises:
            ScarpError: if nothing is reviewed, or the ROI layer cannot be made or has no classes.
        """
        if self._plan is not None:
            return
        statuses = dict(zip(self._model.rows.fids.tolist(), self._model.rows.statuses))
        rois = self._state.vector(ROIS)
        if rois is None:
            if not set(CLASS_OF_STATUS).intersection(statuses.values()):
                raise ScarpError(self.tr("Nothing is accepted or rejected yet, so there is nothing to learn from."))
            rois = self._new_rois(layer)
        if rois is None:
            return
        class_field(rois)
        task = PlanTask(layer, statuses, rois, self._state.project, partial(self._planned, rois.id()))
        self._plan = task
        QgsApplication.taskManager().addTask(task)

    def save_accepted(self, layer: QgsVectorLayer) -> None:
        """Write the accepted landslides to a file that the analyst chooses.

        Raises:
            ScarpError: if there are none, or they cannot go there.
        """
        fids = self._model.with_status(ACCEPTED)
        if not fids:
            raise ScarpError(self.tr("No landslide is accepted yet, so there is nothing to save."))
        name = self.tr("{} – accepted").format(layer.name())
        self._save(layer, fids, name, lambda written: None)

    def save_copy(self, layer: QgsVectorLayer) -> None:
        """Write all landslides to a file that the analyst chooses, and have that reviewed.

        Raises:
            ScarpError: if they cannot go there.
        """
        name = self.tr("{} – review").format(layer.name())
        self._save(layer, None, name, lambda written: self._state.set_layer(LANDSLIDES, written))

    def delete_rejected(self, layer: QgsVectorLayer) -> None:
        """Delete the rejected landslides, unsaved, as one command.

        Raises:
            ScarpError: if there are none, or they cannot be deleted.
        """
        fids = self._model.with_status(REJECTED)
        if not fids:
            raise ScarpError(self.tr("No landslide is rejected, so there is nothing to delete."))
        why = why_not_editable(layer, QgsVectorDataProvider.Capability.DeleteFeatures)
        if why:
            raise ScarpError(why)
        with edit_command(layer, self.tr("Rejected landslides deleted")):
            if not layer.deleteFeatures(fids):
                cannot = self.tr('The rejected landslides of the layer "{}" cannot be deleted; save the accepted ones.')
                raise ScarpError(cannot.format(layer.name()))
        layer.triggerRepaint()
        done = self.tr("Rejected landslides deleted: {}. Undo brings them back until the edits are saved.")
        self.said.emit(done.format(len(fids)), Qgis.MessageLevel.Info)

    def let_go(self) -> None:
        """Forget what is under way; a file that is being written is finished, but not opened."""
        if self._plan is not None and not sip.isdeleted(self._plan):
            self._plan.cancel()
        self._plan = None
        self._writing = []

    def close(self) -> None:
        """Listen to the project no longer."""
        self._state.project.cleared.disconnect(self.let_go)
        self.let_go()

    def _new_rois(self, layer: QgsVectorLayer) -> QgsVectorLayer | None:
        """A new ROI layer, in the project; nothing where the analyst does not say where."""
        project, image = self._state.project, self._state.layer(IMAGE)
        folder = roi_layer.folder_for(project, image or layer)
        if folder is None:
            suggested = str(roi_layer.free_path(Path.home(), image))
            title, only = self.tr("New ROI Layer"), self.tr("GeoPackage (*.gpkg)")
            chosen, _ = QFileDialog.getSaveFileName(self._window, title, suggested, only)
            if not chosen:
                return None
            path = Path(chosen).with_suffix(".gpkg")
        else:
            path = roi_layer.free_path(folder, image)
        rois = roi_layer.create(path, image.crs() if image is not None else layer.crs())
        project.addMapLayer(rois)
        self._state.set_layer(ROIS, rois)
        return rois

    def _planned(self, rois_id: str, plan: Plan | None) -> None:
        """Change the ROIs as planned."""
        if sip.isdeleted(self) or self._plan is None:
            return
        self._plan = None
        rois = self._state.project.mapLayer(rois_id)
        if plan is None or not isinstance(rois, QgsVectorLayer):
            return
        try:
            if plan:
                carry_out(plan, rois)
        except ScarpError as error:
            self.said.emit(str(error), Qgis.MessageLevel.Warning)
            return
        changed = len({*plan.reshaped, *plan.reclassified})
        text = self.tr('ROIs "{layer}": added {added}, changed {changed}, removed {removed}, there already {there}.')
        text = text.format(
            layer=rois.name(), added=len(plan.added), changed=changed, removed=len(plan.removed), there=plan.there
        )
        if plan.lost:
            lost = self.tr("Landslides that lie where its coordinate system is not defined: {}.").format(plan.lost)
            text = f"{text} {lost}"
        self.said.emit(text, Qgis.MessageLevel.Warning if plan.lost else Qgis.MessageLevel.Info)

    def _save(
        self, layer: QgsVectorLayer, fids: list[int] | None, name: str, then: Callable[[QgsVectorLayer], None]
    ) -> None:
        """Write landslides to a file that the analyst chooses, and open it.

        Args:
            layer: under review.
            fids: ids of those that are written; nothing writes all.
            name: of the new layer.
            then: called with the new layer.

        Raises:
            ScarpError: if they cannot go there.
        """
        file = file_of(layer)
        folder = Path(self._state.project.homePath() or Path.home())
        if file is not None and file.parent.is_dir():
            folder = file.parent
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save Landslides"), str(folder / f"{name}.gpkg"), file_filter()
        )
        if not chosen:
            return
        path = checked_path(chosen, self._state.project)
        task = writer_task(layer, fids, path, path.stem)
        like = layer.id()

        def done(*_: str) -> None:
            if not sip.isdeleted(self) and task in self._writing:
                self._writing.remove(task)
                self._open(path, name, like, then)

        def failed(_: int, reason: str) -> None:
            if not sip.isdeleted(self) and task in self._writing:
                self._writing.remove(task)
                cannot = self.tr("{path} could not be written: {reason}").format(path=path, reason=reason)
                self.said.emit(cannot, Qgis.MessageLevel.Critical)

        task.completed.connect(done)
        task.errorOccurred.connect(failed)
        self._writing.append(task)
        QgsApplication.taskManager().addTask(task)

    def _open(self, path: Path, name: str, like: str, then: Callable[[QgsVectorLayer], None]) -> None:
        project = self._state.project
        before = project.mapLayer(like)
        try:
            layer = open_written(path, name, before if isinstance(before, QgsVectorLayer) else None, project)
        except ScarpError as error:
            self.said.emit(str(error), Qgis.MessageLevel.Critical)
            return
        self.said.emit(self.tr("Written: {}").format(path), Qgis.MessageLevel.Success)
        then(layer)
        self.written.emit(str(path))
