"""The edge loss: how far the outlines of predicted masks are from the true ones.

Source: Liu et al. 2021, section 2.3, formulas 2 to 4.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

SOBEL_X = ((-1.0, 0.0, 1.0), (-2.0, 0.0, 2.0), (-1.0, 0.0, 1.0))
SOBEL_Y = ((1.0, 2.0, 1.0), (0.0, 0.0, 0.0), (-1.0, -2.0, -1.0))
"""Formula 3."""


def sobel(masks: Tensor) -> Tensor:
    """Horizontal and vertical gradient of masks.

    Args:
        masks: shape (n, height, width), float.

    Returns:
        Shape (n, 2, height - 2, width - 2): a pixel at the rim has no neighbours to differ from.
    """
    filters = torch.tensor([SOBEL_X, SOBEL_Y], dtype=masks.dtype, device=masks.device)[:, None]
    return functional.conv2d(masks[:, None], filters)


def edge_loss(predicted: Tensor, true: Tensor, weights: Tensor | None = None) -> Tensor:
    """Mean squared difference of the gradients of predicted and true masks (formula 4).

    Args:
        predicted: probabilities, shape (n, height, width).
        true: 0 to 1, of the same shape.
        weights: of the same shape, 0 where a pixel's truth is not known; nothing counts all alike.

    Returns:
        A scalar; 0 where n is 0.
    """
    with torch.autocast(predicted.device.type, enabled=False):  # 16 bits would round gradients of up to 4
        difference = (sobel(predicted.float()) - sobel(true.float())) ** 2
    if weights is None:
        return difference.mean() if difference.numel() else predicted.sum() * 0.0
    # A gradient is known where all the pixels that it is made of are.
    known = -functional.max_pool2d(-weights[:, None].float(), 3, 1)
    return (difference * known).sum() / (2.0 * known.sum()).clamp(min=1.0)
