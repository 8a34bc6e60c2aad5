from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition
from scarp.algorithms.evaluation_parameters import evaluation_parameters, outputs


def test_parameters(qgis_app):
    found = {each.name(): each for each in evaluation_parameters(lambda text: text)}
    assert list(found) == [
        "EXTRACTION", "THRESHOLD", "REFERENCE", "AREA", "EXTENT", "IMAGE", "OVERLAP", "SIZES", "RESOLUTION",
        "ERROR_MAP", "ERROR_POLYGONS", "REPORT", "JSON",
    ]  # fmt: skip
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    assert [name for name, each in found.items() if not each.flags() & optional] == [
        "EXTRACTION", "REFERENCE", "OVERLAP"
    ]  # fmt: skip
    assert found["SIZES"].defaultValue() == "100, 1000, 10000, 100000"
    assert (found["OVERLAP"].defaultValue(), found["RESOLUTION"].defaultValue()) == (50.0, None)
    assert [found[name].createByDefault() for name in ("ERROR_MAP", "ERROR_POLYGONS", "REPORT", "JSON")] == [
        True, False, True, False
    ]  # fmt: skip
    assert all(each.help().endswith(".") for each in found.values())
    assert all(title and text for title, text in outputs(lambda text: text).values())
