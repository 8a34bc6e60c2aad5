from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton
from scarp.tests.ui.interface import deliver_deletions
from scarp.tests.ui.review_ground import SIDES_M, by_id, landslides, shown, square, statuses, written
from scarp.ui.review import ReviewDock
from scarp.ui.state import LANDSLIDES

pytest_plugins = ["scarp.tests.ui.review_fixtures"]
KEY, BUTTON = Qt.Key, Qt.MouseButton.LeftButton


def press(dock, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(dock.view, key, modifier)


def click(dock, row, modifier=Qt.KeyboardModifier.NoModifier):
    place = dock.view.visualRect(dock.model.index(row, 1)).center()
    QTest.mouseClick(dock.view.viewport(), BUTTON, modifier, place)


def push(dock, action):
    button = next(each for each in dock.findChildren(QToolButton) if each.defaultAction() is action)
    QTest.mouseClick(button, BUTTON)


def current(dock):
    """The id of the landslide that the analyst is at."""
    return shown(dock)[dock.view.currentIndex().row()]


def test_lists_landslides_by_area(dock, review, any_layer):
    review(any_layer)
    assert shown(dock, 0) == ["2", "4", "1", "3"]
    assert shown(dock, 1) == ["4.00 ha", "1.00 ha", "901 m²", "100 m²"]
    assert shown(dock, 5) == ["not reviewed"] * 4
    assert dock.bar.progress.text() == "0 of 4 reviewed"
    assert dock.bar.layer.currentLayer() is any_layer


def test_click_on_a_header_sorts_by_numbers(dock, review):
    review(landslides())
    header = dock.view.horizontalHeader()

    def click_header(column):
        place = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        QTest.mouseClick(header.viewport(), BUTTON, pos=header.viewport().rect().center().__class__(place, 5))

    click_header(1)
    assert shown(dock) == ["3", "1", "4", "2"]  # 100, 901, 10,008 and 40,032 m²: not by their text
    click_header(2)
    assert shown(dock, 2) == ["0.60", "0.75", "0.90", ""]
    click_header(2)
    assert shown(dock, 2) == ["0.90", "0.75", "0.60", ""]  # what is not known comes last, either way


def test_keys_decide_and_go_on(dock, review, any_layer):
    layer = review(any_layer)
    click(dock, 0)
    press(dock, KEY.Key_A)
    press(dock, KEY.Key_R)
    press(dock, KEY.Key_Space)
    press(dock, KEY.Key_A)
    assert statuses(layer) == {2: "accepted", 4: "rejected", 1: "", 3: "accepted"}
    assert shown(dock, 5) == ["accepted", "rejected", "not reviewed", "accepted"]
    assert dock.bar.progress.text() == "3 of 4 reviewed"
    assert dock.notice.label.text() == "That was the last landslide of the list."
    assert layer.isEditable()
    assert layer.commitChanges(True)
    again = QgsVectorLayer(layer.source(), "again", layer.providerType()) if layer.providerType() == "ogr" else layer
    assert statuses(again) == {2: "accepted", 4: "rejected", 1: "", 3: "accepted"}


def test_buttons_do_the_same_and_leave_the_keys_in_the_table(dock, review):
    layer = review(landslides())
    click(dock, 0)
    push(dock, dock.bar.accept)
    push(dock, dock.bar.go_next)
    push(dock, dock.bar.reject)
    push(dock, dock.bar.go_previous)
    assert current(dock) == "1"
    assert statuses(layer) == {2: "accepted", 4: "", 1: "rejected", 3: ""}
    assert dock.view.hasFocus()
    push(dock, dock.bar.undo)
    assert statuses(layer) == {2: "accepted", 4: "", 1: "", 3: ""}


def test_backspace_takes_back_one_decision_and_goes_there(dock, review):
    layer = review(landslides())
    click(dock, 0)
    press(dock, KEY.Key_A)
    press(dock, KEY.Key_R)
    press(dock, KEY.Key_Backspace)
    assert statuses(layer) == {2: "accepted", 4: "", 1: "", 3: ""}
    assert current(dock) == "4"
    press(dock, KEY.Key_Backspace)
    assert (statuses(layer)[2], current(dock)) == ("", "2")
    press(dock, KEY.Key_Backspace)  # the field
    press(dock, KEY.Key_Backspace)
    assert layer.fields().names() == ["id", "probability_mean", "probability_max"]
    assert dock.notice.label.text() == "There is nothing to undo; what is saved cannot be undone."


def test_undo_and_redo_of_qgis_are_followed(dock, review, wait):
    layer = review(landslides())
    click(dock, 0)
    press(dock, KEY.Key_A)
    assert layer.undoStack().undoText() == "Landslides accepted"
    layer.undoStack().undo()
    wait(lambda: shown(dock, 5)[0] == "not reviewed")
    layer.undoStack().redo()
    wait(lambda: shown(dock, 5)[0] == "accepted")
    assert dock.bar.progress.text() == "1 of 4 reviewed"


def test_c_and_a_class_reclassifies(dock, review):
    layer = review(landslides())
    click(dock, 0)
    press(dock, KEY.Key_C)
    box = dock.bar.class_name
    assert box.hasFocus() or box.lineEdit().hasFocus()
    QTest.keyClicks(box.lineEdit(), "river")
    QTest.keyClick(box.lineEdit(), KEY.Key_Return)
    assert statuses(layer)[2] == "river"
    assert dock.view.hasFocus()
    press(dock, KEY.Key_C)  # the class of before is there
    QTest.keyClick(box.lineEdit(), KEY.Key_Return)
    assert statuses(layer)[4] == "river"
    press(dock, KEY.Key_C)
    QTest.keyClicks(box.lineEdit(), "road")
    QTest.keyClick(box.lineEdit(), KEY.Key_Escape)
    assert statuses(layer) == {2: "river", 4: "river", 1: "", 3: ""}
    assert dock.view.hasFocus()
    QTest.keyClick(box.lineEdit(), KEY.Key_Return)
    assert statuses(layer)[1] == "road"
    assert [box.itemText(row) for row in range(box.count())] == ["river", "road"]


def test_a_class_without_a_name_is_refused(dock, review):
    review(landslides())
    click(dock, 0)
    push(dock, dock.bar.reclassify)
    assert dock.notice.label.text() == "The class has no name; type one, such as river, and press Return."


def test_several_at_once_are_one_command(dock, review):
    layer = review(landslides())
    click(dock, 0)
    click(dock, 2, Qt.KeyboardModifier.ShiftModifier)
    press(dock, KEY.Key_R)
    assert statuses(layer) == {2: "rejected", 4: "rejected", 1: "rejected", 3: ""}
    assert current(dock) == "3"
    press(dock, KEY.Key_Backspace)
    assert statuses(layer) == {2: "", 4: "", 1: "", 3: ""}


def test_filter_shows_what_is_left_to_review(dock, review):
    layer = review(landslides())
    click(dock, 0)
    press(dock, KEY.Key_A)
    dock.bar.show_only.setFocus()
    QTest.keyClick(dock.bar.show_only, KEY.Key_Down)
    assert dock.bar.show_only.currentText() == "Not reviewed"
    assert shown(dock) == ["4", "1", "3"]
    click(dock, 0)
    press(dock, KEY.Key_R)  # leaves the list, and the one below is next
    assert (shown(dock), current(dock)) == (["1", "3"], "1")
    assert layer.selectedFeatureIds() == [by_id(layer, 1).id()]
    QTest.keyClick(dock.bar.show_only, KEY.Key_Down)
    assert shown(dock) == ["2"]
    QTest.keyClick(dock.bar.show_only, KEY.Key_Down)
    assert shown(dock) == ["4"]


def test_stays_where_going_on_is_switched_off(dock, review):
    layer = review(landslides())
    push(dock, dock.bar.advance)
    click(dock, 0)
    press(dock, KEY.Key_A)
    press(dock, KEY.Key_R)
    assert (statuses(layer), current(dock)) == ({2: "rejected", 4: "", 1: "", 3: ""}, "2")


def test_next_shows_it_on_the_canvas(dock, review, qgis_window):
    layer = review(landslides())
    qgis_window.mapCanvas().setDestinationCrs(layer.crs())
    click(dock, 0)
    press(dock, KEY.Key_Space)
    outline = square(4, SIDES_M[3]).boundingBox()
    seen = qgis_window.mapCanvas().extent()
    assert (seen.center().x(), seen.center().y()) == pytest.approx((outline.center().x(), outline.center().y()))
    assert min(seen.width(), seen.height()) == pytest.approx(3 * SIDES_M[3])
    push(dock, dock.bar.pan_only)
    press(dock, KEY.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    seen = qgis_window.mapCanvas().extent()
    assert seen.center().x() == pytest.approx(square(2, SIDES_M[1]).boundingBox().center().x())
    assert min(seen.width(), seen.height()) == pytest.approx(3 * SIDES_M[3])
    press(dock, KEY.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert dock.notice.label.text() == "This is the first landslide of the list."


def test_selection_goes_both_ways(dock, review):
    layer = review(landslides())
    click(dock, 1)
    assert layer.selectedFeatureIds() == [by_id(layer, 4).id()]
    layer.selectByIds([by_id(layer, 3).id()])
    assert [index.row() for index in dock.view.selectionModel().selectedRows()] == [3]
    assert current(dock) == "3"
    dock.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    assert [index.row() for index in dock.view.selectionModel().selectedRows()] == [0]
    assert layer.selectedFeatureIds() == [by_id(layer, 3).id()]
    layer.removeSelection()
    assert dock.view.selectionModel().selectedRows() == []


def test_edits_made_elsewhere_are_followed(dock, review, any_layer, wait):
    layer = review(any_layer)
    layer.startEditing()
    fid = by_id(layer, 3).id()
    layer.changeGeometry(fid, square(3, 500))
    wait(lambda: shown(dock, 1)[0] == "25.02 ha")
    assert shown(dock) == ["3", "2", "4", "1"]
    layer.deleteFeature(by_id(layer, 2).id())
    wait(lambda: shown(dock) == ["3", "4", "1"])
    assert dock.bar.progress.text() == "0 of 3 reviewed"
    feature = by_id(layer, 4)
    feature.setGeometry(square(9, 300))
    feature["id"] = 9
    layer.addFeature(feature)
    wait(lambda: shown(dock) == ["3", "9", "4", "1"])
    layer.rollBack()
    wait(lambda: shown(dock) == ["2", "4", "1", "3"])
    assert shown(dock, 1)[3] == "100 m²"


def test_ids_that_saving_changes_are_read_anew(dock, review, tmp_path, wait):
    layer = review(written(landslides(), tmp_path / "landslides.shp"))
    layer.startEditing()
    layer.deleteFeature(by_id(layer, 1).id())
    layer.commitChanges(False)  # a Shapefile numbers its features from 0 again
    click(dock, 0)
    press(dock, KEY.Key_A)
    assert dock.notice.label.text() == "The landslides are being read; wait a moment."
    wait(lambda: not dock.is_reading)
    click(dock, 0)
    press(dock, KEY.Key_A)
    assert statuses(layer) == {2: "accepted", 3: "", 4: ""}


def test_edit_geometry_starts_the_vertex_tool_on_it(dock, review, qgis_window, wait):
    layer = review(landslides())
    click(dock, 2)
    press(dock, KEY.Key_E)
    assert qgis_window.used == ["landslides"]
    assert layer.isEditable()
    assert layer.selectedFeatureIds() == [by_id(layer, 1).id()]
    layer.beginEditCommand("Moved vertex")
    layer.changeGeometry(by_id(layer, 1).id(), square(1, 150))
    layer.endEditCommand()
    wait(lambda: shown(dock, 1) == ["4.00 ha", "2.25 ha", "1.00 ha", "100 m²"])
    assert current(dock) == "1"


def test_says_why_nothing_can_be_reviewed(dock, review, tmp_path, monkeypatch, wait):
    layer = written(landslides(), tmp_path / "landslides.shp")
    layer.setReadOnly(True)
    review(layer)
    why = 'The layer "landslides" is read-only, so the status cannot be kept in it; save a copy and review that.'
    assert dock.notice.label.text() == why
    click(dock, 0)
    press(dock, KEY.Key_A)
    assert not layer.isEditable()
    assert shown(dock, 5) == ["not reviewed"] * 4
    assert not dock.bar.accept.isEnabled()
    target = tmp_path / "copy.gpkg"
    monkeypatch.setattr("scarp.ui.review_handover.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(dock.notice.button, BUTTON)
    wait(lambda: dock.layer is not layer and dock.layer is not None and not dock.is_reading)
    assert Path(dock.layer.source().split("|")[0]) == target
    click(dock, 0)
    press(dock, KEY.Key_A)
    assert statuses(dock.layer)[2] == "accepted"
    layer.setReadOnly(False)


def test_nothing_is_read_until_the_dock_is_seen(dock, state, wait):
    dock.hide()
    layer = landslides()
    state.project.addMapLayer(layer)
    state.set_layer(LANDSLIDES, layer)
    assert dock.layer is None
    dock.show()
    wait(lambda: shown(dock) == ["2", "4", "1", "3"])


def test_choosing_a_layer_makes_it_the_landslides_of_the_panel(dock, state, wait):
    first, second = landslides(), landslides((50, 60), (0.5, 0.6))
    second.setName("others")
    state.project.addMapLayers([first, second])
    assert dock.bar.layer.currentText() == "No layer"
    dock.bar.layer.setFocus()
    QTest.keyClicks(dock.bar.layer, "oth")
    assert state.layer(LANDSLIDES) is second
    wait(lambda: shown(dock) == ["2", "1"])


@pytest.mark.parametrize("how", ["removed", "cleared", "removed while read"])
def test_a_layer_that_goes_is_let_go_of(dock, review, state, wait, how):
    layer = landslides()
    if how == "removed while read":
        state.project.addMapLayer(layer)
        state.set_layer(LANDSLIDES, layer)
        assert dock.is_reading
    else:
        review(layer)
        click(dock, 0)
        press(dock, KEY.Key_A)
    if how == "cleared":
        QgsProject.instance().clear()
    else:
        QgsProject.instance().removeMapLayer(layer)
    del layer
    assert (dock.layer, shown(dock)) == (None, [])
    assert dock.notice.label.text() == "Choose a layer of landslides to review; an extraction is chosen by itself."
    QTest.qWait(50)
    assert dock.bar.progress.text() == "0 of 0 reviewed"
    press(dock, KEY.Key_A)
    review(landslides())
    assert shown(dock) == ["2", "4", "1", "3"]


@pytest.mark.parametrize("reading", [False, True])
def test_a_dock_that_is_just_deleted_leaves_nothing_behind(qgis_window, state, runs, wait, reading):
    before = qgis_window.mapCanvas().selectionColor()
    made = ReviewDock(qgis_window, state, runs, qgis_window.window)
    qgis_window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, made)
    layer = landslides()
    state.project.addMapLayer(layer)
    state.set_layer(LANDSLIDES, layer)
    if not reading:
        wait(lambda: not made.is_reading)
    qgis_window.removeDockWidget(made)
    made.deleteLater()
    deliver_deletions()
    assert sip.isdeleted(made)
    layer.startEditing()
    layer.deleteFeature(1)
    layer.selectAll()
    layer.rollBack()
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    QTest.qWait(20)
    assert qgis_window.mapCanvas().selectionColor() == before
    state.project.removeMapLayer(layer)
    assert state.layer(LANDSLIDES) is None


def test_the_image_is_seen_through_the_selection_while_it_is_open(dock, review, qgis_window):
    canvas = qgis_window.mapCanvas()
    before = canvas.selectionColor()
    assert before.alpha() == 255
    review(landslides())
    assert canvas.selectionColor().alpha() == 40
    dock.close()
    assert canvas.selectionColor() == before


def test_save_edits_saves_and_goes_on_editing(dock, review, tmp_path):
    layer = review(written(landslides(), tmp_path / "landslides.gpkg"))
    click(dock, 0)
    press(dock, KEY.Key_A)
    dock.bar.save_edits.trigger()
    assert layer.isEditable() and not layer.isModified()
    assert statuses(QgsVectorLayer(layer.source(), "again", "ogr"))[2] == "accepted"


def test_fits_into_a_narrow_dock(dock, review):
    review(landslides())
    dock.setFloating(True)
    dock.resize(330, 500)
    QTest.qWait(50)
    assert dock.width() <= 345
    right = dock.widget().width()
    for child in [*dock.findChildren(QToolButton), dock.bar.layer, dock.bar.class_name, dock.bar.progress]:
        if child.isVisible() and dock.bar.isAncestorOf(child):
            assert child.mapTo(dock.widget(), child.rect().topRight()).x() < right
