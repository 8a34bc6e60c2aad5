from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QToolButton
from scarp.engine.roi_classes import HARD_NEGATIVE
from scarp.tests.ui.review_ground import EPSG, by_id, landslides, shown, statuses, written
from scarp.ui import review_handover, roi_layer
from scarp.ui.state import ROIS

pytest_plugins = ["scarp.tests.ui.review_fixtures"]


@pytest.fixture
def ask(monkeypatch):
    """Answers the next file dialog: ``ask(path)``; the empty path is Cancel."""

    def answer(path):
        monkeypatch.setattr(review_handover.QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return answer


@pytest.fixture
def reviewed(dock, review, tmp_path):
    """Landslides in a GeoPackage: 2 is accepted, 4 rejected, 1 a river, 3 not reviewed."""
    layer = review(written(landslides(), tmp_path / "landslides.gpkg"))
    dock.view.go(0)
    QTest.keyClick(dock.view, Qt.Key.Key_A)
    QTest.keyClick(dock.view, Qt.Key.Key_R)
    QTest.keyClick(dock.view, Qt.Key.Key_C)
    QTest.keyClicks(dock.bar.class_name.lineEdit(), "river")
    QTest.keyClick(dock.bar.class_name.lineEdit(), Qt.Key.Key_Return)
    assert statuses(layer) == {2: "accepted", 4: "rejected", 1: "river", 3: ""}
    return layer


def to_rois(dock):
    button = next(each for each in dock.findChildren(QToolButton) if each.defaultAction() is dock.bar.to_rois)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dock):
    return dock.notice.label.text()


def classes(rois):
    return sorted((round(feature.geometry().area()), feature["class"]) for feature in rois.getFeatures())


def test_two_clicks_make_each_roi_once(dock, reviewed, state, tmp_path, wait):
    rois = roi_layer.create(tmp_path / "rois.gpkg", QgsCoordinateReferenceSystem(f"EPSG:{EPSG}"))
    state.project.addMapLayer(rois)
    state.set_layer(ROIS, rois)
    to_rois(dock)
    to_rois(dock)
    wait(lambda: said(dock) == 'ROIs "rois": added 2, changed 0, removed 0, there already 0.')
    assert classes(rois) == [(10_000, HARD_NEGATIVE), (40_000, "landslide")]
    to_rois(dock)
    wait(lambda: said(dock) == 'ROIs "rois": added 0, changed 0, removed 0, there already 2.')
    assert classes(rois) == [(10_000, HARD_NEGATIVE), (40_000, "landslide")]
    assert rois.undoStack().count() == 1
    rois.rollBack()


def test_makes_an_roi_layer_where_there_is_none(dock, reviewed, state, tmp_path, wait):
    to_rois(dock)
    wait(lambda: state.vector(ROIS) is not None and state.vector(ROIS).featureCount() == 2)
    rois = state.vector(ROIS)
    assert Path(rois.source().split("|")[0]).parent == tmp_path  # beside the landslides
    assert rois.crs() == reviewed.crs()
    assert rois.id() in QgsProject.instance().mapLayers()
    rois.rollBack()


def test_nothing_reviewed_makes_no_layer(dock, review, state):
    review(landslides())
    to_rois(dock)
    assert said(dock) == "Nothing is accepted or rejected yet, so there is nothing to learn from."
    assert state.vector(ROIS) is None


def test_who_cancels_the_question_for_a_file_gets_no_layer(dock, reviewed, state, monkeypatch, ask):
    monkeypatch.setattr(review_handover.roi_layer, "folder_for", lambda project, image: None)
    ask("")
    to_rois(dock)
    assert (state.vector(ROIS), said(dock)) == (None, "")


def test_rois_that_go_while_they_are_compared_are_left(dock, reviewed, state, tmp_path, wait):
    rois = roi_layer.create(tmp_path / "rois.gpkg", QgsCoordinateReferenceSystem(f"EPSG:{EPSG}"))
    state.project.addMapLayer(rois)
    state.set_layer(ROIS, rois)
    to_rois(dock)
    state.project.removeMapLayer(rois)
    del rois
    wait(lambda: dock.handover._plan is None)
    assert said(dock) == ""
    to_rois(dock)  # a new layer takes their place
    wait(lambda: "added 2" in said(dock))
    state.vector(ROIS).rollBack()


def test_saves_the_accepted_ones(dock, reviewed, state, tmp_path, ask, wait, qgis_window):
    ask(tmp_path / "accepted.gpkg")
    dock.bar.save_accepted.trigger()
    wait(lambda: said(dock) == f"Written: {tmp_path}/accepted.gpkg")
    assert qgis_window.said()[0] == (f"Written: {tmp_path}/accepted.gpkg", int(Qgis.MessageLevel.Success))
    found = state.project.mapLayersByName("landslides – accepted")[0]
    assert statuses(found) == {2: "accepted"}
    assert dock.layer is reviewed
    assert reviewed.isModified()  # what is written is not saved in the layer itself


def test_what_cannot_be_written_is_told(dock, reviewed, tmp_path, ask, wait):
    ask(tmp_path / "landslides.gpkg")
    dock.bar.save_accepted.trigger()
    assert said(dock) == f'The layer "landslides" is in the file {tmp_path}/landslides.gpkg; choose another name.'
    ask(tmp_path / "missing" / "accepted.gpkg")
    dock.bar.save_accepted.trigger()
    wait(lambda: said(dock).startswith(f"{tmp_path}/missing/accepted.gpkg could not be written: "))
    ask("")
    dock.bar.save_accepted.trigger()
    assert said(dock) == ""


def test_nothing_to_save_or_delete_is_told(dock, review):
    review(landslides())
    dock.bar.save_accepted.trigger()
    assert said(dock) == "No landslide is accepted yet, so there is nothing to save."
    dock.bar.delete_rejected.trigger()
    assert said(dock) == "No landslide is rejected, so there is nothing to delete."


def test_deletes_the_rejected_ones_until_it_is_undone(dock, reviewed, wait):
    dock.bar.delete_rejected.trigger()
    assert said(dock) == "Rejected landslides deleted: 1. Undo brings them back until the edits are saved."
    assert statuses(reviewed) == {2: "accepted", 1: "river", 3: ""}
    wait(lambda: shown(dock) == ["2", "1", "3"])
    assert reviewed.undoStack().undoText() == "Rejected landslides deleted"
    QTest.keyClick(dock.view, Qt.Key.Key_Backspace)
    assert shown(dock) == ["2", "4", "1", "3"]


def test_a_layer_whose_features_cannot_be_deleted_is_told_of(dock, reviewed):
    reviewed.commitChanges()
    reviewed.setReadOnly(True)
    dock.bar.delete_rejected.trigger()
    assert said(dock) == 'The layer "landslides" cannot be edited in this way; save a copy and review that.'
    reviewed.setReadOnly(False)


def test_a_file_for_a_project_that_is_gone_is_written_but_not_opened(dock, reviewed, tmp_path, ask, wait):
    ask(tmp_path / "accepted.gpkg")
    dock.bar.save_accepted.trigger()
    task = dock.handover._writing[0]
    done = []
    task.completed.connect(lambda *_: done.append(True))
    QgsProject.instance().clear()
    wait(lambda: done)
    QTest.qWait(20)
    assert QgsProject.instance().mapLayers() == {}
    assert by_id(QgsVectorLayer(str(tmp_path / "accepted.gpkg"), "", "ogr"), 2)["review"] == "accepted"
