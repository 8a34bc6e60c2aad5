from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.packages.requirements import INSTALL_TRAINING
from scarp.engine.worker import KEPT_LINES, Worker, death
from scarp.tests.conftest import Recorder

KEPT = "The checkpoint of epoch 3 is kept in here; run again to go on."
EVENT = "import json, os, signal, sys, time\ndef event(**e): print(json.dumps(e), flush=True)\n"
LISTEN = "for line in sys.stdin:\n if line == 'stop\\n': break\n"
DONE = "event(event='done', epoch=2)\n"

posix = pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")


@pytest.fixture
def worker(tmp_path: Path) -> Callable[[str], Worker]:
    """Starts a script: ``worker("print(1)")`` -> the worker, not yet listened to."""

    def start(script: str) -> Worker:
        command = [sys.executable, "-c", EVENT + script]
        return Worker(command, dict(os.environ), tmp_path / "worker.log", lambda: KEPT)

    return start


@pytest.fixture
def listen(worker: Callable[[str], Worker], progress: Recorder) -> Callable[[str], list[dict[str, Any]]]:
    """Runs a script to its end: ``listen("...")`` -> its events."""

    def run(script: str) -> list[dict[str, Any]]:
        with worker(script) as started:
            return list(started.events(progress))

    return run


def said(listen: Callable[[str], list[dict[str, Any]]], script: str) -> str:
    """What the analyst reads when the script has died."""
    with pytest.raises(ScarpError) as caught:
        listen(script)
    return str(caught.value)


def is_gone(pid: int) -> bool:
    """Whether there is no such process, or only its entry, which nobody has asked for."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (ProcessLookupError, FileNotFoundError):
        return True


def wait_until_gone(pid: int) -> bool:
    """A killed process takes a moment to go."""
    for _ in range(200):
        if is_gone(pid):
            return True
        time.sleep(0.05)
    return False


def test_events_come_in_order(listen, tmp_path):
    events = listen("event(event='start', epochs=2)\nfor n in (1, 2): event(event='epoch', epoch=n)\n" + DONE)
    assert events == [
        {"event": "start", "epochs": 2}, {"event": "epoch", "epoch": 1}, {"event": "epoch", "epoch": 2},
        {"event": "done", "epoch": 2},
    ]  # fmt: skip
    assert not (tmp_path / "worker.log").exists()


def test_what_is_no_event_goes_to_the_log(listen, tmp_path):
    script = "print('Using a slow device')\nprint('[1, 2]')\nprint('{\"epoch\": 1}')\nprint('{\"event\": 7}')\n"
    script += "sys.stdout.flush(); sys.stdout.buffer.write(b'\\xff\\xfe\\n')\n"
    script += "print('{\"event\": \"do')\nprint()\nsys.stdout.flush()\n" + DONE
    assert listen(script) == [{"event": "done", "epoch": 2}]
    log = (tmp_path / "worker.log").read_text(encoding="utf-8").splitlines()
    assert log == ["Using a slow device", "[1, 2]", '{"epoch": 1}', '{"event": 7}', "��", '{"event": "do']


def test_a_flood_of_errors_holds_nothing_up_and_its_end_is_kept(listen, tmp_path):
    script = "for n in range(50000): sys.stderr.write(f'warning {n} of the library\\n')\n" + DONE
    assert listen(script) == [{"event": "done", "epoch": 2}]
    log = (tmp_path / "worker.log").read_text(encoding="utf-8").splitlines()
    assert len(log) == KEPT_LINES == 200
    assert log[-1] == "warning 49999 of the library"


def test_a_line_without_end_does_not_fill_memory(listen, tmp_path):
    script = "sys.stdout.write('x' * 3_500_000)\nsys.stdout.write('\\n')\nsys.stdout.flush()\n" + DONE
    assert listen(script) == [{"event": "done", "epoch": 2}]
    lines = (tmp_path / "worker.log").read_text(encoding="utf-8").splitlines()
    assert [len(line) for line in lines] == [1 << 20, 1 << 20, 1 << 20, 3_500_000 - 3 * (1 << 20)]


def test_an_error_is_the_workers_own_sentence(listen):
    script = "event(event='error', message='The disk is full; make room.')\nsys.exit(2)"
    assert said(listen, script) == "The disk is full; make room."


def test_an_error_without_message_still_is_a_sentence(listen):
    script = "event(event='error')\nsys.exit(2)"
    assert said(listen, script) == "The training failed and did not say why; see its log."


@posix
def test_killed_by_the_system(listen):
    script = "event(event='start', epochs=2)\nos.kill(os.getpid(), signal.SIGKILL)"
    assert said(listen, script) == (
        "The training was killed by the system, most often because memory ran out; set a smaller batch or patch. "
        + KEPT
    )


@posix
def test_crash(listen, tmp_path):
    script = "import resource\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
    script += "sys.stderr.write('free(): invalid pointer\\n'); sys.stderr.flush(); os.kill(os.getpid(), signal.SIGSEGV)"
    assert said(listen, script) == (
        "The training crashed (SIGSEGV); run it again, and if it crashes again, with the device cpu, or install the "
        f"packages anew. {KEPT} Its last words are in {tmp_path / 'worker.log'}."
    )
    assert (tmp_path / "worker.log").read_text(encoding="utf-8") == "free(): invalid pointer\n"


@posix
@pytest.mark.parametrize("script", [
    "os.kill(os.getpid(), signal.SIGTERM)", "event(event='stopped', epoch=3)",
    "event(event='stopped', epoch=3)\nsys.exit(143)",
])  # fmt: skip
def test_stopped_from_outside(listen, script):
    assert said(listen, script) == f"The training was stopped from outside QGIS. {KEPT}"


def test_traceback(listen, tmp_path):
    assert said(listen, "{}['width']") == (
        f"The training failed: KeyError: 'width'. Its last words are in {tmp_path / 'worker.log'}. {KEPT}"
    )
    assert (tmp_path / "worker.log").read_text(encoding="utf-8").startswith("Traceback (most recent call last):\n")


@pytest.mark.parametrize("raised", [
    "MemoryError()", "MemoryError('cannot allocate 3 GiB')",
    "RuntimeError('[enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can\\'t allocate memory: you "
    "tried to allocate 80000000000 bytes.')",
    "RuntimeError('DefaultCPUAllocator: not enough memory: you tried to allocate 80000000000 bytes.')",
    "OSError(12, 'Cannot allocate memory')",
])  # fmt: skip
def test_memory(listen, raised):
    assert said(listen, f"raise {raised}") == (
        "The memory is not enough for the training; set a smaller batch or patch, or close other programs. " + KEPT
    )


def test_memory_of_the_graphics_card(listen):
    script = (
        "class OutOfMemoryError(RuntimeError): __module__ = 'torch'\n"
        "raise OutOfMemoryError('CUDA out of memory. Tried to allocate 20.00 GiB.')"
    )
    assert said(listen, script) == (
        "The memory of the graphics card is not enough for the training; set a smaller batch or patch, or the device "
        "to cpu. " + KEPT
    )


def test_full_disk(listen):
    assert said(listen, "raise OSError(28, 'No space left on device')") == (
        "The disk is full, so the training cannot go on; make room. " + KEPT
    )


@pytest.mark.parametrize(("script", "why"), [
    ("raise ModuleNotFoundError(\"No module named 'torch'\")", "ModuleNotFoundError: No module named 'torch'"),
    ("raise ImportError('libcudart.so.12: cannot open shared object file')",
     "ImportError: libcudart.so.12: cannot open shared object file"),
    ("raise OSError('[WinError 1114] Error loading \"C:\\\\torch\\\\lib\\\\c10.dll\"')",
     'OSError: [WinError 1114] Error loading "C:\\torch\\lib\\c10.dll"'),
])  # fmt: skip
def test_missing_packages(listen, script, why):
    assert said(listen, script) == (
        f"The packages for training are not installed or damaged ({why}). {INSTALL_TRAINING}"
    )


def test_an_end_without_result(listen, tmp_path):
    assert said(listen, "event(event='start')") == f"The training ended with code 0 and without a result. {KEPT}"
    assert said(listen, DONE + "sys.exit(3)") == f"The training ended with code 3 and without a result. {KEPT}"
    assert said(listen, "sys.stderr.write('no such option'); sys.exit(2)") == (
        f"The training ended with code 2 and without a result. Its last words are in {tmp_path / 'worker.log'}. {KEPT}"
    )


@pytest.mark.parametrize(("code", "why"), [
    (0xC0000005, "access violation"), (0xC0000005 - (1 << 32), "access violation"), (0xC0000409, "a library gave up"),
    (0xC0000142, "a library could not be loaded"), (0xC0000420, "0xc0000420"),
])  # fmt: skip
def test_crash_on_windows(code, why):
    assert death(code, [], Path("worker.log"), KEPT) == (
        f"The training crashed ({why}); run it again, and if it crashes again, with the device cpu, or install the "
        f"packages anew. {KEPT}"
    )


def test_memory_on_windows():
    assert death(0xC0000017, [], Path("worker.log")) == (
        "The memory is not enough for the training; set a smaller batch or patch, or close other programs."
    )


def test_a_signal_without_a_name():
    assert "crashed (0xffffffc1)" in death(-63, [], Path("worker.log")) or "SIGRT" in death(-63, [], Path("worker.log"))


def test_no_interpreter(tmp_path):
    missing = str(tmp_path / "python")
    with pytest.raises(ScarpError) as caught:
        Worker([missing], {}, tmp_path / "worker.log")
    assert str(caught.value) == (
        f"The Python {missing} cannot be started (No such file or directory). {INSTALL_TRAINING}"
    )


def cancelled_after_start(started: Worker, progress: Recorder) -> tuple[list[dict[str, Any]], str]:
    """Cancel at the first event: what came, and what the analyst reads."""
    events = []
    with pytest.raises(Cancelled) as caught, started:
        for event in started.events(progress):
            events.append(event)
            progress.cancel_after = 0
    return events, str(caught.value)


def test_cancel_lets_the_worker_say_where_it_stopped(worker, progress):
    started = worker("event(event='start')\n" + LISTEN + "event(event='stopped', epoch=3)\n")
    events, message = cancelled_after_start(started, progress)
    assert events == [{"event": "start"}, {"event": "stopped", "epoch": 3}]
    assert message == f"The training was cancelled. {KEPT}"
    assert wait_until_gone(started.pid)


def test_the_end_of_its_input_stops_a_worker_too(worker, progress):
    started = worker("event(event='start')\nsys.stdin.read()\nevent(event='stopped', epoch=4)\n")
    events, _ = cancelled_after_start(started, progress)
    assert events[-1] == {"event": "stopped", "epoch": 4}


DEAF = "for s in (signal.SIGTERM, signal.SIGINT): signal.signal(s, signal.SIG_IGN)\n"


@posix
def test_cancel_ends_a_worker_that_does_not_listen(worker, progress):
    started = worker(DEAF + "event(event='start')\nwhile True: time.sleep(60)")
    events, message = cancelled_after_start(started, progress)
    assert events == [{"event": "start"}]
    assert message == f"The training was cancelled. {KEPT}"
    assert wait_until_gone(started.pid)


@posix
def test_cancel_is_heard_while_events_flood_in(worker, progress):
    started = worker(DEAF + "while True: event(event='step')")
    _, message = cancelled_after_start(started, progress)
    assert message == f"The training was cancelled. {KEPT}"
    assert wait_until_gone(started.pid)


@posix
def test_cancel_is_heard_after_the_output_was_closed(worker, progress):
    started = worker(DEAF + "event(event='start')\nos.close(1)\nos.close(2)\nwhile True: time.sleep(60)")
    _, message = cancelled_after_start(started, progress)
    assert message == f"The training was cancelled. {KEPT}"
    assert wait_until_gone(started.pid)


CHILD = (
    "import subprocess\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    "event(event='start', child=child.pid)\n"
)


@posix
def test_cancel_ends_what_the_worker_has_started(worker, progress):
    started = worker(DEAF + CHILD + "while True: time.sleep(60)")
    events, _ = cancelled_after_start(started, progress)
    assert wait_until_gone(started.pid) and wait_until_gone(events[0]["child"])


@posix
def test_nothing_is_left_after_a_worker_that_ended_before_what_it_started(listen):
    events = listen(CHILD + DONE)
    assert [event["event"] for event in events] == ["start", "done"]
    assert wait_until_gone(events[0]["child"])


@posix
def test_an_error_of_the_caller_leaves_no_orphan(worker, progress):
    started = worker(DEAF + CHILD + "while True: time.sleep(60)")

    def use(events: Iterator[dict[str, Any]]) -> None:
        raise ValueError(next(events)["child"])

    with pytest.raises(ValueError) as caught, started:
        use(started.events(progress))
    assert wait_until_gone(started.pid) and wait_until_gone(int(str(caught.value)))


def test_the_worker_gets_its_environment_alone(tmp_path, progress):
    script = EVENT + "event(event='done', seen=os.environ.get('SCARP_SEEN'), other=os.environ.get('SCARP_OTHER'))"
    os.environ["SCARP_OTHER"] = "of QGIS"
    try:
        environment = {key: value for key, value in os.environ.items() if key != "SCARP_OTHER"}
        with Worker([sys.executable, "-c", script], {**environment, "SCARP_SEEN": "1"}, tmp_path / "log") as started:
            (event,) = started.events(progress)
    finally:
        del os.environ["SCARP_OTHER"]
    assert (event["seen"], event["other"]) == ("1", None)


@posix
def test_the_worker_is_in_no_group_of_ours(worker, progress):
    with worker("event(event='done', group=os.getpgrp())") as started:
        (event,) = started.events(progress)
    assert event["group"] == started.pid != os.getpgrp()
    assert signal.Signals.SIGKILL  # of POSIX, as the group is


def test_a_log_that_cannot_be_written_is_no_error(tmp_path, progress):
    command = [sys.executable, "-c", "print('hello')\nprint('" + json.dumps({"event": "done"}) + "')"]
    with Worker(command, dict(os.environ), tmp_path / "none" / "worker.log") as started:
        assert [event["event"] for event in started.events(progress)] == ["done"]
