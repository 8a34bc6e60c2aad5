from __future__ import annotations

import math
from functools import partial

import numpy as np
import pytest
import torch
from scarp.models.distances import boundary_distances
from scarp.models.losses import Weights, faded, segmentation_loss


def loss_of(logits, mask, dice=1.0, **weights):
    return segmentation_loss(logits, mask, Weights(dice, **weights))


def example(logits, mask):
    return torch.tensor(logits, requires_grad=True)[None, None], torch.tensor(mask, dtype=torch.uint8)[None]


def test_certain_and_right_costs_nothing():
    logits, mask = example([[20.0, -20.0], [20.0, -20.0]], [[1, 0], [1, 0]])
    assert loss_of(logits, mask).item() == pytest.approx(0.0, abs=1e-6)
    assert loss_of(-logits, mask).item() == pytest.approx(20.0 + 1.0 - 1.0 / 5.0, abs=1e-4)


def test_two_by_two_pixels_by_hand():
    p = [0.9, 0.4, 0.2, 0.7]
    logit = [math.log(each / (1 - each)) for each in p]
    logits, mask = example([logit[:2], logit[2:]], [[1, 0], [0, 1]])
    entropy = -(math.log(0.9) + math.log(0.6) + math.log(0.8) + math.log(0.7)) / 4
    dice = 1 - (2 * (0.9 + 0.7) + 1) / ((0.9 + 0.4 + 0.2 + 0.7) + 2 + 1)
    assert loss_of(logits, mask, 0.0).item() == pytest.approx(entropy, rel=1e-6)
    assert loss_of(logits, mask).item() == pytest.approx(entropy + dice, rel=1e-6)
    assert loss_of(logits, mask, 0.5).item() == pytest.approx(entropy + dice / 2, rel=1e-6)


def test_unlabelled_pixels_have_no_effect():
    labelled, mask = example([[1.5, -0.5]], [[1, 0]])
    expected = loss_of(labelled, mask)
    for other in (-30.0, 0.3, 30.0):
        with_more = torch.tensor([[[[1.5, -0.5, other, other]]]], requires_grad=True)
        loss = loss_of(with_more, torch.tensor([[[1, 0, 255, 255]]], dtype=torch.uint8))
        loss.backward()
        assert loss.item() == pytest.approx(expected.item(), rel=1e-6)
        assert with_more.grad[0, 0, 0, 2:].tolist() == [0.0, 0.0]
        assert with_more.grad[0, 0, 0, :2].abs().min() > 0


def test_nothing_labelled_costs_nothing():
    logits = torch.randn(2, 1, 4, 4, requires_grad=True)
    loss = loss_of(logits, torch.full((2, 4, 4), 255, dtype=torch.uint8))
    loss.backward()
    assert loss.item() == 0.0
    assert not logits.grad.any()


def test_dice_is_of_the_whole_batch():
    logits = torch.tensor([[[[0.0]]], [[[0.0]]]])
    mask = torch.tensor([[[1]], [[0]]], dtype=torch.uint8)
    expected = math.log(2) + 1 - (2 * 0.5 + 1) / (1.0 + 1 + 1)
    assert loss_of(logits, mask).item() == pytest.approx(expected, rel=1e-6)


def test_half_precision_logits_are_computed_in_full():
    logits = torch.full((1, 1, 64, 64), 0.01, dtype=torch.bfloat16)
    loss = loss_of(logits, torch.ones(1, 64, 64, dtype=torch.uint8), 0.0)
    assert loss.dtype == torch.float32
    assert loss.item() == pytest.approx(math.log(1 + math.exp(-float(logits[0, 0, 0, 0]))), rel=1e-5)


def test_feature_pixels_weigh_as_much_as_their_share_says():
    logits, mask = example([[0.0, 2.0]], [[1, 0]])
    feature, background = math.log(2), math.log(1 + math.exp(2))
    expected = (0.8 * feature + 0.2 * background) / (0.8 + 0.2)
    assert loss_of(logits, mask, 0.0, feature_share=0.8).item() == pytest.approx(expected, rel=1e-6)
    assert loss_of(logits, mask, 0.0).item() == pytest.approx((feature + background) / 2, rel=1e-6)


def test_the_class_weight_fades_from_the_paper_s_to_nothing():
    assert [round(faded(0.8022, done), 4) for done in (0.0, 0.5, 1.0)] == [0.8022, 0.6511, 0.5]


def test_pixels_on_a_boundary_weigh_more_and_blurred_labels_are_probabilities():
    mask = np.array([[0, 0, 0, 1, 1, 1]], np.uint8)
    distances = torch.from_numpy(boundary_distances(mask, 1))[None]
    logits = torch.linspace(-2.0, 1.5, 6)[None, None, None]
    weight = [1 + 10 * math.exp(-(d**2) / 50) for d in (2.5, 1.5, 0.5, 0.5, 1.5, 2.5)]
    target = [0.0, 0.125, 0.375, 0.625, 0.875, 1.0]
    p = [1 / (1 + math.exp(-value)) for value in logits.flatten().tolist()]
    entropy = [-(t * math.log(q) + (1 - t) * math.log(1 - q)) for t, q in zip(target, p)]
    expected = sum(w * e for w, e in zip(weight, entropy)) / sum(weight)
    found = segmentation_loss(
        logits, torch.from_numpy(mask)[None], Weights(0.0, boundary=10.0, boundary_sigma_px=5.0, blur_px=2.0), distances
    )
    assert found.item() == pytest.approx(expected, rel=1e-5)


def test_each_class_counts_by_itself():
    logits = torch.tensor([[[[3.0, -1.0]], [[-2.0, 0.5]]]])
    mask = torch.tensor([[[1, 2]]], dtype=torch.uint8)
    first = loss_of(logits[:, :1], torch.tensor([[[1, 0]]], dtype=torch.uint8))
    second = loss_of(logits[:, 1:], torch.tensor([[[0, 1]]], dtype=torch.uint8))
    assert loss_of(logits, mask).item() == pytest.approx((first.item() + second.item()) / 2, rel=1e-6)


def test_the_sums_of_two_processes_give_the_loss_of_the_whole_batch():
    torch.manual_seed(0)
    logits, mask = torch.randn(4, 1, 5, 5), torch.randint(0, 2, (4, 5, 5), dtype=torch.uint8)
    whole, recorded = loss_of(logits, mask, feature_share=0.7), []
    for part in (slice(0, 1), slice(1, 4)):  # of different sizes
        sums = []
        record = partial(lambda sums, each: sums.append(each) or each, sums)
        segmentation_loss(logits[part], mask[part], Weights(feature_share=0.7), None, record)
        recorded.append(sums)
    totals = iter([first + second for first, second in zip(*recorded)])
    found = segmentation_loss(logits[:1], mask[:1], Weights(feature_share=0.7), None, lambda _: next(totals))
    assert found.item() == pytest.approx(whole.item(), rel=1e-5)
