from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog
from scarp.algorithms import image_description, model_choice
from scarp.engine.inference import CPU
from scarp.engine.speed import Speed
from scarp.tests.ui.interface import Interface
from scarp.ui.image_step import ImageStep
from scarp.ui.panel import Column
from scarp.ui.state import DEM, IMAGE, PRE_EVENT
from scarp.ui.threshold_renderer import is_probability

NARROW = 330
"""Width of a dock, in pixels."""


class Browsing(Interface):
    """Opens rasters, as QGIS does."""

    def addRasterLayer(self, file, name):
        layer = QgsRasterLayer(file, name)
        if not layer.isValid():
            return None
        return QgsProject.instance().addMapLayer(layer)


@pytest.fixture
def iface(qgis_app):
    interface = Browsing()
    yield interface
    interface.close()


@pytest.fixture(autouse=True)
def ground(monkeypatch, tmp_path):
    """No own models, and a speed that needs no measuring: 1 ms for 1000 pixels."""
    monkeypatch.setattr(model_choice, "models_folder", lambda: tmp_path / "own")
    monkeypatch.setattr(image_description, "model_speed", lambda *_: Speed(1e-6, CPU, 256, 1, None))


@pytest.fixture
def step(iface, state, runs):
    step = ImageStep(iface, state, runs, iface.window)
    step.resize(NARROW, 500)
    iface.window.show()
    step.show()
    yield step
    step.close_step()


@pytest.fixture
def layer(raster, qgis_new_project):
    """Adds a layer of a raster to the project: ``layer(pixels, name, ...)``; other arguments as of ``raster``."""

    def add(pixels, name="event", **arguments):
        made = QgsRasterLayer(raster(pixels, f"{name}.tif", **arguments), name)
        assert made.isValid()
        return QgsProject.instance().addMapLayer(made)

    return add


def noise(bands=3, height=60, width=80, kind=np.uint8):
    return np.random.default_rng(1).integers(20, 250, (bands, height, width)).astype(kind)


def looked(step, wait):
    """What the step says once it has looked."""
    wait(lambda: step._run is None)
    return {name: label.text().replace("\u00a0", " ") for name, label in step.facts.values.items()}


def click(combo, name):
    """Open the list and click on a layer."""
    combo.showPopup()
    view = combo.view()
    # Qt takes a release soon after the list has opened for the end of the click that opened it.
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    place = view.visualRect(combo.model().index(combo.findText(name), 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def names(combo):
    return [combo.itemText(index) for index in range(combo.count())]


# Choosing


def test_without_an_image_nothing_is_said(step, runs):
    assert names(step.image) == ["Choose an image"]
    assert step.facts.isHidden() and step.notice.isHidden()
    assert list(runs) == []


def test_the_first_colour_image_is_taken(step, state, layer, wait):
    layer(noise(1), "heights")
    assert state.raster(IMAGE) is None
    event = layer(noise(), "event")
    assert state.raster(IMAGE) is event is step.image.currentLayer()
    layer(noise(), "other")
    assert state.raster(IMAGE) is event
    assert looked(step, wait)["bands"] == "1 red, 2 green, 3 blue"


def test_an_image_that_is_there_already_is_taken(iface, state, runs, layer, wait):
    layer(noise(1), "heights")
    event = layer(noise(), "event")
    step = ImageStep(iface, state, runs, iface.window)
    assert state.raster(IMAGE) is event is step.image.currentLayer()
    assert looked(step, wait)["pixels"] == "80 × 60, Byte"
    step.close_step()


def test_layers_are_chosen_by_clicks(step, state, layer, wait):
    layer(noise(), "event")
    other, before, heights = layer(noise(), "other"), layer(noise(), "before"), layer(noise(1), "heights")
    click(step.image, "other")
    assert state.raster(IMAGE) is other
    assert step.more.isCollapsed()
    step.more.setCollapsed(False)
    click(step.pre_event, "before")
    click(step.dem, "heights")
    assert (state.raster(PRE_EVENT), state.raster(DEM)) == (before, heights)
    click(step.pre_event, "None")
    assert state.raster(PRE_EVENT) is None
    assert looked(step, wait)["pixels"] == "80 × 60, Byte"


def test_roles_that_others_set_are_shown(step, state, layer):
    layer(noise(), "event")
    other, heights = layer(noise(), "other"), layer(noise(1), "heights")
    state.set_layer(IMAGE, other)
    state.set_layer(DEM, heights)
    assert (step.image.currentLayer(), step.dem.currentLayer()) == (other, heights)
    state.set_layer(DEM, None)
    assert step.dem.currentLayer() is None


def test_a_removed_image_clears_the_step(step, state, layer, runs, wait):
    event = layer(noise(), "event")
    layer(noise(), "other")
    looked(step, wait)
    QgsProject.instance().removeMapLayer(event.id())
    assert state.raster(IMAGE) is None and step.image.currentLayer() is None
    assert step.facts.isHidden() and step.notice.isHidden()
    wait(lambda: not list(runs))
    assert step.facts.isHidden()
    # Another image may come.
    again = layer(noise(), "again")
    assert state.raster(IMAGE) is again


def test_an_emptied_project_clears_the_step(step, state, layer, wait):
    layer(noise(), "event")
    state.set_layer(DEM, layer(noise(1), "heights"))
    looked(step, wait)
    QgsProject.instance().clear()
    assert (step.image.currentLayer(), step.dem.currentLayer()) == (None, None)
    assert step.facts.isHidden()


def test_probabilities_and_web_maps_are_not_offered(step, layer, raster, state):
    percent = raster(np.full((1, 8, 8), 40, np.uint8), "p.tif", nodata=255)
    dataset = gdal.Open(percent, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.01)
    del dataset
    probability = QgsProject.instance().addMapLayer(QgsRasterLayer(percent, "probability"))
    assert is_probability(probability)
    assert not is_probability(layer(noise(1), "heights"))
    assert not is_probability(layer(np.full((1, 8, 8), 40, np.uint8), "grey", nodata=255))
    web = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=1&zmin=0", "web", "wms")
    assert web.isValid()
    QgsProject.instance().addMapLayer(web)
    for combo in (step.image, step.pre_event, step.dem):
        assert names(combo)[1:] == ["grey", "heights"]


def test_a_file_is_opened(step, state, raster, wait, monkeypatch):
    path, asked = raster(noise(), "from_file.tif"), []

    def choose(parent, title, folder, filters):
        asked.append((title, folder, "GeoTIFF" in filters or "TIF" in filters))
        return path, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    QTest.mouseClick(step.browse, Qt.MouseButton.LeftButton)
    assert state.raster(IMAGE).name() == "from_file"
    assert step.image.currentText() == "from_file"
    QTest.mouseClick(step.browse, Qt.MouseButton.LeftButton)
    assert asked == [("Open an Image", "", True), ("Open an Image", str(Path(path).parent), True)]


def test_a_file_that_is_not_opened_changes_nothing(step, state, layer, tmp_path, monkeypatch):
    event = layer(noise(), "event")
    broken = tmp_path / "broken.tif"
    broken.write_bytes(b"no raster")
    for file in ("", str(broken)):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, file=file: (file, ""))
        QTest.mouseClick(step.browse, Qt.MouseButton.LeftButton)
        assert state.raster(IMAGE) is event


# What is seen


def test_what_is_seen(step, layer, wait):
    layer(noise(), "event", nodata=0)
    assert set(looked(step, wait).items()) == {
        ("bands", "1 red, 2 green, 3 blue"), ("pixels", "80 × 60, Byte"), ("resolution", "1 m"),
        ("values", "20 to 249 (as they are)"), ("nodata", "none"), ("model", "unet, for 0.3 to 5 m"),
        ("time", "about 1 s on the CPU"),
    }  # fmt: skip
    assert step.notice.isHidden() and step.facts.isVisible()
    tips = {name: label.toolTip() for name, label in step.facts.values.items()}
    assert tips["model"] == "It was made for 0.3 to 5 m; the image has 1 m."
    assert tips["resolution"] == "EPSG:32654 – WGS 84 / UTM zone 54N"
    assert tips["time"].startswith("Windows: 1 of 80 x 60 pixels")


def test_while_it_looks_it_says_so(step, layer, wait):
    layer(noise(), "event")
    assert {label.text() for label in step.facts.values.values()} == {"…"}
    assert "…" not in looked(step, wait).values()


def test_sixteen_bit_and_four_bands(step, layer, wait):
    layer(noise(4, kind=np.uint16) * 40, "event")
    found = looked(step, wait)
    assert (found["bands"], found["pixels"]) == ("1 red, 2 green, 3 blue, 1 not used", "80 × 60, UInt16")
    assert found["values"] == "800 to 9,960 (stretched)"
    assert "(2nd to 98th percentile):\nBand 1: " in step.facts.values["values"].toolTip()
    assert step.notice.label.text().startswith("The layer does not say which bands are red, green, blue;")


def test_nodata_that_is_not_a_number(step, layer, wait):
    pixels = noise(kind=np.float32)
    pixels[:, :15] = np.nan
    layer(pixels, "event", nodata=float("nan"))
    assert looked(step, wait)["nodata"] == "25.0 %"


def test_without_a_coordinate_system_it_warns_until_one_is_set(step, layer, wait):
    event = layer(noise(), "event", epsg=0)
    assert looked(step, wait)["resolution"] == "not known: no coordinate system"
    assert step.notice.isVisible()
    assert step.notice.label.text() == (
        "The image has no coordinate system: it is worked on pixel by pixel, and areas are in pixels."
    )
    event.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    assert looked(step, wait)["resolution"] == "1 m"
    assert step.notice.isHidden()


def test_degrees(step, layer, wait):
    layer(noise(), "event", epsg=4326, geotransform=(140.0, 2e-6, 0.0, 0.0, 0.0, -2e-6))
    assert looked(step, wait)["resolution"] == "0.22264 m, worked on at 0.3 m"


def test_too_coarse_an_image_is_warned_of(step, layer, wait):
    layer(noise(), "event", geotransform=(500000.0, 10.0, 0.0, 4000000.0, 0.0, -10.0))
    assert looked(step, wait)["resolution"] == "10 m, worked on at 5 m"
    assert step.notice.label.text() == "The model was made for 0.3 to 5 m; 10 m may give poor results."
    assert step.notice.button.isHidden()


def test_one_band_fits_no_model(step, state, layer, wait):
    state.set_layer(IMAGE, layer(noise(1, kind=np.float32), "event"))
    found = looked(step, wait)
    assert (found["model"], found["time"], found["bands"]) == ("none; train one on this image", "–", "1")
    assert step.notice.label.text().startswith("The model expects 3 bands (red, green, blue); the image has 1.")


def test_another_model_is_offered_with_a_button(step, state, layer, wait, tmp_path, model_file):
    (tmp_path / "own").mkdir()
    model_file("first_band", bands=4).rename(tmp_path / "own" / "four.onnx")
    state.set_model("four")
    layer(noise(), "event")
    assert looked(step, wait)["model"] == "unet, for 0.3 to 5 m"
    assert step.notice.label.text().startswith("The model expects 4 bands (red, green, blue, nir); the image has 3.")
    assert step.notice.button.text() == "Use unet"
    QTest.mouseClick(step.notice.button, Qt.MouseButton.LeftButton)
    assert state.model == "unet"
    looked(step, wait)
    assert step.notice.isHidden()


def test_no_estimate_without_onnxruntime(step, layer, wait, monkeypatch):
    def missing(*_):
        raise image_description.ScarpError("The package onnxruntime is not installed.")

    monkeypatch.setattr(image_description, "model_speed", missing)
    layer(noise(), "event")
    assert looked(step, wait)["time"] == "not known. The package onnxruntime is not installed."
    # Once packages are installed, it looks again.
    monkeypatch.setattr(image_description, "model_speed", lambda *_: Speed(1.0, CPU, 256, 1, None))
    step.runs.start("scarp:installpackages", {"PACKAGES": "nonsense"}, "Install")
    wait(lambda: step.facts.values["time"].text().startswith("about"))
    assert looked(step, wait)["time"] == "about 4.6 h on the CPU"


# In the background


def test_another_image_cancels_the_look_at_the_first(step, state, layer, wait, monkeypatch):
    seen, go_on = [], threading.Event()
    real = image_description.describe

    def slow(image, *rest):
        seen.append(image.name)
        if image.name == "event":
            while not rest[-1].isCanceled() and not go_on.is_set():
                go_on.wait(0.01)
            image_description.check(rest[-1])
        return real(image, *rest)

    monkeypatch.setattr("scarp.algorithms.describe_image.describe", slow)
    started = []
    step.runs.added.connect(started.append)
    layer(noise(), "event")
    wait(lambda: seen == ["event"])
    click(step.image, "Choose an image")
    other = layer(noise(height=30), "other")
    assert state.raster(IMAGE) is other
    assert looked(step, wait)["pixels"] == "80 × 30, Byte"
    wait(lambda: not list(step.runs))
    assert [run.state.value for run in started] == ["cancelled", "done"]
    assert looked(step, wait)["pixels"] == "80 × 30, Byte"


def test_removed_while_it_is_looked_at(step, layer, wait, monkeypatch):
    waiting = threading.Event()

    def slow(image, *rest):
        waiting.set()
        while not rest[-1].isCanceled():
            threading.Event().wait(0.01)
        image_description.check(rest[-1])

    monkeypatch.setattr("scarp.algorithms.describe_image.describe", slow)
    event = layer(noise(), "event")
    wait(waiting.is_set)
    QgsProject.instance().removeMapLayer(event.id())
    wait(lambda: not list(step.runs))
    assert step.facts.isHidden() and step.notice.isHidden() and step.iface.said() == []


def test_an_error_is_said_in_the_step_and_above_the_canvas_once(step, state, layer, wait):
    layer(noise(kind=np.complex64), "event")
    looked(step, wait)
    text = step.notice.label.text()
    assert "holds complex numbers (CFloat32)" in text and step.notice.isVisible()
    assert step.facts.isHidden()
    assert step.iface.said() == [(text, int(Qgis.MessageLevel.Critical))]
    state.set_model("unet")
    looked(step, wait)
    assert len(step.iface.said()) == 1
    layer(noise(), "good")
    click(step.image, "good")
    looked(step, wait)
    assert step.notice.isHidden()


def test_a_file_that_is_gone(step, layer, wait):
    event = layer(noise(), "event")
    looked(step, wait)
    Path(event.source()).unlink()
    step.look()
    looked(step, wait)
    assert "cannot be opened" in step.notice.label.text()


def test_the_model_and_the_settings_are_handed_on(step, state, layer, wait, monkeypatch):
    started = []
    step.runs.added.connect(started.append)
    event = layer(noise(), "event")
    state.set_model("maskrcnn")
    looked(step, wait)
    assert started[-1].parameters == {"INPUT": event.id(), "MODEL": "maskrcnn", "DEVICE": "auto", "THREADS": 0}
    assert [run.load for run in started] == [False, False]


def test_after_the_step_is_closed_nothing_happens(iface, state, runs, layer):
    step = ImageStep(iface, state, runs, iface.window)
    event = layer(noise(), "event")
    step.close_step()
    started = []
    runs.added.connect(started.append)
    layer(noise(), "other")
    event.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    assert started == []


def test_fits_a_narrow_dock(iface, state, runs, layer, wait):
    column = Column(iface.window)
    column.setWidgetResizable(True)
    step = ImageStep(iface, state, runs)
    column.setWidget(step)
    column.resize(NARROW, 700)
    column.show()
    iface.window.show()
    layer(noise(4, kind=np.uint16), "a_very_long_name_of_an_image_that_nobody_can_read_in_a_dock", epsg=0)
    wait(lambda: step._run is None)
    step.more.setCollapsed(False)
    QTest.qWait(50)
    assert step.minimumSizeHint().width() < 0.9 * NARROW
    for widget in (*step.facts.values.values(), step.notice.label, step.browse, step.image, step.dem):
        right = widget.mapTo(step, widget.rect().topRight()).x()
        assert 0 < right <= step.width(), widget
    for label in step.facts.values.values():
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    step.close_step()
