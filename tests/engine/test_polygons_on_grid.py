"""Tests of scarp.engine.polygons_on_grid; exactness is tested in test_evaluation."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.polygons_on_grid import PolygonsOnGrid, PolygonSource, extent_and_areas, trace, written
from scarp.engine.progress import Quiet
from scarp.tests.conftest import METRE, UTM, Recorder, wkt

GRID = EvaluationGrid(20, 10, METRE, wkt(UTM))


def box(column: float, row: float, columns: float, rows: float) -> str:
    west, north = 500000 + column, 4000000 - row
    east, south = west + columns, north - rows
    return f"(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))"


def source(*texts: str) -> PolygonSource:
    wkbs = [bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in texts]
    return PolygonSource(lambda: iter(wkbs), wkt(UTM), "drawn")


def test_what_is_no_surface_is_left_out() -> None:
    bow = "POLYGON ((500000 4000000,500010 3999990,500010 4000000,500000 3999990,500000 4000000))"
    line = "LINESTRING (500000 4000000,500009 4000000)"
    mixed = f"GEOMETRYCOLLECTION (POINT (500000 4000000),POLYGON {box(0, 0, 2, 2)},{line})"
    curved = "CURVEPOLYGON (CIRCULARSTRING (500004 4000000,500008 4000000,500004 4000000))"
    texts = [bow, mixed, curved, "POINT (500000 4000000)", "POLYGON EMPTY", f"POLYGON Z {box(0, 0, 1, 1)}"]
    found = list(source(*texts).polygons(wkt(UTM), Quiet()))
    assert [polygon.GetGeometryName() for polygon in found] == ["MULTIPOLYGON"] * 4
    assert [polygon.GetArea() for polygon in found] == pytest.approx([50.0, 4.0, 4 * np.pi, 1.0], rel=1e-2)
    assert all(polygon.IsValid() and polygon.GetCoordinateDimension() == 2 for polygon in found)


def test_polygons_that_have_no_place_in_the_crs_are_said(progress: Recorder) -> None:
    far = PolygonSource(
        lambda: [bytes(ogr.CreateGeometryFromWkt(f"POLYGON {text}").ExportToWkb()) for text in
                 ("((0 91,1 91,1 92,0 92,0 91))", "((141 36,141.1 36,141.1 36.1,141 36.1,141 36))")],
        wkt(4326), "drawn",
    )  # fmt: skip
    assert len(list(far.polygons(wkt(UTM), progress))) == 1
    assert progress.warnings[0].startswith('Polygons of the layer "drawn" that cannot be brought')
    assert progress.warnings[0].endswith("left out: 1.")


def test_a_layer_without_crs_is_refused() -> None:
    with pytest.raises(ScarpError, match=r'The layer "drawn" has no coordinate reference system'):
        list(PolygonSource(lambda: [], "", "drawn").polygons(wkt(UTM), Quiet()))


def test_extent_and_areas() -> None:
    two = source(f"POLYGON {box(1, 1, 2, 3)}", f"POLYGON {box(8, 2, 4, 5)}")
    bounds, areas = extent_and_areas([two, source()], wkt(UTM), Quiet())
    assert bounds == (500001.0, 500012.0, 3999993.0, 3999999.0)
    assert areas == pytest.approx([6 * 1.0008, 20 * 1.0008], rel=1e-4)
    assert extent_and_areas([source()], wkt(UTM), Quiet()) == (None, [])


def test_overlapping_polygons_keep_their_pixels(tmp_path: Path) -> None:
    polygons = source(
        f"POLYGON {box(0, 0, 5, 5)}", f"POLYGON {box(3, 3, 5, 5)}", f"POLYGON {box(0, 0, 5, 5)}",
        f"POLYGON {box(12, 0, 3, 3)}", f"POLYGON {box(100, 0, 3, 3)}",
    )  # fmt: skip
    found = PolygonsOnGrid.of_source(polygons, GRID, tmp_path, Quiet())
    assert (len(found), found.sheets) == (4, 3)
    pixels = sum(np.bincount(numbers.reshape(-1), minlength=5) for numbers in found.numbers(0, 10))
    assert pixels[1:].tolist() == [25, 25, 25, 9]
    assert found.codes(0, 10).sum() == 25 + 25 - 4 + 9
    assert found.codes(4, 2).tolist() == found.codes(0, 10)[4:6].tolist()
    assert list(found.numbers(9, 1)) == []
    found.close()


def test_regions_are_joined_by_edges(tmp_path: Path) -> None:
    memory = gdal.GetDriverByName("MEM").Create("", 20, 10, 1, gdal.GDT_Byte)
    mask = np.zeros((10, 20), np.uint8)
    mask[0:2, 0:2], mask[2:4, 2:4], mask[9, 19] = 1, 1, 1
    memory.WriteArray(mask)
    found = PolygonsOnGrid.of_regions(memory.GetRasterBand(1), GRID, tmp_path, Quiet())
    (numbers,) = found.numbers(0, 10)
    assert (len(found), found.areas_m2) == (3, [])
    assert sorted(np.bincount(numbers.reshape(-1))[1:].tolist()) == [1, 4, 4]
    assert ((numbers > 0) == mask).all()


def test_failures_and_cancelling(tmp_path: Path, progress: Recorder) -> None:
    with pytest.raises(ScarpError, match=r"The polygons cannot be put aside in the temporary folder"):
        PolygonsOnGrid(GRID, tmp_path / "nowhere")
    with pytest.raises(ScarpError, match=r"Make room there"):
        written(gdal.GetDriverByName("GTiff").Create, str(tmp_path / "no" / "f.tif"), 1, 1)
    memory = gdal.GetDriverByName("MEM").Create("", 20, 10, 1, gdal.GDT_Byte)
    progress.cancel_after = 0
    layer = gdal.GetDriverByName("Memory").Create("", 0, 0, 0, gdal.GDT_Unknown)
    with pytest.raises(Cancelled):
        trace(memory.GetRasterBand(1), layer.CreateLayer("l"), -1, progress)
    with pytest.raises(Cancelled):
        PolygonsOnGrid.of_source(source(f"POLYGON {box(0, 0, 5, 5)}"), GRID, tmp_path, progress)
