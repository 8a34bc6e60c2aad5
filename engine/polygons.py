"""From a probability raster and a threshold to polygons that follow the pixel edges."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .fragments import Fragments
from .outlines import Outlines, PolygonOptions
from .probability_raster import ProbabilityRaster, lowest_percent
from .progress import Part, Progress, Quiet, check
from .zonal import Ground, Statistics, zonal_statistics

__all__ = ["Polygon", "PolygonOptions", "polygonize"]


@dataclass(frozen=True)
class Polygon:
    """One landslide, with the statistics of the pixels that were extracted (those of filled holes left out).

    Attributes:
        wkb: in the raster's CRS; a valid polygon with connectedness 4, a valid multipolygon with 8 or of an instance.
        pixels: how many were extracted.
        probability_mean: in [0, 1].
        probability_max: in [0, 1].
        slope_mean_deg: None where there is no ground.
        elevation_max_m: None where there is no ground.
        elevation_min_m: None where there is no ground.
        score: of an instance, in [0, 1]; None where it is none.
    """

    wkb: bytes
    pixels: int
    probability_mean: float
    probability_max: float
    slope_mean_deg: float | None = None
    elevation_max_m: float | None = None
    elevation_min_m: float | None = None
    score: float | None = None


def polygonize(
    raster_path: str,
    threshold: float,
    options: PolygonOptions | None = None,
    progress: Progress | None = None,
    ground: Ground | None = None,
    fragments: Fragments | None = None,
) -> Iterator[Polygon]:
    """Polygons of all pixels whose probability is at or above the threshold.

    Pixels that hang together are a landslide; or those of an instance, where the fragments that gave the probabilities
    are handed in.

    The mask goes through ``gdal.Polygonize`` line by line into a temporary file, so that neither the scene's height
    nor the number of landslides is held in memory.

    Args:
        raster_path: probability raster, one Byte band of 0 to 100, any path that GDAL reads.
        threshold: in [0, 1]; 0 takes every valid pixel.
        options: what becomes of the outlines; as they are if None.
        progress: told how far it is, and asked whether to stop.
        ground: where elevation and slope come from, if they are wanted.
        fragments: of all tiles, from a model of instances; nothing goes by the raster alone.

    Returns:
        The polygons, from north to south by their first pixels. The raster is read when the first is asked for; the
        temporary file is gone when the iterator ends, fails or is closed.

    Raises:
        ScarpError: if the raster or the threshold is unusable, or the temporary folder is full.
        Cancelled: if asked to stop.
    """
    lowest = lowest_percent(threshold)
    raster = ProbabilityRaster(raster_path)
    return _polygons(raster, lowest, options or PolygonOptions(), progress or Quiet(), ground, fragments)


def _polygons(
    raster: ProbabilityRaster, lowest: int, options: PolygonOptions, progress: Progress, ground: Ground | None,
    fragments: Fragments | None,
) -> Iterator[Polygon]:  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="scarp-") as folder:
        outlines = Outlines(raster, options, Path(folder))
        try:
            outlines.trace(lowest, fragments, Part(progress, 0.0, 40.0))
            parts = outlines.choose(Part(progress, 40.0, 50.0))
            of_parts = zonal_statistics(
                raster, lambda index: outlines.exact(int(parts.features[index])), parts.rows, lowest, ground,
                Part(progress, 50.0, 80.0),
            )  # fmt: skip
            statistics = of_parts.joined(parts.landslides)
            first = np.flatnonzero(np.diff(parts.landslides, prepend=-1))
            members = np.split(parts.features, first[1:]) if len(first) else []
            scores = [None] * len(first) if outlines.scores is None else outlines.scores[parts.labels[first]].tolist()
            for index, features in enumerate(members):
                if index % 200 == 0:
                    check(progress)
                    progress.setProgress(80.0 + 20.0 * index / len(members))
                yield _polygon(outlines.wkb(features.tolist()), statistics, index, scores[index])
            progress.setProgress(100.0)
        finally:
            outlines.close()


def _polygon(wkb: bytes, statistics: Statistics, index: int, score: float | None) -> Polygon:
    pixels, known = int(statistics.pixels[index]), math.isfinite(statistics.highest[index])
    sloping = int(statistics.slope_pixels[index])
    return Polygon(
        wkb,
        pixels,
        float(statistics.percent_sum[index]) / pixels / 100.0,
        float(statistics.percent_max[index]) / 100.0,
        float(statistics.slope_sum[index]) / sloping if sloping else None,
        float(statistics.highest[index]) if known else None,
        float(statistics.lowest[index]) if known else None,
        None if score is None else round(score, 6),
    )
