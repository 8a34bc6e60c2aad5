"""What the options page shows and starts; it lives on when the options are closed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from .messages import open_options, show
from .run import Run, State
from .runs import Runs
from .state import PanelState

PACKAGES, MODELS = "packages", "models"
"""Subjects of the page."""
NOTHING = ("", Qgis.MessageLevel.Info)
INSTALL, DIAGNOSE = "scarp:installpackages", "scarp:diagnose"
IMPORT, REMOVE, LIST = "scarp:installmodel", "scarp:removemodel", "scarp:listmodels"
SHOWN = {PACKAGES: (INSTALL, DIAGNOSE), MODELS: (IMPORT, REMOVE)}
"""Algorithms of a subject whose progress is shown."""
ASKED_FOR = (INSTALL, IMPORT, REMOVE)
"""Those whose end is told."""


@dataclass(frozen=True)
class Started:
    """What is kept of a run until it is over.

    Attributes:
        subject: of the page.
        done: called with the run where it went well.
        warnings: that the algorithm has pushed.
    """

    subject: str
    done: Callable[[Run], None]
    warnings: list[str]


class OptionsRuns(QObject):
    """Installing, diagnosing, importing and removing, in the background.

    Args:
        iface: of QGIS.
        runs: that run algorithms in the background.
        state: that is told of models that come and go.
        parent: of the object.

    Attributes:
        changed: something of this is another, or a run has begun or ended.
        installed: packages were installed and can be used.
        packages: what ``scarp:diagnose`` says for programs; empty until it was asked.
        diagnosis: the same for people.
        models: what ``scarp:listmodels`` says; nothing until it was asked.
        outcomes: what is to be said of the last run of a subject, and how grave it is; empty where nothing is.
        is_watched: whether the page is on the screen; outcomes are said above the canvas otherwise.
    """

    changed = pyqtSignal()
    installed = pyqtSignal()

    def __init__(self, iface: QgisInterface, runs: Runs, state: PanelState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._iface, self._runs, self._state = iface, runs, state
        self.packages: dict[str, Any] = {}
        self.diagnosis = ""
        self.models: list[dict[str, Any]] | None = None
        self.outcomes = {PACKAGES: NOTHING, MODELS: NOTHING}
        self.is_watched = False
        self._started: dict[Run, Started] = {}
        state.models_changed.connect(self._models_changed)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("OptionsRuns", text)

    def shown(self, subject: str) -> list[Run]:
        """The runs of a subject that are not over and that people wait for."""
        return [run for run in self._runs if run.algorithm in SHOWN[subject] and not run.state.is_over]

    def is_busy(self, algorithm: str) -> bool:
        """Whether a run of an algorithm is not over."""
        return any(run.algorithm == algorithm and not run.state.is_over for run in self._runs)

    def diagnose(self) -> None:
        """Look which packages are there."""
        if not self.is_busy(DIAGNOSE):
            self._start(PACKAGES, DIAGNOSE, {}, self.tr("Look which packages are there"), self._diagnosed)

    def install(self, parameters: Mapping[str, Any]) -> None:
        """Install packages.

        Args:
            parameters: of ``scarp:installpackages``.
        """
        title = self.tr("Install packages for {}").format(parameters["PACKAGES"])
        self._start(PACKAGES, INSTALL, parameters, title, self._packages_installed)

    def list_models(self) -> None:
        """Look which models are there."""
        # One that waits sees what the run before it has done.
        if not any(run.algorithm == LIST and run.state is State.WAITING for run in self._started):
            self._start(MODELS, LIST, {}, self.tr("List models"), self._listed)

    def import_model(self, parameters: Mapping[str, Any]) -> Run:
        """Put a model into the analyst's own.

        Args:
            parameters: of ``scarp:installmodel``.
        """
        return self._start(MODELS, IMPORT, parameters, self.tr("Import a model"), self._models_are_others)

    def remove_model(self, name: str) -> None:
        """Remove one of the analyst's own models."""
        title = self.tr('Remove the model "{}"').format(name)
        self._start(MODELS, REMOVE, {"NAME": name}, title, self._models_are_others)

    def _start(
        self, subject: str, algorithm: str, parameters: Mapping[str, Any], title: str, done: Callable[[Run], None]
    ) -> Run:
        """Start a run, whose end ``_sweep`` notices."""
        run = self._runs.start(algorithm, parameters, title, queue=f"options {subject}", load=False)
        warnings: list[str] = []
        run.said.connect(lambda text, level: warnings.append(text) if level == Qgis.MessageLevel.Warning else None)
        run.changed.connect(self.changed)
        run.finished.connect(self._sweep)
        self._started[run] = Started(subject, done, warnings)
        if algorithm in ASKED_FOR:
            self.outcomes[subject] = NOTHING
        self.changed.emit()
        return run

    def _sweep(self) -> None:
        """Say how runs went that are over, and let go of them."""
        for run in [run for run in self._started if run.state.is_over]:
            started = self._started.pop(run)
            if run.state is State.FAILED:
                self._tell(started.subject, f"{run.title}: {run.error}", Qgis.MessageLevel.Critical)
            elif run.state is State.DONE:
                if run.algorithm in ASKED_FOR:
                    said = "\n".join([self.tr("{}: done.").format(run.title), *started.warnings])
                    level = Qgis.MessageLevel.Warning if started.warnings else Qgis.MessageLevel.Success
                    self._tell(started.subject, said, level)
                started.done(run)
        self.changed.emit()

    def _tell(self, subject: str, text: str, level: Qgis.MessageLevel) -> None:
        """Say how a run went: on the page, and where that is closed above the canvas."""
        self.outcomes[subject] = (text, level)
        if not self.is_watched:
            show(self._iface, text, level, self.tr("Options…"), lambda: open_options(self._iface))

    def _diagnosed(self, run: Run) -> None:
        self.diagnosis, self.packages = run.results["TEXT"], json.loads(run.results["STATE"])

    def _packages_installed(self, run: Run) -> None:
        self.installed.emit()
        self.diagnose()

    def _listed(self, run: Run) -> None:
        self.models = json.loads(run.results["MODELS"])

    def _models_are_others(self, run: Run) -> None:
        self._state.models_changed.emit()

    def _models_changed(self) -> None:
        """List them anew, where anybody has asked for the list."""
        if self.models is not None:
            self.list_models()
