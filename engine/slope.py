"""Mean slope of polygons, on the DEM's own grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .landslides import Terrain
from .polygon_pixels import PixelGrid, PolygonPixels, polygon_means
from .progress import Progress
from .scene import open_raster
from .windows import Window

Floats = NDArray[np.float64]


def mean_slopes(dem_path: str, polygons: Sequence[bytes], crs_wkt: str, progress: Progress) -> Floats:
    """Mean slope of polygons.

    Args:
        dem_path: elevation in metres.
        polygons: as well-known binary.
        crs_wkt: of the polygons.
        progress: of this part.

    Returns:
        Shape (n,), in degrees; NaN where the DEM does not cover half of a polygon.

    Raises:
        ScarpError: if the DEM cannot be read or has no CRS.
        Cancelled: if asked to stop.
    """
    grid = PixelGrid.of(open_raster(dem_path))
    terrain = Terrain(dem_path, grid)

    def slope(window: Window) -> Floats:
        return terrain.read(window.column, window.row, window.width, window.height)[1]

    pixels = PolygonPixels(polygons, crs_wkt, grid, dem_path)
    return polygon_means(pixels, slope, np.inf, progress, terrain.release).mean
