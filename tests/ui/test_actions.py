from __future__ import annotations

from scarp.tests.test_plugin import Interface
from scarp.ui.actions import ScarpActions


def test_entry_and_button_are_one_action_and_go_again(qgis_app):
    iface = Interface()
    actions = ScarpActions(iface)
    assert iface.menu == [("Scarp", actions.extract)]
    assert iface.toolbar == [actions.extract]
    assert actions.extract.toolTip() == "Extract landslides from an image (Scarp)"
    assert actions.extract.parent() is iface.window
    actions.remove()
    assert (iface.menu, iface.toolbar) == ([], [])
    iface.window.deleteLater()
