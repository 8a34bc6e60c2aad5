"""Train from a job file: ``python -m scarp.models.train job.json``.

Prints one JSON object a line. SIGINT or SIGTERM stop after the current step; the next call goes on from the last
finished epoch.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from pathlib import Path
from typing import Any

from ..engine.errors import ScarpError
from .job import load_job


def main(arguments: list[str] | None = None) -> int:
    """Run a job; 0 when it finished, 2 when it could not."""
    parser = argparse.ArgumentParser(prog="python -m scarp.models.train", description="Train a landslide model.")
    parser.add_argument("job", type=Path, help="job file (JSON)")
    job_path = parser.parse_args(arguments).job
    stopped: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: stopped.append(received))

    def report(entry: dict[str, Any]) -> None:
        print(json.dumps(entry), flush=True)

    try:
        job = load_job(job_path)
        # After the job is known to be good: PyTorch takes seconds to load.
        from .training import Training

        Training(job, report, lambda: bool(stopped)).run()
    except ScarpError as error:
        report({"event": "error", "message": str(error)})
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
