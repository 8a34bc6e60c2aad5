from __future__ import annotations

import dataclasses
import json
import math
import os
import signal
from pathlib import Path

import pytest
import torch
from scarp.engine.contract import read_contract
from scarp.engine.errors import ScarpError
from scarp.models import distil as module
from scarp.models.distil import Distillation, Student, Teacher, losses_of, main, rescale
from scarp.models.examples import Examples
from scarp.models.job import Job
from scarp.models.losses import Weights, segmentation_loss
from scarp.models.networks import build, load_weights
from scarp.models.samples import samples
from torch.nn import functional

pytest.importorskip("onnx")
pytestmark = pytest.mark.usefixtures("one_cpu_thread", "same_handlers")
TEACHER = Path(module.__file__).parent / "bundled" / "unet.onnx"
SETTINGS = {"backbone": "resnet50", "channels": 16}
CPU = torch.device("cpu")


@pytest.fixture
def same_handlers():
    """The signal handlers of before."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def job(hills, tmp_path):
    return Job([hills], [], str(tmp_path / "run"), network="mask_rcnn", settings=SETTINGS, batch=2, tile=50, seed=5,
               device="cpu", threads=1, precision="float32")  # fmt: skip


@pytest.fixture
def taught(job, tmp_path, capsys):
    """Runs the command: ``taught(steps)`` -> exit code, events, file."""

    def run(steps=2, job=job, teacher=TEACHER):
        job.save(tmp_path / "job.json")
        output = tmp_path / "new" / "start.pt"
        code = main([str(tmp_path / "job.json"), str(teacher), str(output), "--steps", str(steps)])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()], output

    return run


def images_of(job, count=4):
    pools = [(source, list(samples(source, job.bands))) for source in job.training]
    examples = Examples(pools, dataclasses.replace(job, examples=count * job.batch), 64)
    return [batch.images for batch in examples.epoch(0, job.feature_bias)]


def random_network(job):
    torch.manual_seed(job.seed)
    return build(job.network, job.settings)


def test_start_weights_of_a_network_whose_levels_have_deviation_1(taught, job):
    code, events, output = taught(2)
    assert code == 0
    assert [event["event"] for event in events] == ["start", "step", "levels", "written"]
    start, step, levels, written = events
    assert (start["steps"], start["device"]) == (2, "cpu")
    assert (step["step"], step["steps"], step["left_s"]) == (2, 2, 0.0)
    assert all(0 < step[name] < 3 for name in ("segmentation", "teacher", "features"))
    assert len(levels["deviations"]) == 4
    assert written == {"event": "written", "file": str(output), "step": 2, "steps": 2}
    assert list(output.parent.iterdir()) == [output]

    network = build(job.network, job.settings)
    random = load_weights(network, output)
    assert {name.split(".")[0] for name in random} == {"pyramid", "rpn", "roi_heads"}
    assert not any(name.startswith(("encoder.", "pyramid.fpn.")) for name in random)
    before = random_network(job).state_dict()
    changed = {name for name, value in network.state_dict().items() if not torch.equal(value, before[name])}
    assert {"encoder.conv1.weight", "encoder.layer4.2.conv3.weight", "pyramid.fpn.inner_blocks.0.0.weight"} <= changed

    network.eval()
    with torch.no_grad():
        shown = [network.pyramid.top_down(network.encoder(images)) for images in images_of(job)]
    for name in list(shown[0])[:4]:
        assert torch.cat([levels[name].flatten() for levels in shown]).std().item() == pytest.approx(1.0, abs=0.15)


def test_levels_are_rescaled_to_deviation_1_and_keep_their_mean_s_share(job):
    network, batches = random_network(job).eval(), images_of(job, 2)

    @torch.no_grad()
    def levels():
        found = [network.pyramid.top_down(network.encoder(images)) for images in batches]
        return [torch.cat([each[name].flatten() for each in found]) for name in list(found[0])[:4]]

    with torch.no_grad():
        for block in network.pyramid.fpn.layer_blocks:
            block[0].weight *= 7.0
            block[0].bias += 3.0
    before = levels()
    deviations = rescale(network, batches)
    assert deviations == pytest.approx([level.std().item() for level in before], rel=1e-4)
    for old, new, deviation in zip(before, levels(), deviations):
        assert new.std().item() == pytest.approx(1.0, rel=1e-3)
        assert torch.allclose(new, old / deviation, rtol=1e-3, atol=1e-4)


def test_it_learns_what_the_teacher_knows(job):
    events = []
    run = Distillation(dataclasses.replace(job, batch=4), TEACHER, 24, events.append)
    seen = []

    def kept(*given):
        seen.append(losses_of(*given))
        return seen[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "losses_of", kept)
        assert run.run() == 24
    for name in ("segmentation", "features"):
        first, last = (sum(each[name].item() for each in part) / 4 for part in (seen[:4], seen[-4:]))
        assert last < 0.95 * first
    step = events[1]
    assert step["features"] == pytest.approx(sum(each["features"].item() for each in seen) / 24, abs=1e-5)


def test_the_losses_by_their_definitions(job):
    teacher, network = Teacher(TEACHER, job, CPU), random_network(job)
    student = Student(network, 1, teacher.channels).eval()
    (images,) = images_of(job, 1)
    masks = torch.randint(0, 2, (2, 64, 64), dtype=torch.uint8)
    losses = losses_of(student, teacher, images, masks, torch.float32)
    logits, mimicked = student(images)
    assert logits.shape == (2, 1, 64, 64)
    unet = build("efficientnet_unet", read_contract(TEACHER).network["settings"]).eval()
    load_weights(unet, TEACHER)
    with torch.no_grad():
        probable, features = torch.sigmoid(unet(images)), unet.encoder(images)[1:]
    assert losses["segmentation"].item() == pytest.approx(segmentation_loss(logits, masks, Weights()).item(), rel=1e-5)
    entropy = -(probable * functional.logsigmoid(logits) + (1 - probable) * functional.logsigmoid(-logits)).mean()
    assert losses["teacher"].item() == pytest.approx(entropy.item(), rel=1e-4)
    assert [each.shape for each in mimicked] == [each.shape for each in features]
    expected = []
    for mine, theirs in zip(mimicked, features):
        standard = (theirs - theirs.mean((0, 2, 3), keepdim=True)) / theirs.std((0, 2, 3), keepdim=True)
        difference = (mine - standard).abs()
        expected.append(torch.where(difference < 1, difference**2 / 2, difference - 0.5).mean().item())
    assert losses["features"].item() == pytest.approx(sum(expected) / 4, rel=1e-3)

    sum(losses.values()).backward()
    reached = {name for name, p in network.named_parameters() if p.grad is not None}
    assert {name.split(".")[0] + "." + name.split(".")[1] for name in reached if name.startswith("pyramid")} == {
        "pyramid.fpn"}  # fmt: skip
    assert {name for name, _ in network.encoder.named_parameters(prefix="encoder")} <= reached


def test_a_network_on_the_teacher_s_own_encoder_is_taught_too(job):
    lite = dataclasses.replace(job, settings={"backbone": "lite0", "channels": 16})
    run = Distillation(lite, TEACHER, 1, lambda _: None)
    before = {name: value.clone() for name, value in run.network.state_dict().items()}
    run.run()
    changed = {name for name, value in run.network.state_dict().items() if not torch.equal(value, before[name])}
    assert {".".join(name.split(".")[:2]) for name in changed if name.startswith("pyramid")} == {
        "pyramid.norms", "pyramid.fpn"}  # fmt: skip
    assert any(name.startswith("encoder.") for name in changed)


def test_features_are_standardised_by_all_that_was_seen(job):
    teacher = Teacher(TEACHER, job, CPU)
    first, second = images_of(job, 2)
    _, alone = teacher(first)
    for each in alone:
        assert each.mean((0, 2, 3)).abs().max() < 1e-3
        assert each.std((0, 2, 3)).mean().item() == pytest.approx(1.0, abs=0.02)
    teacher(second)
    _, again = teacher(first)
    fresh = Teacher(TEACHER, job, CPU)
    for images in (second, first):
        _, other = fresh(images)
    assert not torch.allclose(again[0], alone[0], atol=1e-3)
    # Of three means, two are of the first images here and one of them there.
    assert not torch.allclose(again[0], other[0], atol=1e-3)


def test_a_signal_ends_it_after_the_step_and_what_was_learnt_is_written(taught, monkeypatch):
    def interrupted(*given):
        os.kill(os.getpid(), signal.SIGINT)
        return losses_of(*given)

    monkeypatch.setattr(module, "losses_of", interrupted)
    code, events, output = taught(50)
    assert code == 0
    assert [event["event"] for event in events] == ["start", "levels", "written"]
    assert (events[-1]["step"], events[-1]["steps"]) == (1, 50)
    assert output.exists()


def test_stopped_before_the_first_step_it_writes_nothing(job):
    run = Distillation(job, TEACHER, 5, lambda _: None, lambda: True)
    before = {name: value.clone() for name, value in run.network.state_dict().items()}
    assert run.run() == 0
    assert all(torch.equal(value, before[name]) for name, value in run.network.state_dict().items())


def test_the_same_seed_teaches_the_same(job):
    found = []
    for _ in range(2):
        run = Distillation(job, TEACHER, 1, lambda _: None)
        run.run()
        found.append(run.network.encoder.conv1.weight.clone())
    assert torch.equal(*found)


def test_it_goes_on_from_start_weights(taught, job):
    _, _, output = taught(1)
    run = Distillation(dataclasses.replace(job, weights=str(output)), TEACHER, 1, lambda _: None)
    own = run.network.state_dict()
    written = torch.load(output, weights_only=True)["network"]
    assert written
    assert all(torch.equal(own[name], value) for name, value in written.items())


@pytest.mark.parametrize(("changes", "steps", "message"), [
    ({}, 0, r"^0 steps teach nothing; give 1 or more\.$"),
    ({"network": "unet", "settings": {"width": 2}}, 1,
     r"^The job is of the network unet; the one that can be taught is mask_rcnn\.$"),
    ({"bands": ("nir", "red", "green")}, 1,
     r"^The teacher unet\.onnx is for red, green, blue, the job for nir, red, green; give a teacher of the job's"),
    ({"classes": ("rock",)}, 1,
     r"^The teacher unet\.onnx knows landslide, the job wants rock; give a teacher of one of its classes\.$"),
    ({"training": []}, 1, r"^The job has no training sample; add a source with a weight above 0\.$"),
])  # fmt: skip
def test_what_cannot_be_taught_is_a_sentence(taught, job, changes, steps, message):
    code, events, output = taught(steps, dataclasses.replace(job, **changes))
    assert code == 2
    assert not output.exists()
    with pytest.raises(ScarpError, match=message):
        raise ScarpError(events[-1]["message"])


def test_a_teacher_of_another_network_is_refused(job, model_file):
    other = model_file("first_band", network={"name": "unet", "settings": {"width": 2}})
    message = r"^The teacher first_band\.onnx is of the network unet; give an efficientnet_unet\.$"
    with pytest.raises(ScarpError, match=message):
        Teacher(other, job, CPU)


def test_a_loss_that_is_no_number_is_a_sentence(job, monkeypatch):
    nothing = torch.zeros((), requires_grad=True)
    monkeypatch.setattr(module, "losses_of", lambda *_: {"segmentation": nothing * math.nan, "teacher": nothing,
                                                         "features": nothing})  # fmt: skip
    with pytest.raises(ScarpError, match=r"^The loss became nan in step 1; start from other weights\.$"):
        Distillation(job, TEACHER, 2, lambda _: None).run()


def test_several_classes_are_taught_by_a_teacher_of_one(job):
    job = dataclasses.replace(job, classes=("rock", "landslide"))
    teacher = Teacher(TEACHER, job, CPU)
    assert teacher.shared == [(1, 0)]
    student = Student(build(job.network, job.settings, classes=2), 2, teacher.channels)
    (images,) = images_of(job, 1)
    losses = losses_of(student, teacher, images, torch.zeros(2, 64, 64, dtype=torch.uint8), torch.float32)
    losses["teacher"].backward()
    assert not student.output.weight.grad[0].any()
    assert student.output.weight.grad[1].any()
