from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from scarp.algorithms import model_choice
from scarp.engine.errors import ScarpError
from scarp.models.bundled import bundled_models
from scarp.ui.model_choice import ModelCombo

BUNDLED = list(bundled_models())
BOTH = ["both"] if "maskrcnn" in BUNDLED else []


@pytest.fixture
def own(tmp_path, model_file, monkeypatch):
    """The analyst's models: "ridge", and "broken"."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr(model_choice, "models_folder", lambda: folder)
    scores = {"north": {"f1": 0.81, "precision": 0.8, "recall": 0.82}}
    model_file("first_band", resolution_m=(2.0, 8.0), scores=scores).rename(folder / "ridge.onnx")
    (folder / "broken.onnx").write_bytes(b"not a model")
    return folder


@pytest.fixture
def combo(own, state, runs, wait):
    combo = ModelCombo(state, runs)
    combo.show()
    wait(lambda: not list(runs))
    yield combo
    combo.hidePopup()
    combo.deleteLater()


def names(combo):
    return [combo.itemText(index) for index in range(combo.count())]


def click(combo, name):
    """Open the list and click on a model."""
    combo.showPopup()
    view = combo.view()
    # Qt takes a release soon after the list has opened for the end of the click that opened it.
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    place = view.visualRect(combo.model().index(combo.findText(name), 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_before_the_models_are_listed_the_one_in_use_is_shown(own, state, runs):
    state.set_model("ridge")
    combo = ModelCombo(state, runs)
    assert (names(combo), combo.currentText(), combo.name) == (["auto", "ridge"], "ridge", "ridge")


def test_models_and_their_cards(combo):
    assert names(combo) == ["auto", *BUNDLED, *BOTH, "broken", "ridge"]
    assert combo.currentText() == "auto"
    assert combo.toolTip() == "The bundled model that was made for the image's ground resolution."
    card = combo.itemData(combo.findText("ridge"), Qt.ItemDataRole.ToolTipRole)
    for words in ("<b>ridge</b>", "2 to 8", "F1 0.81", "landslide", "red, green, blue"):
        assert words in card
    assert "unet.onnx" in combo.itemData(combo.findText("unet"), Qt.ItemDataRole.ToolTipRole)


def test_a_click_chooses(combo, state):
    chosen, heard = [], []
    combo.chosen.connect(chosen.append)
    state.model_changed.connect(heard.append)
    click(combo, "ridge")
    assert (combo.currentText(), combo.name, state.model, chosen, heard) == (
        "ridge", "ridge", "ridge", ["ridge"], ["ridge"],
    )  # fmt: skip
    assert "<b>ridge</b>" in combo.toolTip()


def test_keys_choose(combo, state):
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert state.model == combo.currentText() == "unet"
    for name in BOTH:
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert (state.model, "mean of the probabilities" in combo.toolTip()) == (name, True)
    # The broken one is passed over.
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert state.model == "ridge"


def test_a_broken_model_cannot_be_chosen_and_says_why(combo, state):
    tip = combo.itemData(combo.findText("broken"), Qt.ItemDataRole.ToolTipRole)
    assert "is not an ONNX model" in tip
    click(combo, "broken")
    assert state.model == "auto"


def test_the_panels_model_is_shown(combo, state):
    chosen = []
    combo.chosen.connect(chosen.append)
    state.set_model("unet")
    assert (combo.currentText(), combo.name, chosen) == ("unet", "unet", [])
    assert "unet" in combo.toolTip()


def test_a_model_that_came_is_listed(combo, state, own, runs, wait, model_file):
    model_file("first_band").rename(own / "new.onnx")
    # As at the end of a training, the model is used before all have heard of it.
    state.set_model("new")
    state.models_changed.emit()
    assert combo.currentText() == "new"
    wait(lambda: not list(runs))
    assert names(combo) == ["auto", *BUNDLED, *BOTH, "broken", "new", "ridge"]
    assert (combo.currentText(), state.model) == ("new", "new")
    assert "<b>new</b>" in combo.toolTip()


def test_a_model_that_is_used_and_not_listed_is_looked_for(combo, state, own, runs, wait, model_file):
    model_file("first_band").rename(own / "new.onnx")
    state.set_model("new")
    wait(lambda: not list(runs))
    assert "<b>new</b>" in combo.toolTip()
    state.set_model("none")
    assert combo.currentText() == "none"
    wait(lambda: not list(runs))
    assert (combo.currentText(), state.model, "none" in names(combo)) == ("auto", "auto", False)


def test_a_model_that_went_gives_way_to_auto(combo, state, own, runs, wait):
    state.set_model("ridge")
    (own / "ridge.onnx").unlink()
    state.models_changed.emit()
    wait(lambda: not list(runs))
    assert (combo.currentText(), state.model) == ("auto", "auto")
    assert "ridge" not in names(combo)


def test_two_of_them_agree(combo, state, runs, wait):
    other = ModelCombo(state, runs)
    wait(lambda: not list(runs))
    click(combo, "ridge")
    assert other.currentText() == "ridge"
    other.deleteLater()


def test_models_that_cannot_be_listed(combo, state, runs, wait, monkeypatch):
    def damaged(*_):
        raise ScarpError("The list of bundled models is damaged; install the plugin again.")

    monkeypatch.setattr("scarp.algorithms.list_models.listed_models", damaged)
    before = names(combo)
    state.models_changed.emit()
    wait(lambda: not list(runs))
    assert names(combo) == before
    assert combo.toolTip() == "The list of bundled models is damaged; install the plugin again."


def test_gone_while_models_are_listed(own, state, runs, wait):
    combo = ModelCombo(state, runs)
    combo.deleteLater()
    wait(lambda: not list(runs))
    state.set_model("unet")
    state.models_changed.emit()
    assert not list(runs)
    assert state.model == "unet"


def test_narrow(combo, own, state, runs, wait, model_file):
    model_file("first_band").rename(own / f"{'very_long_name_' * 6}.onnx")
    state.models_changed.emit()
    wait(lambda: not list(runs))
    assert combo.minimumSizeHint().width() < combo.fontMetrics().averageCharWidth() * 25
