"""Reading a scene's tiles ahead of what works on them."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .area import Area
from .memory import READ_AHEAD
from .progress import Progress, check
from .scene import Scene
from .windows import Grid, Window

POLL_S = 0.05
"""How often one that waits asks whether to stop."""


@dataclass(frozen=True)
class Tiles:
    """Tiles of one row of tiles, read and ready.

    Attributes:
        windows: of the tiles.
        pixels: shape (tiles, bands, height, width), as the model takes them.
        valid: of each tile, shape (height, width).
    """

    windows: list[Window]
    pixels: NDArray[np.float32]
    valid: list[NDArray[np.bool_]]


@dataclass(frozen=True)
class RowEnd:
    """All tiles of a row of tiles have been handed over; ``index`` is the row's."""

    index: int


class TileReader(threading.Thread):
    """Reads ahead of inference, with a GDAL handle of its own.

    Args:
        scene: to read.
        grid: of its tiles.
        batch: how many are handed over at once.
        area: to work in; nothing for all of the scene.
    """

    def __init__(self, scene: Scene, grid: Grid, batch: int, area: Area | None) -> None:
        super().__init__(name="scarp-reader", daemon=True)
        self._scene, self._grid, self._batch, self._area = scene, grid, batch, area
        self._queue: queue.Queue[Tiles | RowEnd | BaseException] = queue.Queue(READ_AHEAD)
        self._stopping = threading.Event()

    def run(self) -> None:
        """Read all tiles, or until it is told to stop."""
        try:
            for item in self._items():
                self._put(item)
                if self._stopping.is_set():
                    return
        except BaseException as error:
            self._put(error)

    def _put(self, item: Tiles | RowEnd | BaseException) -> None:
        while not self._stopping.is_set():
            try:
                self._queue.put(item, timeout=POLL_S)
                return
            except queue.Full:
                continue

    def _items(self) -> Iterator[Tiles | RowEnd]:
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
                    yield Tiles(windows, np.stack(tiles), valids)
                    windows, tiles, valids = [], [], []
            if windows:
                yield Tiles(windows, np.stack(tiles), valids)
            self._scene.release()
            yield RowEnd(index)

    def _tile(self, window: Window) -> tuple[NDArray[np.float32], NDArray[np.bool_]] | None:
        """Pixels and the valid ones of them in the area; nothing where there are none."""
        if self._area is not None and not self._area.touches(window):
            return None
        pixels, valid = self._scene.read(window)
        if self._area is not None and valid.any():
            valid &= self._area.mask(window)
        return (pixels, valid) if valid.any() else None

    def next(self, progress: Progress) -> Tiles | RowEnd:
        """The next tiles or the end of a row of them, waiting for it, but not past a cancel.

        Raises:
            Cancelled: if so.
            ScarpError: if the scene cannot be read.
        """
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
