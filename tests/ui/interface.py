"""The part of QGIS's interface that Scarp uses: a real window, canvas and message bar, and a record of the rest."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSize
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QWidget


class Interface:
    """Stands for QGIS's own.

    Attributes:
        window: QGIS's main window.
        menu: title and action of the entries of the Raster menu.
        toolbar: actions on the plugins' toolbar.
        factories: of options pages.
        opened: pages of the options that were opened.
    """

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.window.setObjectName("QgisApp")
        self.window.resize(1000, 800)
        self._canvas = QgsMapCanvas(self.window)
        self._canvas.setProject(QgsProject.instance())
        self.window.setCentralWidget(self._canvas)
        self._bar = QgsMessageBar(self.window)
        self.menu: list[tuple[str, Any]] = []
        self.toolbar: list[Any] = []
        self.factories: list[Any] = []
        self.opened: list[str] = []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self._canvas

    def messageBar(self) -> QgsMessageBar:
        return self._bar

    def iconSize(self, dockedToolbar: bool = False) -> QSize:
        return QSize(16, 16) if dockedToolbar else QSize(24, 24)

    def addPluginToRasterMenu(self, name: str, action: Any) -> None:
        self.menu.append((name, action))

    def removePluginRasterMenu(self, name: str, action: Any) -> None:
        self.menu.remove((name, action))

    def addToolBarIcon(self, action: Any) -> int:
        self.toolbar.append(action)
        return len(self.toolbar)

    def removeToolBarIcon(self, action: Any) -> None:
        self.toolbar.remove(action)

    def addDockWidget(self, area: Any, dock: QDockWidget) -> None:
        self.window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.window.removeDockWidget(dock)

    def registerOptionsWidgetFactory(self, factory: Any) -> None:
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: Any) -> None:
        self.factories.remove(factory)

    def showOptionsDialog(self, parent: QWidget, page: str) -> None:
        self.opened.append(page)

    def said(self) -> list[tuple[str, int]]:
        """Text and level of what is said above the canvas, the last one first."""
        return [(item.text(), int(item.level())) for item in self._bar.items()]

    def docks(self) -> list[str]:
        """Object names of the docks in the window."""
        return [dock.objectName() for dock in self.window.findChildren(QDockWidget)]

    def close(self) -> None:
        """Take the window away."""
        self.window.close()
        self.window.deleteLater()
        deliver_deletions()


def deliver_deletions() -> None:
    """Let go of what was to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
