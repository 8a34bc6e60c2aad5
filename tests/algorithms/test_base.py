from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
)
from scarp.algorithms.base import ScarpAlgorithm, said_by_qgis
from scarp.engine.errors import Cancelled, ScarpError


class Halve(ScarpAlgorithm):
    """Halves an even number."""

    def name(self) -> str:
        return "halve"

    def displayName(self) -> str:
        return "Halve"

    def about(self) -> str:
        return "<p>Halves.</p>"

    def results(self) -> dict[str, str]:
        return {"HALF": "The half."}

    def initAlgorithm(self, configuration=None) -> None:
        number = QgsProcessingParameterNumber("NUMBER", "Number")
        number.setHelp("An even one.")
        self.addParameter(number)
        self.addOutput(QgsProcessingOutputNumber("HALF", "Half"))

    def check(self, parameters, context):
        if parameters.get("NUMBER", 0) % 2:
            raise ScarpError(f"{parameters['NUMBER']} is odd; give an even number.")
        return parameters


def test_errors_become_those_of_processing(qgis_app):
    for error, message in (
        (ScarpError("It is odd."), "It is odd."),
        (Cancelled(), "The run was cancelled; nothing was written."),
    ):
        with pytest.raises(QgsProcessingException) as raised, said_by_qgis():
            raise error
        assert str(raised.value) == message
    with pytest.raises(ZeroDivisionError), said_by_qgis():
        raise ZeroDivisionError


def test_check_speaks_before_qgis(qgis_app):
    algorithm, context = Halve().create(), QgsProcessingContext()
    assert algorithm.checkParameterValues({"NUMBER": 3}, context) == (False, "3 is odd; give an even number.")
    assert algorithm.checkParameterValues({}, context)[0] is False
    assert algorithm.checkParameterValues({"NUMBER": 4}, context)[0]


def test_help_is_made_from_the_parameters(qgis_app):
    assert Halve().create().shortHelpString().split("\n") == [
        "<p>Halves.</p>", "<h3>Parameters</h3>", "<p><b>Number</b><br>An even one.</p>", "<h3>Results</h3>",
        "<p><b>Half</b><br>The half.</p>",
    ]  # fmt: skip
