from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.tests.ui.interface import Interface
from scarp.tests.ui.threshold_ground import added, is_landslide, probability_layer, show_at_full_resolution
from scarp.ui.result_view import ResultView, result_layers
from scarp.ui.state import LANDSLIDES
from scarp.ui.threshold_renderer import draw_at

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    yield interface
    interface.close()


@pytest.fixture
def layer(raster, qgis_new_project):
    layer = probability_layer(raster)
    draw_at(layer, 30, False)
    return layer


@pytest.fixture
def view(iface, state, layer, wait):
    view = ResultView(iface.mapCanvas(), state, iface.window)
    show_at_full_resolution(iface.mapCanvas(), layer)
    view.show()
    iface.window.activateWindow()
    wait(lambda: is_landslide(iface.mapCanvas()).any())
    yield view
    view.swipe.close()


def test_button_and_key_show_the_handle(view, iface, wait):
    QTest.mouseClick(view.swipe_button, LEFT)
    assert view.swipe.is_on and view.swipe_button.isChecked()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Escape)
    assert not view.swipe.is_on and not view.swipe_button.isChecked()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_B, both)
    wait(lambda: view.swipe.is_on)
    QTest.qWait(200)  # Qt shows that the button is pressed for a moment
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_B, both)
    wait(lambda: not view.swipe.is_on)


def test_results_are_hidden_while_the_button_is_held(view, iface, wait):
    QTest.mousePress(view.hide_button, LEFT)
    wait(lambda: not is_landslide(iface.mapCanvas()).any())
    QTest.mouseRelease(view.hide_button, LEFT)
    assert is_landslide(iface.mapCanvas()).any()


def test_what_scarp_made_is_hidden(view, layer, state, raster):
    added(QgsRasterLayer(raster(np.zeros((3, 9, 9), np.uint8), "image.tif"), "image"))
    added(QgsVectorLayer("Polygon?crs=EPSG:32654", "parcels", "memory"))
    fields = "&".join(f"field={name}:string" for name in ("id", "probability_mean", "threshold", "model", "source"))
    landslides = added(QgsVectorLayer(f"Polygon?crs=EPSG:32654&{fields}", "landslides", "memory"))
    chosen = added(QgsVectorLayer("Polygon?crs=EPSG:32654", "chosen", "memory"))
    state.set_layer(LANDSLIDES, chosen)
    assert result_layers(state) == {layer.id(), landslides.id(), chosen.id()}
