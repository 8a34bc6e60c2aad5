from __future__ import annotations

import pytest
import torch
from scarp.models.efficientnet_unet import (
    Convolution,
    EfficientNetLite,
    EfficientNetUNet,
    InvertedResidual,
    from_imagenet,
    scaled_channels,
)
from torch import nn


@pytest.fixture(autouse=True)
def seeded():
    torch.manual_seed(0)


@pytest.mark.parametrize(
    ("variant", "channels", "blocks"),
    [
        ("lite0", [16, 24, 40, 80, 112, 192, 320], [1, 2, 2, 3, 3, 4, 1]),
        ("lite1", [16, 24, 40, 80, 112, 192, 320], [1, 3, 3, 4, 4, 5, 1]),
        ("lite2", [16, 24, 48, 88, 120, 208, 352], [1, 3, 3, 4, 4, 5, 1]),
    ],
)
def test_channels_and_blocks_are_the_published_ones(variant, channels, blocks):
    with torch.device("meta"):
        encoder = EfficientNetLite(variant=variant)
    assert encoder.channels == channels
    assert [len(stage) for stage in encoder.stages] == blocks
    assert encoder.stem.conv.out_channels == 32


def test_rounding_of_scaled_channels():
    # 32 * 1.1 = 35.2 -> 32; 80 * 1.1 = 88; 17.6 -> 16; 12 would lose over 10 % as 8, so 16
    assert [scaled_channels(n, 1.1) for n in (32, 80, 16)] == [32, 88, 16]
    assert scaled_channels(10, 1.1) == 16
    assert scaled_channels(1, 1.0) == 8


def test_parameters_of_lite0_are_the_published_ones():
    with torch.device("meta"):
        encoder = EfficientNetLite()
    # 4,652,008 in all, less the head (320 x 1280 and its norm) and the classifier (1280 x 1000 and biases).
    assert sum(p.numel() for p in encoder.parameters()) == 4_652_008 - (320 * 1280 + 2 * 1280) - 1281 * 1000


def test_features_from_a_half_to_a_32nd():
    encoder = EfficientNetLite().eval()
    shapes = [tuple(feature.shape) for feature in encoder(torch.zeros(1, 3, 64, 96))]
    assert shapes == [(1, 16, 32, 48), (1, 24, 16, 24), (1, 40, 8, 12), (1, 112, 4, 6), (1, 320, 2, 3)]


@pytest.mark.parametrize("kernel", [3, 5])
def test_halving_pads_as_tensorflow_does(kernel):
    layer = Convolution(1, 1, kernel, stride=2, linear=True).eval()
    image = torch.randn(1, 1, 6, 8)
    weight = layer.conv.weight[0, 0]
    expected = torch.zeros(3, 4)
    # "Same": (out - 1) * stride + kernel - in pixels of padding, the smaller half of them first.
    for row in range(3):
        for column in range(4):
            for i in range(kernel):
                for j in range(kernel):
                    y = row * 2 + i - (kernel - 2) // 2
                    x = column * 2 + j - (kernel - 2) // 2
                    if 0 <= y < 6 and 0 <= x < 8:
                        expected[row, column] += weight[i, j] * image[0, 0, y, x]
    expected /= (1 + 1e-3) ** 0.5  # the norm at its start
    assert torch.allclose(layer(image)[0, 0], expected, atol=1e-6)


def test_without_stride_the_size_stays_and_6_is_the_highest():
    layer = Convolution(2, 3, 5).eval()
    out = layer(torch.randn(1, 2, 7, 9) * 100)
    assert out.shape == (1, 3, 7, 9)
    assert (out.min().item(), out.max().item()) == (0.0, 6.0)


def test_blocks_are_dropped_in_training_only():
    block = InvertedResidual(8, 8, 3, 1, 2, drop=0.5)
    image = torch.randn(400, 8, 2, 2)
    block.train()
    skipped = (block(image) == image).flatten(1).all(1)
    assert 150 < skipped.sum() < 250
    assert not (block.eval()(image) == image).flatten(1).all(1).any()
    image[:] = image[0]
    with torch.no_grad():
        block.project.norm.eval(), block.depthwise.norm.eval(), block.expand.norm.eval()
        full = block(image[:1]) - image[:1]
        block.training = True
        kept = (block(image) - image)[~(block(image) == image).flatten(1).all(1)]
    assert torch.allclose(kept[kept.abs().sum((1, 2, 3)) > 0][0], 2 * full[0], atol=1e-5)  # the mean stays


def test_the_chance_to_be_dropped_rises_to_the_last_block():
    with torch.device("meta"):
        encoder = EfficientNetLite(drop=0.16)
    rates = [block.drop for stage in encoder.stages for block in stage]
    assert rates == pytest.approx([0.01 * block for block in range(16)])


@pytest.mark.parametrize("variant", ["lite0", "lite2"])
def test_logits_have_the_size_of_the_tile(variant):
    network = EfficientNetUNet(bands=4, classes=2, variant=variant, decoder=(16, 12, 8, 8)).eval()
    assert network.stride == 32
    with torch.no_grad():
        for height, width in ((32, 32), (96, 160)):  # odd multiples
            assert network(torch.zeros(1, 4, height, width)).shape == (1, 2, height, width)


def test_gradients_reach_all_parameters():
    network = EfficientNetUNet(decoder=(16, 12, 8, 8))
    for module in network.modules():
        if isinstance(module, InvertedResidual):
            module.drop = 0.0
    network(torch.randn(3, 3, 64, 64)).square().sum().backward()
    assert [name for name, p in network.named_parameters() if not p.grad.abs().sum() > 0] == []


def test_a_decoder_has_four_steps():
    with pytest.raises(ValueError, match="the decoder has 3 steps, not 4"):
        EfficientNetUNet(decoder=(16, 12, 8))


def as_published(encoder):
    """Random weights for an encoder under the names of the published packages, with head and classifier."""
    state = {}

    def give(conv, norm, layer):
        state[f"{conv}.weight"] = torch.randn_like(layer.conv.weight)
        for name in ("weight", "bias", "running_mean", "running_var"):
            state[f"{norm}.{name}"] = torch.randn_like(getattr(layer.norm, name))
        state[f"{norm}.num_batches_tracked"] = torch.tensor(7)

    give("_conv_stem", "_bn0", encoder.stem)
    for index, block in enumerate(block for stage in encoder.stages for block in stage):
        if not isinstance(block.expand, nn.Identity):
            give(f"_blocks.{index}._expand_conv", f"_blocks.{index}._bn0", block.expand)
        give(f"_blocks.{index}._depthwise_conv", f"_blocks.{index}._bn1", block.depthwise)
        give(f"_blocks.{index}._project_conv", f"_blocks.{index}._bn2", block.project)
    state["_conv_head.weight"] = torch.zeros(1280, encoder.channels[-1], 1, 1)
    state["_bn1.weight"] = torch.zeros(1280)
    state["_fc.weight"] = torch.zeros(1000, 1280)
    return state


@pytest.mark.parametrize("variant", ["lite0", "lite2"])
def test_imagenet_weights_fill_every_tensor_of_the_encoder(variant):
    encoder = EfficientNetLite(variant=variant)
    state = as_published(encoder)
    renamed = from_imagenet(state, encoder)
    own = {key: value for key, value in encoder.state_dict().items() if not key.endswith("num_batches_tracked")}
    assert renamed.keys() == own.keys()
    assert all(renamed[key].shape == value.shape for key, value in own.items())
    # One to one: no tensor is taken twice, and none of the blocks is left over.
    taken = {id(value) for value in renamed.values()}
    assert len(taken) == len(renamed)
    left = {key for key, value in state.items() if id(value) not in taken and not key.endswith("tracked")}
    assert left == {"_conv_head.weight", "_bn1.weight", "_fc.weight"}
    assert renamed["stages.1.0.depthwise.norm.bias"] is state["_blocks.1._bn1.bias"]
    assert renamed["stages.0.0.project.conv.weight"] is state["_blocks.0._project_conv.weight"]


def test_imagenet_weights_of_another_network_are_refused():
    with torch.device("meta"):
        small, large = EfficientNetLite(variant="lite0"), EfficientNetLite(variant="lite2")
    of_small, of_large = as_published(small), as_published(large)
    with pytest.raises(KeyError, match=r"_blocks\.16"):
        from_imagenet(of_small, large)
    with pytest.raises(KeyError, match=r"_blocks\.16"):
        from_imagenet(of_large, small)
    with pytest.raises(KeyError, match="_conv_stem"):
        from_imagenet({"conv1.weight": torch.zeros(1)}, small)
