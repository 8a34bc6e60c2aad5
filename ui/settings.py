"""What the analyst has set in QGIS's options: device, threads, presets."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from qgis.core import QgsApplication, QgsSettings

SECTION = "scarp"


@dataclass
class Settings:
    """Values that runs which the panel starts take.

    Attributes:
        device: as ``scarp:extractlandslides`` takes it; ``parameters`` says what a training can take of it.
        threads: of the processor; 0 uses all cores.
        preset: that a training starts with.
        share: of the image that trains; the rest validates.
    """

    device: str = "auto"
    threads: int = 0
    preset: str = "quick"
    share: float = 0.6

    @classmethod
    def load(cls) -> Settings:
        """The values of the user's profile; what is no value of its kind there is left at its default."""
        settings, found = QgsSettings(), cls()
        for name, default in asdict(found).items():
            try:
                value = settings.value(f"{SECTION}/{name}", default, type(default))
            except TypeError:
                continue
            if isinstance(value, type(default)):
                setattr(found, name, value)
        return found

    def save(self) -> None:
        """Keep them in the user's profile."""
        settings = QgsSettings()
        for name, value in asdict(self).items():
            settings.setValue(f"{SECTION}/{name}", value)

    def parameters(self, algorithm: str) -> dict[str, Any]:
        """Those that an algorithm takes, by the names of its parameters.

        Args:
            algorithm: its id.

        Returns:
            For ``processing.run``; without what the algorithm does not have, or does not accept, so that its own
            default holds: trainings know no device "cuda".
        """
        found = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        if found is None:
            return {}
        named = {name.upper(): value for name, value in asdict(self).items()}
        return {
            definition.name(): named[definition.name()]
            for definition in found.parameterDefinitions()
            if definition.name() in named and definition.checkValueIsAcceptable(named[definition.name()])
        }
