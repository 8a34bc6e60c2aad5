from __future__ import annotations

import numpy as np
import pytest
from qgis.core import NULL, QgsApplication, QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer
from scarp.engine.measurements import Measurer
from scarp.tests.ui.review_ground import by_id, landslides, square, written
from scarp.ui.review_rows import (
    AREA,
    ID,
    LENGTH,
    MAX,
    MEAN,
    READ_AT_ONCE,
    SCORE,
    STATUS,
    Columns,
    ReadTask,
    Rows,
    measurer_of,
    read_rows,
    status_text,
)


def rows_of(layer):
    columns = Columns.of(layer.fields())
    return read_rows(layer.getFeatures(columns.request), columns, measurer_of(layer.crs()), lambda: False)


def test_columns_of_scarp_of_a_shapefile_and_of_any_polygons(qgis_app, tmp_path):
    assert Columns.of(landslides().fields()).names == [ID, AREA, MEAN, MAX, LENGTH, STATUS]
    cut_off = written(landslides(), tmp_path / "landslides.shp")
    assert cut_off.fields().names() == ["id", "probabilit", "probabil_1"]
    assert Columns.of(cut_off.fields()).fields == {ID: 0, MEAN: 1, MAX: 2}
    own = QgsVectorLayer("Polygon?field=prob_mean:double&field=prob_max:double&field=score:double", "", "memory")
    assert Columns.of(own.fields()).names == [ID, AREA, MEAN, MAX, LENGTH, SCORE, STATUS]
    foreign = QgsVectorLayer("Polygon?field=id:string&field=name:string&field=REVIEW:string", "", "memory")
    columns = Columns.of(foreign.fields())
    assert (columns.names, columns.fields, columns.review) == ([ID, AREA, LENGTH, STATUS], {}, 2)


def test_reads_values_and_measures_outlines(qgis_app):
    layer = landslides()
    rows = rows_of(layer)
    assert rows.numbers[ID].tolist() == [1, 2, 3, 4]
    assert rows.numbers[MEAN][:2].tolist() == [0.9, 0.6]
    assert np.isnan(rows.numbers[MEAN][2])
    measured = Measurer(layer.crs().toWkt()).measure(bytes(square(2, 200).asWkb()))
    assert rows.numbers[AREA][1] == pytest.approx(measured.area_m2) == pytest.approx(40_000, rel=1e-3)
    assert rows.numbers[LENGTH][1] == pytest.approx(200, rel=1e-3)
    assert rows.statuses == ["", "", "", ""]


def test_an_outline_that_cannot_be_measured_leaves_the_others(qgis_app):
    layer = landslides()
    empty, far = QgsFeature(layer.fields()), QgsFeature(layer.fields())
    far.setGeometry(QgsGeometry.fromWkt("Polygon ((1e30 0, 2e30 0, 2e30 1e30, 1e30 0))"))
    layer.dataProvider().addFeatures([empty, far])
    areas = rows_of(layer).numbers[AREA]
    assert np.isnan(areas).tolist() == [False, False, False, False, True, True]


def test_without_a_crs_lengths_are_those_of_the_coordinates(qgis_app):
    layer = landslides()
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert rows_of(layer).numbers[AREA].tolist() == pytest.approx([900, 40_000, 100, 10_000])


def test_rows_are_joined_and_taken_out(qgis_app):
    rows = rows_of(landslides(tuple(range(1, READ_AT_ONCE + 5)), (0.5,) * (READ_AT_ONCE + 4)))
    assert len(rows) == READ_AT_ONCE + 4
    left = rows.without(rows.fids[2:].tolist())
    assert left.numbers[ID].tolist() == [1, 2]
    assert Rows.join([Rows.none(), left]).numbers[ID].tolist() == [1, 2]
    assert len(Rows.join([Rows.none()])) == 0


@pytest.mark.parametrize(("value", "text"), [(None, ""), (NULL, ""), (" accepted ", "accepted"), ("", "")])
def test_status_text(value, text):
    assert status_text(value) == text


def test_reads_edits_that_are_not_saved(qgis_app, wait, tmp_path):
    layer = written(landslides(), tmp_path / "landslides.gpkg")
    layer.startEditing()
    layer.changeGeometry(by_id(layer, 3).id(), square(3, 50))
    layer.deleteFeature(by_id(layer, 1).id())
    done = []
    task = ReadTask(layer, Columns.of(layer.fields()), done.append)
    layer.deleteFeature(by_id(layer, 2).id())  # after it was asked to read
    QgsApplication.taskManager().addTask(task)
    wait(lambda: done)
    assert done[0].numbers[ID].tolist() == [3, 2, 4] or sorted(done[0].numbers[ID].tolist()) == [2, 3, 4]
    assert done[0].numbers[AREA].max() == pytest.approx(40_000, rel=1e-3)
    layer.rollBack()


def test_what_is_stopped_hands_nothing_over(qgis_app, wait):
    done = []
    task = ReadTask(landslides(), Columns.of(landslides().fields()), done.append)
    QgsApplication.taskManager().addTask(task)
    task.cancel()
    wait(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert done in ([], [None])  # nothing at all where it was stopped before it began
