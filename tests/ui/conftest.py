"""What tests of the panel share: the provider, the state and the runs that steps get, and a way to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtTest import QTest
from scarp.algorithms.provider import ScarpProvider
from scarp.ui.runs import Runs
from scarp.ui.state import PanelState

LONGEST, MOMENT_MS = 6000, 20
"""How often a condition is looked at, and how long QGIS works in between."""


@pytest.fixture
def wait() -> Callable[[Callable[[], Any]], None]:
    """``wait(condition)`` lets QGIS work until the condition holds, and fails where it never does."""

    def wait(condition: Callable[[], Any]) -> None:
        for _ in range(LONGEST):
            if condition():
                return
            QTest.qWait(MOMENT_MS)
        pytest.fail("what was waited for did not come")

    return wait


@pytest.fixture
def provider(qgis_processing: None) -> Iterator[ScarpProvider]:
    """Scarp's algorithms, registered."""
    registered = ScarpProvider()
    QgsApplication.processingRegistry().addProvider(registered)
    yield registered
    QgsApplication.processingRegistry().removeProvider(registered)


@pytest.fixture
def state(qgis_new_project: None) -> Iterator[PanelState]:
    """The state of a panel on an empty project."""
    state = PanelState(QgsProject.instance())
    yield state
    state.close()


@pytest.fixture
def runs(provider: ScarpProvider, qgis_new_project: None) -> Iterator[Runs]:
    """Runs whose results go into the project; what still runs at the end is stopped."""
    runs = Runs(QgsProject.instance())
    yield runs
    runs.stop()
