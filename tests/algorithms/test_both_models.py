"""Tests of scarp:extractlandslides with the mean of two models, which ONNX Runtime runs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import NULL, QgsProcessingException
from scarp.algorithms.model_choice import model_names
from scarp.engine.mean_probability import mean_percent
from scarp.models import bundled
from scarp.tests import model_files
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.test_extract_instances import found
from scarp.tests.algorithms.test_extract_landslides import percent, profile, qgis_process

__all__ = ["profile"]


@pytest.fixture
def both(tmp_path, model_file, monkeypatch):
    """Writes the bundled models: "unet" sees the second band, "maskrcnn" boxes of 28 pixels in the first."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    monkeypatch.setattr(bundled, "FOLDER", folder)

    def write(**changes) -> Path:
        model_file("each_band", name="bundled/unet.onnx", classes=("background", "landslide", "none"), threshold=0.6)
        model_files.write(folder / "maskrcnn.onnx", model_files.build_instances(84, threshold=0.3, **changes))
        lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in folder.glob("*.onnx")]
        (folder / "SHA256SUMS").write_text("".join(lines))
        return folder

    return write


@pytest.fixture
def event(raster):
    """Pixels that one model, the other, or both take for landslides."""
    pixels = np.full((3, 60, 80), 26, np.uint8)
    pixels[0, 5:15, 20:36] = pixels[1, 5:18, 20:36] = 204  # two boxes see it, and the U-Net more of it
    pixels[1, 35:45, 5:15] = 255  # in a box with no instance
    pixels[0, 40:50, 30:40], pixels[1, 40:50, 20:40] = 204, 255  # an instance, that the U-Net sees beyond its box
    pixels[0, 35:40, 60:65] = 204  # that the U-Net does not see
    return raster(pixels, "event.tif")


def test_instances_are_kept_and_all_is_the_mean(run, both, event, tmp_path, feedback):
    both()
    results = run(INPUT=event, MODEL="both", MODEL_FILE="", PROBABILITY=str(tmp_path / "p.tif"),
                  OUTPUT=str(tmp_path / "f.gpkg"))  # fmt: skip
    landslides = found(results["OUTPUT"])
    assert [(each["pixels"], each["parts"]) for each in landslides] == [(104, 1), (104, 1), (100, 1), (200, 1)]
    assert [each["score"] for each in landslides] == [pytest.approx(0.8), pytest.approx(0.8), NULL, pytest.approx(0.8)]
    assert {(each["model"], each["threshold"], each["source"]) for each in landslides} == {("both", 0.44, "event.tif")}
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (4, 0.44)
    raster = percent(results["PROBABILITY"])
    # 0.8 x 0.8 and 0.8; 0.8 x 0.1 and 0.8; 0 and 1; 0.8 x 0.8 and 0.1.
    assert [raster[at] for at in ((10, 25), (16, 25), (40, 10), (37, 62))] == [72, 44, 50, 37]
    assert (raster >= 44).sum() == 104 + 104 + 100 + 200
    metadata = gdal.Open(results["PROBABILITY"]).GetMetadata()
    assert (metadata["SCARP_MODEL"], metadata["SCARP_THRESHOLD"], metadata["SCARP_SCORE"]) == ("both", "0.44", "0.5")
    assert "The second of both models is unet, on the grid of the first." in feedback.infos
    import processing

    again = processing.run("scarp:thresholdprobability", {"INPUT": results["PROBABILITY"], "OUTPUT": "memory:"})
    assert (again["COUNT"], again["THRESHOLD_USED"]) == (3, 0.44)  # the raster does not tell what touches apart


def test_both_work_on_the_grid_of_the_model_of_instances(run, both, event, tmp_path):
    folder = both(resolution_m=(2.0, 5.0))
    given = {"INPUT": event, "SCORE": 0.6, "THRESHOLD_METHOD": "otsu", "EXTENT": "500006,500080,3999950,4000000"}
    results = run(**given, MODEL="both", MODEL_FILE="", PROBABILITY=str(tmp_path / "p.tif"))
    mean = percent(results["PROBABILITY"])
    one, other = (
        percent(run(**given, RESOLUTION=2, MODEL_FILE=str(folder / f"{name}.onnx"),
                    PROBABILITY=str(tmp_path / f"{name}.tif"))["PROBABILITY"])
        for name in ("unet", "maskrcnn")
    )  # fmt: skip
    assert mean.shape == (30, 40) and (mean == 255).any()
    assert (mean == mean_percent(one, other)).all()
    lowest = round(100 * results["THRESHOLD_USED"])
    assert sum(each["pixels"] for each in found(results["OUTPUT"])) == 4 * ((mean >= lowest) & (mean < 255)).sum()


def test_classes_are_refused_and_both_must_be_there(run, both, event, tmp_path, model_file):
    folder = both()
    assert model_names()[-1] == "both"
    with pytest.raises(QgsProcessingException, match=r'The model "both" finds instances of landslides, so it has no'):
        run(INPUT=event, MODEL="both", MODEL_FILE="", CLASSES=str(tmp_path / "c.tif"))
    model_file("first_band", name="bundled/unet.onnx")
    with pytest.raises(QgsProcessingException, match=r"The bundled model unet.onnx was changed or is damaged"):
        run(INPUT=event, MODEL="both", MODEL_FILE="")
    (folder / "maskrcnn.onnx").unlink()
    assert "both" not in model_names()


@pytest.mark.parametrize("at", [20, 60, 82, 90])
def test_cancelling_leaves_nothing(run, both, event, tmp_path, at):
    both()
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(QgsProcessingException, match=r"The run was cancelled; nothing was written."):
        run(feedback=Feedback(cancel_at=at), INPUT=event, MODEL="both", MODEL_FILE="",
            PROBABILITY=str(tmp_path / "p.tif"), OUTPUT=str(tmp_path / "f.gpkg"))  # fmt: skip
    assert [name for name in sorted(path.name for path in tmp_path.iterdir()) if "aux" not in name] == before


@pytest.mark.skipif("both" not in model_names(), reason="this copy of Scarp has no Mask R-CNN")
def test_qgis_process_runs_it(profile, event, tmp_path):
    values = {"INPUT": event, "MODEL": "both", "PROBABILITY": tmp_path / "p.tif", "OUTPUT": tmp_path / "found.gpkg"}
    given = [f"{name}={value}" for name, value in values.items()]
    done = qgis_process(profile, "run", "--json", "scarp:extractlandslides", "--", *given)
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (len(found(str(tmp_path / "found.gpkg"))), 0.44)
    assert gdal.Open(str(tmp_path / "p.tif")).GetMetadataItem("SCARP_MODEL") == "both"
