"""Train from a job file: ``python -m scarp.models.train job.json``, or the same under ``torchrun``.

Prints one JSON object a line. SIGINT or SIGTERM, and with ``--parent`` the line "stop" or the end of the standard
input, stop after the current step; the next call goes on from the last finished epoch.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from ..engine.errors import ScarpError
from ..engine.folder_lock import locked
from .job import Job, load_job

MEMORY_SIGNS = ("out of memory", "not enough memory", "can't allocate memory", "bad allocation", "std::bad_alloc")


class Messages:
    """A progress that prints what it is told as events, each once: the parts of an image are read alike."""

    def __init__(self, report: Any, stopped: list[int]) -> None:
        self._report, self._stopped = report, stopped
        self._told: set[str] = set()

    def isCanceled(self) -> bool:
        """Whether the training is to stop; the steps look at that themselves."""
        return False

    def setProgress(self, progress: float) -> None:
        """Ignore."""

    def pushInfo(self, info: str) -> None:
        """Print."""
        self._tell("info", info)

    def pushWarning(self, warning: str) -> None:
        """Print."""
        self._tell("warning", warning)

    def _tell(self, kind: str, message: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self._report({"event": kind, "message": message})


def main(arguments: list[str] | None = None) -> int:
    """Run a job; 0 when it finished or was stopped, 2 when it could not."""
    parser = argparse.ArgumentParser(prog="python -m scarp.models.train", description="Train a landslide model.")
    parser.add_argument("job", type=Path, help="job file (JSON)")
    parser.add_argument("--parent", action="store_true", help='stop at the line "stop" or the end of standard input')
    given = parser.parse_args(arguments)
    stopped: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: stopped.append(received))
    if given.parent:
        threading.Thread(target=_listen, args=(stopped,), daemon=True).start()

    # Of several processes, the first one is listened to.
    output = sys.stdout if os.environ.get("RANK", "0") == "0" else sys.stderr

    def report(entry: dict[str, Any]) -> None:
        try:
            print(json.dumps(entry), file=output, flush=True)
        except OSError:  # nobody listens any more
            stopped.append(0)

    try:
        _run(load_job(given.job), report, stopped)
    except ScarpError as error:
        report({"event": "error", "message": str(error)})
        return 2
    except (MemoryError, RuntimeError) as error:
        if not isinstance(error, MemoryError) and not any(sign in str(error).lower() for sign in MEMORY_SIGNS):
            raise
        message = (
            f"There is not enough memory for this training ({str(error).splitlines()[0] if str(error) else 'no more'})."
            " Choose a smaller patch or batch, or a narrower network."
        )
        report({"event": "error", "message": message})
        return 2
    return 0


def _listen(stopped: list[int]) -> None:
    """Until the parent says stop, or is there no more."""
    for line in sys.stdin:
        if line.strip() == "stop":
            break
    stopped.append(0)


def _run(job: Job, report: Any, stopped: list[int]) -> None:
    # After the job is known to be good: PyTorch takes seconds to load.
    from .distributed import Processes
    from .outcome import Outcome
    from .training import Training

    processes = Processes(job.device)
    alone = locked(Path(job.folder)) if processes.is_first else nullcontext()
    with alone, processes.joined():
        progress = Messages(report if processes.is_first else lambda entry: None, stopped)
        training: Training | None = None
        outcome: Outcome | None = None

        def on_event(entry: dict[str, Any]) -> None:
            if outcome is not None and entry["event"] in ("start", "step", "epoch"):
                {"start": outcome.start, "step": outcome.step, "epoch": outcome.epoch}[entry["event"]](entry)
            if entry["event"] != "trained":
                report(entry)

        training = Training(job, on_event, lambda: bool(stopped), processes, progress)
        try:
            if processes.is_first:
                outcome = Outcome(job, training.epoch)
                if outcome.message:
                    progress.pushWarning(outcome.message)
            finished = training.run()
            if outcome is not None and finished:
                report(outcome.finish(training))
            elif outcome is not None:
                outcome.stop()
        finally:
            training.forget_scenes()


if __name__ == "__main__":
    sys.exit(main())
