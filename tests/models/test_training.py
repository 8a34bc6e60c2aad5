from __future__ import annotations

import dataclasses
import errno
import math
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from scarp.engine.errors import ScarpError
from scarp.models import tasks
from scarp.models import training as module
from scarp.models.examples import Examples
from scarp.models.job import Job, Source
from scarp.models.losses import Weights, segmentation_loss
from scarp.models.networks import build
from scarp.models.training import Training, _groups, learning_rate
from scarp.models.validation import chosen_tiles, validate
from scarp.tests.models.conftest import equal, learnt, state

pytestmark = pytest.mark.usefixtures("one_cpu_thread")
SCORES = {"loss", "accuracy", "precision", "recall", "f1"}
AT_BEST = {"threshold", "best_f1", "best_precision", "best_recall", "best_accuracy", "best_iou", "best_mean_iou"}


@pytest.fixture(autouse=True)
def no_clock(monkeypatch):
    """Steps are reported by their number alone."""
    monkeypatch.setattr(module, "REPORT_SECONDS", math.inf)


def run(job, cancelled=lambda: False):
    """All events of a run."""
    events = []
    assert Training(job, events.append, cancelled).run() == (events[-1]["event"] == "trained")
    return events


def kinds(events):
    return [event["event"] for event in events]


def epochs(events):
    return [event for event in events if event["event"] == "epoch"]


def test_a_run_learns_and_reports(job):
    job = dataclasses.replace(job, settings={"width": 4}, examples=160, epochs=4, warm_up=60)
    events = run(job)
    assert kinds(events) == ["start", *["step", "step", "epoch"] * 4, "trained"]
    start, step, first = events[0], events[1], events[3]
    parameters = sum(p.numel() for p in build(job.network, job.settings).parameters())
    assert start == {"event": "start", "epoch": 0, "epochs": 4, "device": "cpu", "threads": 1, "precision": "float32",
                     "random": 0, "loaded": 0, "processes": 1, "examples": 160, "parameters": parameters}  # fmt: skip
    assert {key: step[key] for key in ("epoch", "step", "steps")} == {"epoch": 1, "step": 20, "steps": 40}
    assert step["left_s"] > 0
    assert set(first) == {"event", "epoch", "epochs", "training", "validation", "sources", "best", "seconds", "left_s",
                          "learning_rate"}  # fmt: skip
    assert set(first["training"]) == SCORES
    assert set(first["validation"]) == set(first["sources"]["hills"]) == SCORES | AT_BEST
    for part in ("training", "validation"):
        losses = [event[part]["loss"] for event in epochs(events)]
        assert losses[-1] < 0.6 * losses[0]
    last = events[-2]
    assert last["validation"]["best_f1"] > 0.9
    assert last["training"]["f1"] > 0.9
    assert last["left_s"] == 0.0
    assert [event["learning_rate"] for event in epochs(events)] == pytest.approx([2e-3 * 2 / 3, 2e-3, 2e-3, 5e-5])
    assert events[-1] == {"event": "trained", "epoch": 4, "best_epoch": state(job)["best_epoch"],
                          "best": pytest.approx(state(job)["best"], abs=1e-4)}  # fmt: skip


def test_the_scores_of_the_training_are_those_of_its_examples(job, monkeypatch):
    seen = []

    def loss(logits, mask, *rest):
        seen.append((logits.detach(), mask))
        return segmentation_loss(logits, mask, *rest)

    monkeypatch.setattr(tasks, "segmentation_loss", loss)
    (first,) = epochs(run(dataclasses.replace(job, settings={"width": 4}, epochs=1)))
    logits, mask = (torch.cat(parts) for parts in zip(*seen))
    found, true = (logits[:, 0] >= 0) & (mask != 255), mask == 1
    tp = (found & true).sum().item()
    assert first["training"]["precision"] == pytest.approx(tp / found.sum().item(), abs=1e-5)
    assert first["training"]["recall"] == pytest.approx(tp / true.sum().item(), abs=1e-5)
    agree = ((found == true) & (mask != 255)).sum() / (mask != 255).sum()
    assert first["training"]["accuracy"] == pytest.approx(agree.item(), abs=1e-5)


def test_checkpoints_hold_the_last_and_the_best_epoch(job):
    job = dataclasses.replace(job, epochs=3, examples=40)
    events = epochs(run(job))
    scores = [event["sources"]["hills"]["best_f1"] for event in events]
    last, best = state(job), state(job, "best.pt")
    assert last["epoch"] == 3
    assert best["epoch"] == best["best_epoch"] == max(event["epoch"] for event in events if event["best"])
    assert best["optimizer"] == {}
    assert scores[best["epoch"] - 1] == max(scores)
    assert last["best"] == pytest.approx(max(scores), abs=1e-4)
    assert sorted(path.name for path in Path(job.folder).iterdir()) == ["best.pt", "last.pt"]


@pytest.mark.parametrize(("select", "best"), [("f1", 2), ("loss", 3)])
def test_the_best_epoch_is_by_f1_or_by_loss_the_mean_over_the_sources(job, hills, monkeypatch, select, best):
    scores = {"a": [(0.5, 3.0), (0.9, 2.0), (0.6, 1.0)], "b": [(0.5, 3.0), (0.8, 2.0), (0.9, 1.5)]}

    class Fixed:
        def __init__(self, f1, loss):
            self.f1, self.loss = f1, loss

        def __add__(self, other):
            return self

        __radd__ = __add__

        def summary(self):
            return {"best_f1": self.f1, "loss": self.loss}

    monkeypatch.setattr(module, "Scores", lambda: 0)
    monkeypatch.setattr(
        Training, "_validate", lambda self: {name: Fixed(*each[self.epoch - 1]) for name, each in scores.items()}
    )
    job = dataclasses.replace(job, epochs=3, examples=4, select=select)
    events = run(job)
    assert events[-1]["best_epoch"] == state(job, "best.pt")["epoch"] == best
    assert state(job)["best"] == pytest.approx({"f1": 0.85, "loss": -1.25}[select])


def test_without_validation_the_last_epoch_is_the_best(job):
    job = dataclasses.replace(job, validation=[])
    events = run(job)
    assert events[-1]["best_epoch"] == state(job, "best.pt")["epoch"] == 2
    assert all("validation" not in event and event["best"] for event in epochs(events))


def test_validation_tiles_without_landslide_have_no_f1(job, tmp_path, raster):
    image = np.full((3, 16, 1100), 100, np.uint8)
    labels = np.zeros((1, 16, 1100), np.uint8)
    labels[0, 4:8, 1080:1090] = 1  # in the third tile only
    scene = Source("coast", scene=raster(image), labels=raster(labels, "labels.tif"))
    events = epochs(run(dataclasses.replace(job, epochs=1, validation=[scene], validation_tiles=1)))
    assert events[0]["best"]
    assert "best_f1" not in events[0]["validation"]
    assert events[0]["validation"]["recall"] is None
    (limited,) = epochs(run(dataclasses.replace(job, epochs=1, validation=[scene], folder=str(tmp_path / "all"))))
    assert limited["validation"]["best_f1"] > 0


@pytest.mark.parametrize(
    ("network", "settings"),
    [("unet", {"width": 2, "norm": True}), ("efficientnet_unet", {"decoder": [8, 8, 8, 8]}),
     ("mask_rcnn", {"backbone": "lite0", "channels": 8, "proposals": 20, "sampled": 16})],
    # The second drops blocks and features at random, and the third draws what it learns from.
    ids=["unet", "lite", "mask_rcnn"],
)
def test_a_resumed_run_ends_where_an_uninterrupted_one_does(job, tmp_path, network, settings):
    job = dataclasses.replace(job, network=network, settings=settings, tile=16 if network == "unet" else 32)
    run(job)
    other = dataclasses.replace(job, folder=str(tmp_path / "other"))
    questions = []

    def in_the_second_epoch():
        questions.append(0)
        return len(questions) == 4  # after a step of it

    cancelled = run(other, in_the_second_epoch)
    assert kinds(cancelled) == ["start", "epoch", "stopped"]
    assert cancelled[-1] == {"event": "stopped", "epoch": 1}
    assert state(other)["epoch"] == 1
    torch.manual_seed(99)
    resumed = run(other)
    assert resumed[0]["epoch"] == 1
    assert kinds(resumed) == ["start", "epoch", "trained"]
    assert equal(learnt(job), learnt(other))
    assert equal(learnt(job, "best.pt"), learnt(other, "best.pt"))
    assert state(other)["seconds"] > 0


def test_what_ends_before_the_checkpoint_does_the_epoch_again(job, tmp_path, monkeypatch):
    run(job)
    other = dataclasses.replace(job, folder=str(tmp_path / "other"))
    write, reported = module.write_checkpoint, []

    def killed(path, state, job):
        if path.name == "last.pt" and state.epoch == 2:
            raise KeyboardInterrupt
        write(path, state, job)

    monkeypatch.setattr(module, "write_checkpoint", killed)
    with pytest.raises(KeyboardInterrupt):
        Training(other, reported.append).run()
    assert reported[-1]["epoch"] == 2  # so that the log lacks none of which there is a checkpoint
    assert (state(other)["epoch"], state(other, "best.pt")["epoch"]) == (1, state(job, "best.pt")["epoch"])
    monkeypatch.setattr(module, "write_checkpoint", write)
    assert kinds(run(other)) == ["start", "epoch", "trained"]
    assert equal(learnt(job), learnt(other))


def test_more_epochs_go_on_from_the_last(job):
    run(job)
    events = run(dataclasses.replace(job, epochs=3, threads=2))
    assert [event["epoch"] for event in events] == [2, 3, 3]
    assert state(job)["epoch"] == 3


def test_every_example_of_every_epoch_is_its_own(job, monkeypatch):
    seeds, batch = [], Examples.batch
    monkeypatch.setattr(Examples, "batch", lambda self, each, bias: seeds.append(each) or batch(self, each, bias))
    run(dataclasses.replace(job, validation=[]))
    assert seeds == [[(5, epoch, step, index) for index in range(4)] for epoch in range(2) for step in range(2)]


def test_a_finished_run_only_says_so(job):
    run(job)
    before = state(job)
    assert kinds(run(job)) == ["start", "trained"]
    assert equal(before, state(job))


def test_cancelled_in_the_first_epoch_leaves_no_checkpoint(job):
    assert run(job, lambda: True)[1:] == [{"event": "stopped", "epoch": 0}]
    assert list(Path(job.folder).iterdir()) == []


def test_the_averaged_weights_follow(job):
    training = Training(job, lambda event: None)
    before = training.averaged.output.weight.clone()
    with torch.no_grad():
        training.network.output.weight += 1.0
        training.network.encoder[0][1].num_batches_tracked += 7
    training._average(10_000)
    assert torch.allclose(training.averaged.output.weight, before + 0.1, atol=1e-6)
    assert training.averaged.encoder[0][1].num_batches_tracked == 7
    training._average(0)  # fast at first: 1 / 10 of the old
    assert torch.allclose(training.averaged.output.weight, before + 0.91, atol=1e-6)


def test_without_average_the_weights_themselves_are_taken(job):
    job = dataclasses.replace(job, average=0.0, epochs=1)
    run(job)
    assert equal(state(job)["averaged"], state(job)["network"])


def test_weights_fade_over_the_steps_and_the_bias_over_the_epochs(job, monkeypatch):
    given, biases, epoch = [], [], Examples.epoch

    def loss(logits, mask, weights, distances, sum_over):
        given.append((weights, distances.shape))
        return segmentation_loss(logits, mask, weights, distances, sum_over)

    monkeypatch.setattr(tasks, "segmentation_loss", loss)
    monkeypatch.setattr(Examples, "epoch", lambda self, *given: biases.append(given[1]) or epoch(self, *given))
    run(dataclasses.replace(job, class_weight=0.9, blur_px=4.0, boundary_weight=10.0, boundary_sigma_px=3.0, dice=0.5,
                            feature_bias=1.0, feature_bias_end=0.2, epochs=2, validation=[]))  # fmt: skip
    assert biases == pytest.approx([1.0, 0.2])
    assert [weights.feature_share for weights, _ in given] == pytest.approx([0.9, 0.8, 0.7, 0.6])
    assert [weights.blur_px for weights, _ in given] == pytest.approx([4.0, 3.0, 2.0, 1.0])
    assert {(weights.boundary, weights.boundary_sigma_px, weights.dice) for weights, _ in given} == {(10.0, 3.0, 0.5)}
    assert {shape for _, shape in given} == {(4, 1, 16, 16)}


def test_stochastic_gradient_descent_has_momentum_and_the_rates(job):
    training = Training(dataclasses.replace(job, optimizer="sgd", momentum=0.97, encoder_rate=0.5), lambda event: None)
    assert isinstance(training.optimizer, torch.optim.SGD)
    assert {group["momentum"] for group in training.optimizer.param_groups} == {0.97}
    assert [group["full"] for group in training.optimizer.param_groups] == [1e-3, 1e-3, 2e-3, 2e-3]
    assert isinstance(Training(job, lambda event: None).optimizer, torch.optim.AdamW)


def test_half_precision_trains_and_says_so(job):
    events = run(dataclasses.replace(job, precision="bfloat16", epochs=1))
    assert events[0]["precision"] == "bfloat16"
    assert math.isfinite(events[1]["training"]["loss"])
    assert {value.dtype for value in state(job)["network"].values()} == {torch.float32, torch.int64}


@pytest.mark.parametrize(("fast", "precision"), [(True, "bfloat16"), (False, "float32")])
def test_auto_is_half_precision_where_the_processor_computes_in_it(job, monkeypatch, fast, precision):
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: fast)
    training = Training(dataclasses.replace(job, precision="auto"), lambda event: None)
    assert str(training.dtype) == f"torch.{precision}"


def test_frozen_norms_keep_their_statistics_and_learn_their_weights(job):
    torch.manual_seed(5)
    before = build("unet", job.settings).state_dict()
    run(dataclasses.replace(job, frozen_norm=True))
    after = state(job)["network"]
    statistics = [key for key in after if "running" in key or "batches" in key]
    assert len(statistics) == 54
    assert all(torch.equal(before[key], after[key]) for key in statistics)
    assert not torch.equal(before["encoder.0.1.weight"], after["encoder.0.1.weight"])
    thawed = dataclasses.replace(job, folder=job.folder + "2")
    run(thawed)
    assert not torch.equal(before["encoder.0.1.running_mean"], state(thawed)["network"]["encoder.0.1.running_mean"])


def test_norms_that_the_start_weights_lack_have_nothing_to_keep(job, tmp_path):
    start = build(job.network, job.settings).state_dict()
    known = {key: value for key, value in start.items() if key.startswith("encoder.0.")}
    torch.save(known, tmp_path / "start.pt")
    run(dataclasses.replace(job, frozen_norm=True, weights=str(tmp_path / "start.pt")))
    after = state(job)["network"]
    changed = {key for key in after if key.endswith("running_mean") and not torch.equal(after[key], start[key])}
    assert changed == {key for key in after if key.endswith("running_mean") and key not in known}
    assert len(changed) > 10


def test_processes_add_counts_also_where_one_has_none(job, monkeypatch):
    """Else one would go on to the validation while the others wait for its counts."""
    added, network = [], build(job.network, job.settings)

    def learn(self, shared, batch, share):
        return tasks.Learnt(network.output.weight.sum() * 0.0, counts=torch.zeros(4, dtype=torch.float64))

    monkeypatch.setattr(tasks.Segmentation, "learn", learn)
    training = Training(dataclasses.replace(job, epochs=1, validation=[]), lambda event: None)
    monkeypatch.setattr(training.processes, "sum_of", lambda counts: added.append(counts.tolist()) or counts)
    assert training.run()
    assert added == [[0.0] * 4]


def test_a_trained_start_stays_in_the_average(job, tmp_path):
    torch.save(build(job.network, job.settings).state_dict(), tmp_path / "start.pt")
    training = Training(dataclasses.replace(job, average=0.9, weights=str(tmp_path / "start.pt")), lambda event: None)
    before = training.averaged.output.weight.clone()
    with torch.no_grad():
        training.network.output.weight += 1.0
    training._average(0)  # a random start would be forgotten to a tenth
    assert torch.allclose(training.averaged.output.weight, before + 0.1, atol=1e-6)


def test_the_loss_weight_counts_in_the_validation(job):
    events = []
    training = Training(dataclasses.replace(job, epochs=1, loss_weight=0.9), events.append)
    training.run()
    (source, pool), stride = training.validation[0], training.averaged.stride
    tiles = chosen_tiles(pool, source.validation_m)
    found = {share: validate(training.averaged, tiles, source.validation_m, stride,
                             weights=Weights(dice=0.0, feature_share=share)).loss for share in (0.5, 0.9)}  # fmt: skip
    (epoch,) = [event for event in events if event["event"] == "epoch"]
    assert epoch["validation"]["loss"] == pytest.approx(found[0.9], abs=1e-4)
    assert abs(found[0.5] - found[0.9]) > 1e-2


def test_a_loss_that_is_no_number_is_a_sentence(job, monkeypatch):
    monkeypatch.setattr(tasks, "segmentation_loss", lambda logits, *_: logits.sum() * math.nan)
    with pytest.raises(ScarpError, match=r"^The loss became nan in epoch 1; lower the learning rate\.$"):
        run(job)
    assert list(Path(job.folder).iterdir()) == []


def test_an_error_while_examples_are_made_comes_through(job, monkeypatch):
    def fails(self, seeds, bias):
        raise ValueError(f"batch {seeds[0][2]}")

    monkeypatch.setattr(Examples, "batch", fails)
    start = time.monotonic()
    with pytest.raises(ValueError, match="batch 0"):
        run(job)
    assert time.monotonic() - start < 30


@pytest.mark.parametrize(("tile", "rounded"), [(1, 16), (16, 16), (40, 48)])
def test_the_tile_is_rounded_up_to_the_stride(job, tile, rounded):
    assert Training(dataclasses.replace(job, tile=tile), lambda event: None).tile == rounded


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"tile": 0}, r"^The tile is 0 pixels; give one of 16 or more\.$"),
        ({"batch": 50}, r"^8 examples an epoch make no batch of 50; draw more examples\.$"),
        ({"batch": 0}, r"^8 examples an epoch make no batch of 0; draw more examples\.$"),
        ({"training": []}, r"^The job has no training sample; add a source with a weight above 0\.$"),
        ({"network": "vgg"}, "There is no network 'vgg'"),
        ({"weights": "none.pt"}, r"none\.pt cannot be read"),
        ({"optimizer": "adam"}, r"^The optimizer is 'adam'; choose one of adamw, sgd\.$"),
        ({"select": "iou"}, r"^The selection is 'iou'; choose one of f1, loss\.$"),
        ({"precision": "half"}, r"^The precision is 'half'; choose one of auto, float32, bfloat16\.$"),
        ({"device": "tpu"}, r"^The device is 'tpu'; choose one of auto, cpu\.$"),
        ({"class_weight": 1.0}, r"^The class weight is 1; give a share between 0 and 1\.$"),
        ({"loss_weight": 0.0}, r"^The loss weight is 0; give a share between 0 and 1\.$"),
        ({"scale": (2.0, 1.0)}, r"^The random scale is 2 to 1; give positive numbers in order\.$"),
        ({"momentum": 1.0}, r"^The momentum is 1; give one from 0 to below 1\.$"),
    ],
)
def test_a_job_that_makes_no_run_is_a_sentence(job, changes, message):
    with pytest.raises(ScarpError, match=message):
        run(dataclasses.replace(job, **changes))


def test_sources_that_cannot_be_drawn_from_or_scored(job, hills):
    for changes in ({"weight": -1.0}, {"resolutions_m": (0.0, 1.0)}, {"resolutions_m": (2.0, 1.0)}):
        with pytest.raises(ScarpError, match=r"^The source hills has the weight .* the smaller first\.$"):
            run(dataclasses.replace(job, training=[dataclasses.replace(hills, **changes)]))
    background = dataclasses.replace(hills, masks="")
    with pytest.raises(ScarpError, match="The validation source hills has no landslide to score against"):
        run(dataclasses.replace(job, validation=[background]))


def test_a_changed_job_or_a_damaged_checkpoint_is_a_sentence(job):
    run(dataclasses.replace(job, epochs=1))
    checkpoint = Path(job.folder) / "last.pt"
    message = r"^The checkpoint .*last\.pt is not of the job's training \(its seed is 5, here 6\); choose another "
    with pytest.raises(ScarpError, match=message):
        run(dataclasses.replace(job, seed=6))
    whole = checkpoint.read_bytes()
    for damaged in (b"", whole[:5000], b"no checkpoint"):
        checkpoint.write_bytes(damaged)
        with pytest.raises(ScarpError, match=r"last\.pt cannot be read \(.*\); choose another file\.$"):
            run(job)
    torch.save({"network": build(job.network, job.settings).state_dict()}, checkpoint)
    with pytest.raises(ScarpError, match=r"is not of the job's training \(it lacks what this version of Scarp keeps\)"):
        run(job)


def test_a_checkpoint_with_tensors_of_other_shapes_is_a_sentence(job):
    run(dataclasses.replace(job, epochs=1))
    entries = state(job)
    entries["network"]["output.weight"] = torch.zeros(2, 2)
    torch.save(entries, Path(job.folder) / "last.pt")
    message = r"^The checkpoint .*last\.pt is damaged \((.|\n)*\); remove it to start afresh\.$"
    with pytest.raises(ScarpError, match=message):
        run(job)


def test_a_folder_that_cannot_be_written_is_a_sentence(job, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ScarpError, match=r"^The training cannot write .*file/run \(.+\); make room or choose another"):
        run(dataclasses.replace(job, folder=str(tmp_path / "file" / "run")))

    def full(state, path):
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    with pytest.raises(ScarpError, match=r"^The training cannot write .*\.pt \(.*No space left on device\)"):
        run(job)
    assert list(Path(job.folder).iterdir()) == []


def test_start_weights_are_loaded_and_random_ones_counted(job, tmp_path):
    torch.manual_seed(1)
    other = build("unet", {**job.settings, "classes": 2})
    torch.save(other.state_dict(), tmp_path / "start.pt")
    training = Training(dataclasses.replace(job, weights=str(tmp_path / "start.pt")), lambda event: None)
    assert training.missing == ["output.weight", "output.bias"]
    assert torch.equal(training.averaged.up[0].weight.cpu(), other.up[0].weight)


def test_scenes_are_kept_in_the_folder_each_by_itself(job, raster):
    image, labels = np.full((3, 20, 30), 90, np.uint8), np.zeros((1, 20, 30), np.uint8)
    labels[0, 5:9, 5:9], image[:, 5:9, 5:9] = 1, 200
    scene = Source("coast", scene=raster(image), labels=raster(labels, "labels.tif"))
    job = dataclasses.replace(job, training=[scene], validation=[scene], epochs=1)
    training = Training(job, lambda event: None)
    assert training.run()
    kept = sorted(str(path.relative_to(job.folder)) for path in Path(job.folder).glob("scenes/*/*"))
    assert kept == [f"scenes/0_{number}/coast_{kind}.npy" for number in (1, 2) for kind in ("image", "mask")]
    ((_, (sample,)),) = training.training
    assert isinstance(sample.image, np.memmap)
    assert (sample.image == image).all()


def test_what_is_kept_of_scenes_goes_at_the_end_and_what_a_killed_run_left_at_the_start(job, raster):
    image, labels = np.full((3, 20, 30), 90, np.uint8), np.zeros((1, 20, 30), np.uint8)
    labels[0, 5:9, 5:9] = 1
    scene = Source("coast", scene=raster(image), labels=raster(labels, "labels.tif"))
    job = dataclasses.replace(job, training=[scene], validation=[], epochs=1)
    scenes = Path(job.folder) / "scenes"
    for left in ("0_9", "1_1"):
        (scenes / left).mkdir(parents=True)
    training = Training(job, lambda event: None)
    assert training.run()
    assert sorted(path.name for path in scenes.iterdir()) == ["0_1", "1_1"]  # the other is of another process
    (scenes / "1_1").rmdir()
    training.forget_scenes()
    assert not scenes.exists()


def test_landslides_too_small_for_the_resolution_are_a_sentence(job, raster, progress):
    image, labels = np.full((3, 40, 40), 90, np.uint8), np.zeros((1, 40, 40), np.uint8)
    labels[0, 5:7, 5] = 1
    fine = Source("fine", scene=raster(image), labels=raster(labels, "labels.tif"), resolution_m=8.0)
    training = Training(dataclasses.replace(job, training=[fine], validation=[]), lambda event: None, progress=progress)
    with pytest.raises(ScarpError) as caught:
        training.run()
    assert str(caught.value) == (
        "What is trained on has no landslide, as all are nodata or too small for its ground resolution; give larger "
        "ones, or work at a finer ground resolution."
    )
    validates = dataclasses.replace(job, validation=[fine])
    with pytest.raises(ScarpError, match=r"^The validation source fine has no landslide to score against, as all are"):
        Training(validates, lambda event: None, progress=progress).run()
    assert progress.infos[-1].startswith("fine: Values of bands")  # of several images, each is named


def test_several_classes_train_together(job, raster):
    random = np.random.default_rng(0)
    labels = random.integers(0, 3, (1, 32, 32), dtype=np.uint8)
    scene = Source("sky", scene=raster(np.full((4, 32, 32), 60, np.uint8) + 40 * labels), scene_bands=[1, 2, 3, 4],
                   labels=raster(labels, "labels.tif"))  # fmt: skip
    job = dataclasses.replace(job, training=[scene], validation=[scene], classes=("landslide", "cloud"),
                              bands=("red", "green", "blue", "nir"), blur_px=2.0, boundary_weight=3.0)  # fmt: skip
    events = run(job)
    assert kinds(events) == ["start", "epoch", "epoch", "trained"]
    assert state(job)["network"]["output.weight"].shape[0] == 2
    assert state(job)["network"]["encoder.0.0.weight"].shape[1] == 4
    assert 0 < events[1]["validation"]["best_f1"] < 1


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


def test_the_defaults_of_a_job_make_a_run(tmp_path):
    assert Training(Job([], [], str(tmp_path), settings={"decoder": [8, 8, 8, 8]}), lambda event: None).tile == 256


@pytest.mark.parametrize(("network", "settings"), [
    ("unet", {"width": 2}), ("mask_rcnn", {"backbone": "resnet50", "channels": 8}),
])  # fmt: skip
def test_scenes_say_which_landslide_a_pixel_is_of_where_that_is_learnt(job, monkeypatch, network, settings):
    asked = []
    monkeypatch.setattr(module, "samples", lambda *given: iter(asked.append(given[-1]) or ()))
    Training(dataclasses.replace(job, network=network, settings=settings), print).pools(job.training)
    assert asked == [network == "mask_rcnn"]
