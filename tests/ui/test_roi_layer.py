from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpressionContext,
    QgsFeature,
    QgsFieldConstraints,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from scarp.algorithms.rois import roi_polygons
from scarp.engine.errors import ScarpError
from scarp.engine.roi_classes import BACKGROUND_NAMES
from scarp.ui import roi_layer
from scarp.ui.roi_layer import BACKGROUND, CLASSES, HARD_NEGATIVE, LANDSLIDE

UTM = QgsCoordinateReferenceSystem("EPSG:32654")
WGS = QgsCoordinateReferenceSystem("EPSG:4326")
BOX = QgsGeometry.fromWkt("POLYGON((500000 3999990,500010 3999990,500010 4000000,500000 4000000,500000 3999990))")

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


@pytest.fixture
def rois(tmp_path) -> QgsVectorLayer:
    layer = roi_layer.create(tmp_path / "scene_rois.gpkg", UTM)
    QgsProject.instance().addMapLayer(layer)
    return layer


def rows(layer: QgsVectorLayer) -> list[tuple[str, float]]:
    return [(feature["class"], round(feature.geometry().area(), 1)) for feature in layer.getFeatures()]


def test_layer_is_an_empty_geopackage_with_form_and_style(rois, tmp_path):
    assert (tmp_path / "scene_rois.gpkg").is_file()
    assert (rois.name(), rois.crs().authid(), rois.featureCount()) == ("scene_rois", "EPSG:32654", 0)
    assert QgsWkbTypes.displayString(rois.wkbType()) == "MultiPolygon"
    assert rois.fields().names() == ["fid", "class", "note"]
    assert rois.editorWidgetSetup(1).type() == "ValueMap"
    assert rois.editorWidgetSetup(1).config() == {
        "map": [{"Landslide": "landslide"}, {"Background": "background"}, {"Background (rejected)": "hard negative"}]
    }
    strength = rois.fields().at(1).constraints().constraintStrength(
        QgsFieldConstraints.Constraint.ConstraintNotNull
    )
    assert strength == QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
    shown = {each.value(): each.symbol().color().getRgb()[:3] for each in rois.renderer().categories()}
    nothing = QgsFeature(rois.fields())
    assert QgsVectorLayerUtils.validateAttribute(rois, nothing, 1) == (False, ["value is NULL"])
    assert (rois.renderer().classAttribute(), shown) == ("class", roi_layer.COLOURS)


def test_another_project_gets_form_and_style_too(rois, tmp_path):
    again = QgsVectorLayer(str(tmp_path / "scene_rois.gpkg") + "|layername=rois", "again", "ogr")
    assert again.editorWidgetSetup(1).config() == rois.editorWidgetSetup(1).config()
    assert len(again.renderer().categories()) == 3
    assert again.defaultValueDefinition(1).expression() == "'landslide'"


def test_layer_without_a_crs(tmp_path):
    layer = roi_layer.create(tmp_path / "rois.gpkg", QgsCoordinateReferenceSystem())
    assert layer.isValid() and not layer.crs().isValid()


def test_nothing_is_overwritten(rois, tmp_path, raster):
    with pytest.raises(ScarpError, match=r"There is a file .*scene_rois.gpkg already; choose another name."):
        roi_layer.create(tmp_path / "scene_rois.gpkg", UTM)
    image = QgsRasterLayer(raster(np.zeros((1, 4, 4), np.uint8)), "scene")
    assert roi_layer.free_path(tmp_path, image) == tmp_path / "scene_rois_2.gpkg"
    (tmp_path / "scene_rois_2.gpkg").touch()
    assert roi_layer.free_path(tmp_path, image) == tmp_path / "scene_rois_3.gpkg"
    image.setName("Dorf: Hang (2026/07) ")
    assert roi_layer.free_path(tmp_path, image).name == "Dorf_Hang_2026_07_rois.gpkg"
    assert roi_layer.free_path(tmp_path, None).name == "rois.gpkg"


def test_folder_that_is_not_there(tmp_path):
    with pytest.raises(ScarpError, match=r"The ROI layer .*rois.gpkg cannot be made \(.+\); choose another folder."):
        roi_layer.create(tmp_path / "gone" / "rois.gpkg", UTM)


def test_place_is_the_projects_home_else_the_images_folder(tmp_path, raster, monkeypatch):
    project, image = QgsProject.instance(), QgsRasterLayer(raster(np.zeros((1, 4, 4), np.uint8)), "scene")
    assert roi_layer.folder_for(project, None) is None
    assert roi_layer.folder_for(project, image) == tmp_path
    assert roi_layer.folder_for(project, QgsRasterLayer("/vsizip/none.zip/a.tif", "zipped")) is None
    (tmp_path / "home").mkdir()
    project.setFileName(str(tmp_path / "home" / "mine.qgz"))
    assert roi_layer.folder_for(project, image) == tmp_path / "home"
    monkeypatch.setattr(os, "access", lambda folder, mode: Path(folder) != tmp_path / "home")
    assert roi_layer.folder_for(project, image) == tmp_path


@pytest.mark.parametrize("value", CLASSES)
def test_what_is_drawn_has_the_class_without_a_form(rois, value):
    roi_layer.set_drawn_class(rois, "class", value)
    drawn = QgsVectorLayerUtils.createFeature(rois, BOX, {}, QgsExpressionContext())
    assert drawn["class"] == value
    assert rois.editFormConfig().suppress() == rois.editFormConfig().FeatureFormSuppress.SuppressOn


def test_class_of_other_layers():
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=kind:string&field=Class:integer", "theirs", "memory")
    assert roi_layer.class_field(layer) == "Class"
    assert [roi_layer.value_in(layer, "Class", value) for value in CLASSES] == [1, 0, 0]
    assert [roi_layer.value_in(layer, "kind", value) for value in CLASSES] == list(CLASSES)
    roi_layer.set_drawn_class(layer, "Class", BACKGROUND)
    assert layer.defaultValueDefinition(1).expression() == "0"
    assert roi_layer.class_field(QgsVectorLayer("Polygon", "other", "memory")) == ""


def test_added_polygon_is_unsaved_and_can_be_undone(rois):
    new = roi_layer.add_polygon(rois, BOX, UTM, HARD_NEGATIVE)
    assert rows(rois) == [("hard negative", 100.0)]
    assert rois.getFeature(new)["class"] == "hard negative"
    assert rois.isModified() and rois.undoStack().undoText() == "ROI added"
    rois.undoStack().undo()
    assert rows(rois) == []
    rois.undoStack().redo()
    assert rois.commitChanges()
    assert rows(rois) == [("hard negative", 100.0)]


def test_added_polygon_is_reprojected(rois):
    away = QgsGeometry(BOX)
    from qgis.core import QgsCoordinateTransform

    away.transform(QgsCoordinateTransform(UTM, WGS, QgsProject.instance()))
    roi_layer.add_polygon(rois, away, WGS, LANDSLIDE)
    (feature,) = rois.getFeatures()
    assert feature.geometry().boundingBox().xMinimum() == pytest.approx(500000.0, abs=0.01)
    assert feature.geometry().area() == pytest.approx(100.0, abs=0.01)


def test_parts_go_into_layers_of_single_polygons_one_by_one():
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=class:integer", "theirs", "memory")
    two = QgsGeometry.collectGeometry([BOX, QgsGeometry.fromWkt("POLYGON((0 0,2 0,2 2,0 2,0 0))")])
    roi_layer.add_polygon(layer, two, UTM, LANDSLIDE)
    assert sorted(rows(layer)) == [(1, 4.0), (1, 100.0)]
    layer.undoStack().undo()
    assert rows(layer) == []


def test_layer_that_cannot_be_edited(rois):
    rois.setReadOnly(True)
    with pytest.raises(ScarpError, match='The layer "scene_rois" cannot be edited; choose another ROI layer'):
        roi_layer.add_polygon(rois, BOX, UTM, LANDSLIDE)


def test_snapping_goes_off(rois):
    project = QgsProject.instance()
    config = project.snappingConfig()
    config.setEnabled(True)
    own = config.individualLayerSettings(rois)
    own.setEnabled(True)
    config.setIndividualLayerSettings(rois, own)
    project.setSnappingConfig(config)
    assert roi_layer.switch_snapping_off(project, rois) is True
    assert not project.snappingConfig().enabled()
    assert not project.snappingConfig().individualLayerSettings(rois).enabled()
    assert roi_layer.switch_snapping_off(project, rois) is False


def test_training_knows_each_class(rois, progress):
    for value in CLASSES:
        roi_layer.add_polygon(rois, BOX, UTM, value)
    (found,), classes = roi_polygons([rois], "class", BACKGROUND_NAMES, progress)
    assert [name for _, name in found.polygons] == ["landslide", "background", "background"]
    assert classes == ["landslide"]
