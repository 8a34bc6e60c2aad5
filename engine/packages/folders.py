"""Where an environment lies: new ones in new folders, a pointer to the current one, old ones removed when unused.

Nothing is ever renamed or overwritten, which Windows refuses for files in use. Beside ``environment`` lie
``environment-1``, ``environment-2``, ... and ``environment.txt``, which names the current one and is replaced
atomically. Without it the folder (or link) ``environment`` itself is the current one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from ..errors import ScarpError

RECORD = "scarp.json"
MARK = "in-use"
"""Held open by every process that uses the environment."""
REMOVING = ".removing"


def pointer(place: Path) -> Path:
    """The file that names the current environment; it need not exist."""
    return place.with_name(place.name + ".txt")


def _numbered(place: Path) -> dict[int, Path]:
    """The environments beside a place, by number."""
    pattern = re.compile(re.escape(place.name) + r"-(\d+)")
    found = {}
    with suppress(OSError):
        for folder in place.parent.iterdir():
            if match := pattern.fullmatch(folder.name):
                found[int(match.group(1))] = folder
    return found


def current(place: Path) -> Path:
    """The current environment of a place; the place itself where no pointer names another that is there."""
    try:
        name = pointer(place).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return place
    return next((folder for folder in _numbered(place).values() if folder.name == name and folder.is_dir()), place)


def new_folder(place: Path) -> Path:
    """Make an empty folder for a new environment.

    Raises:
        ScarpError: if it cannot be made.
    """
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        while True:
            folder = place.with_name(f"{place.name}-{max(_numbered(place), default=0) + 1}")
            with suppress(FileExistsError):
                folder.mkdir()
                return folder
    except OSError as error:
        raise ScarpError(
            f"The folder {place.parent} for the packages cannot be written to ({error.strerror}); set the variable "
            "SCARP_ENVIRONMENT to a folder of your own."
        ) from error


def switch(place: Path, folder: Path) -> None:
    """Make an environment the current one, at once or not at all.

    Raises:
        ScarpError: if the pointer cannot be written.
    """
    new = pointer(place).with_name(f"{place.name}.{os.getpid()}.tmp")
    try:
        new.write_text(folder.name + "\n", encoding="utf-8")
        new.replace(pointer(place))
    except OSError as error:
        new.unlink(missing_ok=True)
        raise ScarpError(
            f"{pointer(place)} cannot be written ({error.strerror}), so the packages that were there stay in use."
        ) from error


class Hold:
    """Says, as long as it lives, that this process uses an environment.

    Args:
        environment: the folder.
        file: its mark, open and locked; nothing where that was not possible.
    """

    def __init__(self, environment: Path, file: IO[str] | None) -> None:
        self.environment, self._file = environment, file

    def release(self) -> None:
        """Use it no longer."""
        if self._file is not None:
            self._file.close()
            self._file = None


def hold(environment: Path) -> Hold:
    """Use an environment: no other process removes it meanwhile.

    On Windows an open file cannot be removed; elsewhere it carries a shared lock.
    """
    file: IO[str] | None = None
    try:
        if (environment / MARK).exists() or (environment / RECORD).exists():
            file = (environment / MARK).open("a", encoding="utf-8")
            if sys.platform != "win32":
                import fcntl

                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:  # a folder that cannot be written to is not ours to remove either
        pass
    return Hold(environment, file)


def start_hold(folder: Path) -> Hold:
    """Use an environment in the making."""
    (folder / MARK).touch()
    return hold(folder)


def _claim(folder: Path) -> Path | None:
    """Take an environment out of the row for removal; nothing where it is in use."""
    mark, target = folder / MARK, folder.with_name(folder.name + REMOVING)
    try:
        if sys.platform != "win32" and mark.exists():
            import fcntl

            with mark.open("a", encoding="utf-8") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                folder.rename(target)
        else:
            mark.unlink(missing_ok=True)
            folder.rename(target)
    except OSError:
        return None
    return target


def remove_old(place: Path) -> list[str]:
    """Remove the environments of a place that are no longer current and that no process uses.

    Returns:
        Names of the folders that went.
    """
    gone = []
    now = current(place)
    for _, folder in sorted(_numbered(place).items()):
        if folder != now and folder.is_dir() and not folder.is_symlink() and (target := _claim(folder)):
            gone.append(folder.name)
            shutil.rmtree(target, ignore_errors=True)
    with suppress(OSError):
        for folder in place.parent.glob(f"{place.name}-*{REMOVING}"):
            shutil.rmtree(folder, ignore_errors=True)
    return gone


def discard(folder: Path) -> None:
    """Remove an environment in the making; what is still held open goes at the next start."""
    for _ in range(3):  # a process that was just killed may be about to write its last file
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return


def write_record(environment: Path, record: Mapping[str, Any]) -> None:
    """Note in an environment how it was made."""
    (environment / RECORD).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def read_record(environment: Path) -> dict[str, Any]:
    """How an environment was made; empty where Scarp did not make it."""
    try:
        record = json.loads((environment / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def settings(environment: Path) -> dict[str, str]:
    """The entries of an environment's pyvenv.cfg; empty where it has none."""
    try:
        text = (environment / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.partition("=") for line in text.splitlines())
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def python_version(environment: Path) -> tuple[int, ...] | None:
    """Version of the Python that an environment was made for; nothing where it does not say."""
    entries = settings(environment)
    match = re.match(r"(\d+)\.(\d+)", entries.get("version") or entries.get("version_info") or "")
    return (int(match.group(1)), int(match.group(2))) if match else None


def is_made_for(environment: Path, version: tuple[int, ...]) -> bool:
    """Whether an environment suits a Python (major, minor); also where it does not say what it is made for."""
    return python_version(environment) in (None, tuple(version[:2]))


def site_folders(environment: Path, version: tuple[int, ...]) -> list[Path]:
    """Folders of an environment that hold packages for a Python (major, minor)."""
    if not is_made_for(environment, version):
        return []
    python = f"python{version[0]}.{version[1]}"
    folders = [environment / "lib" / python / "site-packages", environment / "Lib" / "site-packages"]
    return [folder for folder in folders if folder.is_dir()]


def environment_python(environment: Path) -> Path:
    """The interpreter of an environment; it need not exist."""
    windows = environment / "Scripts" / "python.exe"
    return windows if windows.exists() or sys.platform == "win32" else environment / "bin" / "python"
