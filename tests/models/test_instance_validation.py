from __future__ import annotations

import numpy as np
import pytest
import torch
from scarp.models.augmentation import MEAN, STD
from scarp.models.instance_targets import masks_in_boxes, targets_of
from scarp.models.instance_validation import (
    instance_percent,
    landslides_of,
    percent_at,
    probability_of,
    validate_instances,
    whole_masks,
)
from scarp.models.sample import Sample
from scarp.models.validation import chosen_tiles, tiles
from torch import nn

pytestmark = pytest.mark.usefixtures("one_cpu_thread")


class Oracle(nn.Module):
    """Finds each bright region as a landslide of score 0.9, and each of which only green is bright as class 2."""

    stride = 32

    def __init__(self, parts=None, drawn=False):
        super().__init__()
        self.unused = nn.Parameter(torch.zeros(1))
        self.parts, self.drawn = parts or {"cls": 1.0, "mask": 0.5}, drawn
        self.shapes, self.was_training, self.targets = [], [], []

    def detect(self, images):
        self.shapes.append(tuple(images.shape))
        self.was_training.append(self.training)
        red, green = (images[0, band] * STD[band] + MEAN[band] > 0.5 for band in (0, 1))
        mask = torch.where(red, 1, torch.where(green, 2, 0)).to(torch.uint8)
        targets = targets_of(mask.numpy())
        boxes, count = targets["boxes"], len(targets["boxes"])
        masks = masks_in_boxes(targets["masks"], boxes, torch.arange(count), 28)
        return [{"boxes": boxes, "scores": torch.full((count,), 0.9), "labels": targets["labels"], "masks": masks}]

    def forward(self, images, targets):
        self.targets.append(targets[0])
        if self.drawn:
            return {"cls": torch.rand(())}
        return {name: torch.tensor(value) for name, value in self.parts.items()}


def sample(height=64, width=96, resolution_m=1.0, instances=None, squares=((8, 8, 28, 30), (40, 50, 60, 80))):
    mask = np.zeros((height, width), np.uint8)
    for top, left, bottom, right in squares:
        mask[top:bottom, left:right] = 1
    return Sample("hills", np.stack([20 + 200 * mask] * 3), mask, resolution_m, instances)


def scores_of(of, network=None, resolution_m=0.0):
    return validate_instances(network or Oracle(), chosen_tiles([of], resolution_m), resolution_m)


def pasted_by_hand(box, mask, height, width):
    """Bilinear between the centres of the cells; the outer half of the outer cells is flat; nothing beyond the box."""
    x0, y0, x1, y1 = box
    side, found = len(mask), np.zeros((height, width))
    for row in range(height):
        for column in range(width):
            x, y = column + 0.5, row + 0.5
            if not (x0 <= x <= x1 and y0 <= y <= y1):
                continue
            u = np.clip((x - x0) / (x1 - x0) * side - 0.5, 0, side - 1)
            v = np.clip((y - y0) / (y1 - y0) * side - 0.5, 0, side - 1)
            left, top = min(int(u), side - 2), min(int(v), side - 2)
            du, dv = u - left, v - top
            upper = mask[top, left] * (1 - du) + mask[top, left + 1] * du
            lower = mask[top + 1, left] * (1 - du) + mask[top + 1, left + 1] * du
            found[row, column] = upper * (1 - dv) + lower * dv
    return found


def test_masks_are_pasted_as_by_hand():
    torch.manual_seed(0)
    boxes = torch.tensor([
        [2.3, 1.7, 19.4, 12.9], [0.0, 0.0, 24.0, 16.0], [10.2, 3.0, 13.1, 15.5], [-6.0, 10.0, 4.5, 30.0],
        [7.6, 7.6, 8.4, 8.4],
    ])  # fmt: skip
    masks = torch.rand(5, 28, 28)
    found = whole_masks({"boxes": boxes, "masks": masks}, (16, 24))
    expected = [pasted_by_hand(box, mask, 16, 24) for box, mask in zip(boxes.tolist(), masks.double().numpy())]
    assert found.shape == (5, 16, 24)
    assert np.allclose(found.numpy(), expected, atol=1e-5)
    assert not found[4].any()  # no pixel's centre lies in it


def test_nothing_is_pasted_of_nothing():
    nothing = {"boxes": torch.zeros(0, 4), "masks": torch.zeros(0, 28, 28), "scores": torch.zeros(0)}
    masks = whole_masks(nothing, (5, 7))
    assert masks.shape == (0, 5, 7)
    assert torch.equal(probability_of(nothing, masks), torch.zeros(5, 7))


def test_the_probability_is_the_highest_score_times_mask():
    masks = torch.tensor([[[1.0, 0.5]], [[0.4, 0.9]], [[0.0, 0.0]]])
    found = probability_of({"scores": torch.tensor([0.5, 0.8, 1.0])}, masks)
    assert found.shape == (1, 2)
    assert found[0].tolist() == pytest.approx([0.5, 0.72])


def test_per_cent_are_rounded_and_at_another_size_resampled():
    probability = torch.tensor([[0.004, 0.006], [0.5049, 1.0]])
    assert percent_at(probability, (2, 2)).tolist() == [[0, 1], [50, 100]]
    assert percent_at(probability, (2, 2)).dtype == np.uint8
    assert percent_at(torch.full((4, 6), 0.37), (8, 3)).tolist() == [[37] * 3] * 8
    ramp = torch.arange(8.0).expand(2, 8) / 10
    assert percent_at(ramp, (1, 4))[0, 1:3].tolist() == [25, 45]


def test_only_the_first_class_counts():
    found = {"labels": torch.tensor([2, 1, 1]), "scores": torch.tensor([0.9, 0.8, 0.7]), "boxes": torch.arange(12.0)
             .reshape(3, 4), "masks": torch.zeros(3, 28, 28)}  # fmt: skip
    assert landslides_of(found)["scores"].tolist() == pytest.approx([0.8, 0.7])
    assert landslides_of(found)["boxes"].tolist() == [[4, 5, 6, 7], [8, 9, 10, 11]]


def test_an_oracle_finds_all():
    network = Oracle()
    network.train()
    scores = scores_of(sample(), network)
    summary = scores.summary()
    assert (summary["f1"], summary["ap50"], scores.instances.landslides) == (1.0, 1.0, 2)
    assert summary["loss"] == 1.5
    assert summary["best_mean_iou"] == summary["best_accuracy"] == 1.0
    assert scores.pixels == 64 * 96
    # The surest probability is score times mask, which fades along the outline alone.
    assert np.flatnonzero(scores.histograms.landslide)[-1] == 90
    assert scores.histograms.landslide[90] >= 18 * 20 + 18 * 28 - 60
    assert network.was_training == [False]
    assert network.training


def test_the_loss_is_the_mean_of_tiles_and_draws_nothing():
    of = sample(64, 96)
    torch.manual_seed(7)
    expected = torch.rand(3)
    torch.manual_seed(7)
    one, two = (validate_instances(Oracle(drawn=True), list(tiles(of, 48, 0)), 0.0) for _ in range(2))
    assert one.weight == 4
    assert one.loss == two.loss
    assert torch.equal(torch.rand(3), expected)


def test_padding_is_unlabelled():
    """At the edge its reflection shows a landslide once more, in an image whose sides do not divide by 32."""
    of = sample(50, 70, squares=((10, 10, 30, 30), (36, 40, 46, 60)))
    network = Oracle()
    scores = scores_of(of, network)
    assert network.shapes == [(1, 3, 64, 96)]
    (targets,) = network.targets
    unlabelled = np.ones((64, 96), bool)
    unlabelled[:50, :70] = False
    assert (targets["unlabelled"].numpy() == unlabelled).all()
    assert targets["boxes"].tolist() == [[10, 10, 30, 30], [40, 36, 60, 46]]
    assert (int(scores.instances.right.sum()), int(scores.instances.wrong.sum())) == (2, 0)
    assert scores.pixels == 50 * 70
    assert scores.summary()["f1"] == 1.0


def test_unlabelled_ground_counts_neither_way():
    of = sample()
    of.mask[:, 48:] = 255  # of the second landslide nobody knows
    scores = scores_of(of)
    assert scores.instances.landslides == 1
    assert int(scores.instances.wrong.sum()) == 0
    assert scores.pixels == 64 * 48
    of.mask[:, 48:] = 0
    assert int(scores_of(of).instances.wrong.sum()) == 1


def test_other_classes_are_no_landslide():
    of = sample()
    of.image[0, 40:60, 50:80] = 20  # green and blue alone are bright
    of.mask[40:60, 50:80] = 2
    scores = scores_of(of)
    assert (scores.instances.landslides, int(scores.instances.right.sum()), int(scores.instances.wrong.sum())) == (
        1, 1, 0)  # fmt: skip
    assert scores.summary()["f1"] == 1.0


def test_touching_landslides_are_counted_by_their_numbers():
    numbers = np.zeros((64, 96), np.int32)
    numbers[8:28, 8:18], numbers[8:28, 18:30] = 70_000, 2
    of = sample(instances=numbers, squares=((8, 8, 28, 30),))
    network = Oracle()
    scores = scores_of(of, network)
    assert scores.instances.landslides == 2
    assert sorted(network.targets[0]["boxes"].tolist()) == [[8, 8, 18, 28], [18, 8, 30, 28]]
    # Both as one covers more than half of the wider of the two: 12 of 22 columns.
    assert (int(scores.instances.right.sum()), int(scores.instances.wrong.sum())) == (1, 0)


def test_at_another_resolution():
    of = sample(64, 96)
    network = Oracle()
    scores = scores_of(of, network, 2.0)
    assert network.shapes == [(1, 3, 32, 64)]
    assert network.targets[0]["boxes"].tolist() == [[4, 4, 15, 14], [25, 20, 40, 30]]
    assert scores.pixels == 64 * 96
    assert scores.summary()["ap50"] == 1.0
    assert scores.summary()["f1"] > 0.93  # along outlines half a pixel decides
    percent = instance_percent(Oracle().eval(), of, 2.0)
    assert percent.shape == (64, 96)
    assert scores.histograms.landslide[50:].sum() == ((percent >= 50) & (of.mask == 1)).sum()


def test_only_a_tile_s_own_pixels_are_scored():
    of = sample(64, 96)
    scores = validate_instances(Oracle(), list(tiles(of, 32, 8)), 0.0)
    assert scores.pixels == 64 * 96
    assert scores.weight == 6
    assert scores.summary()["f1"] == 1.0
