"""The veto: a pixel that another class fits better is no landslide."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .raster_writer import NODATA


def vetoed(
    landslide: NDArray[np.uint8], others: Sequence[NDArray[np.uint8]], threshold: int
) -> NDArray[np.uint8]:
    """Lower the landslide's probability by what the most probable other class has above the threshold.

    So at this threshold a pixel is landslide exactly where its own probability reaches the threshold and no other
    class is more probable. Where no other class reaches the threshold, nothing changes. The result is continuous,
    rises with the landslide's probability and falls with the others', so that other thresholds can be tried on it: a
    higher one asks for a greater lead over the other classes, a lower one forgives a small one of theirs.

    Args:
        landslide: per cent, 255 nodata, any shape.
        others: the same of each other class; background is none.
        threshold: per cent, above 0.

    Returns:
        Per cent, 255 where nodata.
    """
    above = np.full_like(landslide, threshold)
    for other in others:
        np.maximum(above, other, out=above)
    above -= np.uint8(threshold)
    lowered = np.maximum(landslide, above)
    lowered -= above
    lowered[landslide == NODATA] = NODATA
    return lowered
