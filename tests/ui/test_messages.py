from __future__ import annotations

import gc

import pytest
from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from scarp.tests.ui.interface import Interface, deliver_deletions
from scarp.ui import messages
from scarp.ui.messages import clear, open_options, show


@pytest.fixture
def iface(qgis_app):
    interface = Interface()
    yield interface
    interface.close()


def test_warnings_stay_and_information_passes(iface):
    show(iface, "Done.", Qgis.MessageLevel.Success)
    show(iface, "It failed; try again.", Qgis.MessageLevel.Critical)
    error, success = iface.messageBar().items()
    assert (error.title(), error.text(), error.level(), error.duration()) == ("Scarp", "It failed; try again.", 2, 0)
    assert (success.text(), success.level(), success.duration()) == ("Done.", 3, 5)


def test_a_button_acts_and_takes_the_message_away(iface):
    pressed = []
    show(iface, "Packages are missing.", Qgis.MessageLevel.Info, "Options…", lambda: pressed.append(True))
    gc.collect()
    (item,) = iface.messageBar().items()
    assert item.duration() == 0 and item in messages._shown
    QTest.mouseClick(item.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert (pressed, iface.said()) == ([True], [])
    deliver_deletions()
    show(iface, "Another.", Qgis.MessageLevel.Info)
    assert messages._shown == iface.messageBar().items()


def test_only_our_messages_are_cleared(iface):
    show(iface, "One.", Qgis.MessageLevel.Warning)
    iface.messageBar().pushMessage("Another", "Of another plugin.", Qgis.MessageLevel.Warning, 0)
    show(iface, "Two.", Qgis.MessageLevel.Warning)
    clear(iface)
    deliver_deletions()
    assert iface.said() == [("Of another plugin.", 1)]


def test_options_are_opened_at_the_page(iface):
    open_options(iface)
    assert iface.opened == ["ScarpOptions"]
