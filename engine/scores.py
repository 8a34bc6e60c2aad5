"""How well landslides were extracted, by pixel and by object."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .errors import ScarpError
from .probability_raster import ProbabilityRaster, lowest_percent
from .progress import Progress, Quiet, check
from .threshold import middle_of_plateau

Ints = NDArray[np.int64]

_NO_SURFACES = (ogr.wkbPoint, ogr.wkbMultiPoint, ogr.wkbLineString, ogr.wkbMultiLineString)


@dataclass(frozen=True)
class PixelCounts:
    """Pixels by what was extracted and what the reference says; unlabelled ones are in none of the four.

    A score without a denominator (precision where nothing was extracted, recall where there is no landslide) is NaN.

    Attributes:
        tp: landslide, extracted.
        fp: extracted, but no landslide.
        fn: landslide, but not extracted.
        tn: neither.

    Source: Liu et al. 2021, An improved Mask R-CNN, formulas 5 to 10.
    """

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0

    def __add__(self, other: PixelCounts) -> PixelCounts:
        return PixelCounts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, self.tn + other.tn)

    @property
    def precision(self) -> float:
        """Share of the extracted pixels that are landslide (formula 5)."""
        return _ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Share of the landslide pixels that were extracted (formula 6)."""
        return _ratio(self.tp, self.tp + self.fn)

    @property
    def overall_accuracy(self) -> float:
        """Share of all pixels that are right (formula 7)."""
        return _ratio(self.tp + self.tn, self.tp + self.fp + self.fn + self.tn)

    @property
    def iou(self) -> float:
        """Intersection over union of landslide (formula 9)."""
        return _ratio(self.tp, self.tp + self.fp + self.fn)

    @property
    def mean_iou(self) -> float:
        """Mean intersection over union of landslide and of the rest (formula 8); of one, where only one is there."""
        both = [each for each in (self.iou, _ratio(self.tn, self.tn + self.fp + self.fn)) if not math.isnan(each)]
        return sum(both) / len(both) if both else math.nan

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (formula 10); 0 where one of them is 0 or only one is defined."""
        return _ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)


@dataclass(frozen=True)
class ObjectScores:
    """Landslides found and landslides right, counted by object.

    Attributes:
        overlap: share of an object's area that the other set must cover for it to count.
        reference: landslides of the reference.
        found: those of them that the extracted ones cover.
        extracted: landslides extracted.
        right: those of them that the reference covers.
    """

    overlap: float
    reference: int
    found: int
    extracted: int
    right: int

    @property
    def recall(self) -> float:
        """Share of the reference landslides that were found; NaN where there are none."""
        return _ratio(self.found, self.reference)

    @property
    def precision(self) -> float:
        """Share of the extracted landslides that are right; NaN where there are none."""
        return _ratio(self.right, self.extracted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where one of them is 0 or only one is defined."""
        if not self.reference or not self.extracted:
            return 0.0 if self.reference or self.extracted else math.nan
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class RasterScores:
    """Scores of a probability raster against reference polygons.

    Attributes:
        counts: at the threshold asked for.
        histogram_landslide: shape (101,), pixels of each probability inside the reference.
        histogram_other: shape (101,), outside it.
        best_threshold: where F1 is highest; None where no reference landslide lies on valid pixels.
        best_counts: there; None likewise.
    """

    counts: PixelCounts
    histogram_landslide: Ints
    histogram_other: Ints
    best_threshold: float | None
    best_counts: PixelCounts | None


def count_pixels(
    extracted: NDArray[Any], reference: NDArray[Any], labelled: NDArray[np.bool_] | None = None
) -> PixelCounts:
    """Count pixels of two masks.

    Args:
        extracted: any shape, true (or not zero) where landslide was extracted.
        reference: the same shape, true where landslide is.
        labelled: the same shape, true where the reference says anything; everywhere if None.

    Returns:
        The counts.

    Raises:
        ValueError: if the shapes differ.
    """
    shapes = {np.shape(extracted), np.shape(reference), np.shape(reference if labelled is None else labelled)}
    if len(shapes) > 1:
        raise ValueError(f"masks of different shapes cannot be compared: {sorted(shapes)}")
    code = 2 * (np.asarray(reference) != 0) + (np.asarray(extracted) != 0)
    if labelled is not None:
        code = code[np.asarray(labelled, bool)]
    tn, fp, fn, tp = np.bincount(code.reshape(-1), minlength=4).tolist()
    return PixelCounts(tp, fp, fn, tn)


def counts_at(threshold: float, histogram_landslide: Ints, histogram_other: Ints) -> PixelCounts:
    """Counts at a threshold, from the histograms of per cent (101,) inside and outside the reference."""
    lowest = lowest_percent(threshold)
    return PixelCounts(
        int(histogram_landslide[lowest:].sum()),
        int(histogram_other[lowest:].sum()),
        int(histogram_landslide[:lowest].sum()),
        int(histogram_other[:lowest].sum()),
    )


def best_f1(histogram_landslide: Ints, histogram_other: Ints) -> tuple[float, PixelCounts]:
    """The threshold with the highest F1.

    Args:
        histogram_landslide: shape (101,), pixels of probability 0.00, 0.01, ... 1.00 inside the reference.
        histogram_other: shape (101,), outside it.

    Returns:
        The threshold, in [0, 1], the middle one where neighbours are equally good; and the counts there.

    Raises:
        ValueError: if there is no landslide pixel, so that F1 is never above 0.
    """
    if not np.any(histogram_landslide):
        raise ValueError("the best threshold needs at least one landslide pixel")
    every = [counts_at(percent / 100, histogram_landslide, histogram_other) for percent in range(101)]
    best = middle_of_plateau(np.array([counts.f1 for counts in every]))
    return best / 100, every[best]


def object_scores(extracted: NDArray[Any], reference: NDArray[Any], overlap: float = 0.5) -> ObjectScores:
    """Score by object from two label rasters.

    Args:
        extracted: integers, shape (rows, columns): the number of the landslide at each pixel, 0 for none.
        reference: the same, of the reference.
        overlap: share of an object's pixels that must be landslide of any number in the other raster, in (0, 1].

    Returns:
        The scores.

    Raises:
        ScarpError: if the overlap is no such share.
        ValueError: if the shapes differ.
    """
    _check_overlap(overlap)
    if extracted.shape != reference.shape:
        raise ValueError(f"label rasters of shapes {extracted.shape} and {reference.shape} cannot be compared")
    found, total = _covered_labels(reference, extracted != 0, overlap)
    right, drawn = _covered_labels(extracted, reference != 0, overlap)
    return ObjectScores(overlap, total, found, drawn, right)


def object_scores_of_layers(
    extracted_path: str, reference_path: str, overlap: float = 0.5, progress: Progress | None = None
) -> ObjectScores:
    """Score by object from two polygon layers.

    Args:
        extracted_path: the first layer of any vector file that OGR reads.
        reference_path: likewise; it is reprojected to the CRS of the extracted one, in whose plane areas are compared.
        overlap: share of an object's area that the union of the other layer must cover, in (0, 1].
        progress: told how far it is, and asked whether to stop.

    Returns:
        The scores.

    Raises:
        ScarpError: if a layer cannot be read, or the overlap is no such share.
        Cancelled: if asked to stop.
    """
    _check_overlap(overlap)
    watched = progress or Quiet()
    with _opened(extracted_path) as layer:
        crs_wkt = _crs_of(layer)
    extracted, reference = _polygons(extracted_path, crs_wkt), _polygons(reference_path, crs_wkt)
    found = _covered_polygons(reference, extracted, overlap, watched)
    watched.setProgress(50.0)
    right = _covered_polygons(extracted, reference, overlap, watched)
    watched.setProgress(100.0)
    return ObjectScores(overlap, len(reference), found, len(extracted), right)


def score_raster(
    probability_path: str, reference_path: str, threshold: float, progress: Progress | None = None
) -> RasterScores:
    """Score a probability raster against reference polygons, by pixel.

    A pixel is landslide in the reference if its centre lies in a polygon; nodata pixels are left out.

    Args:
        probability_path: probability raster.
        reference_path: the first layer of any vector file that OGR reads; reprojected to the raster's CRS.
        threshold: in [0, 1].
        progress: told how far it is, and asked whether to stop.

    Returns:
        The scores.

    Raises:
        ScarpError: if a file cannot be used.
        Cancelled: if asked to stop.
    """
    watched = progress or Quiet()
    lowest_percent(threshold)
    raster = ProbabilityRaster(probability_path)
    polygons = _polygons(reference_path, raster.crs_wkt)
    inside, everywhere = np.zeros(256, np.int64), np.zeros(256, np.int64)
    with _memory_layer(polygons, raster.crs_wkt) as layer:
        for row, pixels in raster.strips(watched):
            landslide = _rasterized(layer, raster, row, len(pixels))
            everywhere += np.bincount(pixels.reshape(-1), minlength=256)
            inside += np.bincount(pixels[landslide], minlength=256)
    landslides, others = inside[:101], (everywhere - inside)[:101]
    best = best_f1(landslides, others) if landslides.any() else (None, None)
    return RasterScores(counts_at(threshold, landslides, others), landslides, others, *best)


def _ratio(part: int, whole: int) -> float:
    """A share; NaN of nothing."""
    return part / whole if whole else math.nan


def _check_overlap(overlap: float) -> None:
    """Refuse what is no share."""
    if not 0.0 < overlap <= 1.0:
        raise ScarpError(f"The overlap is {overlap:g}. Give a share above 0 and up to 1.")


def _covered_labels(labels: NDArray[Any], cover: NDArray[np.bool_], overlap: float) -> tuple[int, int]:
    """How many labels are covered by a mask to the overlap, and how many there are."""
    chosen = labels != 0
    _, number = np.unique(labels[chosen], return_inverse=True)
    pixels = np.bincount(number.reshape(-1))
    covered = np.bincount(number.reshape(-1), cover[chosen])
    return int((covered >= overlap * pixels).sum()), len(pixels)


def _covered_polygons(
    polygons: list[ogr.Geometry], cover: list[ogr.Geometry], overlap: float, progress: Progress
) -> int:
    """How many polygons the union of others covers to the overlap."""
    boxes = np.array([each.GetEnvelope() for each in cover]).reshape(-1, 4)
    count = 0
    for polygon in polygons:
        check(progress)
        west, east, south, north = polygon.GetEnvelope()
        near = (boxes[:, 0] < east) & (boxes[:, 1] > west) & (boxes[:, 2] < north) & (boxes[:, 3] > south)
        bare = polygon
        for number in np.flatnonzero(near).tolist():
            bare = bare.Difference(cover[number]) or bare
        area = polygon.GetArea()
        count += area - bare.GetArea() >= overlap * area * (1 - 1e-9)
    return count


@contextmanager
def _opened(path: str) -> Iterator[ogr.Layer]:
    """The first layer of a vector file."""
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    except RuntimeError:
        dataset = None
    layer = None if dataset is None else dataset.GetLayer(0)
    if layer is None:
        raise ScarpError(f'The polygons "{path}" cannot be read. (GDAL says: {gdal.GetLastErrorMsg()})')
    yield layer


def _crs_of(layer: ogr.Layer) -> str:
    """A layer's CRS as WKT, empty where it has none."""
    crs = layer.GetSpatialRef()
    # A GeoPackage without CRS has one of two that are called undefined.
    return "" if crs is None or (crs.GetName() or "").startswith("Undefined ") else crs.ExportToWkt()


def _polygons(path: str, crs_wkt: str) -> list[ogr.Geometry]:
    """The polygons of a vector file, made valid, in another CRS."""
    with _opened(path) as layer:
        own_wkt = _crs_of(layer)
        if bool(own_wkt) != bool(crs_wkt):
            lacking = f'polygons "{path}" have' if crs_wkt else f'raster or layer that "{path}" is compared with has'
            raise ScarpError(f"The {lacking} no coordinate reference system. Assign one, so that they can be compared.")
        to_target = _transformation(own_wkt, crs_wkt) if own_wkt else None
        polygons = []
        for feature in layer:
            geometry = feature.GetGeometryRef()
            if geometry is None or ogr.GT_Flatten(geometry.GetGeometryType()) in _NO_SURFACES:
                continue
            geometry = geometry.GetLinearGeometry()
            geometry.FlattenTo2D()
            if to_target is not None and geometry.Transform(to_target) != 0:
                raise ScarpError(
                    f'Polygon {feature.GetFID()} of "{path}" cannot be brought to the coordinate reference system of '
                    f"what it is compared with. Check that its layer has the right one."
                )
            geometry = geometry if geometry.IsValid() else geometry.MakeValid()
            if geometry is not None and geometry.GetArea() > 0:
                polygons.append(geometry)
    return polygons


def _transformation(from_wkt: str, to_wkt: str) -> osr.CoordinateTransformation:
    """Transformation between two CRS, x before y in both."""
    ends = []
    for wkt in (from_wkt, to_wkt):
        crs = osr.SpatialReference()
        crs.ImportFromWkt(wkt)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        ends.append(crs)
    return osr.CoordinateTransformation(*ends)


@contextmanager
def _memory_layer(polygons: list[ogr.Geometry], crs_wkt: str) -> Iterator[ogr.Layer]:
    """A layer in memory that holds polygons."""
    # The driver called Memory became part of the one called MEM in GDAL 3.11.
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    dataset = driver.CreateDataSource("reference")
    crs = osr.SpatialReference(crs_wkt) if crs_wkt else None
    layer = dataset.CreateLayer("reference", crs, ogr.wkbUnknown)
    for polygon in polygons:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(polygon)
        layer.CreateFeature(feature)
    yield layer


def _rasterized(layer: ogr.Layer, raster: ProbabilityRaster, row: int, rows: int) -> NDArray[np.bool_]:
    """Which pixels of a strip of the raster have their centres in the layer's polygons, shape (rows, width)."""
    corners = raster.to_map(np.array([[0, row], [raster.width, row], [0, row + rows], [raster.width, row + rows]]))
    (west, south), (east, north) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    layer.SetSpatialFilterRect(west, south, east, north)
    strip = gdal.GetDriverByName("MEM").Create("", raster.width, rows, 1, gdal.GDT_Byte)
    _, a, b, _, c, d = raster.geotransform
    strip.SetGeoTransform((corners[0, 0], a, b, corners[0, 1], c, d))
    strip.SetProjection(raster.crs_wkt)
    gdal.RasterizeLayer(strip, [1], layer, burn_values=[1])
    return np.asarray(strip.ReadAsArray() == 1)
