from __future__ import annotations

from dataclasses import fields

from qgis.core import QgsProcessingParameterDefinition
from scarp.algorithms.train_unet import TrainUNet
from scarp.algorithms.training_unet_parameters import KIND, training_parameters
from scarp.models.job import Job

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


def by_name():
    return {parameter.name(): parameter for parameter in training_parameters(str)}


def test_what_a_first_training_needs_is_not_advanced(qgis_processing):
    assert [name for name, parameter in by_name().items() if not parameter.flags() & ADVANCED] == [
        "INPUT", "ROIS", "CLASS_FIELD", "REST", "LABELS", "SPLIT", "SHARE", "VALIDATION_ROIS", "VALIDATION_INPUT",
        "VALIDATION_LABELS", "START", "PRESET", "NAME", "OVERWRITE",
    ]  # fmt: skip


def test_settings_are_empty_by_default_and_say_what_the_presets_have(qgis_processing):
    parameters = by_name()
    assert set(KIND.fields.values()) <= {field.name for field in fields(Job)}
    for name in (*KIND.fields, "SCALE_MIN", "SCALE_MAX"):
        assert parameters[name].flags() & OPTIONAL and parameters[name].defaultValue() is None, name
        assert "(paper)" in parameters[name].help(), name
    assert "Empty takes the preset's: 224 (quick), 572 (paper), 224 (thorough)." in parameters["PATCH"].help()
    assert "0.8022 (paper)" in parameters["CLASS_WEIGHT"].help()
    assert "3.8566 (paper)" in parameters["BLUR"].help()
    assert "0.8 (paper)" in parameters["SCALE_MIN"].help() and "1.25 (paper)" in parameters["SCALE_MAX"].help()


def test_outputs(qgis_processing):
    algorithm = TrainUNet().create()
    assert [output.name() for output in algorithm.outputDefinitions()] == [
        "MODEL_FILE", "REPORT", "LOG", "EVENTS", "BEST_EPOCH", "BEST_F1", "THRESHOLD", "VALIDATION_LOSS",
    ]  # fmt: skip
    assert algorithm.id() == "trainunet"


def test_training_starts_from_the_bundled_model(qgis_processing):
    assert by_name()["START"].defaultValue() == "unet"
