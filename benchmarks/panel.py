"""How soon the landslide panel answers: the panel's part of bench.py, in QGIS without a screen.

The slider moves over a probability of 30,000 x 30,000 pixels, drawn above an image on a canvas of 1200 x 800 pixels,
with the layer tree and its legend beside it, as in QGIS's window. A move is timed from the change of the slider's value
until the canvas says that it is drawn. How long the main thread is blocked is the longest time between two beats of a
timer beyond what it should be, while the slider moves and something runs in the background; "idle" is the same with
nothing running, for what the computer itself adds.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import osr
from qgis.core import Qgis, QgsApplication, QgsLayerTreeModel, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLayerTreeView
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QFrame
from scarp.engine.probability import ProbabilityWriter
from scarp.engine.progress import Quiet
from scarp.models.sample_event import sample_event, write_sample_event
from scipy.ndimage import gaussian_filter, zoom

SIDE, CANVAS, ORIGIN, EPSG = 30_000, (1200, 800), (500_000.0, 4_800_000.0), 32654
PATTERN = 3000
"""Side of what the probability repeats."""
MOVES = 30
BEAT_MS = 5
LONGEST_S = 40
"""How long a run in the background is watched; then it is cancelled."""
PAUSE_MS = 100
"""Between two moves of the slider while a run is watched."""


def probability(folder: Path) -> Path:
    """A probability raster with landslides of many sizes, made once."""
    path = folder / f"probability_{SIDE}.tif"
    if path.exists():
        return path
    coarse = gaussian_filter(np.random.default_rng(5).normal(size=(PATTERN // 10, PATTERN // 10)), 6, mode="wrap")
    logit = 6 * (zoom(coarse / coarse.std(), 10, order=1) - 1.8)
    pattern = np.round(100 / (1 + np.exp(-logit))).astype(np.uint8)
    rows = np.tile(pattern, (1, SIDE // PATTERN))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    geotransform = (ORIGIN[0], 1.0, 0.0, ORIGIN[1], 0.0, -1.0)
    with ProbabilityWriter(path, SIDE, SIDE, geotransform, crs.ExportToWkt()) as writer:
        for _ in range(SIDE // PATTERN):
            writer.write(rows)
        writer.finish(Quiet())
    return path


class Watchdog:
    """Beats every few milliseconds in the main thread, and keeps how much too late.

    Attributes:
        late_ms: of each beat.
        busy_ms: that the main thread has used of a processor since the one before; other programs do not lengthen it.
    """

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self.busy_ms: list[float] = []
        self._last = self._used = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Beat meanwhile."""
        self.late_ms, self.busy_ms = [], []
        self._last, self._used = time.perf_counter(), time.thread_time()
        self._timer.start()
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()

    def _beat(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        self.late_ms.append(max((now - self._last) * 1000 - BEAT_MS, 0.0))
        self.busy_ms.append((used - self._used) * 1000)
        self._last, self._used = now, used

    def figures(self, name: str) -> dict[str, float]:
        """The longest block, what one in a hundred is longer than, how many were over 50 ms, and the longest work."""
        ordered = sorted(self.late_ms)
        return {
            f"{name}_blocked_ms": ordered[-1],
            f"{name}_p99_ms": ordered[int(0.99 * (len(ordered) - 1))],
            f"{name}_over_50_ms": sum(late > 50 for late in ordered),
            f"{name}_busy_ms": max(self.busy_ms),
        }


class Window:
    """QGIS's window as far as it takes part: canvas, layer tree with legend, and the step."""

    def __init__(self, image: Path, probability: Path) -> None:
        from scarp.tests.ui.interface import Interface
        from scarp.ui.runs import Runs
        from scarp.ui.state import PanelState
        from scarp.ui.threshold_step import ThresholdStep

        self.project = QgsProject.instance()
        self.iface = Interface()
        self.canvas = self.iface.mapCanvas()
        self.canvas.setFrameShape(QFrame.Shape.NoFrame)
        self.canvas.setFixedSize(*CANVAS)
        self.canvas.setCachingEnabled(True)
        self.canvas.setParallelRenderingEnabled(True)
        model = QgsLayerTreeModel(self.project.layerTreeRoot())
        model.setFlag(QgsLayerTreeModel.Flag.ShowLegend)
        self.tree = QgsLayerTreeView()
        self.tree.setModel(model)
        self.tree.show()
        self.bridge = QgsLayerTreeMapCanvasBridge(self.project.layerTreeRoot(), self.canvas)
        self.iface.window.show()
        self.state, self.runs = PanelState(self.project), Runs(self.project)
        self.step = ThresholdStep(self.iface, self.state, self.runs, self.iface.window)
        self.step.show()
        for name, path in (("image", image), ("probability", probability)):
            layer = QgsRasterLayer(str(path), name)
            if not layer.isValid():
                raise SystemExit(f"{path} cannot be read.")
            self.project.addMapLayer(layer)
        self.layer = layer
        self.canvas.setDestinationCrs(layer.crs())

    def wait(self, condition: Callable[[], Any], longest_s: float = 600.0) -> None:
        """Let QGIS work until something holds."""
        end = time.perf_counter() + longest_s
        while not condition() and time.perf_counter() < end:
            loop = QEventLoop()
            QTimer.singleShot(20, loop.quit)
            loop.exec()

    def drawn(self, act: Callable[[], None]) -> float:
        """Do something; milliseconds until the canvas says that it is drawn."""
        loop = QEventLoop()
        self.canvas.mapCanvasRefreshed.connect(loop.quit)
        QTimer.singleShot(20_000, loop.quit)
        start = time.perf_counter()
        act()
        loop.exec()
        taken = (time.perf_counter() - start) * 1000
        self.canvas.mapCanvasRefreshed.disconnect(loop.quit)
        return taken

    def settle(self) -> None:
        """Let everything be drawn."""
        self.wait(lambda: not self.canvas.isDrawing() and self.step._style.is_idle)
        self.wait(lambda: False, 0.2)

    def move(self, percent: int) -> None:
        """Move the slider, as a key or the mouse does."""
        self.step.controls.slider.setValue(percent)

    def close(self) -> None:
        """Take all away."""
        self.runs.stop()
        self.step.close_step()
        self.state.close()
        self.bridge.deleteLater()
        self.project.clear()
        self.tree.deleteLater()
        self.iface.close()


def slider(window: Window, megabytes: Callable[[], float]) -> dict[str, float]:
    """Time of moves at several scales, and of a drag; what of a processor a move takes; and the memory."""
    canvas, extent = window.canvas, window.layer.extent()
    figures: dict[str, float] = {}
    percents = [int(percent) for percent in np.random.default_rng(1).permutation(np.arange(5, 96))[:MOVES]]
    for name, width_m in (("full", 0.0), ("half", 10_000.0), ("pixels", float(CANVAS[0])), ("close", 300.0)):
        canvas.setExtent(extent)
        if width_m:
            canvas.zoomByFactor(width_m / canvas.extent().width())
        canvas.refresh()
        window.settle()
        window.drawn(lambda: window.move(50 if window.step.controls.percent != 50 else 49))
        before = megabytes()
        taken, used = [], []
        for percent in percents:
            window.settle()
            if percent != window.step.controls.percent:
                start = time.process_time()
                taken.append(window.drawn(lambda percent=percent: window.move(percent)))
                used.append((time.process_time() - start) * 1000)
        figures |= {f"{name}_median_ms": statistics.median(taken), f"{name}_worst_ms": max(taken),
                    f"{name}_busy_ms": statistics.median(used), f"{name}_megabytes": megabytes() - before}  # fmt: skip
    canvas.setExtent(extent)
    window.settle()
    drawn: list[float] = []
    beat = lambda: drawn.append(time.perf_counter())  # noqa: E731 - it is disconnected again
    canvas.mapCanvasRefreshed.connect(beat)
    start = time.perf_counter()
    for percent in range(10, 90):  # a drag of 80 steps in 0.8 s
        window.move(percent)
        window.wait(lambda target=start + (percent - 9) * 0.01: time.perf_counter() >= target, 0.05)
    last = time.perf_counter()
    window.settle()
    canvas.mapCanvasRefreshed.disconnect(beat)
    return {**figures, "drag_repaints": len(drawn), "drag_last_ms": (drawn[-1] - last) * 1000}


def sliding(window: Window, watchdog: Watchdog, is_over: Callable[[], bool], longest_s: float) -> None:
    """Move the slider to and fro until something is over."""
    timer = QTimer()
    percents = iter(range(10**9))
    timer.timeout.connect(lambda: window.move(20 + next(percents) * 7 % 60))
    timer.start(PAUSE_MS)
    with watchdog.watching():
        window.wait(is_over, longest_s)
    timer.stop()
    window.settle()


def background(window: Window, watchdog: Watchdog, folder: Path, image: Path) -> dict[str, float]:
    """How long the main thread is blocked while nothing, counting, an extraction and a training run."""
    figures: dict[str, float] = {}
    sliding(window, watchdog, lambda: False, LONGEST_S / 2)
    figures |= watchdog.figures("idle")

    window.step.counter._kept.clear()
    start = time.perf_counter()
    window.step._count()
    sliding(window, watchdog, lambda: not window.step.counter.is_counting, 600.0)
    figures |= {**watchdog.figures("count"), "count_s": time.perf_counter() - start}

    event = write_sample_event(sample_event(), folder / "event")
    rois = QgsVectorLayer(str(event.landslides), "ROIs", "ogr")
    window.project.addMapLayer(rois)
    training = {"INPUT": [str(event.post_event)], "ROIS": [rois.id()], "NAME": "bench", "OVERWRITE": True,
                "PRESET": "quick", "FOLDER": str(folder / "training"), "DEVICE": "cpu"}  # fmt: skip
    extraction = {"INPUT": str(image), "MODEL": "unet", "PROBABILITY": "TEMPORARY_OUTPUT", "OUTPUT": "TEMPORARY_OUTPUT",
                  "DEVICE": "cpu"}  # fmt: skip
    for name, algorithm, values in (
        ("extraction", "scarp:extractlandslides", extraction), ("training", "scarp:trainunet", training)
    ):  # fmt: skip
        run = window.runs.start(algorithm, values, name, load=False)
        sliding(window, watchdog, lambda run=run: run.state.is_over, LONGEST_S)
        figures |= watchdog.figures(name)
        if run.error:
            raise SystemExit(f"{algorithm} failed: {run.error}")
        with watchdog.watching():
            run.cancel()
            window.wait(lambda run=run: run.state.is_over)
        figures[f"{name}_end_blocked_ms"] = max(watchdog.late_ms)
    return figures


def measure(folder: Path, image: Path, megabytes: Callable[[], float]) -> dict[str, float]:
    """All figures of the panel.

    Args:
        folder: for files that are made.
        image: that lies beneath, and is extracted from.
        megabytes: how much is resident.
    """
    raster = probability(folder)
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.insert(0, str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing
    from scarp.algorithms.provider import ScarpProvider

    Processing.initialize()
    provider = ScarpProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    before = megabytes()
    window, watchdog = Window(image, raster), Watchdog()
    window.wait(lambda: not window.step.counter.is_counting)
    figures = {"opened_megabytes": megabytes() - before, **slider(window, megabytes),
               **background(window, watchdog, folder, image), "megabytes": megabytes() - before}  # fmt: skip
    window.close()
    QgsApplication.processingRegistry().removeProvider(provider)
    print(f"QGIS {Qgis.QGIS_VERSION}", flush=True)
    return figures
