"""The encoder and the feature pyramid of the improved Mask R-CNN.

Source: Liu et al. 2021, section 2; Xie et al. 2017 (ResNeXt); Lin et al. 2017 (feature pyramid); the bottom-up path is
Liu et al. 2018's (PANet), as the first writes it in formula 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from torch import Tensor, nn
from torchvision.models import resnet
from torchvision.ops.feature_pyramid_network import FeaturePyramidNetwork, LastLevelMaxPool

from .efficientnet_unet import SKIP_STAGES, EfficientNetLite

BACKBONES: dict[str, Callable[..., resnet.ResNet]] = {
    "resnet50": resnet.resnet50, "resnet101": resnet.resnet101,
    "resnext50": resnet.resnext50_32x4d, "resnext101": resnet.resnext101_32x8d,
}  # fmt: skip
"""The paper's."""
LITE = ("lite0", "lite1", "lite2")
"""EfficientNet-Lite, the bundled U-Net's encoder, from whose weights it can start."""
STAGE_CHANNELS = (256, 512, 1024, 2048)
"""Feature maps of C2 to C5 of the paper's."""
LEVELS = ("2", "3", "4", "5", "6")
STRIDES = (4, 8, 16, 32, 64)
"""Of the pyramid's levels."""


class ResidualEncoder(nn.Module):
    """A ResNet or ResNeXt without its classifier, its tensors named as torchvision names them.

    Args:
        bands: of the image.
        backbone: name in BACKBONES.

    Raises:
        KeyError: if there is no such backbone.
    """

    def __init__(self, bands: int = 3, backbone: str = "resnext50") -> None:
        super().__init__()
        whole = BACKBONES[backbone](weights=None, zero_init_residual=True)
        self.conv1 = nn.Conv2d(bands, 64, 7, 2, 3, bias=False) if bands != 3 else whole.conv1
        self.bn1, self.relu, self.maxpool = whole.bn1, whole.relu, whole.maxpool
        self.layer1, self.layer2, self.layer3, self.layer4 = whole.layer1, whole.layer2, whole.layer3, whole.layer4
        self.stage_channels = STAGE_CHANNELS

    def forward(self, image: Tensor) -> dict[str, Tensor]:
        """C2 to C5 at 1/4, 1/8, 1/16 and 1/32 of the image's size, rounded up; C1 is not used, being too large."""
        x = self.maxpool(self.relu(self.bn1(self.conv1(image))))
        features = {}
        for level, layer in zip(LEVELS, (self.layer1, self.layer2, self.layer3, self.layer4)):
            x = layer(x)
            features[level] = x
        return features


class LiteEncoder(EfficientNetLite):
    """An EfficientNet-Lite as the bundled U-Net has it, its tensors of the same names; sides multiples of 32.

    Args:
        bands: of the image.
        backbone: "lite0", "lite1" or "lite2".
    """

    def __init__(self, bands: int = 3, backbone: str = "lite2") -> None:
        super().__init__(bands, backbone)
        self.stage_channels = (*(self.channels[stage] for stage in SKIP_STAGES[1:]), self.channels[-1])

    def forward(self, image: Tensor) -> dict[str, Tensor]:  # type: ignore[override]
        """C2 to C5 at 1/4, 1/8, 1/16 and 1/32 of the image's size."""
        return dict(zip(LEVELS, super().forward(image)[1:]))


def encoder(bands: int, backbone: str) -> ResidualEncoder | LiteEncoder:
    """The encoder of a name in BACKBONES or LITE."""
    return (LiteEncoder if backbone in LITE else ResidualEncoder)(bands, backbone)


class BottomUpPath(nn.Module):
    """Adds to each level what the level below it knows of places.

    N2 = P2; N(i+1) = conv3x3,stride 1( conv3x3,stride 2( N(i) ) + P(i+1) ).

    Args:
        channels: feature maps of every level.
        levels: how many there are.

    Source: Liu et al. 2021, formula 1 and figure 4.
    """

    def __init__(self, channels: int, levels: int = len(LEVELS)) -> None:
        super().__init__()
        self.down = nn.ModuleList(nn.Conv2d(channels, channels, 3, 2, 1) for _ in range(levels - 1))
        self.merge = nn.ModuleList(nn.Conv2d(channels, channels, 3, 1, 1) for _ in range(levels - 1))
        for module in (*self.down, *self.merge):
            nn.init.kaiming_uniform_(module.weight, a=1)
            nn.init.zeros_(module.bias)

    def forward(self, pyramid: dict[str, Tensor]) -> dict[str, Tensor]:
        """P2 to P6 to N2 to N6, each of the shape it had."""
        names = list(pyramid)
        lower = pyramid[names[0]]
        found = {names[0]: lower}
        for name, down, merge in zip(names[1:], self.down, self.merge):
            lower = merge(down(lower) + pyramid[name])
            found[name] = lower
        return found


class FeaturePyramid(nn.Module):
    """C2 to C5 to P2 to P6 from the top down and, if improved, to N2 to N6 from the bottom up.

    Args:
        channels: feature maps of every level.
        improved: whether there is the bottom-up path.
        stage_channels: feature maps of C2 to C5.
        norms: whether C2 to C5 are normalised first: stages that end in a projection may be of any size.
    """

    def __init__(
        self, channels: int = 256, improved: bool = True, stage_channels: Sequence[int] = STAGE_CHANNELS,
        norms: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.out_channels = channels
        stages = stage_channels if norms else ()
        self.norms = nn.ModuleDict({level: nn.BatchNorm2d(each) for level, each in zip(LEVELS, stages)})
        self.fpn = FeaturePyramidNetwork(list(stage_channels), channels, LastLevelMaxPool())
        self.bottom_up = BottomUpPath(channels) if improved else None

    def top_down(self, features: dict[str, Tensor]) -> dict[str, Tensor]:
        """P2 to P6; the last is the one before it at half its size, rounded up."""
        features = {**features, **{level: norm(features[level]) for level, norm in self.norms.items()}}
        return dict(zip(LEVELS, self.fpn(features).values()))

    def forward(self, features: dict[str, Tensor]) -> dict[str, Tensor]:
        """The levels that are read, "2" to "6"."""
        found = self.top_down(features)
        return found if self.bottom_up is None else self.bottom_up(found)
