"""Take pictures of the panel inside a real QGIS: from an empty project to landslides under review, step by step.

QGIS runs it by ``--code`` with the plugin enabled, in a profile of its own; it writes ``panel_image.png``,
``panel_train.png``, ``panel_0.20.png``, ``panel_0.50.png``, ``panel_0.80.png`` and ``panel_review.png`` to the folder
$SHOT_DIR, and what happened to ``shot.log`` there, READY as the last line: number and area of the pixels at each
threshold, and of the polygons that are made at it.

$SCARP_SHOT_SCENE names the image (else the sample event is made), $SCARP_ENVIRONMENT the environment that holds
onnxruntime.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QPushButton
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["SHOT_DIR"])
WIDTH, HEIGHT = 1600, 1000
THRESHOLDS = (0.2, 0.5, 0.8)
MOMENT_MS = 500


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


def when(condition: Callable[[], bool], step: Callable[[], None]) -> None:
    """Go on when a condition holds."""
    later(MOMENT_MS, step if condition() else lambda: when(condition, step))


def scene() -> Path:
    """The image."""
    if given := os.environ.get("SCARP_SHOT_SCENE"):
        return Path(given)
    from scarp.models.sample_event import sample_event, write_sample_event

    return write_sample_event(sample_event(), FOLDER / "event").post_event


class Pictures:
    """The steps, each begun when QGIS has drawn the one before."""

    def begin(self) -> None:
        """Show the image and the panel."""
        window = iface.mainWindow()
        window.setGeometry(0, 0, WIDTH, HEIGHT)
        for dock in window.findChildren(QDockWidget):
            dock.setVisible(dock.objectName() in ("Layers", "ScarpPanel"))
        self.panel = window.findChild(QDockWidget, "ScarpPanel")
        self.image, self.train, self.extract, self.threshold = self.panel.steps
        window.resizeDocks([self.panel], [430], Qt.Orientation.Horizontal)
        layer = QgsRasterLayer(str(scene()), "Post-event image")
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().setCrs(layer.crs())
        iface.mapCanvas().setExtent(layer.extent())
        self.fold(self.image, self.extract)
        when(lambda: not list(self.panel.runs), self.picture_of_the_image)

    def fold(self, *open_ones: object) -> None:
        """Fold all steps but some."""
        for step in self.panel.steps:
            step.setCollapsed(step not in open_ones)

    def take(self, name: str) -> None:
        """Take a picture of the window."""
        iface.mapCanvas().waitWhileRendering()
        iface.mainWindow().grab().save(str(FOLDER / f"panel_{name}.png"))

    def picture_of_the_image(self) -> None:
        """Take it, and look at the training."""
        self.take("image")
        self.fold(self.train)
        later(2000, self.picture_of_the_training)

    def picture_of_the_training(self) -> None:
        """Take it, and extract."""
        self.take("train")
        self.fold(self.extract, self.threshold)
        self.extract.extract.click()
        later(2000, lambda: when(lambda: not list(self.panel.runs), lambda: later(4000, self.slide)))

    def slide(self) -> None:
        """Move the slider to the next threshold, or go on to the review."""
        self.fold(self.threshold)
        taken = len(list(FOLDER.glob("panel_0.*.png")))
        if taken == len(THRESHOLDS):
            later(MOMENT_MS, self.review)
            return
        threshold = THRESHOLDS[taken]
        self.threshold.controls.slider.setValue(round(100 * threshold))
        later(3000, lambda: self.make_polygons(threshold))

    def make_polygons(self, threshold: float) -> None:
        """Take the picture, and make the polygons of what is seen."""
        self.take(f"{threshold:.2f}")
        (button,) = [each for each in self.threshold.findChildren(QPushButton) if "olygons" in each.text()]
        button.click()
        later(1000, lambda: when(lambda: not list(self.panel.runs), lambda: self.compare(threshold)))

    def compare(self, threshold: float) -> None:
        """Say what the panel shows and what the polygons have."""
        layer = self.panel.state.vector("landslides")
        area_m2 = sum(feature["area_m2"] for feature in layer.getFeatures())
        shown = self.threshold.controls.amount.text()
        say(f"{threshold:.2f}: shown {shown}; {layer.featureCount()} polygons of {area_m2 / 1e4:.4f} ha")
        later(MOMENT_MS, self.slide)

    def review(self) -> None:
        """Open the review on the polygons."""
        self.panel.open_review.trigger()
        later(5000, self.end)

    def end(self) -> None:
        """Take the last picture."""
        self.take("review")
        say("READY")


if "scarp" in plugins:
    later(4000, Pictures().begin)
else:
    say("The plugin is not enabled.\nREADY")
