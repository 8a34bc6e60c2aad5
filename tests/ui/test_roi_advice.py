from __future__ import annotations

from collections import Counter

import pytest
from qgis.core import Qgis, QgsSettings
from scarp.ui.roi_advice import FEW, REUSE, advice
from scarp.ui.roi_summary import Summary

LEFT_OUT = "What no ROI covers is left out, so draw background of all kinds."

pytestmark = pytest.mark.usefixtures("qgis_app")


def said(has_class_field=True, **parts) -> list[str]:
    counts = Counter({name.replace("_", " "): count for name, count in parts.pop("counts", {}).items()})
    return [each.text for each in advice(Summary(counts, **parts), has_class_field)]


def test_nothing_is_drawn():
    assert said() == ["There are no ROIs yet. Draw polygons on landslides."]
    assert said(is_complete=False) == []


def test_only_background():
    (text,) = said(counts={"background": 3})
    assert text == "No ROI is a landslide, so there is nothing to learn."
    assert said(counts={"river": 3}) == [text]


def test_few_landslides():
    few, rest = said(counts={"landslide": FEW - 1, "background": 1})
    assert few == (
        "Landslides are few: 19. With 20 or more, of all kinds and in all parts of the image, a model gets good."
    )
    assert rest == LEFT_OUT
    (rest,) = said(counts={"landslide": FEW, "hard_negative": 1})
    assert rest == LEFT_OUT


def test_only_landslides():
    (text,) = said(counts={"landslide": FEW})
    assert text == (
        "All other ground counts as background: draw every landslide of the image, or some background too."
    )
    (text,) = said(has_class_field=False, counts={"landslide": FEW})
    assert text.startswith("No field says the class, so all ROIs are landslides, and all other ground counts as")


def test_what_is_left_out_comes_before_what_is_good_to_know():
    found = advice(Summary(Counter(landslide=FEW, background=1), outside=2, unnamed=3, empty=4, has_edits=True), True)
    assert [each.level == Qgis.MessageLevel.Warning for each in found] == [True, True, True, False, False]
    assert [each.text for each in found[:3]] == [
        "ROIs outside the image, which are not used: 2.",
        "ROIs without a class, which are not used: 3. Set it in the attribute table.",
        "ROIs without a geometry, which are not used: 4. Delete them.",
    ]
    assert found[4].text == "There are edits that are not saved; a training uses them too."


@pytest.mark.parametrize("name", REUSE)
def test_qgis_that_repeats_values(name):
    QgsSettings().setValue(name, True)
    try:
        first, _ = said(counts={"landslide": FEW, "background": 1})
        assert first.startswith("QGIS gives new features the values of the one before, and so not the class")
        assert len(said(has_class_field=False, counts={"landslide": FEW})) == 1
    finally:
        QgsSettings().remove(name)
