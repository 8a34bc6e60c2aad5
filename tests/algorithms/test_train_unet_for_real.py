"""One training with the real worker, on a tiny scene: killed, gone on with, cancelled, gone on with, used."""

from __future__ import annotations

import importlib.util
import os
import re
import signal
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException
from scarp.algorithms import model_choice, training_folder, training_run
from scarp.algorithms.train_unet import TrainUNet
from scarp.engine.worker import Worker
from scarp.models.training_log import TrainingLog
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.training_ground import roi_layer, scene_pixels

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed"),
    pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's"),
]


class Watched(Worker):
    """Remembers the last one that was started."""

    last: Worker

    def __init__(self, *arguments) -> None:
        super().__init__(*arguments)
        Watched.last = self


class AtEpochs(Feedback):
    """Does something when it is told of the second epoch, so that the checkpoint of the first is there."""

    def __init__(self, act) -> None:
        super().__init__()
        self._act = act

    def pushInfo(self, info: str) -> None:
        super().pushInfo(info)
        if sum(info.startswith("Epoch ") for info in self.infos) == 2:
            self._act(self)


@pytest.fixture
def train(provider, monkeypatch, tmp_path, raster, no_own_models):
    import processing

    if provider.algorithm("trainunet") is None:
        provider.addAlgorithm(TrainUNet())
    monkeypatch.setenv("SCARP_ENVIRONMENT", sys.prefix)
    monkeypatch.setattr(training_folder, "models_folder", lambda: no_own_models)
    monkeypatch.setattr(training_folder, "scarp_folder", lambda: tmp_path / "profile")
    monkeypatch.setattr(training_run, "Worker", Watched)
    scene, rois = raster(scene_pixels(), "scene.tif"), roi_layer()

    def call(feedback, epochs=100_000):
        return processing.run("scarp:trainunet", {
            "INPUT": [scene], "ROIS": [rois], "NAME": "tiny", "START": "nothing", "WIDTH": 4, "EPOCHS": epochs,
            "PATCHES": 4, "PATCH": 32, "BATCH": 2, "DEVICE": "cpu", "THREADS": 1, "LEARNING_RATE": 0.003,
        }, feedback=feedback)  # fmt: skip

    call.scene = scene
    return call


def failure(train, feedback) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        train(feedback)
    return str(caught.value)


def epoch_kept(said: str) -> int:
    return int(re.search(r"The checkpoint of epoch (\d+) is kept", said)[1])


def test_killed_cancelled_gone_on_with_and_used(train, tmp_path, no_own_models, run):
    folder = tmp_path / "profile" / "training" / "tiny"
    said = failure(train, AtEpochs(lambda _: os.kill(Watched.last.pid, signal.SIGKILL)))
    first = epoch_kept(said)
    assert said == (
        "The training was killed by the system, most often because memory ran out; set a smaller batch or patch. The "
        f"checkpoint of epoch {first} is kept in {folder}; run the training again with the same values to go on from "
        "it."
    )

    cancelled = AtEpochs(lambda feedback: feedback.cancel())
    said = failure(train, cancelled)
    second = epoch_kept(said)
    assert said.startswith("The training was cancelled. ")
    (line,) = (info for info in cancelled.infos if info.startswith("The training goes on after epoch "))
    assert first == int(line.rstrip(".").split()[-1]) < second
    assert model_choice.model_names() == ["auto", "maskrcnn", "unet", "both"]

    feedback = Feedback()
    result = train(feedback, epochs=second + 1)
    assert f"The training goes on after epoch {second}." in feedback.infos
    assert [entry["epoch"] for entry in TrainingLog(folder).entries()] == list(range(1, second + 2))
    assert result["MODEL_FILE"] == str(no_own_models / "tiny.onnx")
    assert model_choice.model_names() == ["auto", "maskrcnn", "unet", "both", "tiny"]
    assert 1 <= result["BEST_EPOCH"] <= second + 1
    assert 0 <= result["BEST_F1"] <= 1 and 0 < result["THRESHOLD"] < 1 and result["VALIDATION_LOSS"] > 0
    assert Path(result["REPORT"]).is_file() and Path(result["LOG"]).is_file() and Path(result["EVENTS"]).is_dir()

    used = run(INPUT=train.scene, MODEL_FILE=None, MODEL="tiny", PROBABILITY=str(tmp_path / "probability.tif"))
    assert used["THRESHOLD_USED"] == pytest.approx(result["THRESHOLD"])
