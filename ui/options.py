"""Scarp's page of QGIS's options (Settings > Options > Scarp)."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import (
    QgisInterface,
    QgsCollapsibleGroupBox,
    QgsOptionsPageWidget,
    QgsOptionsWidgetFactory,
    QgsScrollArea,
    QgsSpinBox,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtGui import QHideEvent, QIcon, QShowEvent
from qgis.PyQt.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from .messages import OPTIONS_PAGE, TITLE
from .options_models import ModelsBox
from .options_packages import PackagesBox
from .options_runs import OptionsRuns
from .parameter_form import ParameterForm
from .runs import Runs
from .settings import Settings
from .state import PanelState

ICON = Path(__file__).parent.parent / "resources" / "icons" / "scarp.svg"
EXTRACTION, TRAINING = "scarp:extractlandslides", "scarp:trainunet"


def tr(text: str) -> str:
    """Return the text in the language of QGIS."""
    return QCoreApplication.translate("ScarpOptions", text)


class DefaultsBox(QgsCollapsibleGroupBox):
    """What the panel's runs start with; kept when the options are applied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Defaults"), parent)
        self.setObjectName("ScarpDefaults")
        self.device = ParameterForm(EXTRACTION, ["DEVICE", "THREADS"])
        self.training = ParameterForm(TRAINING, ["PRESET", "SHARE"])
        threads = self.device.widget("THREADS") if self.device.names() else None
        if isinstance(threads, QgsSpinBox):
            cores = QThread.idealThreadCount()
            threads.setMaximum(cores)
            threads.setSpecialValueText(tr("all cores ({})").format(cores))
        trains = QgsCollapsibleGroupBox(tr("Trainings"))
        QVBoxLayout(trains).addWidget(self.training)
        column = QVBoxLayout(self)
        column.addWidget(self.device)
        column.addWidget(trains)
        settings = Settings.load()
        self.device.set_values({"DEVICE": settings.device, "THREADS": settings.threads})
        self.training.set_values({"PRESET": settings.preset, "SHARE": settings.share})

    def save(self) -> None:
        """Keep what is filled in."""
        kept = Settings.load()
        values = {**self.device.values(), **self.training.values()}
        Settings(
            values.get("DEVICE", kept.device), values.get("THREADS", kept.threads),
            values.get("PRESET", kept.preset), values.get("SHARE", kept.share),
        ).save()  # fmt: skip


class ScarpOptionsPage(QgsOptionsPageWidget):
    """The page: packages, models, and what runs start with.

    Args:
        work: what the page starts, which goes on when it is closed.
        parent: of the widget.
    """

    def __init__(self, work: OptionsRuns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(OPTIONS_PAGE)
        self._work, self._is_asked = work, False
        self.packages, self.models, self.defaults = PackagesBox(work), ModelsBox(work), DefaultsBox()
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.packages)
        column.addWidget(self.models)
        column.addWidget(self.defaults)
        column.addStretch(1)
        # QGIS 3.22 does not put pages into one, so that they would be squeezed.
        area = QgsScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        # Enter in one of the page's lines is OK, as on QGIS's own pages, and installs nothing.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def apply(self) -> None:
        """Keep the settings; QGIS calls it on OK. What the buttons do is done at once."""
        self.defaults.save()

    def showEvent(self, event: QShowEvent | None) -> None:
        """Look what is there, once: QGIS makes all pages, and shows few."""
        super().showEvent(event)
        self._work.is_watched = True
        if not self._is_asked:
            self._is_asked = True
            self._work.diagnose()
            self._work.list_models()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """From now on what goes wrong is said above the canvas."""
        super().hideEvent(event)
        self._work.is_watched = False


class ScarpOptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS's options are opened.

    Args:
        iface: of QGIS.
        runs: that run algorithms in the background.
        state: that is told of models that come and go.

    Attributes:
        work: what pages start; it outlives them.
    """

    def __init__(self, iface: QgisInterface, runs: Runs, state: PanelState) -> None:
        super().__init__(TITLE, QIcon(str(ICON)))
        self.work = OptionsRuns(iface, runs, state)
        if hasattr(self, "setKey"):  # from QGIS 3.32 on
            self.setKey(OPTIONS_PAGE)

    def createWidget(self, parent: QWidget | None = None) -> ScarpOptionsPage:
        """Return a page."""
        return ScarpOptionsPage(self.work, parent)
