from __future__ import annotations

import builtins
import itertools
import re

import pytest
from scarp.engine.errors import ScarpError
from scarp.models.event_files import EventFiles
from scarp.models.job import Job, Source


def epoch(number, *, validation=True):
    entry = {"event": "epoch", "epoch": number, "learning_rate": 0.5 / number, "training": {
        "loss": 1.0 / number, "accuracy": 0.75, "precision": None, "recall": 0.25, "f1": 0.375}}  # fmt: skip
    if validation:
        entry["validation"] = {"loss": 2.0 / number, "accuracy": 0.5, "precision": 0.125, "recall": 1.0, "f1": 0.25,
                               "threshold": 0.75, "best_f1": 0.625}  # fmt: skip
    return entry


@pytest.fixture
def accumulated(tmp_path, monkeypatch):
    """Reads the files back: tag -> [(step, value)]."""
    module = pytest.importorskip("tensorboard.backend.event_processing.event_accumulator")
    writer = pytest.importorskip("tensorboard.summary.writer.event_file_writer")
    # Files are told apart, and put in order, by the second in which they were begun.
    seconds = itertools.count(1_700_000_000)
    monkeypatch.setattr(writer, "time", type("Clock", (), {"time": staticmethod(lambda: next(seconds))}))

    def read():
        accumulator = module.EventAccumulator(str(tmp_path / "events"))
        accumulator.Reload()
        tags = accumulator.Tags()
        scalars = {tag: [(event.step, event.value) for event in accumulator.Scalars(tag)] for tag in tags["scalars"]}
        texts = {tag: [(event.step, event.tensor_proto.string_val[0].decode()) for event in accumulator.Tensors(tag)]
                 for tag in tags["tensors"]}  # fmt: skip
        return scalars, texts

    return read


def test_scalars_of_each_epoch_are_there_at_once(tmp_path, accumulated):
    events = EventFiles(tmp_path / "events")
    assert events.message == ""
    events.epoch(epoch(1))
    assert accumulated()[0]["loss/training"] == [(1, 1.0)]
    events.epoch(epoch(2))
    scalars, _ = accumulated()
    assert scalars == {
        "loss/training": [(1, 1.0), (2, 0.5)], "loss/validation": [(1, 2.0), (2, 1.0)],
        "accuracy/training": [(1, 0.75), (2, 0.75)], "accuracy/validation": [(1, 0.5), (2, 0.5)],
        "precision/validation": [(1, 0.125), (2, 0.125)],
        "recall/training": [(1, 0.25), (2, 0.25)], "recall/validation": [(1, 1.0), (2, 1.0)],
        "f1/training": [(1, 0.375), (2, 0.375)], "f1/validation": [(1, 0.25), (2, 0.25)],
        "threshold/validation": [(1, 0.75), (2, 0.75)], "best_f1/validation": [(1, 0.625), (2, 0.625)],
        "learning_rate": [(1, 0.5), (2, 0.25)],
    }  # fmt: skip
    events.close()
    events.close()
    events.epoch(epoch(3))
    assert accumulated()[0] == scalars


def test_parts_of_the_loss_and_average_precision(tmp_path, accumulated):
    events = EventFiles(tmp_path / "events")
    training, validation = {"loss": 0.75, "cls": 0.5, "edge": 0.25}, {"loss": 1.0, "ap50": 0.625}
    events.epoch({"epoch": 1, "training": training, "validation": validation})
    events.close()
    assert accumulated()[0] == {
        "loss/training": [(1, 0.75)], "loss_part/cls": [(1, 0.5)], "loss_part/edge": [(1, 0.25)],
        "loss/validation": [(1, 1.0)], "ap50/validation": [(1, 0.625)],
    }  # fmt: skip


def test_without_validation(tmp_path, accumulated):
    events = EventFiles(tmp_path / "events")
    events.epoch(epoch(1, validation=False))
    events.close()
    tags = set(accumulated()[0])
    assert tags == {"loss/training", "accuracy/training", "recall/training", "f1/training", "learning_rate"}


def test_a_resumed_run_goes_on_and_replaces_what_it_does_again(tmp_path, accumulated):
    first = EventFiles(tmp_path / "events")
    for number in (1, 2, 3):
        first.epoch(epoch(number))
    first.close()
    resumed = EventFiles(tmp_path / "events", 3)
    resumed.epoch({"epoch": 3, "training": {"loss": 7.0}})
    resumed.epoch({"epoch": 4, "training": {"loss": 6.0}})
    resumed.close()
    scalars, _ = accumulated()
    assert scalars["loss/training"] == [(1, 1.0), (2, 0.5), (3, 7.0), (4, 6.0)]
    assert scalars["loss/validation"] == [(1, 2.0), (2, 1.0)]
    EventFiles(tmp_path / "events").close()
    assert accumulated()[0].get("loss/training", []) == []


def test_settings_as_text(tmp_path, accumulated):
    events = EventFiles(tmp_path / "events")
    job = Job([Source("hills|a", images="here")], [], "folder", epochs=7, learning_rate=0.03)
    events.settings(job)
    ((step, text),) = accumulated()[1]["settings/text_summary"]
    assert step == 0
    lines = text.splitlines()
    assert lines[:2] == ["| setting | value |", "| --- | --- |"]
    assert {"| epochs | 7 |", "| learning_rate | 0.03 |", "| weights |  |"} <= set(lines)
    assert "hills&#124;a" in text
    assert all(line.count("|") == 3 for line in lines)
    events.close()


@pytest.mark.parametrize(
    ("error", "said"),
    [(ModuleNotFoundError("no", name="tensorboard"), "is not installed in the environment that trains"),
     (ModuleNotFoundError("No module named 'absl'", name="absl"), r"does not load \(No module named 'absl'\)"),
     (TypeError("Descriptors cannot be created"), r"does not load \(Descriptors cannot be created\)")],
)  # fmt: skip
def test_without_tensorboard_it_does_nothing_and_says_so(tmp_path, monkeypatch, error, said):
    real = builtins.__import__

    def refuse(name, *arguments, **named):
        if name == "torch.utils.tensorboard":
            raise error
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    events = EventFiles(tmp_path / "events", 3)
    events.settings(Job([], [], "folder"))
    events.epoch(epoch(1))
    events.close()
    assert not (tmp_path / "events").exists()
    assert re.match(f"No event files .* the Python package tensorboard {said}", events.message)


def test_what_cannot_be_written_is_a_sentence(tmp_path):
    pytest.importorskip("tensorboard")
    (tmp_path / "events").write_text("a file")
    with pytest.raises(ScarpError, match=r"The event files for TensorBoard in .*events cannot be written .*Make room"):
        EventFiles(tmp_path / "events")


def test_a_full_disk_is_a_sentence(tmp_path, monkeypatch):
    writer = pytest.importorskip("tensorboard.summary.writer.record_writer")
    events = EventFiles(tmp_path / "events")

    def full(self, *_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer.RecordWriter, "flush", full)
    with pytest.raises(ScarpError, match=r"cannot be written \(No space left on device\)"):
        events.epoch(epoch(1))
    with pytest.raises(ScarpError, match=r"cannot be written \(No space left on device\)"):
        events.close()
