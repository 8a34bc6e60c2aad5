from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.test_extract_landslides import profile, qgis_process  # noqa: F401 - profile is a fixture
from scarp.tests.algorithms.test_threshold_sweep import box_wkt, files_in
from scarp.tests.engine.test_aspect import plane
from scarp.tests.engine.test_inventory import TRUE_TO_MAP
from scarp.tests.engine.test_inventory_report import cell
from scarp.tests.engine.test_inverse_gamma import GUATEMALA, drawn

SIDES = (2, 4, 10, 20)


def square(x: float, y: float, side: float) -> str:
    """In UTM zone 54, from a corner on its central meridian."""
    return box_wkt(500000 + x, 4000000 + y, 500000 + x + side, 4000000 + y + side)


def polygon_layer(wkts: list[str], crs: str = "EPSG:32654", kind: str = "Polygon", name: str = "mapped"):
    """A layer in memory; an empty text is a feature without geometry."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", name, "memory")
    features = []
    for wkt in wkts:
        feature = QgsFeature()
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


@pytest.fixture
def landslides() -> QgsVectorLayer:
    """Squares of 4, 16, 100 and 400 m², every 30 m to the east."""
    return polygon_layer([square(30 * number, 0, side) for number, side in enumerate(SIDES)])


@pytest.fixture
def run(provider, landslides, feedback):
    import processing

    def call(feedback=feedback, **changes):
        parameters = {"INPUT": landslides, "SAMPLES": 0, "REPORT": None, **changes}
        return processing.run("scarp:inventoryreport", parameters, feedback=feedback)

    return call


def page_of(results) -> str:
    return Path(results["REPORT"]).read_text(encoding="utf-8")


def test_number_areas_and_density(run, feedback, tmp_path):
    area = polygon_layer([square(-500, -500, 1000)], name="valley")
    results = run(AREA=area, SIZES="10, 50", REPORT=str(tmp_path / "r.html"), TABLE=str(tmp_path / "t.csv"))
    assert results == {
        "COUNT": 4, "TOTAL_AREA_M2": pytest.approx(520 * TRUE_TO_MAP, rel=1e-4),
        "LARGEST_AREA_M2": pytest.approx(400 * TRUE_TO_MAP, rel=1e-4),
        "DENSITY_PER_KM2": pytest.approx(4 / TRUE_TO_MAP, rel=1e-4), "AREA_SHARE": pytest.approx(520e-6, rel=1e-3),
        "REPORT": str(tmp_path / "r.html"), "TABLE": str(tmp_path / "t.csv"),
    }  # fmt: skip
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["class"], row["to_m2"], row["landslides"]) for row in rows] == [
        ("1", "10", "1"), ("2", "50", "1"), ("3", "", "2"), ("all", "", "4"),
    ]  # fmt: skip
    page = page_of(results)
    assert "<h1>mapped</h1>" in page and cell(page, "Mapped area") == "layer &quot;valley&quot;"
    assert cell(page, "Mapped area (km²)") == f"{TRUE_TO_MAP:.4f}"
    assert "4 landslides of 520 m² in all; the largest has 400 m²." in feedback.infos
    assert any(info.startswith("3.997 landslides per km², 0.05 % of 1.001 km².") for info in feedback.infos)
    assert feedback.warnings == [
        "No power-law tail and no rollover are fitted. There are 4 landslides, and it takes 50."
    ]  # fmt: skip


def test_without_an_area_the_hull_is_taken(run, feedback):
    results = run(REPORT="TEMPORARY_OUTPUT")
    # Between the corners (0, 0), (0, 2), (90, 20), (110, 20) and (110, 0).
    hull_m2 = (2 + 20) / 2 * 90 + 20 * 20
    assert results["AREA_SHARE"] == pytest.approx(520 / hull_m2, rel=1e-4)
    assert "It was not said where landslides were looked for." in page_of(results)
    assert any("in the convex hull of the landslides" in info for info in feedback.infos)


def test_only_in_the_area(run, feedback, raster):
    around = polygon_layer(["POLYGON((140.9 36.1,141.0009 36.1,141.0009 36.2,140.9 36.2,140.9 36.1))"], "EPSG:4326")
    assert run(AREA=around)["COUNT"] == 3  # the fourth is at 141.0011 degrees
    assert "Landslides outside the mapped area that are left out: 1." in feedback.infos
    assert run(EXTENT="500025,500200,3999990,4000050 [EPSG:32654]")["COUNT"] == 3
    assert run(AREA=around, EXTENT="500025,500200,3999990,4000050")["TOTAL_AREA_M2"] == pytest.approx(116.1, abs=0.1)
    pixels = np.full((1, 100, 200), 9, np.uint8)
    pixels[:, :, :50] = 0
    image = raster(pixels, "event.tif", geotransform=(500000, 1, 0, 4000050, 0, -1), nodata=0)
    results = run(IMAGE=image, REPORT="TEMPORARY_OUTPUT")
    assert results["COUNT"] == 2
    assert results["DENSITY_PER_KM2"] == pytest.approx(2 / (15_000 * TRUE_TO_MAP) * 1e6, rel=1e-4)
    page = page_of(results)
    assert cell(page, "Mapped area") == "image &quot;event&quot; without nodata"
    assert cell(page, "Left out: outside the mapped area") == "2"
    within = run(IMAGE=image, EXTENT="500000,500080,3999950,4000050")
    assert (within["COUNT"], within["DENSITY_PER_KM2"]) == (1, pytest.approx(1 / (3000 * TRUE_TO_MAP) * 1e6, rel=1e-4))


def test_tail_and_rollover(run, feedback):
    sides = np.sqrt(drawn(GUATEMALA, 600, 2))
    places = [square(1000 * (number % 25), 1000 * (number // 25), side) for number, side in enumerate(sides)]
    results = run(INPUT=polygon_layer(places), SAMPLES=10, REPORT="TEMPORARY_OUTPUT")
    assert results["COUNT"] == len(sides)
    assert results["ROLLOVER_M2"] == pytest.approx(401, abs=80)
    assert results["TAIL_MINIMUM_M2"] > results["ROLLOVER_M2"]
    assert results["ALPHA"] == pytest.approx(2.2, abs=0.3) and 0 < results["ALPHA_ERROR"] < 0.3
    page = page_of(results)
    assert cell(page, "Exponent α of the tail") == f"{results['ALPHA']:.3f} ± {results['ALPHA_ERROR']:.3f}"
    assert 0.0 <= float(cell(page, "p-value of the tail")) <= 1.0
    assert any(info.startswith(f"Tail: exponent {results['ALPHA']:.3f} ± ") for info in feedback.infos)
    assert f"Rollover: {results['ROLLOVER_M2']:,.0f} m²." in feedback.infos


def test_slope_and_aspect(run, raster, feedback):
    dem = raster(plane(135, 20), "dem.tif", geotransform=(499980, 1, 0, 4000040, 0, -1))
    page = page_of(run(DEM=dem, REPORT="TEMPORARY_OUTPUT"))
    assert (cell(page, "Elevation model"), cell(page, "Mean slope (°)"), cell(page, "Mean direction (°)")) == (
        "dem", "20.0", "135"
    )  # fmt: skip
    assert (cell(page, "SE"), cell(page, "N")) == ("2", "0")
    assert feedback.warnings[0] == (
        'Landslides that the elevation model "dem" does not cover by half, and that have no slope and aspect: 2.'
    )


def test_what_is_one_landslide_and_what_is_none(run, feedback):
    both = "MultiPolygon(((500000 4000000,500010 4000000,500010 4000010,500000 4000010,500000 4000000)),"
    both += "((500050 4000000,500060 4000000,500060 4000010,500050 4000010,500050 4000000)))"
    bow = "MultiPolygon(((500100 4000000,500110 4000010,500110 4000000,500100 4000010,500100 4000000)))"
    layer = polygon_layer([both, bow, ""], kind="MultiPolygon")
    results = run(INPUT=layer)
    assert (results["COUNT"], results["TOTAL_AREA_M2"]) == (2, pytest.approx(250 * TRUE_TO_MAP, rel=1e-4))
    assert "DENSITY_PER_KM2" not in results  # two landslides span no area
    assert "Polygons without an area that are left out: 1." in feedback.warnings


def test_of_the_selected_ones_only(run, landslides, project):
    project.addMapLayer(landslides)
    landslides.selectByIds([2, 4])
    results = run(INPUT=QgsProcessingFeatureSourceDefinition(landslides.id(), selectedFeaturesOnly=True))
    assert (results["COUNT"], results["LARGEST_AREA_M2"]) == (2, pytest.approx(400 * TRUE_TO_MAP, rel=1e-4))


def test_one_all_alike_degrees_and_no_crs(run, feedback):
    one = run(INPUT=polygon_layer([square(0, 0, 10)]), REPORT="TEMPORARY_OUTPUT", TABLE="TEMPORARY_OUTPUT")
    assert {name for name in one if name.isupper()} >= {"COUNT", "TOTAL_AREA_M2", "LARGEST_AREA_M2", "REPORT", "TABLE"}
    assert one["COUNT"] == 1 and "AREA_SHARE" not in one
    alike = run(INPUT=polygon_layer([square(20 * number, 0, 10) for number in range(60)]))
    assert alike["COUNT"] == 60 and "ALPHA" not in alike
    assert feedback.warnings[-1].endswith("All landslides are of about the same area.")
    degrees = run(INPUT=polygon_layer([box_wkt(25, 60, 25.001, 60.001)], "EPSG:4326"))
    assert degrees["TOTAL_AREA_M2"] == pytest.approx(55.80 * 111.41, rel=1e-3)
    bare = polygon_layer([box_wkt(0, 0, 3, 4), box_wkt(10, 0, 13, 4), box_wkt(0, 10, 3, 14)], "")
    assert run(INPUT=bare)["TOTAL_AREA_M2"] == pytest.approx(36.0)
    assert any("so its coordinates are taken for metres" in warning for warning in feedback.warnings)


def test_bad_input_is_refused(run, raster, tmp_path):
    def refused(**changes) -> str:
        with pytest.raises(QgsProcessingException) as error:
            run(**changes)
        return str(error.value)

    assert 'The size classes are "9, 5". Give rising areas' in refused(SIZES="9, 5")
    assert 'The layer "mapped" has no landslide: it holds no polygon.' in refused(INPUT=polygon_layer([]))
    flat = "POLYGON((500000 4000000,500010 4000000,500020 4000000,500000 4000000))"
    assert "none of its 1 polygons has an area" in refused(INPUT=polygon_layer([flat]))
    line = polygon_layer(["LINESTRING(0 0,1 1)"], kind="LineString")
    assert "choose a layer of polygons as the landslides" in refused(INPUT=line)
    assert "Could not load source layer for INPUT" in refused(INPUT="nowhere.gpkg")
    far = polygon_layer([square(900, 900, 5)], name="far")
    assert 'None of the 4 landslides of the layer "mapped" lies in the mapped area (layer "far")' in refused(AREA=far)
    bare_area = polygon_layer([square(0, 0, 90)], "", name="bare")
    assert 'The layer "bare" has no coordinate system' in refused(AREA=bare_area)
    bare = polygon_layer([square(0, 0, 5)], "", name="bare")
    valley = polygon_layer([square(0, 0, 90)])
    assert 'The layer "bare" has no coordinate reference system' in refused(INPUT=bare, AREA=valley)
    dem = raster(plane(0, 5), "dem.tif")
    assert 'The layer "bare" has no coordinate reference system' in refused(INPUT=bare, DEM=dem)
    nowhere = raster(plane(0, 5), "nowhere.tif", epsg=0)
    assert 'The layer "nowhere" has no coordinate reference system' in refused(DEM=nowhere)
    assert "/no/dem.tif cannot be opened" in refused(DEM="/no/dem.tif")
    assert "give it the ending .html" in refused(REPORT=str(tmp_path / "r.pdf"))
    assert "The table cannot be written to" in refused(TABLE=str(tmp_path / "no" / "t.csv"))


@pytest.mark.parametrize("at", [0, 10, 30, 60, 90, 100])
def test_cancelling_leaves_what_was_there(run, raster, tmp_path, at):
    files = {"REPORT": tmp_path / "r.html", "TABLE": tmp_path / "t.csv"}
    for file in files.values():
        file.write_text("old")
    dem = raster(plane(135, 20), "dem.tif", geotransform=(499980, 1, 0, 4000040, 0, -1))
    sides = np.sqrt(drawn(GUATEMALA, 600, 2))
    layer = polygon_layer([square(number, number, side) for number, side in enumerate(sides)])
    before = files_in(tmp_path)
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(feedback=Feedback(cancel_at=at), INPUT=layer, DEM=dem, AREA=polygon_layer([square(-50, -50, 2000)]),
            SAMPLES=5, **{name: str(file) for name, file in files.items()})  # fmt: skip
    assert files_in(tmp_path) == before


def test_qgis_process_runs_it(profile, landslides, tmp_path):  # noqa: F811 - the fixture
    context, options = landslides.transformContext(), QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(landslides, str(tmp_path / "mapped.gpkg"), context, options)
    values = {"INPUT": tmp_path / "mapped.gpkg", "EXTENT": "499500,500500,3999500,4000500",
              "REPORT": tmp_path / "r.html", "TABLE": tmp_path / "t.csv"}  # fmt: skip
    given = [f"{name}={value}" for name, value in values.items()]
    done = qgis_process(profile, "run", "--json", "scarp:inventoryreport", "--", *given)
    assert done.returncode == 0, done.stderr
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert results["COUNT"] == 4 and results["DENSITY_PER_KM2"] == pytest.approx(4 / TRUE_TO_MAP, rel=1e-4)
    assert "Statistics of a landslide inventory" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert (tmp_path / "t.csv").read_text(encoding="utf-8").startswith("class,from_m2,to_m2,landslides")
