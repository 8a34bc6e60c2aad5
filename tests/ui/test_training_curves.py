from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from scarp.models import job
from scarp.models.training_log import SCORES as LOGGED
from scarp.models.training_log import TrainingLog
from scarp.ui import training_curves
from scarp.ui.training_curves import LOG, MOST_STEPS, SCORES, STEPS, TrainingCurves, points

TRAINING = {"loss": 0.5, "accuracy": 0.9, "precision": 0.8, "recall": 0.7, "f1": 0.75}

pytestmark = pytest.mark.usefixtures("qgis_app")


def entry(epoch: int, **more) -> dict:
    """An epoch as the training logs it."""
    validation = {**TRAINING, "loss": 0.6 / epoch, "f1": 0.7, "threshold": 0.4, "best_f1": 0.7 + epoch / 100}
    return {"event": "epoch", "epoch": epoch, "epochs": 6, "training": TRAINING, "validation": validation,
            "best": epoch != 3, "left_s": 600.0 - 100 * epoch, **more}  # fmt: skip


@pytest.fixture
def curves(monkeypatch):
    monkeypatch.setattr(training_curves, "LOOK_MS", 20)
    curves = TrainingCurves()
    curves.resize(330, curves.sizeHint().height())
    curves.show()
    yield curves
    curves.follow(None, False)
    curves.deleteLater()


def drawn(chart) -> dict[str, list[tuple[float, float]]]:
    return {curve.name: list(curve.points) for curve in chart._curves if not curve.faint}


def test_files_are_those_of_the_training():
    assert (job.LOG, job.STEPS) == (LOG, STEPS)
    assert set(LOGGED) == {"loss", *SCORES} - {"ap50"}


def test_curves_grow_with_the_log(curves, tmp_path, wait):
    curves.follow(tmp_path, True)
    assert drawn(curves.loss) == {} and curves.headline.text() == ""
    log = TrainingLog(tmp_path)
    log.append(entry(1))
    wait(lambda: curves.headline.text() == "Epoch 1 of 6 · best: epoch 1, F1 0.71 · 8 min left")
    assert drawn(curves.loss) == {"training": [(1.0, 0.5)], "validation": [(1.0, 0.6)]}
    for epoch in (2, 3):
        log.append(entry(epoch))
    wait(lambda: curves.headline.text() == "Epoch 3 of 6 · best: epoch 2, F1 0.72 · 5 min left")
    assert drawn(curves.loss)["validation"] == [(1.0, 0.6), (2.0, 0.3), (3.0, pytest.approx(0.2))]
    assert list(drawn(curves.scores)) == [
        f"{score}, {part}" for score in ("Accuracy", "Precision", "Recall", "F1") for part in ("training", "validation")
    ]
    assert drawn(curves.scores)["F1, validation"] == [(1.0, 0.7), (2.0, 0.7), (3.0, 0.7)]
    assert curves.loss._mark == curves.scores._mark == 2
    assert curves.loss._x_range == (0.0, 6.0) and curves.scores._y_range == (0.0, 1.0)
    assert [each.dashed for each in curves.loss._curves] == [True, False]


def test_loss_of_the_steps_since_the_last_epoch(curves, tmp_path, wait):
    log = TrainingLog(tmp_path)
    curves.follow(tmp_path, True)

    def running() -> list[tuple[float, float]]:
        return [point for curve in curves.loss._curves if curve.faint for point in curve.points]

    for step in (10, 20):
        log.step({"event": "step", "epoch": 1, "step": step, "steps": 40, "loss": 1.0 / step, "left_s": 5.0})
    wait(lambda: running() == [(0.25, 0.1), (0.5, 0.05)])
    assert curves.loss.places() == [] and drawn(curves.loss) == {}
    log.append(entry(1))
    wait(lambda: drawn(curves.loss) != {} and running() == [])
    # Steps of an epoch that is done, as where their file could not be removed.
    log.step({"event": "step", "epoch": 1, "step": 40, "steps": 40, "loss": 0.2})
    wait(lambda: curves._steps.entries)
    assert running() == []
    for step in range(1, 2 * MOST_STEPS + 1):
        log.step({"event": "step", "epoch": 2, "step": step, "steps": 1000, "loss": 0.3})
    wait(lambda: len(running()) == MOST_STEPS)
    assert running()[0] == (1.001, 0.3)


def test_boxes_choose_scores(curves, tmp_path):
    TrainingLog(tmp_path).append(entry(1))
    curves.follow(tmp_path, False)
    assert curves.shown["ap50"].isHidden()
    for name in ("accuracy", "precision"):
        box = curves.shown[name]
        left = QPoint(box.height() // 2, box.height() // 2)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, left)
    assert {name.partition(",")[0] for name in drawn(curves.scores)} == {"Recall", "F1"}
    QTest.keyClick(curves.shown["accuracy"], Qt.Key.Key_Space)
    assert "Accuracy, validation" in drawn(curves.scores)


def test_a_training_that_goes_on_from_a_checkpoint(curves, tmp_path, wait):
    log = TrainingLog(tmp_path)
    for epoch in (1, 2, 3):
        log.append(entry(epoch))
    curves.follow(tmp_path, True)
    assert len(drawn(curves.loss)["training"]) == 3
    log.cut(1)
    wait(lambda: len(drawn(curves.loss)["training"]) == 1)
    log.append(entry(2, training={**TRAINING, "loss": 0.1}))
    wait(lambda: drawn(curves.loss)["training"] == [(1.0, 0.5), (2.0, 0.1)])


def test_line_that_is_not_complete(curves, tmp_path):
    line = json.dumps(entry(1))
    (tmp_path / LOG).write_text(line[:50], encoding="utf-8")
    curves.follow(tmp_path, False)
    assert drawn(curves.loss) == {}
    (tmp_path / LOG).write_text(line + "\n", encoding="utf-8")
    curves.look()
    assert drawn(curves.loss)["training"] == [(1.0, 0.5)]


def test_another_training(curves, tmp_path):
    for name, epochs in (("one", (1, 2)), ("two", (1,))):
        (tmp_path / name).mkdir()
        for epoch in epochs:
            TrainingLog(tmp_path / name).append(entry(epoch))
    curves.follow(tmp_path / "one", True)
    curves.follow(tmp_path / "two", False)
    assert len(drawn(curves.loss)["training"]) == 1
    curves.follow(None, False)
    assert drawn(curves.loss) == {} and curves.headline.text() == ""


def test_instances_have_a_loss_and_average_precision(curves, tmp_path):
    validation = {**TRAINING, "ap50": 0.4}
    TrainingLog(tmp_path).append(entry(1, training={"loss": 1.5, "cls": 1.0}, validation=validation))
    curves.follow(tmp_path, False)
    assert not curves.shown["ap50"].isHidden()
    assert drawn(curves.scores)["AP50, validation"] == [(1.0, 0.4)]
    assert "F1, training" not in drawn(curves.scores)
    assert drawn(curves.loss)["training"] == [(1.0, 1.5)]


def test_scores_that_are_nothing_leave_a_gap(curves, tmp_path):
    epochs = [entry(1), entry(2, validation={**TRAINING, "precision": None}), entry(3, validation=None)]
    found = points(epochs, "validation", "precision")
    assert found[0] == (1.0, 0.8) and math.isnan(found[1][1]) and math.isnan(found[2][1])
    assert points(epochs, "validation", "ap50") == []
    for each in epochs:
        TrainingLog(tmp_path).append(each)
    curves.follow(tmp_path, False)
    curves.grab()
    assert curves.scores.places() == [1.0, 2.0, 3.0]


def test_folder_that_goes(curves, tmp_path):
    TrainingLog(tmp_path).append(entry(1))
    curves.follow(tmp_path, False)
    Path(tmp_path / LOG).unlink()
    curves.look()
    assert drawn(curves.loss) == {}
