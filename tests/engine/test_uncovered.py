"""Tests of scarp.engine.uncovered."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scarp.engine.uncovered import Uncovered
from scipy import ndimage

Labels = NDArray[np.int32]


def joined(numbers: Labels, extracted: NDArray[np.bool_], cuts: list[int]) -> tuple[Labels, int]:
    """Landslides with the uncovered pixels, handed over in parts; and how many came to them."""
    uncovered, written = Uncovered(numbers.shape[1]), numbers.copy()
    for part, of_part in zip(np.split(written, cuts), np.split(extracted, cuts)):
        uncovered.add(part, of_part)
    known, more = uncovered.landslides(int(numbers.max(initial=0)))
    return np.where(written < 0, known[np.maximum(-written, 0)], written), more


def expected(numbers: Labels, extracted: NDArray[np.bool_]) -> tuple[Labels, int]:
    """The same, one group after the other."""
    result, groups = numbers.copy(), ndimage.label(extracted & (numbers == 0))[0]
    alone = 0
    for group in range(1, groups.max(initial=0) + 1):
        borders: dict[int, int] = {}
        for row, column in np.argwhere(groups == group):
            for down, across in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                near = row + down, column + across
                if 0 <= near[0] < numbers.shape[0] and 0 <= near[1] < numbers.shape[1] and numbers[near] > 0:
                    borders[int(numbers[near])] = borders.get(int(numbers[near]), 0) + 1
        alone += not borders
        best = min(borders, key=lambda number: (-borders[number], number)) if borders else -group
        result[groups == group] = best
    return result, alone


@pytest.mark.parametrize("cuts", [[], [1], [7, 8, 20], list(range(1, 30))])
def test_as_one_group_after_the_other(cuts: list[int]) -> None:
    rng = np.random.default_rng(len(cuts))
    for share in (0.2, 0.4, 0.6):
        extracted = rng.random((30, 40)) < share
        blocks = np.kron(rng.integers(-6, 4, (6, 8)), np.ones((5, 5), np.int32)).astype(np.int32)
        numbers = np.where(extracted, np.maximum(blocks, 0), 0).astype(np.int32)
        found, more = joined(numbers, extracted, cuts)
        wanted, alone = expected(numbers, extracted)
        covered = wanted > 0
        assert (found[covered] == wanted[covered]).all() and (found[wanted == 0] == 0).all()
        # Those of their own: one number for each, whichever, after all the others.
        pairs = {(int(a), int(b)) for a, b in zip(found[wanted < 0], wanted[wanted < 0])}
        highest = int(numbers.max())
        assert more == alone == len(pairs) and sorted(a for a, _ in pairs) == list(
            range(highest + 1, highest + 1 + alone)
        )


def test_the_longest_border_wins_and_of_equals_the_lowest_number() -> None:
    numbers = np.array([[1, 1, 0, 2, 2],
                        [1, 0, 0, 2, 2],
                        [0, 0, 0, 0, 0],
                        [3, 0, 4, 0, 0]], np.int32)  # fmt: skip
    extracted = np.array([[1, 1, 1, 1, 1], [1, 1, 0, 1, 1], [0, 0, 0, 0, 0], [1, 1, 1, 0, 0]], bool)
    found, more = joined(numbers, extracted, [1])
    # The pixel between 1 and 2 has an edge with each; the one below 1 has two with it, and none with 2.
    assert found.tolist() == [[1, 1, 1, 2, 2], [1, 1, 0, 2, 2], [0, 0, 0, 0, 0], [3, 3, 4, 0, 0]]
    assert more == 0


def test_nothing_uncovered() -> None:
    numbers = np.array([[0, 1], [2, 2]], np.int32)
    assert joined(numbers, numbers > 0, [1])[0].tolist() == numbers.tolist()
