from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsField
from scarp.tests.ui.review_ground import by_id, landslides, square, statuses, written
from scarp.ui.review_layer import Changes, ReviewedLayer
from scarp.ui.review_rows import AREA, ID, READ_AT_ONCE
from scarp.ui.review_status import TEXT, set_status
from scarp.ui.review_table import ReviewModel


@pytest.fixture
def watch(qgis_app, wait):
    """Watches a layer: ``watch(layer)`` -> what watches it, and the model."""
    watched = []

    def begin(layer, read=True):
        model = ReviewModel()
        watched.append(ReviewedLayer(layer, model))
        watched[-1].read_all()
        if read:
            wait(lambda: not watched[-1].is_reading)
        return watched[-1], model

    yield begin
    for each in watched:
        each.close()


def areas(model):
    """Whole square metres by the field id."""
    return dict(zip(model.rows.numbers[ID].astype(int).tolist(), model.rows.numbers[AREA].round(-2).tolist()))


ALL = {1: 900, 2: 40_000, 3: 100, 4: 10_000}


def test_what_happened_later_goes_before():
    changes = Changes({1: "accepted"}, {1, 2}, {3})
    changes.update(Changes({1: ""}, {3}, {2}))
    assert (changes.statuses, changes.changed, changes.deleted) == ({1: ""}, {1, 3}, {2})
    assert changes and not Changes()


def test_single_changes_come_at_once(watch, wait):
    layer = landslides()
    watched, model = watch(layer)
    assert areas(model) == ALL
    layer.startEditing()
    layer.changeGeometry(3, square(3, 200))
    layer.changeAttributeValue(4, 0, 44)
    layer.deleteFeature(1)
    assert watched.update_table() == {3, 4}
    assert areas(model) == {2: 40_000, 3: 40_000, 44: 10_000}
    assert not watched.is_reading
    layer.rollBack()
    assert watched.is_reading
    wait(lambda: not watched.is_reading)
    assert areas(model) == ALL


def test_what_changes_while_it_is_read_is_not_lost(watch, wait):
    layer = landslides()
    set_status(layer, [2], "accepted")
    watched, model = watch(layer, read=False)
    layer.changeGeometry(3, square(3, 200))
    layer.deleteFeature(1)
    set_status(layer, [4], "rejected")
    watched.update_table()
    wait(lambda: not watched.is_reading)
    assert areas(model) == {2: 40_000, 3: 40_000, 4: 10_000}
    assert {fid: model.status(fid) for fid in (2, 3, 4)} == {2: "accepted", 3: "", 4: "rejected"}


def test_many_changes_are_read_in_the_background(watch, wait):
    count = READ_AT_ONCE + 50
    layer = landslides((10,) * count, (0.5,) * count)
    watched, model = watch(layer)
    layer.startEditing()
    for number in range(1, count + 1):
        layer.changeGeometry(number, square(number, 20))
    watched.update_table()
    assert watched.is_reading
    wait(lambda: not watched.is_reading)
    assert set(areas(model).values()) == {400}


def test_a_field_that_is_taken_away_takes_the_statuses_and_brings_them_back(watch, wait):
    layer = landslides()
    watched, model = watch(layer)
    set_status(layer, [1, 2], "accepted")
    layer.commitChanges(False)
    wait(lambda: not watched.is_reading)
    assert model.reviewed == 2
    layer.deleteAttribute(layer.fields().lookupField("review"))
    assert model.reviewed == 0
    layer.undoStack().undo()
    wait(lambda: not watched.is_reading)
    assert model.reviewed == 2
    layer.rollBack()


def test_fields_that_come_make_columns(watch, wait):
    layer = landslides()
    watched, model = watch(layer)
    layer.startEditing()
    layer.addAttribute(QgsField("score", type(QgsField().type())(6)))
    layer.addAttribute(QgsField("note", TEXT))
    wait(lambda: not watched.is_reading)
    assert model.columns == ["id", "area", "mean", "max", "length", "score", "status"]
    layer.changeAttributeValue(1, layer.fields().lookupField("score"), 0.75)
    watched.update_table()
    assert model.rows.numbers["score"].tolist().count(0.75) == 1
    layer.rollBack()
    wait(lambda: not watched.is_reading)
    assert model.columns == ["id", "area", "mean", "max", "length", "status"]


def test_saving_deletions_puts_the_ids_in_doubt(watch, wait, tmp_path):
    layer = written(landslides(), tmp_path / "landslides.shp")
    watched, model = watch(layer)
    set_status(layer, [by_id(layer, 4).id()], "accepted")
    layer.commitChanges(False)
    assert watched.is_ready
    layer.deleteFeature(by_id(layer, 1).id())
    layer.commitChanges(True)
    assert not watched.is_ready
    wait(lambda: watched.is_ready)
    assert model.with_status("accepted") == [by_id(layer, 4).id()] == [2]
    assert statuses(layer) == {2: "", 3: "", 4: "accepted"}


def test_new_ids_of_saved_landslides_are_known(watch, wait, tmp_path):
    layer = written(landslides(), tmp_path / "landslides.gpkg")
    watched, model = watch(layer)
    layer.startEditing()
    feature = by_id(layer, 1)
    feature.setGeometry(square(8, 300))
    feature["id"], feature["fid"] = 8, None
    layer.addFeature(feature)
    watched.update_table()
    assert areas(model) == {**ALL, 8: 90_100} and min(model.rows.fids) < 0
    layer.commitChanges()
    wait(lambda: not watched.is_reading)
    assert areas(model) == {**ALL, 8: 90_100} and min(model.rows.fids) > 0


def test_filter_and_crs_of_the_layer_are_followed(watch, wait, tmp_path):
    layer = written(landslides(), tmp_path / "landslides.gpkg")
    watched, model = watch(layer)
    layer.setSubsetString('"id" > 2')
    wait(lambda: not watched.is_reading)
    assert areas(model) == {3: 100, 4: 10_000}
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:2225"))  # of feet
    wait(lambda: not watched.is_reading)
    assert areas(model)[4] == pytest.approx(10_000 * 0.3048**2, rel=0.1)


def test_a_layer_that_is_closed_is_let_go_of(watch, wait):
    layer = landslides()
    watched, model = watch(layer, read=False)
    watched.close()
    watched.close()
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    layer.startEditing()
    layer.deleteFeature(1)
    assert (len(model.rows), watched.is_reading) == (0, False)
