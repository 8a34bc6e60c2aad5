from __future__ import annotations

import numpy as np
import pytest
import torch
from scarp.models.distances import FAR_PX, blurred, boundary_distances, boundary_weights


def test_the_boundary_runs_along_the_pixel_edges():
    mask = np.zeros((5, 7), np.uint8)
    mask[1:4, 2:5] = 1
    (distances,) = boundary_distances(mask, 1)
    assert distances[2].tolist() == [-1.5, -0.5, 0.5, 1.5, 0.5, -0.5, -1.5]
    assert distances[0, 1] == pytest.approx(0.5 - 2**0.5)


def test_what_is_unlabelled_makes_no_boundary():
    mask = np.array([[1, 1, 255, 255, 0]], np.uint8)
    assert boundary_distances(mask, 1)[0, 0].tolist() == [3.5, 2.5, -0.5, -1.5, -2.5]
    nobody = boundary_distances(np.array([[1, 1, 255]], np.uint8), 1)[0, 0]
    assert nobody[:2].tolist() == [FAR_PX - 0.5, FAR_PX - 0.5]
    assert boundary_distances(np.zeros((1, 2), np.uint8), 1)[0, 0].tolist() == [0.5 - FAR_PX, 0.5 - FAR_PX]


def test_each_class_has_its_own():
    first, second = boundary_distances(np.array([[0, 1, 2, 2]], np.uint8), 2)[:, 0]
    assert first.tolist() == [-0.5, 0.5, -0.5, -1.5]
    assert second.tolist() == [-1.5, -0.5, 0.5, 1.5]


def test_labels_are_blurred_over_the_distance_and_then_no_more():
    distances = torch.tensor([-4.5, -2.5, -0.5, 0.5, 2.5, 4.5])
    assert blurred(distances, 4.0).tolist() == [0.0, 0.1875, 0.4375, 0.5625, 0.8125, 1.0]
    assert blurred(distances, 0.4).tolist() == [0.0, 0.0, 0.0, 1.0, 1.0, 1.0]


def test_the_nearest_boundary_of_any_class_weighs():
    distances = torch.tensor([[[[0.5, -10.0, 3.0]], [[-8.0, 10.0, -5.0]]]])
    weights = boundary_weights(distances, 10.0, 5.0)
    assert weights.shape == (1, 1, 1, 3)
    expected = [1 + 10 * np.exp(-(d**2) / 50) for d in (0.5, 10.0, 3.0)]
    assert weights.flatten().tolist() == pytest.approx(expected, rel=1e-6)
