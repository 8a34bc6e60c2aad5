"""Remove one of the analyst's own models."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingParameterString,
)

from ..engine.errors import ScarpError
from .base import ScarpAlgorithm, said_by_qgis
from .model_choice import AUTO, ListedModel, listed_models

NAME, MODEL = "NAME", "MODEL"


class RemoveModel(ScarpAlgorithm):
    """Remove a model from the list of Extract landslides."""

    def name(self) -> str:
        """Return the id after the provider's."""
        return "removemodel"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Remove a model")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Removes one of your own models from the list of Extract landslides, and its file.")

    def group(self) -> str:
        """Return the group's name."""
        return self.tr("Setup")

    def groupId(self) -> str:
        """Return the group's id."""
        return "setup"

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return self.tr("remove,delete,uninstall,model,onnx,own,list").split(",")

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Removes the file of a model from the folder <i>scarp/models</i> of your QGIS profile; it cannot be "
            "had back. The folder of its training, if it was trained here, stays, and so do the models that come with "
            "Scarp.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the outputs say."""
        return {MODEL: self.tr("The file that was removed.")}

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        name = QgsProcessingParameterString(NAME, self.tr("Name of the model"))
        name.setHelp(self.tr("As <i>Extract landslides</i> and <i>List models</i> list it."))
        self.addParameter(name)
        self.addOutput(QgsProcessingOutputFile(MODEL, self.tr("Model")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Raises:
            ScarpError: says what is wrong.
        """
        self._own_model(parameters, context)
        return parameters

    def _own_model(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ListedModel:
        """The model that is to go.

        Raises:
            ScarpError: if there is none of that name, or it came with Scarp.
        """
        name = self.parameterAsString(parameters, NAME, context).strip()
        listed = {model.name: model for model in listed_models()}
        own = [model.name for model in listed.values() if not model.is_bundled]
        if name == AUTO or (name in listed and listed[name].is_bundled):
            raise ScarpError(f'"{name}" comes with Scarp and is not removed; only your own models can be.')
        if name not in listed:
            choose = f"choose one of your own: {', '.join(own)}" if own else "you have none of your own"
            raise ScarpError(f'There is no model "{name}"; {choose}.')
        return listed[name]

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Remove it, in whatever thread."""
        with said_by_qgis():
            model = self._own_model(parameters, context)
            try:
                model.path.unlink()
            except FileNotFoundError:
                pass  # someone else was faster
            except OSError as error:
                raise ScarpError(
                    f"The model {model.path} cannot be removed ({error.strerror}); close what uses it, or remove the "
                    "file yourself."
                ) from error
            feedback.pushInfo(f'The model "{model.name}" is removed: {model.path}.')
            return {MODEL: str(model.path)}
