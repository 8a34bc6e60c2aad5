"""Training: from images and ROIs to a model of the analyst's own, whatever its network."""

from __future__ import annotations

from contextlib import ExitStack
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
    QgsProcessingParameterDefinition,
)

from ..engine.contract import INSTANCE
from ..engine.errors import ScarpError
from ..engine.folder_lock import locked
from ..engine.progress import Part, Progress, Quiet, check
from ..engine.roi_classes import BACKGROUND_NAMES
from ..models.training_log import CSV
from . import training_parameters as p
from . import training_settings as s
from .base import LayerAlgorithm
from .packages import training_python
from .rois import check_rois, roi_polygons
from .training_folder import EVENTS, GROUND, check_name, made_folder, place_job, training_folder
from .training_job import JobMaker, Reading, Start, check_images, find_start
from .training_labels import Split, make_labels
from .training_run import check_can_train, place_model, run_worker
from .training_sources import Ground, check_same_classes, common_classes, paired, rasters, vector_layers

LABELS_SHARE = 3.0
"""Per cent of the progress bar after which the worker starts."""
RASTERS = (p.INPUT, p.LABELS, p.VALIDATION_INPUT, p.VALIDATION_LABELS)
WHOLE = ("tile", "epochs", "examples", "batch")
"""Attributes of a job that are whole numbers."""


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


class TrainingAlgorithm(LayerAlgorithm):
    """Train a model on the analyst's own ground.

    Attributes:
        kind: of its networks.
    """

    kind: s.Kind
    _inputs: Inputs

    def declared(self) -> list[QgsProcessingParameterDefinition]:
        """The parameters, in the dialog's order."""
        raise NotImplementedError

    def outputs(self) -> dict[str, tuple[str, str]]:
        """Titles of the results, and what they say."""
        raise NotImplementedError

    def recipe(
        self, parameters: dict[str, Any], context: QgsProcessingContext, start: Start, chosen: dict[str, Any]
    ) -> dict[str, Any]:
        """Attributes of the job that say how it is trained.

        Args:
            parameters: of the run.
            context: of the run.
            start: what the training starts from.
            chosen: what all kinds of networks have, as far as it is set.

        Raises:
            ScarpError: if the values make no training.
        """
        raise NotImplementedError

    def more_results(self, scores: dict[str, Any]) -> dict[str, Any]:
        """Results that other kinds of networks have not, of the best epoch's scores."""
        return {}

    def results(self) -> dict[str, str]:
        """Return what the results say."""
        return {name: text for name, (_, text) in self.outputs().items()}

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in self.declared():
            self.addParameter(parameter)
        kinds = {p.MODEL_FILE: QgsProcessingOutputFile, p.REPORT: QgsProcessingOutputHtml,
                 p.LOG: QgsProcessingOutputFile, p.EVENTS: QgsProcessingOutputFolder}  # fmt: skip
        for name, (title, _) in self.outputs().items():
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
        empty = [name for name, value in parameters.items() if value == "" and self._may_be_empty(name)]
        parameters = {name: value for name, value in parameters.items() if name not in empty}
        inputs = self._find(parameters, context, Quiet(), reads_rois=False)
        validation = inputs.validation.images if inputs.validation else []
        check_images(inputs.start, inputs.reading, inputs.training.images, validation)
        return {name: value for name, value in parameters.items() if name not in RASTERS}

    def _may_be_empty(self, name: str) -> bool:
        """Whether a parameter is one of some words and optional; that it is empty says that, but not to QGIS."""
        definition = self.parameterDefinition(name)
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        return definition is not None and definition.type() == "enum" and bool(definition.flags() & optional)

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """Layers, ROIs, start model and places."""
        return self._find(parameters, context, progress, reads_rois=True)

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
            self.parameterAsString(parameters, self.kind.start_file, context),
            self.kind.name,
        )
        chosen = self.recipe(parameters, context, start, self._chosen(parameters, context))
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

    def _chosen(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Attributes of the job that all kinds of networks have, as far as they are set."""
        chosen: dict[str, Any] = {}
        for name, attribute in self.kind.fields.items():
            if parameters.get(name) in (None, ""):
                continue
            if self.parameterDefinition(name).type() == "enum":
                chosen[attribute] = self.parameterAsEnumString(parameters, name, context)
            elif attribute in WHOLE:
                chosen[attribute] = self.parameterAsInt(parameters, name, context)
            else:
                chosen[attribute] = self.parameterAsDouble(parameters, name, context)
        low, high = (self.optional_number(parameters, name, context) for name in (s.SCALE_MIN, s.SCALE_MAX))
        of_preset = self.preset(parameters, context)["scale"]
        chosen["scale"] = (of_preset[0] if low is None else low, of_preset[1] if high is None else high)
        chosen["seed"] = self.parameterAsInt(parameters, s.SEED, context)
        chosen["threads"] = self.parameterAsInt(parameters, p.THREADS, context)
        chosen["device"] = self.parameterAsEnumString(parameters, p.DEVICE, context)
        return chosen

    def preset(self, parameters: dict[str, Any], context: QgsProcessingContext) -> s.Preset:
        """The preset that is chosen."""
        return self.kind.presets[self.parameterAsEnumString(parameters, p.PRESET, context)]

    def optional_whole(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> int | None:
        """A parameter that is a whole number, nothing where it is left empty."""
        value = self.optional_number(parameters, name, context)
        return None if value is None else int(value)

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
        low, high = (self.optional_number(parameters, name, context) for name in (p.VALUE_MIN, p.VALUE_MAX))
        if (low is None) != (high is None):
            raise ScarpError("Only one of darkest and brightest value is set; set both under Advanced, or neither.")
        if low is not None and high is not None and low >= high:
            raise ScarpError(
                f"The darkest value ({low:g}) is not below the brightest ({high:g}); set both under Advanced."
            )
        values = () if low is None or high is None else (low, high)
        return Reading(tuple(bands), self.optional_number(parameters, p.RESOLUTION, context), values)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """Train, in whatever thread."""
        rest = self.parameterAsEnumString(parameters, p.REST, context)
        split = Split(
            self.parameterAsEnumString(parameters, p.SPLIT, context),
            self.parameterAsDouble(parameters, p.SHARE, context),
        )
        resume = self.parameterAsBool(parameters, p.RESUME, context)
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
            p.THRESHOLD: done["threshold"], p.VALIDATION_LOSS: scores.get("loss"), **self.more_results(scores),
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
            is_instance = self.kind.name == INSTANCE
            trains, validates = make_labels(*images, rest, split, ground, progress, bands, is_instance)
            maker = JobMaker(inputs.start, inputs.reading, folder, ground, progress)
            job = maker.job(trains, validates, inputs.training.classes, inputs.recipe)
            return place_job(folder, job, ground, resume)
