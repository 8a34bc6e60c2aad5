from __future__ import annotations

import numpy as np
import pytest
import torch
from scarp.models.instance_targets import SMALLEST_PX, masks_in_boxes, targets_of
from scarp.models.instance_validation import whole_masks
from scipy import ndimage

pytestmark = pytest.mark.usefixtures("one_cpu_thread")


def ground(height=16, width=20):
    return np.zeros((height, width), np.uint8)


def test_connected_pixels_are_one_instance_also_over_corners():
    mask = ground()
    mask[2:5, 3:9] = 1
    mask[5:8, 9:12] = 1  # touches the first at a corner
    mask[11:14, 2:6] = 1
    found = targets_of(mask)
    assert found["boxes"].tolist() == [[3, 2, 12, 8], [2, 11, 6, 14]]  # edges: columns 3 to 11 end at 12
    assert found["boxes"].dtype == torch.float32
    assert found["labels"].tolist() == [1, 1]
    assert found["masks"].dtype == torch.uint8
    assert found["masks"].sum((1, 2)).tolist() == [18 + 9, 12]
    assert (found["masks"].sum(0).numpy() == mask).all()
    assert "unlabelled" not in found


def test_touching_landslides_are_told_apart_by_their_numbers():
    mask, numbers = ground(), np.zeros((16, 20), np.int32)
    mask[2:6, 2:10] = 1
    numbers[2:6, 2:7], numbers[2:6, 7:10] = 900_000, 7
    apart, together = targets_of(mask, numbers), targets_of(mask)
    assert sorted(apart["boxes"].tolist()) == [[2, 2, 7, 6], [7, 2, 10, 6]]
    assert together["boxes"].tolist() == [[2, 2, 10, 6]]
    assert (apart["masks"].sum(0) == together["masks"][0]).all()


def test_pixels_of_one_number_are_one_instance_wherever_they_lie():
    mask, numbers = ground(), np.zeros((16, 20), np.int32)
    mask[2:5, 2:5] = mask[10:13, 10:13] = 1
    numbers[mask > 0] = 3
    found = targets_of(mask, numbers)
    assert found["boxes"].tolist() == [[2, 2, 13, 13]]
    assert found["masks"].sum().item() == 18


def test_a_landslide_that_fills_the_image_is_one():
    found = targets_of(np.ones((8, 9), np.uint8), np.full((8, 9), 5, np.int32))
    assert found["boxes"].tolist() == [[0, 0, 9, 8]]
    assert found["masks"].all()


def test_landslide_without_a_number_is_unlabelled():
    """It has no outline to learn, and background it is not."""
    mask, numbers = ground(), np.zeros((16, 20), np.int32)
    mask[2:6, 2:10] = 1
    numbers[2:6, 2:7] = 4
    found = targets_of(mask, numbers)
    assert found["boxes"].tolist() == [[2, 2, 7, 6]]
    assert (found["unlabelled"].numpy() == ((mask == 1) & (numbers == 0))).all()
    assert mask.max() == 1  # what was handed in stays


def test_small_fragments_are_unlabelled():
    mask = ground()
    mask[0, 0 : SMALLEST_PX - 1] = 1
    mask[5, 5 : 5 + SMALLEST_PX] = 1
    mask[12:, :] = 255
    found = targets_of(mask)
    assert found["boxes"].tolist() == [[5, 5, 5 + SMALLEST_PX, 6]]
    expected = mask == 255
    expected[0, : SMALLEST_PX - 1] = True
    assert (found["unlabelled"].numpy() == expected).all()


def test_classes_have_instances_of_their_own():
    mask = ground()
    mask[2:6, 2:6], mask[2:6, 6:10], mask[10:14, 2:6] = 1, 2, 2
    found = targets_of(mask)
    assert found["labels"].tolist() == [1, 2, 2]
    assert found["labels"].dtype == torch.int64
    assert found["boxes"].tolist() == [[2, 2, 6, 6], [6, 2, 10, 6], [2, 10, 6, 14]]


def test_an_image_without_landslides_has_empty_targets():
    found = targets_of(ground())
    assert {key: tuple(value.shape) for key, value in found.items()} == {
        "boxes": (0, 4), "labels": (0,), "masks": (0, 16, 20)}  # fmt: skip


def test_cells_of_a_box_by_hand():
    """A box of 4 x 4 pixels in 4 x 4 cells is the pixels themselves; in 2 x 2 cells, the means of four."""
    torch.manual_seed(0)
    masks = (torch.rand(2, 10, 12) > 0.5).to(torch.uint8)
    box, second = torch.tensor([[3.0, 2.0, 7.0, 6.0]]), torch.tensor([1])
    assert torch.equal(masks_in_boxes(masks, box, second, 4)[0], masks[1, 2:6, 3:7].float())
    means = masks[1, 2:6, 3:7].float().reshape(2, 2, 2, 2).mean((1, 3))
    assert torch.allclose(masks_in_boxes(masks, box, second, 2)[0], means)
    assert masks_in_boxes(masks, torch.zeros(0, 4), torch.zeros(0, dtype=torch.int64), 28).shape == (0, 28, 28)


@pytest.mark.parametrize("smooth_px", [1.5, 6.0])
def test_masks_of_cells_put_back_are_the_masks(smooth_px):
    """What is learnt without an error is extracted without one: not half a pixel off."""
    noise = ndimage.gaussian_filter(np.random.default_rng(0).normal(size=(160, 160)), smooth_px)
    targets = targets_of((noise > np.quantile(noise, 0.85)).astype(np.uint8))
    cells = masks_in_boxes(targets["masks"], targets["boxes"], torch.arange(len(targets["boxes"])), 28)
    back, true = whole_masks({"boxes": targets["boxes"], "masks": cells}, (160, 160)) >= 0.5, targets["masks"] > 0
    overlaps = (back & true).sum((1, 2)) / (back | true).sum((1, 2))
    assert len(overlaps) > 10
    assert overlaps.min() > 0.97
