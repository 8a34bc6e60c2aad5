from __future__ import annotations

import math

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from scarp.engine.charts import COLOURS
from scarp.ui.curves import Curve, LineChart

FALLING = Curve("training", ((1, 0.9), (2, 0.5), (3, 0.3)), 0, dashed=True)
RISING = Curve("validation", ((1, 0.8), (2, math.nan), (3, 0.4)), 1)

pytestmark = pytest.mark.usefixtures("qgis_app")


@pytest.fixture
def chart():
    chart = LineChart("Loss", "Epoch")
    chart.resize(330, chart.sizeHint().height())
    chart.show_curves([FALLING, RISING], (0, 4), (0.0, 1.0), mark=3)
    chart.show()
    QTest.qWaitForWindowExposed(chart)
    yield chart
    chart.deleteLater()


def colour(chart: LineChart, x: float, y: float) -> str:
    at = chart.position(x, y)
    return chart.grab().toImage().pixelColor(round(at.x()), round(at.y())).name()


def hover(chart: LineChart, x: float) -> None:
    at = chart.position(x, 0.5)
    QTest.mouseMove(chart, QPoint(0, 0))
    QTest.mouseMove(chart, QPoint(round(at.x()), round(at.y())))
    QTest.qWait(20)


def test_points_lie_where_their_values_are(chart):
    left, right = chart.position(0, 0), chart.position(4, 1)
    assert 0 < left.x() < 60 and 320 < right.x() <= 330 and right.y() < left.y() < chart.height()
    middle = chart.position(2, 0.5)
    assert (middle.x(), middle.y()) == pytest.approx(((left.x() + right.x()) / 2, (left.y() + right.y()) / 2))
    assert colour(chart, 1, 0.9) == COLOURS[0]
    assert colour(chart, 1, 0.8) == COLOURS[1]
    base = chart.palette().color(QPalette.ColorRole.Base).name()
    assert colour(chart, 2, 0.62) == base  # no line over the gap
    assert colour(chart, 3.5, 0.62) == base


def test_dark_palette(chart):
    palette = QPalette(chart.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#e0e0e0"))
    chart.setPalette(palette)
    assert colour(chart, 3.5, 0.62) == "#1e1e1e"
    assert colour(chart, 1, 0.9) == QColor(COLOURS[0]).lighter(140).name()


def test_pointer_shows_values(chart):
    hover(chart, 1.2)
    assert chart.place == 1
    assert chart.accessibleDescription() == "Epoch 1\ntraining: 0.900\nvalidation: 0.800"
    hover(chart, 1.8)
    assert chart.accessibleDescription() == "Epoch 2\ntraining: 0.500"
    hover(chart, 3.9)
    assert chart.accessibleDescription() == "Epoch 3 (best)\ntraining: 0.300\nvalidation: 0.400"


def test_keys_go_from_epoch_to_epoch(chart):
    chart.setFocus()
    gone = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(chart, key)
        gone.append(chart.place)
    assert gone == [1, 2, 3, 3, 2, 1]


def test_axis_fits_the_curves(chart):
    chart.show_curves([FALLING, RISING], (0, 4))
    assert chart._y_range == pytest.approx((0.0, 0.945))


def test_place_goes_with_its_values(chart):
    hover(chart, 3)
    chart.show_curves([FALLING], (0, 4))
    assert chart.place == 3
    chart.show_curves([Curve("training", ((1, 0.9),))], (0, 4))
    assert chart.place is None
    chart.show_curves([], (0, 1))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    hover(chart, 0.5)
    assert chart.place is None and not chart.places()


def test_faint_curves_have_no_values(chart):
    chart.show_curves([Curve("", ((0.5, 0.7), (0.9, 0.6)), faint=True), FALLING], (0, 4), (0, 1))
    assert chart.places() == [1, 2, 3]
    ground = chart.palette().color(QPalette.ColorRole.Base).name()
    assert colour(chart, 0.7, 0.65) not in (ground, COLOURS[0])
