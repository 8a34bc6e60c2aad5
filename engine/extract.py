"""Extraction: from a scene to its probability raster, a band of rows at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .area import Area
from .blend import Blend
from .class_raster import ClassWriter
from .contract import INSTANCE, SEMANTIC
from .detected_rows import DetectedRows
from .errors import ScarpError
from .fragments import Fragments
from .inference import CUDA, Model
from .memory import available_bytes, check_memory, needed_bytes
from .origin import Origin
from .probability import ProbabilityWriter
from .probability_raster import lowest_percent
from .progress import Part, Progress, check
from .scene import Scene, SceneOptions
from .tile_reader import POLL_S, RowEnd, TileReader, Tiles
from .veto import vetoed
from .windows import Grid

CUDA_BATCH, CPU_BATCH = 8, 1
OVERLAPS = {SEMANTIC: 0.125, INSTANCE: 0.25}
"""Of neighbouring tiles, by kind of model: what two tiles see of a landslide must be enough to know it again."""
OVERVIEW_SHARE = 97.0
"""Per cent of the progress bar after which overviews are made."""
CLASSES_SHARE = 94.0
"""Per cent after which a class raster is written, where one is asked for."""

AreaFor = Callable[[Scene], Area]


@dataclass(frozen=True)
class ExtractionOptions:
    """What may be set about a run.

    Attributes:
        scene: how the scene is read.
        tile: side of a tile in pixels; 0 takes the model's.
        overlap: of neighbouring tiles, as a share of the tile, 0 to 0.5; nothing takes what suits the kind of model.
        batch: tiles in a batch; 0 takes 1 on a CPU, 8 on a GPU. Models of instances take one.
        veto: threshold at which no pixel that is more probably another class is landslide; nothing leaves it so.
        score: smallest one of an instance, 0 to 1; nothing takes what the model recommends.
    """

    scene: SceneOptions = field(default_factory=SceneOptions)
    tile: int = 0
    overlap: float | None = None
    batch: int = 0
    veto: float | None = None
    score: float | None = None


@dataclass(frozen=True)
class ClassOptions:
    """A class raster that is asked for.

    Attributes:
        path: of the GeoTIFF; what is there stays until the new one is complete.
        threshold_for: gives the threshold of all classes, 0 to 1, from the histogram of the landslide's probability.
    """

    path: Path
    threshold_for: Callable[[NDArray[np.int64]], float]


@dataclass(frozen=True)
class ProbabilityMap:
    """A finished probability raster.

    Attributes:
        path: the GeoTIFF.
        histogram: shape (101,), pixels of probability 0.00, 0.01, ... 1.00.
        crs_wkt: of the scene.
        resolution_m: working ground resolution.
        windows: how many were worked on.
        classes: names of the values 1, 2, ... of the class raster, whether one was asked for or not.
    """

    path: Path
    histogram: NDArray[np.int64]
    crs_wkt: str
    resolution_m: float
    windows: int
    classes: tuple[str, ...] = ()


class _RowMaker(Protocol):
    """Makes rows of a scene of its tiles."""

    def add(self, row: int, tiles: Tiles, progress: Progress) -> None:
        """Take tiles of a row of tiles."""
        ...

    def finished(self, row: int) -> list[NDArray[np.uint8]]:
        """Per cent of each class, in the rows that are complete once a row of tiles is; 255 where not valid."""
        ...


class _BlendedRows:
    """Rows of blended probabilities, of each class or of the landslide alone."""

    def __init__(self, model: Model, grid: Grid, several: bool) -> None:
        self._model, self._several = model, several
        self._blend = Blend(grid, len(model.classes) if several else 1)

    def add(self, row: int, tiles: Tiles, progress: Progress) -> None:
        """See ``_RowMaker``."""
        pixels, model = tiles.pixels, self._model
        found = model.run_classes(pixels, progress) if self._several else model.run(pixels, progress)[:, None]
        for window, probability, valid in zip(tiles.windows, found, tiles.valid):
            self._blend.add(row, window, probability, valid)

    def finished(self, row: int) -> list[NDArray[np.uint8]]:
        """See ``_RowMaker``."""
        return self._blend.finished(row)


@dataclass(frozen=True)
class _Rasters:
    """The rasters of a run; ``veto`` is in per cent."""

    probability: ProbabilityWriter
    classes: ClassWriter | None
    landslide: int
    veto: int | None

    def write(self, percents: list[NDArray[np.uint8]]) -> None:
        """Write the next full rows; per cent of each class, or of the landslide alone."""
        if self.classes is not None:
            self.classes.keep(percents)
        landslide = percents[self.landslide]
        if self.veto is not None:
            others = [percent for percent in percents if percent is not landslide]
            landslide = vetoed(landslide, others, self.veto)
        self.probability.write(landslide)


def extract_probability(
    scene_path: str,
    model: Model,
    destination: Path,
    options: ExtractionOptions,
    progress: Progress,
    area_for: AreaFor | None = None,
    classes: ClassOptions | None = None,
    origin: Origin | None = None,
    fragments: Fragments | None = None,
) -> ProbabilityMap:
    """Probability of a landslide at every pixel of a scene, as a GeoTIFF.

    A model of instances gives each pixel the highest score times mask probability of all instances that cover it.

    Args:
        scene_path: anything that GDAL opens.
        model: loaded.
        destination: of the GeoTIFF; what is there stays until the new one is complete.
        options: of the run.
        progress: is told, and asked whether to stop.
        area_for: makes the area to work on, given the scene; nothing works on all of it.
        classes: nothing leaves the class raster out.
        origin: that the probability raster is to state.
        fragments: gets the instances, of a model that gives them; nothing where the raster is all that is wanted.

    Returns:
        The raster and its histogram.

    Raises:
        Cancelled: if so; nothing is left behind.
        ScarpError: if the scene, the area, memory or the disk do not allow it.
    """
    check(progress)
    kind = model.contract.kind
    overlap = OVERLAPS[kind] if options.overlap is None else options.overlap
    if not 0.0 <= overlap <= 0.5:
        raise ScarpError(f"The overlap is {overlap:g}; set a share of the tile from 0 to 0.5.")
    if kind == INSTANCE and classes is not None:
        raise ScarpError(
            f"The model {model.path.name} finds instances of landslides, so it has no class raster; leave the class "
            "raster out, or choose a semantic model."
        )
    scene = Scene(scene_path, model.contract, options.scene, progress)
    for file, what in ((destination, "probability"), (classes and classes.path, "class")):
        if file and file.exists() and any(image.exists() and file.samefile(image) for image in scene.files):
            raise ScarpError(f"The {what} raster would replace the image {file}; choose another file.")
    area = area_for(scene) if area_for else None
    tile = model.fixed_tile or options.tile or model.contract.tile_size
    grid = Grid.over(scene.width, scene.height, tile, overlap)
    batch = 1 if kind == INSTANCE else (
        model.fixed_batch or options.batch or (CUDA_BATCH if model.provider == CUDA else CPU_BATCH)
    )  # fmt: skip
    tile_shape = (grid.rows.size, grid.columns.size)
    padded = model.padded_shape(*tile_shape)
    several = len(model.classes) > 1 and (classes is not None or options.veto is not None)
    veto = lowest_percent(options.veto) if several and options.veto is not None else None
    needed = needed_bytes(
        model.contract, model.path.stat().st_size, padded, batch, scene.width, len(model.classes) if several else 1,
        classes is not None,
    )  # fmt: skip
    check_memory(needed, available_bytes())
    progress.pushInfo(
        f"{scene.width} x {scene.height} pixels in {len(grid)} windows of {tile_shape[1]} x {tile_shape[0]}, "
        f"{batch} in a batch; about {needed / 1e6:.0f} MB of memory."
    )
    reader, share = TileReader(scene, grid, batch, area), CLASSES_SHARE if classes else OVERVIEW_SHARE
    maker: _RowMaker
    if kind == INSTANCE:
        if options.batch > 1:
            progress.pushInfo(f"A model of instances works on one tile at once, not on {options.batch}.")
        if len(grid) > 1 and grid.rows.overlap == 0:
            progress.pushWarning(
                "The tiles do not overlap, so a landslide that lies in several becomes several; set an overlap."
            )
        maker = DetectedRows(model, grid, options.score, fragments, progress)
    else:
        maker = _BlendedRows(model, grid, several)
    place = scene.width, scene.height, scene.geotransform, scene.crs_wkt
    with ExitStack() as stack:
        writer = stack.enter_context(ProbabilityWriter(destination, *place))
        sorter = stack.enter_context(ClassWriter(classes.path, model.classes, *place)) if classes else None
        for raster in (writer, sorter):
            if raster is not None:
                raster.set_metadata((origin or Origin()).items())
        if veto is not None:
            writer.set_metadata({"SCARP_VETO": _veto_formula(model, veto)})
            progress.pushInfo(f"Veto: {_veto_formula(model, veto)}.")
        rasters = _Rasters(writer, sorter, model.landslide if several else 0, veto)
        reader.start()
        try:
            windows = _run(reader, grid, maker, rasters, Part(progress, 0.0, share))
        finally:
            reader.stop()
        if not writer.histogram.any():
            raise ScarpError(
                f"The layer {scene_path} has no valid pixel in the area asked for: it is nodata there, or the area is "
                "smaller than a pixel. Choose another area."
                if area
                else f"The layer {scene_path} has no valid pixel: all of it is nodata. Choose another image."
            )
        if sorter is not None and classes is not None:
            sorter.classify(classes.threshold_for(writer.histogram), Part(progress, share, OVERVIEW_SHARE - 1))
            sorter.complete(Part(progress, OVERVIEW_SHARE - 1, OVERVIEW_SHARE))
        writer.complete(Part(progress, OVERVIEW_SHARE, 100.0))
        if sorter is not None:
            sorter.place()
        writer.place()
    progress.setProgress(100.0)
    return ProbabilityMap(
        destination, writer.histogram, scene.crs_wkt, scene.resolution_m, windows, model.classes
    )


def _veto_formula(model: Model, veto: int) -> str:
    """How the landslide's probability is lowered."""
    others = ", ".join(name for place, name in enumerate(model.classes) if place != model.landslide)
    return f"landslide lowered by what the most probable of {others} has above {veto / 100:.2f}"


def _run(reader: TileReader, grid: Grid, maker: _RowMaker, rasters: _Rasters, progress: Progress) -> int:
    """All rows of tiles; the number of windows worked on."""
    windows, row, rows = 0, 0, len(grid.rows.starts())
    per_row = len(grid.columns.starts())
    with ThreadPoolExecutor(1, thread_name_prefix="scarp-writer") as pool:
        written: Future[None] | None = None
        try:
            while row < rows:
                item = reader.next(progress)
                if isinstance(item, RowEnd):
                    if written is not None:
                        _wait(written, progress)
                    written = pool.submit(rasters.write, maker.finished(item.index))
                    row += 1
                    progress.setProgress(100.0 * row / rows)
                    continue
                maker.add(row, item, progress)
                windows += len(item.windows)
                done = grid.columns.starts().index(item.windows[-1].column) + 1
                progress.setProgress(100.0 * (row + done / per_row) / rows)
        finally:
            # An error while cancelling is of no use to anyone; one while writing is raised below.
            if written is not None and not written.done():
                written.exception()
        if written is not None:
            written.result()
    return windows


def _wait(written: Future[None], progress: Progress) -> None:
    while not wait([written], POLL_S).done:
        check(progress)
    written.result()
