from __future__ import annotations

from threading import Event

import numpy as np
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from scarp.tests.ui.interface import Interface
from scarp.tests.ui.test_polygon_maker import made, rasterised
from scarp.tests.ui.threshold_ground import added, is_landslide, percents, probability_layer, show_at_full_resolution
from scarp.ui import pixel_counter
from scarp.ui.pixel_counter import PixelCounter
from scarp.ui.state import LANDSLIDES, PROBABILITY, REFERENCE
from scarp.ui.threshold_renderer import is_drawn_at_threshold, shown_percent
from scarp.ui.threshold_step import ThresholdStep
from scipy.ndimage import gaussian_filter

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
NOTHING = "There is no probability layer yet: extract one in step 3, or add one that Scarp has made."


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    yield interface
    interface.close()


@pytest.fixture
def step(iface, state, runs):
    """The step in a window, before there is a layer."""
    PixelCounter._kept.clear()
    step = ThresholdStep(iface, state, runs, iface.window)
    step.resize(330, 700)
    iface.window.show()
    step.show()
    step.activateWindow()
    yield step
    if step.isVisible():
        step.close_step()


@pytest.fixture
def layer(raster, qgis_new_project):
    return probability_layer(raster)


@pytest.fixture
def held(monkeypatch):
    """Counting does not end before this is set; to be named before the step and the layer."""
    go, count = Event(), pixel_counter.count_pixels

    def count_when_told(*arguments):
        assert go.wait(60)
        return count(*arguments)

    monkeypatch.setattr(pixel_counter, "count_pixels", count_when_told)
    yield go
    go.set()


@pytest.fixture
def ready(step, layer, iface, wait):
    """The step once it has counted the layer, which the canvas shows pixel by pixel."""
    show_at_full_resolution(iface.mapCanvas(), layer)
    settle(step, wait)
    return step


def settle(step, wait):
    """Wait until the pixels are counted, and the threshold is on the canvas."""
    wait(lambda: not step.counter.is_counting and step._style.is_idle)
    canvas = step.iface.mapCanvas()
    wait(lambda: not canvas.isDrawing())


def known(*boxes):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654", "known", "memory")
    for box in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
        layer.dataProvider().addFeature(feature)
    return added(layer)


def at_or_above(percent):
    return (percents() >= percent) & (percents() <= 100)


def ramp(layer):
    return layer.renderer().shader().rasterShaderFunction().colorRampItemList()


def test_it_waits_for_a_layer(step, state):
    assert (step.title(), step.notice.label.text()) == ("4 Threshold", NOTHING)
    assert not any(each.isEnabled() for each in (step.controls, step.reset, step.keeps_ramp, step.polygons.make))
    assert (step.probability.currentLayer(), state.layer(PROBABILITY)) == (None, None)


def test_the_last_layer_that_was_added_is_chosen(step, state, raster, wait):
    first = probability_layer(raster, name="first")
    assert state.raster(PROBABILITY) is first and step.probability.currentLayer() is first
    added(QgsRasterLayer(raster(np.zeros((3, 9, 9), np.uint8), "image.tif"), "image"))
    added(QgsRasterLayer(raster(np.zeros((1, 9, 9), np.uint8), "labels.tif"), "labels"))
    assert state.raster(PROBABILITY) is first
    second = probability_layer(raster, name="second")
    assert state.raster(PROBABILITY) is second and step.probability.currentLayer() is second
    names = [step.probability.itemText(index) for index in range(step.probability.count())]
    assert sorted(names) == ["first", "second"]
    names = [step.reference.itemText(index) for index in range(step.reference.count())]
    assert sorted(names) == ["None", "image", "labels"]
    assert step.controls.isEnabled() and step.notice.isHidden()
    settle(step, wait)


def test_a_step_that_comes_later_finds_the_layer(iface, state, runs, layer, wait):
    step = ThresholdStep(iface, state, runs, iface.window)
    assert state.raster(PROBABILITY) is layer
    settle(step, wait)
    assert step.controls.plot.marks
    step.close_step()


def test_choosing_a_layer_does_not_touch_its_style(ready, layer):
    assert len(ramp(layer)) == 6 and not is_drawn_at_threshold(layer)
    assert ready.controls.percent == 55  # as the raster states
    assert not ready.reset.isEnabled()


def test_every_step_of_the_slider_is_drawn_to_the_pixel(ready, layer, wait):
    slider, canvas = ready.controls.slider, ready.iface.mapCanvas()
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    for percent in range(101):
        settle(ready, wait)
        assert ready.controls.percent == percent
        assert (is_landslide(canvas) == at_or_above(percent)).all(), percent
        pixels = int(at_or_above(percent).sum())
        assert ready.controls.amount.text().startswith(f"{pixels:,} pixels (")
        QTest.keyClick(slider, Qt.Key.Key_Right)


def test_a_drag_over_the_histogram_moves_the_map_along(ready, layer, wait):
    plot, canvas = ready.controls.plot, ready.iface.mapCanvas()
    y = plot.height() - 10
    QTest.mousePress(plot, LEFT, NONE, QPoint(round(plot.x_of(30)), y))
    settle(ready, wait)
    assert (is_landslide(canvas) == at_or_above(30)).all()
    QTest.mouseRelease(plot, LEFT, NONE, QPoint(round(plot.x_of(30)), y))
    QTest.mouseClick(plot, LEFT, NONE, plot.label_rects()[0].center().toPoint())
    settle(ready, wait)
    mark = plot.marks[0]
    assert ready.controls.percent == mark.percent == shown_percent(layer)
    assert (is_landslide(canvas) == at_or_above(mark.percent)).all()


def test_the_slider_works_before_the_pixels_are_counted(held, step, layer, wait):
    assert step.counter.is_counting
    QTest.keyClick(step.controls.slider, Qt.Key.Key_PageUp)
    wait(lambda: shown_percent(layer) == 60)
    held.set()
    settle(step, wait)
    assert step.controls.percent == 60  # and not what the raster recommends


def test_the_ramp_is_kept_below_where_it_is_asked_for(ready, layer, wait):
    ready.controls.move_to(50)
    settle(ready, wait)
    QTest.mouseClick(ready.keeps_ramp, LEFT, NONE, QPoint(8, ready.keeps_ramp.height() // 2))
    settle(ready, wait)
    assert ready.keeps_ramp.isChecked()
    seen = np.array([
        [ready.iface.mapCanvas().grab().toImage().pixelColor(column, 0).name()] for column in (5, 49, 50, 100)
    ]).ravel()  # fmt: skip
    assert seen[2] == seen[3] != seen[1] != "#ffffff" == seen[0]


def test_reset_gives_the_style_back(ready, layer, wait):
    before = [(item.value, item.color.name()) for item in ramp(layer)]
    ready.controls.move_to(30)
    settle(ready, wait)
    assert is_drawn_at_threshold(layer) and ready.reset.isEnabled()
    QTest.mouseClick(ready.reset, LEFT)
    assert [(item.value, item.color.name()) for item in ramp(layer)] == before
    assert not ready.reset.isEnabled()


def test_a_layer_that_is_given_up_gets_its_style_back(ready, layer, state, raster, wait):
    ready.controls.move_to(30)
    settle(ready, wait)
    other = probability_layer(raster, name="other")
    assert state.raster(PROBABILITY) is other
    assert not is_drawn_at_threshold(layer) and len(ramp(layer)) == 6
    settle(ready, wait)
    ready.controls.move_to(20)
    state.set_layer(PROBABILITY, layer)  # before it was drawn
    settle(ready, wait)
    assert not is_drawn_at_threshold(other) and len(ramp(other)) == 6


def test_a_layer_that_is_removed_is_let_go_of(ready, layer, state, wait):
    ready.controls.move_to(30)
    QgsProject.instance().removeMapLayer(layer.id())
    assert state.raster(PROBABILITY) is None and ready._layer is None
    assert ready.notice.label.text() == NOTHING and not ready.controls.isEnabled()
    settle(ready, wait)
    ready.controls.move_to(40)
    settle(ready, wait)


def test_a_layer_that_is_removed_while_it_is_counted(held, step, raster, wait):
    layer = probability_layer(raster, np.tile(percents(), (20, 1)))
    assert step.counter.is_counting
    QgsProject.instance().removeMapLayer(layer.id())
    assert not step.counter.is_counting
    assert step.notice.label.text() == NOTHING


def test_another_project_is_worked_on(ready, layer, raster, wait):
    ready.controls.move_to(30)
    settle(ready, wait)
    QgsProject.instance().clear()
    assert ready._layer is None
    other = probability_layer(raster, name="other")
    settle(ready, wait)
    assert ready.probability.currentLayer() is other and ready.controls.plot.marks


def test_a_layer_that_was_saved_at_a_threshold_is_taken_up_at_it(step, layer, wait, tmp_path):
    step.controls.move_to(30)
    settle(step, wait)
    file = str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(file)
    QgsProject.instance().clear()
    assert QgsProject.instance().read(file)
    (again,) = QgsProject.instance().mapLayers().values()
    settle(step, wait)
    assert (step.controls.percent, shown_percent(again)) == (30, 30)
    QTest.mouseClick(step.reset, LEFT)
    assert len(ramp(again)) == 6


def test_a_layer_that_is_switched_off_is_switched_on_by_the_slider(ready, layer, wait):
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    node.setItemVisibilityChecked(False)
    ready.controls.move_to(30)
    assert node.isVisible()
    settle(ready, wait)


def test_a_reference_brings_the_best_f1(ready, layer, state, wait):
    assert {mark.name for mark in ready.controls.plot.marks} == {"Otsu", "Model"}
    reference = known((500010, 3999940, 500050, 3999980))
    index = [ready.reference.itemText(number) for number in range(ready.reference.count())].index("known")
    ready.reference.setFocus()
    while ready.reference.currentIndex() != index:
        QTest.keyClick(ready.reference, Qt.Key.Key_Down)
    assert state.layer(REFERENCE) is reference
    settle(ready, wait)
    assert {mark.name for mark in ready.controls.plot.marks} == {"Otsu", "Model", "Best F1"}
    assert ready.controls.curve.isVisible() and ready.controls.scores.text().startswith("Precision 0.")
    before = ready.controls.scores.text()
    reference.startEditing()
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(500060, 3999940, 500100, 3999980)))
    reference.addFeature(feature)
    assert reference.commitChanges()
    settle(ready, wait)
    assert ready.controls.scores.text() != before
    QgsProject.instance().removeMapLayer(reference.id())
    settle(ready, wait)
    assert ready.controls.curve.isHidden()


def test_a_reference_that_says_nothing_is_told_and_the_rest_stays(ready, state, wait):
    state.set_layer(REFERENCE, known((0, 0, 10, 10)))
    settle(ready, wait)
    assert ready.notice.label.text().startswith('The reference "known" has no polygon on the probability raster.')
    assert {mark.name for mark in ready.controls.plot.marks} == {"Otsu", "Model"}


def test_counting_that_was_cancelled_can_be_begun_again(held, step, layer, wait):
    step.counter.stop()
    step.counter.stopped.emit()  # as when it is cancelled in the task manager
    assert step.notice.button.text() == "Count Again"
    QTest.mouseClick(step.notice.button, LEFT)
    assert step.counter.is_counting and step.notice.isHidden()
    held.set()
    settle(step, wait)
    assert step.controls.plot.marks


@pytest.mark.parametrize("percent", [20, 50, 80])
def test_polygons_are_to_the_pixel_what_the_slider_shows(iface, state, runs, raster, wait, percent):
    smooth = gaussian_filter(np.random.default_rng(1).normal(size=(103, 128)), 2)
    pixels = np.clip(50 + 100 * smooth / np.abs(smooth).max(), 0, 100).astype(np.uint8)
    pixels[:20, :30] = 255
    geotransform = (500000.0, 2.0, 0.0, 4000000.0, 0.0, -2.0)
    layer = probability_layer(raster, pixels, geotransform=geotransform)
    step = ThresholdStep(iface, state, runs, iface.window)
    step.resize(330, 700)
    step.show()
    show_at_full_resolution(iface.mapCanvas(), layer)
    settle(step, wait)
    step.controls.slider.setFocus()
    step.controls.move_to(percent)
    settle(step, wait)
    shown, said = is_landslide(iface.mapCanvas()), step.controls.amount.text()
    run = made(step.polygons, wait)
    assert run.error == ""
    polygons = state.vector(LANDSLIDES)
    assert polygons.featureCount() > 1
    covered = rasterised(polygons, pixels.shape, geotransform)
    assert (covered == ((pixels >= percent) & (pixels <= 100))).all()
    assert (shown == covered).all()
    area_m2 = sum(feature["area_m2"] for feature in polygons.getFeatures())
    assert said.splitlines()[0].startswith(f"{covered.sum():,} pixels (")
    assert said.splitlines()[1] == f"{area_m2 / 1e4:,.2f} ha = {area_m2 / 1e6:,.4f} km²"
    step.close_step()


def test_keys_of_the_panel_end_the_swipe_and_hide_the_results(ready, wait):
    canvas, slider = ready.iface.mapCanvas(), ready.controls.slider
    ready.controls.move_to(30)
    settle(ready, wait)
    assert is_landslide(canvas).any()
    QTest.keyPress(slider, Qt.Key.Key_H)
    wait(lambda: not is_landslide(canvas).any())
    QTest.keyRelease(slider, Qt.Key.Key_H)
    assert is_landslide(canvas).any()
    QTest.mouseClick(ready.view.swipe_button, LEFT)
    assert ready.view.swipe.is_on
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert not ready.view.swipe.is_on and not ready.view.swipe_button.isChecked()


def test_it_leaves_nothing_behind(step, layer, iface, raster, wait):
    items = len(iface.mapCanvas().scene().items())
    step.controls.move_to(30)
    settle(step, wait)
    step.view.swipe.set_on(True)
    step.controls.move_to(40)
    step.close_step()
    step.hide()
    assert not is_drawn_at_threshold(layer) and len(ramp(layer)) == 6
    assert len(iface.mapCanvas().scene().items()) == items
    before = [(item.value, item.color.name()) for item in ramp(layer)]
    iface.mapCanvas().refresh()
    probability_layer(raster, name="other")
    QTest.qWait(50)
    assert [(item.value, item.color.name()) for item in ramp(layer)] == before
