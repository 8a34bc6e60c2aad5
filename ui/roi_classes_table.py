"""The classes of ROIs: which one is drawn, and how many ROIs there are of each and how large."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QRadioButton, QStyle, QWidget

from ..engine.contract import LANDSLIDE
from ..engine.label_raster import BACKGROUND
from ..engine.roi_classes import HARD_NEGATIVE
from .roi_layer import CLASSES, COLOURS, FILL_ALPHA, titles
from .roi_summary import Summary

M2_IN_HA, M2_IN_KM2 = 1e4, 1e6
FEW_HA = 1.0
MANY_HA = 1e4


def area_text(area_m2: float) -> str:
    """An area with its unit, for people: m² below a hectare, km² from 10,000 of them."""
    locale = QLocale()
    if area_m2 < FEW_HA * M2_IN_HA:
        return f"{locale.toString(area_m2, 'f', 0)} m²"
    if area_m2 < MANY_HA * M2_IN_HA:
        return f"{locale.toString(area_m2 / M2_IN_HA, 'f', 2)} ha"
    return f"{locale.toString(area_m2 / M2_IN_KM2, 'f', 1)} km²"


class RoiClassesTable(QWidget):
    """A row for each class; those that are drawn on purpose have a button.

    Args:
        parent: of the widget.

    Attributes:
        chosen: another class is to be drawn; with its value.
        buttons: by class.
    """

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.buttons: dict[str, QRadioButton] = {}
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []
        short = {HARD_NEGATIVE: self.tr("Rejected")}
        meanings = {
            LANDSLIDE: self.tr("Draw landslides, with scarp and runout."),
            BACKGROUND: self.tr("Draw ground that is no landslide: forest, fields, roads, water, bare ground."),
            HARD_NEGATIVE: self.tr("Draw background that a model took for a landslide; a review puts it here too."),
        }
        for number, value in enumerate(CLASSES):
            button = QRadioButton(f"{short.get(value, titles()[value])} ({number + 1})", self)
            button.setIcon(self._swatch(*COLOURS[value]))
            button.setToolTip(f"{meanings[value]} {self.tr('Key: {}').format(number + 1)}")
            button.setChecked(value == LANDSLIDE)
            button.clicked.connect(partial(self._choose, value))
            self.buttons[value] = button
            self._grid.addWidget(button, number, 0)
            self._add_row(number)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("RoiClassesTable", text)

    def _swatch(self, red: int, green: int, blue: int) -> QIcon:
        """How the class looks on the canvas."""
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        picture = QPixmap(side, side)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        painter.setPen(QColor(red, green, blue))
        painter.setBrush(QColor(red, green, blue, FILL_ALPHA))
        painter.drawRect(2, 2, side - 5, side - 5)
        painter.end()
        return QIcon(picture)

    def _add_row(self, number: int) -> None:
        name, count, area = QLabel(self), QLabel(self), QLabel(self)
        for column, label in ((1, count), (2, area)):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, number, column)
        if number >= len(CLASSES):
            name.setTextFormat(Qt.TextFormat.PlainText)
            self._grid.addWidget(name, number, 0)
        self._rows.append((name, count, area))

    def _choose(self, value: str, *_: object) -> None:
        self.chosen.emit(value)

    def choose(self, value: str) -> None:
        """Show that a class is drawn."""
        self.buttons[value].setChecked(True)

    def show_summary(self, summary: Summary, has_class_field: bool) -> None:
        """Show other counts and areas.

        Args:
            summary: of the ROIs.
            has_class_field: whether classes can be told apart; all are landslides otherwise.
        """
        for value, button in self.buttons.items():
            button.setEnabled(has_class_field or value == LANDSLIDE)
        others = sorted(set(summary.counts) - set(CLASSES), key=str.casefold)
        while len(self._rows) < len(CLASSES) + len(others):
            self._add_row(len(self._rows))
        for number, (name, count, area) in enumerate(self._rows):
            kind = (*CLASSES, *others)[number] if number < len(CLASSES) + len(others) else ""
            name.setText(kind if number >= len(CLASSES) else "")
            count.setText(QLocale().toString(summary.counts[kind]) if kind else "")
            area.setText(area_text(summary.areas_m2.get(kind, 0.0)) if kind else "")
            for label in (name, count, area) if number >= len(CLASSES) else ():
                label.setVisible(bool(kind))

    def row(self, value: str) -> tuple[str, str]:
        """Count and area that are shown of a class, one of those that have a button."""
        _, count, area = self._rows[CLASSES.index(value)]
        return count.text(), area.text()
