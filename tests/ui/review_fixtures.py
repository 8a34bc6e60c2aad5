"""The dock of the review at the bottom of a window, and landslides to review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from scarp.tests.ui.review_ground import DRIVERS, ReviewInterface, discard, landslides, written
from scarp.ui.review import ReviewDock
from scarp.ui.review_bar import SECTION
from scarp.ui.runs import Runs
from scarp.ui.state import LANDSLIDES, PanelState


@pytest.fixture
def qgis_window(qgis_app: Any) -> Iterator[ReviewInterface]:
    """QGIS's interface, its window shown."""
    interface = ReviewInterface()
    interface.window.show()
    yield interface
    interface.close()


@pytest.fixture
def dock(qgis_window: ReviewInterface, state: PanelState, runs: Runs) -> Iterator[ReviewDock]:
    """The dock at the bottom of the window, with the keys in its table; no layer is under review."""
    QgsSettings().remove(SECTION)
    made = ReviewDock(qgis_window, state, runs, qgis_window.window)
    qgis_window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, made)
    made.view.setFocus()
    yield made
    made.close_review()
    qgis_window.removeDockWidget(made)
    made.deleteLater()
    QgsSettings().remove(SECTION)


@pytest.fixture
def review(
    dock: ReviewDock, state: PanelState, wait: Callable[[Callable[[], Any]], None]
) -> Callable[[QgsVectorLayer], QgsVectorLayer]:
    """Puts a layer into the project and under review, and returns once it is read: ``review(layer)``."""

    def take_up(layer: QgsVectorLayer) -> QgsVectorLayer:
        if layer.id() not in state.project.mapLayers():
            state.project.addMapLayer(layer)
        state.set_layer(LANDSLIDES, layer)
        wait(lambda: not dock.is_reading)
        return layer

    return take_up


@pytest.fixture(params=list(DRIVERS))
def any_layer(request: pytest.FixtureRequest, tmp_path: Path, qgis_app: Any) -> Iterator[QgsVectorLayer]:
    """The landslides in memory, in a GeoPackage and in a Shapefile; in no project."""
    layer = landslides()
    made = layer if request.param == "memory" else written(layer, tmp_path / f"landslides.{request.param}")
    yield made
    discard(made)
