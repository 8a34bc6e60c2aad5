from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition
from scarp.algorithms.label_raster_parameters import BACKGROUND, LABEL_RASTER, LABELS, REST, label_raster_parameters


def test_parameters_in_the_order_of_the_dialog():
    parameters = {parameter.name(): parameter for parameter in label_raster_parameters(lambda text: text)}
    assert list(parameters) == [
        "INPUT", "ROIS", "CLASS_FIELD", "REST", "BACKGROUND", "CLASSES", "BANDS", "LABELS", "LABEL_RASTER"
    ]  # fmt: skip
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert [name for name, parameter in parameters.items() if parameter.flags() & advanced] == [
        "BACKGROUND", "CLASSES", "BANDS"
    ]  # fmt: skip
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    assert [name for name, parameter in parameters.items() if not parameter.flags() & optional] == [
        "INPUT", "ROIS", "REST"
    ]  # fmt: skip
    assert (parameters[REST].options(), parameters[REST].defaultValue()) == (
        ["auto", "background", "unlabelled"], "auto"
    )  # fmt: skip
    names = "background, other, 0, no landslide, non-landslide, none, hard negative"
    assert parameters[BACKGROUND].defaultValue() == names
    assert all(parameters[name].createByDefault() for name in (LABELS, LABEL_RASTER))
    assert all(parameter.help() for parameter in parameters.values())
