"""What a run says of the landslides it has found."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..engine.progress import Progress


def report_landslides(
    count: int, area_m2: float, threshold: float, histogram: NDArray[np.int64], progress: Progress,
    with_score: bool = False,
) -> None:  # fmt: skip
    """Say how many there are, or why there is none.

    Args:
        count: of the landslides.
        area_m2: of them together.
        threshold: that was used.
        histogram: shape (101,), pixels of probability 0.00, 0.01, ... 1.00; not all 0.
        progress: is told.
        with_score: whether there was a smallest score, as models of instances have.
    """
    if count:
        progress.pushInfo(f"{count} landslide{'s' if count > 1 else ''} of {area_m2:,.0f} m² in all.")
        return
    highest = int(histogram.nonzero()[0].max()) / 100
    progress.pushWarning(
        f"No landslide was found: the highest probability is {highest:.2f}, the threshold {threshold:.2f}. "
        f"Try a lower {'score or ' if with_score else ''}threshold, another model, or a smaller minimum area."
    )
