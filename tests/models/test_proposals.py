from __future__ import annotations

import pytest
import torch
from scarp.models.proposals import UNLABELLED_SHARE, labelled_proposals, proposal_network, unlabelled_share
from scarp.models.pyramid import LEVELS, STRIDES
from torchvision.models.detection.image_list import ImageList

pytestmark = pytest.mark.usefixtures("one_cpu_thread")
SIZES, RATIOS = (12, 24, 48, 96, 192), (0.5, 1.0, 2.0)


def network():
    torch.manual_seed(0)
    return proposal_network(4, SIZES, RATIOS, 20)


def inputs(height=64, width=64, batch=1):
    """Images and a pyramid of four feature maps, at random."""
    torch.manual_seed(1)
    images = ImageList(torch.zeros(batch, 3, height, width), [(height, width)] * batch)
    sizes = [(-(-height // stride), -(-width // stride)) for stride in STRIDES]
    return images, {level: torch.randn(batch, 4, *size) for level, size in zip(LEVELS, sizes)}


def target(unlabelled=None, boxes=()):
    found = {"boxes": torch.tensor(boxes, dtype=torch.float32).reshape(-1, 4)}
    found["labels"] = torch.ones(len(boxes), dtype=torch.int64)
    return found if unlabelled is None else {**found, "unlabelled": unlabelled}


def right_half(height=64, width=64):
    unlabelled = torch.zeros(height, width, dtype=torch.bool)
    unlabelled[:, width // 2 :] = True
    return unlabelled


def test_the_unlabelled_share_of_boxes_by_hand():
    unlabelled = torch.zeros(10, 20, dtype=torch.bool)
    unlabelled[2:6, 10:] = True
    boxes = torch.tensor([
        [0.0, 0.0, 10.0, 10.0],  # none
        [10.0, 2.0, 20.0, 6.0],  # all
        [5.0, 0.0, 15.0, 10.0],  # 4 rows x 5 columns of 10 x 10
        [10.0, 0.0, 12.0, 3.0],  # 1 row of 3
        [15.0, 2.0, 40.0, 4.0],  # all of what lies on the image
        [-30.0, -5.0, 11.0, 3.0],  # 1 pixel of 11 x 3
        [9.5, 2.2, 10.5, 2.6],  # thinner than pixels: it touches one on each side
        [25.0, 2.0, 30.0, 4.0],  # beyond the image
    ])  # fmt: skip
    expected = [0.0, 1.0, 0.2, 1 / 3, 1.0, 1 / 33, 0.5, 0.0]
    assert unlabelled_share(boxes, unlabelled).tolist() == pytest.approx(expected)
    assert unlabelled_share(torch.zeros(0, 4), unlabelled).shape == (0,)


def test_proposals_on_unlabelled_ground_are_left_out():
    unlabelled = right_half(10, 20)
    boxes = torch.tensor([[0.0, 0.0, 10.0, 10.0], [6.0, 0.0, 12.0, 10.0], [8.0, 0.0, 14.0, 10.0]])  # 0, 1/3, 2/3
    two = boxes[:, [0, 1, 2, 3]] - torch.tensor([1.0, 0.0, 1.0, 0.0])  # 0, 1/6, 1/2
    kept = labelled_proposals([boxes, two, boxes], [target(unlabelled), target(unlabelled), target()])
    assert [len(each) for each in kept] == [1, 2, 3]
    assert torch.equal(kept[1], two[:2])
    assert UNLABELLED_SHARE == 0.3


def test_anchors_stand_where_each_level_looks():
    """Also where a level's size was rounded up: 544 pixels are 8.5 places of 64."""
    images, features = inputs(544, 96)
    (anchors,) = network().anchor_generator(images, list(features.values()))
    start = 0
    for stride, size, level in zip(STRIDES, SIZES, features.values()):
        rows, columns = level.shape[-2:]
        own = anchors[start : start + 3 * rows * columns].reshape(rows, columns, 3, 4)
        start += 3 * rows * columns
        centres = (own[..., :2] + own[..., 2:]) / 2
        assert torch.equal(centres[..., 0, 1], (stride * torch.arange(rows))[:, None].expand(rows, columns))
        assert torch.equal(centres[..., 0, 0], (stride * torch.arange(columns)).expand(rows, columns))
        width, height = (own[0, 0, :, 2:] - own[0, 0, :, :2]).T
        assert (height / width).tolist() == pytest.approx(list(RATIOS), rel=0.2)  # whole pixels
        assert (height * width).sqrt().tolist() == pytest.approx([size] * 3, rel=0.08)
    assert start == len(anchors)


def test_background_anchors_on_unlabelled_ground_are_left_out_and_landslides_stay():
    proposing, (images, features) = network(), inputs()
    anchors = proposing.anchor_generator(images, list(features.values()))
    landslide = [40.0, 20.0, 52.0, 32.0]  # wholly on unlabelled ground
    (without,), _ = proposing.assign_targets_to_anchors(anchors, [target(None, [landslide])])
    (labels,), _ = proposing.assign_targets_to_anchors(anchors, [target(right_half(), [landslide])])
    hidden = unlabelled_share(anchors[0], right_half()) > UNLABELLED_SHARE
    assert 0.3 < hidden.float().mean() < 0.7
    assert (labels[hidden & (without == 0)] == -1).all()
    assert torch.equal(labels[~hidden], without[~hidden])
    assert (labels == 1).sum() == (without == 1).sum() > 0
    assert hidden[without == 1].any()


def test_no_loss_comes_from_unlabelled_ground():
    proposing, (images, features) = network(), inputs()
    kept = {}

    def keep(_module, _given, result):
        kept["objectness"], kept["boxes"] = result
        for each in (*result[0], *result[1]):
            each.retain_grad()

    proposing.head.register_forward_hook(keep)
    anchors = proposing.anchor_generator(images, list(features.values()))[0]
    hidden = unlabelled_share(anchors, right_half()) > UNLABELLED_SHARE
    _, losses = proposing(images, features, [target(right_half())])
    sum(losses.values()).backward()
    gradients = torch.cat([each.grad.permute(0, 2, 3, 1).reshape(-1) for each in kept["objectness"]])
    assert not gradients[hidden].any()
    assert (gradients != 0).sum() == 256  # that are drawn, of the others


def test_all_unlabelled_costs_nothing():
    proposing, (images, features) = network(), inputs()
    level = features["2"].requires_grad_()
    _, losses = proposing(images, features, [target(torch.ones(64, 64, dtype=torch.bool))])
    loss = sum(losses.values())
    loss.backward()
    assert loss.item() == 0.0
    assert not level.grad.any()


def test_of_two_images_one_may_be_unlabelled():
    proposing, (images, features) = network(), inputs(batch=2)
    nothing = torch.ones(64, 64, dtype=torch.bool)
    _, losses = proposing(images, features, [target(nothing), target()])
    assert losses["loss_objectness"].item() == pytest.approx(0.693, abs=0.05)


def test_results_are_of_32_bit_in_mixed_precision():
    proposing, (images, features) = network().eval(), inputs()
    with torch.autocast("cpu", torch.bfloat16), torch.no_grad():
        objectness, deltas = proposing.head(list(features.values()))
        (boxes,), _ = proposing(images, features)
    assert {each.dtype for each in (*objectness, *deltas, boxes)} == {torch.float32}
    assert len(boxes) <= 20
    assert (boxes != boxes.bfloat16().float()).any()


def test_twice_as_many_proposals_are_trained_on():
    proposing, (images, features) = network(), inputs()
    (boxes,), _ = proposing(images, features, [target()])
    assert len(boxes) == 40
    assert len(proposing.eval()(images, features)[0][0]) == 20
