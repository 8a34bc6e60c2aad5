from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from scarp.algorithms.training_folder import training_folder as algorithm_folder
from scarp.algorithms.training_parameters import NOTHING as ALGORITHM_NOTHING
from scarp.ui import training_form
from scarp.ui.settings import SECTION, Settings
from scarp.ui.training_form import (
    MASK_RCNN,
    NOTHING,
    UNET,
    Choices,
    TrainingForm,
    choices,
    free_name,
    model_names,
    training_folder,
)


@pytest.fixture
def form(provider, monkeypatch, tmp_path):
    monkeypatch.setattr(training_form, "training_folder", lambda name: tmp_path / name)
    form = TrainingForm()
    form.show()
    yield form
    form.deleteLater()


@pytest.fixture
def settings():
    yield Settings
    QgsSettings().remove(SECTION)


def options(combo) -> list[str]:
    return [combo.itemData(number) for number in range(combo.count())]


def test_what_the_algorithms_offer(provider):
    assert NOTHING == ALGORITHM_NOTHING
    found = choices(UNET)
    assert found.options["START"][0] == "unet" and found.options["START"][-1] == "nothing"
    assert found.options["PRESET"] == ["quick", "paper", "thorough"]
    assert found.help["PRESET"].startswith("<i>quick</i> fits a model to your ground in minutes")
    assert choices(MASK_RCNN).options["START"][0] == "maskrcnn"
    assert choices("scarp:none") == Choices()
    assert model_names()[:2] == ["auto", "maskrcnn"]


def test_folder_is_that_of_the_algorithm(qgis_app):
    assert training_folder("my valley") == algorithm_folder("", "my valley")


def test_values(form):
    form.offer(choices(UNET))
    form.propose("scene", [])
    assert form.parameters() == {
        "START": "unet", "PRESET": "quick", "SHARE": pytest.approx(0.6), "NAME": "scene", "DEVICE": "auto", "THREADS": 0
    }  # fmt: skip
    form.start.setFocus()
    QTest.keyClick(form.start, Qt.Key.Key_End)
    form.preset.setFocus()
    QTest.keyClicks(form.preset, "th")
    form.validation.selectAll()
    QTest.keyClicks(form.validation, "25")
    QTest.keyClick(form.validation, Qt.Key.Key_Return)
    form.name.selectAll()
    QTest.keyClicks(form.name, " mine ")
    values = form.parameters()
    assert (values["START"], values["PRESET"], values["NAME"]) == ("nothing", "thorough", "mine")
    assert values["SHARE"] == pytest.approx(0.75)
    assert form.start.currentText() == "nothing (random weights)"


def test_another_kind_asks_for_other_choices(form):
    asked = []
    form.changed.connect(lambda: asked.append(form.algorithm))
    form.kind.setFocus()
    QTest.keyClick(form.kind, Qt.Key.Key_Down)
    assert asked == [MASK_RCNN]
    form.offer(choices(MASK_RCNN))
    assert options(form.start)[0] == "maskrcnn"


def test_what_was_chosen_stays(form):
    form.offer(Choices({"START": ["unet", "mine", "nothing"], "PRESET": ["quick", "paper"]}))
    form.start.setCurrentIndex(1)
    form.preset.setCurrentIndex(1)
    form.offer(Choices({"START": ["unet", "other", "mine", "nothing"], "PRESET": ["quick", "paper"]}))
    assert (form.start.currentData(), form.preset.currentData()) == ("mine", "paper")
    form.offer(Choices({"START": ["unet", "nothing"], "PRESET": ["quick", "paper"]}))
    assert form.start.currentData() == "unet"
    form.offer(Choices())
    assert (form.start.count(), form.start.currentData()) == (0, None)


def test_settings_of_the_options_are_where_it_starts(provider, settings):
    Settings(device="cpu", threads=3, preset="thorough", share=0.8).save()
    form = TrainingForm()
    form.offer(choices(UNET))
    values = form.parameters()
    assert (values["DEVICE"], values["THREADS"], values["PRESET"]) == ("cpu", 3, "thorough")
    assert form.validation.value() == 20


@pytest.mark.parametrize(("wanted", "taken", "expected"), [
    ("scene", [], "scene"), ("scene", ["Scene", "scene 2"], "scene 3"), ("Dorf: Hang/2026", [], "Dorf Hang 2026"),
    ("(old) a.", [], "old) a"), ("…", [], "model"), ("", ["model"], "model 2"), ("x" * 200, [], "x" * 60),
    ("unet", ["auto", "unet"], "unet 2"), ("scene", ["scene "], "scene"),
])  # fmt: skip
def test_names_that_are_free(monkeypatch, tmp_path, wanted, taken, expected):
    monkeypatch.setattr(training_form, "training_folder", lambda name: tmp_path / name)
    assert free_name(wanted, taken) == expected


def test_name_of_a_training_that_is_there_is_not_free(monkeypatch, tmp_path):
    monkeypatch.setattr(training_form, "training_folder", lambda name: tmp_path / name)
    (tmp_path / "scene").mkdir()
    assert free_name("scene", []) == "scene 2"


def test_name_that_was_typed_stays(form):
    form.propose("scene", ["scene"])
    assert form.name.text() == "scene 2"
    form.name.selectAll()
    QTest.keyClicks(form.name, "mine")
    form.propose("scene", ["scene"])
    assert form.name.text() == "mine"
    form.propose("scene", ["mine"])
    assert form.name.text() == "mine 2"
