"""The histogram of a probability layer, with the slider that moves the threshold under it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from qgis.PyQt.QtWidgets import QSizePolicy, QSlider, QStyle, QStyleOptionSlider, QToolTip, QWidget

from ..engine.probability import BINS
from .threshold_renderer import LANDSLIDE

ROWS = 7
"""Height of the bars, in lines of text."""
SMALLEST = 1.5
"""Height in pixels of the bar of a value that few pixels have, so that it is seen."""


@dataclass(frozen=True)
class Mark:
    """A threshold worth trying.

    Attributes:
        percent: 0 to 100.
        name: short.
        meaning: what it is.
    """

    percent: int
    name: str
    meaning: str


class ThresholdSlider(QSlider):
    """A slider of 0 to 100 per cent; arrows move it by 1, page up and down by 10."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, BINS - 1)
        self.setSingleStep(1)
        self.setPageStep(10)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.setTickInterval(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def centre(self, percent: int) -> float:
        """Where the middle of the handle is at a value, in pixels from the slider's left."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        option.sliderPosition = option.sliderValue = percent
        part = QStyle.SubControl.SC_SliderHandle
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
        return handle.x() + handle.width() / 2

    def wheelEvent(self, event: QWheelEvent | None) -> None:
        """Leave the wheel to the panel, which scrolls, until the slider is being used."""
        if event is not None and not self.hasFocus():
            event.ignore()
        else:
            super().wheelEvent(event)


class HistogramPlot(QWidget):
    """Bars of how many pixels have which probability; those at or above the threshold in the colour of landslides.

    Args:
        slider: that lies under it; the bars stand above the places of its handle.
        parent: of the widget.

    Attributes:
        picked: a threshold was clicked or dragged to, in per cent.
    """

    picked = pyqtSignal(int)

    def __init__(self, slider: ThresholdSlider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = slider
        self._counts: NDArray[np.int64] | None = None
        self._marks: tuple[Mark, ...] = ()
        self._message, self._is_logarithmic, self._drags = "", True, False
        self.setFocusProxy(slider)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        slider.valueChanged.connect(self.update)

    def show_counts(self, counts: NDArray[np.int64] | None, marks: Sequence[Mark] = ()) -> None:
        """Show other pixels.

        Args:
            counts: shape (101,), pixels of probability 0.00, 0.01, ... 1.00; nothing while they are not known.
            marks: thresholds worth trying.
        """
        self._counts, self._marks = counts, tuple(sorted(marks, key=lambda mark: mark.percent))
        if counts is not None:
            self._message = ""
        self.updateGeometry()
        self.update()

    def say(self, message: str) -> None:
        """Say something where the bars would be."""
        self._message = message
        self.update()

    def set_logarithmic(self, is_logarithmic: bool) -> None:
        """Let the bars be as high as the logarithm of the counts, or as their square root."""
        self._is_logarithmic = is_logarithmic
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Thresholds worth trying, by rising value."""
        return self._marks

    def sizeHint(self) -> QSize:
        """Room for the bars and the names of the marks."""
        return QSize(200, ROWS * self.fontMetrics().height() + math.ceil(self._top()))

    def minimumSizeHint(self) -> QSize:
        """As high as it is, but narrow."""
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Make room for the names of the marks, which may need more lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def x_of(self, percent: float) -> float:
        """Where a threshold is, in pixels from the left."""
        low, step = self._scale()
        return low + step * percent

    def _scale(self) -> tuple[float, float]:
        """Where 0 is, in pixels from the left, and how far it is from one per cent to the next."""
        low, high = self._slider.centre(0), self._slider.centre(BINS - 1)
        offset = self.mapFromGlobal(self._slider.mapToGlobal(QPoint(0, 0))).x()
        return offset + low, (high - low) / (BINS - 1)

    def percent_at(self, x: float) -> int:
        """The threshold at a place, in per cent."""
        low, step = self._scale()
        return round(min(max((x - low) / max(step, 0.01), 0.0), BINS - 1.0))

    def _top(self) -> float:
        """Where the bars' frame begins, below the names of the marks."""
        return 2.0 + self.fontMetrics().height() * (max(self._label_rows(), default=-1) + 1)

    def label_rects(self) -> list[QRectF]:
        """Where the names of the marks are written, in their order; none over another."""
        height = self.fontMetrics().height()
        places = zip(self._label_rows(), self._label_spans())
        return [QRectF(left, row * height, width, height) for row, (left, width) in places]

    def _label_spans(self) -> list[tuple[float, float]]:
        """Left edge and width of each mark's name: right of its line, but within the widget."""
        spans = []
        for mark in self._marks:
            width = self.fontMetrics().horizontalAdvance(f" {mark.name} ")
            spans.append((min(self.x_of(mark.percent), max(self.width() - width, 0.0)), width))
        return spans

    def _label_rows(self) -> list[int]:
        """In which line each mark's name is written: so that its mark, which goes on below, crosses no other name."""
        placed: list[tuple[int, float]] = []
        for left, width in self._label_spans():
            row = max((row + 1 for row, end in placed if end > left), default=0)
            placed.append((row, left + width))
        return [row for row, _ in placed]

    def heights(self) -> NDArray[np.float64]:
        """How high each bar is, as a share of the highest; shape (101,)."""
        if self._counts is None or not self._counts.any():
            return np.zeros(BINS)
        scaled = np.log1p(self._counts) if self._is_logarithmic else np.sqrt(self._counts)
        shares: NDArray[np.float64] = scaled / scaled.max()
        return shares

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the bars, the threshold and the marks."""
        painter = QPainter(self)
        palette, text = self.palette(), self.palette().color(QPalette.ColorRole.WindowText)
        faint = QColor(text)
        faint.setAlphaF(0.35)
        top, bottom = self._top(), self.height() - 1.0
        left, right = self.x_of(-0.5), self.x_of(BINS - 0.5)
        painter.fillRect(QRectF(left, top, right - left, bottom - top), palette.color(QPalette.ColorRole.Base))
        landslide = QColor(LANDSLIDE)
        landslide.setAlpha(255)
        threshold, (low, step) = self._slider.value(), self._scale()
        for percent, share in enumerate(self.heights().tolist()):
            if share > 0:
                height = max(share * (bottom - top - 2), SMALLEST)
                bar = QRectF(low + step * (percent - 0.5), bottom - height, step, height)
                painter.fillRect(bar, landslide if percent >= threshold else faint)
        painter.setPen(QPen(faint, 1))
        painter.drawRect(QRectF(left, top, right - left, bottom - top))
        if self._message or self._counts is None:
            painter.setPen(text)
            box = QRectF(left, top, right - left, bottom - top).adjusted(4, 4, -4, -4)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._message)
        painter.setPen(QPen(text, 1, Qt.PenStyle.DotLine))
        for mark, rect in zip(self._marks, self.label_rects()):
            painter.drawLine(QPointF(self.x_of(mark.percent), rect.top()), QPointF(self.x_of(mark.percent), bottom))
        painter.setPen(text)
        for mark, rect in zip(self._marks, self.label_rects()):
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), mark.name)
        painter.setPen(QPen(text, 2))
        x = self.x_of(self._slider.value() - 0.5)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.end()

    def _mark_at(self, place: QPointF) -> Mark | None:
        for mark, rect in zip(self._marks, self.label_rects()):
            if rect.contains(place):
                return mark
        return None

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Move the threshold to a mark or to where it is clicked."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            place = QPointF(event.pos())
            mark = self._mark_at(place)
            self._drags = mark is None
            self.picked.emit(mark.percent if mark is not None else self.percent_at(place.x()))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Drag the threshold along."""
        if event is not None and self._drags and event.buttons() & Qt.MouseButton.LeftButton:
            self.picked.emit(self.percent_at(event.pos().x()))

    def event(self, event: QEvent | None) -> bool:
        """Explain what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.explained(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def explained(self, place: QPointF) -> str:
        """What is at a place, for people."""
        mark = self._mark_at(place)
        if mark is not None:
            return f"{mark.meaning}: {mark.percent / 100:.2f}"
        if self._counts is None:
            return ""
        percent = self.percent_at(place.x())
        text = QCoreApplication.translate(
            "HistogramPlot", "Probability {probability}: {pixels} pixels\nAt or above it: {above} pixels"
        )
        locale = QLocale()
        return text.format(
            probability=f"{percent / 100:.2f}", pixels=locale.toString(int(self._counts[percent])),
            above=locale.toString(int(self._counts[percent:].sum())),
        )  # fmt: skip
