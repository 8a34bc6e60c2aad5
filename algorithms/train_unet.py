"""Training: from images and ROIs to a model of the analyst's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
)

from ..engine.errors import ScarpError
from ..engine.folder_lock import locked
from ..engine.progress import Part, Progress, Quiet, check
from ..models.presets import PRESETS
from ..models.training_log import CSV
from . import training_parameters as p
from .base import ScarpAlgorithm, said_by_qgis
from .packages import training_python
from .rois import BACKGROUND_NAMES, check_rois, roi_polygons
from .training_folder import EVENTS, GROUND, check_name, made_folder, place_job, training_folder
from .training_job import JobMaker, Reading, Start, check_images, find_start, recipe
from .training_labels import Split, make_labels
from .training_run import check_can_train, place_model, run_worker
from .training_sources import Ground, check_same_classes, common_classes, paired, rasters, vector_layers

LABELS_SHARE = 3.0
"""Per cent of the progress bar after which the worker starts."""
RASTERS = (p.INPUT, p.LABELS, p.VALIDATION_INPUT, p.VALIDATION_LABELS)
CHOICES = ("OPTIMIZER", "SELECT")
WHOLE = ("tile", "epochs", "examples", "batch")


@dataclass(frozen=True)
class Inputs:
    """What a run works on, found in the thread that the layers live in.

    Attributes:
        training: to learn from.
        validation: of its own; nothing parts the images of the training.
        start: what the training starts from.
        reading: how images are read.
        recipe: other attributes of the job.
        model: file that the model will be.
        folder: of the training.
    """

    training: Ground
    validation: Ground | None
    start: Start
    reading: Reading
    recipe: dict[str, Any]
    model: Path
    folder: Path


class TrainUNet(ScarpAlgorithm):
    """Train a model on the analyst's own ground."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "trainunet"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Train a model")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Trains a landslide model on images and landslides of your own.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return p.tags(self.tr)

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return p.about(self.tr)

    def results(self) -> dict[str, str]:
        """Return what the results say."""
        return {name: text for name, (_, text) in p.results(self.tr).items()}

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in p.training_parameters(self.tr):
            self.addParameter(parameter)
        kinds = {p.MODEL_FILE: QgsProcessingOutputFile, p.REPORT: QgsProcessingOutputHtml,
                 p.LOG: QgsProcessingOutputFile, p.EVENTS: QgsProcessingOutputFolder}  # fmt: skip
        for name, (title, _) in p.results(self.tr).items():
            self.addOutput(kinds.get(name, QgsProcessingOutputNumber)(name, title))

    def canExecute(self) -> tuple[bool, str]:
        """Return whether the packages are there, and if not, how to install them."""
        try:
            training_python()
        except ScarpError as error:
            return False, str(error)
        return True, ""

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values, with layers instead of /vsi paths and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        empty = [name for name in CHOICES if parameters.get(name) == ""]
        parameters = {name: value for name, value in parameters.items() if name not in empty}
        inputs = self._find(parameters, context, Quiet(), reads_rois=False)
        validation = inputs.validation.images if inputs.validation else []
        check_images(inputs.start, inputs.reading, inputs.training.images, validation)
        return {name: value for name, value in parameters.items() if name not in RASTERS}

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Find layers, ROIs, start model and places, in the thread of the project."""
        with said_by_qgis():
            self._inputs = self._find(parameters, context, feedback, reads_rois=True)
        return True

    def _find(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress, reads_rois: bool
    ) -> Inputs:
        """What the run works on.

        Raises:
            ScarpError: if something cannot be found, read or written, or does not go together.
        """
        name = self.parameterAsString(parameters, p.NAME, context).strip()
        model = check_name(name, self.parameterAsBool(parameters, p.OVERWRITE, context))
        start = find_start(
            self.parameterAsEnumString(parameters, p.START, context),
            self.parameterAsString(parameters, p.START_FILE, context),
        )
        chosen = self._recipe(parameters, context, start)
        reading = self._reading(parameters, context)
        names = (p.INPUT, p.ROIS, p.LABELS)
        training = self._ground(parameters, context, progress, names, reads_rois)
        names = (p.VALIDATION_INPUT, p.VALIDATION_ROIS, p.VALIDATION_LABELS)
        validation = None
        if any(parameters.get(each) for each in names):
            if not any(parameters.get(each) for each in names[1:]):
                raise ScarpError("The validation images have no labels; choose validation ROIs or label rasters too.")
            if not parameters.get(p.VALIDATION_INPUT) and parameters.get(p.VALIDATION_ROIS):
                parameters = {**parameters, p.VALIDATION_INPUT: parameters.get(p.INPUT)}
            validation = self._ground(parameters, context, progress, names, reads_rois)
            if reads_rois:
                check_same_classes(training, validation)
        folder = training_folder(self.parameterAsString(parameters, p.FOLDER, context), name)
        return Inputs(training, validation, start, reading, chosen, model, folder)

    def _ground(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress,
        names: tuple[str, str, str], reads_rois: bool,
    ) -> Ground:  # fmt: skip
        """Images with their labels, of three parameters: images, ROIs, label rasters."""
        images = rasters(self.parameterDefinition(names[0]), parameters, context, progress)
        label_rasters = rasters(self.parameterDefinition(names[2]), parameters, context, progress)
        layers = vector_layers(parameters.get(names[1]), context)
        labelled = paired(images, label_rasters, bool(layers))
        if not labelled:
            raise ScarpError("No image is chosen; choose the images that the ROIs were drawn on, or label rasters.")
        class_field = self.parameterAsString(parameters, p.CLASS_FIELD, context)
        by_rois = [each.image for each in labelled if each.labels is None]
        if not by_rois:
            return Ground(labelled, [], common_classes(labelled, ()))
        for image in by_rois:
            check_rois(layers, class_field, image.crs)
        if not reads_rois:
            return Ground(labelled, [], common_classes(labelled, ()))
        rois, classes = roi_polygons(layers, class_field, BACKGROUND_NAMES, progress, by_rois[0].crs)
        return Ground(labelled, rois, common_classes(labelled, classes))

    def _optional_number(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> float | None:
        """A number, nothing where it is left empty."""
        is_empty = parameters.get(name) in (None, "")
        return None if is_empty else float(self.parameterAsDouble(parameters, name, context))

    def _recipe(self, parameters: dict[str, Any], context: QgsProcessingContext, start: Start) -> dict[str, Any]:
        """Attributes of the job that say how it is trained."""
        chosen: dict[str, Any] = {}
        for name, attribute in p.JOB_FIELDS.items():
            if parameters.get(name) in (None, ""):
                continue
            if name in CHOICES:
                chosen[attribute] = self.parameterAsEnumString(parameters, name, context)
            elif attribute in WHOLE:
                chosen[attribute] = self.parameterAsInt(parameters, name, context)
            else:
                chosen[attribute] = self.parameterAsDouble(parameters, name, context)
        preset = self.parameterAsEnumString(parameters, p.PRESET, context)
        low, high = (self._optional_number(parameters, name, context) for name in (p.SCALE_MIN, p.SCALE_MAX))
        of_preset = PRESETS[preset]["scale"]
        chosen["scale"] = (of_preset[0] if low is None else low, of_preset[1] if high is None else high)
        width = self._optional_number(parameters, p.WIDTH, context)
        chosen = recipe(preset, start, None if width is None else int(width), chosen)
        chosen["rotation"] = self.parameterAsBool(parameters, p.ROTATION, context)
        chosen["seed"] = self.parameterAsInt(parameters, p.SEED, context)
        chosen["threads"] = self.parameterAsInt(parameters, p.THREADS, context)
        chosen["device"] = self.parameterAsEnumString(parameters, p.DEVICE, context)
        return chosen

    def _reading(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Reading:
        """How images are read.

        Raises:
            ScarpError: if the values make no sense.
        """
        text = self.parameterAsString(parameters, p.BANDS, context)
        bands = []
        for part in filter(None, text.replace(";", ",").replace(" ", ",").split(",")):
            if not part.isdigit() or not int(part):
                raise ScarpError(f'"{part}" is no number of a band; give numbers such as 3,2,1 under Advanced > Bands.')
            bands.append(int(part))
        low, high = (self._optional_number(parameters, name, context) for name in (p.VALUE_MIN, p.VALUE_MAX))
        if (low is None) != (high is None):
            raise ScarpError("Only one of darkest and brightest value is set; set both under Advanced, or neither.")
        if low is not None and high is not None and low >= high:
            raise ScarpError(
                f"The darkest value ({low:g}) is not below the brightest ({high:g}); set both under Advanced."
            )
        values = () if low is None or high is None else (low, high)
        return Reading(tuple(bands), self._optional_number(parameters, p.RESOLUTION, context), values)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Train, in whatever thread."""
        with said_by_qgis():
            rest = self.parameterAsEnumString(parameters, p.REST, context)
            split = Split(
                self.parameterAsEnumString(parameters, p.SPLIT, context),
                self.parameterAsDouble(parameters, p.SHARE, context),
            )
            resume = self.parameterAsBool(parameters, p.RESUME, context)
            return self._train(rest, split, resume, feedback)

    def _train(self, rest: str, split: Split, resume: bool, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        folder = made_folder(self._inputs.folder, "training folder")
        check_can_train(self._inputs.model)
        with locked(folder):
            goes_on = self._place(folder, rest, split, resume, Part(feedback, 0.0, LABELS_SHARE))
        check(feedback)
        done = run_worker(folder, goes_on, Part(feedback, LABELS_SHARE, 100.0))
        place_model(Path(done["model"]), self._inputs.model)
        scores = done.get("scores") or {}
        results = {
            p.MODEL_FILE: str(self._inputs.model), p.REPORT: done["report"], p.LOG: str(folder / CSV),
            p.EVENTS: str(folder / EVENTS), p.BEST_EPOCH: done["best_epoch"], p.BEST_F1: scores.get("best_f1"),
            p.THRESHOLD: done["threshold"], p.VALIDATION_LOSS: scores.get("loss"),
        }  # fmt: skip
        feedback.pushInfo(f"Model of epoch {done['best_epoch']}: {self._inputs.model}. Report: {done['report']}.")
        return {name: value for name, value in results.items() if value is not None}

    def _place(self, folder: Path, rest: str, split: Split, resume: bool, progress: Progress) -> bool:
        """Put labels and job into the folder; whether a training that is there goes on."""
        inputs = self._inputs
        try:
            made = TemporaryDirectory(prefix=".scarp-", dir=folder)
        except OSError as error:
            raise ScarpError(
                f"The training folder {folder} cannot be written to ({error.strerror}); choose another."
            ) from error
        with made as temporary:
            ground = Path(temporary) / GROUND
            ground.mkdir()
            images, bands = (inputs.training, inputs.validation), inputs.reading.bands
            trains, validates = make_labels(*images, rest, split, ground, progress, bands)
            maker = JobMaker(inputs.start, inputs.reading, folder, ground, progress)
            job = maker.job(trains, validates, inputs.training.classes, inputs.recipe)
            return place_job(folder, job, ground, resume)
