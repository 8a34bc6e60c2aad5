"""Some of an algorithm's parameters as a form, with QGIS's own widgets for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsApplication, QgsProcessingContext
from qgis.gui import QgsGui, QgsProcessingGui
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QWidget


class ParameterForm(QWidget):
    """A row for each parameter: titles, choices, limits and tooltips are those of the algorithm's definitions.

    Args:
        algorithm: its id; the form is empty where there is none of that id.
        names: of the parameters, in order.
        parent: of the widget.

    Attributes:
        changed: another value was filled in.
        layout_of_rows: that the rows are in, for more of them.
    """

    changed = pyqtSignal()

    def __init__(self, algorithm: str, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layout_of_rows = QFormLayout(self)
        self.layout_of_rows.setContentsMargins(0, 0, 0, 0)
        self.layout_of_rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._context = QgsProcessingContext()
        # It owns the definitions that the widgets are of.
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
        self._wrappers = {}
        self._widgets: dict[str, QWidget] = {}
        for name in names if self._algorithm is not None else ():
            wrapper = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(
                self._algorithm.parameterDefinition(name), QgsProcessingGui.WidgetType.Standard
            )
            widget, label = wrapper.createWrappedWidget(self._context), wrapper.createWrappedLabel()
            widget.setObjectName(name)
            wrapper.widgetValueHasChanged.connect(self._tell)
            self._wrappers[name], self._widgets[name] = wrapper, widget
            if label is None:  # what can be ticked says itself what it is
                self.layout_of_rows.addRow(widget)
            else:
                self.layout_of_rows.addRow(label, widget)

    def _tell(self) -> None:
        self.changed.emit()

    def names(self) -> list[str]:
        """Names of the parameters that have a row."""
        return list(self._wrappers)

    def widget(self, name: str) -> QWidget:
        """The widget of a parameter."""
        return self._widgets[name]

    def values(self) -> dict[str, Any]:
        """What is filled in, for ``processing.run``; what is left empty is left out."""
        found = {name: wrapper.parameterValue() for name, wrapper in self._wrappers.items()}
        # An empty QVariant, as PyQt gives it for what has no value, is no string or number.
        return {name: value for name, value in found.items() if isinstance(value, (str, int, float)) and value != ""}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill in some; what the form has no row for is left out."""
        for name, value in values.items():
            if name in self._wrappers:
                self._wrappers[name].setParameterValue(value, self._context)

    def clear(self) -> None:
        """Go back to what the algorithm has as defaults."""
        for name, wrapper in self._wrappers.items():
            wrapper.setParameterValue(self._algorithm.parameterDefinition(name).defaultValue(), self._context)
