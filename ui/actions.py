"""The menu entries, the toolbar button, and what the button opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .missing import warn_if_missing
from .options import ScarpOptionsFactory
from .panel import LandslidePanel
from .settings import SECTION

ICON = Path(__file__).parent.parent / "resources" / "icons" / "scarp.svg"
MENU = "Scarp"
ALGORITHM = "scarp:extractlandslides"
TRAINING, INSTANCE_TRAINING = "scarp:trainunet", "scarp:trainmaskrcnn"
AREA, IS_OPEN = f"{SECTION}/panel_area", f"{SECTION}/panel_open"
"""Where the panel is and whether it is open, for when the plugin is loaded while QGIS is running: what QGIS itself
keeps of its panels, it restores at its start only."""
AREAS = {"left": Qt.DockWidgetArea.LeftDockWidgetArea, "right": Qt.DockWidgetArea.RightDockWidgetArea}


class ScarpActions:
    """Entries that open Scarp's algorithms, and the panel with the button that shows and hides it.

    Args:
        iface: of QGIS.

    Attributes:
        panel: the dock.
        toggle: shows and hides it.
        extract, train, train_instances: open dialogs of algorithms.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self.toggle = self._entry(
            "ScarpTogglePanel", QCoreApplication.translate("ScarpActions", "Landslide panel"),
            QCoreApplication.translate("ScarpActions", "Show or hide the landslide panel (Scarp)"),
        )  # fmt: skip
        iface.addToolBarIcon(self.toggle)
        self.extract = self._entry(
            "ScarpExtractLandslides", QCoreApplication.translate("ScarpActions", "Extract landslides…"),
            QCoreApplication.translate("ScarpActions", "Extract landslides from an image (Scarp)"), open_extraction,
        )  # fmt: skip
        self.train = self._entry(
            "ScarpTrainModel", QCoreApplication.translate("ScarpActions", "Train a model…"),
            QCoreApplication.translate("ScarpActions", "Train a model on your own landslides (Scarp)"), open_training,
        )  # fmt: skip
        self.train_instances = self._entry(
            "ScarpTrainMaskRCNN", QCoreApplication.translate("ScarpActions", "Train a Mask R-CNN model…"),
            QCoreApplication.translate("ScarpActions", "Train a model that finds landslides one by one (Scarp)"),
            open_instance_training,
        )  # fmt: skip
        self.panel = LandslidePanel(iface, iface.mainWindow())
        self._add_panel()
        self._factory = ScarpOptionsFactory(iface, self.panel.runs, self.panel.state)
        iface.registerOptionsWidgetFactory(self._factory)
        self._missing = warn_if_missing(iface)

    def _entry(self, name: str, title: str, tip: str, act: Callable[[], None] | None = None) -> QAction:
        """A menu entry."""
        action = QAction(QIcon(str(ICON)), title, self._iface.mainWindow())
        action.setObjectName(name)
        action.setToolTip(tip)
        if act is not None:
            action.triggered.connect(act)
        self._iface.addPluginToRasterMenu(MENU, action)
        return action

    def _add_panel(self) -> None:
        """Put the panel where it was; at its start, QGIS knows better and moves it after this."""
        settings = QgsSettings()
        area = AREAS.get(settings.value(AREA, "right", str), AREAS["right"])
        self._iface.addDockWidget(area, self.panel)
        self.panel.setVisible(settings.value(IS_OPEN, False, bool))
        self.panel.setToggleVisibilityAction(self.toggle)

    def _keep_place(self) -> None:
        settings, area = QgsSettings(), self._iface.mainWindow().dockWidgetArea(self.panel)
        settings.setValue(IS_OPEN, not self.panel.isHidden())
        for name, value in AREAS.items():
            if value == area:
                settings.setValue(AREA, name)

    def remove(self) -> None:
        """Take it all back; what runs is cancelled."""
        self._missing.close()
        self._iface.unregisterOptionsWidgetFactory(self._factory)
        self._keep_place()
        self.panel.close_panel()
        self._iface.removeDockWidget(self.panel)
        self.panel.deleteLater()
        self._iface.removeToolBarIcon(self.toggle)
        for action in (self.toggle, self.extract, self.train, self.train_instances):
            self._iface.removePluginRasterMenu(MENU, action)
            action.deleteLater()


def open_extraction() -> None:
    """Open the algorithm's dialog."""
    import processing

    processing.execAlgorithmDialog(ALGORITHM)


def open_training() -> None:
    """Open the dialog of the training."""
    import processing

    processing.execAlgorithmDialog(TRAINING)


def open_instance_training() -> None:
    """Open the dialog of the training of a Mask R-CNN."""
    import processing

    processing.execAlgorithmDialog(INSTANCE_TRAINING)
