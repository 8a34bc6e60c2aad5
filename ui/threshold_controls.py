"""The threshold: histogram, slider and spin box, and what lies at or above it."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QCoreApplication, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..engine.probability import BINS
from ..engine.scores import PixelCounts
from .histogram_plot import HistogramPlot, Mark, ThresholdSlider
from .precision_recall_plot import PrecisionRecallPlot
from .threshold_statistics import ThresholdStatistics

DEFAULT = 50
"""Threshold in per cent where nothing is known of the layer."""
M2_OF_HA, M2_OF_KM2 = 1e4, 1e6


class ThresholdControls(QWidget):
    """Moves the threshold, and says what it gives.

    Args:
        parent: of the widget.

    Attributes:
        moved: the analyst has moved the threshold, or taken hold of the slider; in per cent.
        plot: the histogram.
        slider: under it.
        spin: the threshold as a number.
        scale: of the counts.
        amount: what lies at or above the threshold.
        curve: precision over recall; hidden without a reference.
        scores: at the threshold; hidden without a reference.
    """

    moved = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statistics: ThresholdStatistics | None = None
        self._is_quiet = False
        self._build()
        self.set_percent(DEFAULT)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderPressed.connect(self._tell)
        self.spin.valueChanged.connect(self._typed)
        self.plot.picked.connect(self.move_to)
        self.curve.picked.connect(self.move_to)
        self.scale.currentIndexChanged.connect(self._scale)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("ThresholdControls", text)

    def _build(self) -> None:
        self.slider = ThresholdSlider(self)
        self.slider.setAccessibleName(self.tr("Threshold"))
        self.slider.setToolTip(
            self.tr("Arrows move it by 0.01, page up and page down by 0.10, home and end to 0 and 1.")
        )
        self.plot = HistogramPlot(self.slider, self)
        self.spin = QDoubleSpinBox(self)
        self.spin.setRange(0.0, 1.0)
        self.spin.setSingleStep(0.01)
        self.spin.setDecimals(2)
        self.spin.setKeyboardTracking(False)  # or 0.29 would be 0, 0.2 and 0.29
        self.spin.setToolTip(self.tr("A pixel is landslide where its probability is the threshold or more."))
        self.scale = QComboBox(self)
        self.scale.addItem(self.tr("Log"), True)
        self.scale.addItem(self.tr("Sqrt"), False)
        self.scale.setToolTip(self.tr("Height of the bars: logarithm or square root of the number of pixels."))
        label = QLabel(self.tr("Threshold"), self)
        label.setBuddy(self.spin)
        self.amount, self.scores = QLabel(self), QLabel(self)
        for each in (self.amount, self.scores):
            each.setWordWrap(True)
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.amount.setToolTip(
            self.tr("What is at or above the threshold, its share of all valid pixels, and its ellipsoidal area.")
        )
        self.curve = PrecisionRecallPlot(self)
        self.curve.setToolTip(
            self.tr("Precision and recall of the pixels against the reference at every threshold: the point is the "
                    "current one, the ring the one with the best F1. Click to move the threshold there.")
        )  # fmt: skip
        self.curve.hide()
        self.scores.hide()
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(self.plot)
        pair.addWidget(self.slider)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.spin)
        row.addStretch(1)
        row.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(pair)
        column.addLayout(row)
        for widget in (self.amount, self.curve, self.scores):
            column.addWidget(widget)

    @property
    def percent(self) -> int:
        """The threshold, 0 to 100."""
        return int(self.slider.value())

    def set_percent(self, percent: int) -> None:
        """Set the threshold without having it drawn."""
        self._is_quiet = True
        self.slider.setValue(percent)
        self.spin.setValue(percent / 100)
        self._is_quiet = False
        self._refresh()

    def move_to(self, percent: int) -> None:
        """Move the threshold as the analyst does."""
        self.set_percent(percent)
        self._tell()

    def show_statistics(self, statistics: ThresholdStatistics | None) -> None:
        """Show what another layer holds; nothing where it is not known yet."""
        self._statistics = statistics
        self.plot.show_counts(None if statistics is None else statistics.histograms.valid, self._marks())
        histograms = statistics.histograms if statistics is not None else None
        self.curve.show_histograms(histograms)
        has_curve = histograms is not None and histograms.best is not None
        self.curve.setVisible(has_curve)
        self.scores.setVisible(has_curve)
        self._refresh()

    def _marks(self) -> list[Mark]:
        """Thresholds worth trying."""
        found = self._statistics
        if found is None:
            return []
        known = (
            (found.otsu, self.tr("Otsu"), self.tr("Otsu's threshold, which parts the probabilities best in two")),
            (found.recommended, self.tr("Model"), self.tr("Threshold that the model recommends")),
            (found.best, self.tr("Best F1"), self.tr("Threshold that agrees best with the reference")),
        )
        return [Mark(percent, name, meaning) for percent, name, meaning in known if percent is not None]

    def _slid(self, percent: int) -> None:
        if not self._is_quiet:
            self.move_to(percent)

    def _typed(self, threshold: float) -> None:
        if not self._is_quiet:
            self.move_to(min(max(round(100 * threshold), 0), BINS - 1))

    def _tell(self) -> None:
        self.moved.emit(self.percent)

    def _scale(self) -> None:
        self.plot.set_logarithmic(self.scale.currentData())

    def _refresh(self) -> None:
        """Say what lies at or above the threshold."""
        self.curve.set_current(self.percent)
        self.amount.setText("" if self._statistics is None else self._amount(self._statistics))
        self.amount.setVisible(self._statistics is not None)
        counts = self.curve.counts()
        self.scores.setText("" if counts is None else self._scores(counts))

    def _amount(self, found: ThresholdStatistics) -> str:
        locale, pixels, area_m2 = QLocale(), found.pixels(self.percent), found.area_m2(self.percent)
        share = 100.0 * pixels / max(found.pixels(0), 1)
        counted = self.tr("{pixels} pixels ({share} %)").format(
            pixels=locale.toString(pixels), share=locale.toString(share, "f", 2)
        )
        if area_m2 is None:
            return counted + "\n" + self.tr("The area is not known: the layer has no valid coordinate system.")
        area = self.tr("{ha} ha = {km2} km²").format(
            ha=locale.toString(area_m2 / M2_OF_HA, "f", 2), km2=locale.toString(area_m2 / M2_OF_KM2, "f", 4)
        )
        return f"{counted}\n{area}"

    def _scores(self, counts: PixelCounts) -> str:
        def score(value: float) -> str:
            return "–" if math.isnan(value) else QLocale().toString(value, "f", 3)

        return self.tr("Precision {precision}, recall {recall}, F1 {f1}, IoU {iou}").format(
            precision=score(counts.precision), recall=score(counts.recall), f1=score(counts.f1), iou=score(counts.iou)
        )
