from __future__ import annotations

import pytest
import torch
from scarp.models.unet import LEVELS, UNet
from torch import nn


def convolutions(network):
    return [module for module in network.modules() if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d))]


def test_the_23_convolutional_layers_of_the_paper():
    with torch.device("meta"):
        layers = convolutions(UNet())
    kernels = [(type(layer), layer.kernel_size) for layer in layers]
    assert LEVELS == 5
    assert len(layers) == 23
    assert kernels.count((nn.Conv2d, (3, 3))) == 18
    assert kernels.count((nn.ConvTranspose2d, (2, 2))) == 4
    assert kernels.count((nn.Conv2d, (1, 1))) == 1


def test_feature_maps_double_from_64_to_1024_and_halve_again():
    with torch.device("meta"):
        network = UNet()
    channels = [[layer.out_channels for layer in convolutions(part)] for part in (network.encoder, network.decoder)]
    assert channels[0] == [64, 64, 128, 128, 256, 256, 512, 512, 1024, 1024]
    assert channels[1] == [512, 512, 256, 256, 128, 128, 64, 64]
    assert [layer.out_channels for layer in convolutions(network.up)] == [512, 256, 128, 64]
    inputs = [block[0].in_channels for block in network.decoder]
    assert inputs == [1024, 512, 256, 128]  # skip and up-sampled features, merged


def test_parameters_at_the_width_of_the_paper():
    widths = [64, 128, 256, 512, 1024]
    expected = 64 + 1
    for before, after in zip([3, *widths], widths):
        expected += (9 * before + 1) * after + (9 * after + 1) * after
    for wide, narrow in zip(widths[1:], widths):
        expected += (4 * wide + 1) * narrow + (9 * wide + 1) * narrow + (9 * narrow + 1) * narrow
    with torch.device("meta"):
        assert sum(p.numel() for p in UNet().parameters()) == expected == 31_031_745


@pytest.mark.parametrize("norm", [False, True])
def test_a_tile_keeps_its_size(norm):
    network = UNet(bands=4, classes=2, width=4, norm=norm).eval()
    for height, width in ((16, 16), (48, 32), (16, 80)):
        assert network(torch.zeros(2, 4, height, width)).shape == (2, 2, height, width)
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    assert len(norms) == (18 if norm else 0)


def test_sides_are_multiples_of_16():
    assert UNet.stride == 16
    with pytest.raises(RuntimeError, match="Sizes of tensors must match"):
        UNet(width=4)(torch.zeros(1, 3, 40, 32))


@pytest.mark.parametrize("norm", [False, True])
def test_gradients_reach_all_parameters(norm):
    torch.manual_seed(0)
    network = UNet(width=4, norm=norm)
    network(torch.randn(2, 3, 32, 32)).square().sum().backward()
    silent = [name for name, parameter in network.named_parameters() if not parameter.grad.abs().sum() > 0]
    assert silent == []


def test_the_first_level_sees_the_pixel_and_the_last_the_neighbourhood():
    torch.manual_seed(0)
    network = UNet(width=4).eval()
    image = torch.randn(1, 3, 64, 64, requires_grad=True)
    network(image)[0, 0, 32, 32].backward()
    reach = (image.grad.abs().sum((0, 1)) > 0).nonzero()
    assert reach.min() == 0  # 16 pixels a cell of the last level, two convolutions and what lies between
    assert reach.max() == 63
