"""What algorithms that start from a probability raster have in common."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterLayer,
)

from ..engine.area import Area
from ..engine.clip import clip
from ..engine.errors import ScarpError
from ..engine.evaluation_grid import EvaluationGrid
from ..engine.origin import Origin, read_origin
from ..engine.polygons_on_grid import PolygonsOnGrid
from ..engine.probability_raster import ProbabilityRaster
from ..engine.progress import Progress
from ..engine.reference import Landslides, ReferenceRaster, check_reference
from . import extraction_parameters as p
from .areas import area_polygons, check_source
from .base import LayerAlgorithm
from .extraction_parameters import Translate
from .landslide_layers import LandslideLayer, landslide_layer, map_layer, polygon_source
from .rasters import Raster, as_raster, raster_layer

INPUT = p.INPUT
REFERENCE = "REFERENCE"


def input_parameters(tr: Translate, why: str) -> list[QgsProcessingParameterDefinition]:
    """The probability raster, the reference, and the area to work in.

    Args:
        tr: translates.
        why: what the reference serves for, translated.
    """
    types = [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster]
    probability = QgsProcessingParameterRasterLayer(INPUT, tr("Landslide probability"))
    probability.setHelp(
        tr("A probability raster that Scarp wrote: 0 to 1, stored as 0 to 100 per cent, nodata 255. No model is run.")
    )
    reference = QgsProcessingParameterMapLayer(REFERENCE, tr("Reference"), optional=True, types=types)
    reference.setHelp(
        why + " " + tr(
            "Polygons of all landslides in any coordinate system: what lies outside them is no landslide. Or a label "
            "raster on any grid: 1 is landslide, 0 is not, 255 and nodata are unlabelled and left out."
        )
    )  # fmt: skip
    (area,) = (each for each in p.extraction_parameters(tr) if each.name() == p.AREA)
    area.setHelp(tr("Polygons to work in. What lies outside them is left out, as if it were nodata."))
    return [probability, reference, area]


@dataclass(frozen=True)
class ProbabilityInputs:
    """What a run starts from, found in the thread that the layers live in.

    Attributes:
        probability: the raster.
        layer: id of its layer.
        origin: that the raster states.
        reference: nothing where there is none.
    """

    probability: Raster
    layer: str
    origin: Origin
    reference: LandslideLayer | None

    @property
    def source(self) -> str:
        """File name of the image, or of the probability raster where that does not state it."""
        return self.origin.source or Path(self.probability.file).name


class ProbabilityAlgorithm(LayerAlgorithm):
    """An algorithm that starts from a probability raster."""

    def find_probability(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress
    ) -> ProbabilityInputs:
        """Find the layers, and see that they are what they are taken for.

        Raises:
            ScarpError: if not.
        """
        layer = raster_layer(self.parameterDefinition(INPUT), parameters, context)
        if layer is None:
            raise ScarpError("No probability raster is chosen; choose the one that Extract landslides wrote.")
        probability = as_raster(layer, progress)
        ProbabilityRaster(probability.source)
        area = self.parameterAsSource(parameters, p.AREA, context)
        if area is not None:
            check_source(area, probability.crs)
        reference = None
        if parameters.get(REFERENCE) not in (None, ""):
            reference = landslide_layer(self, REFERENCE, parameters, context, progress, probability.crs)
            if reference.raster is not None:
                check_reference(reference.raster.source, reference.name)
        origin = read_origin(probability.source)
        if origin.score is not None:
            progress.pushInfo(
                "The probability is of a model of instances; landslides that touch count as one here, since the raster "
                "does not tell them apart."
            )
        return ProbabilityInputs(probability, layer.id(), origin, reference)

    def layers_for_check(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """The values with layers instead of /vsi paths and the like, which QGIS's own check refuses."""
        seen = {**parameters, INPUT: raster_layer(self.parameterDefinition(INPUT), parameters, context)}
        if parameters.get(REFERENCE) not in (None, ""):
            seen[REFERENCE] = map_layer(self, REFERENCE, parameters, context)
        return seen

    def raster_in_area(
        self, inputs: ProbabilityInputs, parameters: dict[str, Any], context: QgsProcessingContext, stack: ExitStack,
        progress: Progress,
    ) -> str:  # fmt: skip
        """What GDAL is to open: the raster itself, or a temporary copy that is nodata outside the area.

        Raises:
            ScarpError: if the area misses the raster, or the copy cannot be written.
            Cancelled: if so.
        """
        source = self.parameterAsSource(parameters, p.AREA, context)
        polygons = area_polygons(source, None, inputs.probability.crs, context, progress)
        if polygons is None:
            return inputs.probability.source
        raster = ProbabilityRaster(inputs.probability.source)
        copy = Path(stack.enter_context(TemporaryDirectory(prefix="scarp-"))) / "probability.tif"
        area = Area(
            polygons.polygons, polygons.crs_wkt or "", raster.crs_wkt, tuple(raster.geotransform),
            (raster.width, raster.height), "area",
        )  # fmt: skip
        clip(raster, area, copy, progress)
        return str(copy)

    def reference(
        self, inputs: ProbabilityInputs, parameters: dict[str, Any], context: QgsProcessingContext,
        raster: ProbabilityRaster, stack: ExitStack, progress: Progress,
    ) -> Landslides | None:  # fmt: skip
        """The reference on the raster's grid; nothing where there is none.

        Raises:
            ScarpError: if it has no polygon there, or cannot be read.
            Cancelled: if so.
        """
        reference, grid = inputs.reference, EvaluationGrid.of_probability(raster)
        if reference is None:
            return None
        if reference.raster is not None:
            return ReferenceRaster(reference.raster.source, grid, reference.name, progress)
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="scarp-")))
        source = polygon_source(self, REFERENCE, parameters, context)
        polygons = PolygonsOnGrid.of_source(source, grid, folder, progress)
        stack.callback(polygons.close)
        if not len(polygons):
            raise ScarpError(
                f'The reference "{reference.name}" has no polygon on the probability raster. Choose another, or check '
                "the coordinate reference systems of both."
            )
        return polygons
