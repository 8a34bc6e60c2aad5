"""A chart of lines that is drawn while they grow, in the colours of the palette, light or dark."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QTextOption,
)
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ..engine.charts import COLOURS, MARKED_POINTS
from .axis import range_of, ticks

LINE, FINE_LINE, DOT = 1.8, 1.0, 2.4
"""Widths of lines and radius of points, in pixels before the screen's scaling."""
DASHES = (4.0, 2.5)
GRID, FAINT = 0.15, 0.45
"""Share of the text's colour in the grid's, and how opaque a faint line is."""
DARK_GROUND, DARK_LINE, BRIGHTER = 128, 110, 140
"""Lightness below which a ground and a line are dark, and per cent of its brightness that such a line has there."""
LINES_HIGH, CHARACTERS_WIDE = 9, 24
"""Size, in lines of text and in characters."""


@dataclass(frozen=True)
class Curve:
    """One line.

    Attributes:
        name: in the legend and beside its values.
        points: x and y, by ascending x; a y that is NaN leaves a gap.
        colour: its number among the colours.
        dashed: whether it is.
        faint: whether it is thin, without points, and has no values shown.
    """

    name: str
    points: Sequence[tuple[float, float]]
    colour: int = 0
    dashed: bool = False
    faint: bool = False


def colour_on(palette: QPalette, number: int) -> QColor:
    """Colour of a line by its number; a dark one is brighter on a dark ground."""
    colour = QColor(COLOURS[number % len(COLOURS)])
    is_dark = palette.color(QPalette.ColorRole.Base).lightness() < DARK_GROUND
    return colour.lighter(BRIGHTER) if is_dark and colour.lightness() < DARK_LINE else colour


class LineChart(QWidget):
    """Curves over a common axis of whole numbers, with a mark at one of them.

    The values at a place show when the pointer is there, or when the arrow keys have gone there.

    Args:
        title: of the chart; may be empty.
        x_name: what a place on the axis is called, such as "Epoch".
        parent: of the widget.

    Attributes:
        place: whose values are shown; nothing where none are.
    """

    def __init__(self, title: str, x_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._x_name = title, x_name
        self._curves: list[Curve] = []
        self._x_range, self._y_range = (0.0, 1.0), (0.0, 1.0)
        self._mark: float | None = None
        self._legend, self._nothing = True, ""
        self.place: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def say_nothing(self, text: str) -> None:
        """Say in the middle why there are no curves."""
        self._nothing = text
        self.update()

    def show_curves(
        self, curves: Sequence[Curve], x_range: tuple[float, float], y_range: tuple[float, float] | None = None,
        mark: float | None = None, legend: bool = True,
    ) -> None:  # fmt: skip
        """Draw other curves.

        Args:
            curves: may be none.
            x_range: that is shown.
            y_range: that is shown; nothing fits it to the curves.
            mark: place of a vertical line.
            legend: whether their names stand beside the title.
        """
        self._curves, self._x_range, self._mark, self._legend = list(curves), x_range, mark, legend
        self._y_range = y_range or range_of(y for curve in curves for _, y in curve.points)
        if self.place not in self.places():
            self.place = None
        self.update()

    def places(self) -> list[float]:
        """Where there are values, in order."""
        return sorted({x for curve in self._curves if not curve.faint for x, y in curve.points if math.isfinite(y)})

    def values_text(self, place: float) -> str:
        """The values at a place, a line for each curve."""
        best = QCoreApplication.translate("LineChart", "best") if place == self._mark else ""
        lines = [f"{self._x_name} {place:g}" + (f" ({best})" if best else "")]
        for curve in self._curves:
            found = [y for x, y in curve.points if x == place and math.isfinite(y)]
            if found and not curve.faint:
                lines.append(f"{curve.name}: {QLocale().toString(found[-1], 'f', 3)}")
        return "\n".join(lines)

    def position(self, x: float, y: float) -> QPointF:
        """Where a point of a curve lies in the widget."""
        area, (left, right), (low, high) = self._area(), self._x_range, self._y_range
        return QPointF(
            area.left() + (x - left) / ((right - left) or 1.0) * area.width(),
            area.bottom() - (y - low) / ((high - low) or 1.0) * area.height(),
        )

    def sizeHint(self) -> QSize:
        """So many lines high."""
        metrics = self.fontMetrics()
        return QSize(CHARACTERS_WIDE * metrics.averageCharWidth(), LINES_HIGH * metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """No smaller than that."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent | None) -> None:
        """Fit another font or palette."""
        super().changeEvent(event)
        self.updateGeometry()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Show the values that are nearest."""
        if event is None:
            return
        places = self.places()
        at = event.pos()
        nearest = min(places, key=lambda x: abs(self.position(x, 0.0).x() - at.x())) if places else None
        self._go(nearest, at)

    def leaveEvent(self, event: QEvent | None) -> None:
        """Show no values."""
        super().leaveEvent(event)
        self._go(None, QPoint())

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Go from place to place."""
        if event is None:
            return
        places, key = self.places(), event.key()
        now = places.index(self.place) if self.place in places else -1
        after = {
            Qt.Key.Key_Left: max(0, now - 1), Qt.Key.Key_Right: min(len(places) - 1, now + 1),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(places) - 1,
        }.get(key)  # fmt: skip
        if after is None or not places:
            super().keyPressEvent(event)
            return
        there = self.position(places[after], self._y_range[1])
        self._go(places[after], QPoint(int(there.x()), int(there.y())))

    def _go(self, place: float | None, at: QPoint) -> None:
        self.place = place
        text = "" if place is None else self.values_text(place)
        self.setAccessibleDescription(text)
        if text:
            QToolTip.showText(self.mapToGlobal(at), text, self)
        else:
            QToolTip.hideText()
        self.update()

    def _y_ticks(self) -> list[float]:
        return ticks(*self._y_range, 5)

    def _number(self, value: float) -> str:
        """A number at the axis, with as many decimals as all need."""
        numbers = self._y_ticks()
        step = numbers[1] - numbers[0] if len(numbers) > 1 else 1.0
        return QLocale().toString(value, "f", max(0, -math.floor(math.log10(step) + 1e-9)))

    def _area(self) -> QRectF:
        """Where curves are drawn."""
        metrics = self.fontMetrics()
        numbers = max((metrics.horizontalAdvance(self._number(value)) for value in self._y_ticks()), default=0)
        left, gap = numbers + metrics.averageCharWidth(), metrics.averageCharWidth()
        top = metrics.lineSpacing() * (1.3 if self._title or self._legend else 0.6)
        below = metrics.lineSpacing() * 1.2
        return QRectF(left, top, max(1.0, self.width() - left - gap), max(1.0, self.height() - top - below))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, area = self.palette().color(QPalette.ColorRole.WindowText), self._area()
        painter.fillRect(area, self.palette().color(QPalette.ColorRole.Base))
        self._draw_axes(painter, area, ink)
        if not self._curves:
            painter.setPen(ink)
            painter.drawText(area, self._nothing, QTextOption(Qt.AlignmentFlag.AlignCenter))
        painter.setClipRect(area.adjusted(-DOT, -DOT, DOT, DOT))
        if self._mark is not None:
            painter.setPen(QPen(ink, FINE_LINE, Qt.PenStyle.DashLine))
            x = self.position(self._mark, 0.0).x()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for curve in sorted(self._curves, key=lambda each: not each.faint):
            self._draw_curve(painter, curve)
        if self.place is not None:
            self._draw_place(painter, area, ink)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)

    def _draw_axes(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        metrics, grid = self.fontMetrics(), QColor(ink)
        grid.setAlphaF(GRID)
        high, wide = metrics.lineSpacing(), metrics.averageCharWidth()
        beside = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        beside.setWrapMode(QTextOption.WrapMode.NoWrap)
        for value in self._y_ticks():
            y = self.position(0.0, value).y()
            painter.setPen(QPen(grid, FINE_LINE))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(ink)
            box = QRectF(0, y - high / 2, area.left() - wide / 2, high)
            painter.drawText(box, self._number(value), beside)
        last = area.right() + wide
        for value in reversed(ticks(*self._x_range, 8, whole=True)):
            x, text = self.position(value, 0.0).x(), f"{value:g}"
            width = metrics.horizontalAdvance(text)
            left = min(x - width / 2, self.width() - width)
            if left + width > last:
                continue
            last = left - wide
            painter.drawText(QPointF(left, area.bottom() + metrics.ascent() + high * 0.15), text)
        painter.setPen(ink)
        painter.drawText(QPointF(0, metrics.ascent()), self._title)
        if self._legend:
            self._draw_legend(painter, ink)

    def _draw_legend(self, painter: QPainter, ink: QColor) -> None:
        """Names of the curves, from the right end of the title's line."""
        metrics = self.fontMetrics()
        wide, right = metrics.averageCharWidth(), float(self.width() - metrics.averageCharWidth())
        for curve in reversed([each for each in self._curves if not each.faint]):
            right -= metrics.horizontalAdvance(curve.name)
            painter.setPen(ink)
            painter.drawText(QPointF(right, metrics.ascent()), curve.name)
            y = metrics.ascent() - metrics.xHeight() / 2
            painter.setPen(self._pen(curve))
            painter.drawLine(QPointF(right - 4 * wide, y), QPointF(right - wide / 2, y))
            right -= 5.5 * wide

    def _pen(self, curve: Curve) -> QPen:
        colour = colour_on(self.palette(), curve.colour)
        if curve.faint:
            colour.setAlphaF(FAINT)
        pen = QPen(colour, FINE_LINE if curve.faint else LINE)
        if curve.dashed:
            pen.setDashPattern(list(DASHES))
        return pen

    def _draw_curve(self, painter: QPainter, curve: Curve) -> None:
        painter.setPen(self._pen(curve))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        part: list[QPointF] = []
        for x, y in [*curve.points, (math.nan, math.nan)]:
            if math.isfinite(y):
                part.append(self.position(x, y))
            else:
                painter.drawPolyline(QPolygonF(part))
                part = []
        points = [(x, y) for x, y in curve.points if math.isfinite(y)]
        if not curve.faint and len(points) <= MARKED_POINTS:
            painter.setBrush(colour_on(self.palette(), curve.colour))
            painter.setPen(Qt.PenStyle.NoPen)
            for x, y in points:
                painter.drawEllipse(self.position(x, y), DOT, DOT)

    def _draw_place(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """A line where values are shown, and their points."""
        place = self.place
        if place is None:
            return
        x = self.position(place, 0.0).x()
        painter.setPen(QPen(ink, FINE_LINE))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for curve in self._curves:
            if not curve.faint:
                painter.setBrush(colour_on(self.palette(), curve.colour))
                for at, y in curve.points:
                    if at == place and math.isfinite(y):
                        painter.drawEllipse(self.position(at, y), 1.6 * DOT, 1.6 * DOT)
