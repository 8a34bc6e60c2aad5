from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from qgis.core import Qgis
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit
from scarp.algorithms import model_choice, remove_model, training_folder
from scarp.engine.errors import ScarpError
from scarp.tests.algorithms.served import serving

pytest_plugins = ["scarp.tests.ui.options_ground"]

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def own(profile: Path, model_file: Any) -> Path:
    """The analyst's folder, with the model "mine" in it."""
    folder = profile / "scarp" / "models"
    folder.mkdir(parents=True)
    model_file("first_band", name="new.onnx", resolution_m=(2.0, 2.0)).rename(folder / "mine.onnx")
    return folder


@pytest.fixture
def asked_to_open(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop was asked to open."""
    addresses: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()) or True)
    return addresses


def rows(page: Any) -> dict[str, list[str]]:
    table = page.models.table
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return {item.text(0): [item.text(column) for column in range(1, 5)] for item in items}


def choose(page: Any, name: str) -> None:
    """Click on a model."""
    table = page.models.table
    (item,) = table.findItems(name, Qt.MatchFlag.MatchExactly)
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualItemRect(item).center())


def importing(page: Any) -> Any:
    page.models.findChild(QgsCollapsibleGroupBox, "importing").setCollapsed(False)
    QTest.qWait(0)  # the rows get their places
    return page.models.form


def test_what_is_there(options, own, wait):
    page = options.open()
    wait(lambda: rows(page))
    assert list(rows(page)) == ["maskrcnn", "unet", "mine"]
    assert rows(page)["unet"] == ["by pixel", "0.3 to 5 m", "10.9 MB", "Scarp"]
    assert rows(page)["maskrcnn"][0] == "one by one"
    assert rows(page)["mine"][1] == "2 m"
    assert rows(page)["mine"][3] == "you"
    tip = page.models.table.findItems("unet", Qt.MatchFlag.MatchExactly)[0].toolTip(0)
    assert "F1 0.71, precision 0.73, recall 0.70, IoU 0.55" in tip


def test_the_card_of_the_chosen_one(options, own, wait, asked_to_open):
    page = options.open()
    wait(lambda: rows(page))
    choose(page, "unet")
    text = page.models.card.toPlainText()
    assert text.startswith("unet\nThe model that comes with Scarp: a U-Net")
    assert "Landslide4Sense" in text and "Recommended threshold" in text
    assert "![" not in text and "docs/images" not in page.models.card.toHtml()
    assert not page.models.remove.isEnabled()
    choose(page, "mine")
    assert "red, green, blue" in page.models.card.toPlainText()
    assert page.models.remove.isEnabled()
    page.models.card.anchorClicked.emit(QUrl("https://example.org/paper"))
    page.models.card.anchorClicked.emit(QUrl("unet.md"))
    assert asked_to_open == ["https://example.org/paper"]


def test_the_report_of_an_own_training(options, own, wait, asked_to_open):
    folder = training_folder.training_folder("", "mine")
    folder.mkdir(parents=True)
    report = folder / training_folder.REPORT
    report.write_text("<html></html>", encoding="utf-8")
    page = options.open()
    wait(lambda: rows(page))
    choose(page, "mine")
    assert "Report of its training" in page.models.card.toPlainText()
    assert QUrl.fromLocalFile(str(report)).toString() in page.models.card.toHtml()


def test_a_file_that_is_no_model(options, own, wait):
    (own / "broken.onnx").write_bytes(b"none")
    page = options.open()
    wait(lambda: rows(page))
    choose(page, "broken")
    assert "Cannot be used" in page.models.card.toPlainText()
    assert page.models.remove.isEnabled()


def test_import_of_a_file(options, profile, model_file, wait, state):
    file = model_file("first_band", name="tiny.onnx")
    heard = []
    state.models_changed.connect(lambda: heard.append(True))
    page = options.open()
    wait(lambda: rows(page))
    form = importing(page)
    QTest.keyClicks(form.widget("FILE").findChild(QLineEdit), str(file))
    QTest.keyClicks(form.widget("NAME"), "coast")
    QTest.mouseClick(page.models.import_model, LEFT)
    assert not page.models.import_model.isEnabled()
    wait(lambda: "coast" in rows(page))
    assert (profile / "scarp" / "models" / "coast.onnx").read_bytes() == file.read_bytes()
    assert heard == [True]
    assert form.values() == {"OVERWRITE": False}
    assert page.models.import_model.isEnabled()
    assert page.models.notice.label.text() == "Import a model: done."


def test_import_from_an_address(options, profile, model_file, wait):
    content = model_file("first_band", name="tiny.onnx").read_bytes()
    page = options.open()
    wait(lambda: rows(page))
    form = importing(page)
    with serving() as server:
        server.pages["/tiny.onnx"] = content
        QTest.keyClicks(form.widget("URL"), server.url("/tiny.onnx"))
        QTest.mouseClick(page.models.import_model, LEFT)
        wait(options.are_idle)
        assert "needs its SHA-256" in page.models.notice.label.text()
        assert form.values()["URL"] == server.url("/tiny.onnx")  # to be mended
        QTest.keyClicks(form.widget("SHA256"), hashlib.sha256(content).hexdigest())
        QTest.mouseClick(page.models.import_model, LEFT)
        wait(lambda: "tiny" in rows(page))
    assert (profile / "scarp" / "models" / "tiny.onnx").read_bytes() == content


def test_removed_when_it_is_confirmed(options, own, wait, state):
    heard = []
    state.models_changed.connect(lambda: heard.append(True))
    page = options.open()
    wait(lambda: rows(page))
    choose(page, "mine")
    QTest.mouseClick(page.models.remove, LEFT)
    removal = page.models.removal
    assert removal.notice.label.text() == f'Remove the model "mine"? Its file {own / "mine.onnx"} is deleted.'
    QTest.mouseClick(removal.keep, LEFT)
    assert not removal.isVisible() and (own / "mine.onnx").is_file()
    QTest.mouseClick(page.models.remove, LEFT)
    choose(page, "unet")
    assert not removal.isVisible()  # the question was for another
    choose(page, "mine")
    QTest.mouseClick(page.models.remove, LEFT)
    QTest.mouseClick(removal.remove, LEFT)
    wait(lambda: "mine" not in rows(page))
    assert not (own / "mine.onnx").exists()
    assert heard == [True]
    assert not removal.isVisible()


def test_a_removal_that_fails_is_told(options, own, wait, monkeypatch):
    def refuse(self: Any, *_: Any) -> None:
        raise ScarpError("It is in use.")

    monkeypatch.setattr(remove_model.RemoveModel, "_own_model", refuse)
    page = options.open()
    wait(lambda: rows(page))
    choose(page, "mine")
    QTest.mouseClick(page.models.remove, LEFT)
    QTest.mouseClick(page.models.removal.remove, LEFT)
    wait(options.are_idle)
    assert page.models.notice.label.text() == 'Remove the model "mine": It is in use.'
    assert "mine" in rows(page) and (own / "mine.onnx").is_file()


def test_a_model_that_was_trained_meanwhile(options, own, wait, state):
    page = options.open()
    wait(lambda: rows(page))
    choose(page, "unet")
    (own / "trained.onnx").write_bytes((own / "mine.onnx").read_bytes())
    state.models_changed.emit()
    wait(lambda: "trained" in rows(page))
    assert page.models.table.selectedItems()[0].text(0) == "unet"


def test_the_folder(options, profile, wait, asked_to_open):
    page = options.open()
    QTest.mouseClick(page.models.folder, LEFT)
    folder = profile / "scarp" / "models"
    assert folder == model_choice.models_folder()
    assert folder.is_dir()
    assert asked_to_open == [QUrl.fromLocalFile(str(folder)).toString()]


def test_a_folder_that_cannot_be_made(options, profile, asked_to_open):
    (profile / "scarp").write_text("a file", encoding="utf-8")
    page = options.open()
    QTest.mouseClick(page.models.folder, LEFT)
    assert page.models.notice.label.text().startswith(f"The folder {profile / 'scarp' / 'models'} cannot be made (")
    assert asked_to_open == []


def test_models_that_change_while_nobody_asks(options, state, runs):
    state.models_changed.emit()
    assert list(runs) == []


def test_told_above_the_canvas_when_the_options_are_closed(options, own, model_file, wait):
    file = model_file("first_band", name="mine.onnx")
    page = options.open()
    wait(lambda: rows(page))
    QTest.keyClicks(importing(page).widget("FILE").findChild(QLineEdit), str(file))
    QTest.keyClick(page.models.form.widget("OVERWRITE"), Qt.Key.Key_Space)
    QTest.mouseClick(page.models.import_model, LEFT)
    options.close()
    wait(options.are_idle)
    assert "Import a model: done." in options.iface.said()
    assert options.iface.bar.currentItem().level() == Qgis.MessageLevel.Success
