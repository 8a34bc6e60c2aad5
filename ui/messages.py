"""Messages above the canvas, and the way to the options where something is missing."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QPushButton

OPTIONS_PAGE = "ScarpOptions"
"""Object name of Scarp's page in QGIS's options."""
TITLE = "Scarp"
MESSAGE = "ScarpMessage"
"""Object name of what is said above the canvas."""
_shown: list[QgsMessageBarItem] = []
"""QGIS holds messages by address only: one that Python has let go of crashes when its button is pressed."""


def show(
    iface: QgisInterface, text: str, level: Qgis.MessageLevel, button: str = "",
    action: Callable[[], None] | None = None,
) -> None:  # fmt: skip
    """Say something above the canvas.

    Args:
        iface: of QGIS.
        text: a sentence.
        level: how grave it is.
        button: what a button beside it says; empty for none.
        action: what the button does; the message goes then.
    """
    bar = iface.messageBar()
    item = bar.createMessage(TITLE, text)
    item.setObjectName(MESSAGE)
    item.setLevel(level)
    if button and action is not None:
        push = QPushButton(button, item)
        push.clicked.connect(lambda: (bar.popWidget(item), action()))
        item.layout().addWidget(push)
    else:
        # As QGIS's own: information goes by itself after a while, warnings and errors stay.
        item.setDuration(bar.defaultMessageTimeout(level))
    _shown[:] = [each for each in _shown if not sip.isdeleted(each)] + [item]
    bar.pushItem(item)


def clear(iface: QgisInterface) -> None:
    """Take back what is still said: its buttons would reach for a panel that is gone."""
    bar = iface.messageBar()
    for item in bar.findChildren(QgsMessageBarItem, MESSAGE):
        bar.popWidget(item)


def open_options(iface: QgisInterface) -> None:
    """Open Scarp's page of QGIS's options, and return when they are closed."""
    iface.showOptionsDialog(iface.mainWindow(), OPTIONS_PAGE)
