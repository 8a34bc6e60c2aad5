from __future__ import annotations

import dataclasses
import math
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from osgeo import gdal, gdal_array
from scarp.engine.errors import ScarpError
from scarp.models import training as module
from scarp.models.job import Job, Source
from scarp.models.networks import build
from scarp.models.samples import Sample
from scarp.models.training import Examples, Training, _groups, learning_rate


@pytest.fixture(autouse=True)
def one_cpu_thread(monkeypatch):
    """What is computed on a GPU or in threads is not the same bit by bit."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Six images in which what is bright is landslide."""
    folder, random = tmp_path_factory.mktemp("samples"), np.random.default_rng(0)
    for number in range(6):
        mask = np.zeros((48, 48), np.uint8)
        row, column = random.integers(4, 24, 2)
        mask[row : row + 20, column : column + 20] = 255
        image = np.where(mask > 0, 200, 60) + random.integers(-20, 20, (3, 48, 48))
        for kind, pixels in (("images", image.astype(np.uint8)), ("masks", mask[None])):
            (folder / kind).mkdir(exist_ok=True)
            path = str(folder / kind / f"{number}.png")
            gdal.GetDriverByName("PNG").CreateCopy(path, gdal_array.OpenArray(pixels))
    return Source("hills", str(folder / "images"), str(folder / "masks"), resolution_m=1.0, validation_m=1.0)


@pytest.fixture
def job(source, tmp_path):
    return Job([source], [source], str(tmp_path / "run"), network="unet", settings={"width": 4, "norm": True}, epochs=3,
               decay_epochs=1, examples=40, batch=4, tile=16, learning_rate=2e-3, average=0.9, seed=5)  # fmt: skip


def run(job, cancelled=lambda: False):
    """All events of a run."""
    events = []
    Training(job, events.append, cancelled).run()
    return events


def state(job, name="last.pt"):
    return torch.load(Path(job.folder) / name, weights_only=True)


def equal(one, other):
    """Whether two nests of dictionaries, lists and tensors hold the same."""
    if isinstance(one, torch.Tensor):
        return torch.equal(one, other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(equal, one, other))
    return one == other


def learnt(checkpoint):
    return {key: checkpoint[key] for key in ("network", "averaged", "optimizer", "epoch", "best")}


def test_a_run_learns_and_reports(job):
    job = dataclasses.replace(job, examples=160, epochs=4)
    events = run(job)
    kinds = [event["event"] for event in events]
    assert kinds == ["start", *["step", "step", "epoch"] * 4, "done"]
    start, step, first = events[0], events[1], events[3]
    assert (start["epoch"], start["device"], start["random"]) == (0, "cpu", 0)
    assert start["parameters"] == sum(p.numel() for p in build(job.network, job.settings).parameters())
    assert (step["epoch"], step["step"], step["steps"]) == (1, 20, 40)
    assert set(first) == {"event", "epoch", "loss", "validation", "best", "seconds"}
    losses = [event["loss"] for event in events if event["event"] == "epoch"]
    assert losses[-1] < 0.6 * losses[0]
    last = events[-2]["validation"]["hills"]
    assert set(last) == {"threshold", "precision", "recall", "f1", "iou"}
    assert last["f1"] > 0.9
    assert events[-1] == {"event": "done", "epoch": 4, "best": pytest.approx(state(job)["best"], abs=1e-4)}


def test_checkpoints_hold_the_last_and_the_best_epoch(job):
    events = [event for event in run(job) if event["event"] == "epoch"]
    scores = [event["validation"]["hills"]["f1"] for event in events]
    last, best = state(job), state(job, "best.pt")
    assert last["epoch"] == 3
    assert best["epoch"] == max(event["epoch"] for event in events if event["best"])
    assert scores[best["epoch"] - 1] == max(scores)
    assert last["best"] == pytest.approx(max(scores), abs=1e-4)
    assert not list(Path(job.folder).glob("*.part"))


@pytest.mark.parametrize(
    ("network", "settings"),
    [("unet", {"width": 4, "norm": True}), ("efficientnet_unet", {"decoder": [8, 8, 8, 8]})],
    ids=["unet", "lite"],  # the second drops blocks and features at random
)
def test_a_resumed_run_ends_where_an_uninterrupted_one_does(job, tmp_path, network, settings):
    tile = 16 if network == "unet" else 32
    job = dataclasses.replace(job, network=network, settings=settings, tile=tile, examples=8, epochs=2)
    run(job)
    other = dataclasses.replace(job, folder=str(tmp_path / "other"))
    questions = []

    def in_the_second_epoch():
        questions.append(0)
        return len(questions) == 4  # after a step of it

    cancelled = run(other, in_the_second_epoch)
    assert [event["event"] for event in cancelled] == ["start", "epoch"]
    assert state(other)["epoch"] == 1
    torch.manual_seed(99)
    resumed = run(other)
    assert resumed[0]["epoch"] == 1
    assert [event["event"] for event in resumed] == ["start", "epoch", "done"]
    assert equal(learnt(state(job)), learnt(state(other)))
    assert state(other)["seconds"] > 0


def test_every_step_of_every_epoch_has_examples_of_its_own(job, monkeypatch):
    seeds, batch = [], Examples.batch
    monkeypatch.setattr(Examples, "batch", lambda self, seed, size: seeds.append(seed) or batch(self, seed, size))
    run(dataclasses.replace(job, validation=[]))
    assert seeds == [(5, epoch, step) for epoch in range(3) for step in range(10)]


def test_a_finished_run_only_says_so(job):
    job = dataclasses.replace(job, epochs=1)
    run(job)
    before = state(job)
    assert [event["event"] for event in run(job)] == ["start", "done"]
    assert equal(before, state(job))


def test_cancelled_in_the_first_epoch_leaves_no_checkpoint(job):
    assert [event["event"] for event in run(job, lambda: True)] == ["start"]
    assert list(Path(job.folder).iterdir()) == []


def test_the_averaged_weights_follow(job):
    training = Training(dataclasses.replace(job, average=0.9), lambda event: None)
    before = training.averaged.output.weight.clone()
    with torch.no_grad():
        training.network.output.weight += 1.0
        training.network.encoder[0][1].num_batches_tracked += 7
    training._average(10_000)
    assert torch.allclose(training.averaged.output.weight, before + 0.1, atol=1e-6)
    assert training.averaged.encoder[0][1].num_batches_tracked == 7
    training._average(0)  # fast at first: 1 / 10 of the old
    assert torch.allclose(training.averaged.output.weight, before + 0.91, atol=1e-6)


def test_a_loss_that_is_no_number_is_a_sentence(job, monkeypatch):
    monkeypatch.setattr(module, "cross_entropy_and_dice", lambda logits, *_: logits.sum() * math.nan)
    with pytest.raises(ScarpError, match=r"^The loss became nan in epoch 1; lower the learning rate\.$"):
        run(job)
    assert list(Path(job.folder).iterdir()) == []


def test_an_error_while_examples_are_made_comes_through(job, monkeypatch):
    def fails(self, seed, size):
        raise ValueError(f"batch {seed[2]}")

    monkeypatch.setattr(Examples, "batch", fails)
    start = time.monotonic()
    with pytest.raises(ValueError, match="batch 0"):
        run(job)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"tile": 40}, r"^The tile of 40 pixels does not divide by 16, as this network needs; choose a multiple\.$"),
        ({"batch": 50}, r"^40 examples an epoch make no batch of 50; draw more examples\.$"),
        ({"training": []}, r"^The job has no training sample; add a source with a weight above 0\.$"),
        ({"network": "vgg"}, "There is no network 'vgg'"),
        ({"weights": "none.pt"}, r"none\.pt cannot be read"),
    ],
)
def test_a_job_that_makes_no_run_is_a_sentence(job, changes, message):
    with pytest.raises(ScarpError, match=message):
        run(dataclasses.replace(job, **changes))


def test_sources_that_cannot_be_drawn_from_or_scored(job, source, tmp_path):
    for changes in ({"weight": -1.0}, {"resolutions_m": (0.0, 1.0)}, {"resolutions_m": (2.0, 1.0)}):
        with pytest.raises(ScarpError, match=r"^The source hills has the weight .* the smaller first\.$"):
            run(dataclasses.replace(job, training=[dataclasses.replace(source, **changes)]))
    background = dataclasses.replace(source, masks="")
    with pytest.raises(ScarpError, match="The validation source hills has no landslide to score against"):
        run(dataclasses.replace(job, validation=[background]))


def test_a_checkpoint_of_another_network_or_a_damaged_one_is_a_sentence(job):
    run(dataclasses.replace(job, epochs=1))
    checkpoint = Path(job.folder) / "last.pt"
    with pytest.raises(ScarpError, match=r"last\.pt is not of the job's network 'unet' with these settings; choose"):
        run(dataclasses.replace(job, settings={"width": 8, "norm": True}))
    whole = checkpoint.read_bytes()
    for damaged in (b"", whole[:5000], b"no checkpoint"):
        checkpoint.write_bytes(damaged)
        with pytest.raises(ScarpError, match=r"last\.pt cannot be read \(.*\); choose another file\.$"):
            run(job)
    torch.save({"network": build(job.network, job.settings).state_dict()}, checkpoint)
    with pytest.raises(ScarpError, match="is not of the job's network"):
        run(job)


def test_a_folder_that_cannot_be_written_is_a_sentence(job, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ScarpError, match=r"^The training cannot write .*file/run \(.+\); make room or choose another"):
        run(dataclasses.replace(job, folder=str(tmp_path / "file" / "run")))

    def full(state, path):
        path.write_bytes(b"half")
        raise RuntimeError("No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(ScarpError, match=r"^The training cannot write .*\.pt \(No space left on device\)"):
        run(job)
    assert list(Path(job.folder).iterdir()) == []


def test_start_weights_are_loaded_and_random_ones_counted(job, tmp_path):
    torch.manual_seed(1)
    other = build("unet", {"width": 4, "norm": True, "classes": 2})
    torch.save(other.state_dict(), tmp_path / "start.pt")
    events = []
    training = Training(dataclasses.replace(job, weights=str(tmp_path / "start.pt")), events.append)
    assert training.missing == ["output.weight", "output.bias"]
    assert torch.equal(training.averaged.up[0].weight.cpu(), other.up[0].weight)


def test_the_learning_rate_rises_stays_and_falls():
    rates = [learning_rate(step, 1000, 300) for step in range(1001)]
    assert rates[0] == 1 / 200
    assert rates[99] == 0.5
    assert set(rates[199:701]) == {1.0}
    assert rates[850] == 0.5
    assert rates[999] == pytest.approx(1 / 300)
    assert rates[1000] == 0.0
    assert learning_rate(5, 10, 0, warm_up=1) == 1.0


def test_norms_and_biases_do_not_decay_and_the_contracting_path_learns_slower(job):
    job = dataclasses.replace(job, learning_rate=0.1, encoder_rate=0.25, weight_decay=0.03)
    network = build(job.network, job.settings)
    groups = _groups(network, job)
    names = {id(parameter): name for name, parameter in network.named_parameters()}
    found = {}
    for group in groups:
        for parameter in group["params"]:
            assert id(parameter) not in found
            found[id(parameter)] = (group["lr"], group["full"], group["weight_decay"])
    assert found.keys() == names.keys()
    for parameter in network.parameters():
        rate = 0.025 if names[id(parameter)].startswith("encoder.") else 0.1
        assert found[id(parameter)] == (rate, rate, 0.0 if parameter.ndim < 2 else 0.03)


def plain(name, value, weight=1.0, **changes):
    image = np.full((3, 40, 40), value, np.uint8)
    return Source(name, weight=weight, **changes), [Sample(name, image, np.full((40, 40), value % 2, np.uint8), 1.0)]


def test_examples_are_drawn_by_weight_and_depend_on_the_seed_alone():
    examples = Examples([plain("a", 0, 0.75), plain("b", 1, 0.25), plain("c", 3, 0.0)], 16)
    images, masks = examples.batch((1, 2, 3), 400)
    assert images.shape == (400, 3, 16, 16)
    assert masks.shape == (400, 16, 16)
    of_b = (masks == 1).flatten(1).any(1)
    assert 0.18 < of_b.float().mean() < 0.32
    again = examples.batch((1, 2, 3), 400)
    assert torch.equal(images, again[0])
    assert torch.equal(masks, again[1])
    assert not torch.equal(examples.batch((1, 2, 4), 4)[0], images[:4])


def test_resolutions_are_drawn_evenly_in_the_logarithm(monkeypatch):
    drawn = []

    def example(sample, resolution_m, tile, random):
        drawn.append(resolution_m)
        return torch.zeros(3, tile, tile), torch.zeros(tile, tile)

    monkeypatch.setattr(module, "example", example)
    Examples([plain("a", 0, resolutions_m=(0.5, 8.0))], 4).batch((0,), 800)
    counts, _ = np.histogram(np.log2(drawn), 4, (-1, 3))
    assert counts.sum() == 800
    assert counts.min() > 150
