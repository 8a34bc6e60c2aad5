"""A worker process that trains: how it is started, listened to and stopped, and what is said when it dies."""

from __future__ import annotations

import json
import re
import signal
import subprocess  # nosec B404
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from types import TracebackType
from typing import IO, Any

from .errors import Cancelled, ScarpError
from .packages.processes import own_group, stop
from .packages.requirements import INSTALL_TRAINING
from .progress import Progress

POLL_S = 0.1
"""How often it is looked whether the run is to stop."""
GRACE_S = 0.7
"""How long a worker has to end by itself when it is asked to."""
KEPT_LINES = 200
LONGEST_LINE = 1 << 20

CARD_MEMORY = re.compile(r"CUDA out of memory|CUDA error: out of memory|torch\.(cuda\.)?OutOfMemoryError|ALLOC_FAILED")
MEMORY = re.compile(r"\bMemoryError\b|not enough memory|annot allocate memory|can't allocate memory|bad_alloc")
DISK = re.compile(r"No space left on device|Disk quota exceeded|WinError 112")
PACKAGE = re.compile(r"^(ImportError|ModuleNotFoundError): (?!No module named 'scarp)|^OSError: .*\b(torch|c10)\b")
TRACEBACK = "Traceback (most recent call last)"
WINDOWS_MEMORY = {0xC0000017, 0xC000012D}
"""No memory, and the limit of what is committed."""
WINDOWS_CRASHES = {
    0xC0000005: "access violation",
    0xC000001D: "illegal instruction",
    0xC0000094: "division by zero",
    0xC0000135: "a library is missing",
    0xC0000142: "a library could not be loaded",
    0xC0000374: "heap corruption",
    0xC0000409: "a library gave up",
    0xC06D007E: "a library is missing",
}
_STOPPED_FROM_OUTSIDE = {"SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"}


class Worker:
    """A process that prints one JSON object a line, an event, and ends after the event "done".

    Use as a context manager: at its end the process and all that it started are gone, whatever happened.

    Args:
        command: the interpreter and its arguments.
        environment: variables of the process.
        log: file for the last lines that are no events; written where there are any.
        kept: says, as a sentence, what is kept when it ends early.

    Raises:
        ScarpError: if it cannot be started.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], log: Path, kept: Callable[[], str] = lambda: ""
    ) -> None:
        self._log, self._kept = log, kept
        self._lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._gone = False
        self._events: Queue[dict[str, Any]] = Queue()
        try:
            self._process = subprocess.Popen(  # nosec B603
                list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                env=dict(environment), **own_group(),
            )  # fmt: skip
        except OSError as error:
            reason = error.strerror or error
            raise ScarpError(f"The Python {command[0]} cannot be started ({reason}). {INSTALL_TRAINING}") from error
        streams = (self._process.stdout, self._take_event), (self._process.stderr, self._take_line)
        self._readers = [Thread(target=_read, args=each, daemon=True) for each in streams]
        for reader in self._readers:
            reader.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def _take_event(self, line: str) -> None:
        try:
            event = json.loads(line)
        except ValueError:
            event = None
        if isinstance(event, dict) and isinstance(event.get("event"), str):
            self._events.put(event)
        else:
            self._take_line(line)

    def _take_line(self, line: str) -> None:
        if line.strip():
            self._lines.append(line.rstrip())

    def events(self, progress: Progress) -> Iterator[dict[str, Any]]:
        """The events as they come, until the process has ended.

        Args:
            progress: is asked whether to stop.

        Raises:
            Cancelled: if the analyst has asked to stop; says what is kept.
            ScarpError: if the worker reports an error, or ends without "done"; says why, as far as it can be seen.
        """
        stop_by, last = 0.0, ""
        while self._process.poll() is None and not (stop_by and time.monotonic() > stop_by):
            if not stop_by and progress.isCanceled():
                self._ask_to_stop()
                stop_by = time.monotonic() + GRACE_S
            with suppress(Empty):
                event = self._events.get(timeout=POLL_S)
                last = event["event"]
                yield _without_error(event)
        self._end()
        while not self._events.empty():
            event = self._events.get()
            last = event["event"]
            yield _without_error(event)
        if stop_by:
            raise Cancelled(_sentences("The training was cancelled.", self._kept()))
        code = self._process.returncode
        if last != "done" or code != 0:
            stopped = last == "stopped"
            raise ScarpError(death(code, list(self._lines), self._log, self._kept(), stopped))

    def _ask_to_stop(self) -> None:
        """By a word, and by the end of its input."""
        stdin = self._process.stdin
        if stdin is not None and not stdin.closed:
            with suppress(OSError):
                stdin.write(b"stop\n")
            with suppress(OSError):
                stdin.close()

    def _end(self) -> None:
        """See that the process and all that it started are gone, and that what they printed is read."""
        if self._gone:
            return  # by now its number may be another's
        self._gone = True
        stop(self._process)
        for reader in self._readers:
            reader.join(GRACE_S)

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ask_to_stop()
        self._end()
        for stream, reader in zip((self._process.stdout, self._process.stderr), self._readers):
            if stream is not None and not reader.is_alive():
                stream.close()
        if self._lines:
            with suppress(OSError):
                self._log.write_text("\n".join(self._lines) + "\n", encoding="utf-8")


def _read(stream: IO[bytes], take: Callable[[str], None]) -> None:
    with suppress(OSError, ValueError):
        for line in iter(lambda: stream.readline(LONGEST_LINE), b""):
            take(line.decode("utf-8", "replace"))


def _without_error(event: dict[str, Any]) -> dict[str, Any]:
    if event["event"] == "error":
        raise ScarpError(str(event.get("message") or "The training failed and did not say why; see its log."))
    return event


def _sentences(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def death(code: int | None, lines: Sequence[str], log: Path, kept: str = "", stopped: bool = False) -> str:
    """Why a worker died, and what to do.

    Args:
        code: that the process ended with; below 0 a signal, above 0xC0000000 a failure on Windows.
        lines: the last ones that it printed beside events.
        log: file that they are in.
        kept: a sentence on what is kept.
        stopped: whether it said that it was asked to stop.
    """
    text, name, more = "\n".join(lines), _signal(code), f"Its last words are in {log}." if lines else ""
    windows = (code or 0) & 0xFFFFFFFF
    if CARD_MEMORY.search(text):
        return _sentences("The memory of the graphics card is not enough for the training; set a smaller batch or "
                          "patch, or the device to cpu.", kept)  # fmt: skip
    if MEMORY.search(text) or windows in WINDOWS_MEMORY:
        return _sentences("The memory is not enough for the training; set a smaller batch or patch, or close other "
                          "programs.", kept)  # fmt: skip
    if DISK.search(text):
        return _sentences("The disk is full, so the training cannot go on; make room.", kept)
    last = _last_words(lines)
    if PACKAGE.search(last):
        return _sentences(f"The packages for training are not installed or damaged ({last}).", INSTALL_TRAINING)
    if name == "SIGKILL":
        return _sentences("The training was killed by the system, most often because memory ran out; set a smaller "
                          "batch or patch.", kept)  # fmt: skip
    if stopped or name in _STOPPED_FROM_OUTSIDE:
        return _sentences("The training was stopped from outside QGIS.", kept)
    crash = WINDOWS_CRASHES.get(windows) or (name if code is not None and code < 0 else "")
    if crash or windows >= 0xC0000000:
        return _sentences(f"The training crashed ({crash or hex(windows)}); run it again, and if it crashes again, "
                          "with the device cpu, or install the packages anew.", kept, more)  # fmt: skip
    if TRACEBACK in text:
        return _sentences(f"The training failed: {last.rstrip('.')}.", more, kept)
    return _sentences(f"The training ended with code {code} and without a result.", more, kept)


def _signal(code: int | None) -> str:
    """Name of the signal that a process died of; empty where it is none."""
    if code is None or code >= 0:
        return ""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return ""


def _last_words(lines: Sequence[str]) -> str:
    """The line of a traceback that says what went wrong: the last one that is not indented."""
    return next((line for line in reversed(lines) if line and not line[0].isspace()), "")
