"""Where a probability raster comes from, as it says itself."""

from __future__ import annotations

from dataclasses import dataclass

from osgeo import gdal

from .gdal_calls import attempt

MODEL, THRESHOLD, SOURCE, SCORE = "SCARP_MODEL", "SCARP_THRESHOLD", "SCARP_SOURCE", "SCARP_SCORE"


@dataclass(frozen=True)
class Origin:
    """What made a probability raster; kept in its metadata, which QGIS shows among the layer's properties.

    Attributes:
        model: its name; empty where it is not known.
        threshold: that the model recommends, in [0, 1]; nothing where it is not known.
        source: file name of the image; empty where it is not known.
        score: smallest one of the instances that were taken, in [0, 1]; nothing where the model gives none.
    """

    model: str = ""
    threshold: float | None = None
    source: str = ""
    score: float | None = None

    def items(self) -> dict[str, str]:
        """As metadata items of a raster; what is not known is left out."""
        threshold, score = ("" if number is None else f"{number:.6g}" for number in (self.threshold, self.score))
        items = {MODEL: self.model, THRESHOLD: threshold, SOURCE: self.source, SCORE: score}
        return {name: text for name, text in items.items() if text}


def read_origin(path: str) -> Origin:
    """What a raster says of where it comes from; nothing is known of one that says nothing, or cannot be read."""
    dataset, _ = attempt(gdal.OpenEx, path, gdal.OF_RASTER)
    items: dict[str, str] = dataset.GetMetadata() if dataset is not None else {}
    threshold, score = (_share(items.get(name, "")) for name in (THRESHOLD, SCORE))
    return Origin(items.get(MODEL, ""), threshold, items.get(SOURCE, ""), score)


def _share(text: str) -> float | None:
    """A number in [0, 1]; nothing where it is none."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0.0 <= number <= 1.0 else None
