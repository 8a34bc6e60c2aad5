"""What different thresholds of a probability raster give: scores, number and area of the landslides."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ..engine.landslides import landslides
from ..engine.polygons import PolygonOptions
from ..engine.probability_raster import ProbabilityRaster
from ..engine.progress import Part, Progress, Quiet, check
from ..engine.sweep import Sweep, sweep
from ..engine.sweep_report import sweep_report, write_table
from . import extraction_parameters as p
from .base import RESOURCES
from .destinations import Destination, destination, place_all
from .places import CSV, HTML, check_places, staged
from .probability_input import INPUT, ProbabilityAlgorithm, ProbabilityInputs, input_parameters
from .sinks import LandslideSink
from .styling import LayerStyle, Stack, load_when_done

REPORT, TABLE, POLYGONS = "REPORT", "TABLE", "POLYGONS"
BEST_THRESHOLD, BEST_F1, OTSU_THRESHOLD = "BEST_THRESHOLD", "BEST_F1", "OTSU_THRESHOLD"
STYLE = RESOURCES / "styles" / "landslides_by_threshold.qml"
TAKEN = (p.MIN_AREA, p.CONNECTEDNESS)
"""Parameters that are those of an extraction."""
AREA_SHARE = 15.0
"""Per cent of the progress bar after which the area is cut out."""


@dataclass(frozen=True)
class Inputs:
    """What a run works on.

    Attributes:
        common: probability raster and reference.
        report: where the report goes; nothing leaves it out.
        table: likewise.
        polygons: likewise.
    """

    common: ProbabilityInputs
    report: Destination | None
    table: Destination | None
    polygons: Destination | None


class ThresholdSweep(ProbabilityAlgorithm):
    """Compare thresholds of a probability raster."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "thresholdsweep"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Sweep thresholds")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Shows scores, number and area of the landslides at different thresholds of a probability.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        words = self.tr("threshold,sweep,otsu,f1,precision,recall,accuracy,iou,chart,report,validation")
        return [*p.tags(self.tr), *words.split(",")]

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Shows what each threshold of a probability raster would give: at 0.1, 0.2, … 0.9, and in steps of "
            "0.01 from 0.04 below to 0.04 above the one with the best F1 (without a reference, around Otsu's "
            "threshold).</p>"
            "<p>With a reference it gives <b>precision, recall, F1, overall accuracy and IoU</b> of the pixels; always "
            "the <b>number</b> of landslides and their <b>area</b>. The scores are of all labelled pixels, before "
            "small landslides are left out; number and area are of all landslides, labelled or not. An area is the sum "
            "of the ellipsoidal areas of the pixels. The model is not run.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the numbers say."""
        return {
            BEST_THRESHOLD: self.tr("Where F1 is highest; only with a reference that has landslides."),
            BEST_F1: self.tr("F1 there."),
            OTSU_THRESHOLD: self.tr("The threshold that parts the probabilities best in two; needs no reference."),
        }

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        taken = {each.name(): each for each in p.extraction_parameters(self.tr)}
        taken[p.MIN_AREA].setHelp(self.tr("Smaller ones are neither counted nor drawn. 0 keeps all."))
        for parameter in input_parameters(self.tr, self.tr("What is known to be landslide, for the scores.")):
            self.addParameter(parameter)
        for name in TAKEN:
            self.addParameter(taken[name])
        report = QgsProcessingParameterFileDestination(
            REPORT, self.tr("Report"), self.tr("HTML files (*.html)"), optional=True, createByDefault=True
        )
        report.setHelp(self.tr("Charts and table as one HTML page that needs nothing else."))
        table = QgsProcessingParameterFileDestination(
            TABLE, self.tr("Table"), self.tr("CSV files (*.csv)"), optional=True, createByDefault=False
        )
        table.setHelp(self.tr("A row for each threshold, for a spreadsheet."))
        polygons = QgsProcessingParameterFeatureSink(
            POLYGONS, self.tr("Landslides at each threshold"), QgsProcessing.SourceType.TypeVectorPolygon,
            optional=True, createByDefault=False,
        )  # fmt: skip
        polygons.setHelp(self.tr(
            "The landslides of all thresholds in one layer, measured as by <i>Extract landslides</i>; the field "
            "<i>threshold</i> tells them apart, and <i>id</i> counts anew at each. One layer rather than many, since "
            "it can be styled, filtered and played through by that field, and goes into every format and database."
        ))  # fmt: skip
        for parameter in (report, table, polygons):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(BEST_THRESHOLD, self.tr("Threshold with the best F1")))
        self.addOutput(QgsProcessingOutputNumber(BEST_F1, self.tr("Best F1")))
        self.addOutput(QgsProcessingOutputNumber(OTSU_THRESHOLD, self.tr("Otsu's threshold")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values, with layers instead of /vsi paths and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        self._polygon_options(parameters, context)
        if parameters.get(INPUT) is None:
            return parameters  # QGIS says so
        self.find_inputs(parameters, context, Quiet())
        return self.layers_for_check(parameters, context)

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """See ``LayerAlgorithm``."""
        common = self.find_probability(parameters, context, progress)
        report, table, polygons = (
            destination(self.parameterDefinition(name), parameters, context) for name in (REPORT, TABLE, POLYGONS)
        )
        places = {"report": (report, HTML), "table": (table, CSV), "layer of landslides": (polygons, ())}
        check_places(self, places, parameters, context)
        return Inputs(common, report, table, polygons)

    def _polygon_options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> PolygonOptions:
        return PolygonOptions(
            min_area_m2=self.parameterAsDouble(parameters, p.MIN_AREA, context),
            connectedness=int(self.parameterAsString(parameters, p.CONNECTEDNESS, context)),
        )

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        inputs, options = self._inputs, self._polygon_options(parameters, context)
        common = inputs.common
        # All are opened before the work begins, so that a place that cannot be written to costs no time.
        report, table = staged(inputs.report, "report", stack), staged(inputs.table, "table", stack)
        sink = None
        if inputs.polygons is not None:
            sink = stack.enter_context(LandslideSink(
                self, parameters, inputs.polygons, context, False, options.connectedness == 8,
                common.probability.crs, feedback,
            ))  # fmt: skip
        path = self.raster_in_area(common, parameters, context, stack, Part(feedback, 0.0, AREA_SHARE))
        raster = ProbabilityRaster(path)
        reference = self.reference(common, parameters, context, raster, stack, feedback)
        swept = 40.0 if sink else 100.0
        found = sweep(
            raster, reference, connectedness=options.connectedness, min_area_m2=options.min_area_m2,
            progress=Part(feedback, AREA_SHARE, swept),
        )  # fmt: skip
        results: dict[str, Any] = {}
        if sink is not None:
            _draw(path, found, options, common, sink, Part(feedback, swept, 100.0))
            results[POLYGONS] = sink.finish()
        if report is not None:
            sweep_report(
                found, common.probability.name, self._summary(parameters, context), common.origin.threshold
            ).write(report.path)
        if table is not None:
            write_table(found, table.path)
        check(feedback)
        place_all([file for file in (report, table, sink.staged if sink else None) if file is not None])
        if sink is not None and inputs.polygons is not None:
            name = self.tr("{raster} – landslides by threshold").format(raster=common.probability.name)
            style = LayerStyle(STYLE, Stack(common.layer), 0)
            load_when_done(context, results[POLYGONS], inputs.polygons, name, style)
        results.update({name: str(file.target) for name, file in ((REPORT, report), (TABLE, table)) if file})
        return {**results, **_numbers(found, feedback)}

    def _summary(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[tuple[str, str]]:
        """What was compared, for the report."""
        common = self._inputs.common
        area = self.parameterAsSource(parameters, p.AREA, context)
        known = (
            ("Image", common.origin.source), ("Model", common.origin.model),
            ("Reference", common.reference.name if common.reference else ""),
            ("Area", area.sourceName() if area is not None else ""),
        )  # fmt: skip
        return [(name, value) for name, value in known if value]


def _draw(
    path: str, found: Sweep, options: PolygonOptions, common: ProbabilityInputs, sink: LandslideSink,
    progress: Progress,
) -> None:  # fmt: skip
    """The landslides of all thresholds, low ones first, so that they lie beneath."""
    share = 100.0 / len(found.rows)
    for number, row in enumerate(found.rows):
        for landslide in landslides(
            path, row.threshold, options, model=common.origin.model, source=common.source,
            progress=Part(progress, number * share, (number + 1) * share),
        ):  # fmt: skip
            sink.add(landslide)


def _numbers(found: Sweep, progress: Progress) -> dict[str, float]:
    """The results that are numbers, as far as they are known; they are told too."""
    best, otsu = found.histograms.best, found.histograms.otsu_threshold
    numbers: dict[str, float] = {}
    if best is not None:
        numbers.update({BEST_THRESHOLD: best[0], BEST_F1: best[1].f1})
        progress.pushInfo(f"Best F1: {best[1].f1:.4f} at a threshold of {best[0]:.2f}.")
    elif found.histograms.landslide is not None:
        progress.pushWarning(
            "No landslide of the reference lies on valid pixels of the probability raster, so no threshold has the "
            "best F1."
        )
    if otsu is not None:
        numbers[OTSU_THRESHOLD] = otsu
        progress.pushInfo(f"Otsu's threshold: {otsu:.2f}.")
    return numbers
