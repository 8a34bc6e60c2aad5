"""What the analyst has set in QGIS's options: device, threads, presets."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from qgis.core import QgsSettings

SECTION = "scarp"


@dataclass
class Settings:
    """Values that runs which the panel starts take.

    Attributes:
        device: as ``scarp:extractlandslides`` and ``scarp:trainunet`` take it.
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
        """The values of the user's profile."""
        default, settings = cls(), QgsSettings()
        found = {
            name: settings.value(f"{SECTION}/{name}", value, type(value)) for name, value in asdict(default).items()
        }
        return cls(**found)

    def save(self) -> None:
        """Keep them in the user's profile."""
        settings = QgsSettings()
        for name, value in asdict(self).items():
            settings.setValue(f"{SECTION}/{name}", value)
