from __future__ import annotations

import pytest
import torch
from scarp.engine.errors import ScarpError
from scarp.models.job import RGB
from scarp.models.mask_rcnn import ImprovedMaskRCNN
from scarp.models.networks import build, load_weights
from scarp.models.torchvision_weights import from_torchvision
from torchvision.models import resnet
from torchvision.models.detection import maskrcnn_resnet50_fpn, maskrcnn_resnet50_fpn_v2

SMALL = {"backbone": "resnet50", "channels": 16}
PREDICTORS = [
    "roi_heads.box_predictor.cls_score.weight", "roi_heads.box_predictor.cls_score.bias",
    "roi_heads.box_predictor.bbox_pred.weight", "roi_heads.box_predictor.bbox_pred.bias",
    "roi_heads.mask_predictor.mask_fcn_logits.weight", "roi_heads.mask_predictor.mask_fcn_logits.bias",
]  # fmt: skip


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


@pytest.fixture(scope="module")
def coco():
    """As torchvision publishes it, but for the values."""
    return maskrcnn_resnet50_fpn(weights=None, weights_backbone=None).state_dict()


def saved(path, state):
    torch.save(state, path)
    return path


def older(state):
    """The names that torchvision gave before version 0.13."""
    renamed = {}
    for name, value in state.items():
        parts = name.split(".")
        if name.startswith("backbone.fpn."):
            name = ".".join([*parts[:4], parts[5]])
        elif name.startswith("rpn.head.conv."):
            name = f"rpn.head.conv.{parts[-1]}"
        elif name.startswith("roi_heads.mask_head."):
            name = f"roi_heads.mask_head.mask_fcn{int(parts[2]) + 1}.{parts[-1]}"
        renamed[name] = value
    return renamed


@pytest.mark.parametrize(("backbone", "make"), [("resnet50", resnet.resnet50), ("resnext50", resnet.resnext50_32x4d)])
def test_imagenet_weights_of_the_encoder(tmp_path, backbone, make):
    state = make(weights=None).state_dict()
    network = build("mask_rcnn", {**SMALL, "backbone": backbone})
    missing = load_weights(network, saved(tmp_path / "imagenet.pth", state))
    assert missing == [name for name in network.state_dict() if not name.startswith("encoder.")]
    own = network.encoder.state_dict()
    assert all(torch.equal(own[name], value) for name, value in state.items() if not name.startswith("fc."))


def test_imagenet_weights_fit_other_bands(tmp_path):
    state = resnet.resnet50(weights=None).state_dict()
    network = build("mask_rcnn", SMALL, bands=4)
    missing = load_weights(network, saved(tmp_path / "imagenet.pth", state), ("nir", *RGB))
    assert not any(name.startswith("encoder.") for name in missing)
    assert torch.equal(network.encoder.conv1.weight[:, 1:], state["conv1.weight"])
    assert torch.allclose(network.encoder.conv1.weight[:, 0], state["conv1.weight"].mean(1))


@pytest.mark.parametrize("make", [resnet.resnet101, resnet.resnext50_32x4d])
def test_weights_of_another_backbone_are_refused(tmp_path, make):
    message = r"^The file imagenet\.pth has weights of another backbone than the network's \(encoder\.\S+ does not"
    with pytest.raises(ScarpError, match=message):
        load_weights(build("mask_rcnn", SMALL), saved(tmp_path / "imagenet.pth", make(weights=None).state_dict()))


@pytest.mark.parametrize("names", [dict, older])
def test_all_of_coco_s_mask_r_cnn_but_what_tells_its_classes_apart(tmp_path, coco, names):
    network = ImprovedMaskRCNN(backbone="resnet50", improved_pyramid=False)
    missing = load_weights(network, saved(tmp_path / "coco.pth", names(coco)))
    assert missing == PREDICTORS
    own = network.state_dict()
    for name, value in coco.items():
        mine = name.replace("backbone.body.", "encoder.").replace("backbone.fpn.", "pyramid.fpn.")
        assert mine in PREDICTORS or torch.equal(own[mine], value), name


def test_of_coco_s_what_fits(tmp_path, coco):
    network = build("mask_rcnn", SMALL)
    missing = load_weights(network, saved(tmp_path / "coco.pth", coco))
    assert not any(name.startswith("encoder.") for name in missing)
    assert {name for name in missing if name.startswith("pyramid.bottom_up.")}
    assert "pyramid.fpn.inner_blocks.0.0.weight" in missing  # of 256 feature maps
    assert "roi_heads.mask_predictor.conv5_mask.weight" in missing


def test_the_classes_of_coco_are_left_out_even_where_there_are_as_many(tmp_path, coco):
    network = ImprovedMaskRCNN(classes=90, backbone="resnet50", improved_pyramid=False)
    classes = tuple(f"class {number}" for number in range(90))
    assert load_weights(network, saved(tmp_path / "coco.pth", coco), RGB, classes) == PREDICTORS


def test_of_the_second_version_the_encoder_alone(tmp_path):
    state = maskrcnn_resnet50_fpn_v2(weights=None, weights_backbone=None).state_dict()
    network = build("mask_rcnn", SMALL)
    missing = load_weights(network, saved(tmp_path / "coco.pth", state))
    assert missing == [name for name in network.state_dict() if not name.startswith("encoder.")]


def test_anything_else_is_neither():
    assert from_torchvision({"encoder.conv1.weight": torch.zeros(1)}) is None
    assert from_torchvision({"conv1.weight": torch.zeros(1)}) is None
