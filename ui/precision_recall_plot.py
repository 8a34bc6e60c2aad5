"""Precision and recall at every threshold, with the current one, against a reference."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..engine.probability import BINS
from ..engine.scores import PixelCounts
from ..engine.sweep import Histograms
from .threshold_renderer import LANDSLIDE

LINES = 10
"""Height, in lines of text."""
TICKS = (0.0, 0.5, 1.0)


class PrecisionRecallPlot(QWidget):
    """A curve of precision over recall; the current threshold is a full point on it, the one with the best F1 a ring.

    Attributes:
        picked: a point of the curve was clicked or dragged to; with its threshold in per cent.
    """

    picked = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[PixelCounts] = []
        self._best: int | None = None
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_histograms(self, histograms: Histograms | None) -> None:
        """Show the curve of another layer or reference; nothing where there is none, or no landslide is known."""
        best = histograms.best if histograms is not None else None
        self._counts, self._best = [], None
        if histograms is not None and best is not None:
            found = (histograms.counts_at(percent / 100) for percent in range(BINS))
            self._counts = [counts for counts in found if counts is not None]
            self._best = round(100 * best[0])
        self.update()

    def set_current(self, percent: int) -> None:
        """Mark another threshold."""
        self._current = percent
        self.update()

    def counts(self) -> PixelCounts | None:
        """Counts at the current threshold; nothing where there is no curve."""
        return self._counts[self._current] if self._counts else None

    def sizeHint(self) -> QSize:
        """Lower than wide."""
        return QSize(200, LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """As high as it is, but narrow."""
        return QSize(120, self.sizeHint().height())

    def _frame(self) -> QRectF:
        """Where the curve is drawn, between the scales."""
        metrics = self.fontMetrics()
        left, below = metrics.height() + metrics.horizontalAdvance(" 0.5 "), 2.2 * metrics.height()
        above, right = metrics.height() / 2, metrics.horizontalAdvance("0.5")
        return QRectF(self.rect()).adjusted(left, above, -right, -below)

    def point_of(self, percent: int) -> QPointF | None:
        """Where a threshold is on the widget; nothing where there is no precision, since nothing lies above it."""
        counts = self._counts[percent] if self._counts else None
        if counts is None or math.isnan(counts.precision) or math.isnan(counts.recall):
            return None
        return self._place(counts.recall, counts.precision)

    def _place(self, recall: float, precision: float) -> QPointF:
        frame = self._frame()
        return QPointF(frame.left() + recall * frame.width(), frame.bottom() - precision * frame.height())

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the scales, the curve and its points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, frame = self.palette(), self._frame()
        text = palette.color(QPalette.ColorRole.WindowText)
        painter.fillRect(frame, palette.color(QPalette.ColorRole.Base))
        self._draw_scales(painter, frame, text)
        points = [point for point in map(self.point_of, range(BINS)) if point is not None]
        painter.setPen(QPen(text, 1.5))
        painter.drawPolyline(QPolygonF(points))
        radius = self.fontMetrics().height() / 4
        best = self.point_of(self._best) if self._best is not None else None
        if best is not None:
            painter.setPen(QPen(text, 1.5))
            painter.drawEllipse(best, 1.6 * radius, 1.6 * radius)
        current = self.point_of(self._current)
        if current is not None:
            landslide = QColor(LANDSLIDE)
            landslide.setAlpha(255)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1))
            painter.setBrush(landslide)
            painter.drawEllipse(current, radius, radius)
        painter.end()

    def _draw_scales(self, painter: QPainter, frame: QRectF, text: QColor) -> None:
        faint, height = QColor(text), self.fontMetrics().height()
        faint.setAlphaF(0.25)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        for tick in TICKS:
            at = self._place(tick, tick)
            painter.setPen(QPen(faint, 1))
            painter.drawLine(QPointF(frame.left(), at.y()), QPointF(frame.right(), at.y()))
            painter.drawLine(QPointF(at.x(), frame.top()), QPointF(at.x(), frame.bottom()))
            painter.setPen(text)
            painter.drawText(QRectF(at.x() - 2 * height, frame.bottom(), 4 * height, height), centre, f"{tick:g}")
            aside = frame.left() - height
            painter.drawText(
                QRectF(height, at.y() - height / 2, aside, height),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{tick:g} ",
            )  # fmt: skip
        recall = QCoreApplication.translate("PrecisionRecallPlot", "Recall")
        painter.drawText(QRectF(frame.left(), self.height() - 1.1 * height, frame.width(), height), centre, recall)
        painter.save()
        painter.rotate(-90)
        precision = QCoreApplication.translate("PrecisionRecallPlot", "Precision")
        painter.drawText(QRectF(-frame.bottom(), 0, frame.height(), height), centre, precision)
        painter.restore()

    def percent_at(self, place: QPointF) -> int | None:
        """The threshold whose point is next to a place; nothing where there is no curve."""
        points = [(percent, self.point_of(percent)) for percent in range(BINS)]
        away = [(math.hypot(point.x() - place.x(), point.y() - place.y()), percent) for percent, point in points
                if point is not None]  # fmt: skip
        return min(away)[1] if away else None

    def _pick(self, event: QMouseEvent) -> None:
        percent = self.percent_at(QPointF(event.pos()))
        if percent is not None:
            self.picked.emit(percent)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Move the threshold to the point of the curve that is next."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pick(event)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag the threshold along the curve."""
        if event is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._pick(event)
