"""Fragments: the instances of all tiles of a scene, kept on disk until they are made landslides."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from types import TracebackType
from typing import IO

import numpy as np
from numpy.typing import NDArray

from .detections import SIDE, Instances
from .errors import ScarpError
from .windows import Grid, Window

RECORD = np.dtype([("column", "<i4"), ("box", "<f4", (4,)), ("score", "<f4"), ("mask", "u1", (SIDE, SIDE))])
"""Of an instance: first column of its tile, and what ``Instances`` holds of it. 808 bytes."""


class Fragments:
    """Instances in a temporary file, a row of tiles after the other. Only how many each row has is in memory.

    Use as a context manager; the file is gone at its end.

    Attributes:
        grid: of the tiles.

    Raises:
        ScarpError: if the temporary folder takes no file.
    """

    grid: Grid

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._count = 0
        try:
            # It outlives this call: __exit__ closes it.
            self._file: IO[bytes] = tempfile.TemporaryFile(prefix="scarp-")  # noqa: SIM115
        except OSError as error:
            raise _no_room(error) from error

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def begin(self, grid: Grid) -> None:
        """Be ready for the first row of these tiles."""
        self.grid = grid

    def add(self, window: Window, instances: Instances) -> None:
        """Keep the instances of the next tile of the row.

        Raises:
            ScarpError: if the disk is full.
        """
        records = np.zeros(len(instances), RECORD)
        records["column"] = window.column
        records["box"], records["score"], records["mask"] = instances.boxes, instances.scores, instances.masks
        try:
            self._file.write(records.tobytes())
        except OSError as error:
            raise _no_room(error) from error
        self._count += len(records)

    def end_row(self) -> None:
        """The row of tiles has no more of them.

        Raises:
            ScarpError: if the disk is full.
        """
        try:
            self._file.flush()
        except OSError as error:
            raise _no_room(error) from error
        self._ends.append(self._count)

    def row(self, index: int) -> list[tuple[int, Window, Instances]]:
        """The tiles of a row that have instances, from west to east.

        Returns:
            The number of each tile's first fragment, from 0 in the whole scene; its window; and its instances.
        """
        first = self._ends[index - 1] if index else 0
        self._file.seek(first * RECORD.itemsize)
        records: NDArray[np.void] = np.frombuffer(
            self._file.read((self._ends[index] - first) * RECORD.itemsize), RECORD
        )
        start, tiles = self.grid.rows.starts()[index], []
        for part in np.split(records, np.flatnonzero(np.diff(records["column"])) + 1) if len(records) else []:
            window = Window(int(part["column"][0]), start, self.grid.columns.size, self.grid.rows.size)
            tiles.append((first, window, Instances(part["box"], part["score"], part["mask"])))
            first += len(part)
        return tiles

    def __enter__(self) -> Fragments:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # what could not be written is wanted no more
            self._file.close()


def _no_room(error: OSError) -> ScarpError:
    return ScarpError(
        f'The instances cannot be put aside in the temporary folder "{tempfile.gettempdir()}": '
        f"{error.strerror or 'it takes no file'}. Make room there, or raise the smallest score."
    )
