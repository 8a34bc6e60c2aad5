from __future__ import annotations

import math

import pytest
from scarp.models.job import Job, Source
from scarp.models.training_advice import advice, best_entry, overfitting_epoch, value


def curves(training, validation=None, **best):
    """Epochs with these losses."""
    entries = []
    for number, loss in enumerate(training, 1):
        entry = {"epoch": number, "training": {"loss": loss}}
        if validation is not None:
            entry["validation"] = {"loss": validation[number - 1], **best}
        entries.append(entry)
    return entries


def said(entries, best=None, *, validation=True, epochs=30):
    return advice(Job([], [Source("south")] if validation else [], "runs", epochs=epochs), entries, best)


@pytest.mark.parametrize(
    ("training", "validation", "epoch"),
    [
        ([5, 4, 3, 2, 1], [5, 4, 5, 6, 7], 3),
        ([5, 4, 3, 2, 1], [4, 5, 5, 6, 7], 2),
        ([5, 4, 3, 2, 1], [5, 4, 3, 2, 1], None),
        ([5, 4, 3, 2, 1], [5, 4, 3, 2, 3], None),  # a single epoch is no rise
        ([5, 4, 3, 3, 3], [5, 4, 3, 4, 5], None),  # training does not get better either
        ([5, 4, 3, 2, 1], [5, 4.0, 4.1, 4.1, 4.1], None),  # flat
        ([5, 4, 3, 2, 1, 0.5], [5, 4, 9, 4.1, 4.1, 4.1], None),  # one bad epoch, long ago
        ([5, 4, 3, 2, 1], [None, 4, None, 6, 7], 3),
        ([5, 4, 3, 2, 1], [5, 4, None, None, 7], None),
        ([5, None, 3, 2, None], [5, 4, 5, 6, 7], None),
        ([5, 4], [None, None], None),
        ([5, 4, 3], None, None),
        ([], None, None),
    ],
)
def test_overfitting_begins_after_the_lowest_validation_loss(training, validation, epoch):
    assert overfitting_epoch(curves(training, validation)) == epoch


def test_overfitting_in_words():
    (sentence,) = said(curves([0.5, 0.4, 0.3, 0.2], [0.5, 0.25, 0.3, 0.375]))
    assert sentence.startswith(
        "Overfitting from epoch 3 on: the validation loss rises (from 0.250 in epoch 2 to 0.375 in epoch 4) while the "
        "training loss falls (from 0.400 to 0.200)."
    )


def test_a_loss_that_rises_while_f1_does_is_no_overfitting():
    entries = curves([0.5, 0.4, 0.3, 0.2, 0.1], [0.5, 0.25, 0.3, 0.375, 0.4])
    assert said(entries, entries[3]) == []
    assert len(said(entries, entries[1])) == 1


@pytest.mark.parametrize(
    ("threshold", "f1", "best_f1", "start"),
    [
        (0.2, 0.45, 0.7125, "Recall is 0.31 at threshold 0.5, where F1 is 0.45; at 0.20 F1 is 0.71. Extract with 0.20"),
        (0.8, 0.45, 0.7125, "Precision is 0.62 at threshold 0.5, where F1 is 0.45; at 0.80 F1 is 0.71."),
        (0.2, None, 0.7125, "Recall is 0.31 at threshold 0.5, where F1 is 0.00"),
        (0.4, 0.45, 0.7125, None),
        (0.2, 0.70, 0.7125, None),
        (None, 0.45, None, None),
    ],
)
def test_a_threshold_far_from_one_half(threshold, f1, best_f1, start):
    best = {"epoch": 1, "validation": {"loss": 0.5, "precision": 0.62, "recall": 0.31, "threshold": threshold,
                                       "f1": f1, "best_f1": best_f1}}  # fmt: skip
    sentences = said([best], best)
    assert len(sentences) == (start is not None)
    assert not start or sentences[0].startswith(start)


def test_precision_that_is_not_defined():
    best = {"epoch": 1, "validation": {"threshold": 0.9, "f1": 0.0, "best_f1": 0.5, "precision": None}}
    assert said([best], best)[0].startswith("Precision is not defined at threshold 0.5, where F1 is 0.00; at 0.90")


def test_no_validation():
    (sentence,) = said(curves([0.5, 0.4]), validation=False)
    assert sentence.startswith("No validation area was given, so nothing here says how well")


def test_a_training_loss_that_does_not_fall():
    (sentence,) = said(curves([0.5, 0.4, 0.5], [0.3, 0.3, 0.3]))
    assert sentence.startswith("The training loss does not fall: it is 0.500 after the first epoch and 0.500 after")
    assert said(curves([0.5, 0.5], [0.3, 0.3])) == []
    assert said(curves([0.5, 0.6, None], [0.3, 0.3, 0.3])) == []


def test_the_last_epoch_is_the_best():
    entries = curves([0.5, 0.4, 0.3], [0.5, 0.4, 0.3])
    assert said(entries, entries[2], epochs=4) == []  # still going on
    assert said(entries, entries[1], epochs=3) == []
    assert said(entries, None, epochs=3) == []
    (sentence,) = said(entries, entries[2], epochs=3)
    assert sentence.startswith("The last epoch is the best, so more may be better still. Train again with more than 3")


def test_nothing_to_say():
    assert said([]) == []
    assert said(curves([0.5, 0.4, 0.3], [0.5, 0.4, 0.41])) == []


def test_the_best_epoch():
    entries = [{"epoch": 1, "best": True}, {"epoch": 2, "best": True}, {"epoch": 3, "best": False}]
    assert best_entry(entries, {}) == entries[1]
    assert best_entry(entries, {"best_epoch": 1}) == entries[0]
    assert best_entry(entries, {"best_epoch": None}) == entries[1]
    assert best_entry(entries, {"best_epoch": 9}) is None
    assert best_entry([], {}) is None


def test_a_score_that_is_absent_is_not_a_number():
    assert value({"training": {"loss": 1}}, "training", "loss") == 1.0
    for entry in ({}, {"training": None}, {"training": {}}, {"training": {"loss": None}}):
        assert math.isnan(value(entry, "training", "loss"))
