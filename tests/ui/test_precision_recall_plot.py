from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from scarp.engine.sweep import Histograms
from scarp.tests.ui.threshold_ground import colours
from scarp.ui.precision_recall_plot import PrecisionRecallPlot
from scarp.ui.threshold_renderer import LANDSLIDE

LANDSLIDES, OTHERS = np.zeros(101, np.int64), np.zeros(101, np.int64)
LANDSLIDES[[30, 60, 90]], OTHERS[[0, 30, 60]] = (10, 30, 60), (900, 60, 20)
KNOWN = Histograms(LANDSLIDES + OTHERS, LANDSLIDES, OTHERS)


@pytest.fixture
def plot(qgis_app):
    plot = PrecisionRecallPlot()
    plot.resize(300, plot.sizeHint().height())
    plot.show()
    yield plot
    plot.close()
    plot.deleteLater()


def test_points_are_recall_and_precision(plot):
    plot.show_histograms(KNOWN)
    frame = plot._frame()
    for percent, recall, precision in ((0, 1.0, 100 / 1080), (30, 1.0, 100 / 180), (60, 0.9, 90 / 110), (90, 0.6, 1.0)):
        point = plot.point_of(percent)
        assert (point.x() - frame.left()) / frame.width() == pytest.approx(recall)
        assert (frame.bottom() - point.y()) / frame.height() == pytest.approx(precision)
    assert plot.point_of(91) is None
    plot.set_current(60)
    assert plot.counts().f1 == pytest.approx(2 * 90 / (2 * 90 + 20 + 10))


def test_the_current_threshold_is_a_red_point(plot):
    plot.show_histograms(KNOWN)
    for percent in (30, 60, 90):
        plot.set_current(percent)
        seen = (colours(plot.grab().toImage()) == LANDSLIDE.getRgb()[:3]).all(axis=2)
        row, column = np.argwhere(seen).mean(axis=0)
        point = plot.point_of(percent)
        assert abs(column + 0.5 - point.x()) < 1.5 and abs(row + 0.5 - point.y()) < 1.5
    plot.set_current(95)
    assert not (colours(plot.grab().toImage()) == LANDSLIDE.getRgb()[:3]).all(axis=2).any()


def test_clicking_the_curve_picks_a_threshold(plot):
    plot.show_histograms(KNOWN)
    picked = []
    plot.picked.connect(picked.append)
    for percent in (90, 60):
        where = plot.point_of(percent).toPoint() + QPoint(-1, 1)
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert len(picked) == 2
    assert [plot.point_of(one) for one in picked] == [plot.point_of(90), plot.point_of(60)]


def test_without_landslides_there_is_no_curve(plot):
    plot.show_histograms(KNOWN)
    for nothing in (None, Histograms(OTHERS), Histograms(OTHERS, np.zeros(101, np.int64), OTHERS)):
        plot.show_histograms(nothing)
        assert plot.counts() is None and plot.point_of(50) is None
        picked = []
        plot.picked.connect(picked.append)
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton)
        assert picked == []
        plot.grab()
