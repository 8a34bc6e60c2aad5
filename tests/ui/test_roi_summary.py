from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scarp.tests.algorithms.training_ground import SIDE, scene_pixels
from scarp.ui import roi_layer, roi_summary
from scarp.ui.roi_layer import BACKGROUND, HARD_NEGATIVE, LANDSLIDE
from scarp.ui.roi_summary import RoiSummary

UTM = QgsCoordinateReferenceSystem("EPSG:32654")
WGS = QgsCoordinateReferenceSystem("EPSG:4326")

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


def box(column: float, row: float, width: float, height: float) -> QgsGeometry:
    """Pixels of 1 m of the scene."""
    west, north = 500000 + column, 4000000 - row
    east, south = west + width, north - height
    return QgsGeometry.fromWkt(
        f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
    )


@pytest.fixture
def rois(tmp_path) -> QgsVectorLayer:
    layer = roi_layer.create(tmp_path / "rois.gpkg", UTM)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def watch(wait):
    """A summary of a layer that keeps itself up to date: ``watch(layer)`` -> counted."""
    made = []

    def watch(layer, field="class"):
        counted = RoiSummary(QgsProject.instance())
        made.append(counted)
        counted.set_layer(layer, field)
        wait(lambda: counted.summary.is_complete)
        return counted

    yield watch
    for counted in made:
        counted.set_layer(None, "")


@pytest.fixture
def settled(wait):
    """Waits until a summary has the counts: ``settled(counted, landslide=2)``."""

    def settled(counted, **counts):
        wanted = {name.replace("_", " "): count for name, count in counts.items()}
        wait(lambda: dict(counted.summary.counts) == wanted and counted.summary.is_complete)

    return settled


def test_counts_and_areas_of_each_class(rois, watch):
    for number, value in enumerate((LANDSLIDE, LANDSLIDE, BACKGROUND, HARD_NEGATIVE)):
        roi_layer.add_polygon(rois, box(0, 0, 10, 10 * (number + 1)), UTM, value)
    summary = watch(rois).summary
    assert dict(summary.counts) == {"landslide": 2, "background": 1, "hard negative": 1}
    # The projection shrinks what is near the central meridian to 0.9996 of its length.
    assert summary.areas_m2 == pytest.approx({"landslide": 300.24, "background": 300.24, "hard negative": 400.32})
    assert (summary.landslides, summary.background, summary.has_edits) == (2, 2, True)


def test_each_edit_is_followed_without_reading_all_again(rois, watch, settled, wait):
    for _ in range(3):
        roi_layer.add_polygon(rois, box(0, 0, 10, 10), UTM, LANDSLIDE)
    rois.commitChanges()
    counted, read = watch(rois), []
    seen = counted._seen
    counted._seen = lambda feature: read.append(feature.id()) or seen(feature)
    assert not counted.summary.has_edits

    new = roi_layer.add_polygon(rois, box(0, 0, 10, 20), UTM, BACKGROUND)
    settled(counted, landslide=3, background=1)
    assert counted.summary.has_edits
    rois.undoStack().undo()
    settled(counted, landslide=3)
    rois.undoStack().redo()
    settled(counted, landslide=3, background=1)
    rois.changeGeometry(new, box(0, 0, 10, 40))
    wait(lambda: counted.summary.areas_m2["background"] == pytest.approx(400.32))
    rois.changeAttributeValue(1, 1, HARD_NEGATIVE)
    settled(counted, landslide=2, background=1, hard_negative=1)
    rois.deleteFeatures([2, 3])
    settled(counted, background=1, hard_negative=1)
    assert "landslide" not in counted.summary.areas_m2
    rois.rollBack()
    settled(counted, landslide=3)
    assert not counted.summary.has_edits

    rois.startEditing()
    roi_layer.set_drawn_class(rois, "class", BACKGROUND)
    roi_layer.add_polygon(rois, box(0, 0, 10, 20), UTM, BACKGROUND)
    rois.commitChanges()
    settled(counted, landslide=3, background=1)
    assert not counted.summary.has_edits
    assert (sorted(set(read)), len(read)) == ([new, 1, 2, 3, 4], 8)


def test_edits_while_it_is_still_read(rois, settled, monkeypatch):
    monkeypatch.setattr(roi_summary, "BUDGET_S", 0.0)  # so nothing is read at once
    for _ in range(5):
        roi_layer.add_polygon(rois, box(0, 0, 10, 10), UTM, LANDSLIDE)
    rois.commitChanges(False)
    counted = RoiSummary(QgsProject.instance())
    counted.set_layer(rois, "class")
    assert not counted.summary.is_complete
    rois.deleteFeature(5)
    rois.changeAttributeValue(1, 1, BACKGROUND)
    monkeypatch.setattr(roi_summary, "BUDGET_S", 0.02)
    settled(counted, landslide=3, background=1)
    counted.set_layer(None, "")


def test_editing_begins_while_it_is_still_read(rois, settled, wait, monkeypatch):
    monkeypatch.setattr(roi_summary, "BUDGET_S", 0.0005)
    features = []
    for _ in range(2000):
        feature = QgsFeature(rois.fields())
        feature.setAttribute("class", LANDSLIDE)
        feature.setGeometry(box(0, 0, 10, 10))
        features.append(feature)
    assert rois.dataProvider().addFeatures(features)[0]
    counted = RoiSummary(QgsProject.instance())
    counted.set_layer(rois, "class")
    wait(lambda: 0 < counted.summary.landslides < 2000)
    assert rois.startEditing()
    settled(counted, landslide=2000)
    rois.rollBack()
    counted.set_layer(None, "")


def test_what_is_left_out(rois, watch, raster, wait):
    image = QgsRasterLayer(raster(scene_pixels()), "scene")
    roi_layer.add_polygon(rois, box(0, 0, 10, 10), UTM, LANDSLIDE)
    roi_layer.add_polygon(rois, box(SIDE + 1, 0, 10, 10), UTM, LANDSLIDE)
    for value, geometry in ((None, box(0, 0, 10, 10)), ("landslide", QgsGeometry())):
        feature = QgsFeature(rois.fields())
        feature.setAttribute("class", value)
        feature.setGeometry(geometry)
        assert rois.addFeature(feature)
    counted = watch(rois)
    summary = counted.summary
    assert (summary.landslides, summary.outside, summary.unnamed, summary.empty) == (2, 0, 1, 1)
    counted.set_image(image)
    wait(lambda: counted.summary.outside == 1)
    summary = counted.summary
    assert (summary.landslides, summary.unnamed, summary.empty) == (1, 1, 1)
    counted.set_image(None)
    wait(lambda: counted.summary.landslides == 2)


def test_rois_of_another_crs(raster, watch, wait):
    image = QgsRasterLayer(raster(scene_pixels()), "scene")
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=class:string", "theirs", "memory")
    for column in (0, 2 * SIDE):
        geometry = box(column, 0, 10, 10)
        geometry.transform(QgsCoordinateTransform(UTM, WGS, QgsProject.instance()))
        roi_layer.add_polygon(layer, geometry, WGS, LANDSLIDE)
    counted = watch(layer)
    counted.set_image(image)
    wait(lambda: counted.summary.outside == 1)
    assert counted.summary.areas_m2["landslide"] == pytest.approx(100.08, abs=0.01)


def test_classes_as_a_training_sees_them(watch):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=class:integer", "theirs", "memory")
    shown = {"map": [{"slide": 2}, {"Landslides": 3}, {"Fluss": 4}, {"Hard negative": 5}]}
    layer.setEditorWidgetSetup(0, QgsEditorWidgetSetup("ValueMap", shown))
    for value in (0, 1, 2, 3, 4, 5, 9):
        feature = QgsFeature(layer.fields())
        feature.setAttribute("class", value)
        feature.setGeometry(box(0, 0, 1, 1))
        layer.dataProvider().addFeatures([feature])
    assert dict(watch(layer).summary.counts) == {
        "background": 1, "landslide": 2, "slide": 1, "Fluss": 1, "hard negative": 1, "9": 1
    }  # fmt: skip
    assert dict(watch(layer, "").summary.counts) == {"landslide": 7}


def test_layer_that_goes(watch, wait):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=class:string", "theirs", "memory")
    roi_layer.add_polygon(layer, box(0, 0, 1, 1), UTM, LANDSLIDE)
    counted = watch(layer)
    told = []
    counted.changed.connect(lambda: told.append(dict(counted.summary.counts)))
    QgsProject.instance().addMapLayer(layer)
    QgsProject.instance().removeMapLayer(layer)
    assert told == [{}]
    assert counted.summary.is_complete
