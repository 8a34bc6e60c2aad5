"""The review of landslides, one by one: see, decide, go on."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..engine.errors import ScarpError
from . import messages
from .notice import Notice
from .review_bar import ReviewBar
from .review_canvas import ClearSelection, show_landslide
from .review_decisions import Decisions
from .review_handover import HandOver
from .review_layer import ReviewedLayer
from .review_rows import Rows
from .review_status import classes_offered, why_not_reviewable
from .review_table import ACCEPTED, DEFAULT_COLUMNS, NOT_REVIEWED, REJECTED, ReviewModel
from .review_view import ReviewView
from .runs import Runs
from .state import LANDSLIDES, PanelState

NAME = "ScarpReview"


class ReviewDock(QgsDockWidget):
    """The dock with the table of landslides.

    Args:
        iface: of QGIS.
        state: that the panel's steps share; its landslides are reviewed.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        bar: above the table.
        view, model: of the table.
        notice: what went wrong or came of it.
        handover: what becomes of the review.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ReviewDock", "Landslide review"), parent)
        self.setObjectName(NAME)
        self._iface, self._state = iface, state
        self._landslides: ReviewedLayer | None = None
        self._selecting = False
        self._clear_selection = ClearSelection(iface.mapCanvas())
        self.model = ReviewModel(self)
        self.view = ReviewView(self.model, self)
        self.bar, self.notice = ReviewBar(self), Notice(self)
        self._decisions = Decisions(iface, self.model, self.view)
        self.handover = HandOver(state, self.model, self)
        content = QWidget(self)
        column = QVBoxLayout(content)
        for widget in (self.bar, self.notice):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        self.setWidget(content)
        self.setFocusProxy(self.view)
        self.bar.give_keys(self.view)
        self._connect()
        self._follow_state(LANDSLIDES)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("ReviewDock", text)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer under review; nothing until the dock is seen for the first time."""
        return self._landslides.layer if self._landslides is not None else None

    @property
    def is_reading(self) -> bool:
        """Whether the landslides are being read."""
        return self._landslides is not None and self._landslides.is_reading

    def close_review(self) -> None:
        """Take back what the dock has put on the canvas, and listen to nothing any more; the plugin goes."""
        self._state.layer_changed.disconnect(self._follow_state)
        self._state.project.layersRemoved.disconnect(self._show_layer)
        self._let_go()
        self.handover.close()

    def _connect(self) -> None:
        bar, hand, decisions = self.bar, self.handover, self._decisions
        for action, act in (
            (bar.accept, lambda: self._decide(ACCEPTED)), (bar.reject, lambda: self._decide(REJECTED)),
            (bar.clear, lambda: self._decide(NOT_REVIEWED)), (bar.choose_class, self._choose_class),
            (bar.reclassify, lambda: self._reclassify(bar.class_name.currentText())),
            (bar.go_previous, lambda: self._step(-1)), (bar.go_next, lambda: self._step(1)),
            (bar.undo, lambda: decisions.undo(self._reviewed())),
            (bar.edit, lambda: decisions.edit_geometry(self._reviewed())),
            (bar.save_edits, lambda: decisions.save_edits(self._reviewed())),
            (bar.to_rois, lambda: hand.to_rois(self._reviewed().layer)),
            (bar.save_accepted, lambda: hand.save_accepted(self._reviewed().layer)),
            (bar.save_copy, lambda: hand.save_copy(self._reviewed().layer)),
            (bar.delete_rejected, lambda: hand.delete_rejected(self._reviewed().layer)),
        ):  # fmt: skip
            action.triggered.connect(lambda _=False, act=act: self._attempt(act))
        bar.layer.layerChanged.connect(lambda layer: self._state.set_layer(LANDSLIDES, layer))
        bar.show_only.currentIndexChanged.connect(lambda: self.model.show_only(bar.shown))
        bar.class_entered.connect(lambda name: self._attempt(lambda: self._reclassify(name)))
        bar.left_class.connect(self.view.setFocus)
        self.view.came_to.connect(self._show_on_canvas)
        self.view.selected.connect(self._select_in_layer)
        self.view.doubleClicked.connect(lambda: self._show_on_canvas(self.view.current))
        self.model.modelReset.connect(self._restore)
        self.model.dataChanged.connect(self._show_progress)
        hand.said.connect(self._say)
        self._state.layer_changed.connect(self._follow_state)
        self._state.project.layersRemoved.connect(self._show_layer)

    def _attempt(self, act: Callable[[], None]) -> None:
        """Do something, and say why where it cannot be done."""
        self._show_why()
        try:
            act()
        except ScarpError as error:
            self.notice.say(str(error), Qgis.MessageLevel.Warning)

    def _reviewed(self) -> ReviewedLayer:
        """The layer under review, with a table that is right.

        Raises:
            ScarpError: if there is none, or it is being read.
        """
        if self._landslides is None:
            raise ScarpError(self.tr("There is no layer under review; choose one."))
        if not self._landslides.is_ready:
            raise ScarpError(self.tr("The landslides are being read; wait a moment."))
        self._landslides.update_table()
        return self._landslides

    def _decide(self, status: str) -> None:
        self._then(self._decisions.decide(self._reviewed(), status, self.bar.advance.isChecked()))

    def _reclassify(self, name: str) -> None:
        said = self._decisions.reclassify(self._reviewed(), name, self.bar.advance.isChecked())
        self.view.setFocus()
        self._then(said)

    def _then(self, said: str) -> None:
        """Offer classes that are new, and say what there is to say."""
        self.bar.offer_classes(self._classes())
        if said:
            self._say(said, Qgis.MessageLevel.Info)

    def showEvent(self, event: QShowEvent) -> None:
        """Take up the layer: until it is seen, nothing is read."""
        super().showEvent(event)
        self._take_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the canvas its selection back."""
        super().hideEvent(event)
        self._clear_selection.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "view"):
            self.view.viewport().update()

    def _follow_state(self, role: str) -> None:
        if role != LANDSLIDES:
            return
        layer = self._state.vector(LANDSLIDES)
        self._show_layer()
        if layer is not self.layer:
            self._let_go()
        if self.isVisible():
            self._take_up()

    def _show_layer(self) -> None:
        """Have the box show the layer of the state; when a layer goes, it moves on to another on its own."""
        layer = self._state.vector(LANDSLIDES)
        if self.bar.layer.currentLayer() is not layer:
            self.bar.layer.blockSignals(True)
            self.bar.set_layer(layer)
            self.bar.layer.blockSignals(False)

    def _take_up(self) -> None:
        """Review the layer of the state."""
        layer = self._state.vector(LANDSLIDES)
        if layer is not None and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
            self._clear_selection.begin()
            if self._landslides is None:
                self._landslides = landslides = ReviewedLayer(layer, self.model, self)
                landslides.changed.connect(self._show_progress)
                landslides.read.connect(self._has_read)
                layer.selectionChanged.connect(self._follow_selection)
                for signal in (layer.readOnlyChanged, layer.supportsEditingChanged):
                    signal.connect(self._show_what_can_be_done)
                landslides.read_all()
        self._show_what_can_be_done()
        self._show_progress()

    def _let_go(self) -> None:
        landslides, self._landslides = self._landslides, None
        if landslides is not None:
            landslides.close()
            landslides.layer.selectionChanged.disconnect(self._follow_selection)
            for signal in (landslides.layer.readOnlyChanged, landslides.layer.supportsEditingChanged):
                signal.disconnect(self._show_what_can_be_done)
            landslides.deleteLater()
        self._clear_selection.end()
        self.model.set_rows(Rows.none(), DEFAULT_COLUMNS)
        self._show_what_can_be_done()

    def _has_read(self) -> None:
        self.bar.offer_classes(self._classes())
        self.view.fit_columns()
        self._show_progress()

    def _show_what_can_be_done(self) -> None:
        layer, bar = self.layer, self.bar
        why = why_not_reviewable(layer) if layer is not None else ""
        for action in (bar.accept, bar.reject, bar.clear, bar.reclassify, bar.choose_class):
            action.setEnabled(layer is not None and not why)
        for action in (bar.go_previous, bar.go_next, bar.undo, bar.edit, bar.to_rois, bar.save_edits, bar.save_accepted,
                       bar.save_copy, bar.delete_rejected):  # fmt: skip
            action.setEnabled(layer is not None)
        self._show_why()

    def _show_why(self) -> None:
        """Say why nothing can be reviewed, where that is so."""
        layer = self.layer
        if layer is None:
            text = self.tr("Choose a layer of landslides to review; an extraction is chosen by itself.")
            self.notice.say(text, Qgis.MessageLevel.Info)
        else:
            why, copy = why_not_reviewable(layer), self.bar.save_copy
            self.notice.say(why, Qgis.MessageLevel.Warning, copy.text(), copy.trigger)

    def _show_progress(self) -> None:
        bar, rows = self.bar.progress, self.model.rows
        waits = self.is_reading and not len(rows)
        bar.setRange(0, 0 if waits else max(1, len(rows)))
        bar.setValue(0 if waits else self.model.reviewed)
        text = self.tr("{reviewed} of {all} reviewed").format(reviewed=self.model.reviewed, all=len(rows))
        bar.setFormat(self.tr("Reading…") if waits else text)

    def _say(self, text: str, level: Qgis.MessageLevel) -> None:
        self.notice.say(text, level)
        if level in (Qgis.MessageLevel.Critical, Qgis.MessageLevel.Success):
            messages.show(self._iface, text, level)

    def _classes(self) -> list[str]:
        layer = self.layer
        return list(dict.fromkeys([*(classes_offered(layer) if layer is not None else []), *self.model.classes]))

    def _choose_class(self) -> None:
        self.bar.class_name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.class_name.lineEdit().selectAll()

    def _step(self, by: int) -> None:
        row = self.view.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.view.go(row)
        elif self.model.rowCount():
            last = self.tr("This is the last landslide of the list.")
            self._say(last if by > 0 else self.tr("This is the first landslide of the list."), Qgis.MessageLevel.Info)

    def _show_on_canvas(self, fid: int | None) -> None:
        layer = self.layer
        if layer is not None and fid is not None and layer.id() in self._state.project.mapLayers():
            canvas, pan_only = self._iface.mapCanvas(), self.bar.pan_only.isChecked()
            self._attempt(lambda: show_landslide(canvas, self._state.project, layer, fid, pan_only))

    def _select_in_layer(self) -> None:
        if self.layer is not None:
            self._selecting = True
            self.layer.selectByIds(self.view.chosen)
            self._selecting = False

    def _follow_selection(self) -> None:
        if not self._selecting and self.layer is not None:
            selected = self.layer.selectedFeatureIds()
            rows = self.model.rows_of(selected)
            at = self.view.current if self.view.current in selected or not len(rows) else self.model.fid(int(rows[0]))
            self.view.restore(selected, at)

    def _restore(self) -> None:
        self.view.restore(self.layer.selectedFeatureIds() if self.layer is not None else [])
        self._show_progress()
