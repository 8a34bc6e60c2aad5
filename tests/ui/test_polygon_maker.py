from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractSpinBox
from scarp.tests.ui.interface import Interface
from scarp.tests.ui.threshold_ground import added, probability_layer
from scarp.ui.polygon_maker import PolygonMaker
from scarp.ui.run import State
from scarp.ui.state import DEM, LANDSLIDES, PROBABILITY


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    yield interface
    interface.close()


@pytest.fixture
def squares(raster, qgis_new_project):
    """A layer with squares of 1, 4 and 100 pixels, of probability 0.90, 0.60 and 0.40, on 0.10."""
    pixels = np.full((60, 80), 10, np.uint8)
    pixels[5, 20], pixels[10:12, 30:32], pixels[30:40, 40:50] = 90, 60, 40
    return probability_layer(raster, pixels)


@pytest.fixture
def maker(iface, state, runs, squares):
    maker = PolygonMaker(iface, state, runs, iface.window)
    state.set_layer(PROBABILITY, squares)
    maker.set_percent(40)
    iface.window.show()
    maker.show()
    return maker


def made(maker, wait):
    """The run that a click starts, when it is over."""
    started = []
    maker._runs.added.connect(started.append)
    QTest.mouseClick(maker.make, Qt.MouseButton.LeftButton)
    maker._runs.added.disconnect(started.append)
    (run,) = started
    wait(lambda: run.state.is_over)
    return run


def type_into(maker, name, text):
    widget = maker.form.widget(name)
    spin = widget if isinstance(widget, QAbstractSpinBox) else widget.findChild(QAbstractSpinBox)
    spin.selectAll()
    QTest.keyClicks(spin, text)
    QTest.keyClick(spin, Qt.Key.Key_Tab)


def rasterised(layer, shape, geotransform):
    """Which pixels the polygons of a layer cover."""
    target = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
    target.SetGeoTransform(geotransform)
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    drawn = source.CreateLayer("polygons")
    for feature in layer.getFeatures():
        copy = ogr.Feature(drawn.GetLayerDefn())
        copy.SetGeometry(ogr.CreateGeometryFromWkb(bytes(feature.geometry().asWkb())))
        drawn.CreateFeature(copy)
    gdal.RasterizeLayer(target, [1], drawn, burn_values=[1])
    return target.ReadAsArray() == 1


def test_polygons_are_put_into_the_project(maker, state, wait):
    assert maker.make.text() == "Make Polygons at 0.40"
    run = made(maker, wait)
    assert (run.state, run.error, run.title) == (State.DONE, "", "Make polygons of event at 0.40")
    layer = state.vector(LANDSLIDES)
    assert (layer.name(), layer.featureCount()) == ("event – landslides at 0.40", 3)
    assert layer.renderer().symbol().symbolLayer(0).strokeColor().name() == "#e31a1c"
    order = [each.name() for each in QgsProject.instance().layerTreeRoot().layerOrder()]
    assert order == ["event – landslides at 0.40", "event"]
    assert maker.outcome.label.text() == "Landslides at 0.40: 3; area: 0.01 ha (0.0001 km²)."
    assert maker.rows.isHidden() and maker._iface.said() == []


def test_options_and_threshold_are_taken_as_they_are_at_the_click(maker, state, wait, raster):
    heights = added(QgsRasterLayer(raster(np.zeros((1, 60, 80), np.float32), "heights.tif"), "heights"))
    state.set_layer(DEM, heights)
    type_into(maker, "MIN_AREA", "3")
    type_into(maker, "SIMPLIFY", "0.5")
    started = []
    maker._runs.added.connect(started.append)
    QTest.mouseClick(maker.make, Qt.MouseButton.LeftButton)
    maker.set_percent(95)
    assert maker.rows.isVisible()
    (run,) = started
    wait(lambda: run.state.is_over)
    taken = {name: value for name, value in run.parameters.items() if name != "OUTPUT"}
    assert taken == {
        "INPUT": state.raster(PROBABILITY).id(), "THRESHOLD_METHOD": "fixed", "THRESHOLD": 0.4, "MIN_AREA": 3.0,
        "SIMPLIFY": 0.5, "DEM": heights.id(),
    }  # fmt: skip
    assert (run.error, run.results["COUNT"], run.results["THRESHOLD_USED"]) == ("", 2, 0.4)
    assert maker.make.text() == "Make Polygons at 0.95"


def test_what_fails_is_said_in_a_sentence(maker, squares, wait):
    gdal.Unlink(squares.source())
    run = made(maker, wait)
    assert run.state is State.FAILED
    assert "cannot be read" in maker.outcome.label.text() or "could not be" in maker.outcome.label.text()
    assert maker._iface.said()[0][0] == maker.outcome.label.text()


def test_without_a_layer_nothing_is_started(maker, state, runs):
    state.set_layer(PROBABILITY, None)
    maker.start()
    assert list(runs) == []


def test_what_runs_can_be_cancelled(maker, wait, runs):
    QTest.mouseClick(maker.make, Qt.MouseButton.LeftButton)
    (run,) = runs
    run.cancel()
    wait(lambda: run.state.is_over)
    assert maker.outcome.label.text() == "Cancelled; nothing is left behind."
    assert maker._state.vector(LANDSLIDES) is None
