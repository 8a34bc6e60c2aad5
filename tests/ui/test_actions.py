from __future__ import annotations

from scarp.tests.test_plugin import Interface
from scarp.ui.actions import ScarpActions


def test_entries_and_button_go_again(qgis_app):
    iface = Interface()
    actions = ScarpActions(iface)
    assert iface.menu == [("Scarp", actions.extract), ("Scarp", actions.train), ("Scarp", actions.train_instances)]
    assert iface.toolbar == [actions.extract]
    assert actions.extract.toolTip() == "Extract landslides from an image (Scarp)"
    assert actions.train.toolTip() == "Train a model on your own landslides (Scarp)"
    assert actions.train_instances.toolTip() == "Train a model that finds landslides one by one (Scarp)"
    assert actions.train_instances.parent() is iface.window
    assert actions.extract.parent() is actions.train.parent() is iface.window
    actions.remove()
    assert (iface.menu, iface.toolbar) == ([], [])
    iface.window.deleteLater()


def test_entries_open_dialogs(qgis_processing, monkeypatch):
    import processing

    opened = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", opened.append, raising=False)
    iface = Interface()
    actions = ScarpActions(iface)
    actions.extract.trigger()
    actions.train.trigger()
    actions.train_instances.trigger()
    assert opened == ["scarp:extractlandslides", "scarp:trainunet", "scarp:trainmaskrcnn"]
    actions.remove()
    iface.window.deleteLater()
