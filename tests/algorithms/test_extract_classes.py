"""Tests of scarp.algorithms.extract_landslides with models of several classes."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
)
from scarp.tests.algorithms.conftest import Feedback

CLASSES = ("landslide", "cloud", "unpaved road")


@pytest.fixture
def scene(raster) -> str:
    """Landslide at 80 % everywhere, cloud at 90 % in the west, road at 70 % in the east; nodata in the north."""
    pixels = np.full((3, 40, 40), 26, np.uint8)
    pixels[0] = 204
    pixels[1, :, :15] = 230
    pixels[2, :, 25:] = 179
    pixels[0, 30:] = 26
    pixels[:, :10] = 0
    return raster(pixels, "event.tif", nodata=0)


@pytest.fixture
def run_classes(run, scene, model_file, tmp_path):
    model = str(model_file("each_band", classes=CLASSES))

    def call(**changes):
        given = {"INPUT": scene, "MODEL_FILE": model, "PROBABILITY": str(tmp_path / "p.tif"), **changes}
        return run(**given)

    return call


def values(path: str) -> np.ndarray:
    return gdal.Open(path).ReadAsArray()


def columns(west: int, middle: int, east: int) -> np.ndarray:
    return np.repeat([west, middle, east], [15, 10, 15])


def test_cloud_vetoes_landslides_unless_told_otherwise(run_classes, tmp_path):
    results = run_classes()
    # 0.80 less what cloud (0.90) and road (0.70) have above 0.50.
    assert (values(results["PROBABILITY"])[10:30] == columns(40, 80, 60)).all()
    assert "CLASSES" not in results
    # On the ellipsoid a square metre of this grid is 1.0008 m².
    assert results["AREA_M2"] == pytest.approx(20 * 25, rel=2e-3)
    text = "landslide lowered by what the most probable of cloud, unpaved road has above 0.50"
    assert gdal.Open(results["PROBABILITY"]).GetMetadataItem("SCARP_VETO") == text
    results = run_classes(VETO=False)
    assert (values(results["PROBABILITY"])[10:30] == 80).all()
    assert results["AREA_M2"] == pytest.approx(20 * 40, rel=2e-3)
    assert gdal.Open(results["PROBABILITY"]).GetMetadataItem("SCARP_VETO") is None


def test_the_veto_takes_hold_at_the_fixed_threshold(run_classes):
    results = run_classes(THRESHOLD_METHOD="fixed", THRESHOLD=0.75)
    assert (values(results["PROBABILITY"])[10:30] == columns(65, 80, 80)).all()
    assert results["AREA_M2"] == pytest.approx(20 * 25, rel=2e-3)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, [columns(2, 1, 1), columns(2, 0, 3)]),
        ({"VETO": False}, [columns(2, 1, 1), columns(2, 0, 3)]),
        ({"THRESHOLD_METHOD": "fixed", "THRESHOLD": 0.75}, [columns(2, 1, 1), columns(2, 0, 0)]),
        # The vetoed landslide is 10, 0, 40, 60 and 80 %; Otsu's threshold lies between 10 and 40, the middle is 25 %.
        ({"THRESHOLD_METHOD": "otsu"}, [columns(2, 1, 1), columns(2, 0, 3)]),
        ({"THRESHOLD_METHOD": "fixed", "THRESHOLD": 0.95}, [columns(0, 0, 0), columns(0, 0, 0)]),
    ],
)
def test_class_raster(run_classes, changes, expected, tmp_path):
    results = run_classes(CLASSES=str(tmp_path / "c.tif"), **changes)
    assert results["CLASSES"] == str(tmp_path / "c.tif")
    found = values(results["CLASSES"])
    assert (found[:10] == 255).all()
    assert (found[10:30] == expected[0]).all()
    assert (found[30:] == expected[1]).all()
    dataset = gdal.Open(results["CLASSES"])
    assert dataset.GetMetadataItem("SCARP_CLASS_THRESHOLD") == f"{results['THRESHOLD_USED']:g}"
    assert dataset.GetMetadataItem("SCARP_MODEL") == "each_band"
    assert dataset.GetRasterBand(1).GetNoDataValue() == 255
    assert dataset.GetRasterBand(1).GetCategoryNames() == ["background", *CLASSES]
    assert {"c.tif", "c.tif.aux.xml", "c.qml", "p.tif", "p.qml"} <= {path.name for path in tmp_path.iterdir()}
    assert not list(tmp_path.glob(".scarp-*"))


def test_class_raster_of_a_model_of_one_class(run, tmp_path, squares):
    results = run(CLASSES=str(tmp_path / "c.tif"))
    expected = np.where(squares[0] == 0, 255, np.where(squares[0] == 204, 1, 0))
    assert (values(results["CLASSES"]) == expected).all()
    assert results["COUNT"] == 3


def test_parameters_as_qgis_process_gives_them(run_classes, tmp_path):
    results = run_classes(CLASSES=str(tmp_path / "c.tif"), VETO="false", THRESHOLD="0.75", THRESHOLD_METHOD="fixed")
    assert (values(results["PROBABILITY"])[10:30] == 80).all()
    assert (values(results["CLASSES"])[10:30] == columns(2, 1, 1)).all()
    results = run_classes(CLASSES="TEMPORARY_OUTPUT", VETO="true")
    assert (values(results["CLASSES"])[10:30] == columns(2, 1, 1)).all()


@pytest.mark.parametrize("at", [0, 30, 79.9, 81, 84, 86, 100])
def test_cancelling_leaves_what_was_there(run_classes, tmp_path, at):
    files = {"CLASSES": str(tmp_path / "c.tif"), "OUTPUT": str(tmp_path / "found.gpkg")}
    run_classes(**files)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(QgsProcessingException, match=r"The run was cancelled; nothing was written."):
        run_classes(feedback=Feedback(cancel_at=at), RESOLUTION=2, **files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_bad_places_are_refused_before_the_run(run_classes, tmp_path, scene):
    def refused(**changes) -> str:
        with pytest.raises(QgsProcessingException) as error:
            run_classes(**changes)
        assert not list(tmp_path.glob("**/.scarp-*"))
        return str(error.value)

    assert "The class raster is written to /tmp/c.png; give it the ending .tif." in refused(CLASSES="/tmp/c.png")
    assert "The class raster cannot be written to /no/folder" in refused(CLASSES="/no/folder/c.tif")
    assert f'The class raster would replace the layer "event" ({scene})' in refused(CLASSES=scene)
    text = "The probability raster and the class raster have the same name, "
    assert text in refused(CLASSES=str(tmp_path / "p.tif"))
    assert text in refused(CLASSES=str(tmp_path / "p.tiff"))


def test_layers_come_styled_and_in_order(provider, project, model_file, scene, tmp_path, feedback):
    from processing.gui.Postprocessing import handleAlgorithmResults

    context = QgsProcessingContext()
    context.setProject(project)
    outputs = {
        name: QgsProcessingOutputLayerDefinition(str(tmp_path / file), project)
        for name, file in (("PROBABILITY", "a.tif"), ("OUTPUT", "b.gpkg"), ("CLASSES", "c.tif"))
    }
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("scarp:extractlandslides")
    model = str(model_file("each_band", classes=CLASSES))
    parameters = {"INPUT": scene, "MODEL_FILE": model, "DEVICE": "cpu", **outputs}
    results, ok = algorithm.run(parameters, context, feedback)
    assert ok, feedback.errors
    assert handleAlgorithmResults(algorithm, context, parameters=results)
    names = [entry.name() for entry in project.layerTreeRoot().findLayers()]
    assert names == ["event – landslides", "event – landslide probability", "event – classes"]
    (layer,) = project.mapLayersByName("event – classes")
    assert layer.renderer().type() == "paletted"
    assert [entry.label for entry in layer.renderer().classes()] == list(CLASSES)
