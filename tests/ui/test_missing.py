from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from qgis.core import Qgis, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from scarp.ui import missing
from scarp.ui.missing import TOLD, warn_if_missing

pytest_plugins = ["scarp.tests.ui.options_ground"]

SENTENCE = "Scarp needs the package onnxruntime to extract landslides; the options install it."


@pytest.fixture
def go() -> Event:
    """Set when looking may go on."""
    event = Event()
    event.set()
    return event


@pytest.fixture
def start(profile: Any, iface: Any, go: Event, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bool], Any]]:
    """Starts Scarp where the package is there or not: ``start(is_there)`` -> what looks."""
    looking = []
    real = importlib.util.find_spec

    def begin(is_there: bool) -> Any:
        def find(name: str, *rest: Any) -> Any:
            if name != "onnxruntime":
                return real(name, *rest)
            go.wait(10)
            return sys if is_there else None

        monkeypatch.setattr(missing.importlib.util, "find_spec", find)
        looking.append(warn_if_missing(iface))
        return looking[-1]

    yield begin
    for warning in looking:
        warning.close()


def test_told_with_the_way_to_the_options(start, iface, wait):
    warning = start(False)
    assert iface.said() == ""  # QGIS starts first
    wait(lambda: warning.has_looked)
    assert SENTENCE in iface.said()
    assert iface.bar.currentItem().level() == Qgis.MessageLevel.Warning
    QTest.mouseClick(iface.bar.currentItem().findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert iface.opened == ["ScarpOptions"]


def test_not_told_again_until_it_was_there(start, iface, wait):
    for is_there, is_told in ((False, True), (False, False), (True, False), (False, True)):
        iface.bar.clearWidgets()
        warning = start(is_there)
        wait(lambda warning=warning: warning.has_looked)
        assert (SENTENCE in iface.said()) is is_told


def test_told_again_for_another_python(start, iface, wait):
    QgsSettings().setValue(TOLD, "onnxruntime for Python 3.9.0")
    warning = start(False)
    wait(lambda: warning.has_looked)
    assert SENTENCE in iface.said()
    assert QgsSettings().value(TOLD) == f"onnxruntime for Python {sys.version_info.major}.{sys.version_info.minor}"


def test_nothing_is_missing(start, iface, wait):
    warning = start(True)
    wait(lambda: warning.has_looked)
    assert iface.said() == ""
    assert QgsSettings().value(TOLD, "") == ""


def test_unloaded_before_it_has_looked(start, iface, go):
    go.clear()
    at_once, later = start(False), start(False)
    at_once.close()
    QTest.qWait(50)  # the other one looks
    later.close()
    later._tell(False)  # it had looked, and was about to tell
    go.set()
    QTest.qWait(100)
    assert iface.said() == ""
    assert not QgsSettings().value(TOLD, "")
