"""One training of a Mask R-CNN with the real worker, on a generated event, and what its model finds there."""

from __future__ import annotations

import importlib.util
import sys

import numpy as np
import pytest
from osgeo import gdal, gdal_array, ogr
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from scarp.algorithms import model_choice, training_folder
from scarp.engine.contract import read_contract
from scarp.models.sample_event import sample_event
from scarp.models.training_log import PARTS, TrainingLog
from scarp.tests.algorithms.training_ground import job_in
from scarp.tests.conftest import METRE

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed"),
    pytest.mark.filterwarnings("ignore"),  # PyTorch's, of its own exporter
]
SIDE = 160


def outlines(numbers: np.ndarray) -> QgsVectorLayer:
    """A polygon around each landslide of an event."""
    source = gdal_array.OpenArray(numbers.astype(np.int32))
    source.SetGeoTransform(METRE)
    vector = ogr.GetDriverByName("Memory").CreateDataSource("landslides")
    found = vector.CreateLayer("landslides")
    found.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    gdal.Polygonize(source.GetRasterBand(1), None, found, 0, [])
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654", "rois", "memory")
    features = []
    for each in found:
        if each.GetField(0):
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(each.GetGeometryRef().ExportToWkt()))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.fixture
def event(raster):
    """The image of an event with its landslides as ROIs."""
    made = sample_event(SIDE, SIDE, 1.0, landslides=12, seed=3)
    return raster(made.post, "scene.tif", nodata=0), outlines(np.where(made.valid, made.landslides, 0))


def test_trained_exported_listed_and_used(provider, event, monkeypatch, tmp_path, no_own_models, run, feedback):
    import processing

    monkeypatch.setenv("SCARP_ENVIRONMENT", sys.prefix)
    monkeypatch.setattr(training_folder, "models_folder", lambda: no_own_models)
    monkeypatch.setattr(training_folder, "scarp_folder", lambda: tmp_path / "profile")
    scene, rois = event
    settings = {"BACKBONE": "ResNet-50", "CHANNELS": 16, "TILE": 64, "EPOCHS": 1, "STEPS": 3, "BATCH": 2}
    result = processing.run("scarp:trainmaskrcnn", {
        "INPUT": [scene], "ROIS": [rois], "NAME": "tiny", "START": "nothing", "SPLIT": "west", "THREADS": 1,
        "DEVICE": "cpu", **settings,
    }, feedback=feedback)  # fmt: skip
    folder = tmp_path / "profile" / "training" / "tiny"
    (entry,) = TrainingLog(folder).entries()
    assert set(entry["training"]) == {"loss", *PARTS}
    assert entry["training"]["loss"] == pytest.approx(sum(entry["training"][part] for part in PARTS), abs=1e-3)
    assert {"loss", "f1"} <= set(entry["validation"])
    assert any(info.startswith("Epoch 1 of 1: training loss") and ", proposals " in info for info in feedback.infos)
    header, row = (folder / "log.csv").read_text().splitlines()
    assert all(dict(zip(header.split(","), row.split(",")))[f"training_{part}"] for part in PARTS)
    report = (folder / "report.html").read_text()
    assert "Parts of the loss" in report and "backbone ResNet-50" in report and "16 feature maps" in report
    numbers = gdal.Open(job_in(folder)["training"][0]["instances"]).ReadAsArray()
    assert len(np.unique(numbers)) - 1 == rois.featureCount() > 3

    contract = read_contract(no_own_models / "tiny.onnx")
    assert (contract.kind, contract.network["name"]) == ("instance", "mask_rcnn")
    assert (contract.network["settings"]["channels"], result["MODEL_FILE"]) == (16, str(no_own_models / "tiny.onnx"))
    assert "tiny" in model_choice.model_names()

    used = run(INPUT=scene, MODEL_FILE=None, MODEL="tiny", SCORE=0.0, PROBABILITY=str(tmp_path / "probability.tif"))
    assert used["THRESHOLD_USED"] == pytest.approx(result["THRESHOLD"])
    assert gdal.Open(used["PROBABILITY"]).RasterXSize == SIDE

    # From the model that it just made, which brings its network.
    again = processing.run("scarp:trainmaskrcnn", {
        "INPUT": [scene], "ROIS": [rois], "NAME": "again", "START": "tiny", "SPLIT": "west", "THREADS": 1,
        "DEVICE": "cpu", "TILE": 64, "EPOCHS": 1, "STEPS": 1, "BATCH": 2,
    }, feedback=feedback)  # fmt: skip
    assert again["MODEL_FILE"] == str(no_own_models / "again.onnx")
    said = [info for info in feedback.infos if info.startswith("Tensors that are taken from the start weights: ")]
    assert len(said) == 1 and said[0].endswith("; that start at random: 0.")
