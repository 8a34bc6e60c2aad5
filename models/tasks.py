"""What a network learns from a batch and how it is judged: pixel by pixel, or instance by instance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from .distributed import Processes
from .examples import Batch
from .instance_validation import instance_percent, validate_instances
from .job import Job, Source
from .losses import Weights, faded, segmentation_loss
from .mask_rcnn import ImprovedMaskRCNN
from .networks import Network
from .sample import UNLABELLED, Sample
from .validation import Scores, Tile, logits_of, percent_of, validate


@dataclass(frozen=True)
class Learnt:
    """What a batch gave.

    Attributes:
        loss: a scalar with its graph.
        parts: of the loss, each a scalar without, the mean over the processes; empty where it has none.
        counts: true and false positives, false and true negatives of landslide at 0.5; nothing where the network says
            nothing about pixels while it learns.
    """

    loss: Tensor
    parts: dict[str, Tensor] = field(default_factory=dict)
    counts: Tensor | None = None

    @property
    def of_batch(self) -> float:
        """The loss of the whole batch, the same in all processes."""
        return sum(part.item() for part in self.parts.values()) if self.parts else self.loss.item()


class Task(Protocol):
    """What is particular to a kind of network.

    Attributes:
        need_distances: whether batches hold distances from boundaries.
        need_targets: whether they hold instances.
    """

    need_distances: bool
    need_targets: bool

    def learn(self, network: nn.Module, batch: Batch, share: float) -> Learnt:
        """The loss of a batch, when a share of the training is done."""

    def validate(self, network: Network, tiles: list[Tile], source: Source) -> Scores:
        """Scores over tiles of a source."""


class Segmentation:
    """Every pixel has a probability.

    Args:
        job: of the training.
        processes: that share a batch.
        dtype: that the network computes in.
    """

    need_targets = False

    def __init__(self, job: Job, processes: Processes, dtype: torch.dtype) -> None:
        self._job, self._processes, self._dtype = job, processes, dtype
        self.need_distances = job.boundary_weight > 0 or job.blur_px > 0

    def learn(self, network: nn.Module, batch: Batch, share: float) -> Learnt:
        """The loss of a batch, when a share of the training is done."""
        job, device = self._job, self._processes.device
        weights = Weights(job.dice, job.boundary_weight, job.boundary_sigma_px, faded(job.class_weight, share),
                          job.blur_px * (1.0 - share))  # fmt: skip
        images = batch.images.to(device, memory_format=torch.channels_last)
        masks = batch.masks.to(device)
        distances = None if batch.distances is None else batch.distances.to(device)
        with torch.autocast(device.type, torch.bfloat16, enabled=self._dtype == torch.bfloat16):
            logits = network(images)
        loss = segmentation_loss(logits, masks, weights, distances, self._processes.sum_of_losses)
        labelled = masks != UNLABELLED
        found, true = (logits.detach()[:, 0] >= 0) & labelled, masks == 1
        both, either = (found & true).sum(), (found | true).sum()
        counts = torch.stack([both, found.sum() - both, true.sum() - both, labelled.sum() - either])
        return Learnt(loss, counts=counts.to("cpu", torch.float64))

    def validate(self, network: Network, tiles: list[Tile], source: Source) -> Scores:
        """Scores over tiles of a source."""
        weights = Weights(dice=0.0, feature_share=self._job.loss_weight)
        return validate(network, tiles, source.validation_m, network.stride, self._job.bands, weights)


class Instances:
    """Every landslide has a box, a score and a mask.

    Args:
        job: of the training.
        processes: that share a batch.
        dtype: that the network computes in.
    """

    need_distances = False
    need_targets = True

    def __init__(self, job: Job, processes: Processes, dtype: torch.dtype) -> None:
        self._job, self._processes, self._dtype = job, processes, dtype

    def learn(self, network: nn.Module, batch: Batch, share: float) -> Learnt:
        """The sum of the parts of the loss (Liu et al. 2021, formula 2, and the proposals' own)."""
        device = self._processes.device
        images = batch.images.to(device, memory_format=torch.channels_last)
        targets = [{name: each.to(device) for name, each in target.items()} for target in batch.targets or []]
        with torch.autocast(device.type, torch.bfloat16, enabled=self._dtype == torch.bfloat16):
            parts = network(images, targets)
        # Each process has a loss of its own; the mean of their gradients is that of the mean loss, which is told.
        losses = torch.stack(list(parts.values()))
        means = self._processes.sum_of(losses.detach().clone()) / self._processes.count
        return Learnt(losses.sum(), dict(zip(parts, means)))

    def validate(self, network: Network, tiles: list[Tile], source: Source) -> Scores:
        """Scores over tiles of a source."""
        if not isinstance(network, ImprovedMaskRCNN):
            raise TypeError(f"{type(network).__name__} finds no instances")
        return validate_instances(network, tiles, source.validation_m, self._job.bands, self._dtype)


def percent_map(network: Network, sample: Sample, resolution_m: float, bands: Sequence[str]) -> NDArray[np.uint8]:
    """Per cent of landslide at each pixel of a sample, shape (height, width), from the network at a resolution."""
    if isinstance(network, ImprovedMaskRCNN):
        return instance_percent(network, sample, resolution_m, bands)
    return percent_of(logits_of(network, sample, resolution_m, network.stride, bands))


def task_for(network: Network, job: Job, processes: Processes, dtype: torch.dtype) -> Task:
    """The task of a network."""
    return (Instances if network.kind == "instance" else Segmentation)(job, processes, dtype)
