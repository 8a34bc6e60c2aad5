from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsRasterLayer
from scarp.algorithms.evaluate_extraction import EvaluateExtraction
from scarp.algorithms.landslide_layers import polygon_source
from scarp.engine.errors import ScarpError
from scarp.engine.progress import Quiet
from scarp.tests.algorithms.test_extract_landslides import box_wkt, polygon_layer
from scarp.tests.conftest import UTM, Recorder, wkt

SQUARE = box_wkt(500010, 3999960, 500020, 3999970)


@pytest.fixture
def algorithm(qgis_processing):
    made = EvaluateExtraction()
    made.initAlgorithm({})
    return made


def inputs(algorithm, progress=None, **changes):
    layer = polygon_layer([SQUARE])
    parameters = {"EXTRACTION": layer, "REFERENCE": layer, **changes}
    context = QgsProcessingContext()
    return algorithm.find_inputs(parameters, context, progress or Quiet()), parameters, context


def grid(algorithm, progress=None, **changes):
    found, parameters, context = inputs(algorithm, **changes)
    sources = {
        name: polygon_source(algorithm, name, parameters, context)
        for name, side in (("EXTRACTION", found.extraction), ("REFERENCE", found.reference)) if side.raster is None
    }  # fmt: skip
    return algorithm.grid(found, parameters, context, sources, progress or Quiet())


def test_both_sides(algorithm, raster, tmp_path):
    path = raster(np.zeros((1, 5, 5), np.uint8))
    picture, json = QgsRasterLayer(path, "picture"), str(tmp_path / "n.json")
    found, _, _ = inputs(algorithm, REFERENCE=path, IMAGE=picture, JSON=json)
    assert (found.extraction.raster, found.extraction.name) == (None, "areas")
    assert found.reference.raster is not None and found.reference.raster.source == path
    assert found.image is not None and found.image.name == "picture"
    assert list(found.places) == ["JSON"]


def test_the_grid_is_that_of_the_first_raster(algorithm, raster):
    progress = Recorder()
    first = raster(np.zeros((1, 50, 60), np.uint8), "a.tif")
    second = raster(np.zeros((1, 20, 30), np.uint8), "b.tif", geotransform=(500000.0, 2.0, 0.0, 4000000.0, 0.0, -2.0))
    sizes = []
    for changes in (
        {"EXTRACTION": first, "REFERENCE": second}, {"REFERENCE": second, "IMAGE": first}, {"IMAGE": first},
        {"IMAGE": first, "RESOLUTION": 5.0},
    ):  # fmt: skip
        found, crs, area = grid(algorithm, progress, **changes)
        assert (crs.authid(), area) == (f"EPSG:{UTM}", None)
        sizes.append((found.width, found.height))
    assert sizes == [(60, 50), (30, 20), (60, 50), (12, 10)]
    grid(algorithm, progress, REFERENCE=second, RESOLUTION=5.0)
    assert progress.warnings == ['The resolution is not used: the pixels are those of the layer "b".']


def test_an_area_crops_the_grid(algorithm, raster):
    path = raster(np.zeros((1, 50, 60), np.uint8))
    area = polygon_layer([SQUARE])
    found, _, on_grid = grid(algorithm, EXTRACTION=path, AREA=area)
    assert (found.width, found.height, found.geotransform[0], found.geotransform[3]) == (10, 10, 500010.0, 3999970.0)
    assert on_grid is not None and found.crs_wkt == wkt(UTM)
    found, _, _ = grid(algorithm, EXTRACTION=path, EXTENT="500010,500030,3999960,3999970 [EPSG:32654]")
    assert (found.width, found.height) == (20, 10)


def test_what_is_no_polygon_is_refused(algorithm):
    from qgis.core import QgsVectorLayer

    points = QgsVectorLayer("Point?crs=EPSG:32654", "points", "memory")
    with pytest.raises(ScarpError, match=r'"points" holds Point; choose a layer of polygons as the reference'):
        inputs(algorithm, REFERENCE=points)
