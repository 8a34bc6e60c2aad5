from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QThread
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from scarp.ui.options import ScarpOptionsFactory
from scarp.ui.runs import Runs
from scarp.ui.settings import Settings
from scarp.ui.state import PanelState

pytest_plugins = ["scarp.tests.ui.options_ground"]


def test_where_it_is_in_the_options(options):
    assert (options.factory.title(), options.factory.path()) == ("Scarp", [])
    assert not options.factory.icon().isNull()
    page = options.open()
    assert page.objectName() == "ScarpOptions"


def test_nothing_is_looked_for_until_it_is_shown(options, runs, wait):
    hidden = options.factory.createWidget()
    QTest.qWait(50)
    assert list(runs) == []
    hidden.deleteLater()
    page = options.open()
    assert {run.algorithm for run in runs} == {"scarp:diagnose", "scarp:listmodels"}
    wait(options.are_idle)
    page.hide()
    page.show()
    assert list(runs) == []


def test_kept_on_ok_and_dropped_on_cancel(options, runs):
    Settings("cpu", 1, "paper", 0.7).save()
    page = options.open()
    assert page.defaults.device.values() == {"DEVICE": "cpu", "THREADS": 1}
    assert page.defaults.training.values() == {"PRESET": "paper", "SHARE": 0.7}
    QTest.keyClick(page.defaults.device.widget("DEVICE"), Qt.Key.Key_Down)
    QTest.keyClick(page.defaults.device.widget("THREADS"), Qt.Key.Key_Down)
    QTest.keyClick(page.defaults.training.widget("PRESET"), Qt.Key.Key_Home)
    QTest.keyClick(page.defaults.training.widget("SHARE"), Qt.Key.Key_Up)
    options.close()
    assert Settings.load() == Settings("cpu", 1, "paper", 0.7)
    page = options.open()
    QTest.keyClick(page.defaults.device.widget("DEVICE"), Qt.Key.Key_Down)
    QTest.keyClick(page.defaults.training.widget("PRESET"), Qt.Key.Key_Home)
    page.apply()
    assert Settings.load() == Settings("cuda", 1, "quick", 0.7)


def test_choices_and_limits_are_the_algorithms(options):
    page = options.open()
    device, preset = page.defaults.device.widget("DEVICE"), page.defaults.training.widget("PRESET")
    assert [device.itemText(index) for index in range(device.count())] == ["auto", "cpu", "cuda"]
    assert [preset.itemText(index) for index in range(preset.count())] == ["quick", "paper", "thorough"]
    threads = page.defaults.device.widget("THREADS")
    assert (threads.minimum(), threads.maximum()) == (0, QThread.idealThreadCount())
    assert threads.text() == f"all cores ({QThread.idealThreadCount()})"


def test_enter_in_a_line_installs_nothing(options, runs, wait):
    page = options.open()
    wait(options.are_idle)
    page.packages.options.parentWidget().setCollapsed(False)
    QTest.keyClick(page.packages.options.widget("INDEX_URL"), Qt.Key.Key_Return)
    assert list(runs) == []
    assert not any(button.autoDefault() for button in page.findChildren(QPushButton))


def test_without_the_provider_the_page_is_there(iface, profile, qgis_processing, qgis_new_project):
    from scarp.tests.ui.options_ground import Options

    state, runs = PanelState(QgsProject.instance()), Runs(QgsProject.instance())
    options = Options(ScarpOptionsFactory(iface, runs, state), iface, runs)
    kept = Settings("cpu", 2, "paper", 0.7)
    kept.save()
    page = options.open()
    page.apply()
    assert Settings.load() == kept
    assert page.packages.sets == []
    options.close()
    runs.stop()
    state.close()
