from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from scarp.algorithms.evaluate_extraction import POLYGON_STYLE, RASTER_STYLE, EvaluateExtraction
from scarp.engine.origin import Origin
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.test_extract_landslides import box_wkt, polygon_layer
from scarp.tests.algorithms.test_styling import rendered

ONE = (500010, 3999960, 500020, 3999970)
"""West, south, east and north of 10 x 10 m."""
HALF = (500015, 3999960, 500025, 3999970)
"""The same, 5 m further east."""
FAR = (500040, 3999940, 500044, 3999944)
NUMBERS = {
    "TP", "FP", "FN", "TN", "PRECISION", "RECALL", "F1", "OVERALL_ACCURACY", "IOU", "MEAN_IOU", "CORRECT_M2",
    "MISSED_M2", "FALSE_M2", "REFERENCE_LANDSLIDES", "FOUND_LANDSLIDES", "EXTRACTED_LANDSLIDES", "RIGHT_LANDSLIDES",
    "OBJECT_PRECISION", "OBJECT_RECALL", "OBJECT_F1",
}  # fmt: skip


@pytest.fixture
def run(qgis_processing, feedback):
    """Runs the algorithm on two squares that share half, in the area of 60 x 60 m around them, unless told otherwise.

    The provider need not know of it yet.
    """

    def call(feedback: Feedback = feedback, context: QgsProcessingContext | None = None, **changes):
        parameters = {
            "EXTRACTION": polygon_layer([box_wkt(*HALF), box_wkt(*FAR)]), "REFERENCE": polygon_layer([box_wkt(*ONE)]),
            "AREA": polygon_layer([box_wkt(500000, 3999940, 500060, 4000000)]), "RESOLUTION": 1.0, **changes,
        }  # fmt: skip
        context = context or QgsProcessingContext()
        context.setFeedback(feedback)
        algorithm = EvaluateExtraction()
        algorithm.initAlgorithm({})
        good, reason = algorithm.checkParameterValues(parameters, context)
        if not good:
            raise QgsProcessingException(reason)
        results, good = algorithm.create().run(parameters, context, feedback, {}, False)
        assert good
        return results

    return call


def percent(path: str) -> np.ndarray:
    return gdal.Open(path).ReadAsArray()


def test_the_numbers(run):
    results = run()
    assert set(results) == NUMBERS
    counts = {name: results[name] for name in ("TP", "FP", "FN", "TN")}
    assert counts == {"TP": 50, "FP": 66, "FN": 50, "TN": 3600 - 166}
    assert results["PRECISION"] == pytest.approx(50 / 116)
    assert results["RECALL"] == 0.5
    assert results["F1"] == pytest.approx(2 * 50 / (116 + 100))
    assert results["OVERALL_ACCURACY"] == pytest.approx(1 - 116 / 3600)
    assert results["IOU"] == pytest.approx(50 / 166)
    assert results["MEAN_IOU"] == pytest.approx((50 / 166 + 3434 / 3550) / 2)
    assert (results["OBJECT_RECALL"], results["OBJECT_PRECISION"]) == (1.0, 0.5)
    assert results["OBJECT_F1"] == pytest.approx(2 / 3)
    assert run(OVERLAP=51)["OBJECT_RECALL"] == 0.0
    assert results["MISSED_M2"] == pytest.approx(50 * 1.0008, rel=1e-4)


def test_all_that_is_written(run, tmp_path):
    names = {"ERROR_MAP": "e.tif", "ERROR_POLYGONS": "e.gpkg", "REPORT": "r.html", "JSON": "n.json"}
    results = run(**{key: str(tmp_path / name) for key, name in names.items()})
    assert {key: Path(results[key]).name for key in names} == names
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names.values())
    table = np.bincount(percent(results["ERROR_MAP"]).reshape(-1), minlength=256)
    assert table[[1, 3, 2, 0, 255]].tolist() == [50, 66, 50, 3434, 0]
    layer = QgsVectorLayer(results["ERROR_POLYGONS"], "errors", "ogr")
    assert layer.wkbType() == QgsWkbTypes.Type.Polygon
    assert layer.fields().names() == ["fid", "kind", "area_m2"]
    areas = {"correct": 0.0, "missed": 0.0, "false": 0.0}
    for feature in layer.getFeatures():
        areas[feature["kind"]] += feature.geometry().area()
        assert feature["area_m2"] == pytest.approx(feature.geometry().area() * 1.0008, rel=1e-4)
    assert areas == {"correct": 50.0, "missed": 50.0, "false": 66.0}
    page = Path(results["REPORT"]).read_text(encoding="utf-8")
    for text in ("data:image/png;base64,", ">0.431<", "Correct (TP)", "100 to 1,000", "60 x 60, EPSG:32654"):
        assert text in page
    content = json.loads(Path(results["JSON"]).read_text(encoding="utf-8"))
    assert content["pixels"]["tp"] == 50 and content["objects"]["overlap"] == 0.5
    assert [size["reference"] for size in content["sizes"]] == [0, 1, 0, 0, 0]
    assert [size["precision"] for size in content["sizes"]] == [0.0, 1.0, None, None, None]


def test_what_is_not_defined_is_no_output(run, tmp_path, feedback):
    far = polygon_layer([box_wkt(510000, 3999940, 510010, 3999950)])
    results = run(EXTRACTION=far, JSON=str(tmp_path / "n.json"), REPORT=str(tmp_path / "r.html"))
    assert set(results) == NUMBERS - {"PRECISION", "OBJECT_PRECISION"} | {"JSON", "REPORT"}
    assert (results["RECALL"], results["F1"], results["OBJECT_F1"]) == (0.0, 0.0, 0.0)
    assert json.loads((tmp_path / "n.json").read_text())["pixels"]["precision"] is None
    assert ">–<" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "Nothing was extracted in what is compared." in feedback.warnings


@pytest.mark.parametrize("kind", ["percent", "probability", "mask"])
def test_an_extracted_raster_in_an_extent(run, raster, kind, feedback):
    extracted = np.zeros((1, 60, 60), np.uint8)
    extracted[0, 30:40, 15:25] = 1
    extracted[0, :5] = 1
    if kind == "percent":
        pixels, nodata = np.where(extracted, 80, 20).astype(np.uint8), 255
        pixels[0, 50:] = 255
    elif kind == "probability":
        pixels, nodata = np.where(extracted, 0.7, 0.1).astype(np.float32), -1
        pixels[0, 50:] = -1
    else:
        pixels, nodata = extracted.copy(), 255
        pixels[0, 50:] = 255
    results = run(
        EXTRACTION=raster(pixels, nodata=nodata), THRESHOLD=0.7, AREA=None, RESOLUTION=None,
        EXTENT="500000,500060,3999900,3999980 [EPSG:32654]",
    )  # fmt: skip
    assert [results[name] for name in ("TP", "FP", "FN", "TN")] == [50, 50, 50, 60 * 30 - 150]
    said = {"percent": "per cent, landslide from 70 on", "probability": "0 to 1, landslide from 0.7 on"}
    assert any(said.get(kind, "a mask of 0 and 1; the threshold is not used") in info for info in feedback.infos)


def test_the_threshold_that_the_raster_states(run, raster, feedback, tmp_path):
    pixels = np.full((1, 60, 60), 60, np.uint8)
    path = raster(pixels, "stated.tif", nodata=255)
    assert run(EXTRACTION=path, JSON=str(tmp_path / "n.json"))["FP"] == 3500
    assert json.loads((tmp_path / "n.json").read_text(encoding="utf-8"))["inputs"]["Threshold"] == "0.5"
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadata(Origin(threshold=0.65).items())
    del dataset
    assert run(EXTRACTION=path)["FP"] == 0
    assert run(EXTRACTION=path, THRESHOLD="0.6")["FP"] == 3500
    mask = raster(np.ones((1, 60, 60), np.uint8), "mask.tif", nodata=255)
    run(EXTRACTION=mask, THRESHOLD=0.9, JSON=str(tmp_path / "m.json"))
    assert "Threshold" not in json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))["inputs"]


def test_rasters_that_do_not_fit_are_refused_before_the_run(run, raster):
    with pytest.raises(QgsProcessingException, match=r'"scene" has 3 bands\. Choose a raster of one band'):
        run(EXTRACTION=raster(np.zeros((3, 60, 60), np.uint8)))
    with pytest.raises(QgsProcessingException, match="holds no labels: it has the value 7"):
        run(REFERENCE=raster(np.full((1, 60, 60), 7, np.uint8)))


def test_the_black_collar_of_an_image_is_not_compared(run, raster, feedback):
    image = np.full((3, 60, 60), 90, np.uint8)
    image[:, :, 40:] = 0
    results = run(IMAGE=raster(image, "image.tif"), AREA=None, RESOLUTION=None)
    assert [results[name] for name in ("TP", "FP", "FN", "TN")] == [50, 50, 50, 2400 - 150]
    assert any("its black collar (33% of it) is taken as nodata" in warning for warning in feedback.warnings)


def test_a_reference_raster_and_parameters_as_text(run, raster, tmp_path):
    labels = np.zeros((1, 60, 60), np.uint8)
    labels[0, 30:40, 10:20], labels[0, 56:60, 40:44] = 1, 255
    path = str(tmp_path / "found.geojson")
    Path(path).write_text(json.dumps({
        "type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32654"}},
        "features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [
            [[w, s], [e, s], [e, n], [w, n], [w, s]]]}} for w, s, e, n in (HALF, FAR)],
    }))  # fmt: skip
    results = run(
        EXTRACTION=path, REFERENCE=raster(labels, "labels.tif"), AREA="", RESOLUTION="", OVERLAP="50",
        SIZES="50,500", ERROR_MAP=str(tmp_path / "e.tif"),
    )  # fmt: skip
    assert [results[name] for name in ("TP", "FP", "FN", "TN")] == [50, 50, 50, 3600 - 150 - 16]
    # The one where nothing is labelled is neither right nor wrong.
    assert (results["EXTRACTED_LANDSLIDES"], results["RIGHT_LANDSLIDES"]) == (1, 1)


def test_polygons_are_compared_on_the_image_where_it_is_valid(run, raster, feedback, tmp_path):
    image = np.full((3, 60, 60), 90, np.uint8)
    image[:, :, 40:] = 0
    results = run(
        IMAGE=raster(image, "image.tif", nodata=0), AREA=None, RESOLUTION=None, REPORT=str(tmp_path / "r.html")
    )
    assert [results[name] for name in ("TP", "FP", "FN", "TN")] == [50, 50, 50, 2400 - 150]
    assert 'Pixels: 60 x 60, those of the layer "image".' in feedback.infos


def test_the_resolution_that_is_chosen(run, feedback):
    results = run(AREA=None, RESOLUTION=None)
    # A tenth of the width of small landslides, which is between 4 and 10 m: 0.5 m; around both layers.
    assert results["TP"] == 200
    assert "Pixels: 68 x 60, of 0.5 m, about a tenth of the width of small landslides, which is" in feedback.infos[0]
    assert feedback.warnings[0].startswith("There is no area and no image, so what is compared is the rectangle")


def test_layers_of_other_crs(run):
    degrees = polygon_layer([box_wkt(*ONE)])
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    to = QgsCoordinateTransform(degrees.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    (feature,) = degrees.getFeatures()
    geometry = feature.geometry()
    geometry.transform(to)
    results = run(REFERENCE=polygon_layer([geometry.asWkt(12)], "EPSG:4326"))
    assert [results[name] for name in ("TP", "FP", "FN")] == [50, 66, 50]
    # The grid is that of the extraction, here in degrees; its pixels are 1 m all the same.
    results = run(EXTRACTION=polygon_layer([geometry.asWkt(12)], "EPSG:4326"))
    assert results["TP"] == pytest.approx(100, abs=12) and (results["FP"], results["FN"]) == (0, 0)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"OVERLAP": 0}, r"The overlap is 0 %\. Give a share above 0 and up to 100 %\."),
        ({"SIZES": "10, 5"}, r'The size classes are "10, 5"\. Give rising areas'),
        ({"RESOLUTION": -1}, r"The resolution is -1 m\. Give metres above 0"),
        ({"REFERENCE": "nowhere.tif"}, r"The layer nowhere\.tif cannot be opened"),
        ({"ERROR_MAP": "e.png"}, r"The error map is written to e\.png; give it the ending \.tif\."),
        ({"REPORT": "/nowhere/r.html"}, r"The report cannot be written to /nowhere: there is no such folder"),
    ],
)
def test_bad_input_is_refused(run, changes, message):
    with pytest.raises(QgsProcessingException, match=message):
        run(**changes)


def test_a_missing_crs_is_refused(run, raster):
    sentence = r'The layer "{}" has no coordinate reference system, so it is not known where it lies\. Assign one'
    loose = polygon_layer([box_wkt(*ONE)])
    from qgis.core import QgsCoordinateReferenceSystem

    loose.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match=sentence.format("areas")):
        run(REFERENCE=loose)
    with pytest.raises(QgsProcessingException, match=sentence.format("scene")):
        run(EXTRACTION=raster(np.zeros((1, 5, 5), np.uint8), epsg=0))
    with pytest.raises(QgsProcessingException, match=sentence.format("scene")):
        run(IMAGE=raster(np.zeros((1, 5, 5), np.uint8), epsg=0))


def test_an_input_is_not_replaced(run, raster):
    path = raster(np.zeros((1, 5, 5), np.uint8))
    with pytest.raises(QgsProcessingException, match='The error map would replace the layer "scene"'):
        run(REFERENCE=path, ERROR_MAP=path)


def test_other_failures_are_sentences(run, raster):
    with pytest.raises(QgsProcessingException, match=r"The area does not touch the layers"):
        run(EXTRACTION=raster(np.zeros((1, 60, 60), np.uint8)), RESOLUTION=None,
            AREA=polygon_layer([box_wkt(600000, 3999940, 600060, 4000000)]))  # fmt: skip
    with pytest.raises(QgsProcessingException, match=r"Neither the extraction nor the reference has a polygon"):
        run(EXTRACTION=polygon_layer([]), REFERENCE=polygon_layer([]))
    with pytest.raises(QgsProcessingException, match=r'"scene" holds values from 0 to 200\. Choose a raster of prob'):
        run(EXTRACTION=raster(np.array([[[0, 200]]], np.uint8)), AREA=None)


@pytest.mark.parametrize("at", [0, 5, 20, 50, 65, 80, 97])
def test_cancelling_leaves_everything_as_it_was(run, tmp_path, at):
    names = {"ERROR_MAP": "e.tif", "ERROR_POLYGONS": "e.gpkg", "REPORT": "r.html", "JSON": "n.json"}
    for name in names.values():
        (tmp_path / name).write_text("old")
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback=Feedback(cancel_at=at), **{key: str(tmp_path / name) for key, name in names.items()})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(names.values(), "old")


def test_layers_are_styled_on_the_canvas(run, project, tmp_path):
    context = QgsProcessingContext()
    context.setProject(project)
    places = {"ERROR_MAP": "e.tif", "ERROR_POLYGONS": "e.gpkg"}
    run(context=context, **{
        key: QgsProcessingOutputLayerDefinition(str(tmp_path / name), project) for key, name in places.items()
    })  # fmt: skip
    waiting = context.layersToLoadOnCompletion()
    assert sorted(details.name for details in waiting.values()) == ["areas – error map", "areas – errors"]
    assert all(details.postProcessor() is not None for details in waiting.values())


def test_the_styles_are_green_red_and_blue(qgis_app, raster):
    path = raster(np.array([[[0, 1, 2, 3, 255]]], np.uint8).repeat(5, 1), "e.tif", nodata=255)
    layer = QgsRasterLayer(path, "e")
    assert layer.loadNamedStyle(str(RASTER_STYLE))[1]
    image = rendered(layer, 5, 5)
    colours = [image.pixelColor(column, 2) for column in range(5)]
    assert [colour.alpha() > 0 for colour in colours] == [False, True, True, True, False]
    strongest = [max(["red", "green", "blue"], key=lambda name: getattr(colour, name)()) for colour in colours[1:4]]
    assert strongest == ["green", "red", "blue"]
    polygons = polygon_layer([])
    assert polygons.loadNamedStyle(str(POLYGON_STYLE))[1]
    renderer = polygons.renderer()
    assert renderer.classAttribute() == "kind"
    drawn = {each.value(): each.symbol().color() for each in renderer.categories()}
    assert list(drawn) == ["correct", "missed", "false"]
    assert drawn["correct"].green() > drawn["correct"].red() and drawn["missed"].red() > drawn["missed"].blue()
    assert drawn["false"].blue() > drawn["false"].red()


def test_everything_has_a_help(qgis_app):
    algorithm = EvaluateExtraction()
    algorithm.initAlgorithm({})
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert set(algorithm.results()) == NUMBERS
    text = algorithm.shortHelpString()
    assert "<b>Overlap (%)</b>" in text and "formula 5" in text
    assert QgsApplication.instance() is not None
