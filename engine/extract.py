"""Extraction: from a scene to its probability raster, a band of rows at a time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .area import Area
from .errors import ScarpError
from .inference import CUDA, Model
from .memory import READ_AHEAD, available_bytes, check_memory, needed_bytes
from .probability import ProbabilityWriter, to_percent
from .progress import Part, Progress, check
from .scene import Scene, SceneOptions
from .windows import Grid, Window

CUDA_BATCH, CPU_BATCH = 8, 1
POLL_S = 0.05
OVERVIEW_SHARE = 97.0
"""Per cent of the progress bar after which overviews are made."""

AreaFor = Callable[[Scene], Area]


@dataclass(frozen=True)
class ExtractionOptions:
    """What may be set about a run.

    Attributes:
        scene: how the scene is read.
        tile: side of a tile in pixels; 0 takes the model's.
        overlap: of neighbouring tiles, as a share of the tile, 0 to 0.5.
        batch: tiles in a batch; 0 takes 1 on a CPU, 8 on a GPU.
    """

    scene: SceneOptions = field(default_factory=SceneOptions)
    tile: int = 0
    overlap: float = 0.125
    batch: int = 0


@dataclass(frozen=True)
class ProbabilityMap:
    """A finished probability raster.

    Attributes:
        path: the GeoTIFF.
        histogram: shape (101,), pixels of probability 0.00, 0.01, ... 1.00.
        crs_wkt: of the scene.
        resolution_m: working ground resolution.
        windows: how many were worked on.
    """

    path: Path
    histogram: NDArray[np.int64]
    crs_wkt: str
    resolution_m: float
    windows: int


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


class _Blend:
    """Sums weighted tiles over one row of tiles, and hands out rows as no later tile touches them."""

    def __init__(self, grid: Grid) -> None:
        self._rows, self._columns = grid.rows, grid.columns
        self._row_weights, self._column_weights = grid.rows.weights(), grid.columns.weights()
        self._row_starts = grid.rows.starts()
        self._column_index = {start: i for i, start in enumerate(grid.columns.starts())}
        self._sum = np.zeros((grid.rows.size, grid.columns.length), np.float32)
        self._valid = np.zeros(self._sum.shape, bool)

    def add(self, index: int, window: Window, probability: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """A tile of the row ``index``; its probability, shape (height, width), is used up."""
        columns = slice(window.column, window.column + window.width)
        probability *= self._column_weights[self._column_index[window.column]]
        probability *= self._row_weights[index][:, None]
        self._sum[:, columns] += probability
        self._valid[:, columns] |= valid

    def finished(self, index: int) -> NDArray[np.uint8]:
        """Per cent of the rows that are complete once row ``index`` of the tiles is."""
        starts = self._row_starts
        last = index + 1 == len(starts)
        count = self._rows.size if last else starts[index + 1] - starts[index]
        percent = to_percent(self._sum[:count], self._valid[:count])
        keep = self._rows.size - count
        for band in (self._sum, self._valid):
            band[:keep] = band[count:].copy()
            band[keep:] = 0
        return percent


def extract_probability(
    scene_path: str,
    model: Model,
    destination: Path,
    options: ExtractionOptions,
    progress: Progress,
    area_for: AreaFor | None = None,
) -> ProbabilityMap:
    """Probability of a landslide at every pixel of a scene, as a GeoTIFF.

    Args:
        scene_path: anything that GDAL opens.
        model: loaded.
        destination: of the GeoTIFF; what is there stays until the new one is complete.
        options: of the run.
        progress: is told, and asked whether to stop.
        area_for: makes the area to work on, given the scene; nothing works on all of it.

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
    if destination.exists() and any(file.exists() and destination.samefile(file) for file in scene.files):
        raise ScarpError(f"The probability raster would replace the image {destination}; choose another file.")
    area = area_for(scene) if area_for else None
    tile = model.fixed_tile or options.tile or model.contract.tile_size
    grid = Grid.over(scene.width, scene.height, tile, options.overlap)
    batch = model.fixed_batch or options.batch or (CUDA_BATCH if model.provider == CUDA else CPU_BATCH)
    tile_shape = (grid.rows.size, grid.columns.size)
    padded = model.padded_shape(*tile_shape)
    needed = needed_bytes(model.contract, model.path.stat().st_size, padded, batch, scene.width)
    check_memory(needed, available_bytes())
    progress.pushInfo(
        f"{scene.width} x {scene.height} pixels in {len(grid)} windows of {tile_shape[1]} x {tile_shape[0]}, "
        f"{batch} in a batch; about {needed / 1e6:.0f} MB of memory."
    )
    reader = _Reader(scene, grid, batch, area)
    with ProbabilityWriter(destination, scene.width, scene.height, scene.geotransform, scene.crs_wkt) as writer:
        reader.start()
        try:
            windows = _run(reader, grid, model, writer, Part(progress, 0.0, OVERVIEW_SHARE))
        finally:
            reader.stop()
        if not writer.histogram.any():
            raise ScarpError(
                f"The layer {scene_path} has no valid pixel in the area asked for: it is nodata there, or the area is "
                "smaller than a pixel. Choose another area."
                if area
                else f"The layer {scene_path} has no valid pixel: all of it is nodata. Choose another image."
            )
        writer.finish(Part(progress, OVERVIEW_SHARE, 100.0))
    return ProbabilityMap(destination, writer.histogram, scene.crs_wkt, scene.resolution_m, windows)


def _run(reader: _Reader, grid: Grid, model: Model, writer: ProbabilityWriter, progress: Progress) -> int:
    """All rows of tiles; the number of windows worked on."""
    blend, windows, row, rows = _Blend(grid), 0, 0, len(grid.rows.starts())
    per_row = len(grid.columns.starts())
    with ThreadPoolExecutor(1, thread_name_prefix="scarp-writer") as pool:
        written: Future[None] | None = None
        try:
            while row < rows:
                item = reader.next(progress)
                if isinstance(item, _RowEnd):
                    if written is not None:
                        _wait(written, progress)
                    written = pool.submit(writer.write, blend.finished(item.index))
                    row += 1
                    progress.setProgress(100.0 * row / rows)
                    continue
                for window, probability, valid in zip(item.windows, model.run(item.tiles, progress), item.valid):
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
