"""The training of a Mask R-CNN, which finds landslides one by one."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ..engine.errors import ScarpError
from ..models.presets import BACKBONES, MASK_RCNN
from . import training_mask_rcnn_parameters as p
from .rois import names_in
from .training import TrainingAlgorithm
from .training_job import Start, own_network, recipe
from .training_settings import ROTATION

LEVELS = 5
"""Of the feature pyramid."""


class TrainMaskRCNN(TrainingAlgorithm):
    """Train a Mask R-CNN on the analyst's own ground."""

    kind = p.KIND

    def name(self) -> str:
        """Return the id after the provider's."""
        return "trainmaskrcnn"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Train a Mask R-CNN model")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Trains a model that finds landslides one by one, on images and landslides of your own.")

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

    def more_results(self, scores: dict[str, Any]) -> dict[str, Any]:
        """Average precision, of the best epoch's scores."""
        return {p.AP50: scores.get("ap50")}

    def recipe(
        self, parameters: dict[str, Any], context: QgsProcessingContext, start: Start, chosen: dict[str, Any]
    ) -> dict[str, Any]:
        """Attributes of the job that say how it is trained."""
        preset = self.preset(parameters, context)
        of_preset = int(preset["examples"] // preset["batch"])
        steps = self.optional_whole(parameters, p.STEPS, context) or of_preset
        chosen["examples"] = steps * int({**preset, **chosen}["batch"])
        how = p.ROTATIONS.get(self.parameterAsEnumString(parameters, ROTATION, context))
        chosen |= {"rotation": how[0], "right_angles": how[1]} if how else {}
        made = recipe(preset, start, chosen)
        made["settings"] = self._settings(parameters, context, start, made["settings"])
        return made

    def _settings(
        self, parameters: dict[str, Any], context: QgsProcessingContext, start: Start, settings: dict[str, Any]
    ) -> dict[str, Any]:
        """The network's settings: a start model's, or a preset's, with what is chosen.

        Raises:
            ScarpError: if what is chosen cannot be.
        """
        made = {**MASK_RCNN, **settings, **start.settings}
        brought = made if start.network else start.settings
        wanted: dict[str, Any] = {}
        backbone = BACKBONES.get(self.parameterAsEnumString(parameters, p.BACKBONE, context))
        wanted |= {"backbone": backbone} if backbone else {}
        channels = self.optional_whole(parameters, p.CHANNELS, context)
        wanted |= {} if channels is None else {"channels": channels}
        # A start model without the improvement stays so: that it is on by default asks for nothing.
        if not self.parameterAsBool(parameters, p.IMPROVED_FPN, context):
            wanted["improved_pyramid"] = False
        words = {"backbone": "backbone", "channels": "number of feature maps", "improved_pyramid": "feature pyramid"}
        for name, value in wanted.items():
            if name in brought and value != made[name]:
                raise own_network(start, words[name])
        made |= {**wanted, "edge": self.parameterAsBool(parameters, p.EDGE_LOSS, context)}
        proposals = self.optional_whole(parameters, p.PROPOSALS, context)
        made |= {} if proposals is None else {"proposals": proposals}
        sizes = positive_numbers(self.parameterAsString(parameters, p.ANCHOR_SIZES, context), "12,24,48,96,192")
        if sizes and len(sizes) != LEVELS:
            raise ScarpError(
                f"The anchor sizes are {len(sizes)}; give {LEVELS}, one for each level of the feature pyramid, such as "
                "12,24,48,96,192."
            )
        ratios = positive_numbers(self.parameterAsString(parameters, p.ASPECT_RATIOS, context), "0.5,1,2")
        made |= {"anchor_sizes": [max(1, round(size)) for size in sizes]} if sizes else {}
        made |= {"aspect_ratios": ratios} if ratios else {}
        return made


def positive_numbers(text: str, example: str) -> list[float]:
    """Numbers that a text lists, with commas between them.

    Args:
        text: may be empty.
        example: of such a list.

    Raises:
        ScarpError: if one is none, or not above 0.
    """
    numbers = []
    for part in names_in(text.replace(";", ",")):
        try:
            value = float(part)
        except ValueError:
            value = 0.0
        if not 0.0 < value < 1e6:
            raise ScarpError(f'"{part}" is no number above 0; give numbers such as {example} under Advanced.')
        numbers.append(value)
    return numbers
