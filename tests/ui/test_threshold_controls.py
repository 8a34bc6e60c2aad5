from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from scarp.engine.origin import Origin
from scarp.engine.sweep import Histograms
from scarp.ui.threshold_controls import ThresholdControls
from scarp.ui.threshold_statistics import ThresholdStatistics

VALID = np.zeros(101, np.int64)
VALID[[0, 30, 60, 90]] = 900_000, 60_000, 30_000, 10_000
LANDSLIDES = np.where(np.arange(101) >= 60, VALID, 0)
AREAS = VALID * 25.0


def known(areas_m2=AREAS, threshold=0.55, landslide=None):
    other = None if landslide is None else VALID - landslide
    return ThresholdStatistics(Histograms(VALID, landslide, other), areas_m2, Origin("unet", threshold))


@pytest.fixture
def controls(qgis_app):
    controls = ThresholdControls()
    controls.resize(320, 500)
    controls.show()
    controls.activateWindow()
    controls.heard = []
    controls.moved.connect(controls.heard.append)
    yield controls
    controls.close()
    controls.deleteLater()


def agrees(controls, percent):
    """Whether slider and spin box show a threshold."""
    return (controls.percent, controls.slider.value(), controls.spin.value()) == (percent, percent, percent / 100)


def test_it_works_before_the_pixels_are_counted(controls):
    assert agrees(controls, 50) and controls.amount.isHidden() and controls.curve.isHidden()
    controls.slider.setFocus()
    QTest.keyClick(controls.slider, Qt.Key.Key_PageDown)
    assert agrees(controls, 40) and controls.heard == [40]


def test_slider_spin_box_and_plots_move_it_and_say_so(controls):
    controls.show_statistics(known(landslide=LANDSLIDES))
    QTest.keyClick(controls.slider, Qt.Key.Key_Home)
    QTest.keyClick(controls.slider, Qt.Key.Key_Right)
    assert agrees(controls, 1)
    controls.spin.selectAll()
    QTest.keyClicks(controls.spin, "0.29")
    QTest.keyClick(controls.spin, Qt.Key.Key_Return)
    assert agrees(controls, 29)
    QTest.keyClick(controls.spin, Qt.Key.Key_Up)
    assert agrees(controls, 30)
    QTest.keyClick(controls.spin, Qt.Key.Key_PageUp)
    assert agrees(controls, 40)
    where = QPoint(round(controls.plot.x_of(77)), controls.plot.height() - 5)
    QTest.mouseClick(controls.plot, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert agrees(controls, 77)
    where = controls.curve.point_of(30).toPoint()
    QTest.mouseClick(controls.curve, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert 0 < controls.percent <= 30 and agrees(controls, controls.percent)
    assert controls.heard == [0, 1, 29, 30, 40, 77, controls.percent]


def test_every_threshold_that_is_typed_is_taken_as_it_is(controls):
    for percent in range(101):
        controls.spin.setValue(percent / 100)
        assert agrees(controls, percent)
    assert controls.heard == list(range(101))


def test_setting_it_says_nothing(controls):
    controls.set_percent(70)
    assert agrees(controls, 70) and controls.heard == []


def test_taking_hold_of_the_slider_draws_what_it_stands_at(controls):
    middle = QPoint(round(controls.slider.centre(50)), controls.slider.height() // 2 - 2)
    QTest.mousePress(controls.slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert controls.heard == [50]
    QTest.mouseRelease(controls.slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


@pytest.mark.parametrize(
    ("percent", "text"),
    [
        (0, "1,000,000 pixels (100.00 %)\n2,500.00 ha = 25.0000 km²"),
        (30, "100,000 pixels (10.00 %)\n250.00 ha = 2.5000 km²"),
        (31, "40,000 pixels (4.00 %)\n100.00 ha = 1.0000 km²"),
        (90, "10,000 pixels (1.00 %)\n25.00 ha = 0.2500 km²"),
        (91, "0 pixels (0.00 %)\n0.00 ha = 0.0000 km²"),
    ],
)
def test_pixels_and_areas_are_told(controls, percent, text):
    controls.show_statistics(known())
    controls.set_percent(percent)
    assert controls.amount.text() == text and not controls.amount.isHidden()


def test_an_area_that_is_not_known_is_not_told(controls):
    controls.show_statistics(known(areas_m2=None))
    controls.set_percent(30)
    assert controls.amount.text() == (
        "100,000 pixels (10.00 %)\nThe area is not known: the layer has no valid coordinate system."
    )


def test_marks_are_what_is_known(controls):
    controls.show_statistics(known(threshold=None))
    assert [(mark.percent, mark.name) for mark in controls.plot.marks] == [(15, "Otsu")]
    controls.show_statistics(known(landslide=LANDSLIDES))
    assert [(mark.percent, mark.name) for mark in controls.plot.marks] == [
        (15, "Otsu"), (45, "Best F1"), (55, "Model")
    ]  # fmt: skip
    controls.show_statistics(None)
    assert controls.plot.marks == () and controls.amount.isHidden()


def test_scores_and_curve_come_with_a_reference(controls):
    controls.show_statistics(known())
    assert controls.curve.isHidden() and controls.scores.isHidden()
    controls.show_statistics(known(landslide=LANDSLIDES))
    controls.set_percent(30)
    assert not controls.curve.isHidden()
    assert controls.scores.text() == "Precision 0.400, recall 1.000, F1 0.571, IoU 0.400"
    controls.set_percent(95)
    assert controls.scores.text() == "Precision –, recall 0.000, F1 0.000, IoU 0.000"


def test_the_scale_is_chosen(controls):
    controls.show_statistics(known())
    assert controls.plot.heights()[90] == pytest.approx(np.log(10001) / np.log(900001))
    controls.scale.setFocus()
    QTest.keyClick(controls.scale, Qt.Key.Key_Down)
    assert controls.plot.heights()[90] == pytest.approx(np.sqrt(1 / 90))


def test_nothing_is_cut_off_in_a_narrow_panel(controls):
    controls.show_statistics(known(landslide=LANDSLIDES))
    assert controls.minimumSizeHint().width() <= 300
