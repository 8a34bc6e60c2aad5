"""Child processes: started without a shell, read line by line, stopped with all that they started."""

from __future__ import annotations

import os
import queue
import signal
import subprocess  # nosec B404
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Cancelled, ScarpError
from ..progress import Progress
from .folders import read_record

POLL_S = 0.1
"""How often a running child asks whether to stop."""
NOT_FOR_CHILDREN = ("PYTHONHOME", "PYTHONSTARTUP", "PYTHONEXECUTABLE", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV")
"""Variables that QGIS runs with and that would make another Python of the child."""


@dataclass(frozen=True)
class Finished:
    """A child that has ended.

    Attributes:
        code: its exit code.
        lines: what it wrote, to either stream.
    """

    code: int
    lines: list[str]


def child_variables(
    variables: Mapping[str, str], environment: Path | None = None, *, home: str | None = None
) -> dict[str, str]:
    """Environment variables for a Python outside of QGIS.

    Args:
        variables: of QGIS.
        environment: whose interpreter it is.
        home: the PYTHONHOME that it needs; for an environment, what was needed when it was made.
    """
    child = {name: value for name, value in variables.items() if name not in NOT_FOR_CHILDREN}
    if environment is not None and home is None:
        home = read_record(environment).get("home")
    if home:
        child["PYTHONHOME"] = home
    # Where GDAL's libraries are found by QGIS through the PATH, its Python module asks for this.
    child.setdefault("USE_PATH_FOR_GDAL_PYTHON", "YES")
    child["PYTHONUTF8"] = "1"
    child["PYTHONUNBUFFERED"] = "1"
    return child


def run(
    command: Sequence[str], variables: Mapping[str, str], progress: Progress,
    *, folder: Path | None = None, on_line: Callable[[str], None] | None = None,
    on_wait: Callable[[], None] | None = None, limit_s: float | None = None,
) -> Finished:  # fmt: skip
    """Run a child to its end.

    Args:
        command: program and arguments.
        variables: its environment variables.
        progress: asked ten times a second whether to stop.
        folder: to run in.
        on_line: is given each line.
        on_wait: is called ten times a second meanwhile.
        limit_s: after which it is stopped; the exit code is -1 then.

    Raises:
        Cancelled: if so; the child and what it started are gone.
        ScarpError: if it cannot be started.
    """
    if progress.isCanceled():
        raise Cancelled
    try:
        child = subprocess.Popen(  # nosec B603
            list(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env=dict(variables), cwd=folder, text=True, encoding="utf-8", errors="replace", **own_group(),
        )  # fmt: skip
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ScarpError(f"{command[0]} cannot be started: {reason}.") from error
    received: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_read, args=(child, received), name="scarp-child", daemon=True).start()
    lines: list[str] = []
    waited_s, timed_out = 0.0, False
    try:
        while True:
            line: str | None
            try:
                line = received.get(timeout=POLL_S)
            except queue.Empty:
                waited_s += POLL_S
                line = ""
            if line is None:
                break
            if line:
                lines.append(line)
                if on_line:
                    on_line(line)
            elif on_wait:
                on_wait()
            if progress.isCanceled():
                raise Cancelled
            if limit_s is not None and waited_s > limit_s:
                timed_out = True
                stop(child)
                break
    except BaseException:
        stop(child)
        raise
    code = -1 if timed_out else child.wait()
    return Finished(code, lines)


def _read(child: subprocess.Popen[str], received: queue.Queue[str | None]) -> None:
    """Hand on what a child writes, then nothing."""
    if child.stdout is not None:
        with child.stdout as stream:
            for line in stream:
                if text := line.rstrip():
                    received.put(text)
    received.put(None)


def own_group() -> dict[str, Any]:
    """What makes a child the head of its own group, without a window."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def stop(child: subprocess.Popen[Any]) -> None:
    """End a child and all that it started, at once."""
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32" / "taskkill.exe"
        with suppress(OSError):  # where it is not allowed, at least the child ends
            subprocess.run(  # nosec B603
                [str(taskkill), "/T", "/F", "/PID", str(child.pid)], stdin=subprocess.DEVNULL, capture_output=True,
                check=False, creationflags=subprocess.CREATE_NO_WINDOW,
            )  # fmt: skip
    else:
        # macOS refuses to signal a group of which only the entry of a process that has ended is left.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    with suppress(OSError):
        child.kill()
    child.wait()
