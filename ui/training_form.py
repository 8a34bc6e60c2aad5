"""What is trained: which network, from what it starts, how thoroughly, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from .settings import Settings

UNET, MASK_RCNN = "scarp:trainunet", "scarp:trainmaskrcnn"
EXTRACTION = "scarp:extractlandslides"
NOTHING = "nothing"
"""What START is called when a training starts from random weights."""
SHARES = (5, 95)
"""Per cent of the image that may validate."""
LONGEST = 60
NARROWEST = 8


@dataclass(frozen=True)
class Choices:
    """What an algorithm offers.

    Attributes:
        options: of its parameters that are one of some words.
        help: of all its parameters, as HTML.
    """

    options: dict[str, list[str]] = field(default_factory=dict)
    help: dict[str, str] = field(default_factory=dict)


def choices(algorithm: str) -> Choices:
    """What an algorithm offers; nothing where it is not there. Reads the files of models."""
    found = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    definitions = found.parameterDefinitions() if found is not None else []
    return Choices(
        {each.name(): list(each.options()) for each in definitions if each.type() == "enum"},
        {each.name(): each.help() for each in definitions},
    )


def training_folder(name: str) -> Path:
    """Where the training of a model lies."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "scarp" / "training" / name


def free_name(wanted: str, taken: Collection[str]) -> str:
    """A name for a model that is not taken, and of which no training lies in the profile.

    Args:
        wanted: is taken as it is where that can be, else numbered.
        taken: names of models.
    """
    base = " ".join(re.sub(r"[^\w .()+-]+", " ", wanted).split())
    base = re.sub(r"^\W+|[ .]+$", "", base)[:LONGEST].rstrip(" .") or "model"
    lower = {name.casefold() for name in taken}
    for number in count(1):
        name = base if number == 1 else f"{base} {number}"
        if name.casefold() not in lower and not training_folder(name).exists():
            return name
    raise AssertionError


class TrainingForm(QWidget):
    """Collects the values of a training.

    Args:
        parent: of the widget.

    Attributes:
        kind: of the network.
        start: model that the training starts from.
        preset: recipe.
        validation: per cent of the image that validate.
        name: of the model.
        changed: the kind is another one, so that other choices are needed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        settings = Settings.load()
        self.kind, self.start, self.preset = QComboBox(self), QComboBox(self), QComboBox(self)
        for combo in (self.kind, self.start, self.preset):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(NARROWEST)
        self.kind.addItem(self.tr("U-Net: map landslides"), UNET)
        self.kind.addItem(self.tr("Mask R-CNN: count landslides"), MASK_RCNN)
        self.kind.setToolTip(
            self.tr("A U-Net says for each pixel how likely it is landslide. A Mask R-CNN finds landslides one by one, "
                    "also where they touch; its training takes longer.")
        )  # fmt: skip
        self.validation = QSpinBox(self)
        self.validation.setRange(*SHARES)
        self.validation.setSuffix(" %")
        self.validation.setValue(round(100 * (1 - settings.share)))
        self.validation.setToolTip(
            self.tr("Share of the image that does not train, in the south, so that the model is judged on ground that "
                    "it has not seen. There must be landslides in both parts.")
        )  # fmt: skip
        self.name = QLineEdit(self)
        self.name.setToolTip(self.tr("Name of the model that is made. An unfinished training of this name goes on."))
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self.tr("&Kind"), self.kind)
        rows.addRow(self.tr("Start &from"), self.start)
        rows.addRow(self.tr("&Preset"), self.preset)
        rows.addRow(self.tr("&Validation"), self.validation)
        rows.addRow(self.tr("Na&me"), self.name)
        self._preset = settings.preset
        self.kind.currentIndexChanged.connect(self._tell)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("TrainingForm", text)

    def _tell(self, *_: Any) -> None:
        self.changed.emit()

    @property
    def algorithm(self) -> str:
        """Id of the algorithm that trains."""
        return str(self.kind.currentData())

    def offer(self, found: Choices) -> None:
        """Offer what the algorithm does; what was chosen stays where it is still there."""
        for combo, name, default in ((self.start, "START", ""), (self.preset, "PRESET", self._preset)):
            options, before = found.options.get(name, []), combo.currentData() or default
            combo.clear()
            for option in options:
                combo.addItem(self.tr("nothing (random weights)") if option == NOTHING else option, option)
            combo.setCurrentIndex(max(0, combo.findData(before)) if options else -1)
            combo.setToolTip(found.help.get(name, ""))

    def propose(self, wanted: str, taken: Collection[str]) -> None:
        """Fill in a name that is free, unless the analyst has typed one that still is.

        Args:
            wanted: as it would be best.
            taken: names of models, and of those that are being trained.
        """
        typed = self.name.text().strip() if self.name.isModified() else ""
        if typed and typed.casefold() not in {name.casefold() for name in taken}:
            return
        self.name.setText(free_name(typed or wanted, taken))

    def parameters(self) -> dict[str, Any]:
        """The values, for ``processing.run``; all but images, ROIs and folder."""
        return {
            **Settings.load().parameters(self.algorithm), "START": self.start.currentData(),
            "PRESET": self.preset.currentData(), "SHARE": 1.0 - self.validation.value() / 100.0,
            "NAME": self.name.text().strip(),
        }  # fmt: skip


def model_names() -> list[str]:
    """Names of all models that there are."""
    return choices(EXTRACTION).options.get("MODEL", [])
