"""The class of what is drawn next: set on the layer, and changed by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsDefaultValue, QgsEditFormConfig, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction

from ..engine.contract import LANDSLIDE
from . import roi_layer


@dataclass(frozen=True)
class Before:
    """What a layer had that was not made here.

    Attributes:
        index: of the field that holds the class, -1 for none.
        default: of that field.
        form: of the layer.
    """

    index: int
    default: QgsDefaultValue
    form: QgsEditFormConfig


class DrawnClass:
    """Sets the class on a layer as the default of its field, and gives layers that are others' back as they were.

    Attributes:
        value: one of ``roi_layer.CLASSES``.
    """

    def __init__(self) -> None:
        self.value = LANDSLIDE
        self._before: Before | None = None

    def set_on(self, layer: QgsVectorLayer, field: str) -> None:
        """What is drawn on a layer gets the class.

        Args:
            layer: of ROIs.
            field: that holds the class; empty where all are landslides.
        """
        if self._before is None and not layer.customProperty(roi_layer.MARK):
            index = layer.fields().lookupField(field)
            default = layer.defaultValueDefinition(index) if index >= 0 else QgsDefaultValue()
            self._before = Before(index, default, layer.editFormConfig())
        roi_layer.set_drawn_class(layer, field, self.value)

    def give_back(self, layer: QgsVectorLayer) -> None:
        """Let a layer have its own form and default value again."""
        before, self._before = self._before, None
        if before is not None:
            layer.setEditFormConfig(before.form)
            if before.index >= 0:
                layer.setDefaultValueDefinition(before.index, before.default)


def class_keys(choose: Callable[[str], None], parent: QObject) -> list[QAction]:
    """Keys 1, 2, ... for the classes; they work in widgets that they are added to, but for one that is typed into.

    Args:
        choose: is called with the class.
        parent: of the actions.
    """
    keys = []
    for number, value in enumerate(roi_layer.CLASSES, 1):
        key = QAction(roi_layer.titles()[value], parent)
        key.setShortcut(QKeySequence(str(number)))
        key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.triggered.connect(partial(choose, value))
        keys.append(key)
    return keys
