from __future__ import annotations

import numpy as np
import pytest
import torch
from scarp.models.augmentation import MEAN, NUMBER, NUMBERS, STD, normalised
from scarp.models.average_precision import InstanceCounts
from scarp.models.histograms import Histograms
from scarp.models.losses import Weights
from scarp.models.sample import Sample
from scarp.models.validation import (
    Scores,
    as_tensor,
    chosen_tiles,
    from_tensor,
    network_input,
    padded,
    probability,
    tiles,
    validate,
)
from torch import nn

pytestmark = pytest.mark.usefixtures("one_cpu_thread")


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


def test_nodata_is_the_mean_colour_and_black_ground_is_black():
    of, network = sample(16, 16), Red()
    of.image[:, :, :8], of.mask[:, :4], of.mask[:, 4:8] = 0, 255, 0
    percent = probability(network, of, 1.0, 16)
    assert (percent[:, :4] == round(100 * MEAN[0])).all()
    assert (percent[:, 4:8] == 0).all()


def test_counts_over_all_samples_in_evaluation_mode():
    pool, network = [sample(20, 30, seed=1), sample(9, 40, 2.0, seed=2)], Red().train()
    scores = validate(network, chosen_tiles(pool, 0.0), 0.0, 8)
    assert network.was_training == [False, False]
    assert network.training
    assert network.shapes == [(1, 3, 24, 32), (1, 3, 16, 40)]  # each at its own resolution
    at_half = scores.histograms.at(0.5)
    percent = [np.round(each.image[0] / 2.55) for each in pool]
    assert at_half.tp == sum(((p >= 50) & (s.mask == 1)).sum() for p, s in zip(percent, pool))
    assert at_half.fp == sum(((p >= 50) & (s.mask == 0)).sum() for p, s in zip(percent, pool))
    assert at_half.tp + at_half.fn == sum((s.mask == 1).sum() for s in pool)
    assert at_half.fp + at_half.tn == sum((s.mask == 0).sum() for s in pool)
    assert scores.pixels == sum((s.mask != 255).sum() for s in pool)


def test_the_loss_is_the_weighted_cross_entropy_of_labelled_pixels():
    of = sample(16, 16, seed=4)
    p = np.clip(of.image[0] / 255.0, 1e-6, 1 - 1e-6)
    entropy = -np.where(of.mask == 1, np.log(p), np.log(1 - p))
    weight = np.where(of.mask == 1, 0.7 / 0.3, 1.0) * (of.mask != 255)
    scores = validate(Red(), chosen_tiles([of], 0.0), 0.0, 16, weights=Weights(dice=0.0, feature_share=0.7))
    assert scores.loss == pytest.approx((entropy * weight).sum() / weight.sum(), rel=1e-4)
    summary = scores.summary()
    assert summary["loss"] == pytest.approx(scores.loss, abs=1e-5)
    assert summary["recall"] == pytest.approx((np.round(p * 100) >= 50)[of.mask == 1].mean(), abs=1e-5)
    assert set(summary) >= {"accuracy", "precision", "recall", "f1", "threshold", "best_f1"}


def test_the_loss_does_not_depend_on_how_tiles_are_cut():
    """A tile with many landslides weighs more than one without."""
    of = sample(16, 64, seed=4)
    of.mask[:, 20:] = 0
    weights = Weights(dice=0.0, feature_share=0.7)
    whole = validate(Red(), [(of, np.s_[:, :])], 1.0, 16, weights=weights)
    parts = validate(Red(), list(tiles(of, 16, 0)), 1.0, 16, weights=weights)
    assert parts.loss == pytest.approx(whole.loss, rel=1e-4)
    assert (parts.pixels, parts.weight) == (whole.pixels, pytest.approx(whole.weight))


def test_other_classes_are_no_landslide_and_undefined_scores_are_nothing():
    of = Sample("clouds", np.full((3, 8, 8), 200, np.uint8), np.full((8, 8), 2, np.uint8), 1.0)
    summary = validate(Red(), chosen_tiles([of], 0.0), 0.0, 8).summary()
    assert (summary["precision"], summary["recall"], summary["accuracy"]) == (0.0, None, 0.0)
    assert "best_f1" not in summary


def test_scores_at_the_best_threshold_by_hand():
    """Above 0.6 are 80 of 100 landslide pixels and 20 of 900 others; all else is at 0.1."""
    histograms = Histograms.empty()
    histograms.landslide[[10, 60]], histograms.other[[10, 60]] = (20, 80), (880, 20)
    summary = Scores(histograms).summary()
    assert summary["best_precision"] == summary["best_recall"] == summary["best_f1"] == 0.8
    assert summary["best_accuracy"] == 0.96  # (80 + 880) / 1000
    assert summary["best_iou"] == round(80 / 120, 5)
    assert summary["best_mean_iou"] == round((80 / 120 + 880 / 920) / 2, 5)
    assert 0.1 < summary["threshold"] <= 0.6
    assert "ap50" not in summary


def test_a_network_s_input_has_the_numbers_of_landslides():
    of = sample(8, 12)
    of.mask[:] = 1
    of.mask[:, 6:] = 0
    numbers = np.zeros((8, 12), np.int32)
    numbers[:4, :6], numbers[4:, :6] = 3, NUMBERS + 2
    image, labels = network_input(Sample("a", of.image, of.mask, 1.0, numbers), 0.5)
    assert image.shape == (3, 16, 24)
    assert labels.dtype == torch.int32
    expected = np.where(of.mask == 1, 1 + NUMBER * np.where(numbers == 3, 3, 2), 0)
    assert (labels.numpy() == expected.repeat(2, 0).repeat(2, 1)).all()
    assert (network_input(of, 0.5)[1].numpy() == of.mask.repeat(2, 0).repeat(2, 1)).all()


def test_tiles_take_the_numbers_of_landslides_along():
    numbers = np.arange(40 * 40, dtype=np.int32).reshape(40, 40)
    of = Sample("a", np.zeros((3, 40, 40), np.uint8), np.ones((40, 40), np.uint8), 1.0, numbers)
    found = {int(tile.instances[own][0, 0]) for tile, own in tiles(of, 20, 4)}
    assert found == {0, 20, 20 * 40, 20 * 41}
    assert {tile.instances.shape == tile.mask.shape for tile, _ in tiles(of, 20, 4)} == {True}


def test_tiles_are_the_sample_each_pixel_once():
    mask = np.arange(70 * 110).reshape(70, 110) % 2
    of = Sample("a", np.zeros((3, 70, 110), np.uint8), mask.astype(np.uint8), 1.0)
    count = 0
    for tile, own in tiles(of, 32, 8):
        assert tile.image.shape[1:] == tile.mask.shape
        assert max(tile.mask.shape) <= 48
        count += tile.mask[own].size
    assert count == 70 * 110
    of.mask[:32, :32] = 255
    assert len(list(tiles(of, 32, 8))) == 3 * 4 - 1  # nothing to score there


def test_the_margin_makes_tiles_agree_with_the_whole():
    class Mean(Red):
        def forward(self, image):
            # Beyond the sample both see its reflection.
            return nn.functional.avg_pool2d(nn.functional.pad(super().forward(image), (2, 2, 2, 2), "reflect"), 5, 1)

    of = sample(64, 96, seed=3)
    joined = validate(Mean(), list(tiles(of, 32, 8)), 1.0, 16).histograms
    alone = validate(Mean(), [(of, np.s_[:, :])], 1.0, 16).histograms
    assert (joined.landslide == alone.landslide).all()
    bare = validate(Mean(), list(tiles(of, 32, 0)), 1.0, 16).histograms
    assert (bare.landslide != alone.landslide).any()


def test_a_limit_takes_tiles_evenly_spread():
    images = [np.full((3, 8, 8), value, np.uint8) for value in range(10)]
    pool = [Sample("a", image, np.zeros((8, 8), np.uint8), 1.0) for image in images]
    assert [int(tile.image[0, 0, 0]) for tile, _ in chosen_tiles(pool, 0.0, 4)] == [0, 2, 5, 7]
    assert len(chosen_tiles(pool, 0.0, 0)) == len(chosen_tiles(pool, 0.0, 99)) == 10


def test_scores_add_up_and_travel_as_a_tensor():
    one = validate(Red(), chosen_tiles([sample(16, 16, seed=1)], 0.0), 0.0, 16)
    two = validate(Red(), chosen_tiles([sample(16, 24, seed=2)], 0.0), 0.0, 16)
    both, travelled = one + two, from_tensor(as_tensor(one) + as_tensor(two))
    assert travelled.summary() == both.summary()
    assert both.pixels == one.pixels + two.pixels
    assert both.loss == pytest.approx((one.loss * one.pixels + two.loss * two.pixels) / both.pixels)


def test_instances_add_up_and_travel_too():
    counts = InstanceCounts.empty()
    counts.right[900], counts.wrong[[100, 950]], counts.landslides = 2, (3, 1), 4
    one = validate(Red(), chosen_tiles([sample(16, 16, seed=1)], 0.0), 0.0, 16)
    one.instances = counts
    travelled, both = from_tensor(as_tensor(one) + as_tensor(one)), one + one
    for each in (travelled, both):
        assert each.instances.landslides == 8
        assert (each.instances.right == 2 * counts.right).all()
        assert (each.instances.wrong == 2 * counts.wrong).all()
    # By score: 1 wrong, 2 right of 4, then 3 wrong: precision 2 / 3 up to recall 0.5, which is 51 of 101 recalls.
    assert one.summary()["ap50"] == both.summary()["ap50"] == round(51 * (2 / 3) / 101, 5)
