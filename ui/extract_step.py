"""Step 3: extract the landslides of the image, in the background."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeatureRequest,
    QgsMapLayerProxyModel,
    QgsReferencedRectangle,
    QgsTask,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QPushButton, QVBoxLayout, QWidget

from . import messages
from .model_choice import ModelCombo
from .notice import Notice
from .result_places import places
from .run import Run, State
from .run_rows import RunRows
from .runs import Runs
from .settings import Settings
from .state import DEM, IMAGE, LANDSLIDES, PROBABILITY, PanelState
from .step import Step

ALGORITHM, INSTALLATION = "scarp:extractlandslides", "scarp:installpackages"
QUEUE = "extraction"
WHOLE, CANVAS, POLYGONS = "whole", "canvas", "polygons"
"""What is extracted from."""


class ExtractStep(Step):
    """Choose model and area, extract, and see what came out.

    Args:
        iface: of QGIS.
        state: that the steps share.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        model: which model is used.
        area: what is extracted from.
        polygons: layer of the polygons that are extracted from.
        selected: whether only its selected features are.
        folder: that the results are saved to; empty for temporary layers.
        extract: starts.
        lack: why it cannot start; hidden where it can.
        rows: of the runs that are not over.
        outcome: how the last run ended.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(iface, state, runs, parent)
        self.setTitle(self.tr("3 Extract"))
        self._missing, self._task = "", None
        self._watched: QgsVectorLayer | None = None
        self._mine: list[Run] = []
        self._build()
        self.area.currentIndexChanged.connect(self._refresh)
        self.polygons.layerChanged.connect(self._watch)
        # Of the first layer that comes, QGIS on Qt 6 does not tell by the signal above.
        self.polygons.currentIndexChanged.connect(self._watch)
        self.selected.toggled.connect(self._refresh)
        self.folder.fileChanged.connect(self._refresh)
        self.extract.clicked.connect(self._start)
        state.layer_changed.connect(self._refresh)
        state.models_changed.connect(self.look_for_packages)
        runs.added.connect(self._hear_of)
        self._watch()
        self.look_for_packages()

    def _build(self) -> None:
        self.model = ModelCombo(self.state, self.runs, self)
        self.area = QComboBox(self)
        for text, value in ((self.tr("Whole image"), WHOLE), (self.tr("Map canvas extent"), CANVAS),
                            (self.tr("Polygons of a layer"), POLYGONS)):  # fmt: skip
            self.area.addItem(text, value)
        self.area.setToolTip(self.tr("Only what lies in the area is worked on, so a small one is done soon."))
        self.polygons = QgsMapLayerComboBox(self)
        self.polygons.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.selected = QCheckBox(self.tr("Selected features only"), self)
        self._chosen = QWidget(self)
        column = QVBoxLayout(self._chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.polygons)
        column.addWidget(self.selected)
        self.folder = QgsFileWidget(self)
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(self.tr("Folder for the Results"))
        self.folder.lineEdit().setPlaceholderText(self.tr("Temporary layers"))
        self.folder.setToolTip(
            self.tr("Folder for the probability (GeoTIFF) and the landslides (GeoPackage), named after the image. "
                    "Files that are there stay. Leave it empty for temporary layers.")
        )  # fmt: skip
        for box in (self.area, self.polygons):
            # Names of layers are long; the panel is not.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Model"), self.model)
        form.addRow(self.tr("Area"), self.area)
        form.addRow("", self._chosen)
        form.addRow(self.tr("Save to"), self.folder)
        self.extract = QPushButton(self.tr("Extract"), self)
        self.extract.setToolTip(self.tr("Extract the landslides of the image in the background."))
        self.lack, self.outcome = Notice(self), Notice(self)
        self.column.addLayout(form)
        self.column.addWidget(self.lack)
        self.column.addWidget(self.extract)
        self.rows = RunRows(self)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.outcome)

    def why_not(self) -> str:
        """Why a run cannot start, for people; empty where it can."""
        if self._missing:
            return self._missing
        if self.state.raster(IMAGE) is None:
            return self.tr("Choose an image in step 1.")
        if self.area.currentData() == POLYGONS:
            layer = self.polygons.currentLayer()
            if layer is None:
                return self.tr("There is no layer of polygons; add one, or extract the whole image.")
            if self.selected.isChecked() and not layer.selectedFeatureCount():
                return self.tr('No feature of the layer "{}" is selected; select some.').format(layer.name())
        folder = self.folder.filePath()
        if folder and not Path(folder).is_dir():
            return self.tr("There is no folder {}; choose another, or none for temporary layers.").format(folder)
        return ""

    def look_for_packages(self) -> None:
        """See whether the packages are there; in the background, since the first look loads them."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
        if algorithm is None or self._task is not None:
            return

        def looked(error: Exception | None, answer: tuple[bool, str] = (True, "")) -> None:
            if sip.isdeleted(self):
                return  # the plugin was unloaded meanwhile
            self._task = None
            self._missing = "" if answer[0] else answer[1]
            self._refresh()

        self._task = QgsTask.fromFunction(
            self.tr("Look for packages"), lambda task: algorithm.canExecute(), on_finished=looked
        )
        QgsApplication.taskManager().addTask(self._task)

    def _options(self) -> None:
        messages.open_options(self.iface)
        self.look_for_packages()

    def _hear_of(self, run: Run) -> None:
        if run.algorithm == INSTALLATION:
            run.finished.connect(self.look_for_packages)

    def _watch(self, *_: Any) -> None:
        """Follow the selection of the layer of polygons."""
        layer = self.polygons.currentLayer()
        if layer is not self._watched:
            if self._watched is not None:
                self._watched.selectionChanged.disconnect(self._refresh)
            self._watched = layer
            if layer is not None:
                layer.selectionChanged.connect(self._refresh)
        self._refresh()

    def _refresh(self, *_: Any) -> None:
        """Show what can be done."""
        self._chosen.setVisible(self.area.currentData() == POLYGONS)
        why = self.why_not()
        self.extract.setEnabled(not why)
        if self._missing:
            self.lack.say(why, Qgis.MessageLevel.Warning, self.tr("Options…"), self._options)
        else:
            self.lack.say(why, Qgis.MessageLevel.Info)

    def _start(self) -> None:
        image = self.state.raster(IMAGE)
        if image is None or self.why_not():
            self._refresh()
            return
        dem = self.state.raster(DEM)
        parameters: dict[str, Any] = {
            "INPUT": image.id(), "MODEL": self.state.model, **Settings.load().parameters(ALGORITHM), **self._area(),
            **places(self.folder.filePath(), image.name(), self.runs, self.state.project),
        }  # fmt: skip
        if dem is not None:
            parameters["DEM"] = dem.id()
        title = self.tr("Extract landslides: {}").format(image.name())
        run = self.runs.start(ALGORITHM, parameters, title, QUEUE)
        run.finished.connect(self._sweep)
        self._mine.append(run)
        self.rows.show_runs(self._mine)
        self.outcome.say("", Qgis.MessageLevel.Info)

    def _area(self) -> dict[str, Any]:
        """What is extracted from, as it is now: a run that waits is not to see another canvas or selection."""
        if self.area.currentData() == CANVAS:
            canvas = self.iface.mapCanvas()
            return {"EXTENT": QgsReferencedRectangle(canvas.extent(), canvas.mapSettings().destinationCrs())}
        if self.area.currentData() == POLYGONS:
            layer, request = self.polygons.currentLayer(), QgsFeatureRequest()
            if self.selected.isChecked():
                request.setFilterFids(layer.selectedFeatureIds())
            return {"AREA": layer.materialize(request)}
        return {}

    def _sweep(self) -> None:
        """Say how runs ended, and take their rows away."""
        ended = [run for run in self._mine if run.state.is_over]
        self._mine = [run for run in self._mine if run not in ended]
        self.rows.show_runs(self._mine)
        for run in ended:
            self._take_layers(run)
            text, level = self._summary(run)
            button, action = (self.tr("Add to this project"), partial(self._add, run)) if run.held_back else ("", None)
            self.outcome.say(text, level, button, action)
            if button or run.state is State.FAILED or (run.state is State.DONE and not self.isVisible()):
                messages.show(self.iface, text, level, button, action)

    def _take_layers(self, run: Run) -> None:
        for role, output in ((PROBABILITY, "PROBABILITY"), (LANDSLIDES, "OUTPUT")):
            layer = run.layer(output)
            if layer is not None:
                self.state.set_layer(role, layer)

    def _add(self, run: Run) -> None:
        """Put the results of a run into a project that it was not started in."""
        run.put()
        self._take_layers(run)
        self.outcome.say(*self._summary(run))

    def _summary(self, run: Run) -> tuple[str, Qgis.MessageLevel]:
        """How a run ended, and how grave that is."""
        if run.state is State.FAILED:
            return run.error, Qgis.MessageLevel.Critical
        if run.state is State.CANCELLED:
            return self.tr("Cancelled; nothing is left behind."), Qgis.MessageLevel.Info
        locale, count, area_m2 = QLocale(), run.results["COUNT"], run.results["AREA_M2"]
        threshold = run.results["THRESHOLD_USED"]
        text = self.tr("Landslides: {count}; area: {ha} ha ({km2} km²); threshold: {threshold}.").format(
            count=locale.toString(count), ha=locale.toString(area_m2 / 1e4, "f", 2),
            km2=locale.toString(area_m2 / 1e6, "f", 4), threshold=locale.toString(threshold, "f", 2),
        )  # fmt: skip
        text = "\n".join([text, *run.warnings])
        if run.held_back:
            return "\n".join([text, self.tr("The project that it was started in is closed.")]), Qgis.MessageLevel.Info
        return text, Qgis.MessageLevel.Warning if run.warnings else Qgis.MessageLevel.Success

    def close_step(self) -> None:
        """See ``Step``."""
        if self._watched is not None:
            self._watched.selectionChanged.disconnect(self._refresh)
            self._watched = None
