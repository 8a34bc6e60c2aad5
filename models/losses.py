"""Losses for masks in which some pixels are unlabelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from .distances import blurred, boundary_weights
from .sample import UNLABELLED

Sum = Callable[[Tensor], Tensor]
"""Adds a scalar over the processes of a training, so that they differentiate the loss of the whole batch."""


def alone(total: Tensor) -> Tensor:
    """The sum over one process."""
    return total


@dataclass(frozen=True)
class Weights:
    """How pixels count at one moment of a training.

    Attributes:
        dice: weight of the Dice loss beside the cross-entropy.
        boundary: weight of a pixel on a boundary beyond any other's 1.
        boundary_sigma_px: how fast it falls with the distance.
        feature_share: share of a feature pixel's weight against a background pixel's, 0.5 for none.
        blur_px: how far labels are blurred.
    """

    dice: float = 1.0
    boundary: float = 0.0
    boundary_sigma_px: float = 5.0
    feature_share: float = 0.5
    blur_px: float = 0.0

    @property
    def need_distances(self) -> bool:
        """Whether distances from boundaries are needed."""
        return self.boundary > 0 or self.blur_px > 0


def faded(class_weight: float, done: float) -> float:
    """The class weight when a share ``done`` of the training is: as given at the start, 0.5 at the end.

    Source: Zhang et al. 2020, section 4.3: "used to highlight feature pixels at the beginning of training".
    """
    return 0.5 + (class_weight - 0.5) * (1.0 - done)


def segmentation_loss(
    logits: Tensor, mask: Tensor, weights: Weights, distances: Tensor | None = None, sum_over: Sum = alone
) -> Tensor:
    """Weighted binary cross-entropy of each class, plus the soft Dice loss over the batch, the mean over classes.

    Args:
        logits: shape (batch, classes, height, width).
        mask: shape (batch, height, width), 8 bit: 0 background, 1 and above the classes, 255 unlabelled.
        weights: how pixels count.
        distances: shape of the logits, from ``boundary_distances``; needed where ``weights.need_distances``.
        sum_over: adds over processes.

    Returns:
        A scalar; 0 where nothing is labelled.

    Source: Zhang et al. 2020, formula 1, for the weighted cross-entropy; Milletari et al. 2016, V-Net, for Dice.
    """
    scores = logits.float()
    number = torch.arange(1, scores.shape[1] + 1, device=mask.device, dtype=mask.dtype)[None, :, None, None]
    truth = (mask[:, None] == number).float()
    labelled = (mask != UNLABELLED).float()[:, None]
    weight, target = labelled, truth
    if distances is not None and weights.blur_px > 0:
        target = blurred(distances, weights.blur_px)
    if distances is not None and weights.boundary > 0:
        weight = weight * boundary_weights(distances, weights.boundary, weights.boundary_sigma_px)
    ratio = weights.feature_share / (1.0 - weights.feature_share)
    weight = weight * (1.0 + (ratio - 1.0) * truth.amax(1, keepdim=True))
    entropy = functional.binary_cross_entropy_with_logits(scores, target, reduction="none").mean(1, keepdim=True)
    loss = sum_over((entropy * weight).sum()) / sum_over(weight.sum()).clamp(min=1e-6)
    if weights.dice > 0:
        probability = torch.sigmoid(scores) * labelled
        overlap = sum_over((probability * truth).sum((0, 2, 3)))
        total = sum_over(probability.sum((0, 2, 3)) + (truth * labelled).sum((0, 2, 3)))
        loss = loss + weights.dice * (1.0 - (2.0 * overlap + 1.0) / (total + 1.0)).mean()
    return loss
