"""The main job: from an image to the probability of landslides and their polygons."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsRasterLayer,
)

from ..engine.errors import ScarpError
from ..engine.extract import ClassOptions, ExtractionOptions, ProbabilityMap
from ..engine.fragments import Fragments
from ..engine.inference import import_runtime
from ..engine.landslides import landslides
from ..engine.origin import Origin
from ..engine.polygons import PolygonOptions
from ..engine.progress import Part, Progress, Quiet, check
from ..engine.scene import SceneOptions, choose_bands, open_raster
from ..engine.threshold import choose_threshold
from . import extraction_parameters as p
from .areas import area_polygons, check_source
from .base import LayerAlgorithm
from .both_models import Extraction, extract
from .class_raster_style import put_class_style_beside
from .destinations import Destination, destination, place_all
from .model_choice import ModelChoice, choose_model
from .places import GEOTIFF, check_places, staged
from .rasters import Raster, as_raster, raster_layer
from .reporting import report_landslides
from .sinks import LandslideSink
from .styling import LANDSLIDES, PROBABILITY, LayerStyle, Stack, copy_style_beside, load_when_done

PROBABILITY_SHARE = 85.0
"""Per cent of the progress bar after which polygons are made."""


@dataclass(frozen=True)
class Inputs:
    """What a run works on, found in the thread that the layers live in.

    Attributes:
        image: to extract from.
        image_layer: id of its layer.
        dem: nothing where there is none.
        extent: in the image's CRS; nothing where there is none.
        model: chosen.
        probability: nothing leaves the raster out.
        classes: nothing leaves the raster out.
        landslides: where the polygons go.
    """

    image: Raster
    image_layer: str
    dem: Raster | None
    extent: QgsGeometry | None
    model: ModelChoice
    probability: Destination | None
    classes: Destination | None
    landslides: Destination


class ExtractLandslides(LayerAlgorithm):
    """Extract landslides from an image with a model."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "extractlandslides"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Extract landslides")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Maps landslides in an aerial or satellite image: their probability, and measured polygons.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return p.tags(self.tr)

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return p.about(self.tr)

    def results(self) -> dict[str, str]:
        """Return what the numbers say."""
        return p.numbers(self.tr)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in p.extraction_parameters(self.tr):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(p.COUNT, self.tr("Number of landslides")))
        self.addOutput(QgsProcessingOutputNumber(p.AREA_M2, self.tr("Area of all landslides (m²)")))
        self.addOutput(QgsProcessingOutputNumber(p.THRESHOLD_USED, self.tr("Threshold used")))

    def canExecute(self) -> tuple[bool, str]:
        """Return whether the packages are there, and if not, how to install them."""
        try:
            import_runtime()
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
        method = self.parameterAsString(parameters, p.THRESHOLD_METHOD, context)
        if method == "fixed":
            fixed = self.optional_number(parameters, p.THRESHOLD, context)
            choose_threshold(method, np.zeros(101, np.int64), None, fixed)
        self._polygon_options(parameters, context)
        options = self._extraction_options(parameters, context)
        if options.overlap is not None and not 0.0 <= options.overlap <= 0.5:
            raise ScarpError(f"The overlap is {100 * options.overlap:g} % of a tile; set 0 to 50.")
        if options.score is not None and not 0.0 <= options.score <= 1.0:
            raise ScarpError(f"The smallest score is {options.score:g}; set 0 to 1, or leave it empty.")
        low, high = options.scene.value_min, options.scene.value_max
        if low is not None and high is not None and low >= high:
            raise ScarpError(
                f"The darkest value ({low:g}) is not below the brightest ({high:g}); set both under Advanced."
            )
        if options.scene.resolution_m is not None and options.scene.resolution_m <= 0:
            raise ScarpError(
                f"The working resolution is {options.scene.resolution_m:g} m; set one above 0, or leave it empty."
            )
        if parameters.get(p.INPUT) is None:
            return parameters  # QGIS says so
        inputs = self.find_inputs(parameters, context, Quiet())
        source = open_raster(inputs.image.source)
        if source.RasterCount != 1 or source.GetRasterBand(1).GetColorTable() is None:
            for contract in inputs.model.contracts:
                choose_bands(source, contract, options.scene.bands, inputs.image.file, Quiet())
        area = self.parameterAsSource(parameters, p.AREA, context)
        if area is not None:
            check_source(area, inputs.image.crs)
        rasters = {name: self._raster_layer(parameters, name, context) for name in (p.INPUT, p.DEM)}
        return {**parameters, **{name: layer for name, layer in rasters.items() if layer is not None}}

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """See ``LayerAlgorithm``."""
        layer = self._raster_layer(parameters, p.INPUT, context)
        if layer is None:
            raise ScarpError("No image is chosen; choose a raster layer.")
        image = as_raster(layer, progress)
        dem_layer = self._raster_layer(parameters, p.DEM, context)
        dem = as_raster(dem_layer, progress) if dem_layer is not None else None
        extent = None
        if parameters.get(p.EXTENT) not in (None, ""):
            extent = self.parameterAsExtentGeometry(parameters, p.EXTENT, context, image.crs)
        model = choose_model(
            self.parameterAsString(parameters, p.MODEL, context),
            self.parameterAsFile(parameters, p.MODEL_FILE, context), image.source, progress,
        )  # fmt: skip
        probability = destination(self.parameterDefinition(p.PROBABILITY), parameters, context)
        classes = destination(self.parameterDefinition(p.CLASSES), parameters, context)
        polygons = destination(self.parameterDefinition(p.OUTPUT), parameters, context)
        if polygons is None:
            raise ScarpError("It is not said where the landslides are to go; choose a file or a temporary layer.")
        if classes is not None and model.has_instances:
            raise ScarpError(
                f'The model "{model.name}" finds instances of landslides, so it has no class raster; leave Classes '
                "empty, or choose a semantic model."
            )
        wanted = {"probability raster": (probability, GEOTIFF), "class raster": (classes, GEOTIFF),
                  "layer of landslides": (polygons, ())}  # fmt: skip
        check_places(self, wanted, parameters, context)
        return Inputs(image, layer.id(), dem, extent, model, probability, classes, polygons)

    def _raster_layer(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsRasterLayer | None:
        return raster_layer(self.parameterDefinition(name), parameters, context)

    def _extraction_options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ExtractionOptions:
        scene = SceneOptions(
            bands=self.parameterAsInts(parameters, p.BANDS, context),
            resolution_m=self.optional_number(parameters, p.RESOLUTION, context),
            value_min=self.optional_number(parameters, p.VALUE_MIN, context),
            value_max=self.optional_number(parameters, p.VALUE_MAX, context),
        )
        overlap = self.optional_number(parameters, p.OVERLAP, context)
        return ExtractionOptions(
            scene=scene,
            overlap=None if overlap is None else overlap / 100.0,
            batch=self.parameterAsInt(parameters, p.BATCH, context),
            score=self.optional_number(parameters, p.SCORE, context),
        )

    def _polygon_options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> PolygonOptions:
        return p.polygon_options(self, parameters, context)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        inputs, options = self._inputs, self._polygon_options(parameters, context)
        # All are opened before the work begins, so that a place that cannot be written to costs no time.
        raster = staged(inputs.probability, "probability raster", stack)
        classes = staged(inputs.classes, "class raster", stack)
        by_instance = inputs.model.has_instances
        sink = stack.enter_context(LandslideSink(
            self, parameters, inputs.landslides, context, inputs.dem is not None,
            options.connectedness == 8 or by_instance, inputs.image.crs, feedback, by_instance,
        ))  # fmt: skip
        fragments = stack.enter_context(Fragments()) if by_instance else None
        path = raster.path if raster else Path(stack.enter_context(TemporaryDirectory(prefix="scarp-"))) / "p.tif"
        found = self._probability(
            parameters, context, path, classes.path if classes else None, fragments,
            Part(feedback, 0.0, PROBABILITY_SHARE),
        )  # fmt: skip
        method = self.parameterAsString(parameters, p.THRESHOLD_METHOD, context)
        if by_instance and method == "otsu" and not found.histogram[1:].any():
            method = "recommended"
            feedback.pushInfo("No instance was found, which leaves Otsu's method nothing to part.")
        threshold = self._threshold_for(method, parameters, context)(found.histogram)
        feedback.pushInfo(f"Threshold: {threshold:.2f} ({method}).")
        count, area_m2 = 0, 0.0
        for landslide in landslides(
            str(path), threshold, options, dem_path=inputs.dem.source if inputs.dem else None, fragments=fragments,
            model=inputs.model.name, source=Path(inputs.image.file).name,
            progress=Part(feedback, PROBABILITY_SHARE, 100.0),
        ):  # fmt: skip
            sink.add(landslide)
            count += 1
            area_m2 += landslide.attributes["area_m2"]
        check(feedback)
        style = put_class_style_beside(classes.path, classes.target, found.classes) if classes else None
        layer = sink.finish()
        if raster:
            copy_style_beside(raster.path, raster.target)
        place_all([file for file in (raster, classes, sink.staged) if file])
        report_landslides(count, area_m2, threshold, found.histogram, feedback, by_instance)
        layers = Stack(inputs.image_layer)
        if classes and inputs.classes and style:
            name = self.tr("{scene} – classes").format(scene=inputs.image.name)
            load_when_done(context, str(classes.target), inputs.classes, name, LayerStyle(style, layers, 0))
        self._load(context, layer, str(raster.target) if raster else None, layers)
        rasters = {p.PROBABILITY: raster, p.CLASSES: classes}
        results = {p.OUTPUT: layer, p.COUNT: count, p.AREA_M2: area_m2, p.THRESHOLD_USED: threshold}
        return {**{name: str(file.target) for name, file in rasters.items() if file}, **results}

    def _probability(
        self, parameters: dict[str, Any], context: QgsProcessingContext, path: Path, classes: Path | None,
        fragments: Fragments | None, progress: Progress,
    ) -> ProbabilityMap:  # fmt: skip
        """The probability raster, and the class raster or the fragments where they are asked for."""
        inputs, method = self._inputs, self.parameterAsString(parameters, p.THRESHOLD_METHOD, context)
        inputs.model.check()
        source = self.parameterAsSource(parameters, p.AREA, context)
        polygons = area_polygons(source, inputs.extent, inputs.image.crs, context, progress)
        options = replace(
            self._extraction_options(parameters, context), veto=self._veto_threshold(parameters, context)
        )
        score = None
        if inputs.model.has_instances:
            score = inputs.model.contract.score if options.score is None else options.score
        elif options.score is not None:
            progress.pushInfo(f'The smallest score is for models of instances; "{inputs.model.name}" is none.')
        run = Extraction(
            inputs.image.source, options, polygons.on if polygons else None,
            self.parameterAsString(parameters, p.DEVICE, context), self.parameterAsInt(parameters, p.THREADS, context),
        )  # fmt: skip
        return extract(
            run, inputs.model, path,
            Origin(inputs.model.name, inputs.model.threshold, Path(inputs.image.file).name, score), progress,
            ClassOptions(classes, self._threshold_for(method, parameters, context)) if classes else None, fragments,
        )  # fmt: skip

    def _threshold_for(
        self, method: str, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Callable[[NDArray[np.int64]], float]:
        """What gives the threshold for a histogram, by a method."""
        fixed = self.parameterAsDouble(parameters, p.THRESHOLD, context)
        recommended = self._inputs.model.threshold
        return lambda histogram: choose_threshold(method, histogram, recommended, fixed)

    def _veto_threshold(self, parameters: dict[str, Any], context: QgsProcessingContext) -> float | None:
        """Where the veto takes hold: at the threshold, as far as it is known before the run; nothing without one."""
        if not self.parameterAsBool(parameters, p.VETO, context):
            return None
        if self.parameterAsString(parameters, p.THRESHOLD_METHOD, context) == "fixed":
            return float(self.parameterAsDouble(parameters, p.THRESHOLD, context))
        return self._inputs.model.threshold

    def _load(self, context: QgsProcessingContext, layer: str, raster: str | None, stack: Stack) -> None:
        """Have the layers put on the canvas, if the analyst asked for it."""
        inputs = self._inputs
        if raster and inputs.probability:
            beside = Path(raster).with_suffix(".qml")
            style = LayerStyle(beside if beside.exists() else PROBABILITY, stack, 1)
            name = self.tr("{scene} – landslide probability").format(scene=inputs.image.name)
            load_when_done(context, raster, inputs.probability, name, style)
        name = self.tr("{scene} – landslides").format(scene=inputs.image.name)
        load_when_done(context, layer, inputs.landslides, name, LayerStyle(LANDSLIDES, stack, 2))
