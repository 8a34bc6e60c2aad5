from __future__ import annotations

import pickle

import pytest
import torch
from scarp.engine.errors import ScarpError
from scarp.models.efficientnet_unet import EfficientNetUNet
from scarp.models.networks import NETWORKS, build, load_weights, read_torch, weights_in
from scarp.models.unet import UNet
from scarp.tests.models.test_efficientnet_unet import as_published

SMALL = {"decoder": (16, 12, 8, 8)}


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


def tensors(network):
    return {key: value for key, value in network.state_dict().items() if not key.endswith("num_batches_tracked")}


def same(one, other):
    return one.keys() == other.keys() and all(torch.equal(one[key], other[key]) for key in one)


def test_networks_are_built_by_name_with_their_settings():
    assert set(NETWORKS) == {"unet", "efficientnet_unet"}
    network = build("unet", {"width": 4, "bands": 5})
    assert isinstance(network, UNet)
    assert network.encoder[0][0].weight.shape == (4, 5, 3, 3)
    network = build("efficientnet_unet", {"variant": "lite1", "decoder": [16, 12, 8, 8]})  # as JSON gives it
    assert isinstance(network, EfficientNetUNet)
    assert len(network.encoder.stages[1]) == 3


@pytest.mark.parametrize(
    ("name", "settings", "message"),
    [
        ("vgg", {}, r"^There is no network 'vgg'; choose one of unet, efficientnet_unet\.$"),
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
    assert same(weights_in(tmp_path / "last.pt"), second)


@pytest.mark.filterwarnings("ignore")
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


def test_a_file_without_weights_for_the_network_is_refused(tmp_path, model_file):
    torch.save({"fc.weight": torch.zeros(3)}, tmp_path / "other.pt")
    for path in (tmp_path / "other.pt", model_file("mean")):
        message = rf"^The file {path.name} has no weights for this network; choose a model of the same kind\.$"
        with pytest.raises(ScarpError, match=message):
            load_weights(UNet(width=4), path)


def test_unreadable_files_are_sentences(tmp_path):
    for name, content, message in (
        ("none.pt", None, r"none\.pt cannot be read \(.*No such file.*\); choose another file\.$"),
        ("text.pt", b"no weights", r"^The weights .*text\.pt cannot be read \(.+\)"),
        ("empty.pt", b"", r"^The weights .*empty\.pt cannot be read \(.+\)"),
        ("code.pt", pickle.dumps(print, 2), r"^The weights .*code\.pt cannot be read \(.+\)"),
        ("none.onnx", None, r"^The model .*none\.onnx cannot be read: No such file"),
        ("text.onnx", b"no model", r"^The file text\.onnx is not an ONNX model"),
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(ScarpError, match=message):
            weights_in(tmp_path / name)
    torch.save([torch.zeros(1)], tmp_path / "list.pt")
    with pytest.raises(ScarpError, match=r"list\.pt cannot be read \(it holds a list\)"):
        read_torch(tmp_path / "list.pt")
    torch.save(UNet(width=4).state_dict(), tmp_path / "cut.pt")
    (tmp_path / "cut.pt").write_bytes((tmp_path / "cut.pt").read_bytes()[:20000])
    with pytest.raises(ScarpError, match=r"cut\.pt cannot be read \(.+\)"):
        read_torch(tmp_path / "cut.pt")
