"""Layers that hold landslides, be they polygons or a raster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.polygons_on_grid import PolygonSource
from ..engine.progress import Progress
from .areas import check_source
from .rasters import Raster, as_raster, raster_layer


@dataclass(frozen=True)
class LandslideLayer:
    """A layer of landslides, found in the thread that it lives in.

    Attributes:
        raster: nothing where it is polygons.
        name: of the layer.
        layer: id of it.
        crs: of it; may be invalid.
    """

    raster: Raster | None
    name: str
    layer: str
    crs: QgsCoordinateReferenceSystem


def map_layer(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> QgsRasterLayer | QgsVectorLayer:
    """The layer of a parameter that takes polygons as well as a raster.

    Raises:
        ScarpError: if it is neither, or cannot be opened.
    """
    parameter, value = algorithm.parameterDefinition(name), parameters.get(name)
    layer, what = algorithm.parameterAsLayer(parameters, name, context), parameter.description().lower()
    if isinstance(layer, QgsVectorLayer):
        return layer
    if layer is None and isinstance(value, str):
        dataset, reason = attempt(gdal.OpenEx, value, gdal.OF_VERBOSE_ERROR)
        if dataset is None:
            raise ScarpError(
                f"The layer {value} cannot be opened: {reason or 'it is not known'}. Choose polygons or a raster as "
                f"the {what}."
            )
    found = raster_layer(parameter, parameters, context) if layer is None or isinstance(layer, QgsRasterLayer) else None
    if found is None:
        raise ScarpError(f"The {what} is neither a layer of polygons nor a raster; choose one of them.")
    return found


def landslide_layer(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext,
    progress: Progress, other_crs: QgsCoordinateReferenceSystem | None = None,
) -> LandslideLayer:  # fmt: skip
    """The landslides of a parameter that takes polygons as well as a raster.

    Args:
        algorithm: whose parameter it is.
        name: of the parameter.
        parameters: of the run.
        context: of the run.
        progress: is told how a raster is read.
        other_crs: of what polygons are compared with, where they must have one if that has.

    Raises:
        ScarpError: if it is neither, or cannot be opened.
    """
    layer = map_layer(algorithm, name, parameters, context)
    if isinstance(layer, QgsVectorLayer):
        what = algorithm.parameterDefinition(name).description().lower()
        check_source(layer, other_crs or QgsCoordinateReferenceSystem(), what)
        return LandslideLayer(None, layer.name(), layer.id(), layer.crs())
    raster = as_raster(layer, progress)
    return LandslideLayer(raster, raster.name, layer.id(), raster.crs)


def polygon_source(
    algorithm: QgsProcessingAlgorithm, name: str, parameters: dict[str, Any], context: QgsProcessingContext
) -> PolygonSource:
    """The polygons of a parameter.

    Raises:
        ScarpError: if they cannot be read.
    """
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        what = algorithm.parameterDefinition(name).description().lower()
        raise ScarpError(f"The polygons of the {what} cannot be read; choose another layer.")
    return PolygonSource(lambda: _wkbs(source), wkt_of(source.sourceCrs()), source.sourceName())


def _wkbs(source: QgsProcessingFeatureSource) -> Iterator[bytes]:
    """The geometries of a layer; those that cross themselves are repaired later."""
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        if feature.hasGeometry():
            yield bytes(feature.geometry().asWkb())


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """A CRS as well-known text; empty where there is none."""
    text: str = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else ""
    return text
