"""Spatial split of a label raster: which part of it trains, and which validates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .errors import ScarpError
from .label_raster import UNLABELLED, LabelRaster
from .progress import Part, Progress
from .scene import PIXELS
from .windows import Window

Ints = NDArray[np.int64]

BLOCKS = "blocks"
DIRECTIONS = ("north", "south", "west", "east", BLOCKS)
LANDSLIDE = 1
BLOCKS_ALONG = range(6, 11)
"""Numbers of blocks along the longer side of what is labelled, of which the one that splits best is taken."""


def split_windows(
    labels_path: str, band: int, direction: str, share: float, progress: Progress
) -> tuple[list[Window], list[Window]]:
    """Split a label raster into a part that trains and one that validates.

    With a side of the map, what is labelled is cut straight across, and that side trains; the share is of its rows or
    columns. With "blocks", square blocks are dealt out so that the share is of the landslide pixels, and of all
    labelled pixels too as far as that leaves it free; blocks without any labelled pixel are in neither part.

    Args:
        labels_path: a label raster.
        band: of it, that holds the labels.
        direction: one of ``DIRECTIONS``.
        share: that trains, above 0 and below 1.
        progress: of the run.

    Returns:
        Windows that train and windows that validate, in pixels of the label raster.

    Raises:
        ScarpError: if a part has no landslide pixel, the direction or the share is none, or the file cannot be read.
        Cancelled: if so.

    Source: Zhang et al. 2020 train on the northern 60 % of their image and validate on the rest.
    """
    if direction not in DIRECTIONS:
        raise ScarpError(f'The side to train on is "{direction}"; choose one of {", ".join(DIRECTIONS)}.')
    if not 0.0 < share < 1.0:
        raise ScarpError(f"The share to train on is {100 * share:g} %; set one above 0 and below 100 %.")
    raster = LabelRaster(labels_path, band)
    extent = _extent(raster, labels_path, Part(progress, 0.0, 50.0))
    if direction != BLOCKS:
        return _halves(extent, direction, share, raster.geotransform or PIXELS)
    found = _best_blocks(raster, extent, share, Part(progress, 50.0, 100.0))
    progress.setProgress(100.0)
    return found


@dataclass(frozen=True)
class _Extent:
    """Rows and columns that labelled pixels lie in.

    Attributes:
        window: around them.
        rows, columns: landslide pixels in each of its rows and columns.
    """

    window: Window
    rows: Ints
    columns: Ints


def _extent(raster: LabelRaster, path: str, progress: Progress) -> _Extent:
    """What is labelled.

    Raises:
        ScarpError: if there is no landslide pixel.
    """
    rows, columns = np.zeros((2, raster.height), np.int64), np.zeros((2, raster.width), np.int64)
    for window, labels in raster.parts(progress):
        down, across = window.slices()
        for index, of_kind in enumerate((labels != UNLABELLED, labels == LANDSLIDE)):
            rows[index, down] += of_kind.sum(axis=1)
            columns[index, across] += of_kind.sum(axis=0)
    if not rows[1].any():
        raise ScarpError(
            f"The label raster {path} has no landslide pixel (value {LANDSLIDE}; {UNLABELLED} is unlabelled); draw "
            "ROIs on landslides."
        )
    top, bottom = _ends(rows[0])
    left, right = _ends(columns[0])
    return _Extent(Window(left, top, right - left, bottom - top), rows[1, top:bottom], columns[1, left:right])


def _ends(counts: Ints) -> tuple[int, int]:
    """First place that is not 0, and the one after the last."""
    places = np.flatnonzero(counts)
    return int(places[0]), int(places[-1]) + 1


def _halves(
    extent: _Extent, direction: str, share: float, geotransform: Sequence[float]
) -> tuple[list[Window], list[Window]]:
    """The parts on both sides of a straight cut."""
    across = direction in ("north", "south")
    counts, window = (extent.rows if across else extent.columns), extent.window
    # Rows run from north to south, and columns from west to east, unless the raster says otherwise.
    is_turned = geotransform[5] > 0 if across else geotransform[1] < 0
    is_first = (direction in ("north", "west")) != is_turned
    cut = round(len(counts) * (share if is_first else 1.0 - share))
    cut = min(max(cut, 1), len(counts) - 1)
    parts = [(0, cut), (cut, len(counts))]
    training, validation = parts if is_first else reversed(parts)
    for (start, end), purpose in ((training, "train"), (validation, "validate")):
        if not counts[start:end].any():
            raise ScarpError(
                f"With {100 * share:g} % in the {direction} to train on, there is no landslide pixel to {purpose} on. "
                f'Choose another side, another share, or "{BLOCKS}", or draw more ROIs.'
            )

    def part(start: int, end: int) -> Window:
        if across:
            return Window(window.column, window.row + start, window.width, end - start)
        return Window(window.column + start, window.row, end - start, window.height)

    return [part(*training)], [part(*validation)]


@dataclass(frozen=True)
class _Blocks:
    """Square blocks over what is labelled.

    Attributes:
        extent: that they cover.
        side: in pixels; less at the far edges.
        labelled, landslide: pixels in each, shape (rows of blocks, columns of blocks).
    """

    extent: Window
    side: int
    labelled: Ints
    landslide: Ints

    @classmethod
    def over(cls, extent: Window, along: int) -> _Blocks:
        """Blocks with nothing in them, so many along the longer side."""
        side = -(-max(extent.width, extent.height) // along)
        shape = -(-extent.height // side), -(-extent.width // side)
        return cls(extent, side, np.zeros(shape, np.int64), np.zeros(shape, np.int64))

    def count(self, window: Window, labels: NDArray[np.uint8]) -> None:
        """Count the labels of a window."""
        row, column = window.row - self.extent.row, window.column - self.extent.column
        first = column // self.side
        starts = np.maximum(np.arange(first, (column + labels.shape[1] - 1) // self.side + 1) * self.side - column, 0)
        rows = (row + np.arange(labels.shape[0])) // self.side
        for total, of_kind in ((self.labelled, labels != UNLABELLED), (self.landslide, labels == LANDSLIDE)):
            sums = np.add.reduceat(of_kind, starts, axis=1, dtype=np.int64)
            np.add.at(total, (rows[:, None], np.arange(first, first + len(starts))[None]), sums)

    def window(self, row: int, column: int) -> Window:
        """Where a block lies, in pixels of the label raster."""
        left, top = column * self.side, row * self.side
        width, height = min(self.side, self.extent.width - left), min(self.side, self.extent.height - top)
        return Window(self.extent.column + left, self.extent.row + top, width, height)

    def dealt(self, share: float) -> NDArray[np.bool_]:
        """Which blocks train.

        Those with most landslide pixels are dealt first, each to the part that lacks most; then those without, by
        labelled pixels, back and forth over the rows, so that neighbours tend to be of different parts.
        """
        trains = np.zeros(self.labelled.shape, bool)
        rows, columns = np.indices(trains.shape)
        snake = rows * trains.shape[1] + np.where(rows % 2, trains.shape[1] - 1 - columns, columns)
        order = np.lexsort((snake.ravel(), -self.landslide.ravel()))
        with_landslide = [block for block in order if self.landslide.flat[block]]
        lacking = _lacks(self.landslide, share)
        for block in with_landslide:
            trains.flat[block] = _deal(lacking, int(self.landslide.flat[block]))
        first = trains.flat[with_landslide[0]]
        if len(with_landslide) > 1 and all(trains.flat[block] == first for block in with_landslide):
            trains.flat[with_landslide[-1]] = not first
        lacking = _lacks(self.labelled, share)
        for block in with_landslide:
            lacking[0 if trains.flat[block] else 1] -= float(self.labelled.flat[block])
        for block in order[len(with_landslide) :]:
            trains.flat[block] = _deal(lacking, int(self.labelled.flat[block]))
        return trains


def _lacks(pixels: Ints, share: float) -> list[float]:
    """Pixels that the part that trains and the one that validates are to have."""
    total = float(pixels.sum())
    return [share * total, (1.0 - share) * total]


def _deal(lacking: list[float], pixels: int) -> bool:
    """Give pixels to the part that lacks more. Returns whether that is the one that trains."""
    trains = lacking[0] >= lacking[1]
    lacking[0 if trains else 1] -= pixels
    return trains


def _best_blocks(
    raster: LabelRaster, extent: _Extent, share: float, progress: Progress
) -> tuple[list[Window], list[Window]]:
    """The parts by blocks of the size with which the share of the landslide pixels is nearest to what is wanted."""
    inside = extent.window
    sizes = {blocks.side: blocks for blocks in (_Blocks.over(inside, along) for along in BLOCKS_ALONG)}
    for window, labels in raster.parts(progress):
        left, top = max(window.column, inside.column), max(window.row, inside.row)
        right = min(window.column + window.width, inside.column + inside.width)
        bottom = min(window.row + window.height, inside.row + inside.height)
        if left < right and top < bottom:
            seen = labels[top - window.row : bottom - window.row, left - window.column : right - window.column]
            for blocks in sizes.values():
                blocks.count(Window(left, top, right - left, bottom - top), seen)
    best: tuple[float, _Blocks, NDArray[np.bool_]] | None = None
    for blocks in sizes.values():
        if np.count_nonzero(blocks.landslide) < 2:
            continue
        trains = blocks.dealt(share)
        off = abs(float(blocks.landslide[trains].sum()) / float(blocks.landslide.sum()) - share)
        if best is None or off < best[0] - 1e-9:
            best = off, blocks, trains
    if best is None:
        raise ScarpError(
            "All landslide pixels lie in one block, so there is none left to validate on. Choose a side to train on "
            "instead of blocks, or draw more ROIs, on other landslides."
        )
    _, blocks, trains = best
    parts: tuple[list[Window], list[Window]] = [], []
    for row, column in np.argwhere(blocks.labelled).tolist():
        parts[0 if trains[row, column] else 1].append(blocks.window(row, column))
    return parts
