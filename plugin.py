"""The plugin: registers the Processing provider, and the panel and menu where there is a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from .algorithms.packages import add_packages, remove_old_packages
from .algorithms.provider import ScarpProvider
from .ui import translation

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtCore import QTranslator

    from .ui.actions import ScarpActions


class ScarpPlugin:
    """What QGIS loads and unloads.

    Args:
        iface: of QGIS; nothing where there is no window, as in qgis_process.
    """

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._provider: ScarpProvider | None = None
        self._actions: ScarpActions | None = None
        self._translator: QTranslator | None = None

    def initProcessing(self) -> None:
        """Register the provider; all that qgis_process asks for."""
        if self._provider is None:
            add_packages()
            self._translator = translation.install()
            self._provider = ScarpProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Register the provider, and add the panel, the menu entries and the button."""
        self.initProcessing()
        if self._iface is not None and self._actions is None:
            from .ui.actions import ScarpActions

            self._actions = ScarpActions(self._iface)
            remove_old_packages()

    def unload(self) -> None:
        """Take all of it back; what runs in the panel is cancelled before its algorithms go."""
        if self._actions is not None:
            self._actions.remove()
            self._actions = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        translation.remove(self._translator)
        self._translator = None
