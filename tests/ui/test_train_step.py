from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.algorithms import model_choice, training, training_folder, training_run
from scarp.engine.errors import ScarpError
from scarp.tests.algorithms.training_ground import made_up_worker, roi_layer, scene_pixels
from scarp.tests.ui.test_roi_drawing import Digitizing
from scarp.ui import train_step, training_form
from scarp.ui.runs import State
from scarp.ui.state import IMAGE, ROIS
from scarp.ui.train_step import TrainStep

GATE = """
while not (folder / "go").exists():
    time.sleep(0.02)
"""


@pytest.fixture
def iface(qgis_app):
    interface = Digitizing()
    yield interface
    interface.close()


@pytest.fixture
def places(monkeypatch, tmp_path):
    """Folders of the tests instead of the profile's; returns that of the models."""
    models = tmp_path / "models"
    for module in (training_folder, model_choice):
        monkeypatch.setattr(module, "models_folder", lambda: models)
    for module in (training_form, train_step):
        monkeypatch.setattr(module, "training_folder", lambda name: tmp_path / "training" / name)
    return models


@pytest.fixture
def worker(monkeypatch, model_file, places):
    """A worker that trains nothing, and before its second epoch waits for a file "go" in its folder."""
    made = made_up_worker(model_file("first_band", name="made.onnx"), GATE)
    for module in (training, training_run):
        monkeypatch.setattr(module, "training_python", lambda: Path(sys.executable))
    monkeypatch.setattr(training_run, "worker_command", made)


@pytest.fixture
def ground(raster, qgis_new_project):
    """An image "scene" and ROIs on it, in the project."""
    layers = QgsRasterLayer(raster(scene_pixels()), "scene"), roi_layer()
    QgsProject.instance().addMapLayers(layers)
    return layers


@pytest.fixture
def step(iface, state, runs, worker, wait):
    step = TrainStep(iface, state, runs, iface.window)
    step.resize(330, 900)
    iface.window.show()
    step.show()
    wait(lambda: step._task is None)
    yield step
    runs.stop()
    step.close_step()
    step.deleteLater()


@pytest.fixture
def ready(step, state, ground):
    """The step with image and ROIs chosen."""
    state.set_layer(IMAGE, ground[0])
    state.set_layer(ROIS, ground[1])
    return step


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def let_go_on(tmp_path, name: str) -> None:
    (tmp_path / "training" / name / "go").touch()


def rows(step) -> list[tuple[str, str]]:
    tree = step.list.tree
    return [(tree.topLevelItem(n).text(0), tree.topLevelItem(n).text(1)) for n in range(tree.topLevelItemCount())]


def test_says_what_is_missing(step, state, ground):
    assert not step.train.isEnabled() and step.lack.label.text() == "Choose an image in step 1."
    state.set_layer(IMAGE, ground[0])
    assert step.lack.label.text() == "Make a new layer of ROIs, or choose one."
    state.set_layer(ROIS, ground[1])
    assert step.train.isEnabled() and step.lack.isHidden()
    assert step.form.name.text() == "scene"
    assert (step.form.start.currentData(), step.form.preset.currentData()) == ("unet", "quick")
    assert step.list.isHidden() and step.curves.isHidden()


def test_packages_that_are_missing(ready, iface, monkeypatch, wait):
    def missing():
        raise ScarpError("Training needs packages that are not installed.")

    python = training.training_python
    monkeypatch.setattr(training, "training_python", missing)
    ready.look()
    wait(lambda: not ready.train.isEnabled())
    assert ready.lack.label.text() == "Training needs packages that are not installed."
    monkeypatch.setattr(training, "training_python", python)
    click(ready.lack.button)
    assert iface.opened == ["ScarpOptions"]
    wait(ready.train.isEnabled)
    assert ready.lack.isHidden()


def test_a_training_that_is_watched_and_used(ready, state, iface, tmp_path, wait, places, ground):
    models, chosen = [], []
    state.models_changed.connect(lambda: models.append(None))
    state.model_changed.connect(chosen.append)
    click(ready.train)
    (run,) = ready.runs
    assert run.queue == "training" and run.parameters == {
        "INPUT": [ground[0].id()], "ROIS": [ground[1].id()], "CLASS_FIELD": "class", "START": "unet",
        "PRESET": "quick", "SHARE": pytest.approx(0.6), "NAME": "scene", "DEVICE": "auto", "THREADS": 0,
        "FOLDER": str(tmp_path / "training" / "scene"),
    }  # fmt: skip
    assert rows(ready) == [("scene", "waiting")] and ready.curves.isHidden()
    assert ready.form.name.text() == "scene 2"
    wait(lambda: ready.curves.headline.text() == "Epoch 1 of ?")
    assert ready.list.current.run is run and rows(ready)[0][1].endswith(" %")
    assert not ready.curves.isHidden() and ready.train.isEnabled()
    job = json.loads((tmp_path / "training" / "scene" / "job.json").read_text())
    assert (job["epochs"], job["weights"].endswith("unet.onnx")) == (6, True)

    let_go_on(tmp_path, "scene")
    wait(lambda: run.state is State.DONE)
    assert rows(ready) == [("scene", "done, F1 0.78")]
    assert (places / "scene.onnx").is_file()
    assert chosen == ["scene"] and models == [None] and state.model == "scene"
    assert iface.said()[0][0] == 'The model "scene" is trained and chosen in step 3; F1 of the validation: 0.78.'
    wait(lambda: ready.form.start.findData("scene") > 0)
    assert ready.list.report.isEnabled()
    assert ready.form.name.text() == "scene 2"


def test_edits_that_are_not_saved_train(ready, tmp_path, wait, ground):
    from osgeo import gdal

    ground[1].startEditing()
    ground[1].deleteFeature(1)
    click(ready.train)
    labels = tmp_path / "training" / "scene" / "ground" / "training-1.tif"
    wait(labels.exists)
    pixels = gdal.Open(str(labels)).ReadAsArray()
    assert pixels[10:22, 8:20].max() == 0 and pixels[20:30, 50:64].min() == 1


def test_trainings_wait_for_each_other_and_can_be_cancelled(ready, tmp_path, wait):
    for _ in range(3):
        click(ready.train)
    assert [name for name, _ in rows(ready)] == ["scene", "scene 2", "scene 3"]
    wait(lambda: ready.curves.headline.text() == "Epoch 1 of ?")
    assert [state for _, state in rows(ready)][1:] == ["waiting", "waiting"]
    QTest.keyClick(ready.list.tree, Qt.Key.Key_Down)
    click(ready.list.cancel)
    assert rows(ready)[1] == ("scene 2", "cancelled")
    QTest.keyClick(ready.list.tree, Qt.Key.Key_Up)
    click(ready.list.cancel)
    wait(lambda: rows(ready)[0] == ("scene", "cancelled"))
    # The next one begins, and is chosen.
    wait(lambda: (tmp_path / "training" / "scene 3").exists() and ready.list.current.name == "scene 3")
    QTest.keyClick(ready.list.tree, Qt.Key.Key_Home)
    assert ready.list.notice.label.text().startswith("The training was cancelled. The checkpoint of epoch 1 is kept in")
    let_go_on(tmp_path, "scene 3")
    wait(lambda: rows(ready)[2] == ("scene 3", "done, F1 0.78"))


def test_a_cancelled_one_goes_on(ready, tmp_path, wait, state):
    click(ready.train)
    wait(lambda: ready.curves.headline.text() == "Epoch 1 of ?")
    click(ready.list.cancel)
    wait(lambda: rows(ready) == [("scene", "cancelled")])
    let_go_on(tmp_path, "scene")
    click(ready.list.go_on)
    wait(lambda: rows(ready) == [("scene", "done, F1 0.78")])
    assert state.model == "scene"


def test_keys_of_the_classes_are_left_to_the_form(ready, ground, wait):
    ground[1].startEditing()
    ready.form.validation.setFocus()
    ready.form.validation.selectAll()
    QTest.keyClicks(ready.form.validation, "21")
    ready.form.name.selectAll()
    QTest.keyClicks(ready.form.name, "mine 2")
    assert (ready.form.validation.value(), ready.form.name.text()) == (21, "mine 2")
    assert ready.drawing.table.buttons["landslide"].isChecked()
    ready.train.setFocus()
    QTest.keyClick(ready.train, Qt.Key.Key_2)
    assert ready.drawing.table.buttons["background"].isChecked()


def test_what_fails_is_said(ready, iface, wait, tmp_path):
    ready.form.name.selectAll()
    QTest.keyClicks(ready.form.name, "unet")
    click(ready.train)
    wait(lambda: rows(ready) == [("unet", "failed")])
    said = '"unet" is a model that comes with Scarp; choose another name.'
    assert ready.list.notice.label.text() == said
    assert iface.said()[0] == (said, Qgis.MessageLevel.Critical)
    assert not (tmp_path / "training").exists()


def test_a_layer_that_is_removed_before_the_training_begins(ready, ground, wait):
    click(ready.train)
    QgsProject.instance().removeMapLayer(ground[1].id())
    wait(lambda: rows(ready) == [("scene", "failed")])
    assert ready.list.notice.label.text().startswith('The layer "rois" was removed before the run could begin')
    assert not ready.train.isEnabled()


def test_the_project_is_closed_while_it_trains(ready, state, tmp_path, wait):
    click(ready.train)
    wait(lambda: ready.curves.headline.text() == "Epoch 1 of ?")
    QgsProject.instance().clear()
    assert state.raster(IMAGE) is None and not ready.train.isEnabled()
    let_go_on(tmp_path, "scene")
    wait(lambda: rows(ready) == [("scene", "done, F1 0.78")])
    assert state.model == "scene"


def test_the_plugin_goes_while_it_trains(ready, runs, wait):
    click(ready.train)
    click(ready.train)
    wait(lambda: ready.curves.headline.text() == "Epoch 1 of ?")
    one, two = runs
    runs.stop()
    ready.close_step()
    ready.close_step = lambda: None
    assert (one.state, two.state) == (State.CANCELLED, State.CANCELLED)


def test_everything_is_reached_by_tab(ready, iface):
    click(ready.train)
    iface.window.activateWindow()
    ready.drawing.layer.setFocus()
    seen = []
    for _ in range(40):
        seen.append(iface.window.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    wanted = (ready.drawing.layer, ready.drawing.new, ready.drawing.field, ready.drawing.draw, ready.form.kind,
              ready.form.start, ready.form.preset, ready.form.validation, ready.form.name, ready.train,
              ready.list.tree, ready.list.cancel)  # fmt: skip
    assert [widget for widget in wanted if widget not in seen] == []
