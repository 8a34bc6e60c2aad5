from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm

NAMES = {
    "extractlandslides": "Extract landslides", "thresholdprobability": "Landslides from probability",
    "thresholdsweep": "Sweep thresholds", "evaluateextraction": "Evaluate extraction",
    "removepreexisting": "Remove pre-existing landslides", "createlabelraster": "Create label raster",
    "inventoryreport": "Inventory report", "trainunet": "Train a model", "trainmaskrcnn": "Train a Mask R-CNN model",
    "installpackages": "Install packages", "installmodel": "Install a model",
    "diagnose": "Diagnose", "describeimage": "Describe an image", "listmodels": "List models",
    "removemodel": "Remove a model",
}  # fmt: skip


def test_provider_offers_the_algorithms(provider):
    assert (provider.id(), provider.name()) == ("scarp", "Scarp")
    assert {algorithm.name(): algorithm.displayName() for algorithm in provider.algorithms()} == NAMES
    assert not provider.icon().isNull()
    assert provider.icon().pixmap(16, 16).width() == 16
    assert provider.defaultRasterFileExtension() == "tif"
    assert "gpkg" in provider.supportedOutputVectorLayerExtensions()
    assert (
        QgsApplication.processingRegistry().algorithmById("scarp:extractlandslides").displayName()
        == "Extract landslides"
    )


@pytest.mark.parametrize("name", NAMES)
def test_everything_has_help_and_works_in_the_background(provider, name):
    algorithm = provider.algorithm(name)
    for definition in [*algorithm.parameterDefinitions()]:
        assert definition.help(), definition.name()
    assert "<p>" in algorithm.shortHelpString() and algorithm.shortDescription() and algorithm.tags()
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel
    assert not algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading


def test_algorithm_says_what_it_is(provider):
    algorithm = provider.algorithm("extractlandslides")
    assert (algorithm.group(), algorithm.groupId()) == ("Landslides", "landslides")
    assert {"landslide", "segmentation", "deep learning", "onnx", "inventory", "earthquake"} <= set(algorithm.tags())
    assert algorithm.helpUrl().startswith("https://")
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel
    assert not algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
