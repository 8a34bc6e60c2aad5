"""Scores of a Mask R-CNN on whole samples: by pixel, and by instance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from .augmentation import NUMBER
from .average_precision import InstanceCounts
from .instance_targets import targets_of
from .job import RGB
from .mask_rcnn import ImprovedMaskRCNN
from .sample import UNLABELLED, Sample
from .validation import Scores, Tile, network_input, padded

PROBABLE = 0.5
"""Probability from which on a pixel is of an instance, where its mask is compared with a landslide's."""


def whole_masks(found: dict[str, Tensor], size: tuple[int, int]) -> Tensor:
    """Probability of each instance at each pixel, without its score; shape (n, height, width).

    As extraction does: bilinear between the centres of the mask's cells, and nothing outside the box.
    """
    (height, width), boxes = size, found["boxes"]
    x = _within(torch.arange(width) + 0.5, boxes[:, 0], boxes[:, 2])
    y = _within(torch.arange(height) + 0.5, boxes[:, 1], boxes[:, 3])
    places = torch.stack([x[:, None, :].expand(-1, height, -1), y[:, :, None].expand(-1, -1, width)], -1)
    masks = functional.grid_sample(found["masks"][:, None], places, padding_mode="border", align_corners=False)[:, 0]
    return masks * (places.abs() <= 1.0).all(-1)


def _within(centres: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Places in boxes, from -1 at the first edge to 1 at the last; shape (boxes, centres)."""
    return (centres - first[:, None]) / (last - first)[:, None].clamp(min=1e-6) * 2.0 - 1.0


def probability_of(found: dict[str, Tensor], masks: Tensor) -> Tensor:
    """The highest score times mask probability at each pixel; shape (height, width)."""
    if not len(masks):
        return torch.zeros(masks.shape[1:])
    return (masks * found["scores"][:, None, None]).amax(0)


def percent_at(probability: Tensor, shape: tuple[int, ...]) -> NDArray[np.uint8]:
    """Per cent of a map of probabilities, at another size."""
    resized = probability[None, None]
    if probability.shape != shape:
        resized = functional.interpolate(resized, shape, mode="bilinear", antialias=True)
    percent: NDArray[np.uint8] = (resized[0, 0] * 100).round().to(torch.uint8).numpy()
    return percent


def _targets(labels: Tensor, sample: Sample, size: Sequence[int]) -> dict[str, Tensor]:
    """What is to be found on an image that was padded to a size; the padding is unlabelled."""
    mask = np.full(tuple(size), UNLABELLED, np.uint8)
    mask[: labels.shape[0], : labels.shape[1]] = (labels % NUMBER).numpy()
    if sample.instances is None:
        return targets_of(mask)
    numbers = np.zeros(tuple(size), np.int32)
    numbers[: labels.shape[0], : labels.shape[1]] = (labels // NUMBER).numpy()
    return targets_of(mask, numbers)


def landslides_of(found: dict[str, Tensor]) -> dict[str, Tensor]:
    """The instances of the first class, on the CPU."""
    chosen = found["labels"] == 1
    return {name: each[chosen].float().cpu() for name, each in found.items()}


@torch.no_grad()
def instance_percent(
    network: ImprovedMaskRCNN, sample: Sample, resolution_m: float, bands: Sequence[str] = RGB
) -> NDArray[np.uint8]:
    """Per cent of landslide at each pixel of a sample, from the network in evaluation mode at another resolution."""
    image, labels = network_input(sample, resolution_m, bands)
    device = next(network.parameters()).device
    images = padded(image, network.stride)[None].to(device, memory_format=torch.channels_last)
    found = landslides_of(network.detect(images)[0])
    masks = whole_masks(found, (labels.shape[0], labels.shape[1]))
    return percent_at(probability_of(found, masks), sample.mask.shape)


@torch.no_grad()
def validate_instances(
    network: ImprovedMaskRCNN, validation: Sequence[Tile], resolution_m: float, bands: Sequence[str] = RGB,
    dtype: torch.dtype = torch.float32,
) -> Scores:  # fmt: skip
    """Scores over tiles, the network in evaluation mode.

    Args:
        network: finds instances.
        validation: as ``validation.chosen_tiles`` gives them.
        resolution_m: to look at them; 0 for their own.
        bands: names of the bands.
        dtype: that the network computes in.
    """
    training = network.training
    network.eval()
    device = next(network.parameters()).device
    scores = Scores(instances=InstanceCounts.empty())
    for sample, own in validation:
        image, labels = network_input(sample, resolution_m or sample.resolution_m, bands)
        size = labels.shape[0], labels.shape[1]
        images = padded(image, network.stride)[None].to(device, memory_format=torch.channels_last)
        targets = _targets(labels, sample, images.shape[-2:])
        with torch.autocast(device.type, torch.bfloat16, enabled=dtype == torch.bfloat16):
            instances = landslides_of(network.detect(images)[0])
            with torch.random.fork_rng(devices=[device] if device.type == "cuda" else []):
                torch.manual_seed(0)  # which proposals are learnt from is drawn
                losses = network(images, [{name: each.to(device) for name, each in targets.items()}])
        # With the padding, which is unlabelled: an instance in its reflection of the image is no wrong one.
        masks = whole_masks(instances, (images.shape[-2], images.shape[-1]))
        probability = probability_of(instances, masks)[: size[0], : size[1]]
        scores.add_pixels(percent_at(probability, sample.mask.shape)[own], sample.mask[own])
        truth = targets["masks"][targets["labels"] == 1].numpy() > 0
        ignored = targets["unlabelled"].numpy() if "unlabelled" in targets else None
        scores.instances.add(instances["scores"].numpy(), (masks >= PROBABLE).numpy(), truth, ignored)
        scores.loss_sum += float(sum(losses.values()))
        scores.weight += 1.0
    network.train(training)
    return scores
