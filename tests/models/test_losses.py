from __future__ import annotations

import math

import pytest
import torch
from scarp.models.losses import cross_entropy_and_dice


def example(logits, mask):
    return torch.tensor(logits, requires_grad=True)[None, None], torch.tensor(mask, dtype=torch.uint8)[None]


def test_certain_and_right_costs_nothing():
    logits, mask = example([[20.0, -20.0], [20.0, -20.0]], [[1, 0], [1, 0]])
    assert cross_entropy_and_dice(logits, mask).item() == pytest.approx(0.0, abs=1e-6)
    assert cross_entropy_and_dice(-logits, mask).item() == pytest.approx(20.0 + 1.0 - 1.0 / 5.0, abs=1e-4)


def test_two_by_two_pixels_by_hand():
    p = [0.9, 0.4, 0.2, 0.7]
    logit = [math.log(each / (1 - each)) for each in p]
    logits, mask = example([logit[:2], logit[2:]], [[1, 0], [0, 1]])
    entropy = -(math.log(0.9) + math.log(0.6) + math.log(0.8) + math.log(0.7)) / 4
    dice = 1 - (2 * (0.9 + 0.7) + 1) / ((0.9 + 0.4 + 0.2 + 0.7) + 2 + 1)
    assert cross_entropy_and_dice(logits, mask, 0.0).item() == pytest.approx(entropy, rel=1e-6)
    assert cross_entropy_and_dice(logits, mask).item() == pytest.approx(entropy + dice, rel=1e-6)
    assert cross_entropy_and_dice(logits, mask, 0.5).item() == pytest.approx(entropy + dice / 2, rel=1e-6)


def test_unlabelled_pixels_have_no_effect():
    labelled, mask = example([[1.5, -0.5]], [[1, 0]])
    expected = cross_entropy_and_dice(labelled, mask)
    for other in (-30.0, 0.3, 30.0):
        with_more = torch.tensor([[[[1.5, -0.5, other, other]]]], requires_grad=True)
        loss = cross_entropy_and_dice(with_more, torch.tensor([[[1, 0, 255, 255]]], dtype=torch.uint8))
        loss.backward()
        assert loss.item() == pytest.approx(expected.item(), rel=1e-6)
        assert with_more.grad[0, 0, 0, 2:].tolist() == [0.0, 0.0]
        assert with_more.grad[0, 0, 0, :2].abs().min() > 0


def test_nothing_labelled_costs_nothing():
    logits = torch.randn(2, 1, 4, 4, requires_grad=True)
    loss = cross_entropy_and_dice(logits, torch.full((2, 4, 4), 255, dtype=torch.uint8))
    loss.backward()
    assert loss.item() == 0.0
    assert not logits.grad.any()


def test_dice_is_of_the_whole_batch():
    logits = torch.tensor([[[[0.0]]], [[[0.0]]]])
    mask = torch.tensor([[[1]], [[0]]], dtype=torch.uint8)
    expected = math.log(2) + 1 - (2 * 0.5 + 1) / (1.0 + 1 + 1)
    assert cross_entropy_and_dice(logits, mask).item() == pytest.approx(expected, rel=1e-6)


def test_half_precision_logits_are_computed_in_full():
    logits = torch.full((1, 1, 64, 64), 0.01, dtype=torch.bfloat16)
    loss = cross_entropy_and_dice(logits, torch.ones(1, 64, 64, dtype=torch.uint8), 0.0)
    assert loss.dtype == torch.float32
    assert loss.item() == pytest.approx(math.log(1 + math.exp(-float(logits[0, 0, 0, 0]))), rel=1e-5)
