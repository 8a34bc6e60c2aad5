from __future__ import annotations

import numpy as np
import pytest
from scarp.models import sample as module
from scarp.models.sample import Sample


def of(mask):
    return Sample("hills", np.zeros((3, *mask.shape), np.uint8), mask, 1.0)


def some_mask(height=50, width=40):
    return np.random.default_rng(0).choice(np.array([0, 1, 2, 255], np.uint8), (height, width), p=[0.5, 0.1, 0.1, 0.3])


def test_places_and_counts_of_features_and_labels():
    sample = of(np.array([[0, 1, 255], [2, 255, 0]], np.uint8))
    assert sample.features.tolist() == [1, 3]
    assert sample.labelled.tolist() == [0, 1, 3, 5]
    assert (sample.feature_pixels, sample.labelled_pixels) == (2, 4)


@pytest.mark.parametrize("value", [0, 255])
def test_a_sample_without_features_has_no_place(value):
    sample = of(np.full((4, 5), value, np.uint8))
    assert sample.features.shape == (0,)
    assert sample.features.dtype == np.int64
    assert (sample.feature_pixels, sample.labelled_pixels) == (0, 20 if value == 0 else 0)


@pytest.mark.parametrize("rows", [1, 7, 1024])
def test_places_are_those_of_the_whole_however_it_is_parted(monkeypatch, rows):
    monkeypatch.setattr(module, "ROWS", rows)
    mask = some_mask()
    sample = of(mask)
    assert (sample.features == np.flatnonzero((mask == 1) | (mask == 2))).all()
    assert (sample.labelled == np.flatnonzero(mask != 255)).all()
    assert sample.feature_pixels == len(sample.features)


@pytest.mark.parametrize("rows", [1, 7, 1024])
@pytest.mark.parametrize("places", [1, 10, 37, 100])
def test_of_many_places_every_nth_is_kept(monkeypatch, rows, places):
    monkeypatch.setattr(module, "ROWS", rows)
    monkeypatch.setattr(module, "PLACES", places)
    mask = some_mask()
    sample, every = of(mask), np.flatnonzero(mask != 255)
    step = -(-len(every) // places)
    assert (sample.labelled == every[::step]).all()
    assert len(sample.labelled) <= places
    assert sample.labelled_pixels == len(every)  # a count is of all


@pytest.mark.parametrize(("value", "has"), [(0, False), (1, True), (2, False), (255, False)])
def test_whether_there_is_a_landslide(monkeypatch, value, has):
    monkeypatch.setattr(module, "ROWS", 3)
    mask = np.zeros((7, 5), np.uint8)
    mask[6, 4] = value
    assert of(mask).has_landslide is has
