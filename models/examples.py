"""Training examples drawn from sources, each by a seed of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..engine.errors import ScarpError
from .augmentation import Augmentation, example, normalised
from .distances import boundary_distances
from .instance_targets import targets_of
from .job import Job, Source
from .proposals import Targets
from .sample import Sample

AHEAD = 2
"""Batches that are made while one is learnt from."""


@dataclass(frozen=True)
class Batch:
    """Examples of one step.

    Attributes:
        images: shape (batch, bands, tile, tile), as the network expects them.
        masks: shape (batch, tile, tile), 8 bit.
        distances: shape (batch, classes, tile, tile), of ``boundary_distances``; nothing where they are not needed.
        targets: of ``targets_of``, for each image; nothing where they are not needed.
    """

    images: Tensor
    masks: Tensor
    distances: Tensor | None
    targets: Targets | None = None


class Examples:
    """Draws training examples: a source by its weight, a sample of it, a resolution, an augmentation.

    Args:
        sources: with their samples.
        job: says what an example is.
        tile: side of an example in pixels.
        need_distances: whether batches hold distances.
        need_targets: whether batches hold instances.

    Raises:
        ScarpError: if there is nothing to draw from.
    """

    def __init__(
        self, sources: Sequence[tuple[Source, list[Sample]]], job: Job, tile: int, need_distances: bool = False,
        need_targets: bool = False,
    ) -> None:  # fmt: skip
        for source, _ in sources:
            low, high = source.resolutions_m
            if source.weight < 0 or not 0 < low <= high:
                raise ScarpError(f"The source {source.name} has the weight {source.weight:g} and the resolutions "
                                 f"{low:g} to {high:g} m; give a weight of 0 or more, and positive metres, the "
                                 "smaller first.")
        self._sources = [(source, pool) for source, pool in sources if source.weight > 0 and pool]
        self._job, self._tile = job, tile
        self._need_distances, self._need_targets = need_distances, need_targets
        if not self._sources:
            raise ScarpError("The job has no training sample; add a source with a weight above 0.")
        weights = np.array([source.weight for source, _ in self._sources], float)
        self._chances = weights / weights.sum()
        self._pools = [_chances(source, pool) for source, pool in self._sources]

    def one(self, seed: tuple[int, ...], bias: float) -> tuple[Tensor, Tensor, Tensor | None]:
        """The example of a seed, as ``augmentation.example`` gives it.

        Args:
            seed: alone decides.
            bias: share of the examples that are drawn around a feature.
        """
        rng = np.random.default_rng(seed)
        index = rng.choice(len(self._sources), p=self._chances)
        source, pool = self._sources[index]
        low, high = source.resolutions_m
        resolution = float(low * (high / low) ** rng.random())
        around_feature = bool(rng.random() < bias)
        chances = self._pools[index][int(around_feature)]
        number = rng.integers(len(pool)) if chances is None else rng.choice(len(pool), p=chances)
        job = self._job
        augmentation = Augmentation(float(around_feature), job.rotation, job.scale, job.colours, job.right_angles)
        return example(pool[number], resolution, self._tile, rng, job.bands, augmentation)

    def batch(self, seeds: Sequence[tuple[int, ...]], bias: float) -> Batch:
        """The examples of seeds."""
        images, masks, numbers = zip(*(self.one(seed, bias) for seed in seeds))
        distances, targets = None, None
        if self._need_distances:
            classes = len(self._job.classes)
            distances = torch.from_numpy(np.stack([boundary_distances(mask.numpy(), classes) for mask in masks]))
        if self._need_targets:
            targets = [targets_of(mask.numpy(), None if each is None else each.numpy())
                       for mask, each in zip(masks, numbers)]  # fmt: skip
        return Batch(normalised(torch.stack(images), self._job.bands), torch.stack(masks), distances, targets)

    def epoch(self, epoch: int, bias: float, rank: int = 0, processes: int = 1) -> Iterator[Batch]:
        """The batches of an epoch, each made while the one before it is learnt from.

        Args:
            epoch: from 0.
            bias: share of the examples that are drawn around a feature.
            rank: of this process, which gets its share of each batch.
            processes: how many there are.
        """
        job = self._job
        steps = job.examples // job.batch

        def seeds(step: int) -> list[tuple[int, ...]]:
            return [(job.seed, epoch, step, index) for index in range(rank, job.batch, processes)]

        with ThreadPoolExecutor(1) as pool:
            waiting = [pool.submit(self.batch, seeds(step), bias) for step in range(min(AHEAD, steps))]
            for step in range(steps):
                batch = waiting.pop(0).result()
                if step + AHEAD < steps:
                    waiting.append(pool.submit(self.batch, seeds(step + AHEAD), bias))
                yield batch


def _chances(source: Source, pool: list[Sample]) -> tuple[NDArray[Any] | None, NDArray[Any] | None]:
    """How likely each sample is drawn: at random, and around a feature. Files of a folder all alike.

    The parts of a scene are drawn by what they have of labelled pixels, or of feature pixels.
    """
    if not source.scene:
        return None, None
    labelled = np.array([sample.labelled_pixels for sample in pool], float)
    features = np.array([sample.feature_pixels for sample in pool], float)
    if not labelled.any():
        raise ScarpError(f"Nothing is labelled in the scene of {source.name}; draw training areas on it.")
    return labelled / labelled.sum(), features / features.sum() if features.any() else labelled / labelled.sum()
