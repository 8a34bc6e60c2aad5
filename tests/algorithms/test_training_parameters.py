from __future__ import annotations

from dataclasses import fields

from qgis.core import QgsProcessingParameterDefinition
from scarp.algorithms.train_unet import TrainUNet
from scarp.algorithms.training_parameters import JOB_FIELDS, start_names, training_parameters
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
    assert set(JOB_FIELDS.values()) <= {field.name for field in fields(Job)}
    for name in (*JOB_FIELDS, "SCALE_MIN", "SCALE_MAX"):
        assert parameters[name].flags() & OPTIONAL and parameters[name].defaultValue() is None, name
        assert "(paper)" in parameters[name].help(), name
    assert "Empty takes the preset's: 224 (quick), 572 (paper), 224 (thorough)." in parameters["PATCH"].help()
    assert "0.8022 (paper)" in parameters["CLASS_WEIGHT"].help()
    assert "3.8566 (paper)" in parameters["BLUR"].help()
    assert "0.8 (paper)" in parameters["SCALE_MIN"].help() and "1.25 (paper)" in parameters["SCALE_MAX"].help()


def test_all_have_help_and_are_in_the_algorithms(qgis_processing):
    algorithm = TrainUNet().create()
    text = algorithm.shortHelpString()
    for parameter in algorithm.parameterDefinitions():
        assert parameter.help() and parameter.help() in text, parameter.name()
    for output in algorithm.outputDefinitions():
        assert f"<b>{output.description()}</b>" in text, output.name()
    assert [output.name() for output in algorithm.outputDefinitions()] == [
        "MODEL_FILE", "REPORT", "LOG", "EVENTS", "BEST_EPOCH", "BEST_F1", "THRESHOLD", "VALIDATION_LOSS",
    ]  # fmt: skip
    assert (algorithm.id(), algorithm.group()) == ("trainunet", "Landslides")


def test_training_starts_from_the_bundled_model_or_nothing(qgis_processing):
    assert start_names() == ["unet", "nothing"]
    assert by_name()["START"].defaultValue() == "unet"
