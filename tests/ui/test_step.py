from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QToolButton
from scarp.tests.ui.interface import Interface
from scarp.ui.step import Step


class Some(Step):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.seen, self.hidden, self.late = QLabel("seen", self), QLabel("hidden", self), QLabel("late", self)
        form = QFormLayout()
        form.addRow("Late", self.late)
        self.column.addWidget(self.seen)
        self.column.addWidget(self.hidden)
        self.column.addLayout(form)
        self.hidden.hide()
        self.late.hide()


@pytest.fixture
def step(state, runs):
    QgsSettings().remove("QgsCollapsibleGroupBox/Test")
    iface = Interface()
    step = Some(iface, state, runs, iface.window)
    step.setSettingGroup("Test")
    step.resize(300, 300)
    iface.window.show()
    step.show()
    yield step
    iface.close()
    QgsSettings().remove("QgsCollapsibleGroupBox/Test")


def fold(step):
    (button,) = (each for each in step.findChildren(QToolButton) if each.parent() is step)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_a_step_hides_stays_hidden_when_it_is_unfolded(step):
    assert [label.isVisible() for label in (step.seen, step.hidden, step.late)] == [True, False, False]
    fold(step)
    assert step.isCollapsed()
    step.late.show()
    assert [label.isVisible() for label in (step.seen, step.hidden, step.late)] == [False, False, False]
    fold(step)
    assert [label.isVisible() for label in (step.seen, step.hidden, step.late)] == [True, False, True]
