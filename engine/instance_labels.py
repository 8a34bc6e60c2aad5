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
from .uncovered import Uncovered

SMALLEST_PERCENT = 1
"""Below it, a pixel is of no instance, even at threshold 0."""


@dataclass(frozen=True)
class Labels:
    """Which landslide each pixel belongs to.

    Attributes:
        raster: one Int32 band of pixels without georeference: 0 none, else the number of the landslide.
        scores: shape (n + 1,), by number: the highest of the landslide's fragments; NaN where it has none.
    """

    raster: gdal.Dataset
    scores: NDArray[np.float32]


def write_labels(
    path: str, fragments: Fragments, raster: ProbabilityRaster, lowest: int, progress: Progress
) -> Labels:
    """Merge fragments into landslides, and write which pixels each of them has.

    Each pixel at or above ``lowest`` per cent belongs to the landslide whose own probability there is the highest; of
    equals, to the one that comes first. Where the probabilities are the mean with those of another model, that one may
    be sure where there is no instance: such pixels belong to the landslide that they hang together with, or are one of
    their own (see ``Uncovered``). So all landslides together are the raster at or above ``lowest``.

    Args:
        path: of a new GeoTIFF.
        fragments: of all tiles.
        raster: the probabilities that they gave, or the mean of those and of another model's.
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
    rows, uncovered = RowsInWork(fragments.grid.rows), Uncovered(raster.width)
    shape = (fragments.grid.rows.size, raster.width)
    highest, owner = np.zeros(shape, np.float32), np.zeros(shape, np.int32)
    for index, start in enumerate(rows.starts):
        check(progress)
        _claim(highest, owner, fragments, index, numbers, progress)
        count = rows.complete(index)
        ready = owner[:count]
        percent = raster.read(start, count)
        extracted = (percent >= lowest) & (percent <= 100)
        ready[~extracted] = 0
        uncovered.add(ready, extracted)
        if ready.any():
            _write(labels, ready, start)
        rows.move_up(count, (highest, owner))
        progress.setProgress(50.0 + 40.0 * (index + 1) / len(rows.starts))
    if uncovered.count:
        joined, alone = uncovered.landslides(len(scores) - 1)
        scores = np.append(scores, np.full(alone, np.nan, np.float32))
        _renumber(labels, joined, Part(progress, 90.0, 100.0))
    progress.setProgress(100.0)
    if reason := attempt(labels.FlushCache)[1]:
        raise OSError(reason)
    return Labels(labels, scores)


def _write(labels: gdal.Dataset, numbers: NDArray[np.int32], row: int) -> None:
    """Write full rows of the label raster.

    Raises:
        OSError: if the disk is full.
    """
    if reason := attempt(labels.WriteArray, numbers, 0, row)[1]:
        raise OSError(reason)
    # Or GDAL would keep the blocks, and memory grow with the height.
    if reason := attempt(labels.GetRasterBand(1).FlushCache)[1]:
        raise OSError(reason)


def _renumber(labels: gdal.Dataset, joined: NDArray[np.int32], progress: Progress) -> None:
    """Put the landslides of groups of uncovered pixels in their place; ``joined`` has them by the groups' numbers.

    Raises:
        OSError: if the file cannot be read or written.
        Cancelled: if asked to stop.
    """
    band = labels.GetRasterBand(1)
    for row in range(0, band.YSize, MASK_ROWS):
        check(progress)
        numbers, reason = attempt(band.ReadAsArray, 0, row, band.XSize, min(MASK_ROWS, band.YSize - row))
        if numbers is None:
            raise OSError(reason)
        if (numbers < 0).any():
            _write(labels, np.where(numbers < 0, joined[np.maximum(-numbers, 0)], numbers), row)
        else:
            band.FlushCache()
        progress.setProgress(100.0 * (row + len(numbers)) / band.YSize)


def _claim(
    highest: NDArray[np.float32], owner: NDArray[np.int32], fragments: Fragments, index: int,
    numbers: NDArray[np.int32], progress: Progress,
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
            wins = (each.percent > best) & (each.percent >= SMALLEST_PERCENT)
            best[wins] = each.percent[wins]
            tile_owner[each.slices][wins] = number
