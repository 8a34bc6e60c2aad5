"""Tests of scarp.engine.split."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scarp.engine import label_image
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.progress import Quiet
from scarp.engine.split import DIRECTIONS, split_windows
from scarp.engine.windows import Window
from scarp.tests.conftest import METRE, Recorder

Write = Callable[..., str]


def cover(windows: list[Window], shape: tuple[int, ...]) -> np.ndarray:
    """How many windows lie on each pixel."""
    total = np.zeros(shape, int)
    for window in windows:
        total[window.slices()] += 1
    return total


@pytest.fixture
def labels() -> np.ndarray:
    """100 x 80 pixels of background with a landslide in each quarter."""
    pixels = np.zeros((100, 80), np.uint8)
    for row in (10, 80):
        pixels[row : row + 10, 10:20] = pixels[row : row + 10, 60:70] = 1
    return pixels


@pytest.mark.parametrize(
    ("direction", "training", "validation"),
    [
        ("north", Window(0, 0, 80, 60), Window(0, 60, 80, 40)),
        ("south", Window(0, 40, 80, 60), Window(0, 0, 80, 40)),
        ("west", Window(0, 0, 48, 100), Window(48, 0, 32, 100)),
        ("east", Window(32, 0, 48, 100), Window(0, 0, 32, 100)),
    ],
)
def test_the_named_side_trains(
    raster: Write, labels: np.ndarray, direction: str, training: Window, validation: Window
) -> None:
    assert split_windows(raster(labels[None]), 1, direction, 0.6, Quiet()) == ([training], [validation])


def test_sides_are_those_of_the_map(raster: Write, labels: np.ndarray) -> None:
    turned = raster(labels[None], geotransform=(METRE[0], -1.0, 0.0, METRE[3], 0.0, 1.0))
    assert split_windows(turned, 1, "north", 0.6, Quiet())[0] == [Window(0, 40, 80, 60)]
    assert split_windows(turned, 1, "west", 0.25, Quiet())[0] == [Window(60, 0, 20, 100)]
    none = raster(labels[None], geotransform=None, epsg=0)
    assert split_windows(none, 1, "north", 0.6, Quiet())[0] == [Window(0, 0, 80, 60)]


def test_the_share_is_of_what_is_labelled(raster: Write, labels: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = np.full((2, 1000, 900), 255, np.uint8)
    scene[1, 300:400, 700:780] = labels
    monkeypatch.setattr(label_image, "WINDOW_BYTES", 1)
    path = raster(scene)
    assert split_windows(path, 2, "north", 0.6, Quiet()) == (
        [Window(700, 300, 80, 60)], [Window(700, 360, 80, 40)]
    )  # fmt: skip
    training, validation = split_windows(path, 2, "blocks", 0.5, Quiet())
    assert (cover(training + validation, scene[1].shape) == (scene[1] != 255)).all()


def test_both_parts_have_a_row(raster: Write) -> None:
    path = raster(np.array([[[1, 1, 1]], [[1, 1, 1]]], np.uint8).reshape(1, 2, 3))
    assert split_windows(path, 1, "north", 0.99, Quiet()) == ([Window(0, 0, 3, 1)], [Window(0, 1, 3, 1)])


@pytest.mark.parametrize("share", [0.2, 0.5, 0.6, 0.8])
def test_blocks_deal_out_landslides_that_lie_in_clumps(raster: Write, share: float) -> None:
    rng = np.random.default_rng(3)
    pixels = np.full((300, 420), 255, np.uint8)
    for _ in range(40):
        row, column = rng.integers(0, 100, 2) * (2, 3)
        height, width = rng.integers(3, 25, 2)
        pixels[row : row + 30, column : column + 40] = np.minimum(pixels[row : row + 30, column : column + 40], 0)
        pixels[row : row + height, column : column + width] = 1
    pixels[:5, :5] = 2
    path = raster(pixels[None])
    training, validation = split_windows(path, 1, "blocks", share, Quiet())
    trains, validates = cover(training, pixels.shape), cover(validation, pixels.shape)
    assert (trains + validates).max() == 1
    assert ((trains + validates)[pixels != 255] == 1).all()
    for of_kind, tolerance in ((pixels == 1, 0.01), (pixels != 255, 0.1)):
        assert of_kind[trains > 0].sum() / of_kind.sum() == pytest.approx(share, abs=tolerance)
    side = max(window.height for window in training + validation)
    assert all(window.width <= side for window in training + validation)
    rows, columns = np.nonzero(pixels != 255)
    assert 6 <= -(-max(np.ptp(rows) + 1, np.ptp(columns) + 1) // side) <= 10
    assert split_windows(path, 1, "blocks", share, Quiet()) == (training, validation)


def test_blocks_without_landslides_alternate(raster: Write) -> None:
    pixels = np.zeros((60, 60), np.uint8)
    pixels[0, 0] = pixels[0, 59] = 1
    training, _ = split_windows(raster(pixels[None]), 1, "blocks", 0.5, Quiet())
    # Six blocks of ten pixels along each side; the two that hold a landslide are in the corners of the first row.
    trains = cover(training, pixels.shape)[5::10, 5::10]
    assert trains.tolist() == [
        [1, 1, 0, 1, 0, 0], [0, 1, 0, 1, 0, 1], [1, 0, 1, 0, 1, 0], [0, 1, 0, 1, 0, 1], [1, 0, 1, 0, 1, 0],
        [0, 1, 0, 1, 0, 1],
    ]  # fmt: skip


def test_both_parts_have_a_landslide_if_there_are_two(raster: Write) -> None:
    pixels = np.zeros((60, 60), np.uint8)
    pixels[0, 0] = pixels[59, 59] = 1
    for share in (0.01, 0.99):
        training, validation = split_windows(raster(pixels[None]), 1, "blocks", share, Quiet())
        assert (pixels == 1)[cover(training, pixels.shape) > 0].sum() == 1
        assert (pixels == 1)[cover(validation, pixels.shape) > 0].sum() == 1


def test_parts_without_landslides_are_refused(raster: Write, labels: np.ndarray) -> None:
    labels[50:] = 0
    path = raster(labels[None])
    with pytest.raises(ScarpError, match=r"With 60 % in the north to train on, there is no landslide pixel to valida"):
        split_windows(path, 1, "north", 0.6, Quiet())
    with pytest.raises(ScarpError, match=r'to train on\. Choose another side, another share, or "blocks", or draw mo'):
        split_windows(path, 1, "south", 0.6, Quiet())
    assert len(split_windows(path, 1, "blocks", 0.6, Quiet())) == 2
    labels[:] = 0
    labels[10:12, 10:12] = 1
    with pytest.raises(ScarpError, match="All landslide pixels lie in one block, so there is none left to validate"):
        split_windows(raster(labels[None]), 1, "blocks", 0.6, Quiet())
    labels[10:12, 10:12] = 255
    for direction in DIRECTIONS:
        with pytest.raises(ScarpError, match=r"scene.tif has no landslide pixel \(value 1; 255 is unlabelled\)"):
            split_windows(raster(labels[None]), 1, direction, 0.6, Quiet())


@pytest.mark.parametrize("share", [0.0, 1.0, -0.5, 60.0, float("nan")])
def test_shares_lie_between_0_and_1(raster: Write, labels: np.ndarray, share: float) -> None:
    with pytest.raises(ScarpError, match=r"The share to train on is .* %; set one above 0 and below 100 %"):
        split_windows(raster(labels[None]), 1, "north", share, Quiet())


def test_directions_are_those_that_are_known(raster: Write, labels: np.ndarray) -> None:
    with pytest.raises(ScarpError, match='side to train on is "up"; choose one of north, south, west, east, blocks'):
        split_windows(raster(labels[None]), 1, "up", 0.5, Quiet())


def test_can_be_cancelled(raster: Write, labels: np.ndarray, progress: Recorder) -> None:
    progress.cancel_at = 50
    with pytest.raises(Cancelled):
        split_windows(raster(labels[None]), 1, "blocks", 0.6, progress)
