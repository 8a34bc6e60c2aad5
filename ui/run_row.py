"""A run in a step: how far it is, what it says last, and its end."""

from __future__ import annotations

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from .run import Run, State


class ElidedLabel(QLabel):
    """One line of text, which ends in "…" where it does not fit; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = " ".join(text.split())
        self.setToolTip(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width()))


class RunRow(QWidget):
    """A run that waits or works.

    Args:
        run: not over yet.
        parent: of the widget.

    Attributes:
        title: of the run.
        bar: how far it is.
        cancel: ends it.
        line: what it said last.
    """

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self.title, self.line = ElidedLabel(self), ElidedLabel(self)
        self.title.show_text(run.title)
        self.line.setEnabled(False)
        self.line.hide()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(True)
        self.cancel = QToolButton(self)
        self.cancel.setIcon(QgsApplication.getThemeIcon("/mTaskCancel.svg"))
        self.cancel.setToolTip(QCoreApplication.translate("RunRow", "Cancel"))
        self.cancel.setAutoRaise(True)
        self.cancel.clicked.connect(self._cancel)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.bar, 1, 0)
        grid.addWidget(self.cancel, 1, 1)
        grid.addWidget(self.line, 2, 0, 1, 2)
        run.changed.connect(self._show_state)
        run.progressed.connect(self._show_percent)
        run.said.connect(self._show_line)
        self._show_state()

    def _show_state(self) -> None:
        waits = self._run.state is State.WAITING
        self.bar.setFormat(QCoreApplication.translate("RunRow", "Waiting") if waits else "%p%")
        self.bar.setValue(0)

    def _show_percent(self, percent: float) -> None:
        self.bar.setValue(int(percent))

    def _show_line(self, text: str, level: Qgis.MessageLevel) -> None:
        if text.strip():
            self.line.show_text(text)
            self.line.show()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.bar.setFormat(QCoreApplication.translate("RunRow", "Cancelling…"))
        self._run.cancel()
