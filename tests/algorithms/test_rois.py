from __future__ import annotations

import pytest
from osgeo import ogr
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameters,
    QgsProject,
    QgsVectorLayer,
)
from scarp.algorithms.rois import check_rois, names_in, ordered_classes, roi_polygons
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.roi_classes import BACKGROUND_NAMES

BOX = "POLYGON((0 0,3 0,3 2,0 2,0 0))"
BOW_TIE = "POLYGON((0 0,10 10,0 10,10 0,0 0))"
SPIKE = "POLYGON((0 0,10 0,10 10,5 10,5 20,5 10,0 10,0 0))"
NONE = QgsCoordinateReferenceSystem()

pytestmark = pytest.mark.usefixtures("qgis_app")


def roi_layer(
    *values: object, field: str = "class:string", name: str = "rois", crs: str = "EPSG:32654", kind: str = "Polygon",
    shapes: tuple[str, ...] = (),
) -> QgsVectorLayer:  # fmt: skip
    """A polygon for each value of the class field."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}&field=number:int&field={field}", name, "memory")
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, value])
        feature.setGeometry(QgsGeometry.fromWkt(shapes[number] if shapes else BOX))
        assert layer.dataProvider().addFeature(feature)
    return layer


def names(rois: list) -> list[list[str]]:
    return [[name for _, name in layer.polygons] for layer in rois]


def test_without_a_field_all_are_landslide(progress):
    rois, classes = roi_polygons([roi_layer("river", None), roi_layer("x")], "", BACKGROUND_NAMES, progress)
    assert (names(rois), classes) == ([["landslide"] * 2, ["landslide"]], ["landslide"])
    assert ogr.CreateGeometryFromWkb(rois[0].polygons[0][0]).GetArea() == 6.0
    assert 'ID["EPSG",32654]' in rois[0].crs_wkt or 'AUTHORITY["EPSG","32654"]' in rois[0].crs_wkt
    assert progress.warnings == []


def test_without_a_field_a_layer_may_be_named_as_background(progress):
    layers = [roi_layer("x"), roi_layer("x", name="Background")]
    assert names(roi_polygons(layers, "", BACKGROUND_NAMES, progress)[0]) == [["landslide"], ["background"]]


def test_classes_of_the_field_landslide_first(progress):
    layers = [roi_layer("river", " Landslide ", "Other", "BACKGROUND"), roi_layer("Debris flow", "landslides", "River")]
    rois, classes = roi_polygons(layers, "class", BACKGROUND_NAMES, progress)
    assert names(rois) == [["river", "landslide", "background", "background"], ["Debris flow", "landslide", "river"]]
    assert classes == ["landslide", "Debris flow", "river"]


@pytest.mark.parametrize(("kind", "values"), [("int", (1, 0, 7)), ("double", (1.0, 0.0, 7.0)), ("string", "107")])
def test_numbers_are_classes_and_1_is_landslide(progress, kind, values):
    rois, classes = roi_polygons([roi_layer(*values, field=f"class:{kind}")], "class", ["0"], progress)
    assert (names(rois), classes) == ([["landslide", "background", "7"]], ["landslide", "7"])


def test_a_value_map_names_the_classes(progress):
    layer = roi_layer(1, 2, 3, 4, field="class:int")
    shown = {"map": [{"slide": 1}, {"landslide": 2}, {"Fluss": 3}]}
    layer.setEditorWidgetSetup(1, QgsEditorWidgetSetup("ValueMap", shown))
    rois, classes = roi_polygons([layer], "class", BACKGROUND_NAMES, progress)
    assert (names(rois), classes) == ([["landslide", "landslide", "Fluss", "4"]], ["landslide", "4", "Fluss"])


def test_what_a_review_has_rejected_is_background(progress):
    rois, classes = roi_polygons([roi_layer("landslide", "Hard negative")], "class", BACKGROUND_NAMES, progress)
    assert (names(rois), classes) == ([["landslide", "background"]], ["landslide"])


def test_the_analyst_names_background(progress):
    layer = roi_layer("landslide", "Rest", "other", "background")
    rois, classes = roi_polygons([layer], "class", ["rest"], progress)
    assert (names(rois), classes) == (
        [["landslide", "background", "other", "background"]], ["landslide", "other"]
    )  # fmt: skip


def test_values_that_are_missing_are_left_out(progress):
    layer = roi_layer("landslide", None, NULL, "  ")
    rois, _ = roi_polygons([layer], "class", BACKGROUND_NAMES, progress)
    assert names(rois) == [["landslide"]]
    assert progress.warnings == [
        'ROIs of the layer "rois" without a value in the field "class", which are left out: 3.'
    ]


def test_polygons_are_repaired(progress):
    layer = roi_layer("1", "1", "1", "1", shapes=(BOW_TIE, SPIKE, "POLYGON EMPTY", BOX))
    rois, _ = roi_polygons([layer], "", BACKGROUND_NAMES, progress)
    shapes = [ogr.CreateGeometryFromWkb(polygon) for polygon, _ in rois[0].polygons]
    assert [shape.GetArea() for shape in shapes] == [50.0, 100.0, 6.0]
    assert all("POLYGON" in shape.GetGeometryName() for shape in shapes)  # of the spike, no line is left
    assert progress.warnings == ['Invalid polygons of the layer "rois" that were repaired: 2.']


def test_edits_that_are_not_saved_count(progress):
    layer = roi_layer("landslide")
    layer.startEditing()
    layer.changeAttributeValue(next(layer.getFeatures()).id(), 1, "river")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([9, "landslide"])
    feature.setGeometry(QgsGeometry.fromWkt(BOX))
    assert layer.addFeature(feature)
    assert sorted(names(roi_polygons([layer], "class", [], progress)[0])[0]) == ["landslide", "river"]


def test_a_source_gives_what_is_selected_if_that_is_asked_for(progress, qgis_new_project):
    layer = roi_layer("landslide", "river", shapes=(BOW_TIE, BOX))
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("number = 0")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameter = QgsProcessingParameterFeatureSource("ROIS", "ROIs")

    def found(selected_only: bool) -> list[list[str]]:
        value = QgsProcessingFeatureSourceDefinition(layer.id(), selected_only)
        source = QgsProcessingParameters.parameterAsSource(parameter, {"ROIS": value}, context)
        assert isinstance(source, QgsProcessingFeatureSource)
        return names(roi_polygons([source], "class", BACKGROUND_NAMES, progress)[0])

    assert found(True) == [["landslide"]]
    assert found(False) == [["landslide", "river"]]
    assert names(roi_polygons([layer], "class", [], progress)[0]) == [["landslide", "river"]]


def test_what_can_be_no_rois(progress):
    def refused(message, *layers, field="", image_crs=None):
        with pytest.raises(ScarpError, match=message):
            roi_polygons(layers, field, BACKGROUND_NAMES, progress, image_crs)

    refused("No ROIs are chosen; choose a layer of polygons")
    refused('"rois" holds Point; choose a layer of polygons as the ROI', roi_layer(kind="Point"))
    refused('"rois" has no coordinate system, so it is not known where the ROI lies', roi_layer("1", crs=""))
    refused('"rois" has no field "kind"; its fields: number, class. Name the one', roi_layer("1"), field="kind")
    refused('There is no ROI in "rois", "more"; draw polygons', roi_layer(), roi_layer(name="more"))
    refused('There is no ROI in "rois"', roi_layer(None), field="class")
    refused('No ROI is of the class "landslide": the field "class" names Rutsch, slide. Set it to "landslide" or 1',
            roi_layer("slide", "Rutsch", "0"), field="class")  # fmt: skip
    assert roi_polygons([roi_layer("1", crs="")], "", [], progress, NONE)[0][0].crs_wkt == ""


def test_rois_of_background_alone_will_do(progress):
    assert roi_polygons([roi_layer("0")], "class", ["0"], progress)[1] == ["landslide"]


def test_looks_at_layers_without_reading_them(progress):
    check_rois([roi_layer(kind="MultiPolygon"), roi_layer(kind="CurvePolygon")], "class")
    with pytest.raises(ScarpError, match="holds LineString"):
        check_rois([roi_layer("1"), roi_layer(kind="LineString")], "class")


def test_can_be_cancelled(progress):
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        roi_polygons([roi_layer("1")], "", [], progress)


def test_classes_in_the_order_that_is_wanted():
    found = ["landslide", "river", "road"]
    assert ordered_classes(found, []) == found
    assert ordered_classes(found, ["road", "cloud", "Landslide", "river"]) == ["landslide", "road", "cloud", "river"]
    with pytest.raises(ScarpError, match='class "road", which is not among the classes landslide, river; add it'):
        ordered_classes(found, ["landslide", "river"])
    assert names_in(" landslide, ,no landslide,") == ["landslide", "no landslide"]
