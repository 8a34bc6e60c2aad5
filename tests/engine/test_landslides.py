"""Tests of scarp.engine.landslides."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.landslides import DEM_FIELDS, FIELDS, Landslide, fields, landslides, write_landslides
from scarp.engine.measurements import Measurer
from scarp.engine.polygons import PolygonOptions
from scarp.engine.progress import Quiet


def wkt(epsg: int) -> str:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return str(crs.ExportToWkt())


def write_raster(
    path: Path, values: NDArray[np.generic], geotransform: tuple[float, ...], epsg: int | None, nodata: float = 255
) -> str:
    kind = gdal.GDT_Byte if values.dtype == np.uint8 else gdal.GDT_Float32
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, kind)
    dataset.SetGeoTransform(geotransform)
    if epsg is not None:
        dataset.SetProjection(wkt(epsg))
    dataset.GetRasterBand(1).SetNoDataValue(nodata)
    dataset.GetRasterBand(1).WriteArray(values)
    return str(path)


UTM = (500000.0, 2.0, 0.0, 4000000.0, 0.0, -2.0)


@pytest.fixture
def probability(tmp_path: Path) -> str:
    """Three landslides of 30 x 10, 10 x 10 and 1 pixels of 2 m, from north to south."""
    percent = np.zeros((80, 100), np.uint8)
    percent[5:15, 50:80] = 70
    percent[5, 50] = 90
    percent[30:40, 10:20] = 60
    percent[70, 70] = 55
    return write_raster(tmp_path / "probability.tif", percent, UTM, 32633)


def plane(columns: int, rows: int, geotransform: tuple[float, ...], east: float, north: float) -> NDArray[np.float32]:
    """Elevations that rise by so many metres a unit eastwards and northwards."""
    column, row = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    return (1000 + column * geotransform[1] * east + row * geotransform[5] * north).astype(np.float32)


class Listening(Quiet):
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


def test_attributes_without_dem(probability: str) -> None:
    found = list(landslides(probability, 0.5, model="B12", source="scene.tif"))
    assert [list(each.attributes) for each in found] == [[name for name, _ in fields(False)]] * 3
    first = found[0].attributes
    assert [each.attributes["id"] for each in found] == [1, 2, 3]
    assert first["area_m2"] == pytest.approx(1200 / 0.9996**2, rel=1e-6)
    assert first["perimeter_m"] == pytest.approx(160 / 0.9996, rel=1e-5)
    assert (first["length_m"], first["width_m"]) == pytest.approx((60 / 0.9996, 20 / 0.9996), rel=2e-5)
    assert first["elongation"] == pytest.approx(3, rel=3e-5)
    assert first["orientation_deg"] == pytest.approx(90, abs=0.01)
    assert first["probability_mean"] == pytest.approx((299 * 0.7 + 0.9) / 300)
    assert first["probability_max"] == 0.9
    ends = [osr.SpatialReference(wkt(epsg)) for epsg in (32633, 4326)]
    for each in ends:
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    centre = osr.CoordinateTransformation(*ends).TransformPoint(500130.0, 3999980.0)[:2]
    assert (first["longitude"], first["latitude"]) == pytest.approx(centre, abs=1e-9)
    assert (first["model"], first["threshold"], first["source"]) == ("B12", 0.5, "scene.tif")


def test_fields_are_in_the_order_of_the_design() -> None:
    assert [name for name, _ in fields(True, True)] == [name for name, _ in FIELDS]
    assert [name for name, _ in fields(True)] == [name for name, _ in FIELDS if name != "score"]
    assert [name for name, _ in fields(False, True)] == [name for name, _ in FIELDS if name not in DEM_FIELDS]
    assert dict(fields(False, True))["score"] == "real"
    assert dict(FIELDS)["id"] == "integer"
    assert {name for name, kind in FIELDS if kind == "text"} == {"model", "source"}


def test_areas_in_degrees_are_ellipsoidal(tmp_path: Path) -> None:
    percent = np.zeros((20, 20), np.uint8)
    percent[4:8, 3:13] = 90
    path = write_raster(tmp_path / "p.tif", percent, (103.0, 2e-4, 0.0, 33.0, 0.0, -1e-4), 4326)
    (only,) = landslides(path, 0.5)
    e = math.sqrt((2 - 1 / 298.257223563) / 298.257223563)

    def authalic(latitude: float) -> float:
        s = math.sin(math.radians(latitude))
        return s / (1 - (e * s) ** 2) + math.atanh(e * s) / e

    strip = authalic(33 - 4e-4) - authalic(33 - 8e-4)
    expected = 6378137.0**2 * (1 - e**2) / 2 * math.radians(2e-3) * strip
    assert only.attributes["area_m2"] == pytest.approx(expected, rel=1e-6)
    assert only.attributes["longitude"] == pytest.approx(103.0016)


def test_without_crs_there_is_no_longitude(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "p.tif", np.full((3, 4), 80, np.uint8), UTM, None)
    (only,) = landslides(path, 0.5)
    assert (only.attributes["area_m2"], only.attributes["longitude"], only.attributes["latitude"]) == (48.0, None, None)


@pytest.mark.parametrize(("east", "north"), [(0.0, 0.0), (0.5, 0.0), (0.0, -0.3), (0.4, 0.7)])
@pytest.mark.parametrize("step", [2.0, 7.0, 0.9])
def test_a_plane_has_its_slope_and_elevations(
    tmp_path: Path, probability: str, east: float, north: float, step: float
) -> None:
    grid = (499950.0, step, 0.0, 4000050.0, 0.0, -step)
    size = int(320 / step)
    dem = write_raster(tmp_path / "dem.tif", plane(size, size, grid, east, north), grid, 32633, -9999)
    for found in landslides(probability, 0.5, dem_path=dem):
        measured = found.attributes
        assert list(measured) == [name for name, _ in fields(True)]
        # Ground is longer than the grid by 1 / 0.9996 here.
        expected = math.degrees(math.atan(math.hypot(east, north) * 0.9996))
        assert measured["slope_mean_deg"] == pytest.approx(expected, abs=0.02 if step > 1 else 0.3)
        west, easternmost, south, northernmost = ogr.CreateGeometryFromWkb(found.geometry_wkb).GetEnvelope()
        relief = abs(east) * (easternmost - west - 2) + abs(north) * (northernmost - south - 2)
        assert measured["relief_m"] == pytest.approx(relief, abs=0.3)
        centre = 1000 + east * ((west + easternmost) / 2 - 499950) + north * ((south + northernmost) / 2 - 4000050)
        assert measured["elevation_max_m"] == pytest.approx(centre + relief / 2, abs=0.3)
        assert measured["elevation_min_m"] == pytest.approx(centre - relief / 2, abs=0.3)


def test_slope_is_in_metres_where_raster_and_dem_are_in_degrees(tmp_path: Path) -> None:
    """45 degrees to the east at latitude 60, where a degree of longitude is half as long as at the equator."""
    percent = np.zeros((40, 40), np.uint8)
    percent[10:30, 10:30] = 90
    path = write_raster(tmp_path / "p.tif", percent, (10.0, 1e-4, 0.0, 60.0, 0.0, -1e-4), 4326)
    degree_m = math.radians(6378137.0) * math.cos(math.radians(59.998)) / math.sqrt(1 - 0.00669438 * 0.75)
    grid = (9.99, 1e-4, 0.0, 60.01, 0.0, -1e-4)
    dem = write_raster(tmp_path / "dem.tif", plane(240, 240, grid, degree_m, 0.0), grid, 4326, -9999)
    (only,) = landslides(path, 0.5, dem_path=dem)
    assert only.attributes["slope_mean_deg"] == pytest.approx(45, abs=0.02)


def test_dem_in_another_crs_on_a_rotated_raster(tmp_path: Path) -> None:
    percent = np.zeros((40, 40), np.uint8)
    percent[10:30, 10:30] = 90
    path = write_raster(tmp_path / "p.tif", percent, (500000.0, 1.6, 1.2, 4000000.0, 1.2, -1.6), 32633)
    grid = (14.998, 1e-5, 0.0, 36.15, 0.0, -1e-5)
    degree_m = math.radians(6378137.0) * math.cos(math.radians(36.1454)) / math.sqrt(1 - 0.00669438 * 0.348)
    dem = write_raster(tmp_path / "dem.tif", plane(600, 900, grid, degree_m * 0.5, 0.0), grid, 4326, -9999)
    (only,) = landslides(path, 0.5, dem_path=dem)
    assert only.attributes["slope_mean_deg"] == pytest.approx(math.degrees(math.atan(0.5)), abs=0.3)
    assert only.attributes["relief_m"] == pytest.approx(0.5 * 19 * (1.6 + 1.2), rel=0.05)


def test_a_dem_that_does_not_reach_leaves_blanks_and_one_warning(tmp_path: Path, probability: str) -> None:
    grid = (499990.0, 2.0, 0.0, 4000010.0, 0.0, -2.0)
    elevations = np.full((60, 110), 700, np.float32)  # ends above the third landslide,
    elevations[25:55, :40] = -9999  # and has a hole around the second
    dem = write_raster(tmp_path / "dem.tif", elevations, grid, 32633, -9999)
    progress = Listening()
    first, second, third = landslides(probability, 0.5, dem_path=dem, progress=progress)
    assert [first.attributes[name] for name in DEM_FIELDS] == [0.0, 700.0, 700.0, 0.0]
    assert [second.attributes[name] for name in DEM_FIELDS] == [None] * 4
    assert [third.attributes[name] for name in DEM_FIELDS] == [None] * 4
    assert progress.warnings == [
        f'The DEM "{dem}" does not cover 2 of the 3 landslides; their slope, elevation and relief are left empty.'
    ]


def test_a_dem_elsewhere_leaves_blanks(tmp_path: Path, probability: str) -> None:
    dem = write_raster(tmp_path / "d.tif", np.ones((9, 9), np.float32), (-70.0, 0.1, 0.0, -30.0, 0.0, -0.1), 4326, -1)
    progress = Listening()
    found = list(landslides(probability, 0.5, dem_path=dem, progress=progress))
    assert [each.attributes["slope_mean_deg"] for each in found] == [None] * 3
    assert len(progress.warnings) == 1


def test_unusable_dems_are_refused_at_once(tmp_path: Path, probability: str) -> None:
    bare = write_raster(tmp_path / "bare.tif", np.ones((9, 9), np.float32), UTM, None)
    with pytest.raises(ScarpError, match=r'The DEM ".*bare\.tif" has no coordinate reference system.*Assign one'):
        landslides(probability, 0.5, dem_path=bare)
    with pytest.raises(ScarpError, match=r"nowhere\.tif\" cannot be read"):
        landslides(probability, 0.5, dem_path=str(tmp_path / "nowhere.tif"))
    dem = write_raster(tmp_path / "dem.tif", np.ones((9, 9), np.float32), UTM, 32633)
    loose = write_raster(tmp_path / "loose.tif", np.ones((9, 9), np.uint8), UTM, None)
    with pytest.raises(ScarpError, match="The probability raster has no coordinate reference system"):
        landslides(loose, 0.5, dem_path=dem)


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".fgb", ".shp"])
def test_written_landslides_come_back(tmp_path: Path, probability: str, ending: str) -> None:
    target = tmp_path / f"out{ending}"
    made = list(landslides(probability, 0.5, model="Bé", source="s.tif"))
    assert write_landslides(target, made, wkt(32633), False) == 3
    dataset = ogr.Open(str(target))
    layer = dataset.GetLayer(0)
    assert layer.GetFeatureCount() == 3
    assert layer.GetSpatialRef().IsProjected() or ending == ".geojson"
    read = {feature.GetField("id"): feature for feature in layer}
    for each in made:
        feature = read[each.attributes["id"]]
        assert feature.GetField("area_m2") == pytest.approx(each.attributes["area_m2"], rel=1e-9)
        assert feature.GetField("model") == "Bé"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_geopackage_has_the_fields_and_exact_outlines(tmp_path: Path, probability: str) -> None:
    target = tmp_path / "out.gpkg"
    blank = dict.fromkeys((*DEM_FIELDS, "score"))
    made = [Landslide(each.geometry_wkb, {**each.attributes, **blank}) for each in landslides(probability, 0.5)]
    write_landslides(target, made, wkt(32633), True, with_score=True)
    dataset = ogr.Open(str(target))
    layer = dataset.GetLayerByName("landslides")
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    kinds = [definition.GetFieldDefn(index).GetType() for index in range(definition.GetFieldCount())]
    types = {"integer": ogr.OFTInteger64, "real": ogr.OFTReal, "text": ogr.OFTString}
    assert list(zip(names, kinds)) == [(name, types[kind]) for name, kind in FIELDS]
    assert layer.GetGeomType() == ogr.wkbPolygon
    for feature, each in zip(layer, made):
        assert bytes(feature.GetGeometryRef().ExportToWkb(ogr.wkbNDR)) == each.geometry_wkb
        assert feature.IsFieldNull("slope_mean_deg")


def test_8_makes_a_layer_of_multipolygons(tmp_path: Path, probability: str) -> None:
    target = tmp_path / "out.gpkg"
    made = landslides(probability, 0.5, PolygonOptions(connectedness=8))
    write_landslides(target, made, wkt(32633), False)
    dataset = ogr.Open(str(target))
    assert dataset.GetLayer(0).GetGeomType() == ogr.wkbMultiPolygon


def test_no_landslides_and_no_crs_make_an_empty_layer(tmp_path: Path) -> None:
    target = tmp_path / "out.gpkg"
    assert write_landslides(target, [], "", False, "nothing") == 0
    dataset = ogr.Open(str(target))
    layer = dataset.GetLayerByName("nothing")
    assert (layer.GetFeatureCount(), layer.GetLayerDefn().GetFieldCount()) == (0, len(fields(False)))
    assert layer.GetSpatialRef().GetName() == "Undefined Cartesian SRS"


def test_a_failed_run_leaves_the_old_file(tmp_path: Path, probability: str) -> None:
    target = tmp_path / "out.gpkg"
    write_landslides(target, landslides(probability, 0.5), wkt(32633), False)
    before = target.read_bytes()

    def cancelled() -> Iterator[Landslide]:
        yield from landslides(probability, 0.5)
        raise Cancelled

    with pytest.raises(Cancelled):
        write_landslides(target, cancelled(), wkt(32633), False)
    assert target.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"out.gpkg", "probability.tif"}


def test_a_finished_run_replaces_the_old_file(tmp_path: Path, probability: str) -> None:
    target = tmp_path / "out.gpkg"
    target.write_text("something else")
    (tmp_path / "out.gpkg-wal").write_text("journal of the old file")
    write_landslides(target, landslides(probability, 0.5), wkt(32633), False)
    dataset = ogr.Open(str(target))
    assert dataset.GetLayer(0).GetFeatureCount() == 3
    assert not (tmp_path / "out.gpkg-wal").exists()


def test_a_full_disk_is_a_sentence(tmp_path: Path, probability: str) -> None:
    resource = pytest.importorskip("resource")
    target = tmp_path / "out.gpkg"
    target.write_text("old")
    made = list(landslides(probability, 0.5)) * 10_000
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    try:
        with pytest.raises(ScarpError, match=r'cannot be written to ".*out\.gpkg": .+ Make room there'):
            write_landslides(target, made, wkt(32633), False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert target.read_text() == "old"


def test_unwritable_places_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(ScarpError, match=r'missing/out\.gpkg": No such file or directory'):
        write_landslides(tmp_path / "missing" / "out.gpkg", [], "", False)
    with pytest.raises(ScarpError, match=r'has the ending "\.doc"\. Choose one of: \.gpkg, \.shp'):
        write_landslides(tmp_path / "out.doc", [], "", False)


def test_measures_are_those_of_the_written_outline(probability: str) -> None:
    for each in landslides(probability, 0.5, PolygonOptions(simplify_m=3.0)):
        assert each.attributes["area_m2"] == Measurer(wkt(32633)).measure(each.geometry_wkb).area_m2
