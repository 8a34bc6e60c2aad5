"""Losses for masks in which some pixels are unlabelled."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from .samples import UNLABELLED


def cross_entropy_and_dice(logits: Tensor, mask: Tensor, dice: float = 1.0) -> Tensor:
    """Binary cross-entropy plus ``dice`` times the soft Dice loss over the batch.

    Args:
        logits: shape (batch, 1, height, width).
        mask: shape (batch, height, width), 8 bit: 1 landslide, 0 other, 255 unlabelled.
        dice: weight of the Dice loss.

    Returns:
        A scalar; 0 where nothing is labelled.

    Source: Milletari et al. 2016, V-Net, for the soft Dice loss.
    """
    labelled = (mask != UNLABELLED).float()
    truth = (mask == 1).float()
    scores = logits[:, 0].float()
    entropy = functional.binary_cross_entropy_with_logits(scores, truth, reduction="none")
    loss = (entropy * labelled).sum() / labelled.sum().clamp(min=1.0)
    if dice > 0:
        probability = torch.sigmoid(scores) * labelled
        overlap = (probability * truth).sum()
        total = probability.sum() + (truth * labelled).sum()
        loss = loss + dice * (1.0 - (2.0 * overlap + 1.0) / (total + 1.0))
    return loss
