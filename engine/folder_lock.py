"""A lock on a folder: one training works in it at a time, and what has died holds nothing."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from .errors import ScarpError

LOCK = "training.lock"
"""File in the folder while it is in use; it holds the number of the process."""
WHERE = 1 << 20
"""Byte that is locked on Windows, where what is locked cannot be read: beyond the number."""
TAKEN = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """While a folder is used by this process alone.

    The system releases the lock when the process ends, however it ends. Where the disk knows no locks, nothing is
    locked.

    Args:
        folder: is made if it is not there.

    Raises:
        ScarpError: if another process uses it, or it cannot be written to.
    """
    path = folder / LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = _taken(path)
    except OSError as error:
        raise ScarpError(
            f"The training folder {folder} cannot be written to ({error.strerror or error}); choose another."
        ) from error
    try:
        with suppress(OSError):  # the number is only for the message
            file.seek(0)
            file.truncate()
            file.write(str(os.getpid()).encode())
            file.flush()
        yield
    finally:
        if sys.platform != "win32":  # there an open file cannot be removed
            path.unlink(missing_ok=True)
        file.close()
        if sys.platform == "win32":
            with suppress(OSError):  # another has taken it
                path.unlink()


def _taken(path: Path) -> IO[bytes]:
    """The lock file, locked.

    Raises:
        ScarpError: if another process has it.
        OSError: if it cannot be opened.
    """
    while True:
        file = path.open("a+b")
        if not _lock(file):
            file.close()
            with suppress(OSError):
                number = path.read_text(encoding="ascii", errors="replace")[:20]
                raise ScarpError(
                    f"Another training is running in {path.parent} (process {number or 'unknown'}); wait for it, "
                    "cancel it, or choose another training folder."
                )
            continue  # it was released at that moment
        with suppress(OSError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        file.close()  # the one before has removed it meanwhile


def _lock(file: IO[bytes]) -> bool:
    """Whether the file is this process's alone, or the disk knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(WHERE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in TAKEN
    return True
