from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition
from scarp.algorithms.inventory_parameters import about, inventory_parameters, outputs, tags


def test_parameters(qgis_app):
    found = {each.name(): each for each in inventory_parameters(lambda text: text)}
    assert list(found) == ["INPUT", "AREA", "EXTENT", "IMAGE", "DEM", "SIZES", "SAMPLES", "REPORT", "TABLE"]
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    assert [name for name, each in found.items() if not each.flags() & optional] == ["INPUT", "SAMPLES"]
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert [name for name, each in found.items() if each.flags() & advanced] == ["SAMPLES"]
    assert (found["SAMPLES"].defaultValue(), found["SAMPLES"].minimum()) == (100, 0)
    assert [found[name].createByDefault() for name in ("REPORT", "TABLE")] == [True, False]
    assert all(each.help().endswith(".") for each in found.values())


def test_words(qgis_app):
    named = outputs(lambda text: text)
    assert list(named) == [
        "COUNT", "TOTAL_AREA_M2", "LARGEST_AREA_M2", "DENSITY_PER_KM2", "AREA_SHARE", "ALPHA", "ALPHA_ERROR",
        "TAIL_MINIMUM_M2", "ROLLOVER_M2",
    ]  # fmt: skip
    assert all(title and text.endswith(".") for title, text in named.values())
    assert "50 landslides or more" in about(lambda text: text)
    assert {"inventory", "power law", "rollover", "rose"} <= set(tags(lambda text: text))
