from __future__ import annotations

import configparser
import sys
from pathlib import Path

import pytest
import scarp
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow
from scarp.plugin import ScarpPlugin

ROOT = Path(scarp.__file__).parent


class Interface:
    """The part of QGIS's interface that the plugin uses, with a record of what is in it."""

    def __init__(self) -> None:
        self.window, self.menu, self.toolbar = QMainWindow(), [], []

    def mainWindow(self) -> QMainWindow:
        return self.window

    def addPluginToRasterMenu(self, name, action) -> None:
        self.menu.append((name, action))

    def removePluginRasterMenu(self, name, action) -> None:
        self.menu.remove((name, action))

    def addToolBarIcon(self, action) -> int:
        self.toolbar.append(action)
        return len(self.toolbar)

    def removeToolBarIcon(self, action) -> None:
        self.toolbar.remove(action)


def registered() -> bool:
    return QgsApplication.processingRegistry().providerById("scarp") is not None


def test_loads_and_unloads_twice(qgis_processing, monkeypatch):
    import processing

    iface = Interface()
    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", opened.append, raising=False)
    for _ in range(2):
        plugin = scarp.classFactory(iface)
        plugin.initGui()
        assert registered()
        menu, action = iface.menu[0]
        assert (menu, action.text()) == ("Scarp", "Extract landslides…")
        assert iface.toolbar == [action]
        assert not action.icon().isNull()
        action.trigger()
        plugin.unload()
        plugin.unload()
        assert not registered()
        assert (iface.menu, iface.toolbar) == ([], [])
    assert opened == ["scarp:extractlandslides"] * 2
    iface.window.deleteLater()


def test_loads_without_a_window(qgis_processing):
    plugin = ScarpPlugin(None)
    plugin.initProcessing()
    plugin.initProcessing()
    assert registered()
    plugin.initGui()
    plugin.unload()
    assert not registered()


def test_loads_without_onnxruntime_and_torch(qgis_processing, monkeypatch, tmp_path):
    for name in [name for name in sys.modules if name.split(".")[0] in ("onnxruntime", "torch", "onnx")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("onnxruntime", "torch", "onnx"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path))
    plugin = ScarpPlugin(None)
    plugin.initProcessing()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("scarp:extractlandslides")
    possible, reason = algorithm.canExecute()
    assert not possible and "onnxruntime is not installed" in reason
    assert len(algorithm.parameterDefinitions()) == 25
    plugin.unload()


def test_metadata_is_complete():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    needed = (
        "name description version qgisMinimumVersion qgisMaximumVersion author email about tracker repository "
        "homepage tags category icon changelog"
    )
    assert [key for key in needed.split() if not general.get(key)] == []
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert general["hasProcessingProvider"] == "yes"
    assert general["category"] == "Raster"
    assert (ROOT / general["icon"]).is_file()
    assert f'\nversion = "{general["version"]}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["landslides.qml", "probability.qml"])
def test_styles_are_shipped(name):
    assert (ROOT / "resources" / "styles" / name).read_text(encoding="utf-8").startswith("<!DOCTYPE qgis")
