from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapToolDigitizeFeature
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QLineEdit
from scarp.tests.algorithms.training_ground import SIDE, scene_pixels
from scarp.tests.ui.interface import Interface
from scarp.ui import roi_layer
from scarp.ui.roi_drawing import RoiDrawing
from scarp.ui.roi_layer import BACKGROUND, HARD_NEGATIVE, LANDSLIDE
from scarp.ui.state import IMAGE, ROIS

pytestmark = pytest.mark.usefixtures("qgis_new_project")


class Digitizing(Interface):
    """With QGIS's tool to add polygons, which adds a feature without a form as QGIS does."""

    def __init__(self) -> None:
        super().__init__()
        self.active: QgsVectorLayer | None = None
        self._cad = QgsAdvancedDigitizingDockWidget(self.mapCanvas(), self.window)
        self._tool = QgsMapToolDigitizeFeature(self.mapCanvas(), self._cad)
        self._tool.digitizingCompleted.connect(self._add)
        self._add_feature = QAction("Add Polygon Feature", self.window)
        self._add_feature.triggered.connect(lambda: self.mapCanvas().setMapTool(self._tool))

    def setActiveLayer(self, layer: QgsVectorLayer) -> bool:
        self.active = layer
        self.mapCanvas().setCurrentLayer(layer)
        return True

    def actionAddFeature(self) -> QAction:
        return self._add_feature

    def close(self) -> None:
        """Take the tool away before the canvas that it draws on, as QGIS does."""
        self.mapCanvas().unsetMapTool(self._tool)
        sip.delete(self._tool)
        sip.delete(self._cad)
        super().close()

    def _add(self, drawn) -> None:
        layer = self.active
        assert layer.editFormConfig().suppress() == layer.editFormConfig().FeatureFormSuppress.SuppressOn
        feature = QgsVectorLayerUtils.createFeature(layer, drawn.geometry(), {})
        layer.beginEditCommand("Add feature")
        assert layer.addFeature(feature)
        layer.endEditCommand()


@pytest.fixture
def iface(qgis_app):
    interface = Digitizing()
    yield interface
    interface.close()


@pytest.fixture
def image(raster) -> QgsRasterLayer:
    layer = QgsRasterLayer(raster(scene_pixels()), "scene")
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def drawing(iface, state, image):
    """The widget in a window beside the canvas, which shows the image."""
    state.set_layer(IMAGE, image)
    drawing = RoiDrawing(iface, state, iface.window)
    drawing.add_keys(drawing)
    drawing.resize(330, 500)
    iface.window.show()
    canvas = iface.mapCanvas()
    canvas.resize(400, 400)
    canvas.setDestinationCrs(image.crs())
    canvas.setExtent(image.extent())
    drawing.show()
    QTest.qWaitForWindowExposed(iface.window)
    yield drawing
    drawing.close_drawing()
    drawing.deleteLater()


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def rois(drawing, state, wait) -> QgsVectorLayer:
    """A new layer that is drawn on."""
    click(drawing.new)
    wait(lambda: state.vector(ROIS) is not None)
    return state.vector(ROIS)


def draw_box(iface, column: float, row: float, width: float, height: float) -> None:
    """Click the corners of a box of pixels of 1 m, and finish with the right button."""
    canvas = iface.mapCanvas()
    west, north = 500000 + column, 4000000 - row
    corners = [(west, north), (west + width, north), (west + width, north - height), (west, north - height)]
    for number, (x, y) in enumerate(corners):
        at = canvas.getCoordinateTransform().transform(x, y)
        place = QPoint(round(at.x()), round(at.y()))
        QTest.mouseMove(canvas.viewport(), place)
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        if number == 3:
            QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)


def classes(layer: QgsVectorLayer) -> list[str]:
    return [feature["class"] for feature in sorted(layer.getFeatures(), key=lambda each: -each.id())]


def said(drawing) -> list[str]:
    return [notice.label.text() for notice in drawing._advice if not notice.isHidden()]


def test_without_an_image_there_is_nothing_to_draw_on(drawing, state):
    state.set_layer(IMAGE, None)
    assert not drawing.new.isEnabled() and not drawing.draw.isEnabled()
    assert drawing.new.toolTip() == "Choose an image in step 1; ROIs are drawn on it."
    assert drawing.table.isHidden() and drawing.field.isHidden() and said(drawing) == []


def test_new_layer_and_polygons_of_each_class(drawing, iface, state, wait, tmp_path):
    assert drawing.new.toolTip() == f"Make a new layer of ROIs and draw on it: {tmp_path / 'scene_rois.gpkg'}"
    click(drawing.new)
    assert not drawing.new.isEnabled()
    wait(lambda: state.vector(ROIS) is not None)
    layer = state.vector(ROIS)
    assert drawing.new.isEnabled()
    assert layer.source() == f"{tmp_path / 'scene_rois.gpkg'}|layername=rois"
    assert layer.isEditable() and iface.active is layer and iface.mapCanvas().mapTool() is iface._tool
    assert iface.said()[0][0] == f"The ROI layer is the file {tmp_path / 'scene_rois.gpkg'}."
    assert drawing.layer.currentLayer() is layer
    assert drawing.new.toolTip().endswith("scene_rois_2.gpkg")

    draw_box(iface, 8, 10, 12, 12)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_2)
    draw_box(iface, 50, 20, 20, 10)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_3)
    draw_box(iface, 20, 70, 10, 10)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_1)
    draw_box(iface, 60, 70, 10, 10)
    assert classes(layer) == [LANDSLIDE, BACKGROUND, HARD_NEGATIVE, LANDSLIDE]
    areas_m2 = [each.geometry().area() for each in layer.getFeatures()]
    assert areas_m2 == pytest.approx([144, 200, 100, 100], rel=0.1)
    wait(lambda: drawing.table.row(LANDSLIDE)[0] == "2")
    assert drawing.table.row(BACKGROUND)[0] == drawing.table.row(HARD_NEGATIVE)[0] == "1"
    assert drawing.table.row(BACKGROUND)[1].endswith(" m²")

    layer.undoStack().undo()
    wait(lambda: drawing.table.row(LANDSLIDE)[0] == "1")
    layer.undoStack().redo()
    wait(lambda: drawing.table.row(LANDSLIDE)[0] == "2")
    assert said(drawing)[-1] == "There are edits that are not saved; a training uses them too."
    click(drawing.save)
    wait(lambda: len(said(drawing)) == 2 and not drawing.save.isEnabled())
    assert layer.isEditable() and not layer.isModified()
    assert classes(QgsVectorLayer(layer.source(), "again", "ogr")) == [LANDSLIDE, HARD_NEGATIVE, BACKGROUND, LANDSLIDE]


def test_class_by_button_and_by_key_in_the_panel(drawing, rois):
    click(drawing.table.buttons[BACKGROUND])
    assert rois.defaultValueDefinition(1).expression() == "'background'"
    QTest.keyClick(drawing.table.buttons[BACKGROUND], Qt.Key.Key_3)
    assert rois.defaultValueDefinition(1).expression() == "'hard negative'"
    assert drawing.table.buttons[HARD_NEGATIVE].isChecked()
    QTest.keyClick(drawing.draw, Qt.Key.Key_1)
    assert drawing.table.buttons[LANDSLIDE].isChecked()


def test_keys_are_left_to_what_is_typed_into(drawing, rois):
    line = QLineEdit(drawing)
    line.show()
    line.setFocus()
    QTest.keyClicks(line, "12")
    assert line.text() == "12"
    assert drawing.table.buttons[LANDSLIDE].isChecked()


def test_keys_work_only_while_it_is_drawn(drawing, iface, rois):
    rois.rollBack()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_2)
    assert drawing.table.buttons[LANDSLIDE].isChecked()
    click(drawing.draw)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_2)
    assert drawing.table.buttons[BACKGROUND].isChecked()


def test_snapping_is_switched_off(drawing, iface, state, wait):
    config = QgsProject.instance().snappingConfig()
    config.setEnabled(True)
    QgsProject.instance().setSnappingConfig(config)
    click(drawing.new)
    wait(lambda: state.vector(ROIS) is not None)
    assert not QgsProject.instance().snappingConfig().enabled()
    assert iface.said()[0][0].endswith("scene_rois.gpkg. Snapping was switched off.")


def test_folder_is_asked_for_where_none_can_be_written_to(drawing, state, monkeypatch, tmp_path, wait):
    monkeypatch.setattr(roi_layer, "folder_for", lambda project, image: None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    click(drawing.new)
    assert drawing._task is None
    (tmp_path / "chosen").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "chosen"))
    click(drawing.new)
    wait(lambda: state.vector(ROIS) is not None)
    assert Path(state.vector(ROIS).source().partition("|")[0]) == tmp_path / "chosen" / "scene_rois.gpkg"


def test_layer_that_cannot_be_made(drawing, iface, state, monkeypatch, tmp_path, wait):
    monkeypatch.setattr(roi_layer, "free_path", lambda folder, image: tmp_path / "gone" / "rois.gpkg")
    click(drawing.new)
    wait(lambda: not drawing.notice.isHidden())
    assert state.vector(ROIS) is None and drawing.new.isEnabled()
    assert drawing.notice.label.text().startswith(f"The ROI layer {tmp_path / 'gone' / 'rois.gpkg'} cannot be made (")
    assert iface.said()[0][0] == drawing.notice.label.text()


def test_layer_of_others_gets_back_what_it_had(drawing, iface, state, wait):
    theirs = QgsVectorLayer("Polygon?crs=EPSG:32654&field=Class:integer&field=kind:string", "theirs", "memory")
    QgsProject.instance().addMapLayer(theirs)
    assert state.vector(ROIS) is None
    drawing.layer.setLayer(theirs)
    assert state.vector(ROIS) is theirs
    assert not drawing.field.isHidden() and drawing.class_field == "Class"
    assert theirs.defaultValueDefinition(0).expression() == ""
    click(drawing.draw)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_2)
    draw_box(iface, 50, 20, 20, 10)
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_1)
    draw_box(iface, 8, 10, 12, 12)
    assert [feature["Class"] for feature in theirs.getFeatures()] == [0, 1]
    wait(lambda: (drawing.table.row(LANDSLIDE)[0], drawing.table.row(BACKGROUND)[0]) == ("1", "1"))
    drawing.layer.setLayer(None)
    assert theirs.defaultValueDefinition(0).expression() == ""
    form = theirs.editFormConfig()
    assert form.suppress() == form.FeatureFormSuppress.SuppressDefault
    assert classes_of_numbers(theirs) == [0, 1]


def classes_of_numbers(layer: QgsVectorLayer) -> list[int]:
    return [feature["Class"] for feature in layer.getFeatures()]


def test_layer_without_a_class_field(drawing, state, wait):
    theirs = QgsVectorLayer("Polygon?crs=EPSG:32654&field=kind:string", "theirs", "memory")
    QgsProject.instance().addMapLayer(theirs)
    drawing.layer.setLayer(theirs)
    assert drawing.class_field == ""
    assert not drawing.table.buttons[BACKGROUND].isEnabled()
    wait(lambda: said(drawing) == ["There are no ROIs yet. Draw polygons on landslides."])
    drawing.field.setFocus()
    QTest.keyClick(drawing.field, Qt.Key.Key_Down)
    assert drawing.class_field == "kind"
    assert drawing.table.buttons[BACKGROUND].isEnabled()
    click(drawing.draw)
    assert theirs.defaultValueDefinition(0).expression() == "'landslide'"
    assert (drawing.class_field, drawing.field.currentField()) == ("kind", "kind")
    theirs.deleteAttribute(0)
    theirs.updateFields()
    assert (drawing.class_field, drawing.field.currentField()) == ("", "")


def test_other_classes_have_rows_too(drawing, state, wait):
    theirs = QgsVectorLayer("Polygon?crs=EPSG:32654&field=class:string", "theirs", "memory")
    QgsProject.instance().addMapLayer(theirs)
    from scarp.tests.ui.test_roi_summary import UTM, box

    roi_layer.add_polygon(theirs, box(0, 0, 10, 10), UTM, "river")
    state.set_layer(ROIS, theirs)
    wait(lambda: drawing.summary.summary.counts["river"] == 1)
    name, count, area = drawing.table._rows[3]
    assert (name.text(), count.text(), area.text()) == ("river", "1", "100 m²")
    state.set_layer(ROIS, None)
    assert drawing.table.isHidden()


def test_polygons_outside_the_image(drawing, iface, rois, wait):
    iface.mapCanvas().setExtent(iface.mapCanvas().extent().buffered(SIDE))
    draw_box(iface, SIDE + 20, 10, 12, 12)
    wait(lambda: "ROIs outside the image, which are not used: 1." in said(drawing))
    assert drawing.table.row(LANDSLIDE) == ("0", "0 m²")


def test_layer_that_cannot_be_edited(drawing, rois):
    rois.rollBack()
    rois.setReadOnly(True)
    click(drawing.draw)
    assert drawing.notice.label.text() == (
        'The layer "scene_rois" cannot be edited; choose another, or make a new one.'
    )


def test_own_layer_of_a_project_that_is_opened_is_chosen(drawing, state, tmp_path):
    layer = roi_layer.create(tmp_path / "before.gpkg", state.raster(IMAGE).crs())
    QgsProject.instance().addMapLayer(layer)
    assert state.vector(ROIS) is layer and drawing.layer.currentLayer() is layer


def test_layer_that_is_removed_while_it_is_drawn_on(drawing, iface, state, rois):
    draw_box(iface, 8, 10, 12, 12)
    QgsProject.instance().removeMapLayer(rois.id())
    assert state.vector(ROIS) is None and drawing.layer.currentLayer() is None
    assert not drawing.draw.isEnabled() and drawing.table.isHidden()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_2)
    assert drawing.table.buttons[LANDSLIDE].isChecked()


def test_closing_takes_the_keys_back(drawing, iface):
    assert len(iface.mapCanvas().actions()) == 3
    drawing.close_drawing()
    assert iface.mapCanvas().actions() == []
    drawing.close_drawing = lambda: None  # the fixture would close it again
