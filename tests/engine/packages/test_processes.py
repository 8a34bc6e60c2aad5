from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.packages.folders import write_record
from scarp.engine.packages.processes import child_variables, run, stop
from scarp.engine.progress import Quiet

QUIET = Quiet()


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_lines_of_both_streams_and_the_code() -> None:
    heard: list[str] = []
    code = "import sys; print('one'); sys.stdout.flush(); print('two \\u00e4', file=sys.stderr); sys.exit(3)"
    done = run([sys.executable, "-c", code], child_variables(os.environ), QUIET, on_line=heard.append)
    assert (done.code, done.lines) == (3, ["one", "two ä"])
    assert heard == done.lines


def test_runs_in_a_folder_with_the_variables_given(tmp_path: Path) -> None:
    code = "import os; print(os.getcwd()); print(os.environ['SHOWN']); print('HOME' in os.environ)"
    done = run([sys.executable, "-c", code], {"SHOWN": "yes"}, QUIET, folder=tmp_path)
    assert done.lines == [str(tmp_path), "yes", "False"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_cancelling_ends_it_and_what_it_started(progress: Any, tmp_path: Path) -> None:
    """The child starts another and neither would end by itself."""
    note = tmp_path / "pids"
    code = (
        "import os, pathlib, subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'])\n"
        f"pathlib.Path({str(note)!r}).write_text(f'{{os.getpid()}} {{child.pid}}')\n"
        "print('started', flush=True)\n"
        "child.wait()\n"
    )

    def cancel(_line: str) -> None:
        progress.cancel_after = 0

    with pytest.raises(Cancelled):
        run([sys.executable, "-c", code], dict(os.environ), progress, on_line=cancel)
    pids = [int(pid) for pid in note.read_text().split()]
    assert len(pids) == 2
    for _ in range(500):  # what was killed takes a moment to go
        if not any(map(is_running, pids)):
            return
        time.sleep(0.01)
    pytest.fail(f"of {pids}, {[pid for pid in pids if is_running(pid)]} still run")


def test_nothing_is_started_when_cancelled_before(progress: Any) -> None:
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        run(["/no/such/program"], {}, progress)


def test_a_child_that_does_not_answer_is_stopped() -> None:
    done = run([sys.executable, "-c", "import signal; signal.pause()"], dict(os.environ), QUIET, limit_s=0.1)
    assert (done.code, done.lines) == (-1, [])


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(ScarpError) as raised:
        run(["/no/such/program"], {}, QUIET)
    assert str(raised.value) == "/no/such/program cannot be started: No such file or directory."


def test_variables_of_qgis_that_would_mislead_a_python_are_left_out(tmp_path: Path) -> None:
    given = {"PYTHONHOME": "/app", "PYTHONPATH": "/kept", "__PYVENV_LAUNCHER__": "x", "PATH": "/bin"}
    child = child_variables(given)
    assert "PYTHONHOME" not in child and "__PYVENV_LAUNCHER__" not in child
    assert (child["PATH"], child["PYTHONPATH"]) == ("/bin", "/kept")
    assert child_variables(given, home="/bundle")["PYTHONHOME"] == "/bundle"
    write_record(tmp_path, {"home": "/noted"})
    assert child_variables(given, tmp_path)["PYTHONHOME"] == "/noted"
    assert given["PYTHONHOME"] == "/app"


@pytest.mark.skipif(os.name == "nt", reason="groups are POSIX's")
def test_a_group_that_may_not_be_signalled_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS, of a child that has just ended by itself."""

    def refused(*_: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "killpg", refused)
    child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], start_new_session=True)
    stop(child)
    assert child.returncode == -9
