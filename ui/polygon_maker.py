"""Making polygons of what lies at or above a threshold, in the background."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import Qgis, QgsProcessing, QgsProcessingOutputLayerDefinition, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QLocale
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from . import messages
from .notice import Notice
from .parameter_form import ParameterForm
from .run import Run, State
from .run_rows import RunRows
from .runs import Runs
from .state import DEM, LANDSLIDES, PROBABILITY, PanelState

ALGORITHM, QUEUE = "scarp:thresholdprobability", "polygons"
OPTIONS = ("MIN_AREA", "SIMPLIFY")
"""Parameters that the analyst is asked for."""


class PolygonMaker(QWidget):
    """The options, the button, and what is said of the runs.

    Args:
        iface: of QGIS.
        state: that the steps share.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        form: the options.
        make: starts.
        rows: of the runs that are not over.
        outcome: how the last run ended.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface, self._state, self._runs = iface, state, runs
        self._percent = 0
        self._mine: list[Run] = []
        self.form = ParameterForm(ALGORITHM, OPTIONS, self)
        self.make = QPushButton(self)
        self.make.setToolTip(
            self.tr("Make measured polygons of what lies at or above the threshold, as a new layer; in the background.")
        )
        self.make.clicked.connect(self.start)
        self.rows, self.outcome = RunRows(self), Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.form, self.make, self.rows, self.outcome):
            column.addWidget(widget)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("PolygonMaker", text)

    def set_percent(self, percent: int) -> None:
        """Take another threshold from now on."""
        self._percent = percent
        self.make.setText(self.tr("Make Polygons at {}").format(QLocale().toString(percent / 100, "f", 2)))

    def start(self) -> None:
        """Make polygons of the layer at the threshold, both as they are now."""
        layer, dem = self._state.raster(PROBABILITY), self._state.raster(DEM)
        if layer is None:
            return
        place = QgsProcessingOutputLayerDefinition(QgsProcessing.TEMPORARY_OUTPUT, self._state.project)
        place.createOptions = {}
        parameters: dict[str, Any] = {
            "INPUT": layer.id(), "THRESHOLD_METHOD": "fixed", "THRESHOLD": self._percent / 100, **self.form.values(),
            "OUTPUT": place,
        }  # fmt: skip
        if dem is not None:
            parameters["DEM"] = dem.id()
        run = self._runs.start(ALGORITHM, parameters, self._title(layer), QUEUE)
        run.finished.connect(self._sweep)
        self._mine.append(run)
        self.rows.show_runs(self._mine)
        self.outcome.say("", Qgis.MessageLevel.Info)

    def _title(self, layer: QgsRasterLayer) -> str:
        title = self.tr("Make polygons of {layer} at {threshold}")
        return title.format(layer=layer.name(), threshold=QLocale().toString(self._percent / 100, "f", 2))

    def _sweep(self) -> None:
        """Say how runs ended, and take their rows away."""
        ended = [run for run in self._mine if run.state.is_over]
        self._mine = [run for run in self._mine if run not in ended]
        self.rows.show_runs(self._mine)
        for run in ended:
            self._take_layer(run)
            text, level = self._summary(run)
            button, action = (self.tr("Add to this project"), partial(self._add, run)) if run.held_back else ("", None)
            self.outcome.say(text, level, button, action)
            if button or run.state is State.FAILED:
                messages.show(self._iface, text, level, button, action)

    def _take_layer(self, run: Run) -> None:
        layer = run.layer("OUTPUT")
        if layer is not None:
            self._state.set_layer(LANDSLIDES, layer)

    def _add(self, run: Run) -> None:
        """Put the polygons into a project that the run was not started in."""
        run.put()
        self._take_layer(run)
        self.outcome.say(*self._summary(run))

    def _summary(self, run: Run) -> tuple[str, Qgis.MessageLevel]:
        """How a run ended, and how grave that is."""
        if run.state is State.FAILED:
            return run.error, Qgis.MessageLevel.Critical
        if run.state is State.CANCELLED:
            return self.tr("Cancelled; nothing is left behind."), Qgis.MessageLevel.Info
        locale, area_m2 = QLocale(), run.results["AREA_M2"]
        text = self.tr("Landslides at {threshold}: {count}; area: {ha} ha ({km2} km²).").format(
            threshold=locale.toString(run.results["THRESHOLD_USED"], "f", 2),
            count=locale.toString(run.results["COUNT"]), ha=locale.toString(area_m2 / 1e4, "f", 2),
            km2=locale.toString(area_m2 / 1e6, "f", 4),
        )  # fmt: skip
        if run.held_back:
            text += "\n" + self.tr("The project that it was started in is closed.")
            return text, Qgis.MessageLevel.Info
        return "\n".join([text, *run.warnings]), (
            Qgis.MessageLevel.Warning if run.warnings else Qgis.MessageLevel.Success
        )
