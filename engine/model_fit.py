"""How a model fits an image, told from what both state: no pixel is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osgeo import gdal

from .contract import Contract
from .errors import ScarpError
from .progress import Quiet
from .scene import choose_bands, crs_of, ground_resolution_m

GOOD, POOR, NONE = "good", "poor", "none"
"""Made for it; can be run, but was made for finer images; cannot read it."""
TOLERANCE = 0.005
"""Share by which a ground resolution may lie beyond the model's range, as ``Scene`` has it."""


@dataclass(frozen=True)
class Fit:
    """How a model fits an image.

    Attributes:
        fit: one of ``GOOD``, ``POOR`` and ``NONE``.
        why: in one sentence or two.
    """

    fit: str
    why: str


def model_fit(source: gdal.Dataset, contract: Contract, path: str, bands: Sequence[int] = ()) -> Fit:
    """How a model fits an image.

    Args:
        source: the image.
        contract: of the model.
        path: of the image, for messages.
        bands: that were chosen for the model; none finds them.
    """
    is_paletted = source.RasterCount == 1 and source.GetRasterBand(1).GetColorTable() is not None
    if not (is_paletted and len(contract.bands) == 3):
        try:
            choose_bands(source, contract, bands, path, Quiet())
        except ScarpError as error:
            return Fit(NONE, str(error))
    low, high = contract.resolution_m
    made_for = f"It was made for {low:g} m" if low == high else f"It was made for {low:g} to {high:g} m"
    if not crs_of(source):
        return Fit(GOOD, f"{made_for}; the image has no coordinate system, so its ground resolution is not known.")
    own = ground_resolution_m(source)
    if own > high * (1.0 + TOLERANCE):
        return Fit(POOR, f"{made_for}; the image has {own:.3g} m, which is coarser and may give poor results.")
    if own < low * (1.0 - TOLERANCE):
        return Fit(GOOD, f"{made_for}; the image has {own:.3g} m and is worked on at {low:g} m.")
    return Fit(GOOD, f"{made_for}; the image has {own:.3g} m.")
