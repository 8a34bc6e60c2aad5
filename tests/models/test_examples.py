from __future__ import annotations

import dataclasses
import threading

import numpy as np
import pytest
import torch
from scarp.engine.errors import ScarpError
from scarp.models import examples as module
from scarp.models.augmentation import normalised
from scarp.models.distances import boundary_distances
from scarp.models.examples import Examples
from scarp.models.instance_targets import targets_of
from scarp.models.job import Job, Source
from scarp.models.sample import Sample

pytestmark = pytest.mark.usefixtures("one_cpu_thread")
JOB = Job([], [], "run", examples=12, batch=6, seed=3)


def plain(name, value, weight=1.0, **changes):
    """A source of one grey sample whose labels are 0 or 1."""
    image = np.full((3, 40, 40), value, np.uint8)
    return Source(name, weight=weight, **changes), [Sample(name, image, np.full((40, 40), value % 2, np.uint8), 1.0)]


def noisy(seed=0):
    """A source of one sample with everything in it."""
    random = np.random.default_rng(seed)
    image = random.integers(1, 256, (3, 60, 60), dtype=np.uint8)
    mask = random.choice(np.array([0, 1, 2, 255], np.uint8), (60, 60))
    return Source("noise"), [Sample("noise", image, mask, 1.0)]


def numbered():
    """A source of one sample with two landslides side by side, whose numbers are known."""
    mask, numbers = np.zeros((60, 60), np.uint8), np.zeros((60, 60), np.int32)
    mask[20:40, 20:40] = 1
    numbers[20:40, 20:30], numbers[20:40, 30:40] = 4, 9
    return Source("pair"), [Sample("pair", np.full((3, 60, 60), 90, np.uint8), mask, 1.0, numbers)]


def scene(*masks):
    """A source of the parts of a scene; the number of a part is its grey value."""
    pool = [
        Sample(f"coast {number}", np.full((3, *mask.shape), number, np.uint8), mask, 1.0)
        for number, mask in enumerate(masks, 1)
    ]
    return Source("coast", scene="coast.tif"), pool


def drawn(examples, bias, count=300):
    """How often each grey value is drawn; rotation, scale and colours off."""
    values = [round(float(examples.one((0, n), bias)[0].flatten(1)[0].median()) * 255) for n in range(count)]
    return np.bincount(values, minlength=4) / count


STILL = dataclasses.replace(JOB, rotation=False, colours=0.0)


def test_an_example_depends_on_its_seed_alone():
    examples = Examples([plain("a", 80), noisy()], JOB, 16)
    image, mask, numbers = examples.one((1, 2, 3), 0.5)
    assert numbers is None
    assert (image.shape, mask.shape) == ((3, 16, 16), (16, 16))
    assert 0.0 <= image.min() <= image.max() <= 1.0
    examples.one((1, 2, 4), 0.5)
    again = Examples([plain("a", 80), noisy()], JOB, 16).one((1, 2, 3), 0.5)
    assert torch.equal(image, again[0])
    assert torch.equal(mask, again[1])
    assert not any(torch.equal(image, examples.one((1, 2, seed), 0.5)[0]) for seed in range(4, 8))


def test_a_batch_is_its_examples():
    examples = Examples([noisy()], JOB, 16)
    seeds = [(3, 0, 0, 0), (3, 0, 0, 1)]
    batch = examples.batch(seeds, 1.0)
    singles = [examples.one(seed, 1.0) for seed in seeds]
    assert torch.equal(batch.images, normalised(torch.stack([image for image, *_ in singles])))
    assert torch.equal(batch.masks, torch.stack([mask for _, mask, _ in singles]))
    assert batch.distances is None
    assert batch.targets is None


def test_targets_are_made_where_they_are_needed():
    seeds = [(1,), (2,), (3,)]
    for source in (noisy(), numbered()):
        examples = Examples([source], JOB, 16, need_targets=True)
        batch = examples.batch(seeds, 0.5)
        assert len(batch.targets) == 3
        for seed, mask, target in zip(seeds, batch.masks, batch.targets):
            numbers = examples.one(seed, 0.5)[2]
            expected = targets_of(mask.numpy(), None if numbers is None else numbers.numpy())
            assert target.keys() == expected.keys()
            assert all(torch.equal(target[key], expected[key]) for key in target)


def test_touching_landslides_stay_apart_where_the_sample_knows_them():
    source, (known,) = numbered()
    unknown = source, [Sample(known.name, known.image, known.mask, known.resolution_m)]
    apart, together = (Examples([each], STILL, 56, need_targets=True).batch([(n,) for n in range(8)], 1.0).targets
                       for each in ((source, [known]), unknown))  # fmt: skip
    for one, other in zip(apart, together):
        assert len(other["boxes"]) == 1
        assert len(one["boxes"]) == 2
        assert torch.equal(one["masks"].sum(0), other["masks"].sum(0))


def test_distances_are_made_where_they_are_needed():
    job = dataclasses.replace(JOB, classes=("landslide", "cloud"))
    batch = Examples([noisy()], job, 16, need_distances=True).batch([(1,), (2,), (3,)], 0.5)
    assert batch.distances.shape == (3, 2, 16, 16)
    for mask, distances in zip(batch.masks, batch.distances):
        assert (distances.numpy() == boundary_distances(mask.numpy(), 2)).all()


def test_an_epoch_has_the_batches_of_its_own_seeds():
    examples = Examples([noisy()], JOB, 16)
    batches = list(examples.epoch(4, 0.5))
    assert len(batches) == 2
    for step, batch in enumerate(batches):
        expected = examples.batch([(3, 4, step, index) for index in range(6)], 0.5)
        assert torch.equal(batch.images, expected.images)
        assert torch.equal(batch.masks, expected.masks)


@pytest.mark.parametrize("processes", [2, 4])
def test_the_shares_of_all_processes_are_the_whole_batch(processes):
    examples = Examples([noisy()], JOB, 16, need_distances=True)
    (whole, _), *shares = (list(examples.epoch(1, 0.5, rank, count))
                           for rank, count in [(0, 1), *((rank, processes) for rank in range(processes))])  # fmt: skip
    assert sorted(len(share[0].masks) for share in shares) == ([3, 3] if processes == 2 else [1, 1, 2, 2])
    for rank, (share, _) in enumerate(shares):
        for part in ("images", "masks", "distances"):
            assert torch.equal(getattr(share, part), getattr(whole, part)[rank::processes])


def test_sources_are_drawn_by_weight():
    examples = Examples([plain("a", 0, 0.75), plain("b", 1, 0.25), plain("c", 3, 0.0)], JOB, 16)
    masks = examples.batch([(seed,) for seed in range(400)], 0.0).masks
    of_b = (masks == 1).flatten(1).any(1)
    assert 0.18 < of_b.float().mean() < 0.32


def test_resolutions_are_drawn_evenly_in_the_logarithm(monkeypatch):
    resolutions = []

    def example(sample, resolution_m, tile, *_):
        resolutions.append(resolution_m)
        return torch.zeros(3, tile, tile), torch.zeros(tile, tile, dtype=torch.uint8), None

    monkeypatch.setattr(module, "example", example)
    Examples([plain("a", 0, resolutions_m=(0.5, 8.0))], JOB, 4).batch([(seed,) for seed in range(800)], 0.5)
    counts, _ = np.histogram(np.log2(resolutions), 4, (-1, 3))
    assert counts.sum() == 800
    assert counts.min() > 150


@pytest.mark.parametrize(("bias", "low", "high"), [(0.0, 0.0, 0.1), (0.5, 0.4, 0.6), (1.0, 1.0, 1.0)])
def test_a_share_of_the_examples_is_drawn_around_a_feature(bias, low, high):
    mask = np.zeros((400, 400), np.uint8)
    mask[203, 117] = 1
    source = Source("a"), [Sample("a", np.full((3, 400, 400), 9, np.uint8), mask, 1.0)]
    examples, hits = Examples([source], STILL, 16), 0
    for seed in range(200):
        chosen = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "example", lambda *given, chosen=chosen: chosen.append(given[-1]) or (0, 0))
            examples.one((seed,), bias)
        hits += chosen[0].feature_bias
    assert low <= hits / 200 <= high
    found = [(examples.one((seed,), bias)[1] == 1).any().item() for seed in range(60)]
    assert low * 0.7 - 0.01 <= np.mean(found) <= high + 0.1  # the tile is a piece of the window around it


def test_the_job_says_what_is_random(monkeypatch):
    chosen = []
    monkeypatch.setattr(module, "example", lambda *given: chosen.append(given[-1]) or (0, 0))
    job = dataclasses.replace(JOB, rotation=False, scale=(0.5, 3.0), colours=0.3, right_angles=True)
    Examples([plain("a", 0)], job, 4).one((0,), 1.0)
    assert dataclasses.astuple(chosen[0]) == (1.0, False, (0.5, 3.0), 0.3, True)


def test_the_parts_of_a_scene_are_drawn_by_what_is_labelled_in_them():
    wide, narrow, nothing = (np.full((60, 60), value, np.uint8) for value in (0, 255, 255))
    narrow[:30, :40] = 0
    shares = drawn(Examples([scene(wide, narrow, nothing)], STILL, 8), 0.0)
    assert shares[1] == pytest.approx(0.75, abs=0.08)
    assert shares[2] == pytest.approx(0.25, abs=0.08)
    assert shares[3] == 0.0


def test_around_a_feature_they_are_drawn_by_their_features():
    none, few, many = (np.zeros((60, 60), np.uint8) for _ in range(3))
    few[20:25, 20:30], many[20:30, 20:35] = 1, 2
    examples = Examples([scene(none, few, many)], STILL, 8)
    shares = drawn(examples, 1.0)
    assert shares[1] == 0.0
    assert shares[2] == pytest.approx(0.25, abs=0.08)
    assert shares[3] == pytest.approx(0.75, abs=0.08)
    assert drawn(examples, 0.0)[1:] == pytest.approx([1 / 3] * 3, abs=0.1)


def test_without_features_they_are_drawn_by_their_labels():
    assert drawn(Examples([scene(np.zeros((60, 60), np.uint8))], STILL, 8), 1.0)[1] == 1.0


def test_a_scene_without_labels_is_refused():
    message = r"^Nothing is labelled in the scene of coast; draw training areas on it\.$"
    with pytest.raises(ScarpError, match=message):
        Examples([scene(np.full((9, 9), 255, np.uint8))], JOB, 8)


def test_nothing_to_draw_from_is_refused():
    message = r"^The job has no training sample; add a source with a weight above 0\.$"
    for sources in ([], [plain("a", 0, 0.0)], [(Source("a"), [])]):
        with pytest.raises(ScarpError, match=message):
            Examples(sources, JOB, 8)


def test_an_epoch_that_is_left_early_makes_no_more_batches(monkeypatch):
    made, threads = [], threading.active_count()
    examples = Examples([plain("a", 7)], dataclasses.replace(JOB, examples=600), 8)
    batch = Examples.batch
    monkeypatch.setattr(Examples, "batch", lambda self, seeds, bias: made.append(seeds) or batch(self, seeds, bias))
    batches = examples.epoch(0, 0.5)
    next(batches)
    batches.close()
    assert len(made) <= 3
    assert threading.active_count() == threads
