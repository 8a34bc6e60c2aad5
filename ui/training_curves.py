"""How a training goes: curves of its loss and scores that grow with its log."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QCheckBox, QGridLayout, QLabel, QStyle, QVBoxLayout, QWidget

from .curves import Curve, LineChart, colour_on
from .log_tail import LogTail

LOG, STEPS = "log.jsonl", "steps.jsonl"
"""Files in a training's folder: an entry for each epoch, and for each step that was told of since."""
LOOK_MS = 500
"""How often it is looked whether there is more."""
MOST_STEPS = 300
"""Points of the running loss that are drawn, at most."""
TRAINING, VALIDATION = "training", "validation"
SCORES = {"accuracy": 5, "precision": 1, "recall": 2, "f1": 0, "ap50": 4}
"""Colours of the scores by their names in the log."""
COLUMNS = 2
Entry = dict[str, Any]


class TrainingCurves(QWidget):
    """Follows the log of one training.

    Args:
        parent: of the widget.

    Attributes:
        loss, scores: the charts.
        shown: a box for each score, checked where its curves are shown.
        headline: where the training is, in a line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = self._steps = LogTail(Path())
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.loss = LineChart(self.tr("Loss"), self.tr("Epoch"), self)
        self.scores = LineChart(self.tr("Scores"), self.tr("Epoch"), self)
        self.loss.say_nothing(self.tr("The first epoch is not finished yet."))
        titles = {
            "accuracy": self.tr("Accuracy"), "precision": self.tr("Precision"), "recall": self.tr("Recall"),
            "f1": self.tr("F1"), "ap50": self.tr("AP50"),
        }  # fmt: skip
        tips = {
            "accuracy": self.tr("Share of all pixels that are right; high wherever landslides are few."),
            "precision": self.tr("Share of the pixels mapped as landslide that are landslide."),
            "recall": self.tr("Share of the landslide pixels that are mapped as landslide."),
            "f1": self.tr("Harmonic mean of precision and recall."),
            "ap50": self.tr("Average precision: 1 where each landslide is found by itself, and nothing else."),
        }
        self.shown = {name: QCheckBox(title, self) for name, title in titles.items()}
        boxes = QGridLayout()
        for number, (name, box) in enumerate(self.shown.items()):
            box.setToolTip(tips[name])
            box.setChecked(True)
            box.toggled.connect(self._draw)
            boxes.addWidget(box, number // COLUMNS, number % COLUMNS)
        self._show_colours()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.headline)
        column.addWidget(self.loss)
        column.addWidget(self.scores)
        column.addLayout(boxes)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("TrainingCurves", text)

    def changeEvent(self, event: QEvent | None) -> None:
        """Fit another palette."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.PaletteChange:
            self._show_colours()

    def _show_colours(self) -> None:
        """Show which colour the curves of each score have."""
        for name, box in self.shown.items():
            box.setIcon(self._swatch(colour_on(self.palette(), SCORES[name])))

    def _swatch(self, colour: QColor) -> QIcon:
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.fillRect(0, side * 2 // 5, side, max(2, side // 5), colour)
        painter.end()
        return QIcon(picture)

    def follow(self, folder: Path | None, goes_on: bool) -> None:
        """Show another training.

        Args:
            folder: of the training; nothing for none.
            goes_on: whether there may be more to come.
        """
        if folder is None:
            self._log = self._steps = LogTail(Path())
        elif self._log.path != folder / LOG:
            self._log, self._steps = LogTail(folder / LOG), LogTail(folder / STEPS)
        if goes_on and folder is not None:
            self._timer.start()
        else:
            self._timer.stop()
        self._look()
        self._draw()

    def look(self) -> None:
        """Draw what is new in the log."""
        if self._look():
            self._draw()

    def _look(self) -> bool:
        """Read what is new; whether there is something."""
        epochs, steps = self._log.look(), self._steps.look()
        return epochs or steps

    def _draw(self) -> None:
        epochs, steps = self._log.entries, self._running()
        known = (epochs or self._steps.entries)[-1:]
        last = int(known[0].get("epochs") or known[0]["epoch"]) if known else 1
        best = max((entry["epoch"] for entry in epochs if entry.get("best")), default=None)
        parts = {TRAINING: self.tr("training"), VALIDATION: self.tr("validation")}
        losses = [Curve(title, points(epochs, part, "loss"), 0, dashed=part == TRAINING)
                  for part, title in parts.items()]  # fmt: skip
        running = [Curve("", steps, 0, faint=True)] if steps else []
        across = (0.0, float(max(last, 1)))
        self.loss.show_curves([*(losses if epochs else []), *running], across, mark=best)
        curves = [Curve(f"{box.text()}, {parts[part]}", values, SCORES[name], dashed=part == TRAINING)
                  for name, box in self.shown.items() for part in parts
                  if box.isChecked() and (values := points(epochs, part, name))]  # fmt: skip
        self.scores.show_curves(curves, across, (0.0, 1.0), best, legend=False)
        self.shown["ap50"].setVisible(bool(points(epochs, VALIDATION, "ap50")))
        self.headline.setText(self._said(epochs, best))

    def _running(self) -> list[tuple[float, float]]:
        """The loss since the last epoch, thinned out where there are many steps."""
        done = self._log.entries[-1]["epoch"] if self._log.entries else 0
        steps = [entry for entry in self._steps.entries if entry["epoch"] > done]
        steps = steps[:: max(1, len(steps) // MOST_STEPS)]
        return [(entry["epoch"] - 1 + number(entry.get("step")) / max(1.0, number(entry.get("steps"))),
                 number(entry.get("loss"))) for entry in steps]  # fmt: skip

    def _said(self, epochs: Sequence[Entry], best: int | None) -> str:
        """Where the training is."""
        if not epochs:
            return ""
        last = epochs[-1]
        words = [self.tr("Epoch {epoch} of {epochs}").format(epoch=last["epoch"], epochs=last.get("epochs", "?"))]
        if best is not None:
            found = next(entry for entry in epochs if entry["epoch"] == best)
            f1 = number((found.get(VALIDATION) or {}).get("best_f1"))
            shown = QLocale().toString(f1, "f", 2) if math.isfinite(f1) else "–"
            words.append(self.tr("best: epoch {epoch}, F1 {f1}").format(epoch=best, f1=shown))
        left_s = number(last.get("left_s"))
        if left_s > 0:
            words.append(self.tr("{minutes} min left").format(minutes=max(1, round(left_s / 60))))
        return " · ".join(words)


def number(value: Any) -> float:
    """A value of the log; NaN where it is no number."""
    return float(value) if isinstance(value, (int, float)) else math.nan


def points(epochs: Sequence[Entry], part: str, score: str) -> list[tuple[float, float]]:
    """A score of all epochs; none where no epoch has it.

    Args:
        epochs: entries of the log.
        part: "training" or "validation".
        score: its name in the log.
    """
    found = [(float(entry["epoch"]), number((entry.get(part) or {}).get(score))) for entry in epochs]
    return found if any(math.isfinite(value) for _, value in found) else []
