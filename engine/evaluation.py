"""Evaluation of an extraction against a reference: by pixel, by object, by size, and as a map."""

from __future__ import annotations

import math
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .area import Area
from .error_map import (
    CORRECT,
    FALSE,
    KINDS,
    MISSED,
    RIGHT_BACKGROUND,
    UNLABELLED,
    ErrorMapWriter,
    ErrorPicture,
    SelectedCodes,
    error_codes,
)
from .errors import ScarpError
from .evaluation_grid import EvaluationGrid
from .measurements import Measurer
from .polygons_on_grid import PolygonsOnGrid
from .progress import Part, Progress, Quiet
from .raster_on_grid import ValidPixels
from .reference import Landslides
from .scene import open_raster
from .scores import ObjectScores, PixelCounts
from .windows import Window

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SIZES_M2 = (100.0, 1000.0, 10000.0, 100000.0)


@dataclass(frozen=True)
class SizeClass:
    """Scores of the landslides of one class of size.

    Attributes:
        low_m2: smallest area in it.
        high_m2: smallest area that is above it; infinite in the last one.
        scores: by object; recall is of reference landslides of this size, precision of extracted ones of this size.
    """

    low_m2: float
    high_m2: float
    scores: ObjectScores


@dataclass(frozen=True)
class Evaluation:
    """What an extraction is worth.

    Attributes:
        counts: by pixel.
        areas_m2: ellipsoidal area of what is correct, missed and false, by these names.
        objects: by object.
        sizes: by object, for each class of size from small to large.
        grid: that was compared on.
        unlabelled: pixels of the grid that were left out.
        picture: of the error map.
    """

    counts: PixelCounts
    areas_m2: dict[str, float]
    objects: ObjectScores
    sizes: tuple[SizeClass, ...]
    grid: EvaluationGrid
    unlabelled: int
    picture: ErrorPicture


def parse_sizes(text: str) -> tuple[float, ...]:
    """Limits between classes of size, from a text such as "100, 1000".

    Raises:
        ScarpError: if they are not rising areas above 0.
    """
    words = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    try:
        limits = tuple(float(word) for word in words)
    except ValueError:
        limits = (math.nan,)
    if not all(0 < limit < math.inf for limit in limits) or any(a >= b for a, b in zip(limits, limits[1:])):
        raise ScarpError(
            f'The size classes are "{text}". Give rising areas in m², separated by commas, such as 100, 1000, 10000.'
        )
    return limits


def evaluate(
    extraction: Landslides,
    reference: Landslides,
    grid: EvaluationGrid,
    error_map: Path,
    *,
    area: Area | None = None,
    image: ValidPixels | None = None,
    overlap: float = 0.5,
    sizes_m2: Sequence[float] = SIZES_M2,
    progress: Progress | None = None,
) -> Evaluation:
    """Compare, strip by strip, and write the error map.

    Objects are the polygons of a layer, or connected pixels (by their edges) of a raster. They are counted where they
    lie in what is compared: of one that reaches beyond, the part inside decides. Its size is that of the whole polygon,
    and of the part inside where it comes from a raster.

    Args:
        extraction: on the grid.
        reference: on the grid.
        grid: compared on.
        error_map: GeoTIFF to be written; it stays where the run fails after it is complete.
        area: on the grid; what lies outside is left out.
        image: on the grid; where it is nodata is left out.
        overlap: share of an object's pixels that must be landslide in the other set for it to count, in (0, 1].
        sizes_m2: limits between the classes of size, rising.
        progress: told how far it is, and asked whether to stop.

    Returns:
        The scores.

    Raises:
        ScarpError: if the overlap is no such share, nothing can be compared, or a file cannot be read or written.
        Cancelled: if asked to stop.

    Source: Liu et al. 2021, An improved Mask R-CNN, formulas 5 to 10 and figures 13 to 15.
    """
    if not 0.0 < overlap <= 1.0:
        raise ScarpError(f"The overlap is {100 * overlap:g} %. Give a share above 0 and up to 100 %.")
    watched = progress or Quiet()
    picture = ErrorPicture(grid)
    with ErrorMapWriter(error_map, grid.width, grid.height, tuple(grid.geotransform), grid.crs_wkt) as writer:
        table, areas_m2 = _compare(extraction, reference, area, image, writer, picture, Part(watched, 0.0, 50.0))
        writer.finish(Part(watched, 50.0, 60.0))
    counts = PixelCounts(*table[[CORRECT, FALSE, MISSED, RIGHT_BACKGROUND]].tolist())
    if counts == PixelCounts():
        raise ScarpError(
            "There is nothing to compare: no pixel is labelled in the reference, valid in the extraction and the "
            "image, and in the area. Check that the layers lie over each other."
        )
    with tempfile.TemporaryDirectory(prefix="scarp-") as folder:
        sets = [
            _Objects.of(landslides, name, code, error_map, grid, Path(folder), Part(watched, start, start + 20.0))
            for landslides, name, code, start in (
                (reference, "reference", MISSED, 60.0), (extraction, "extraction", FALSE, 80.0)
            )
        ]  # fmt: skip
    limits = (0.0, *sizes_m2, math.inf)
    return Evaluation(
        counts,
        {name: float(areas_m2[code]) for code, name in KINDS.items()},
        _object_scores(sets, overlap, 0.0, math.inf),
        tuple(
            SizeClass(low, high, _object_scores(sets, overlap, low, high)) for low, high in zip(limits, limits[1:])
        ),
        grid,
        int(table[UNLABELLED]),
        picture,
    )


def _compare(
    extraction: Landslides, reference: Landslides, area: Area | None, image: ValidPixels | None,
    writer: ErrorMapWriter, picture: ErrorPicture, progress: Progress,
) -> tuple[Ints, Floats]:  # fmt: skip
    """Write the error map; pixels of each code, and their area in m², shape (256,) each."""
    grid = picture.grid
    measurer = Measurer(grid.crs_wkt)
    table, areas_m2 = np.zeros(256, np.int64), np.zeros(256)
    for row, rows in grid.strips(progress):
        codes = error_codes(extraction.codes(row, rows), reference.codes(row, rows))
        if area is not None:
            codes[~area.mask(Window(0, row, grid.width, rows))] = UNLABELLED
        if image is not None:
            codes[~image.read(row, rows)] = UNLABELLED
        table += np.bincount(codes.reshape(-1), minlength=256)
        cells_m2 = grid.cell_areas_m2(measurer, row, rows)
        for code in KINDS:
            areas_m2[code] += (codes == code).sum(axis=1) @ cells_m2
        picture.add(row, codes)
        writer.write(codes)
    return table, areas_m2


@dataclass(frozen=True)
class _Objects:
    """The objects of one set that have pixels in what is compared; shape (n,) each.

    Attributes:
        areas_m2: of each.
        covered: share of its pixels that the other set covers.
    """

    areas_m2: Floats
    covered: Floats

    @classmethod
    def of(
        cls, landslides: Landslides, name: str, own: int, error_map: Path, grid: EvaluationGrid, folder: Path,
        progress: Progress,
    ) -> _Objects:  # fmt: skip
        """Objects of a set, whose pixels have its own code in the error map where the other set has none."""
        if isinstance(landslides, PolygonsOnGrid):
            return cls._counted(landslides, name, error_map, grid, progress)
        selected = SelectedCodes(error_map, (CORRECT, own), True)
        regions = PolygonsOnGrid.of_regions(selected.band, grid, folder, Part(progress, 0.0, 50.0))
        try:
            return cls._counted(regions, name, error_map, grid, Part(progress, 50.0, 100.0))
        finally:
            regions.close()

    @classmethod
    def _counted(
        cls, polygons: PolygonsOnGrid, name: str, error_map: Path, grid: EvaluationGrid, progress: Progress
    ) -> _Objects:
        count = len(polygons) + 1
        drawn, pixels, covered, areas_m2 = np.zeros((4, count))
        source = open_raster(str(error_map))
        measurer = Measurer(grid.crs_wkt)
        for row, rows in grid.strips(progress):
            codes = source.ReadAsArray(0, row, grid.width, rows)
            cells_m2 = grid.cell_areas_m2(measurer, row, rows)
            for numbers in polygons.numbers(row, rows):
                at_row, column = np.nonzero(numbers)
                of, code = numbers[at_row, column], codes[at_row, column]
                known = code != UNLABELLED
                drawn += np.bincount(of, minlength=count)
                pixels += np.bincount(of[known], minlength=count)
                covered += np.bincount(of[code == CORRECT], minlength=count)
                areas_m2 += np.bincount(of[known], cells_m2[at_row[known]], minlength=count)
            source.FlushCache()  # or GDAL would keep the blocks, and memory grow with the height
        if polygons.areas_m2:
            areas_m2 = np.array([0.0, *polygons.areas_m2])
            small = int((polygons.centred() & (drawn[1:] == 0)).sum())
            if small:
                progress.pushWarning(
                    f"Polygons of the {name} that are too small to hold the centre of a pixel, and are in no score: "
                    f"{small}. Choose a finer resolution to count them."
                )
        there = pixels > 0
        return cls(areas_m2[there], covered[there] / pixels[there])


def _object_scores(sets: Sequence[_Objects], overlap: float, low_m2: float, high_m2: float) -> ObjectScores:
    """Scores of the objects of a size, from those of the reference and those extracted."""
    numbers: list[Any] = []
    for objects in sets:
        within = (objects.areas_m2 >= low_m2) & (objects.areas_m2 < high_m2)
        numbers += [int(within.sum()), int((objects.covered[within] >= overlap * (1 - 1e-9)).sum())]
    return ObjectScores(overlap, numbers[0], numbers[1], numbers[2], numbers[3])
