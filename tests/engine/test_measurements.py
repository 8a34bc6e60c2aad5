"""Tests of scarp.engine.measurements."""

from __future__ import annotations

import math
import time

import numpy as np
import pytest
from osgeo import ogr, osr
from scarp.engine.errors import ScarpError
from scarp.engine.measurements import Measurer

A, F = 6378137.0, 1 / 298.257223563


def crs(epsg: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def wkt(epsg: int) -> str:
    return str(crs(epsg).ExportToWkt())


def polygon(*rings: list[tuple[float, float]]) -> ogr.Geometry:
    texts = ["(" + ", ".join(f"{x!r} {y!r}" for x, y in [*ring, ring[0]]) + ")" for ring in rings]
    return ogr.CreateGeometryFromWkt(f"POLYGON({', '.join(texts)})")


def rectangle(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def area_between(west: float, south: float, east: float, north: float) -> float:
    """Area of a cell of the graticule on WGS 84, in closed form."""
    e = math.sqrt(F * (2 - F))

    def authalic(latitude: float) -> float:
        s = math.sin(math.radians(latitude))
        return s / (1 - (e * s) ** 2) + math.atanh(e * s) / e

    return A**2 * (1 - e**2) / 2 * math.radians(east - west) * (authalic(north) - authalic(south))


def vincenty(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Length of a geodesic on WGS 84 (Vincenty 1975, inverse)."""
    u1, u2 = (math.atan((1 - F) * math.tan(math.radians(each))) for each in (lat1, lat2))
    difference = lam = math.radians(lon2 - lon1)
    for _ in range(50):
        sin_sigma = math.hypot(
            math.cos(u2) * math.sin(lam),
            math.cos(u1) * math.sin(u2) - math.sin(u1) * math.cos(u2) * math.cos(lam),
        )
        cos_sigma = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(lam)
        sigma = math.atan2(sin_sigma, cos_sigma)
        sin_alpha = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_sigma
        cos2_alpha = 1 - sin_alpha**2
        middle = cos_sigma - 2 * math.sin(u1) * math.sin(u2) / cos2_alpha if cos2_alpha else 0.0
        c = F / 16 * cos2_alpha * (4 + F * (4 - 3 * cos2_alpha))
        lam = difference + (1 - c) * F * sin_alpha * (
            sigma + c * sin_sigma * (middle + c * cos_sigma * (2 * middle**2 - 1))
        )
    u = cos2_alpha * (A**2 / (A * (1 - F)) ** 2 - 1)
    big_a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    big_b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    delta = big_b * sin_sigma * (middle + big_b / 4 * (cos_sigma * (2 * middle**2 - 1)))
    return A * (1 - F) * big_a * (sigma - delta)


@pytest.mark.parametrize("latitude", [-77.3, -45.1, -0.01, 12.4, 33.21, 60.05, 81.9])
@pytest.mark.parametrize("longitude", [-179.9, -0.2, 103.6])
def test_area_and_perimeter_on_the_ellipsoid(longitude: float, latitude: float) -> None:
    ring = rectangle(longitude, latitude, 0.03, 0.02)
    measured = Measurer(wkt(4326)).measure(polygon(ring))
    exact = area_between(longitude, latitude, longitude + 0.03, latitude + 0.02)
    assert measured.area_m2 == pytest.approx(exact, rel=1e-6)
    perimeter = sum(vincenty(*start, *end) for start, end in zip(ring, ring[1:] + ring[:1]))
    assert measured.perimeter_m == pytest.approx(perimeter, rel=6e-6)


def test_vincenty_is_right() -> None:
    """Against the quarter of the meridian, which is known."""
    assert vincenty(0, 0, 0, 45) + vincenty(0, 45, 0, 90) == pytest.approx(10001965.729, abs=0.01)


@pytest.mark.parametrize("epsg", [32648, 3857, 3395, 4490])
def test_the_crs_makes_no_difference(epsg: int) -> None:
    """A patch of ground measures the same in every CRS, however that one stretches it."""
    ring = rectangle(103.6, 33.2, 0.01, 0.008)
    in_degrees = polygon(ring, rectangle(103.602, 33.202, 0.003, 0.002))
    expected = Measurer(wkt(4326)).measure(in_degrees)
    moved = in_degrees.Clone()
    moved.Transform(osr.CoordinateTransformation(crs(4326), crs(epsg)))
    measured = Measurer(wkt(epsg)).measure(moved)
    assert measured.area_m2 == pytest.approx(expected.area_m2, rel=1e-6)
    assert measured.perimeter_m == pytest.approx(expected.perimeter_m, rel=1e-6)
    assert measured.length_m == pytest.approx(expected.length_m, rel=1e-5)
    assert measured.orientation_deg == pytest.approx(expected.orientation_deg, abs=0.01)
    assert (measured.longitude, measured.latitude) == pytest.approx((expected.longitude, expected.latitude), abs=1e-7)


def test_a_crs_in_grads_from_paris() -> None:
    lambert = polygon(rectangle(600000.0, 2200000.0, 1000.0, 300.0))
    degrees = lambert.Clone()
    degrees.Transform(osr.CoordinateTransformation(crs(27572), crs(4275)))
    expected, measured = Measurer(wkt(4275)).measure(degrees), Measurer(wkt(27572)).measure(lambert)
    assert measured.area_m2 == pytest.approx(expected.area_m2, rel=1e-8)
    assert measured.perimeter_m == pytest.approx(expected.perimeter_m, rel=1e-8)
    assert measured.latitude == pytest.approx(46.801, abs=1e-3)


def test_agrees_with_qgis() -> None:
    core = pytest.importorskip("qgis.core")
    shape = polygon(rectangle(103.61, 33.2, 0.02, 0.01), rectangle(103.612, 33.202, 0.003, 0.003))
    ruler = core.QgsDistanceArea()
    ruler.setEllipsoid("EPSG:7030")
    geometry = core.QgsGeometry.fromWkt(shape.ExportToWkt())
    measured = Measurer(wkt(4326)).measure(shape)
    assert measured.area_m2 == pytest.approx(ruler.measureArea(geometry), rel=2e-6)
    assert measured.perimeter_m == pytest.approx(ruler.measurePerimeter(geometry), rel=6e-6)


@pytest.mark.parametrize("azimuth", [0.0, 20.0, 45.0, 89.0, 90.0, 133.0, 179.5])
@pytest.mark.parametrize("easting", [200000.0, 500000.0, 800000.0])
def test_oriented_box_of_a_turned_rectangle(azimuth: float, easting: float) -> None:
    angle = math.radians(azimuth)
    along, across = np.array([math.sin(angle), math.cos(angle)]), np.array([math.cos(angle), -math.sin(angle)])
    corners = [k * 150 * along + m * 40 * across for k, m in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    ring = [(float(easting + x), float(3.7e6 + y)) for x, y in corners]
    ring.insert(1, tuple(map(float, (np.array(ring[0]) + np.array(ring[1])) / 2 + 3 * across)))  # a dent
    measured = Measurer(wkt(32648)).measure(polygon(ring))
    assert measured.length_m == pytest.approx(300, rel=2e-3)
    assert measured.width_m == pytest.approx(80, rel=2e-3)
    assert measured.elongation == pytest.approx(3.75, rel=3e-5)
    # North of the zone's grid is turned from true north by (longitude - 105) sin(latitude).
    assert measured.longitude is not None and measured.latitude is not None
    turned = azimuth + (measured.longitude - 105) * math.sin(math.radians(measured.latitude))
    assert (measured.orientation_deg - turned + 90) % 180 - 90 == pytest.approx(0, abs=0.01)
    assert 0 <= measured.orientation_deg < 180


def test_without_crs_units_are_as_they_are() -> None:
    hole = rectangle(12.0, -18.0, 2.0, 2.0)
    measured = Measurer("").measure(polygon(rectangle(10.0, -20.0, 30.0, 10.0), hole))
    assert (measured.area_m2, measured.perimeter_m) == (296.0, 88.0)
    assert (measured.length_m, measured.width_m, measured.elongation, measured.orientation_deg) == (30, 10, 3, 90)
    assert (measured.longitude, measured.latitude) == (None, None)


def test_local_crs_has_a_unit_but_no_place() -> None:
    measured = Measurer('LOCAL_CS["site",UNIT["foot",0.3048]]').measure(polygon(rectangle(0.0, 0.0, 10.0, 20.0)))
    assert measured.area_m2 == pytest.approx(200 * 0.3048**2)
    assert (measured.length_m, measured.longitude) == (pytest.approx(6.096), None)


def test_the_box_is_the_smallest_of_all_angles() -> None:
    rng = np.random.default_rng(4)
    for _ in range(20):
        points = rng.normal(size=(12, 2)) * [30, 12]
        hull = ogr.Geometry(ogr.wkbMultiPoint)
        for x, y in points:
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(float(x), float(y))
            hull.AddGeometry(point)
        measured = Measurer("").measure(hull.ConvexHull())
        angles = np.radians(np.arange(0, 180, 0.02))
        extents = [
            np.ptp(points @ np.stack([np.cos(angles + turn), np.sin(angles + turn)]), axis=0) for turn in (0, np.pi / 2)
        ]
        assert measured.length_m * measured.width_m <= (extents[0] * extents[1]).min() * (1 + 1e-9)
        assert measured.length_m * measured.width_m == pytest.approx((extents[0] * extents[1]).min(), rel=1e-3)


def test_the_point_lies_inside_a_crescent() -> None:
    crescent = polygon(
        [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 9.0), (9.0, 9.0), (9.0, 1.0), (0.0, 1.0)]
    )
    crescent.Transform(osr.CoordinateTransformation(crs(4326), crs(4326)))
    measured = Measurer(wkt(4326)).measure(crescent)
    point = ogr.CreateGeometryFromWkt(f"POINT({measured.longitude} {measured.latitude})")
    assert crescent.Contains(point)
    square = Measurer(wkt(4326)).measure(polygon(rectangle(20.0, 30.0, 2.0, 1.0)))
    assert (square.longitude, square.latitude) == pytest.approx((21.0, 30.5))


def test_longitude_and_latitude_are_of_wgs84() -> None:
    """The datum of Tokyo lies some 460 m off."""
    tokyo = Measurer(wkt(4301)).measure(polygon(rectangle(139.7, 35.6, 0.001, 0.001)))
    assert tokyo.latitude is not None
    assert 0.002 < tokyo.latitude - 35.6005 < 0.005


def test_many_are_measured_as_each_alone() -> None:
    rng = np.random.default_rng(0)
    shapes = []
    for _ in range(30):
        x, y = float(rng.uniform(-179, 178)), float(rng.uniform(-85, 84))
        rings = [rectangle(x, y, 0.01, 0.005), rectangle(x + 0.001, y + 0.001, 0.002, 0.001)]
        shapes.append(polygon(*rings[: int(rng.integers(1, 3))]))
    both = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes[:2]:
        both.AddGeometry(shape)
    measurer = Measurer(wkt(4326))
    together = measurer.measure_many([*shapes, *(shape.ExportToWkb() for shape in shapes)])
    assert together[:30] == together[30:] == [Measurer(wkt(4326)).measure(shape) for shape in shapes]
    assert measurer.measure_many([]) == []


def test_multipolygons_are_summed() -> None:
    shape = ogr.CreateGeometryFromWkt(
        "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0),(1 1,2 1,2 2,1 2,1 1)),((4 4,6 4,6 6,4 6,4 4)))"
    )
    measured = Measurer("").measure(shape)
    assert (measured.area_m2, measured.perimeter_m) == (19.0, 28.0)


def test_heights_and_byte_order_do_not_matter() -> None:
    flat = ogr.CreateGeometryFromWkt("POLYGON((0 0,4 0,4 2,0 2,0 0))")
    high = ogr.CreateGeometryFromWkt("POLYGON Z((0 0 7,4 0 7,4 2 7,0 2 7,0 0 7))")
    measurer = Measurer("")
    assert measurer.measure(high) == measurer.measure(bytes(flat.ExportToWkb(ogr.wkbXDR))) == measurer.measure(flat)


@pytest.mark.parametrize(
    ("epsg", "x", "y", "step"), [(4326, 10.0, 60.0, 1e-4), (32633, 5e5, 6e6, 10.0), (3857, 1e6, 8e6, 10.0)]
)
def test_size_of_a_pixel(epsg: int, x: float, y: float, step: float) -> None:
    measurer = Measurer(wkt(epsg))
    expected = measurer.measure(polygon(rectangle(x, y, step, step)))
    centre = np.array([[x + step / 2, y + step / 2]])
    width, height, area = measurer.cell_sizes(centre, np.array([step, 0.0]), np.array([0.0, -step]))
    assert area[0] == pytest.approx(expected.area_m2, rel=1e-6)
    assert sorted([width[0], height[0]]) == pytest.approx([expected.width_m, expected.length_m], rel=1e-5)


def test_unusable_input_is_refused() -> None:
    with pytest.raises(ScarpError, match=r"this is a POINT\. Choose a polygon layer"):
        Measurer("").measure(ogr.CreateGeometryFromWkt("POINT(1 2)"))
    with pytest.raises(ScarpError, match="An empty polygon cannot be measured"):
        Measurer("").measure(ogr.CreateGeometryFromWkt("POLYGON EMPTY"))
    with pytest.raises(ScarpError, match='coordinate reference system "nonsense" cannot be read'):
        Measurer("nonsense")
    with pytest.raises(ScarpError, match="where its coordinate reference system is not defined"):
        Measurer(wkt(32633)).measure(polygon(rectangle(1e30, 1e30, 1e29, 1e29)))


def test_thousands_a_second() -> None:
    shapes = [polygon(rectangle(5e5 + 30.0 * (k % 100), 4e6 + 30.0 * (k // 100), 20.0, 10.0)) for k in range(5000)]
    measurer = Measurer(wkt(32633))
    began = time.monotonic()
    measured = measurer.measure_many(shapes)
    assert time.monotonic() - began < 5
    assert len(measured) == 5000
