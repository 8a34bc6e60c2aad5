"""The Python interpreter that belongs to the QGIS that runs, which ``sys.executable`` often is not.

On Windows and macOS ``sys.executable`` is QGIS itself, and starting it opens a second QGIS; on Linux it is the first
``python3`` on the PATH, which may be another one. So places are listed from what the running Python says of itself,
and a candidate is used only if it runs, is the same Python, and takes NumPy and GDAL from where QGIS does.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from ..errors import ScarpError
from ..progress import Progress
from . import probe
from .processes import child_variables, run

PYTHON_NAME = re.compile(r"python(3(\.\d+)?)?(\.exe)?", re.IGNORECASE)
PROBE_LIMIT_S = 90.0


@dataclass(frozen=True)
class QgisModule:
    """A module that QGIS brings.

    Attributes:
        name: that it is imported by.
        version: of it.
        folder: that it lies in.
    """

    name: str
    version: str
    folder: str


@dataclass(frozen=True)
class Layout:
    """What the Python inside of QGIS says of itself.

    Attributes:
        platform: as ``sys.platform``.
        version: major and minor.
        executable: as ``sys.executable``; often QGIS.
        prefix, base_prefix: as in ``sys``.
        application: folder of QGIS's program; may be empty.
        variables: environment variables.
        modules: NumPy and GDAL as QGIS has imported them.
    """

    platform: str
    version: tuple[int, int]
    executable: str
    prefix: str
    base_prefix: str
    application: str
    variables: Mapping[str, str]
    modules: tuple[QgisModule, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A place where the interpreter may be.

    Attributes:
        path: of the program.
        home: the PYTHONHOME to run it with.
    """

    path: str
    home: str | None = None

    def __str__(self) -> str:
        return f"{self.path} (PYTHONHOME={self.home})" if self.home else self.path


@dataclass(frozen=True)
class Interpreter:
    """The interpreter of QGIS, checked.

    Attributes:
        path: of the program.
        home: the PYTHONHOME that it needs.
        version: major, minor, micro.
        machine: as ``platform.machine()``.
    """

    path: str
    home: str | None
    version: tuple[int, ...]
    machine: str


@dataclass(frozen=True)
class Refused:
    """A candidate that is not the one.

    Attributes:
        candidate: tried.
        reason: why not.
    """

    candidate: Candidate
    reason: str

    def __str__(self) -> str:
        return f"{self.candidate}: {self.reason}"


def candidates(layout: Layout) -> list[Candidate]:
    """Places to look at, the likeliest first, each once.

    Args:
        layout: of the QGIS that runs; nothing else is looked at, the file system neither.
    """
    rule = {"win32": _windows, "darwin": _macos}.get(layout.platform, _linux)
    return list(dict.fromkeys(rule(layout)))


def _names(layout: Layout) -> list[str]:
    return [f"python{layout.version[0]}.{layout.version[1]}", f"python{layout.version[0]}", "python"]


def _own(layout: Layout, kind: type[PurePath]) -> Iterator[Candidate]:
    """``sys.executable``, where its name is that of a Python and not of QGIS."""
    if layout.executable and PYTHON_NAME.fullmatch(kind(layout.executable).name):
        yield Candidate(layout.executable)


def _linux(layout: Layout) -> Iterator[Candidate]:
    """System packages, virtual and conda environments, Flatpak, Snap."""
    snap = layout.variables.get("SNAP")
    roots = [layout.prefix, layout.base_prefix, *([f"{snap}/usr", snap] if snap else [])]
    if "FLATPAK_ID" in layout.variables:
        roots += ["/app", "/usr"]
    if conda := layout.variables.get("CONDA_PREFIX"):
        roots.append(conda)
    for root in roots:
        for name in _names(layout):
            yield Candidate(str(PurePosixPath(root) / "bin" / name))
    yield from _own(layout, PurePosixPath)


def _windows(layout: Layout) -> Iterator[Candidate]:
    """OSGeo4W and the standalone installer, which has the same tree, virtual and conda environments."""
    homes = [layout.base_prefix, layout.variables.get("PYTHONHOME", "")]
    if layout.prefix != layout.base_prefix:
        yield Candidate(str(PureWindowsPath(layout.prefix) / "Scripts" / "python.exe"))
    roots = [layout.variables.get("OSGEO4W_ROOT", "")]
    for program in (layout.executable, f"{layout.application}/qgis.exe" if layout.application else ""):
        # <root>/bin/qgis-bin.exe, or <root>/apps/qgis-ltr/bin/...
        if program:
            above = PureWindowsPath(program).parents
            roots += [str(folder) for folder in above[1:4] if str(folder) != folder.anchor]
    roots = [root for root in roots if root]
    homes += [str(PureWindowsPath(root) / "apps" / f"Python{layout.version[0]}{layout.version[1]}") for root in roots]
    for home in homes:
        if home:
            for name in ("python.exe", "python3.exe"):
                yield Candidate(str(PureWindowsPath(home) / name))
    for root in roots:
        for name in ("python3.exe", "python.exe"):
            yield Candidate(str(PureWindowsPath(root) / "bin" / name))
    yield from _own(layout, PureWindowsPath)


def _macos(layout: Layout) -> Iterator[Candidate]:
    """QGIS.app, old and new, Homebrew, MacPorts, virtual and conda environments.

    The bundles' interpreters look for their library where they were built. They find it by PYTHONHOME, as the script
    ``Contents/MacOS/python`` of newer bundles sets it; the environment made must be run with it too, so the program
    itself is preferred to the script.
    """
    folders = []
    for path in (layout.application, layout.executable, layout.base_prefix):
        contents = next((folder for folder in PurePosixPath(path).parents if folder.name == "Contents"), None)
        if contents is not None:
            framework = contents / "Frameworks" / "Python.framework" / "Versions" / "{}.{}".format(*layout.version)
            folders += [
                contents / "MacOS" / "bin", contents / "MacOS", contents / "Frameworks" / "bin", framework / "bin",
                contents / "Resources" / "python" / "bin",
            ]  # fmt: skip
    folders += [PurePosixPath(root) / "bin" for root in (layout.prefix, layout.base_prefix)]
    for folder in folders:
        for name in _names(layout):
            yield Candidate(str(folder / name))
            yield Candidate(str(folder / name), layout.base_prefix)
    yield from _own(layout, PurePosixPath)


def find_interpreter(layout: Layout, progress: Progress) -> tuple[Interpreter | None, list[Refused]]:
    """Try the candidates in turn.

    Returns:
        The first that passes, or nothing; and those refused before it, each with the reason.

    Raises:
        Cancelled: if so.
    """
    refused: list[Refused] = []
    for candidate in candidates(layout):
        found = check_candidate(candidate, layout, progress)
        if isinstance(found, Interpreter):
            return found, refused
        refused.append(Refused(candidate, found))
    return None, refused


def require_interpreter(layout: Layout, progress: Progress) -> Interpreter:
    """The interpreter of QGIS.

    Raises:
        Cancelled: if so.
        ScarpError: if none passes; lists those that are there, with the reason.
    """
    interpreter, refused = find_interpreter(layout, progress)
    if interpreter is None:
        there = [str(one) for one in refused if one.reason != MISSING] or [str(one.candidate) for one in refused]
        how = sandbox_hint(layout) or (
            "Run Diagnose, copy its text and report it, or make the environment by hand and name it in the variable "
            "SCARP_ENVIRONMENT (README, section Packages)."
        )
        raise ScarpError(
            f"The Python interpreter of this QGIS ({layout.version[0]}.{layout.version[1]}, {layout.base_prefix}) was "
            f"not found. Tried: {'; '.join(there)}. {how}"
        )
    return interpreter


MISSING = "there is no such file"


def check_candidate(candidate: Candidate, layout: Layout, progress: Progress) -> Interpreter | str:
    """Run a candidate.

    Returns:
        The interpreter, or why it is not the one.

    Raises:
        Cancelled: if so.
    """
    if not Path(candidate.path).is_file():
        return MISSING
    variables = child_variables(layout.variables, home=candidate.home)
    try:
        said = ask(candidate.path, [module.name for module in layout.modules], variables, progress)
    except ProbeError as error:
        return str(error)
    version = tuple(said["version"])
    if version[:2] != layout.version:
        return f"it is Python {version[0]}.{version[1]}, QGIS has {layout.version[0]}.{layout.version[1]}"
    if not same_place(said["base_prefix"], layout.base_prefix):
        return f"it belongs to {said['base_prefix']}, the Python of QGIS to {layout.base_prefix}"
    if wrong := differing(layout.modules, said):
        return wrong
    return Interpreter(candidate.path, candidate.home, version, said["machine"])


def same_place(one: str, other: str) -> bool:
    """Whether two paths lead to the same folder."""
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def differing(modules: Sequence[QgisModule], said: Mapping[str, Any]) -> str:
    """What an interpreter takes from elsewhere than QGIS; empty where nothing.

    Args:
        modules: as QGIS has them.
        said: what ``ask`` gave.
    """
    for module in modules:
        theirs = said["modules"].get(module.name, {"error": "it was not asked for"})
        if "error" in theirs:
            return f"{module.name} does not import ({theirs['error']})"
        if theirs["version"] != module.version or not same_place(theirs["folder"], module.folder):
            return (
                f"its {module.name} is {theirs['version']} in {theirs['folder']}, that of QGIS {module.version} in "
                f"{module.folder}"
            )
    return ""


class ProbeError(ScarpError):
    """An interpreter does not run or says nothing that is understood."""


def ask(
    python: str, modules: Sequence[str], variables: Mapping[str, str], progress: Progress, model: str = ""
) -> dict[str, Any]:
    """What an interpreter is and imports, from a process of its own.

    Args:
        python: the program.
        modules: names to import.
        variables: to run it with.
        progress: asked whether to stop.
        model: an ONNX file to open with ONNX Runtime, where that is among the modules.

    Raises:
        Cancelled: if so.
        ProbeError: if it does not run.
    """
    question = json.dumps({"modules": list(modules), "model": model})
    try:
        done = run([python, str(Path(probe.__file__).resolve()), question], variables, progress, limit_s=PROBE_LIMIT_S)
    except ScarpError as error:
        if type(error) is ScarpError:
            raise ProbeError(str(error)) from error
        raise
    answers = [line[len(probe.MARK) :] for line in done.lines if line.startswith(probe.MARK)]
    if done.code == 0 and answers:
        answer: dict[str, Any] = json.loads(answers[-1])
        return answer
    if done.code == -1:
        raise ProbeError(f"it did not answer within {PROBE_LIMIT_S:.0f} s")
    raise ProbeError(f"it ends with code {done.code}: {done.lines[-1] if done.lines else 'no message'}")


def sandbox_hint(layout: Layout) -> str:
    """What to know of a QGIS in a sandbox; empty where it is in none."""
    if "FLATPAK_ID" in layout.variables:
        return (
            "This QGIS is a Flatpak, whose runtime may lack pip: install org.kde.Sdk and start it once with "
            "\"flatpak run --devel org.qgis.qgis\", then install the packages."
        )
    if "SNAP" in layout.variables:
        return "This QGIS is a Snap, whose Python may lack pip and venv; QGIS from its own apt repository has both."
    return ""
