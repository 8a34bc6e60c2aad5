"""Tests of scarp.engine.area."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr, osr
from scarp.engine.area import Area, AreaMissed, memory_layer, spatial_reference
from scarp.engine.errors import ScarpError
from scarp.engine.windows import Window

NORTH_UP = (500000.0, 2.0, 0.0, 4000000.0, 0.0, -2.0)
SIZE = (100, 80)


def wkt(epsg: int) -> str:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return str(crs.ExportToWkt())


UTM = wkt(32654)


def wkb(text: str) -> bytes:
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def box(column: float, row: float, width: float, height: float, geotransform: tuple[float, ...] = NORTH_UP) -> str:
    """A rectangle of the pixel grid as well-known text."""
    t = geotransform
    corners = [(column, row), (column + width, row), (column + width, row + height), (column, row + height)]
    points = [(t[0] + c * t[1] + r * t[2], t[3] + c * t[4] + r * t[5]) for c, r in [*corners, corners[0]]]
    return "POLYGON((" + ", ".join(f"{x!r} {y!r}" for x, y in points) + "))"


def area(*texts: str, crs: str = UTM, scene: str = UTM, geotransform: tuple[float, ...] = NORTH_UP) -> Area:
    return Area([wkb(text) for text in texts], crs, scene, geotransform, SIZE)


def whole(of: Area) -> np.ndarray:
    return of.mask(Window(0, 0, *SIZE))


@pytest.mark.parametrize(
    "geotransform",
    [NORTH_UP, (500000.0, 2.0, 0.0, 4000000.0, 0.0, 2.0), (500000.0, 1.6, 0.6, 4000000.0, 0.6, -1.6)],
    ids=["north up", "south up", "rotated"],
)
def test_mask_is_exactly_the_pixels_inside(geotransform: tuple[float, ...], gdal_exceptions: bool) -> None:
    of = area(box(10, 20, 30, 5, geotransform), geotransform=geotransform)
    expected = np.zeros((80, 100), bool)
    expected[20:25, 10:40] = True
    assert (whole(of) == expected).all()


def test_mask_of_a_window_is_that_part_of_the_whole() -> None:
    of = area("POLYGON((500013 3999990, 500160 3999950, 500070 3999850, 500013 3999990))")
    window = Window(20, 10, 33, 27)
    assert (of.mask(window) == whole(of)[window.slices()]).all()
    assert whole(of).sum() == pytest.approx(abs(
        ogr.CreateGeometryFromWkt("POLYGON((500013 3999990, 500160 3999950, 500070 3999850, 500013 3999990))").Area()
    ) / 4, abs=40)  # fmt: skip


def test_a_pixel_counts_by_its_centre() -> None:
    assert whole(area(box(10.4, 10.4, 1.2, 1.2))).sum() == 4
    assert whole(area(box(10.4, 10.4, 0.8, 0.8))).sum() == 1
    assert whole(area(box(10.6, 10.6, 0.8, 0.8))).sum() == 0


def test_holes_and_parts() -> None:
    ring = box(10, 10, 10, 10)[len("POLYGON") : -1] + ", " + box(12, 12, 4, 4)[len("POLYGON(") :]
    assert whole(area("POLYGON" + ring, box(50, 50, 3, 3))).sum() == 100 - 16 + 9


def test_touches_only_windows_that_it_meets() -> None:
    of = area(box(10, 20, 30, 5))
    assert of.touches(Window(0, 0, 100, 80))
    assert of.touches(Window(39, 24, 1, 1))
    assert not of.touches(Window(41, 20, 5, 5))
    assert not of.touches(Window(0, 0, 9, 80))


def test_a_diagonal_strip_does_not_touch_all_of_its_box() -> None:
    of = area("POLYGON((500000 4000000, 500004 4000000, 500200 3999842, 500200 3999840, 500000 4000000))")
    assert not of.touches(Window(70, 0, 20, 20))
    assert of.touches(Window(45, 35, 10, 10))


def test_in_another_crs(gdal_exceptions: bool) -> None:
    inside = ogr.CreateGeometryFromWkt(box(10, 20, 30, 5))
    inside.Transform(osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference(wkt(4326))))
    of = area(inside.ExportToWkt(), crs=wkt(4326))
    expected = np.zeros((80, 100), bool)
    expected[20:25, 10:40] = True
    assert (whole(of) == expected).all()


def test_long_edges_bend_when_reprojected() -> None:
    """Four degrees along a parallel, whose middle lies several pixels off the straight line between its ends."""
    scene = (300000.0, 1000.0, 0.0, 4450000.0, 0.0, -1000.0)
    of = Area([wkb("POLYGON((139 39, 143 39, 143 40, 139 40, 139 39))")], wkt(4326), UTM, scene, (400, 200))
    back = osr.CoordinateTransformation(spatial_reference(UTM), spatial_reference(wkt(4326)))
    rows, columns = np.mgrid[:200, :400]
    places = np.stack([300500.0 + 1000.0 * columns.ravel(), 4449500.0 - 1000.0 * rows.ravel()], axis=1)
    longitude, latitude, _ = np.array(back.TransformPoints(places)).T
    expected = (longitude > 139) & (longitude < 143) & (latitude > 39) & (latitude < 40)
    assert (of.mask(Window(0, 0, 400, 200)).ravel() != expected).sum() <= 10


def test_without_crs_on_a_scene_without_crs() -> None:
    pixels = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    of = area(box(10, 20, 30, 5, pixels), crs="", scene="", geotransform=pixels)
    assert whole(of).sum() == 150
    assert whole(of)[20:25, 10:40].all()


def test_a_polygon_that_crosses_itself() -> None:
    bow = "POLYGON((500020 3999980, 500060 3999940, 500060 3999980, 500020 3999940, 500020 3999980))"
    of = area(bow)
    assert whole(of).sum() == pytest.approx(200, abs=20)
    assert of.touches(Window(10, 10, 5, 20))


def test_curves_are_followed() -> None:
    of = area("CURVEPOLYGON(CIRCULARSTRING(500060 3999940, 500100 3999900, 500060 3999940))")
    assert whole(of).sum() == pytest.approx(np.pi * 800 / 4, rel=0.03)


@pytest.mark.parametrize(
    ("texts", "crs", "scene", "message"),
    [
        ([], UTM, UTM, "The area has no polygon; draw one, or leave the parameter empty."),
        ([box(10, 10, 5, 5)], "", UTM,
         "The area has no coordinate system, so it is not known where the area lies; set one."),
        ([box(10, 10, 5, 5)], UTM, "",
         "The image has no coordinate system, so it is not known where the area lies; set one."),
        ([box(200, 10, 5, 5)], UTM, UTM,
         "The area does not touch the image; move it, or check its coordinate system."),
        (["POLYGON EMPTY"], UTM, UTM, "The area does not touch the image; move it, or check its coordinate system."),
    ],
    ids=["none", "no CRS", "scene without CRS", "misses", "empty"],
)  # fmt: skip
def test_refused(texts: list[str], crs: str, scene: str, message: str, gdal_exceptions: bool) -> None:
    with pytest.raises(ScarpError) as error:
        area(*texts, crs=crs, scene=scene)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "epsg"),
    [
        ("POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))", 4326),
        ("POLYGON((60 0, 180 0, 180 80, 60 80, 60 0))", 4326),
        ("POLYGON((-2e7 -2e7, 2e7 -2e7, 2e7 2e7, -2e7 2e7, -2e7 -2e7))", 3857),
    ],
    ids=["world", "Asia", "Mercator"],
)
def test_an_area_larger_than_the_scene_s_projection_holds(text: str, epsg: int) -> None:
    assert whole(area(text, crs=wkt(epsg))).all()


def test_a_far_corner_that_cannot_be_reprojected_does_no_harm(gdal_exceptions: bool) -> None:
    assert whole(area("POLYGON((120 20, 160 20, 141 95, 120 20))", crs=wkt(4326))).all()


LOCAL = 'LOCAL_CS["mine",UNIT["metre",1]]'
NOWHERE = (1e20, 1.0, 0.0, 1e20, 0.0, -1.0)


@pytest.mark.parametrize(
    ("text", "scene", "geotransform"),
    [("POLYGON((141 36, 142 36, 142 37, 141 36))", LOCAL, NORTH_UP),
     ("POLYGON((141 36, 142 36, 142 95, 141 36))", UTM, NOWHERE)],
    ids=["local CRS", "scene out of its CRS"],
)  # fmt: skip
def test_what_cannot_be_reprojected_is_refused(
    text: str, scene: str, geotransform: tuple[float, ...], gdal_exceptions: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ScarpError) as error:
        area(text, crs=wkt(4326), scene=scene, geotransform=geotransform)
    assert str(error.value).startswith("The area cannot be brought into the coordinate system of the image (")
    assert str(error.value).endswith("); draw it in that one.")
    assert capfd.readouterr().err == ""


def test_name_in_messages() -> None:
    with pytest.raises(ScarpError, match="The extent has no polygon"):
        Area([], UTM, UTM, NORTH_UP, SIZE, name="extent")


def test_a_crs_that_is_none(gdal_exceptions: bool) -> None:
    with pytest.raises(ScarpError, match=r"The coordinate system 'nonsense' is not understood \(.*\); set another\."):
        spatial_reference("nonsense")


def test_no_crs() -> None:
    assert spatial_reference("") is None


def test_crs_has_x_first() -> None:
    crs = spatial_reference(wkt(4326))
    assert crs is not None
    assert crs.GetDataAxisToSRSAxisMapping() == [2, 1]


def test_memory_layer_takes_features() -> None:
    source, layer = memory_layer(None)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT(1 2)"))
    layer.CreateFeature(feature)
    assert (source.GetLayerCount(), layer.GetFeatureCount()) == (1, 1)


def test_counts_the_polygons_in_a_window() -> None:
    of = area(box(5, 5, 10, 10), box(10, 10, 10, 10), box(90, 70, 5, 5), box(500, 5, 10, 10))
    assert [of.count(window) for window in (Window(0, 0, *SIZE), Window(0, 0, 8, 8), Window(30, 0, 9, 9))] == [3, 1, 0]
    with pytest.raises(AreaMissed, match="does not touch the image"):
        area(box(500, 5, 10, 10))


def test_numbers_say_which_polygon_has_a_pixel_and_the_last_one_wins() -> None:
    of = area(box(10, 20, 10, 5), box(20, 20, 10, 5), box(5, 22, 10, 10))
    expected = np.zeros((80, 100), np.int32)
    expected[20:25, 10:20], expected[20:25, 20:30] = 1, 2
    expected[22:32, 5:15] = 3
    numbers = of.numbers(Window(0, 0, *SIZE))
    assert numbers.dtype == np.int32
    assert (numbers == expected).all()
    assert ((numbers > 0) == whole(of)).all()
    window = Window(12, 21, 17, 6)
    assert (of.numbers(window) == expected[window.slices()]).all()
