"""Tests of scarp.engine.rings."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr
from scarp.engine import rings

SQUARE = np.array([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], float)


def box(west: float, north: float, side: float) -> rings.Floats:
    return SQUARE / 10 * side + [west, north]


def geometry(parts: list[rings.Part]) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkb(rings.wkb_of(parts, True))


def staircase(steps: int) -> rings.Floats:
    """A triangle whose long side follows the pixels."""
    stairs = [(i + corner, steps - i) for i in range(steps) for corner in (0, 1)]
    return np.array([(0, 0), *stairs[::-1], (0, 0)], float)


@pytest.mark.parametrize(
    "wkt",
    [
        "POLYGON ((0 0,4 0,4 3,0 0))",
        "POLYGON ((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1),(5 5,6 5,6.25 6.5,5 5))",
        "MULTIPOLYGON (((0 0,4 0,4 3,0 0)),((10 10,19 10,19 19,10 10),(12 11,13 11,13 12,12 11)))",
        "MULTIPOLYGON (((-1.5 2.25,4 0,4 3,-1.5 2.25)))",
    ],
)
def test_what_gdal_writes_is_read_and_written_back(wkt: str) -> None:
    wkb = bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb(ogr.wkbNDR))
    parts = rings.parts_of(wkb)
    assert rings.wkb_of(parts, wkt.startswith("MULTI")) == wkb


def test_parts_and_their_rings() -> None:
    parts = [[box(0, 0, 10), box(1, 1, 2)], [box(20, 0, 5)]]
    read = rings.parts_of(rings.wkb_of(parts, True))
    assert [len(part) for part in read] == [2, 1]
    assert all((a == b).all() for one, other in zip(read, parts) for a, b in zip(one, other))
    single = rings.parts_of(rings.wkb_of(parts[:1], False))
    assert geometry(single).GetArea() == 96


def test_area_inside_a_ring() -> None:
    assert rings.area(SQUARE) == 100
    assert rings.area(SQUARE[::-1]) == 100
    assert rings.area(np.array([[0, 0], [4, 0], [0, 3], [0, 0]], float)) == 6
    # Far from the origin nothing is lost.
    assert rings.area(box(5e5, 4e6, 0.5)) == 0.25
    random = np.random.default_rng(0)
    angles = np.sort(random.uniform(0, 2 * np.pi, 50))
    star = np.stack([np.cos(angles), np.sin(angles)], 1) * random.uniform(1, 9, (50, 1))
    ring = np.concatenate([star, star[:1]])
    assert rings.area(ring) == pytest.approx(geometry([[ring]]).GetArea(), rel=1e-12)


def test_placed_moves_every_corner() -> None:
    moved = rings.placed([[box(0, 0, 2), box(0, 0, 1)]], lambda ring: ring * 3 + 1)
    assert moved[0][0].max() == 7
    assert moved[0][1].max() == 4


def test_simplified_takes_corners_off_within_the_tolerance() -> None:
    stairs = staircase(20)
    (part,) = rings.simplified([[stairs]], 1.0, 1.0)
    assert 4 <= len(part[0]) <= 6
    assert {tuple(corner) for corner in part[0]} <= {tuple(corner) for corner in stairs}
    outline = geometry([[stairs]]).Boundary()
    for x, y in part[0]:
        assert outline.Distance(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})")) == 0.0
    (whole,) = rings.simplified([[stairs]], 1.0, 0.1)
    assert rings.area(whole[0]) == rings.area(stairs)


def test_the_tolerance_is_in_widths_of_a_pixel() -> None:
    stairs = staircase(20)
    # Pixels ten times as high: a step is about one width from the line, across it.
    assert len(rings.simplified([[stairs]], 10.0, 0.5)[0][0]) > len(stairs) * 0.9
    assert len(rings.simplified([[stairs]], 10.0, 1.5)[0][0]) < len(stairs) / 2
    assert len(rings.simplified([[stairs]], 1.0, 0.5)[0][0]) > len(stairs) * 0.9
    assert len(rings.simplified([[stairs]], 0.1, 0.5)[0][0]) < len(stairs) / 2


@pytest.mark.parametrize("tolerance", [0.5, 2.0, 50.0])
def test_simplified_parts_are_valid(tolerance: float) -> None:
    parts = [[box(0, 0, 40), staircase(9) + 10, box(30, 5, 4)], [staircase(30) + 60]]
    fewer = rings.simplified(parts, 1.3, tolerance)
    assert len(fewer) == 2
    assert geometry(fewer).IsValid()
    # Beyond the size of the parts, how much is left of them depends on the version of GEOS.
    assert geometry(fewer).GetArea() == pytest.approx(geometry(parts).GetArea(), rel=0.06 if tolerance < 10 else 0.3)


@pytest.mark.parametrize("tolerance", [0.5, 3.0, 10.0, 50.0, 1000.0])
def test_parts_smaller_than_the_tolerance_keep_their_area(tolerance: float) -> None:
    square, stairs, hole = box(0, 0, 2), staircase(30) + 60, staircase(9) + 10
    fewer = rings.simplified([[square], [stairs], [box(5, 5, 30), hole]], 1.0, tolerance)
    assert [len(part) for part in fewer] == [1, 1, 2]
    assert rings.area(fewer[0][0]) == 4.0
    for ring, exact in ((fewer[1][0], stairs), (fewer[2][0], box(5, 5, 30)), (fewer[2][1], hole)):
        assert rings.area(ring) == pytest.approx(rings.area(exact), rel=0.25)
    assert geometry(fewer).IsValid()


def test_what_no_tolerance_simplifies_well_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    triangle = np.array([[0, 0], [10, 0], [10, 10], [0, 0]], float)
    monkeypatch.setattr(rings, "_fewer", lambda parts, stretch, tolerance: [[triangle] for _ in parts])
    parts = [[box(0, 0, 10)], [box(20, 20, 10)]]
    assert rings.simplified(parts, 1.0, 5.0) == parts


def test_where_it_would_be_invalid_the_exact_outline_stays(gdal_exceptions: bool) -> None:
    bow_tie = np.array([[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]], float)
    parts = [[bow_tie]]
    assert rings.simplified(parts, 1.0, 1.0) is parts
