"""What all algorithms of Scarp have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..engine.errors import ScarpError
from ..engine.progress import Progress

RESOURCES = Path(__file__).parent.parent / "resources"
ICON = RESOURCES / "icons" / "scarp.svg"
HOMEPAGE = "https://github.com/scarp-landslides/scarp"


@contextmanager
def said_by_qgis() -> Iterator[None]:
    """Errors of the engine, cancelling among them, become those that QGIS reports as a failed run."""
    try:
        yield
    except ScarpError as error:
        raise QgsProcessingException(str(error)) from error


class ScarpAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the group "Landslides", whose help is made from the help of its parameters."""

    def createInstance(self) -> ScarpAlgorithm:
        """Return a fresh one."""
        return type(self)()

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        # One context for all: what an algorithm says is handed to others, which have the same parameters.
        return QCoreApplication.translate("Scarp", text)

    def group(self) -> str:
        """Return the group's name."""
        return self.tr("Landslides")

    def groupId(self) -> str:
        """Return the group's id."""
        return "landslides"

    def icon(self) -> QIcon:
        """Return Scarp's icon."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """Return the file of the icon."""
        return str(ICON)

    def helpUrl(self) -> str:
        """Return the address of the manual."""
        return f"{HOMEPAGE}#readme"

    def about(self) -> str:
        """Return the first paragraphs of the help, as HTML."""
        raise NotImplementedError

    def results(self) -> dict[str, str]:
        """Return what each output that is not a parameter says, as HTML, by name."""
        return {}

    def shortHelpString(self) -> str:
        """Return the help: what it does, the parameters, the advanced ones, and the results."""
        advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
        inputs = [p for p in self.parameterDefinitions() if not p.isDestination()]
        outputs = [(p.description(), p.help()) for p in self.parameterDefinitions() if p.isDestination()]
        outputs += [(self.outputDefinition(name).description(), text) for name, text in self.results().items()]
        sections = (
            (self.tr("Parameters"), [(p.description(), p.help()) for p in inputs if not p.flags() & advanced]),
            (self.tr("Advanced parameters"), [(p.description(), p.help()) for p in inputs if p.flags() & advanced]),
            (self.tr("Results"), outputs),
        )
        parts = [self.about()]
        for title, entries in sections:
            parts += [f"<h3>{title}</h3>"] if entries else []
            parts += [f"<p><b>{name}</b><br>{text}</p>" for name, text in entries]
        return "\n".join(parts)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values as QGIS's own check is to see them.

        Raises:
            ScarpError: says what is wrong.
        """
        return parameters

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Return whether a run can start with these values, and if not, why."""
        try:
            seen = self.check(parameters, context)
        except ScarpError as error:
            return False, str(error)
        return super().checkParameterValues(seen, context)

    def optional_number(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> float | None:
        """Return a parameter that is a number, nothing where it is left empty."""
        is_empty = parameters.get(name, self.parameterDefinition(name).defaultValue()) in (None, "")
        return None if is_empty else float(self.parameterAsDouble(parameters, name, context))


class LayerAlgorithm(ScarpAlgorithm):
    """An algorithm that finds its layers in the thread that they live in, and works on them in any."""

    _inputs: Any

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Any:
        """What the run works on.

        Args:
            parameters: of the run.
            context: of the run; in the thread that its layers live in.
            progress: is told what was decided.

        Raises:
            ScarpError: if something cannot be found, read or written.
        """
        raise NotImplementedError

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """Do it, in whatever thread; what was found is in ``_inputs``.

        Args:
            parameters: of the run.
            context: of the run.
            feedback: is told, and asked whether to stop.
            stack: closes what is open at the end.

        Returns:
            The results by name.

        Raises:
            ScarpError: if it fails or is cancelled.
        """
        raise NotImplementedError

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Find what the run works on."""
        with said_by_qgis():
            self._inputs = self.find_inputs(parameters, context, feedback)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Work on it."""
        with said_by_qgis(), ExitStack() as stack:
            return self.work(parameters, context, feedback, stack)
