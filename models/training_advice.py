"""What the curves of a training say, in words. Imports no torch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from .job import Job

RISE = 1.05
"""A validation loss that is so much above its lowest value, the mean of the last epochs, has risen."""
LAST = 3
"""Epochs that this mean is taken over."""
FAR = 0.15
"""A threshold that differs so much from 0.5 is far from it."""
GAIN = 0.02
"""An F1 that is so much higher is worth another threshold."""

Entry = dict[str, Any]


def value(entry: Entry, part: str, score: str) -> float:
    """A score of an epoch, of "training" or "validation"; NaN where there is none."""
    found = (entry.get(part) or {}).get(score)
    return math.nan if found is None else float(found)


def best_entry(entries: Sequence[Entry], summary: Entry) -> Entry | None:
    """The epoch that the model is of; nothing before one is finished."""
    epoch = summary.get("best_epoch")
    chosen = [entry for entry in entries if (entry.get("best") if epoch is None else entry["epoch"] == epoch)]
    return chosen[-1] if chosen else None


def advice(job: Job, entries: Sequence[Entry], best: Entry | None) -> list[str]:
    """What to do better next time.

    Args:
        job: the training.
        entries: its epochs, in order.
        best: the one that the model is of.

    Returns:
        Sentences; none where the curves are as they should be.
    """
    every = [_validation(job), _overfitting(entries, best), _stalled(entries), _unfinished(job, entries, best)]
    return [sentence for sentence in [*every, _threshold(best)] if sentence]


def overfitting_epoch(entries: Sequence[Entry]) -> int | None:
    """The epoch from which on the validation loss rises while the training loss falls; nothing where it does not."""
    losses = [value(entry, "validation", "loss") for entry in entries]
    if all(map(math.isnan, losses)):
        return None
    lowest = min((loss, number) for number, loss in enumerate(losses) if not math.isnan(loss))[1]
    later = [loss for loss in losses[lowest + 1 :] if not math.isnan(loss)][-LAST:]
    falls = value(entries[-1], "training", "loss") < value(entries[lowest], "training", "loss")
    if len(later) < 2 or not falls or sum(later) / len(later) < RISE * losses[lowest]:
        return None
    return int(entries[lowest + 1]["epoch"])


def _validation(job: Job) -> str:
    if job.validation:
        return ""
    return ("No validation area was given, so nothing here says how well the model does on images that it has not "
            "seen: the scores are those of the training itself, which a model that only memorises reaches too. Draw "
            "validation areas in another part of the scene, and train again.")  # fmt: skip


def _overfitting(entries: Sequence[Entry], best: Entry | None) -> str:
    epoch = overfitting_epoch(entries)
    # Where F1 says which epoch is the best, a loss may rise while what is mapped still gets better.
    if epoch is None or (best is not None and best["epoch"] >= epoch):
        return ""
    last, before = entries[-1], next(entry for entry in reversed(entries) if entry["epoch"] < epoch)
    return (f"Overfitting from epoch {epoch} on: the validation loss rises (from "
            f"{value(before, 'validation', 'loss'):.3f} in epoch {before['epoch']} to "
            f"{value(last, 'validation', 'loss'):.3f} in epoch {last['epoch']}) while the training loss falls (from "
            f"{value(before, 'training', 'loss'):.3f} to {value(last, 'training', 'loss'):.3f}). The model memorises "
            "the training areas. Draw more of them, in other places, or train fewer epochs.")  # fmt: skip


def _stalled(entries: Sequence[Entry]) -> str:
    if len(entries) < 3:
        return ""
    first, last = value(entries[0], "training", "loss"), value(entries[-1], "training", "loss")
    if not last >= first:
        return ""
    return (f"The training loss does not fall: it is {first:.3f} after the first epoch and {last:.3f} after the last. "
            "Check that the training areas lie on landslides, and that their classes are right; else try a learning "
            "rate ten times lower or higher.")  # fmt: skip


def _unfinished(job: Job, entries: Sequence[Entry], best: Entry | None) -> str:
    finished = len(entries) > 1 and entries[-1]["epoch"] >= job.epochs
    if not finished or not job.validation or best is None or best["epoch"] != entries[-1]["epoch"]:
        return ""
    return (f"The last epoch is the best, so more may be better still. Train again with more than {job.epochs} epochs "
            "and the same folder: that goes on from here.")  # fmt: skip


def _threshold(best: Entry | None) -> str:
    """Advice where 0.5 is not the threshold to extract with."""
    names = ("threshold", "f1", "best_f1", "precision", "recall")
    threshold, f1, best_f1, precision, recall = (value(best or {}, "validation", name) for name in names)
    f1 = 0.0 if math.isnan(f1) else f1
    if not (abs(threshold - 0.5) >= FAR and best_f1 - f1 >= GAIN):
        return ""
    low = threshold < 0.5
    said = "Recall" if low else "Precision"
    share = recall if low else precision
    number = "not defined" if math.isnan(share) else f"{share:.2f}"
    return (f"{said} is {number} at threshold 0.5, where F1 is {f1:.2f}; at {threshold:.2f} F1 is {best_f1:.2f}. "
            f"Extract with {threshold:.2f} rather than with 0.5.")  # fmt: skip
