"""Take the pictures of the README inside a real QGIS: the toolbox with both layers on the canvas, and the dialog.

QGIS runs it by ``--code`` with the plugin enabled, in a profile of its own; it writes ``qgis.png`` and ``dialog.png``
to the folder $SHOT_DIR, and what happened to ``shot.log`` there, READY as the last line.

$SCARP_SHOT_SCENE names the image (else the sample event is made), $SCARP_SHOT_MODEL an .onnx file (else the bundled
model that fits), $SCARP_ENVIRONMENT the environment that holds onnxruntime.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from pathlib import Path

import processing
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QLineEdit, QPushButton, QTreeView
from qgis.utils import iface

FOLDER = Path(os.environ["SHOT_DIR"])
ALGORITHM = "scarp:extractlandslides"
WIDTH, HEIGHT = 1600, 1000


def say(text: str) -> None:
    """Write to the log."""
    with (FOLDER / "shot.log").open("a", encoding="utf-8") as log:
        log.write(text + "\n")


def later(milliseconds: int, step: Callable[[], None]) -> None:
    """Go on when QGIS has drawn; an error ends it."""

    def guarded() -> None:
        try:
            step()
        except Exception:
            say(traceback.format_exc() + "READY")

    QTimer.singleShot(milliseconds, guarded)


def scene() -> Path:
    """The image."""
    if given := os.environ.get("SCARP_SHOT_SCENE"):
        return Path(given)
    from scarp.models.sample_event import sample_event, write_sample_event

    return write_sample_event(sample_event(), FOLDER / "event").post_event


class Pictures:
    """The steps, each begun when QGIS has drawn the one before."""

    def begin(self) -> None:
        """Show the image and the toolbox."""
        window = iface.mainWindow()
        window.setGeometry(0, 0, WIDTH, HEIGHT)
        for dock in window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in ("Layers", "ProcessingToolbox"))
            dock.setMinimumWidth(400)
        toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
        toolbox.findChild(QLineEdit).setText("landslide")
        toolbox.findChild(QTreeView).expandAll()
        image = scene()
        layer = QgsRasterLayer(str(image), "Post-event image")
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().setCrs(layer.crs())
        iface.mapCanvas().setExtent(layer.extent())
        values = {"INPUT": layer.id(), "PROBABILITY": "TEMPORARY_OUTPUT", "OUTPUT": "TEMPORARY_OUTPUT"}
        if model := os.environ.get("SCARP_SHOT_MODEL"):
            values["MODEL_FILE"] = model
        self.dialog = processing.createAlgorithmDialog(ALGORITHM, values)
        self.dialog.resize(1040, 900)
        self.dialog.show()
        later(3000, self.picture_of_the_dialog)

    def picture_of_the_dialog(self) -> None:
        """Take it, and press Run."""
        self.dialog.grab().save(str(FOLDER / "dialog.png"))
        self.dialog.algorithmFinished.connect(lambda *_: later(4000, self.picture_of_qgis))
        (run,) = [button for button in self.dialog.findChildren(QPushButton) if button.text().strip("&") == "Run"]
        run.click()

    def picture_of_qgis(self) -> None:
        """Take it, with the results on the canvas."""
        self.dialog.grab().save(str(FOLDER / "log.png"))
        self.dialog.close()
        canvas = iface.mapCanvas()
        canvas.zoomByFactor(0.55)
        canvas.waitWhileRendering()
        later(4000, self.end)

    def end(self) -> None:
        """Take the last picture."""
        iface.mainWindow().grab().save(str(FOLDER / "qgis.png"))
        say("READY")


later(4000, Pictures().begin)
