"""Tests of scarp.algorithms.landslide_layers."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsRasterLayer, QgsVectorLayer
from scarp.algorithms.evaluate_extraction import EvaluateExtraction
from scarp.algorithms.landslide_layers import landslide_layer, map_layer, polygon_source, wkt_of
from scarp.engine.errors import ScarpError
from scarp.engine.progress import Quiet
from scarp.tests.algorithms.test_extract_landslides import box_wkt, polygon_layer
from scarp.tests.conftest import UTM, wkt


@pytest.fixture
def found(qgis_processing):
    algorithm, context = EvaluateExtraction(), QgsProcessingContext()
    algorithm.initAlgorithm({})

    def find(value, other=None):
        return landslide_layer(algorithm, "REFERENCE", {"REFERENCE": value}, context, Quiet(), other)

    find.layer = lambda value: map_layer(algorithm, "REFERENCE", {"REFERENCE": value}, context)
    find.source = lambda value: polygon_source(algorithm, "REFERENCE", {"REFERENCE": value}, context)
    return find


def test_polygons_and_rasters(found, raster):
    drawn = polygon_layer([box_wkt(0, 0, 1, 1)])
    polygons = found(drawn)
    assert (polygons.raster, polygons.name, polygons.layer) == (None, drawn.name(), drawn.id())
    assert polygons.crs.authid() == f"EPSG:{UTM}" and isinstance(found.layer(drawn), QgsVectorLayer)
    path = raster(np.zeros((1, 4, 4), np.uint8))
    of_raster = found(path)
    assert of_raster.raster is not None and of_raster.raster.source == path
    assert (of_raster.name, of_raster.crs.authid()) == ("scene", f"EPSG:{UTM}")
    assert isinstance(found.layer(path), QgsRasterLayer)


def test_what_is_neither_is_refused(found):
    with pytest.raises(ScarpError, match=r"cannot be opened: .*No such file.*Choose polygons or a raster as the refer"):
        found("/no/where.gpkg")
    points = QgsVectorLayer(f"Point?crs=EPSG:{UTM}", "points", "memory")
    with pytest.raises(ScarpError, match=r'"points" holds Point; choose a layer of polygons as the reference'):
        found(points)
    loose = polygon_layer([box_wkt(0, 0, 1, 1)], crs="")
    loose.setCrs(QgsCoordinateReferenceSystem())
    assert not found(loose).crs.isValid()
    with pytest.raises(ScarpError, match="so it is not known where the reference lies"):
        found(loose, QgsCoordinateReferenceSystem(f"EPSG:{UTM}"))


def test_the_polygons_of_a_layer(found):
    drawn = polygon_layer([box_wkt(0, 0, 2, 3), box_wkt(5, 5, 6, 6)])
    source = found.source(drawn)
    for _ in range(2):
        assert [polygon.GetArea() for polygon in source.polygons(wkt(UTM), Quiet())] == [6.0, 1.0]
    assert wkt_of(QgsCoordinateReferenceSystem()) == ""
