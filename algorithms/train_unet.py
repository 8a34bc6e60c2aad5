"""The training of a U-Net, which maps landslides pixel by pixel."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..models.presets import PAPER
from . import training_unet_parameters as p
from .training import TrainingAlgorithm
from .training_job import Start, own_network, recipe
from .training_parameters import PRESET
from .training_settings import ROTATION


class TrainUNet(TrainingAlgorithm):
    """Train a U-Net on the analyst's own ground."""

    kind = p.KIND

    def name(self) -> str:
        """Return the id after the provider's."""
        return "trainunet"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Train a model")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Trains a landslide model on images and landslides of your own.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return p.tags(self.tr)

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return p.about(self.tr)

    def declared(self) -> list[QgsProcessingParameterDefinition]:
        """The parameters, in the dialog's order."""
        return p.training_parameters(self.tr)

    def outputs(self) -> dict[str, tuple[str, str]]:
        """Titles of the results, and what they say."""
        return p.results(self.tr)

    def recipe(
        self, parameters: dict[str, Any], context: QgsProcessingContext, start: Start, chosen: dict[str, Any]
    ) -> dict[str, Any]:
        """Attributes of the job that say how it is trained."""
        width = self.optional_whole(parameters, p.WIDTH, context)
        if width is not None:
            if start.weights:
                raise own_network(start, "width")
            # The paper's network has no batch normalisation; it trains faster with it.
            is_paper = self.parameterAsEnumString(parameters, PRESET, context) == PAPER
            chosen |= {"network": "unet", "settings": {"width": width, **({} if is_paper else {"norm": True})}}
        chosen["rotation"] = self.parameterAsBool(parameters, ROTATION, context)
        return recipe(self.preset(parameters, context), start, chosen)
