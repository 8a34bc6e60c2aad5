from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from scarp.algorithms.training_folder import REPORT as ALGORITHM_REPORT
from scarp.ui.run import Run, State
from scarp.ui.training_list import REPORT, Training, TrainingList

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


@pytest.fixture
def trainings():
    shown = TrainingList()
    shown.resize(330, 200)
    yield shown
    shown.deleteLater()


@pytest.fixture
def add(trainings, tmp_path):
    """Adds a training that waits: ``add(name)`` -> it."""

    def add(name: str) -> Training:
        run = Run("trial:trial", {}, name, QgsProject.instance())
        training = Training(run, name, tmp_path / name, trainings)
        trainings.add(training)
        return training

    return add


def rows(trainings: TrainingList) -> list[tuple[str, str]]:
    items = [trainings.tree.topLevelItem(number) for number in range(trainings.tree.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items]


def can(trainings: TrainingList) -> list[bool]:
    return [button.isEnabled() for button in (trainings.cancel, trainings.go_on, trainings.report)]


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_report_is_that_of_the_training():
    assert REPORT == ALGORITHM_REPORT


def test_states_of_trainings(trainings, add):
    assert trainings.isHidden() and trainings.current is None
    one, two = add("one"), add("two")
    assert not trainings.isHidden() and trainings.current is one
    assert rows(trainings) == [("one", "waiting"), ("two", "waiting")]
    one.run._set(State.RUNNING)
    one.run._progress(45.7)
    assert rows(trainings) == [("one", "45 %"), ("two", "waiting")]
    assert trainings.active() == [one, two] and can(trainings) == [True, False, False]
    one.run.results = {"BEST_F1": 0.783}
    one.run._end(State.DONE)
    assert rows(trainings) == [("one", "done, F1 0.78"), ("two", "waiting")]
    assert trainings.active() == [two] and can(trainings) == [False, False, False]
    two.run._set(State.RUNNING)
    assert trainings.current is two
    two.run.error = "The disk is full; make room."
    two.run._end(State.FAILED)
    assert rows(trainings)[1] == ("two", "failed")
    assert trainings.notice.label.text() == "The disk is full; make room."
    assert can(trainings) == [False, True, False]


def test_the_one_that_is_chosen_stays_so_while_it_is_at_work(trainings, add):
    one, two = add("one"), add("two")
    one.run._set(State.RUNNING)
    chosen = []
    trainings.chosen.connect(chosen.append)
    trainings.tree.setFocus()
    QTest.keyClick(trainings.tree, Qt.Key.Key_Down)
    assert chosen == [two]
    one.run._progress(50.0)
    assert trainings.current is two


def test_cancelling_the_one_that_is_chosen(trainings, add):
    add("one")
    two = add("two")
    item = trainings.tree.topLevelItem(1)
    trainings.show()
    place = trainings.tree.visualItemRect(item).center()
    QTest.mouseClick(trainings.tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    click(trainings.cancel)
    assert two.run.state is State.CANCELLED
    assert rows(trainings) == [("one", "waiting"), ("two", "cancelled")]
    again = []
    trainings.again.connect(again.append)
    click(trainings.go_on)
    assert again == [two]


def test_what_is_kept_is_said(trainings, add):
    one = add("one")
    one.run.said.emit("Epoch 1 of 6.", Qgis.MessageLevel.Info)
    one.run.said.emit("The checkpoint of epoch 1 is kept.", Qgis.MessageLevel.Critical)
    one.run._end(State.CANCELLED)
    assert trainings.notice.label.text() == "The checkpoint of epoch 1 is kept."
    one.follow(Run("trial:trial", {}, "one", QgsProject.instance()))
    trainings.show_training(one)
    assert trainings.notice.isHidden() and rows(trainings) == [("one", "waiting")]


def test_report_is_opened(trainings, add, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    one = add("one")
    one.folder.mkdir()
    (one.folder / "report.html").touch()
    one.run._set(State.RUNNING)
    assert not trainings.report.isEnabled()
    one.run._end(State.DONE)
    assert rows(trainings) == [("one", "done")]
    click(trainings.report)
    assert opened == [str(tmp_path / "one" / "report.html")]


def test_no_more_rows_than_four_are_seen_at_once(trainings, add):
    heights = []
    for name in "abcdef":
        add(name)
        heights.append(trainings.tree.height())
    assert heights[3] > heights[2] > heights[1] and heights[3] == heights[4] == heights[5]
