"""What the steps of the panel share: the layers and the model that are chosen."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

IMAGE, PRE_EVENT, DEM, ROIS, PROBABILITY, REFERENCE, LANDSLIDES = (
    "image", "pre_event", "dem", "rois", "probability", "reference", "landslides"
)  # fmt: skip
"""What a layer serves for."""
RASTERS, POLYGONS = (IMAGE, PRE_EVENT, DEM, PROBABILITY), (ROIS, LANDSLIDES)
"""What is a raster layer, and what one of polygons; a reference may be either."""


class PanelState(QObject):
    """Which layer serves for what, and which model is used.

    Layers are known by their ids, so that one that the analyst removes is let go of.

    Args:
        project: whose layers they are.
        parent: of the object.

    Attributes:
        layer_changed: the layer of a role is another one, or gone; with the role.
        model_changed: the model is another one; with its name.
        models_changed: a model was added or removed.
    """

    layer_changed = pyqtSignal(str)
    model_changed = pyqtSignal(str)
    models_changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self._ids: dict[str, str] = {}
        self._model = "auto"
        project.layersWillBeRemoved.connect(self._forget)

    def layer(self, role: str) -> QgsMapLayer | None:
        """The layer that serves for this; nothing where none does."""
        return self.project.mapLayer(self._ids[role]) if role in self._ids else None

    def raster(self, role: str) -> QgsRasterLayer | None:
        """The same, where it is a raster."""
        layer = self.layer(role)
        return layer if isinstance(layer, QgsRasterLayer) else None

    def vector(self, role: str) -> QgsVectorLayer | None:
        """The same, where it is a vector layer."""
        layer = self.layer(role)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def set_layer(self, role: str, layer: QgsMapLayer | None) -> None:
        """Have a layer of the project serve for this, or none."""
        found = layer.id() if layer is not None else ""
        if found == self._ids.get(role, ""):
            return
        if found:
            self._ids[role] = found
        else:
            del self._ids[role]
        self.layer_changed.emit(role)

    @property
    def model(self) -> str:
        """Name of the model, as ``scarp:extractlandslides`` takes it."""
        return self._model

    def set_model(self, name: str) -> None:
        """Use another model."""
        if name != self._model:
            self._model = name
            self.model_changed.emit(name)

    def _forget(self, ids: list[str]) -> None:
        """Let go of layers that leave the project."""
        for role in [role for role, layer in self._ids.items() if layer in ids]:
            del self._ids[role]
            self.layer_changed.emit(role)

    def close(self) -> None:
        """Listen to the project no longer."""
        self.project.layersWillBeRemoved.disconnect(self._forget)
