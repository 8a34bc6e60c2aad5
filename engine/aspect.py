"""Slope of landslides, and the direction that they face, on the DEM's own grid."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from osgeo import osr

from .area import spatial_reference
from .errors import ScarpError
from .gdal_calls import attempt
from .landslides import Terrain
from .polygon_pixels import JUDGED_SHARE, PixelGrid, PolygonPixels
from .progress import Progress, check
from .scene import open_raster

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

AT_ONCE = 500
FLAT = math.tan(math.radians(0.1))
"""A pixel that rises less, 0.1 degrees, faces nowhere: what is left there is rounding."""
SECTORS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
STEP_PIXELS = 0.5


@dataclass(frozen=True)
class Facing:
    """How n polygons lie; NaN where the DEM does not cover half of one.

    Attributes:
        slope_deg: shape (n,), mean of the pixels.
        aspect_deg: shape (n,), circular mean of the downslope directions of the pixels, clockwise from true north, in
            [0, 360); also NaN where all pixels are flat.
    """

    slope_deg: Floats
    aspect_deg: Floats


def facing(dem_path: str, polygons: Iterable[bytes], crs_wkt: str, count: int, progress: Progress) -> Facing:
    """Mean slope and aspect of polygons, some of which are in memory at a time.

    Args:
        dem_path: elevation in metres.
        polygons: as well-known binary.
        crs_wkt: of the polygons.
        count: of the polygons, for the progress.
        progress: of this part.

    Raises:
        ScarpError: if the DEM cannot be read, or it or the polygons have no CRS.
        Cancelled: if asked to stop.
    """
    grid = PixelGrid.of(open_raster(dem_path))
    terrain = Terrain(dem_path, grid)
    slopes, aspects, waiting = [np.empty(0)], [np.empty(0)], iter(polygons)
    done = 0
    while some := list(islice(waiting, AT_ONCE)):
        pixels = PolygonPixels(some, crs_wkt, grid, dem_path)
        slope, across, down = _means(pixels, terrain, progress)
        slopes.append(slope)
        aspects.append(_azimuths(pixels, across, down))
        terrain.release()
        done += len(some)
        progress.setProgress(100.0 * done / max(done, count))
    return Facing(np.concatenate(slopes), np.concatenate(aspects))


def _means(pixels: PolygonPixels, terrain: Terrain, progress: Progress) -> tuple[Floats, Floats, Floats]:
    """Mean slope in degrees, and the sums of the downslope directions along rows and columns; shape (n,) each."""
    slope, across, down = np.full(len(pixels), math.nan), np.zeros(len(pixels)), np.zeros(len(pixels))
    for index in pixels.order():
        count = known = 0
        total = right = below = 0.0
        for window, inside in pixels.parts(index):
            check(progress)
            _, x, y = terrain.gradient(window.column, window.row, window.width, window.height)
            x, y = x[inside], y[inside]
            count += x.size
            rise = np.hypot(x, y)
            x, y, rise = x[np.isfinite(rise)], y[np.isfinite(rise)], rise[np.isfinite(rise)]
            known, total = known + rise.size, total + float(np.degrees(np.arctan(rise)).sum())
            steep = rise >= FLAT
            right -= float((x[steep] / rise[steep]).sum())
            below -= float((y[steep] / rise[steep]).sum())
        if known and known * pixels.share_on_grid(index) >= JUDGED_SHARE * count:
            slope[index], across[index], down[index] = total / known, right, below
    return slope, across, down


def _azimuths(pixels: PolygonPixels, across: Floats, down: Floats) -> Floats:
    """Directions that are given along rows and columns, clockwise from true north; NaN where there is none."""
    azimuths = np.full(len(pixels), math.nan)
    has_one = np.flatnonzero(np.hypot(across, down) > 1e-9)
    if len(has_one) == 0:
        return azimuths
    centres = (pixels.boxes[has_one, :2] + pixels.boxes[has_one, 2:]) / 2
    right, below = (_unit_steps(pixels.grid, centres, np.array(step)) for step in ((STEP_PIXELS, 0), (0, STEP_PIXELS)))
    east, north = across[has_one] * right + down[has_one] * below
    azimuths[has_one] = _azimuth(east, north)
    return azimuths


def _azimuth(east: Floats, north: Floats) -> Floats:
    """Directions clockwise from north, in [0, 360)."""
    azimuth: Floats = np.degrees(np.arctan2(east, north)) % 360.0
    return azimuth % 360.0  # a hair west of north was rounded to 360


def _unit_steps(grid: PixelGrid, centres: Floats, step: Floats) -> Floats:
    """Where a step on a grid leads, from some of its pixels: east and north, shape (2, n), of length 1."""
    crs = spatial_reference(grid.crs_wkt)
    ends = np.concatenate([grid.to_map(centres - step), grid.to_map(centres + step)])
    if crs is None or not (crs.IsGeographic() or crs.IsProjected()):
        moved = np.diff(ends.reshape(2, -1, 2), axis=0)[0]
    else:
        geographic = osr.SpatialReference()
        geographic.SetWellKnownGeogCS("WGS84")
        geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        places, reason = attempt(osr.CoordinateTransformation(crs, geographic).TransformPoints, ends.tolist())
        if places is None:
            raise ScarpError(
                f"Where north is on the DEM cannot be told ({reason}). Check its coordinate reference system, or run "
                "without it."
            )
        start, end = np.array(places)[:, :2].reshape(2, -1, 2)
        latitude, axes = np.radians((start[:, 1] + end[:, 1]) / 2), 1 - 1 / geographic.GetInvFlattening()
        # Radius of curvature across the meridian in that along it.
        ratio = (1 - (1 - axes**2) * np.sin(latitude) ** 2) / axes**2
        turned = (end[:, 0] - start[:, 0] + 180.0) % 360.0 - 180.0
        moved = np.column_stack([turned * np.cos(latitude) * ratio, end[:, 1] - start[:, 1]])
    unit: Floats = (moved / np.hypot(*moved.T)[:, None]).T
    return unit


def sector_counts(aspects_deg: Floats, sectors: int = len(SECTORS)) -> Ints:
    """How many face into each of some sectors of equal width.

    Args:
        aspects_deg: shape (n,), clockwise from north; NaN is left out.
        sectors: number of them; the middle of the first is north.

    Returns:
        Shape (sectors,), clockwise.
    """
    known = aspects_deg[np.isfinite(aspects_deg)]
    width = 360.0 / sectors
    number = np.floor((known % 360.0 + width / 2) / width).astype(np.int64) % sectors
    return np.bincount(number, minlength=sectors)


def mean_direction(aspects_deg: Floats) -> tuple[float, float]:
    """Circular mean of directions.

    Args:
        aspects_deg: shape (n,), clockwise from north; NaN is left out.

    Returns:
        The mean in degrees, in [0, 360), NaN where there is none; and its length, 0 (all ways alike) to 1 (all one
        way), NaN without any direction.

    Source: Mardia and Jupp 2000, Directional Statistics, section 2.2.
    """
    known = np.radians(aspects_deg[np.isfinite(aspects_deg)])
    if len(known) == 0:
        return math.nan, math.nan
    east, north = np.sin(known).mean(), np.cos(known).mean()
    length = math.hypot(east, north)
    return (float(_azimuth(east, north)) if length > 1e-9 else math.nan), length
