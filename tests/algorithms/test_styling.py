from __future__ import annotations

import gc
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerTreeGroup,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from scarp.algorithms.styling import LANDSLIDES, PROBABILITY, copy_style_beside, put_above


def rendered(layer: QgsRasterLayer | QgsVectorLayer, width: int, height: int):
    """The layer as QGIS draws it over nothing, one pixel a unit of its extent."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(width, height))
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def test_probability_is_clear_at_0_and_red_at_1(qgis_app, raster):
    from osgeo import gdal

    path = raster(np.array([[[0, 5, 50, 100, 255]]], np.uint8).repeat(5, 1), "p.tif", nodata=255)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.01)
    del dataset
    layer = QgsRasterLayer(path, "p")
    _, loaded = layer.loadNamedStyle(str(PROBABILITY))
    assert loaded
    image = rendered(layer, 5, 5)
    colours = [image.pixelColor(column, 2) for column in range(5)]
    assert [colour.alpha() for colour in (colours[0], colours[1], colours[4])] == [0, 0, 0]
    assert 100 < colours[2].alpha() < colours[3].alpha() < 180
    assert colours[2].red() > 200 and 100 < colours[2].green() < 200  # orange
    assert colours[3].red() > 100 and colours[3].green() < 30 and colours[3].blue() < 60  # dark red


def test_landslides_have_a_red_outline_and_a_light_fill(qgis_app):
    from scarp.tests.algorithms.test_extract_landslides import polygon_layer

    layer = polygon_layer(["POLYGON((0 0,100 0,100 100,0 100,0 0))"])
    layer.updateExtents()
    _, loaded = layer.loadNamedStyle(str(LANDSLIDES))
    assert loaded
    image = rendered(layer, 100, 100)
    edge, inside = image.pixelColor(0, 50), image.pixelColor(50, 50)
    assert edge.alpha() > 200 and edge.red() > 200 and edge.green() < 60
    assert 20 < inside.alpha() < 60 and inside.red() > 200


def names(group: QgsLayerTreeGroup) -> list[str]:
    return [entry.name() for entry in group.findLayers()]


def test_put_above_moves_only_what_lies_below(project):
    layers = {name: QgsVectorLayer("Polygon", name, "memory") for name in ("first", "second", "third")}
    root = project.layerTreeRoot()
    project.addMapLayers(list(layers.values()), False)
    group = root.addGroup("group")
    group.addLayer(layers["first"])
    root.addLayer(layers["second"])
    root.addLayer(layers["third"])
    put_above(root, layers["third"].id(), layers["first"].id())
    assert names(root) == ["third", "first", "second"]
    assert names(group) == ["third", "first"]
    put_above(root, layers["third"].id(), layers["second"].id())
    put_above(root, layers["third"].id(), "unknown")
    assert names(root) == ["third", "first", "second"]


@pytest.fixture
def load(provider, model_file, project, image, tmp_path, feedback):
    """Runs the algorithm as the dialog does: the results come into the project."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    def call(folder: Path = tmp_path, **changes):
        context = QgsProcessingContext()
        context.setProject(project)
        outputs = {
            "PROBABILITY": QgsProcessingOutputLayerDefinition(str(folder / "a.tif"), project),
            "OUTPUT": QgsProcessingOutputLayerDefinition(str(folder / "b.gpkg"), project),
        }
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("scarp:extractlandslides")
        model = str(model_file("first_band"))
        parameters = {"INPUT": image, "MODEL_FILE": model, "DEVICE": "cpu", **outputs, **changes}
        results, ok = algorithm.run(parameters, context, feedback)
        assert ok, feedback.errors
        gc.collect()  # what only the run itself held is gone now
        assert handleAlgorithmResults(algorithm, context, parameters=results)
        return results

    return call


@pytest.mark.parametrize("first_by_name", ["a", "c"])
def test_results_come_styled_named_and_in_order(load, project, image, tmp_path, first_by_name):
    # QGIS 3.22 loads results in the order of their file names.
    layer = QgsRasterLayer(image, "May event")
    project.addMapLayer(layer)
    load(INPUT=layer, PROBABILITY=QgsProcessingOutputLayerDefinition(str(tmp_path / f"{first_by_name}.tif"), project))
    assert names(project.layerTreeRoot()) == [
        "May event – landslides",
        "May event – landslide probability",
        "May event",
    ]
    (polygons,) = project.mapLayersByName("May event – landslides")
    (probability,) = project.mapLayersByName("May event – landslide probability")
    assert polygons.renderer().symbol().symbolLayer(0).strokeColor().name() == "#e31a1c"
    assert probability.renderer().type() == "singlebandpseudocolor"
    assert (probability.renderer().classificationMin(), probability.renderer().classificationMax()) == (0, 1)
    assert [layer.id() for layer in project.layerTreeRoot().layerOrder()] == [
        polygons.id(),
        probability.id(),
        layer.id(),
    ]


def test_results_lie_above_an_image_that_is_above_them(load, project, image):
    layer = QgsRasterLayer(image, "May event")
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addGroup("Images").addLayer(layer)
    other = QgsVectorLayer("Polygon", "Roads", "memory")
    project.addMapLayer(other, False)
    project.layerTreeRoot().insertLayer(0, other)
    load(INPUT=layer, OUTPUT=QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project))
    order = names(project.layerTreeRoot())
    assert (
        order.index("May event – landslides")
        < order.index("May event – landslide probability")
        < order.index("May event")
    )


def test_a_name_that_the_analyst_gave_stays(load, project, image, tmp_path):
    value = QgsProcessingOutputLayerDefinition(str(tmp_path / "b.gpkg"), project)
    value.destinationName = "Slides"
    load(OUTPUT=value)
    assert names(project.layerTreeRoot()) == ["Slides", "event – landslide probability"]


def test_style_beside_the_raster(load, project, tmp_path):
    load()
    assert (tmp_path / "a.qml").read_bytes() == PROBABILITY.read_bytes()
    (probability,) = project.mapLayersByName("event – landslide probability")
    probability.renderer().setOpacity(0.25)
    probability.saveNamedStyle(str(tmp_path / "a.qml"))
    kept = (tmp_path / "a.qml").read_bytes()
    project.clear()
    load()
    assert (tmp_path / "a.qml").read_bytes() == kept
    (probability,) = project.mapLayersByName("event – landslide probability")
    assert probability.renderer().opacity() == 0.25


def test_copy_of_the_style_goes_where_the_raster_goes(tmp_path):
    copy_style_beside(tmp_path / "p.tif", tmp_path / "elsewhere" / "p.tif")
    assert (tmp_path / "p.qml").read_bytes() == PROBABILITY.read_bytes()
