"""The course of a training as TensorBoard's event files, where the package tensorboard is installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..engine.errors import ScarpError
from .job import Job
from .training_log import PARTS, SCORES


class EventFiles:
    """Scalars of each epoch, for ``tensorboard --logdir FOLDER``; written so that they can be watched.

    Args:
        folder: where the files go; it is made.
        first_step: the first epoch that is written from now on. What an earlier run wrote of it and of later ones is
            shown no longer, what it wrote of those before stays.

    Attributes:
        message: what to tell the analyst where nothing can be written, because tensorboard is not installed or does
            not load; empty otherwise. All methods do nothing then.

    Raises:
        ScarpError: if the folder cannot be written to; so do all methods.
    """

    def __init__(self, folder: Path, first_step: int = 0) -> None:
        self.message, self._folder, self._first_step = "", folder, first_step
        self._writer: Any = None
        try:
            from torch.utils.tensorboard import SummaryWriter
        except Exception as error:
            # Beside packages that do not fit, tensorboard fails in ways of its own; the training needs none of it.
            lacking = isinstance(error, ModuleNotFoundError) and error.name == "tensorboard"
            self.message = (
                f"No event files for TensorBoard are written, because the Python package tensorboard "
                f"{'is not installed' if lacking else f'does not load ({error})'} in the environment that trains. "
                "Install it there to have them; log.csv and the report hold the same curves."
            )
            return
        with self._sentence():
            self._writer = SummaryWriter(str(folder), purge_step=first_step)

    def settings(self, job: Job) -> None:
        """Write what the job says, as a table under the tag ``settings``.

        Args:
            job: the training.
        """
        if self._writer is None:
            return
        rows = "".join(f"| {name} | {str(value).replace('|', '&#124;')} |\n" for name, value in asdict(job).items())
        with self._sentence():
            self._writer.add_text("settings", f"| setting | value |\n| --- | --- |\n{rows}", self._first_step)
            self._writer.flush()

    def epoch(self, entry: dict[str, Any]) -> None:
        """Write an epoch under tags such as ``loss/training``, ``loss_part/mask`` and ``f1/validation``.

        Args:
            entry: the "epoch" event of the training; a score that is nothing is left out.
        """
        if self._writer is None:
            return
        scalars = {
            f"{score}/{part}": (entry.get(part) or {}).get(score)
            for part in ("training", "validation")
            for score in (*SCORES, "threshold", "best_f1", "ap50")
        }
        scalars |= {f"loss_part/{part}": (entry.get("training") or {}).get(part) for part in PARTS}
        scalars["learning_rate"] = entry.get("learning_rate")
        with self._sentence():
            for tag, value in scalars.items():
                if value is not None:
                    self._writer.add_scalar(tag, value, entry["epoch"])
            self._writer.flush()

    def close(self) -> None:
        """Finish the files; what is given after that is not written."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with self._sentence():
                writer.close()

    @contextmanager
    def _sentence(self) -> Iterator[None]:
        """Says in a sentence that the files cannot be written."""
        try:
            yield
        except OSError as error:
            raise ScarpError(
                f"The event files for TensorBoard in {self._folder} cannot be written ({error.strerror or error}). "
                "Make room there, or choose another folder; then train again, which goes on from the last epoch."
            ) from error
