from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper
from scarp.engine.contract import read_contract
from scarp.engine.detections import OUTPUTS
from scarp.engine.errors import ScarpError
from scarp.engine.inference import Model
from scarp.engine.progress import Quiet
from scarp.models.bundled import bundled_models
from scarp.models.evaluate import subsets
from scarp.models.export import LARGEST_HALVED, SMALLEST_HALVED, contract_for, export, main, memory_bytes_per_pixel
from scarp.models.job import Job
from scarp.models.networks import build, load_weights
from scarp.models.samples import samples
from scarp.models.validation import network_input, padded

runtime = pytest.importorskip("onnxruntime")
pytestmark = pytest.mark.filterwarnings("ignore")  # PyTorch's, of its own exporter
SMALL = {"backbone": "lite0", "channels": 16, "proposals": 60, "detections": 25}
ONE = Job([], [], "run", network="mask_rcnn", settings=SMALL, resolution_m=(0.5, 4.0))
TWO = replace(ONE, classes=("gully", "landslide"), settings={**SMALL, "backbone": "resnet50"})


def contract(job, **changes):
    return contract_for(job, 0.3, {"ap50": 0.6}, {"data": ["hills"]}, "3", **changes)


def varied(job, seed=3):
    """A network that finds all kinds of boxes with all kinds of scores, its weights such that a file holds them."""
    torch.manual_seed(seed)
    network = build(job.network, job.settings, classes=len(job.classes)).train()
    box, mask = network.roi_heads.box_predictor, network.roi_heads.mask_predictor
    with torch.no_grad():
        for _ in range(5):
            network.pyramid(network.encoder(torch.randn(2, 3, 64, 64)))
        network.eval()
        for layer, spread in ((network.rpn.head.cls_logits, 2.0), (network.rpn.head.bbox_pred, 0.3),
                              (box.cls_score, 1.5), (box.bbox_pred, 1.0), (mask.mask_fcn_logits, 3.0)):  # fmt: skip
            respread(network, layer, spread)
    halve(network)
    return network


@torch.no_grad()
def halve(network):
    """Round the weights as a file does."""
    for value in network.state_dict().values():
        if value.numel() >= SMALLEST_HALVED and value.abs().max() <= LARGEST_HALVED:
            value.copy_(value.half())


def respread(network, layer, spread):
    """Make a layer's outputs of an image differ by so much, around 0."""
    given = []
    hook = layer.register_forward_hook(lambda module, inputs, output: given.append(output))
    network.detect(image(96, 160))
    hook.remove()
    values = torch.cat([each.movedim(1, -1).flatten(0, -2) for each in given])
    factor = spread / values.std(0)
    layer.bias.copy_((layer.bias - values.mean(0)) * factor)
    layer.weight.mul_(factor.reshape(-1, *[1] * (layer.weight.ndim - 1)))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Networks of one and of two classes with their files."""
    found, threads = {}, torch.get_num_threads()
    torch.set_num_threads(1)
    for name, job in (("one", ONE), ("two", TWO)):
        path = tmp_path_factory.mktemp("models") / f"{name}.onnx"
        network = varied(job)
        export(network, contract(job), path)
        found[name] = network, path
    yield found
    torch.set_num_threads(threads)


def session(model):
    options = runtime.SessionOptions()
    options.intra_op_num_threads, options.log_severity_level = 1, 4
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def image(height, width, seed=1):
    """What has both large and small things in it."""
    random = torch.Generator().manual_seed(seed)
    coarse = torch.randn(1, 3, height // 16, width // 16, generator=random)
    return torch.nn.functional.interpolate(coarse, (height, width)) + torch.randn(1, 3, height, width, generator=random)


def differences(given, found):
    """The largest difference of each output, from the highest score down."""
    order = {"onnx": np.argsort(-given[1], kind="stable"), "torch": np.argsort(-found["scores"], kind="stable")}
    assert [each.shape for each in given] == [found[name].shape for name in OUTPUTS]
    return [
        float(np.abs(each[order["onnx"]].astype(float) - found[name].numpy()[order["torch"]]).max(initial=0.0))
        for name, each in zip(OUTPUTS, given)
    ]


def test_the_contract_says_that_it_finds_instances(files):
    read = read_contract(files["one"][1])
    assert read == contract(ONE)
    assert (read.kind, read.classes, read.multiple, read.tile_size) == ("instance", ("landslide",), 32, 512)
    assert (read.threshold, read.score) == (0.3, 0.05)  # of what scores less, the network tells nothing
    assert read.network == {"name": "mask_rcnn", "settings": SMALL, "scales": [1.0]}
    assert contract(ONE, score=0.4).score == 0.4


def test_it_looks_at_one_scale():
    with pytest.raises(ScarpError, match=r"^The scales are \[1\.0, 0\.5\]; a network that finds instances looks at 1"):
        contract(ONE, scales=(1.0, 0.5))


def test_inputs_and_outputs_are_as_the_engine_reads_them(files):
    opened = session(str(files["one"][1]))
    (given,) = opened.get_inputs()
    assert (given.name, given.shape, given.type) == ("image", [1, 3, "height", "width"], "tensor(float)")
    assert [(each.name, each.shape, each.type) for each in opened.get_outputs()] == [
        ("boxes", ["n", 4], "tensor(float)"), ("scores", ["n"], "tensor(float)"), ("labels", ["n"], "tensor(int64)"),
        ("masks", ["n", 28, 28], "tensor(float)"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["one", "two"])
@pytest.mark.parametrize("size", [(96, 160), (32, 64), (224, 96), (256, 256)])
def test_onnx_runtime_finds_what_pytorch_finds(files, name, size):
    network, path = files[name]
    shown = image(*size)
    with torch.no_grad():
        (expected,) = network.detect(shown)
    given = session(str(path)).run(list(OUTPUTS), {"image": shown.numpy()})
    assert len(expected["scores"]) >= 10
    assert expected["scores"].std() > 0.03
    assert expected["masks"].std() > 0.1
    assert set(expected["labels"].tolist()) == ({1} if name == "one" else {1, 2})
    boxes, scores, labels, masks = differences(given, expected)
    assert boxes <= 1e-2
    assert max(scores, labels, masks) <= 1e-3
    assert (np.diff(given[1]) <= 0).all()


def test_the_size_it_is_traced_at_does_not_show(files, tmp_path):
    network, path = files["one"]
    export(network, replace(contract(ONE), multiple=96), tmp_path / "larger.onnx")
    shown = image(160, 96, 5).numpy()
    one, other = (session(str(each)).run(None, {"image": shown}) for each in (path, tmp_path / "larger.onnx"))
    assert len(one[0]) >= 10
    for mine, theirs in zip(one, other):
        np.testing.assert_array_equal(mine, theirs)


@pytest.mark.parametrize(("share", "bias"), [(0.0, -0.02), (1.0, 40.0), (1.0, -200.0)])
def test_proposals_that_are_or_seem_equally_likely_are_taken_in_the_same_order(files, share, bias):
    model = onnx.load(str(files["one"][1]))
    network = build("mask_rcnn", SMALL).eval()
    network.load_state_dict(files["one"][0].state_dict())
    last = network.rpn.head.cls_logits
    with torch.no_grad():
        last.weight.mul_(share)
        last.bias.copy_(last.bias * share + bias)  # probabilities that round to 0 or 1 are not equal
    for entry in model.graph.initializer:
        if entry.name.startswith("rpn.head.cls_logits."):
            value = getattr(last, entry.name.rpartition(".")[2]).detach().numpy()
            entry.CopyFrom(numpy_helper.from_array(value, entry.name))
    shown = image(128, 128, 4)
    with torch.no_grad():
        (expected,) = network.detect(shown)
    given = session(model.SerializeToString()).run(list(OUTPUTS), {"image": shown.numpy()})
    assert len(expected["scores"]) >= 5
    assert max(differences(given, expected)) <= 1e-2


def test_nothing_may_be_found(files):
    model = onnx.load(str(files["one"][1]))
    for entry in model.graph.initializer:
        if entry.name == "roi_heads.box_predictor.cls_score.bias":
            entry.CopyFrom(numpy_helper.from_array(np.array([500.0, -500.0], np.float32), entry.name))
    boxes, scores, labels, masks = session(model.SerializeToString()).run(
        list(OUTPUTS), {"image": np.zeros((1, 3, 96, 64), np.float32)}
    )
    assert (boxes.shape, scores.shape, labels.shape, masks.shape) == ((0, 4), (0,), (0,), (0, 28, 28))
    assert labels.dtype == np.int64


def test_the_engine_finds_what_the_network_finds(files):
    network, path = files["two"]
    shown = image(64, 96, 2)
    with torch.no_grad():
        (found,) = network.detect(shown)
    landslides = found["labels"] == 2  # the second class
    instances = Model(path, "cpu", 1, Quiet()).detect(shown[0].numpy(), Quiet())
    assert len(instances) == landslides.sum() > 3
    np.testing.assert_allclose(instances.boxes, found["boxes"][landslides], atol=0.05)
    np.testing.assert_allclose(instances.scores, found["scores"][landslides], atol=1e-3)
    np.testing.assert_allclose(instances.masks / 255, found["masks"][landslides], atol=3e-3)


def test_training_can_start_from_the_file(files):
    network, path = files["two"]
    stored = {entry.name: numpy_helper.to_array(entry) for entry in onnx.load(str(path)).graph.initializer}
    state = {key: value for key, value in network.state_dict().items() if not key.endswith("num_batches_tracked")}
    assert set(state) <= set(stored)
    for key, value in state.items():
        assert stored[key].dtype == (np.float16 if value.numel() >= SMALLEST_HALVED else np.float32), key
    assert "BatchNormalization" in {node.op_type for node in onnx.load(str(path)).graph.node}
    full = sum(value.numel() * 4 for value in state.values())
    assert 0.5 * full < path.stat().st_size < 0.51 * full + 1_000_000  # the graph is 0.5 MB
    other = build("mask_rcnn", TWO.settings, classes=2)
    assert load_weights(other, path, ONE.bands, TWO.classes) == []
    for key, value in state.items():
        assert torch.equal(other.state_dict()[key], value), key


def test_memory_is_that_of_the_maps_and_not_of_the_instances():
    few, many = (build("mask_rcnn", {**SMALL, "detections": most}).eval() for most in (1, 100))
    assert memory_bytes_per_pixel(few) == memory_bytes_per_pixel(many)
    wide = build("mask_rcnn", {**SMALL, "channels": 32})
    # Per pixel of the image, 16 more maps on each level of strides 4 to 32: in the pyramid from the top down twice;
    # on the way up, at strides 8 to 64, twice; and in the head of the proposals once at all five.
    down = sum(1 / stride**2 for stride in (4, 8, 16, 32))
    up = sum(1 / stride**2 for stride in (8, 16, 32, 64))
    more = 16 * 4 * (2 * down + 2 * up + down + 1 / 64**2)
    assert memory_bytes_per_pixel(wide) - memory_bytes_per_pixel(few) == pytest.approx(0.85 * more, abs=1)


def test_the_command_exports_a_checkpoint(tmp_path, capsys):
    ONE.save(tmp_path / "job.json")
    network = build(ONE.network, ONE.settings)
    torch.save({"averaged": network.state_dict(), "epoch": 2}, tmp_path / "best.pt")
    arguments = [str(tmp_path / name) for name in ("job.json", "best.pt", "model.onnx")]
    assert main([*arguments, "--threshold", "0.45", "--score", "0.25"]) == 0
    read = read_contract(tmp_path / "model.onnx")
    assert (read.kind, read.threshold, read.score) == ("instance", 0.45, 0.25)
    assert json.loads(json.dumps(read.network["settings"])) == SMALL
    assert "model.onnx: " in capsys.readouterr().out
    assert main([*arguments, "--scales", "1", "0.5"]) == 2
    assert "looks at 1 alone" in capsys.readouterr().err


@pytest.mark.parametrize(("index", "resolution_m"), [(0, 0.8), (1, 5.0)])
def test_trained_weights_find_on_real_tiles_what_they_find_in_pytorch(shared_data, index, resolution_m, tmp_path):
    if "maskrcnn" not in bundled_models():
        pytest.skip("the bundled Mask R-CNN is not here")
    path = bundled_models()["maskrcnn"].path
    settings = dict(read_contract(path).network["settings"])
    network = build("mask_rcnn", settings).eval()
    assert load_weights(network, path) == []
    halve(network)
    job = Job([], [], "run", network="mask_rcnn", settings=settings)
    export(network, contract(job), tmp_path / "model.onnx")
    opened, pool = session(str(tmp_path / "model.onnx")), list(samples(subsets(shared_data)[index]))
    count = 0
    for sample in pool[:: len(pool) // 12]:
        shown = padded(network_input(sample, resolution_m)[0], network.stride)[None]
        with torch.no_grad():
            (expected,) = network.detect(shown)
        boxes, scores, labels, masks = differences(opened.run(list(OUTPUTS), {"image": shown.numpy()}), expected)
        assert boxes <= 1e-2, sample.name
        assert max(scores, labels, masks) <= 1e-3, sample.name
        count += len(expected["scores"])
    assert count > 20
