from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QToolButton
from scarp.algorithms import diagnose, install_packages, packages
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.packages.environment import Installed
from scarp.engine.packages.folders import new_folder, switch
from scarp.tests.engine.packages.conftest import wheels  # noqa: F401
from scarp.ui.options_packages import command
from scarp.ui.run_row import RunRow
from scarp.ui.settings import Settings

pytest_plugins = ["scarp.tests.ui.options_ground"]

LEFT = Qt.MouseButton.LeftButton
EXTRACTION = ["onnxruntime", "matplotlib"]
TRAINING = [*EXTRACTION, "torch", "torchvision", "onnx", "onnxscript", "scipy", "tensorboard"]


def state(extraction: list[str], training: list[str], device: str = "cpu", card: str = "") -> str:
    """What the diagnosis says to programs, where these packages are missing."""
    sets = {
        name: {"modules": every, "missing": missing, "ready": "onnxruntime" not in missing and "torch" not in missing,
               "device": device}
        for name, every, missing in (("extraction", EXTRACTION, extraction), ("training", TRAINING, training))
    }  # fmt: skip
    there = {*EXTRACTION} - {*extraction} | {*TRAINING} - {*training}
    return json.dumps({"sets": sets, "versions": dict.fromkeys(there, "1.5"), "card": card})


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What the diagnosis finds, instead of looking: ``found.state``, JSON."""
    stand_in = SimpleNamespace(state=state([], TRAINING))

    def look(self: Any, parameters: Any, context: Any, feedback: Any) -> dict[str, str]:
        return {"TEXT": "Scarp diagnosis\nScarp: 0.2.0\n", "STATE": stand_in.state}

    monkeypatch.setattr(diagnose.Diagnose, "processAlgorithm", look)
    return stand_in


@pytest.fixture
def path_put_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What an installation adds to the path is taken off it again."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(packages, "_holds", [])
    yield
    importlib.invalidate_caches()


@pytest.fixture
def install(path_put_back: None, profile: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Instead of installing: keeps the orders, waits for ``go``, and fails with ``error``."""
    stand_in = SimpleNamespace(orders=[], go=Event(), error="", warning="")
    stand_in.go.set()
    monkeypatch.setattr(install_packages, "find_card", lambda: None)

    def make(place: Path, layout: Any, order: Any, progress: Any) -> Installed:
        stand_in.orders.append(order)
        progress.setProgress(40.0)
        progress.pushInfo("Collecting onnxruntime")
        while not stand_in.go.wait(0.01):
            if progress.isCanceled():
                raise Cancelled("The installation was cancelled; the packages are as they were.")
        if stand_in.error:
            raise ScarpError(stand_in.error)
        if stand_in.warning:
            progress.pushWarning(stand_in.warning)
        folder = new_folder(place)
        switch(place, folder)
        return Installed(folder, order.packages, {"onnxruntime": "1.31.0"})

    monkeypatch.setattr(install_packages, "install", make)
    return stand_in


def texts(page: Any) -> list[str]:
    return [each.notice.label.text() for each in page.packages.sets]


def rows(page: Any) -> list[list[str]]:
    table = page.packages.table
    return [
        [table.topLevelItem(row).text(column) for column in range(3)] for row in range(table.topLevelItemCount())
    ]


def button(page: Any, packages: str) -> Any:
    return next(each.install for each in page.packages.sets if each.packages == packages)


def test_what_is_missing_and_what_for(options, found, wait):
    page = options.open()
    assert texts(page) == ["Extraction: looking…", "Training: looking…"]
    wait(lambda: options.work.packages)
    assert texts(page) == [
        "Extraction: ready. It runs on the processor.",
        f"Training: not possible yet. Missing: {', '.join(TRAINING)}.",
    ]
    assert rows(page)[0] == ["onnxruntime", "1.5 (not for training)", "extraction; validation of a trained model"]
    assert rows(page)[2] == ["torch", "missing", "training"]
    assert [row[0] for row in rows(page)] == TRAINING
    assert [button(page, name).text() for name in ("extraction", "training")] == ["Install again", "Install"]


def test_the_device_that_would_be_used(options, found, wait):
    found.state = state([], ["tensorboard"], "cuda", "NVIDIA T4")
    page = options.open()
    wait(lambda: options.work.packages)
    assert texts(page) == [
        "Extraction: ready. It runs on the graphics card (NVIDIA T4).",
        "Training: ready. It runs on the graphics card (NVIDIA T4). Missing: tensorboard.",
    ]
    options.close()
    Settings(device="cpu").save()
    page = options.open()
    assert texts(page)[0] == "Extraction: ready. It runs on the processor."
    wait(options.are_idle)


def test_the_command_does_what_the_button_does(options, found, install, wait, tmp_path):
    page = options.open()
    wait(lambda: options.work.packages)
    extraction, training = (each.command for each in page.packages.sets)
    assert extraction.text() == "qgis_process run scarp:installpackages -- PACKAGES=extraction DEVICE=auto"
    folder = tmp_path / "my wheels"
    folder.mkdir()
    (folder / "a.whl").touch()
    page.packages.findChild(QgsCollapsibleGroupBox, "installation").setCollapsed(False)
    QTest.keyClick(page.packages.options.widget("DEVICE"), Qt.Key.Key_Down)
    QTest.keyClicks(page.packages.options.widget("WHEELS").findChild(QLineEdit), str(folder))
    assert training.text() == (
        f"qgis_process run scarp:installpackages -- PACKAGES=training DEVICE=cpu 'WHEELS={folder}'"
    )
    training.findChild(QToolButton).click()
    assert QgsApplication.clipboard().text() == training.text()
    assert training.findChild(QAction).toolTip() == "Copy the command"
    QTest.mouseClick(button(page, "training"), LEFT)
    wait(options.are_idle)
    (order,) = install.orders
    assert (order.packages, order.device, order.wheels) == ("training", "cpu", folder)


def test_a_command_for_another_shell(monkeypatch):
    parameters = {"PACKAGES": "extraction", "WHEELS": "C:\\my wheels"}
    monkeypatch.setattr(sys, "platform", "win32")
    assert command(parameters) == (
        'qgis_process run scarp:installpackages -- PACKAGES=extraction "WHEELS=C:\\my wheels"'
    )


def test_installed_and_looked_at_anew(options, found, install, wait):
    found.state = state(EXTRACTION, TRAINING)
    install.go.clear()
    install.warning = "Start QGIS again to use the new ones."
    told = []
    options.work.installed.connect(lambda: told.append(True))
    page = options.open()
    wait(lambda: options.work.packages)
    QTest.mouseClick(button(page, "extraction"), LEFT)
    wait(lambda: page.findChild(RunRow) is not None and page.findChild(RunRow).bar.value() == 40)
    row = page.findChild(RunRow)
    assert (row.title.text(), row.line.text()) == ("Install packages for extraction", "Collecting onnxruntime")
    assert not button(page, "extraction").isEnabled() and not button(page, "training").isEnabled()
    found.state = state([], TRAINING)
    install.go.set()
    wait(lambda: told and options.are_idle())
    assert texts(page)[0] == "Extraction: ready. It runs on the processor."
    assert page.packages.notice.label.text() == (
        "Install packages for extraction: done.\nStart QGIS again to use the new ones."
    )
    assert button(page, "extraction").isEnabled()
    QTest.qWait(20)
    assert page.findChild(RunRow) is None
    assert options.iface.said() == ""  # the page says it


def test_cancelled(options, found, install, wait):
    install.go.clear()
    page = options.open()
    wait(lambda: options.work.packages)
    QTest.mouseClick(button(page, "training"), LEFT)
    wait(lambda: install.orders)
    QTest.mouseClick(page.findChild(RunRow).cancel, LEFT)
    wait(options.are_idle)
    assert button(page, "training").isEnabled()
    assert not page.packages.notice.isVisible()


def test_goes_on_when_the_options_are_closed(options, found, install, wait):
    install.go.clear()
    install.error = "The packages were not installed. There is no network."
    page = options.open()
    wait(lambda: options.work.packages)
    QTest.mouseClick(button(page, "training"), LEFT)
    wait(lambda: install.orders)
    options.close()
    del page
    page = options.open()
    row = page.findChild(RunRow)
    assert row.title.text() == "Install packages for training"
    options.close()
    del page, row
    install.go.set()
    wait(options.are_idle)
    said = "Install packages for training: The packages were not installed. There is no network."
    assert said in options.iface.said()
    assert options.iface.bar.currentItem().level() == Qgis.MessageLevel.Critical
    page = options.open()
    assert page.packages.notice.label.text() == said


def test_values_that_are_wrong_are_told(options, found, install, wait):
    page = options.open()
    wait(lambda: options.work.packages)
    page.packages.findChild(QgsCollapsibleGroupBox, "installation").setCollapsed(False)
    QTest.keyClicks(page.packages.options.widget("INDEX_URL"), "nowhere")
    QTest.mouseClick(button(page, "extraction"), LEFT)
    wait(options.are_idle)
    assert "nowhere is no address of a package index" in page.packages.notice.label.text()
    assert install.orders == []


def test_the_diagnosis_is_shown_and_copied(options, found, wait):
    page = options.open()
    wait(options.are_idle)
    assert not page.packages.diagnosis.isVisible()
    QTest.mouseClick(page.packages.diagnose, LEFT)
    assert not page.packages.diagnose.isEnabled()
    wait(options.are_idle)
    assert page.packages.diagnosis.isVisible() and page.packages.diagnose.isEnabled()
    assert page.packages.diagnosis.toPlainText() == "Scarp diagnosis\nScarp: 0.2.0\n"
    QTest.mouseClick(page.packages.copy, LEFT)
    assert QgsApplication.clipboard().text() == "Scarp diagnosis\nScarp: 0.2.0\n"


def test_for_real(options, path_put_back, wheels, wait, monkeypatch):  # noqa: F811
    """From nothing to an environment of small wheels under the packages' names."""
    monkeypatch.setattr(install_packages, "find_card", lambda: None)
    folder = wheels("onnxruntime", "matplotlib")
    page = options.open()
    wait(lambda: options.work.packages)
    assert "Missing: onnxruntime" in texts(page)[1]
    page.packages.findChild(QgsCollapsibleGroupBox, "installation").setCollapsed(False)
    QTest.keyClicks(page.packages.options.widget("WHEELS").findChild(QLineEdit), str(folder))
    QTest.mouseClick(button(page, "extraction"), LEFT)
    wait(options.are_idle)
    assert page.packages.notice.label.text().startswith("Install packages for extraction: done.")
    assert "onnxruntime" not in texts(page)[1] and "torch" in texts(page)[1]
