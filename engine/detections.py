"""What a model of instances gives for a tile: boxes, each with a score and a small mask, and the pixels they mean."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import ScarpError

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

OUTPUTS = ("boxes", "scores", "labels", "masks")
"""Names of the outputs of a model of instances."""
SIDE = 28
"""Cells along each side of a mask."""
FULL = 255
"""Value of a mask's cell that is landslide for sure."""


@dataclass(frozen=True)
class Spread:
    """Where an instance is, pixel by pixel.

    Attributes:
        row: first row, of the tile.
        column: first column, of the tile.
        percent: shape (rows, columns), per cent and a half, so that cutting the fraction off rounds it.
    """

    row: int
    column: int
    percent: Floats

    @property
    def slices(self) -> tuple[slice, slice]:
        """Rows and columns, to index an array of the tile."""
        rows, columns = self.percent.shape
        return slice(self.row, self.row + rows), slice(self.column, self.column + columns)


@dataclass(frozen=True)
class Instances:
    """The landslides that were found in a tile.

    Attributes:
        boxes: shape (n, 4), float32, in pixels of the tile: west, north, east and south edge; may reach beyond it.
        scores: shape (n,), float32, 0 to 1.
        masks: shape (n, 28, 28), probability in the box, 0 to 255.
    """

    boxes: Floats
    scores: Floats
    masks: Bytes

    def __len__(self) -> int:
        return len(self.scores)

    def chosen(self, which: NDArray[np.bool_]) -> Instances:
        """Some of them; ``which`` has the shape (n,)."""
        return Instances(self.boxes[which], self.scores[which], self.masks[which])

    def spreads(self, height: int, width: int) -> Iterator[Spread]:
        """Where each is, in a tile of a size."""
        for box, score, mask in zip(self.boxes, self.scores, self.masks):
            yield spread(box, float(score), mask, height, width)

    def percent(self, height: int, width: int) -> Bytes:
        """The highest per cent of all at each pixel of a tile; shape (height, width)."""
        highest = np.zeros((height, width), np.uint8)
        for each in self.spreads(height, width):
            part = highest[each.slices]
            np.maximum(part, each.percent.astype(np.uint8), out=part)
        return highest


def spread(box: Floats, score: float, mask: Bytes, height: int, width: int) -> Spread:
    """Score times mask probability at each pixel of the box that lies in a tile.

    The mask is bilinear between the centres of its cells, and constant from the outermost ones to the box's edge.

    Args:
        box: shape (4,), as in ``Instances``.
        score: 0 to 1.
        mask: shape (28, 28), 0 to 255.
        height: of the tile.
        width: of the tile.
    """
    west, north, east, south = box.tolist()
    column, right, across = _cells(west, east, width)
    row, down, below = _cells(north, south, height)
    cells = mask.T.astype(np.float32) * np.float32(score * 100.0 / FULL)
    # Whole rows are copied in both steps, which is much faster than picking columns.
    stretched = np.ascontiguousarray(_between(cells, right, across).T)
    percent = _between(stretched, down, below)
    percent += np.float32(0.5)
    return Spread(row, column, percent)


def _cells(first: float, last: float, size: int) -> tuple[int, NDArray[np.int64], Floats]:
    """First pixel whose centre lies in a box, then for each the cell before it and how far it is to the next one."""
    start, end = max(math.ceil(first - 0.5), 0), min(math.floor(last - 0.5) + 1, size)
    cells = SIDE / (last - first)
    at = np.arange(start, max(end, start)) * cells + ((0.5 - first) * cells - 0.5)
    # np.clip would take longer than all else here.
    at = np.minimum(np.maximum(at, 0.0), SIDE - 1.0)
    cell = np.minimum(at.astype(np.int64), SIDE - 2)
    return start, cell, (at - cell).astype(np.float32)


def _between(cells: Floats, cell: NDArray[np.int64], share: Floats) -> Floats:
    """Rows between those of an array."""
    found: Floats = cells[cell]
    found *= (np.float32(1.0) - share)[:, None]
    after = cells[cell + 1]
    after *= share[:, None]
    found += after
    return found


def instances_of(outputs: Sequence[NDArray[Any]], label: int, size: Sequence[int], model: str) -> Instances:
    """The instances of one class in a tile.

    Args:
        outputs: the model's, in the order of ``OUTPUTS``.
        label: of the class, from 1.
        size: height and width of the tile, without what it was padded by.
        model: its file name, for messages.

    Raises:
        ScarpError: if the outputs are none of instances.
    """
    boxes, scores, labels, masks = outputs
    count = len(scores) if scores.ndim else -1
    expected = ((count, 4), (count,), (count,), (count, SIDE, SIDE))
    if any(output.shape != shape for output, shape in zip(outputs, expected)):
        shapes = ", ".join(f"{name} {output.shape}" for name, output in zip(OUTPUTS, outputs))
        raise ScarpError(
            f"The model {model} gives {shapes}; boxes (n, 4), scores (n,), labels (n,) and masks (n, {SIDE}, {SIDE}) "
            "are expected. Use another model."
        )
    if any(np.isnan(output).any() for output in (boxes, scores, masks)):
        raise ScarpError(
            f"The model {model} gives values that are not numbers (NaN): its weights are damaged or its training "
            "failed. Use another model."
        )
    for name, values in (("scores", scores), ("masks", masks)):
        low, high = float(values.min(initial=0.0)), float(values.max(initial=0.0))
        if low < -0.01 or high > 1.01:
            raise ScarpError(
                f"The model {model} gives {name} from {low:.3g} to {high:.3g}, not probabilities of 0 to 1; export it "
                "with a sigmoid or softmax at its end."
            )
    height, width = size
    west, north, east, south = boxes.T
    inside = (east > west) & (south > north) & (east > 0) & (south > 0) & (west < width) & (north < height)
    inside &= (labels == label) & np.isfinite(boxes).all(axis=1)
    levels = np.clip(masks[inside], 0.0, 1.0) * np.float32(FULL) + np.float32(0.5)
    return Instances(
        np.asarray(boxes[inside], np.float32),
        np.clip(scores[inside], 0.0, 1.0).astype(np.float32),
        levels.astype(np.uint8),
    )
