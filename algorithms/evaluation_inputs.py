"""What an evaluation works on: the two sides, and the pixels that they are compared on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext

from ..engine.area import Area, AreaMissed
from ..engine.errors import ScarpError
from ..engine.evaluation_grid import EvaluationGrid, bounds_in, fitting_resolution_m, no_crs
from ..engine.polygons_on_grid import PolygonSource, extent_and_areas
from ..engine.progress import Progress
from ..engine.reference import check_extraction, check_reference
from ..engine.scene import open_raster
from . import evaluation_parameters as p
from .areas import AreaPolygons, area_polygons
from .base import LayerAlgorithm
from .destinations import Destination, destination
from .landslide_layers import LandslideLayer, landslide_layer, wkt_of
from .places import GEOTIFF, HTML, JSON, check_places
from .rasters import Raster, as_raster, raster_layer

WHAT = {p.ERROR_MAP: "error map", p.REPORT: "report", p.JSON: "file of numbers"}
ENDINGS = {p.ERROR_MAP: GEOTIFF, p.REPORT: HTML, p.JSON: JSON}


@dataclass(frozen=True)
class Inputs:
    """What a run works on, found in the thread that the layers live in.

    Attributes:
        extraction: as said.
        reference: likewise.
        image: nothing where there is none.
        below: id of the layer that results lie above.
        places: of the results that are wanted, by parameter.
    """

    extraction: LandslideLayer
    reference: LandslideLayer
    image: Raster | None
    below: str
    places: dict[str, Destination]


class EvaluationAlgorithm(LayerAlgorithm):
    """An algorithm that compares an extraction with a reference."""

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """What the run works on.

        Raises:
            ScarpError: if something cannot be found, read or written.
        """
        extraction, reference = (
            landslide_layer(self, name, parameters, context, progress) for name in (p.EXTRACTION, p.REFERENCE)
        )
        image_layer = raster_layer(self.parameterDefinition(p.IMAGE), parameters, context)
        image = as_raster(image_layer, progress) if image_layer is not None else None
        for layer in (extraction, reference, image):
            if layer is not None and not layer.crs.isValid():
                raise no_crs(layer.name)
        if extraction.raster is not None:
            check_extraction(extraction.raster.source, extraction.name)
        if reference.raster is not None:
            check_reference(reference.raster.source, reference.name)
        places = {}
        for name in (p.ERROR_MAP, p.ERROR_POLYGONS, p.REPORT, p.JSON):
            place = destination(self.parameterDefinition(name), parameters, context)
            if place is not None:
                places[name] = place
        wanted = {WHAT.get(name, "layer of errors"): (place, ENDINGS.get(name, ())) for name, place in places.items()}
        check_places(self, wanted, parameters, context)
        below = image_layer.id() if image_layer is not None else (extraction.layer if extraction.raster else "")
        return Inputs(extraction, reference, image, below, places)

    def grid(
        self, inputs: Inputs, parameters: dict[str, Any], context: QgsProcessingContext,
        sources: dict[str, PolygonSource], progress: Progress,
    ) -> tuple[EvaluationGrid, QgsCoordinateReferenceSystem, Area | None]:  # fmt: skip
        """The pixels to compare on, their CRS, and the area on them.

        Raises:
            ScarpError: if there is nothing to lay them over, or the area misses them.
            Cancelled: if asked to stop.
        """
        resolution_m = self.optional_number(parameters, p.RESOLUTION, context)
        own = inputs.extraction.raster or inputs.reference.raster
        if own is not None and resolution_m is not None:
            progress.pushWarning(f'The resolution is not used: the pixels are those of the layer "{own.name}".')
        if own is None and resolution_m is None:
            own = inputs.image
        crs = own.crs if own else inputs.extraction.crs
        area = self._area(parameters, context, crs, progress)
        around = None if area is None else bounds_in(wkt_of(crs), area.polygons, area.crs_wkt or wkt_of(crs), "area")
        if own is not None:
            grid = EvaluationGrid.of_raster(open_raster(own.source), own.name)
            whose = f'those of the layer "{own.name}"'
            grid = grid.cropped(around) if around else grid
        else:
            grid, whose = _chosen_grid(inputs.image, crs, around, resolution_m, list(sources.values()), progress)
        progress.pushInfo(f"Pixels: {grid.width} x {grid.height}, {whose}.")
        if area is None:
            return grid, crs, None
        try:
            size = grid.width, grid.height
            found = Area(
                area.polygons, area.crs_wkt or grid.crs_wkt, grid.crs_wkt, tuple(grid.geotransform), size, "area"
            )
        except AreaMissed as error:
            raise ScarpError("The area does not touch the layers; move it, or check its coordinate system.") from error
        return grid, crs, found

    def _area(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: QgsCoordinateReferenceSystem,
        progress: Progress,
    ) -> AreaPolygons | None:  # fmt: skip
        extent = None
        if parameters.get(p.EXTENT) not in (None, ""):
            extent = self.parameterAsExtentGeometry(parameters, p.EXTENT, context, crs)
        source = self.parameterAsSource(parameters, p.AREA, context)
        return area_polygons(source, extent, crs, context, progress)


def _chosen_grid(
    image: Raster | None, crs: QgsCoordinateReferenceSystem, around: tuple[float, float, float, float] | None,
    resolution_m: float | None, sources: list[PolygonSource], progress: Progress,
) -> tuple[EvaluationGrid, str]:  # fmt: skip
    """Pixels for polygons, and why these."""
    wkt = wkt_of(crs)
    bounds, areas_m2 = extent_and_areas(sources, wkt, progress)
    if bounds is None:
        raise ScarpError("Neither the extraction nor the reference has a polygon, so there is nothing to compare.")
    if image is not None:
        own = EvaluationGrid.of_raster(open_raster(image.source), image.name)
        bounds = bounds_in(wkt, [own.outline_wkb()], own.crs_wkt, "image")
    elif around is None:
        progress.pushWarning(
            "There is no area and no image, so what is compared is the rectangle around both layers; overall "
            "accuracy and mean IoU depend on how large it is."
        )
    why = "as asked for"
    if resolution_m is None:
        resolution_m, why = fitting_resolution_m(areas_m2, around or bounds, wkt)
    return EvaluationGrid.over(around or bounds, wkt, resolution_m), f"of {resolution_m:g} m, {why}"
