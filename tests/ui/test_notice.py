from __future__ import annotations

import pytest
from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget
from scarp.ui.notice import Notice

LEVEL = Qgis.MessageLevel


@pytest.fixture
def notice(qgis_app):
    window = QWidget()
    column, found = QVBoxLayout(window), Notice(window)
    column.addWidget(found)
    window.resize(300, 200)
    window.show()
    yield found
    window.close()
    window.deleteLater()


def test_it_is_hidden_without_a_text(notice):
    assert notice.isHidden()
    notice.say("Choose an image.", LEVEL.Info)
    assert notice.isVisible() and notice.label.text() == "Choose an image." and notice.button.isHidden()
    notice.say("", LEVEL.Info)
    assert notice.isHidden()


def test_each_level_has_its_icon(notice):
    icons = set()
    for level in (LEVEL.Info, LEVEL.Success, LEVEL.Warning, LEVEL.Critical):
        notice.say("Something.", level)
        icons.add(notice._icon.pixmap().toImage().cacheKey())
        assert not notice._icon.pixmap().isNull()
    assert len(icons) == 4


def test_its_button_does_what_was_said_last(notice):
    pressed = []
    notice.say("Packages are missing.", LEVEL.Warning, "Options…", lambda: pressed.append("options"))
    notice.say("A project is closed.", LEVEL.Info, "Add", lambda: pressed.append("add"))
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert (pressed, notice.button.text()) == (["add"], "Add")


def test_a_long_word_does_not_widen_the_panel_and_the_text_can_be_copied(notice):
    notice.say("x" * 500, LEVEL.Critical)
    assert notice.minimumSizeHint().width() < 300 and notice.label.toolTip() == "x" * 500
    assert notice.label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    notice.say("<b>a</b> < b", LEVEL.Info)
    assert notice.label.textFormat() == Qt.TextFormat.PlainText
