"""Checkpoints: a training's whole state, written complete or not at all, and read back for the same training only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from ..engine.errors import ScarpError
from .job import FREE, Job, Source
from .networks import read_torch


@dataclass
class State:
    """Where a training is.

    Attributes:
        network: tensors by name.
        averaged: likewise.
        optimizer: its state dictionary; empty in the best checkpoint.
        epoch: epochs done.
        best: score of the best epoch, the higher the better.
        best_epoch: from 1; 0 for none.
        seconds: trained so far.
    """

    network: dict[str, Tensor]
    averaged: dict[str, Tensor]
    optimizer: dict[str, Any]
    epoch: int
    best: float
    best_epoch: int
    seconds: float


def not_written(path: Path, error: Exception) -> ScarpError:
    """The sentence for a file that could not be written."""
    return ScarpError(f"The training cannot write {path} ({error}); make room or choose another folder.")


def write_checkpoint(path: Path, state: State, job: Job) -> None:
    """Write; what is there stays until the new one is complete.

    Raises:
        ScarpError: if the disk does not take it.
    """
    partial = path.with_name(path.name + ".part")
    try:
        torch.save({**vars(state), "job": _recipe(job)}, partial)
        partial.replace(path)
    except (OSError, RuntimeError) as error:
        partial.unlink(missing_ok=True)
        raise not_written(path, error) from error


def read_checkpoint(path: Path, job: Job) -> State | None:
    """The state in a checkpoint; nothing where there is none.

    Raises:
        ScarpError: if it is damaged or of another training.
    """
    if not path.exists():
        return None
    entries = read_torch(path)
    try:
        theirs, state = _as_now(json.loads(entries.pop("job"))), State(**entries)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _foreign(path, "it lacks what this version of Scarp keeps") from error
    mine = json.loads(_recipe(job))
    changed = sorted(key for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key))
    if changed:
        key = changed[0]
        raise _foreign(path, f"its {key} is {str(theirs.get(key))[:60]}, here {str(mine.get(key))[:60]}")
    return state


def _recipe(job: Job) -> str:
    return json.dumps({key: value for key, value in asdict(job).items() if key not in FREE}, sort_keys=True)


def _as_now(recipe: dict[str, Any]) -> dict[str, Any]:
    """A recipe that an earlier version kept: what jobs and sources have since had is at its default."""
    job, source = json.loads(_recipe(Job([], [], ""))), json.loads(json.dumps(asdict(Source("")), sort_keys=True))
    sources = {part: [{**source, **each} for each in recipe[part]] for part in ("training", "validation")}
    return {**job, **recipe, **sources}


def _foreign(path: Path, reason: str) -> ScarpError:
    return ScarpError(
        f"The checkpoint {path} is not of the job's training ({reason}); choose another folder, or remove the file to "
        "start afresh."
    )
