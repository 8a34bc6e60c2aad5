from __future__ import annotations

import pytest
import torch
from scarp.models.efficientnet_unet import EfficientNetLite
from scarp.models.pyramid import (
    BACKBONES,
    LEVELS,
    LITE,
    STAGE_CHANNELS,
    STRIDES,
    BottomUpPath,
    FeaturePyramid,
    LiteEncoder,
    ResidualEncoder,
    encoder,
)
from torch import nn
from torch.nn import functional

pytestmark = pytest.mark.usefixtures("one_cpu_thread")
ODD = (97, 131)


def stages(height, width, seed=0):
    """C2 to C5 of an image, at random."""
    torch.manual_seed(seed)
    return {
        level: torch.randn(1, channels, -(-height // stride), -(-width // stride), requires_grad=True)
        for level, channels, stride in zip(LEVELS, STAGE_CHANNELS, STRIDES)
    }


@pytest.mark.parametrize(("backbone", "millions"), [("resnet50", 25.5), ("resnext50", 25.0)])
def test_the_encoders_have_the_paper_s_parameters(backbone, millions):
    """Liu et al. 2021, table 1, which counts the classifier of 1000 classes."""
    classifier = nn.Linear(STAGE_CHANNELS[-1], 1000)
    modules = (ResidualEncoder(backbone=backbone), classifier)
    count = sum(parameter.numel() for module in modules for parameter in module.parameters())
    assert count / 1e6 == pytest.approx(millions, abs=0.06)


@pytest.mark.parametrize(("backbone", "blocks", "groups", "width"), [
    ("resnet50", [3, 4, 6, 3], 1, 64), ("resnet101", [3, 4, 23, 3], 1, 64),
    ("resnext50", [3, 4, 6, 3], 32, 128), ("resnext101", [3, 4, 23, 3], 32, 256),
])  # fmt: skip
def test_each_backbone_is_the_one_of_its_name(backbone, blocks, groups, width):
    with torch.device("meta"):  # of 101 layers, the shapes alone
        stages = encoder(3, backbone)
    assert isinstance(stages, ResidualEncoder)
    layers = (stages.layer1, stages.layer2, stages.layer3, stages.layer4)
    assert [len(layer) for layer in layers] == blocks
    for number, layer in enumerate(layers):
        assert {block.conv2.groups for block in layer} == {groups}
        assert {block.conv2.out_channels for block in layer} == {width << number}
    assert set(BACKBONES) == {"resnet50", "resnet101", "resnext50", "resnext101"}


def test_the_encoder_s_tensors_have_torchvision_s_names():
    theirs = dict(BACKBONES["resnext50"](weights=None).state_dict())
    own = ResidualEncoder(bands=3, backbone="resnext50").state_dict()
    assert {key: value.shape for key, value in own.items()} == {
        key: value.shape for key, value in theirs.items() if not key.startswith("fc.")
    }
    assert ResidualEncoder(bands=4).conv1.weight.shape == (64, 4, 7, 7)


@pytest.mark.parametrize("improved", [True, False])
@pytest.mark.parametrize(("size", "shapes"), [
    (ODD, [(25, 33), (13, 17), (7, 9), (4, 5), (2, 3)]),
    ((33, 64), [(9, 16), (5, 8), (3, 4), (2, 2), (1, 1)]),
])  # fmt: skip
def test_levels_of_odd_sizes_are_rounded_up(size, shapes, improved):
    stages, pyramid = ResidualEncoder(backbone="resnet50").eval(), FeaturePyramid(8, improved)
    with torch.no_grad():
        features = stages(torch.randn(2, 3, *size))
        levels = pyramid(features)
    assert {key: tuple(value.shape) for key, value in features.items()} == {
        level: (2, channels, *shape) for level, channels, shape in zip(LEVELS, STAGE_CHANNELS, shapes)
    }
    assert {key: tuple(value.shape) for key, value in levels.items()} == {
        level: (2, 8, *shape) for level, shape in zip(LEVELS, shapes)
    }


def test_formula_1_by_hand():
    """N(i+1) = conv of 3 x 3, stride 1, over (conv of 3 x 3, stride 2, over N(i)) + P(i+1)."""
    torch.manual_seed(1)
    path = BottomUpPath(4)
    sizes = ((25, 33), (13, 17), (7, 9), (4, 5), (2, 3))
    p = {level: torch.randn(2, 4, *size) for level, size in zip(LEVELS, sizes)}
    for module in (*path.down, *path.merge):
        nn.init.normal_(module.bias)
    found = path(p)
    n = p["2"]
    assert torch.equal(found["2"], n)  # N2 = P2
    for index, level in enumerate(LEVELS[1:]):
        down, merge = path.down[index], path.merge[index]
        smaller = functional.conv2d(n, down.weight, down.bias, stride=2, padding=1)
        n = functional.conv2d(smaller + p[level], merge.weight, merge.bias, stride=1, padding=1)
        assert torch.allclose(found[level], n, atol=1e-6)
    assert list(found) == list(LEVELS)


def test_one_number_through_formula_1():
    """All P are 1 with one feature map and all weights 1, at 4 x 4 and 2 x 2 pixels.

    The downward convolution sums 3 x 3 of N2's 4 x 4 ones around (0, 0), (0, 2), (2, 0), (2, 2), with zeros beyond the
    edge: 2 * 2 = 4, 2 * 3 = 6, 6 and 3 * 3 = 9. Plus P3: 5, 7, 7, 10. The merging one sums all four at each pixel: 29.
    """
    path = BottomUpPath(1, 2)
    for module in (*path.down, *path.merge):
        nn.init.ones_(module.weight)
    found = path({"2": torch.ones(1, 1, 4, 4), "3": torch.ones(1, 1, 2, 2)})
    assert found["3"].flatten().tolist() == [29.0] * 4


@pytest.mark.parametrize("improved", [True, False])
def test_the_gradient_reaches_p2_from_n5_only_with_the_path(improved):
    torch.manual_seed(0)
    pyramid, kept = FeaturePyramid(8, improved), {}

    def keep(_module, _given, result):
        for name, level in zip(LEVELS, result.values()):
            level.retain_grad()
            kept[name] = level

    pyramid.fpn.register_forward_hook(keep)
    features = stages(*ODD)
    pyramid(features)["5"].square().sum().backward()
    assert kept["5"].grad.abs().sum() > 0
    for level in ("2", "3", "4"):
        reached = kept[level].grad is not None and bool(kept[level].grad.abs().sum() > 0)
        assert reached == improved
    # C2 is seen by P2 alone, so the encoder's finest stage learns from coarse levels through the path only.
    assert (features["2"].grad is not None and bool(features["2"].grad.abs().sum() > 0)) == improved
    assert features["5"].grad.abs().sum() > 0


def test_a_pyramid_without_the_path_is_torchvision_s():
    torch.manual_seed(3)
    features = stages(64, 96)
    pyramid = FeaturePyramid(8, False)
    theirs = pyramid.fpn(features)
    for mine, other in zip(pyramid(features).values(), theirs.values()):
        assert torch.equal(mine, other)
    assert torch.equal(pyramid(features)["6"], pyramid(features)["5"][:, :, ::2, ::2])
    assert not any("bottom_up" in key for key in pyramid.state_dict())


def test_the_u_net_s_encoder_is_one_too():
    """Its tensors have the U-Net's names, and its features at the strides 4 to 32 are C2 to C5."""
    torch.manual_seed(0)
    stages, image = encoder(3, "lite0").eval(), torch.randn(1, 3, 96, 64)
    theirs = EfficientNetLite(3, "lite0").eval()
    theirs.load_state_dict(stages.state_dict())
    with torch.no_grad():
        found, expected = stages(image), theirs(image)
    assert isinstance(stages, LiteEncoder)
    assert list(found) == list(LEVELS[:4])
    for (level, feature), other in zip(found.items(), expected[1:]):
        assert torch.equal(feature, other)
        assert feature.shape[1] == stages.stage_channels[LEVELS.index(level)]
        assert feature.shape[2:] == (96 // STRIDES[LEVELS.index(level)], 64 // STRIDES[LEVELS.index(level)])
    assert not set(LITE) & set(BACKBONES)


def test_stages_of_any_size_are_normalised_first():
    """In what is learnt from, each feature map of a stage has mean 0 and deviation 1, however large it was."""
    torch.manual_seed(0)
    pyramid, channels = FeaturePyramid(8, True, (4, 6, 8, 10), norms=True), (4, 6, 8, 10)
    features = {level: torch.randn(2, each, 32 // stride, 32 // stride) for level, each, stride in
                zip(LEVELS, channels, (1, 2, 4, 8))}  # fmt: skip
    larger = {level: 50.0 * feature + 7.0 for level, feature in features.items()}
    for one, other in zip(pyramid(features).values(), pyramid(larger).values()):
        assert torch.allclose(one, other, atol=1e-3)
    bare = FeaturePyramid(8, True, channels)
    assert not any("norms" in key for key in bare.state_dict())
    assert not torch.allclose(bare(features)["2"], bare(larger)["2"], atol=1e-1)
