from __future__ import annotations

import json

import pytest
from scarp.models.training_log import TrainingLog
from scarp.ui import log_tail
from scarp.ui.log_tail import LogTail


def line(epoch: int, **more) -> str:
    return json.dumps({"event": "epoch", "epoch": epoch, **more}) + "\n"


@pytest.fixture
def tail(tmp_path) -> LogTail:
    return LogTail(tmp_path / "log.jsonl")


def epochs(tail: LogTail) -> list[int]:
    return [entry["epoch"] for entry in tail.entries]


def append(tail: LogTail, text: str) -> None:
    with tail.path.open("a", encoding="utf-8", newline="") as file:
        file.write(text)


def test_what_is_appended(tail):
    assert (tail.look(), epochs(tail)) == (False, [])
    append(tail, line(1))
    assert (tail.look(), epochs(tail)) == (True, [1])
    assert (tail.look(), epochs(tail)) == (False, [1])
    append(tail, line(2) + line(3))
    assert (tail.look(), epochs(tail)) == (True, [1, 2, 3])


def test_only_what_is_new_is_read(tail, monkeypatch):
    append(tail, line(1) + line(2))
    tail.look()
    taken = []
    take = tail._take
    monkeypatch.setattr(tail, "_take", lambda new: taken.append(new) or take(new))
    append(tail, line(3))
    assert tail.look()
    assert taken == [line(3).encode()]


def test_a_line_that_is_written_in_two_parts(tail):
    append(tail, line(1) + line(2)[:-9])
    assert (tail.look(), epochs(tail)) == (True, [1])
    append(tail, line(2)[-9:])
    assert (tail.look(), epochs(tail)) == (True, [1, 2])


def test_lines_that_are_no_entries(tail):
    append(tail, "[1]\n{\n\n" + '{"epoch": "one"}\n' + line(4) + "\xff\n")
    assert (tail.look(), epochs(tail)) == (True, [4])


def test_a_log_that_is_cut_as_when_a_training_goes_on(tail):
    log = TrainingLog(tail.path.parent)
    for epoch in (1, 2, 3):
        log.append({"event": "epoch", "epoch": epoch, "seconds": 1.0})
    tail.look()
    log.cut(2)
    assert (tail.look(), epochs(tail)) == (True, [1, 2])
    log.append({"event": "epoch", "epoch": 3, "seconds": 2.0})
    assert (tail.look(), [entry["seconds"] for entry in tail.entries]) == (True, [1.0, 1.0, 2.0])


def test_a_log_that_is_cut_and_goes_on_between_two_looks(tail):
    append(tail, line(1, loss=0.5) + line(2, loss=0.4))
    tail.look()
    tail.path.write_text(line(1, loss=0.5) + line(2, loss=0.3) + line(3, loss=0.2), encoding="utf-8")
    assert tail.look()
    assert [entry["loss"] for entry in tail.entries] == [0.5, 0.3, 0.2]


def test_a_log_that_goes(tail):
    append(tail, line(1))
    tail.look()
    tail.path.unlink()
    assert (tail.look(), epochs(tail)) == (True, [])
    assert tail.look() is False
    append(tail, line(1))
    assert (tail.look(), epochs(tail)) == (True, [1])


def test_a_log_that_is_longer_than_is_read_at_once(tail, monkeypatch):
    monkeypatch.setattr(log_tail, "LARGEST", len(line(1)) + 5)
    append(tail, line(1) + line(2) + line(3))
    looks = [tail.look() for _ in range(4)]
    assert (looks, epochs(tail)) == ([True, True, True, False], [1, 2, 3])
