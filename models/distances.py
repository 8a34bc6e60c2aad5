"""Distances from the boundaries of the classes, for the boundary weight map and for blurred labels."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from torch import Tensor

from .sample import UNLABELLED

FAR_PX = 1e4
"""Distance where a class has no boundary."""


def boundary_distances(mask: NDArray[np.uint8], classes: int) -> NDArray[np.float32]:
    """Signed distance of each pixel's centre from the boundary of each class, in pixels, positive inside.

    The boundary runs along pixel edges between labelled pixels: the first pixel inside is at 0.5, the first outside
    at -0.5. Where a class meets what is unlabelled there is no boundary, since nobody has said that it ends there.

    Args:
        mask: shape (height, width): 0 background, 1 to ``classes``, 255 unlabelled.
        classes: how many.

    Returns:
        Shape (classes, height, width), -FAR_PX to FAR_PX.
    """
    distances = np.empty((classes, *mask.shape), np.float32)
    labelled = mask != UNLABELLED
    for index in range(classes):
        inside = mask == index + 1
        outside = labelled & ~inside
        to_outside = distance_transform_edt(~outside) if outside.any() else np.full(mask.shape, FAR_PX)
        to_inside = distance_transform_edt(~inside) if inside.any() else np.full(mask.shape, FAR_PX)
        distances[index] = np.where(inside, to_outside - 0.5, 0.5 - to_inside)
    return np.clip(distances, -FAR_PX, FAR_PX)


def blurred(distances: Tensor, blur_px: float) -> Tensor:
    """Labels as probabilities: 0.5 on the boundary, 0 and 1 at ``blur_px`` from it and beyond.

    Args:
        distances: shape (..., height, width), as ``boundary_distances`` gives them.
        blur_px: 0.5 or less blurs nothing.

    Source: Zhang et al. 2020, section 4.3 ("blur distance").
    """
    if blur_px <= 0.5:
        return (distances > 0).to(distances.dtype)
    return (0.5 + distances / (2.0 * blur_px)).clamp(0.0, 1.0)


def boundary_weights(distances: Tensor, weight: float, sigma_px: float) -> Tensor:
    """Weight of each pixel: 1 far from a boundary, ``1 + weight`` on it.

    Args:
        distances: shape (batch, classes, height, width), as ``boundary_distances`` gives them.
        weight: beyond 1.
        sigma_px: how fast it falls.

    Returns:
        Shape (batch, 1, height, width).

    Source: Zhang et al. 2020, formula 1; the shape is that of Ronneberger et al. 2015, formula 2, for one boundary.
    """
    nearest = distances.abs().amin(1, keepdim=True)
    return 1.0 + weight * torch.exp(-(nearest**2) / (2.0 * sigma_px**2))
