"""Step 4: slide the threshold and see what it gives; compare with the image, and make polygons."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsMapLayer, QgsMapLayerProxyModel, QgsProviderRegistry, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QPushButton, QWidget

from .notice import Notice
from .pixel_counter import PixelCounter
from .polygon_maker import PolygonMaker
from .result_view import ResultView
from .runs import Runs
from .state import PROBABILITY, REFERENCE, PanelState
from .step import Step
from .swipe import HIDING_KEY
from .threshold_controls import DEFAULT, ThresholdControls
from .threshold_renderer import ThresholdStyle, give_style_back, is_drawn_at_threshold, is_probability, shown_percent
from .threshold_statistics import ThresholdStatistics


class ThresholdStep(Step):
    """Choose a probability layer, move the threshold, and make polygons.

    Args:
        iface: of QGIS.
        state: that the steps share.
        runs: that run algorithms in the background.
        parent: of the widget.

    Attributes:
        probability: which layer is drawn at the threshold.
        reference: what is known to be landslide.
        controls: histogram, slider and spin box.
        keeps_ramp: whether what is below the threshold is drawn in the layer's own colours.
        reset: gives the layer its own style back.
        view: compares the results with the image.
        polygons: makes polygons.
        notice: why the pixels could not be counted, or that there is no layer.
        counter: of the pixels.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, runs: Runs, parent: QWidget | None = None) -> None:
        super().__init__(iface, state, runs, parent)
        self.setTitle(self.tr("4 Threshold"))
        self._layer: QgsRasterLayer | None = None
        self._watched: QgsVectorLayer | None = None
        self._is_chosen = False
        self._style = ThresholdStyle(iface.mapCanvas(), self)
        self.counter = PixelCounter(self)
        self._build()
        self._connect()
        self._leave_out()
        if state.raster(PROBABILITY) is None:
            self._choose_first(state.project.layerTreeRoot().layerOrder())
        self._follow(REFERENCE)
        self._follow(PROBABILITY)

    def _build(self) -> None:
        filters = QgsMapLayerProxyModel.Filter
        self.probability = self._combo(filters.RasterLayer)
        self.probability.setToolTip(
            self.tr("A probability that Scarp has extracted; the newest one is chosen by itself.")
        )
        self.reference = self._combo(filters.PolygonLayer | filters.RasterLayer)
        self.reference.setAllowEmptyLayer(True, self.tr("None"))
        self.reference.setToolTip(
            self.tr("What is known to be landslide, if anything: polygons of all landslides, or a label raster (1 "
                    "landslide, 0 not, 255 not known). Shows which threshold agrees best with it.")
        )  # fmt: skip
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Probability"), self.probability)
        form.addRow(self.tr("Reference"), self.reference)
        self.controls = ThresholdControls(self)
        self.keeps_ramp = QCheckBox(self.tr("Keep the probability below it"), self)
        self.keeps_ramp.setToolTip(self.tr("Draw what is below the threshold in the layer's own colours."))
        self.reset = QPushButton(self.tr("Reset Style"), self)
        self.reset.setToolTip(self.tr("Draw the layer in its own style again."))
        self.view = ResultView(self.iface.mapCanvas(), self.state, self)
        self.notice = Notice(self)
        self.polygons = PolygonMaker(self.iface, self.state, self.runs, self)
        self.column.addLayout(form)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.controls)
        self.column.addWidget(self.keeps_ramp)
        self.column.addWidget(self.view)
        self.column.addWidget(self.reset)
        self.column.addWidget(self.polygons)

    def _combo(self, filters: QgsMapLayerProxyModel.Filter) -> QgsMapLayerComboBox:
        combo = QgsMapLayerComboBox(self)
        combo.setFilters(filters)
        others = [name for name in QgsProviderRegistry.instance().providerList() if name in ("wms", "arcgismapserver")]
        combo.setExcludedProviders(others)
        # Names of layers are long; the panel is not.
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    def _connect(self) -> None:
        self.probability.layerChanged.connect(self._choose)
        self.reference.layerChanged.connect(self._choose_reference)
        self.controls.moved.connect(self._moved)
        self.controls.slider.valueChanged.connect(self.polygons.set_percent)
        self.keeps_ramp.toggled.connect(self._toggled)
        self.reset.clicked.connect(self._reset)
        self.counter.counted.connect(self._counted)
        self.counter.failed.connect(self._not_counted)
        self.counter.progressed.connect(self._progressed)
        self.counter.stopped.connect(self._stopped)
        self.state.layer_changed.connect(self._follow)
        self.state.project.layersAdded.connect(self._layers_added)

    # Which layers

    def _layers_added(self, layers: list[QgsMapLayer]) -> None:
        self._leave_out()
        self._choose_first(reversed(layers))

    def _leave_out(self) -> None:
        """Offer Scarp's probabilities alone for the probability, and none of them for the reference."""
        layers = list(self.state.project.mapLayers().values())
        for combo, keeps in ((self.probability, True), (self.reference, False)):
            combo.blockSignals(True)
            combo.setExceptedLayerList([layer for layer in layers if is_probability(layer) is not keeps])
            combo.blockSignals(False)
        self._show_chosen()

    def _choose_first(self, layers: Any) -> None:
        """Have the first probability among layers chosen, if there is one."""
        found = next((layer for layer in layers if is_probability(layer)), None)
        if found is not None:
            self.state.set_layer(PROBABILITY, found)

    def _choose(self, layer: QgsMapLayer | None) -> None:
        if is_probability(layer):  # the box shows other rasters for a moment when they are added
            self.state.set_layer(PROBABILITY, layer)

    def _choose_reference(self, layer: QgsMapLayer | None) -> None:
        self.state.set_layer(REFERENCE, layer)

    def _show_chosen(self) -> None:
        """Have the boxes say which layers are chosen."""
        for combo, role in ((self.probability, PROBABILITY), (self.reference, REFERENCE)):
            combo.blockSignals(True)
            combo.setLayer(self.state.layer(role))
            combo.blockSignals(False)

    def _follow(self, role: str) -> None:
        """Work on the layers that are chosen now."""
        if role == PROBABILITY:
            self._take(self.state.raster(PROBABILITY))
        elif role == REFERENCE:
            self._watch(self.state.vector(REFERENCE))
            self._count()
        if role in (PROBABILITY, REFERENCE):
            self._show_chosen()

    def _take(self, layer: QgsRasterLayer | None) -> None:
        """Give up the layer that was worked on, and work on another."""
        self._give_up()
        self._layer = layer
        shown = shown_percent(layer) if layer is not None else None
        self._is_chosen = shown is not None
        self.controls.set_percent(DEFAULT if shown is None else shown)
        self.polygons.set_percent(self.controls.percent)
        for widget in (self.controls, self.keeps_ramp, self.polygons.make):
            widget.setEnabled(layer is not None)
        self._count()
        self._refresh()

    def _give_up(self) -> None:
        self._style.forget()
        if self._layer is not None and not sip.isdeleted(self._layer):
            give_style_back(self._layer)
        self._layer = None

    def _watch(self, layer: QgsVectorLayer | None) -> None:
        """Count again when the reference has been edited."""
        if self._watched is not None and not sip.isdeleted(self._watched):
            self._watched.afterCommitChanges.disconnect(self._count)
        self._watched = layer
        if layer is not None:
            layer.afterCommitChanges.connect(self._count)

    # Counting

    def _count(self) -> None:
        self.counter.stop()
        self.controls.show_statistics(None)
        if self._layer is None:
            self.controls.plot.say("")
            text = self.tr("There is no probability layer yet: extract one in step 3, or add one that Scarp has made.")
            self.notice.say(text, Qgis.MessageLevel.Info)
            return
        self.notice.say("", Qgis.MessageLevel.Info)
        self._progressed(0.0)
        self.counter.count(self._layer, self.state.layer(REFERENCE))

    def _counted(self, statistics: ThresholdStatistics) -> None:
        self.controls.show_statistics(statistics)
        if not self._is_chosen and statistics.recommended is not None:
            self.controls.set_percent(statistics.recommended)
        self._is_chosen = True

    def _not_counted(self, why: str) -> None:
        self.controls.plot.say("")
        self.notice.say(why, Qgis.MessageLevel.Critical)

    def _progressed(self, percent: float) -> None:
        self.controls.plot.say(self.tr("Counting the pixels… {} %").format(round(percent)))

    def _stopped(self) -> None:
        self.controls.plot.say("")
        text = self.tr("The pixels were not counted, since it was cancelled.")
        self.notice.say(text, Qgis.MessageLevel.Info, self.tr("Count Again"), self._count)

    # Drawing

    def _moved(self, percent: int) -> None:
        self._is_chosen = True
        if self._layer is None:
            return
        node = self.state.project.layerTreeRoot().findLayer(self._layer.id())
        if node is not None and not node.isVisible():
            node.setItemVisibilityCheckedParentRecursive(True)
        self._style.show(self._layer, percent, self.keeps_ramp.isChecked())
        self.reset.setEnabled(True)

    def _toggled(self) -> None:
        if self._layer is not None and is_drawn_at_threshold(self._layer):
            self._moved(self.controls.percent)

    def _reset(self) -> None:
        self._style.forget()
        if self._layer is not None:
            give_style_back(self._layer)
        self._refresh()

    def _refresh(self) -> None:
        self.reset.setEnabled(self._layer is not None and is_drawn_at_threshold(self._layer))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Hide the results while the key is held, and end the swipe by Esc."""
        if event is not None and event.key() == HIDING_KEY and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self.view.hide_results()
        elif event is not None and event.key() == Qt.Key.Key_Escape and self.view.swipe.is_on:
            self.view.swipe.set_on(False)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:
        """Show the results again."""
        if event is not None and event.key() == HIDING_KEY:
            if not event.isAutoRepeat():
                self.view.show_results()
        else:
            super().keyReleaseEvent(event)

    def close_step(self) -> None:
        """See ``Step``."""
        self.state.project.layersAdded.disconnect(self._layers_added)
        self.state.layer_changed.disconnect(self._follow)
        self.counter.stop()
        self.view.swipe.close()
        self._watch(None)
        self._style.close()
        self._give_up()

