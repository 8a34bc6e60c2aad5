"""Step 1: choose the image, and see what Scarp sees in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsMapLayer, QgsMapLayerProxyModel, QgsProviderRegistry, QgsRasterLayer
from qgis.gui import QgisInterface, QgsCollapsibleGroupBoxBasic, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QToolButton, QWidget

from . import messages
from .image_facts import ImageFacts
from .notice import Notice
from .run import Run, State
from .runs import Runs
from .settings import Settings
from .state import DEM, IMAGE, PRE_EVENT, PanelState
from .step import Step
from .threshold_renderer import is_probability

ALGORITHM, INSTALLATION = "scarp:describeimage", "scarp:installpackages"
PROVIDER = "gdal"
NARROWEST = 8
"""Letters that are seen in any case: names of layers are long, and the panel is not."""


class ImageStep(Step):
    """Choose the image, and what else is known of the place; see what Scarp sees, and whether a model fits.

    Args:
        iface: of QGIS.
        state: that the steps share.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        image, pre_event, dem: which layer serves for what.
        browse: opens an image from a file.
        more: holds the layers that are optional.
        facts: what Scarp sees; hidden without an image.
        notice: what is wrong or may become so; hidden where nothing is.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(iface, state, runs, parent)
        self.setTitle(self.tr("1 Image"))
        self._run: Run | None = None
        self._watched: QgsRasterLayer | None = None
        self._error = ""
        self._build()
        self._combos = {IMAGE: self.image, PRE_EVENT: self.pre_event, DEM: self.dem}
        self._leave_out_results()
        for role, combo in self._combos.items():
            self._follow(role)
            combo.layerChanged.connect(partial(self._choose, role))
        self.browse.clicked.connect(self._browse)
        state.layer_changed.connect(self._follow)
        state.model_changed.connect(self.look)
        state.models_changed.connect(self.look)
        state.project.layersAdded.connect(self._layers_added)
        runs.added.connect(self._hear_of)
        self._choose_likely(state.project.layerTreeRoot().layerOrder())

    def _build(self) -> None:
        self.image = self._layer_combo(self.tr("Choose an image"))
        self.image.setToolTip(
            self.tr("Aerial, drone or satellite image taken after the event. Layers that are no files, such as web "
                    "maps, and probabilities that Scarp has made are not listed.")
        )  # fmt: skip
        self.browse = QToolButton(self)
        self.browse.setText("…")
        self.browse.setToolTip(self.tr("Open an image from a file"))
        row = QHBoxLayout()
        row.addWidget(self.image, 1)
        row.addWidget(self.browse)
        self.pre_event, self.dem = self._layer_combo(self.tr("None")), self._layer_combo(self.tr("None"))
        self.pre_event.setToolTip(
            self.tr("Image of the same place from before the event. With it, landslides that were there before can be "
                    "told and left out (Remove pre-existing landslides).")
        )  # fmt: skip
        self.dem.setToolTip(
            self.tr("Heights in metres. With it, landslides get their mean slope, highest and lowest point and relief.")
        )
        self.more = QgsCollapsibleGroupBoxBasic(self.tr("More layers"), self)
        form = QFormLayout(self.more)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Before the event"), self.pre_event)
        form.addRow(self.tr("Elevation model"), self.dem)
        self.more.setCollapsed(self.state.raster(PRE_EVENT) is None and self.state.raster(DEM) is None)
        self.facts, self.notice = ImageFacts(self), Notice(self)
        self.column.addLayout(row)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.more)

    def _layer_combo(self, empty: str) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(self)
        combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        combo.setExcludedProviders([name for name in QgsProviderRegistry.instance().providerList() if name != PROVIDER])
        combo.setAllowEmptyLayer(True, empty)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(NARROWEST)
        return combo

    def look(self, *_: Any) -> None:
        """Look at the image again, in the background; what looked at another one is cancelled."""
        if self._run is not None:
            run, self._run = self._run, None
            run.cancel()
        layer = self.state.raster(IMAGE)
        if layer is None:
            self.facts.clear()
            self._say("", Qgis.MessageLevel.Info)
            return
        self.facts.wait()
        parameters = {"INPUT": layer.id(), "MODEL": self.state.model, **Settings.load().parameters(ALGORITHM)}
        title = self.tr("Look at the image: {}").format(layer.name())
        self._run = self.runs.start(ALGORITHM, parameters, title, load=False)
        self._run.finished.connect(self._looked)

    def _looked(self) -> None:
        """Show what was seen; a run that was cancelled for another says nothing."""
        run = self._run
        if run is None or not run.state.is_over:
            return
        self._run = None
        if run.state is State.DONE:
            self._show(json.loads(run.results["SUMMARY"]))
            return
        self.facts.clear()
        if run.state is State.FAILED:
            is_new = run.error != self._error
            self._say(run.error, Qgis.MessageLevel.Critical)
            if is_new:
                messages.show(self.iface, run.error, Qgis.MessageLevel.Critical)

    def _show(self, summary: dict[str, Any]) -> None:
        self.facts.show_summary(summary)
        suggested, button = summary["suggested"], ""
        if summary["model"]["fit"] != "good" and suggested is not None:
            other = suggested["name"]
            button = self.tr("Use {}").format(other) if other != summary["model"]["name"] else ""
        self._say("\n".join(summary["warnings"]), Qgis.MessageLevel.Warning, button, suggested and suggested["name"])

    def _say(self, text: str, level: Qgis.MessageLevel, button: str = "", model: str | None = None) -> None:
        self._error = text if level == Qgis.MessageLevel.Critical else ""
        self.notice.say(text, level, button, partial(self.state.set_model, model) if model else None)

    def _choose(self, role: str, layer: QgsMapLayer | None) -> None:
        self.state.set_layer(role, layer)

    def _follow(self, role: str) -> None:
        """Show the layer that serves for this now."""
        if role not in self._combos:
            return
        layer, combo = self.state.raster(role), self._combos[role]
        if combo.currentLayer() is not layer:
            combo.setLayer(layer)
        if role == IMAGE:
            self._watch(layer)
            self.look()

    def _watch(self, layer: QgsRasterLayer | None) -> None:
        """Follow what the analyst sets on the image."""
        if self._watched is not None:
            self._watched.crsChanged.disconnect(self.look)
            self._watched.dataSourceChanged.disconnect(self.look)
        self._watched = layer
        if layer is not None:
            layer.crsChanged.connect(self.look)
            layer.dataSourceChanged.connect(self.look)

    def _layers_added(self, layers: list[QgsMapLayer]) -> None:
        self._leave_out_results()
        self._choose_likely(layers)

    def _leave_out_results(self) -> None:
        """Do not offer what Scarp has made."""
        made = [layer for layer in self.state.project.mapLayers().values() if is_probability(layer)]
        for combo in (self.image, self.pre_event, self.dem):
            combo.setExceptedLayerList(made)

    def _choose_likely(self, layers: Iterable[QgsMapLayer]) -> None:
        """Where there is no image yet, take the first one in colour."""
        if self.state.raster(IMAGE) is None:
            likely = (
                layer for layer in layers
                if isinstance(layer, QgsRasterLayer) and layer.providerType() == PROVIDER and layer.bandCount() >= 3
            )  # fmt: skip
            self.state.set_layer(IMAGE, next(likely, None))

    def _browse(self) -> None:
        """Open an image from a file, as QGIS does it."""
        layer, project = self.state.raster(IMAGE), self.state.project
        folder = str(Path(layer.source()).parent) if layer is not None else project.homePath()
        filters = QgsProviderRegistry.instance().fileRasterFilters()
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Open an Image"), folder, filters)
        if file:
            opened = self.iface.addRasterLayer(file, Path(file).stem)
            if opened is not None and opened.isValid():  # QGIS has said what is wrong where it is not
                self.state.set_layer(IMAGE, opened)

    def _hear_of(self, run: Run) -> None:
        if run.algorithm == INSTALLATION:
            run.finished.connect(self.look)

    def close_step(self) -> None:
        """See ``Step``."""
        self._watch(None)
        self.state.project.layersAdded.disconnect(self._layers_added)
