"""Scores of a network on whole samples, at a stated ground resolution."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from .augmentation import MEAN, STD, resized
from .histograms import Histograms
from .samples import Sample


def normalised(image: Tensor) -> Tensor:
    """Red, green and blue of 0 to 1, shape (..., 3, height, width), as the network expects them."""
    mean, std = torch.tensor(MEAN)[:, None, None], torch.tensor(STD)[:, None, None]
    return (image - mean.to(image.device)) / std.to(image.device)


def padded(image: Tensor, multiple: int) -> Tensor:
    """Shape (bands, height, width) continued by reflection, where it can be, to multiples of ``multiple``."""
    bottom, right = -image.shape[1] % multiple, -image.shape[2] % multiple
    mode = "reflect" if bottom < image.shape[1] and right < image.shape[2] else "replicate"
    return functional.pad(image[None], (0, right, 0, bottom), mode=mode)[0]


@torch.no_grad()
def probability(network: nn.Module, sample: Sample, resolution_m: float, multiple: int) -> NDArray[np.uint8]:
    """Per cent at each pixel of a sample, from the network at another ground resolution.

    Returns:
        Shape (height, width) of the sample, 0 to 100.
    """
    device = next(network.parameters()).device
    factor = sample.resolution_m / resolution_m
    image, _ = resized(torch.from_numpy(sample.image).float() / 255.0, torch.from_numpy(sample.mask), factor)
    height, width = image.shape[1:]
    tile = normalised(padded(image, multiple))[None].to(device, memory_format=torch.channels_last)
    logits = network(tile)[:, :, :height, :width].float()
    back = functional.interpolate(torch.sigmoid(logits), sample.mask.shape, mode="bilinear", antialias=True)
    percent: NDArray[np.uint8] = (back[0, 0] * 100).round().to(torch.uint8).cpu().numpy()
    return percent


def validate(network: nn.Module, validation: Iterable[Sample], resolution_m: float, multiple: int) -> Histograms:
    """Histograms over all samples, the network in evaluation mode."""
    training = network.training
    network.eval()
    histograms = Histograms.empty()
    for sample in validation:
        histograms.add(probability(network, sample, resolution_m or sample.resolution_m, multiple), sample.mask)
    network.train(training)
    return histograms
