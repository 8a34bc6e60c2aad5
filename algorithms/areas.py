"""The area asked for: polygons of a layer, an extent, or what both have in common."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..engine.area import Area
from ..engine.errors import ScarpError
from ..engine.progress import Progress
from ..engine.scene import Scene

NAME = "area"


@dataclass(frozen=True)
class AreaPolygons:
    """Polygons, as well-known binary, and their CRS as well-known text; nothing stands for the scene's own."""

    polygons: list[bytes]
    crs_wkt: str | None

    def on(self, scene: Scene) -> Area:
        """The area on a scene's working grid.

        Raises:
            ScarpError: if it is empty, has no CRS, or misses the scene.
        """
        crs_wkt = scene.crs_wkt if self.crs_wkt is None else self.crs_wkt
        return Area(self.polygons, crs_wkt, scene.crs_wkt, scene.geotransform, (scene.width, scene.height), NAME)


def check_source(source: QgsFeatureSource, image_crs: QgsCoordinateReferenceSystem, what: str = "area") -> None:
    """See that a layer can say where something lies on an image.

    Args:
        source: the layer.
        image_crs: may be invalid.
        what: lies there, for messages.

    Raises:
        ScarpError: if it holds no polygons, or it is not known where they lie.
    """
    kind = QgsWkbTypes.displayString(source.wkbType())
    if "Polygon" not in kind and "Surface" not in kind:
        raise ScarpError(f'The layer "{source.sourceName()}" holds {kind}; choose a layer of polygons as the {what}.')
    if image_crs.isValid() and not source.sourceCrs().isValid():
        raise ScarpError(
            f'The layer "{source.sourceName()}" has no coordinate system, so it is not known where the {what} lies; '
            "set one (Layer > Set CRS)."
        )


def area_polygons(
    source: QgsProcessingFeatureSource | None, extent: QgsGeometry | None, image_crs: QgsCoordinateReferenceSystem,
    context: QgsProcessingContext, progress: Progress, parameter: str = "Area",
) -> AreaPolygons | None:  # fmt: skip
    """The area asked for.

    Args:
        source: its features; those selected only, if the analyst wants so.
        extent: in the image's CRS.
        image_crs: may be invalid.
        context: of the run.
        progress: is told what was repaired.
        parameter: whose layer it is, for messages.

    Returns:
        The polygons; nothing where the whole image is meant.

    Raises:
        ScarpError: if there is no polygon, or the layer and the extent have nothing in common.
    """
    if source is None:
        return None if extent is None else AreaPolygons([_wkb(extent)], None)
    crs = source.sourceCrs()
    if extent is not None and crs.isValid() and image_crs.isValid():
        extent = QgsGeometry(extent)
        extent.transform(QgsCoordinateTransform(image_crs, crs, context.transformContext()))
    polygons = _valid_polygons(source, progress)
    if not polygons:
        raise ScarpError(f'The layer "{source.sourceName()}" has no polygon; draw one, or leave {parameter} empty.')
    if extent is not None:
        polygons = [part for part in (polygon.intersection(extent) for polygon in polygons) if not part.isEmpty()]
        if not polygons:
            raise ScarpError(f'The layer "{source.sourceName()}" does not touch the extent; leave one of them empty.')
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else ""
    return AreaPolygons([_wkb(polygon) for polygon in polygons], wkt)


def _valid_polygons(source: QgsProcessingFeatureSource, progress: Progress) -> list[QgsGeometry]:
    """Geometries that are not empty, those that cross themselves repaired."""
    polygons, repaired = [], 0
    # Whatever the analyst has set for invalid geometries, an area can be repaired.
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(QgsFeatureRequest(), flag):
        geometry = feature.geometry()
        if not geometry.isEmpty() and not geometry.isGeosValid():
            geometry = geometry.makeValid()
            repaired += 1
        if not geometry.isEmpty():
            polygons.append(geometry)
    if repaired:
        progress.pushWarning(f'Invalid polygons of the layer "{source.sourceName()}" that were repaired: {repaired}.')
    return polygons


def _wkb(geometry: QgsGeometry) -> bytes:
    """As well-known binary, arcs as straight lines."""
    return bytes(QgsGeometry(geometry.constGet().segmentize()).asWkb())
