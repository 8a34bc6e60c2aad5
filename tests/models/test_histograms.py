from __future__ import annotations

import numpy as np
import pytest
from scarp.models.histograms import BINS, Histograms


@pytest.fixture
def maps():
    random = np.random.default_rng(0)
    percent = random.integers(0, 101, (3, 20, 30), dtype=np.uint8)
    mask = random.choice(np.array([0, 1, 255], np.uint8), (3, 20, 30), p=[0.6, 0.3, 0.1])
    return percent, mask


@pytest.fixture
def histograms(maps):
    found = Histograms.empty()
    for percent, mask in zip(*maps):
        found.add(percent, mask)
    return found


def test_pixels_are_counted_by_per_cent(maps, histograms):
    percent, mask = maps
    for value in range(BINS):
        assert histograms.landslide[value] == ((percent == value) & (mask == 1)).sum()
        assert histograms.other[value] == ((percent == value) & (mask == 0)).sum()


@pytest.mark.parametrize("threshold", [0.0, 0.29, 0.5, 0.554, 0.555, 0.58, 1.0])
def test_counts_are_those_of_probability_at_or_above_the_threshold(maps, histograms, threshold):
    percent, mask = maps
    extracted = percent >= threshold * 100 - 1e-6
    counts = histograms.at(threshold)
    assert counts.tp == (extracted & (mask == 1)).sum()
    assert counts.fp == (extracted & (mask == 0)).sum()
    assert counts.fn == (~extracted & (mask == 1)).sum()
    assert counts.tn == (~extracted & (mask == 0)).sum()


def test_the_best_threshold_has_the_highest_f1(histograms):
    threshold, counts = histograms.best()
    every = [histograms.at(percent / 100).f1 for percent in range(BINS)]
    assert counts.f1 == max(every)
    assert histograms.at(threshold) == counts
    apart = Histograms.empty()
    apart.add(np.array([[20, 20, 60, 60]], np.uint8), np.array([[0, 0, 1, 1]], np.uint8))
    assert apart.best()[0] == 0.4  # the middle of 0.21 to 0.60
    assert apart.best()[1].f1 == 1.0


def test_without_landslide_there_is_no_best():
    found = Histograms.empty()
    found.add(np.array([[20]], np.uint8), np.array([[0]], np.uint8))
    with pytest.raises(ValueError, match="at least one landslide pixel"):
        found.best()
