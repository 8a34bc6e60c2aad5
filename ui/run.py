"""One run of an algorithm in the background."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapLayer,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, QThreadPool, pyqtSignal

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
        project: that layers are taken from and results are put into.
        queue: runs of the same queue wait for each other; empty waits for none.
        load: whether the results that name a layer in their destination are put into the project.

    Attributes:
        progressed: it has come further, 0 to 100.
        said: a line of the log, and how grave it is (``Qgis.MessageLevel``).
        changed: its state is another one.
        finished: it is over; its state says how. Results are on the canvas by then, unless they are held back.
        state: how far it is.
        results: of the algorithm; empty until it is done.
        error: why it failed, for people; empty unless it did.
        warnings: what the algorithm has warned of so far.
        percent: how far it has come, 0 to 100.
    """

    progressed = pyqtSignal(float)
    said = pyqtSignal(str, object)
    changed = pyqtSignal()
    finished = pyqtSignal()

    def __init__(
        self, algorithm: str, parameters: Mapping[str, Any], title: str, project: QgsProject, queue: str = "",
        load: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self.algorithm, self.parameters, self.title = algorithm, dict(parameters), title
        self.queue, self.load = queue, load
        self.state, self.error = State.WAITING, ""
        self.results: dict[str, Any] = {}
        self.warnings: list[str] = []
        self.percent = 0.0
        self._project, self._project_left = project, False
        self._layers = {layer.id(): layer.name() for layer in layers_in(list(self.parameters.values()), project)}
        self._task: QgsTask | None = None
        self._instance: QgsProcessingAlgorithm | None = None
        self._context: QgsProcessingContext | None = None
        self._feedback: RunFeedback | None = None
        self._pool: QThreadPool | None = None

    @property
    def held_back(self) -> bool:
        """Whether there are results for a project that is no longer open; ``put`` puts them into the one that is."""
        return self.state is State.DONE and self._context is not None

    def cancel(self) -> None:
        """Have it end soon; nothing of it is left behind, but a training's checkpoint."""
        if self.state is State.WAITING:
            self._end(State.CANCELLED)
        elif self.state is State.RUNNING and self._feedback is not None and self._task is not None:
            self._feedback.cancel()
            self._task.cancel()

    def begin(self) -> None:
        """Check the values, and start it; a value that is wrong ends the run as failed, with the sentence."""
        why = self._gone_layer()
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self.algorithm)
        if algorithm is None:
            unknown = QCoreApplication.translate("Run", 'There is no algorithm "{}"; enable the plugin Scarp.')
            why = unknown.format(self.algorithm)
        if why:
            self._fail(why)
            return
        context, feedback = QgsProcessingContext(), RunFeedback()
        context.setProject(self._project)
        context.setFeedback(feedback)
        self._instance, self._context, self._feedback = algorithm, context, feedback
        feedback.said.connect(self._say)
        feedback.progressChanged.connect(self._progress)
        can, why = algorithm.canExecute()
        if can:
            can, why = algorithm.checkParameterValues(self.parameters, context)
        if not can:
            self._fail(why)
            return
        self._set(State.RUNNING)
        task = QgsProcessingAlgRunnerTask(algorithm, self.parameters, context, feedback)
        if task.isCanceled():
            # What the algorithm prepares has failed, and said why; the task manager would not tell.
            self._fail("\n".join(feedback.errors))
            return
        task.setDescription(self.title)
        self._task = task
        task.executed.connect(self._executed)
        # The task holds these by address only, and may outlive this object.
        task.executed.connect(lambda *_, held=(algorithm, context, feedback): None)
        # A training takes hours and mostly listens: without a thread more, a computer with two cores would draw its
        # canvas no longer, nor do anything else in the background.
        self._pool = _thread_pool()
        self._pool.releaseThread()
        QgsApplication.taskManager().addTask(task)

    def wait(self) -> None:
        """Return when it is over, after ``cancel`` soon."""
        if self._task is not None and not self.state.is_over:
            self._task.waitForFinished(PATIENCE_MS)
            # The task has posted that it ended; told now, no result comes when the panel is gone.
            QCoreApplication.sendPostedEvents(QgsApplication.taskManager(), 0)

    def leave_project(self) -> None:
        """The layers of the project go, and another project may come: hold the results back."""
        self._project_left = True

    def put(self) -> None:
        """Put the results into the project that is open."""
        algorithm, context, feedback = self._instance, self._context, self._feedback
        if algorithm is not None and context is not None and feedback is not None:
            self._instance = self._context = None
            from processing.gui.Postprocessing import handleAlgorithmResults

            handleAlgorithmResults(algorithm, context, feedback=feedback, parameters=self.parameters)

    def layer(self, output: str) -> QgsMapLayer | None:
        """The layer of the project that shows an output; nothing where it is not in the project."""
        result = self.results.get(output)
        if not result or not isinstance(result, str):
            return None
        context = QgsProcessingContext()
        context.setProject(self._project)
        return QgsProcessingUtils.mapLayerFromString(result, context, False)

    def _gone_layer(self) -> str:
        """What to say where a layer has left the project while the run waited; empty where all are there."""
        for layer, name in self._layers.items():
            if self._project.mapLayer(layer) is None:
                gone = QCoreApplication.translate(
                    "Run", 'The layer "{}" was removed before the run could begin; add it again and start anew.'
                )
                return gone.format(name)
        return ""

    def _say(self, text: str, level: Qgis.MessageLevel) -> None:
        QgsMessageLog.logMessage(text, TAG, level, level != Qgis.MessageLevel.Info)
        if level == Qgis.MessageLevel.Warning:
            self.warnings.append(text)
        self.said.emit(text, level)

    def _progress(self, percent: float) -> None:
        if self.state is State.RUNNING:
            self.percent = percent
            self.progressed.emit(percent)

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        """End it; in the main thread."""
        feedback, context = self._feedback, self._context
        if feedback is None or context is None or self.state.is_over:
            return
        if successful:
            self.results = dict(results)
            if not self.load or not context.layersToLoadOnCompletion():
                self._context = None
            elif not self._project_left:
                self.put()
            self._end(State.DONE)
        elif feedback.isCanceled():
            self._end(State.CANCELLED)
        else:
            self._fail("\n".join(feedback.errors))

    def _fail(self, why: str) -> None:
        self.error = why or QCoreApplication.translate(
            "Run", "It failed without a reason; look at the log under View > Panels > Log Messages > Scarp."
        )
        self._end(State.FAILED)

    def _set(self, state: State) -> None:
        self.state = state
        self.changed.emit()

    def _end(self, state: State) -> None:
        self._task = None
        if self._pool is not None:
            self._pool.reserveThread()
            self._pool = None
        if state is not State.DONE:
            self._instance = self._context = None
        self._set(state)
        self.finished.emit()


def _thread_pool() -> QThreadPool:
    """The threads that tasks work in: up to QGIS 3.22 the same that the canvas is drawn in."""
    manager = QgsApplication.taskManager()
    return manager.threadPool() if hasattr(manager, "threadPool") else QThreadPool.globalInstance()


def layers_in(values: list[Any], project: QgsProject) -> list[QgsMapLayer]:
    """The layers of the project that parameters name, by themselves, by their ids or in lists."""
    found = []
    for value in values:
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source.staticValue()
        if isinstance(value, (list, tuple)):
            found += layers_in(list(value), project)
        elif isinstance(value, str) and project.mapLayer(value) is not None:
            found.append(project.mapLayer(value))
        elif isinstance(value, QgsMapLayer) and project.mapLayer(value.id()) is not None:
            found.append(value)
    return found
