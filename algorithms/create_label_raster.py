"""From ROIs on an image to labels for training."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsVectorLayer,
)

from ..engine.contract import LANDSLIDE
from ..engine.errors import ScarpError
from ..engine.label_raster import BACKGROUND, UNLABELLED_NAME, RoiPolygons, rasterize_labels
from ..engine.labelled_image import write_label_raster
from ..engine.progress import Part, Progress
from ..engine.scene import crs_of, ground_resolution_m, open_raster
from . import label_raster_parameters as p
from .base import LayerAlgorithm
from .class_raster_style import put_class_style_beside
from .destinations import Destination, destination, place_all
from .places import GEOTIFF, check_places, staged
from .rasters import Raster, as_raster, raster_layer
from .rois import check_rois, names_in, ordered_classes, roi_polygons
from .styling import LayerStyle, Stack, load_when_done

FEW_POLYGONS, FEW_PIXELS = 5, 500
"""Below these, a model learns the few landslides by heart."""


@dataclass(frozen=True)
class Inputs:
    """What a run works on, found in the thread that the layers live in.

    Attributes:
        image: that the ROIs lie on.
        image_layer: id of its layer.
        bands: of it; empty takes all.
        rois: by layer.
        classes: 1 ... K by name.
        rest: what no ROI covers.
        label_raster: nothing leaves it out.
        labels: nothing leaves them out.
    """

    image: Raster
    image_layer: str
    bands: list[int]
    rois: list[RoiPolygons]
    classes: list[str]
    rest: str
    label_raster: Destination | None
    labels: Destination | None


class CreateLabelRaster(LayerAlgorithm):
    """Make a label raster from ROIs."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "createlabelraster"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Create label raster")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Turns polygons drawn on an image (ROIs) into labels to train a model on.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        words = self.tr(
            "landslide,label,labels,mask,roi,region of interest,training,samples,rasterize,ground truth,reference"
        )
        return words.split(",")

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return p.about(self.tr)

    def results(self) -> dict[str, str]:
        """Return what the numbers say."""
        return p.numbers(self.tr)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in p.label_raster_parameters(self.tr):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(p.LANDSLIDE_PIXELS, self.tr("Landslide pixels")))
        self.addOutput(QgsProcessingOutputString(p.CLASS_PIXELS, self.tr("Pixels of each class")))
        self.addOutput(QgsProcessingOutputNumber(p.BACKGROUND_PIXELS, self.tr("Background pixels")))
        self.addOutput(QgsProcessingOutputNumber(p.UNLABELLED_PIXELS, self.tr("Unlabelled pixels")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values, with the image's layer instead of a /vsi path and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        if parameters.get(p.INPUT) is None or not parameters.get(p.ROIS):
            return parameters  # QGIS says so
        layer = raster_layer(self.parameterDefinition(p.INPUT), parameters, context)
        if layer is None:
            return parameters
        self._rois_checked(parameters, context, layer.crs())
        count = layer.bandCount()
        for number in self.parameterAsInts(parameters, p.BANDS, context):
            if not 1 <= number <= count:
                raise ScarpError(f'The layer "{layer.name()}" has {count} bands, so there is no band {number}.')
        self._places(parameters, context)
        return {**parameters, p.INPUT: layer}

    def _rois_checked(
        self, parameters: dict[str, Any], context: QgsProcessingContext, image_crs: Any
    ) -> list[QgsVectorLayer]:
        """Layers that can hold ROIs.

        Raises:
            ScarpError: if one cannot.
        """
        layers: list[QgsMapLayer] = self.parameterAsLayerList(parameters, p.ROIS, context)
        vectors = [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
        check_rois(vectors, self.parameterAsString(parameters, p.CLASS_FIELD, context), image_crs)
        return vectors

    def _places(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[Destination | None, Destination | None]:
        """Where the label raster and the labels go.

        Raises:
            ScarpError: if neither is wanted, or one cannot be written or would replace what is read or the other.
        """
        places = [destination(self.parameterDefinition(name), parameters, context)
                  for name in (p.LABEL_RASTER, p.LABELS)]  # fmt: skip
        if places == [None, None]:
            raise ScarpError("Neither the labels nor the label raster is asked for; choose where one of them goes.")
        wanted = {"label raster": (places[0], GEOTIFF), "raster of labels": (places[1], GEOTIFF)}
        check_places(self, wanted, parameters, context)
        return places[0], places[1]

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """See ``LayerAlgorithm``."""
        layer = raster_layer(self.parameterDefinition(p.INPUT), parameters, context)
        if layer is None:
            raise ScarpError("No image is chosen; choose a raster layer.")
        image = as_raster(layer, progress)
        rois, found = roi_polygons(
            self._rois_checked(parameters, context, image.crs),
            self.parameterAsString(parameters, p.CLASS_FIELD, context),
            names_in(self.parameterAsString(parameters, p.BACKGROUND, context)), progress, image.crs,
        )  # fmt: skip
        has_background = any(name == BACKGROUND for layer in rois for _, name in layer.polygons)
        rest = self.parameterAsString(parameters, p.REST, context)
        if rest == p.AUTO:
            rest = UNLABELLED_NAME if has_background else BACKGROUND
        progress.pushInfo(f"What no ROI covers is {rest}.")
        classes = ordered_classes(found, names_in(self.parameterAsString(parameters, p.CLASSES, context)))
        places = self._places(parameters, context)
        bands = self.parameterAsInts(parameters, p.BANDS, context)
        return Inputs(image, layer.id(), bands, rois, classes, rest, *places)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        inputs = self._inputs
        labels = staged(inputs.labels, "raster of labels", stack)
        raster = staged(inputs.label_raster, "label raster", stack)
        path = labels.path if labels else Path(stack.enter_context(TemporaryDirectory(prefix="scarp-"))) / "labels.tif"
        pixels = rasterize_labels(
            inputs.image.source, inputs.rois, inputs.classes, inputs.rest, path,
            Part(feedback, 0.0, 50.0 if raster else 100.0), inputs.bands,
        )  # fmt: skip
        if raster:
            write_label_raster(inputs.image.source, str(path), raster.path, Part(feedback, 50.0, 100.0), inputs.bands)
        style = put_class_style_beside(labels.path, labels.target, inputs.classes) if labels else None
        _report(pixels, inputs, feedback)
        place_all([file for file in (labels, raster) if file])
        self._load(context, style)
        results = {
            p.LANDSLIDE_PIXELS: pixels[LANDSLIDE],
            p.CLASS_PIXELS: json.dumps({name: pixels[name] for name in inputs.classes}, ensure_ascii=False),
            p.BACKGROUND_PIXELS: pixels[BACKGROUND],
            p.UNLABELLED_PIXELS: pixels[UNLABELLED_NAME],
        }
        written = {p.LABELS: labels, p.LABEL_RASTER: raster}
        return {**{name: str(file.target) for name, file in written.items() if file}, **results}

    def _load(self, context: QgsProcessingContext, style: Path | None) -> None:
        """Have the layers put on the canvas, if the analyst asked for it."""
        inputs, stack = self._inputs, Stack(self._inputs.image_layer)
        if inputs.label_raster:
            name = self.tr("{scene} – label raster").format(scene=inputs.image.name)
            load_when_done(context, inputs.label_raster.where, inputs.label_raster, name, LayerStyle(None, stack, 0))
        if inputs.labels:
            name = self.tr("{scene} – labels").format(scene=inputs.image.name)
            load_when_done(context, inputs.labels.where, inputs.labels, name, LayerStyle(style, stack, 1))


def _report(pixels: dict[str, int], inputs: Inputs, progress: Progress) -> None:
    """Say what was labelled, and whether it is enough."""
    source = open_raster(inputs.image.source)
    pixel_m2 = ground_resolution_m(source) ** 2 if crs_of(source) else None
    for value, name in [*enumerate((BACKGROUND, *inputs.classes)), (255, UNLABELLED_NAME)]:
        area = f", {pixels[name] * pixel_m2:,.0f} m²" if pixel_m2 else ""
        progress.pushInfo(f"{value} {name}: {pixels[name]} pixels{area}.")
    polygons = sum(name == LANDSLIDE for layer in inputs.rois for _, name in layer.polygons)
    if polygons < FEW_POLYGONS or pixels[LANDSLIDE] < FEW_PIXELS:
        progress.pushWarning(
            f"There are {polygons} ROIs of landslide with {pixels[LANDSLIDE]} pixels, which is little to learn from: "
            f"draw {FEW_POLYGONS} or more with {FEW_PIXELS} pixels or more, on landslides that look different."
        )
    if not pixels[BACKGROUND]:
        progress.pushWarning(
            "There is no background, so a model would learn to see landslides everywhere: draw ROIs of background, or "
            "have background where no ROI is."
        )
