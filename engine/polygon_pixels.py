"""The pixels of each polygon of a layer, polygons that overlap included, on the grid of any raster."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .area import memory_layer, spatial_reference
from .errors import ScarpError
from .gdal_calls import attempt
from .progress import Progress, check
from .scene import PIXELS, crs_of
from .windows import Window

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
PIXELS_AT_ONCE, FLUSHED_ROWS = 1_000_000, 1024
JUDGED_SHARE = 0.5
"""Share of a polygon whose pixels must be known."""


@dataclass(frozen=True)
class PixelGrid:
    """Where the pixels of a raster lie.

    Attributes:
        width: in pixels.
        height: in pixels.
        geotransform: GDAL's six numbers; where the raster has none, pixels with y upwards, as QGIS shows it.
        crs_wkt: empty where it has none.
    """

    width: int
    height: int
    geotransform: Sequence[float]
    crs_wkt: str

    @classmethod
    def of(cls, raster: gdal.Dataset, moved: tuple[float, float] = (0.0, 0.0)) -> PixelGrid:
        """The grid of a raster, moved by x and y in the units of its CRS."""
        x, a, b, y, c, d = raster.GetGeoTransform(can_return_null=True) or PIXELS
        numbers = (x + moved[0], a, b, y + moved[1], c, d)
        return cls(raster.RasterXSize, raster.RasterYSize, numbers, crs_of(raster))

    def to_map(self, points: Floats | NDArray[np.integer[Any]]) -> Floats:
        """Points (column, row) of shape (n, 2), counted from the upper left corner, in the raster's CRS."""
        x, a, b, y, c, d = self.geotransform
        mapped: Floats = points @ np.array([[a, c], [b, d]]) + np.array([x, y])
        return mapped

    def to_pixels(self, points: Floats) -> Floats:
        """The inverse of ``to_map``."""
        x, a, b, y, c, d = self.geotransform
        pixels: Floats = (points - np.array([x, y])) @ np.linalg.inv(np.array([[a, c], [b, d]]))
        return pixels

    def clipped(self, west: float, north: float, east: float, south: float) -> Window | None:
        """The pixels that a box, in pixels, touches; nothing where it misses the raster."""
        column, row = max(0, math.floor(west)), max(0, math.floor(north))
        right, bottom = min(self.width, math.ceil(east)), min(self.height, math.ceil(south))
        return Window(column, row, right - column, bottom - row) if column < right and row < bottom else None


class PolygonPixels:
    """Polygons on a grid.

    Args:
        polygons: as well-known binary, of any overlap; one that crosses itself is made valid.
        crs_wkt: their CRS; empty for none.
        grid: of the raster.
        name: of the raster, for messages.

    Attributes:
        grid: as given.
        boxes: shape (n, 4), least and greatest column and row of each polygon, in the order column, row, column, row;
            NaN for one that is empty or cannot be brought into the raster's CRS.

    Raises:
        ScarpError: if either the polygons or the raster has no CRS.
    """

    def __init__(self, polygons: Sequence[bytes], crs_wkt: str, grid: PixelGrid, name: str) -> None:
        if bool(crs_wkt) != bool(grid.crs_wkt):
            lacking = f"layer {name} has" if crs_wkt else "landslides have"
            raise ScarpError(f"The {lacking} no coordinate system, so it is not known where they lie; set one.")
        self.grid = grid
        self._crs = spatial_reference(grid.crs_wkt)
        own = spatial_reference(crs_wkt)
        transform = None
        if own is not None and self._crs is not None and not own.IsSame(self._crs):
            transform = osr.CoordinateTransformation(own, self._crs)
        self._polygons: list[Any] = [_on(polygon, transform) for polygon in polygons]
        self.boxes = np.array([self._box(polygon) for polygon in self._polygons], np.float64).reshape(-1, 4)

    def __len__(self) -> int:
        return len(self._polygons)

    def _box(self, polygon: Any) -> tuple[float, ...]:
        if polygon is None:
            return (math.nan,) * 4
        west, east, south, north = polygon.GetEnvelope()
        corners = self.grid.to_pixels(np.array([[west, north], [east, north], [east, south], [west, south]]))
        return (*corners.min(axis=0), *corners.max(axis=0))

    def order(self) -> list[int]:
        """Indices of the polygons that are on the grid's plane, from top to bottom, as rasters are best read."""
        known = np.flatnonzero(np.isfinite(self.boxes).all(axis=1))
        sorted_by_row: list[int] = known[np.argsort(self.boxes[known, 1], kind="stable")].tolist()
        return sorted_by_row

    def released(self, order: Sequence[int], release: Callable[[], None]) -> Iterator[int]:
        """The indices of an order; what was read is let go of now and then, or memory would grow with the height."""
        since = -math.inf
        for index in order:
            if self.boxes[index, 1] > since + FLUSHED_ROWS:
                release()
                since = self.boxes[index, 1]
            yield index

    def parts(self, index: int) -> Iterator[tuple[Window, Mask]]:
        """Windows that hold a polygon, and its pixels in each: those whose centres lie in it.

        A polygon that no centre lies in takes the pixel at a point on its surface.
        """
        window = self.grid.clipped(*self.boxes[index])
        if window is None:
            return
        rows, seen = max(1, PIXELS_AT_ONCE // window.width), False
        for row in range(window.row, window.row + window.height, rows):
            part = Window(window.column, row, window.width, min(rows, window.row + window.height - row))
            inside = self.inside([index], part)
            if inside.any():
                seen = True
                yield part, inside
        pixel = None if seen else self._pixel_on_surface(index)
        if pixel is not None:
            yield pixel, np.ones((1, 1), bool)

    def _pixel_on_surface(self, index: int) -> Window | None:
        point = attempt(self._polygons[index].PointOnSurface)[0]
        if point is None or point.IsEmpty():
            middle = (self.boxes[index, :2] + self.boxes[index, 2:]) / 2
        else:
            middle = self.grid.to_pixels(np.array([[point.GetX(), point.GetY()]]))[0]
        column, row = np.floor(middle).astype(int).tolist()
        is_on = 0 <= column < self.grid.width and 0 <= row < self.grid.height
        return Window(column, row, 1, 1) if is_on else None

    def share_on_grid(self, index: int) -> float:
        """Share of a polygon's area that lies on the raster; 0 to 1."""
        west, north, east, south = self.boxes[index]
        if west >= 0 and north >= 0 and east <= self.grid.width and south <= self.grid.height:
            return 1.0
        polygon, area = self._polygons[index], self._polygons[index].GetArea()
        common = attempt(polygon.Intersection, self._outline())[0]
        return common.GetArea() / area if common is not None and area > 0 else 0.0

    def _outline(self) -> ogr.Geometry:
        width, height = self.grid.width, self.grid.height
        corners = self.grid.to_map(np.array([[0, 0], [width, 0], [width, height], [0, height]]))
        return ogr.CreateGeometryFromWkb(box_wkb(corners))

    def near(self, box: Sequence[float]) -> list[int]:
        """Indices of the polygons whose boxes touch a box: least column and row, greatest column and row."""
        found = (self.boxes[:, 0] < box[2]) & (self.boxes[:, 2] > box[0])
        found &= (self.boxes[:, 1] < box[3]) & (self.boxes[:, 3] > box[1])
        indices: list[int] = np.flatnonzero(found).tolist()
        return indices

    def inside(
        self, indices: Sequence[int], window: Window, size: tuple[int, int] | None = None, all_touched: bool = False
    ) -> Mask:
        """Which pixels of a window lie in any of some polygons.

        Args:
            indices: of the polygons.
            window: on the grid.
            size: columns and rows that the window is reduced to; its own if nothing.
            all_touched: whether pixels that a polygon only touches are in it, too.

        Returns:
            Shape (rows, columns).
        """
        columns, rows = size or (window.width, window.height)
        source, layer = memory_layer(self._crs)
        for index in indices:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(self._polygons[index])
            layer.CreateFeature(feature)
        target = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
        ((x, y),) = self.grid.to_map(np.array([[window.column, window.row]])).tolist()
        _, a, b, _, c, d = self.grid.geotransform
        across, down = window.width / columns, window.height / rows
        target.SetGeoTransform((x, a * across, b * down, y, c * across, d * down))
        target.SetProjection(self.grid.crs_wkt)
        options = ["ALL_TOUCHED=TRUE"] if all_touched else []
        attempt(gdal.RasterizeLayer, target, [1], layer, burn_values=[1], options=options)
        del layer, source
        inside: Mask = target.ReadAsArray() > 0
        return inside


def _on(polygon: bytes, transform: osr.CoordinateTransformation | None) -> ogr.Geometry | None:
    """A polygon in another CRS, made valid; nothing where it is empty or not known there."""
    geometry, _ = attempt(ogr.CreateGeometryFromWkb, polygon)
    if geometry is None or geometry.IsEmpty():
        return None
    geometry = geometry.GetLinearGeometry()
    geometry.FlattenTo2D()
    if transform is not None and (attempt(geometry.Transform, transform)[0] != 0):
        return None
    if not np.isfinite(geometry.GetEnvelope()).all():
        return None
    return geometry if attempt(geometry.IsValid)[0] else attempt(geometry.MakeValid)[0] or geometry


def box_wkb(corners: Floats) -> bytes:
    """A polygon through four points, shape (4, 2), as well-known binary."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in (*corners.tolist(), corners[0].tolist()):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return bytes(polygon.ExportToWkb())


@dataclass(frozen=True)
class PolygonMeans:
    """What n polygons hold, over the pixels whose value is known; NaN where more than half of one is not known.

    Attributes:
        mean: shape (n,).
        share: shape (n,), share of the pixels at or above a level, 0 to 1.
    """

    mean: Floats
    share: Floats


def polygon_means(
    pixels: PolygonPixels, read: Callable[[Window], Floats], level: float, progress: Progress,
    release: Callable[[], None] = lambda: None,
) -> PolygonMeans:  # fmt: skip
    """Means over the pixels of each polygon.

    Args:
        pixels: of the polygons.
        read: gives the values of a window, shape (rows, columns), NaN where not known.
        level: that the share is of.
        progress: of this part.
        release: lets go of what was read.

    Raises:
        Cancelled: if asked to stop.
    """
    mean, share = np.full(len(pixels), math.nan), np.full(len(pixels), math.nan)
    order = pixels.order()
    for done, index in enumerate(pixels.released(order, release)):
        count = known = high = 0
        total = 0.0
        for window, inside in pixels.parts(index):
            check(progress)
            values = read(window)[inside]
            count += values.size
            values = values[np.isfinite(values)]
            known, high, total = known + values.size, high + int((values >= level).sum()), total + float(values.sum())
        if known and known * pixels.share_on_grid(index) >= JUDGED_SHARE * count:
            mean[index], share[index] = total / known, high / known
        progress.setProgress(100.0 * (done + 1) / len(order))
    return PolygonMeans(mean, share)
