from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.tests.ui.review_ground import landslides
from scarp.ui.review_bar import SECTION, ReviewBar
from scarp.ui.review_table import Show

KEY = Qt.Key


@pytest.fixture
def bar(qgis_new_project):
    QgsSettings().remove(SECTION)
    made = ReviewBar()
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QgsSettings().remove(SECTION)


def test_tooltips_tell_the_keys(bar):
    keys = {
        bar.accept: "Accept (A)", bar.reject: "Reject (R)", bar.reclassify: "Reclassify (C)",
        bar.go_next: "Next (Space)", bar.go_previous: "Previous (Shift+Space)",
        bar.undo: "Undo (Backspace)", bar.edit: "Edit Geometry (E)", bar.clear: "Not Reviewed (N)",
    }  # fmt: skip
    assert {action: action.toolTip().split("<br>")[0] for action in keys} == {
        action: f"<b>{title}</b>" for action, title in keys.items()
    }
    assert all(action.shortcut().isEmpty() for action in keys)  # or QGIS's own would not work any more


def test_offers_polygons_only(bar):
    points = QgsVectorLayer("Point", "points", "memory")
    QgsProject.instance().addMapLayers([points, landslides()])
    assert [bar.layer.itemText(row) for row in range(bar.layer.count())] == ["No layer", "landslides"]
    assert bar.layer.currentText() == "No layer"


def test_filter(bar):
    bar.show_only.setFocus()
    found = [bar.shown]
    for _ in range(4):
        QTest.keyClick(bar.show_only, KEY.Key_Down)
        found.append(bar.shown)
    assert found == [Show.ALL, Show.NOT_REVIEWED, Show.ACCEPTED, Show.REJECTED, Show.OTHER]


def test_return_enters_a_class_and_escape_leaves(bar):
    entered, left = [], []
    bar.class_entered.connect(entered.append)
    bar.left_class.connect(lambda: left.append(True))
    QTest.keyClicks(bar.class_name.lineEdit(), "river")
    assert bar.class_name.lineEdit().placeholderText() == "Class"
    QTest.keyClick(bar.class_name.lineEdit(), KEY.Key_Return)
    QTest.keyClick(bar.class_name.lineEdit(), KEY.Key_Escape)
    assert (entered, left) == (["river"], [True])


def test_classes_that_are_offered_leave_what_was_typed(bar):
    bar.offer_classes(["river", "road"])
    assert bar.class_name.currentText() == "river"
    bar.class_name.setEditText("quarry")
    bar.offer_classes(["river", "road", "lake"])
    assert (bar.class_name.currentText(), bar.class_name.count()) == ("quarry", 3)


def test_switches_stay_as_they_were_left(bar):
    assert (bar.pan_only.isChecked(), bar.advance.isChecked()) == (False, True)
    bar.pan_only.trigger()
    bar.advance.trigger()
    again = ReviewBar()
    assert (again.pan_only.isChecked(), again.advance.isChecked()) == (True, False)
    again.deleteLater()


def test_more_is_in_a_menu(bar):
    assert [action.text() for action in bar.more.menu().actions()] == [
        "Not Reviewed", "Save Edits", "Save Accepted As…", "Save a Copy As…", "Delete Rejected",
    ]  # fmt: skip
