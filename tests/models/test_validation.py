from __future__ import annotations

import numpy as np
import pytest
import torch
from scarp.models.augmentation import MEAN, STD
from scarp.models.samples import Sample
from scarp.models.validation import normalised, padded, probability, validate
from torch import nn


class Red(nn.Module):
    """Logits that make the probability equal to red; keeps the shapes that it was given."""

    def __init__(self):
        super().__init__()
        self.unused = nn.Parameter(torch.zeros(1))
        self.shapes, self.was_training = [], []

    def forward(self, image):
        self.shapes.append(tuple(image.shape))
        self.was_training.append(self.training)
        red = image[:, :1] * STD[0] + MEAN[0]
        return torch.logit(red.clamp(1e-6, 1 - 1e-6))


def sample(height, width, resolution_m=1.0, seed=0):
    random = np.random.default_rng(seed)
    image = random.integers(0, 256, (3, height, width), dtype=np.uint8)
    return Sample("hills", image, random.choice(np.array([0, 1, 255], np.uint8), (height, width)), resolution_m)


def test_normalised_has_mean_0_and_deviation_1():
    colours = torch.tensor(MEAN)[:, None, None] + torch.tensor(STD)[:, None, None] * torch.tensor([[[-1.0, 0.0, 2.0]]])
    for image in (colours, colours[None]):
        assert torch.allclose(normalised(image), torch.tensor([-1.0, 0.0, 2.0]).expand_as(image), atol=1e-6)


def test_padded_by_reflection_where_it_can_be():
    image = torch.arange(12.0).reshape(1, 3, 4)
    wide = padded(image, 5)
    assert wide.shape == (1, 5, 5)
    assert torch.equal(wide[:, :3, :4], image)
    assert wide[0, 3].tolist() == wide[0, 1].tolist()
    assert wide[0, :, 4].tolist() == wide[0, :, 2].tolist()
    small = padded(image, 32)
    assert small.shape == (1, 32, 32)
    assert small[0, 31, 31] == 11.0
    assert torch.equal(padded(image, 1), image)


@pytest.mark.parametrize("size", [(32, 32), (33, 50), (1, 1), (7, 90)])
def test_probability_of_each_pixel_of_a_sample(size):
    of, network = sample(*size), Red()
    percent = probability(network, of, 1.0, 16)
    assert percent.shape == size
    assert percent.dtype == np.uint8
    assert np.abs(percent - of.image[0] / 2.55).max() <= 0.5 + 1e-3
    assert network.shapes == [(1, 3, -(-size[0] // 16) * 16, -(-size[1] // 16) * 16)]


@pytest.mark.parametrize("resolution_m", [0.5, 2.0, 3.0])
def test_another_ground_resolution_comes_back_to_the_sample_s_size(resolution_m):
    rows, columns = np.mgrid[:60, :90]
    image = np.stack([rows + columns] * 3).astype(np.uint8)
    of, network = Sample("slope", image, np.zeros((60, 90), np.uint8), 1.0), Red()
    percent = probability(network, of, resolution_m, 4)
    assert percent.shape == (60, 90)
    inner = np.s_[4:-4, 4:-4]
    assert np.abs(percent[inner] - image[0][inner] / 2.55).max() <= 1.0
    assert network.shapes[0][2:] == (round(60 / resolution_m / 4 + 0.4) * 4, -(-round(90 / resolution_m) // 4) * 4)


def test_histograms_over_all_samples_in_evaluation_mode():
    pool, network = [sample(20, 30, seed=1), sample(9, 40, 2.0, seed=2)], Red().train()
    histograms = validate(network, pool, 0.0, 8)
    assert network.was_training == [False, False]
    assert network.training
    assert network.shapes == [(1, 3, 24, 32), (1, 3, 16, 40)]  # each at its own resolution
    at_half = histograms.at(0.5)
    percent = [np.round(each.image[0] / 2.55) for each in pool]
    assert at_half.tp == sum(((p >= 50) & (s.mask == 1)).sum() for p, s in zip(percent, pool))
    assert at_half.fp == sum(((p >= 50) & (s.mask == 0)).sum() for p, s in zip(percent, pool))
    assert at_half.tp + at_half.fn == sum((s.mask == 1).sum() for s in pool)
    assert at_half.fp + at_half.tn == sum((s.mask == 0).sum() for s in pool)
