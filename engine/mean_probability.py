"""The mean of two probability rasters of one scene."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .errors import ScarpError
from .origin import Origin
from .probability import NODATA, ProbabilityWriter
from .probability_raster import ProbabilityRaster
from .progress import Part, Progress

OVERVIEW_SHARE = 80.0
"""Per cent of the progress bar after which overviews are made."""


def mean_percent(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mean of two maps of per cent, a half rounded up; nodata where either is."""
    mean = (one.astype(np.uint16) + other + 1) // 2
    return np.where((one == NODATA) | (other == NODATA), NODATA, mean).astype(np.uint8)


def write_mean(
    one_path: str, other_path: str, destination: Path, origin: Origin, progress: Progress
) -> NDArray[np.int64]:
    """Write the mean of two probability rasters, a strip of rows at a time.

    Args:
        one_path: of a probability raster.
        other_path: of another one, on the same grid.
        destination: of the GeoTIFF; what is there stays until the new one is complete.
        origin: that it is to state.
        progress: told how far it is, and asked whether to stop.

    Returns:
        Shape (101,), pixels of probability 0.00, 0.01, ... 1.00.

    Raises:
        ScarpError: if the grids differ, or a file cannot be read or written.
        Cancelled: if asked to stop; nothing is left behind.
    """
    one, other = ProbabilityRaster(one_path), ProbabilityRaster(other_path)
    grids = [(raster.width, raster.height, *raster.geotransform) for raster in (one, other)]
    if grids[0] != grids[1]:
        first, second = (f"{width} x {height} pixels from {grid}" for width, height, *grid in grids)
        raise ScarpError(
            f"The probabilities of two models have no mean, since their grids differ: {first}, and {second}. Set one "
            "working ground resolution for both."
        )
    place = one.width, one.height, tuple(one.geotransform), one.crs_wkt
    with ProbabilityWriter(destination, *place) as writer:
        writer.set_metadata(origin.items())
        for row, percent in one.strips(Part(progress, 0.0, OVERVIEW_SHARE)):
            writer.write(mean_percent(percent, other.read(row, len(percent))))
        writer.finish(Part(progress, OVERVIEW_SHARE, 100.0))
    return writer.histogram
