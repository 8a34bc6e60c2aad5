from __future__ import annotations

import math

import numpy as np
import pytest
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.inventory import Inventory
from scarp.engine.mapped_area import MappedArea
from scarp.engine.progress import Quiet
from scarp.tests.conftest import wkt
from scarp.tests.engine.test_inventory import TRUE_TO_MAP, UTM54, box, metres, source, wkb


@pytest.fixture
def inventory() -> Inventory:
    """Squares of 2 m whose centroids are at 1, 21, 41, 61 and 81 m to the north-east of a corner."""
    return Inventory.of(source(*[metres(each, each, 2) for each in range(0, 100, 20)]), 5, Quiet())


def test_convex_hull(inventory):
    found = MappedArea.of_hull(inventory)
    # Two squares, and the band between them.
    assert found.area_m2 == pytest.approx(TRUE_TO_MAP * (4 + 2 * 80 * 2), rel=1e-4)
    assert found.what == "not given; convex hull of the landslides"
    assert found.inside.all() and not found.is_given
    few = MappedArea.of_hull(Inventory.of(source(metres(0, 0, 1), metres(5, 5, 1)), 2, Quiet()))
    assert math.isnan(few.area_m2) and few.inside.tolist() == [True, True]
    assert few.what == "not given, and there are fewer than 3 landslides to span it"


def test_a_hull_as_large_as_a_country():
    corners = [(10, 45), (20, 45), (20, 55), (10, 55)]
    squares = [box(x, y, x + 1e-3, y + 1e-3) for x, y in corners]
    found = MappedArea.of_hull(Inventory.of(source(*squares, crs_wkt=wkt(4326)), 4, Quiet()))
    # Between two parallels and meridians the area on WGS 84 is known: authalic latitudes.
    e = math.sqrt(0.00669437999)
    q = [(1 - e**2) * (math.sin(p) / (1 - (e * math.sin(p)) ** 2) + math.atanh(e * math.sin(p)) / e)
         for p in map(math.radians, (45, 55.001))]  # fmt: skip
    exact = 6378137.0**2 / 2 * math.radians(10.001) * (q[1] - q[0])
    assert found.area_m2 == pytest.approx(exact, rel=1e-3)


def test_polygons(inventory, progress):
    # The second overlaps the first. The centroid decides: the landslide at 41 m is out, and that at 61 m on the edge.
    polygons = [metres(0, 0, 30), metres(20, 20, 20), metres(61, 61, 10)]
    found = MappedArea.of_polygons(inventory, polygons, UTM54, 'layer "area"', progress)
    assert found.inside.tolist() == [True, True, False, True, False]
    assert found.area_m2 == pytest.approx(TRUE_TO_MAP * (900 + 400 - 100 + 100), rel=1e-4)
    assert (found.what, found.is_given) == ('layer "area"', True)
    assert progress.values[-1] == 100.0


def test_polygons_in_another_crs(inventory):
    # The second landslide lies at 141.00023 degrees east and 36.14491 north, the third at 141.00046 and 36.14509.
    around = box(140.9999, 36.1446, 141.0003, 36.1460)
    found = MappedArea.of_polygons(inventory, [around], wkt(4326), "area", Quiet())
    there = Inventory.of(source(around, crs_wkt=wkt(4326)), 1, Quiet())
    assert found.area_m2 == pytest.approx(float(there.areas_m2[0]), rel=1e-5)
    assert found.inside.tolist() == [True, True, False, False, False]


def test_the_image_without_nodata(inventory, raster):
    # 30 rows of the 100 are nodata, those in the north: the landslides at 1, 21, 41 and 61 m are on pixels.
    pixels = np.full((1, 100, 100), 7, np.uint8)
    pixels[0, :30] = 0
    image = raster(pixels, "image.tif", geotransform=(500000, 1, 0, 4000100, 0, -1), nodata=0)
    found = MappedArea.of_image(inventory, image, "image", [], "", "the image", Quiet())
    assert found.inside.tolist() == [True, True, True, True, False]
    assert found.area_m2 == pytest.approx(TRUE_TO_MAP * 7000, rel=1e-4)
    within = [metres(10, 10, 35)]
    found = MappedArea.of_image(inventory, image, "image", within, UTM54, "the image", Quiet())
    assert found.inside.tolist() == [False, True, True, False, False]
    assert found.area_m2 == pytest.approx(TRUE_TO_MAP * 35**2, rel=1e-4)


def test_landslides_beside_the_image_are_outside(inventory, raster):
    # It reaches from 0 to 50 m to the east, and from 10 to 70 m to the north.
    small = raster(np.full((1, 60, 50), 7, np.uint8), "small.tif", geotransform=(500000, 1, 0, 4000070, 0, -1))
    found = MappedArea.of_image(inventory, small, "image", [], "", "the image", Quiet())
    assert found.inside.tolist() == [False, True, True, False, False]
    assert found.area_m2 == pytest.approx(TRUE_TO_MAP * 3000, rel=1e-4)


def test_image_and_landslides_in_other_coordinates(inventory, raster):
    step = 1e-5
    image = raster(
        np.ones((1, 60, 60), np.uint8), "degrees.tif", epsg=4326,
        geotransform=(140.9999, step, 0, 36.1446 + 60 * step, 0, -step),
    )  # fmt: skip
    found = MappedArea.of_image(inventory, image, "image", [], "", "the image", Quiet())
    edges = box(140.9999, 36.1446, 140.9999 + 60 * step, 36.1446 + 60 * step)
    there = MappedArea.of_polygons(inventory, [edges], wkt(4326), "the same", Quiet())
    assert found.inside.tolist() == there.inside.tolist() == [True, True, True, False, False]
    assert found.area_m2 == pytest.approx(there.area_m2, rel=1e-4)


def test_what_is_refused(inventory, raster):
    with pytest.raises(ScarpError, match=r'None of the 5 landslides of the layer "mapped" lies in .* area \(far\)'):
        MappedArea.of_polygons(inventory, [metres(500, 500, 10)], UTM54, "far", Quiet())
    with pytest.raises(ScarpError, match="The area has no extent; draw polygons"):
        MappedArea.of_polygons(inventory, [wkb("LINESTRING(0 0,1 1)")], UTM54, "line", Quiet())
    with pytest.raises(ScarpError, match="The mapped area has no coordinate reference system"):
        MappedArea.of_polygons(inventory, [metres(0, 0, 9)], "", "area", Quiet())
    bare = Inventory.of(source(metres(0, 0, 1), crs_wkt=""), 1, Quiet())
    with pytest.raises(ScarpError, match='The layer "mapped" has no coordinate reference system'):
        MappedArea.of_polygons(bare, [metres(0, 0, 9)], UTM54, "area", Quiet())
    nowhere = raster(np.ones((1, 9, 9), np.uint8), "nowhere.tif", epsg=0)
    with pytest.raises(ScarpError, match='The layer "image" has no coordinate reference system'):
        MappedArea.of_image(inventory, nowhere, "image", [], "", "the image", Quiet())
    image = raster(np.ones((1, 9, 9), np.uint8), "image.tif")
    with pytest.raises(ScarpError, match="The area does not touch the image"):
        MappedArea.of_image(inventory, image, "image", [metres(900, 900, 9)], UTM54, "the image", Quiet())


def test_cancelling(inventory, raster, progress):
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        MappedArea.of_polygons(inventory, [metres(0, 0, 50)], UTM54, "area", progress)
    image = raster(np.ones((1, 9, 9), np.uint8), "image.tif")
    with pytest.raises(Cancelled):
        MappedArea.of_image(inventory, image, "image", [], "", "the image", progress)
