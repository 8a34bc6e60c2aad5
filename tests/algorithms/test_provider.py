from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingAlgorithm


def test_provider_offers_the_algorithm(provider):
    assert (provider.id(), provider.name()) == ("scarp", "Scarp")
    assert [algorithm.id() for algorithm in provider.algorithms()] == ["scarp:extractlandslides"]
    assert not provider.icon().isNull()
    assert provider.icon().pixmap(16, 16).width() == 16
    assert provider.defaultRasterFileExtension() == "tif"
    assert "gpkg" in provider.supportedOutputVectorLayerExtensions()
    assert (
        QgsApplication.processingRegistry().algorithmById("scarp:extractlandslides").displayName()
        == "Extract landslides"
    )


def test_algorithm_says_what_it_is(provider):
    algorithm = provider.algorithm("extractlandslides")
    assert (algorithm.group(), algorithm.groupId()) == ("Landslides", "landslides")
    assert {"landslide", "segmentation", "deep learning", "onnx", "inventory", "earthquake"} <= set(algorithm.tags())
    assert algorithm.helpUrl().startswith("https://")
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel
    assert not algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading
