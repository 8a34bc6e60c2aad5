from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor
from scarp.engine.errors import ScarpError
from scarp.tests.ui.review_ground import landslides, square
from scarp.ui.review_canvas import ClearSelection, show_landslide


@pytest.fixture
def canvas(qgis_app):
    made = QgsMapCanvas()
    made.resize(400, 300)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32654"))
    yield made
    made.deleteLater()


def test_zooms_so_that_what_lies_around_is_seen(canvas):
    show_landslide(canvas, QgsProject.instance(), landslides(), 2, pan_only=False)
    seen, outline = canvas.extent(), square(2, 200).boundingBox()
    assert (seen.center().x(), seen.center().y()) == pytest.approx((outline.center().x(), outline.center().y()))
    assert seen.height() == pytest.approx(600)
    assert seen.width() == pytest.approx(800, rel=0.01)  # that of the canvas


def test_pans_at_the_scale_that_there_is(canvas):
    canvas.setExtent(square(1, 900).boundingBox())
    before = canvas.scale()
    show_landslide(canvas, QgsProject.instance(), landslides(), 2, pan_only=True)
    assert canvas.extent().center().x() == pytest.approx(square(2, 200).boundingBox().center().x())
    assert canvas.scale() == pytest.approx(before)


def test_a_map_in_another_crs(canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    show_landslide(canvas, QgsProject.instance(), landslides(), 2, pan_only=False)
    assert canvas.extent().center().x() == pytest.approx(141.023, abs=0.001)
    assert canvas.extent().center().y() == pytest.approx(36.145, abs=0.01)


def test_flashes(canvas, monkeypatch):
    flashed = []
    flash = canvas.flashGeometries

    def flash_and_tell(shapes, crs, **how):
        flashed.append((shapes[0].area(), crs.authid()))
        flash(shapes, crs, **how)

    monkeypatch.setattr(canvas, "flashGeometries", flash_and_tell)
    show_landslide(canvas, QgsProject.instance(), landslides(), 2, pan_only=True)
    assert flashed == [(40_000, "EPSG:32654")]


def test_a_landslide_without_an_outline_is_told_of(canvas):
    layer = landslides()
    feature = QgsFeature(layer.fields())
    layer.dataProvider().addFeatures([feature])
    with pytest.raises(ScarpError, match="This landslide has no outline; delete it or draw one"):
        show_landslide(canvas, QgsProject.instance(), layer, 5, pan_only=False)


def test_the_selection_is_clear_and_gets_its_colour_back(canvas):
    canvas.setSelectionColor(QColor(255, 255, 0, 255))
    clear = ClearSelection(canvas)
    clear.begin()
    clear.begin()
    assert canvas.selectionColor() == QColor(255, 255, 0, 40)
    clear.end()
    assert canvas.selectionColor() == QColor(255, 255, 0, 255)
    clear.begin()
    canvas.setSelectionColor(QColor(0, 0, 255, 200))  # another project's
    clear.end()
    assert canvas.selectionColor() == QColor(0, 0, 255, 200)
