"""Reads what is appended to a training's log while the training goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

LARGEST = 1 << 20
"""Bytes that are read at once; a log of thousands of epochs takes several looks."""


class LogTail:
    """Entries of a log of JSON lines, of which each look reads only what is new.

    A log that is cut, replaced or gone is read anew. It is known by its last line that was read: while that stands
    where it stood, what comes before it is as it was.

    Args:
        path: of the log; it need not be there.

    Attributes:
        entries: in order.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.entries: list[dict[str, Any]] = []
        self._read, self._last = 0, b""

    def look(self) -> bool:
        """Read what was appended; whether there are other entries now.

        A line whose end is not written yet is left to the next look, and one that is no entry is passed over.
        """
        try:
            with self.path.open("rb") as file:
                file.seek(self._read - len(self._last))
                is_same = file.read(len(self._last)) == self._last
                if not is_same:
                    file.seek(0)
                new = file.read(LARGEST)
        except OSError:
            is_same, new = not self.entries, b""
        had_some = bool(self.entries)
        if not is_same:
            self.entries, self._read, self._last = [], 0, b""
        added = self._take(new)
        return added or (had_some and not is_same)

    def _take(self, new: bytes) -> bool:
        """Take the lines that are complete; whether one is an entry."""
        complete = new[: new.rfind(b"\n") + 1]
        lines = complete.splitlines(keepends=True)
        found = [entry for entry in map(_entry, lines) if entry is not None]
        self.entries += found
        if lines:
            self._read, self._last = self._read + len(complete), lines[-1]
        return bool(found)


def _entry(line: bytes) -> dict[str, Any] | None:
    """What a line holds, if it is an epoch or a step of one."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and isinstance(entry.get("epoch"), int) else None
