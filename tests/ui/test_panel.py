from __future__ import annotations

import re

import pytest
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QToolButton
from scarp.tests.ui.interface import Interface, deliver_deletions
from scarp.ui.panel import HELP, STEPS, LandslidePanel
from scarp.ui.state import ROIS
from scarp.ui.step import Step

DOCK_PX = 330
"""Narrow, as beside a canvas on a laptop."""


class First(Step):
    closed = 0

    def close_step(self):
        self.closed += 1


class Second(First):
    pass


class Wide(Step):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        label = QLabel("wide", self)
        label.setMinimumWidth(500)
        self.column.addWidget(label)


@pytest.fixture
def iface(qgis_app):
    QgsSettings().remove("QgsCollapsibleGroupBox/ScarpPanel")
    interface = Interface()
    interface.window.show()
    yield interface
    interface.close()
    QgsSettings().remove("QgsCollapsibleGroupBox/ScarpPanel")


@pytest.fixture
def made(iface, provider, qgis_new_project):
    """Makes a panel in the window: ``made(First, Second)``."""
    panels = []

    def make(*steps):
        panel = LandslidePanel(iface, iface.window, steps or STEPS)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
        panels.append(panel)
        return panel

    yield make
    for panel in [panel for panel in panels if not sip.isdeleted(panel)]:
        panel.close_panel()
        iface.removeDockWidget(panel)
        panel.deleteLater()
    deliver_deletions()


def button_of(panel, action):
    (button,) = [each for each in panel.tools.findChildren(QToolButton) if each.defaultAction() is action]
    return button


def test_steps_share_the_state_and_the_runs(made, iface):
    panel = made(First, Second)
    assert (panel.windowTitle(), panel.objectName()) == ("Landslides", "ScarpPanel")
    first, second = panel.steps
    assert first.state is second.state is panel.state and first.runs is panel.runs
    assert first.mapTo(panel, first.rect().topLeft()).y() < second.mapTo(panel, second.rect().topLeft()).y()


def test_the_four_steps_fit_into_a_narrow_dock(made, iface, wait):
    panel = made()
    assert [step.title().split(" (")[0] for step in panel.steps] == ["1 Image", "2 Train", "3 Extract", "4 Threshold"]
    assert [step.isCollapsed() for step in panel.steps] == [False, True, False, False]
    for step in panel.steps:
        step.setCollapsed(False)
        assert step.minimumSizeHint().width() <= DOCK_PX, step.title()
    assert panel.minimumSizeHint().width() <= DOCK_PX
    wait(lambda: not list(panel.runs))


def test_nothing_is_cut_off_where_the_dock_is_narrow(made, iface):
    panel = made(Wide)
    iface.window.resizeDocks([panel], [200], Qt.Orientation.Horizontal)
    QTest.qWait(1)
    assert panel.column.viewport().width() >= panel.column.widget().minimumSizeHint().width() > 500
    assert not panel.column.horizontalScrollBar().isVisible()


def test_folded_steps_stay_folded(made, iface):
    panel = made(First, Second)
    QTest.mouseClick(panel.steps[1].findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert [step.isCollapsed() for step in panel.steps] == [False, True]
    panel.close_panel()
    iface.removeDockWidget(panel)
    panel.deleteLater()
    deliver_deletions()
    panel = made(First, Second)
    QTest.qWait(1)
    assert [step.isCollapsed() for step in panel.steps] == [False, True]


def test_buttons_open_options_and_help(made, iface, monkeypatch):
    panel, opened = made(First), []
    QTest.mouseClick(button_of(panel, panel.open_options), Qt.MouseButton.LeftButton)
    assert iface.opened == ["ScarpOptions"]
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or len(opened) < 2)
    QTest.mouseClick(button_of(panel, panel.open_help), Qt.MouseButton.LeftButton)
    assert (opened, iface.said()) == ([str(HELP)], [])
    QTest.mouseClick(button_of(panel, panel.open_help), Qt.MouseButton.LeftButton)
    assert iface.said() == [(f"The help could not be opened; it is the file {HELP}.", 1)]


def test_help_is_there_and_names_the_four_steps():
    text = HELP.read_text(encoding="utf-8")
    titles = re.findall("<h2>([1-4] .*?)</h2>", text)
    assert titles == ["1 Image", "2 Train (optional)", "3 Extract", "4 Threshold"]


def test_the_review_opens_below_once(made, iface):
    panel = made(First)
    button = button_of(panel, panel.open_review)
    assert panel.review is None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    review = panel.review
    assert review.objectName() == "ScarpReview" and review.isVisible()
    assert iface.window.dockWidgetArea(review) == Qt.DockWidgetArea.BottomDockWidgetArea
    review.close()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel.review is review and review.isVisible()
    panel.close_panel()
    deliver_deletions()
    assert iface.docks() == ["ScarpPanel"] and panel.review is None


def test_a_panel_that_is_closed_for_good_lets_go_of_the_project(made):
    panel = made(First, Second)
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654", "rois", "memory")
    QgsProject.instance().addMapLayer(layer)
    panel.state.set_layer(ROIS, layer)
    panel.close_panel()
    assert [step.closed for step in panel.steps] == [1, 1]
    told = []
    panel.state.layer_changed.connect(told.append)
    QgsProject.instance().removeMapLayer(layer.id())
    assert told == []
    panel.close_panel()
    assert [step.closed for step in panel.steps] == [1, 1]
