"""What is known to be landslide, on the grid of a probability raster."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .area import Area
from .errors import ScarpError
from .evaluation_grid import EvaluationGrid
from .label_raster import LabelRaster, label_band
from .probability_raster import ProbabilityRaster
from .progress import Progress
from .raster_on_grid import RasterOnGrid
from .scene import open_raster
from .windows import Window

Bytes = NDArray[np.uint8]

LANDSLIDE, OTHER, UNLABELLED = 1, 0, 255


class Reference(Protocol):
    """Says of the pixels of a probability raster what they are."""

    def labels(self, row: int, rows: int) -> Bytes:
        """LANDSLIDE, OTHER or UNLABELLED for some rows of the raster; shape (rows, width).

        Raises:
            ScarpError: if it cannot be read.
        """
        ...


class PolygonReference:
    """Polygons of landslides; everything outside them is something else.

    Args:
        area: the polygons on the raster's grid; a pixel is in them where its centre is.
        width: of the raster, in pixels.
    """

    def __init__(self, area: Area, width: int) -> None:
        self._area, self._width = area, width

    def labels(self, row: int, rows: int) -> Bytes:
        """See ``Reference``."""
        return self._area.mask(Window(0, row, self._width, rows)).astype(np.uint8)


class LabelReference:
    """A label raster: 1 is landslide, 0 something else, as are further classes; 255 and nodata are unlabelled.

    On another grid, or in another CRS, each pixel of the probability raster gets the label that its centre lies on.
    A nodata value of 0 is not believed, since the background is 0.

    Args:
        path: anything GDAL reads.
        name: of the layer, for messages.
        raster: whose grid the labels are wanted on.
        progress: is asked whether to stop.

    Raises:
        ScarpError: if it cannot be read, holds no labels, or it is not known where it lies.
    """

    def __init__(self, path: str, name: str, raster: ProbabilityRaster, progress: Progress) -> None:
        band = label_band(path)
        self._width = raster.width
        self._labels: LabelRaster | None = None
        source = open_raster(path)
        if raster.crs_wkt:
            grid = EvaluationGrid(raster.width, raster.height, tuple(raster.geotransform), raster.crs_wkt)
            self._on_grid = RasterOnGrid(source, band, grid, name, progress)
            return
        # Without coordinates, pixels can only be compared one by one.
        self._labels = LabelRaster(path, band)
        size = self._labels.width, self._labels.height
        if size != (raster.width, raster.height):
            raise ScarpError(
                f'The probability raster has no coordinate system, and the layer "{name}" is {size[0]} x {size[1]} '
                f"pixels instead of {raster.width} x {raster.height}, so the two cannot be compared. Set the "
                "coordinate systems, or choose labels of the same size."
            )

    def labels(self, row: int, rows: int) -> Bytes:
        """See ``Reference``."""
        if self._labels is not None:
            values = self._labels.read(Window(0, row, self._width, rows)).astype(np.float32)
        else:
            values = self._on_grid.read(row, rows)
        known = (values >= 0) & (values != UNLABELLED)
        return np.where(known, values == LANDSLIDE, UNLABELLED).astype(np.uint8)
