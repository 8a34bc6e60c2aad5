"""Where a probability raster comes from, as it says itself."""

from __future__ import annotations

from dataclasses import dataclass

from osgeo import gdal

from .gdal_calls import attempt

MODEL, THRESHOLD, SOURCE = "SCARP_MODEL", "SCARP_THRESHOLD", "SCARP_SOURCE"


@dataclass(frozen=True)
class Origin:
    """What made a probability raster; kept in its metadata, which QGIS shows among the layer's properties.

    Attributes:
        model: its name; empty where it is not known.
        threshold: that the model recommends, in [0, 1]; nothing where it is not known.
        source: file name of the image; empty where it is not known.
    """

    model: str = ""
    threshold: float | None = None
    source: str = ""

    def items(self) -> dict[str, str]:
        """As metadata items of a raster; what is not known is left out."""
        threshold = "" if self.threshold is None else f"{self.threshold:.6g}"
        items = {MODEL: self.model, THRESHOLD: threshold, SOURCE: self.source}
        return {name: text for name, text in items.items() if text}


def read_origin(path: str) -> Origin:
    """What a raster says of where it comes from; nothing is known of one that says nothing, or cannot be read."""
    dataset, _ = attempt(gdal.OpenEx, path, gdal.OF_RASTER)
    items: dict[str, str] = dataset.GetMetadata() if dataset is not None else {}
    try:
        threshold: float | None = float(items.get(THRESHOLD, ""))
    except ValueError:
        threshold = None
    if threshold is not None and not 0.0 <= threshold <= 1.0:
        threshold = None
    return Origin(items.get(MODEL, ""), threshold, items.get(SOURCE, ""))
