"""Step 2: draw ROIs, train a model on them, and watch how it goes."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsApplication, QgsTask
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from . import messages
from .notice import Notice
from .roi_drawing import RoiDrawing
from .run import Run, State
from .runs import Runs
from .state import IMAGE, ROIS, PanelState
from .step import Step
from .training_curves import TrainingCurves
from .training_form import MASK_RCNN, UNET, Choices, TrainingForm, choices, model_names, training_folder
from .training_list import Training, TrainingList

QUEUE = "training"
INSTALLATION = "scarp:installpackages"


class TrainStep(Step):
    """Draw, train, and see the curves grow; a model that is finished is chosen for the extraction.

    Args:
        iface: of QGIS.
        state: that the steps share.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        drawing: the ROIs.
        form: what is trained.
        train: starts.
        lack: why it cannot start; hidden where it can.
        list: of the trainings of this session.
        curves: of the one that is chosen.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(iface, state, runs, parent)
        self.setTitle(self.tr("2 Train (optional)"))
        self._choices: dict[str, Choices] = {}
        self._missing, self._task = "", None
        self.drawing = RoiDrawing(iface, state, self)
        self.drawing.add_keys(self)
        self.form = TrainingForm(self)
        self.train = QPushButton(self.tr("&Train"), self)
        self.train.setToolTip(
            self.tr("Train a model on the ROIs, in the background. Where another training runs, it waits for it, and "
                    "takes the ROIs as they are when it begins.")
        )  # fmt: skip
        self.lack = Notice(self)
        self.list, self.curves = TrainingList(self), TrainingCurves(self)
        self.curves.setVisible(False)
        for widget in (self.drawing, self.form, self.lack, self.train, self.list, self.curves):
            self.column.addWidget(widget)
        self.form.changed.connect(self._offer)
        self.train.clicked.connect(self.start)
        self.list.chosen.connect(self._show_curves)
        self.list.again.connect(self.go_on)
        state.layer_changed.connect(self._refresh)
        state.models_changed.connect(self.look)
        runs.added.connect(self._hear_of)
        self.look()
        self._refresh()

    def look(self) -> None:
        """See what can be started from, and whether the packages are there; in the background, since files are read."""
        if self._task is not None:
            return

        def looked(error: Exception | None, found: tuple[dict[str, Choices], str] | None = None) -> None:
            if sip.isdeleted(self):
                return  # the plugin was unloaded meanwhile
            self._task = None
            if found is not None:
                self._choices, self._missing = found
                self._offer()

        self._task = QgsTask.fromFunction(self.tr("Look what a training can start from"), found_by, on_finished=looked)
        QgsApplication.taskManager().addTask(self._task)

    def _hear_of(self, run: Run) -> None:
        if run.algorithm == INSTALLATION:
            run.finished.connect(self.look)

    def _offer(self) -> None:
        self.form.offer(self._choices.get(self.form.algorithm, Choices()))
        self._refresh()

    def _options(self) -> None:
        messages.open_options(self.iface)
        self.look()

    def why_not(self) -> str:
        """Why a training cannot start, for people; empty where it can."""
        if self._missing:
            return self._missing
        if self.state.raster(IMAGE) is None:
            return self.tr("Choose an image in step 1.")
        if self.state.vector(ROIS) is None:
            return self.tr("Make a new layer of ROIs, or choose one.")
        return ""

    def _refresh(self, *_: Any) -> None:
        """Show what can be done."""
        why = self.why_not()
        self.train.setEnabled(not why)
        if self._missing:
            self.lack.say(why, Qgis.MessageLevel.Warning, self.tr("Options…"), self._options)
        else:
            self.lack.say(why, Qgis.MessageLevel.Info)
        image = self.state.raster(IMAGE)
        if image is not None:
            self.form.propose(image.name(), self._taken())

    def _taken(self) -> list[str]:
        """Names of models, and of those that are being trained."""
        return [*model_names(), *(training.name for training in self.list.active())]

    def start(self) -> None:
        """Train with the values of the form, as soon as no other training runs."""
        image, rois = self.state.raster(IMAGE), self.state.vector(ROIS)
        if image is None or rois is None or self.why_not():
            self._refresh()
            return
        values = self.form.parameters()
        values |= {"INPUT": [image.id()], "ROIS": [rois.id()], "CLASS_FIELD": self.drawing.class_field,
                   "FOLDER": str(training_folder(values["NAME"]))}  # fmt: skip
        self._begin(self.form.algorithm, values)

    def go_on(self, training: Training) -> None:
        """Start a training that was cancelled or has failed again, with the same values."""
        before = training.run
        training.follow(self.runs.start(before.algorithm, before.parameters, before.title, QUEUE))
        self.list.show_training(training)
        self._refresh()

    def _begin(self, algorithm: str, values: dict[str, Any]) -> None:
        name = values["NAME"]
        run = self.runs.start(algorithm, values, self.tr("Train a model: {}").format(name), QUEUE)
        training = Training(run, name, training_folder(name), self)
        self.list.add(training)
        training.changed.connect(self._follow)
        training.finished.connect(self._end)
        self._refresh()

    def _follow(self, training: Training) -> None:
        """A log grows from when its training begins until it is over."""
        if training is self.list.current:
            self._show_curves(training)

    def _show_curves(self, training: Training | None) -> None:
        has_some = training is not None and training.run.state is not State.WAITING
        self.curves.setVisible(has_some)
        if training is not None and has_some:
            self.curves.follow(training.folder, training.run.state is State.RUNNING)
        else:
            self.curves.follow(None, False)

    def _end(self, training: Training) -> None:
        """A model that is finished is used; what went wrong is said above the canvas too."""
        run = training.run
        if run.state is State.DONE:
            self.state.models_changed.emit()
            self.state.set_model(training.name)
            f1 = run.results.get("BEST_F1")
            shown = QLocale().toString(float(f1), "f", 2) if f1 is not None else "–"
            text = self.tr('The model "{name}" is trained and chosen in step 3; F1 of the validation: {f1}.')
            messages.show(self.iface, text.format(name=training.name, f1=shown), Qgis.MessageLevel.Success)
        elif run.state is State.FAILED:
            messages.show(self.iface, run.error, Qgis.MessageLevel.Critical)
        self._refresh()

    def close_step(self) -> None:
        """See ``Step``."""
        self.drawing.close_drawing()
        self.curves.follow(None, False)


def found_by(task: QgsTask) -> tuple[dict[str, Choices], str]:
    """What the trainings offer, and why they cannot run; empty where they can."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(UNET)
    can, why = algorithm.canExecute() if algorithm is not None else (True, "")
    return {each: choices(each) for each in (UNET, MASK_RCNN)}, "" if can else why
