"""ROIs drawn on the canvas, and one training with the real worker on them, on a tiny scene."""

from __future__ import annotations

import importlib.util
import sys

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.algorithms import model_choice
from scarp.models.presets import PRESETS
from scarp.models.training_log import TrainingLog
from scarp.tests.algorithms.training_ground import LANDSLIDES, scene_pixels
from scarp.tests.ui.test_roi_drawing import Digitizing, draw_box
from scarp.tests.ui.test_train_step import places, rows  # noqa: F401 (a fixture)
from scarp.ui.settings import SECTION, Settings
from scarp.ui.state import IMAGE, ROIS
from scarp.ui.train_step import TrainStep

pytestmark = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")

TINY = {"network": "unet", "settings": {"width": 4, "norm": True}, "tile": 32, "examples": 4, "batch": 2, "epochs": 3,
        "frozen_norm": False, "learning_rate": 0.003}  # fmt: skip


@pytest.fixture
def step(state, runs, raster, monkeypatch, places, wait):  # noqa: F811
    monkeypatch.setenv("SCARP_ENVIRONMENT", sys.prefix)
    monkeypatch.setitem(PRESETS, "quick", {**PRESETS["quick"], **TINY})
    Settings(device="cpu", threads=1).save()
    image = QgsRasterLayer(raster(scene_pixels()), "scene")
    QgsProject.instance().addMapLayer(image)
    state.set_layer(IMAGE, image)
    iface = Digitizing()
    step = TrainStep(iface, state, runs, iface.window)
    step.resize(330, 900)
    iface.window.show()
    canvas = iface.mapCanvas()
    canvas.resize(400, 400)
    canvas.setDestinationCrs(image.crs())
    canvas.setExtent(image.extent())
    step.show()
    QTest.qWaitForWindowExposed(iface.window)
    wait(lambda: step._task is None)
    yield step
    runs.stop()
    step.close_step()
    step.deleteLater()
    iface.close()
    QgsSettings().remove(SECTION)


def test_from_drawn_rois_to_a_model_that_is_chosen(step, state, wait, tmp_path, places):  # noqa: F811
    QTest.mouseClick(step.drawing.new, Qt.MouseButton.LeftButton)
    wait(lambda: state.vector(ROIS) is not None)
    for box in LANDSLIDES:
        draw_box(step.iface, *box)
    assert state.vector(ROIS).featureCount() == 4
    step.form.start.setFocus()
    QTest.keyClick(step.form.start, Qt.Key.Key_End)
    assert step.form.start.currentData() == "nothing"
    QTest.mouseClick(step.train, Qt.MouseButton.LeftButton)
    wait(lambda: step.list.current.run.state.is_over)
    assert step.list.current.run.error == ""
    assert rows(step)[0][1].startswith("done, F1 ")
    assert (places / "scene.onnx").is_file()
    assert state.model == "scene" and model_choice.model_names()[-1] == "scene"

    entries = TrainingLog(tmp_path / "training" / "scene").entries()
    assert [entry["epoch"] for entry in entries] == [1, 2, 3]
    drawn = {curve.name: curve.points for curve in step.curves.loss._curves}
    assert [y for _, y in drawn["training"]] == [entry["training"]["loss"] for entry in entries]
    assert [y for _, y in drawn["validation"]] == [entry["validation"]["loss"] for entry in entries]
    best = next(entry["epoch"] for entry in reversed(entries) if entry["best"])
    assert step.curves.loss._mark == best == step.list.current.run.results["BEST_EPOCH"]
    assert step.curves.headline.text().startswith(f"Epoch 3 of 3 · best: epoch {best}, F1 ")
