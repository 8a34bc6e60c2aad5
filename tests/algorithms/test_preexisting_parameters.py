from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum
from scarp.algorithms.model_choice import AUTO, model_names
from scarp.algorithms.preexisting_parameters import numbers, preexisting_parameters


def test_all_have_help_and_only_what_is_needed_is_asked_for(qgis_app):
    parameters = {parameter.name(): parameter for parameter in preexisting_parameters(str)}
    assert all(parameter.help() for parameter in parameters.values())
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    needed = [name for name, parameter in parameters.items()
              if not parameter.flags() & optional and parameter.defaultValue() is None]  # fmt: skip
    assert needed == ["INPUT", "OUTPUT"]
    assert "0.1 for ndvi, 0.04 for green" in parameters["INDEX_LOSS"].help()


def test_choices_and_defaults(qgis_app):
    enums = [p for p in preexisting_parameters(str) if isinstance(p, QgsProcessingParameterEnum)]
    chosen = {p.name(): (p.options(), p.defaultValue()) for p in enums}
    assert chosen["MODEL"] == ([AUTO, "none", *(name for name in model_names()[1:] if name != "both")], AUTO)
    assert chosen["INDEX"] == (["none", "auto", "ndvi", "green"], "auto")
    assert chosen["ACTION"] == (["remove", "flag"], "remove") and chosen["RULE"] == (["any", "all"], "any")
    assert set(numbers(str)) == {"KEPT", "REMOVED", "UNJUDGED", "KEPT_AREA_M2", "REMOVED_AREA_M2"}
