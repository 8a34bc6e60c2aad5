"""Counting the pixels of probability layers in the background, each layer once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import QgsApplication, QgsMapLayer, QgsRasterLayer, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSignal

from ..engine.errors import Cancelled
from ..engine.progress import Progress
from .threshold_statistics import (
    Reference,
    ThresholdStatistics,
    count_pixels,
    count_with_reference,
    excluded,
    gdal_name,
    wkt_of,
)

Work = Callable[[Progress], ThresholdStatistics]
KEPT = 50
"""Layers whose counts are kept: some 2 kB each."""


class CountTask(QgsTask):
    """Counts in the background; QGIS's task manager shows it.

    Args:
        title: for people.
        work: that is done, in another thread.
        done: called in the main thread when it is over, with the task.

    Attributes:
        statistics: what was found; nothing where it failed or was cancelled.
        error: why it failed, for people.
    """

    def __init__(self, title: str, work: Work, done: Callable[[CountTask], None]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._done = work, done
        self.statistics: ThresholdStatistics | None = None
        self.error = ""

    def run(self) -> bool:
        """Count; in another thread."""
        try:
            self.statistics = self._work(self)
        except Cancelled:
            return False
        except Exception as error:  # an error that left this thread would be shown as a traceback
            self.error = str(error)
            return False
        return True

    def finished(self, result: bool) -> None:
        """Hand on what was found."""
        self._done(self)

    def pushInfo(self, info: str) -> None:
        """Nobody reads it."""

    def pushWarning(self, warning: str) -> None:
        """Nobody reads it."""


class PixelCounter(QObject):
    """Counts one layer after the other, each once: counts are kept by file, size and time of its last change.

    Attributes:
        counted: what was found; first without the reference, then, where there is one, with it.
        failed: why there is nothing, for people.
        progressed: it has come further, 0 to 100.
        stopped: it was cancelled in QGIS's task manager.
    """

    counted = pyqtSignal(object)
    failed = pyqtSignal(str)
    progressed = pyqtSignal(float)
    stopped = pyqtSignal()
    _kept: ClassVar[OrderedDict[Hashable, ThresholdStatistics]] = OrderedDict()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: CountTask | None = None

    def count(self, layer: QgsRasterLayer, reference: QgsMapLayer | None = None) -> None:
        """Count a layer, and stop what is being counted; what is kept is told at once."""
        self.stop()
        path, nodata = gdal_name(layer), excluded(layer)
        crs_wkt = wkt_of(layer.crs()) if layer.crs() != layer.dataProvider().crs() else ""
        known = Reference.of(reference) if reference is not None else None
        key = _key(path, crs_wkt, tuple(nodata))
        kept = self._kept.get(key) if key is not None else None
        title = QCoreApplication.translate("PixelCounter", "Count the pixels of {}").format(layer.name())

        def compare(found: ThresholdStatistics) -> None:
            self.counted.emit(found)
            if known is not None:
                self._begin(
                    title, lambda progress: count_with_reference(found, path, crs_wkt, nodata, known, progress),
                    self.counted.emit,
                )  # fmt: skip

        def keep(found: ThresholdStatistics) -> None:
            if key is not None:
                self._kept[key] = found
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            compare(found)

        if kept is not None:
            compare(kept)
        else:
            self._begin(title, lambda progress: count_pixels(path, crs_wkt, nodata, progress), keep)

    @property
    def is_counting(self) -> bool:
        """Whether something is being counted."""
        return self._task is not None

    def stop(self) -> None:
        """Count no more."""
        task, self._task = self._task, None
        if task is not None:
            task.progressChanged.disconnect(self.progressed)
            task.cancel()

    def _begin(self, title: str, work: Work, then: Callable[[ThresholdStatistics], Any]) -> None:
        def done(task: CountTask) -> None:
            _running.discard(task)
            if task is not self._task:
                return  # of a layer that has been given up
            self._task = None
            if task.statistics is not None:
                then(task.statistics)
            elif task.error:
                self.failed.emit(task.error)
            else:
                self.stopped.emit()

        self._task = CountTask(title, work, done)
        self._task.progressChanged.connect(self.progressed)
        _running.add(self._task)
        QgsApplication.taskManager().addTask(self._task)


_running: set[CountTask] = set()
"""Tasks that QGIS still runs: one that Python has let go of would end without its result, or crash."""


def _key(path: str, *more: Hashable) -> Hashable | None:
    """What counts are kept by; nothing for what is no file."""
    try:
        state = Path(path).stat()
    except OSError:
        return None
    return (path, state.st_size, state.st_mtime_ns, *more)
