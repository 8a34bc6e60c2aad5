from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.algorithms import model_choice
from scarp.algorithms.extract_landslides import ExtractLandslides
from scarp.tests.ui.interface import Interface
from scarp.ui.extract_step import ExtractStep
from scarp.ui.runs import State
from scarp.ui.settings import Settings
from scarp.ui.state import DEM, IMAGE, LANDSLIDES, PROBABILITY


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    yield interface
    interface.close()


@pytest.fixture
def own_model(model_file, tmp_path, monkeypatch):
    """A model "first", among the analyst's own, that takes the first band for the probability."""
    folder = tmp_path / "models"
    folder.mkdir()
    monkeypatch.setattr(model_choice, "models_folder", lambda: folder)
    made = model_file("first_band", name="models/first.onnx")
    assert made.parent == folder
    return "first"


@pytest.fixture
def image(raster, qgis_new_project):
    """A layer "event" of 60 x 80 pixels with two landslides, of 4 and of 100 m²."""
    pixels = np.full((3, 60, 80), 26, np.uint8)
    pixels[0, 10:12, 30:32] = 204
    pixels[0, 30:40, 40:50] = 204
    return added(QgsRasterLayer(raster(pixels, "event.tif"), "event"))


@pytest.fixture
def step(iface, state, runs, own_model, wait):
    """The step in a window, once it has looked what is there."""
    step = ExtractStep(iface, state, runs, iface.window)
    step.resize(330, 600)
    iface.window.show()
    step.show()
    state.set_model(own_model)
    wait(lambda: step._task is None and not list(runs))
    yield step
    step.close_step()


@pytest.fixture
def ready(step, state, image):
    """The step with an image chosen."""
    state.set_layer(IMAGE, image)
    return step


def added(layer):
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def polygons(*boxes, name="North"):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654", name, "memory")
    for west, south, east, north in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, south, east, north)))
        layer.dataProvider().addFeature(feature)
    return added(layer)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(combo, value):
    combo.setFocus()
    while combo.currentData() != value:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() == before + 1


def extracted(step, wait):
    """The run that a click starts, when it is over."""
    runs = []
    step.runs.added.connect(runs.append)
    click(step.extract)
    step.runs.added.disconnect(runs.append)
    (run,) = runs
    wait(lambda: run.state.is_over)
    assert run.error == ""
    return run


def test_the_whole_image(ready, state, wait):
    assert ready.extract.isEnabled() and ready.lack.isHidden() and ready.outcome.isHidden()
    run = extracted(ready, wait)
    assert (run.results["COUNT"], run.results["THRESHOLD_USED"]) == (2, 0.5)
    assert state.raster(PROBABILITY).name() == "event – landslide probability"
    landslides = state.vector(LANDSLIDES)
    assert (landslides.name(), landslides.featureCount()) == ("event – landslides", 2)
    assert landslides.renderer().symbol().symbolLayerCount() > 0
    order = [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]
    assert order == ["event – landslides", "event – landslide probability", "event"]
    assert ready.outcome.label.text() == "Landslides: 2; area: 0.01 ha (0.0001 km²); threshold: 0.50."
    assert ready.outcome.isVisible() and ready.rows.isHidden() and ready.iface.said() == []


def test_what_the_canvas_shows(ready, state, iface, wait):
    iface.mapCanvas().setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32654"))
    iface.mapCanvas().setExtent(QgsRectangle(500025, 3999985, 500037, 3999992))
    choose(ready.area, "canvas")
    run = extracted(ready, wait)
    assert (run.results["COUNT"], state.vector(LANDSLIDES).featureCount()) == (1, 1)


def test_polygons_as_they_are_when_it_is_started(ready, state, wait, runs):
    layer = polygons((500025, 3999985, 500035, 3999995), (500038, 3999955, 500055, 3999975))
    assert ready.polygons.isHidden() or not ready.polygons.isVisible()
    choose(ready.area, "polygons")
    assert ready.polygons.isVisible() and ready.polygons.currentLayer() is layer
    assert extracted(ready, wait).results["COUNT"] == 2
    click(ready.selected)
    assert ready.lack.label.text() == 'No feature of the layer "North" is selected; select some.'
    assert not ready.extract.isEnabled()
    layer.selectByIds([next(iter(layer.allFeatureIds()))])
    assert ready.extract.isEnabled()
    selected = layer.selectedFeatureIds()
    click(ready.extract)
    (run,) = runs
    layer.removeSelection()
    QgsProject.instance().removeMapLayer(layer.id())
    wait(lambda: run.state.is_over)
    assert (len(selected), run.error, run.results["COUNT"]) == (1, "", 1)


def test_without_a_layer_of_polygons_it_says_so(ready):
    choose(ready.area, "polygons")
    assert not ready.extract.isEnabled()
    assert ready.lack.label.text() == "There is no layer of polygons; add one, or extract the whole image."


def test_files_are_named_after_the_image_and_overwrite_nothing(ready, state, wait, runs, tmp_path):
    folder = tmp_path / "results"
    ready.folder.setFilePath(str(folder))
    assert ready.lack.label.text() == f"There is no folder {folder}; choose another, or none for temporary layers."
    assert not ready.extract.isEnabled()
    folder.mkdir()
    ready.folder.setFilePath(f"{folder}/")
    assert ready.extract.isEnabled()
    click(ready.extract)
    click(ready.extract)
    first, second = runs
    wait(lambda: first.state.is_over and second.state.is_over)
    assert (first.error, second.error) == ("", "")
    assert {file.name for file in folder.iterdir()} >= {
        "event_probability.tif", "event_landslides.gpkg", "event_probability_2.tif", "event_landslides_2.gpkg",
    }  # fmt: skip
    assert Path(state.raster(PROBABILITY).source()).name == "event_probability_2.tif"
    assert state.vector(LANDSLIDES).source().startswith(str(folder / "event_landslides_2.gpkg"))


def test_settings_elevations_and_model_are_taken(ready, state, runs, raster, monkeypatch):
    heights = added(QgsRasterLayer(raster(np.zeros((1, 60, 80), np.float32), "heights.tif"), "heights"))
    state.set_layer(DEM, heights)
    monkeypatch.setattr(Settings, "load", lambda: Settings(device="cpu", threads=1))
    click(ready.extract)
    (run,) = runs
    given = {name: run.parameters.get(name) for name in ("INPUT", "MODEL", "DEVICE", "THREADS", "DEM", "AREA")}
    assert given == {
        "INPUT": state.raster(IMAGE).id(), "MODEL": "first", "DEVICE": "cpu", "THREADS": 1, "DEM": heights.id(),
        "AREA": None,
    }  # fmt: skip
    assert run.title == "Extract landslides: event"


def test_it_says_what_is_missing(step, state, image):
    assert (step.extract.isEnabled(), step.lack.label.text()) == (False, "Choose an image in step 1.")
    state.set_layer(IMAGE, image)
    assert (step.extract.isEnabled(), step.lack.isHidden()) == (True, True)
    QgsProject.instance().removeMapLayer(image.id())
    assert (step.extract.isEnabled(), step.lack.isHidden()) == (False, False)


def test_missing_packages_lead_to_the_options(ready, state, iface, monkeypatch, wait):
    sentence = "The package onnxruntime is not installed; install it."
    monkeypatch.setattr(ExtractLandslides, "canExecute", lambda self: (False, sentence))
    state.models_changed.emit()
    wait(lambda: not ready.extract.isEnabled())
    assert (ready.lack.label.text(), ready.lack.button.isVisible()) == (sentence, True)
    monkeypatch.setattr(ExtractLandslides, "canExecute", lambda self: (True, ""))
    click(ready.lack.button)
    assert iface.opened == ["ScarpOptions"]
    wait(ready.extract.isEnabled)
    assert ready.lack.isHidden()


def test_what_fails_is_said_in_the_step_and_above_the_canvas(ready, state, iface, wait, runs):
    state.set_model("none such")
    click(ready.extract)
    run = next(run for run in runs if run.algorithm == "scarp:extractlandslides")
    wait(lambda: run.state.is_over)
    assert 'There is no model "none such"' in ready.outcome.label.text()
    assert iface.said() == [(ready.outcome.label.text(), Qgis.MessageLevel.Critical)]


def test_nothing_found_is_a_warning(ready, state, wait, raster):
    state.set_layer(IMAGE, added(QgsRasterLayer(raster(np.full((3, 60, 80), 26, np.uint8), "calm.tif"), "calm")))
    run = extracted(ready, wait)
    assert run.results["COUNT"] == 0
    counted, warned = ready.outcome.label.text().split("\n")
    assert counted.startswith("Landslides: 0; ")
    assert warned.startswith("No landslide was found: the highest probability is 0.10, the threshold 0.50.")


def test_a_run_shows_and_can_be_cancelled(ready, wait, runs, state):
    click(ready.extract)
    click(ready.extract)
    first, second = runs
    rows = ready.rows.findChildren(type(ready.rows._rows[first]))
    assert [row.bar.format() for row in rows] == ["Waiting", "Waiting"]
    click(ready.rows._rows[second].cancel)
    assert (second.state, ready.outcome.label.text()) == (State.CANCELLED, "Cancelled; nothing is left behind.")
    wait(lambda: first.state.is_over)
    assert first.state is State.DONE and ready.rows.isHidden()
    assert ready.outcome.label.text().startswith("Landslides: 2; ")


def test_results_of_a_closed_project_are_offered(ready, state, iface, wait, runs):
    click(ready.extract)
    (run,) = runs
    wait(lambda: run.state is not State.WAITING)
    QgsProject.instance().clear()
    wait(lambda: run.state.is_over)
    assert run.state is State.DONE and QgsProject.instance().mapLayers() == {}
    assert (state.layer(PROBABILITY), ready.outcome.button.text()) == (None, "Add to this project")
    assert ready.outcome.label.text().endswith("The project that it was started in is closed.")
    click(ready.outcome.button)
    assert state.raster(PROBABILITY).name() == "event – landslide probability"
    assert state.vector(LANDSLIDES).featureCount() == 2
    assert not ready.outcome.button.isVisible()
