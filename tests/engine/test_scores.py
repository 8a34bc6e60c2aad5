"""Tests of scarp.engine.scores."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.progress import Quiet
from scarp.engine.scores import (
    PixelCounts,
    best_f1,
    count_pixels,
    counts_at,
    object_scores_of_layers,
)


def crs(epsg: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def write_polygons(path: Path, texts: list[str], epsg: int | None = 32633, drawn_in: int | None = None) -> str:
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("reference", crs(epsg) if epsg else None, ogr.wkbUnknown)
    for text in texts:
        geometry = ogr.CreateGeometryFromWkt(text)
        if drawn_in is not None:
            geometry.Transform(osr.CoordinateTransformation(crs(drawn_in), crs(epsg)))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    del layer, dataset
    return str(path)


def write_raster(path: Path, percent: NDArray[np.uint8], epsg: int | None = 32633) -> str:
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), percent.shape[1], percent.shape[0], 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    if epsg is not None:
        dataset.SetProjection(crs(epsg).ExportToWkt())
    dataset.GetRasterBand(1).SetNoDataValue(255)
    dataset.GetRasterBand(1).WriteArray(percent.astype(np.uint8))
    return str(path)


def box(column: float, row: float, columns: float, rows: float) -> str:
    """A rectangle of pixels of the raster as WKT."""
    west, north = 500000.0 + column, 4000000.0 - row
    east, south = west + columns, north - rows
    return f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))"


def test_scores_by_the_formulas() -> None:
    counts = PixelCounts(tp=30, fp=10, fn=20, tn=140)
    assert counts.precision == 30 / 40
    assert counts.recall == 30 / 50
    assert counts.overall_accuracy == 170 / 200
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert counts.iou == 30 / 60
    assert counts.mean_iou == pytest.approx((30 / 60 + 140 / 170) / 2)


def test_the_paper_s_own_row_is_consistent() -> None:
    """Table 4 of Liu et al. 2021: precision 95.8 %, recall 93.1 %, so F1 94.4 % and IoU 89.5 %, to their rounding."""
    tp = 931_000
    counts = PixelCounts(tp=tp, fp=round(tp / 0.958 - tp), fn=69_000, tn=0)
    assert (round(counts.precision, 3), round(counts.recall, 3)) == (0.958, 0.931)
    assert counts.f1 == pytest.approx(0.945, abs=1.1e-3)
    assert counts.iou == pytest.approx(0.896, abs=1.6e-3)


def test_nothing_divided_by_nothing_is_nan() -> None:
    nothing = PixelCounts()
    for name in ("precision", "recall", "overall_accuracy", "f1", "iou", "mean_iou"):
        assert math.isnan(getattr(nothing, name)), name
    empty = PixelCounts(tn=9)
    assert math.isnan(empty.precision) and math.isnan(empty.recall) and math.isnan(empty.f1)
    assert (empty.overall_accuracy, empty.mean_iou) == (1.0, 1.0)
    missed = PixelCounts(fn=3, tn=6)
    assert math.isnan(missed.precision)
    assert (missed.recall, missed.f1, missed.iou) == (0.0, 0.0, 0.0)


def test_counts_add() -> None:
    assert PixelCounts(1, 2, 3, 4) + PixelCounts(10, 20, 30, 40) == PixelCounts(11, 22, 33, 44)


def test_count_pixels_leaves_unlabelled_ones_out() -> None:
    extracted = np.array([[1, 1, 0, 0, 1, 0]])
    reference = np.array([[1, 0, 2, 0, 1, 1]])
    assert count_pixels(extracted, reference) == PixelCounts(tp=2, fp=1, fn=2, tn=1)
    labelled = np.array([[True, True, True, True, False, False]])
    assert count_pixels(extracted, reference, labelled) == PixelCounts(tp=1, fp=1, fn=1, tn=1)
    with pytest.raises(ValueError, match="different shapes"):
        count_pixels(extracted, reference[:, :5])


def test_best_f1_is_the_best_of_all_thresholds() -> None:
    rng = np.random.default_rng(3)
    landslide = np.bincount(rng.normal(62, 15, 3000).clip(0, 100).astype(int), minlength=101)
    other = np.bincount(rng.normal(35, 15, 9000).clip(0, 100).astype(int), minlength=101)
    threshold, counts = best_f1(landslide, other)
    every = [counts_at(percent / 100, landslide, other).f1 for percent in range(101)]
    assert counts.f1 == max(every)
    assert every[round(threshold * 100)] == max(every)
    assert 0.4 < threshold < 0.6
    assert counts.tp + counts.fn == 3000 and counts.fp + counts.tn == 9000


def test_best_f1_takes_the_middle_of_a_plateau() -> None:
    landslide, other = np.zeros(101, np.int64), np.zeros(101, np.int64)
    landslide[80], other[20] = 5, 7
    assert best_f1(landslide, other) == (0.5, PixelCounts(tp=5, tn=7))
    with pytest.raises(ValueError, match="at least one landslide pixel"):
        best_f1(other * 0, other)


@pytest.mark.parametrize("overlap", [0.0, -0.1, 1.01, float("nan")])
def test_an_overlap_is_a_share(overlap: float) -> None:
    with pytest.raises(ScarpError, match="Give a share above 0 and up to 1"):
        object_scores_of_layers("a.gpkg", "b.gpkg", overlap)


def test_objects_of_layers_use_the_union(tmp_path: Path) -> None:
    reference = [box(0, 0, 10, 10), box(50, 0, 10, 10), box(90, 0, 10, 10)]
    # Two that overlap each other cover 40 of 100; counted one by one they would cover 80.
    extracted = [box(0, 0, 10, 4), box(0, 0, 10, 4), box(50, 0, 10, 5), box(200, 0, 5, 5)]
    extracted += [box(90, 0, 10, 3), box(90, 3, 10, 3)]  # two that cover 60 together
    extracted_path = write_polygons(tmp_path / "e.gpkg", extracted)
    reference_path = write_polygons(tmp_path / "r.gpkg", reference, 4326, drawn_in=32633)
    scores = object_scores_of_layers(extracted_path, reference_path, 0.49)
    assert (scores.reference, scores.found, scores.extracted, scores.right) == (3, 2, 6, 5)
    assert object_scores_of_layers(extracted_path, reference_path, 0.39).found == 3
    half = object_scores_of_layers(extracted_path, write_polygons(tmp_path / "s.gpkg", reference), 0.5)
    assert (half.found, half.right) == (2, 5)

    class Stop(Quiet):
        def isCanceled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        object_scores_of_layers(extracted_path, reference_path, progress=Stop())


def test_an_invalid_reference_polygon_still_counts(tmp_path: Path) -> None:
    bow = "POLYGON((500000 4000000,500010 3999990,500010 4000000,500000 3999990,500000 4000000))"
    path = write_polygons(tmp_path / "r.gpkg", [bow])
    scores = object_scores_of_layers(path, path, 1.0)
    assert (scores.reference, scores.found) == (1, 1)
