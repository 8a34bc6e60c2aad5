"""Draw ROIs with QGIS's own tools: their layer, the class that is drawn, and how many there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsTask,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from . import messages, roi_layer
from .drawn_class import DrawnClass, class_keys
from .notice import Notice
from .roi_advice import Advice, advice
from .roi_classes_table import RoiClassesTable
from .roi_summary import RoiSummary
from .state import IMAGE, ROIS, PanelState

NARROWEST = 8
"""Letters that are seen in any case: names of layers are long, and the panel is not."""


class RoiDrawing(QWidget):
    """Makes or chooses the layer of ROIs, and switches on QGIS's tools to draw on it.

    Args:
        iface: of QGIS.
        state: of the panel.
        parent: of the widget.

    Attributes:
        layer: which layer holds the ROIs.
        new: makes one.
        field: of the layer, that holds the class; hidden for layers that were made here.
        table: the classes, with what there is of each.
        draw: switches the tools on.
        save: saves the edits.
        notice: what went wrong.
        summary: of the ROIs.
    """

    def __init__(self, iface: QgisInterface, state: PanelState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iface, self._state = iface, state
        self._watched: QgsVectorLayer | None = None
        self._class, self._field = DrawnClass(), ""
        self._advice: list[Notice] = []
        self._task: QgsTask | None = None
        self.summary = RoiSummary(state.project, self)
        self._build()
        self._keys = class_keys(self.choose_class, self)
        self.add_keys(iface.mapCanvas())
        self.layer.layerChanged.connect(self._choose)
        self.field.activated.connect(self._choose_field)
        self.table.chosen.connect(self.choose_class)
        self.new.clicked.connect(self.new_layer)
        self.draw.clicked.connect(self.start_drawing)
        self.save.clicked.connect(self.save_edits)
        self.summary.changed.connect(self._show)
        state.layer_changed.connect(self._follow)
        state.project.layersAdded.connect(self._find_own)
        state.project.fileNameChanged.connect(self._show_place)
        self._find_own(list(state.project.mapLayers().values()))
        self._follow(ROIS)
        self._follow(IMAGE)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("RoiDrawing", text)

    def _build(self) -> None:
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setAllowEmptyLayer(True, self.tr("Choose a layer of ROIs"))
        self.layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layer.setMinimumContentsLength(NARROWEST)
        self.layer.setAccessibleName(self.tr("ROI layer"))
        self.layer.setToolTip(self.tr("Polygons drawn on landslides, and on ground that is none."))
        self.new = QPushButton(QgsApplication.getThemeIcon("/mActionNewGeoPackageLayer.svg"), self.tr("&New"), self)
        self._field_label = QLabel(self.tr("&Class field"), self)
        self.field = QgsFieldComboBox(self)
        self.field.setAllowEmptyFieldName(True)
        self.field.setToolTip(
            self.tr("Field that says the class: landslide or 1, background or 0. None: all polygons are landslides.")
        )
        self._field_label.setBuddy(self.field)
        self.table = RoiClassesTable(self)
        self.draw = QPushButton(QgsApplication.getThemeIcon("/mActionCapturePolygon.svg"), self.tr("&Draw"), self)
        self.draw.setToolTip(
            self.tr("Draw polygons of the class that is chosen, with QGIS's tools: click for corners, right-click to "
                    "finish. Nothing is asked; the keys 1, 2 and 3 change the class, Ctrl+Z undoes.")
        )  # fmt: skip
        self.save = QPushButton(QgsApplication.getThemeIcon("/mActionSaveEdits.svg"), self.tr("&Save Edits"), self)
        self.save.setToolTip(self.tr("Write what was drawn into the layer's file, and go on drawing."))
        self.notice = Notice(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widgets in ((self.layer, self.new), (self._field_label, self.field)):
            row = QHBoxLayout()
            for widget in widgets:
                row.addWidget(widget, int(isinstance(widget, QComboBox)))
            self._column.addLayout(row)
        self._column.addWidget(self.table)
        row = QHBoxLayout()
        for button in (self.draw, self.save):
            row.addWidget(button, 1)
        self._column.addLayout(row)
        self._column.addWidget(self.notice)

    def add_keys(self, widget: QWidget) -> None:
        """Have the keys work while a widget or one in it has the focus, but for one that is typed into."""
        widget.addActions(self._keys)

    @property
    def class_field(self) -> str:
        """Name of the field that holds the class; empty where all ROIs are landslides."""
        return self._field

    def new_layer(self) -> None:
        """Make a layer beside the project or the image, and draw on it; where neither can be, the analyst is asked."""
        image = self._state.raster(IMAGE)
        if image is None or self._task is not None:
            return
        folder = roi_layer.folder_for(self._state.project, image)
        if folder is None:
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the ROI Layer"))
            if not chosen:
                return
            folder = Path(chosen)
        self._make(roi_layer.free_path(folder, image), image.crs())

    def _make(self, path: Path, crs: QgsCoordinateReferenceSystem) -> None:
        """Write the file in the background, and draw on it."""

        def made(error: Exception | None, _: None = None) -> None:
            if sip.isdeleted(self):
                return  # the plugin was unloaded meanwhile
            self._task = None
            self._show_place()
            if error is not None:
                self._say(str(error))
                return
            layer, project = roi_layer.opened(path, crs), self._state.project
            project.addMapLayer(layer)
            was_snapping = roi_layer.switch_snapping_off(project, layer)
            self._state.set_layer(ROIS, layer)
            said = self.tr("The ROI layer is the file {}.").format(path)
            said += " " + self.tr("Snapping was switched off.") if was_snapping else ""
            messages.show(self._iface, said, Qgis.MessageLevel.Success)
            self.start_drawing()

        title = self.tr("Make a ROI layer: {}").format(path.stem)
        self._task = QgsTask.fromFunction(title, lambda task: roi_layer.write(path, crs), on_finished=made)
        self._show_place()
        QgsApplication.taskManager().addTask(self._task)

    def start_drawing(self) -> None:
        """Switch on QGIS's tool to add polygons to the layer."""
        layer = self._state.vector(ROIS)
        if layer is None:
            return
        if not layer.isEditable() and not layer.startEditing():
            locked = self.tr('The layer "{}" cannot be edited; choose another, or make a new one.')
            self._say(locked.format(layer.name()))
            return
        self._say("")
        self._class.set_on(layer, self._field)
        node = self._state.project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        self._iface.setActiveLayer(layer)
        self._iface.actionAddFeature().trigger()
        self._iface.mapCanvas().setFocus()

    def save_edits(self) -> None:
        """Write the edits into the file; the layer stays editable."""
        layer = self._state.vector(ROIS)
        if layer is not None and layer.isEditable():
            saved = layer.commitChanges(False)
            self._say("" if saved else "\n".join(layer.commitErrors()))

    def choose_class(self, value: str, *_: Any) -> None:
        """Draw another class from now on.

        Args:
            value: one of ``roi_layer.CLASSES``.
        """
        self._class.value = value
        self.table.choose(value)
        layer = self._state.vector(ROIS)
        if layer is not None and layer.isEditable():
            self._class.set_on(layer, self._field)

    def _choose(self, layer: QgsMapLayer | None) -> None:
        self._state.set_layer(ROIS, layer)

    def _choose_field(self, *_: Any) -> None:
        if self._watched is not None:
            self._class.give_back(self._watched)
        self._field = str(self.field.currentField() or "")
        self.summary.set_layer(self._watched, self._field)

    def _keep_field(self) -> None:
        """QGIS's list of fields forgets which one is chosen whenever a field is another one."""
        layer = self._watched
        if layer is not None and self._field not in ("", *layer.fields().names()):
            self._field = roi_layer.class_field(layer)
            self.summary.set_layer(layer, self._field)
        self.field.setField(self._field)

    def _follow(self, role: str) -> None:
        """Show the layers that serve for this now."""
        if role == IMAGE:
            self.summary.set_image(self._state.raster(IMAGE))
            self._show_place()
        elif role == ROIS:
            layer = self._state.vector(ROIS)
            if self.layer.currentLayer() is not layer:
                self.layer.setLayer(layer)
            self._watch(layer)

    def _watch(self, layer: QgsVectorLayer | None) -> None:
        """Follow a layer's edits."""
        if self._watched is not None:
            self._class.give_back(self._watched)
            self._watched.editingStarted.disconnect(self._show)
            self._watched.editingStopped.disconnect(self._show)
            self._watched.updatedFields.disconnect(self._keep_field)
        self._watched = layer
        self._field = roi_layer.class_field(layer) if layer is not None else ""
        self.field.setLayer(layer)
        self.field.setField(self._field)
        self._say("")
        if layer is not None:
            layer.editingStarted.connect(self._show)
            layer.editingStopped.connect(self._show)
            layer.updatedFields.connect(self._keep_field)
        self.summary.set_layer(layer, self._field)

    def _find_own(self, layers: list[QgsMapLayer]) -> None:
        """Where there is no layer of ROIs yet, take one that was made here, as after a project was opened."""
        if self._state.vector(ROIS) is None:
            own = (layer for layer in layers if layer.customProperty(roi_layer.MARK))
            self._state.set_layer(ROIS, next(own, None))

    def _show(self) -> None:
        """Show what there is, and what can be done."""
        layer = self._watched
        is_own = layer is not None and bool(layer.customProperty(roi_layer.MARK))
        for widget in (self._field_label, self.field):
            widget.setVisible(layer is not None and not is_own)
        self.draw.setEnabled(layer is not None)
        self.save.setEnabled(layer is not None and layer.isEditable() and layer.isModified())
        for key in self._keys:
            key.setEnabled(layer is not None and layer.isEditable())
        self.table.setVisible(layer is not None)
        self.table.show_summary(self.summary.summary, bool(self.class_field))
        self._show_advice(advice(self.summary.summary, bool(self.class_field)) if layer is not None else [])

    def _show_place(self) -> None:
        """Say where a new layer goes."""
        image = self._state.raster(IMAGE)
        self.new.setEnabled(image is not None and self._task is None)
        folder = roi_layer.folder_for(self._state.project, image)
        if image is None:
            said = self.tr("Choose an image in step 1; ROIs are drawn on it.")
        elif folder is None:
            said = self.tr("Make a new layer of ROIs and draw on it; you are asked for its folder.")
        else:
            path = roi_layer.free_path(folder, image)
            said = self.tr("Make a new layer of ROIs and draw on it: {}").format(path)
        self.new.setToolTip(said)

    def _show_advice(self, found: list[Advice]) -> None:
        while len(self._advice) < len(found):
            notice = Notice(self)
            self._advice.append(notice)
            self._column.addWidget(notice)
        for number, notice in enumerate(self._advice):
            each = found[number] if number < len(found) else Advice("", Qgis.MessageLevel.Info)
            if (notice.label.text(), notice.isHidden()) != (each.text, not each.text):
                notice.say(each.text, each.level)

    def _say(self, text: str) -> None:
        """Say what went wrong, here and above the canvas."""
        self.notice.say(text, Qgis.MessageLevel.Critical)
        if text:
            messages.show(self._iface, text, Qgis.MessageLevel.Critical)

    def close_drawing(self) -> None:
        """Take back the keys, and what was set on the layer."""
        self._watch(None)
        self._state.project.layersAdded.disconnect(self._find_own)
        self._state.project.fileNameChanged.disconnect(self._show_place)
        for key in self._keys:
            self._iface.mapCanvas().removeAction(key)
