"""The landslide panel: from an image to approved landslides in four steps, in one column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgisInterface, QgsDockWidget, QgsScrollArea
from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QSizePolicy, QStyle, QToolBar, QVBoxLayout, QWidget

from . import messages
from .extract_step import ExtractStep
from .image_step import ImageStep
from .review import ReviewDock
from .runs import Runs
from .state import PanelState
from .step import Step
from .threshold_step import ThresholdStep
from .train_step import TrainStep

HELP = Path(__file__).parent.parent / "resources" / "help" / "panel.html"
NAME = "ScarpPanel"
FOLDED = ("ScarpTrainStep",)
"""Steps that are folded until the analyst unfolds them."""

MakeStep = Callable[[QgisInterface, PanelState, Runs, QWidget], Step]
STEPS: Sequence[MakeStep] = (ImageStep, TrainStep, ExtractStep, ThresholdStep)
"""The four, from the top."""


class Column(QgsScrollArea):
    """Scrolls up and down only, so it is never narrower than what is in it."""

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the content and the scroll bar."""
        hint, content = super().minimumSizeHint(), self.widget()
        if content is not None:
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
            hint.setWidth(content.minimumSizeHint().width() + bar + 2 * self.frameWidth())
        return hint


class LandslidePanel(QgsDockWidget):
    """The dock; its runs go on when it is closed.

    Args:
        iface: of QGIS.
        parent: of the widget.
        steps: that make the steps, in their order.

    Attributes:
        state: that the steps share.
        runs: that run algorithms in the background.
        steps: from the top.
        tools: the row of buttons above them.
        open_review, open_options, open_help: in it.
        review: the dock of the review; nothing until it is opened.
    """

    def __init__(
        self, iface: QgisInterface, parent: QWidget | None = None, steps: Sequence[MakeStep] = STEPS
    ) -> None:
        super().__init__(QCoreApplication.translate("LandslidePanel", "Landslides"), parent)
        self.setObjectName(NAME)
        self._iface, self._is_closed = iface, False
        self.state = PanelState(QgsProject.instance(), self)
        self.runs = Runs(QgsProject.instance(), self)
        self.review: ReviewDock | None = None
        self.tools = self._tools()
        content = QWidget()
        column = QVBoxLayout(content)
        self.steps = [make(iface, self.state, self.runs, content) for make in steps]
        for step in self.steps:
            # Under this name, QGIS keeps which steps are folded.
            step.setSettingGroup(NAME)
            step.setCollapsed(step.objectName() in FOLDED)
            column.addWidget(step)
        column.addStretch(1)
        self.column = Column()
        self.column.setFrameShape(QgsScrollArea.Shape.NoFrame)
        self.column.setWidgetResizable(True)
        self.column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.setWidget(content)
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tools)
        rows.addWidget(self.column)
        self.setWidget(inside)
        # Whoever quits QGIS has said yes to its question about what still runs.
        QgsApplication.instance().aboutToQuit.connect(self.runs.stop)

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("LandslidePanel", text)

    def _tools(self) -> QToolBar:
        tools = QToolBar(self)
        tools.setIconSize(self._iface.iconSize(True))
        self.open_review = tools.addAction(
            QgsApplication.getThemeIcon("/mActionOpenTable.svg"), self.tr("Review the Landslides One by One")
        )
        self.open_review.setIconText(self.tr("Review"))
        tools.widgetForAction(self.open_review).setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        space = QWidget(tools)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        tools.addWidget(space)
        self.open_options = tools.addAction(
            QgsApplication.getThemeIcon("/mActionOptions.svg"), self.tr("Packages, Models and Settings…")
        )
        self.open_help = tools.addAction(QgsApplication.getThemeIcon("/mActionHelpContents.svg"), self.tr("Help"))
        self.open_review.triggered.connect(self._open_review)
        self.open_options.triggered.connect(self._open_options)
        self.open_help.triggered.connect(self._open_help)
        return tools

    def _open_review(self) -> None:
        if self.review is None:
            window = self._iface.mainWindow()
            self.review = ReviewDock(self._iface, self.state, self.runs, window)
            self._iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.review)
            window.restoreDockWidget(self.review)
        self.review.setUserVisible(True)

    def _open_options(self) -> None:
        messages.open_options(self._iface)

    def _open_help(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(HELP))):
            text = self.tr("The help could not be opened; it is the file {}.").format(HELP)
            messages.show(self._iface, text, Qgis.MessageLevel.Warning)

    def close_panel(self) -> None:
        """Cancel what runs, and take back all that the steps have put into QGIS: the plugin goes."""
        if self._is_closed:
            return
        self._is_closed = True
        QgsApplication.instance().aboutToQuit.disconnect(self.runs.stop)
        self.runs.stop()
        for step in self.steps:
            step.close_step()
        if self.review is not None:
            self.review.close_review()
            self._iface.removeDockWidget(self.review)
            self.review.deleteLater()
            self.review = None
        self.state.close()
        messages.clear(self._iface)
