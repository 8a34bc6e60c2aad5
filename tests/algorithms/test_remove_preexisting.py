from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant
from scarp.algorithms.evidence_fields import FIELDS
from scarp.algorithms.preexisting_parameters import preexisting_parameters
from scarp.algorithms.remove_preexisting import RemovePreexisting
from scarp.algorithms.sinks import KINDS, SHAPEFILE_NAMES
from scarp.tests.algorithms.conftest import Feedback

GRASS, SOIL = (60, 100, 40), (150, 100, 70)
OLD, NEW, OUTSIDE = (20, 20, 30, 30), (60, 20, 80, 40), (200, 200, 210, 210)
"""First column and row, last column and row, of landslides."""


def polygon(box: tuple[int, ...]) -> str:
    west, north, east, south = 500000 + box[0], 4000000 - box[1], 500000 + box[2], 4000000 - box[3]
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def layer_of(wkts: list[str], fields: tuple[QgsField, ...] = (), rows: tuple = (), kind: str = "Polygon",
             crs: str = "EPSG:32654") -> QgsVectorLayer:  # fmt: skip
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "landslides", "memory")
    layer.dataProvider().addAttributes([QgsField("name", KINDS["text"]), *fields])
    layer.updateFields()
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes([f"no. {number}", *(rows[number] if rows else ())])
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def landslides(qgis_app) -> QgsVectorLayer:
    return layer_of([polygon(OLD), polygon(NEW)])


def ground(bare: list[tuple[int, ...]], light: float = 1.0, red: float = 1.0) -> np.ndarray:
    """Bands of 100 x 120 pixels of grass with bare soil."""
    pixels = np.empty((3, 100, 120), np.uint8)
    pixels[:] = (np.array(GRASS) * light)[:, None, None]
    for west, north, east, south in bare:
        pixels[:, north:south, west:east] = (np.array(SOIL) * light)[:, None, None]
    pixels[0] = (pixels[0] * red).astype(np.uint8)
    noise = np.random.default_rng(1).integers(0, 8, (100, 120), np.uint8)
    return pixels + noise


@pytest.fixture
def before(raster) -> str:
    return raster(ground([OLD]), "before.tif", nodata=0)


@pytest.fixture
def after(raster) -> str:
    """Darker than before, and redder: another season."""
    return raster(ground([OLD, NEW], 0.8, 1.1), "after.tif", nodata=0)


@pytest.fixture
def percent_before(raster) -> str:
    pixels = np.full((1, 100, 120), 10, np.uint8)
    pixels[0, 20:30, 20:26] = 90
    return raster(pixels, "p.tif", nodata=255)


@pytest.fixture
def remove(provider, landslides, feedback):
    import processing

    if QgsApplication.processingRegistry().algorithmById("scarp:removepreexisting") is None:
        provider.addAlgorithm(RemovePreexisting())

    def call(feedback: Feedback = feedback, **parameters):
        parameters = {"INPUT": landslides, "OUTPUT": "memory:", "DEVICE": "cpu", **parameters}
        return processing.run("scarp:removepreexisting", parameters, feedback=feedback)

    return call


def rows(layer: QgsVectorLayer | str) -> dict[str, dict]:
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "layer", "ogr")
    names = layer.fields().names()
    return {
        feature["name"]: {
            name: None if value is None or (isinstance(value, QVariant) and value.isNull()) else value
            for name, value in zip(names, feature.attributes())
        }
        for feature in layer.getFeatures()
    }


def test_vegetation_index_tells_old_from_new(remove, before, after, feedback):
    results = remove(PRE_IMAGE=before, POST_IMAGE=after, MODEL="none", PREEXISTING="memory:")
    kept, old = rows(results["OUTPUT"]), rows(results["PREEXISTING"])
    assert (list(kept), list(old)) == (["no. 1"], ["no. 0"])
    assert (results["KEPT"], results["REMOVED"], results["UNJUDGED"]) == (1, 1, 0)
    # On the ellipsoid a metre of this grid is 1.0004 m.
    assert results["KEPT_AREA_M2"] == pytest.approx(400.3, abs=0.1)
    assert results["REMOVED_AREA_M2"] == pytest.approx(100.1, abs=0.1)
    new, was = kept["no. 1"], old["no. 0"]
    assert new["index_before"] == pytest.approx(40 / 160, abs=0.02)
    assert new["index_after"] == pytest.approx((80 - 132) / 212, abs=0.02)
    assert new["index_change"] < -0.4 and new["preexisting"] == 0
    assert abs(was["index_change"]) < 0.02 and was["preexisting"] == 1
    assert new["pre_probability"] is None and new["slope_mean_deg"] is None
    assert new["reason"].startswith("The vegetation index fell by 0.4")
    assert "1 landslides kept (400 m²), 1 taken out (100 m²)." in feedback.infos


def test_flag_keeps_all_as_they_are(remove, before, after, tmp_path, landslides):
    results = remove(PRE_IMAGE=before, POST_IMAGE=after, MODEL="none", ACTION="flag", OUTPUT=str(tmp_path / "all.gpkg"))
    found = rows(results["OUTPUT"])
    assert {name: row["preexisting"] for name, row in found.items()} == {"no. 0": 1, "no. 1": 0}
    assert "PREEXISTING" not in results and (results["KEPT"], results["REMOVED"]) == (1, 1)
    layer = QgsVectorLayer(results["OUTPUT"], "all", "ogr")
    assert layer.fields().names() == ["fid", "name", *FIELDS]
    assert sorted(f.geometry().asWkt() for f in layer.getFeatures()) == sorted(
        f.geometry().asWkt() for f in landslides.getFeatures()
    )
    # Its own result can be judged again, into the same file.
    again = remove(INPUT=results["OUTPUT"], PRE_IMAGE=before, POST_IMAGE=after, MODEL="none", OUTPUT=results["OUTPUT"])
    assert list(rows(again["OUTPUT"])) == ["no. 1"]
    assert QgsVectorLayer(again["OUTPUT"], "all", "ogr").fields().names() == ["fid", "name", *FIELDS]
    assert not list(tmp_path.glob(".scarp-*"))


def test_probability_raster_and_share(remove, percent_before):
    found = rows(remove(PRE_PROBABILITY=percent_before, ACTION="flag")["OUTPUT"])
    assert found["no. 0"]["pre_probability"] == pytest.approx(0.6 * 0.9 + 0.4 * 0.1)
    assert found["no. 0"]["pre_share"] == pytest.approx(0.6)
    assert found["no. 0"]["reason"] == "60 % of it was landslide before (probability 0.50 or more)."
    assert [row["preexisting"] for row in found.values()] == [1, 0]
    results = remove(PRE_PROBABILITY=percent_before, SHARE=61)
    assert (results["KEPT"], results["REMOVED"]) == (2, 0)
    assert remove(PRE_PROBABILITY=percent_before, PRE_THRESHOLD=0.91)["REMOVED"] == 0


def test_model_is_run_around_the_landslides_only(remove, raster, model_file, feedback):
    pixels = np.full((3, 100, 2000), 26, np.uint8)
    pixels[0, 20:30, 20:30] = 204
    image = raster(pixels, "wide.tif", nodata=0)
    model = str(model_file("first_band", tile_size=64))
    results = remove(PRE_IMAGE=image, MODEL_FILE=model, ACTION="flag", ALIGN=False)
    found = rows(results["OUTPUT"])
    assert found["no. 0"]["pre_probability"] == pytest.approx(0.8)
    assert found["no. 1"]["pre_probability"] == pytest.approx(0.1)
    assert [row["preexisting"] for row in found.values()] == [1, 0]
    assert any("not looked at, since that takes images before and after" in info for info in feedback.infos)


def test_bands_that_are_set_hold_for_the_model_too(remove, raster, model_file):
    pixels = np.full((3, 100, 120), 26, np.uint8)
    pixels[2, 20:30, 20:30] = 204
    results = remove(PRE_IMAGE=raster(pixels, "bgr.tif"), MODEL_FILE=str(model_file("first_band")), PRE_RED=3)
    assert (results["KEPT"], results["REMOVED"]) == (1, 1)


@pytest.fixture
def dem(raster) -> str:
    """Level in the west, 20 degrees in the east."""
    column = np.arange(120)
    heights = np.where(column < 50, 0, (column - 50) * np.tan(np.radians(20)))
    return raster(np.tile(heights.astype(np.float32), (1, 100, 1)), "dem.tif")


def test_slope(remove, dem, feedback):
    results = remove(DEM=dem, ACTION="flag")
    assert feedback.warnings[0].startswith("Only the slope is looked at. Give an image before the event, too")
    found = rows(results["OUTPUT"])
    assert found["no. 0"]["slope_mean_deg"] == pytest.approx(0.0, abs=0.01)
    assert found["no. 1"]["slope_mean_deg"] == pytest.approx(20.0, abs=0.1)
    assert [row["preexisting"] for row in found.values()] == [1, 0]
    assert found["no. 0"]["reason"] == "The mean slope is 0.0°, less than 3°."
    assert remove(DEM=dem, MIN_SLOPE=25)["REMOVED"] == 2


def test_slope_of_the_field_goes_before_that_of_the_dem(remove, dem):
    fields = (QgsField("slope_mean_deg", KINDS["real"]),)
    layer = layer_of([polygon(OLD), polygon(NEW)], fields, ((12.5,), (None,)))
    found = rows(remove(INPUT=layer, DEM=dem, ACTION="flag")["OUTPUT"])
    assert found["no. 0"]["slope_mean_deg"] == 12.5
    assert found["no. 1"]["slope_mean_deg"] == pytest.approx(20.0, abs=0.1)
    alone = rows(remove(INPUT=layer, MIN_SLOPE=13, ACTION="flag")["OUTPUT"])
    assert [row["preexisting"] for row in alone.values()] == [1, None]


def test_rule_asks_for_one_or_all(remove, before, after, percent_before):
    # Of the old one 60 % was landslide before; of the new one nothing, but let its vegetation be taken for unchanged.
    given = {"PRE_IMAGE": before, "POST_IMAGE": after, "PRE_PROBABILITY": percent_before, "ACTION": "flag",
             "INDEX_LOSS": 2}  # fmt: skip
    anyone = rows(remove(RULE="any", **given)["OUTPUT"])
    assert [row["preexisting"] for row in anyone.values()] == [1, 1]
    both = rows(remove(RULE="all", **given)["OUTPUT"])
    assert [row["preexisting"] for row in both.values()] == [1, 0]
    assert both["no. 1"]["reason"].startswith("0 % of it was landslide before (probability 0.50 or more); the veg")


def test_ndvi_where_both_images_have_near_infrared(remove, raster, feedback):
    def image(name: str, bare: list[tuple[int, ...]]) -> str:
        pixels = np.empty((2, 100, 120), np.float32)
        pixels[:] = np.array([0.4, 0.05])[:, None, None]
        for west, north, east, south in bare:
            pixels[:, north:south, west:east] = np.array([0.3, 0.25])[:, None, None]
        return raster(pixels, name, descriptions=["NIR", "red"])

    given = {"PRE_IMAGE": image("b.tif", [OLD]), "POST_IMAGE": image("a.tif", [OLD, NEW]), "MODEL": "none"}
    found = rows(remove(ACTION="flag", **given)["OUTPUT"])
    assert found["no. 1"]["index_before"] == pytest.approx(0.35 / 0.45, abs=1e-3)
    assert found["no. 1"]["index_change"] == pytest.approx(0.05 / 0.55 - 0.35 / 0.45, abs=1e-3)
    assert [row["preexisting"] for row in found.values()] == [1, 0]
    with pytest.raises(QgsProcessingException, match="has no band that is known to be green"):
        remove(INDEX="green", **given)


def test_what_cannot_be_judged_is_kept_and_counted(remove, raster, after, feedback):
    pixels = ground([OLD])
    pixels[:, 20:40, 60:72] = 0  # 60 % of the new one
    partly = raster(pixels, "partly.tif", nodata=0)
    layer = layer_of([polygon(OLD), polygon(NEW), polygon(OUTSIDE)])
    results = remove(INPUT=layer, PRE_IMAGE=partly, POST_IMAGE=after, MODEL="none")
    found = rows(results["OUTPUT"])
    assert list(found) == ["no. 1", "no. 2"]
    assert [found["no. 1"][name] for name in ("index_before", "index_change", "preexisting")] == [None] * 3
    assert found["no. 1"]["index_after"] is not None
    assert found["no. 1"]["reason"] == "The images show too little of it."
    assert (results["KEPT"], results["UNJUDGED"]) == (2, 2)
    assert feedback.warnings == [
        "2 landslides cannot be judged, since more than half of each is nodata; they are kept."
    ]


def test_images_of_other_grids_that_are_shifted(remove, raster, tmp_path, feedback):
    rng = np.random.default_rng(3)
    size = 200
    texture = gdal.GetDriverByName("MEM").Create("", 50, 50, 1, gdal.GDT_Float32)
    texture.WriteArray(rng.normal(0, 1, (50, 50)).astype(np.float32))
    relief = texture.GetRasterBand(1).ReadAsArray(buf_xsize=size, buf_ysize=size, resample_alg=gdal.GRIORA_Cubic)

    def shown(bare: list[tuple[int, ...]]) -> np.ndarray:
        pixels = np.empty((3, size, size), np.float32)
        pixels[:] = np.array(GRASS)[:, None, None]
        for west, north, east, south in bare:
            pixels[:, north:south, west:east] = np.array(SOIL)[:, None, None]
        return np.clip(pixels * (1 + 0.2 * relief), 1, 255).astype(np.uint8)

    # The image before lies 4 m too far east, in another zone and with coarser pixels.
    narrow = (60, 60, 64, 110)
    moved = raster(shown([narrow]), "moved.tif", nodata=0, geotransform=(500004.0, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    before = str(tmp_path / "other.tif")
    gdal.Warp(before, moved, dstSRS="EPSG:32655", xRes=1.25, yRes=1.25, resampleAlg="bilinear")
    after = raster(shown([narrow, (120, 100, 130, 120)]), "now.tif", nodata=0)
    layer = layer_of([polygon(narrow), polygon((120, 100, 130, 120))])
    given = {"INPUT": layer, "PRE_IMAGE": before, "POST_IMAGE": after, "MODEL": "none", "ACTION": "flag"}
    aligned = rows(remove(**given)["OUTPUT"])
    assert [row["preexisting"] for row in aligned.values()] == [1, 0]
    (said,) = [info for info in feedback.infos if info.startswith("Alignment")]
    assert said.startswith("Alignment: the image before is moved by -3.") and "windows agree" in said
    as_they_lie = rows(remove(ALIGN=False, **given)["OUTPUT"])
    assert [row["preexisting"] for row in as_they_lie.values()] == [0, 0]


def test_shapefile_names_stay_apart_and_come_back(remove, before, after, tmp_path):
    names = [SHAPEFILE_NAMES.get(name, name) for name in FIELDS]
    assert max(len(name) for name in names) <= 10 and len(set(names)) == len(names)
    given = {"PRE_IMAGE": before, "POST_IMAGE": after, "MODEL": "none", "ACTION": "flag"}
    first = remove(OUTPUT=str(tmp_path / "all.shp"), **given)["OUTPUT"]
    assert QgsVectorLayer(first, "all", "ogr").fields().names() == ["name", *names]
    again = remove(INPUT=first, OUTPUT=str(tmp_path / "again.shp"), **given)["OUTPUT"]
    assert QgsVectorLayer(again, "all", "ogr").fields().names() == ["name", *names]
    assert rows(again)["no. 1"]["preexist"] == 0


def test_geometries_stay_what_they_are(remove, before, after):
    wkts = ["MultiPolygonZ(((500060 3999960 5,500080 3999960 5,500080 3999980 5,500060 3999980 5,500060 3999960 5)))"]
    given = {"PRE_IMAGE": before, "POST_IMAGE": after, "MODEL": "none"}
    layer = layer_of([*wkts, "MultiPolygonZ EMPTY"], kind="MultiPolygonZ")
    results = remove(INPUT=layer, **given)
    (whole, empty) = results["OUTPUT"].getFeatures()
    assert whole.geometry().asWkt().replace(" Z", "Z").startswith("MultiPolygonZ (((500060 3999960 5")
    assert whole["preexisting"] == 0 and empty.geometry().isEmpty() and empty["reason"].startswith("The images show")
    bowtie = "POLYGON((500060 3999960,500080 3999980,500080 3999960,500060 3999980,500060 3999960))"
    assert remove(INPUT=layer_of([bowtie]), **given)["KEPT"] == 1


def test_parameters_as_text(remove, before, after, landslides, percent_before, tmp_path):
    from qgis.core import QgsVectorFileWriter


    file = str(tmp_path / "in.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    write = QgsVectorFileWriter.writeAsVectorFormatV3
    write(landslides, file, landslides.transformContext(), options)
    results = remove(
        INPUT=file, PRE_IMAGE=before, POST_IMAGE=after, PRE_PROBABILITY=percent_before, MODEL="auto", INDEX="auto",
        SHARE="50", INDEX_LOSS="0.05", MIN_SLOPE="3", PRE_THRESHOLD="0.5", ALIGN="true", PRE_RED="1", POST_GREEN="2",
        RULE="any", ACTION="remove", OUTPUT=str(tmp_path / "out.gpkg"), PREEXISTING=str(tmp_path / "old.gpkg"),
    )  # fmt: skip
    assert list(rows(str(tmp_path / "out.gpkg"))) == ["no. 1"] and list(rows(results["PREEXISTING"])) == ["no. 0"]


def test_refusals(remove, before, after, dem, raster, tmp_path):
    def refused(**changes) -> str:
        with pytest.raises(QgsProcessingException) as error:
            remove(**changes)
        return str(error.value)

    images = {"PRE_IMAGE": before, "POST_IMAGE": after, "MODEL": "none"}
    assert "Nothing says which landslides were there before." in refused()
    assert "Nothing says which landslides were there before." in refused(DEM=dem, MIN_SLOPE=0)
    assert "Nothing says which landslides were there before." in refused(PRE_IMAGE=before, MODEL="none")
    assert "index ndvi is compared between images" in refused(PRE_IMAGE=before, INDEX="ndvi", MODEL="none")
    assert "has no band that is known to be nir. Name it in the file" in refused(INDEX="ndvi", **images)
    assert "has 3 bands, so there is no band 9 for nir" in refused(INDEX="ndvi", **images, PRE_NIR=9)
    assert "The share of landslide before the event is 0 %" in refused(SHARE=0, **images)
    assert "The loss of the vegetation index is 3; set 0 to 2." in refused(INDEX_LOSS=3, **images)
    assert "The smallest slope is 90°" in refused(MIN_SLOPE=90, **images)
    assert "The threshold is 1.5" in refused(PRE_THRESHOLD=1.5, **images)
    assert "There is no model file /no/model.onnx" in refused(PRE_IMAGE=before, MODEL_FILE="/no/model.onnx")
    lines = layer_of(["LINESTRING(0 0, 1 1)"], kind="LineString")
    assert 'The layer "landslides" holds LineString' in refused(INPUT=lines, **images)
    nowhere = layer_of([polygon(OLD)], crs="")
    nowhere.setCrs(QgsCoordinateReferenceSystem())
    assert "The landslides have no coordinate system" in refused(INPUT=nowhere, **images)
    assert "has no landslide; choose another" in refused(INPUT=layer_of([]), **images)
    assert "is no probability raster" in refused(PRE_PROBABILITY=before, PRE_THRESHOLD=0.5)
    where = str(tmp_path / "same.gpkg")
    assert "layer of landslides from before have the same name" in refused(OUTPUT=where, PREEXISTING=where, **images)
    assert "there is no such folder" in refused(OUTPUT="/no/folder/x.gpkg", **images)
    far = layer_of([polygon(OUTSIDE)])
    assert "No landslide lies on the layer" in refused(INPUT=far, PRE_IMAGE=before)


@pytest.mark.parametrize("at", [0, 50, 94, 100])
def test_cancelling_leaves_what_was_there(remove, before, after, dem, tmp_path, at):
    given = {"PRE_IMAGE": before, "POST_IMAGE": after, "DEM": dem, "MODEL": "none", "OUTPUT": str(tmp_path / "o.gpkg")}
    remove(**given)
    was = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with pytest.raises(QgsProcessingException, match=r"The run was cancelled; nothing was written."):
        remove(feedback=Feedback(cancel_at=at), ACTION="flag", **given)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == was


def test_results_are_loaded_and_named(remove, before, after, project):
    from qgis.core import QgsProcessingContext

    context = QgsProcessingContext()
    context.setProject(project)
    where = QgsProcessingOutputLayerDefinition("memory:", project)
    import processing

    parameters = {"INPUT": layer_of([polygon(NEW)]), "PRE_IMAGE": before, "POST_IMAGE": after, "MODEL": "none",
                  "OUTPUT": where, "PREEXISTING": QgsProcessingOutputLayerDefinition("memory:", project)}  # fmt: skip
    processing.run("scarp:removepreexisting", parameters, context=context)
    names = {details.name for details in context.layersToLoadOnCompletion().values()}
    assert names == {"landslides – new", "landslides – from before"}


def test_every_parameter_has_help(provider):
    algorithm = RemovePreexisting().create()
    assert all(parameter.help() for parameter in preexisting_parameters(str))
    assert all(output in algorithm.shortHelpString() for output in ("Landslides kept", "Landslides not judged"))
