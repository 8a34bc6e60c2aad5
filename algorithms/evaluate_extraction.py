"""How good an extraction is: scores against a reference, and a map of the errors."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsWkbTypes,
)

from ..engine.error_map import FIELDS, error_polygons
from ..engine.errors import ScarpError
from ..engine.evaluation import Evaluation, evaluate, parse_sizes
from ..engine.evaluation_grid import EvaluationGrid
from ..engine.evaluation_report import html_report, numbers, write_json
from ..engine.origin import read_origin
from ..engine.polygons_on_grid import PolygonsOnGrid, PolygonSource
from ..engine.progress import Part, Progress, Quiet, check
from ..engine.raster_on_grid import ValidPixels
from ..engine.reference import ExtractedRaster, Landslides, ReferenceRaster
from . import evaluation_parameters as p
from .areas import check_source
from .base import RESOURCES
from .destinations import place_all
from .evaluation_inputs import WHAT, EvaluationAlgorithm, Inputs
from .landslide_layers import map_layer, polygon_source
from .places import staged
from .rasters import raster_layer
from .sinks import PolygonSink
from .styling import LayerStyle, Stack, load_when_done

RASTER_STYLE = RESOURCES / "styles" / "error_map.qml"
POLYGON_STYLE = RESOURCES / "styles" / "error_map_polygons.qml"
KIND = QgsWkbTypes.Type.Polygon
USUAL_THRESHOLD = 0.5
GRID_SHARE, COMPARED_SHARE = 10.0, 75.0
"""Per cent of the progress bar after which pixels are compared, and after which polygons are made."""


class EvaluateExtraction(EvaluationAlgorithm):
    """Evaluate an extraction against a reference."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "evaluateextraction"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Evaluate extraction")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Scores an extraction against a reference, and maps what is correct, missed and false.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return p.tags(self.tr)

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return p.about(self.tr)

    def results(self) -> dict[str, str]:
        """Return what the numbers say."""
        return {name: text for name, (_, text) in p.outputs(self.tr).items()}

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in p.evaluation_parameters(self.tr):
            self.addParameter(parameter)
        for name, (title, _) in p.outputs(self.tr).items():
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values, with layers instead of /vsi paths and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        parse_sizes(self.parameterAsString(parameters, p.SIZES, context))
        overlap = self.parameterAsDouble(parameters, p.OVERLAP, context)
        if not 0.0 < overlap <= 100.0:
            raise ScarpError(f"The overlap is {overlap:g} %. Give a share above 0 and up to 100 %.")
        resolution_m = self.optional_number(parameters, p.RESOLUTION, context)
        if resolution_m is not None and resolution_m <= 0:
            raise ScarpError(f"The resolution is {resolution_m:g} m. Give metres above 0, or leave it empty.")
        if any(parameters.get(name) in (None, "") for name in (p.EXTRACTION, p.REFERENCE)):
            return parameters  # QGIS says so
        inputs = self.find_inputs(parameters, context, Quiet())
        area = self.parameterAsSource(parameters, p.AREA, context)
        if area is not None:
            check_source(area, inputs.extraction.crs)
        seen = {name: map_layer(self, name, parameters, context) for name in (p.EXTRACTION, p.REFERENCE)}
        image = raster_layer(self.parameterDefinition(p.IMAGE), parameters, context)
        return {**parameters, **seen, **({p.IMAGE: image} if image is not None else {})}

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        inputs = self._inputs
        # All are opened before the work begins, so that a place that cannot be written to costs no time.
        made = {name: staged(inputs.places.get(name), what, stack) for name, what in WHAT.items()}
        files = {name: file for name, file in made.items() if file is not None}
        preparing = Part(feedback, 0.0, GRID_SHARE)
        sources = {
            name: polygon_source(self, name, parameters, context)
            for name, side in ((p.EXTRACTION, inputs.extraction), (p.REFERENCE, inputs.reference))
            if side.raster is None
        }
        grid, crs, area = self.grid(inputs, parameters, context, sources, preparing)
        sink = self._sink(parameters, context, crs, feedback, stack)
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="scarp-")))
        error_map = files[p.ERROR_MAP].path if p.ERROR_MAP in files else folder / "error_map.tif"
        sides = [self._landslides(parameters, name, sources, grid, folder, context, stack, preparing)
                 for name in (p.EXTRACTION, p.REFERENCE)]  # fmt: skip
        image = inputs.image
        evaluation = evaluate(
            sides[0], sides[1], grid, error_map, area=area,
            image=ValidPixels(image.source, grid, image.name, feedback) if image else None,
            overlap=self.parameterAsDouble(parameters, p.OVERLAP, context) / 100.0,
            sizes_m2=parse_sizes(self.parameterAsString(parameters, p.SIZES, context)),
            progress=Part(feedback, GRID_SHARE, COMPARED_SHARE if sink else 98.0),
        )  # fmt: skip
        results: dict[str, Any] = {}
        if sink is not None:
            for polygon in error_polygons(error_map, Part(feedback, COMPARED_SHARE, 98.0)):
                geometry = QgsGeometry()
                geometry.fromWkb(polygon.wkb)
                sink.add_polygon(geometry, polygon.attributes)
        told = self._told(parameters, context, evaluation, sides[0], crs)
        if p.REPORT in files:
            title = f"{inputs.extraction.name} – {inputs.reference.name}"
            html_report(evaluation, told, title, image.source if image else "").write(files[p.REPORT].path)
        if p.JSON in files:
            write_json(files[p.JSON].path, evaluation, told)
        check(feedback)
        if sink is not None:
            results[p.ERROR_POLYGONS] = sink.finish()
        place_all([*files.values(), *([sink.staged] if sink and sink.staged else [])])
        results.update({name: str(file.target) for name, file in files.items()})
        self._load(context, results)
        _say(evaluation, feedback)
        feedback.setProgress(100.0)
        return {**results, **numbers(evaluation)}

    def _landslides(
        self, parameters: dict[str, Any], name: str, sources: dict[str, PolygonSource], grid: EvaluationGrid,
        folder: Path, context: QgsProcessingContext, stack: ExitStack, progress: Progress,
    ) -> Landslides:  # fmt: skip
        """One side on the grid."""
        side = self._inputs.extraction if name == p.EXTRACTION else self._inputs.reference
        if side.raster is None:
            polygons = PolygonsOnGrid.of_source(sources[name], grid, folder, progress)
            stack.callback(polygons.close)
            return polygons
        if name == p.REFERENCE:
            return ReferenceRaster(side.raster.source, grid, side.name, progress)
        threshold = self.optional_number(parameters, p.THRESHOLD, context)
        if threshold is None:
            stated = read_origin(side.raster.source).threshold
            threshold = USUAL_THRESHOLD if stated is None else stated
        return ExtractedRaster(side.raster.source, threshold, grid, side.name, progress)

    def _sink(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: QgsCoordinateReferenceSystem,
        feedback: QgsProcessingFeedback, stack: ExitStack,
    ) -> PolygonSink | None:  # fmt: skip
        place = self._inputs.places.get(p.ERROR_POLYGONS)
        if place is None:
            return None
        return stack.enter_context(PolygonSink(self, parameters, place, context, FIELDS, KIND, crs, feedback))

    def _told(
        self, parameters: dict[str, Any], context: QgsProcessingContext, evaluation: Evaluation,
        extraction: Landslides, crs: QgsCoordinateReferenceSystem,
    ) -> dict[str, str]:  # fmt: skip
        """What was compared, for the report."""
        inputs = self._inputs
        area = self.parameterAsSource(parameters, p.AREA, context)
        told = {"Extraction": inputs.extraction.name, "Reference": inputs.reference.name}
        if isinstance(extraction, ExtractedRaster) and extraction.threshold is not None:
            told["Threshold"] = f"{extraction.threshold:g}"
        if area is not None:
            told["Area"] = area.sourceName()
        if parameters.get(p.EXTENT) not in (None, ""):
            told["Extent"] = str(self.parameterAsString(parameters, p.EXTENT, context))
        if inputs.image:
            told["Image"] = inputs.image.name
        grid = evaluation.grid
        told["Pixels"] = f"{grid.width:,} x {grid.height:,}, {crs.authid() or crs.description()}"
        told["Overlap"] = f"{100 * evaluation.objects.overlap:g} %"
        return told

    def _load(self, context: QgsProcessingContext, results: dict[str, Any]) -> None:
        """Have the layers put on the canvas, if the analyst asked for it."""
        inputs, stack = self._inputs, Stack(self._inputs.below)
        shown = (
            (p.ERROR_MAP, RASTER_STYLE, self.tr("{layer} – error map")),
            (p.ERROR_POLYGONS, POLYGON_STYLE, self.tr("{layer} – errors")),
        )
        for place, (name, style, title) in enumerate(shown):
            if name in inputs.places and name in results:
                load_when_done(
                    context, results[name], inputs.places[name], title.format(layer=inputs.extraction.name),
                    LayerStyle(style, stack, place),
                )  # fmt: skip


def _say(evaluation: Evaluation, progress: Progress) -> None:
    """The scores in the log."""
    found = numbers(evaluation)
    by_pixel = ("PRECISION", "RECALL", "F1", "IOU", "MEAN_IOU", "OVERALL_ACCURACY")
    scores = ", ".join(f"{name.lower().replace('_', ' ')} {found[name]:.3f}" for name in by_pixel if name in found)
    progress.pushInfo(f"By pixel: {scores}.")
    objects = evaluation.objects
    progress.pushInfo(
        f"By object: {objects.found} of {objects.reference} landslides were found; {objects.right} of "
        f"{objects.extracted} extracted ones are right."
    )
    if not evaluation.counts.tp + evaluation.counts.fn:
        progress.pushWarning("The reference has no landslide in what is compared.")
    if not evaluation.counts.tp + evaluation.counts.fp:
        progress.pushWarning("Nothing was extracted in what is compared.")
    if not evaluation.counts.tn + evaluation.counts.fp:
        progress.pushWarning("The reference labels no pixel as other than landslide, so nothing can be false.")
