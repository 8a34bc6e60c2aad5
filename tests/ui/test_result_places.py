from __future__ import annotations

import pytest
from qgis.core import QgsProject
from scarp.ui.result_places import free_names, places


def test_without_a_folder_they_are_temporary_layers_of_the_project(runs):
    found = places("", "event", runs, QgsProject.instance())
    assert {name: value.sink.staticValue() for name, value in found.items()} == {
        "PROBABILITY": "TEMPORARY_OUTPUT", "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip
    assert all(value.destinationProject is QgsProject.instance() for value in found.values())
    assert all(value.createOptions == {} for value in found.values())


@pytest.mark.parametrize(
    ("image", "stem"),
    [("event", "event"), ("a/b: c*", "a_b_c"), ("event.tif", "event.tif"), ("  ..", "image"), ("地すべり", "地すべり")],
)
def test_files_are_named_after_the_image(tmp_path, image, stem):
    assert free_names(tmp_path, image, set()) == {
        "PROBABILITY": str(tmp_path / f"{stem}_probability.tif"), "OUTPUT": str(tmp_path / f"{stem}_landslides.gpkg"),
    }  # fmt: skip


def test_both_get_the_next_number_where_one_is_there_or_will_come(tmp_path):
    (tmp_path / "event_landslides.gpkg").touch()
    coming = {str(tmp_path / "event_probability_2.tif")}
    assert [name.rpartition("/")[2] for name in free_names(tmp_path, "event", coming).values()] == [
        "event_probability_3.tif", "event_landslides_3.gpkg",
    ]  # fmt: skip
