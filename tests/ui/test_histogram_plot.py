from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionSlider, QVBoxLayout, QWidget
from scarp.tests.ui.threshold_ground import colours
from scarp.ui.histogram_plot import HistogramPlot, Mark, ThresholdSlider
from scarp.ui.threshold_renderer import LANDSLIDE

COUNTS = np.arange(101) ** 2 + 1
MARKS = [Mark(45, "Model", "Threshold that the model recommends"), Mark(40, "Otsu", "Otsu's threshold")]
RED = LANDSLIDE.getRgb()[:3]


@pytest.fixture
def pair(qgis_app):
    """The slider at 0.50 with the histogram above it, shown in a column of 320 pixels."""
    box = QWidget()
    column = QVBoxLayout(box)
    slider = ThresholdSlider(box)
    plot = HistogramPlot(slider, box)
    column.addWidget(plot)
    column.addWidget(slider)
    slider.setValue(50)
    box.resize(320, 240)
    box.show()
    yield plot, slider
    box.close()
    box.deleteLater()


@pytest.fixture
def plot(pair):
    return pair[0]


@pytest.fixture
def slider(pair):
    return pair[1]


def handle_centre(slider: ThresholdSlider) -> float:
    """Middle of the handle where it is drawn, in pixels of the screen."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    handle = slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider)
    return slider.mapToGlobal(QPoint(0, 0)).x() + handle.x() + handle.width() / 2


def place(plot: HistogramPlot, percent: float, share: float = 0.5) -> QPoint:
    """A place over a value, at a share of the frame's height from its top."""
    top = plot._top()
    return QPoint(round(plot.x_of(percent)), round(top + share * (plot.height() - top)))


@pytest.mark.parametrize("width", [250, 320, 501])
def test_bars_stand_above_the_handle(plot, slider, width):
    plot.window().resize(width, 240)
    for percent in range(101):
        slider.setValue(percent)
        x = plot.mapToGlobal(QPoint(0, 0)).x() + plot.x_of(percent)
        assert abs(x - handle_centre(slider)) <= 0.51
        assert plot.percent_at(plot.x_of(percent)) == percent


def test_what_is_at_or_above_the_threshold_is_red(plot, slider):
    plot.show_counts(np.full(101, 7))
    for percent in (0, 30, 100):
        slider.setValue(percent)
        line = colours(plot.grab().toImage())[place(plot, 50).y()]
        red = (line == RED).all(axis=1)
        for value in range(101):
            if abs(value - percent) > 1:  # the line of the threshold is drawn over its neighbours
                assert red[round(plot.x_of(value))] == (value >= percent), (percent, value)


def test_heights_are_logarithms_or_roots(plot):
    assert plot.heights().tolist() == [0.0] * 101
    plot.show_counts(COUNTS)
    assert plot.heights() == pytest.approx(np.log1p(COUNTS) / np.log1p(10001))
    before = colours(plot.grab().toImage())
    plot.set_logarithmic(False)
    assert plot.heights() == pytest.approx(np.sqrt(COUNTS / 10001))
    after = colours(plot.grab().toImage())
    high, low = place(plot, 20, 0.6), place(plot, 100, 0.2)
    frame = plot.palette().color(QPalette.ColorRole.Base).getRgb()[:3]
    assert tuple(before[high.y(), high.x()]) != frame == tuple(after[high.y(), high.x()])
    assert tuple(after[low.y(), low.x()]) == RED


def test_a_bar_of_one_pixel_among_millions_is_seen(plot):
    counts = np.zeros(101, np.int64)
    counts[0], counts[90] = 10**9, 1
    plot.show_counts(counts)
    plot.set_logarithmic(False)
    seen = colours(plot.grab().toImage())
    assert (seen[:, round(plot.x_of(90))] == RED).all(axis=1).any()
    assert not (seen[:, round(plot.x_of(80))] == RED).all(axis=1).any()


def test_clicking_and_dragging_picks(plot):
    plot.show_counts(COUNTS)
    picked = []
    plot.picked.connect(picked.append)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(plot, 30))
    assert picked == [30]
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(plot, 60))
    for percent in (65, 72):
        QTest.mouseMove(plot, place(plot, percent))
    drag(plot, place(plot, 80))
    drag(plot, QPoint(5000, 10))
    drag(plot, QPoint(-50, 10))
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton)
    assert picked[1] == 60 and picked[-3:] == [80, 100, 0]
    QTest.mouseClick(plot, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place(plot, 10))
    assert picked[-1] == 0


def drag(plot, where):
    """Move the mouse with its left button held down, which ``QTest.mouseMove`` does not on all versions of Qt."""
    left = Qt.MouseButton.LeftButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(where), QPointF(plot.mapToGlobal(where)), left, left,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QCoreApplication.sendEvent(plot, move)


def test_clicking_a_mark_picks_it_and_does_not_drag(plot):
    plot.show_counts(COUNTS, MARKS)
    assert [mark.name for mark in plot.marks] == ["Otsu", "Model"]
    picked = []
    plot.picked.connect(picked.append)
    for mark, rect in zip(plot.marks, plot.label_rects()):
        where = rect.center().toPoint()
        assert plot.percent_at(where.x()) != mark.percent
        QTest.mousePress(plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
        drag(plot, where + QPoint(2, 0))
        QTest.mouseRelease(plot, Qt.MouseButton.LeftButton)
    assert picked == [40, 45]


@pytest.mark.parametrize("percents", [(40, 45, 46), (0, 1, 2), (97, 99, 100), (10, 50, 90)])
def test_names_of_marks_are_over_nothing(plot, percents):
    before = plot.sizeHint().height()
    plot.show_counts(COUNTS, [Mark(percent, name, "") for percent, name in zip(percents, ("Otsu", "Model", "Best F1"))])
    rects = plot.label_rects()
    for number, rect in enumerate(rects):
        assert rect.left() >= 0 and rect.right() <= plot.width() and rect.bottom() <= plot._top()
        assert not any(rect.intersects(other) for other in rects[number + 1 :])
    rows = len({rect.top() for rect in rects})
    assert rows == (1 if percents[0] == 10 else 3)
    assert plot.sizeHint().height() == before + rows * plot.fontMetrics().height()


def test_what_is_under_the_mouse_is_explained(plot):
    assert plot.explained(QPointF(place(plot, 50))) == ""
    plot.show_counts(COUNTS, MARKS)
    assert plot.explained(plot.label_rects()[1].center()) == "Threshold that the model recommends: 0.45"
    assert plot.explained(QPointF(place(plot, 99))) == (
        "Probability 0.99: 9,802 pixels\nAt or above it: 19,803 pixels"
    )


def test_it_says_what_it_waits_for(plot):
    blank = colours(plot.grab().toImage())
    plot.say("Counting the pixels… 3 %")
    assert (colours(plot.grab().toImage()) != blank).any()
    plot.say("")
    assert (colours(plot.grab().toImage()) == blank).all()


def test_a_click_gives_the_slider_the_keys(plot, slider):
    plot.window().activateWindow()
    plot.show_counts(COUNTS)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(plot, 30))
    assert plot.window().focusWidget() is slider


def test_keys_and_wheel_of_the_slider(slider):
    slider.window().activateWindow()
    found = []
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Left, keys.Key_Left, keys.Key_Up, keys.Key_Down, keys.Key_PageUp,
                keys.Key_PageDown, keys.Key_PageDown, keys.Key_End, keys.Key_Right, keys.Key_Home):  # fmt: skip
        QTest.keyClick(slider, key)
        found.append(slider.value())
    assert found == [51, 50, 49, 50, 49, 59, 49, 39, 100, 100, 0]


def test_in_a_dark_palette_text_and_bars_are_light(plot):
    palette = plot.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(30, 30, 30))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(230, 230, 230))
    plot.setPalette(palette)
    plot.show_counts(np.full(101, 7))
    seen = colours(plot.grab().toImage())
    bar, above = place(plot, 10, 0.5), place(plot, 10, 0.02)
    assert seen[bar.y(), bar.x()].min() > 80
    assert seen[above.y(), above.x()].max() < 130
