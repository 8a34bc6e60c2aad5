from __future__ import annotations

import numpy as np
import pytest
import torch
from scarp.models import augmentation
from scarp.models.augmentation import MEAN, NODATA, NUMBER, NUMBERS, Augmentation, example, folded, resized
from scarp.models.sample import Sample
from scipy import ndimage

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
    return [example(of, resolution_m, tile, np.random.default_rng(seed))[:2] for seed in range(count)]


def test_the_generator_alone_decides():
    first, again = (example(sample(), 1.5, TILE, np.random.default_rng(3)) for _ in range(2))
    assert torch.equal(first[0], again[0])
    assert torch.equal(first[1], again[1])
    other, _, _ = example(sample(), 1.5, TILE, np.random.default_rng(4))
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
    still = Augmentation(rotation=False, colours=0.0)
    random = np.random.default_rng(1)
    image, mask, _ = example(of, 1.0, 16, random, augmentation=still)
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
    chosen = Augmentation(0.0, rotation=False, scale=(0.5, 2.0), colours=0.0)
    scales = []
    for seed in range(100):
        image, _, _ = example(of, 1.0, 64, np.random.default_rng(seed), augmentation=chosen)
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


def test_at_right_angles_an_example_is_the_image_turned_and_mirrored_and_all_eight_ways_come():
    rows, columns = np.mgrid[:40, :40].astype(np.uint8)
    of = Sample("slope", np.stack([6 * columns, 6 * rows, 6 * rows]), (columns > 2 * rows).astype(np.uint8), 1.0)
    chosen = Augmentation(colours=0.0, right_angles=True)
    whole = torch.from_numpy(of.image) / 255.0
    ways = [turned.flip(-1) if mirrored else turned
            for turned in (whole.rot90(number, (1, 2)) for number in range(4))
            for mirrored in (False, True)]  # fmt: skip
    found = []
    for seed in range(60):
        image, mask, _ = example(of, 1.0, 40, np.random.default_rng(seed), augmentation=chosen)
        distances = torch.stack([(image - way).abs().amax() for way in ways])
        assert distances.min() < 1e-4
        assert (mask != 255).all()
        found.append(int(distances.argmin()))
    assert set(found) == set(range(8))


def numbered(numbers, classes=1):
    """A sample whose landslides have these numbers; red shows them, too."""
    numbers = np.asarray(numbers, np.int32)
    image = np.full((3, *numbers.shape), 40, np.uint8)
    image[0] += (numbers % 199).astype(np.uint8)
    return Sample("hills", image, np.where(numbers > 0, classes, 0).astype(np.uint8), 1.0, numbers)


def checkers(side=64, cell=8):
    """A number of its own for every other cell, from 1 on."""
    rows, columns = np.indices((side // cell, side // cell))
    numbers = np.where((rows + columns) % 2 == 0, 1 + rows * (side // cell) + columns, 0)
    return numbers.repeat(cell, 0).repeat(cell, 1)


def test_without_numbers_there_are_none():
    assert example(sample(), 1.0, TILE, np.random.default_rng(0))[2] is None


@pytest.mark.parametrize("chosen", [
    Augmentation(colours=0.0), Augmentation(colours=0.0, right_angles=True),
    Augmentation(colours=0.0, scale=(1.0, 2.0)), Augmentation(colours=0.0, rotation=False),
], ids=["any angle", "right angles", "scale", "upright"])  # fmt: skip
def test_numbers_go_where_the_mask_goes(chosen):
    """A number is where the mask is a landslide, and each where a mask of its landslide alone is."""
    of, seen = numbered(checkers()), set()
    alone = Sample("one", of.image, np.where(of.instances == 19, 1, 0).astype(np.uint8), 1.0)
    for seed in range(40):
        image, mask, numbers = example(of, 1.0, TILE, np.random.default_rng(seed), augmentation=chosen)
        assert numbers.dtype == torch.int32
        assert torch.equal(numbers > 0, mask == 1)
        assert set(mask.unique().tolist()) <= {0, 1, 255}
        numbers = numbers % (NUMBERS + 1)  # those of reflections are told apart
        # Red shows the number where all neighbours have it; where a pixel was enlarged, most of them.
        inner = torch.zeros_like(numbers, dtype=torch.bool)
        inner[1:-1, 1:-1] = torch.stack([numbers[1:-1, 1:-1] == numbers[1 + dy : TILE - 1 + dy, 1 + dx : TILE - 1 + dx]
                                         for dy in (-1, 0, 1) for dx in (-1, 0, 1)]).all(0)  # fmt: skip
        inner &= mask == 1
        shown = (image[0] * 255 - 40.0 - numbers).abs()[inner] < 0.01
        assert shown.float().mean() > (0.8 if chosen.scale[1] > 1 else 0.999)
        seen |= set(numbers.unique().tolist())
        assert _same_place(of, alone, seed, chosen)
    assert len(seen) > 24  # of 32 and none


def _same_place(of, alone, seed, chosen):
    """Whether landslide 19 is where it is with no other beside it; that needs the same place to be drawn."""
    chosen = Augmentation(0.0, chosen.rotation, chosen.scale, 0.0, chosen.right_angles)
    _, _, numbers = example(of, 1.0, TILE, np.random.default_rng(seed), augmentation=chosen)
    _, mask, _ = example(alone, 1.0, TILE, np.random.default_rng(seed), augmentation=chosen)
    return torch.equal(numbers % (NUMBERS + 1) == 19, mask == 1)


def test_numbers_do_not_change_the_example():
    of = numbered(checkers())
    bare = Sample(of.name, of.image, of.mask, of.resolution_m)
    for seed in range(10):
        with_numbers, without = (example(each, 1.4, TILE, np.random.default_rng(seed)) for each in (of, bare))
        assert torch.equal(with_numbers[0], without[0])
        assert torch.equal(with_numbers[1], without[1])


def test_unlabelled_and_nodata_have_no_number():
    of = numbered(np.full((64, 64), 9), 253)
    of.mask[:, 32:] = 255
    of.image[:, :20, 32:] = 0  # nodata
    for seed in range(30):
        _, mask, numbers = example(of, 1.0, TILE, np.random.default_rng(seed))
        assert set(mask.unique().tolist()) <= {253, 255}
        assert torch.equal(numbers == 9, mask == 253)
        assert torch.equal(numbers == 0, mask == 255)


def test_the_largest_number_of_the_last_class_is_exact():
    """Labels are picked as 32-bit floats, shifted by one: they must not reach 2^24, beyond which odd ones are lost."""
    assert 253 + NUMBER * NUMBERS + 1 <= 2**24 - 1
    assert float(np.float32(253 + NUMBER * NUMBERS + 1)) == 253 + NUMBER * NUMBERS + 1
    assert 253 + NUMBER * (NUMBERS + 1) + 1 > 2**24 - 1  # so there is no room for one more
    numbers = np.full((64, 64), NUMBERS)
    numbers[:, ::2] = NUMBERS - 1
    for factor_m in (1.0, 0.5):
        _, mask, found = example(numbered(numbers, 253), factor_m, TILE, np.random.default_rng(0))
        labelled = mask != 255
        assert set(mask[labelled].tolist()) == {253}
        assert set(found[labelled].tolist()) == {NUMBERS - 1, NUMBERS}


def test_numbers_beyond_begin_again_at_1():
    numbers = np.array([0, 1, NUMBERS, NUMBERS + 1, 2 * NUMBERS, 2 * NUMBERS + 1], np.int32)
    assert folded(numbers).tolist() == [0, 1, NUMBERS, 1, NUMBERS, 1]
    assert folded(numbers).dtype == torch.int32


def test_a_reflection_that_does_not_touch_its_landslide_is_another_one():
    """A landslide near the edge, and one at the edge: its reflection touches it, so that both are seen as one."""
    numbers = np.zeros((36, 36), np.int32)
    numbers[4:12, 4:12], numbers[20:32, 0:5] = 5, 7
    apart, together = 0, 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        _, mask, found = example(numbered(numbers), 1.0, TILE, rng, augmentation=Augmentation(colours=0.0))
        assert torch.equal(found > 0, mask == 1)
        for number in (5, 7):
            _, parts = ndimage.label((found % (NUMBERS + 1) == number).numpy(), np.ones((3, 3)))
            own = found.unique().tolist()
            assert parts == len([each for each in own if each and each % (NUMBERS + 1) == number])
            apart += number == 5 and parts > 1
            together += number == 7 and parts == 1
    assert apart > 10
    assert together > 10
