"""Says once, when Scarp starts, that the package is missing without which nothing can be extracted."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable

from qgis.core import Qgis, QgsApplication, QgsSettings, QgsTask
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer

from .messages import open_options, show
from .settings import SECTION

PACKAGE = "onnxruntime"
TOLD = f"{SECTION}/told_missing"
"""Entry of the profile: of what the analyst was told; empty once nothing is missing."""


class Look(QgsTask):
    """Looks in the background whether the package is there; nothing is imported.

    Args:
        tell: is called in the main thread with the answer, unless the task is cancelled.
    """

    def __init__(self, tell: Callable[[bool], None]) -> None:
        title = QCoreApplication.translate("Missing", "Look whether Scarp's packages are there")
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._tell, self._is_there = tell, True

    def run(self) -> bool:
        """Look through the folders that Python imports from."""
        self._is_there = importlib.util.find_spec(PACKAGE) is not None
        return not self.isCanceled()

    def finished(self, result: bool) -> None:
        """Tell."""
        if result:
            self._tell(self._is_there)


class MissingWarning(QObject):
    """The warning of one session.

    Where it is ignored, it does not come again until something else is missing: the packages were there meanwhile, or
    QGIS has got another Python.

    Args:
        iface: of QGIS.

    Attributes:
        has_looked: it is done.
    """

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self._iface = iface
        self.has_looked = False
        self._task: Look | None = None
        self._is_closed = False
        # QGIS is still starting: its other plugins come first.
        QTimer.singleShot(0, self._look)

    def close(self) -> None:
        """Say nothing from now on."""
        self._is_closed = True
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _look(self) -> None:
        if not self._is_closed:
            self._task = Look(self._tell)
            QgsApplication.taskManager().addTask(self._task)

    def _tell(self, is_there: bool) -> None:
        self._task, self.has_looked = None, True
        settings = QgsSettings()
        state = "" if is_there else f"{PACKAGE} for Python {sys.version_info.major}.{sys.version_info.minor}"
        told = settings.value(TOLD, "", str)
        if self._is_closed or state == told:
            return
        settings.setValue(TOLD, state)
        if state:
            text = QCoreApplication.translate(
                "Missing", "Scarp needs the package {} to extract landslides; the options install it."
            )
            button = QCoreApplication.translate("Missing", "Open the options…")
            show(self._iface, text.format(PACKAGE), Qgis.MessageLevel.Warning, button, self._open)

    def _open(self) -> None:
        open_options(self._iface)


def warn_if_missing(iface: QgisInterface) -> MissingWarning:
    """Look, once QGIS has started, and say above the canvas what is missing.

    Args:
        iface: of QGIS.

    Returns:
        To be kept, and closed when the plugin goes.
    """
    return MissingWarning(iface)
