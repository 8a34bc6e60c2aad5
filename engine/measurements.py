"""Area, perimeter, length, width, orientation and position of landslide polygons.

Every polygon is measured on the ellipsoid of its CRS, in a Lambert azimuthal equal-area projection centred within a
quarter of a degree of it: areas are exact there, and lengths to a few parts in a million. Many polygons are measured
at once, because one transformation of all their vertices costs little more than one of a single vertex.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .errors import ScarpError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CELL_DEG = 0.5
"""Polygons whose centres lie in the same cell of this size share one local projection."""


@dataclass(frozen=True)
class Measurements:
    """What is known of one polygon from its outline.

    Without a CRS the metres are the units of the coordinates, and there is no longitude and latitude.

    Attributes:
        area_m2: ellipsoidal area, holes left out.
        perimeter_m: ellipsoidal length of all rings, holes included.
        length_m: long side of the oriented bounding box of least area.
        width_m: its short side.
        elongation: length / width; None for a polygon without width.
        orientation_deg: azimuth of the long side, clockwise from north, in [0, 180).
        longitude: of a point inside the polygon (its centroid where that lies inside), WGS 84.
        latitude: of the same point.
    """

    area_m2: float
    perimeter_m: float
    length_m: float
    width_m: float
    elongation: float | None
    orientation_deg: float
    longitude: float | None
    latitude: float | None


class Measurer:
    """Measures polygons of one CRS."""

    def __init__(self, crs_wkt: str) -> None:
        """Prepare the transformations.

        Args:
            crs_wkt: the CRS of the polygons as WKT; empty where there is none.

        Raises:
            ScarpError: if the CRS cannot be read.
        """
        self._to_local: dict[tuple[int, int], osr.CoordinateTransformation] = {}
        self._crs, self._geographic, self._unit_m = _read_crs(crs_wkt)
        if self._geographic is not None:
            wgs84 = osr.SpatialReference()
            wgs84.SetWellKnownGeogCS("WGS84")
            wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            self._to_geographic = osr.CoordinateTransformation(self._crs, self._geographic)
            self._to_wgs84 = osr.CoordinateTransformation(self._crs, wgs84)

    def measure(self, geometry: ogr.Geometry | bytes) -> Measurements:
        """Measure one polygon; see ``measure_many``."""
        return self.measure_many([geometry])[0]

    def measure_many(self, geometries: Sequence[ogr.Geometry | bytes]) -> list[Measurements]:
        """Measure polygons, a few thousand at a time.

        Args:
            geometries: polygons or multipolygons in the CRS, as OGR geometries or as WKB.

        Returns:
            As many measurements, in the same order.

        Raises:
            ScarpError: if a geometry is no polygon, is empty, or lies where its CRS is not defined.
        """
        if not geometries:
            return []
        wkbs = [bytes(g if isinstance(g, (bytes, bytearray)) else g.ExportToWkb(ogr.wkbNDR)) for g in geometries]
        rings = _Rings(wkbs)
        inside = _points_inside(rings, wkbs)
        local, longitudes, latitudes, turn_deg = self._localise(rings)
        areas = rings.per_polygon(np.abs(rings.areas(local)) * rings.signs)
        perimeters = rings.per_polygon(rings.sums(np.hypot(*(rings.following(local) - local).T)))
        boxes = _bounding_boxes(local, rings.polygon_starts)
        if self._geographic is not None:
            longitudes, latitudes = _transform(inside, self._to_wgs84).T
        located = self._geographic is not None
        return [
            Measurements(
                area,
                perimeter,
                length,
                width,
                length / width if width > 0 else None,
                (azimuth + turn) % 180.0,
                longitude if located else None,
                latitude if located else None,
            )
            for area, perimeter, (length, width, azimuth), turn, longitude, latitude in zip(
                areas.tolist(),
                perimeters.tolist(),
                boxes.tolist(),
                turn_deg.tolist(),
                longitudes.tolist(),
                latitudes.tolist(),
            )
        ]

    def cell_sizes(self, centres: Floats, across: Floats, down: Floats) -> tuple[Floats, Floats, Floats]:
        """Size on the ellipsoid of small parallelograms, as the pixels of a raster are.

        Args:
            centres: shape (n, 2), their centres in the CRS.
            across: shape (2,), one edge, in the CRS's units.
            down: shape (2,), the other edge.

        Returns:
            Length of the first edge in metres, length of the second in metres, and area in square metres, each of
            shape (n,).
        """
        if self._geographic is None:
            ones = np.full(len(centres), self._unit_m)
            area = abs(across[0] * down[1] - across[1] * down[0])
            return np.hypot(*across) * ones, np.hypot(*down) * ones, area * ones**2
        ends = [centres - across / 2, centres + across / 2, centres - down / 2, centres + down / 2]
        west, east, north, south = _transform(np.concatenate(ends), self._to_geographic).reshape(4, -1, 2)
        latitude = np.radians((north[:, 1] + south[:, 1]) / 2)
        a, flattening = self._geographic.GetSemiMajor(), 1 / (self._geographic.GetInvFlattening() or np.inf)
        e2 = flattening * (2 - flattening)
        w = np.sqrt(1 - e2 * np.sin(latitude) ** 2)
        metres = np.radians(1) * np.stack([a * np.cos(latitude) / w, a * (1 - e2) / w**3], axis=1)
        first, second = (east - west) * metres, (south - north) * metres
        area_m2 = np.abs(first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0])
        return np.hypot(*first.T), np.hypot(*second.T), area_m2

    def _localise(self, rings: _Rings) -> tuple[Floats, Floats, Floats, Floats]:
        """Vertices in metres around a nearby origin, and each polygon's longitude, latitude and turn of north.

        North of the local projection is true north only on its central meridian; elsewhere it is turned by the
        convergence of the meridians.
        """
        count = len(rings.polygon_starts)
        if self._geographic is None:
            return rings.vertices * self._unit_m, np.zeros(count), np.zeros(count), np.zeros(count)
        low = np.minimum.reduceat(rings.vertices, rings.polygon_starts)
        high = np.maximum.reduceat(rings.vertices, rings.polygon_starts)
        longitudes, latitudes = _transform((low + high) / 2, self._to_geographic).T
        cells = np.floor(np.stack([longitudes, latitudes], axis=1) / CELL_DEG).astype(np.int64)
        distinct, cell_of_polygon = np.unique(cells, axis=0, return_inverse=True)
        cell_of_vertex = np.repeat(cell_of_polygon.reshape(-1), rings.polygon_sizes)
        local = np.empty_like(rings.vertices)
        for number, (column, row) in enumerate(distinct.tolist()):
            chosen = cell_of_vertex == number
            local[chosen] = _transform(rings.vertices[chosen], self._local(column, row))
        from_meridian = longitudes - (cells[:, 0] + 0.5) * CELL_DEG
        return local, longitudes, latitudes, from_meridian * np.sin(np.radians(latitudes))

    def _local(self, column: int, row: int) -> osr.CoordinateTransformation:
        """Transformation from the CRS to the equal-area projection centred on a cell."""
        if (column, row) not in self._to_local:
            local = osr.SpatialReference()
            local.CopyGeogCSFrom(self._geographic)
            local.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            latitude = min(max((row + 0.5) * CELL_DEG, -90.0), 90.0)
            local.SetLAEA(latitude, (column + 0.5) * CELL_DEG, 0.0, 0.0)
            self._to_local[column, row] = osr.CoordinateTransformation(self._crs, local)
        return self._to_local[column, row]


class _Rings:
    """The rings of many polygons as flat arrays; each ring is closed without repeating its first vertex.

    Attributes:
        vertices: shape (n, 2).
        starts: shape (rings,), index of each ring's first vertex.
        sizes: shape (rings,), vertices of each ring.
        signs: shape (rings,), 1 for an outer ring, -1 for a hole.
        polygon_starts: shape (polygons,), index of each polygon's first vertex.
        polygon_sizes: shape (polygons,), vertices of each polygon.
    """

    def __init__(self, wkbs: list[bytes]) -> None:
        pieces: list[Floats] = []
        sizes: list[int] = []
        signs: list[int] = []
        rings_before = [0]
        for wkb in wkbs:
            for ring, hole in _read_rings(wkb):
                pieces.append(ring)
                sizes.append(len(ring))
                signs.append(-1 if hole else 1)
            if len(sizes) == rings_before[-1]:
                raise ScarpError("An empty polygon cannot be measured. Remove it from the layer first.")
            rings_before.append(len(sizes))
        self.vertices: Floats = np.concatenate(pieces)
        self.sizes: Ints = np.array(sizes, np.int64)
        self.starts: Ints = np.array([0, *accumulate(sizes)][:-1], np.int64)
        self.signs: Floats = np.array(signs, np.float64)
        self._first_rings: Ints = np.array(rings_before[:-1], np.int64)
        self.polygon_starts: Ints = self.starts[self._first_rings]
        self.polygon_sizes: Ints = np.diff(np.append(self.polygon_starts, len(self.vertices)))

    def following(self, values: Floats) -> Floats:
        """For each vertex the value of the next one of its ring."""
        shifted = np.roll(values, -1, axis=0)
        shifted[self.starts + self.sizes - 1] = values[self.starts]
        return shifted

    def sums(self, values: Floats) -> Floats:
        """Sum over each ring of one value a vertex."""
        return np.add.reduceat(values, self.starts)

    def per_polygon(self, values: Floats) -> Floats:
        """Sum over each polygon of one value a ring."""
        return np.add.reduceat(values, self._first_rings)

    def areas(self, vertices: Floats) -> Floats:
        """Signed area of each ring, positive where it runs counter-clockwise."""
        # Relative to the ring's first vertex, or the products lose the digits that the area needs.
        near = vertices - np.repeat(vertices[self.starts], self.sizes, axis=0)
        after = self.following(near)
        return self.sums(near[:, 0] * after[:, 1] - near[:, 1] * after[:, 0]) / 2


def _read_crs(crs_wkt: str) -> tuple[osr.SpatialReference | None, osr.SpatialReference | None, float]:
    """The CRS, its geographic base (None where it has none) and metres to its unit."""
    if not crs_wkt:
        return None, None, 1.0
    crs = osr.SpatialReference()
    try:
        failed = crs.ImportFromWkt(crs_wkt) != 0
    except RuntimeError:
        failed = True
    if failed:
        raise ScarpError(f'The coordinate reference system "{crs_wkt[:60]}" cannot be read. Assign another one.')
    if not (crs.IsGeographic() or crs.IsProjected()):
        return crs, None, float(crs.GetLinearUnits())
    crs.StripVertical()
    # Same datum, so no shift; but in degrees from Greenwich, which the CRS's own base (NTF Paris in grads) may not be.
    datum, ellipsoid = (crs.GetAttrValue(name) or "unknown" for name in ("DATUM", "SPHEROID"))
    geographic = osr.SpatialReference()
    geographic.SetGeogCS(datum, datum, ellipsoid, crs.GetSemiMajor(), crs.GetInvFlattening())
    for each in (crs, geographic):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs, geographic, 1.0


def _read_rings(wkb: bytes) -> list[tuple[Floats, bool]]:
    """Rings of a 2D polygon or multipolygon in little-endian WKB, each with whether it is a hole."""
    kind, parts = struct.unpack_from("<II", wkb, 1)
    if wkb[0] != 1 or kind not in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        return _read_rings(_as_flat_polygon(wkb))
    rings, offset = [], 9
    for _ in range(parts if kind == ogr.wkbMultiPolygon else 1):
        if kind == ogr.wkbMultiPolygon:
            (parts,) = struct.unpack_from("<I", wkb, offset + 5)
            offset += 9
        for number in range(parts):
            (points,) = struct.unpack_from("<I", wkb, offset)
            ring = np.frombuffer(wkb, "<f8", 2 * points, offset + 4).reshape(-1, 2)
            offset += 4 + 16 * points
            if points > 1:
                rings.append((ring[:-1], number > 0))
    return rings


def _as_flat_polygon(wkb: bytes) -> bytes:
    """Another flavour of polygon (with heights, with curves, big-endian) as the plain one."""
    geometry = ogr.CreateGeometryFromWkb(wkb)
    if geometry is not None:
        geometry = geometry.GetLinearGeometry()
        geometry.FlattenTo2D()
    if geometry is None or geometry.GetGeometryType() not in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        name = "unreadable geometry" if geometry is None else geometry.GetGeometryName()
        raise ScarpError(f"Only polygons can be measured; this is a {name}. Choose a polygon layer.")
    return bytes(geometry.ExportToWkb(ogr.wkbNDR))


def _as_line(vertices: Floats) -> ogr.Geometry:
    """Vertices as one OGR line, the form in which they enter and leave GDAL without a loop in Python."""
    header = struct.pack("<BII", 1, ogr.wkbLineString, len(vertices))
    return ogr.CreateGeometryFromWkb(header + np.ascontiguousarray(vertices, "<f8").tobytes())


def _transform(points: Floats, transformation: osr.CoordinateTransformation) -> Floats:
    """Points of shape (n, 2) in the target of a transformation."""
    line = _as_line(points)
    try:
        failed = line.Transform(transformation) != 0
    except RuntimeError:
        failed = True
    moved = np.frombuffer(line.ExportToWkb(ogr.wkbNDR), "<f8", offset=9).reshape(-1, 2)
    if failed or not np.isfinite(moved).all():
        raise ScarpError(
            "A polygon lies where its coordinate reference system is not defined, so it cannot be measured. Check "
            f"that the layer has the right one. (GDAL says: {gdal.GetLastErrorMsg() or 'no transformation'})"
        )
    return moved


def _points_inside(rings: _Rings, wkbs: list[bytes]) -> Floats:
    """A point inside each polygon: its centroid, or a point on its surface where the centroid lies outside."""
    origins = np.repeat(rings.vertices[rings.polygon_starts], rings.polygon_sizes, axis=0)
    near = rings.vertices - origins
    after = rings.following(near)
    cross = near[:, 0] * after[:, 1] - near[:, 1] * after[:, 0]
    turned = rings.signs * np.where(rings.sums(cross) < 0, -1.0, 1.0)
    weight = cross * np.repeat(turned, rings.sizes)
    moments = np.add.reduceat((near + after) * weight[:, None], rings.polygon_starts)
    doubled = np.add.reduceat(weight, rings.polygon_starts)
    doubled[doubled == 0] = np.nan
    centres = moments / (3 * doubled[:, None])
    x, y = np.repeat(centres, rings.polygon_sizes, axis=0).T
    straddles = (near[:, 1] > y) != (after[:, 1] > y)
    rise = np.where(straddles, after[:, 1] - near[:, 1], 1.0)
    crossed = straddles & (x < near[:, 0] + (y - near[:, 1]) / rise * (after[:, 0] - near[:, 0]))
    points: Floats = centres + rings.vertices[rings.polygon_starts]
    outside = np.add.reduceat(crossed.astype(np.int64), rings.polygon_starts) % 2 == 0
    for number in np.flatnonzero(outside).tolist():
        surface = ogr.CreateGeometryFromWkb(wkbs[number]).PointOnSurface()
        if surface is None or surface.IsEmpty():
            points[number] = rings.vertices[rings.polygon_starts[number]]
        else:
            points[number] = surface.GetX(), surface.GetY()
    return points


def _bounding_boxes(vertices: Floats, starts: Ints) -> Floats:
    """Oriented bounding boxes of least area of groups of vertices.

    One side of such a box lies on a side of the convex hull, so every side of the hull is tried.

    Args:
        vertices: shape (n, 2), in metres.
        starts: shape (groups,), index of each group's first vertex.

    Returns:
        Shape (groups, 3): length, width, and azimuth of the long side in degrees clockwise from the y axis.

    Source: Freeman and Shapira 1975, Communications of the ACM 18(7), 409-413.
    """
    hulls = [_hull(group) for group in np.split(vertices, starts[1:])]
    sizes = np.array([len(hull) for hull in hulls])
    boxes = np.empty((len(hulls), 3))
    for size in np.unique(sizes).tolist():
        members = np.flatnonzero(sizes == size)
        room = max(1, 2_000_000 // size**2)
        for first in range(0, len(members), room):
            some = members[first : first + room]
            boxes[some] = _boxes_of_hulls(np.stack([hulls[number] for number in some.tolist()]))
    return boxes


def _boxes_of_hulls(hulls: Floats) -> Floats:
    """Bounding boxes of convex hulls of the same size, shape (n, size, 2); see ``_bounding_boxes``."""
    sides = np.roll(hulls, -1, axis=1) - hulls
    along = sides / np.maximum(np.hypot(sides[..., 0], sides[..., 1]), 1e-300)[..., None]
    across = np.stack([-along[..., 1], along[..., 0]], axis=-1)
    extent_along = np.ptp(along @ hulls.transpose(0, 2, 1), axis=2)
    extent_across = np.ptp(across @ hulls.transpose(0, 2, 1), axis=2)
    areas = extent_along * extent_across
    # The first of the boxes that are equally small to rounding, so that a square does not turn with the last digit.
    best = np.argmax(areas <= areas.min(axis=1, keepdims=True) * (1 + 1e-9), axis=1)
    each = np.arange(len(hulls))
    a, b = extent_along[each, best], extent_across[each, best]
    long_side = np.where((a >= b)[:, None], along[each, best], across[each, best])
    azimuths = np.degrees(np.arctan2(long_side[:, 0], long_side[:, 1])) % 180.0
    return np.stack([np.maximum(a, b), np.minimum(a, b), azimuths], axis=1)


def _hull(vertices: Floats) -> Floats:
    """Corners of the convex hull, relative to the first vertex; two for vertices on a line."""
    wkb = _as_line(vertices - vertices[0]).ConvexHull().ExportToWkb(ogr.wkbNDR)
    (kind,) = struct.unpack_from("<I", wkb, 1)
    corners = np.frombuffer(wkb, "<f8", offset={1: 5, 2: 9, 3: 13}[kind]).reshape(-1, 2)
    return corners[:-1] if kind == ogr.wkbPolygon else corners
