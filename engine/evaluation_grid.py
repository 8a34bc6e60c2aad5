"""The grid of pixels on which an extraction is compared with its reference."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .area import EDGE_PARTS, spatial_reference
from .errors import ScarpError
from .gdal_calls import attempt
from .measurements import Measurer
from .polygon_pixels import PixelGrid, box_wkb
from .probability_raster import ProbabilityRaster
from .progress import Progress, check
from .scene import crs_of

Floats = NDArray[np.float64]
Bounds = tuple[float, float, float, float]
"""West, east, south and north."""

STRIP_PIXELS, STRIP_ROWS = 2_000_000, 512
MOST_PIXELS = 100_000_000
"""A grid that is chosen by itself has about that many at most."""
LARGEST_SIDE = 2_000_000
PIXELS_ACROSS = 10
"""Pixels that a grid that is chosen by itself has across a small landslide, if it may."""
TRUE_TO_SCALE = 0.01
"""A CRS whose metres are wrong by less is taken at its word, so that a pixel of 1 m is 1 m on the map."""


class EvaluationGrid(PixelGrid):
    """Pixels in a CRS, which may be rotated, worked on a strip of rows at a time."""

    @classmethod
    def of_raster(cls, raster: gdal.Dataset, name: str) -> EvaluationGrid:
        """The grid of a raster.

        Raises:
            ScarpError: if it is not known where it lies.
        """
        crs_wkt = crs_of(raster)
        if not crs_wkt:
            raise no_crs(name)
        return cls(raster.RasterXSize, raster.RasterYSize, tuple(raster.GetGeoTransform()), crs_wkt)

    @classmethod
    def of_probability(cls, raster: ProbabilityRaster) -> EvaluationGrid:
        """The grid of a probability raster, which need not have a CRS."""
        return cls(raster.width, raster.height, tuple(raster.geotransform), raster.crs_wkt)

    @classmethod
    def over(cls, bounds: Bounds, crs_wkt: str, resolution_m: float) -> EvaluationGrid:
        """Pixels of a ground resolution over a rectangle, their edges at whole multiples of their size.

        Raises:
            ScarpError: if the resolution is no length, or the grid would be too large.
        """
        if not 0.0 < resolution_m < math.inf:
            raise ScarpError(f"The resolution is {resolution_m:g} m. Give a number of metres above 0.")
        west, east, south, north = bounds
        unit_x_m, unit_y_m = _metres_of_unit(bounds, crs_wkt)
        x, y = resolution_m / unit_x_m, resolution_m / unit_y_m
        left, top = math.floor(west / x + 1e-6), math.ceil(north / y - 1e-6)
        width = max(1, math.ceil(east / x - 1e-6) - left)
        height = max(1, top - math.floor(south / y + 1e-6))
        if max(width, height) > LARGEST_SIDE:
            raise ScarpError(
                f"With pixels of {resolution_m:g} m the grid would be {width:,} x {height:,} pixels. Give a coarser "
                "resolution, or an area."
            )
        return cls(width, height, (left * x, x, 0.0, top * y, 0.0, -y), crs_wkt)

    def cropped(self, bounds: Bounds) -> EvaluationGrid:
        """The part of the grid whose pixels a rectangle of the CRS touches; all of it where that is none."""
        west, east, south, north = bounds
        corners = self.to_pixels(np.array([[west, south], [west, north], [east, south], [east, north]]))
        first, last = corners.min(axis=0) + 1e-6, corners.max(axis=0) - 1e-6
        window = self.clipped(first[0], first[1], last[0], last[1])
        if window is None:
            return self
        ((x, y),) = self.to_map(np.array([[window.column, window.row]])).tolist()
        _, a, b, _, c, d = self.geotransform
        return EvaluationGrid(window.width, window.height, (x, a, b, y, c, d), self.crs_wkt)

    def strips(self, progress: Progress) -> Iterator[tuple[int, int]]:
        """First row and number of rows of each strip, from top to bottom.

        Raises:
            Cancelled: if asked to stop.
        """
        step = min(STRIP_ROWS, max(1, STRIP_PIXELS // self.width))
        for row in range(0, self.height, step):
            check(progress)
            rows = min(step, self.height - row)
            yield row, rows
            progress.setProgress(100.0 * (row + rows) / self.height)

    def outline_wkb(self) -> bytes:
        """The rectangle that it covers, in its CRS."""
        corners = np.array([[0, 0], [self.width, 0], [self.width, self.height], [0, self.height]])
        return box_wkb(self.to_map(corners))

    def cell_areas_m2(self, measurer: Measurer, row: int, rows: int) -> Floats:
        """Ellipsoidal area of the pixel in the middle of each of some rows, shape (rows,)."""
        centres = self.to_map(np.column_stack([np.full(rows, self.width / 2), row + np.arange(rows) + 0.5]))
        _, a, b, _, c, d = self.geotransform
        return measurer.cell_sizes(centres, np.array([a, c]), np.array([b, d]))[2]

    def strip(self, row: int, rows: int, kind: int) -> gdal.Dataset:
        """A raster in memory that lies where a strip lies."""
        target = gdal.GetDriverByName("MEM").Create("", self.width, rows, 1, kind)
        ((x, y),) = self.to_map(np.array([[0.0, row]])).tolist()
        _, a, b, _, c, d = self.geotransform
        target.SetGeoTransform((x, a, b, y, c, d))
        target.SetProjection(self.crs_wkt)
        return target


def bounds_in(crs_wkt: str, polygons: Sequence[bytes], own_wkt: str, name: str) -> Bounds:
    """The rectangle around polygons in another CRS.

    Args:
        crs_wkt: that it is wanted in.
        polygons: as well-known binary.
        own_wkt: their CRS.
        name: what messages call them.

    Raises:
        ScarpError: if they cannot be brought there.
    """
    own, target = spatial_reference(own_wkt), spatial_reference(crs_wkt)
    if own is None or target is None:
        raise no_crs(name)
    transform = None if own.IsSame(target) else osr.CoordinateTransformation(own, target)
    boxes = []
    for wkb in polygons:
        geometry = ogr.CreateGeometryFromWkb(wkb)
        if transform is not None:
            west, east, south, north = geometry.GetEnvelope()
            geometry.Segmentize(max(east - west, north - south, 1e-9) / EDGE_PARTS)
            failed, reason = attempt(geometry.Transform, transform)
            if failed != 0:
                raise ScarpError(
                    f"The {name} cannot be brought into the coordinate reference system of the comparison ({reason}). "
                    "Check that it has the right one."
                )
        boxes.append(geometry.GetEnvelope())
    west, east, south, north = np.array(boxes).T
    return float(west.min()), float(east.max()), float(south.min()), float(north.max())


def no_crs(name: str) -> ScarpError:
    """The sentence for a layer of which it is not known where it lies."""
    return ScarpError(
        f'The layer "{name}" has no coordinate reference system, so it is not known where it lies. Assign one '
        "(Layer > Set CRS)."
    )


def fitting_resolution_m(areas_m2: Sequence[float], bounds: Bounds, crs_wkt: str) -> tuple[float, str]:
    """A ground resolution for landslides of these areas.

    Args:
        areas_m2: of the landslides.
        bounds: of the grid.
        crs_wkt: of the grid.

    Returns:
        A tenth of the width of small landslides (one in ten is smaller), or what gives a grid of ``MOST_PIXELS``
        where that is coarser, as 1, 2 or 5 times a power of ten; and why.
    """
    west, east, south, north = bounds
    x_m, y_m = _metres_of_unit(bounds, crs_wkt)
    coarse = max(math.sqrt((east - west) * x_m * (north - south) * y_m / MOST_PIXELS), 1e-3)
    small = math.sqrt(float(np.percentile(np.asarray(areas_m2), 10))) if len(areas_m2) else 0.0
    fine = _round_down(small / PIXELS_ACROSS) if small else 0.0
    if fine >= coarse:
        return fine, f"about a tenth of the width of small landslides, which is {small:.3g} m"
    return _round_up(coarse), f"so that the grid has no more than {MOST_PIXELS:,} pixels"


def _round_down(length: float) -> float:
    """The next 1, 2 or 5 times a power of ten at or below."""
    power = 10.0 ** math.floor(math.log10(length) + 1e-9)
    return max(step * power for step in (1.0, 2.0, 5.0) if step * power <= length * (1 + 1e-9))


def _round_up(length: float) -> float:
    """The next 1, 2 or 5 times a power of ten at or above."""
    power = 10.0 ** math.floor(math.log10(length) + 1e-9)
    return min(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= length * (1 - 1e-9))


def _metres_of_unit(bounds: Bounds, crs_wkt: str) -> tuple[float, float]:
    """How many metres the CRS's unit is in the middle of a rectangle, along x and along y."""
    west, east, south, north = bounds
    step = 1e-3 * max(east - west, north - south, 1e-6 * max(map(abs, bounds)), 1e-6)
    centre = np.array([[(west + east) / 2, (south + north) / 2]])
    across, down, _ = Measurer(crs_wkt).cell_sizes(centre, np.array([step, 0.0]), np.array([0.0, step]))
    found = float(across[0]) / step, float(down[0]) / step
    if not all(math.isfinite(each) and each > 0 for each in found):
        raise ScarpError(
            "The layers lie where their coordinate reference system is not defined. Check that it is the right one."
        )
    x_m, y_m = (1.0 if abs(each - 1.0) < TRUE_TO_SCALE else each for each in found)
    return x_m, y_m
