"""Tests of scarp:extractlandslides with a model of instances, which ONNX Runtime runs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsVectorLayer
from scarp.tests import model_files
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.test_extract_landslides import (
    ALL_FIELDS,
    box_wkt,
    percent,
    polygon_layer,
    profile,
    qgis_process,
)

__all__ = ["profile"]
WITH_SCORE = [*ALL_FIELDS[:9], "score", *ALL_FIELDS[9:]]


@pytest.fixture
def boxes_model(tmp_path):
    """A model that sees what is bright in boxes of 28 x 28 pixels: its tile of 84 pixels has nine of them."""
    return str(model_files.write(tmp_path / "boxes.onnx", model_files.build_instances(84, threshold=0.4)))


def found(layer) -> list[dict]:
    """Attributes of the landslides in order of their id, with the pixels that their geometry has."""
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "layer", "ogr")
    features = sorted(layer.getFeatures(), key=lambda feature: feature["id"])
    return [{**f.attributeMap(), "pixels": f.geometry().area(), "parts": len(f.geometry().asMultiPolygon())}
            for f in features]  # fmt: skip


def test_each_landslide_has_its_score(run, boxes_model, tmp_path, feedback, squares):
    results = run(MODEL_FILE=boxes_model, PROBABILITY=str(tmp_path / "p.tif"), OUTPUT=str(tmp_path / "f.gpkg"), BATCH=4)
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    assert layer.fields().names() == ["fid", *WITH_SCORE]
    landslides = found(layer)
    assert [each["pixels"] for each in landslides] == [1, 4, 100]
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (3, 0.4)
    for each in landslides:
        # Each square is in a box of its own: score 0.8, times the mask's 0.8.
        assert (each["score"], each["probability_max"], each["parts"]) == (pytest.approx(0.8, abs=1e-6), 0.64, 1)
        assert (each["model"], each["threshold"], each["source"]) == ("boxes", 0.4, "event.tif")
    raster = percent(results["PROBABILITY"])
    assert (raster[squares[0] == 204] == 64).all() and (raster[squares[0] == 0] == 255).all()
    assert raster[squares[0] == 26].max() == 8
    metadata = gdal.Open(results["PROBABILITY"]).GetMetadata()
    assert (metadata["SCARP_SCORE"], metadata["SCARP_MODEL"], metadata["SCARP_THRESHOLD"]) == ("0.5", "boxes", "0.4")
    assert "Instances of a score of 0.50 or more are taken." in feedback.infos
    assert "A model of instances works on one tile at once, not on 4." in feedback.infos


def test_the_score_chooses(run, boxes_model, tmp_path, raster, squares, feedback):
    squares[0, 10:12, 30:32] = 153  # 0.6, and its mask 0.6: below the threshold of 0.4 but not of 0.3
    image = raster(squares, "two.tif", nodata=0)
    fixed = {"INPUT": image, "MODEL_FILE": boxes_model, "THRESHOLD_METHOD": "fixed", "THRESHOLD": 0.3}
    assert [each["pixels"] for each in found(run(**fixed)["OUTPUT"])] == [1, 4, 100]
    sure = run(**fixed, SCORE=0.7, PROBABILITY=str(tmp_path / "p.tif"))
    assert [each["pixels"] for each in found(sure["OUTPUT"])] == [1, 100]
    assert gdal.Open(sure["PROBABILITY"]).GetMetadataItem("SCARP_SCORE") == "0.7"
    assert percent(sure["PROBABILITY"])[10, 30] == 0
    assert run(**fixed, SCORE=0.9)["COUNT"] == 0
    assert feedback.warnings[-1] == (
        "No landslide was found: the highest probability is 0.00, the threshold 0.30. Try a lower score or threshold, "
        "another model, or a smaller minimum area."
    )


@pytest.fixture
def touching(raster, tmp_path):
    """A bright strip, and a model that takes it for eight landslides."""
    # Tiles of 56 pixels with two boxes beside one another, which this model takes for two landslides, start every 42.
    model = str(model_files.write(tmp_path / "two.onnx", model_files.build_instances(56, threshold=0.4)))
    pixels = np.full((3, 40, 300), 26, np.uint8)
    pixels[0, 5:15, 14:280] = 204
    return raster(pixels, "strip.tif"), model


def test_what_two_tiles_see_is_merged_and_what_touches_stays_apart(run, touching):
    image, model = touching
    landslides = found(run(INPUT=image, MODEL_FILE=model)["OUTPUT"])
    borders = [14, 28, 70, 112, 154, 196, 238, 272, 280]  # the last tile starts at 244
    assert [each["pixels"] for each in landslides] == [10 * size for size in np.diff(borders).tolist()]
    assert {each["parts"] for each in landslides} == {1}


def test_otsu_area_dem_and_smallest_area_work_as_ever(run, boxes_model, raster):
    rows, columns = np.mgrid[0:60, 0:80]
    dem = raster((1000.0 - rows)[None].astype(np.float32) + 0 * columns, "dem.tif")
    results = run(MODEL_FILE=boxes_model, THRESHOLD_METHOD="otsu", DEM=dem, MIN_AREA=50,
                  EXTENT="500030,500080,3999940,3999990 [EPSG:32654]")  # fmt: skip
    (only,) = found(results["OUTPUT"])
    assert (only["pixels"], only["elevation_max_m"], only["relief_m"]) == (100, 970.0, 9.0)
    assert only["slope_mean_deg"] == pytest.approx(45.0, abs=0.02)
    assert 0.08 < results["THRESHOLD_USED"] < 0.64


def test_otsu_where_nothing_was_found(run, boxes_model, tmp_path, feedback):
    results = run(MODEL_FILE=boxes_model, THRESHOLD_METHOD="otsu", SCORE=0.9, PROBABILITY=str(tmp_path / "p.tif"))
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (0, 0.4)
    assert set(np.unique(percent(results["PROBABILITY"]))) == {0, 255}
    assert "No instance was found, which leaves Otsu's method nothing to part." in feedback.infos


def test_area_bands_and_outlines_work_as_ever(run, boxes_model, raster, squares):
    squares[0, 27:32, 44:48] = 0  # a bay of 2 x 4 pixels
    squares[1], squares[0] = squares[0].copy(), 26
    values = {"INPUT": raster(squares, "second.tif", nodata=0), "MODEL_FILE": boxes_model, "BANDS": [2, 1, 3]}
    assert [each["pixels"] for each in found(run(**values)["OUTPUT"])] == [1, 4, 92]
    area = polygon_layer([box_wkt(500045, 3999900, 500080, 4000000)])  # the eastern half of the largest
    assert [each["pixels"] for each in found(run(**values, AREA=area)["OUTPUT"])] == [44]
    coarse = run(**values, SIMPLIFY=3, MIN_AREA=2, CONNECTEDNESS="8")
    four, large = found(coarse["OUTPUT"])
    assert (four["pixels"], four["parts"], large["parts"]) == (4, 1, 1)
    assert 92 <= large["pixels"] <= 100


def test_a_shapefile_has_the_score(run, boxes_model, tmp_path):
    results = run(MODEL_FILE=boxes_model, OUTPUT=str(tmp_path / "found.shp"))
    assert [round(each["score"], 3) for each in found(results["OUTPUT"])] == [0.8] * 3


def test_the_class_raster_is_refused_and_the_score_of_others_is_passed_over(run, boxes_model, tmp_path, feedback):
    with pytest.raises(QgsProcessingException) as refused:
        run(MODEL_FILE=boxes_model, CLASSES=str(tmp_path / "c.tif"))
    assert (
        'The model "boxes" finds instances of landslides, so it has no class raster; leave Classes empty, or choose a '
        "semantic model."
    ) in str(refused.value)
    assert run(SCORE=0.9)["COUNT"] == 3
    assert 'The smallest score is for models of instances; "first_band" is none.' in feedback.infos


def test_another_threshold_is_tried_on_its_raster(run, boxes_model, tmp_path, feedback):
    import processing

    first = run(MODEL_FILE=boxes_model, PROBABILITY=str(tmp_path / "p.tif"))
    values = {"INPUT": first["PROBABILITY"], "THRESHOLD_METHOD": "fixed", "THRESHOLD": 0.6, "OUTPUT": "memory:"}
    again = processing.run("scarp:thresholdprobability", values, feedback=feedback)
    assert (again["COUNT"], again["THRESHOLD_USED"]) == (3, 0.6)
    assert again["OUTPUT"].fields().names() == ALL_FIELDS
    assert feedback.infos.count(
        "The probability is of a model of instances; landslides that touch count as one here, since the raster does "
        "not tell them apart."
    ) == 1


def test_what_touches_stays_apart_in_what_comes_after(run, touching, tmp_path, feedback):
    import processing

    image, model = touching
    results = run(INPUT=image, MODEL_FILE=model, OUTPUT=str(tmp_path / "f.gpkg"), PROBABILITY=str(tmp_path / "p.tif"))
    assert results["COUNT"] == 8
    layer = results["OUTPUT"]
    scores = processing.run("scarp:evaluateextraction", {"EXTRACTION": layer, "REFERENCE": layer, "RESOLUTION": 1})
    objects = ("EXTRACTED_LANDSLIDES", "REFERENCE_LANDSLIDES", "FOUND_LANDSLIDES", "RIGHT_LANDSLIDES")
    assert [scores[name] for name in objects] == [8, 8, 8, 8]
    assert (scores["F1"], scores["FP"], scores["FN"]) == (1.0, 0, 0)
    against = {"EXTRACTION": results["PROBABILITY"], "REFERENCE": layer}
    assert processing.run("scarp:evaluateextraction", against)["F1"] == 1.0
    # The raster alone does not know.
    swept = processing.run("scarp:thresholdsweep", {"INPUT": results["PROBABILITY"], "TABLE": str(tmp_path / "t.csv")})
    rows = list(csv.DictReader(Path(swept["TABLE"]).read_text().splitlines()))
    assert {row["landslides"] for row in rows if float(row["threshold"]) <= 0.6} == {"1"}
    removed = processing.run(
        "scarp:removepreexisting",
        {"INPUT": layer, "PRE_IMAGE": image, "MODEL_FILE": model, "INDEX": "none", "OUTPUT": "memory:",
         "PREEXISTING": "memory:"},
    )  # fmt: skip
    assert (removed["OUTPUT"].featureCount(), removed["PREEXISTING"].featureCount()) == (0, 8)
    assert "score" in removed["PREEXISTING"].fields().names()


@pytest.mark.parametrize("at", [0, 40, 86, 88, 95, 100])
def test_cancelling_leaves_nothing(run, boxes_model, tmp_path, at):
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(QgsProcessingException, match=r"The run was cancelled; nothing was written."):
        run(feedback=Feedback(cancel_at=at), MODEL_FILE=boxes_model, PROBABILITY=str(tmp_path / "p.tif"),
            OUTPUT=str(tmp_path / "f.gpkg"))  # fmt: skip
    assert [name for name in sorted(path.name for path in tmp_path.iterdir()) if "aux" not in name] == before


def test_qgis_process_runs_it(profile, image, boxes_model, tmp_path):
    values = {"INPUT": image, "MODEL_FILE": boxes_model, "SCORE": 0.6, "OUTPUT": tmp_path / "found.gpkg"}
    given = [f"{name}={value}" for name, value in values.items()]
    done = qgis_process(profile, "run", "--json", "scarp:extractlandslides", "--", *given)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout[done.stdout.index("{") :])["results"]["COUNT"] == 3
    assert [each["pixels"] for each in found(str(Path(tmp_path / "found.gpkg")))] == [1, 4, 100]
