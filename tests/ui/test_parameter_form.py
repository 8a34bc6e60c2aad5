from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from scarp.ui.parameter_form import ParameterForm

NAMES = ("FILE", "URL", "SHA256", "NAME", "OVERWRITE", "AUTHENTICATION")


def test_rows_are_the_algorithms_own(provider):
    form = ParameterForm("scarp:installpackages", ["DEVICE", "WHEELS", "INDEX_URL"])
    device = form.findChild(QComboBox, "DEVICE")
    assert [device.itemText(index) for index in range(device.count())] == ["auto", "cpu", "cuda"]
    assert "where there is an NVIDIA card" in device.toolTip()
    assert [label.text() for label in form.findChildren(QLabel) if label.text()] == [
        "Device", "Folder of wheels [optional]", "Package index [optional]",
    ]  # fmt: skip
    assert form.values() == {"DEVICE": "auto"}


def test_what_is_filled_in(provider):
    form = ParameterForm("scarp:installmodel", NAMES)
    assert form.values() == {"OVERWRITE": False}
    QTest.keyClicks(form.findChild(QLineEdit, "NAME"), "mine")
    QTest.keyClick(form.findChild(QCheckBox, "OVERWRITE"), Qt.Key.Key_Space)
    form.set_values({"FILE": "/somewhere/model.onnx", "PACKAGES": "none of its rows"})
    assert form.values() == {"FILE": "/somewhere/model.onnx", "NAME": "mine", "OVERWRITE": True}
    form.clear()
    assert form.values() == {"OVERWRITE": False}


def test_numbers_keep_their_limits(provider):
    form = ParameterForm("scarp:trainunet", ["THREADS", "PRESET", "SHARE"])
    assert form.values() == {"THREADS": 0, "PRESET": "quick", "SHARE": 0.6}
    assert (form.widget("SHARE").minimum(), form.widget("SHARE").maximum()) == (0.05, 0.95)
    form.set_values({"THREADS": 3, "PRESET": "paper", "SHARE": 0.75})
    assert form.values() == {"THREADS": 3, "PRESET": "paper", "SHARE": 0.75}


def test_no_such_algorithm(provider):
    form = ParameterForm("scarp:nosuchthing", ["DEVICE"])
    assert form.values() == {}
    assert form.layout_of_rows.rowCount() == 0
