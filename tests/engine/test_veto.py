"""Tests of scarp.engine.veto."""

from __future__ import annotations

import numpy as np
import pytest
from scarp.engine.veto import vetoed

ALL = np.arange(101, dtype=np.uint8)
LANDSLIDE, OTHER = (side.copy() for side in np.meshgrid(ALL, ALL, indexing="ij"))


def lowered(threshold: int) -> np.ndarray:
    return vetoed(LANDSLIDE, [OTHER], threshold).astype(int)


@pytest.mark.parametrize(
    ("landslide", "other", "expected"),
    [(90, 0, 90), (90, 50, 90), (90, 60, 80), (90, 90, 50), (90, 91, 49), (80, 95, 35), (30, 60, 20), (5, 100, 0),
     (40, 45, 40), (0, 100, 0), (255, 255, 255)],
)  # fmt: skip
def test_lowered_by_what_the_other_has_above_the_threshold(landslide: int, other: int, expected: int) -> None:
    pixel = np.array([[landslide]], np.uint8), [np.array([[other]], np.uint8)]
    assert vetoed(*pixel, 50).tolist() == [[expected]]


@pytest.mark.parametrize("threshold", [1, 37, 50, 99, 100])
def test_landslide_exactly_where_it_reaches_the_threshold_and_none_is_more_probable(threshold: int) -> None:
    expected = (threshold <= LANDSLIDE) & (LANDSLIDE >= OTHER)
    assert ((lowered(threshold) >= threshold) == expected).all()


@pytest.mark.parametrize("threshold", [1, 37, 50, 100])
def test_continuous_and_monotone(threshold: int) -> None:
    steps_of_landslide, steps_of_other = np.diff(lowered(threshold), axis=0), np.diff(lowered(threshold), axis=1)
    assert set(np.unique(steps_of_landslide)) == {0, 1} if threshold < 100 else {1}
    assert set(np.unique(steps_of_other)) <= {0, -1}
    assert (lowered(threshold) <= LANDSLIDE).all()
    assert (lowered(threshold) >= 0).all()


def test_the_most_probable_of_the_others_counts() -> None:
    landslide = np.array([[80, 80, 255]], np.uint8)
    others = [np.array([[10, 70, 255]], np.uint8), np.array([[60, 55, 255]], np.uint8)]
    given = [landslide.copy(), *(other.copy() for other in others)]
    assert vetoed(landslide, others, 50).tolist() == [[70, 60, 255]]
    assert all((one == other).all() for one, other in zip(given, [landslide, *others]))  # what is given stays


def test_without_others_nothing_changes() -> None:
    assert (vetoed(LANDSLIDE, [], 50) == LANDSLIDE).all()
