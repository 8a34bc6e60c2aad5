"""Statistics of the pixels of each polygon, from rasters read once, a strip of rows at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from .area import memory_layer
from .probability_raster import ProbabilityRaster
from .progress import Progress, check

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
LEVELS = 101


class Ground(Protocol):
    """Elevation and slope on the grid of the probability raster."""

    def read(self, column: int, row: int, columns: int, rows: int) -> tuple[Floats, Floats]:
        """Elevation in metres and slope in degrees of a window, each of shape (rows, columns); NaN where unknown."""
        ...


@dataclass
class Statistics:
    """Statistics of n polygons; shape (n,) each.

    Attributes:
        pixels: how many.
        percent_sum: of their probabilities.
        percent_max: of their probabilities.
        slope_sum: in degrees, over the ``slope_pixels`` where it is known.
        slope_pixels: as said.
        highest: elevation in metres; -inf where unknown.
        lowest: elevation in metres; inf where unknown.
    """

    pixels: Ints
    percent_sum: Ints
    percent_max: Ints
    slope_sum: Floats
    slope_pixels: Ints
    highest: Floats
    lowest: Floats

    @classmethod
    def of(cls, count: int) -> Statistics:
        """Nothing seen yet."""
        whole = [np.zeros(count, np.int64) for _ in range(4)]
        ends = np.full(count, -math.inf), np.full(count, math.inf)
        return cls(whole[0], whole[1], whole[2], np.zeros(count), whole[3], *ends)

    def joined(self, group: Ints) -> Statistics:
        """Statistics of groups of polygons; ``group`` is the group of each, shape (n,), from 0 and rising."""
        if len(group) == 0:
            return self
        starts = np.flatnonzero(np.r_[True, np.diff(group) > 0])
        return Statistics(
            np.add.reduceat(self.pixels, starts),
            np.add.reduceat(self.percent_sum, starts),
            np.maximum.reduceat(self.percent_max, starts),
            np.add.reduceat(self.slope_sum, starts),
            np.add.reduceat(self.slope_pixels, starts),
            np.maximum.reduceat(self.highest, starts),
            np.minimum.reduceat(self.lowest, starts),
        )


def zonal_statistics(
    raster: ProbabilityRaster,
    polygon: Callable[[int], ogr.Geometry],
    bounds: Ints,
    lowest: int,
    ground: Ground | None,
    progress: Progress,
) -> Statistics:
    """Statistics of the pixels of each polygon that are at or above ``lowest``.

    Args:
        raster: of probabilities.
        polygon: gives the polygon of an index, in pixels, y downwards.
        bounds: shape (n, 2), first row and row after the last of each polygon.
        lowest: per cent.
        ground: where elevation and slope come from, if they are wanted.
        progress: of this part.

    Raises:
        Cancelled: if asked to stop.
    """
    found = Statistics.of(len(bounds))
    waiting = np.argsort(bounds[:, 0], kind="stable")
    starts = bounds[waiting, 0]
    begun, active = 0, np.empty(0, np.int64)
    for row, percent in raster.strips(progress):
        end = row + len(percent)
        more = int(np.searchsorted(starts, end, "left"))
        active = np.concatenate([active, waiting[begun:more]])
        begun = more
        if len(active) == 0:
            continue
        extracted = (percent >= lowest) & (percent < LEVELS)
        labels = _labels([polygon(index) for index in active], row, extracted)
        check(progress)
        _count(found, active, labels, percent[extracted])
        if ground is not None:
            rows, columns = np.nonzero(extracted.any(axis=1))[0], np.nonzero(extracted.any(axis=0))[0]
            first, box = (rows[0], columns[0]), (rows[-1] + 1 - rows[0], columns[-1] + 1 - columns[0])
            elevation, slope = ground.read(int(first[1]), row + int(first[0]), int(box[1]), int(box[0]))
            inside = extracted[first[0] : first[0] + box[0], first[1] : first[1] + box[1]]
            _measure(found, active, labels, elevation[inside], slope[inside])
        active = active[bounds[active, 1] > end]
    return found


def _labels(polygons: list[ogr.Geometry], row: int, extracted: NDArray[np.bool_]) -> Ints:
    """For each extracted pixel of a strip, in reading order, the index of the polygon that it lies in; shape (k,)."""
    rows, width = extracted.shape
    source, layer = memory_layer(None)
    layer.CreateField(ogr.FieldDefn("label", ogr.OFTInteger))
    for label, polygon in enumerate(polygons, 1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, label)
        feature.SetGeometry(polygon)
        layer.CreateFeature(feature)
    target = gdal.GetDriverByName("MEM").Create("", width, rows, 1, gdal.GDT_Int32)
    target.SetGeoTransform((0.0, 1.0, 0.0, float(row), 0.0, 1.0))
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # it warns that there is no CRS, which pixels do not have
    gdal.RasterizeLayer(target, [1], layer, options=["ATTRIBUTE=label"])
    gdal.PopErrorHandler()
    del layer, source
    labels: Ints = target.ReadAsArray()[extracted].astype(np.int64) - 1
    return labels


def _count(found: Statistics, active: Ints, labels: Ints, percent: NDArray[np.uint8]) -> None:
    """Add pixels to the sums; those of a polygon that was dropped have the label -1."""
    known = labels >= 0
    cells = np.bincount(labels[known] * LEVELS + percent[known], minlength=len(active) * LEVELS)
    table = cells.reshape(len(active), LEVELS)
    found.pixels[active] += table.sum(axis=1)
    found.percent_sum[active] += table @ np.arange(LEVELS)
    highest = np.where(table.any(axis=1), LEVELS - 1 - (table[:, ::-1] > 0).argmax(axis=1), 0)
    found.percent_max[active] = np.maximum(found.percent_max[active], highest)


def _measure(found: Statistics, active: Ints, labels: Ints, elevation: Floats, slope: Floats) -> None:
    """Add elevation and slope, shape (k,) each."""
    sloping = (labels >= 0) & np.isfinite(slope)
    count = len(active)
    found.slope_sum[active] += np.bincount(labels[sloping], slope[sloping], count)
    found.slope_pixels[active] += np.bincount(labels[sloping], minlength=count)
    known = (labels >= 0) & np.isfinite(elevation)
    order = np.argsort(labels[known], kind="stable")
    sorted_labels, heights = labels[known][order], elevation[known][order]
    if len(heights) == 0:
        return
    firsts = np.flatnonzero(np.r_[True, np.diff(sorted_labels) > 0])
    which = active[sorted_labels[firsts]]
    found.highest[which] = np.maximum(found.highest[which], np.maximum.reduceat(heights, firsts))
    found.lowest[which] = np.minimum(found.lowest[which], np.minimum.reduceat(heights, firsts))
