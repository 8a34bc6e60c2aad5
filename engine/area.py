"""The area asked for: polygons that say where a scene is worked on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .errors import ScarpError
from .windows import Window

EDGE_PARTS = 64
"""Pieces that an area's edges are cut into before it is reprojected, since straight lines do not stay straight."""


def memory_layer(crs: osr.SpatialReference | None) -> tuple[object, ogr.Layer]:
    """A vector layer in memory; the data source is returned too, since the layer lives no longer than it."""
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    source = driver.CreateDataSource("area")
    return source, source.CreateLayer("area", crs, ogr.wkbUnknown)


def spatial_reference(wkt: str) -> osr.SpatialReference | None:
    """A CRS with x before y, whatever its authority says; nothing for an empty text."""
    if not wkt:
        return None
    crs = osr.SpatialReference()
    crs.ImportFromWkt(wkt)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


class Area:
    """Polygons on a scene's working grid.

    Args:
        polygons: as well-known binary.
        crs_wkt: their CRS.
        scene_wkt: CRS of the scene.
        geotransform: of the scene's working grid.
        size: width and height of it.
        name: what messages call the area.

    Raises:
        ScarpError: if the area is empty, has no CRS while the scene has one, or misses the scene.
    """

    def __init__(
        self, polygons: Sequence[bytes], crs_wkt: str, scene_wkt: str, geotransform: tuple[float, ...],
        size: tuple[int, int], name: str = "area",
    ) -> None:  # fmt: skip
        if not polygons:
            raise ScarpError(f"The {name} has no polygon; draw one, or leave the parameter empty.")
        if bool(crs_wkt) != bool(scene_wkt):
            who = f"The {name}" if scene_wkt else "The image"
            raise ScarpError(f"{who} has no coordinate system, so it is not known where the {name} lies; set one.")
        self._geotransform = geotransform
        self._crs = spatial_reference(scene_wkt)
        self._source, self._layer = memory_layer(self._crs)
        transform = self._transform(crs_wkt)
        for polygon in polygons:
            self._add(polygon, transform)
        if not self.touches(Window(0, 0, *size)):
            raise ScarpError(f"The {name} does not touch the image; move it, or check its coordinate system.")

    def _transform(self, crs_wkt: str) -> osr.CoordinateTransformation | None:
        own = spatial_reference(crs_wkt)
        if own is None or self._crs is None or own.IsSame(self._crs):
            return None
        return osr.CoordinateTransformation(own, self._crs)

    def _add(self, polygon: bytes, transform: osr.CoordinateTransformation | None) -> None:
        geometry = ogr.CreateGeometryFromWkb(polygon)
        if geometry is None or geometry.IsEmpty():
            return
        if transform is not None:
            west, east, south, north = geometry.GetEnvelope()
            geometry.Segmentize(max(east - west, north - south) / EDGE_PARTS)
            if geometry.Transform(transform) != 0:
                return
        feature = ogr.Feature(self._layer.GetLayerDefn())
        feature.SetGeometryDirectly(geometry)
        self._layer.CreateFeature(feature)

    def _corner(self, column: float, row: float) -> tuple[float, float]:
        t = self._geotransform
        return t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]

    def _outline(self, window: Window) -> ogr.Geometry:
        ring = ogr.Geometry(ogr.wkbLinearRing)
        right, bottom = window.column + window.width, window.row + window.height
        for column, row in ((window.column, window.row), (right, window.row), (right, bottom),
                            (window.column, bottom), (window.column, window.row)):  # fmt: skip
            ring.AddPoint_2D(*self._corner(column, row))
        outline = ogr.Geometry(ogr.wkbPolygon)
        outline.AddGeometryDirectly(ring)
        return outline

    def touches(self, window: Window) -> bool:
        """Whether any of it lies in a window."""
        outline = self._outline(window)
        self._layer.SetSpatialFilter(outline)
        try:
            return any(feature.GetGeometryRef().Intersects(outline) for feature in self._layer)
        finally:
            self._layer.SetSpatialFilter(None)

    def mask(self, window: Window) -> NDArray[np.bool_]:
        """Pixels of a window whose centre lies in the area; shape (height, width)."""
        target = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Byte)
        x, y = self._corner(window.column, window.row)
        t = self._geotransform
        target.SetGeoTransform((x, t[1], t[2], y, t[4], t[5]))
        if self._crs is not None:
            target.SetProjection(self._crs.ExportToWkt())
        gdal.RasterizeLayer(target, [1], self._layer, burn_values=[1])
        inside: NDArray[np.bool_] = target.ReadAsArray() > 0
        return inside
