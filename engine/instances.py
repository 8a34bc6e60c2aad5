"""Instances made landslides: fragments of one landslide in several tiles, and repeated finds in one, are merged."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .components import labelled, linked
from .detections import Instances
from .fragments import Fragments
from .progress import Progress, check
from .windows import Window

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

PROBABLE_PERCENT = 50.0
"""Probability from which on a pixel is of an instance, whatever its score."""
CONTAINED = 0.6
"""Share of the smaller of two fragments that the other one covers if both are the same find."""
CONTINUED = 0.2
"""Intersection over union, where two tiles overlap, from which on their best matching fragments are one landslide."""
SAME_PIECE = 0.5
"""Likewise of single pieces of fragments; above one half, no two fragments of a tile can match the same one."""


@dataclass(frozen=True)
class _Shape:
    """Pixels of a fragment by which it is compared with others: its mask at one half, or at the threshold if lower.

    So what a tile is less sure of is not thinner, and thin landslides are not torn.

    Attributes:
        number: of the fragment.
        score: of it.
        row: first row, of the scene.
        column: first column, of the scene.
        mask: shape (rows, columns), with no empty row or column at its edges.
        pixels: how many there are.
    """

    number: int
    score: float
    row: int
    column: int
    mask: Bools
    pixels: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        """First row and column, and row and column after the last."""
        return self.row, self.column, self.row + self.mask.shape[0], self.column + self.mask.shape[1]

    def within(self, box: tuple[int, int, int, int]) -> Bools:
        """The part of the mask that lies in a box."""
        top, left = max(box[0] - self.row, 0), max(box[1] - self.column, 0)
        return self.mask[top : max(box[2] - self.row, top), left : max(box[3] - self.column, left)]


@dataclass(frozen=True)
class _Tile:
    """Fragments of a tile; ``boxes`` has the shape (n, 4), of ``_Shape.box``."""

    window: Window
    shapes: list[_Shape]
    boxes: Ints


class _Links:
    """Which fragments are one landslide.

    Repeated finds: a fragment that lies mostly in a larger one is the same find, and is so of one larger one only, the
    one it has most pixels in common with. Where it is the larger one that has the lower score, that one takes in one
    smaller one only: so a coarse find over two surer landslides does not make them one.

    Continuations: what two tiles see of one landslide in the area they share is alike. There, each fragment of one
    tile matches at most one of the other, the most alike; so of two landslides that touch, each finds its own, and
    where one tile sees only one of them, the other is left over. Pieces are looked at too, since a landslide may come
    into a tile in several places, which are one fragment there and several in the next tile. A fragment that is a
    repeated find in its tile, as what the tile's edge leaves of a neighbour may seem, continues nothing if the larger
    one does.

    Args:
        count: of the fragments.
    """

    def __init__(self, count: int) -> None:
        self._scores = np.full(count, -1.0, np.float32)
        # Of each fragment the larger one that it is a repeated find of, their common pixels, and whether in one tile.
        self._larger, self._common = np.arange(count, dtype=np.int64), np.zeros(count, np.int64)
        self._in_one_tile = np.zeros(count, bool)
        self._matches, self._pieces, self._meetings = array("q"), array("q"), 0

    def add(self, tile: _Tile, near: Iterable[_Tile]) -> None:
        """Look for links of the fragments of a tile with one another and with those of tiles near by."""
        for shape in tile.shapes:
            self._scores[shape.number] = shape.score
        for first, second, common in _meeting(tile, tile):
            self._look_for_repetition(first, second, common, True)
        for other in near:
            shared = _intersection(_box(tile.window), _box(other.window))
            likely: list[tuple[float, float, _Shape, _Shape]] = []
            for first, second, common in _meeting(tile, other):
                self._look_for_repetition(first, second, common, False)
                pixels = [int(np.count_nonzero(each.within(shared))) for each in (first, second)]
                likely.append((common / (sum(pixels) - common), common / min(pixels), first, second))
            self._match(sorted(likely, key=lambda each: -each[0]), shared)

    def _look_for_repetition(self, first: _Shape, second: _Shape, common: int, in_one_tile: bool) -> None:
        smaller, larger = sorted((first, second), key=lambda shape: (shape.pixels, shape.number))
        if common >= CONTAINED * smaller.pixels and common > self._common[smaller.number]:
            self._larger[smaller.number], self._common[smaller.number] = larger.number, common
            self._in_one_tile[smaller.number] = in_one_tile

    def _match(self, likely: list[tuple[float, float, _Shape, _Shape]], shared: tuple[int, int, int, int]) -> None:
        """Match fragments of two tiles, the most alike first.

        Args:
            likely: of two fragments, their common pixels as a share of both together and of the smaller one.
            shared: box that both tiles see.
        """
        self._meetings += 1
        taken: set[int] = set()
        for share, of_smaller, first, second in likely:
            pair = first.number, second.number
            if share >= CONTINUED and taken.isdisjoint(pair):
                taken.update(pair)
                self._matches.extend((*pair, self._meetings))
            elif of_smaller >= SAME_PIECE and _have_same_piece(first, second, shared):
                self._pieces.extend(pair)

    def landslides(self) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """What ``merged`` returns."""
        count = len(self._scores)
        smaller = np.flatnonzero(self._common)
        larger, common = self._larger[smaller], self._common[smaller]
        coarse = self._scores[larger] < self._scores[smaller]
        # The last of equal numbers stays: the smaller one that a coarse one has most in common with.
        order = np.lexsort((common, np.where(coarse, larger, -1)))
        is_best = np.r_[np.diff(larger[order]) != 0, True][: len(order)]
        kept = ~coarse
        kept[order] |= is_best
        smaller, larger = smaller[kept], larger[kept]
        holder = np.full(count, -1, np.int64)
        inside = self._in_one_tile[smaller]
        holder[smaller[inside]] = larger[inside]
        one, other, meeting = np.array(self._matches, np.int64).reshape(-1, 3).T
        keys = np.r_[one, other] * (self._meetings + 1) + np.r_[meeting, meeting]
        held = [np.isin(holder[ends] * (self._meetings + 1) + meeting, keys) for ends in (one, other)]
        free = ~(held[0] | held[1])
        pieces = np.array(self._pieces, np.int64).reshape(-1, 2)
        root = linked(count, np.r_[smaller, one[free], pieces[:, 0]], np.r_[larger, other[free], pieces[:, 1]])
        seen = self._scores >= 0
        labels = np.zeros(count, np.int32)
        labels[seen] = np.unique(root[seen], return_inverse=True)[1] + 1
        scores = np.zeros(int(labels.max(initial=0)) + 1, np.float32)
        np.maximum.at(scores, labels[seen], self._scores[seen])
        return labels, scores


def merged(fragments: Fragments, lowest: int, progress: Progress) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Which landslide each fragment belongs to.

    Args:
        fragments: of all tiles.
        lowest: per cent at or above which a pixel is landslide.
        progress: told how far it is, and asked whether to stop.

    Returns:
        The number of each fragment's landslide, from 1, 0 for one that has no such pixel, shape (fragments,); and the
        highest score of each landslide's fragments, by number, shape (landslides + 1,).

    Raises:
        Cancelled: if asked to stop.
    """
    links, rows = _Links(len(fragments)), fragments.grid.rows.starts()
    near: list[_Tile] = []
    for index, start in enumerate(rows):
        near = [tile for tile in near if tile.window.row + tile.window.height > start]
        for first, window, instances in fragments.row(index):
            check(progress)
            tile = _tile(first, window, instances, lowest)
            links.add(tile, (each for each in near if abs(each.window.column - window.column) < window.width))
            near.append(tile)
        progress.setProgress(100.0 * (index + 1) / len(rows))
    return links.landslides()


def _tile(first: int, window: Window, instances: Instances, lowest: int) -> _Tile:
    """The shapes of a tile's fragments; ``first`` is the first one's number."""
    shapes = []
    for place, each in enumerate(instances.spreads(window.height, window.width)):
        if each.percent.max(initial=0.0) < lowest:
            continue
        mask = each.percent >= min(lowest, PROBABLE_PERCENT * float(instances.scores[place]))
        rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
        mask = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].copy()
        row, column = window.row + each.row + int(rows[0]), window.column + each.column + int(columns[0])
        pixels = int(np.count_nonzero(mask))
        shapes.append(_Shape(first + place, float(instances.scores[place]), row, column, mask, pixels))
    return _Tile(window, shapes, np.array([shape.box for shape in shapes], np.int64).reshape(-1, 4))


def _meeting(tile: _Tile, earlier: _Tile) -> Iterator[tuple[_Shape, _Shape, int]]:
    """Each two fragments of two tiles, or of one, that have pixels in common; and how many."""
    one, other = tile.boxes[:, None], earlier.boxes[None]
    apart = (one[..., :2] >= other[..., 2:]).any(-1) | (other[..., :2] >= one[..., 2:]).any(-1)
    near = np.triu(~apart, 1) if tile is earlier else ~apart
    for i, j in np.argwhere(near).tolist():
        first, second = tile.shapes[i], earlier.shapes[j]
        common = np.count_nonzero(first.within(second.box) & second.within(first.box))
        if common:
            yield first, second, int(common)


def _box(window: Window) -> tuple[int, int, int, int]:
    return window.row, window.column, window.row + window.height, window.column + window.width


def _intersection(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, int, int, int]:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _placed(shape: _Shape, box: tuple[int, int, int, int]) -> Bools:
    """The mask of a fragment over all of a box."""
    top, left, bottom, right = box
    whole = np.zeros((bottom - top, right - left), bool)
    row, column, end, last = _intersection(shape.box, box)
    whole[row - top : end - top, column - left : last - left] = shape.within(box)
    return whole


def _have_same_piece(one: _Shape, other: _Shape, shared: tuple[int, int, int, int]) -> bool:
    """Whether a piece of connected pixels of one fragment is nearly one of another, in a box that both tiles see."""
    ends = np.array([one.box, other.box])
    box = _intersection(shared, (*ends[:, :2].min(axis=0).tolist(), *ends[:, 2:].max(axis=0).tolist()))
    (first, pieces), (second, others) = (labelled(_placed(each, box)) for each in (one, other))
    table: NDArray[Any] = np.bincount((first * (others + 1) + second).ravel(), minlength=(pieces + 1) * (others + 1))
    table = table.reshape(pieces + 1, others + 1)
    common = table[1:, 1:]
    union = table[1:].sum(axis=1)[:, None] + table[:, 1:].sum(axis=0)[None] - common
    # Of specks that happen to coincide nothing follows.
    smallest = SAME_PIECE * min(np.count_nonzero(first), np.count_nonzero(second))
    return bool(((common >= smallest) & (common > SAME_PIECE * union)).any())
