from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from scarp.models.distributed import Processes
from scarp.models.examples import Examples
from scarp.models.job import Job, Source
from scarp.models.losses import Weights, segmentation_loss
from scarp.models.mask_rcnn import LOSSES, ImprovedMaskRCNN
from scarp.models.networks import build
from scarp.models.sample import Sample
from scarp.models.tasks import Instances, Segmentation, percent_map, task_for
from scarp.models.validation import chosen_tiles, probability

pytestmark = pytest.mark.usefixtures("one_cpu_thread")
SETTINGS = {"backbone": "resnet50", "channels": 8, "proposals": 20, "sampled": 16}
JOB = Job([], [], "run", network="mask_rcnn", settings=SETTINGS, examples=4, batch=2, tile=64, device="cpu",
          rotation=False, colours=0.0)  # fmt: skip


def sample(classes=(1, 1)):
    mask = np.zeros((64, 64), np.uint8)
    mask[8:28, 6:26], mask[36:54, 34:58] = classes
    mask[:, 60:] = 255
    image = np.random.default_rng(0).integers(0, 40, (3, 64, 64)) + 180 * (mask == 1)
    return Sample("hills", image.astype(np.uint8), mask, 1.0)


def network(name="mask_rcnn", settings=None, classes=1):
    torch.manual_seed(0)
    return build(name, SETTINGS if settings is None else settings, 3, classes)


def batch(need_targets=True, job=JOB, of=None):
    pool = [(Source("hills"), [of or sample()])]
    return Examples(pool, job, 64, need_targets=need_targets).batch([(0,), (1,)], 0.5)


def instances(job=JOB, dtype=torch.float32):
    return Instances(job, Processes("cpu"), dtype)


def test_each_network_has_its_task():
    processes = Processes("cpu")
    for name, settings, kind, expected in (("unet", {"width": 2}, "semantic", Segmentation),
                                           ("mask_rcnn", SETTINGS, "instance", Instances)):  # fmt: skip
        of = network(name, settings)
        assert of.kind == kind
        task = task_for(of, JOB, processes, torch.float32)
        assert type(task) is expected
        assert (task.need_targets, task.need_distances) == (kind == "instance", False)
    blurred = dataclasses.replace(JOB, blur_px=3.0)
    assert task_for(network("unet", {"width": 2}), blurred, processes, torch.float32).need_distances


@pytest.mark.parametrize("edge", [True, False])
def test_the_loss_is_the_sum_of_its_parts(edge):
    of = network(settings={**SETTINGS, "edge": edge})
    torch.manual_seed(3)
    learnt = instances().learn(of, batch(), 0.0)
    assert set(learnt.parts) == set(LOSSES) - (set() if edge else {"edge"})
    assert learnt.loss.item() == pytest.approx(sum(part.item() for part in learnt.parts.values()), rel=1e-6)
    assert learnt.loss.requires_grad
    assert not any(part.requires_grad for part in learnt.parts.values())
    assert learnt.counts is None
    learnt.loss.backward()
    expected = of(batch().images, batch().targets)
    assert set(expected) == set(learnt.parts)
    without = {name for name, p in of.named_parameters() if p.grad is None or not torch.isfinite(p.grad).all()}
    assert without == set()


def test_mixed_precision_learns_about_the_same():
    of = network()
    full, mixed = (instances(dtype=dtype) for dtype in (torch.float32, torch.bfloat16))
    losses = []
    for task in (full, mixed):
        torch.manual_seed(3)
        losses.append(task.learn(of, batch(), 0.0).loss.item())
    assert losses[0] != losses[1]
    assert losses[1] == pytest.approx(losses[0], rel=0.15)


def test_several_classes_are_learnt_and_the_first_is_scored():
    job = dataclasses.replace(JOB, classes=("landslide", "rock"))
    of = network(classes=2)
    made = batch(job=job, of=sample((1, 2)))
    assert {label for target in made.targets for label in target["labels"].tolist()} == {1, 2}
    learnt = instances(job).learn(of, made, 0.0)
    assert torch.isfinite(learnt.loss)
    source = Source("hills", validation_m=1.0)
    scores = instances(job).validate(of, chosen_tiles([sample((1, 2))], 1.0), source)
    assert scores.instances.landslides == 1
    assert int(scores.histograms.landslide.sum()) == 20 * 20
    assert scores.pixels == 64 * 60


def test_instances_are_scored_by_pixel_and_by_instance():
    of = network()
    scores = instances().validate(of, chosen_tiles([sample()], 1.0), Source("hills", validation_m=1.0))
    summary = scores.summary()
    assert scores.instances.landslides == 2
    assert 0.0 <= summary["ap50"] <= 1.0
    assert summary["loss"] > 0
    assert {"best_f1", "best_precision", "best_recall", "best_accuracy", "best_iou", "best_mean_iou"} <= set(summary)


def test_a_network_of_pixels_finds_no_instances():
    with pytest.raises(TypeError, match=r"^UNet finds no instances$"):
        instances().validate(network("unet", {"width": 2}), [], Source("hills"))


def test_pixels_are_learnt_and_counted():
    job = dataclasses.replace(JOB, network="unet", settings={"width": 2}, class_weight=0.8, loss_weight=0.5)
    of, made = network("unet", {"width": 2}).eval(), batch(need_targets=False)
    learnt = Segmentation(job, Processes("cpu"), torch.float32).learn(of, made, 0.25)
    logits = of(made.images)
    # A class weight fades to 0.5 with the share of the training that is done.
    share = 0.8 + 0.25 * (0.5 - 0.8)
    expected = segmentation_loss(logits, made.masks, Weights(job.dice, feature_share=share))
    assert learnt.loss.item() == pytest.approx(expected.item(), rel=1e-5)
    assert learnt.parts == {}
    found, true, labelled = logits[:, 0] >= 0, made.masks == 1, made.masks != 255
    counts = [(found & true).sum(), (found & ~true & labelled).sum(), (~found & true).sum(),
              (~found & ~true & labelled).sum()]  # fmt: skip
    assert learnt.counts.tolist() == [int(count) for count in counts]


def test_a_map_of_per_cent_from_either_kind():
    of, unet = sample(), network("unet", {"width": 2}).eval()
    assert (percent_map(unet, of, 1.0, JOB.bands) == probability(unet, of, 1.0, unet.stride)).all()
    rcnn = network().eval()
    percent = percent_map(rcnn, of, 1.0, JOB.bands)
    assert isinstance(rcnn, ImprovedMaskRCNN)
    assert (percent.shape, percent.dtype, percent.max() <= 100) == ((64, 64), np.uint8, True)


class Two(Processes):
    """Two processes, of which the other one's losses are three times as high."""

    def __init__(self):
        super().__init__("cpu")
        self.count = 2

    def sum_of(self, counts):
        return counts * 4


def test_several_processes_tell_the_mean_of_their_losses():
    """So that all of them end together where one has a loss that is no number."""
    learnt = []
    for processes in (Processes("cpu"), Two()):
        torch.manual_seed(3)
        learnt.append(Instances(JOB, processes, torch.float32).learn(network(), batch(), 0.0))
    one, two = learnt
    assert one.of_batch == pytest.approx(one.loss.item(), rel=1e-6)
    assert two.loss.item() == pytest.approx(one.loss.item(), rel=1e-6)  # what this one learns from is its own
    assert two.of_batch == pytest.approx(2 * one.of_batch, rel=1e-6)
    for name, part in one.parts.items():
        assert two.parts[name].item() == pytest.approx(2 * part.item(), rel=1e-6)


@pytest.mark.parametrize("value", [0, 255], ids=["no landslide", "nothing labelled"])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_each_weight_has_a_gradient_also_without_landslides(value, dtype):
    """Else processes would wait for each other for ever."""
    of, empty = network(), sample()
    empty.mask[:] = value
    learnt = instances(dtype=dtype).learn(of, batch(of=empty), 0.0)
    learnt.loss.backward()
    assert [name for name, p in of.named_parameters() if p.grad is None or not torch.isfinite(p.grad).all()] == []
    assert learnt.parts["mask"].item() == learnt.parts["edge"].item() == learnt.parts["box"].item() == 0.0
