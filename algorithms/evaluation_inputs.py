"""What an evaluation works on: the two sides, and the pixels that they are compared on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..engine.area import Area, AreaMissed
from ..engine.errors import ScarpError
from ..engine.evaluation_grid import EvaluationGrid, bounds_in, fitting_resolution_m, no_crs
from ..engine.polygons_on_grid import PolygonSource, extent_and_areas
from ..engine.progress import Progress
from ..engine.scene import open_raster
from . import evaluation_parameters as p
from .areas import AreaPolygons, area_polygons, check_source
from .base import ScarpAlgorithm
from .destinations import Destination, check_folder, destination
from .rasters import Raster, as_raster, raster_layer
from .sinks import vector_file

WHAT = {p.ERROR_MAP: "error map", p.REPORT: "report", p.JSON: "file of numbers"}
ENDINGS = {p.ERROR_MAP: (".tif", ".tiff"), p.REPORT: (".html", ".htm"), p.JSON: (".json",)}


@dataclass(frozen=True)
class Side:
    """The extraction or the reference.

    Attributes:
        raster: nothing where it is polygons.
        name: of the layer.
        layer: id of it.
        crs: of it; valid.
    """

    raster: Raster | None
    name: str
    layer: str
    crs: QgsCoordinateReferenceSystem


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

    extraction: Side
    reference: Side
    image: Raster | None
    below: str
    places: dict[str, Destination]


class EvaluationAlgorithm(ScarpAlgorithm):
    """An algorithm that compares an extraction with a reference."""

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """What the run works on.

        Raises:
            ScarpError: if something cannot be found, read or written.
        """
        extraction = self._side(parameters, p.EXTRACTION, context, progress)
        reference = self._side(parameters, p.REFERENCE, context, progress)
        image_layer = raster_layer(self.parameterDefinition(p.IMAGE), parameters, context)
        image = as_raster(image_layer, progress) if image_layer is not None else None
        if image is not None and not image.crs.isValid():
            raise no_crs(image.name)
        places = {}
        for name in (p.ERROR_MAP, p.ERROR_POLYGONS, p.REPORT, p.JSON):
            place = destination(self.parameterDefinition(name), parameters, context)
            if place is not None:
                places[name] = place
        _check_places(places, [each for each in (extraction.raster, reference.raster, image) if each is not None])
        below = image_layer.id() if image_layer is not None else (extraction.layer if extraction.raster else "")
        return Inputs(extraction, reference, image, below, places)

    def input_layer(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsRasterLayer | QgsVectorLayer:
        """The layer of a parameter.

        Raises:
            ScarpError: if it is neither polygons nor a raster.
        """
        layer = self.parameterAsLayer(parameters, name, context) if name != p.IMAGE else None
        if isinstance(layer, QgsVectorLayer):
            return layer
        found = raster_layer(self.parameterDefinition(name), parameters, context)
        if found is None:
            what = self.parameterDefinition(name).description()
            raise ScarpError(f'The layer of "{what}" is neither polygons nor a raster; choose one of them.')
        return found

    def _side(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, progress: Progress
    ) -> Side:
        layer = self.input_layer(parameters, name, context)
        if isinstance(layer, QgsVectorLayer):
            check_source(layer, QgsCoordinateReferenceSystem(), name.lower())
            side = Side(None, layer.name(), layer.id(), layer.crs())
        else:
            raster = as_raster(layer, progress)
            side = Side(raster, raster.name, layer.id(), raster.crs)
        if not side.crs.isValid():
            raise no_crs(side.name)
        return side

    def resolution_m(self, parameters: dict[str, Any], context: QgsProcessingContext) -> float | None:
        """Return the resolution asked for, nothing where it is left empty."""
        if parameters.get(p.RESOLUTION) in (None, ""):
            return None
        return float(self.parameterAsDouble(parameters, p.RESOLUTION, context))

    def polygons(
        self, parameters: dict[str, Any], name: str, side: Side, context: QgsProcessingContext
    ) -> PolygonSource:
        """The polygons of a side.

        Raises:
            ScarpError: if they cannot be read.
        """
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise ScarpError(f'The layer "{side.name}" cannot be read; choose another.')
        return PolygonSource(lambda: _wkbs(source), _wkt(side.crs), side.name)

    def grid(
        self, inputs: Inputs, parameters: dict[str, Any], context: QgsProcessingContext,
        sources: dict[str, PolygonSource], progress: Progress,
    ) -> tuple[EvaluationGrid, QgsCoordinateReferenceSystem, Area | None]:  # fmt: skip
        """The pixels to compare on, their CRS, and the area on them.

        Raises:
            ScarpError: if there is nothing to lay them over, or the area misses them.
            Cancelled: if asked to stop.
        """
        resolution_m = self.resolution_m(parameters, context)
        own = inputs.extraction.raster or inputs.reference.raster
        if own is not None and resolution_m is not None:
            progress.pushWarning(f'The resolution is not used: the pixels are those of the layer "{own.name}".')
        if own is None and resolution_m is None:
            own = inputs.image
        crs = own.crs if own else inputs.extraction.crs
        area = self._area(parameters, context, crs, progress)
        around = None if area is None else bounds_in(_wkt(crs), area.polygons, area.crs_wkt or _wkt(crs), "area")
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
    wkt = _wkt(crs)
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


def _wkbs(source: QgsProcessingFeatureSource) -> Iterator[bytes]:
    """The geometries of a layer; those that cross themselves are repaired later."""
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        if feature.hasGeometry():
            yield bytes(feature.geometry().asWkb())


def _wkt(crs: QgsCoordinateReferenceSystem) -> str:
    text: str = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return text


def _check_places(places: dict[str, Destination], rasters: list[Raster]) -> None:
    """See that the results can be written, and spoil nothing.

    Raises:
        ScarpError: if not.
    """
    for name, place in places.items():
        if name == p.ERROR_POLYGONS:
            if place.file is not None:
                check_folder(vector_file(place.file), "layer of errors")
            continue
        file = Path(place.where)
        if file.suffix.lower() not in ENDINGS[name]:
            raise ScarpError(f"The {WHAT[name]} is written to {file}; give it the ending {ENDINGS[name][0]}.")
        check_folder(file, WHAT[name])
        for raster in rasters:
            if Path(raster.file).exists() and file.exists() and file.samefile(raster.file):
                raise ScarpError(f"The {WHAT[name]} would replace the layer {raster.name} ({file}); rename it.")
