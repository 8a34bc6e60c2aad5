"""Scores of a network on whole samples, at a stated ground resolution, tile by tile."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from ..engine.scores import PixelCounts
from .augmentation import NUMBER, folded, normalised, resized
from .average_precision import BINS, InstanceCounts
from .histograms import BINS as PROBABILITIES
from .histograms import Histograms
from .job import RGB
from .losses import Weights, segmentation_loss
from .sample import UNLABELLED, Sample

Tile = tuple[Sample, tuple[slice, slice]]
"""A part of a sample, and where in it the pixels lie that are its own."""
TILE = 512
"""Side of a tile in pixels at the validation's resolution; a smaller sample is one tile."""
MARGIN = 32
"""Pixels around a tile that the network sees and that are not scored."""


@dataclass
class Scores:
    """What validation counts.

    Attributes:
        histograms: of the landslide's probability.
        loss_sum: of the loss times the weight of the tile's pixels.
        pixels: labelled ones.
        weight: of these in the loss; so the loss is that of all tiles together, however they are cut.
        instances: of a network that finds such.
    """

    histograms: Histograms = field(default_factory=Histograms.empty)
    loss_sum: float = 0.0
    pixels: int = 0
    weight: float = 0.0
    instances: InstanceCounts = field(default_factory=InstanceCounts.empty)

    def __add__(self, other: Scores) -> Scores:
        mine, theirs = self.histograms, other.histograms
        together = Histograms(mine.landslide + theirs.landslide, mine.other + theirs.other)
        pixels, weight = self.pixels + other.pixels, self.weight + other.weight
        instances = self.instances + other.instances
        return Scores(together, self.loss_sum + other.loss_sum, pixels, weight, instances)

    def add_pixels(self, percent: NDArray[np.uint8], mask: NDArray[np.uint8]) -> None:
        """Count a map of per cent against a mask, both of shape (height, width)."""
        self.histograms.add(percent, np.where((mask > 1) & (mask != UNLABELLED), 0, mask).astype(np.uint8))
        self.pixels += int(np.count_nonzero(mask != UNLABELLED))

    @property
    def loss(self) -> float:
        """Mean loss; NaN where nothing is labelled."""
        return self.loss_sum / self.weight if self.weight else math.nan

    def summary(self) -> dict[str, float | None]:
        """Loss, scores at 0.5, and the threshold of the best F1 with its F1; nothing for what is not defined."""
        numbers = {"loss": self.loss, **by_name(self.histograms.at(0.5))}
        if self.histograms.landslide.any():
            threshold, counts = self.histograms.best()
            numbers |= {"threshold": threshold, "best_f1": counts.f1, "best_precision": counts.precision,
                        "best_recall": counts.recall, "best_accuracy": counts.overall_accuracy,
                        "best_iou": counts.iou, "best_mean_iou": counts.mean_iou}  # fmt: skip
        if self.instances.landslides:
            numbers["ap50"] = self.instances.average_precision
        return rounded(numbers)


def by_name(counts: PixelCounts) -> dict[str, float]:
    """The paper's indexes (Zhang et al. 2020, formulas 2 to 5)."""
    return {"accuracy": counts.overall_accuracy, "precision": counts.precision, "recall": counts.recall,
            "f1": counts.f1}  # fmt: skip


def rounded(numbers: dict[str, float]) -> dict[str, float | None]:
    """As JSON can hold them: nothing for what is not a number."""
    return {key: round(value, 5) if math.isfinite(value) else None for key, value in numbers.items()}


def padded(image: Tensor, multiple: int) -> Tensor:
    """Shape (bands, height, width) continued by reflection, where it can be, to multiples of ``multiple``."""
    bottom, right = -image.shape[1] % multiple, -image.shape[2] % multiple
    mode = "reflect" if bottom < image.shape[1] and right < image.shape[2] else "replicate"
    return functional.pad(image[None], (0, right, 0, bottom), mode=mode)[0]


def network_input(sample: Sample, resolution_m: float, bands: Sequence[str] = RGB) -> tuple[Tensor, Tensor]:
    """A sample as the network sees it at another ground resolution.

    Returns:
        Image of shape (bands, height, width), normalised, nodata as the mean colour; and labels of shape
        (height, width), 32 bit: the mask's, plus ``augmentation.NUMBER`` times the number of the landslide if the
        sample knows it.
    """
    factor = sample.resolution_m / resolution_m
    pixels, labels = torch.from_numpy(np.array(sample.image)), torch.from_numpy(sample.mask.astype(np.int32))
    nodata = (pixels == 0).all(0) & (labels == UNLABELLED)
    if sample.instances is not None:
        labels = labels + NUMBER * folded(sample.instances)
    image, labels = resized(pixels.float() / 255.0, labels, factor)
    image = normalised(image, bands)
    if nodata.any():
        # As extraction does: nodata is the mean colour.
        image[:, resized(pixels.float(), nodata.to(torch.uint8), factor)[1] > 0] = 0.0
    return image, labels


@torch.no_grad()
def logits_of(
    network: nn.Module, sample: Sample, resolution_m: float, multiple: int, bands: Sequence[str] = RGB
) -> Tensor:
    """Logits at each pixel of a sample, from the network at another ground resolution.

    Returns:
        Shape (classes, height, width) of the sample, on the CPU.
    """
    device = next(network.parameters()).device
    image, _ = network_input(sample, resolution_m, bands)
    height, width = image.shape[1:]
    tile = padded(image, multiple)[None].to(device, memory_format=torch.channels_last)
    logits = network(tile)[:, :, :height, :width].float()
    if (height, width) != sample.mask.shape:
        logits = functional.interpolate(logits, sample.mask.shape, mode="bilinear", antialias=True)
    found: Tensor = logits[0].cpu()
    return found


def probability(
    network: nn.Module, sample: Sample, resolution_m: float, multiple: int, bands: Sequence[str] = RGB
) -> NDArray[np.uint8]:
    """Per cent of landslide at each pixel of a sample; shape (height, width) of the sample, 0 to 100."""
    return percent_of(logits_of(network, sample, resolution_m, multiple, bands))


def percent_of(logits: Tensor) -> NDArray[np.uint8]:
    """Per cent of landslide, shape (height, width), from logits of shape (classes, height, width)."""
    percent: NDArray[np.uint8] = (torch.sigmoid(logits[0]) * 100).round().to(torch.uint8).numpy()
    return percent


def tiles(sample: Sample, side: int = TILE, margin: int = MARGIN) -> Iterator[Tile]:
    """A sample cut into tiles with a margin.

    Yields:
        Each tile, and where in it the pixels lie that are its own; together those are the sample, each once.
    """
    height, width = sample.mask.shape
    for top in range(0, height, side):
        for left in range(0, width, side):
            bottom, right = min(top + side, height), min(left + side, width)
            first_row, first_column = max(0, top - margin), max(0, left - margin)
            rows, columns = slice(first_row, bottom + margin), slice(first_column, right + margin)
            own = slice(top - first_row, bottom - first_row), slice(left - first_column, right - first_column)
            mask = sample.mask[rows, columns]
            if (mask[own] != UNLABELLED).any():
                numbers = None if sample.instances is None else sample.instances[rows, columns]
                yield Sample(sample.name, sample.image[:, rows, columns], mask, sample.resolution_m, numbers), own


def chosen_tiles(pool: Sequence[Sample], resolution_m: float, most: int = 0) -> list[Tile]:
    """The tiles of all samples, or ``most`` of them, evenly spread."""
    found = []
    for sample in pool:
        coarser = max(1.0, (resolution_m or sample.resolution_m) / sample.resolution_m)
        found += list(tiles(sample, round(TILE * coarser), round(MARGIN * coarser)))
    if not most or len(found) <= most:
        return found
    return [found[index * len(found) // most] for index in range(most)]


def validate(
    network: nn.Module, validation: Sequence[Tile], resolution_m: float, multiple: int,
    bands: Sequence[str] = RGB, weights: Weights | None = None,
) -> Scores:  # fmt: skip
    """Scores over tiles, the network in evaluation mode.

    Args:
        network: gives logits.
        validation: as ``chosen_tiles`` gives them.
        resolution_m: to look at them; 0 for their own.
        multiple: that the network's input must divide by.
        bands: names of the bands.
        weights: of the loss.
    """
    training = network.training
    network.eval()
    scores, counting = Scores(), weights or Weights(dice=0.0)
    ratio = counting.feature_share / (1.0 - counting.feature_share)
    for sample, own in validation:
        logits = logits_of(network, sample, resolution_m or sample.resolution_m, multiple, bands)[:, own[0], own[1]]
        mask = np.ascontiguousarray(sample.mask[own])
        scores.add_pixels(percent_of(logits), mask)
        labelled = int(np.count_nonzero(mask != UNLABELLED))
        features = int(np.count_nonzero((mask > 0) & (mask != UNLABELLED)))
        loss = segmentation_loss(logits[None], torch.from_numpy(mask)[None], counting)
        weight = labelled + (ratio - 1.0) * features
        scores.loss_sum += float(loss) * weight
        scores.weight += weight
    network.train(training)
    return scores


def as_tensor(scores: Scores) -> Tensor:
    """The counts as one tensor, to be added over processes."""
    histograms, instances = scores.histograms, scores.instances
    numbers = [scores.loss_sum, scores.pixels, scores.weight, instances.landslides]
    parts: list[Any] = [histograms.landslide, histograms.other, instances.right, instances.wrong, numbers]
    return torch.from_numpy(np.concatenate(parts).astype(np.float64))


def from_tensor(counts: Tensor) -> Scores:
    """The inverse of ``as_tensor``."""
    ends = np.cumsum([PROBABILITIES, PROBABILITIES, BINS, BINS])
    *parts, numbers = np.split(counts.cpu().numpy(), ends)
    landslide, other, right, wrong = (part.round().astype(np.int64) for part in parts)
    loss_sum, pixels, weight, landslides = numbers.tolist()
    instances = InstanceCounts(right, wrong, round(landslides))
    return Scores(Histograms(landslide, other), loss_sum, round(pixels), weight, instances)
