"""The area asked for: polygons that say where a scene is worked on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .errors import ScarpError
from .gdal_calls import attempt
from .windows import Window

EDGE_PARTS = 64
"""Pieces that an area's edges are cut into before it is reprojected, since straight lines do not stay straight."""
NUMBER = "number"
"""Field of a polygon's number."""


def memory_layer(crs: osr.SpatialReference | None) -> tuple[gdal.Dataset, ogr.Layer]:
    """A vector layer in memory; the data source is returned too, since the layer lives no longer than it."""
    driver = gdal.GetDriverByName("MEM" if int(gdal.VersionInfo()) >= 3_11_00_00 else "Memory")
    source = driver.Create("area", 0, 0, 0, gdal.GDT_Unknown)
    return source, source.CreateLayer("area", crs, ogr.wkbUnknown)


def spatial_reference(wkt: str) -> osr.SpatialReference | None:
    """A CRS with x before y, whatever its authority says; nothing for an empty text.

    Raises:
        ScarpError: if GDAL does not understand it.
    """
    if not wkt:
        return None
    crs = osr.SpatialReference()
    failed, reason = attempt(crs.ImportFromWkt, wkt)
    if failed != 0:
        raise ScarpError(f"The coordinate system {wkt[:60]!r} is not understood ({reason}); set another.")
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def _polygon(corners: Sequence[tuple[float, float]]) -> ogr.Geometry:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for corner in (*corners, corners[0]):
        ring.AddPoint_2D(*corner)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _cut_edges(geometry: ogr.Geometry) -> None:
    west, east, south, north = geometry.GetEnvelope()
    geometry.Segmentize(max(east - west, north - south, 1e-9) / EDGE_PARTS)


def _valid(geometry: ogr.Geometry) -> ogr.Geometry:
    return geometry if attempt(geometry.IsValid)[0] else attempt(geometry.MakeValid)[0] or geometry


def _surroundings(scene: ogr.Geometry, transform: osr.CoordinateTransformation) -> ogr.Geometry | None:
    """A box around a scene in an area's CRS: of an area as large as a country, the rest need not be reprojected.

    Nothing where the scene cannot be brought into that CRS.
    """
    outline = scene.Clone()
    _cut_edges(outline)
    failed, _ = attempt(outline.Transform, transform.GetInverse())
    if failed != 0:
        return None
    west, east, south, north = outline.GetEnvelope()
    margin = max(east - west, north - south)
    west, east, south, north = west - margin, east + margin, south - margin, north + margin
    return _polygon([(west, south), (east, south), (east, north), (west, north)])


class AreaMissed(ScarpError):  # noqa: N818 - it is the area that is wrong
    """The area does not touch the image."""


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
        ScarpError: if the area is empty, has no CRS while the scene has one, cannot be brought into the scene's, or
            misses the scene.
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
        self._geotransform, self._name, self._polygons = geotransform, name, len(polygons)
        self._crs = spatial_reference(scene_wkt)
        self._source, self._layer = memory_layer(self._crs)
        self._layer.CreateField(ogr.FieldDefn(NUMBER, ogr.OFTInteger))
        transform = self._transform(crs_wkt)
        scene = self._outline(Window(0, 0, *size))
        near = _surroundings(scene, transform) if transform else None
        for number, polygon in enumerate(polygons, 1):
            self._add(number, polygon, transform, near)
        if not self.touches(Window(0, 0, *size)):
            raise AreaMissed(f"The {name} does not touch the image; move it, or check its coordinate system.")

    def _transform(self, crs_wkt: str) -> osr.CoordinateTransformation | None:
        own = spatial_reference(crs_wkt)
        if own is None or self._crs is None or own.IsSame(self._crs):
            return None
        transform, reason = attempt(osr.CoordinateTransformation, own, self._crs)
        if reason:  # the result may be an empty shell
            raise self._not_transformed(reason)
        return transform

    def _not_transformed(self, reason: str) -> ScarpError:
        return ScarpError(
            f"The {self._name} cannot be brought into the coordinate system of the image "
            f"({reason or 'no reason given'}); draw it in that one."
        )

    def _add(
        self, number: int, polygon: bytes, transform: osr.CoordinateTransformation | None, near: ogr.Geometry | None
    ) -> None:
        geometry, _ = attempt(ogr.CreateGeometryFromWkb, polygon)
        if geometry is None or geometry.IsEmpty():
            return
        geometry = _valid(geometry.GetLinearGeometry())
        if transform is not None:
            geometry = (attempt(geometry.Intersection, near)[0] if near else None) or geometry
            _cut_edges(geometry)
            failed, reason = attempt(geometry.Transform, transform)
            if failed != 0:
                raise self._not_transformed(reason)
            geometry = _valid(geometry)
        feature = ogr.Feature(self._layer.GetLayerDefn())
        feature.SetField(NUMBER, number)
        feature.SetGeometry(geometry)
        self._layer.CreateFeature(feature)

    def _corner(self, column: float, row: float) -> tuple[float, float]:
        t = self._geotransform
        return t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]

    def _outline(self, window: Window) -> ogr.Geometry:
        right, bottom = window.column + window.width, window.row + window.height
        corners = (window.column, window.row), (right, window.row), (right, bottom), (window.column, bottom)
        return _polygon([self._corner(*corner) for corner in corners])

    def __len__(self) -> int:
        """How many polygons were given."""
        return self._polygons

    def touches(self, window: Window) -> bool:
        """Whether any of it lies in a window."""
        outline = self._outline(window)
        self._layer.SetSpatialFilter(outline)
        try:
            return any(attempt(feature.GetGeometryRef().Intersects, outline)[0] for feature in self._layer)
        finally:
            self._layer.SetSpatialFilter(None)

    def count(self, window: Window) -> int:
        """How many of the polygons lie in a window, wholly or in part."""
        outline = self._outline(window)
        self._layer.SetSpatialFilter(outline)
        try:
            return sum(bool(attempt(feature.GetGeometryRef().Intersects, outline)[0]) for feature in self._layer)
        finally:
            self._layer.SetSpatialFilter(None)

    def mask(self, window: Window) -> NDArray[np.bool_]:
        """Pixels of a window whose centre lies in the area; shape (height, width)."""
        inside: NDArray[np.bool_] = self._burnt(window, gdal.GDT_Byte, burn_values=[1]) > 0
        return inside

    def numbers(self, window: Window) -> NDArray[np.int32]:
        """Number of the polygon, from 1 in the order given, whose pixel it is; shape (height, width), 0 for none.

        Where several have its centre, the last one has the pixel.
        """
        numbers: NDArray[np.int32] = self._burnt(window, gdal.GDT_Int32, options=[f"ATTRIBUTE={NUMBER}"])
        return numbers

    def _burnt(self, window: Window, kind: int, **how: Any) -> NDArray[Any]:
        """The polygons burnt into a window of zeros."""
        target = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, kind)
        x, y = self._corner(window.column, window.row)
        t = self._geotransform
        target.SetGeoTransform((x, t[1], t[2], y, t[4], t[5]))
        if self._crs is not None:
            target.SetProjection(self._crs.ExportToWkt())
        self._layer.SetSpatialFilter(self._outline(window))  # or all polygons are looked at for each window
        attempt(gdal.RasterizeLayer, target, [1], self._layer, **how)
        self._layer.SetSpatialFilter(None)
        burnt: NDArray[Any] = target.ReadAsArray()
        return burnt
