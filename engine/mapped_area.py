"""The area that was mapped, which the density of landslides is of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr, osr

from .area import EDGE_PARTS, Area, spatial_reference
from .errors import ScarpError
from .evaluation_grid import EvaluationGrid, bounds_in, no_crs
from .gdal_calls import attempt
from .inventory import Inventory
from .measurements import Measurer
from .progress import Progress, check
from .raster_on_grid import ValidPixels
from .scene import open_raster
from .windows import Window

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

LEAST_FOR_HULL = 3
"""Of fewer landslides the convex hull says nothing about the area that was mapped."""
ASKED_AT_ONCE = 10_000


@dataclass(frozen=True)
class MappedArea:
    """An area, and the landslides in it: those whose centroid lies there, which are counted whole.

    Attributes:
        area_m2: ellipsoidal; NaN where it is not known.
        what: it is, for the report.
        inside: shape (n,), which landslides of the inventory lie in it.
        is_given: whether it was said where landslides were looked for.
    """

    area_m2: float
    what: str
    inside: Mask
    is_given: bool = True

    @classmethod
    def of_hull(cls, inventory: Inventory) -> MappedArea:
        """The convex hull of all landslides, for lack of anything better: the area was not smaller."""
        everything = np.ones(len(inventory), bool)
        if len(inventory) < LEAST_FOR_HULL:
            what = f"not given, and there are fewer than {LEAST_FOR_HULL} landslides to span it"
            return cls(math.nan, what, everything, False)
        hull = ogr.CreateGeometryFromWkb(inventory.hull_wkb)
        what = "not given; convex hull of the landslides"
        return cls(_area_m2(hull, inventory.source.crs_wkt), what, everything, False)

    @classmethod
    def of_polygons(
        cls, inventory: Inventory, polygons: Sequence[bytes], crs_wkt: str, what: str, progress: Progress
    ) -> MappedArea:
        """Polygons; where they overlap, the area is counted once.

        Args:
            inventory: of the landslides.
            polygons: as well-known binary, valid, without curves.
            crs_wkt: their CRS.
            what: they are, for the report.
            progress: of this part.

        Raises:
            ScarpError: if they have no area, or it is not known where they or the landslides lie.
            Cancelled: if asked to stop.
        """
        area = _union(polygons)
        points = _points(inventory, crs_wkt)
        prepared = area.CreatePreparedGeometry()
        inside = np.zeros(len(inventory), bool)
        for first in range(0, len(points), ASKED_AT_ONCE):
            check(progress)
            for number, (x, y) in enumerate(points[first : first + ASKED_AT_ONCE].tolist(), first):
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(x, y)
                inside[number] = math.isfinite(x + y) and prepared.Intersects(point)
            progress.setProgress(100.0 * min(1.0, (first + ASKED_AT_ONCE) / len(points)))
        return cls(_area_m2(area, crs_wkt), what, _some(inside, inventory, what))

    @classmethod
    def of_image(
        cls, inventory: Inventory, path: str, name: str, polygons: Sequence[bytes], crs_wkt: str, what: str,
        progress: Progress,
    ) -> MappedArea:  # fmt: skip
        """The pixels of an image that are not nodata.

        Args:
            inventory: of the landslides.
            path: of the image.
            name: of the image, for messages.
            polygons: as well-known binary, to which the area is limited; none takes the whole image.
            crs_wkt: their CRS.
            what: it is, for the report.
            progress: of this part.

        Raises:
            ScarpError: if the image cannot be read, the polygons miss it, or it is not known where one of them lies.
            Cancelled: if asked to stop.
        """
        grid = EvaluationGrid.of_raster(open_raster(path), name)
        area = None
        if polygons:
            grid = grid.cropped(bounds_in(grid.crs_wkt, polygons, crs_wkt, "area"))
            corner = tuple(grid.geotransform)
            area = Area(polygons, crs_wkt, grid.crs_wkt, corner, (grid.width, grid.height))
        image, measurer = ValidPixels(path, grid, name, progress), Measurer(grid.crs_wkt)
        places = grid.to_pixels(_points(inventory, grid.crs_wkt))
        places[~np.isfinite(places).all(axis=1)] = -1.0
        # Without a limit, what lies far off would be no number of a pixel.
        columns, rows = np.clip(np.floor(places), -1, [[grid.width, grid.height]]).astype(np.int64).T
        inside, area_m2 = np.zeros(len(inventory), bool), 0.0
        for row, height in grid.strips(progress):
            valid = image.read(row, height)
            if area is not None:
                valid &= area.mask(Window(0, row, grid.width, height))
            area_m2 += float(valid.sum(axis=1) @ grid.cell_areas_m2(measurer, row, height))
            here = (rows >= row) & (rows < row + height) & (columns >= 0) & (columns < grid.width)
            inside[here] = valid[rows[here] - row, columns[here]]
        return cls(area_m2, what, _some(inside, inventory, what))


def _some(inside: Mask, inventory: Inventory, what: str) -> Mask:
    """See that there is a landslide in the area.

    Raises:
        ScarpError: if not.
    """
    if not inside.any():
        raise ScarpError(
            f'None of the {len(inventory):,} landslides of the layer "{inventory.source.name}" lies in the mapped area '
            f"({what}). Check that they lie over each other, or choose another area."
        )
    return inside


def _union(polygons: Sequence[bytes]) -> ogr.Geometry:
    """Polygons as one, without what is no polygon.

    Raises:
        ScarpError: if they have no area.
    """
    every = ogr.Geometry(ogr.wkbMultiPolygon)
    for wkb in polygons:
        for part in _parts(ogr.CreateGeometryFromWkb(wkb)):
            every.AddGeometry(part)
    together = attempt(every.UnionCascaded)[0] if every.GetGeometryCount() else None
    if together is None or together.GetArea() <= 0:
        raise ScarpError("The area has no extent; draw polygons, or leave the parameter empty.")
    return together


def _parts(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    """The polygons of a geometry."""
    geometry.FlattenTo2D()
    if geometry.GetGeometryType() == ogr.wkbPolygon:
        return [geometry.Clone()]  # what a geometry gives a reference to does not outlive it
    return [part for number in range(geometry.GetGeometryCount()) for part in _parts(geometry.GetGeometryRef(number))]


def _area_m2(geometry: ogr.Geometry, crs_wkt: str) -> float:
    """Ellipsoidal area of polygons, however large; their edges are straight on the map."""
    measurer, area_m2 = Measurer(crs_wkt), 0.0
    for part in _parts(geometry):
        west, east, south, north = part.GetEnvelope()
        part.Segmentize(max(east - west, north - south) / EDGE_PARTS)
        area_m2 += measurer.measure(part).area_m2
    return area_m2


def _points(inventory: Inventory, crs_wkt: str) -> Floats:
    """Centroids of the landslides in another CRS, shape (n, 2); not finite where one cannot be brought there.

    Raises:
        ScarpError: if it is not known where the landslides or the others lie, or none can be brought there.
    """
    own, target = spatial_reference(inventory.source.crs_wkt), spatial_reference(crs_wkt)
    if own is None and target is not None:
        raise no_crs(inventory.source.name)
    if own is not None and target is None:
        raise ScarpError(
            "The mapped area has no coordinate reference system, so it is not known where it lies. Assign one (Layer > "
            "Set CRS)."
        )
    if own is None or own.IsSame(target):
        return inventory.centres.copy()
    moved, reason = attempt(osr.CoordinateTransformation(own, target).TransformPoints, inventory.centres.tolist())
    if moved is None:
        raise ScarpError(
            "The landslides cannot be brought into the coordinate reference system of the mapped area "
            f"({reason or 'no reason given'}). Check that both layers have the right one."
        )
    return np.array(moved)[:, :2]
