from __future__ import annotations

from dataclasses import fields

from qgis.core import QgsProcessingParameterDefinition
from scarp.algorithms.train_mask_rcnn import TrainMaskRCNN
from scarp.algorithms.training_mask_rcnn_parameters import BACKBONES, KIND, ROTATIONS, training_parameters
from scarp.models.job import Job

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


def by_name():
    return {parameter.name(): parameter for parameter in training_parameters(str)}


def test_what_a_first_training_needs_and_what_the_paper_is_about_is_not_advanced(qgis_processing):
    assert [name for name, parameter in by_name().items() if not parameter.flags() & ADVANCED] == [
        "INPUT", "ROIS", "CLASS_FIELD", "REST", "LABELS", "SPLIT", "SHARE", "VALIDATION_ROIS", "VALIDATION_INPUT",
        "VALIDATION_LABELS", "START", "PRESET", "NAME", "OVERWRITE", "BACKBONE", "IMPROVED_FPN", "EDGE_LOSS",
    ]  # fmt: skip


def test_settings_are_empty_by_default_and_say_what_the_presets_have(qgis_processing):
    parameters = by_name()
    assert set(KIND.fields.values()) <= {field.name for field in fields(Job)}
    for name in (*KIND.fields, "SCALE_MIN", "SCALE_MAX", "STEPS", "BACKBONE", "ROTATION", "CHANNELS", "PROPOSALS"):
        assert parameters[name].flags() & OPTIONAL and parameters[name].defaultValue() is None, name
        assert "(paper)" in parameters[name].help() or name == "MOMENTUM", name
    assert parameters["MOMENTUM"].help() == "Of sgd. Empty takes 0.99."
    for name, said in {
        "STEPS": "2440 (paper)", "BATCH": "4 (paper)", "LEARNING_RATE": "0.0001 (paper)", "EPOCHS": "200 (paper)",
        "TILE": "256 (quick), 256 (paper)", "BACKBONE": "ResNeXt-50 (paper)", "CHANNELS": "128 (quick), 256 (paper)",
        "ROTATION": "any angle (quick), right angles (paper)", "SELECT": "f1 (quick), f1 (paper), f1 (thorough)",
    }.items():  # fmt: skip
        assert said in parameters[name].help(), name
    assert "12, 24, 48, 96, 192" in parameters["ANCHOR_SIZES"].help()
    assert "0.5, 1, 2" in parameters["ASPECT_RATIOS"].help()


def test_choices(qgis_processing):
    parameters = by_name()
    papers = ["ResNet-50", "ResNet-101", "ResNeXt-50", "ResNeXt-101"]
    assert parameters["BACKBONE"].options() == [*BACKBONES]
    assert [*BACKBONES] == [*papers, "EfficientNet-Lite0", "EfficientNet-Lite1", "EfficientNet-Lite2"]
    assert parameters["ROTATION"].options() == ["none", "right angles", "any angle"] == [*ROTATIONS]
    assert parameters["IMPROVED_FPN"].defaultValue() is True and parameters["EDGE_LOSS"].defaultValue() is True


def test_outputs(qgis_processing):
    algorithm = TrainMaskRCNN().create()
    assert [output.name() for output in algorithm.outputDefinitions()] == [
        "MODEL_FILE", "REPORT", "LOG", "EVENTS", "BEST_EPOCH", "BEST_F1", "THRESHOLD", "VALIDATION_LOSS", "AP50",
    ]  # fmt: skip
    assert (algorithm.id(), algorithm.displayName()) == ("trainmaskrcnn", "Train a Mask R-CNN model")
