from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException
from scarp.algorithms import list_models
from scarp.algorithms.list_models import ListModels
from scarp.algorithms.model_choice import model_names
from scarp.models.bundled import FOLDER, bundled_models

BUNDLED = list(bundled_models())


@pytest.fixture
def own(no_own_models, monkeypatch, tmp_path):
    """The analyst's models: none yet. Trainings lie beside."""
    monkeypatch.setattr(list_models, "training_folder", lambda chosen, name: tmp_path / "training" / name)
    no_own_models.mkdir()
    return no_own_models


@pytest.fixture
def listed(provider, own, feedback):
    """Runs the algorithm as a script does; the models by name, in their order."""
    import processing

    def call():
        results = processing.run("scarp:listmodels", {}, feedback=feedback)
        return {model["name"]: model for model in json.loads(results["MODELS"])}

    return call


def test_in_the_toolbox(qgis_app):
    algorithm = ListModels().create()
    assert (algorithm.name(), algorithm.displayName(), algorithm.group()) == ("listmodels", "List models", "Setup")
    assert algorithm.parameterDefinitions() == []
    assert [output.name() for output in algorithm.outputDefinitions()] == ["MODELS"]
    assert "<i>size_bytes</i>" in algorithm.shortHelpString()


def test_bundled_models(listed, feedback):
    models = listed()
    assert list(models) == BUNDLED
    unet = models["unet"]
    assert (unet["bundled"], unet["kind"], unet["error"]) == (True, "semantic", "")
    assert (unet["path"], unet["card"]) == (str(FOLDER / "unet.onnx"), str(FOLDER / "unet.md"))
    assert (unet["bands"], unet["classes"], unet["resolution_m"]) == (
        ["red", "green", "blue"], ["landslide"], [0.3, 5.0],
    )  # fmt: skip
    assert (unet["threshold"], unet["score"], unet["tile_size"]) == (0.5, None, 512)
    assert unet["network"]["name"] == "efficientnet_unet"
    assert unet["scores"]["bijie val"]["f1"] == pytest.approx(0.7124)
    assert "landslide4sense" in unet["training"]["data"]
    assert unet["size_bytes"] == (FOLDER / "unet.onnx").stat().st_size
    assert f"unet: semantic, red, green, blue, 0.3 to 5 m, 10.9 MB ({unet['path']})" in feedback.infos


def test_own_models_come_after_and_a_broken_one_says_why(listed, own, model_file, tmp_path, feedback):
    model_file("first_band", resolution_m=(2.0, 8.0)).rename(own / "valley.onnx")
    (own / "valley.md").write_text("# Valley")
    model_file("first_band").rename(own / "trained.onnx")
    report = tmp_path / "training" / "trained" / "report.html"
    report.parent.mkdir(parents=True)
    report.write_text("report")
    (own / "broken.onnx").write_bytes(b"not a model")
    (own / "folder.onnx").mkdir()
    models = listed()
    assert list(models) == [*BUNDLED, "broken", "folder", "trained", "valley"]
    assert [name for name in model_names() if name != "both"] == ["auto", *models]
    assert models["valley"]["bundled"] is False
    assert (models["valley"]["card"], models["valley"]["resolution_m"]) == (str(own / "valley.md"), [2.0, 8.0])
    assert models["trained"]["card"] == str(report)
    broken = models["broken"]
    assert broken["error"].startswith("The file broken.onnx is not an ONNX model (")
    assert (broken["size_bytes"], broken["card"], "kind" in broken) == (11, "", False)
    assert models["folder"]["error"].startswith(f"The model {own / 'folder.onnx'} cannot be read: ")
    assert f"broken: {broken['error']}" in feedback.infos


def test_own_model_with_the_name_of_a_bundled_one(listed, own, model_file):
    model_file("first_band").rename(own / "unet.onnx")
    models = listed()
    assert models["unet"]["bundled"] is True
    assert (models["unet.onnx"]["bundled"], models["unet.onnx"]["path"]) == (False, str(own / "unet.onnx"))


def test_link_to_nowhere(listed, own):
    (own / "gone.onnx").symlink_to(own / "nowhere")
    gone = listed()["gone"]
    assert (gone["size_bytes"], gone["error"]) == (
        0, f"The model {own / 'gone.onnx'} cannot be read: No such file or directory. Choose a .onnx file that can be.",
    )  # fmt: skip


def test_cancelled(listed, feedback):
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="The run was cancelled"):
        listed()


def test_the_list_fits_the_analysts_folder(provider, own):
    assert ListModels().create().checkParameterValues({}, QgsProcessingContext()) == (True, "")
    assert Path(own).name == "own"
