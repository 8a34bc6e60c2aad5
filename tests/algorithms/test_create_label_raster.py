from __future__ import annotations

import json

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scarp.algorithms.create_label_raster import CreateLabelRaster
from scarp.engine.label_raster import classes_of, label_band
from scarp.models.sample_event import sample_event, write_sample_event
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.test_extract_landslides import box_wkt

WEST, NORTH = 500000, 4000000


def roi_layer(boxes, name="rois", crs="EPSG:32654"):
    """A layer of rectangles: (column, row, width, height, class)."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=class:string", name, "memory")
    for column, row, width, height, of_class in boxes:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([of_class])
        west, north = WEST + column, NORTH - row
        feature.setGeometry(QgsGeometry.fromWkt(box_wkt(west, north - height, west + width, north)))
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def rois():
    """Landslides of 100 and 4 pixels, a river and some background, on the image of the fixtures."""
    return roi_layer([(40, 30, 10, 10, "landslide"), (30, 10, 2, 2, "1"), (60, 0, 5, 20, "river"),
                      (12, 50, 10, 5, "other")])  # fmt: skip


@pytest.fixture
def create(provider, image, rois, feedback, tmp_path):
    """Runs the algorithm on the image of the fixtures with the ROIs above, unless told otherwise."""
    import processing

    if provider.algorithm("createlabelraster") is None:
        provider.addAlgorithm(CreateLabelRaster())

    def call(feedback=feedback, context=None, **changes):
        parameters = {"INPUT": image, "ROIS": [rois], "LABELS": str(tmp_path / "labels.tif"), **changes}
        return processing.run("scarp:createlabelraster", parameters, feedback=feedback, context=context)

    return call


def values(path):
    return gdal.Open(path).ReadAsArray()


def test_without_a_class_field_all_is_landslide_or_background(create, tmp_path, feedback):
    results = create()
    assert results == {
        "LABELS": str(tmp_path / "labels.tif"), "LANDSLIDE_PIXELS": 254, "CLASS_PIXELS": '{"landslide": 254}',
        "BACKGROUND_PIXELS": 70 * 60 - 254, "UNLABELLED_PIXELS": 600,
    }  # fmt: skip
    labels = values(results["LABELS"])
    assert (labels[:, :10] == 255).all()  # nodata of the image
    assert (labels[30:40, 40:50] == 1).all() and (labels == 1).sum() == 254
    assert "What no ROI covers is background." in feedback.infos
    assert [info for info in feedback.infos if "pixels" in info] == [
        "0 background: 3946 pixels, 3,946 m².",
        "1 landslide: 254 pixels, 254 m².",
        "255 unlabelled: 600 pixels, 600 m².",
    ]  # fmt: skip
    assert feedback.warnings == [
        "There are 4 ROIs of landslide with 254 pixels, which is little to learn from: draw 5 or more with 500 pixels "
        "or more, on landslides that look different."
    ]


def test_classes_with_background_leave_the_rest_unlabelled(create, tmp_path, squares):
    results = create(CLASS_FIELD="class", LABEL_RASTER=str(tmp_path / "event_labels.tif"))
    assert (results["LANDSLIDE_PIXELS"], results["BACKGROUND_PIXELS"]) == (104, 50)
    assert json.loads(results["CLASS_PIXELS"]) == {"landslide": 104, "river": 100}
    assert results["UNLABELLED_PIXELS"] == 60 * 80 - 254
    labels = values(results["LABELS"])
    assert (labels[0:20, 60:65] == 2).all() and (labels[50:55, 12:22] == 0).all() and labels[0, 20] == 255
    raster = values(results["LABEL_RASTER"])
    assert (raster[:3] == squares).all() and (raster[3] == labels).all()
    assert classes_of(results["LABEL_RASTER"]) == classes_of(results["LABELS"]) == ("landslide", "river")
    assert label_band(results["LABEL_RASTER"]) == 4
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.endswith(".xml")) == [
        "event.tif", "event_labels.tif", "labels.qml", "labels.tif"
    ]  # fmt: skip


def test_options(create, tmp_path, feedback):
    results = create(CLASS_FIELD="class", REST="background", BACKGROUND="river", CLASSES="landslide, cloud, other",
                     BANDS=[3, 1], LABEL_RASTER=str(tmp_path / "event_labels.tif"))  # fmt: skip
    assert json.loads(results["CLASS_PIXELS"]) == {"landslide": 104, "cloud": 0, "other": 50}
    assert results["BACKGROUND_PIXELS"] == 70 * 60 - 154
    assert (values(results["LABELS"])[50:55, 12:22] == 3).all()
    assert values(results["LABEL_RASTER"]).shape == (3, 60, 80)
    assert values(results["LABEL_RASTER"])[:, 35, 45].tolist() == [26, 204, 1]


def test_warns_where_there_is_no_background(create, feedback):
    results = create(REST="unlabelled")
    assert results["BACKGROUND_PIXELS"] == 0
    assert feedback.warnings[-1].startswith("There is no background, so a model would learn to see landslides every")


def test_label_raster_alone(create, tmp_path):
    results = create(LABELS=None, LABEL_RASTER=str(tmp_path / "event_labels.tif"))
    assert "LABELS" not in results
    assert (values(results["LABEL_RASTER"])[3] == 1).sum() == 254
    assert not (tmp_path / "labels.tif").exists()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"LABELS": None}, "Neither the labels nor the label raster is asked for"),
        ({"LABELS": "/tmp/labels.png"}, "The raster of labels is written to /tmp/labels.png; give it the ending .tif"),
        ({"LABELS": "/nowhere/labels.tif"}, "cannot be written to /nowhere: there is no such folder"),
        ({"CLASS_FIELD": "kind"}, 'The layer "rois" has no field "kind"; its fields: class'),
        ({"BANDS": [1, 4]}, 'The layer "event" has 3 bands, so there is no band 4'),
        ({"INPUT": "/nowhere/event.tif"}, "event.tif cannot be opened"),
    ],
)
def test_says_what_is_wrong(create, tmp_path, changes, message):
    with pytest.raises(QgsProcessingException, match=message):
        create(**changes)
    assert not [file for file in tmp_path.iterdir() if "event.tif" not in file.name]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"CLASSES": "road"}, 'have the class "river", which is not among the classes landslide, road; add it'),
        ({"BACKGROUND": "1, landslide"}, 'No ROI is of the class "landslide": the field "class" names other, river.'),
    ],
)
def test_says_what_is_wrong_with_the_rois(create, tmp_path, feedback, changes, message):
    """QGIS reports what goes wrong before a run by the feedback only."""
    with pytest.raises(QgsProcessingException):
        create(CLASS_FIELD="class", **changes)
    assert message in feedback.errors[0]
    assert not [file for file in tmp_path.iterdir() if "event.tif" not in file.name]


def test_layers_that_do_not_fit(create, image, tmp_path):
    with pytest.raises(QgsProcessingException, match="None of the 1 ROIs touches the image"):
        create(ROIS=[roi_layer([(5000, 0, 5, 5, "1")])])
    with pytest.raises(QgsProcessingException, match='"rois" has no coordinate system, so it is not known where the'):
        create(ROIS=[roi_layer([(0, 0, 5, 5, "1")], crs="")])
    with pytest.raises(QgsProcessingException, match=r'The raster of labels would replace the layer "event" \('):
        create(LABELS=image)
    with pytest.raises(QgsProcessingException, match=r"have the same name, .*both.tif; rename one of them"):
        create(LABELS=str(tmp_path / "both.tif"), LABEL_RASTER=str(tmp_path / "both.tif"))
    assert not (tmp_path / "labels.tif").exists()


def test_cancelling_keeps_what_was_there(create, tmp_path):
    for name in ("labels.tif", "event_labels.tif"):
        (tmp_path / name).write_text("old")
    with pytest.raises(QgsProcessingException, match="cancelled"):
        create(Feedback(cancel_at=60), LABEL_RASTER=str(tmp_path / "event_labels.tif"))
    assert [(tmp_path / name).read_text() for name in ("labels.tif", "event_labels.tif")] == ["old", "old"]
    assert not list(tmp_path.glob(".scarp-*"))


def test_layers_come_onto_the_canvas_in_their_style(create, project, image, rois, tmp_path):
    layer = QgsRasterLayer(image, "event")
    project.addMapLayers([layer, rois])
    context = QgsProcessingContext()
    context.setProject(project)

    def loaded(name):
        return QgsProcessingOutputLayerDefinition(str(tmp_path / name), project)

    create(context=context, INPUT=layer.id(), ROIS=[rois.id()], CLASS_FIELD="class", LABELS=loaded("l.tif"),
           LABEL_RASTER=loaded("e.tif"))  # fmt: skip
    names = {details.name: source for source, details in context.layersToLoadOnCompletion().items()}
    assert names == {"event – labels": str(tmp_path / "l.tif"), "event – label raster": str(tmp_path / "e.tif")}
    for source, details in context.layersToLoadOnCompletion().items():
        result = QgsRasterLayer(source, details.name)
        project.addMapLayer(result)
        details.postProcessor().postProcessLayer(result, context, Feedback())
    order = [entry.name() for entry in project.layerTreeRoot().findLayers()]
    assert order.index("event – labels") < order.index("event – label raster") < order.index("event")
    (labels,) = project.mapLayersByName("event – labels")
    assert [(entry.value, entry.label) for entry in labels.renderer().classes()] == [(1, "landslide"), (2, "river")]
    (raster,) = project.mapLayersByName("event – label raster")
    assert raster.renderer().type() == "multibandcolor"


def test_values_as_text_as_qgis_process_gives_them(create, tmp_path):
    from osgeo import ogr

    path = tmp_path / "rois.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = gdal.Open(str(tmp_path / "event.tif")).GetSpatialRef()
    layer = source.CreateLayer("rois", crs, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("class", ogr.OFTInteger))
    for column, of_class in ((20, 1), (40, 0), (60, 7)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["class"] = of_class
        feature.SetGeometry(ogr.CreateGeometryFromWkt(box_wkt(WEST + column, NORTH - 10, WEST + column + 10, NORTH)))
        layer.CreateFeature(feature)
    del feature, layer, source
    results = create(ROIS=f"{path}|layername=rois", CLASS_FIELD="class", REST="auto", BANDS="1;2",
                     LABEL_RASTER="TEMPORARY_OUTPUT")  # fmt: skip
    assert json.loads(results["CLASS_PIXELS"]) == {"landslide": 100, "7": 100}
    assert results["BACKGROUND_PIXELS"] == 100
    assert values(results["LABEL_RASTER"]).shape == (3, 60, 80)


def test_the_sample_event(create, tmp_path):
    event = sample_event(256, 192, 2.0, landslides=12, seed=4)
    files = write_sample_event(event, tmp_path / "sample")
    results = create(INPUT=str(files.post_event), ROIS=[str(files.landslides)],
                     LABEL_RASTER=str(tmp_path / "event_labels.tif"))  # fmt: skip
    expected = np.where(event.valid, event.landslides > 0, 255)
    assert (values(results["LABELS"]) == expected).all()
    assert (values(str(files.label)) == expected).all()
    assert results["LANDSLIDE_PIXELS"] == (expected == 1).sum() > 0
    assert results["UNLABELLED_PIXELS"] == (~event.valid).sum() > 0
    raster = gdal.Open(results["LABEL_RASTER"])
    assert (raster.ReadAsArray() == np.concatenate([event.post, expected[None]])).all()
    assert raster.GetRasterBand(4).GetDescription() == "mask"


def test_help_names_every_parameter_and_result(create):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("scarp:createlabelraster")
    text = algorithm.shortHelpString()
    for definition in algorithm.parameterDefinitions():
        assert definition.help() and f"<b>{definition.description()}</b><br>{definition.help()}" in text
    assert set(algorithm.results()) == {"LANDSLIDE_PIXELS", "CLASS_PIXELS", "BACKGROUND_PIXELS", "UNLABELLED_PIXELS"}
    assert all(help_text in text for help_text in algorithm.results().values())
    assert algorithm.canExecute()[0]
