"""Tests of scarp.algorithms.image_description."""

from __future__ import annotations

import json

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem
from scarp.algorithms import image_description
from scarp.algorithms.image_description import describe
from scarp.algorithms.model_choice import choose_model
from scarp.algorithms.rasters import Raster
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.inference import CPU, INSTALL
from scarp.engine.speed import Speed
from scarp.tests.conftest import Recorder


@pytest.fixture(autouse=True)
def speed(monkeypatch):
    """Instead of measuring, all models take 1 ms for 1000 pixels; with what was asked for."""
    asked = []

    def model_speed(path, device, threads, progress):
        asked.append((path.stem, device, threads))
        return Speed(1e-6, CPU, 256, 1, None)

    monkeypatch.setattr(image_description, "model_speed", model_speed)
    return asked


@pytest.fixture
def described(qgis_app):
    """What is seen in an image, for the model that "auto" takes."""

    def call(path, progress=None, bands=()):
        image = Raster(path, path, "event", QgsCoordinateReferenceSystem("EPSG:32654"))
        progress = progress or Recorder()
        found = describe(image, choose_model("auto", "", path, progress), list(bands), "cpu", 1, progress)
        return json.loads(json.dumps(found, allow_nan=False))

    return call


def noise(bands=3, height=60, width=80, kind=np.uint8):
    return np.random.default_rng(1).integers(20, 250, (bands, height, width)).astype(kind)


def test_one_band(described, raster, speed):
    found = described(raster(noise(1, kind=np.float32)))
    assert found["suggested"] is None
    assert {model["fit"] for model in found["models"]} == {"none"}
    assert found["warnings"] == [
        "The model expects 3 bands (red, green, blue); the image has 1. Choose another layer, or a model made for 1 "
        "band."
    ]
    assert (found["work"], found["time"]["seconds"]) == (None, None)
    assert found["values"]["smallest"] == [20.0]
    assert [band["taken_for"] for band in found["bands"]] == [""]
    assert speed == []


def test_own_models_are_suggested_where_they_fit_better(described, raster, no_own_models, model_file):
    no_own_models.mkdir()
    model_file("first_band", resolution_m=(8.0, 12.0)).rename(no_own_models / "coarse.onnx")
    model_file("first_band", bands=1).rename(no_own_models / "grey.onnx")
    (no_own_models / "broken.onnx").write_bytes(b"not a model")
    coarse = (500000.0, 10.0, 0.0, 4000000.0, 0.0, -10.0)
    found = described(raster(noise(), geotransform=coarse))
    assert (found["model"]["name"], found["suggested"]["name"]) == ("unet", "coarse")
    assert found["suggested"]["why"] == "It was made for 8 to 12 m; the image has 10 m."
    broken = next(model for model in found["models"] if model["name"] == "broken")
    assert (broken["fit"], broken["kind"], broken["resolution_m"]) == ("none", "", None)
    assert broken["why"].startswith("The file broken.onnx is not an ONNX model")
    # A bundled one goes before an own one that fits as well.
    assert described(raster(noise(), "fine.tif"))["suggested"]["name"] == "unet"
    assert described(raster(noise(1), "grey.tif"))["suggested"]["name"] == "grey"


def test_without_onnxruntime_there_is_no_estimate(described, image, monkeypatch):
    def missing(*_):
        raise ScarpError(INSTALL)

    monkeypatch.setattr(image_description, "model_speed", missing)
    found = described(image)
    assert found["time"] == {"seconds": None, "device": "", "basis": INSTALL}
    assert found["work"]["windows"] == 1


def test_a_bundled_model_that_was_changed_is_not_run(described, image, monkeypatch, speed):
    def changed(*_):
        raise ScarpError("The bundled model unet.onnx was changed or is damaged; install the plugin again.")

    monkeypatch.setattr("scarp.algorithms.model_choice.check_hash", changed)
    assert described(image)["time"]["basis"].startswith("The bundled model unet.onnx was changed")
    assert speed == []


def test_more_memory_than_there_is(described, image, monkeypatch):
    monkeypatch.setattr(image_description, "available_bytes", lambda: 1000)
    assert described(image)["warnings"][-1].startswith("The run would need about ")


def test_a_tile_of_one_size_and_batches(described, image, monkeypatch):
    monkeypatch.setattr(image_description, "model_speed", lambda *_: Speed(1e-6, CPU, 32, 4, 32))
    found = described(image)
    assert (found["work"]["tile"], found["work"]["padded"], found["work"]["windows"]) == ([32, 32], [32, 32], 6)
    assert found["time"]["seconds"] == pytest.approx(found["work"]["valid_windows"] * 1e-6 * 32 * 32)


def test_bands_that_were_chosen_and_are_not_there(described, raster):
    with pytest.raises(ScarpError) as caught:
        described(raster(noise()), bands=[1, 2, 7])
    assert str(caught.value) == 'The image has 3 bands, so there is no band 7. Choose from 1 to 3.'


@pytest.mark.parametrize("cancel_at", [60.0, 70.0])
def test_cancelled(described, image, progress, cancel_at):
    progress.cancel_at = cancel_at
    with pytest.raises(Cancelled):
        described(image, progress)
    assert max(progress.values) == cancel_at
