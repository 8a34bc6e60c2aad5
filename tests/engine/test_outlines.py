"""Tests of scarp.engine.outlines where landslides were found as instances. See test_polygons.py for the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr
from scarp.engine import outlines
from scarp.engine.fragments import Fragments
from scarp.engine.instance_labels import Labels
from scarp.engine.polygons import Polygon, PolygonOptions, polygonize
from scarp.tests.engine.test_polygons import as_mask, holes, write_raster


@pytest.fixture
def polygons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Polygons of a label raster that is given: ``polygons(labels, scores, **options)``; 80 per cent is probable."""

    def make(labels: NDArray[np.int32], scores: list[float], **options: float) -> list[Polygon]:
        raster = gdal.GetDriverByName("MEM").Create("", labels.shape[1], labels.shape[0], 1, gdal.GDT_Int32)
        raster.WriteArray(labels)
        made = Labels(raster, np.array([0.0, *scores], np.float32))
        monkeypatch.setattr(outlines, "write_labels", lambda *_: made)
        path = write_raster(tmp_path / "p.tif", np.where(labels > 0, 80, 0).astype(np.uint8))
        with Fragments() as fragments:
            found = list(polygonize(path, 0.5, PolygonOptions(**options), fragments=fragments))  # type: ignore[arg-type]
        assert (as_mask(found, path) == (labels > 0)).all() or options
        return found

    return make


def shape(polygon: Polygon) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkb(polygon.wkb)


def test_neighbours_stay_apart_and_have_their_scores(polygons) -> None:  # type: ignore[no-untyped-def]
    labels = np.zeros((20, 30), np.int32)
    labels[5:15, 3:10], labels[5:15, 10:20], labels[2:5, 10:12] = 2, 1, 3
    found = polygons(labels, [0.9, 0.8, 0.7])
    assert [(p.pixels, p.score, p.probability_mean) for p in found] == [(6, 0.7, 0.8), (70, 0.8, 0.8), (100, 0.9, 0.8)]
    assert [shape(p).GetGeometryType() for p in found] == [ogr.wkbMultiPolygon] * 3


@pytest.mark.parametrize("connectedness", [4, 8])
def test_parts_of_one_are_one_and_those_of_two_are_not_joined(polygons, connectedness: int) -> None:  # type: ignore[no-untyped-def]
    labels = np.zeros((20, 30), np.int32)
    labels[2:5, 2:5], labels[10:15, 20:25] = 1, 1
    labels[5:8, 5:8] = 2  # shares a corner with a part of the first
    found = polygons(labels, [0.9, 0.8], connectedness=connectedness)
    assert [(p.pixels, p.score, shape(p).GetGeometryCount()) for p in found] == [(34, 0.9, 2), (9, 0.8, 1)]


def test_the_smallest_area_is_of_the_landslide_and_specks_go_with_it(polygons) -> None:  # type: ignore[no-untyped-def]
    labels = np.zeros((30, 40), np.int32)
    labels[2:8, 2:8], labels[20, 30], labels[25:27, 30:32] = 1, 1, 1  # 36 pixels, and specks of 1 and 4
    labels[15:18, 2:5], labels[15:18, 10:13] = 2, 2  # twice 9 pixels
    labels[28, 38] = 3
    assert [p.pixels for p in polygons(labels, [0.9, 0.8, 0.7])] == [41, 18, 1]
    assert [p.pixels for p in polygons(labels, [0.9, 0.8, 0.7], min_area_m2=4.0)] == [40, 18]
    assert [p.pixels for p in polygons(labels, [0.9, 0.8, 0.7], min_area_m2=10.0)] == [36, 18]
    assert [p.pixels for p in polygons(labels, [0.9, 0.8, 0.7], min_area_m2=19.0)] == [36]
    assert polygons(labels, [0.9, 0.8, 0.7], min_area_m2=42.0) == []


def test_a_hole_that_is_filled_takes_with_it_what_lies_inside(polygons) -> None:  # type: ignore[no-untyped-def]
    labels = np.zeros((20, 20), np.int32)
    labels[2:12, 2:12] = 1
    labels[5, 5] = 2  # another landslide of one pixel, in a hole of one pixel
    labels[8:11, 8:11] = 0
    both = polygons(labels, [0.9, 0.8])
    assert [(p.pixels, holes(p)) for p in both] == [(90, 2), (1, 0)]
    small = polygons(labels, [0.9, 0.8], min_hole_m2=2.0)
    assert [(p.pixels, holes(p), shape(p).GetArea()) for p in small] == [(90, 1, 91.0)]
    none = polygons(labels, [0.9, 0.8], min_hole_m2=10.0)
    assert [(holes(p), shape(p).GetArea()) for p in none] == [(0, 100.0)]
