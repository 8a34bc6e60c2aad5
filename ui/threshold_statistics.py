"""How many pixels, and how much area, of a probability layer lie at or above each threshold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ..engine.errors import ScarpError
from ..engine.evaluation_grid import EvaluationGrid
from ..engine.origin import Origin, read_origin
from ..engine.polygons_on_grid import PolygonsOnGrid, PolygonSource
from ..engine.probability import BINS
from ..engine.probability_areas import MeasuredProbability
from ..engine.probability_raster import ProbabilityRaster, lowest_percent
from ..engine.progress import Progress
from ..engine.reference import ReferenceRaster
from ..engine.sweep import Histograms, histograms
from .threshold_renderer import value_of


@dataclass(frozen=True)
class ThresholdStatistics:
    """What is known of a probability layer.

    Attributes:
        histograms: pixels of probability 0.00, 0.01, ... 1.00; with a reference also those inside and outside of it.
        areas_m2: shape (101,), ellipsoidal area of those pixels; nothing where it is not known where the layer lies.
        origin: where the raster comes from, as it says itself.
    """

    histograms: Histograms
    areas_m2: NDArray[np.float64] | None
    origin: Origin

    def pixels(self, percent: int) -> int:
        """Pixels at or above a threshold."""
        return int(self.histograms.valid[percent:].sum())

    def area_m2(self, percent: int) -> float | None:
        """Area at or above a threshold; nothing where it is not known."""
        return None if self.areas_m2 is None else float(self.areas_m2[percent:].sum())

    @property
    def recommended(self) -> int | None:
        """Per cent from which the model takes pixels for landslide; nothing where the raster does not state it."""
        return None if self.origin.threshold is None else lowest_percent(self.origin.threshold)

    @property
    def otsu(self) -> int | None:
        """Otsu's threshold in per cent; nothing where all pixels are alike."""
        threshold = self.histograms.otsu_threshold
        return None if threshold is None else lowest_percent(threshold)

    @property
    def best(self) -> int | None:
        """Threshold with the best F1 in per cent; nothing where no landslide is known."""
        best = self.histograms.best
        return None if best is None else lowest_percent(best[0])


@dataclass(frozen=True)
class Reference:
    """What is known to be landslide, taken from a layer in the thread that it lives in.

    Attributes:
        name: of the layer.
        raster: what GDAL opens; empty where it is polygons.
        polygons: nothing where it is a raster.
    """

    name: str
    raster: str = ""
    polygons: PolygonSource | None = None

    @classmethod
    def of(cls, layer: QgsMapLayer) -> Reference:
        """What a layer holds; its edits that are not saved count too."""
        if not isinstance(layer, QgsVectorLayer):
            return cls(layer.name(), raster=gdal_name(layer))
        source = QgsVectorLayerFeatureSource(layer)

        def read() -> Iterator[bytes]:
            for feature in source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([])):
                if feature.hasGeometry():
                    yield bytes(feature.geometry().asWkb())

        return cls(layer.name(), polygons=PolygonSource(read, wkt_of(layer.crs()), layer.name()))


def gdal_name(layer: QgsMapLayer) -> str:
    """What GDAL opens for a raster layer: its file, without the options that QGIS writes behind it."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    if not parts.get("path") or parts.get("layerName"):
        return layer.source()
    return f"{parts.get('vsiPrefix') or ''}{parts['path']}{parts.get('vsiSuffix') or ''}"


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """A CRS as well-known text; empty where there is none."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else ""


def excluded(layer: QgsRasterLayer) -> list[int]:
    """Per cents that the analyst has made nodata in the layer's properties."""
    ranges = layer.dataProvider().userNoDataValues(1)
    # QGIS compares what it has read, which is of single precision.
    values = [float(np.float32(value_of(layer, percent))) for percent in range(BINS)]
    return [percent for percent, value in enumerate(values) if any(one.contains(value) for one in ranges)]


def count_pixels(path: str, crs_wkt: str, excluded_percents: list[int], progress: Progress) -> ThresholdStatistics:
    """Count a probability raster, once through.

    Args:
        path: of the raster.
        crs_wkt: that the layer is said to be in; empty for what the raster says itself.
        excluded_percents: that are nodata.
        progress: told how far it is, and asked whether to stop.

    Raises:
        ScarpError: if it cannot be read, or has no valid pixel.
        Cancelled: if asked to stop.
    """
    raster = MeasuredProbability(path, crs_wkt)
    for _ in raster.strips(progress):
        pass  # it counts itself
    raster.pixels[excluded_percents], raster.areas_m2[excluded_percents] = 0, 0.0
    if not raster.pixels.any():
        raise ScarpError(f'"{path}" has no valid pixel: it is nodata all over. Choose another probability layer.')
    areas_m2 = raster.areas_m2 if raster.crs_wkt and np.isfinite(raster.areas_m2).all() else None
    return ThresholdStatistics(Histograms(raster.pixels), areas_m2, read_origin(path))


def count_with_reference(
    known: ThresholdStatistics, path: str, crs_wkt: str, excluded_percents: list[int], reference: Reference,
    progress: Progress,
) -> ThresholdStatistics:  # fmt: skip
    """Add to what is known how many pixels lie inside and outside of a reference; arguments as of ``count_pixels``.

    Raises:
        ScarpError: if the reference cannot be read, or says nothing of the raster.
        Cancelled: if asked to stop.
    """
    raster = ProbabilityRaster(path)
    grid = EvaluationGrid(raster.width, raster.height, tuple(raster.geotransform), crs_wkt or raster.crs_wkt)
    if reference.polygons is None:
        landslides = ReferenceRaster(reference.raster, grid, reference.name, progress)
        found = histograms(raster, landslides, progress)
    else:
        with TemporaryDirectory(prefix="scarp-") as folder:
            polygons = PolygonsOnGrid.of_source(reference.polygons, grid, Path(folder), progress)
            try:
                if not len(polygons):
                    raise ScarpError(
                        f'The reference "{reference.name}" has no polygon on the probability raster. Choose another, '
                        "or check the coordinate reference systems of both."
                    )
                found = histograms(raster, polygons, progress)
            finally:
                polygons.close()
    for counts in (found.valid, found.landslide, found.other):
        if counts is not None:
            counts[excluded_percents] = 0
    return replace(known, histograms=found)
