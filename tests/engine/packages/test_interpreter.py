from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest
from osgeo import gdal
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.packages import interpreter, probe
from scarp.engine.packages.interpreter import (
    MISSING,
    Candidate,
    Interpreter,
    Layout,
    ask,
    candidates,
    check_candidate,
    find_interpreter,
    require_interpreter,
    sandbox_hint,
)
from scarp.engine.packages.processes import child_variables
from scarp.engine.progress import Quiet

QUIET = Quiet()


def layout(**changes: Any) -> Layout:
    given = {
        "platform": "linux", "version": (3, 11), "executable": "/usr/bin/python3", "prefix": "/usr",
        "base_prefix": "/usr", "application": "/usr/bin", "variables": {}, "modules": (), **changes,
    }  # fmt: skip
    return Layout(**given)


def paths(given: Layout) -> list[str]:
    return [str(candidate) for candidate in candidates(given)]


# Where it is looked for


def test_linux_takes_the_prefix_before_the_first_python_on_the_path() -> None:
    assert paths(layout(executable="/home/a/.pyenv/shims/python3")) == [
        "/usr/bin/python3.11", "/usr/bin/python3", "/usr/bin/python", "/home/a/.pyenv/shims/python3",
    ]  # fmt: skip


def test_linux_virtual_environment_conda_flatpak_snap() -> None:
    assert paths(layout(prefix="/home/a/.venv"))[:4] == [
        "/home/a/.venv/bin/python3.11", "/home/a/.venv/bin/python3", "/home/a/.venv/bin/python", "/usr/bin/python3.11",
    ]  # fmt: skip
    conda = layout(prefix="/conda/envs/q", base_prefix="/conda/envs/q", executable="", variables={"CONDA_PREFIX": "/c"})
    assert paths(conda)[0] == "/conda/envs/q/bin/python3.11"
    assert "/c/bin/python3.11" in paths(conda)
    assert "/app/bin/python3.11" in paths(layout(variables={"FLATPAK_ID": "org.qgis.qgis"}))
    assert "/snap/qgis/12/usr/bin/python3.11" in paths(layout(variables={"SNAP": "/snap/qgis/12"}))


WINDOWS = {
    "platform": "win32", "version": (3, 12), "executable": r"C:\Program Files\QGIS 3.40.1\bin\qgis-bin.exe",
    "prefix": r"C:\PROGRA~1\QGIS34~1.1\apps\Python312", "base_prefix": r"C:\PROGRA~1\QGIS34~1.1\apps\Python312",
    "application": "C:/PROGRA~1/QGIS34~1.1/bin",
    "variables": {"OSGEO4W_ROOT": r"C:\PROGRA~1\QGIS34~1.1", "PYTHONHOME": r"C:\PROGRA~1\QGIS34~1.1\apps\Python312"},
}  # fmt: skip


def test_windows_standalone_installer() -> None:
    found = paths(layout(**WINDOWS))
    assert found[:2] == [
        r"C:\PROGRA~1\QGIS34~1.1\apps\Python312\python.exe", r"C:\PROGRA~1\QGIS34~1.1\apps\Python312\python3.exe",
    ]  # fmt: skip
    assert r"C:\Program Files\QGIS 3.40.1\apps\Python312\python.exe" in found
    assert r"C:\PROGRA~1\QGIS34~1.1\bin\python3.exe" in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("program", [r"C:\OSGeo4W\bin\qgis-ltr-bin.exe", r"C:\OSGeo4W\apps\qgis-ltr\bin\qgis-bin.exe"])
def test_windows_osgeo4w_without_its_variables(program: str) -> None:
    found = paths(layout(**{**WINDOWS, "executable": program, "variables": {}, "application": "", "base_prefix": ""}))
    assert r"C:\OSGeo4W\apps\Python312\python.exe" in found
    assert r"C:\OSGeo4W\bin\python3.exe" in found


def test_windows_virtual_environment_and_conda() -> None:
    own = layout(**{**WINDOWS, "prefix": r"D:\venv", "executable": r"D:\venv\Scripts\python.exe"})
    assert paths(own)[0] == r"D:\venv\Scripts\python.exe"
    conda = layout(
        platform="win32", prefix=r"C:\conda\envs\q", base_prefix=r"C:\conda\envs\q", application="",
        executable=r"C:\conda\envs\q\Library\bin\qgis.exe",
    )  # fmt: skip
    assert paths(conda)[0] == r"C:\conda\envs\q\python.exe"


@pytest.mark.parametrize(
    ("platform", "program"),
    [
        ("win32", r"C:\OSGeo4W\bin\qgis-bin.exe"), ("win32", r"C:\OSGeo4W\bin\qgis_process-qgis-bin.exe"),
        ("darwin", "/Applications/QGIS.app/Contents/MacOS/QGIS"), ("linux", "/usr/bin/qgis.bin"),
        ("darwin", "/Applications/QGIS-final-4_0_3.app/Contents/MacOS/QGIS-final-4_0_3"), ("linux", ""),
    ],
)  # fmt: skip
def test_qgis_itself_is_never_a_candidate(platform: str, program: str) -> None:
    found = candidates(layout(platform=platform, executable=program, prefix="/x", base_prefix="/x"))
    assert program not in [candidate.path for candidate in found]
    assert all(interpreter.PYTHON_NAME.fullmatch(Path(one.path.replace("\\", "/")).name) for one in found)


def test_macos_old_bundle() -> None:
    contents = "/Applications/QGIS-LTR.app/Contents"
    given = layout(
        platform="darwin", version=(3, 9), executable=f"{contents}/MacOS/QGIS", prefix=f"{contents}/MacOS",
        base_prefix=f"{contents}/MacOS", application=f"{contents}/MacOS",
    )  # fmt: skip
    found = candidates(given)
    assert found[:2] == [
        Candidate(f"{contents}/MacOS/bin/python3.9"),
        Candidate(f"{contents}/MacOS/bin/python3.9", f"{contents}/MacOS"),
    ]
    assert str(found[1]) == f"{contents}/MacOS/bin/python3.9 (PYTHONHOME={contents}/MacOS)"


def test_macos_new_bundle_takes_the_program_before_the_script_that_wraps_it() -> None:
    contents = "/Applications/QGIS-final-4_0_3.app/Contents"
    given = layout(
        platform="darwin", version=(3, 12), executable=f"{contents}/MacOS/QGIS-final-4_0_3",
        prefix=f"{contents}/Frameworks", base_prefix=f"{contents}/Frameworks", application=f"{contents}/MacOS",
    )  # fmt: skip
    found = candidates(given)
    program = Candidate(f"{contents}/MacOS/python3.12", f"{contents}/Frameworks")
    assert found.index(program) < found.index(Candidate(f"{contents}/MacOS/python"))
    assert Candidate(f"{contents}/Frameworks/Python.framework/Versions/3.12/bin/python3.12") in found


# Whether it is the one


@pytest.fixture
def stand_in(tmp_path: Path) -> Callable[[str], Candidate]:
    """Makes a program named python3: a shell script."""

    def write(script: str) -> Candidate:
        program = tmp_path / "python3"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return Candidate(str(program))

    return write


def answer(text: str) -> str:
    return f"echo '{probe.MARK}{text}'"


def test_the_real_one_is_found_and_says_what_it_is(own: Layout) -> None:
    found, refused = find_interpreter(own, QUIET)
    assert found is not None
    assert (found.version, found.home) == (tuple(sys.version_info[:3]), None)
    assert Path(found.path).name == f"python3.{sys.version_info[1]}"
    assert refused == []


def test_refused_with_the_reason(own: Layout, stand_in: Callable[[str], Candidate]) -> None:
    def reason(script: str) -> Any:
        return check_candidate(stand_in(script), own, QUIET)

    major, minor = own.version
    head = f'"version": [{major}, {minor}, 0], "executable": "x", "machine": "x86_64"'
    assert check_candidate(Candidate("/no/such/python3"), own, QUIET) == MISSING
    assert reason("echo No module named encodings >&2; exit 1") == "it ends with code 1: No module named encodings"
    assert reason("exit 0") == "it ends with code 0: no message"
    assert reason(answer('{"version": [3, 6, 1]}')) == f"it is Python 3.6, QGIS has {major}.{minor}"
    assert reason(answer(f'{{{head}, "base_prefix": "/home/a/.pyenv/3"}}')) == (
        f"it belongs to /home/a/.pyenv/3, the Python of QGIS to {own.base_prefix}"
    )
    same = f'{{{head}, "base_prefix": "{own.base_prefix}", "modules": '
    assert reason(answer(same + '{"numpy": {"error": "ModuleNotFoundError: numpy"}}}')) == (
        "numpy does not import (ModuleNotFoundError: numpy)"
    )
    other = answer(same + '{"numpy": {"version": "2.1.0", "folder": "/home/a/.local/numpy"}}}')
    assert reason(other) == (
        f"its numpy is 2.1.0 in /home/a/.local/numpy, that of QGIS {numpy.__version__} in {own.modules[0].folder}"
    )
    right = ", ".join(f'"{m.name}": {{"version": "{m.version}", "folder": "{m.folder}"}}' for m in own.modules)
    found = reason("echo a warning first; " + answer(same + f"{{{right}}}}}"))
    assert isinstance(found, Interpreter)
    assert (found.version, found.machine) == ((major, minor, 0), "x86_64")


def test_one_that_does_not_answer(
    own: Layout, stand_in: Callable[[str], Candidate], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interpreter, "PROBE_LIMIT_S", 0.1)
    assert check_candidate(stand_in("exec sleep 100"), own, QUIET) == "it did not answer within 0 s"


def test_cancelled(own: Layout, progress: Any) -> None:
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        find_interpreter(own, progress)


def test_a_home_is_tried_where_the_program_alone_does_not_run(
    own: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bundle whose program needs PYTHONHOME, as on macOS."""
    program = tmp_path / "QGIS.app" / "Contents" / "MacOS" / "python3"
    program.parent.mkdir(parents=True)
    program.write_text(
        f'#!/bin/sh\ntest "$PYTHONHOME" || {{ echo "No module named encodings"; exit 1; }}\n'
        f'unset PYTHONHOME; exec "{sys.executable}" "$@"\n'
    )
    program.chmod(0o755)
    given = Layout(
        "darwin", own.version, str(program.parent / "QGIS"), "/none", own.base_prefix, str(program.parent),
        own.variables, own.modules,
    )  # fmt: skip
    found, refused = find_interpreter(given, QUIET)
    assert found is not None and (found.path, found.home) == (str(program), own.base_prefix)
    assert [str(one) for one in refused if one.reason != MISSING] == [
        f"{program}: it ends with code 1: No module named encodings"
    ]


def test_none_found_says_what_was_tried(own: Layout, stand_in: Callable[[str], Candidate], tmp_path: Path) -> None:
    program = stand_in(answer('{"version": [3, 6, 1]}'))
    prefix = str(tmp_path / "a")
    given = layout(executable=program.path, prefix=prefix, base_prefix=prefix)
    with pytest.raises(ScarpError) as raised:
        require_interpreter(given, QUIET)
    said = str(raised.value)
    assert said.startswith(f"The Python interpreter of this QGIS (3.11, {prefix}) was not found. Tried: {program}")
    assert f"{program.path}: it is Python 3.6, QGIS has 3.11." in said
    assert "SCARP_ENVIRONMENT" in said


def test_sandboxes_are_named() -> None:
    assert "flatpak run --devel org.qgis.qgis" in sandbox_hint(layout(variables={"FLATPAK_ID": "org.qgis.qgis"}))
    assert "Snap" in sandbox_hint(layout(variables={"SNAP": "/snap/qgis/1"}))
    assert sandbox_hint(layout()) == ""


# What is asked


def test_modules_are_asked_in_a_process_of_their_own(own: Layout, tmp_path: Path) -> None:
    folder = tmp_path / "found"
    folder.mkdir()
    (folder / "good.py").write_text("__version__ = '1.2'\nprint('noise')\n")
    (folder / "bad.py").write_text("raise OSError('[WinError 1114] c10.dll')\n")
    variables = {**child_variables(os.environ), "PYTHONPATH": str(folder)}
    said = ask(sys.executable, ["good", "bad", "absent_module", "osgeo", "environment"], variables, QUIET)
    assert said["modules"]["good"] == {"version": "1.2", "folder": str(folder)}
    assert said["modules"]["bad"] == {"error": "OSError: [WinError 1114] c10.dll"}
    assert "No module named 'absent_module'" in said["modules"]["absent_module"]["error"]
    assert said["modules"]["osgeo"]["version"] == gdal.__version__
    assert "No module named" in said["modules"]["environment"]["error"]  # its own folder is not on the path
    assert "good" not in sys.modules
