"""What a training tells: its events as lines of the log, as progress, and as results."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from ..engine.html_report import number
from ..engine.progress import Progress
from ..models.job import CHECKPOINT, LOG
from ..models.training_log import PART_LABELS, PARTS, SCORES

TITLES = {"f1": "F1", **PART_LABELS}
"""What a score is called that is not called by its name."""


class TrainingProgress:
    """Follows the events of a training.

    Args:
        folder: of the training.
        goes_on: whether it goes on from a checkpoint in the folder.
        progress: is told how it goes.

    Attributes:
        done: the last event; empty before it.
    """

    def __init__(self, folder: Path, goes_on: bool, progress: Progress) -> None:
        self._folder, self._progress = folder, progress
        self._saved: int | None = None if goes_on else 0
        self._reported = 0
        self._epochs = 1
        self.done: dict[str, Any] = {}

    def kept(self) -> str:
        """What is kept if it ends now, as a sentence."""
        if self._reported and self._is_saved():
            self._saved, self._reported = self._reported, 0
        if self._saved == 0:
            return "No epoch was finished, so nothing is kept."
        which = "last checkpoint" if self._saved is None else f"checkpoint of epoch {self._saved}"
        return f"The {which} is kept in {self._folder}; run the training again with the same values to go on from it."

    def _is_saved(self) -> bool:
        """Whether the epoch that was reported last is in the checkpoint, which is written after the log."""
        with suppress(OSError):
            log, checkpoint = (self._folder / name for name in (LOG, CHECKPOINT))
            return checkpoint.stat().st_mtime_ns >= log.stat().st_mtime_ns
        return False

    def take(self, event: dict[str, Any]) -> None:
        """Tell of an event."""
        kind = event["event"]
        if self._reported and kind in ("step", "epoch", "done"):
            self._saved, self._reported = self._reported, 0  # by now
        if kind == "start":
            self._start(event)
        elif kind == "step":
            self._show(event["epoch"] - 1 + event["step"] / max(1, event["steps"]))
        elif kind == "epoch":
            self._reported, self._epochs = event["epoch"], event["epochs"]
            self._show(self._reported)
            self._progress.pushInfo(epoch_line(event))
        elif kind == "stopped":
            self._saved, self._reported = event["epoch"], 0
        elif kind == "info":
            self._progress.pushInfo(str(event.get("message")))
        elif kind == "warning":
            self._progress.pushWarning(str(event.get("message")))
        elif kind == "done":
            self.done = event

    def _show(self, epochs: float) -> None:
        self._progress.setProgress(100.0 * min(1.0, epochs / max(1, self._epochs)))

    def _start(self, event: dict[str, Any]) -> None:
        self._saved, self._epochs = event["epoch"], event["epochs"]
        self._progress.pushInfo(
            f"Training on {event['device']} with {event['threads']} thread{'s' * (event['threads'] != 1)} in "
            f"{event['precision']}: {event['parameters']:,} parameters, {event['examples']} patches an epoch, "
            f"{self._epochs} epochs."
        )
        if event["loaded"]:
            self._progress.pushInfo(
                f"Tensors that are taken from the start weights: {event['loaded']:,}; that start at random: "
                f"{event['random']:,}."
            )
        if event["epoch"]:
            self._progress.pushInfo(f"The training goes on after epoch {event['epoch']}.")
        self._show(event["epoch"])


def epoch_line(event: dict[str, Any]) -> str:
    """An "epoch" event as a line of the log."""
    parts = [f"training {_scores(event.get('training'))}"]
    validation = event.get("validation")
    if validation:
        instances = f", AP50 {number(validation['ap50'], 2)}" if "ap50" in validation else ""
        parts.append(
            f"validation {_scores(validation)}{instances} (best F1 {number(validation.get('best_f1'), 2)} at threshold "
            f"{number(validation.get('threshold'), 2)})"
        )
    parts += ["best so far"] if event.get("best") else []
    parts += [f"{_duration(event['left_s'])} left"] if event["epoch"] < event["epochs"] else []
    return f"Epoch {event['epoch']} of {event['epochs']}: {'; '.join(parts)}."


def _scores(scores: dict[str, Any] | None) -> str:
    """The scores; of the training of a network that finds landslides one by one, the parts of the loss."""
    found = scores or {}
    parts = [name for name in PARTS if name in found]
    names = ("loss", *parts) if parts else SCORES
    return ", ".join(f"{TITLES.get(name, name)} {number(found.get(name), 2)}" for name in names)


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than 1 min"
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
