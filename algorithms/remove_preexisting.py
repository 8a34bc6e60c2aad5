"""Landslides that were there before the event, taken out of an inventory or flagged in it."""

from __future__ import annotations

import math
from contextlib import ExitStack
from dataclasses import astuple, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import (
    QgsDistanceArea,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsRasterLayer,
    QgsWkbTypes,
)

from ..engine.errors import ScarpError
from ..engine.inference import import_runtime
from ..engine.preexisting import Rules, Verdict, judge
from ..engine.progress import Part, Progress, Quiet, check
from ..engine.vegetation import AUTO as AUTO_INDEX
from ..engine.vegetation import DEFAULT_LOSS, NONE, BandSource, choose_index
from . import preexisting_parameters as p
from .base import LayerAlgorithm
from .destinations import Destination, destination, place_all
from .evidence_fields import FIELDS, field_number, read_features, result_fields, slope_field
from .model_choice import AUTO, ModelChoice, choose_model
from .places import check_places
from .preexisting_evidence import Images, Polygons, gather
from .rasters import Raster, as_raster, raster_layer
from .sinks import PolygonSink
from .styling import LANDSLIDES, LayerStyle, Stack, load_when_done

EVIDENCE_SHARE = 95.0
"""Per cent of the progress bar after which the layers are written."""


@dataclass(frozen=True)
class Inputs:
    """What a run works on, found in the thread that the layers live in.

    Attributes:
        images: what is looked at.
        rules: what follows from it.
        image_layer: id of the layer that the results are put above; empty for none.
        kept: where the landslides go that are kept.
        removed: where the others go; nothing leaves them out.
    """

    images: Images
    rules: Rules
    image_layer: str
    kept: Destination
    removed: Destination | None


class RemovePreexisting(LayerAlgorithm):
    """Remove or flag landslides that were there before the event."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "removepreexisting"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Remove pre-existing landslides")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Takes out landslides that an image before the event already shows, and what is too flat.")

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
        for parameter in p.preexisting_parameters(self.tr):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(p.KEPT, self.tr("Landslides kept")))
        self.addOutput(QgsProcessingOutputNumber(p.REMOVED, self.tr("Landslides from before")))
        self.addOutput(QgsProcessingOutputNumber(p.UNJUDGED, self.tr("Landslides not judged")))
        self.addOutput(QgsProcessingOutputNumber(p.KEPT_AREA_M2, self.tr("Area kept (m²)")))
        self.addOutput(QgsProcessingOutputNumber(p.REMOVED_AREA_M2, self.tr("Area from before (m²)")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values, with layers instead of /vsi paths and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        source = self.parameterAsSource(parameters, p.INPUT, context)
        if source is None:
            return parameters  # QGIS says so
        kind = QgsWkbTypes.displayString(source.wkbType())
        if "Polygon" not in kind and "Surface" not in kind:
            raise ScarpError(f'The layer "{source.sourceName()}" holds {kind}; choose a layer of polygons.')
        inputs = self.find_inputs(parameters, context, Quiet())
        if inputs.images.model is not None:
            import_runtime()
        names = (p.PRE_IMAGE, p.POST_IMAGE, p.PRE_PROBABILITY, p.DEM)
        rasters = {name: self._layer(parameters, name, context) for name in names}
        return {**parameters, **{name: layer for name, layer in rasters.items() if layer is not None}}

    def _layer(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> QgsRasterLayer | None:
        return raster_layer(self.parameterDefinition(name), parameters, context)

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """See ``LayerAlgorithm``."""
        layers = {name: self._layer(parameters, name, context) for name in
                  (p.PRE_IMAGE, p.POST_IMAGE, p.PRE_PROBABILITY, p.DEM)}  # fmt: skip
        rasters = {name: as_raster(layer, progress) if layer else None for name, layer in layers.items()}
        before, after = rasters[p.PRE_IMAGE], rasters[p.POST_IMAGE]
        probability, dem = rasters[p.PRE_PROBABILITY], rasters[p.DEM]
        model = self._model(parameters, context, before, probability, progress)
        threshold = self.optional_number(parameters, p.PRE_THRESHOLD, context)
        if threshold is None:
            threshold = model.contract.threshold if model is not None else 0.5
        bands_before = self._bands(parameters, p.PRE_BANDS, context)
        bands_after = self._bands(parameters, p.POST_BANDS, context)
        images = Images(
            before=BandSource(before.source, bands_before) if before else None,
            after=BandSource(after.source, bands_after) if after else None,
            probability=probability.source if probability else None,
            model=model if probability is None else None,
            index=NONE,
            dem=dem.source if dem else None,
            align=self.parameterAsBool(parameters, p.ALIGN, context),
            device=self.parameterAsString(parameters, p.DEVICE, context),
            threads=self.parameterAsInt(parameters, p.THREADS, context),
        )
        source = self.parameterAsSource(parameters, p.INPUT, context)
        has_slope = images.dem is not None or (source is not None and slope_field(source) is not None)
        min_slope_deg = self.parameterAsDouble(parameters, p.MIN_SLOPE, context)
        has_others = model is not None or probability is not None or (has_slope and min_slope_deg > 0)
        asked = self.parameterAsString(parameters, p.INDEX, context)
        images = images.with_index(_index(asked, images, has_others, progress))
        if not has_others and images.index == NONE:
            raise ScarpError(
                "Nothing says which landslides were there before. Give an image before the event and a model, images "
                "before and after it, its probability, or an elevation model and a smallest slope."
            )
        if model is None and probability is None and images.index == NONE:
            progress.pushWarning(
                "Only the slope is looked at. Give an image before the event, too, to find what was there before."
            )
        loss = self.optional_number(parameters, p.INDEX_LOSS, context)
        rules = Rules(
            threshold=threshold,
            share=self.parameterAsDouble(parameters, p.SHARE, context) / 100.0,
            index_loss=DEFAULT_LOSS.get(images.index, 0.0) if loss is None else loss,
            min_slope_deg=min_slope_deg,
            is_all_needed=self.parameterAsString(parameters, p.RULE, context) == p.ALL,
        )
        kept = destination(self.parameterDefinition(p.OUTPUT), parameters, context)
        removed = destination(self.parameterDefinition(p.PREEXISTING), parameters, context)
        if kept is None:
            raise ScarpError("It is not said where the landslides are to go; choose a file or a temporary layer.")
        wanted = {"layer of new landslides": (kept, ()), "layer of landslides from before": (removed, ())}
        check_places(self, wanted, parameters, context, p.INPUT)
        layer = layers[p.POST_IMAGE] or layers[p.PRE_IMAGE]
        return Inputs(images, rules, layer.id() if layer else "", kept, removed)

    def _model(
        self, parameters: dict[str, Any], context: QgsProcessingContext, before: Raster | None,
        probability: Raster | None, progress: Progress,
    ) -> ModelChoice | None:  # fmt: skip
        """The model to run, or whose threshold to take; nothing where neither is wanted."""
        image = probability or before
        name = self.parameterAsString(parameters, p.MODEL, context)
        file = self.parameterAsFile(parameters, p.MODEL_FILE, context)
        if image is None or (name == p.NO_MODEL and not file and probability is None):
            return None
        if probability is not None and self.optional_number(parameters, p.PRE_THRESHOLD, context) is not None:
            return None
        return choose_model(AUTO if name == p.NO_MODEL else name, file, image.source, progress)

    def _bands(
        self, parameters: dict[str, Any], names: dict[str, str], context: QgsProcessingContext
    ) -> dict[str, int]:
        """Numbers of the bands that are set, by colour."""
        return {
            band: self.parameterAsInt(parameters, name, context)
            for band, name in names.items()
            if parameters.get(name) not in (None, "")
        }

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        source = self.parameterAsSource(parameters, p.INPUT, context)
        remove = self.parameterAsString(parameters, p.ACTION, context) == p.REMOVE
        kinds = result_fields(source)
        sinks = {
            place.output: stack.enter_context(PolygonSink(
                self, parameters, place, context, kinds, source.wkbType(), source.sourceCrs(), feedback
            ))
            for place in (self._inputs.kept, self._inputs.removed) if place is not None
        }  # fmt: skip
        features = read_features(source, feedback)
        known_slope = slope_field(source)
        slopes = [None if known_slope is None else field_number(feature[known_slope]) for feature in features]
        crs = source.sourceCrs()
        polygons = Polygons(
            [bytes(feature.geometry().asWkb()) for feature in features],
            crs.toWkt(type(crs).WktVariant.WKT_PREFERRED) if crs.isValid() else "",
            slopes,
        )
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="scarp-")))
        found = gather(self._inputs.images, polygons, self._inputs.rules, folder, Part(feedback, 0, EVIDENCE_SHARE))
        verdicts = [judge(evidence, self._inputs.rules) for evidence in found]
        measure = QgsDistanceArea()
        measure.setSourceCrs(crs, context.transformContext())
        measure.setEllipsoid(crs.ellipsoidAcronym())
        areas_m2 = [measure.measureArea(feature.geometry()) for feature in features]
        for number, (feature, evidence, verdict) in enumerate(zip(features, found, verdicts), 1):
            check(feedback)
            names = [field.name() for field in feature.fields()]
            known = dict(zip(FIELDS, (*map(_known, astuple(evidence)), _flag(verdict), verdict.reason)))
            values = {**dict(zip(names, feature.attributes())), **known}
            for output, sink in sinks.items():
                if (output == p.OUTPUT and not (remove and verdict.preexisting)) or (
                    output == p.PREEXISTING and verdict.preexisting
                ):
                    sink.add_polygon(feature.geometry(), values)
            feedback.setProgress(EVIDENCE_SHARE + (100.0 - EVIDENCE_SHARE) * number / len(features))
        check(feedback)
        layers = {name: sink.finish() for name, sink in sinks.items()}
        place_all([sink.staged for sink in sinks.values() if sink.staged])
        self._load(context, layers, source.sourceName())
        return {**layers, **_numbers(verdicts, areas_m2, remove, feedback)}

    def _load(self, context: QgsProcessingContext, layers: dict[str, str], name: str) -> None:
        """Have the layers put on the canvas, if the analyst asked for it."""
        stack = Stack(self._inputs.image_layer)
        places = ((self._inputs.removed, self.tr("{name} – from before")), (self._inputs.kept, self.tr("{name} – new")))
        for number, (place, title) in enumerate(places):
            if place is not None:
                style = LayerStyle(LANDSLIDES, stack, number)
                load_when_done(context, layers[place.output], place, title.format(name=name), style)


def _index(asked: str, images: Images, has_others: bool, progress: Progress) -> str:
    """The vegetation index that is compared; "none" where there is no need and no way.

    Raises:
        ScarpError: if it was asked for, or nothing else is there, and it cannot be.
    """
    if asked == NONE:
        return NONE
    if images.before is None or images.after is None:
        if asked != AUTO_INDEX:
            raise ScarpError(
                f"The vegetation index {asked} is compared between images before and after the event; choose both, or "
                "set the index to none."
            )
        if images.before is not None or images.after is not None:
            progress.pushInfo("The vegetation index is not looked at, since that takes images before and after.")
        return NONE
    try:
        return choose_index(asked, images.before, images.after)
    except ScarpError as error:
        if asked != AUTO_INDEX or not has_others:
            raise
        progress.pushWarning(f"The vegetation index is not looked at. {error}")
        return NONE


def _known(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else value


def _flag(verdict: Verdict) -> int | None:
    return None if verdict.preexisting is None else int(verdict.preexisting)


def _numbers(verdicts: list[Verdict], areas_m2: list[float], remove: bool, progress: Progress) -> dict[str, float]:
    """The results that are numbers, said in the log too."""
    removed = [bool(verdict.preexisting) for verdict in verdicts]
    unjudged = sum(verdict.preexisting is None for verdict in verdicts)
    removed_m2 = sum(area for area, is_removed in zip(areas_m2, removed) if is_removed)
    kept_m2 = sum(areas_m2) - removed_m2
    done = "taken out" if remove else "flagged"
    progress.pushInfo(
        f"{len(removed) - sum(removed)} landslides kept ({kept_m2:,.0f} m²), {sum(removed)} {done} "
        f"({removed_m2:,.0f} m²)."
    )
    if unjudged:
        progress.pushWarning(
            f"{unjudged} landslides cannot be judged, since more than half of each is nodata; they are kept."
        )
    return {
        p.KEPT: len(removed) - sum(removed), p.REMOVED: sum(removed), p.UNJUDGED: unjudged,
        p.KEPT_AREA_M2: kept_m2, p.REMOVED_AREA_M2: removed_m2,
    }  # fmt: skip
