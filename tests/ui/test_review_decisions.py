from __future__ import annotations

import pytest
from scarp.engine.errors import ScarpError
from scarp.tests.ui.review_ground import ReviewInterface, discard, landslides, statuses, written
from scarp.ui.review_decisions import Decisions
from scarp.ui.review_layer import ReviewedLayer
from scarp.ui.review_table import ReviewModel, Show
from scarp.ui.review_view import ReviewView


@pytest.fixture
def made(qgis_app, wait, tmp_path):
    """Decisions on landslides in a GeoPackage, which are sorted by area: 2, 4, 1, 3."""
    iface, model = ReviewInterface(), ReviewModel()
    view = ReviewView(model)
    landslides_watched = ReviewedLayer(written(landslides(), tmp_path / "landslides.gpkg"), model)
    model.modelReset.connect(lambda: view.restore([]))
    landslides_watched.read_all()
    wait(lambda: not landslides_watched.is_reading)
    decisions = Decisions(iface, model, view)
    decisions.view, decisions.model, decisions.landslides, decisions.iface = view, model, landslides_watched, iface
    yield decisions
    landslides_watched.close()
    discard(landslides_watched.layer)
    view.deleteLater()
    iface.close()


def decide(made, status, advance=True):
    return made.decide(made.landslides, status, advance)


def test_goes_on_to_the_end(made):
    made.view.go(2)
    assert decide(made, "accepted") == ""
    assert decide(made, "rejected") == "That was the last landslide of the list."
    assert statuses(made.landslides.layer) == {1: "accepted", 2: "", 3: "rejected", 4: ""}
    assert made.view.currentIndex().row() == 3


def test_at_the_end_of_a_filtered_list_goes_to_what_is_left(made):
    made.model.show_only(Show.NOT_REVIEWED)
    made.view.go(3)
    assert decide(made, "accepted") == "That was the last landslide of the list."
    assert made.view.currentIndex().row() == 2
    for _ in range(3):
        decide(made, "rejected")
    assert (made.model.rowCount(), made.view.current) == (0, None)
    with pytest.raises(ScarpError, match="No landslide is selected; click on one in the table"):
        decide(made, "accepted")


def test_the_same_again_is_no_edit(made):
    made.view.go(0)
    decide(made, "accepted", advance=False)
    count = made.landslides.layer.undoStack().count()
    decide(made, "accepted", advance=False)
    assert made.landslides.layer.undoStack().count() == count


def test_makes_the_layer_active_so_that_qgis_undo_works_on_it(made):
    made.view.go(0)
    decide(made, "accepted")
    assert made.iface.activeLayer() is made.landslides.layer


@pytest.mark.parametrize(
    ("name", "status"),
    [("river", "river"), (" River ", "River"), ("Landslide", "accepted"), ("accepted", "accepted"),
     ("REJECTED", "rejected")],
)  # fmt: skip
def test_classes_that_are_statuses(made, name, status):
    made.view.go(0)
    made.reclassify(made.landslides, name, True)
    assert statuses(made.landslides.layer)[2] == status


def test_edits_that_cannot_be_saved_are_told_of(made, monkeypatch):
    layer = made.landslides.layer
    made.view.go(0)
    decide(made, "accepted")
    monkeypatch.setattr(layer, "commitChanges", lambda stop: False)
    monkeypatch.setattr(layer, "commitErrors", lambda: ["the disk is full", "1 change is not saved"])
    with pytest.raises(ScarpError) as caught:
        made.save_edits(made.landslides)
    assert str(caught.value) == (
        'The edits of the layer "landslides" cannot be saved: the disk is full; 1 change is not saved'
    )


def test_outlines_of_a_layer_that_is_read_only_cannot_be_edited(made):
    made.view.go(0)
    made.landslides.layer.setReadOnly(True)
    with pytest.raises(ScarpError, match="cannot be edited in this way; save a copy and review that"):
        made.edit_geometry(made.landslides)
    assert made.iface.used == []
    made.landslides.layer.setReadOnly(False)
