from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
import torch
from scarp.engine.errors import ScarpError
from scarp.models.bundled import bundled_models
from scarp.models.checkpoints import State, write_checkpoint
from scarp.models.efficientnet_unet import EfficientNetUNet
from scarp.models.job import INSTANCE_NETWORKS, RGB, Job
from scarp.models.networks import NETWORKS, build, load_weights, read_torch, stored_weights
from scarp.models.unet import UNet
from scarp.tests.models.test_efficientnet_unet import as_published

pytestmark = pytest.mark.filterwarnings("ignore")  # PyTorch's, of its own exporter
SMALL = {"decoder": (16, 12, 8, 8)}


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def tensors(network):
    return {key: value for key, value in network.state_dict().items() if not key.endswith("num_batches_tracked")}


def same(one, other):
    return one.keys() == other.keys() and all(torch.equal(one[key], other[key]) for key in one)


def test_networks_are_built_by_name_with_their_settings():
    assert set(NETWORKS) == {"unet", "efficientnet_unet", "mask_rcnn"}
    assert {name for name in NETWORKS if NETWORKS[name].kind == "instance"} == set(INSTANCE_NETWORKS)
    network = build("unet", {"width": 4, "bands": 5})
    assert isinstance(network, UNet)
    assert network.encoder[0][0].weight.shape == (4, 5, 3, 3)
    network = build("efficientnet_unet", {"variant": "lite1", "decoder": [16, 12, 8, 8]})  # as JSON gives it
    assert isinstance(network, EfficientNetUNet)
    assert len(network.encoder.stages[1]) == 3


@pytest.mark.parametrize(
    ("name", "settings", "message"),
    [
        ("vgg", {}, r"^There is no network 'vgg'; choose one of unet, efficientnet_unet, mask_rcnn\.$"),
        ("unet", {"depth": 3}, r"^The network 'unet' cannot be built with \{'depth': 3\}: .*'depth'"),
        ("unet", {"width": -1}, r"^The network 'unet' cannot be built with \{'width': -1\}: "),
        ("unet", {"width": "wide"}, r"^The network 'unet' cannot be built with \{'width': 'wide'\}: "),
        ("efficientnet_unet", {"variant": "b7"}, r"cannot be built with \{'variant': 'b7'\}: 'b7'"),
        ("efficientnet_unet", {"decoder": [8]}, r"cannot be built .*: the decoder has 1 steps, not 4\.$"),
    ],
)
def test_what_cannot_be_built_is_a_sentence(name, settings, message):
    with pytest.raises(ScarpError, match=message):
        build(name, settings)


@pytest.mark.parametrize("entry", ["averaged", "network", None])
def test_start_from_a_checkpoint(tmp_path, entry):
    before, after = UNet(width=4, norm=True), UNet(width=4, norm=True)
    state = before.state_dict()
    torch.save({entry: state, "epoch": 3} if entry else state, tmp_path / "last.pt")
    assert load_weights(after, tmp_path / "last.pt") == []
    assert same(tensors(before), tensors(after))


def test_the_averaged_weights_are_those_taken(tmp_path):
    first, second = UNet(width=4).state_dict(), UNet(width=4).state_dict()
    torch.save({"network": first, "averaged": second}, tmp_path / "last.pt")
    assert same(stored_weights(tmp_path / "last.pt")[0], second)


def test_start_from_a_model_of_ours(tmp_path):
    pytest.importorskip("onnx")
    from scarp.models.export import SMALLEST_HALVED, export
    from scarp.tests.model_files import contract

    before, after = UNet(width=4, norm=True), UNet(width=4, norm=True)
    export(before, contract(multiple=16), tmp_path / "model.onnx")
    assert load_weights(after, tmp_path / "model.onnx") == []
    for name, value in tensors(before).items():
        stored = value.half().float() if value.numel() >= SMALLEST_HALVED else value
        assert torch.equal(tensors(after)[name], stored), name


def checkpoint(path, network, bands=RGB, classes=("landslide",)):
    """As a training writes it."""
    job = Job([], [], "run", bands=bands, classes=classes)
    write_checkpoint(path, State(network.state_dict(), network.state_dict(), {}, 1, 0.0, 1, 0.0), job)
    return path


def saved(folder, kind, network, bands=RGB, classes=("landslide",)):
    """A file of either kind that says what it is for."""
    if kind == "checkpoint":
        return checkpoint(folder / "last.pt", network, bands, classes)
    pytest.importorskip("onnx")
    from scarp.models.export import export
    from scarp.tests.model_files import contract

    path = folder / "model.onnx"
    export(network, replace(contract(multiple=16), bands=tuple(bands), classes=tuple(classes)), path)
    return path


BOTH = pytest.mark.parametrize("kind", ["model", "checkpoint"])


@BOTH
def test_another_class_starts_at_random_and_landslide_as_it_was(tmp_path, kind):
    before, after = UNet(width=4), UNet(width=4, classes=2)
    path, random = saved(tmp_path, kind, before), after.output.weight[1].clone()
    assert load_weights(after, path, RGB, ("landslide", "cloud")) == ["output.weight", "output.bias"]
    assert torch.equal(after.output.weight[0], before.output.weight[0])
    assert torch.equal(after.output.weight[1], random)
    assert after.output.bias[0] == before.output.bias[0]
    assert torch.allclose(after.encoder[0][0].weight, before.encoder[0][0].weight, atol=1e-3)


@BOTH
def test_classes_are_taken_over_by_name(tmp_path, kind):
    before, after = UNet(width=4, classes=3), UNet(width=4, classes=2)
    path = saved(tmp_path, kind, before, classes=("landslide", "cloud", "river"))
    assert load_weights(after, path, RGB, ("landslide", "river")) == []
    assert torch.equal(after.output.weight, before.output.weight[[0, 2]])
    assert torch.equal(after.output.bias, before.output.bias[[0, 2]])


@BOTH
def test_another_band_starts_as_the_mean_of_the_old_ones(tmp_path, kind):
    before, after = UNet(width=4), UNet(bands=4, width=4)
    path = saved(tmp_path, kind, before)
    assert load_weights(after, path, ("red", "green", "blue", "nir")) == []
    old, new = before.encoder[0][0].weight, after.encoder[0][0].weight
    assert torch.allclose(new[:, :3], old, atol=1e-3)
    assert torch.allclose(new[:, 3], old.mean(1), atol=1e-3)


@BOTH
def test_bands_are_taken_over_by_name(tmp_path, kind):
    before, after = UNet(width=4), UNet(width=4)
    path = saved(tmp_path, kind, before, ("nir", "red", "green"))
    assert load_weights(after, path, ("green", "nir", "swir")) == []
    old, new = before.encoder[0][0].weight, after.encoder[0][0].weight
    assert torch.allclose(new[:, :2], old[:, [2, 0]], atol=1e-3)
    assert torch.allclose(new[:, 2], old.mean(1), atol=1e-3)


@BOTH
def test_a_network_comes_back_whatever_its_bands_and_classes(tmp_path, kind):
    before, after = UNet(width=4, classes=1, norm=True), UNet(width=4, classes=1, norm=True)
    bands, classes = ("swir", "nir", "red"), ("debris flow",)
    path = saved(tmp_path, kind, before, bands, classes)
    assert load_weights(after, path, bands, classes) == []
    for name, value in tensors(before).items():
        assert torch.allclose(tensors(after)[name], value, atol=1e-3), name


def test_imagenet_weights_fit_other_bands(tmp_path):
    network = build("efficientnet_unet", SMALL, bands=4)
    state = as_published(build("efficientnet_unet", SMALL).encoder)
    torch.save(state, tmp_path / "lite0.pth")
    missing = load_weights(network, tmp_path / "lite0.pth", ("nir", "red", "green", "blue"))
    assert not any(name.startswith("encoder.") for name in missing)
    assert torch.equal(network.encoder.stem.conv.weight[:, 1:], state["_conv_stem.weight"])
    assert torch.allclose(network.encoder.stem.conv.weight[:, 0], state["_conv_stem.weight"].mean(1))


def test_start_the_contracting_path_from_imagenet(tmp_path):
    network = build("efficientnet_unet", SMALL)
    state = as_published(network.encoder)
    torch.save(state, tmp_path / "lite0.pth")
    missing = load_weights(network, tmp_path / "lite0.pth")
    assert missing == [name for name in tensors(network) if not name.startswith("encoder.")]
    assert torch.equal(network.encoder.stem.conv.weight, state["_conv_stem.weight"])
    assert torch.equal(network.encoder.stages[6][0].project.norm.running_var, state["_blocks.15._bn2.running_var"])


def test_imagenet_weights_of_another_variant_are_refused(tmp_path):
    torch.save(as_published(build("efficientnet_unet", SMALL).encoder), tmp_path / "lite0.pth")
    message = r"^The file lite0\.pth has ImageNet weights of another variant \(_blocks\.16\..*\); choose its variant\.$"
    with pytest.raises(ScarpError, match=message):
        load_weights(build("efficientnet_unet", {"variant": "lite1", **SMALL}), tmp_path / "lite0.pth")


def test_what_does_not_fit_stays_random_and_is_named(tmp_path):
    torch.save({"averaged": UNet(width=4, classes=2).state_dict()}, tmp_path / "two.pt")
    network = UNet(width=4)
    random = network.output.weight.clone()
    assert load_weights(network, tmp_path / "two.pt") == ["output.weight", "output.bias"]
    assert torch.equal(network.output.weight, random)
    assert torch.equal(network.encoder[0][0].weight, torch.load(tmp_path / "two.pt")["averaged"]["encoder.0.0.weight"])


INSTANCES = {"backbone": "resnet50", "channels": 8}
ROWS = {"box_predictor.cls_score": 1, "box_predictor.bbox_pred": 4, "mask_predictor.mask_fcn_logits": 1}
"""Of a class, in the layers of the heads that tell classes apart."""


def test_a_mask_r_cnn_comes_back(tmp_path):
    before, after = build("mask_rcnn", INSTANCES, 4, 2), build("mask_rcnn", INSTANCES, 4, 2)
    bands, classes = ("nir", *RGB), ("landslide", "river")
    assert load_weights(after, checkpoint(tmp_path / "last.pt", before, bands, classes), bands, classes) == []
    assert same(tensors(before), tensors(after))


def test_a_pretrained_encoder_and_pyramid(tmp_path):
    before, after = build("mask_rcnn", INSTANCES), build("mask_rcnn", INSTANCES)
    part = {name: value for name, value in before.state_dict().items() if name.startswith(("encoder.", "pyramid.fpn."))}
    torch.save({"network": part}, tmp_path / "pre.pt")
    missing = load_weights(after, tmp_path / "pre.pt")
    assert missing == [name for name in tensors(after) if name not in part]
    assert all(torch.equal(tensors(after)[name], value) for name, value in part.items() if "num_batches" not in name)
    other = build("mask_rcnn", {**INSTANCES, "backbone": "resnext50"})
    with pytest.raises(ScarpError, match=r"^The file pre\.pt has weights of another backbone than the network's"):
        load_weights(other, tmp_path / "pre.pt")


def test_instances_of_classes_are_taken_over_by_name_and_the_background_as_it_was(tmp_path):
    before, after = build("mask_rcnn", INSTANCES, 3, 3), build("mask_rcnn", INSTANCES, 3, 3)
    old, new = ("landslide", "cloud", "river"), ("landslide", "river", "road")
    random = {name: value.clone() for name, value in after.state_dict().items()}
    missing = load_weights(after, checkpoint(tmp_path / "last.pt", before, RGB, old), RGB, new)
    assert missing == [f"roi_heads.{layer}.{kind}" for layer in ROWS for kind in ("weight", "bias")]
    for layer, rows in ROWS.items():
        for kind in ("weight", "bias"):
            name = f"roi_heads.{layer}.{kind}"
            theirs, mine = (each.state_dict()[name].split(rows) for each in (before, after))
            for index, of_old in ((0, 0), (1, 1), (2, 3)):  # background, landslide, river
                assert torch.equal(mine[index], theirs[of_old]), name
            assert torch.equal(mine[3], random[name].split(rows)[3]), name


def test_a_file_without_weights_for_the_network_is_refused(tmp_path, model_file):
    torch.save({"fc.weight": torch.zeros(3)}, tmp_path / "other.pt")
    for path in (tmp_path / "other.pt", model_file("mean")):
        message = rf"^The file {path.name} has no weights for this network; choose a model of the same kind\.$"
        with pytest.raises(ScarpError, match=message):
            load_weights(UNet(width=4), path)


def test_unreadable_files_are_sentences(tmp_path):
    for name, content, message in (
        ("none.pt", None, r"none\.pt cannot be read \(.*No such file.*\); choose another file\.$"),
        ("text.pt", b"no weights", r"cannot be read \(it holds no weights, or more than weights\); choose another"),
        ("empty.pt", b"", r"^The weights .*empty\.pt cannot be read \(.+\)"),
        ("code.pt", pickle.dumps(print, 2), r"^The weights .*code\.pt cannot be read \(.+\)"),
        ("none.onnx", None, r"^The model .*none\.onnx cannot be read: No such file"),
        ("text.onnx", b"no model", r"^The file text\.onnx is not an ONNX model"),
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(ScarpError, match=message):
            stored_weights(tmp_path / name)
    torch.save([torch.zeros(1)], tmp_path / "list.pt")
    with pytest.raises(ScarpError, match=r"list\.pt cannot be read \(it holds a list\)"):
        read_torch(tmp_path / "list.pt")
    torch.save(UNet(width=4).state_dict(), tmp_path / "cut.pt")
    (tmp_path / "cut.pt").write_bytes((tmp_path / "cut.pt").read_bytes()[:20000])
    with pytest.raises(ScarpError, match=r"cut\.pt cannot be read \(.+\)"):
        read_torch(tmp_path / "cut.pt")


def test_the_encoder_of_the_bundled_u_net_is_all_taken():
    path = bundled_models()["unet"].path
    network = build("mask_rcnn", {"backbone": "lite2", "channels": 16})
    missing = load_weights(network, path)
    own = tensors(network)
    assert set(missing) == {key for key in own if not key.startswith("encoder.")}
    theirs = stored_weights(path)[0]
    assert all(torch.equal(own[key], theirs[key]) for key in own if key.startswith("encoder."))
