"""How the layers look on the canvas, what they are called, and which lies above which."""

from __future__ import annotations

import shutil
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
)

from .base import RESOURCES
from .destinations import Destination

LANDSLIDES = RESOURCES / "styles" / "landslides.qml"
PROBABILITY = RESOURCES / "styles" / "probability.qml"

_alive: deque[LayerStyle] = deque(maxlen=1000)
"""QGIS holds post-processors by address only: one that Python has let go of may never run, or crash."""


@dataclass
class Stack:
    """The layers of one run that are on the canvas.

    Attributes:
        image: id of the image's layer; empty where it is in no project.
        layers: ids of the results by their place, 0 is lowest.
    """

    image: str = ""
    layers: dict[int, str] = field(default_factory=dict)

    def arrange(self, project: QgsProject) -> None:
        """See that each lies above the one before, and all above the image."""
        root = project.layerTreeRoot()
        below = self.image
        for _, layer in sorted(self.layers.items()):
            if below:
                put_above(root, layer, below)
            below = layer


def put_above(root: QgsLayerTreeGroup, upper: str, lower: str) -> None:
    """Move a layer's entry to just above another's, unless it is above it already.

    Args:
        root: of the layer tree.
        upper: id of the layer to move; nothing happens where it is not in the tree.
        lower: id of the other; nothing happens where it is not in the tree.
    """
    entries = {entry.layerId(): entry for entry in reversed(root.findLayers())}
    order = [entry.layerId() for entry in root.findLayers()]
    if upper not in entries or lower not in entries or order.index(upper) < order.index(lower):
        return
    above: QgsLayerTreeLayer = entries[upper]
    group: QgsLayerTreeGroup = entries[lower].parent()
    group.insertChildNode(group.children().index(entries[lower]), above.clone())
    above.parent().removeChildNode(above)


class LayerStyle(QgsProcessingLayerPostProcessorInterface):
    """Gives a result its style and its place, once QGIS has put it on the canvas.

    Args:
        style: the .qml file; nothing leaves the style to QGIS.
        stack: of the run.
        place: in the stack, 0 is lowest.
    """

    def __init__(self, style: Path | None, stack: Stack, place: int) -> None:
        super().__init__()
        self._style, self._stack, self.place = style, stack, place

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style it and put it in its place."""
        message, loaded = layer.loadNamedStyle(str(self._style)) if self._style else ("", True)
        if not loaded:
            feedback.pushWarning(f'The style of the layer "{layer.name()}" could not be loaded: {message}')
        layer.triggerRepaint()
        self._stack.layers[self.place] = layer.id()
        project = context.project()
        if project is not None:
            self._stack.arrange(project)


def load_when_done(
    context: QgsProcessingContext, layer: str, destination: Destination, name: str, style: LayerStyle
) -> None:
    """Have QGIS put a result on the canvas, if the analyst asked for it.

    Args:
        context: of the run.
        layer: by which name QGIS opens it.
        destination: of it.
        name: of the layer, unless the analyst has given one.
        style: of it.
    """
    if destination.project is None:
        return
    name = destination.name or name
    details = QgsProcessingContext.LayerDetails(name, destination.project, destination.output)
    details.forceName = True
    if hasattr(details, "layerSortKey"):  # since QGIS 3.32
        details.layerSortKey = style.place
    context.addLayerToLoadOnCompletion(layer, details)
    _alive.append(style)
    context.layerToLoadOnCompletionDetails(layer).setPostProcessor(style)


def copy_style_beside(raster: Path, target: Path) -> None:
    """Put the probability's style beside a raster in the making, for those who open it later.

    Args:
        raster: in the making.
        target: where it is going; a style that is there stays.
    """
    name = target.with_suffix(".qml")
    if not name.exists():
        shutil.copyfile(PROBABILITY, raster.with_name(name.name))
