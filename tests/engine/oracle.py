"""A stand-in for a model of instances: it reads the landslides' numbers from the image and gives what a good one would.

The image has three bands, values 0 to 255: low and high byte of the landslide's number, and 255 where there is ground.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scarp.engine.detections import SIDE, Instances
from scarp.engine.inference import CPU
from scarp.engine.progress import Progress
from scarp.tests.model_files import contract

SMALLEST_PX = 6


def coded(numbers: NDArray[Any], valid: Any = True) -> NDArray[np.uint8]:
    """The image of landslides' numbers, shape (3, height, width); 0 in all bands where not valid."""
    ground = np.full(numbers.shape, 255)
    return (np.stack([numbers % 256, numbers // 256, ground]) * np.broadcast_to(valid, numbers.shape)).astype(np.uint8)


def cut(mask: NDArray[np.bool_], box: Sequence[float]) -> NDArray[np.uint8]:
    """Share of each of 28 x 28 cells of a box that a mask covers, 0 to 255; exact."""
    west, north, east, south = box
    total = np.pad(np.cumsum(np.cumsum(mask.astype(np.float64), 0), 1), ((1, 0), (1, 0)))

    def at(array: NDArray[np.float64], edges: NDArray[np.float64]) -> NDArray[np.float64]:
        edges = np.clip(edges, 0, len(array) - 1)
        whole = np.minimum(edges.astype(int), len(array) - 2)
        return array[whole] + (array[whole + 1] - array[whole]) * (edges - whole)[:, None]

    rows = at(total, np.linspace(north, south, SIDE + 1))
    sums = at(rows.T, np.linspace(west, east, SIDE + 1)).T
    area = (south - north) * (east - west) / SIDE**2
    shares = np.diff(np.diff(sums, axis=0), axis=1) / area
    return np.floor(np.clip(shares, 0, 1) * 255 + 0.5).astype(np.uint8)


def instances(seen: Sequence[tuple[NDArray[np.bool_], float]]) -> Instances:
    """Masks over all of a tile, with their scores, as a model gives them; their boxes are tight."""
    boxes = [tight(mask) for mask, _ in seen]
    return Instances(
        np.array(boxes, np.float32).reshape(-1, 4),
        np.array([score for _, score in seen], np.float32),
        np.array([cut(mask, box) for (mask, _), box in zip(seen, boxes)], np.uint8).reshape(-1, SIDE, SIDE),
    )


def tight(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """West, north, east and south edge of a mask's true pixels."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


class Oracle:
    """Takes the place of ``Model``.

    Args:
        tile: side of its tiles.
        jitter: how far each edge of a box is off, as a standard deviation in shares of the box's side.
        score: of all instances; the larger part of a landslide that a tile sees, the higher, where it is 0.
        missed: share of finds that are left out.
        repeated: share of finds that come twice, with other jitter.
    """

    provider, fixed_tile, fixed_batch, classes, landslide = CPU, None, None, ("landslide",), 0

    def __init__(
        self, tile: int = 128, jitter: float = 0.0, score: float = 1.0, missed: float = 0.0, repeated: float = 0.0,
        **changes: Any,
    ) -> None:  # fmt: skip
        self.contract = contract(3, kind="instance", tile_size=tile, **{"score": 0.5, **changes})
        self.path = Path(__file__)
        self.jitter, self.score, self.missed, self.repeated = jitter, score, missed, repeated
        self.calls = 0

    def padded_shape(self, height: int, width: int) -> tuple[int, int]:
        return height, width

    def detect(self, tile: NDArray[np.float32], progress: Progress) -> Instances:
        self.calls += 1
        low, high = (np.rint(band * 255).astype(np.int64) for band in tile[:2])
        numbers = low + 256 * high
        # What is random depends on what is seen, as it does for a network.
        rng = np.random.default_rng(zlib.crc32(numbers.tobytes()))
        found = []
        for number in np.unique(numbers[numbers > 0]).tolist():
            mask = numbers == number
            if np.count_nonzero(mask) < SMALLEST_PX or rng.random() < self.missed:
                continue
            edges = np.array(tight(mask))
            sides = np.tile(edges[2:] - edges[:2], 2)
            for _ in range(2 if rng.random() < self.repeated else 1):
                box = edges + rng.normal(0, self.jitter, 4) * sides if self.jitter else edges
                # The mask is that of the true box, so it is shifted and stretched with the box.
                score = self.score or 0.5 + 0.5 * np.count_nonzero(mask) / mask.size
                found.append((np.clip(box, 0, [*tile.shape[:0:-1]] * 2), score, cut(mask, tight(mask))))
        found.sort(key=lambda each: -each[1])
        return Instances(
            np.array([each[0] for each in found], np.float32).reshape(-1, 4),
            np.array([each[1] for each in found], np.float32),
            np.array([each[2] for each in found], np.uint8).reshape(-1, SIDE, SIDE),
        )
