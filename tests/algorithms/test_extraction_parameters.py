from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition


def test_parameters_are_those_of_the_manual(provider):
    algorithm = provider.algorithm("extractlandslides")
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    names = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    assert names == [
        "INPUT", "MODEL", "AREA", "EXTENT", "THRESHOLD_METHOD", "THRESHOLD", "SCORE", "MIN_AREA", "MIN_HOLE",
        "SIMPLIFY", "DEM", "MODEL_FILE", "BANDS", "RESOLUTION", "VALUE_MIN", "VALUE_MAX", "CONNECTEDNESS", "VETO",
        "OVERLAP", "BATCH", "DEVICE", "THREADS", "PROBABILITY", "CLASSES", "OUTPUT",
    ]  # fmt: skip
    assert [
        parameter.name() for parameter in algorithm.parameterDefinitions() if parameter.flags() & advanced
    ] == names[11:22]
    assert [parameter.name() for parameter in algorithm.parameterDefinitions() if parameter.flags() & optional] == [
        "AREA", "EXTENT", "SCORE", "DEM", "MODEL_FILE", "BANDS", "RESOLUTION", "VALUE_MIN", "VALUE_MAX", "OVERLAP",
        "PROBABILITY", "CLASSES",
    ]  # fmt: skip
    assert algorithm.parameterDefinition("THRESHOLD_METHOD").options() == ["recommended", "otsu", "fixed"]
    assert algorithm.parameterDefinition("THRESHOLD_METHOD").defaultValue() == "recommended"
    assert algorithm.parameterDefinition("MODEL").options()[0] == "auto"
    assert algorithm.parameterDefinition("DEVICE").options() == ["auto", "cpu", "cuda"]
    for name in ("SCORE", "OVERLAP"):
        assert algorithm.parameterDefinition(name).defaultValue() is None
    assert "Empty takes 12.5, for models of instances 25." in algorithm.parameterDefinition("OVERLAP").help()
    assert algorithm.parameterDefinition("PROBABILITY").createByDefault()
    assert not algorithm.parameterDefinition("CLASSES").createByDefault()
    assert algorithm.parameterDefinition("VETO").defaultValue() is True
    assert all(
        algorithm.parameterDefinition(name).usesStaticStrings()
        for name in ("MODEL", "THRESHOLD_METHOD", "DEVICE", "CONNECTEDNESS")
    )
    assert [output.name() for output in algorithm.outputDefinitions()] == [
        "PROBABILITY", "CLASSES", "OUTPUT", "COUNT", "AREA_M2", "THRESHOLD_USED",
    ]  # fmt: skip


def test_help_explains_each_parameter(provider):
    algorithm = provider.algorithm("extractlandslides")
    text = algorithm.shortHelpString()
    for parameter in algorithm.parameterDefinitions():
        assert len(parameter.help()) > 10, parameter.name()
        assert f"<b>{parameter.description()}</b><br>{parameter.help()}" in text
    assert "<b>Threshold used</b>" in text
    assert (
        text.index("<h3>Parameters</h3>") < text.index("<h3>Advanced parameters</h3>") < text.index("<h3>Results</h3>")
    )
