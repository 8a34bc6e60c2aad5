from __future__ import annotations

import pytest
from qgis.core import QgsVectorLayer
from scarp.tests.ui.review_ground import EPSG, landslides, square
from scarp.ui.review_layer import ReviewedLayer
from scarp.ui.review_measurements import measured_fields
from scarp.ui.review_table import ReviewModel

FIELDS = "field=id:integer&field=area_m2:double&field=length_m:double&field=perim_m:double&field=longitude:double"


@pytest.fixture
def layer(qgis_app):
    made = QgsVectorLayer(f"Polygon?crs=EPSG:{EPSG}&{FIELDS}", "measured", "memory")
    made.dataProvider().addFeatures(landslides().getFeatures())
    watched = ReviewedLayer(made, ReviewModel())
    yield made
    watched.close()


def values(layer, fid=1):
    feature = layer.getFeature(fid)
    return [feature[name] for name in ("area_m2", "length_m", "perim_m")]


def test_fields_that_scarp_has_measured(layer):
    assert measured_fields(layer.fields()) == {"area_m2": 1, "length_m": 2, "perimeter_m": 3, "longitude": 4}
    assert measured_fields(landslides().fields()) == {}


def test_they_follow_an_edit_and_its_undo(layer):
    layer.startEditing()
    before = values(layer)
    layer.beginEditCommand("Moved vertex")
    layer.changeGeometry(1, square(1, 50))
    layer.endEditCommand()
    assert values(layer) == pytest.approx([2500, 50, 200], rel=1e-3)
    assert layer.getFeature(1)["longitude"] == pytest.approx(141.0, abs=0.1)
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    assert values(layer) == before
    layer.undoStack().redo()
    assert values(layer) == pytest.approx([2500, 50, 200], rel=1e-3)
    layer.rollBack()
    assert values(layer) == before


def test_a_landslide_that_is_drawn_is_measured(layer):
    layer.startEditing()
    feature = layer.getFeature(1)
    feature.setGeometry(square(7, 20))
    layer.beginEditCommand("Feature added")
    layer.addFeature(feature)
    layer.endEditCommand()
    assert values(layer, feature.id()) == pytest.approx([400, 20, 80], rel=1e-3)
    layer.undoStack().undo()
    assert layer.featureCount() == 4


def test_what_a_script_changes_is_left_to_it(layer):
    layer.startEditing()
    before = values(layer)
    layer.changeGeometry(1, square(1, 50))
    assert values(layer) == before
