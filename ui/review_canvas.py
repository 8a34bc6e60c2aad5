"""The landslide under review on the canvas: in the middle, flashing, and never hidden by QGIS's selection."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..engine.errors import ScarpError

AROUND = 3.0
"""How many times as wide and high as the landslide the canvas shows, so that what lies around it can be judged."""
FLASHES, FLASH_MS = 2, 250
"""Short, since the image under the landslide is not seen as long as it flashes."""
SELECTION_ALPHA = 40
"""Of the selection's fill, 0 to 255: the image under it is what is to be judged."""


def show_landslide(canvas: QgsMapCanvas, project: QgsProject, layer: QgsVectorLayer, fid: int, pan_only: bool) -> None:
    """Bring a landslide into the middle of the canvas, and have it flash.

    Args:
        canvas: to show it on.
        project: whose transformations are used.
        layer: of landslides.
        fid: id of the landslide.
        pan_only: keeps the scale.

    Raises:
        ScarpError: if it has no outline, or that does not lie where the map's CRS is defined.
    """
    geometry = layer.getGeometry(fid)
    if geometry.isEmpty():
        none = QCoreApplication.translate("ReviewDock", "This landslide has no outline; delete it or draw one.")
        raise ScarpError(none)
    to_map = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), project)
    try:
        box = to_map.transformBoundingBox(geometry.boundingBox())
    except QgsCsException as error:
        cannot = QCoreApplication.translate(
            "ReviewDock", "This landslide lies where the map's coordinate system is not defined; choose another one "
            "for the project.",
        )  # fmt: skip
        raise ScarpError(cannot) from error
    if pan_only:
        canvas.setCenter(box.center())
    else:
        box.scale(AROUND)
        canvas.setExtent(box)
    canvas.refresh()
    canvas.flashGeometries([geometry], layer.crs(), flashes=FLASHES, duration=FLASH_MS)


class ClearSelection:
    """Lets the image be seen through what is selected, while landslides are under review.

    Args:
        canvas: whose selection it is.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._before: QColor | None = None

    def begin(self) -> None:
        """Make the selection's fill see-through."""
        before = self._canvas.selectionColor()
        if self._before is None and before.alpha() > SELECTION_ALPHA:
            self._before, clear = before, QColor(before)
            clear.setAlpha(SELECTION_ALPHA)
            self._canvas.setSelectionColor(clear)

    def end(self) -> None:
        """Give the selection back its colour, unless another was set in the meantime."""
        if self._before is not None and self._canvas.selectionColor().alpha() == SELECTION_ALPHA:
            self._canvas.setSelectionColor(self._before)
        self._before = None
