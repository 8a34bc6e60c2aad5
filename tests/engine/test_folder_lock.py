from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest
from scarp.engine.errors import ScarpError
from scarp.engine.folder_lock import LOCK, locked

HOLDS = """
import sys
from pathlib import Path
from scarp.engine.folder_lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that holds the lock of ``tmp_path``."""
    command = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_folder_that_another_process_uses_is_refused(tmp_path, holder):
    with pytest.raises(ScarpError) as caught, locked(tmp_path):
        pass
    assert str(caught.value) == (
        f"Another training is running in {tmp_path} (process {holder.pid}); wait for it, cancel it, or choose another "
        "training folder."
    )


def test_what_was_killed_holds_nothing(tmp_path, holder):
    holder.kill()
    holder.wait()
    assert (tmp_path / LOCK).read_text() == str(holder.pid)
    with locked(tmp_path):
        assert (tmp_path / LOCK).read_text() == str(os.getpid())
    assert list(tmp_path.iterdir()) == []


def test_what_has_ended_leaves_nothing(tmp_path, holder):
    holder.stdin.close()
    assert holder.wait(10) == 0
    assert list(tmp_path.iterdir()) == []


def test_one_process_uses_it_once_at_a_time(tmp_path):
    for _ in range(2):
        with locked(tmp_path / "new"):
            with pytest.raises(ScarpError, match=f"process {os.getpid()}"), locked(tmp_path / "new"):
                pass
            assert (tmp_path / "new" / LOCK).exists()
        assert not (tmp_path / "new" / LOCK).exists()


@pytest.mark.skipif(os.name == "nt", reason="locks are POSIX's")
def test_a_lock_that_was_removed_meanwhile_is_none(tmp_path, monkeypatch):
    import fcntl

    whole, removed = fcntl.flock, []

    def late(file, how):
        whole(file, how)
        if not removed:
            removed.append((tmp_path / LOCK).unlink())

    monkeypatch.setattr(fcntl, "flock", late)
    with locked(tmp_path):
        assert (tmp_path / LOCK).read_text() == str(os.getpid())
    assert removed == [None]


@pytest.mark.skipif(os.name == "nt", reason="locks are POSIX's")
def test_a_disk_without_locks_is_used_without(tmp_path, monkeypatch):
    import fcntl

    def none(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    with locked(tmp_path), locked(tmp_path):
        assert (tmp_path / LOCK).exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ScarpError, match=r"^The training folder .*file.x cannot be written to \(Not a directory\);"), \
            locked(tmp_path / "file" / "x"):  # fmt: skip
        pass
