"""Say what is there and what is missing, as a text to copy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..engine.html_report import HtmlReport
from ..engine.inference import import_runtime
from ..engine.packages.diagnosis import Circumstances, Diagnosis, described_runtime, diagnose
from ..engine.packages.graphics_card import find_card
from ..engine.packages.interpreter import Layout
from ..engine.packages.proxy import without_secrets
from ..engine.packages.state import answer_here, packages_state
from .base import ScarpAlgorithm, said_by_qgis
from .destinations import Destination, StagedFile, check_folder, destination, place_all
from .network import qgis_proxy
from .packages import environment_place, qgis_layout, scarp_version, trial_model

OUTPUT, TEXT, STATE = "OUTPUT", "TEXT", "STATE"


@dataclass(frozen=True)
class Inputs:
    """What a run works with, found in the main thread.

    Attributes:
        layout: of the QGIS that runs.
        proxy: address of the proxy; empty for none.
        output: where the report goes; nothing leaves it out.
    """

    layout: Layout
    proxy: str
    output: Destination | None


class Diagnose(ScarpAlgorithm):
    """Diagnose Python, packages, device and network."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "diagnose"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Diagnose")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Says which packages, device and proxy Scarp uses, what is missing, and what mends it.")

    def group(self) -> str:
        """Return the group's name."""
        return self.tr("Setup")

    def groupId(self) -> str:
        """Return the group's id."""
        return "setup"

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        words = self.tr(
            "diagnose,diagnosis,packages,python,versions,onnxruntime,pytorch,torch,cuda,gpu,setup,report,bug,help"
        )
        return words.split(",")

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Looks at everything that Scarp runs on: the Python of QGIS, the environment with the packages, ONNX "
            "Runtime and PyTorch, the NVIDIA card, the disk and the proxy. The text in the log ends with what to do; "
            "copy it when you report a problem. It holds no passwords.</p>"
            "<p>Nothing is changed and nothing is sent.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the outputs say."""
        return {
            TEXT: self.tr("The diagnosis."),
            STATE: self.tr("For programs, as JSON: for <i>extraction</i> and <i>training</i> which packages are "
                           "missing, whether it can run, and on what device (<i>cpu</i> or <i>cuda</i>); versions; the "
                           "card."),
        }  # fmt: skip

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        output = QgsProcessingParameterFileDestination(
            OUTPUT, self.tr("Report"), "HTML (*.html);;Text (*.txt)", optional=True, createByDefault=False
        )
        output.setHelp(self.tr("The diagnosis as a page (.html) or as text (.txt)."))
        self.addParameter(output)
        self.addOutput(QgsProcessingOutputString(TEXT, self.tr("Diagnosis")))
        self.addOutput(QgsProcessingOutputString(STATE, self.tr("State of the packages")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Raises:
            ScarpError: says what is wrong.
        """
        output = self._output(parameters, context)
        if output is not None:
            check_folder(Path(output.where), "report")
        return parameters

    def _output(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Destination | None:
        return destination(self.parameterDefinition(OUTPUT), parameters, context)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Ask QGIS for all that is to be known, in the main thread."""
        with said_by_qgis():
            self._inputs = Inputs(qgis_layout(), qgis_proxy().url, self._output(parameters, context))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Look, in whatever thread."""
        with said_by_qgis():
            inputs = self._inputs
            told = Circumstances(
                scarp_version(), Qgis.version(), inputs.proxy, described_runtime(import_runtime), find_card(),
                trial_model(),
            )  # fmt: skip
            found = diagnose(environment_place(), inputs.layout, told, feedback)
            text = found.text()
            feedback.pushInfo(text)
            state = packages_state(answer_here(import_runtime), found.answer, told.card)
            results = {TEXT: text, STATE: json.dumps(state)}
            if inputs.output is not None:
                results[OUTPUT] = _write(found, Path(inputs.output.where))
            feedback.setProgress(100.0)
            return results


def _write(found: Diagnosis, target: Path) -> str:
    """Put the report in its place; a page, or text where its name says so."""
    staged = StagedFile(target, "report")
    try:
        if target.suffix.lower() == ".txt":
            staged.path.write_text(found.text(), encoding="utf-8")
        else:
            page = HtmlReport("Scarp diagnosis")
            page.heading("What to do")
            for line in found.text().partition("What to do\n")[2].splitlines():
                page.paragraph(line)
            page.heading("What was found")
            rows = [without_secrets(line).partition(": ") for line in found.lines]
            page.table(["What", "Found"], [(name, value) for name, _, value in rows])
            page.write(staged.path)
        place_all([staged])
    finally:
        staged.discard()
    return str(target)
