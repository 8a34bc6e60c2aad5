from __future__ import annotations

import os

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException
from scarp.algorithms.model_choice import model_names
from scarp.algorithms.remove_model import RemoveModel
from scarp.models.bundled import FOLDER


@pytest.fixture
def own(no_own_models, model_file):
    """The analyst's models: "valley" with a card, and "ridge"."""
    no_own_models.mkdir()
    for name in ("valley", "ridge"):
        model_file("first_band").rename(no_own_models / f"{name}.onnx")
    (no_own_models / "valley.md").write_text("# Valley")
    return no_own_models


@pytest.fixture
def remove(provider, feedback):
    """Runs the algorithm as a script does."""
    import processing

    return lambda name: processing.run("scarp:removemodel", {"NAME": name}, feedback=feedback)


def refusal(name):
    possible, why = RemoveModel().create().checkParameterValues({"NAME": name}, QgsProcessingContext())
    assert not possible
    return why


def test_in_the_toolbox(qgis_app):
    algorithm = RemoveModel().create()
    assert (algorithm.name(), algorithm.displayName(), algorithm.group()) == ("removemodel", "Remove a model", "Setup")
    assert [parameter.name() for parameter in algorithm.parameterDefinitions()] == ["NAME"]
    assert [output.name() for output in algorithm.outputDefinitions()] == ["MODEL"]
    assert "it cannot be had back" in algorithm.shortHelpString()


def test_removes_the_file_and_nothing_else(remove, own, feedback):
    assert remove("valley") == {"MODEL": str(own / "valley.onnx")}
    assert sorted(file.name for file in own.iterdir()) == ["ridge.onnx", "valley.md"]
    assert "valley" not in model_names() and "ridge" in model_names()
    assert f'The model "valley" is removed: {own / "valley.onnx"}.' in feedback.infos


@pytest.mark.parametrize("name", ["auto", "unet", " unet "])
def test_what_comes_with_scarp_stays(name, own, qgis_app):
    assert refusal(name) == f'"{name.strip()}" comes with Scarp and is not removed; only your own models can be.'
    assert (FOLDER / "unet.onnx").is_file()


@pytest.mark.parametrize("name", ["peak", "../own/valley", "valley.onnx"])
def test_a_name_that_is_not_listed(name, own, qgis_app):
    assert refusal(name) == f'There is no model "{name}"; choose one of your own: ridge, valley.'


def test_none_of_ones_own(no_own_models, qgis_app):
    assert refusal("valley") == 'There is no model "valley"; you have none of your own.'


def test_own_model_with_the_name_of_a_bundled_one(remove, own, model_file):
    model_file("first_band").rename(own / "unet.onnx")
    assert remove("unet.onnx") == {"MODEL": str(own / "unet.onnx")}
    assert not (own / "unet.onnx").exists()


def test_a_broken_one_goes_too(remove, own):
    (own / "broken.onnx").write_bytes(b"not a model")
    remove("broken")
    assert not (own / "broken.onnx").exists()


def test_a_file_that_stays(remove, own, monkeypatch):
    def locked(self, missing_ok=False):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(own), "unlink", locked)
    with pytest.raises(QgsProcessingException) as caught:
        remove("valley")
    assert f"The model {own / 'valley.onnx'} cannot be removed (Permission denied); close what uses it" in str(
        caught.value
    )
    assert os.path.exists(own / "valley.onnx")  # noqa: PTH110 - Path is the one that is patched
