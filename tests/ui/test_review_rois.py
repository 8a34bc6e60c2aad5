from __future__ import annotations

import pytest
from qgis.core import NULL, QgsApplication, QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsVectorLayer
from scarp.engine.errors import ScarpError
from scarp.engine.roi_classes import HARD_NEGATIVE
from scarp.tests.ui.review_ground import EPSG, discard, landslides, square
from scarp.ui import roi_layer
from scarp.ui.review_rois import PlanTask, carry_out, outline_mark, sent_outlines

CRS = QgsCoordinateReferenceSystem


@pytest.fixture
def rois(qgis_app, tmp_path):
    """An empty ROI layer."""
    made = roi_layer.create(tmp_path / "rois.gpkg", CRS(f"EPSG:{EPSG}"))
    yield made
    discard(made)


@pytest.fixture
def send(wait):
    """Sends landslides of some statuses: ``send(layer, {fid: status}, rois)`` -> the plan."""

    def send(layer, statuses, rois):
        plans = []
        task = PlanTask(layer, statuses, rois, QgsProject.instance(), plans.append)
        QgsApplication.taskManager().addTask(task)
        wait(lambda: plans)
        if plans[0]:
            carry_out(plans[0], rois)
        return plans[0]

    return send


def classes(rois):
    """Class of the ROIs by their whole area in the units of the map."""
    return {round(feature.geometry().area()): feature["class"] for feature in rois.getFeatures()}


def test_mark_knows_an_outline_however_it_is_written():
    ring = QgsGeometry.fromWkt("Polygon ((0 0, 4 0, 4 3, 0 0))")
    turned = QgsGeometry.fromWkt("MultiPolygon (((4 3, 4 0, 0 0, 4 3)))")
    other = QgsGeometry.fromWkt("Polygon ((0 0, 4 0, 4 3.0001, 0 0))")
    assert outline_mark(ring) == outline_mark(turned) != outline_mark(other)
    assert ring.asWkt() == "Polygon ((0 0, 4 0, 4 3, 0 0))"


def test_accepted_and_rejected_ones_become_rois_as_one_command(rois, send):
    layer = landslides()
    plan = send(layer, {1: "accepted", 2: "rejected", 3: "", 4: "river"}, rois)
    assert (len(plan.added), plan.there) == (2, 0)
    assert classes(rois) == {900: "landslide", 40_000: HARD_NEGATIVE}
    assert rois.isEditable() and rois.undoStack().count() == 1
    assert rois.undoStack().text(0) == "Review sent to ROIs"
    rois.undoStack().undo()
    assert classes(rois) == {}
    rois.undoStack().redo()
    assert classes(rois) == {900: "landslide", 40_000: HARD_NEGATIVE}


def test_each_is_sent_once(rois, send):
    layer = landslides()
    send(layer, {1: "accepted", 2: "rejected"}, rois)
    plan = send(layer, {1: "accepted", 2: "rejected"}, rois)
    assert (bool(plan), plan.there) == (False, 2)
    assert rois.commitChanges(False)  # ids and the order of rings may be others now
    plan = send(layer, {1: "accepted", 2: "rejected", 4: "accepted"}, rois)
    assert (len(plan.added), plan.there) == (1, 2)
    assert classes(rois) == {900: "landslide", 40_000: HARD_NEGATIVE, 10_000: "landslide"}


def test_what_was_taken_back_by_undo_is_sent_again(rois, send):
    layer = landslides()
    send(layer, {1: "accepted"}, rois)
    rois.undoStack().undo()
    assert len(send(layer, {1: "accepted"}, rois).added) == 1
    assert classes(rois) == {900: "landslide"}


def test_another_decision_changes_the_roi(rois, send):
    layer = landslides()
    send(layer, {1: "accepted", 2: "rejected", 4: "accepted"}, rois)
    plan = send(layer, {1: "rejected", 2: "rejected", 4: "river"}, rois)
    assert (len(plan.added), len(plan.reclassified), len(plan.removed), plan.there) == (0, 1, 1, 1)
    assert classes(rois) == {900: HARD_NEGATIVE, 40_000: HARD_NEGATIVE}
    rois.undoStack().undo()
    assert classes(rois) == {900: "landslide", 40_000: HARD_NEGATIVE, 10_000: "landslide"}


def test_an_edited_outline_changes_the_roi(rois, send):
    layer = landslides()
    send(layer, {1: "accepted", 2: "rejected"}, rois)
    rois.commitChanges(False)
    layer.startEditing()
    layer.changeGeometry(1, square(1, 60))
    plan = send(layer, {1: "rejected", 2: "rejected"}, rois)
    assert (len(plan.added), len(plan.reshaped), len(plan.reclassified)) == (0, 1, 1)
    assert classes(rois) == {3600: HARD_NEGATIVE, 40_000: HARD_NEGATIVE}
    layer.rollBack()


def test_rois_of_landslides_that_were_deleted_stay(rois, send):
    layer = landslides()
    send(layer, {1: "accepted", 2: "rejected"}, rois)
    layer.startEditing()
    layer.deleteFeature(2)
    send(layer, {1: "accepted"}, rois)
    assert classes(rois) == {900: "landslide", 40_000: HARD_NEGATIVE}
    layer.rollBack()


def test_drawn_rois_are_left_alone(rois, send):
    roi_layer.add_polygon(rois, square(9, 70), rois.crs(), "background")
    send(landslides(), {1: "accepted", 2: ""}, rois)
    assert classes(rois) == {4900: "background", 900: "landslide"}


def test_reprojects(send, qgis_app, tmp_path):
    degrees = roi_layer.create(tmp_path / "degrees.gpkg", CRS("EPSG:4326"))
    layer = landslides()
    send(layer, {2: "accepted"}, degrees)
    box = next(degrees.getFeatures()).geometry().boundingBox()
    assert (box.xMinimum(), box.yMinimum()) == pytest.approx((141.0222, 36.1446), abs=1e-3)
    degrees.commitChanges(False)
    assert send(layer, {2: "accepted"}, degrees).there == 1
    degrees.rollBack()


def test_class_field_of_numbers(send, qgis_app):
    numbers = QgsVectorLayer(f"Polygon?crs=EPSG:{EPSG}&field=class:integer", "numbers", "memory")
    send(landslides(), {1: "accepted", 2: "rejected"}, numbers)
    assert classes(numbers) == {900: 1, 40_000: 0}
    assert send(landslides(), {}, numbers).there == 0
    plan = send(landslides(), {1: "accepted", 2: "rejected"}, numbers)
    assert (bool(plan), plan.there) == (False, 2)
    numbers.changeAttributeValue(1, 0, NULL)
    numbers.rollBack()


def test_rois_without_classes_are_refused(qgis_app):
    bare = QgsVectorLayer(f"Polygon?crs=EPSG:{EPSG}", "bare", "memory")
    with pytest.raises(ScarpError) as caught:
        PlanTask(landslides(), {}, bare, QgsProject.instance(), print)
    assert str(caught.value) == (
        'The ROI layer "bare" has no field "class", so what was rejected would be landslide there; choose another ROI '
        "layer, or make a new one."
    )


def test_a_layer_that_cannot_be_edited_is_told_of(rois, send):
    rois.setReadOnly(True)
    with pytest.raises(ScarpError, match='The layer "rois" cannot be edited'):
        send(landslides(), {1: "accepted"}, rois)
    rois.setReadOnly(False)


def test_a_memory_that_cannot_be_read_is_none(rois):
    for value in ("nonsense", "[1]", ""):
        rois.setCustomProperty("scarp/review", value)
        assert sent_outlines(rois) == {}
