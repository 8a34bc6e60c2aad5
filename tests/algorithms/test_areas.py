from __future__ import annotations

import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameters,
)
from scarp.algorithms.areas import area_polygons, check_source
from scarp.engine.errors import ScarpError
from scarp.tests.algorithms.test_extract_landslides import box_wkt, polygon_layer

UTM = QgsCoordinateReferenceSystem("EPSG:32654")
NONE = QgsCoordinateReferenceSystem()


@pytest.fixture
def polygons(qgis_app, progress):
    """Makes the area of layers and extents; the layers live as long as the test."""
    context, layers = QgsProcessingContext(), []

    def source(layer):
        layers.append(layer)
        parameter = QgsProcessingParameterFeatureSource("AREA", "Area")
        return QgsProcessingParameters.parameterAsSource(parameter, {"AREA": layer}, context)

    def make(layer=None, extent: str = "", image_crs=UTM):
        found = layer if layer is None else source(layer)
        return area_polygons(found, QgsGeometry.fromWkt(extent) if extent else None, image_crs, context, progress)

    make.source = source
    return make


def area_of(polygon: bytes) -> float:
    return ogr.CreateGeometryFromWkb(polygon).GetArea()


def test_nothing_is_the_whole_image(polygons):
    assert polygons() is None


def test_extent_is_in_the_crs_of_the_image(polygons):
    area = polygons(extent=box_wkt(0, 0, 3, 2))
    assert [area_of(polygon) for polygon in area.polygons] == [6.0]
    assert area.crs_wkt is None


def test_polygons_come_with_their_crs(polygons):
    area = polygons(polygon_layer([box_wkt(0, 0, 3, 2), "POLYGON EMPTY", box_wkt(5, 5, 6, 6)], "EPSG:4326"))
    assert [area_of(polygon) for polygon in area.polygons] == [6.0, 1.0]
    assert 'ID["EPSG",4326]' in area.crs_wkt or 'AUTHORITY["EPSG","4326"]' in area.crs_wkt


def test_extent_clips_polygons(polygons):
    area = polygons(polygon_layer([box_wkt(0, 0, 3, 2), box_wkt(9, 9, 10, 10)]), box_wkt(1, 1, 5, 5))
    assert [area_of(polygon) for polygon in area.polygons] == [2.0]
    # 3 degrees east of the equator's crossing with the middle of zone 54 is 500 km + 334 km in it.
    in_degrees = polygon_layer([box_wkt(141, 0, 144, 1)], "EPSG:4326")
    (clipped,) = polygons(in_degrees, box_wkt(500_000, 0, 667_000, 200_000)).polygons
    west, east, _, _ = ogr.CreateGeometryFromWkb(clipped).GetEnvelope()
    assert (west, east) == (pytest.approx(141.0, abs=1e-6), pytest.approx(142.5, abs=0.002))


def test_arcs_become_lines(polygons):
    layer = polygon_layer(["CurvePolygon(CircularString(0 0,1 1,2 0,1 -1,0 0))"], kind="CurvePolygon")
    (circle,) = polygons(layer).polygons
    assert ogr.CreateGeometryFromWkb(circle).GetGeometryName() == "POLYGON"
    assert area_of(circle) == pytest.approx(3.14159, abs=0.001)


def test_what_can_be_no_area(polygons):
    with pytest.raises(ScarpError, match='"areas" holds MultiPoint; choose a layer of polygons'):
        check_source(polygons.source(polygon_layer([], kind="MultiPoint")), UTM)
    with pytest.raises(ScarpError, match='"areas" has no coordinate system'):
        check_source(polygons.source(polygon_layer([], crs="")), UTM)
    check_source(polygons.source(polygon_layer([], crs="")), NONE)
    with pytest.raises(ScarpError, match=r'"areas" has no polygon; draw one, or leave Area empty.'):
        polygons(polygon_layer([]))
    with pytest.raises(ScarpError, match=r'"areas" does not touch the extent; leave one of them empty.'):
        polygons(polygon_layer([box_wkt(0, 0, 1, 1)]), box_wkt(5, 5, 6, 6))


def test_polygons_that_cross_themselves_are_repaired(polygons, progress):
    bow_tie = "POLYGON((0 0,10 10,0 10,10 0,0 0))"  # two triangles of 25
    (repaired,) = polygons(polygon_layer([bow_tie])).polygons
    assert area_of(repaired) == 50.0
    (clipped,) = polygons(polygon_layer([bow_tie]), box_wkt(0, 5, 10, 10)).polygons
    assert area_of(clipped) == 25.0
    assert progress.warnings == ['Invalid polygons of the layer "areas" that were repaired: 1.'] * 2
