"""What stands above the review's table: the layer, the buttons with their keys, and how far the review is."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsMapLayerProxyModel, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QComboBox, QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QToolButton, QWidget

from .review_flow import FlowLayout
from .review_table import Show
from .review_view import ReviewView

SECTION = "scarp/review"
SHORT_TEXT = 9
"""Characters that the boxes show at least."""


class ReviewBar(QWidget):
    """Boxes and buttons; what they do is the dock's.

    The keys are no shortcuts: they would be QGIS's too. The table takes them while it has the focus.

    Args:
        parent: of the widget.

    Attributes:
        class_entered: the analyst has named a class; with it.
        left_class: the analyst is done with the box of the class.
        layer: whose landslides are reviewed.
        show_only: which landslides the table shows.
        class_name: that a landslide is reclassified to.
        progress: how far the review is.
        accept, reject, clear, reclassify, choose_class, go_previous, go_next, undo, edit: on landslides.
        pan_only, advance: switches.
        to_rois, save_edits, save_accepted, save_copy, delete_rejected: on the layer.
    """

    class_entered = pyqtSignal(str)
    left_class = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, key = self.tr, Qt.Key
        self.keys: dict[QAction, tuple[Qt.Key, bool]] = {}
        self.go_previous = self._action(
            tr("Previous"), "mActionArrowLeft", tr("Go to the landslide above"), key.Key_Space, True
        )
        self.go_next = self._action(tr("Next"), "mActionArrowRight", tr("Go to the landslide below"), key.Key_Space)
        self.accept = self._action(tr("Accept"), "mIconSuccess", tr("It is a landslide"), key.Key_A)
        self.reject = self._action(tr("Reject"), "mTaskCancel", tr("It is none"), key.Key_R)
        self.clear = self._action(tr("Not Reviewed"), "mActionRemove", tr("Set back to not reviewed"), key.Key_N)
        self.undo = self._action(
            tr("Undo"), "mActionUndo", tr("Undo the last edit of the layer, as QGIS does"), key.Key_Backspace
        )
        self.edit = self._action(
            tr("Edit Geometry"), "mActionVertexToolActiveLayer",
            tr("Edit the outline with QGIS's own tool; the fields that Scarp has measured follow"), key.Key_E,
        )  # fmt: skip
        self.reclassify = self._action(tr("Reclassify"), "", tr("It is what the box says, such as a river"), key.Key_C)
        self.choose_class = QAction(self)
        self.keys[self.choose_class] = self.keys.pop(self.reclassify)
        self.pan_only = self._switch(
            tr("Pan Only"), "mActionPanToSelected", tr("Keep the scale of the map when going to a landslide"), False
        )
        self.advance = self._switch(
            tr("Go On"), "mActionPlay", tr("Go to the next landslide after each accept, reject and reclassify"), True
        )
        self.to_rois = self._action(
            tr("To ROIs"), "mActionSharingExport",
            tr("For the next training, accepted ones become ROIs of landslide, and rejected ones ROIs of background "
               "that is easily taken for it; each once. Other classes are left out."),
        )  # fmt: skip
        self.save_edits = self._action(tr("Save Edits"), "mActionSaveEdits", tr("Save the edits of the layer"))
        self.save_accepted = self._action(
            tr("Save Accepted As…"), "mActionFileSaveAs", tr("Write the accepted landslides to a file of their own")
        )
        self.save_copy = self._action(
            tr("Save a Copy As…"), "mActionFileSaveAs", tr("Write all landslides to a file, and review that")
        )
        self.delete_rejected = self._action(
            tr("Delete Rejected"), "mActionDeleteSelected", tr("Delete the rejected landslides from the layer")
        )
        self.layer, self.show_only, self.class_name = QgsMapLayerComboBox(self), QComboBox(self), QComboBox(self)
        self.progress = QProgressBar(self)
        self._set_up_boxes()
        self._lay_out()

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("ReviewBar", text)

    def give_keys(self, view: ReviewView) -> None:
        """Have the table take the keys."""
        for action, (key, shift) in self.keys.items():
            view.set_key(key, action, shift)

    @property
    def shown(self) -> Show:
        """Which landslides the table is to show."""
        return self.show_only.currentData() or Show.ALL

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """Choose a layer, or none."""
        self.layer.setLayer(layer)
        if self.layer.currentLayer() is None:
            self.layer.setCurrentIndex(0)  # the entry for none

    def offer_classes(self, names: list[str]) -> None:
        """Have the box offer these classes; what is in it stays."""
        text = self.class_name.currentText()
        self.class_name.clear()
        self.class_name.addItems(names)
        self.class_name.setEditText(text or (names[0] if names else ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the box of the class by Escape, and enter it by Return."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.class_entered.emit(self.class_name.currentText())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left_class.emit()
                return True
        return super().eventFilter(watched, event)

    def _action(self, text: str, icon: str, tip: str, key: Qt.Key | None = None, shift: bool = False) -> QAction:
        action = QAction(QgsApplication.getThemeIcon(f"/{icon}.svg"), text, self) if icon else QAction(text, self)
        shown = text.rstrip("…")
        if key is not None:
            self.keys[action] = key, shift
            sequence = QKeySequence(f"{'Shift+' if shift else ''}{QKeySequence(int(key)).toString()}")
            shown = f"{shown} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})"
        action.setToolTip(f"<b>{shown}</b><br>{tip}")
        return action

    def _switch(self, text: str, icon: str, tip: str, default: bool) -> QAction:
        """A switch that stays as the analyst leaves it."""
        action, name = self._action(text, icon, tip), f"{SECTION}/{icon}"
        action.setCheckable(True)
        action.setChecked(QgsSettings().value(name, default, bool))
        action.toggled.connect(lambda on: QgsSettings().setValue(name, on))
        return action

    def _set_up_boxes(self) -> None:
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setAllowEmptyLayer(True, self.tr("No layer"))
        self.set_layer(None)
        self.layer.setToolTip(self.tr("Layer of landslides to review"))
        for show, text in (
            (Show.ALL, self.tr("All")), (Show.NOT_REVIEWED, self.tr("Not reviewed")),
            (Show.ACCEPTED, self.tr("Accepted")), (Show.REJECTED, self.tr("Rejected")),
            (Show.OTHER, self.tr("Other classes")),
        ):  # fmt: skip
            self.show_only.addItem(text, show)
        self.show_only.setToolTip(self.tr("Which landslides the table shows"))
        self.class_name.setEditable(True)
        self.class_name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.class_name.lineEdit().setPlaceholderText(self.tr("Class"))
        self.class_name.setToolTip(self.tr("What a landslide is reclassified to; Return does it, Escape does not"))
        self.class_name.lineEdit().installEventFilter(self)
        for box in (self.layer, self.show_only, self.class_name):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(SHORT_TEXT)
        self.progress.setMinimumWidth(self.fontMetrics().horizontalAdvance("0" * 2 * SHORT_TEXT))

    def _lay_out(self) -> None:
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions([self.clear, self.save_edits, self.save_accepted, self.save_copy, self.delete_rejected])
        self.more = QToolButton(self)
        self.more.setText(self.tr("More"))
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        with_text = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        groups: list[list[QWidget]] = [
            [self.layer, self.show_only],
            [self._button(self.go_previous), self._button(self.go_next), self._button(self.accept, with_text),
             self._button(self.reject, with_text)],
            [self.class_name, self._button(self.reclassify)],
            [self._button(self.undo), self._button(self.edit), self._button(self.pan_only), self._button(self.advance)],
            [self._button(self.to_rois, with_text), self.more],
            [self.progress],
        ]  # fmt: skip
        for widgets in groups:
            group = QWidget(self)
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            for widget in widgets:
                wide = widget in (self.layer, self.progress)
                row.addWidget(widget, int(wide))
                if wide:
                    group.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            flow.addWidget(group)

    def _button(self, action: QAction, style: Qt.ToolButtonStyle | None = None) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        # A click leaves the focus in the table, where the keys are.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if style is not None:
            button.setToolButtonStyle(style)
        return button
