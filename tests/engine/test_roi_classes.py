from __future__ import annotations

import pytest
from scarp.engine.roi_classes import BACKGROUND_NAMES, HARD_NEGATIVE, as_text, class_of, shown_values


@pytest.mark.parametrize(("names", "meaning"), [
    (["1"], "landslide"), (["Landslides"], "landslide"), (["7", "landslide"], "landslide"),
    (["0"], "background"), (["Background"], "background"), (["3", "Other"], "background"),
    ([HARD_NEGATIVE.title(), "Rejected"], "background"), (["2", "Fluss"], "Fluss"), (["River"], "River"),
])  # fmt: skip
def test_what_values_mean(names, meaning):
    assert class_of(names) == meaning


def test_names_of_background_can_be_others():
    assert [class_of([name], {"rest"}) for name in ("REST", "0", "landslide")] == ["background", "0", "landslide"]
    assert all(class_of([name]) == "background" for name in BACKGROUND_NAMES)


def test_values_as_text():
    assert [as_text(value) for value in (1, 1.0, 2.5, " River ", "")] == ["1", "1", "2.5", "River", ""]


@pytest.mark.parametrize("entries", [[{"slide": 1}, {" Fluss ": 2.0}], {"slide": "1", "Fluss": "2"}])
def test_value_maps(entries):
    assert shown_values({"map": entries}) == {"1": "slide", "2": "Fluss"}
    assert shown_values({}) == {}
