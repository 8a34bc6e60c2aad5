from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolBar
from scarp.tests.ui.interface import Interface, deliver_deletions
from scarp.ui.actions import AREA, IS_OPEN, ScarpActions

RIGHT, LEFT = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.LeftDockWidgetArea


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    interface.window.show()
    yield interface
    interface.close()
    for entry in (AREA, IS_OPEN):
        QgsSettings().remove(entry)


@pytest.fixture
def actions(iface, provider, qgis_new_project):
    actions = ScarpActions(iface)
    yield actions
    if iface.menu:
        actions.remove()


def test_entries_and_button_go_again(actions, iface):
    entries = (actions.toggle, actions.extract, actions.train, actions.train_instances)
    assert iface.menu == [("Scarp", entry) for entry in entries]
    assert [entry.text() for entry in entries] == [
        "Landslide panel", "Extract landslides…", "Train a model…", "Train a Mask R-CNN model…",
    ]  # fmt: skip
    assert iface.toolbar == [actions.toggle]
    assert [entry.toolTip() for entry in entries] == [
        "Show or hide the landslide panel (Scarp)",
        "Extract landslides from an image (Scarp)",
        "Train a model on your own landslides (Scarp)",
        "Train a model that finds landslides one by one (Scarp)",
    ]
    assert all(entry.parent() is iface.window and not entry.icon().isNull() for entry in entries)
    assert (len(iface.factories), iface.docks()) == (1, ["ScarpPanel"])
    actions.remove()
    deliver_deletions()
    assert (iface.menu, iface.toolbar, iface.factories, iface.docks()) == ([], [], [], [])


def test_entries_open_dialogs(actions, monkeypatch):
    import processing

    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", opened.append, raising=False)
    actions.extract.trigger()
    actions.train.trigger()
    actions.train_instances.trigger()
    assert opened == ["scarp:extractlandslides", "scarp:trainunet", "scarp:trainmaskrcnn"]


def test_the_button_shows_and_hides_the_panel(actions, iface, wait):
    toolbar = QToolBar(iface.window)
    toolbar.addAction(actions.toggle)
    iface.window.addToolBar(toolbar)
    button = toolbar.widgetForAction(actions.toggle)
    wait(button.isVisible)
    assert actions.toggle.isCheckable() and not actions.toggle.isChecked() and actions.panel.isHidden()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(actions.panel.isVisible)
    assert actions.toggle.isChecked()
    actions.panel.close()
    wait(lambda: not actions.toggle.isChecked())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(actions.panel.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait(actions.panel.isHidden)


def test_the_panel_comes_back_where_it_was(actions, iface, wait):
    assert iface.window.dockWidgetArea(actions.panel) == RIGHT
    iface.window.addDockWidget(LEFT, actions.panel)
    actions.toggle.trigger()
    wait(actions.panel.isVisible)
    actions.remove()
    deliver_deletions()
    again = ScarpActions(iface)
    wait(again.panel.isVisible)
    assert iface.window.dockWidgetArea(again.panel) == LEFT and again.toggle.isChecked()
    again.panel.close()
    again.remove()
    deliver_deletions()
    last = ScarpActions(iface)
    QTest.qWait(1)
    assert last.panel.isHidden()
    last.remove()


def test_qgis_keeps_the_place_of_the_panel_from_start_to_start(actions, iface, wait):
    iface.window.addDockWidget(LEFT, actions.panel)
    actions.toggle.trigger()
    wait(actions.panel.isVisible)
    kept = iface.window.saveState()
    actions.remove()
    deliver_deletions()
    for entry in (AREA, IS_OPEN):
        QgsSettings().remove(entry)
    other = Interface()
    started = ScarpActions(other)
    assert started.panel.isHidden()
    other.window.restoreState(kept)
    other.window.show()
    wait(started.panel.isVisible)
    assert other.window.dockWidgetArea(started.panel) == LEFT
    started.remove()
    other.close()
