from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.inventory import Inventory
from scarp.engine.polygon_pixels import box_wkb
from scarp.engine.polygons_on_grid import PolygonSource
from scarp.engine.progress import Quiet
from scarp.tests.conftest import wkt

UTM54 = wkt(32654)
TRUE_TO_MAP = 1.0008
"""Area on the ellipsoid of a square metre on the central meridian of a UTM zone."""


def box(west: float, south: float, east: float, north: float) -> bytes:
    return box_wkb(np.array([[west, south], [east, south], [east, north], [west, north]]))


def wkb(text: str) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def source(*polygons: bytes, crs_wkt: str = UTM54) -> PolygonSource:
    return PolygonSource(lambda: polygons, crs_wkt, "mapped")


def metres(x: float, y: float, side: float) -> bytes:
    """A square in UTM zone 54, from a corner near its middle."""
    return box(500000 + x, 4000000 + y, 500000 + x + side, 4000000 + y + side)


def test_areas_and_places(progress):
    two_parts = wkb("MULTIPOLYGON(((500100 4000000,500110 4000000,500110 4000010,500100 4000010,500100 4000000)),"
                    "((500120 4000000,500130 4000000,500130 4000010,500120 4000010,500120 4000000)))")  # fmt: skip
    with_height = wkb("POLYGON Z((500000 4000100 5,500003 4000100 5,500003 4000104 9,500000 4000100 5))")
    found = Inventory.of(source(metres(0, 0, 10), two_parts, with_height), 3, progress)
    assert len(found) == 3 and found.left_out == 0
    assert found.areas_m2 == pytest.approx(np.array([100, 200, 6]) * TRUE_TO_MAP, rel=1e-4)
    assert found.centres == pytest.approx(np.array([
        [500005, 4000005], [500115, 4000005], [500002, 4000101 + 1 / 3]
    ]))  # fmt: skip
    assert progress.values[-1] == 100.0
    hull = ogr.CreateGeometryFromWkb(found.hull_wkb)
    assert hull.GetEnvelope() == (500000, 500130, 4000000, 4000104)
    assert hull.GetArea() == pytest.approx(ogr.CreateGeometryFromWkt(
        "MULTIPOINT(500000 4000000,500130 4000000,500130 4000010,500003 4000104,500000 4000100)"
    ).ConvexHull().GetArea())  # fmt: skip


def test_what_crosses_itself_is_repaired_and_what_has_no_area_is_left_out():
    bow = wkb("POLYGON((500000 4000000,500010 4000010,500010 4000000,500000 4000010,500000 4000000))")
    flat = wkb("POLYGON((500000 4000000,500010 4000000,500020 4000000,500000 4000000))")
    found = Inventory.of(source(bow, flat, b"", wkb("POLYGON EMPTY"), metres(50, 50, 2)), 0, Quiet())
    assert found.areas_m2 == pytest.approx([50 * TRUE_TO_MAP, 4 * TRUE_TO_MAP], rel=1e-4)
    assert found.left_out == 3
    again = list(found.polygons(np.array([False, True]), Quiet()))
    assert len(again) == 1
    assert ogr.CreateGeometryFromWkb(again[0]).GetEnvelope() == (500050, 500052, 4000050, 4000052)


def test_degrees_and_no_crs():
    # A square of 0.001 degrees at 60 degrees north: 55.80 m by 111.41 m.
    found = Inventory.of(source(box(25, 60, 25.001, 60.001), crs_wkt=wkt(4326)), 1, Quiet())
    assert found.areas_m2 == pytest.approx([55.80 * 111.41], rel=1e-3)
    assert Inventory.of(source(box(0, 0, 3, 4), crs_wkt=""), 1, Quiet()).areas_m2 == pytest.approx([12.0])


def test_many_in_batches():
    boxes = [metres(20 * number, 0, 1 + number % 5) for number in range(1203)]
    found = Inventory.of(source(*boxes), 1203, Quiet())
    assert found.areas_m2 == pytest.approx(TRUE_TO_MAP * (1 + np.arange(1203) % 5) ** 2, rel=1e-3)
    chosen = found.areas_m2 > 20
    assert sum(1 for _ in found.polygons(chosen, Quiet())) == chosen.sum() == 240
    hull = ogr.CreateGeometryFromWkb(found.hull_wkb)
    assert hull.GetEnvelope() == (500000, 500000 + 20 * 1202 + 3, 4000000, 4000005)


def test_nothing_to_measure_and_cancelling(progress):
    with pytest.raises(ScarpError, match=r'The layer "mapped" has no landslide: it holds no polygon\. Choose another'):
        Inventory.of(source(), 0, Quiet())
    with pytest.raises(ScarpError, match="has no landslide: none of its 2 polygons has an area"):
        Inventory.of(source(b"", wkb("POLYGON((0 0,1 0,2 0,0 0))")), 2, Quiet())
    with pytest.raises(ScarpError, match="lies where its coordinate reference system is not defined"):
        Inventory.of(source(box(5e9, 5e9, 6e9, 6e9)), 1, Quiet())
    progress.cancel_after = 1
    with pytest.raises(Cancelled):
        Inventory.of(source(*[metres(0, 0, 1)] * 2000), 2000, progress)
