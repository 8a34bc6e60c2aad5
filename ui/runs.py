"""All algorithms that run in the background, one by one where they ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .run import Run, State

__all__ = ["Run", "Runs", "State"]


class Runs(QObject):
    """All runs of the panel.

    A run goes on when another project is opened. Its results are held back then, and not put into a project that they
    do not belong to, until the analyst asks for it.

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
        project.cleared.connect(self._leave_project)

    def __iter__(self) -> Iterator[Run]:
        """Runs that are not over, in the order in which they came."""
        return iter(list(self._runs))

    def start(
        self, algorithm: str, parameters: Mapping[str, Any], title: str, queue: str = "", load: bool = True
    ) -> Run:
        """Run an algorithm as soon as its queue is free, but not before this returns; arguments as of ``Run``."""
        run = Run(algorithm, parameters, title, self._project, queue, load)
        self._runs.append(run)
        run.finished.connect(self._sweep)
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
                run.begin()

    def _sweep(self) -> None:
        """Let go of what is over; what waited for it begins once all have heard of its end."""
        self._runs = [run for run in self._runs if not run.state.is_over]
        QTimer.singleShot(0, self._next)

    def _leave_project(self) -> None:
        for run in self._runs:
            run.leave_project()
