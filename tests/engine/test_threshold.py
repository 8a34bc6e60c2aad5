"""Tests of scarp.engine.threshold."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scarp.engine.errors import ScarpError
from scarp.engine.threshold import METHODS, choose_threshold, middle_of_plateau, otsu


def histogram(**counts: int) -> NDArray[np.int64]:
    """Histogram with ``p20=5`` for five pixels of probability 0.20."""
    bins = np.zeros(101, np.int64)
    for name, count in counts.items():
        bins[int(name[1:])] = count
    return bins


def by_definition(counts: NDArray[np.int64]) -> int:
    """First threshold (per cent) with the largest variance between the classes, straight from its definition."""
    values = np.repeat(np.arange(101), counts)
    scores = []
    for threshold in range(1, 101):
        low, high = values[values < threshold], values[values >= threshold]
        apart = len(low) and len(high)
        scores.append(len(low) * len(high) * (low.mean() - high.mean()) ** 2 if apart else -1.0)
    return int(np.argmax(scores)) + 1


def test_otsu_agrees_with_its_definition() -> None:
    rng = np.random.default_rng(1)
    values = np.concatenate([rng.normal(25, 9, 4000), rng.normal(70, 12, 900)]).clip(0, 100).astype(int)
    counts = np.bincount(values, minlength=101)
    assert otsu(counts) == by_definition(counts) / 100


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (histogram(p20=5, p80=5), 0.50),  # 0.21 to 0.80 separate alike
        (histogram(p20=900, p80=1), 0.50),
        (histogram(p0=1, p1=1), 0.01),
        (histogram(p99=1, p100=1), 1.00),
        (histogram(p0=7, p100=3), 0.50),
    ],
)
def test_otsu_takes_the_middle_of_a_plateau(counts: NDArray[np.int64], expected: float) -> None:
    assert otsu(counts) == expected


def test_otsu_is_exact_on_a_scene_of_many_pixels() -> None:
    assert otsu(histogram(p10=8_000_000_000, p90=2_000_000_000)) == 0.5


@pytest.mark.parametrize("counts", [histogram(), histogram(p40=12)])
def test_otsu_needs_two_values(counts: NDArray[np.int64]) -> None:
    with pytest.raises(ValueError, match="two distinct"):
        otsu(counts)


def test_otsu_wants_101_bins() -> None:
    with pytest.raises(ValueError, match=r"\(101,\), not \(100,\)"):
        otsu(np.ones(100, np.int64))


def test_plateau_ignores_nan_and_later_plateaus() -> None:
    assert middle_of_plateau(np.array([np.nan, 1.0, 3.0, 3.0, 3.0, 0.0, 3.0])) == 3


def test_every_method_gives_its_threshold() -> None:
    counts = histogram(p20=5, p80=5)
    assert [choose_threshold(method, counts, 0.35, 0.6) for method in METHODS] == [0.35, 0.5, 0.6]


@pytest.mark.parametrize(
    ("method", "recommended", "fixed", "sentence"),
    [
        ("fixed", 0.5, 1.2, r"The threshold is 1\.2, but a threshold lies between 0 and 1"),
        ("fixed", 0.5, float("nan"), r"The threshold is nan, but"),
        ("fixed", 0.5, None, r"No threshold was given\. Give one between 0 and 1"),
        ("recommended", -0.1, 0.5, r"recommended by the model is -0\.1, but"),
        ("recommended", None, 0.5, r"does not recommend a threshold\. Choose Otsu"),
        ("guess", 0.5, 0.5, r'"guess" is unknown\. Choose one of: recommended, otsu, fixed\.'),
    ],
)
def test_unusable_choices_are_refused(
    method: str, recommended: float | None, fixed: float | None, sentence: str
) -> None:
    with pytest.raises(ScarpError, match=sentence):
        choose_threshold(method, histogram(p1=1, p2=1), recommended, fixed)


def test_otsu_of_a_uniform_scene_says_what_to_do() -> None:
    with pytest.raises(ScarpError, match=r"every pixel has the probability 0\.40\. Use the threshold recommended"):
        choose_threshold("otsu", histogram(p40=12), 0.5, 0.5)
    with pytest.raises(ScarpError, match="no valid pixel"):
        choose_threshold("otsu", histogram(), 0.5, 0.5)
