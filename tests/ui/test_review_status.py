from __future__ import annotations

import pytest
from qgis.core import QgsEditorWidgetSetup, QgsVectorDataProvider, QgsVectorLayer
from scarp.engine.errors import ScarpError
from scarp.tests.ui.review_ground import by_id, landslides, statuses, written
from scarp.ui.review_status import (
    classes_offered,
    edit_command,
    set_status,
    why_not_editable,
    why_not_reviewable,
)

pytest_plugins = ["scarp.tests.ui.review_fixtures"]
NULL_VALUE = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"
"""How a value map of QGIS writes that there is no value."""


def fids(layer, *numbers):
    return [by_id(layer, number).id() for number in numbers]


def test_the_field_is_made_and_filled_as_two_commands(any_layer):
    layer = any_layer
    set_status(layer, fids(layer, 2, 3), "accepted")
    assert statuses(layer) == {1: "", 2: "accepted", 3: "accepted", 4: ""}
    stack = layer.undoStack()
    assert [stack.text(number) for number in range(stack.count())] == [
        "Field for the review added", "Landslides accepted",
    ]  # fmt: skip
    stack.undo()
    assert statuses(layer) == {1: "", 2: "", 3: "", 4: ""}
    stack.redo()
    set_status(layer, fids(layer, 2), "")
    assert layer.commitChanges()
    again = layer if layer.providerType() == "memory" else QgsVectorLayer(layer.source(), "", "ogr")
    assert statuses(again) == {1: "", 2: "", 3: "accepted", 4: ""}


def test_qgis_forms_offer_the_statuses(qgis_app):
    layer = landslides()
    set_status(layer, fids(layer, 1), "river")
    set_status(layer, fids(layer, 2), "Felssturz")
    set_status(layer, fids(layer, 3), "river")
    setup = layer.editorWidgetSetup(layer.fields().lookupField("review"))
    assert (setup.type(), setup.config()["map"]) == ("ValueMap", [
        {"not reviewed": NULL_VALUE}, {"accepted": "accepted"}, {"rejected": "rejected"}, {"river": "river"},
        {"Felssturz": "Felssturz"},
    ])  # fmt: skip
    assert classes_offered(layer) == ["river", "Felssturz"]
    assert classes_offered(landslides()) == []


def test_a_field_that_is_there_is_used_whatever_its_case(qgis_app):
    layer = QgsVectorLayer("Polygon?field=id:integer&field=Review:string", "own", "memory")
    layer.dataProvider().addFeatures(landslides().getFeatures())
    layer.setEditorWidgetSetup(1, QgsEditorWidgetSetup("TextEdit", {}))
    set_status(layer, [1], "rejected")
    assert layer.fields().names() == ["id", "Review"]
    assert layer.getFeature(1)["Review"] == "rejected"
    assert layer.editorWidgetSetup(1).type() == "ValueMap"


def test_says_why_a_status_cannot_be_kept(qgis_app, tmp_path):
    numbers = QgsVectorLayer("Polygon?field=review:integer", "numbers", "memory")
    assert why_not_reviewable(numbers) == (
        'The field "review" of the layer "numbers" holds numbers, so it cannot keep the status; rename it, or save a '
        "copy without it."
    )
    layer = landslides()
    assert why_not_reviewable(layer) == ""
    layer.setReadOnly(True)
    why = 'The layer "landslides" is read-only, so the status cannot be kept in it; save a copy and review that.'
    assert why_not_reviewable(layer) == why
    with pytest.raises(ScarpError, match="is read-only"):
        set_status(layer, [1], "accepted")
    written(landslides(), tmp_path / "landslides.gpkg")
    source = f"?layer=ogr:{tmp_path}/landslides.gpkg:fixed&query=select * from fixed"
    virtual = QgsVectorLayer(source, "fixed", "virtual")
    assert virtual.isValid()
    assert "cannot be kept in it; save a copy and review that." in why_not_reviewable(virtual)


def test_says_why_features_cannot_be_edited(qgis_app):
    delete = QgsVectorDataProvider.Capability.DeleteFeatures
    layer = landslides()
    assert why_not_editable(layer, delete) == ""
    layer.setReadOnly(True)
    assert why_not_editable(layer, delete) == (
        'The layer "landslides" cannot be edited in this way; save a copy and review that.'
    )
    cannot = 'The layer "landslides" cannot be edited; save a copy'
    with pytest.raises(ScarpError, match=cannot), edit_command(layer, "x"):
        pass


def test_a_command_that_fails_is_taken_back(qgis_app):
    layer = landslides()
    with pytest.raises(ScarpError, match="no"), edit_command(layer, "half"):
        layer.deleteFeature(1)
        raise ScarpError("no")
    assert layer.featureCount() == 4
