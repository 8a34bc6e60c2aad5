"""ENVINet5, the U-Net of the second paper.

Source: Zhang et al. 2020, Remote Sensing 12, section 4.1 and figure 6, after Ronneberger et al. 2015.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

LEVELS = 5
"""Pixel resolutions in the network; a tile's sides must divide by ``2 ** (LEVELS - 1)``."""


class DoubleConvolution(nn.Sequential):
    """Two 3x3 convolutions, each followed by a rectifier, that keep the size of the tile."""

    def __init__(self, bands_in: int, bands_out: int, norm: bool) -> None:
        layers: list[nn.Module] = []
        for bands in (bands_in, bands_out):
            layers.append(nn.Conv2d(bands, bands_out, 3, padding=1, bias=not norm))
            if norm:
                layers.append(nn.BatchNorm2d(bands_out))
            layers.append(nn.ReLU(inplace=True))
        super().__init__(*layers)


class UNet(nn.Module):
    """ENVINet5: 5 levels, 23 convolutional layers, padded so that a tile keeps its size.

    18 convolutions of 3x3, 4 up-convolutions of 2x2 and the 1x1 output make the 23.

    Args:
        bands: bands of the image.
        classes: classes of the output, without the background: 1 gives one logit a pixel.
        width: feature maps of the first level, doubled at each further one (64 in the paper).
        norm: batch normalisation after each 3x3 convolution. The paper has none; it trains faster with it.
    """

    kind = "semantic"
    stride = 2 ** (LEVELS - 1)

    def __init__(self, bands: int = 3, classes: int = 1, width: int = 64, norm: bool = False) -> None:
        super().__init__()
        widths = [width * 2**level for level in range(LEVELS)]
        self.encoder = nn.ModuleList(
            DoubleConvolution(before, after, norm) for before, after in zip([bands, *widths], widths)
        )
        self.pool = nn.MaxPool2d(2)
        self.up = nn.ModuleList(nn.ConvTranspose2d(w * 2, w, 2, stride=2) for w in reversed(widths[:-1]))
        self.decoder = nn.ModuleList(DoubleConvolution(w * 2, w, norm) for w in reversed(widths[:-1]))
        self.output = nn.Conv2d(width, classes, 1)
        for module in (*self.encoder.modules(), *self.up, *self.decoder.modules()):
            if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
                _initialise(module)

    def forward(self, image: Tensor) -> Tensor:
        """Logits of the classes.

        Args:
            image: shape (batch, bands, height, width), sides multiples of 16.

        Returns:
            Shape (batch, classes, height, width).
        """
        features: list[Tensor] = []
        x = image
        for level, block in enumerate(self.encoder):
            x = block(x if level == 0 else self.pool(x))
            features.append(x)
        for skip, up, block in zip(reversed(features[:-1]), self.up, self.decoder):
            x = block(torch.cat([skip, up(x)], dim=1))
        return self.output(x)  # type: ignore[no-any-return]


def _initialise(convolution: nn.Conv2d | nn.ConvTranspose2d) -> None:
    """Random weights that keep the variance of the features (Ronneberger et al. 2015, section 3: sqrt(2 / N))."""
    taps = 1 if isinstance(convolution, nn.ConvTranspose2d) else math.prod(convolution.kernel_size)
    # Half the variance where no rectifier follows.
    variance = 1.0 if isinstance(convolution, nn.ConvTranspose2d) else 2.0
    nn.init.normal_(convolution.weight, std=math.sqrt(variance / (taps * convolution.in_channels)))
    if convolution.bias is not None:
        nn.init.zeros_(convolution.bias)
