"""Take the pictures of the tutorial inside a real QGIS: ROIs, the training's dialog and log, and what it changes.

QGIS runs it by ``--code`` with the plugin enabled, in a profile of its own, as it runs ``take.py``. It makes the
sample event, draws its northern 60 % as ROIs, trains with the preset "quick", extracts the rest before and after, and
writes ``rois.png``, ``train.png``, ``training.png``, ``before.png`` and ``after.png``, the report of the
training and the sweep of the thresholds to the folder $SHOT_DIR, and what happened to ``shot.log`` there, READY as the
last line.

$SCARP_ENVIRONMENT is the environment that holds the packages for training.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import processing
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QDockWidget, QPushButton
from qgis.utils import iface

FOLDER = Path(os.environ["SHOT_DIR"])
WIDTH, HEIGHT = 1600, 1000
SHARE = 0.6


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


def picture(name: str) -> None:
    """Of the whole window."""
    iface.mainWindow().grab().save(str(FOLDER / name))


def draw_errors(errors: Path, image: QgsRasterLayer, extent: QgsRectangle, width: int = 900) -> QImage:
    """An error map over its image."""
    import scarp

    layer = QgsRasterLayer(str(errors), "Errors")
    layer.loadNamedStyle(str(Path(scarp.__file__).parent / "resources" / "styles" / "error_map.qml"))
    settings = QgsMapSettings()
    settings.setLayers([layer, image])
    settings.setExtent(extent)
    settings.setOutputSize(QSize(width, round(width * extent.height() / extent.width())))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


class Pictures:
    """The steps, each begun when QGIS has drawn the one before."""

    def begin(self) -> None:
        """Show the image with its ROIs."""
        from scarp.models.sample_event import sample_event, write_sample_event

        window = iface.mainWindow()
        window.setGeometry(0, 0, WIDTH, HEIGHT)
        for dock in window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() == "Layers")
        self.files = write_sample_event(sample_event(), FOLDER / "event")
        self.image = QgsRasterLayer(str(self.files.post_event), "Post-event image")
        QgsProject.instance().addMapLayer(self.image)
        QgsProject.instance().setCrs(self.image.crs())
        extent = self.image.extent()
        cut = extent.yMaximum() - SHARE * extent.height()
        self.north = QgsRectangle(extent.xMinimum(), cut, extent.xMaximum(), extent.yMaximum())
        self.south = QgsRectangle(extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), cut)
        self.rois = self._rois()
        QgsProject.instance().addMapLayer(self.rois)
        iface.mapCanvas().setExtent(self.image.extent())
        iface.mapCanvas().waitWhileRendering()
        later(3000, self.open_the_dialog)

    def _rois(self) -> QgsVectorLayer:
        """The landslides of the north, with their class."""
        found = processing.run(
            "native:extractbyextent",
            {"INPUT": str(self.files.landslides), "EXTENT": self.north, "CLIP": True, "OUTPUT": "TEMPORARY_OUTPUT"},
        )["OUTPUT"]
        made = processing.run(
            "native:fieldcalculator",
            {"INPUT": found, "FIELD_NAME": "class", "FIELD_TYPE": 2, "FORMULA": "'landslide'",
             "OUTPUT": str(FOLDER / "rois.gpkg")},
        )["OUTPUT"]  # fmt: skip
        layer = QgsVectorLayer(made, "ROIs", "ogr")
        symbol = QgsFillSymbol.createSimple({"color": "#e34a33", "outline_color": "#ffffff", "style": "b_diagonal"})
        category = QgsRendererCategory("landslide", symbol, "landslide")
        layer.setRenderer(QgsCategorizedSymbolRenderer("class", [category]))
        return layer

    def open_the_dialog(self) -> None:
        """Take the picture of the ROIs, and open the training's dialog."""
        picture("rois.png")
        # The image's north alone, where every landslide is drawn: the south stays unseen.
        clipped = processing.run(
            "gdal:cliprasterbyextent",
            {"INPUT": self.image, "PROJWIN": self.north, "OUTPUT": str(FOLDER / "training_area.tif")},
        )["OUTPUT"]
        self.area = QgsRasterLayer(clipped, "Training area")
        QgsProject.instance().addMapLayer(self.area, False)
        values: dict[str, Any] = {
            "INPUT": [self.area.id()], "ROIS": [self.rois.id()], "CLASS_FIELD": "class", "REST": "background",
            "SPLIT": "blocks", "SHARE": 0.75, "PRESET": "quick", "NAME": "my_valley",
        }  # fmt: skip
        self.dialog = processing.createAlgorithmDialog("scarp:trainunet", values)
        self.dialog.resize(1100, 900)
        self.dialog.show()
        later(3000, self.train)

    def train(self) -> None:
        """Take the picture of the dialog, and press Run."""
        self.dialog.grab().save(str(FOLDER / "train.png"))
        self.dialog.algorithmFinished.connect(lambda done, results: later(2000, lambda: self.trained(done, results)))
        (run,) = [button for button in self.dialog.findChildren(QPushButton) if button.text().strip("&") == "Run"]
        run.click()

    def trained(self, done: bool, results: dict[str, Any]) -> None:
        """Take the picture of the log; extract before and after."""
        self.dialog.grab().save(str(FOLDER / "training.png"))
        self.dialog.close()
        say(f"trained: {done} {results}")
        for name, model in (("before", "unet"), ("after", "my_valley")):
            found = processing.run(
                "scarp:extractlandslides",
                {"INPUT": self.image, "MODEL": model, "EXTENT": self.south, "PROBABILITY": str(FOLDER / f"{name}.tif"),
                 "OUTPUT": str(FOLDER / f"{name}.gpkg")},
            )  # fmt: skip
            scores = processing.run(
                "scarp:evaluateextraction",
                {"EXTRACTION": str(FOLDER / f"{name}.tif"), "THRESHOLD": found["THRESHOLD_USED"],
                 "REFERENCE": str(self.files.landslides), "IMAGE": self.image, "EXTENT": self.south,
                 "ERROR_MAP": str(FOLDER / f"{name}_errors.tif"), "REPORT": str(FOLDER / f"{name}.html")},
            )  # fmt: skip
            say(f"{name}: " + ", ".join(f"{key} {scores[key]:.3f}" for key in ("PRECISION", "RECALL", "F1", "IOU")))
        processing.run(
            "scarp:thresholdsweep",
            {"INPUT": str(FOLDER / "after.tif"), "REFERENCE": str(self.files.landslides),
             "REPORT": str(FOLDER / "sweep.html"), "TABLE": str(FOLDER / "sweep.csv")},
        )  # fmt: skip
        for name in ("before", "after"):
            draw_errors(FOLDER / f"{name}_errors.tif", self.image, self.south).save(str(FOLDER / f"{name}.png"))
        say("READY")


later(4000, Pictures().begin)
