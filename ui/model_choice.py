"""The model that is used, chosen from those that can be, with their cards."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from .model_card import card
from .run import Run, State
from .runs import Runs
from .state import PanelState
from .training_form import EXTRACTION, choices

AUTO, BOTH = "auto", "both"
ALGORITHM = "scarp:listmodels"
NARROWEST = 8
"""Letters that are seen in any case: names of models are long, and the panel is not."""


class ModelCombo(QComboBox):
    """A list of the models, kept in step with the panel's state; a model's card is its tooltip.

    The models are listed in the background, since their files are read.

    Args:
        state: that holds the model, and says when there are others.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        chosen: the analyst has chosen a model; with its name. The state has it by then.
    """

    chosen = pyqtSignal(str)

    def __init__(self, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._runs = state, runs
        self._run: Run | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(NARROWEST)
        self._fill([])
        self.activated.connect(self._choose)
        self.currentIndexChanged.connect(self._show_card)
        state.model_changed.connect(self._follow)
        state.models_changed.connect(self.refresh)
        self.refresh()

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("ModelCombo", text)

    @property
    def name(self) -> str:
        """The model that is used, as ``scarp:extractlandslides`` takes it."""
        return self._state.model

    def refresh(self) -> None:
        """List the models anew."""
        if self._run is not None:
            self._run.cancel()
        run = self._run = self._runs.start(ALGORITHM, {}, self.tr("List models"), load=False)
        run.finished.connect(self._listed)

    def _listed(self) -> None:
        """Take what was found; a list that could not be had leaves the old one."""
        run = self._run
        if run is None or not run.state.is_over:
            return
        self._run = None
        if run.state is State.DONE:
            self._fill(json.loads(run.results["MODELS"]))
        elif run.state is State.FAILED:
            self.setToolTip(run.error)

    def _fill(self, models: Sequence[Mapping[str, Any]]) -> None:
        """Show models, and the one that is used; where it is no longer there, "auto" is."""
        is_first = self.count() == 0
        self.blockSignals(True)
        self.clear()
        self._add(AUTO, self.tr("The bundled model that was made for the image's ground resolution."))
        bundled, own = ([model for model in models if bool(model["bundled"]) is where] for where in (True, False))
        for model in bundled:
            self._add(model["name"], card(model), bool(model["error"]))
        # It has no file that would be listed.
        if bundled and BOTH in choices(EXTRACTION).options.get("MODEL", []):
            self._add(BOTH, self.tr("The mean of the probabilities of unet and maskrcnn, with the landslides of "
                                    "maskrcnn kept apart. The best, and the slowest."))  # fmt: skip
        for model in own:
            self._add(model["name"], card(model), bool(model["error"]))
        self.blockSignals(False)
        if self.findData(self.name) < 0:
            if is_first:
                self._add(self.name, "")
            else:
                self._state.set_model(AUTO)
        self._select()

    def _add(self, name: str, tip: str, is_broken: bool = False) -> None:
        self.addItem(name, name)
        index = self.count() - 1
        self.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        if is_broken:
            self.setItemIcon(index, QgsApplication.getThemeIcon("/mIconWarning.svg"))
            self.model().item(index).setEnabled(False)

    def _select(self) -> None:
        self.setCurrentIndex(self.findData(self.name))
        self._show_card()

    def _show_card(self, *_: Any) -> None:
        self.setToolTip(self.currentData(Qt.ItemDataRole.ToolTipRole) or "")

    def _follow(self, name: str) -> None:
        """Show the model that is used now; one that is not listed yet is looked for."""
        if self.findData(name) < 0:
            self._add(name, "")
            self.refresh()
        self._select()

    def _choose(self, index: int) -> None:
        name = self.itemData(index)
        self._state.set_model(name)
        self.chosen.emit(name)
