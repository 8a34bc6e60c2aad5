"""What the steps of the panel have in common."""

from __future__ import annotations

from qgis.gui import QgisInterface, QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from .runs import Runs
from .state import PanelState


class Step(QgsCollapsibleGroupBox):
    """One step: a box of the panel's one column that can be folded.

    Args:
        iface: of QGIS.
        state: that the steps share.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        column: layout that the step's widgets go into.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.iface, self.state, self.runs = iface, state, runs
        # Unfolding shows all children of a box, also what a step hides; so they are one level further down.
        body = QWidget(self)
        QVBoxLayout(self).addWidget(body)
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setObjectName(f"Scarp{type(self).__name__}")

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("Scarp", text)

    def close_step(self) -> None:
        """Take back what the step has put on the canvas and into QGIS; the panel goes."""
