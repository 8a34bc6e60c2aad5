"""Tests of scarp.algorithms.places."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsVectorLayer
from scarp.algorithms.create_label_raster import CreateLabelRaster
from scarp.algorithms.destinations import destination
from scarp.algorithms.evaluate_extraction import EvaluateExtraction
from scarp.algorithms.places import GEOTIFF, HTML, check_places, staged
from scarp.algorithms.remove_preexisting import RemovePreexisting
from scarp.engine.errors import ScarpError


@pytest.fixture
def drawn(tmp_path: Path) -> str:
    path = tmp_path / "drawn.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    source.CreateLayer("first", None, ogr.wkbPolygon)
    source.CreateLayer("second", None, ogr.wkbPolygon)
    del source
    return str(path)


def check(kind, wanted, rewritten="", **parameters) -> None:
    algorithm, context = kind(), QgsProcessingContext()
    algorithm.initAlgorithm({})
    places = {
        what: (destination(algorithm.parameterDefinition(name), parameters, context), endings)
        for what, (name, endings) in wanted.items()
    }
    check_places(algorithm, places, parameters, context, rewritten)


EVALUATED = {"error map": ("ERROR_MAP", GEOTIFF), "layer of errors": ("ERROR_POLYGONS", ()), "report": ("REPORT", HTML)}


def test_what_is_read_is_not_replaced(qgis_processing, drawn, raster):
    image = raster(np.zeros((1, 4, 4), np.uint8), "image.tif")
    with pytest.raises(ScarpError, match=r'The layer of errors would replace the layer "drawn.*drawn\.gpkg'):
        check(EvaluateExtraction, EVALUATED, REFERENCE=f"{drawn}|layername=second", ERROR_POLYGONS=drawn)
    with pytest.raises(ScarpError, match="The layer of errors would replace the layer"):
        area = QgsProcessingFeatureSourceDefinition(drawn, True)
        check(EvaluateExtraction, EVALUATED, AREA=area, ERROR_POLYGONS=drawn)
    with pytest.raises(ScarpError, match='The error map would replace the layer "image"'):
        check(EvaluateExtraction, EVALUATED, IMAGE=image, ERROR_MAP=image)
    with pytest.raises(ScarpError, match='The labels would replace the layer "image"'):
        check(CreateLabelRaster, {"labels": ("LABELS", GEOTIFF)}, ROIS=[drawn, image], LABELS=image)
    new = {"new": ("OUTPUT", ())}
    check(RemovePreexisting, new, "INPUT", INPUT=drawn, OUTPUT=drawn)
    with pytest.raises(ScarpError, match="The new would replace"):
        check(RemovePreexisting, new, "DEM", INPUT=drawn, OUTPUT=drawn)


def test_names_and_endings(qgis_processing, tmp_path):
    here = str(tmp_path / "it")
    check(EvaluateExtraction, EVALUATED, ERROR_MAP=f"{here}.tif", REPORT=f"{here}.html", ERROR_POLYGONS=here)
    fields = "&".join(f"field=measurement_number_{number}:double" for number in range(20))
    memory = QgsVectorLayer(f"Polygon?crs=EPSG:32654&{fields}", "memory", "memory")
    assert len(memory.source()) > 255
    check(EvaluateExtraction, EVALUATED, EXTRACTION=memory, ERROR_POLYGONS="memory:")
    with pytest.raises(ScarpError, match=r"The report is written to .*it\.txt; give it the ending \.html"):
        check(EvaluateExtraction, EVALUATED, REPORT=f"{here}.txt")
    with pytest.raises(ScarpError, match="there is no such folder"):
        check(EvaluateExtraction, EVALUATED, REPORT="/no/folder/it.html")
    both = {"labels": ("LABELS", GEOTIFF), "label raster": ("LABEL_RASTER", GEOTIFF)}
    with pytest.raises(ScarpError, match=r"The labels and the label raster have the same name, .*it\.tiff; rename one"):
        check(CreateLabelRaster, both, LABELS=f"{here}.tif", LABEL_RASTER=f"{here}.tiff")


def test_a_file_in_the_making_is_removed(qgis_processing, tmp_path):
    algorithm = EvaluateExtraction()
    algorithm.initAlgorithm({})
    parameter, where = algorithm.parameterDefinition("REPORT"), {"REPORT": str(tmp_path / "it.html")}
    with ExitStack() as stack:
        assert staged(None, "report", stack) is None
        file = staged(destination(parameter, where, QgsProcessingContext()), "report", stack)
        assert file is not None and file.target == tmp_path / "it.html"
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())
