from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from scarp.engine.errors import ScarpError
from scarp.tests.ui.review_ground import by_id, landslides, square, statuses, written
from scarp.ui.review_export import checked_path, file_filter, file_of, open_written, writer_task
from scarp.ui.review_status import set_status


@pytest.fixture
def write(qgis_app, wait):
    def write(layer, fids, path):
        task, done = writer_task(layer, fids, path, path.stem), []
        task.completed.connect(lambda *_: done.append(""))
        task.errorOccurred.connect(lambda _, reason: done.append(reason))
        QgsApplication.taskManager().addTask(task)
        wait(lambda: done)
        return done[0]

    return write


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".geojson", ".fgb"])
def test_writes_some_with_their_edits_and_leaves_the_selection(write, tmp_path, suffix):
    layer = written(landslides(), tmp_path / "source.gpkg")
    set_status(layer, [by_id(layer, 2).id(), by_id(layer, 3).id()], "accepted")
    layer.changeGeometry(by_id(layer, 3).id(), square(3, 50))
    layer.selectByIds([by_id(layer, 1).id()])
    seen = []
    layer.selectionChanged.connect(lambda *_: seen.append(True))
    path = tmp_path / f"accepted{suffix}"
    assert write(layer, [by_id(layer, 2).id(), by_id(layer, 3).id()], path) == ""
    found = QgsVectorLayer(str(path), "", "ogr")
    assert statuses(found) == {2: "accepted", 3: "accepted"}
    if suffix != ".geojson":  # which is always in degrees
        assert by_id(found, 3).geometry().area() == pytest.approx(2500)
    assert (layer.selectedFeatureIds(), seen) == ([by_id(layer, 1).id()], [])
    layer.rollBack()


def test_writes_all(write, tmp_path):
    assert write(landslides(), None, tmp_path / "all.gpkg") == ""
    found = open_written(tmp_path / "all.gpkg", "all of them", None, QgsProject.instance())
    assert (found.name(), found.featureCount()) == ("all of them", 4)
    QgsProject.instance().removeMapLayer(found)


def test_the_layer_may_go_while_it_is_written(qgis_app, wait, tmp_path):
    layer, done = landslides(), []
    task = writer_task(layer, None, tmp_path / "all.gpkg", "all")
    task.completed.connect(lambda *_: done.append(True))
    del layer
    QgsApplication.taskManager().addTask(task)
    wait(lambda: done)
    assert QgsVectorLayer(str(tmp_path / "all.gpkg"), "", "ogr").featureCount() == 4


def test_says_what_could_not_be_written(write, tmp_path):
    assert "no" in write(landslides(), None, tmp_path / "not there" / "all.gpkg").lower()


def test_a_copy_looks_the_same_and_can_be_edited(write, qgis_new_project, tmp_path):
    layer = landslides()
    set_status(layer, [2], "accepted")
    layer.commitChanges()
    layer.setReadOnly(True)
    write(layer, None, tmp_path / "copy.gpkg")
    copy = open_written(tmp_path / "copy.gpkg", "copy", layer, QgsProject.instance())
    assert (copy.renderer().type(), copy.readOnly()) == ("RuleRenderer", False)
    assert QgsProject.instance().mapLayersByName("copy") == [copy]


def test_a_file_that_is_none_is_told_of(qgis_new_project, tmp_path):
    (tmp_path / "broken.gpkg").write_text("no")
    with pytest.raises(ScarpError, match="was written, but cannot be opened"):
        open_written(tmp_path / "broken.gpkg", "broken", None, QgsProject.instance())


def test_paths_are_checked(qgis_new_project, tmp_path):
    project = QgsProject.instance()
    assert checked_path(str(tmp_path / "a"), project) == tmp_path / "a.gpkg"
    with pytest.raises(ScarpError, match=r"No vector format has the ending \.xyz; choose \.gpkg, \.shp or \.geojson"):
        checked_path(str(tmp_path / "a.xyz"), project)
    layer = written(landslides(), tmp_path / "source.gpkg")
    project.addMapLayer(layer)
    assert file_of(layer) == tmp_path / "source.gpkg"
    assert file_of(landslides()) is None
    with pytest.raises(ScarpError) as caught:
        checked_path(str(Path(tmp_path) / "." / "source.gpkg"), project)
    assert str(caught.value) == (
        f'The layer "landslides" is in the file {tmp_path}/source.gpkg; choose another name.'
    )


def test_the_dialog_offers_formats(qgis_app):
    offered = [part.split("(")[1].split()[0] for part in file_filter().split(";;")]
    assert offered == ["*.gpkg", "*.shp", "*.geojson", "*.fgb"]
