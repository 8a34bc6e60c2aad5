"""A sentence in a step: what is missing, what went wrong, or what came out."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QStyle, QWidget

ICONS = {
    Qgis.MessageLevel.Info: QStyle.StandardPixmap.SP_MessageBoxInformation,
    Qgis.MessageLevel.Success: QStyle.StandardPixmap.SP_DialogApplyButton,
    Qgis.MessageLevel.Warning: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Qgis.MessageLevel.Critical: QStyle.StandardPixmap.SP_MessageBoxCritical,
}


class Notice(QWidget):
    """An icon, a text that can be copied, and a button where there is something to do; hidden without a text.

    Args:
        parent: of the widget.

    Attributes:
        label: with the text.
        button: under it; hidden unless it is asked for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self._icon = QLabel(self)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A path without a blank cannot be wrapped, and is not to widen the panel.
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._act)
        self._action: Callable[[], None] | None = None
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.label, 0, 1)
        grid.addWidget(self.button, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.say("", Qgis.MessageLevel.Info)

    def say(
        self, text: str, level: Qgis.MessageLevel, button: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show a text.

        Args:
            text: a sentence; empty hides it all.
            level: how grave it is.
            button: what the button says; empty for none.
            action: what the button does.
        """
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        self._icon.setPixmap(self.style().standardIcon(ICONS[level]).pixmap(size, size))
        self.label.setText(text)
        self.label.setToolTip(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._action = action
        self.setVisible(bool(text))

    def _act(self) -> None:
        if self._action is not None:
            self._action()
