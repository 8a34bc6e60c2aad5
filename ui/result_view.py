"""Comparing Scarp's results on the canvas with the image beneath: a swipe, and a button that hides them."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .state import LANDSLIDES, PROBABILITY, PanelState
from .swipe import HIDING_KEY, Swipe
from .threshold_renderer import is_probability

SWIPE_KEY = "Ctrl+Shift+B"
FIELDS = {"probability_mean", "threshold", "model", "source"}
"""Of a layer of landslides that Scarp made."""


class ResultView(QWidget):
    """The buttons.

    Args:
        canvas: of the map.
        state: that the steps share.
        parent: of the widget.

    Attributes:
        swipe: on the canvas.
        swipe_button: shows the handle.
        hide_button: hides the results while it is held down.
    """

    def __init__(self, canvas: QgsMapCanvas, state: PanelState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swipe = Swipe(canvas, lambda: result_layers(state), self)
        self.swipe_button = QPushButton(self.tr("Swipe"), self)
        self.swipe_button.setCheckable(True)
        self.swipe_button.setShortcut(QKeySequence(SWIPE_KEY))
        native = QKeySequence.SequenceFormat.NativeText
        self.swipe_button.setToolTip(
            self.tr("Put a handle on the canvas that can be dragged: left of it the map is without Scarp's results. "
                    "Esc ends it. ({key})").format(key=QKeySequence(SWIPE_KEY).toString(native))
        )  # fmt: skip
        self.hide_button = QPushButton(self.tr("Hide"), self)
        self.hide_button.setToolTip(
            self.tr("Hides Scarp's results on the canvas as long as it, or the key {key}, is held down.").format(
                key=QKeySequence(HIDING_KEY).toString(native)
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.swipe_button, self.hide_button):
            row.addWidget(button, 1)
        self.swipe_button.toggled.connect(self.swipe.set_on)
        self.swipe.switched.connect(self.swipe_button.setChecked)
        self.hide_button.pressed.connect(self.hide_results)
        self.hide_button.released.connect(self.show_results)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("ResultView", text)

    def hide_results(self) -> None:
        """Hide them until they are shown again."""
        self.swipe.hide_results(True)

    def show_results(self) -> None:
        """Show them again."""
        self.swipe.hide_results(False)


def result_layers(state: PanelState) -> set[str]:
    """Ids of what Scarp has made: probabilities, and landslides."""
    chosen = [state.layer(role) for role in (PROBABILITY, LANDSLIDES)]
    found = {layer.id() for layer in chosen if layer is not None}
    for key, layer in state.project.mapLayers().items():
        if is_probability(layer) or (isinstance(layer, QgsVectorLayer) and set(layer.fields().names()) >= FIELDS):
            found.add(key)
    return found
