from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer
from scarp.algorithms.rasters import Raster
from scarp.algorithms.training_sources import (
    Ground,
    LabelledImage,
    band_names,
    check_colours,
    check_same_classes,
    common_classes,
    layer_values,
    paired,
    range_made_for,
    scene_bands,
    working_resolution_m,
)
from scarp.engine.contract import Contract
from scarp.engine.errors import ScarpError
from scarp.engine.scene import Scene, SceneOptions

CLASSES = "SCARP_CLASSES"


def contract(bands):
    return Contract("semantic", ("landslide",), bands, (0.0, 255.0), 16, (1.0, 1.0), 0.5, {}, {}, {}, "1")


@pytest.fixture
def image(raster):
    """Writes a raster: ``image("a.tif", bands=3, classes=..., ...)`` -> the layer's Raster."""

    def write(name, bands=3, classes=None, value=0, **options):
        path = raster(np.full((bands, 4, 4), value, np.uint8), name, **options)
        if classes:
            dataset = gdal.Open(path, gdal.GA_Update)
            dataset.SetMetadataItem(CLASSES, classes)
            del dataset
        return Raster(path, path, name.split(".")[0], QgsCoordinateReferenceSystem("EPSG:32654"))

    return write


def test_values_of_several_layers(qgis_app):
    layer = QgsVectorLayer("Polygon", "layer", "memory")
    assert layer_values(None) == layer_values("") == layer_values([]) == []
    assert layer_values("a.tif") == ["a.tif"]
    assert layer_values(("a.tif", "b.tif")) == ["a.tif", "b.tif"]
    assert layer_values(layer) == [layer]


def test_of_several_on_one_grid_the_first_belongs_to_the_first(image):
    images = [image("a.tif"), image("b.tif")]
    labels = [image("la.tif", 1), image("lb.tif", 1)]
    assert paired(images, labels, False) == [LabelledImage(images[0], labels[0]), LabelledImage(images[1], labels[1])]


def test_a_label_raster_without_image(image):
    labels = image("l.tif", 1, geotransform=(0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    with pytest.raises(ScarpError) as caught:
        paired([image("a.tif")], [labels], True)
    assert str(caught.value) == (
        'The label raster "l" is on the grid of no image that has none yet; choose the image that it was made from too.'
    )


def test_an_image_without_labels_has_rois(image):
    images, labels = [image("a.tif"), image("b.tif")], [image("la.tif", 1)]
    assert [each.labels for each in paired(images, labels, True)] == [labels[0], None]
    with pytest.raises(ScarpError, match='where landslides are in the image "b"; choose ROIs'):
        paired(images, labels, False)


def test_classes(image):
    two = image("two.tif", 1, '["landslide", "river"]')
    one, other = image("one.tif", 1), image("other.tif", 1, '["landslide", "road"]')
    assert common_classes([LabelledImage(one)], ["landslide", "lake"]) == ("landslide", "lake")
    assert common_classes([LabelledImage(one, one)], []) == ("landslide",)
    assert common_classes([LabelledImage(two, two), LabelledImage(one)], ["landslide"]) == ("landslide", "river")
    with pytest.raises(ScarpError) as caught:
        common_classes([LabelledImage(two, two), LabelledImage(other, other)], [])
    assert str(caught.value) == (
        'The label raster "other" has the classes landslide, road, and "two" has landslide, river; make them with the '
        "same classes in the same order."
    )
    with pytest.raises(ScarpError, match='ROIs have the class "lake", which the label raster "two" has not'):
        common_classes([LabelledImage(two, two)], ["landslide", "lake"])
    training = Ground([LabelledImage(one)], [], ("landslide",))
    check_same_classes(training, Ground([LabelledImage(one, one)]))
    with pytest.raises(ScarpError, match='"two" has the classes landslide, river, and what trains has landslide;'):
        check_same_classes(training, Ground([LabelledImage(two, two)]))


def test_names_of_bands(image):
    rgb = ("red", "green", "blue")
    plain, named = image("a.tif", 4), image("b.tif", 4, descriptions=["Red", "Green", "Blue", "NIR"])
    assert band_names(plain, [], rgb) == band_names(plain, [3, 2, 1], rgb) == rgb
    assert band_names(plain, [4, 2], rgb) == ("band 4", "band 2")
    assert band_names(named, [4, 3, 2], rgb) == ("nir", "blue", "green")
    with pytest.raises(ScarpError, match='"a" has 4 bands, so there is no band 5'):
        band_names(plain, [5], rgb)


def test_too_few_bands_for_a_training_from_nothing(image):
    check_colours(image("a.tif", 3))
    check_colours(image("p.tif", 1, palette=[(0, 0, 0), (9, 9, 9)]))
    with pytest.raises(ScarpError) as caught:
        check_colours(image("grey.tif", 1))
    assert str(caught.value) == (
        'The image "grey" has 1 band, and a training from nothing reads red, green and blue unless it is told '
        "otherwise; set Bands to 1 under Advanced."
    )


def test_bands_of_a_scene(image, progress):
    rgb = ("red", "green", "blue")
    palette = image("p.tif", 1, palette=[(0, 0, 0), (9, 9, 9)])
    assert scene_bands(palette, rgb, [], progress) == []
    named = image("b.tif", 4, descriptions=["Blue", "Green", "Red", "NIR"])
    assert scene_bands(named, rgb, [], progress) == [3, 2, 1]
    assert scene_bands(named, rgb, [4, 3, 2], progress) == [4, 3, 2]


def test_a_label_raster_that_holds_the_image_is_read_without_its_labels(image, progress):
    labels = image("l.tif", 5, descriptions=["a", "mask", "b", "c", "d"])
    (each,) = paired([], [labels], False)
    assert (each.labels, each.band, each.image.file) == (labels, 2, labels.file)
    found = gdal.Open(each.image.source)
    assert [found.GetRasterBand(number).GetDescription() for number in (1, 2, 3, 4)] == ["a", "b", "c", "d"]
    with pytest.raises(ScarpError, match=r"The model expects 5 bands .* has 4\."):
        scene_bands(each.image, ("red", "green", "blue", "nir", "e"), [], progress)


@pytest.mark.parametrize(("wanted", "made_for", "found"), [
    (None, None, 1.0), (None, (0.3, 5.0), 1.0), (None, (2.0, 5.0), 2.0), (None, (0.1, 0.5), 0.5),
    (3.0, (0.1, 0.5), 3.0),
])  # fmt: skip
def test_working_resolution(image, wanted, made_for, found):
    assert working_resolution_m(image("a.tif"), wanted, made_for) == pytest.approx(found, rel=1e-3)


@pytest.mark.parametrize("own", [0.05, 0.3, 1.0, 7.0, 30.0])
@pytest.mark.parametrize("made_for", [None, (0.3, 5.0)])
def test_extraction_works_on_a_training_image_at_the_resolution_that_it_trained_at(raster, progress, own, made_for):
    path = raster(np.zeros((1, 64, 64), np.uint8), geotransform=(500000.0, own, 0.0, 4000000.0, 0.0, -own))
    image = Raster(path, path, "a", QgsCoordinateReferenceSystem("EPSG:32654"))
    worked = working_resolution_m(image, None, made_for)
    model = replace(contract(("band 1",)), resolution_m=range_made_for([own], [worked]))
    assert Scene(path, model, SceneOptions(), progress).resolution_m == pytest.approx(worked, rel=6e-3)


def test_an_image_without_crs_is_worked_on_pixel_by_pixel(image):
    assert working_resolution_m(image("a.tif", epsg=0), None, (2.0, 5.0)) == 1.0


@pytest.mark.parametrize(("own", "worked", "made_for"), [
    ([1.0], [1.0], (0.6667, 1.5)), ([0.1], [0.3], (0.3, 0.6)), ([1.0], [0.5], (0.3333, 0.5)),
    ([10.0], [5.0], (3.333, 5.0)),
    ([0.1, 3.0], [0.3, 3.0], (0.3, 4.5)),
])  # fmt: skip
def test_range_that_a_model_is_made_for(own, worked, made_for):
    assert range_made_for(own, worked) == made_for
