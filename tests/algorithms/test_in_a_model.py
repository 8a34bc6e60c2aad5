"""The algorithms joined in a model of Processing, as the model designer joins them."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterLayer,
)
from scarp.tests.algorithms.test_extract_landslides import box_wkt, polygon_layer

FOUND = (500010, 3999960, 500020, 3999970)
Source = QgsProcessingModelChildParameterSource


@pytest.fixture
def model(provider):
    """Sweeps thresholds, makes landslides at the best one, evaluates them, and takes out what is too flat."""
    polygons, rasters = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster
    made = QgsProcessingModelAlgorithm("joined", "scarp")
    for parameter in (
        QgsProcessingParameterRasterLayer("PROBABILITY", "Probability"),
        QgsProcessingParameterMapLayer("TRUTH", "Reference", types=[polygons, rasters]),
    ):
        made.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    probability, truth = Source.fromModelParameter("PROBABILITY"), Source.fromModelParameter("TRUTH")
    children = {
        "sweep": ("thresholdsweep", {"INPUT": probability, "REFERENCE": truth}),
        "threshold": ("thresholdprobability", {
            "INPUT": probability, "THRESHOLD_METHOD": Source.fromStaticValue("fixed"),
            "THRESHOLD": Source.fromChildOutput("sweep", "BEST_THRESHOLD"),
        }),
        "evaluate": ("evaluateextraction", {
            "EXTRACTION": Source.fromChildOutput("threshold", "OUTPUT"), "REFERENCE": truth, "IMAGE": probability,
        }),
        "steep": ("removepreexisting", {
            "INPUT": Source.fromChildOutput("threshold", "OUTPUT"), "DEM": probability,
            "MODEL": Source.fromStaticValue("none"), "INDEX": Source.fromStaticValue("none"),
        }),
    }  # fmt: skip
    results = {
        "threshold": [("OUTPUT", polygons)], "evaluate": [("ERROR_MAP", rasters), ("ERROR_POLYGONS", polygons)],
        "steep": [("OUTPUT", polygons)],
    }  # fmt: skip
    for name, (algorithm, sources) in children.items():
        child = QgsProcessingModelChildAlgorithm(f"scarp:{algorithm}")
        child.setChildId(name)
        for parameter, source in sources.items():
            child.addParameterSources(parameter, [source])
        outputs = {}
        for output, _ in results.get(name, []):
            outputs[f"{name} {output}"] = wanted = QgsProcessingModelOutput(f"{name} {output}")
            wanted.setChildOutputName(output)
            wanted.setChildId(name)
        child.setModelOutputs(outputs)
        assert made.addChildAlgorithm(child) == name
    made.updateDestinationParameters()
    return made


def test_a_chain_runs(model, raster):
    percent = np.full((1, 60, 60), 20, np.uint8)
    percent[0, 30:40, 10:20] = 70
    reference = polygon_layer([box_wkt(*FOUND)])
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    places = {
        parameter.name(): QgsProcessing.TEMPORARY_OUTPUT
        for parameter in model.parameterDefinitions() if parameter.isDestination()
    }  # fmt: skip
    assert len(places) == 4
    parameters = {"PROBABILITY": raster(percent, "p.tif", nodata=255), "TRUTH": reference, **places}
    assert model.checkParameterValues(parameters, context) == (True, "")
    results, good = model.run(parameters, context, feedback)
    assert good, feedback.textLog()
    children = results["CHILD_RESULTS"]
    assert children["sweep"]["BEST_THRESHOLD"] == children["threshold"]["THRESHOLD_USED"] == 0.45
    assert (children["threshold"]["COUNT"], children["evaluate"]["F1"]) == (1, 1.0)
    assert (children["evaluate"]["TP"], children["steep"]["KEPT"]) == (100, 1)


@pytest.mark.parametrize("child", ["evaluate", "steep"])
def test_the_designer_offers_landslides(model, child):
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    offered = model.availableSourcesForChild(child, ["vector", "layer"], ["outputVector", "outputLayer"], [polygons])
    assert ("threshold", "OUTPUT") in {(each.outputChildId(), each.outputName()) for each in offered}
