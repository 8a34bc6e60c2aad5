"""Algorithms that run in the background, one by one where they ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

TAG = "Scarp"
"""Tab of QGIS's log."""
PATIENCE_MS = 30_000
"""How long a run that is stopped may take to end."""


class State(Enum):
    """How far a run is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self in (State.DONE, State.FAILED, State.CANCELLED)


class RunFeedback(QgsProcessingFeedback):
    """Hands on what an algorithm says; called in the algorithm's thread, so only by signals.

    Attributes:
        said: a line of the log, and how grave it is.
    """

    said = pyqtSignal(str, object)

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def pushInfo(self, info: str | None) -> None:
        """Hand on a line of the log."""
        self.said.emit(info or "", Qgis.MessageLevel.Info)

    def pushWarning(self, warning: str | None) -> None:
        """Hand on a warning."""
        self.said.emit(warning or "", Qgis.MessageLevel.Warning)

    def reportError(self, error: str | None, fatalError: bool = False) -> None:
        """Hand on an error."""
        self.errors.append(error or "")
        self.said.emit(error or "", Qgis.MessageLevel.Critical)


class Run(QObject):
    """One run of an algorithm.

    Args:
        algorithm: its id.
        parameters: that it is run with.
        title: for people, in the task manager.
        queue: runs of the same queue wait for each other; empty waits for none.
        load: whether the results that name a layer in their destination are put into the project.

    Attributes:
        progressed: it has come further, 0 to 100.
        said: a line of the log, and how grave it is (``Qgis.MessageLevel``).
        changed: its state is another one.
        finished: it is over; its state says how. Results are on the canvas by then.
        state: how far it is.
        results: of the algorithm; empty until it is done.
        error: why it failed, for people; empty unless it did.
    """

    progressed = pyqtSignal(float)
    said = pyqtSignal(str, object)
    changed = pyqtSignal()
    finished = pyqtSignal()

    def __init__(
        self, algorithm: str, parameters: Mapping[str, Any], title: str, queue: str = "", load: bool = True
    ) -> None:
        super().__init__()
        self.algorithm, self.parameters, self.title = algorithm, dict(parameters), title
        self.queue, self.load = queue, load
        self.state, self.error = State.WAITING, ""
        self.results: dict[str, Any] = {}
        self.percent = 0.0
        self._task: QgsTask | None = None
        self._instance: QgsProcessingAlgorithm | None = None
        self._context: QgsProcessingContext | None = None
        self._feedback: RunFeedback | None = None

    def cancel(self) -> None:
        """Have it end soon; nothing of it is left behind, but a training's checkpoint."""
        if self.state is State.WAITING:
            self._end(State.CANCELLED)
        elif self.state is State.RUNNING and self._feedback is not None and self._task is not None:
            self._feedback.cancel()
            self._task.cancel()

    def begin(self, project: QgsProject) -> None:
        """Check the values, and start it; a value that is wrong ends the run as failed, with the sentence."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.algorithm)
        if algorithm is None:
            unknown = QCoreApplication.translate("Run", 'There is no algorithm "{}"; enable the plugin Scarp.')
            self.error = unknown.format(self.algorithm)
            self._end(State.FAILED)
            return
        context, feedback = QgsProcessingContext(), RunFeedback()
        context.setProject(project)
        context.setFeedback(feedback)
        self._instance, self._context, self._feedback = algorithm, context, feedback
        feedback.said.connect(self._say)
        feedback.progressChanged.connect(self._progress)
        can, why = algorithm.canExecute()
        if can:
            can, why = algorithm.checkParameterValues(self.parameters, context)
        if not can:
            self.error = why
            self._end(State.FAILED)
            return
        self._set(State.RUNNING)
        task = QgsProcessingAlgRunnerTask(algorithm, self.parameters, context, feedback)
        task.setDescription(self.title)
        self._task = task
        if task.isCanceled():
            # What the algorithm prepares has failed, and said why; the task manager would not tell.
            self._executed(False, {})
            return
        task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(task)

    def wait(self) -> None:
        """Return when it is over, after ``cancel`` soon."""
        if self._task is not None and not self.state.is_over:
            self._task.waitForFinished(PATIENCE_MS)

    def _say(self, text: str, level: Qgis.MessageLevel) -> None:
        QgsMessageLog.logMessage(text, TAG, level, level != Qgis.MessageLevel.Info)
        self.said.emit(text, level)

    def _progress(self, percent: float) -> None:
        self.percent = percent
        self.progressed.emit(percent)

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        """End it; in the main thread."""
        feedback, context, algorithm = self._feedback, self._context, self._instance
        if feedback is None or context is None or algorithm is None or self.state.is_over:
            return
        if successful:
            self.results = dict(results)
            if self.load:
                from processing.gui.Postprocessing import handleAlgorithmResults

                handleAlgorithmResults(algorithm, context, feedback=feedback, parameters=self.parameters)
            self._end(State.DONE)
        elif feedback.isCanceled():
            self._end(State.CANCELLED)
        else:
            self.error = "\n".join(feedback.errors) or QCoreApplication.translate(
                "Run", "It failed without a reason; look at the log under View > Panels > Log Messages > Scarp."
            )
            self._end(State.FAILED)

    def _set(self, state: State) -> None:
        self.state = state
        self.changed.emit()

    def _end(self, state: State) -> None:
        self._set(state)
        self._task = self._instance = self._context = None
        self.finished.emit()


class Runs(QObject):
    """All runs of the panel.

    Args:
        project: that results are put into.
        parent: of the object.

    Attributes:
        added: a run was added; with it.
    """

    added = pyqtSignal(object)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._runs: list[Run] = []

    def __iter__(self) -> Iterator[Run]:
        """Runs that are not over, in the order in which they came."""
        return iter(list(self._runs))

    def start(
        self, algorithm: str, parameters: Mapping[str, Any], title: str, queue: str = "", load: bool = True
    ) -> Run:
        """Run an algorithm as soon as its queue is free, but not before this returns; arguments as of ``Run``."""
        run = Run(algorithm, parameters, title, queue, load)
        self._runs.append(run)
        run.finished.connect(lambda: self._finished(run))
        self.added.emit(run)
        QTimer.singleShot(0, self._next)
        return run

    def stop(self) -> None:
        """Cancel all and return when they are over."""
        for run in reversed(list(self._runs)):
            run.cancel()
        for run in list(self._runs):
            run.wait()
        self._runs.clear()

    def _next(self) -> None:
        """Start what waits and need not."""
        for run in list(self._runs):
            busy = {each.queue for each in self._runs if each.queue and each.state is State.RUNNING}
            if run.state is State.WAITING and run.queue not in busy:
                run.begin(self._project)

    def _finished(self, run: Run) -> None:
        if run in self._runs:
            self._runs.remove(run)
        self._next()
