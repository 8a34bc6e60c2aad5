from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QPushButton, QVBoxLayout, QWidget
from scarp.ui.review_rows import AREA, ID, LENGTH, STATUS, Rows
from scarp.ui.review_table import ReviewModel, Show
from scarp.ui.review_view import MOST_RUNS, ReviewView

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def filled(count):
    numbers = {ID: np.arange(1.0, count + 1), AREA: np.arange(count, 0.0, -1), LENGTH: np.ones(count)}
    return Rows(np.arange(count), numbers, [""] * count)


@pytest.fixture
def window(qgis_app):
    made = QMainWindow()
    content = QWidget()
    column = QVBoxLayout(content)
    model = ReviewModel(made)
    made.view, made.box = ReviewView(model, content), QPushButton(content)
    column.addWidget(made.view)
    column.addWidget(made.box)
    made.setCentralWidget(content)
    model.modelReset.connect(lambda: made.view.restore([]))
    model.set_rows(filled(5), [ID, AREA, LENGTH, STATUS])
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)  # or no shortcut works
    made.view.setFocus()
    yield made
    made.close()
    made.deleteLater()


def action(window, done, name):
    made = QAction(name, window)
    made.triggered.connect(lambda: done.append(name))
    return made


def test_its_keys_go_before_those_of_qgis_while_it_has_the_focus(window):
    done = []
    streaming = action(window, done, "stream digitising")
    streaming.setShortcut(QKeySequence("R"))
    window.addAction(streaming)
    window.view.set_key(KEY.Key_R, action(window, done, "reject"))
    QTest.keyClick(window.view, KEY.Key_R)
    assert done == ["reject"]
    QTest.keyClick(window.view, KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert done == ["reject"]
    window.box.setFocus()
    QTest.keyClick(window.box, KEY.Key_R)
    assert done == ["reject", "stream digitising"]


def test_shift_makes_another_key(window):
    done = []
    window.view.set_key(KEY.Key_Space, action(window, done, "next"))
    window.view.set_key(KEY.Key_Space, action(window, done, "previous"), shift=True)
    QTest.keyClick(window.view, KEY.Key_Space)
    QTest.keyClick(window.view, KEY.Key_Space, SHIFT)
    assert done == ["next", "previous"]


def test_a_key_whose_action_is_disabled_does_nothing(window):
    done = []
    accept = action(window, done, "accept")
    accept.setEnabled(False)
    window.view.set_key(KEY.Key_A, accept)
    QTest.keyClick(window.view, KEY.Key_A)
    assert done == []


def test_arrows_come_to_landslides(window):
    came = []
    window.view.came_to.connect(came.append)
    window.view.go(0)
    QTest.keyClick(window.view, KEY.Key_Down)
    QTest.keyClick(window.view, KEY.Key_Down, SHIFT)
    assert came == [0, 1, 2]
    assert window.view.chosen == [1, 2]
    assert window.view.current == 2


def test_go_tells_of_a_row_that_it_is_in_already(window):
    came = []
    window.view.came_to.connect(came.append)
    for row in (3, 3, 5, -1):
        window.view.go(row)
    assert came == [3, 3]
    assert window.view.chosen == [3]


def test_restores_what_was_selected_without_coming_to_it(window):
    came, selected = [], []
    window.view.go(4)
    window.view.came_to.connect(came.append)
    window.view.selected.connect(lambda: selected.append(True))
    window.view.restore([0, 1, 3])
    assert (window.view.chosen, window.view.current) == ([0, 1, 3], 4)
    window.view.restore([0, 1, 3], 1)
    assert window.view.current == 1
    assert (came, selected) == ([], [])


def test_stays_in_its_place_where_its_landslide_is_hidden(window):
    window.view.go(1)
    model = window.view.model()
    model.set_statuses({1: "accepted"})
    model.show_only(Show.NOT_REVIEWED)
    assert window.view.current == 2
    model.set_statuses(dict.fromkeys(range(5), "accepted"))
    assert window.view.current is None


def test_selects_none_of_too_many_that_lie_apart(window):
    count = 2 * MOST_RUNS + 2
    window.view.model().set_rows(filled(count), [ID, AREA, LENGTH, STATUS])
    window.view.restore(range(0, count, 2))
    assert window.view.chosen == []
    window.view.restore(range(count))
    assert window.view.chosen == list(range(count))


def test_the_last_column_fills_the_room(window):
    window.resize(900, 300)
    QTest.qWait(20)
    window.view.fit_columns()
    header = window.view.horizontalHeader()
    assert header.length() == header.viewport().width()
