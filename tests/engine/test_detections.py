"""Tests of scarp.engine.detections."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scarp.engine.detections import SIDE, Instances, instances_of, spread
from scarp.engine.errors import ScarpError
from scarp.engine.fragments import Fragments
from scarp.engine.windows import Grid, Window


def by_hand(box: tuple[float, ...], score: float, mask: NDArray[np.uint8], row: int, column: int) -> float:
    """Probability at a pixel, 0 outside the box: bilinear between the cells' centres."""
    x, y = column + 0.5, row + 0.5
    if not (box[0] <= x <= box[2] and box[1] <= y <= box[3]):
        return 0.0
    u = min(max((x - box[0]) / (box[2] - box[0]) * SIDE - 0.5, 0), SIDE - 1)
    v = min(max((y - box[1]) / (box[3] - box[1]) * SIDE - 0.5, 0), SIDE - 1)
    i, j = min(int(v), SIDE - 2), min(int(u), SIDE - 2)
    a, b = v - i, u - j
    upper = mask[i, j] * (1 - b) + mask[i, j + 1] * b
    lower = mask[i + 1, j] * (1 - b) + mask[i + 1, j + 1] * b
    return float(score * (upper * (1 - a) + lower * a) / 255)


def noise(seed: int = 0) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (SIDE, SIDE)).astype(np.uint8)


@pytest.mark.parametrize(
    "box", [(3, 4, 31, 32), (2.3, 5.8, 39.1, 20.2), (-10, -6, 25, 60), (10, 11, 13.4, 15.2), (4.5, 4.5, 9.5, 9.5),
            (7.6, 7.6, 8.4, 30)]
)  # fmt: skip
def test_each_pixel_is_bilinear_in_the_box_and_nothing_beyond(box: tuple[float, ...]) -> None:
    mask = noise()
    found = spread(np.array(box, np.float32), 0.8, mask, 40, 36)
    percent = np.zeros((40, 36))
    percent[found.slices] = found.percent - 0.5
    exact = tuple(np.float32(box).tolist())
    expected = [[100 * by_hand(exact, 0.8, mask, row, column) for column in range(36)] for row in range(40)]
    assert np.abs(percent - expected).max() < 1e-3
    assert (percent > 0).any() == (np.array(expected) > 0).any()


def test_it_is_what_torch_makes_of_it() -> None:
    torch = pytest.importorskip("torch")
    from scarp.models.instance_validation import whole_masks

    box, mask = np.array([[5.2, 3.1, 50.7, 29.4]], np.float32), noise(1)
    masks = torch.tensor(mask[None] / 255.0, dtype=torch.float32)
    expected = whole_masks({"boxes": torch.tensor(box), "masks": masks}, (40, 60))[0].numpy()
    found = spread(box[0], 1.0, mask, 40, 60)
    percent = np.zeros((40, 60))
    percent[found.slices] = found.percent - 0.5
    assert np.abs(percent - 100 * expected).max() < 1e-2


def test_the_highest_of_all_counts_and_is_rounded() -> None:
    full = np.full((SIDE, SIDE), 255, np.uint8)
    boxes = np.array([[0, 0, 6, 6], [4, 4, 9, 9], [20, 20, 30, 30]], np.float32)
    found = Instances(boxes, np.array([0.554, 0.456, 1.0], np.float32), np.stack([full] * 3))
    expected = np.zeros((10, 12), np.uint8)
    expected[4:9, 4:9], expected[:6, :6] = 46, 55
    assert (found.percent(10, 12) == expected).all()
    assert (found.chosen(found.scores > 0.5).percent(10, 12) == np.where(expected == 55, 55, 0)).all()


def test_the_values_of_both_passes_are_the_same() -> None:
    # The probability raster is made at once, and the landslides' pixels of what was put aside; they must agree to the
    # last bit.
    rng, window = np.random.default_rng(2), Window(0, 0, 64, 64)
    for _ in range(50):
        box = np.sort(rng.uniform(-20, 80, (2, 2)), axis=0).reshape(-1).astype(np.float32)
        masks = noise(int(rng.integers(99)))[None]
        found = Instances(box[None], rng.random(1).astype(np.float32), masks)
        with Fragments() as fragments:
            fragments.begin(Grid.over(64, 64, 64, 0.0))
            fragments.add(window, found)
            fragments.end_row()
            ((_, _, again),) = fragments.row(0)
        (each,) = again.spreads(64, 64)
        expected = np.zeros((64, 64), np.uint8)
        expected[each.slices] = each.percent.astype(np.uint8)
        assert (found.percent(64, 64) == expected).all()


def outputs(boxes: Any, scores: Any, labels: Any, masks: Any = None) -> list[NDArray[Any]]:
    count = len(scores)
    every = np.full((count, SIDE, SIDE), 0.5) if masks is None else masks
    return [np.array(boxes, np.float32).reshape(-1, 4), np.array(scores, np.float32), np.array(labels, np.int64),
            np.asarray(every, np.float32)]  # fmt: skip


def test_only_the_class_and_what_lies_in_the_tile() -> None:
    boxes = [(0, 0, 5, 5), (1, 1, 6, 6), (100, 0, 110, 5), (3, 50, 9, 60), (5, 5, 5, 9), (-4, 3, 2, 9),
             (0, 0, math.inf, 5)]  # fmt: skip
    given = outputs(boxes, [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3], [1, 2, 1, 1, 1, 1, 1])
    found = instances_of(given, 1, (50, 60), "m")
    assert found.boxes.tolist() == [[0, 0, 5, 5], [-4, 3, 2, 9]]
    assert found.scores.tolist() == pytest.approx([0.9, 0.4])
    assert (found.masks == 128).all() and found.masks.dtype == np.uint8
    assert instances_of(given, 2, (50, 60), "m").boxes.tolist() == [[1, 1, 6, 6]]


def test_none() -> None:
    found = instances_of(outputs([], [], [], np.zeros((0, SIDE, SIDE))), 1, (50, 60), "m")
    assert len(found) == 0
    assert (found.percent(3, 4) == np.zeros((3, 4))).all()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (outputs([(0, 0, 5, 5)], [0.9], [1], np.zeros((1, 14, 14))),
         "The model m gives boxes (1, 4), scores (1,), labels (1,), masks (1, 14, 14); boxes (n, 4), scores (n,), "
         "labels (n,) and masks (n, 28, 28) are expected. Use another model."),
        (outputs([(0, 0, 5, 5)], [0.9, 0.8], [1]), "The model m gives boxes (1, 4), scores (2,), labels (1,)"),
        ([np.zeros((1, 4)), np.array(0.5), np.array(1), np.zeros((1, 28, 28))],
         "The model m gives boxes (1, 4), scores ()"),
        (outputs([(0, 0, 5, math.nan)], [0.9], [1]), "The model m gives values that are not numbers (NaN)"),
        (outputs([(0, 0, 5, 5)], [5.2], [1]), "The model m gives scores from 0 to 5.2, not probabilities of 0 to 1"),
        (outputs([(0, 0, 5, 5)], [0.9], [1], np.full((1, 28, 28), -3)), "The model m gives masks from -3 to 0, not"),
    ],
)  # fmt: skip
def test_outputs_that_are_none_of_instances(given: Any, message: str) -> None:
    with pytest.raises(ScarpError) as error:
        instances_of(given, 1, (50, 60), "m")
    assert str(error.value).startswith(message)
