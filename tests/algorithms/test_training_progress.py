from __future__ import annotations

import os

import pytest
from scarp.algorithms.training_progress import TrainingProgress, epoch_line

SCORES = {"loss": 0.214, "accuracy": 0.98, "precision": None, "recall": 0.5, "f1": 0.6}
START = {"event": "start", "epoch": 0, "epochs": 4, "device": "cuda", "threads": 8, "precision": "bfloat16",
         "parameters": 5100000, "loaded": 0, "random": 0, "examples": 160}  # fmt: skip


def epoch(number, **changes):
    return {"event": "epoch", "epoch": number, "epochs": 4, "training": SCORES, "best": False, "left_s": 59.0,
            **changes}  # fmt: skip


def again(tmp_path, which):
    return f"The {which} is kept in {tmp_path}; run the training again with the same values to go on from it."


def test_a_whole_training(tmp_path, progress):
    told = TrainingProgress(tmp_path, False, progress)
    told.take(START)
    told.take({"event": "step", "epoch": 1, "step": 5, "steps": 20, "loss": 0.5, "left_s": 3.0})
    told.take(epoch(1))
    told.take({"event": "step", "epoch": 2, "step": 10, "steps": 20, "loss": 0.5, "left_s": 3.0})
    told.take({"event": "warning", "message": "Odd."})
    told.take({"event": "info", "message": "Bands 1, 2, 3."})
    told.take({"event": "something new"})
    told.take({"event": "done", "epoch": 4, "best_epoch": 3})
    assert progress.values == [0.0, 6.25, 25.0, 37.5]
    assert progress.warnings == ["Odd."]
    assert progress.infos == [
        "Training on cuda with 8 threads in bfloat16: 5,100,000 parameters, 160 patches an epoch, 4 epochs.",
        epoch_line(epoch(1)), "Bands 1, 2, 3.",
    ]  # fmt: skip
    assert told.done == {"event": "done", "epoch": 4, "best_epoch": 3}


def test_a_start_that_goes_on_with_new_classes(tmp_path, progress):
    TrainingProgress(tmp_path, True, progress).take({**START, "epoch": 2, "loaded": 1340, "random": 2})
    assert progress.infos[1:] == [
        "Tensors that are taken from the start weights: 1,340; that start at random: 2.",
        "The training goes on after epoch 2.",
    ]  # fmt: skip
    assert progress.values == [50.0]


@pytest.mark.parametrize(("changes", "line"), [
    ({}, "Epoch 2 of 4: training loss 0.21, accuracy 0.98, precision –, recall 0.50, F1 0.60; less than 1 min left."
     .replace("less than 1 min", "1 min")),
    ({"left_s": 29.0}, "Epoch 2 of 4: training loss 0.21, accuracy 0.98, precision –, recall 0.50, F1 0.60; less than "
                       "1 min left."),
    ({"left_s": 7260.0, "best": True, "validation": {**SCORES, "threshold": 0.37, "best_f1": None}},
     "Epoch 2 of 4: training loss 0.21, accuracy 0.98, precision –, recall 0.50, F1 0.60; validation loss 0.21, "
     "accuracy 0.98, precision –, recall 0.50, F1 0.60 (best F1 – at threshold 0.37); best so far; 2 h 1 min left."),
    ({"epoch": 4, "training": {"loss": 1.25, "cls": 0.5, "box": 0.25, "mask": None, "rpn": 0.125},
      "validation": {**SCORES, "threshold": 0.4, "best_f1": 0.7, "ap50": 0.625}},
     "Epoch 4 of 4: training loss 1.25, class 0.50, box 0.25, mask –, proposals 0.12; validation loss 0.21, accuracy "
     "0.98, precision –, recall 0.50, F1 0.60, AP50 0.62 (best F1 0.70 at threshold 0.40)."),
    ({"epoch": 4}, "Epoch 4 of 4: training loss 0.21, accuracy 0.98, precision –, recall 0.50, F1 0.60."),
])  # fmt: skip
def test_lines(changes, line):
    assert epoch_line({**epoch(2), **changes}) == line


def test_what_is_kept(tmp_path, progress):
    told = TrainingProgress(tmp_path, True, progress)
    assert told.kept() == again(tmp_path, "last checkpoint")
    told.take({**START, "epoch": 2})
    assert told.kept() == again(tmp_path, "checkpoint of epoch 2")
    told.take(epoch(3))  # is told before the checkpoint is written
    assert told.kept() == again(tmp_path, "checkpoint of epoch 2")
    told.take({"event": "step", "epoch": 4, "step": 1, "steps": 20})
    assert told.kept() == again(tmp_path, "checkpoint of epoch 3")
    told.take({"event": "stopped", "epoch": 3})
    assert told.kept() == again(tmp_path, "checkpoint of epoch 3")


def test_what_is_kept_by_the_files(tmp_path, progress):
    told = TrainingProgress(tmp_path, False, progress)
    assert told.kept() == "No epoch was finished, so nothing is kept."
    told.take(START)
    log, checkpoint = tmp_path / "log.jsonl", tmp_path / "last.pt"
    log.write_text("{}")
    told.take(epoch(1))
    assert told.kept() == "No epoch was finished, so nothing is kept."
    checkpoint.write_text("")
    os.utime(log, ns=(10, 10))
    os.utime(checkpoint, ns=(9, 9))
    assert told.kept() == "No epoch was finished, so nothing is kept."
    os.utime(checkpoint, ns=(11, 11))
    assert told.kept() == again(tmp_path, "checkpoint of epoch 1")
