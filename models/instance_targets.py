"""What a Mask R-CNN learns from: the instances in a mask."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor
from torchvision.ops import roi_align

from .sample import UNLABELLED

SMALLEST_PX = 6
"""Instances of fewer pixels, such as what the edge of a tile leaves of one, are no targets; they are unlabelled."""


def targets_of(mask: NDArray[Any], instances: NDArray[Any] | None = None) -> dict[str, Tensor]:
    """The targets of one image.

    Args:
        mask: shape (height, width): 0 background, 1 and above the classes, 255 unlabelled.
        instances: number of the landslide that a pixel belongs to, of the same shape, 0 for none. Pixels of one number
            and class are one instance; those of a class and no number are unlabelled, as they have no outline to learn
            and are no background. Nothing makes instances of connected pixels of a class, also over corners.

    Returns:
        ``boxes`` (n, 4) float, pixel edges; ``labels`` (n,) int64; ``masks`` (n, height, width) 8 bit; and
        ``unlabelled`` (height, width) bool, where any pixel is.
    """
    masks, labels, boxes = [], [], []
    unlabelled = mask == UNLABELLED
    for label in np.unique(mask[(mask > 0) & ~unlabelled]).tolist():
        of_class = mask == label
        numbers = _numbered(of_class, instances)
        unlabelled |= of_class & (numbers == 0)
        for number, place in enumerate(ndimage.find_objects(numbers), 1):
            if place is None:
                continue
            part = numbers[place] == number
            if np.count_nonzero(part) < SMALLEST_PX:
                unlabelled[place] |= part
                continue
            whole = np.zeros(mask.shape, np.uint8)
            whole[place] = part
            masks.append(whole)
            labels.append(label)
            rows, columns = place
            boxes.append((columns.start, rows.start, columns.stop, rows.stop))
    found = {
        "boxes": torch.tensor(boxes, dtype=torch.float32).reshape(-1, 4),
        "labels": torch.tensor(labels, dtype=torch.int64),
        "masks": torch.from_numpy(np.array(masks, np.uint8).reshape(-1, *mask.shape)),
    }
    return {**found, "unlabelled": torch.from_numpy(unlabelled)} if unlabelled.any() else found


def masks_in_boxes(masks: Tensor, boxes: Tensor, chosen: Tensor, side: int) -> Tensor:
    """What boxes show of masks: at the centre of each cell, between the centres of pixels.

    torchvision's ``project_masks_on_boxes`` takes a pixel's corner for its centre, so that a mask of its cells, put
    back, lies half a pixel off: of landslides some ten pixels wide, a fifth of their area.

    Args:
        masks: shape (m, height, width).
        boxes: shape (n, 4), pixel edges.
        chosen: shape (n,), the mask that a box is laid on.
        side: cells of a box in each direction.

    Returns:
        Shape (n, side, side), float.
    """
    places = torch.cat([chosen[:, None].to(boxes.dtype), boxes], 1)
    found: Tensor = roi_align(masks[:, None].to(boxes.dtype), places, side, 1.0, aligned=True)
    return found[:, 0]


def _numbered(of_class: NDArray[np.bool_], instances: NDArray[Any] | None) -> NDArray[np.int64]:
    """A number from 1 for each instance of a class."""
    numbers: NDArray[np.int64]
    if instances is None:
        numbers = ndimage.label(of_class, np.ones((3, 3)))[0].astype(np.int64)
        return numbers
    _, places = np.unique(np.where(of_class, instances, 0), return_inverse=True)
    numbers = places.reshape(of_class.shape).astype(np.int64)
    if (of_class & (instances > 0)).all():  # then there is no 0, whose place is the first
        numbers += 1
    return numbers
