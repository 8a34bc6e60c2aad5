"""From a probability raster to landslides at another threshold, without running a model."""

from __future__ import annotations

import math
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

from ..engine.errors import ScarpError
from ..engine.html_report import number
from ..engine.landslides import landslides
from ..engine.probability_raster import ProbabilityRaster
from ..engine.progress import Part, Progress, Quiet, check
from ..engine.sweep import Histograms, best_threshold, histograms
from ..engine.threshold import METHODS, choose_threshold
from . import extraction_parameters as p
from .destinations import Destination, destination, place_all
from .model_choice import ModelChoice, choose_model, model_names
from .places import check_places
from .probability_input import INPUT, ProbabilityAlgorithm, ProbabilityInputs, input_parameters
from .rasters import Raster, as_raster, raster_layer
from .reporting import report_landslides
from .sinks import LandslideSink
from .styling import LANDSLIDES, LayerStyle, Stack, load_when_done

F1 = "F1"
BEST_F1 = "best_f1"
CHOICES = [*METHODS, BEST_F1]
TAKEN = (p.MIN_AREA, p.MIN_HOLE, p.SIMPLIFY, p.DEM, p.MODEL_FILE, p.CONNECTEDNESS, p.OUTPUT)
"""Parameters that are those of an extraction."""
AREA_SHARE, HISTOGRAM_SHARE = 15.0, 30.0
"""Per cent of the progress bar after which the area is cut out, and the threshold is known."""


@dataclass(frozen=True)
class Inputs:
    """What a run works on.

    Attributes:
        common: probability raster and reference.
        dem: nothing where there is none.
        model: that was chosen; nothing where none was.
        landslides: where the polygons go.
    """

    common: ProbabilityInputs
    dem: Raster | None
    model: ModelChoice | None
    landslides: Destination

    @property
    def recommended(self) -> float | None:
        """Threshold of the model chosen, else what the raster states; nothing where neither is known."""
        return self.model.threshold if self.model else self.common.origin.threshold

    @property
    def model_name(self) -> str:
        """Name of the model, as the raster states it, else of the one chosen; may be empty."""
        return self.common.origin.model or (self.model.name if self.model else "")


class ThresholdProbability(ProbabilityAlgorithm):
    """Turn a probability raster into landslide polygons at one threshold."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "thresholdprobability"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Landslides from probability")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Makes measured landslide polygons from a probability raster at another threshold.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return [*p.tags(self.tr), self.tr("threshold"), self.tr("otsu"), self.tr("f1"), self.tr("polygonize")]

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Makes <b>landslides</b>, with the same measurements as <i>Extract landslides</i>, from a probability "
            "raster that it wrote. The model is not run again, so that another threshold takes seconds. It goes by the "
            "raster alone: landslides that touch are one, also where a model of instances told them apart, and have no "
            "score.</p>"
            "<p>To see what each threshold would give, use <i>Sweep thresholds</i>.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the numbers say."""
        return {
            **p.numbers(self.tr),
            F1: self.tr("Score of the pixels at that threshold, 0 to 1, where there is a reference: the harmonic mean "
                        "of precision and recall, before small landslides are left out."),
        }  # fmt: skip

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        taken = {each.name(): each for each in p.extraction_parameters(self.tr)}
        taken[p.MODEL_FILE].setHelp(self.tr("A model as an .onnx file. Goes before the model chosen above."))
        why = self.tr("What is known to be landslide, for <i>best_f1</i>; with the other methods, for the score F1.")
        own = input_parameters(self.tr, why)
        method = p.choice(p.THRESHOLD_METHOD, self.tr("Threshold"), CHOICES, CHOICES[0])
        method.setHelp(self.tr(
            "A pixel is landslide where its probability is the threshold or more. <i>recommended</i>: the value at "
            "which the model did best when it was made, which the raster states; <i>otsu</i>: the value that parts "
            "these probabilities best in two; <i>best_f1</i>: the value that agrees best with the reference; "
            "<i>fixed</i>: the value below."
        ))  # fmt: skip
        model = QgsProcessingParameterEnum(
            p.MODEL, self.tr("Model"), model_names(), optional=True, usesStaticStrings=True
        )
        model.setHelp(self.tr(
            "Whose recommended threshold is taken. Empty takes what the raster states; rasters of other programs "
            "state none."
        ))  # fmt: skip
        model.setFlags(model.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        first = [own[0], method, taken[p.THRESHOLD], *own[1:]]
        for parameter in (*first, model, *(taken[name] for name in TAKEN)):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(p.COUNT, self.tr("Number of landslides")))
        self.addOutput(QgsProcessingOutputNumber(p.AREA_M2, self.tr("Area of all landslides (m²)")))
        self.addOutput(QgsProcessingOutputNumber(p.THRESHOLD_USED, self.tr("Threshold used")))
        self.addOutput(QgsProcessingOutputNumber(F1, self.tr("F1")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values, with layers instead of /vsi paths and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        method = self.parameterAsString(parameters, p.THRESHOLD_METHOD, context)
        if method == "fixed":
            self._chosen(method, Histograms(np.zeros(101, np.int64)), None, parameters, context)
        p.polygon_options(self, parameters, context)
        if parameters.get(INPUT) is None:
            return parameters  # QGIS says so
        inputs = self.find_inputs(parameters, context, Quiet())
        if method == BEST_F1 and not inputs.common.reference:
            raise ScarpError("The threshold with the best F1 needs a reference; choose one, or another method.")
        if method == METHODS[0] and inputs.recommended is None:
            raise ScarpError(
                f'The layer "{inputs.common.probability.name}" does not state which threshold its model recommends; '
                "rasters of older versions and of other programs do not. Choose another method, or the model under "
                "Advanced."
            )
        seen = self.layers_for_check(parameters, context)
        dem = raster_layer(self.parameterDefinition(p.DEM), parameters, context)
        return {**seen, p.DEM: dem} if dem is not None else seen

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """See ``LayerAlgorithm``."""
        common = self.find_probability(parameters, context, progress)
        dem_layer = raster_layer(self.parameterDefinition(p.DEM), parameters, context)
        dem = as_raster(dem_layer, progress) if dem_layer is not None else None
        polygons = destination(self.parameterDefinition(p.OUTPUT), parameters, context)
        if polygons is None:
            raise ScarpError("It is not said where the landslides are to go; choose a file or a temporary layer.")
        check_places(self, {"layer of landslides": (polygons, ())}, parameters, context)
        name = self.parameterAsString(parameters, p.MODEL, context)
        file = self.parameterAsFile(parameters, p.MODEL_FILE, context)
        model = choose_model(name, file, common.probability.source, progress) if name or file else None
        return Inputs(common, dem, model, polygons)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        inputs, options = self._inputs, p.polygon_options(self, parameters, context)
        common = inputs.common
        # Opened before the work begins, so that a place that cannot be written to costs no time.
        sink = stack.enter_context(LandslideSink(
            self, parameters, inputs.landslides, context, inputs.dem is not None, options.connectedness == 8,
            common.probability.crs, feedback,
        ))  # fmt: skip
        path = self.raster_in_area(common, parameters, context, stack, Part(feedback, 0.0, AREA_SHARE))
        raster = ProbabilityRaster(path)
        reference = self.reference(common, parameters, context, raster, stack, feedback)
        found = histograms(raster, reference, Part(feedback, AREA_SHARE, HISTOGRAM_SHARE))
        method = self.parameterAsString(parameters, p.THRESHOLD_METHOD, context)
        threshold = self._chosen(method, found, inputs.recommended, parameters, context)
        feedback.pushInfo(f"Threshold: {threshold:.2f} ({method}).")
        count, area_m2 = 0, 0.0
        for landslide in landslides(
            path, threshold, options, dem_path=inputs.dem.source if inputs.dem else None, model=inputs.model_name,
            source=common.source, progress=Part(feedback, HISTOGRAM_SHARE, 100.0),
        ):  # fmt: skip
            sink.add(landslide)
            count += 1
            area_m2 += landslide.attributes["area_m2"]
        check(feedback)
        layer = sink.finish()
        place_all([sink.staged] if sink.staged else [])
        report_landslides(count, area_m2, threshold, found.valid, feedback)
        name = self.tr("{raster} – landslides at {threshold}").format(
            raster=common.probability.name, threshold=f"{threshold:.2f}"
        )
        load_when_done(context, layer, inputs.landslides, name, LayerStyle(LANDSLIDES, Stack(common.layer), 0))
        results = {p.OUTPUT: layer, p.COUNT: count, p.AREA_M2: area_m2, p.THRESHOLD_USED: threshold}
        return {**results, **_scores(found, threshold, feedback)}

    def _chosen(
        self, method: str, found: Histograms, recommended: float | None, parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> float:  # fmt: skip
        """The threshold, by the method that was asked for.

        Raises:
            ScarpError: if the method has nothing to go by.
        """
        if method == BEST_F1:
            return best_threshold(found)
        fixed = self.optional_number(parameters, p.THRESHOLD, context)
        return choose_threshold(method, found.valid, recommended, fixed)


def _scores(found: Histograms, threshold: float, progress: Progress) -> dict[str, float]:
    """F1 as a result, where there is one; all scores are told."""
    counts = found.counts_at(threshold)
    if counts is None:
        return {}
    progress.pushInfo(
        f"Against the reference: precision {number(counts.precision)}, recall {number(counts.recall)}, "
        f"F1 {number(counts.f1)}, overall accuracy {number(counts.overall_accuracy)}, IoU {number(counts.iou)}."
    )
    return {} if math.isnan(counts.f1) else {F1: counts.f1}
