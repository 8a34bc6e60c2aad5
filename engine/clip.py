"""The part of a probability raster that lies in an area."""

from __future__ import annotations

from pathlib import Path

from .area import Area
from .probability import NODATA, ProbabilityWriter
from .probability_raster import ProbabilityRaster
from .progress import Part, Progress
from .windows import Window

READ_SHARE = 80.0
"""Per cent of the progress bar after which overviews are made."""


def clip(raster: ProbabilityRaster, area: Area, path: Path, progress: Progress) -> None:
    """Write a copy in which all pixels whose centre is not in the area are nodata.

    Args:
        raster: to copy.
        area: on the raster's grid.
        path: of the copy, a GeoTIFF.
        progress: told how far it is, and asked whether to stop.

    Raises:
        Cancelled: if so; nothing is left behind.
        ScarpError: if the raster cannot be read or the copy not be written.
    """
    with ProbabilityWriter(
        path, raster.width, raster.height, tuple(raster.geotransform), raster.crs_wkt
    ) as writer:  # fmt: skip
        for row, pixels in raster.strips(Part(progress, 0.0, READ_SHARE)):
            pixels[~area.mask(Window(0, row, raster.width, len(pixels)))] = NODATA
            writer.write(pixels)
        writer.finish(Part(progress, READ_SHARE, 100.0))
