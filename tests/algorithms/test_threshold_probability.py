from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scarp.algorithms.threshold_probability import ThresholdProbability
from scarp.tests.algorithms.conftest import Feedback

SQUARES = [(500020, 3999994, 500021, 3999995), (500030, 3999988, 500032, 3999990), (500040, 3999960, 500050, 3999970)]
"""West, south, east and north of the squares of 1, 4 and 100 pixels."""


@pytest.fixture
def percent() -> np.ndarray:
    """Three squares of probability 0.90, 0.60 and 0.40 on 0.10; the ten columns at left are nodata."""
    pixels = np.full((60, 80), 10, np.uint8)
    pixels[5, 20], pixels[10:12, 30:32], pixels[30:40, 40:50] = 90, 60, 40
    pixels[:, :10] = 255
    return pixels


@pytest.fixture
def probability(raster, percent) -> str:
    """The squares as Extract landslides writes them."""
    path = raster(percent[None], "event_probability.tif", nodata=255)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.01)
    dataset.SetMetadata({"SCARP_MODEL": "unet", "SCARP_THRESHOLD": "0.55", "SCARP_SOURCE": "event.tif"})
    del dataset
    return path


@pytest.fixture
def run(provider, probability, feedback):
    import processing

    if provider.algorithm("thresholdprobability") is None:
        provider.addAlgorithm(ThresholdProbability())

    def call(feedback=feedback, context=None, **changes):
        parameters = {"INPUT": probability, "OUTPUT": "memory:", **changes}
        return processing.run("scarp:thresholdprobability", parameters, feedback=feedback, context=context)

    return call


def boxes(layer: QgsVectorLayer | str) -> list[tuple[float, ...]]:
    """Bounds of the polygons in order of their id; each must fill its bounds."""
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "layer", "ogr")
    found = []
    for feature in sorted(layer.getFeatures(), key=lambda feature: feature["id"]):
        box = feature.geometry().boundingBox()
        assert feature.geometry().area() == box.area()
        found.append((box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()))
    return found


def polygon_layer(wkts: list[str], crs: str = "EPSG:32654", kind: str = "Polygon") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "drawn", "memory")
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def box_wkt(west: float, south: float, east: float, north: float) -> str:
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def test_the_recommended_threshold_comes_with_the_raster(run, tmp_path, feedback):
    results = run(OUTPUT=str(tmp_path / "found.gpkg"))
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (2, 0.55)
    assert "F1" not in results
    assert boxes(results["OUTPUT"]) == SQUARES[:2]
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    features = list(layer.getFeatures())
    assert {(f["model"], f["threshold"], f["source"]) for f in features} == {("unet", 0.55, "event.tif")}
    assert results["AREA_M2"] == pytest.approx(sum(f["area_m2"] for f in features)) == pytest.approx(5.004, abs=1e-3)
    assert layer.fields().names() == [
        "fid", "id", "area_m2", "perimeter_m", "length_m", "width_m", "elongation", "orientation_deg",
        "probability_mean", "probability_max", "longitude", "latitude", "model", "threshold", "source",
    ]  # fmt: skip
    assert "Threshold: 0.55 (recommended)." in feedback.infos


@pytest.mark.parametrize(
    ("threshold", "count"), [(0.9, 1), (0.91, 0), (0.6, 2), (0.41, 2), (0.4, 3), (0.1, 1), ("0.6", 2)]
)
def test_fixed_thresholds(run, threshold, count):
    results = run(THRESHOLD_METHOD="fixed", THRESHOLD=threshold)
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (count, float(threshold))


def test_otsu_parts_the_ground_from_the_squares(run):
    results = run(THRESHOLD_METHOD="otsu")
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (3, 0.25)


def test_best_f1_against_polygons_in_another_crs(run, feedback):
    # The two smaller squares from UTM to degrees by QGIS itself.
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    reference = polygon_layer([], "EPSG:4326")
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32654"), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    for square in SQUARES[:2]:
        feature, geometry = QgsFeature(), QgsGeometry.fromWkt(box_wkt(*square))
        geometry.transform(transform)
        feature.setGeometry(geometry)
        reference.dataProvider().addFeature(feature)
    results = run(THRESHOLD_METHOD="best_f1", REFERENCE=reference)
    assert (results["COUNT"], results["THRESHOLD_USED"], results["F1"]) == (2, 0.5, 1.0)
    assert boxes(results["OUTPUT"]) == SQUARES[:2]
    assert any("precision 1.000, recall 1.000, F1 1.000" in info for info in feedback.infos)


def test_labels_leave_out_what_is_unlabelled_and_score_other_methods(run, raster, percent):
    labels = np.zeros((1, 60, 80), np.uint8)
    labels[0, 5, 20] = 1
    labels[0, 10:12, 30:32] = 255
    path = raster(labels, "labels.tif")
    assert run(THRESHOLD_METHOD="fixed", THRESHOLD=0.5, REFERENCE=path)["F1"] == 1.0
    assert run(THRESHOLD_METHOD="fixed", THRESHOLD=0.4, REFERENCE=path)["F1"] == pytest.approx(2 / (2 + 100))
    best = run(THRESHOLD_METHOD="best_f1", REFERENCE=path)
    assert (best["THRESHOLD_USED"], best["F1"]) == (0.65, 1.0)  # in the middle of 0.41 to 0.90


def test_only_in_the_area(run, tmp_path):
    area = polygon_layer([box_wkt(500035, 3999950, 500060, 3999980)])
    results = run(THRESHOLD_METHOD="fixed", THRESHOLD=0.3, AREA=area)
    assert boxes(results["OUTPUT"]) == SQUARES[2:]
    half = polygon_layer([box_wkt(500045, 3999950, 500060, 3999980)])
    results = run(THRESHOLD_METHOD="fixed", THRESHOLD=0.3, AREA=half)
    assert boxes(results["OUTPUT"]) == [(500045, 3999960, 500050, 3999970)]
    # Otsu's threshold is that of the area.
    small = polygon_layer([box_wkt(500015, 3999985, 500035, 4000000)])
    assert run(THRESHOLD_METHOD="otsu", AREA=small)["THRESHOLD_USED"] == 0.35


def test_outlines_as_in_an_extraction(run, raster):
    assert run(THRESHOLD_METHOD="fixed", THRESHOLD=0.3, MIN_AREA=50)["COUNT"] == 1
    assert run(THRESHOLD_METHOD="fixed", THRESHOLD=0.3, MIN_AREA=2, CONNECTEDNESS="8")["COUNT"] == 2
    layer = run(THRESHOLD_METHOD="fixed", THRESHOLD=0.1, MIN_HOLE=50)["OUTPUT"]
    assert [feature.geometry().area() for feature in layer.getFeatures()] == [60 * 70]
    rows = np.mgrid[0:60, 0:80][0]
    dem = raster((1000.0 - rows)[None].astype(np.float32), "dem.tif")
    largest = max(run(THRESHOLD_METHOD="otsu", DEM=dem)["OUTPUT"].getFeatures(), key=lambda feature: feature["area_m2"])
    assert (largest["elevation_max_m"], largest["relief_m"]) == (970.0, 9.0)


def test_a_raster_that_states_nothing_needs_a_method_or_a_model(run, raster, percent, model_file):
    silent = raster(percent[None], "silent.tif", nodata=255)
    with pytest.raises(QgsProcessingException, match=r'The layer "silent" does not state which threshold') as error:
        run(INPUT=silent)
    assert "Choose another method, or the model under Advanced." in str(error.value)
    results = run(INPUT=silent, THRESHOLD_METHOD="fixed", THRESHOLD=0.5)
    assert {(f["model"], f["source"]) for f in results["OUTPUT"].getFeatures()} == {("", "silent.tif")}
    model = str(model_file("first_band", threshold=0.3))
    results = run(INPUT=silent, MODEL_FILE=model)
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (3, 0.3)
    assert {f["model"] for f in results["OUTPUT"].getFeatures()} == {"first_band"}


def test_what_extract_landslides_writes_is_enough(run, provider, model_file, image, tmp_path):
    import processing

    files = {"PROBABILITY": str(tmp_path / "p.tif"), "OUTPUT": "memory:"}
    model = str(model_file("first_band", threshold=0.7))
    given = {"INPUT": image, "MODEL_FILE": model, "DEVICE": "cpu", **files}
    extracted = processing.run("scarp:extractlandslides", given)
    results = run(INPUT=extracted["PROBABILITY"])
    assert results["THRESHOLD_USED"] == 0.7
    assert [f.attributes() for f in results["OUTPUT"].getFeatures()] == [
        f.attributes() for f in extracted["OUTPUT"].getFeatures()
    ]


def test_everything_as_text(run, probability, tmp_path):
    reference = tmp_path / "reference.geojson"
    reference.write_text(
        '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:32654"}}, "features": ['
        '{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[500020, 3999994], '
        "[500021, 3999994], [500021, 3999995], [500020, 3999995], [500020, 3999994]]]}}]}"
    )
    results = run(
        THRESHOLD_METHOD="best_f1", THRESHOLD="0.5", REFERENCE=str(reference), AREA="", MIN_AREA="0.5", MIN_HOLE="0",
        SIMPLIFY="0", CONNECTEDNESS="4", DEM="", MODEL_FILE="", OUTPUT=str(tmp_path / "found.shp"),
    )  # fmt: skip
    assert (results["COUNT"], results["THRESHOLD_USED"], results["F1"]) == (1, 0.75, 1.0)
    assert boxes(results["OUTPUT"]) == SQUARES[:1]


def test_bad_input_is_refused(run, raster, probability, tmp_path):
    def refused(**changes) -> str:
        with pytest.raises(QgsProcessingException) as error:
            run(**changes)
        return str(error.value)

    picture = raster(np.zeros((3, 8, 8), np.uint8), "picture.tif")
    assert 'is no probability raster: it has 3 band(s) of type Byte' in refused(INPUT=picture)
    assert "The threshold with the best F1 needs a reference" in refused(THRESHOLD_METHOD="best_f1")
    assert "The threshold is 1.5, but a threshold lies" in refused(THRESHOLD_METHOD="fixed", THRESHOLD=1.5)
    assert "No threshold was given" in refused(THRESHOLD_METHOD="fixed", THRESHOLD="")
    lines = polygon_layer(["LINESTRING(0 0, 1 1)"], kind="LineString")
    assert "choose a layer of polygons as the reference" in refused(REFERENCE=lines)
    assert "choose a layer of polygons as the area" in refused(AREA=lines)
    nowhere = polygon_layer([box_wkt(*SQUARES[0])], crs="")
    assert "so it is not known where the reference lies" in refused(REFERENCE=nowhere)
    assert "holds no labels" in refused(REFERENCE=probability)
    far = polygon_layer([box_wkt(600000, 3999950, 600060, 3999980)])
    assert "has no polygon on the probability raster" in refused(THRESHOLD_METHOD="best_f1", REFERENCE=far)
    assert "The area does not touch the image" in refused(AREA=far)
    empty = polygon_layer([])
    assert "has no polygon on the probability raster" in refused(THRESHOLD_METHOD="best_f1", REFERENCE=empty)
    assert "there is no such folder" in refused(OUTPUT=str(tmp_path / "no" / "found.gpkg"))
    none = raster(np.zeros((1, 60, 80), np.uint8), "none.tif")
    assert "No landslide of the reference lies on valid pixels" in refused(THRESHOLD_METHOD="best_f1", REFERENCE=none)
    blank = raster(np.full((1, 60, 80), 255, np.uint8), "blank.tif", nodata=255)
    assert "has no valid pixel" in refused(INPUT=blank, THRESHOLD_METHOD="otsu")


@pytest.mark.parametrize("at", [0, 10, 20, 60, 100])
def test_cancelling_leaves_what_was_there(run, tmp_path, at):
    file = tmp_path / "found.gpkg"
    run(OUTPUT=str(file))
    before = {path.name: path.read_bytes() for path in tmp_path.glob("found*")}
    area = polygon_layer([box_wkt(500000, 3999900, 500080, 4000000)])
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback=Feedback(cancel_at=at), AREA=area, OUTPUT=str(file))
    assert {path.name: path.read_bytes() for path in tmp_path.glob("found*")} == before
    assert not list(tmp_path.glob(".scarp-*"))


def test_no_landslide_is_said(run, feedback):
    assert run(THRESHOLD_METHOD="fixed", THRESHOLD=0.95)["COUNT"] == 0
    assert "No landslide was found: the highest probability is 0.90, the threshold 0.95." in feedback.warnings[-1]


def test_it_is_loaded_above_the_probability_and_styled(run, project, probability):
    from qgis.core import QgsProcessingOutputLayerDefinition

    layer = QgsRasterLayer(probability, "Event")
    project.addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(project)
    results = run(INPUT="Event", context=context, OUTPUT=QgsProcessingOutputLayerDefinition("memory:", project))
    details = context.layersToLoadOnCompletion()
    assert [each.name for each in details.values()] == ["Event – landslides at 0.55"]
    assert results["COUNT"] == 2


def test_every_parameter_and_result_is_explained(provider, run):
    algorithm = provider.algorithm("thresholdprobability")
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    text = algorithm.shortHelpString()
    for name in ("Reference", "Threshold used", "F1", "Smallest hole"):
        assert name in text
