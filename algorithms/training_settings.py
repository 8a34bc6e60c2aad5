"""The parameters of a training's recipe: each may be left empty, which takes what a preset has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Union

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

from ..models.job import OPTIMIZERS, SELECTIONS, Job
from .extraction_parameters import Explained, Translate, number

ROTATION, SCALE_MIN, SCALE_MAX, SEED = "ROTATION", "SCALE_MIN", "SCALE_MAX", "SEED"
COMMON_FIELDS = {
    "EPOCHS": "epochs", "BATCH": "batch", "OPTIMIZER": "optimizer", "MOMENTUM": "momentum",
    "LEARNING_RATE": "learning_rate", "FEATURE_BIAS": "feature_bias", "FEATURE_BIAS_END": "feature_bias_end",
    "COLOURS": "colours", "SELECT": "select",
}  # fmt: skip
"""Attributes of ``job.Job`` by the parameters that all kinds of networks have."""
DEFAULTS = {each.name: each.default for each in fields(Job)}
"""Of what no preset has."""
Entry = tuple[QgsProcessingParameterDefinition, str]
Preset = Mapping[str, Any]
Shown = Union[str, float, None]


@dataclass(frozen=True)
class Kind:
    """What the parameters of one kind of network have of their own.

    Attributes:
        name: as contracts state it, "semantic" or "instance".
        presets: by name.
        fields: attributes of ``job.Job`` by the parameters that, where they are set, go before the preset.
        start_file: parameter that names a file to start from.
    """

    name: str
    presets: Mapping[str, Preset]
    fields: Mapping[str, str]
    start_file: str


class Settings:
    """Makes parameters whose help says what the presets have.

    Args:
        tr: translates.
        kind: of the network.
    """

    def __init__(self, tr: Translate, kind: Kind) -> None:
        self._tr, self._kind = tr, kind

    def number(
        self, name: str, title: str, text: str, low: float, high: float | None = None, decimals: int = 3,
        of: Callable[[Preset], Shown] | None = None,
    ) -> Entry:  # fmt: skip
        """A number; ``of`` finds it in a preset, where it is no attribute of a job."""
        return self._entry(number(name, title, None, low, high, decimals), text, of)

    def word(
        self, name: str, title: str, options: Sequence[str], text: str, of: Callable[[Preset], Shown] | None = None
    ) -> Entry:
        """One of some words."""
        parameter = QgsProcessingParameterEnum(name, title, list(options), optional=True, usesStaticStrings=True)
        return self._entry(parameter, text, of)

    def _entry(
        self, parameter: QgsProcessingParameterDefinition, text: str, of: Callable[[Preset], Shown] | None
    ) -> Entry:
        field = self._kind.fields.get(parameter.name(), "")
        found = {name: of(preset) if of else preset.get(field) for name, preset in self._kind.presets.items()}
        if field and not any(value is not None for value in found.values()):
            return parameter, f"{text} {self._tr('Empty takes {value:g}.').format(value=DEFAULTS[field])}".lstrip()
        shown = ", ".join(f"{value:g} ({name})" if isinstance(value, (int, float)) else f"{value} ({name})"
                          for name, value in found.items() if value is not None)  # fmt: skip
        said = self._tr("Empty takes the preset's: {values}.").format(values=shown)
        return parameter, f"{text} {said}".lstrip()


def sampling(tr: Translate, settings: Settings, scale: str) -> Explained:
    """How patches are drawn, and which epoch is the best.

    Args:
        tr: translates.
        settings: makes the parameters.
        scale: what is said of the random scale.
    """
    return [
        settings.number(SCALE_MIN, tr("Smallest random scale"), scale, 0.1, 10.0,
                        of=lambda preset: float(preset["scale"][0])),
        settings.number(SCALE_MAX, tr("Largest random scale"), scale, 0.1, 10.0,
                        of=lambda preset: float(preset["scale"][1])),
        settings.number("FEATURE_BIAS", tr("Feature bias at the start"),
                        tr("Share of the patches that are drawn around a landslide."), 0.0, 1.0, 2),
        settings.number("FEATURE_BIAS_END", tr("Feature bias at the end"), tr("The same in the last epoch."),
                        0.0, 1.0, 2),
        settings.number("COLOURS", tr("Random colours"), tr("Strength of random changes of colour, 0 to 1."),
                        0.0, 1.0, 2),
        settings.word("SELECT", tr("Best epoch"), SELECTIONS,
                      tr("The model is that of the epoch with the highest F1 or the lowest loss of the validation.")),
    ]  # fmt: skip


def steps(tr: Translate, settings: Settings) -> Explained:
    """How the weights change."""
    return [
        settings.number("BATCH", tr("Patches at once"), tr("Fewer need less memory."), 1, None, 0),
        settings.word("OPTIMIZER", tr("Optimizer"), OPTIMIZERS, ""),
        settings.number("MOMENTUM", tr("Momentum"), tr("Of sgd."), 0.0, 0.9999, 4),
    ]


def seed(tr: Translate) -> Entry:
    """What all that is random follows from."""
    return (
        number(SEED, tr("Seed"), 0, 0, 2**31 - 1, 0),
        tr("The same seed on the same machine trains the same model."),
    )
