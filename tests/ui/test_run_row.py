from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.ui.run import Run, State
from scarp.ui.run_row import RunRow


@pytest.fixture
def run(qgis_new_project):
    return Run("scarp:extractlandslides", {}, "Extract landslides: " + "a long name " * 20, QgsProject.instance())


@pytest.fixture
def row(run):
    row = RunRow(run)
    row.resize(300, 80)
    row.show()
    yield row
    row.close()
    row.deleteLater()


def test_it_follows_its_run(run, row):
    assert (row.bar.format(), row.bar.value(), row.line.isHidden()) == ("Waiting", 0, True)
    run._set(State.RUNNING)
    run.progressed.emit(41.7)
    run.said.emit("Tile 3 of 9.", Qgis.MessageLevel.Info)
    run.said.emit(" ", Qgis.MessageLevel.Info)
    assert (row.bar.text(), row.line.text(), row.line.isVisible()) == ("41%", "Tile 3 of 9.", True)


def test_long_texts_end_in_dots_and_are_whole_in_the_tooltip(run, row):
    assert row.title.text().startswith("Extract landslides: a long name") and row.title.text().endswith("…")
    assert row.title.toolTip() == run.title and row.minimumSizeHint().width() < 300
    row.resize(6000, 80)
    QTest.qWait(1)
    assert row.title.text() == run.title.strip()


def test_its_button_cancels(run, row):
    QTest.mouseClick(row.cancel, Qt.MouseButton.LeftButton)
    assert run.state is State.CANCELLED and not row.cancel.isEnabled()


def test_it_says_that_it_is_cancelling(run, row):
    run._set(State.RUNNING)
    QTest.mouseClick(row.cancel, Qt.MouseButton.LeftButton)
    assert (row.bar.format(), row.cancel.isEnabled()) == ("Cancelling…", False)
