"""The menu entries and the toolbar button."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

ICON = Path(__file__).parent.parent / "resources" / "icons" / "scarp.svg"
MENU = "Scarp"
ALGORITHM = "scarp:extractlandslides"
TRAINING, INSTANCE_TRAINING = "scarp:trainunet", "scarp:trainmaskrcnn"


class ScarpActions:
    """Entries that open Scarp's algorithms.

    Args:
        iface: of QGIS.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        title = QCoreApplication.translate("ScarpActions", "Extract landslides…")
        self.extract = QAction(QIcon(str(ICON)), title, iface.mainWindow())
        self.extract.setObjectName("ScarpExtractLandslides")
        self.extract.setToolTip(QCoreApplication.translate("ScarpActions", "Extract landslides from an image (Scarp)"))
        self.extract.triggered.connect(open_extraction)
        iface.addPluginToRasterMenu(MENU, self.extract)
        iface.addToolBarIcon(self.extract)
        title = QCoreApplication.translate("ScarpActions", "Train a model…")
        self.train = QAction(QIcon(str(ICON)), title, iface.mainWindow())
        self.train.setObjectName("ScarpTrainModel")
        tip = QCoreApplication.translate("ScarpActions", "Train a model on your own landslides (Scarp)")
        self.train.setToolTip(tip)
        self.train.triggered.connect(open_training)
        iface.addPluginToRasterMenu(MENU, self.train)
        title = QCoreApplication.translate("ScarpActions", "Train a Mask R-CNN model…")
        self.train_instances = QAction(QIcon(str(ICON)), title, iface.mainWindow())
        self.train_instances.setObjectName("ScarpTrainMaskRCNN")
        tip = QCoreApplication.translate("ScarpActions", "Train a model that finds landslides one by one (Scarp)")
        self.train_instances.setToolTip(tip)
        self.train_instances.triggered.connect(open_instance_training)
        iface.addPluginToRasterMenu(MENU, self.train_instances)

    def remove(self) -> None:
        """Take them back."""
        self._iface.removePluginRasterMenu(MENU, self.extract)
        self._iface.removeToolBarIcon(self.extract)
        self.extract.deleteLater()
        for action in (self.train, self.train_instances):
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
