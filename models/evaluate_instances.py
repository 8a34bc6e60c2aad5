"""Score what a model of instances finds on tiles with masks: are landslides found one by one."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.detections import Instances
from ..engine.fragments import Fragments
from .average_precision import BINS, InstanceCounts
from .instance_targets import targets_of
from .instance_validation import PROBABLE
from .sample import UNLABELLED

WHOLE_PX = 4096
"""Side of a tile that no sample is larger than, so that the model sees each as one."""


def add_instances(counts: InstanceCounts, fragments: Fragments, mask: NDArray[np.uint8]) -> None:
    """Count the instances of a sample, on the grid that it was worked on.

    Args:
        counts: is added to.
        fragments: of the sample, in one tile.
        mask: shape (height, width); its landslides are connected pixels of 1, also over corners.
    """
    height, width = fragments.grid.rows.length, fragments.grid.columns.length
    found = [each for _, _, instances in fragments.row(0) for each in _masks(instances, height, width)]
    scores = [score for _, _, instances in fragments.row(0) for score in instances.scores.tolist()]
    targets = targets_of(nearest(np.where((mask > 1) & (mask != UNLABELLED), 0, mask), height, width))
    ignored = targets["unlabelled"].numpy() if "unlabelled" in targets else None
    masks = np.array(found, bool).reshape(-1, height, width)
    counts.add(np.array(scores), masks, targets["masks"].numpy() > 0, ignored)


def _masks(instances: Instances, height: int, width: int) -> list[NDArray[np.bool_]]:
    """The pixels of each instance, whatever its score."""
    certain = Instances(instances.boxes, np.ones_like(instances.scores), instances.masks)
    found = []
    for each in certain.spreads(height, width):
        whole = np.zeros((height, width), bool)
        whole[each.slices] = each.percent >= 100 * PROBABLE + 0.5  # it carries a half for rounding
        found.append(whole)
    return found


def nearest(mask: NDArray[Any], height: int, width: int) -> NDArray[Any]:
    """A mask at another size, each pixel as the one that its centre lies in."""
    rows, columns = ((np.arange(size) + 0.5) * old / size for size, old in zip((height, width), mask.shape))
    found: NDArray[Any] = mask[rows.astype(int)[:, None], columns.astype(int)]
    return found


def instance_summary(counts: InstanceCounts) -> dict[str, float | int | None]:
    """Average precision at an intersection over union of 0.5, and the score of the best F1 by landslide with its F1.

    Nothing stands for what is not defined, as without any landslide.
    """
    right, wrong = np.cumsum(counts.right[::-1]), np.cumsum(counts.wrong[::-1])
    f1 = 2.0 * right / np.maximum(right + wrong + counts.landslides, 1)
    best, precision = int(np.argmax(f1)), counts.average_precision
    return {
        "landslides": counts.landslides,
        "ap50": None if math.isnan(precision) else round(precision, 4),
        "best_instance_f1": round(float(f1[best]), 4) if right[-1] else None,
        "best_score": (BINS - 1 - best) / (BINS - 1) if right[-1] else None,
    }
