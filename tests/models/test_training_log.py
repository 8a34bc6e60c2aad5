from __future__ import annotations

import csv
import json
import os

import pytest
from scarp.engine.errors import ScarpError
from scarp.models.training_log import COLUMNS, PARTS, TrainingLog


def scores(loss, **more):
    return {"loss": loss, "accuracy": 0.9, "precision": 0.5, "recall": None, "f1": 0.25, **more}


def epoch(number, *, validation=True, best=False):
    entry = {"event": "epoch", "epoch": number, "epochs": 5, "training": scores(1 / number), "sources": {},
             "best": best, "seconds": 61.2 * number, "left_s": 8.0, "learning_rate": 1e-5}  # fmt: skip
    if validation:
        entry["validation"] = scores(2 / number, threshold=0.47, best_f1=0.75)
    return entry


def table(log):
    with log.table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_epoch_is_a_line_and_a_row_at_once(tmp_path):
    log = TrainingLog(tmp_path)
    assert log.entries() == []
    for number in (1, 2):
        log.append(epoch(number, best=number == 2))
        assert (tmp_path / "log.jsonl").read_text().count("\n") == number
        assert len(table(log)) == number
    assert log.entries() == [epoch(1), epoch(2, best=True)]
    assert (tmp_path / "log.csv").read_bytes() == (
        b"epoch,seconds,learning_rate,best,"
        b"training_loss,training_accuracy,training_precision,training_recall,training_f1,"
        b"validation_loss,validation_accuracy,validation_precision,validation_recall,validation_f1,"
        b"validation_threshold,validation_best_f1,"
        b"training_cls,training_box,training_mask,training_edge,training_rpn,validation_ap50\n"
        b"1,61.2,1e-05,0,1.0,0.9,0.5,,0.25,2.0,0.9,0.5,,0.25,0.47,0.75,,,,,,\n"
        b"2,122.4,1e-05,1,0.5,0.9,0.5,,0.25,1.0,0.9,0.5,,0.25,0.47,0.75,,,,,,\n"
    )


def test_parts_of_the_loss_and_average_precision_have_columns(tmp_path):
    log, entry = TrainingLog(tmp_path), epoch(1)
    parts = {"cls": 0.5, "box": 0.25, "mask": 0.75, "rpn": 0.125}  # without the edge loss
    log.append({**entry, "training": {"loss": 1.625, **parts}, "validation": {**entry["validation"], "ap50": 0.6}})
    (row,) = table(log)
    assert {part: row[f"training_{part}"] for part in PARTS} == {**{k: str(v) for k, v in parts.items()}, "edge": ""}
    assert (row["training_loss"], row["training_accuracy"], row["validation_ap50"]) == ("1.625", "", "0.6")


def test_the_parts_are_those_of_the_network():
    assert pytest.importorskip("scarp.models.mask_rcnn").LOSSES == PARTS


@pytest.mark.parametrize("validation", [None, {}, "absent"])
def test_without_validation_its_cells_are_empty(tmp_path, validation):
    log, entry = TrainingLog(tmp_path), epoch(1, validation=False)
    log.append(entry if validation == "absent" else {**entry, "validation": validation})
    (row,) = table(log)
    assert {row[column] for column in COLUMNS if column.startswith("validation_")} == {""}
    assert row["training_loss"] == "1.0"


@pytest.mark.parametrize(("kept", "left"), [(0, []), (2, [1, 2]), (9, [1, 2, 3])])
def test_cut_drops_what_lies_after_from_both_files(tmp_path, kept, left):
    log = TrainingLog(tmp_path)
    for number in (1, 2, 3):
        log.append(epoch(number))
    log.cut(kept)
    assert log.entries() == [epoch(number) for number in left]
    assert [int(row["epoch"]) for row in table(log)] == left
    log.append(epoch(4))
    assert [entry["epoch"] for entry in log.entries()] == [*left, 4]
    assert [int(row["epoch"]) for row in table(log)] == [*left, 4]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log.csv", "log.jsonl"]


def test_steps_are_of_the_epoch_that_goes_on(tmp_path):
    log = TrainingLog(tmp_path)
    steps = [{"event": "step", "epoch": 1, "step": number, "steps": 3, "loss": 0.5} for number in (1, 2)]
    for step in steps:
        log.step(step)
    assert [json.loads(line) for line in log.steps.read_text().splitlines()] == steps
    log.append(epoch(1))
    assert not log.steps.exists()
    log.step({**steps[0], "epoch": 2})
    log.cut(1)
    assert not log.steps.exists()
    log.steps.mkdir()  # which nothing can be written to
    log.step(steps[0])
    log.append(epoch(2))
    assert [entry["epoch"] for entry in log.entries()] == [1, 2]


def test_cut_mends_what_a_power_cut_left(tmp_path):
    log = TrainingLog(tmp_path)
    log.append(epoch(1))
    log.append(epoch(2))
    whole = log.lines.read_text()
    log.lines.write_text(whole + whole[:40])
    log.table.unlink()
    assert [entry["epoch"] for entry in log.entries()] == [1, 2]
    log.cut(2)
    assert log.lines.read_text() == whole
    assert [row["epoch"] for row in table(log)] == ["1", "2"]


@pytest.mark.parametrize("line", ["{\"epoch\": 1", "[1]", "{\"loss\": 1}", "{\"epoch\": \"1\"}", "\udcff"])
def test_a_line_that_is_no_epoch_is_named(tmp_path, line):
    log = TrainingLog(tmp_path)
    log.append(epoch(1))
    with log.lines.open("a", encoding="utf-8", errors="surrogateescape") as file:
        file.write(line + "\n" + json.dumps(epoch(2)) + "\n")
    with pytest.raises(ScarpError, match=r"Line 2 of the training log .*log\.jsonl is no epoch .*Remove"):
        log.entries()


@pytest.mark.parametrize("name", ["log.jsonl", "log.csv"])
def test_a_full_disk_is_a_sentence(tmp_path, name):
    if not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("this system has no device that is always full")
    (tmp_path / name).symlink_to("/dev/full")
    with pytest.raises(ScarpError, match=rf"log {tmp_path / name} cannot be written \(No space left on device\)"):
        TrainingLog(tmp_path).append(epoch(1))


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path):
    log = TrainingLog(tmp_path / "absent")
    with pytest.raises(ScarpError, match=r"log\.jsonl cannot be written \(No such file or directory\)\. Make room"):
        log.append(epoch(1))
    with pytest.raises(ScarpError, match=r"log\.jsonl cannot be written \(No such file or directory\)"):
        log.cut(0)


def test_what_cannot_be_replaced_stays(tmp_path, monkeypatch):
    log = TrainingLog(tmp_path)
    log.append(epoch(1))

    def refuse(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(tmp_path), "replace", refuse)
    with pytest.raises(ScarpError, match=r"log\.jsonl cannot be written \(Permission denied\).*close the file"):
        log.cut(0)
    assert log.entries() == [epoch(1)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log.csv", "log.jsonl"]


def test_a_log_that_cannot_be_read_is_a_sentence(tmp_path):
    (tmp_path / "log.jsonl").mkdir()
    with pytest.raises(ScarpError, match=r"log\.jsonl cannot be read \(Is a directory\)"):
        TrainingLog(tmp_path).entries()
