from __future__ import annotations

import math

import numpy as np
import pytest
from osgeo import gdal, ogr
from scarp.engine import polygon_pixels
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.polygon_pixels import PixelGrid, PolygonPixels, box_wkb, polygon_means
from scarp.engine.progress import Quiet
from scarp.engine.windows import Window
from scarp.tests.conftest import METRE, wkt

GRID = PixelGrid(40, 30, METRE, wkt(32654))
VALUES = np.arange(30 * 40, dtype=np.float64).reshape(30, 40)


def read(window: Window) -> np.ndarray:
    return VALUES[window.slices()]


def box(column: float, row: float, right: float, bottom: float) -> bytes:
    return box_wkb(GRID.to_map(np.array([[column, row], [right, row], [right, bottom], [column, bottom]])))


def means(polygons: list[bytes], level: float = math.inf, crs: str = GRID.crs_wkt, values=read):
    return polygon_means(PolygonPixels(polygons, crs, GRID, "image.tif"), values, level, Quiet())


def test_means_of_polygons_that_overlap():
    found = means([box(0, 0, 4, 2), box(2, 0, 6, 2), box(2, 0, 6, 2)], level=40)
    assert found.mean.tolist() == [VALUES[:2, :4].mean(), VALUES[:2, 2:6].mean(), VALUES[:2, 2:6].mean()]
    assert found.share.tolist() == [0.5, 0.5, 0.5]


def test_large_polygons_come_in_parts(monkeypatch):
    whole = means([box(1, 1, 39, 29)], level=600)
    monkeypatch.setattr(polygon_pixels, "PIXELS_AT_ONCE", 100)
    assert len(list(PolygonPixels([box(1, 1, 39, 29)], GRID.crs_wkt, GRID, "").parts(0))) == 14
    parts = means([box(1, 1, 39, 29)], level=600)
    assert parts.mean[0] == pytest.approx(whole.mean[0]) and parts.share[0] == whole.share[0]
    assert whole.mean[0] == VALUES[1:29, 1:39].mean()


def test_polygon_smaller_than_a_pixel_takes_the_pixel_it_lies_in():
    found = means([box(7.1, 3.1, 7.3, 3.3), box(-0.6, 3.1, -0.2, 3.3)])
    assert found.mean[0] == VALUES[3, 7]
    assert math.isnan(found.mean[1])


def test_more_than_half_unknown_is_not_judged():
    known = VALUES.copy()
    known[:, :10] = np.nan
    found = means([box(8, 0, 12, 2), box(7, 0, 12, 2)], values=lambda window: known[window.slices()])
    assert found.mean[0] == VALUES[:2, 10:12].mean()
    assert math.isnan(found.mean[1])
    beyond = means([box(38, 0, 42, 2), box(37, 0, 42, 2), box(38, 0, 43, 2), box(60, 0, 62, 2)])
    assert [math.isnan(mean) for mean in beyond.mean] == [False, False, True, True]
    assert beyond.mean[0] == VALUES[:2, 38:].mean()


def test_other_crs_and_what_is_no_polygon():
    moved = ogr.CreateGeometryFromWkb(box(10, 10, 20, 20))
    from osgeo import osr
    from scarp.engine.area import spatial_reference

    there = wkt(32655)
    moved.Transform(osr.CoordinateTransformation(spatial_reference(GRID.crs_wkt), spatial_reference(there)))
    found = means([bytes(moved.ExportToWkb()), b"", b"nothing"], crs=there)
    assert found.mean[0] == pytest.approx(VALUES[10:20, 10:20].mean())
    assert np.isnan(found.mean[1:]).all()


def test_polygon_that_crosses_itself():
    bowtie = ogr.CreateGeometryFromWkt(
        "POLYGON((500000 4000000,500010 3999990,500010 4000000,500000 3999990,500000 4000000))"
    )
    pixels = PolygonPixels([bytes(bowtie.ExportToWkb())], GRID.crs_wkt, GRID, "")
    ((window, inside),) = pixels.parts(0)
    assert window == Window(0, 0, 10, 10) and 40 <= inside.sum() <= 60


def test_grid_that_is_moved_and_turned():
    raster = gdal.GetDriverByName("MEM").Create("", 4, 3, 1)
    raster.SetGeoTransform((10.0, 0.0, 2.0, 20.0, -2.0, 0.0))
    raster.SetProjection(wkt(32654))
    grid = PixelGrid.of(raster, (1.0, -1.0))
    points = np.array([[0.0, 0.0], [3.0, 1.0]])
    assert grid.to_map(points).tolist() == [[11.0, 19.0], [13.0, 13.0]]
    assert grid.to_pixels(grid.to_map(points)).tolist() == points.tolist()
    bare = PixelGrid.of(gdal.GetDriverByName("MEM").Create("", 4, 3, 1))
    assert bare.crs_wkt == "" and bare.to_map(np.array([[1, 1]])).tolist() == [[1.0, -1.0]]


def test_near_and_reduced_windows():
    pixels = PolygonPixels([box(0, 0, 4, 4), box(10, 10, 12, 12), b""], GRID.crs_wkt, GRID, "")
    assert pixels.near((3, 3, 11, 11)) == [0, 1] and pixels.near((4, 4, 10, 10)) == []
    assert pixels.inside([0], Window(0, 0, 8, 8), (2, 2)).tolist() == [[True, False], [False, False]]
    assert pixels.inside([0], Window(0, 0, 9, 9), (3, 3), all_touched=True)[:2, :2].all()


def test_crs_that_is_missing():
    with pytest.raises(ScarpError, match=r"The landslides have no coordinate system, so it is not known"):
        means([box(0, 0, 4, 2)], crs="")
    bare = PixelGrid(4, 4, METRE, "")
    with pytest.raises(ScarpError, match=r"The layer image.tif has no coordinate system"):
        PolygonPixels([box(0, 0, 4, 2)], GRID.crs_wkt, bare, "image.tif")


def test_cancel(progress):
    progress.cancel_after = 1
    with pytest.raises(Cancelled):
        polygon_means(PolygonPixels([box(0, 0, 4, 2)] * 5, GRID.crs_wkt, GRID, ""), read, 1.0, progress)
    assert progress.asked == 2
