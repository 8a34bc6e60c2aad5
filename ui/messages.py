"""Messages above the canvas, and the way to the options where something is missing."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QPushButton

OPTIONS_PAGE = "ScarpOptions"
"""Object name of Scarp's page in QGIS's options."""
TITLE = "Scarp"


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
        action: what the button does.
    """
    bar = iface.messageBar()
    item = bar.createMessage(TITLE, text)
    if button and action is not None:
        push = QPushButton(button, item)
        push.clicked.connect(lambda: action())
        item.layout().addWidget(push)
    bar.pushWidget(item, level)


def open_options(iface: QgisInterface) -> None:
    """Open Scarp's page of QGIS's options."""
    iface.showOptionsDialog(iface.mainWindow(), OPTIONS_PAGE)
