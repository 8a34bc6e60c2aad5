"""The options page in a dialog, as QGIS shows it, in a profile of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QDialog, QLabel, QTextEdit, QVBoxLayout, QWidget
from scarp.ui.options import ScarpOptionsFactory, ScarpOptionsPage
from scarp.ui.runs import Runs
from scarp.ui.settings import SECTION
from scarp.ui.state import PanelState


class Interface:
    """The part of QGIS's interface that the options use.

    Attributes:
        bar: above the canvas.
        opened: names of the pages that the options were opened at.
    """

    def __init__(self) -> None:
        self.bar, self.opened = QgsMessageBar(), []

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def mainWindow(self) -> None:
        return None

    def showOptionsDialog(self, parent: QWidget | None, page: str) -> None:
        self.opened.append(page)

    def said(self) -> str:
        """What is above the canvas."""
        item = self.bar.currentItem()
        if item is None:
            return ""
        texts = [label.text() for label in item.findChildren(QLabel)]
        return "\n".join([*texts, *(edit.toPlainText() for edit in item.findChildren(QTextEdit))])


@pytest.fixture
def iface(qgis_app: None) -> Iterator[Interface]:
    """QGIS's interface."""
    interface = Interface()
    yield interface
    interface.bar.deleteLater()


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty profile, without packages and models, in which nothing is set."""
    folder = tmp_path / "profile"
    folder.mkdir()
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: f"{folder}/"))
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(folder / "scarp" / "environment"))
    QgsSettings().remove(SECTION)
    yield folder
    QgsSettings().remove(SECTION)


@pytest.fixture
def factory(iface: Interface, profile: Path, runs: Runs, state: PanelState) -> ScarpOptionsFactory:
    """What QGIS makes the page with."""
    return ScarpOptionsFactory(iface, runs, state)


class Options:
    """QGIS's options with Scarp's page.

    Attributes:
        factory: what QGIS makes the page with.
        work: what pages start.
        iface: of QGIS.
    """

    def __init__(self, factory: ScarpOptionsFactory, iface: Interface, runs: Runs) -> None:
        self.factory, self.work, self.iface, self._runs = factory, factory.work, iface, runs
        self._dialog: QDialog | None = None

    def open(self) -> ScarpOptionsPage:
        """The page on the screen."""
        self._dialog = QDialog()
        page = self.factory.createWidget(self._dialog)
        QVBoxLayout(self._dialog).addWidget(page)
        self._dialog.resize(700, 900)
        self._dialog.show()
        return page

    def close(self) -> None:
        """Close them; as in QGIS, the page is gone afterwards."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
            QgsApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def are_idle(self) -> bool:
        """Whether nothing runs or waits."""
        return not list(self._runs)


@pytest.fixture
def options(factory: ScarpOptionsFactory, iface: Interface, runs: Runs) -> Iterator[Options]:
    """QGIS's options, closed again at the end."""
    found = Options(factory, iface, runs)
    yield found
    found.close()
