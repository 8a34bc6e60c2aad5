from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from scarp.tests.algorithms.conftest import Feedback

REPOSITORY = Path(__file__).resolve().parents[2]
SQUARES = [(500020, 3999994, 500021, 3999995), (500030, 3999988, 500032, 3999990), (500040, 3999960, 500050, 3999970)]
"""West, south, east and north of the squares in the image."""
ALL_FIELDS = [
    "id", "area_m2", "perimeter_m", "length_m", "width_m", "elongation", "orientation_deg", "probability_mean",
    "probability_max", "longitude", "latitude", "model", "threshold", "source",
]  # fmt: skip


def boxes(layer: QgsVectorLayer | str) -> list[tuple[float, ...]]:
    """Bounds of the polygons in order of their id; each must fill its bounds."""
    if isinstance(layer, str):
        layer = QgsVectorLayer(layer, "layer", "ogr")
    found = []
    for feature in sorted(layer.getFeatures(), key=lambda feature: feature["id"]):
        box = feature.geometry().boundingBox()
        assert feature.geometry().area() == box.area()
        found.append((box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()))
    return found


def percent(path: str) -> np.ndarray:
    return gdal.Open(path).ReadAsArray()


def polygon_layer(wkts: list[str], crs: str = "EPSG:32654", kind: str = "Polygon") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "areas", "memory")
    for wkt in wkts:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def box_wkt(west: float, south: float, east: float, north: float) -> str:
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def test_gives_the_probability_and_the_polygons(run, image, tmp_path, squares):
    results = run(PROBABILITY=str(tmp_path / "p.tif"), OUTPUT=str(tmp_path / "found.gpkg"))
    assert set(results) == {"PROBABILITY", "OUTPUT", "COUNT", "AREA_M2", "THRESHOLD_USED"}
    assert (results["COUNT"], results["THRESHOLD_USED"]) == (3, 0.5)
    assert boxes(results["OUTPUT"]) == SQUARES
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    assert layer.fields().names() == ["fid", *ALL_FIELDS]
    features = sorted(layer.getFeatures(), key=lambda feature: feature["id"])
    # On the ellipsoid a metre of this grid is 1.0004 m: the scale in the middle of the zone is 0.9996.
    assert [round(feature["area_m2"], 1) for feature in features] == [1.0, 4.0, 100.1]
    assert results["AREA_M2"] == pytest.approx(sum(feature["area_m2"] for feature in features))
    assert {feature["probability_max"] for feature in features} == {0.8}
    assert {(feature["model"], feature["threshold"], feature["source"]) for feature in features} == {
        ("first_band", 0.5, "event.tif")
    }
    assert layer.crs().authid() == "EPSG:32654"
    expected = np.where(squares[0] == 0, 255, np.where(squares[0] == 204, 80, 10))
    assert (percent(results["PROBABILITY"]) == expected).all()
    # QGIS sees 0 to 1.
    seen = QgsRasterLayer(results["PROBABILITY"], "p")
    value, found = seen.dataProvider().sample(features[2].geometry().centroid().asPoint(), 1)
    assert found and value == pytest.approx(0.8)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["event.tif", "event.tif.aux.xml", "first_band.onnx", "found.gpkg", "p.qml", "p.tif"]
    )


@pytest.mark.parametrize(
    "name", ["memory:", "TEMPORARY_OUTPUT", "found.gpkg", "found.shp", "found.geojson", "found.fgb", "found"]
)
def test_every_sink_gets_the_same_polygons(run, tmp_path, name):
    results = run(OUTPUT=name if name in ("memory:", "TEMPORARY_OUTPUT") else str(tmp_path / name))
    assert boxes(results["OUTPUT"]) == SQUARES
    if name == "found":
        assert results["OUTPUT"] == str(tmp_path / "found.gpkg")


def test_shapefile_fields_stay_apart(run, tmp_path, feedback):
    results = run(OUTPUT=str(tmp_path / "found.shp"))
    layer = QgsVectorLayer(results["OUTPUT"], "found", "ogr")
    assert layer.fields().names() == [
        "id", "area_m2", "perim_m", "length_m", "width_m", "elongation", "orient_deg", "prob_mean", "prob_max",
        "longitude", "latitude", "model", "threshold", "source",
    ]  # fmt: skip
    largest = max(layer.getFeatures(), key=lambda feature: feature["area_m2"])
    in_memory = max(run()["OUTPUT"].getFeatures(), key=lambda feature: feature["area_m2"])
    for found, expected in zip(largest.attributes(), in_memory.attributes()):
        assert found == (expected if isinstance(expected, str) else pytest.approx(expected, rel=1e-12))
    assert any("probability_max is prob_max" in info for info in feedback.infos)


def test_adds_to_a_layer_in_a_geopackage(run, tmp_path):
    file = tmp_path / "event.gpkg"
    run(OUTPUT=str(file))
    results = run(OUTPUT=f"ogr:dbname='{file}' table=\"second\" (geom)")
    assert boxes(f"{file}|layername=second") == SQUARES == boxes(f"{file}|layername=event")
    assert results["COUNT"] == 3


def test_cancelling_leaves_a_database_as_it_was(run, tmp_path):
    file = tmp_path / "event.gpkg"
    run(OUTPUT=str(file))
    before = file.read_bytes()
    for at in (0, 30, 86, 100):
        with pytest.raises(QgsProcessingException, match="cancelled"):
            run(feedback=Feedback(cancel_at=at), MIN_AREA=50, OUTPUT=f"ogr:dbname='{file}' table=\"event\" (geom)")
    assert file.read_bytes() == before
    assert boxes(f"{file}|layername=event") == SQUARES


def test_dem_gives_slope_and_relief(run, raster, squares):
    rows, columns = np.mgrid[0:60, 0:80]
    dem = raster((1000.0 - rows)[None].astype(np.float32) + 0 * columns, "dem.tif")
    largest = max(run(DEM=dem)["OUTPUT"].getFeatures(), key=lambda feature: feature["area_m2"])
    assert largest["slope_mean_deg"] == pytest.approx(45.0, abs=0.02)
    assert (largest["elevation_max_m"], largest["elevation_min_m"], largest["relief_m"]) == (970.0, 961.0, 9.0)


def test_project_layers_by_name_and_selection(run, project, image):
    layer = QgsRasterLayer(image, "After the storm")
    areas = polygon_layer([box_wkt(500015, 3999990, 500025, 4000000), box_wkt(500035, 3999950, 500060, 3999980)])
    project.addMapLayers([layer, areas])
    areas.selectByIds([2])
    context = QgsProcessingContext()
    context.setProject(project)
    both = run(context=context, INPUT="After the storm", AREA=areas)
    assert boxes(both["OUTPUT"]) == [SQUARES[0], SQUARES[2]]
    selected = run(
        INPUT=layer, AREA=QgsProcessingFeatureSourceDefinition(areas.id(), selectedFeaturesOnly=True), context=context
    )
    assert boxes(selected["OUTPUT"]) == [SQUARES[2]]


def test_area_in_another_crs_and_its_probability_is_nodata_outside(run, tmp_path):
    # From UTM by gdaltransform: the box (500035, 3999950, 500060, 3999980) in degrees.
    area = polygon_layer([box_wkt(141.000389, 36.144267, 141.000667, 36.144538)], "EPSG:4326")
    results = run(AREA=area, PROBABILITY=str(tmp_path / "p.tif"))
    assert boxes(results["OUTPUT"]) == [SQUARES[2]]
    valid = percent(results["PROBABILITY"]) != 255
    assert valid[21:49, 36:59].all() and valid.sum() == pytest.approx(25 * 30, abs=30)


def test_crossing_and_empty_polygons_of_the_area(run, feedback):
    bow_tie = "POLYGON((499985 3999900,500105 3999980,499985 3999980,500105 3999900,499985 3999900))"
    results = run(AREA=polygon_layer([bow_tie, "POLYGON EMPTY"]))
    assert results["COUNT"] == 1
    assert feedback.warnings == ['Invalid polygons of the layer "areas" that were repaired: 1.']
    with pytest.raises(
        QgsProcessingException, match=r'The layer "areas" has no polygon; draw one, or leave Area empty.'
    ):
        run(AREA=polygon_layer(["POLYGON EMPTY"]))


@pytest.mark.parametrize(
    "extent",
    [
        "500035,500060,3999950,3999980 [EPSG:32654]",
        "500035,500060,3999950,3999980",
        "141.000389,141.000667,36.144267,36.144538 [EPSG:4326]",
    ],
)
def test_extent_in_its_own_crs(run, extent):
    assert boxes(run(EXTENT=extent)["OUTPUT"]) == [SQUARES[2]]


def test_area_and_extent_together(run):
    area = polygon_layer([box_wkt(500010, 3999940, 500080, 3999992)], "EPSG:32654")
    assert boxes(run(AREA=area)["OUTPUT"]) == SQUARES[1:]
    assert boxes(run(AREA=area, EXTENT="500010,500035,3999940,4000000 [EPSG:32654]")["OUTPUT"]) == SQUARES[1:2]
    with pytest.raises(QgsProcessingException, match="does not touch the extent"):
        run(AREA=area, EXTENT="500010,500035,3999993,4000000 [EPSG:32654]")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"MIN_AREA": 50}, [SQUARES[2]]),
        ({"THRESHOLD_METHOD": "fixed", "THRESHOLD": 0.81}, []),
        ({"THRESHOLD_METHOD": "fixed", "THRESHOLD": 0.80}, SQUARES),
        ({"THRESHOLD_METHOD": "otsu"}, SQUARES),
        ({"BANDS": [2, 1, 3]}, []),
        ({"VALUE_MIN": 0, "VALUE_MAX": 510}, []),
        ({"OVERLAP": 25, "BATCH": 2, "THREADS": 1, "DEVICE": "auto"}, SQUARES),
    ],
)
def test_parameters_reach_the_engine(run, changes, expected):
    assert boxes(run(**changes)["OUTPUT"]) == expected


def test_otsu_says_its_threshold(run):
    # 0.10 and 0.80: every threshold between parts them equally well, and the middle one is taken.
    assert run(THRESHOLD_METHOD="otsu")["THRESHOLD_USED"] == 0.45


def test_nothing_found_says_why(run, feedback):
    assert run(THRESHOLD_METHOD="fixed", THRESHOLD=0.9)["AREA_M2"] == 0.0
    assert feedback.warnings[0].startswith(
        "No landslide was found: the highest probability is 0.80, the threshold 0.90."
    )


def test_resolution_is_of_the_work_and_the_result_covers_the_scene(run, tmp_path):
    results = run(RESOLUTION=2, PROBABILITY=str(tmp_path / "p.tif"))
    dataset = gdal.Open(results["PROBABILITY"])
    assert (dataset.RasterXSize, dataset.RasterYSize) == (40, 30)
    assert dataset.GetGeoTransform() == (500000.0, 2.0, 0.0, 4000000.0, 0.0, -2.0)


def test_holes_corners_and_outlines(run, raster):
    pixels = np.full((3, 40, 40), 26, np.uint8)
    pixels[0, 10:20, 10:20] = 204
    pixels[0, 14:16, 14:16] = 26
    pixels[0, 20:30, 20:30] = 204
    image = raster(pixels, "holes.tif")
    parts = [feature.geometry() for feature in run(INPUT=image)["OUTPUT"].getFeatures()]
    assert sorted(part.area() for part in parts) == [96.0, 100.0]
    joined = [feature.geometry() for feature in run(INPUT=image, CONNECTEDNESS="8")["OUTPUT"].getFeatures()]
    assert [part.area() for part in joined] == [196.0]
    assert run(INPUT=image, CONNECTEDNESS="8")["OUTPUT"].wkbType() == 6
    filled = [feature.geometry() for feature in run(INPUT=image, MIN_HOLE=5)["OUTPUT"].getFeatures()]
    assert sorted(part.area() for part in filled) == [100.0, 100.0]


def test_device_that_is_not_there_falls_back(run, feedback):
    import onnxruntime

    if "CUDAExecutionProvider" in onnxruntime.get_available_providers() and shutil.which("nvidia-smi"):
        pytest.skip("this machine has a GPU")
    assert run(DEVICE="cuda")["COUNT"] == 3
    assert any(warning.startswith("CUDA cannot be used") for warning in feedback.warnings)


def test_models_by_name_and_file(run, model_file, no_own_models, feedback):
    no_own_models.mkdir()
    model_file("two_classes", name="own/night.onnx", threshold=0.05)
    results = run(MODEL="night", MODEL_FILE=None)
    assert results["THRESHOLD_USED"] == 0.05
    assert {feature["model"] for feature in results["OUTPUT"].getFeatures()} == {"night"}
    assert run(MODEL="night")["THRESHOLD_USED"] == 0.5
    with pytest.raises(QgsProcessingException, match=r"Incorrect parameter value for MODEL|no model"):
        run(MODEL="day", MODEL_FILE=None)


def test_runs_again_into_the_same_files(run, tmp_path, raster, squares):
    files = {"PROBABILITY": str(tmp_path / "p.tif"), "OUTPUT": str(tmp_path / "p.gpkg")}
    for _ in range(3):
        assert boxes(run(**files)["OUTPUT"]) == SQUARES
    squares[0, 30:40, 40:50] = 26
    (tmp_path / "p.tif.aux.xml").write_text("<PAMDataset/>")
    other = raster(squares, "other.tif", nodata=0)
    assert boxes(run(INPUT=other, **files)["OUTPUT"]) == SQUARES[:2]
    assert percent(files["PROBABILITY"]).max(where=percent(files["PROBABILITY"]) != 255, initial=0) == 80
    assert not (tmp_path / "p.tif.aux.xml").exists()
    assert not list(tmp_path.glob(".scarp-*"))


def test_layer_with_crs_and_nodata_set_in_qgis(run, raster, project, squares, feedback):
    plain = raster(squares + 1, "plain.tif", epsg=0)
    layer = QgsRasterLayer(plain, "plain")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32654"))
    for band in (1, 2, 3):
        from qgis.core import QgsRasterRange

        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(1, 1)])
    project.addMapLayer(layer)
    results = run(INPUT=layer, PROBABILITY="TEMPORARY_OUTPUT")
    assert results["OUTPUT"].crs().authid() == "EPSG:32654"
    assert boxes(results["OUTPUT"]) == SQUARES
    assert (percent(results["PROBABILITY"])[:, :10] == 255).all()
    assert {feature["source"] for feature in results["OUTPUT"].getFeatures()} == {"plain.tif"}


def test_zipped_image_and_subdataset(run, image, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "event.tif")
    assert boxes(run(INPUT=f"/vsizip/{archive}/event.tif")["OUTPUT"]) == SQUARES
    geopackage = str(tmp_path / "tiles.gpkg")
    gdal.Translate(
        geopackage, image, format="GPKG", creationOptions=["RASTER_TABLE=first", "TILE_FORMAT=PNG"], noData="none"
    )
    gdal.Translate(
        geopackage,
        image,
        format="GPKG",
        creationOptions=["RASTER_TABLE=second", "TILE_FORMAT=PNG", "APPEND_SUBDATASET=YES"],
        noData="none",
    )
    assert boxes(run(INPUT=f"GPKG:{geopackage}:second")["OUTPUT"]) == SQUARES


def test_scene_without_crs_counts_pixels(run, raster, squares, feedback):
    results = run(INPUT=raster(squares, "bare.tif", epsg=0, geotransform=None, nodata=0))
    assert results["AREA_M2"] == 105.0
    assert any("no coordinate system" in warning for warning in feedback.warnings)
    assert not results["OUTPUT"].crs().isValid()


def test_runs_in_the_background(provider, model_file, image, tmp_path):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("scarp:extractlandslides")
    context, feedback = QgsProcessingContext(), Feedback()
    parameters = {"INPUT": image, "MODEL_FILE": str(model_file("first_band")), "DEVICE": "cpu",
                  "OUTPUT": str(tmp_path / "found.gpkg")}  # fmt: skip
    done = []
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    loop = QEventLoop()
    task.executed.connect(lambda ok, results: (done.append((ok, results)), loop.quit()))
    QTimer.singleShot(60000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    ok, results = done[0]
    assert ok and results["COUNT"] == 3
    assert boxes(results["OUTPUT"]) == SQUARES


def test_as_a_step_of_a_model(provider, model_file, image, tmp_path):
    import processing

    model = QgsProcessingModelAlgorithm("event", "event")
    model.addModelParameter(QgsProcessingParameterRasterLayer("image", "Image"), QgsProcessingModelParameter("image"))
    extract = QgsProcessingModelChildAlgorithm("scarp:extractlandslides")
    extract.setChildId("extract")
    static = QgsProcessingModelChildParameterSource.fromStaticValue
    extract.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("image")])
    extract.addParameterSources("MODEL_FILE", [static(str(model_file("first_band")))])
    extract.addParameterSources("DEVICE", [static("cpu")])
    model.addChildAlgorithm(extract)
    centroids = QgsProcessingModelChildAlgorithm("native:centroids")
    centroids.setChildId("centroids")
    centroids.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("extract", "OUTPUT")]
    )
    output = QgsProcessingModelOutput("points")
    output.setChildOutputName("OUTPUT")
    centroids.setModelOutputs({"points": output})
    model.addChildAlgorithm(centroids)
    results = processing.run(
        model,
        {"image": image, "centroids:points": str(tmp_path / "points.gpkg"), "points": str(tmp_path / "points.gpkg")},
    )
    layer = QgsVectorLayer(str(tmp_path / "points.gpkg"), "points", "ogr")
    points = {(f.geometry().asPoint().x(), f.geometry().asPoint().y()) for f in layer.getFeatures()}
    assert points == {((west + east) / 2, (south + north) / 2) for west, south, east, north in SQUARES}, results


@pytest.fixture(scope="module")
def profile(tmp_path_factory) -> dict[str, str]:
    """Environment of a throw-away profile with the plugin enabled."""
    folder = tmp_path_factory.mktemp("profile")
    default = folder / "profiles" / "default"
    (default / "QGIS").mkdir(parents=True)
    (default / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\nprocessing=true\nscarp=true\n")
    (default / "python" / "plugins").mkdir(parents=True)
    (default / "python" / "plugins" / "scarp").symlink_to(REPOSITORY)
    return {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(folder), "SCARP_ENVIRONMENT": str(Path(sys.prefix)),
            "QT_QPA_PLATFORM": "offscreen"}  # fmt: skip


def qgis_process(profile: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not installed")
    return subprocess.run([program, *arguments], env=profile, capture_output=True, text=True, timeout=300, check=False)


def test_qgis_process_runs_it(profile, image, model_file, tmp_path):
    values = {
        "INPUT": image,
        "MODEL_FILE": model_file("first_band"),
        "PROBABILITY": tmp_path / "p.tif",
        "OUTPUT": tmp_path / "found.gpkg",
        "EXTENT": "500015,500060,3999950,4000000",
    }
    given = [f"{name}={value}" for name, value in values.items()]
    done = qgis_process(profile, "run", "--json", "scarp:extractlandslides", "--", *given)
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert results["COUNT"] == 3
    assert boxes(str(tmp_path / "found.gpkg")) == SQUARES
    assert (percent(str(tmp_path / "p.tif"))[:, :15] == 255).all()


def test_qgis_process_says_what_is_wrong(profile, image, tmp_path):
    done = qgis_process(profile, "run", "scarp:extractlandslides", "--", f"INPUT={image}", "MODEL_FILE=/no/model.onnx",
                        f"OUTPUT={tmp_path / 'found.gpkg'}")  # fmt: skip
    assert done.returncode != 0
    assert (
        "There is no model file /no/model.onnx; choose another under Advanced > Model file."
        in done.stdout + done.stderr
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"INPUT": "/no/image.tif"}, "The layer /no/image.tif cannot be opened"),
        ({"THRESHOLD_METHOD": "fixed", "THRESHOLD": 1.5}, "The threshold is 1.5, but a threshold lies between 0 and 1"),
        ({"MIN_AREA": -1}, "The smallest area is -1 m²"),
        ({"OVERLAP": 80}, "The overlap is 80 % of a tile; set 0 to 50."),
        ({"SCORE": 1.5}, "The smallest score is 1.5; set 0 to 1, or leave it empty."),
        ({"VALUE_MIN": 9, "VALUE_MAX": 9}, "The darkest value (9) is not below the brightest (9)"),
        ({"RESOLUTION": 0}, "The working resolution is 0 m; set one above 0"),
        ({"BANDS": [1]}, "The model expects 3 bands (red, green, blue); 1 is chosen under Bands."),
        ({"BANDS": [1, 2, 9]}, "has 3 bands, so there is no band 9."),
        ({"MODEL_FILE": "/no/model.onnx"}, "There is no model file /no/model.onnx"),
        ({"MODEL_FILE": __file__}, "is not an ONNX model"),
        (
            {"PROBABILITY": "/no/folder/p.tif"},
            "The probability raster cannot be written to /no/folder: there is no such folder",
        ),
        ({"PROBABILITY": "/tmp/p.png"}, "The probability raster is written to /tmp/p.png; give it the ending .tif."),
        ({"OUTPUT": "/tmp/found.xyzzy"}, "No vector format has the ending .xyzzy of /tmp/found.xyzzy"),
        (
            {"OUTPUT": "/no/folder/found.gpkg"},
            "The layer of landslides cannot be written to /no/folder: there is no such folder",
        ),
    ],
)
def test_bad_values_are_refused_before_the_run(run, changes, message, tmp_path):
    with pytest.raises(QgsProcessingException) as refused:
        run(**changes)
    assert message in str(refused.value)
    assert not list(tmp_path.glob("**/.scarp-*"))


def test_bad_layers_are_refused_before_the_run(run, raster, model_file, tmp_path, image):
    def refused(**changes) -> str:
        with pytest.raises(QgsProcessingException) as error:
            run(**changes)
        return str(error.value)

    gray = raster(np.ones((1, 8, 8), np.uint8), "gray.tif")
    assert f'The model expects 3 bands (red, green, blue); the layer "{gray}" has 1.' in refused(INPUT=gray)
    lacking = str(model_file("first_band", name="lacking.onnx", drop=["threshold"]))
    assert "lacks the property 'scarp_threshold'" in refused(MODEL_FILE=lacking)
    nowhere = polygon_layer([box_wkt(500035, 3999950, 500060, 3999980)], crs="")
    assert 'The layer "areas" has no coordinate system, so it is not known where the area lies' in refused(AREA=nowhere)
    lines = polygon_layer(["LINESTRING(0 0, 1 1)"], kind="LineString")
    assert 'The layer "areas" holds LineString; choose a layer of polygons as the area.' in refused(AREA=lines)
    assert f'The probability raster would replace the layer "event" ({image})' in refused(PROBABILITY=image)
    tiles = QgsRasterLayer("type=xyz&url=file:///nowhere/{z}/{x}/{y}.png", "Basemap", "wms")
    assert 'The layer "Basemap" comes from "wms", which gives pictures' in refused(INPUT=tiles)
    truncated = tmp_path / "truncated.tif"
    truncated.write_bytes(Path(image).read_bytes()[:200])
    assert f"The layer {truncated} cannot be opened" in refused(INPUT=str(truncated))


def test_what_only_the_run_finds_out_leaves_nothing(run, raster, model_file, squares, tmp_path):
    def failed(**changes) -> str:
        before = sorted(path.name for path in tmp_path.iterdir())
        with pytest.raises(QgsProcessingException) as error:
            run(PROBABILITY=str(tmp_path / "p.tif"), OUTPUT=str(tmp_path / "found.gpkg"), **changes)
        assert [name for name in sorted(path.name for path in tmp_path.iterdir()) if not name.endswith(".aux.xml")] == [
            name for name in before if not name.endswith(".aux.xml")
        ]
        return str(error.value)

    empty = raster(squares * 0, "empty.tif", nodata=0)
    assert "has no valid pixel" in failed(INPUT=empty)
    complex_numbers = raster(squares.astype(np.complex64), "complex.tif")
    assert "holds complex numbers (CFloat32)" in failed(INPUT=complex_numbers)
    far = polygon_layer([box_wkt(600000, 3999950, 600060, 3999980)])
    assert "The area does not touch the image" in failed(AREA=far)
    two = str(model_file("first_band", name="two.onnx", inputs=2))
    assert "The model two.onnx has the inputs" in failed(MODEL_FILE=two)
    values = str(model_file("logits"))
    assert "not probabilities of 0 to 1" in failed(MODEL_FILE=values)
    flat = raster(np.full((3, 8, 8), 26, np.uint8), "flat.tif")
    assert "Otsu's method needs two classes to separate" in failed(INPUT=flat, THRESHOLD_METHOD="otsu")


@pytest.mark.parametrize("at", [0, 30, 84, 86, 95, 100])
def test_cancelling_leaves_what_was_there(run, tmp_path, at):
    files = {"PROBABILITY": str(tmp_path / "p.tif"), "OUTPUT": str(tmp_path / "found.gpkg")}
    run(**files)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(QgsProcessingException, match=r"The run was cancelled; nothing was written."):
        run(feedback=Feedback(cancel_at=at), RESOLUTION=2, **files)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_full_disk_leaves_what_was_there(run, tmp_path, raster):
    resource = pytest.importorskip("resource")
    import signal

    rng = np.random.default_rng(1)
    noise = raster(rng.integers(1, 255, (3, 600, 600)).astype(np.uint8), "noise.tif")
    files = {"PROBABILITY": str(tmp_path / "p.tif"), "OUTPUT": str(tmp_path / "found.gpkg")}
    run(**files)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    was, limits = signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        for most in (200_000, 1_000_000):  # the raster does not fit, the polygons do not
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
            with pytest.raises(QgsProcessingException, match="Make room"):
                run(INPUT=noise, **files)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, was)
    now = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.name != "noise.tif.aux.xml"}
    assert now == before


def test_missing_onnxruntime_says_how_to_install_it(provider, monkeypatch):
    algorithm = provider.algorithm("extractlandslides")
    assert algorithm.canExecute() == (True, "")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    possible, message = algorithm.canExecute()
    assert not possible
    assert "onnxruntime is not installed" in message and "scarp:installpackages" in message
