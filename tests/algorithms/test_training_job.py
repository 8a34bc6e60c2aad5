from __future__ import annotations

import pytest
from scarp.algorithms.training_job import Start, find_start, recipe
from scarp.engine.errors import ScarpError
from scarp.models.bundled import bundled_models
from scarp.models.job import Job
from scarp.models.presets import INSTANCE_PRESETS, PRESETS

NOTHING = {"scale": (0.8, 1.25)}


def test_nothing_is_random_weights():
    assert find_start("nothing", "") == Start()


def test_the_bundled_model_by_name():
    start = find_start("unet", "")
    assert start == Start(
        str(bundled_models()["unet"].path), "efficientnet_unet", {"variant": "lite2"}, ("red", "green", "blue"),
        ("landslide",), (0.3, 5.0),
    )  # fmt: skip


def test_a_file_goes_before_the_name(model_file):
    path = model_file("first_band", network={"name": "unet", "settings": {"width": 8, "bands": 3, "classes": 1}})
    start = find_start("unet", str(path))
    assert (start.weights, start.network, start.settings) == (str(path), "unet", {"width": 8})


def test_a_checkpoint_with_its_job(tmp_path):
    (tmp_path / "best.pt").write_text("")
    job = Job([], [], "", network="unet", settings={"width": 16}, bands=("nir", "red"), classes=("landslide", "river"),
              resolution_m=(1.0, 2.0))  # fmt: skip
    job.save(tmp_path / "job.json")
    assert find_start("unet", str(tmp_path / "best.pt")) == Start(
        str(tmp_path / "best.pt"), "unet", {"width": 16}, ("nir", "red"), ("landslide", "river"), (1.0, 2.0)
    )


def test_a_checkpoint_alone_leaves_the_network_to_the_preset(tmp_path):
    (tmp_path / "imagenet.pt").write_text("")
    start = find_start("unet", str(tmp_path / "imagenet.pt"))
    assert start == Start(str(tmp_path / "imagenet.pt"))
    chosen = recipe(PRESETS["quick"], start, NOTHING)
    assert (chosen["network"], chosen["frozen_norm"]) == ("efficientnet_unet", True)


@pytest.mark.parametrize(("name", "file", "why"), [
    ("lost", "", 'There is no model "lost"; choose one of: '),
    ("unet", "{folder}/none.onnx", "There is no file {folder}/none.onnx to start from"),
    ("unet", "{folder}/notes.txt", "and {folder}/notes.txt is neither."),
])  # fmt: skip
def test_no_start(tmp_path, name, file, why):
    (tmp_path / "notes.txt").write_text("")
    with pytest.raises(ScarpError) as caught:
        find_start(name, file.replace("{folder}", str(tmp_path)))
    assert why.replace("{folder}", str(tmp_path)) in str(caught.value)


@pytest.mark.parametrize("presets", [PRESETS, INSTANCE_PRESETS], ids=["semantic", "instance"])
@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_a_recipe_of_a_job(presets, preset):
    chosen = recipe(presets[preset], Start(), {})
    assert Job([], [], "", **chosen).tile == presets[preset]["tile"]
    assert chosen["frozen_norm"] is False


def test_the_start_models_network_goes_before_the_presets():
    start = Start("a.onnx", "efficientnet_unet", {"variant": "lite0"})
    chosen = recipe(PRESETS["paper"], start, {"momentum": 0.5})
    assert (chosen["network"], chosen["settings"], chosen["momentum"]) == (
        "efficientnet_unet", {"variant": "lite0"}, 0.5
    )  # fmt: skip
