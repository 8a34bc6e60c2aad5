from __future__ import annotations

import numpy as np
import pytest
import torch
from scarp.models import augmentation
from scarp.models.augmentation import MEAN, NODATA, example, resized
from scarp.models.sample import Sample

pytestmark = pytest.mark.usefixtures("one_cpu_thread")
TILE = 32


def sample(height=60, width=80, resolution_m=1.0, seed=0):
    random = np.random.default_rng(seed)
    image = random.integers(1, 256, (3, height, width), dtype=np.uint8)
    mask = np.zeros((height, width), np.uint8)
    mask[10:30, 20:50] = 1
    return Sample("hills", image, mask, resolution_m)


def square(side_m, resolution_m, metres=200):
    """A landslide of ``side_m`` in the middle, and a red band that shows it."""
    pixels, side = int(metres / resolution_m), int(side_m / resolution_m)
    mask = np.zeros((pixels, pixels), np.uint8)
    start = (pixels - side) // 2
    mask[start : start + side, start : start + side] = 1
    return Sample("square", np.stack([mask * 255, mask * 0 + 7, mask * 0 + 9]), mask, resolution_m)


@pytest.fixture
def same_colours(monkeypatch):
    monkeypatch.setattr(augmentation, "_recoloured", lambda image, random, strength: image)


def draw(of, count, resolution_m=1.0, tile=TILE):
    return [example(of, resolution_m, tile, np.random.default_rng(seed)) for seed in range(count)]


def test_the_generator_alone_decides():
    first, again = (example(sample(), 1.5, TILE, np.random.default_rng(3)) for _ in range(2))
    assert torch.equal(first[0], again[0])
    assert torch.equal(first[1], again[1])
    other, _ = example(sample(), 1.5, TILE, np.random.default_rng(4))
    assert not torch.equal(first[0], other)


@pytest.mark.parametrize("size", [(60, 80), (1, 1), (5, 200), (300, 7)])
@pytest.mark.parametrize("resolution_m", [0.3, 1.0, 9.0])
def test_shapes_and_values(size, resolution_m):
    for image, mask in draw(sample(*size), 5, resolution_m):
        assert image.shape == (3, TILE, TILE)
        assert image.dtype == torch.float32
        assert 0.0 <= image.min() <= image.max() <= 1.0
        assert mask.shape == (TILE, TILE)
        assert mask.dtype == torch.uint8
        assert set(mask.unique().tolist()) <= {0, 1, 255}


def test_beyond_the_image_lies_nodata_or_its_reflection():
    mean = torch.tensor(MEAN)[:, None]
    found = [(image[:, mask == 255], mask) for image, mask in draw(sample(20, 20), 60)]
    with_nodata = [(pixels, mask) for pixels, mask in found if pixels.shape[1]]
    assert 12 < len(with_nodata) < 36  # 4 in 10, where the tile reaches beyond the image
    assert all((pixels == mean).all() for pixels, _ in with_nodata)


def test_nodata_of_the_sample_becomes_the_mean_colour_and_what_nobody_labelled_stays():
    of = sample(200, 200)
    of.mask[:] = 255
    of.image[:, :, :100] = 0
    mean = torch.tensor(MEAN)[:, None]
    nodata = 0
    for image, mask in draw(of, 40):
        assert (mask == 255).all()
        is_mean = (image.reshape(3, -1) == mean).all(0)
        nodata += is_mean.sum().item()
    assert 0.25 < nodata / (40 * TILE * TILE) < 0.75


def test_black_ground_that_is_labelled_is_no_nodata(same_colours):
    of = sample(200, 200)
    of.image[:] = 0
    assert all(not image.any() for image, mask in draw(of, 20) if (mask < 255).all())
    assert any((mask < 255).all() for _, mask in draw(of, 20))
    assert NODATA not in (0, 1, 255)


def test_image_and_mask_stay_aligned(same_colours):
    of = square(60, 1.0)
    landslides = 0
    for resolution_m in (0.7, 1.0, 2.2):
        for image, mask in draw(of, 30, resolution_m):
            labelled = mask != 255
            wrong = ((image[0] > 0.5) != (mask == 1)) & labelled
            assert wrong.sum() <= 0.06 * TILE * TILE  # along the outline, where half a pixel decides
            # Away from the outline there is no doubt.
            certain = labelled & ((image[0] < 0.02) | (image[0] > 0.98))
            assert not (wrong & certain).any()
            landslides += int((mask == 1).any() and (mask == 0).any())
    assert landslides > 30


@pytest.mark.parametrize(("resolution_m", "of_m"), [(1.0, 1.0), (2.0, 1.0), (0.5, 1.0), (2.4, 0.8)])
def test_an_example_has_the_ground_resolution_asked_for(resolution_m, of_m):
    of, edge = square(24, of_m, 96), 24
    of = Sample(of.name, of.image[:, :, edge:-edge], of.mask[:, edge:-edge], of_m)  # higher than wide
    tile = 16 * round(160 / resolution_m / 16)  # sees all of the sample, at whatever angle
    areas = [(mask == 1).sum().item() * resolution_m**2 for _, mask in draw(of, 60, resolution_m, tile)]
    alone = [area for area in areas if 0 < area < 1.5 * 24**2]  # without reflections
    assert len(alone) > 12
    assert np.median(alone) == pytest.approx(24**2, rel=0.06)


def test_examples_are_turned_and_mirrored(same_colours):
    rows, columns = np.mgrid[:150, :250].astype(np.uint8)
    of = Sample("slope", np.stack([columns, rows, rows]), np.zeros((150, 250), np.uint8), 1.0)
    directions, senses, lengths, skews = [], [], [], []
    for image, _ in draw(of, 300):
        # Where red rises is the sample's east, where green rises its south.
        (east_x, east_y), (south_x, south_y) = ([band.diff(dim=axis).mean().item() for axis in (1, 0)]
                                                for band in image[:2])  # fmt: skip
        directions.append(np.arctan2(east_y, east_x))
        senses.append(east_x * south_y - east_y * south_x > 0)
        lengths.append((255 * np.hypot(east_x, east_y), 255 * np.hypot(south_x, south_y)))
        skews.append(abs(east_x * south_x + east_y * south_y) * 255**2)
    counts, _ = np.histogram(directions, 8, (-np.pi, np.pi))
    assert counts.min() > 0.06 * len(directions)
    assert 0.42 < np.mean(senses) < 0.58
    # And neither scaled nor sheared, but for the little stretch.
    assert np.median(lengths, axis=0) == pytest.approx([1.0, 1.0], abs=0.08)
    assert np.median(skews) < 0.1


def blank(mask):
    return Sample("blank", np.zeros((3, *mask.shape), np.uint8), mask, 1.0)


@pytest.mark.parametrize("bias", [0.0, 0.75, 1.0])
def test_landslides_are_picked_as_often_as_the_bias_says(bias):
    mask = np.zeros((2000, 2000), np.uint8)
    mask[1000, 1000] = 1
    of, random = blank(mask), np.random.default_rng(0)
    hits = 0
    for _ in range(400):
        row, column = augmentation._place(of, 100, bias, random)
        assert 0 <= row <= 1900
        assert 0 <= column <= 1900
        hits += row <= 1000 < row + 100 and column <= 1000 < column + 100
    assert bias - 0.06 < hits / 400 < bias + 0.06


def test_a_place_without_landslide_or_room():
    random = np.random.default_rng(0)
    nowhere = {augmentation._place(blank(np.zeros((50, 60), np.uint8)), 49, 0.75, random) for _ in range(200)}
    assert {row for row, _ in nowhere} == {0, 1}
    assert {column for _, column in nowhere} == set(range(12))
    assert augmentation._place(blank(np.ones((5, 5), np.uint8)), 100, 0.75, random) == (0, 0)


def test_places_are_where_something_is_labelled():
    mask = np.full((500, 500), 255, np.uint8)
    mask[300:310, 200:230] = 0
    random = np.random.default_rng(0)
    for _ in range(50):
        row, column = augmentation._place(blank(mask), 40, 0.5, random)
        assert (mask[row : row + 40, column : column + 40] == 0).any()


def test_without_rotation_and_colours_an_example_is_a_piece_of_the_image():
    of = sample(60, 60)
    still = augmentation.Augmentation(rotation=False, colours=0.0)
    random = np.random.default_rng(1)
    image, mask = example(of, 1.0, 16, random, augmentation=still)
    # Cut between pixels: each is a mean of neighbours, so what is bright stays where it was.
    windows = np.lib.stride_tricks.sliding_window_view(of.image / 255.0, (17, 17), (1, 2))
    between = [windows[..., dy : dy + 16, dx : dx + 16] for dy in (0, 1) for dx in (0, 1)]
    low, high = np.minimum.reduce(between), np.maximum.reduce(between)
    pixels = image.numpy()[:, None, None]
    match = ((pixels >= low - 1e-5) & (pixels <= high + 1e-5)).all((0, 3, 4))
    assert match.sum() == 1
    (row,), (column,) = np.nonzero(match)
    around = [of.mask[row + dy : row + dy + 16, column + dx : column + dx + 16] for dy in (0, 1) for dx in (0, 1)]
    assert any((mask.numpy() == each).all() for each in around)


def test_the_random_scale_enlarges_and_reduces():
    rows, columns = np.mgrid[:250, :250].astype(np.uint8)
    of = Sample("slope", np.stack([columns, rows, rows]), np.zeros((250, 250), np.uint8), 1.0)
    chosen = augmentation.Augmentation(0.0, rotation=False, scale=(0.5, 2.0), colours=0.0)
    scales = []
    for seed in range(100):
        image, _ = example(of, 1.0, 64, np.random.default_rng(seed), augmentation=chosen)
        across, down = (255 * image[band].diff(dim=axis).mean().item() for band, axis in ((0, 1), (1, 0)))
        assert across == pytest.approx(down, rel=0.03)
        scales.append(1 / across)
    assert min(scales) == pytest.approx(0.5, abs=0.03)
    assert max(scales) == pytest.approx(2.0, abs=0.08)
    assert np.log2(scales).mean() == pytest.approx(0.0, abs=0.2)


def test_each_band_has_its_mean_and_deviation():
    mean, std = augmentation.standards(("nir", "red", "green"))
    assert mean == (0.45, 0.485, 0.456)
    assert std == (0.225, 0.229, 0.224)


def test_colours_change_and_their_mean_hardly():
    grey = Sample("grey", np.full((3, 64, 64), 128, np.uint8), np.zeros((64, 64), np.uint8), 1.0)
    means = torch.stack([image.mean((1, 2)) for image, _ in draw(grey, 200, tile=16)])
    assert means.mean().item() == pytest.approx(128 / 255, abs=0.03)
    assert means.std(0).min().item() > 0.03
    assert means.std(1).mean().item() > 0.02  # white balance


def test_resized_by_a_factor():
    image = torch.arange(16.0).reshape(1, 4, 4)
    mask = torch.tensor([[0, 0, 1, 1], [0, 0, 1, 1], [255, 255, 0, 0], [255, 255, 0, 0]], dtype=torch.uint8)
    half, half_mask = resized(image, mask, 0.5)
    assert half_mask.tolist() == [[0, 1], [255, 0]]
    assert half.shape == (1, 2, 2)
    assert half.mean().item() == pytest.approx(7.5)
    double, double_mask = resized(image, mask, 2.0)
    assert double.shape == (1, 8, 8)
    assert torch.equal(double_mask, mask.repeat_interleave(2, 0).repeat_interleave(2, 1))
    assert resized(image, mask, 0.01)[0].shape == (1, 1, 1)
