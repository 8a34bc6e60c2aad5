"""The folder of a training: what it is called, whether it goes on or starts anew, and what is kept of it."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..engine.errors import ScarpError
from ..engine.folder_lock import locked
from ..engine.scene import open_raster
from ..models.bundled import bundled_models
from ..models.job import BEST, CHECKPOINT, FREE, LOG, MODEL, STEPS, Job, load_job
from ..models.training_log import CSV
from .model_choice import AUTO, BOTH
from .packages import models_folder, scarp_folder
from .training_parameters import NOTHING

JOB, GROUND, WORKER_LOG = "job.json", "ground", "worker.log"
"""Files that the algorithm puts there: the job, a folder with label rasters, and the worker's last words."""
REPORT, EVENTS, SCENES = "report.html", "events", "scenes"
"""Files and folders that the worker puts there, beside those of ``models.job``."""
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that Windows keeps for devices."""


def check_name(name: str, overwrite: bool) -> Path:
    """See that a model can be called so.

    Returns:
        The file that it will be.

    Raises:
        ScarpError: if it is no file name, or taken.
    """
    if not name:
        raise ScarpError("The model has no name; give one, by which Extract landslides will list it.")
    if not re.fullmatch(r"\w[\w .()+-]*", name) or name[-1] in " ." or len(name) > 100:
        raise ScarpError(
            f'"{name}" cannot be the name of a model; use letters, digits, spaces and . _ - + ( ), at most 100, '
            "beginning with a letter or digit and not ending with a dot or space."
        )
    lower = name.lower()
    if lower.split(".")[0] in RESERVED or lower in (AUTO, BOTH, NOTHING) or lower.endswith(".onnx"):
        raise ScarpError(f'"{name}" cannot be the name of a model; choose another, without an ending.')
    if lower in (bundled.lower() for bundled in bundled_models()):
        raise ScarpError(f'"{name}" is a model that comes with Scarp; choose another name.')
    file = models_folder() / f"{name}.onnx"
    if file.exists() and not overwrite:
        raise ScarpError(
            f'There is a model "{name}" already ({file}); choose another name, or set "Replace a model of that name".'
        )
    return file


def training_folder(chosen: str, name: str) -> Path:
    """Where a training lies: as chosen, or by the model's name in the profile; it need not exist."""
    return Path(chosen).expanduser().absolute() if chosen else scarp_folder() / "training" / name


def made_folder(folder: Path, what: str) -> Path:
    """A folder that is there.

    Raises:
        ScarpError: if it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ScarpError(f"The {what} {folder} cannot be made ({error.strerror}); choose another.") from error
    return folder


def place_job(folder: Path, job: Job, ground: Path, resume: bool) -> bool:
    """Put a job and its label rasters into its folder.

    Args:
        folder: of the training; it is there.
        job: to be trained.
        ground: folder with the label rasters, in the training's folder; is moved to GROUND, unless the training goes
            on with those that are there.
        resume: whether a training that is there may go on.

    Returns:
        Whether it goes on.

    Raises:
        ScarpError: if the folder holds another training that has not finished, or something cannot be written.
    """
    goes_on = False
    if (folder / CHECKPOINT).exists():
        other = _difference(folder, job, ground)
        goes_on = resume and not other
        if resume and other and not (folder / MODEL).exists():
            raise ScarpError(
                f"The folder {folder} holds another training that has not finished: {other}. Set the same values to "
                'go on with it, choose another folder, or switch "Go on with a training" off to remove it and start '
                "anew."
            )
        if not goes_on and not (folder / JOB).exists():
            raise ScarpError(f"The folder {folder} holds a checkpoint of an unknown training; choose another folder.")
    try:
        if not goes_on and (folder / JOB).exists():
            _remove(folder)
        # The job first: what is left where the disk is full is then known to be of a training, and removed.
        job.save(folder / JOB)
        if not goes_on:
            ground.rename(folder / GROUND)
    except OSError as error:
        raise ScarpError(
            f"The training folder {folder} cannot be written ({error.strerror}); make room, or choose another."
        ) from error
    return goes_on


def remove_scenes(folder: Path) -> None:
    """Remove what a worker that was killed has left of the pixels of images, unless another works there by now."""
    if (folder / SCENES).exists():
        with suppress(ScarpError), locked(folder):
            shutil.rmtree(folder / SCENES, ignore_errors=True)


def _remove(folder: Path) -> None:
    """What a training has left in its folder; all else stays."""
    for name in (EVENTS, SCENES, GROUND):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in (CHECKPOINT, BEST, LOG, STEPS, CSV, MODEL, REPORT, WORKER_LOG, JOB):
        (folder / name).unlink(missing_ok=True)


def _difference(folder: Path, job: Job, ground: Path) -> str:
    """What the training in a folder has otherwise; empty where nothing."""
    try:
        there, here = _recipe(load_job(folder / JOB)), _recipe(job)
    except ScarpError as error:
        return str(error).rstrip(".")
    changed = sorted(name for name in here if here[name] != there.get(name))
    if changed:
        return f"its {changed[0]} is {_shown(there.get(changed[0]))}, here {_shown(here[changed[0]])}"
    for file in sorted(ground.glob("*.tif")):
        old = folder / GROUND / file.name
        if not old.exists() or _checksum(old) != _checksum(file):
            return "the ROIs are others"
    return ""


def _recipe(job: Job) -> dict[str, Any]:
    entries: dict[str, Any] = json.loads(json.dumps(asdict(job)))
    return {name: value for name, value in entries.items() if name not in FREE}


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _checksum(raster: Path) -> int:
    dataset = open_raster(str(raster))  # held as long as its band is used
    return int(dataset.GetRasterBand(1).Checksum())
