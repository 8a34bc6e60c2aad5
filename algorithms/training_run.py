"""The run of a training: the worker is started and listened to, and its model is put into the models folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from ..engine.errors import ScarpError
from ..engine.progress import Progress
from ..engine.worker import Worker
from .destinations import StagedFile, place_all
from .packages import training_python, training_variables
from .training_folder import JOB, WORKER_LOG, made_folder, remove_scenes
from .training_progress import TrainingProgress

PACKAGE = Path(__file__).parent.parent
START = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("scarp", sys.argv[1], submodule_search_locations=[sys.argv[2]])
sys.modules["scarp"] = package = importlib.util.module_from_spec(spec)
spec.loader.exec_module(package)
from scarp.models.train import main
sys.exit(main(sys.argv[3:]))
"""
"""The worker of a plugin whose folder has another name than the package."""


def worker_command(job: Path) -> tuple[list[str], dict[str, str]]:
    """How the worker is started: its command, and the variables of its process.

    Raises:
        ScarpError: if the packages for training are not installed.
    """
    variables, python = training_variables(), str(training_python())
    if PACKAGE.name != "scarp":
        return [python, "-c", START, str(PACKAGE / "__init__.py"), str(PACKAGE), str(job), "--parent"], variables
    paths = [str(PACKAGE.parent), variables.get("PYTHONPATH", "")]
    variables["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    return [python, "-m", "scarp.models.train", str(job), "--parent"], variables


def check_can_train(model: Path) -> None:
    """See that there is what trains, and that the model can be written: hours later it would be a pity to find out.

    Raises:
        ScarpError: if not.
    """
    training_python()
    made_folder(model.parent, "folder of your models")
    StagedFile(model, "model").discard()


def run_worker(folder: Path, goes_on: bool, progress: Progress) -> dict[str, Any]:
    """Train the job in a folder.

    Args:
        folder: of the training.
        goes_on: whether it goes on from a checkpoint there.
        progress: is told how it goes.

    Returns:
        The event "done".

    Raises:
        ScarpError: if the worker fails or dies; says what is kept.
        Cancelled: if so; says what is kept.
    """
    command, variables = worker_command(folder / JOB)
    events = TrainingProgress(folder, goes_on, progress)
    try:
        with Worker(command, variables, folder / WORKER_LOG, events.kept) as worker:
            for event in worker.events(progress):
                events.take(event)
    finally:
        remove_scenes(folder)
    return events.done


def place_model(made: Path, target: Path) -> None:
    """Put a model into the models folder, complete or not at all.

    Args:
        made: in the folder of the training, where it stays.
        target: its place.

    Raises:
        ScarpError: if it cannot be written.
    """
    try:
        staged = StagedFile(target, "model")
        try:
            shutil.copyfile(made, staged.path)
            place_all([staged])
        finally:
            staged.discard()
    except (OSError, ScarpError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ScarpError(f"The model is kept as {made}, but is not among your models: {reason}") from error
