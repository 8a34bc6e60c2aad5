"""The log of a training, an entry for each epoch, as JSON lines and as a CSV table. Imports no torch."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..engine.errors import ScarpError
from .job import LOG, STEPS

CSV = "log.csv"
"""File in the job's folder."""
SCORES = ("loss", "accuracy", "precision", "recall", "f1")
"""What is measured after each epoch, in training and in validation."""
PARTS = ("cls", "box", "mask", "edge", "rpn")
"""Of the loss of a network that finds landslides one by one, whose training measures nothing else beside it."""
PART_LABELS = {"cls": "class", "box": "box", "mask": "mask", "edge": "edge", "rpn": "proposals"}
"""What they are called."""
COLUMNS = (
    "epoch", "seconds", "learning_rate", "best",
    *(f"training_{score}" for score in SCORES),
    *(f"validation_{score}" for score in (*SCORES, "threshold", "best_f1")),
    *(f"training_{part}" for part in PARTS), "validation_ap50",
)  # fmt: skip
"""Of the table."""


class TrainingLog:
    """Two files that say how each epoch went: ``log.jsonl``, which is complete, and ``log.csv``, for spreadsheets.

    A third one, ``steps.jsonl``, says how far the epoch is that goes on, for those who watch.

    Args:
        folder: of the job; it is there.
    """

    def __init__(self, folder: Path) -> None:
        self.lines, self.table, self.steps = folder / LOG, folder / CSV, folder / STEPS

    def step(self, entry: dict[str, Any]) -> None:
        """Write how far the epoch is; where that fails, the training is none the worse.

        Args:
            entry: the "step" event of the training.
        """
        with suppress(OSError):
            _add(self.steps, json.dumps(entry) + "\n")

    def append(self, entry: dict[str, Any]) -> None:
        """Write an epoch at the end of both files, so that whoever watches them sees it at once; its steps go.

        Args:
            entry: the "epoch" event of the training; a score that is nothing leaves its cell empty.

        Raises:
            ScarpError: if a file cannot be written.
        """
        _written(self.lines, lambda: _add(self.lines, json.dumps(entry) + "\n"))
        _written(self.table, lambda: _add(self.table, ("" if _holds(self.table) else _header()) + _rows([entry])))
        self._forget_steps()

    def entries(self) -> list[dict[str, Any]]:
        """The epochs that are logged, in order; a last line that was cut off when it was written does not count.

        Raises:
            ScarpError: if the log cannot be read.
        """
        try:
            lines = self.lines.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ScarpError(f"The training log {self.lines} cannot be read ({error.strerror}).") from error
        entries = []
        for number, line in enumerate(lines, 1):
            entry = _entry(line)
            if entry is not None:
                entries.append(entry)
            elif number < len(lines):
                raise ScarpError(f"Line {number} of the training log {self.lines} is no epoch ({line!r:.60}). Remove "
                                 "the line, or the file to start a new log.")  # fmt: skip
        return entries

    def cut(self, epoch: int) -> None:
        """Drop what lies after an epoch, which a resumed training does again, from both files.

        Args:
            epoch: the last one that is kept; 0 keeps none.

        Raises:
            ScarpError: if a file cannot be read or written.
        """
        kept = [entry for entry in self.entries() if entry["epoch"] <= epoch]
        lines = "".join(json.dumps(entry) + "\n" for entry in kept)
        _written(self.lines, lambda: _replace(self.lines, lines))
        _written(self.table, lambda: _replace(self.table, _header() + _rows(kept)))
        self._forget_steps()

    def _forget_steps(self) -> None:
        with suppress(OSError):
            self.steps.unlink()


def _entry(line: str) -> dict[str, Any] | None:
    """The epoch of a line, or nothing where it has none."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and isinstance(entry.get("epoch"), int) else None


def _header() -> str:
    return ",".join(COLUMNS) + "\n"


def _rows(entries: Iterable[dict[str, Any]]) -> str:
    """Lines of the table."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
    for entry in entries:
        cells = {**entry, "best": int(bool(entry.get("best")))}
        for part in ("training", "validation"):
            cells.update({f"{part}_{score}": value for score, value in (entry.get(part) or {}).items()})
        writer.writerow(cells)
    return text.getvalue()


def _holds(path: Path) -> bool:
    """Whether a file is there and not empty."""
    return path.exists() and path.stat().st_size > 0


def _add(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(text)


def _replace(path: Path, text: str) -> None:
    """Write a file anew, so that the old one is there until the new one is complete."""
    partial = path.with_name(path.name + ".part")
    try:
        partial.write_bytes(text.encode())
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def _written(path: Path, write: Callable[[], None]) -> None:
    """Write, with a sentence where that fails."""
    try:
        write()
    except OSError as error:
        raise ScarpError(
            f"The training log {path} cannot be written ({error.strerror}). Make room there, close the file where it "
            "is open, or choose another folder; then train again, which goes on from the last epoch."
        ) from error
