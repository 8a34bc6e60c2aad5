from __future__ import annotations

import pytest
from scarp.algorithms.train_mask_rcnn import TrainMaskRCNN
from scarp.algorithms.train_unet import TrainUNet
from scarp.algorithms.training_parameters import start_names


def test_a_training_starts_from_models_of_its_kind_or_nothing(qgis_processing, no_own_models, model_file):
    no_own_models.mkdir()
    for name, kind in (("pixels", "semantic"), ("slides", "instance")):
        path = model_file("first_band", name=f"{name}.onnx", kind=kind, score=0.5)
        path.rename(no_own_models / path.name)
    (no_own_models / "broken.onnx").write_text("no model")
    of_pixels, of_instances = start_names("semantic"), start_names("instance")
    assert of_pixels[:1] + of_pixels[-2:] == ["unet", "pixels", "nothing"]
    assert of_instances[-2:] == ["slides", "nothing"]
    assert set(of_pixels) & set(of_instances) == {"nothing"}


@pytest.mark.parametrize("algorithm", [TrainUNet, TrainMaskRCNN])
def test_all_have_help_and_are_in_the_algorithms(qgis_processing, algorithm):
    made = algorithm().create()
    text = made.shortHelpString()
    for parameter in made.parameterDefinitions():
        assert parameter.help() and parameter.help() in text, parameter.name()
    for output in made.outputDefinitions():
        assert f"<b>{output.description()}</b>" in text, output.name()
    assert made.group() == "Landslides"


def test_both_trainings_take_the_same_ground_and_read_it_alike(qgis_processing):
    pixels, instances = ({each.name() for each in made.parameterDefinitions()}
                         for made in (TrainUNet().create(), TrainMaskRCNN().create()))  # fmt: skip
    assert instances - pixels == {
        "BACKBONE", "IMPROVED_FPN", "EDGE_LOSS", "WEIGHTS", "STEPS", "TILE", "CHANNELS", "ANCHOR_SIZES",
        "ASPECT_RATIOS", "PROPOSALS",
    }  # fmt: skip
    assert pixels - instances == {
        "START_FILE", "PATCHES", "PATCH", "BOUNDARY_WEIGHT", "BOUNDARY_SIGMA", "CLASS_WEIGHT", "LOSS_WEIGHT", "BLUR",
        "DICE", "WIDTH",
    }  # fmt: skip
