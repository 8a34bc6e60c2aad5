"""Extraction: from a scene to its probability raster, a band of rows at a time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .area import Area
from .blend import Blend
from .class_raster import ClassWriter
from .errors import ScarpError
from .inference import CUDA, Model
from .memory import READ_AHEAD, available_bytes, check_memory, needed_bytes
from .origin import Origin
from .probability import ProbabilityWriter
from .probability_raster import lowest_percent
from .progress import Part, Progress, check
from .scene import Scene, SceneOptions
from .veto import vetoed
from .windows import Grid, Window

CUDA_BATCH, CPU_BATCH = 8, 1
POLL_S = 0.05
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
        overlap: of neighbouring tiles, as a share of the tile, 0 to 0.5.
        batch: tiles in a batch; 0 takes 1 on a CPU, 8 on a GPU.
        veto: threshold at which no pixel that is more probably another class is landslide; nothing leaves it so.
    """

    scene: SceneOptions = field(default_factory=SceneOptions)
    tile: int = 0
    overlap: float = 0.125
    batch: int = 0
    veto: float | None = None


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


@dataclass(frozen=True)
class _Batch:
    """Tiles of one row of tiles, read and ready."""

    windows: list[Window]
    tiles: NDArray[np.float32]
    valid: list[NDArray[np.bool_]]


@dataclass(frozen=True)
class _RowEnd:
    """All batches of a row of tiles have been handed over."""

    index: int


class _Reader(threading.Thread):
    """Reads ahead of inference, with a GDAL handle of its own."""

    def __init__(self, scene: Scene, grid: Grid, batch: int, area: Area | None) -> None:
        super().__init__(name="scarp-reader", daemon=True)
        self._scene, self._grid, self._batch, self._area = scene, grid, batch, area
        self._queue: queue.Queue[_Batch | _RowEnd | BaseException] = queue.Queue(READ_AHEAD)
        self._stopping = threading.Event()

    def run(self) -> None:
        try:
            for item in self._items():
                self._put(item)
                if self._stopping.is_set():
                    return
        except BaseException as error:
            self._put(error)

    def _put(self, item: _Batch | _RowEnd | BaseException) -> None:
        while not self._stopping.is_set():
            try:
                self._queue.put(item, timeout=POLL_S)
                return
            except queue.Full:
                continue

    def _items(self) -> Iterator[_Batch | _RowEnd]:
        for index in range(len(self._grid.rows.starts())):
            windows: list[Window] = []
            tiles: list[NDArray[np.float32]] = []
            valids: list[NDArray[np.bool_]] = []
            for window in self._grid.row(index):
                if self._stopping.is_set():
                    return
                tile = self._tile(window)
                if tile is None:
                    continue
                windows.append(window)
                tiles.append(tile[0])
                valids.append(tile[1])
                if len(windows) == self._batch:
                    yield _Batch(windows, np.stack(tiles), valids)
                    windows, tiles, valids = [], [], []
            if windows:
                yield _Batch(windows, np.stack(tiles), valids)
            self._scene.release()
            yield _RowEnd(index)

    def _tile(self, window: Window) -> tuple[NDArray[np.float32], NDArray[np.bool_]] | None:
        """Pixels and the valid ones of them in the area; nothing where there are none."""
        if self._area is not None and not self._area.touches(window):
            return None
        pixels, valid = self._scene.read(window)
        if self._area is not None and valid.any():
            valid &= self._area.mask(window)
        return (pixels, valid) if valid.any() else None

    def next(self, progress: Progress) -> _Batch | _RowEnd:
        """The next item, waiting for it, but not past a cancel."""
        while True:
            check(progress)
            try:
                item = self._queue.get(timeout=POLL_S)
            except queue.Empty:
                continue
            if isinstance(item, BaseException):
                raise item
            return item

    def stop(self) -> None:
        """Stop after the window that is being read; wait for it a little."""
        self._stopping.set()
        self.join(0.5)


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
) -> ProbabilityMap:
    """Probability of a landslide at every pixel of a scene, as a GeoTIFF.

    Args:
        scene_path: anything that GDAL opens.
        model: loaded.
        destination: of the GeoTIFF; what is there stays until the new one is complete.
        options: of the run.
        progress: is told, and asked whether to stop.
        area_for: makes the area to work on, given the scene; nothing works on all of it.
        classes: nothing leaves the class raster out.
        origin: that the probability raster is to state.

    Returns:
        The raster and its histogram.

    Raises:
        Cancelled: if so; nothing is left behind.
        ScarpError: if the scene, the area, memory or the disk do not allow it.
    """
    check(progress)
    if not 0.0 <= options.overlap <= 0.5:
        raise ScarpError(f"The overlap is {options.overlap:g}; set a share of the tile from 0 to 0.5.")
    scene = Scene(scene_path, model.contract, options.scene, progress)
    for file, what in ((destination, "probability"), (classes and classes.path, "class")):
        if file and file.exists() and any(image.exists() and file.samefile(image) for image in scene.files):
            raise ScarpError(f"The {what} raster would replace the image {file}; choose another file.")
    area = area_for(scene) if area_for else None
    tile = model.fixed_tile or options.tile or model.contract.tile_size
    grid = Grid.over(scene.width, scene.height, tile, options.overlap)
    batch = model.fixed_batch or options.batch or (CUDA_BATCH if model.provider == CUDA else CPU_BATCH)
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
    reader, share = _Reader(scene, grid, batch, area), CLASSES_SHARE if classes else OVERVIEW_SHARE
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
            windows = _run(reader, grid, model, rasters, several, Part(progress, 0.0, share))
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


def _run(
    reader: _Reader, grid: Grid, model: Model, rasters: _Rasters, several: bool, progress: Progress
) -> int:
    """All rows of tiles, for several classes or the landslide alone; the number of windows worked on."""
    blend, windows, row, rows = Blend(grid, len(model.classes) if several else 1), 0, 0, len(grid.rows.starts())
    per_row = len(grid.columns.starts())
    with ThreadPoolExecutor(1, thread_name_prefix="scarp-writer") as pool:
        written: Future[None] | None = None
        try:
            while row < rows:
                item = reader.next(progress)
                if isinstance(item, _RowEnd):
                    if written is not None:
                        _wait(written, progress)
                    written = pool.submit(rasters.write, blend.finished(item.index))
                    row += 1
                    progress.setProgress(100.0 * row / rows)
                    continue
                found = model.run_classes(item.tiles, progress) if several else model.run(item.tiles, progress)[:, None]
                for window, probability, valid in zip(item.windows, found, item.valid):
                    blend.add(row, window, probability, valid)
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
