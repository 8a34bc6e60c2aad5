from __future__ import annotations

import configparser
import sys
from pathlib import Path

import pytest
import scarp
from qgis.core import QgsApplication
from scarp.plugin import ScarpPlugin
from scarp.tests.ui.interface import Interface, deliver_deletions

ROOT = Path(scarp.__file__).parent


def registered() -> bool:
    return QgsApplication.processingRegistry().providerById("scarp") is not None


def test_loads_and_unloads_twice(qgis_processing, qgis_new_project, monkeypatch):
    import processing

    iface = Interface()
    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", opened.append, raising=False)
    for _ in range(2):
        plugin = scarp.classFactory(iface)
        plugin.initGui()
        assert registered()
        plugin.initGui()
        (menu, toggle), (_, extract) = iface.menu[:2]
        assert (menu, toggle.text(), extract.text()) == ("Scarp", "Landslide panel", "Extract landslides…")
        assert (iface.toolbar, len(iface.factories), iface.docks()) == ([toggle], 1, ["ScarpPanel"])
        assert not toggle.icon().isNull()
        extract.trigger()
        plugin.unload()
        plugin.unload()
        deliver_deletions()
        assert not registered()
        assert (iface.menu, iface.toolbar, iface.factories, iface.docks()) == ([], [], [], [])
    assert opened == ["scarp:extractlandslides"] * 2
    iface.close()


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
