from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsVectorLayer,
)
from scarp.algorithms.threshold_sweep import STYLE, ThresholdSweep
from scarp.tests.algorithms.conftest import Feedback

TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]


@pytest.fixture
def percent() -> np.ndarray:
    """Squares of 1, 4 and 100 pixels of probability 0.90, 0.60 and 0.40 on 0.05; ten columns are nodata."""
    pixels = np.full((60, 80), 5, np.uint8)
    pixels[5, 20], pixels[10:12, 30:32], pixels[30:40, 40:50] = 90, 60, 40
    pixels[:, :10] = 255
    return pixels


@pytest.fixture
def probability(raster, percent) -> str:
    path = raster(percent[None], "event_probability.tif", nodata=255)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadata({"SCARP_MODEL": "unet", "SCARP_THRESHOLD": "0.45", "SCARP_SOURCE": "event.tif"})
    del dataset
    return path


@pytest.fixture
def run(provider, probability, feedback):
    import processing

    if provider.algorithm("thresholdsweep") is None:
        provider.addAlgorithm(ThresholdSweep())

    def call(feedback=feedback, context=None, **changes):
        return processing.run(
            "scarp:thresholdsweep", {"INPUT": probability, **changes}, feedback=feedback, context=context
        )

    return call


@pytest.fixture
def reference() -> QgsVectorLayer:
    """The squares of 1 and 4 pixels."""
    return polygon_layer([box_wkt(500020, 3999994, 500021, 3999995), box_wkt(500030, 3999988, 500032, 3999990)])


def polygon_layer(wkts: list[str], crs: str = "EPSG:32654") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "drawn", "memory")
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def box_wkt(west: float, south: float, east: float, north: float) -> str:
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def files_in(folder: Path) -> dict[str, bytes]:
    """What a folder holds, but for the statistics that QGIS writes beside rasters that it shows."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(".aux.xml")}


def table_of(path: str) -> dict[float, dict[str, str]]:
    with Path(path).open(newline="", encoding="utf-8") as file:
        return {float(row["threshold"]): row for row in csv.DictReader(file)}


def test_scores_number_and_area_at_each_threshold(run, reference, tmp_path, feedback):
    results = run(REFERENCE=reference, TABLE=str(tmp_path / "t.csv"), REPORT=str(tmp_path / "r.html"))
    # From 0.41 to 0.60 the two squares are found and nothing else; the middle of that is 0.50.
    assert (results["BEST_THRESHOLD"], results["BEST_F1"], results["OTSU_THRESHOLD"]) == (0.5, 1.0, 0.23)
    assert (results["TABLE"], results["REPORT"]) == (str(tmp_path / "t.csv"), str(tmp_path / "r.html"))
    table = table_of(results["TABLE"])
    fine = [0.46, 0.47, 0.48, 0.49, 0.51, 0.52, 0.53, 0.54]
    assert sorted(table) == sorted([*TENTHS, *fine])
    assert {threshold: int(row["landslides"]) for threshold, row in table.items() if threshold in TENTHS} == {
        0.1: 3, 0.2: 3, 0.3: 3, 0.4: 3, 0.5: 2, 0.6: 2, 0.7: 1, 0.8: 1, 0.9: 1,
    }  # fmt: skip
    assert [int(table[0.4][name]) for name in ("tp", "fp", "fn", "tn")] == [5, 100, 0, 4095]
    assert float(table[0.4]["precision"]) == pytest.approx(5 / 105, abs=1e-6)
    assert float(table[0.7]["recall"]) == pytest.approx(0.2)
    # On the ellipsoid a square metre of this grid is 1.0008 m².
    assert float(table[0.4]["area_m2"]) == pytest.approx(105 * 1.0008, abs=0.01)
    page = Path(results["REPORT"]).read_text(encoding="utf-8")
    for word in ("event_probability", "event.tif", "unet", "drawn", "<td>Threshold that the model recommends</td>"):
        assert word in page
    assert "Best F1: 1.0000 at a threshold of 0.50." in feedback.infos
    assert sorted(files_in(tmp_path)) == ["event_probability.tif", "r.html", "t.csv"]


def test_without_a_reference_there_are_numbers_and_areas(run, tmp_path):
    results = run(TABLE=str(tmp_path / "t.csv"))
    assert set(results) == {"TABLE", "OTSU_THRESHOLD"}
    table = table_of(results["TABLE"])
    assert sorted(table) == sorted([*TENTHS, 0.19, 0.21, 0.22, 0.23, 0.24, 0.25, 0.26, 0.27])
    assert {row["f1"] for row in table.values()} == {""}


def test_small_ones_are_not_counted_and_corners_join(run, raster, tmp_path, percent):
    table = table_of(run(TABLE=str(tmp_path / "t.csv"), MIN_AREA=2)["TABLE"])
    assert [int(table[each]["landslides"]) for each in (0.1, 0.5, 0.7)] == [2, 1, 0]
    assert float(table[0.5]["area_m2"]) == pytest.approx(4 * 1.0008, abs=0.01)
    percent[12, 32] = 60
    corner = raster(percent[None], "corner.tif", nodata=255)
    counts = [
        int(table_of(run(INPUT=corner, TABLE=str(tmp_path / "t.csv"), CONNECTEDNESS=each)["TABLE"])[0.5]["landslides"])
        for each in ("4", "8")
    ]
    assert counts == [3, 2]


def test_polygons_of_all_thresholds_in_one_layer(run, tmp_path, reference):
    results = run(REFERENCE=reference, POLYGONS=str(tmp_path / "all.gpkg"), TABLE=str(tmp_path / "t.csv"), MIN_AREA=2)
    layer = QgsVectorLayer(results["POLYGONS"], "all", "ogr")
    table = table_of(results["TABLE"])
    for threshold, row in table.items():
        found = [feature for feature in layer.getFeatures() if feature["threshold"] == threshold]
        assert len(found) == int(row["landslides"])
        assert sum(feature["area_m2"] for feature in found) == pytest.approx(float(row["area_m2"]), abs=0.01)
        assert [feature["id"] for feature in found] == list(range(1, len(found) + 1))
    assert {(feature["model"], feature["source"]) for feature in layer.getFeatures()} == {("unet", "event.tif")}
    order = [feature["threshold"] for feature in layer.getFeatures()]
    assert order == sorted(order)


def test_the_style_tells_thresholds_apart():
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=threshold:double", "all", "memory")
    message, loaded = layer.loadNamedStyle(str(STYLE))
    assert loaded, message
    renderer = layer.renderer()
    assert isinstance(renderer, QgsGraduatedSymbolRenderer) and renderer.classAttribute() == "threshold"
    symbols = {renderer.rangeForValue(percent / 100).symbol().symbolLayer(0).strokeColor().name(): percent
               for percent in range(101)}  # fmt: skip
    assert list(symbols.values()) == [9, 19, 29, 39, 49, 59, 69, 79, 89, 100]


def test_only_in_the_area(run, reference, tmp_path):
    area = polygon_layer([box_wkt(500025, 3999980, 500060, 4000000)])
    table = table_of(run(REFERENCE=reference, AREA=area, TABLE=str(tmp_path / "t.csv"))["TABLE"])
    assert [int(table[0.5][name]) for name in ("landslides", "tp", "fp", "fn", "tn")] == [1, 4, 0, 0, 35 * 20 - 4]


def test_a_reference_without_landslide_is_said(run, raster, tmp_path, feedback):
    labels = raster(np.zeros((1, 60, 80), np.uint8), "labels.tif")
    results = run(REFERENCE=labels, TABLE=str(tmp_path / "t.csv"))
    assert set(results) == {"TABLE", "OTSU_THRESHOLD"}
    row = table_of(results["TABLE"])[0.5]
    assert (row["precision"], row["recall"], row["f1"]) == ("0.000000", "", "0.000000")
    assert any("no threshold has the best F1" in warning for warning in feedback.warnings)


def test_everything_as_text_and_temporary(run, raster, percent):
    labels = raster((percent == 90)[None].astype(np.uint8), "labels.tif")
    results = run(
        REFERENCE=labels, AREA="", MIN_AREA="0", CONNECTEDNESS="8", REPORT="TEMPORARY_OUTPUT",
        TABLE="TEMPORARY_OUTPUT", POLYGONS="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert (results["BEST_THRESHOLD"], results["BEST_F1"]) == (0.75, 1.0)
    assert Path(results["REPORT"]).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert len(table_of(results["TABLE"])) == 18
    assert results["POLYGONS"].featureCount() == sum(
        int(row["landslides"]) for row in table_of(results["TABLE"]).values()
    )


def test_the_polygons_are_loaded_under_their_name(run, project):
    context = QgsProcessingContext()
    context.setProject(project)
    run(context=context, POLYGONS=QgsProcessingOutputLayerDefinition("memory:", project))
    loaded = context.layersToLoadOnCompletion().values()
    assert [each.name for each in loaded] == ["event_probability – landslides by threshold"]


def test_bad_input_is_refused(run, raster, tmp_path):
    def refused(**changes) -> str:
        with pytest.raises(QgsProcessingException) as error:
            run(**changes)
        return str(error.value)

    assert "give it the ending .html" in refused(REPORT=str(tmp_path / "r.tif"))
    assert "give it the ending .csv" in refused(TABLE=str(tmp_path / "t.tif"))
    assert "The report cannot be written to" in refused(REPORT=str(tmp_path / "no" / "r.html"))
    assert "The connectedness is 6. Choose 4" in refused(CONNECTEDNESS="6")
    picture = raster(np.zeros((3, 8, 8), np.uint8), "picture.tif")
    assert "is no probability raster" in refused(INPUT=picture)
    unlabelled = raster(np.full((1, 60, 80), 255, np.uint8), "unlabelled.tif")
    assert "they are all unlabelled" in refused(REFERENCE=unlabelled)
    blank = raster(np.full((1, 60, 80), 255, np.uint8), "blank.tif", nodata=255)
    assert "has no valid pixel" in refused(INPUT=blank)


@pytest.mark.parametrize("at", [0, 10, 30, 50, 90, 100])
def test_cancelling_leaves_what_was_there(run, tmp_path, reference, at):
    files = {"REPORT": tmp_path / "r.html", "TABLE": tmp_path / "t.csv", "POLYGONS": tmp_path / "all.gpkg"}
    for file in files.values():
        file.write_text("old")
    before = files_in(tmp_path)
    area = polygon_layer([box_wkt(500000, 3999900, 500080, 4000000)])
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback=Feedback(cancel_at=at), REFERENCE=reference, AREA=area,
            **{name: str(file) for name, file in files.items()})  # fmt: skip
    assert files_in(tmp_path) == before


def test_every_parameter_and_result_is_explained(provider, run):
    algorithm = provider.algorithm("thresholdsweep")
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert "One layer rather than many" in algorithm.shortHelpString()
    assert algorithm.outputDefinition("REPORT").type() == "outputHtml"
