"""The label raster of landslides that were found as instances: each pixel belongs to one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .blend import RowsInWork
from .fragments import Fragments
from .gdal_calls import attempt
from .instances import merged
from .probability_raster import MASK_ROWS, ProbabilityRaster
from .progress import Part, Progress, check

SMALLEST_PERCENT = 1
"""Below it, a pixel is of no instance, even at threshold 0."""


@dataclass(frozen=True)
class Labels:
    """Which landslide each pixel belongs to.

    Attributes:
        raster: one Int32 band of pixels without georeference: 0 none, else the number of the landslide.
        scores: shape (n + 1,), by number: the highest of the landslide's fragments.
    """

    raster: gdal.Dataset
    scores: NDArray[np.float32]


def write_labels(
    path: str, fragments: Fragments, raster: ProbabilityRaster, lowest: int, progress: Progress
) -> Labels:
    """Merge fragments into landslides, and write which pixels each of them has.

    A pixel belongs to the landslide whose probability there is the highest, if that is ``lowest`` per cent or more; of
    equals, to the one that comes first. So all landslides together are the raster at or above ``lowest``.

    Args:
        path: of a new GeoTIFF.
        fragments: of all tiles.
        raster: the probabilities that they gave.
        lowest: per cent.
        progress: told how far it is, and asked whether to stop.

    Raises:
        OSError: if the file cannot be written.
        ScarpError: if the raster or the fragments cannot be read.
        Cancelled: if asked to stop.
    """
    lowest = max(lowest, SMALLEST_PERCENT)
    numbers, scores = merged(fragments, lowest, Part(progress, 0.0, 50.0))
    options = [f"BLOCKYSIZE={MASK_ROWS}", "COMPRESS=DEFLATE", "ZLEVEL=1", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"]
    labels, reason = attempt(
        gdal.GetDriverByName("GTiff").Create, path, raster.width, raster.height, 1, gdal.GDT_Int32, options
    )
    if labels is None:
        raise OSError(reason)
    rows = RowsInWork(fragments.grid.rows)
    shape = (fragments.grid.rows.size, raster.width)
    highest, owner = np.zeros(shape, np.float32), np.zeros(shape, np.int32)
    for index, start in enumerate(rows.starts):
        check(progress)
        _claim(highest, owner, fragments, index, numbers, lowest, progress)
        count = rows.complete(index)
        ready = owner[:count]
        if ready.any():
            percent = raster.read(start, count)
            ready[(percent < lowest) | (percent > 100)] = 0
            if reason := attempt(labels.WriteArray, ready, 0, start)[1]:
                raise OSError(reason)
        if reason := attempt(labels.GetRasterBand(1).FlushCache)[1]:
            raise OSError(reason)
        rows.move_up(count, (highest, owner))
        progress.setProgress(50.0 + 50.0 * (index + 1) / len(rows.starts))
    if reason := attempt(labels.FlushCache)[1]:
        raise OSError(reason)
    return Labels(labels, scores)


def _claim(
    highest: NDArray[np.float32], owner: NDArray[np.int32], fragments: Fragments, index: int,
    numbers: NDArray[np.int32], lowest: int, progress: Progress,
) -> None:  # fmt: skip
    """Give the pixels of a row of tiles to the landslides that are most probable there; shapes (rows, width)."""
    for first, window, instances in fragments.row(index):
        check(progress)
        columns = slice(window.column, window.column + window.width)
        tile_highest, tile_owner = highest[:, columns], owner[:, columns]
        of_tile = numbers[first : first + len(instances)]
        here = instances.chosen(of_tile > 0)
        for number, each in zip(of_tile[of_tile > 0], here.spreads(window.height, window.width)):
            best = tile_highest[each.slices]
            wins = (each.percent > best) & (each.percent >= lowest)
            best[wins] = each.percent[wins]
            tile_owner[each.slices][wins] = number
