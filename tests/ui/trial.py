"""An algorithm for tests of runs: it says something, waits until it may go on, and makes a layer."""

from __future__ import annotations

from threading import Event
from typing import Any, ClassVar

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsProcessingProvider,
    QgsWkbTypes,
)

ID = "trial:trial"
POLL_S = 0.01


class Trial(QgsProcessingAlgorithm):
    """Does what the word in DO says.

    Attributes:
        gates: the run of a NAME waits until its gate is set; it may, where it has none.
        begun: names of the runs that work, in order.
        ready: what ``canExecute`` answers.
    """

    gates: ClassVar[dict[str, Event]] = {}
    begun: ClassVar[list[str]] = []
    ready: ClassVar[tuple[bool, str]] = (True, "")

    def name(self) -> str:
        return "trial"

    def displayName(self) -> str:
        return "Trial"

    def createInstance(self) -> Trial:
        return Trial()

    def initAlgorithm(self, configuration: Any = None) -> None:
        self.addParameter(QgsProcessingParameterString("NAME", "Name"))
        self.addParameter(QgsProcessingParameterString("DO", "Do", optional=True))
        self.addParameter(QgsProcessingParameterMultipleLayers("LAYERS", "Layers", optional=True))
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", "Output", optional=True))

    def canExecute(self) -> tuple[bool, str]:
        return self.ready

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        if parameters.get("DO") == "refuse":
            return False, "The name is refused; choose another."
        return super().checkParameterValues(parameters, context)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        if parameters.get("DO") == "fail at once":
            raise QgsProcessingException("It cannot be prepared.")
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        name, do = parameters["NAME"], parameters.get("DO")
        self.begun.append(name)
        feedback.pushInfo(f"{name} works.")
        feedback.pushWarning("Mind the gap.")
        feedback.setProgress(40)
        while name in self.gates and not self.gates[name].wait(POLL_S):
            if feedback.isCanceled():
                raise QgsProcessingException("Cancelled.")
        if do == "fail":
            raise QgsProcessingException("It does not work; try another.")
        if do == "fail silently":
            feedback.cancel = None
            raise QgsProcessingException("")
        results: dict[str, Any] = {"NAME": name}
        if parameters.get("OUTPUT"):
            crs = QgsCoordinateReferenceSystem("EPSG:32654")
            sink, results["OUTPUT"] = self.parameterAsSink(
                parameters, "OUTPUT", context, QgsFields(), QgsWkbTypes.Type.Polygon, crs
            )
            assert isinstance(sink, QgsFeatureSink)
        return results


class TrialProvider(QgsProcessingProvider):
    def id(self) -> str:
        return "trial"

    def name(self) -> str:
        return "Trial"

    def loadAlgorithms(self) -> None:
        self.addAlgorithm(Trial())
