from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from scarp.ui.state import DEM, IMAGE, LANDSLIDES, REFERENCE, ROIS, PanelState


@pytest.fixture
def told(state):
    """What the state has told of."""
    told = []
    state.layer_changed.connect(told.append)
    state.model_changed.connect(lambda name: told.append(("model", name)))
    return told


def polygons(name="polygons"):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654", name, "memory")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_layer_serves_until_it_leaves_the_project(state, told):
    rois, landslides = polygons(), polygons()
    state.set_layer(ROIS, rois)
    state.set_layer(ROIS, rois)
    state.set_layer(LANDSLIDES, landslides)
    state.set_layer(REFERENCE, rois)
    assert (state.layer(ROIS), state.vector(ROIS), state.raster(ROIS)) == (rois, rois, None)
    assert (told, state.layer(IMAGE)) == ([ROIS, LANDSLIDES, REFERENCE], None)
    QgsProject.instance().removeMapLayer(rois.id())
    assert (told[3:], state.layer(ROIS), state.layer(REFERENCE)) == ([ROIS, REFERENCE], None, None)
    assert state.vector(LANDSLIDES) is landslides
    QgsProject.instance().clear()
    assert (told[5:], state.layer(LANDSLIDES)) == ([LANDSLIDES], None)


def test_a_layer_is_exchanged_and_let_go_of(state, told, raster):
    import numpy as np

    image = QgsRasterLayer(raster(np.zeros((1, 4, 4), np.uint8)), "image")
    QgsProject.instance().addMapLayer(image)
    state.set_layer(IMAGE, None)
    state.set_layer(IMAGE, image)
    state.set_layer(DEM, image)
    assert (state.raster(IMAGE), state.vector(IMAGE)) == (image, None)
    state.set_layer(IMAGE, None)
    assert (state.raster(IMAGE), state.raster(DEM), told) == (None, image, [IMAGE, DEM, IMAGE])


def test_a_layer_is_gone_when_it_is_told_of(state):
    rois, seen = polygons(), []
    state.set_layer(ROIS, rois)
    state.layer_changed.connect(lambda role: seen.append(state.layer(role)))
    QgsProject.instance().removeMapLayer(rois.id())
    assert seen == [None]


def test_the_model(state, told):
    assert state.model == "auto"
    state.set_model("auto")
    state.set_model("mine")
    assert (state.model, told) == ("mine", [("model", "mine")])


def test_a_state_that_is_closed_hears_no_more(qgis_new_project):
    state, told, rois = PanelState(QgsProject.instance()), [], polygons()
    state.set_layer(ROIS, rois)
    state.layer_changed.connect(told.append)
    state.close()
    QgsProject.instance().removeMapLayer(rois.id())
    assert told == []
