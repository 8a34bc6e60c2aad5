"""What the analyst decides on landslides, and how it is taken back; all by edits of the layer that QGIS knows."""

from __future__ import annotations

from qgis.core import QgsVectorDataProvider, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.contract import LANDSLIDE
from ..engine.errors import ScarpError
from .review_layer import ReviewedLayer
from .review_status import set_status, why_not_editable
from .review_table import ACCEPTED, NOT_REVIEWED, REJECTED, ReviewModel
from .review_view import ReviewView


class Decisions:
    """Acts on the landslides that are selected in a table.

    Args:
        iface: of QGIS.
        model: of the table.
        view: of the table.
    """

    def __init__(self, iface: QgisInterface, model: ReviewModel, view: ReviewView) -> None:
        self._iface, self._model, self._view = iface, model, view

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("Decisions", text)

    def decide(self, landslides: ReviewedLayer, status: str, advance: bool) -> str:
        """Give the landslides that are selected a status, and go on.

        Args:
            landslides: the layer under review.
            status: accepted, rejected, the name of another class, or empty for not reviewed.
            advance: whether to go on where the table still shows them.

        Returns:
            What to tell the analyst; mostly nothing.

        Raises:
            ScarpError: if none is selected, or the layer cannot be edited.
        """
        fids = self._view.chosen or [self._current()]
        below = self._model.fid(int(self._model.rows_of(fids)[-1]) + 1)
        changed = [fid for fid in fids if self._model.status(fid) != status]
        if changed:
            self.make_active(landslides.layer)
            set_status(landslides.layer, changed, status)
            landslides.update_table()
        is_shown = len(self._model.rows_of(fids)) > 0
        if is_shown and (status == NOT_REVIEWED or not advance):
            return ""
        if below is not None:
            self._view.go(int(self._model.rows_of([below])[0]))
            return ""
        if not is_shown:
            self._view.go(self._model.rowCount() - 1)
        return self.tr("That was the last landslide of the list.")

    def reclassify(self, landslides: ReviewedLayer, name: str, advance: bool) -> str:
        """Say that the landslides that are selected are something else; else as ``decide``.

        Args:
            landslides: the layer under review.
            name: of the class.
            advance: whether to go on where the table still shows them.

        Raises:
            ScarpError: also if the class has no name.
        """
        name = name.strip()
        if not name:
            raise ScarpError(self.tr("The class has no name; type one, such as river, and press Return."))
        known = {LANDSLIDE: ACCEPTED, ACCEPTED: ACCEPTED, REJECTED: REJECTED}
        return self.decide(landslides, known.get(name.casefold(), name), advance)

    def undo(self, landslides: ReviewedLayer) -> None:
        """Take back the last edit of the layer, and go to the landslide that it was.

        Raises:
            ScarpError: if there is nothing to undo.
        """
        layer, stack = landslides.layer, landslides.layer.undoStack()
        if not layer.isEditable() or not stack.canUndo():
            raise ScarpError(self.tr("There is nothing to undo; what is saved cannot be undone."))
        stack.undo()
        layer.triggerRepaint()
        rows = self._model.rows_of(landslides.update_table())
        if len(rows):
            self._view.go(int(rows[0]))

    def edit_geometry(self, landslides: ReviewedLayer) -> None:
        """Have the outline edited with QGIS's vertex tool.

        Raises:
            ScarpError: if there is no landslide, or the layer cannot be edited.
        """
        layer, fid = landslides.layer, self._current()
        why = why_not_editable(layer, QgsVectorDataProvider.Capability.ChangeGeometries)
        if not why and not layer.isEditable() and not layer.startEditing():
            why = self.tr('The layer "{}" cannot be edited; save a copy and review that.').format(layer.name())
        if why:
            raise ScarpError(why)
        layer.selectByIds([fid])
        self.make_active(layer)
        self._iface.actionVertexToolActiveLayer().trigger()
        self._iface.mapCanvas().setFocus()

    def save_edits(self, landslides: ReviewedLayer) -> None:
        """Save the edits of the layer, and go on editing.

        Raises:
            ScarpError: if they cannot be saved.
        """
        layer = landslides.layer
        if layer.isEditable() and not layer.commitChanges(False):
            cannot = self.tr('The edits of the layer "{layer}" cannot be saved: {reason}')
            raise ScarpError(cannot.format(layer=layer.name(), reason="; ".join(layer.commitErrors())))

    def make_active(self, layer: QgsVectorLayer) -> None:
        """Have QGIS's own undo and saving work on the layer."""
        if self._iface.activeLayer() is not layer:
            self._iface.setActiveLayer(layer)

    def _current(self) -> int:
        """Id of the landslide that the analyst is at.

        Raises:
            ScarpError: if there is none.
        """
        fid = self._view.current
        if fid is None:
            raise ScarpError(self.tr("No landslide is selected; click on one in the table."))
        return fid
