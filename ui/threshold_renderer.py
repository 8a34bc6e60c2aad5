"""Drawing a probability layer at a threshold, and giving it back the style that it had."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsColorRampShader,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsReadWriteContext,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..engine.probability import NODATA, SCALE

LANDSLIDE = QColor(227, 26, 28, 200)
"""The colour of the outlines of extracted landslides; what lies beneath can be made out."""
TRANSPARENT = QColor(255, 255, 255, 0)
STYLE = "scarp/style_before"
"""Custom property of a layer that is drawn at a threshold: its own style. So it is saved with the project."""
SHOWN = "scarp/threshold"
"""Custom property of such a layer: the threshold in per cent."""
PROBABILITY_STYLE = Path(__file__).parent.parent / "resources" / "styles" / "probability.qml"
PATIENCE_MS = 1000
"""How long a repaint is waited for, before the next one is asked for all the same: the canvas may not draw at all, or
be busy with another layer, and shows what it has drawn in part until then."""


def is_probability(layer: QgsMapLayer | None) -> bool:
    """Whether a layer is a probability raster of Scarp's: one band of per cents that says so by its scale, and nodata.

    QGIS does not tell that the band is of Byte, since it scales what it reads.
    """
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.providerType() != "gdal":
        return False
    provider = layer.dataProvider()
    return (
        layer.bandCount() == 1
        and abs(provider.bandScale(1) - SCALE) < 1e-9
        and provider.bandOffset(1) == 0.0
        and provider.sourceHasNoDataValue(1)
        and provider.sourceNoDataValue(1) == NODATA
    )


def value_of(layer: QgsRasterLayer, percent: float) -> float:
    """The value that QGIS reads where the raster holds so many per cent."""
    provider = layer.dataProvider()
    return percent * provider.bandScale(1) + provider.bandOffset(1)


def threshold_renderer(
    layer: QgsRasterLayer, percent: int, beneath: QgsColorRampShader | None = None
) -> QgsSingleBandPseudoColorRenderer:
    """Draws what is at or above a threshold in the colour of landslides.

    Between 0 and 1 there are a hundred and one values only, so the classes part halfway between two of them: it does
    not matter that QGIS reads them in single precision. A palette of the values would be drawn in four fifths of the
    time, but is looked up by value, which is not safe.

    Args:
        layer: of probability.
        percent: the threshold, 0 to 100.
        beneath: gives colours to what is below; without it that is transparent.
    """
    provider = layer.dataProvider()
    lowest, break_, highest = (value_of(layer, each) for each in (-0.5, percent - 0.5, 100.5))
    at_or_above = QCoreApplication.translate("ThresholdRenderer", "Landslide (≥ {})").format(f"{percent / 100:.2f}")
    items = [QgsColorRampShader.ColorRampItem(highest, LANDSLIDE, at_or_above)]
    if beneath is None:
        kind = QgsColorRampShader.Type.Discrete
        below = QCoreApplication.translate("ThresholdRenderer", "Other")
        items.insert(0, QgsColorRampShader.ColorRampItem(break_, TRANSPARENT, below))
    else:
        kind, step = QgsColorRampShader.Type.Interpolated, value_of(layer, 0.01) - value_of(layer, 0.0)
        colours = [_colour(beneath, value_of(layer, each)) for each in range(percent)]
        ramp = [(value_of(layer, each), colour) for each, colour in enumerate(colours)]
        edges = [(break_ - step, colours[-1])] if colours else []
        items = [
            QgsColorRampShader.ColorRampItem(value, colour, f"{value:.2f}")
            for value, colour in [*ramp, *edges, (break_ + step, LANDSLIDE)]
        ] + items
    function = QgsColorRampShader(lowest, highest, None, kind)
    function.setColorRampItemList(items)
    function.setClip(True)  # what is no probability, above 1, is not drawn
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(provider, 1, shader)
    renderer.setClassificationMin(value_of(layer, 0))
    renderer.setClassificationMax(highest)
    return renderer


def _colour(function: QgsColorRampShader, value: float) -> QColor:
    """What a ramp draws a value in."""
    drawn, red, green, blue, alpha = function.shade(value)
    return QColor(red, green, blue, alpha) if drawn else TRANSPARENT


def ramp_of(style: str, layer: QgsRasterLayer) -> QgsColorRampShader:
    """The colours of a style, as XML; where they are no ramp, those in which Scarp draws probabilities."""
    document = QDomDocument()
    document.setContent(style)
    element = document.elementsByTagName("rasterrenderer").item(0).toElement()
    if element.attribute("type") != "singlebandpseudocolor":
        return ramp_of(PROBABILITY_STYLE.read_text(encoding="utf-8"), layer)
    renderer = QgsSingleBandPseudoColorRenderer.create(element, layer.dataProvider())
    function = renderer.shader().rasterShaderFunction()
    return QgsColorRampShader(function) if isinstance(function, QgsColorRampShader) else QgsColorRampShader()


class ThresholdStyle(QObject):
    """Draws one probability layer at a threshold, as often as asked; the last threshold asked for is drawn.

    While the canvas draws one, the next waits, so that at most one repaint is pending.

    Args:
        canvas: that shows the layer.
        parent: of the object.
    """

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._wanted: tuple[QgsRasterLayer, int, bool] | None = None
        self._drawing = self._has_begun = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        canvas.renderStarting.connect(self._begun)
        canvas.mapCanvasRefreshed.connect(self._refreshed)

    def show(self, layer: QgsRasterLayer, percent: int, keeps_ramp: bool = False) -> None:
        """Draw a layer at a threshold as soon as the canvas has drawn the one before."""
        self._wanted = layer, percent, keeps_ramp
        if not self._drawing and not self._timer.isActive():
            self._timer.start(0)

    @property
    def is_idle(self) -> bool:
        """Whether all that was asked for is on the canvas."""
        return self._wanted is None and not self._drawing

    def forget(self) -> None:
        """Draw nothing that still waits."""
        self._wanted = None

    def close(self) -> None:
        """Listen to the canvas no longer."""
        self.forget()
        self._timer.stop()
        self._canvas.renderStarting.disconnect(self._begun)
        self._canvas.mapCanvasRefreshed.disconnect(self._refreshed)

    def _draw(self) -> None:
        self._drawing = False
        if self._wanted is None:
            return
        wanted, self._wanted = self._wanted, None
        self._has_begun = False
        draw_at(*wanted)
        self._drawing = True
        self._timer.start(PATIENCE_MS)

    def _begun(self) -> None:
        self._has_begun = True

    def _refreshed(self) -> None:
        if self._drawing and self._has_begun:  # and what has ended is not an older one
            self._drawing = False
            self._timer.stop()
            if self._wanted is not None:
                self._timer.start(0)


def draw_at(layer: QgsRasterLayer, percent: int, keeps_ramp: bool) -> None:
    """Draw a layer at a threshold; its own style is kept in a custom property."""
    if not is_drawn_at_threshold(layer):
        document = QDomDocument()
        layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)
        layer.setCustomProperty(STYLE, document.toString())
    layer.setCustomProperty(SHOWN, percent)
    beneath = ramp_of(layer.customProperty(STYLE), layer) if keeps_ramp else None
    renderer = threshold_renderer(layer, percent, beneath)
    renderer.setOpacity(layer.renderer().opacity())
    layer.setRenderer(renderer)
    layer.triggerRepaint()


def is_drawn_at_threshold(layer: QgsRasterLayer) -> bool:
    """Whether a layer is drawn at a threshold, and the analyst has not given it another style since."""
    renderer = layer.renderer()
    if not layer.customProperty(STYLE) or not isinstance(renderer, QgsSingleBandPseudoColorRenderer):
        return False
    function = renderer.shader().rasterShaderFunction()
    items = function.colorRampItemList() if isinstance(function, QgsColorRampShader) else []
    return bool(items) and abs(items[-1].value - value_of(layer, 100.5)) < value_of(layer, 0.01)


def shown_percent(layer: QgsRasterLayer) -> int | None:
    """The threshold that a layer is drawn at, in per cent; nothing where it is drawn in its own style."""
    return int(layer.customProperty(SHOWN)) if is_drawn_at_threshold(layer) else None


def give_style_back(layer: QgsRasterLayer) -> None:
    """Draw a layer in its own style again; one that the analyst has given it meanwhile stays."""
    if is_drawn_at_threshold(layer):
        document = QDomDocument()
        document.setContent(layer.customProperty(STYLE))
        layer.importNamedStyle(document, QgsMapLayer.StyleCategory.Symbology)
        layer.triggerRepaint()
    for name in (STYLE, SHOWN):
        layer.removeCustomProperty(name)
