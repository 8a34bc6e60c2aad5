from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from scarp.tests.ui.threshold_ground import added, drawn, probability_layer, show_at_full_resolution
from scarp.ui.swipe import Swipe, SwipeItem
from scarp.ui.threshold_renderer import draw_at

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SIDE = 200


@pytest.fixture
def image(raster, qgis_new_project):
    """An image of which each pixel has a colour of its own."""
    rows, columns = np.indices((SIDE, SIDE))
    return added(QgsRasterLayer(raster(np.stack([rows, columns, rows // 2]).astype(np.uint8), "image.tif"), "image"))


@pytest.fixture
def result(raster, image):
    """A probability of 0.90 all over, drawn as landslide."""
    layer = probability_layer(raster, np.full((SIDE, SIDE), 90, np.uint8))
    draw_at(layer, 50, False)
    return layer


@pytest.fixture
def canvas(image, result, wait):
    canvas = QgsMapCanvas()
    tool = QgsMapToolPan(canvas)
    canvas.setMapTool(tool)
    show_at_full_resolution(canvas, result, image)
    settle(canvas, wait)
    yield canvas
    canvas.unsetMapTool(tool)
    canvas.close()
    canvas.deleteLater()


@pytest.fixture
def swipe(canvas, result, wait):
    swipe = Swipe(canvas, lambda: [result.id()])
    swipe.heard = []
    swipe.switched.connect(swipe.heard.append)
    yield swipe
    swipe.close()


def settle(canvas, wait, swipe=None):
    """Wait until the canvas, and what is left of the handle, is drawn."""
    QTest.qWait(50)
    wait(lambda: not canvas.isDrawing() and (swipe is None or swipe._job is None))
    QTest.qWait(50)


def plain(canvas, layer, wait):
    """The canvas as it looks with one layer alone."""
    layers = canvas.layers()
    canvas.setLayers([layer])
    settle(canvas, wait)
    seen = drawn(canvas)
    canvas.setLayers(layers)
    settle(canvas, wait)
    return seen


def mouse(canvas, kind, x, button=LEFT, y=60):
    """A mouse event on the canvas, with the left button held down between press and release."""
    kind = getattr(QEvent.Type, kind)
    buttons = LEFT if kind == QEvent.Type.MouseButtonPress or mouse.down else Qt.MouseButton.NoButton
    mouse.down = kind == QEvent.Type.MouseButtonPress or (mouse.down and kind != QEvent.Type.MouseButtonRelease)
    where = QPointF(x, y)
    everywhere = QPointF(canvas.viewport().mapToGlobal(QPoint(round(x), y)))
    QCoreApplication.sendEvent(canvas.viewport(), QMouseEvent(kind, where, everywhere, button, buttons, NONE))


mouse.down = False


def check(canvas, swipe, with_results, without, line):
    """Left of the line there are no results, right of it there are; what the line itself covers is left out."""
    seen, around = drawn(canvas).astype(int), round(swipe._item.grip_radius()) + 3
    left, right = slice(0, round(line) - around), slice(round(line) + around, None)
    assert left.stop > 20 and right.start < SIDE - 20
    assert (np.abs(seen[:, left] - without[:, left]) <= 1).all()
    assert (np.abs(seen[:, right] - with_results[:, right]) <= 1).all()


def test_left_of_the_handle_the_results_are_hidden(canvas, swipe, image, wait):
    with_results, without = drawn(canvas), plain(canvas, image, wait)
    assert (np.abs(with_results.astype(int) - without).max(axis=2) > 5).all()
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    assert (swipe.is_on, swipe.line, swipe.heard) == (True, SIDE / 2, [True])
    check(canvas, swipe, with_results, without, SIDE / 2)
    swipe.set_on(False)
    settle(canvas, wait)
    assert (drawn(canvas) == with_results).all()
    assert swipe.heard == [True, False]


def test_the_handle_is_dragged(canvas, swipe, image, wait):
    with_results, without = drawn(canvas), plain(canvas, image, wait)
    extent = canvas.extent()
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    mouse(canvas, "MouseMove", SIDE / 2 + 2)
    assert canvas.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor
    mouse(canvas, "MouseButtonPress", SIDE / 2 + 2)
    for x in (110, 140, 150):
        mouse(canvas, "MouseMove", x)
    assert swipe.line == pytest.approx(150)
    settle(canvas, wait, swipe)
    check(canvas, swipe, with_results, without, 150)
    mouse(canvas, "MouseMove", 60)
    mouse(canvas, "MouseButtonRelease", 60)
    mouse(canvas, "MouseMove", 170, Qt.MouseButton.NoButton)
    assert swipe.line == pytest.approx(60)
    settle(canvas, wait, swipe)
    check(canvas, swipe, with_results, without, 60)
    assert canvas.extent() == extent
    assert canvas.viewport().cursor().shape() != Qt.CursorShape.SplitHCursor
    mouse(canvas, "MouseButtonPress", 60)
    mouse(canvas, "MouseMove", -500)
    assert swipe.line == 0
    mouse(canvas, "MouseMove", 5000)
    assert swipe.line == SIDE
    mouse(canvas, "MouseButtonRelease", 5000)


def test_away_from_the_handle_the_map_tool_works(canvas, swipe, wait):
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    west = canvas.extent().xMinimum()
    mouse(canvas, "MouseButtonPress", 170)
    mouse(canvas, "MouseMove", 150)
    mouse(canvas, "MouseButtonRelease", 150)
    assert canvas.extent().xMinimum() == pytest.approx(west + 20)
    assert swipe.line == SIDE / 2


@pytest.mark.parametrize("change", ["pan", "zoom", "turn", "resize"])
def test_it_follows_the_map(canvas, swipe, image, wait, change):
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    if change == "pan":
        extent = canvas.extent()
        canvas.setExtent(QgsRectangle(extent.xMinimum() + 30, extent.yMinimum() + 7,
                                      extent.xMaximum() + 30, extent.yMaximum() + 7))  # fmt: skip
    elif change == "zoom":
        canvas.zoomByFactor(0.5)
    elif change == "turn":
        canvas.setRotation(30)
    else:
        canvas.setFixedSize(SIDE, SIDE - 40)
    canvas.refresh()
    settle(canvas, wait, swipe)
    seen = drawn(canvas)
    swipe.set_on(False)
    settle(canvas, wait)
    with_results, without = drawn(canvas), plain(canvas, image, wait)
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    check(canvas, swipe, with_results, without, SIDE / 2)
    assert (np.abs(seen.astype(int) - drawn(canvas)) <= 1).all()


def test_while_the_map_is_dragged_the_handle_stays_and_the_image_moves(canvas, swipe, image, wait):
    without = plain(canvas, image, wait)
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    mouse(canvas, "MouseButtonPress", 170)
    for x in (165, 155, 140):
        mouse(canvas, "MouseMove", x)
    seen = drawn(canvas).astype(int)
    line = seen[20, :, :].sum(axis=1)
    assert abs(int(np.argmax(line[80:120])) + 80 - SIDE / 2) <= 1
    assert (np.abs(seen[:, 5:50] - without[:, 35:80]) <= 1).all()
    mouse(canvas, "MouseButtonRelease", 140)


def test_it_follows_layers_that_change(canvas, swipe, image, result, raster, wait):
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    before = drawn(canvas)
    image.renderer().setOpacity(0.5)
    image.triggerRepaint()
    settle(canvas, wait, swipe)
    after = drawn(canvas)
    assert (after[:, :60] != before[:, :60]).any()
    canvas.setLayers([result])
    settle(canvas, wait, swipe)
    assert (drawn(canvas)[:, :60] == 255).all()
    QgsProject.instance().removeMapLayer(image.id())
    canvas.setLayers([])
    settle(canvas, wait, swipe)
    assert (drawn(canvas)[:, :60] == 255).all()


def key(canvas, kind, which, repeated=False):
    QCoreApplication.sendEvent(canvas, QKeyEvent(getattr(QEvent.Type, kind), which, NONE, "", repeated))


def test_while_a_key_is_held_the_results_are_hidden(canvas, swipe, image, wait):
    with_results, without = drawn(canvas), plain(canvas, image, wait)
    swipe.set_on(True)
    settle(canvas, wait, swipe)
    key(canvas, "KeyPress", Qt.Key.Key_H)
    key(canvas, "KeyPress", Qt.Key.Key_H, repeated=True)
    settle(canvas, wait, swipe)
    assert (np.abs(drawn(canvas).astype(int) - without) <= 1).all()
    key(canvas, "KeyRelease", Qt.Key.Key_H)
    settle(canvas, wait, swipe)
    check(canvas, swipe, with_results, without, SIDE / 2)


def test_results_are_hidden_without_a_handle(canvas, swipe, image, wait):
    with_results, without = drawn(canvas), plain(canvas, image, wait)
    swipe.hide_results(True)
    settle(canvas, wait, swipe)
    assert (np.abs(drawn(canvas).astype(int) - without) <= 1).all()
    assert (swipe.is_on, swipe.heard) == (False, [])
    swipe.hide_results(False)
    settle(canvas, wait)
    assert (drawn(canvas) == with_results).all()


def test_escape_ends_it_before_it_stops_the_drawing(canvas, swipe):
    swipe.set_on(True)
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, NONE)
    override.ignore()
    QCoreApplication.sendEvent(canvas, override)
    assert override.isAccepted()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert (swipe.is_on, swipe.heard) == (False, [True, False])


def test_it_leaves_nothing_on_the_canvas(canvas, swipe, wait):
    items = len(canvas.scene().items())
    for _ in range(3):
        swipe.set_on(True)
        assert len([item for item in canvas.scene().items() if isinstance(item, SwipeItem)]) == 1
        canvas.refresh()
        QCoreApplication.processEvents()
        swipe.close()  # while something is being drawn
        assert len(canvas.scene().items()) == items
    settle(canvas, wait)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [job for job in swipe.children() if type(job).__name__ == "QgsMapRendererParallelJob"] == []
    mouse(canvas, "MouseMove", SIDE / 2)
    assert canvas.viewport().cursor().shape() != Qt.CursorShape.SplitHCursor
