"""The trainings of this session: those that wait, that run, and that are over."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from .notice import Notice
from .run import Run, State

REPORT = "report.html"
"""File in a training's folder."""
ICONS = {
    State.WAITING: "/mTaskQueued.svg", State.RUNNING: "/mTaskRunning.svg", State.DONE: "/mTaskComplete.svg",
    State.FAILED: "/mTaskTerminated.svg", State.CANCELLED: "/mTaskTerminated.svg",
}  # fmt: skip
ROWS = 4
"""That are seen at once."""


class Training(QObject):
    """A training of this session.

    Args:
        run: of its algorithm.
        name: of the model.
        folder: of the training.
        parent: of the object.

    Attributes:
        changed: its state is another one; with it.
        progressed: it has come further; with it.
        finished: it is over; with it.
        last: what its log said last that was a warning or an error; empty for nothing.
    """

    changed = pyqtSignal(object)
    progressed = pyqtSignal(object)
    finished = pyqtSignal(object)

    def __init__(self, run: Run, name: str, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name, self.folder = name, folder
        self.follow(run)

    def follow(self, run: Run) -> None:
        """Be another run: the training goes on."""
        self.run, self.last = run, ""
        run.changed.connect(self._change)
        run.progressed.connect(self._progress)
        run.finished.connect(self._finish)
        run.said.connect(self._hear)

    def _change(self) -> None:
        self.changed.emit(self)

    def _progress(self, _: float) -> None:
        self.progressed.emit(self)

    def _finish(self) -> None:
        self.finished.emit(self)

    def _hear(self, text: str, level: Qgis.MessageLevel) -> None:
        if level != Qgis.MessageLevel.Info:
            self.last = text


class TrainingList(QWidget):
    """A row for each training, the newest last; one is chosen, for its curves.

    Args:
        parent: of the widget.

    Attributes:
        chosen: another training is chosen; with it.
        again: the one that is chosen is to go on; with it.
        tree: the rows.
        cancel, go_on, report: what can be done with the training that is chosen.
        notice: why it failed, or what is kept of it.
    """

    chosen = pyqtSignal(object)
    again = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trainings: list[Training] = []
        self.tree = QTreeWidget(self)
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setAccessibleName(self.tr("Trainings"))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.cancel = QPushButton(self.tr("&Cancel"), self)
        self.go_on = QPushButton(self.tr("&Go On"), self)
        self.go_on.setToolTip(self.tr("Start it again with the same values; it goes on from its last finished epoch."))
        self.report = QPushButton(self.tr("&Report"), self)
        self.report.setToolTip(self.tr("Open the report of the training: curves, scores, settings and sample maps."))
        self.notice = Notice(self)
        buttons = QHBoxLayout()
        for button in (self.cancel, self.go_on, self.report):
            buttons.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree)
        column.addLayout(buttons)
        column.addWidget(self.notice)
        self.tree.currentItemChanged.connect(self._choose)
        self.cancel.clicked.connect(self._cancel)
        self.go_on.clicked.connect(self._go_on)
        self.report.clicked.connect(self._report)
        self.setVisible(False)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("TrainingList", text)

    @property
    def current(self) -> Training | None:
        """The training that is chosen."""
        item = self.tree.currentItem()
        return self._trainings[self.tree.indexOfTopLevelItem(item)] if item is not None else None

    def active(self) -> list[Training]:
        """Those that wait or run."""
        return [each for each in self._trainings if not each.run.state.is_over]

    def add(self, training: Training) -> None:
        """Show one more."""
        self._trainings.append(training)
        self.tree.addTopLevelItem(QTreeWidgetItem([training.name, ""]))
        training.changed.connect(self.show_training)
        training.progressed.connect(self.show_training)
        self.setVisible(True)
        row = max(self.tree.sizeHintForRow(0), self.tree.fontMetrics().lineSpacing())
        self.tree.setFixedHeight(row * min(ROWS, len(self._trainings)) + 2 * self.tree.frameWidth())
        self.show_training(training)

    def show_training(self, training: Training) -> None:
        """Show how it is; what begins is chosen, unless one that is chosen is still at work."""
        item = self.tree.topLevelItem(self._trainings.index(training))
        item.setText(1, self._state(training))
        item.setIcon(0, QgsApplication.getThemeIcon(ICONS[training.run.state]))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        item.setToolTip(0, training.name)
        current = self.current
        if training is current:
            self._show_current()
        elif current is None or (current.run.state.is_over and training.run.state is State.RUNNING):
            self.tree.setCurrentItem(item)

    def _state(self, training: Training) -> str:
        """How far it is, in a few words."""
        run = training.run
        if run.state is State.RUNNING:
            return self.tr("{} %").format(QLocale().toString(int(run.percent)))
        if run.state is State.DONE and "BEST_F1" in run.results:
            return self.tr("done, F1 {}").format(QLocale().toString(float(run.results["BEST_F1"]), "f", 2))
        return {
            State.WAITING: self.tr("waiting"), State.DONE: self.tr("done"), State.FAILED: self.tr("failed"),
            State.CANCELLED: self.tr("cancelled"),
        }[run.state]  # fmt: skip

    def _choose(self, *_: object) -> None:
        self._show_current()
        self.chosen.emit(self.current)

    def _show_current(self) -> None:
        """What can be done with the one that is chosen, and what is to be said of it."""
        training = self.current
        state = training.run.state if training is not None else State.DONE
        self.cancel.setEnabled(not state.is_over)
        self.go_on.setEnabled(state in (State.CANCELLED, State.FAILED))
        self.report.setEnabled(training is not None and state.is_over and (training.folder / REPORT).is_file())
        if training is None or not state.is_over:
            self.notice.say("", Qgis.MessageLevel.Info)
        elif state is State.FAILED:
            self.notice.say(training.run.error, Qgis.MessageLevel.Critical)
        else:
            text = training.last if state is State.CANCELLED else ""
            self.notice.say(text, Qgis.MessageLevel.Info)

    def _cancel(self) -> None:
        training = self.current
        if training is not None:
            training.run.cancel()

    def _go_on(self) -> None:
        training = self.current
        if training is not None:
            self.again.emit(training)

    def _report(self) -> None:
        training = self.current
        if training is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(training.folder / REPORT)))
