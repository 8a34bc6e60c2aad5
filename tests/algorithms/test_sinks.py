from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsRemappingSinkDefinition,
    QgsVectorLayer,
    QgsWkbTypes,
)
from scarp.algorithms.destinations import destination
from scarp.algorithms.sinks import SHAPEFILE_NAMES, LandslideSink, vector_file
from scarp.engine.errors import ScarpError
from scarp.engine.landslides import Landslide, fields


def landslide(number: int, side: float = 1.0, with_dem: bool = False) -> Landslide:
    west = 10.0 * number
    wkt = f"POLYGON(({west} 0,{west + side} 0,{west + side} {side},{west} {side},{west} 0))"
    values = {"integer": number, "real": number / 3, "text": f"no. {number}"}
    attributes = {name: values[kind] for name, kind in fields(with_dem)}
    return Landslide(bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb()), attributes)


@pytest.fixture
def open_sink(provider, feedback):
    algorithm = provider.algorithm("extractlandslides")
    context = QgsProcessingContext()

    def call(where, with_dem: bool = False, is_multipart: bool = False, crs: str = "EPSG:32654") -> LandslideSink:
        parameters = {"OUTPUT": where}
        place = destination(algorithm.parameterDefinition("OUTPUT"), parameters, context)
        return LandslideSink(
            algorithm, parameters, place, context, with_dem, is_multipart, QgsCoordinateReferenceSystem(crs), feedback
        )

    call.context = context
    return call


def test_short_names_fit_a_shapefile_and_differ():
    names = [SHAPEFILE_NAMES.get(name, name) for name, _ in fields(with_dem=True)]
    assert max(len(name) for name in names) <= 10
    assert len(set(names)) == len(names) == 18


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson", "fgb", "csv", "tab", "sqlite"])
def test_every_format_takes_all_and_keeps_values(open_sink, tmp_path, ending):
    target = tmp_path / f"found.{ending}"
    with open_sink(str(target), with_dem=True) as sink:
        for number in range(1, 6):
            sink.add(landslide(number, with_dem=True))
        assert not target.exists()
        assert sink.finish() == str(target)
        sink.staged.place()
    layer = QgsVectorLayer(str(target), "found", "ogr")
    rows = sorted((list(feature) for feature in layer.getFeatures()), key=lambda row: row[-3])
    names = layer.fields().names()
    assert len(rows) == 5
    for number, row in enumerate(rows, 1):
        found = dict(zip(names, row))
        assert float(found["elev_max_m" if ending == "shp" else "elevation_max_m"]) == pytest.approx(
            number / 3, rel=1e-9
        )
        assert found["source"] == f"no. {number}"
    assert not list(tmp_path.glob(".scarp-*"))


def test_unknown_values_are_null(open_sink, tmp_path):
    with open_sink("memory:", with_dem=True) as sink:
        one = landslide(1, with_dem=True)
        one.attributes["slope_mean_deg"] = None
        sink.add(one)
        layer = QgsProcessingUtils.mapLayerFromString(sink.finish(), open_sink.context)
        (feature,) = layer.getFeatures()
        assert feature["slope_mean_deg"] is None or feature["slope_mean_deg"].isNull()
        assert feature["relief_m"] == pytest.approx(1 / 3)
        assert layer.wkbType() == QgsWkbTypes.Type.Polygon
        assert layer.crs().authid() == "EPSG:32654"


def test_left_by_an_error_it_leaves_nothing(open_sink, tmp_path):
    for name in ("found.gpkg", "found.shp"):
        with pytest.raises(ZeroDivisionError), open_sink(str(tmp_path / name)) as sink:
            sink.add(landslide(1))
            raise ZeroDivisionError
    assert [path.name for path in tmp_path.iterdir()] == []


def test_full_disk_is_told(open_sink, tmp_path):
    resource = pytest.importorskip("resource")
    import signal

    was, limits = signal.signal(signal.SIGXFSZ, signal.SIG_IGN), resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        for name, most in (
            ("found.gpkg", 150_000),
            ("found.shp", 20_000),
            ("found.fgb", 20_000),
            ("found.geojson", 20_000),
        ):
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
            with pytest.raises(ScarpError, match=f"cannot be written to .*{name} .*Make room there, or choose another"):  # noqa: SIM117
                with open_sink(str(tmp_path / name)) as sink:
                    for number in range(2000):
                        sink.add(landslide(number))
                    sink.finish()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, was)
    assert [path.name for path in tmp_path.iterdir()] == []


def test_database_is_touched_only_at_the_end(open_sink, tmp_path):
    file = tmp_path / "event.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(file)).CreateLayer("other")
    before = file.read_bytes()
    with open_sink(f"ogr:dbname='{file}' table=\"found\" (geom)") as sink:
        for number in range(1, 2501):
            sink.add(landslide(number))
        assert file.read_bytes() == before
        where = sink.finish()
    layer = QgsVectorLayer(where, "found", "ogr")
    assert layer.featureCount() == 2500
    assert sum(feature["area_m2"] for feature in layer.getFeatures()) == pytest.approx(2500 * 2501 / 2 / 3)


def test_database_that_fails_half_way_is_emptied(open_sink, tmp_path, monkeypatch, feedback):
    class Failing:
        """Takes two, and no more."""

        def __init__(self, sink) -> None:
            self._sink, self._left = sink, 2

        def addFeature(self, feature, flags) -> bool:
            self._left -= 1
            return self._left >= 0 and self._sink.addFeature(feature, flags)

        def lastError(self) -> str:
            return "connection lost"

    file = tmp_path / "event.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(file)).CreateLayer("other")
    make = LandslideSink._open

    def opened(self, where):
        sink, identifier = make(self, where)
        return Failing(sink), identifier

    with open_sink(f"ogr:dbname='{file}' table=\"found\" (geom)") as sink:
        for number in range(1, 6):
            sink.add(landslide(number))
        monkeypatch.setattr(LandslideSink, "_open", opened)
        with pytest.raises(ScarpError, match=r"cannot be written to ogr:.* \(connection lost\)"):
            sink.finish()
    assert QgsVectorLayer(f"{file}|layername=found", "found", "ogr").featureCount() == 0
    assert feedback.warnings == [f"ogr:dbname='{file}' table=\"found\" (geom) was emptied again."]


def test_adds_to_a_layer_with_other_fields(open_sink, tmp_path):
    file = tmp_path / "inventory.gpkg"
    with open_sink(str(file)) as sink:
        sink.add(landslide(1))
        sink.finish()
        sink.staged.place()
    inventory = QgsVectorLayer(str(file), "inventory", "ogr")
    value = QgsProcessingOutputLayerDefinition(str(file))
    mapping = QgsRemappingSinkDefinition()
    mapping.setDestinationFields(inventory.fields())
    mapping.setDestinationCrs(inventory.crs())
    mapping.setDestinationWkbType(inventory.wkbType())
    value.setRemappingDefinition(mapping)
    with open_sink(value) as sink:
        assert sink.staged is None
        sink.add(landslide(2))
        sink.finish()
    inventory = QgsVectorLayer(str(file), "inventory", "ogr")
    assert sorted(feature.geometry().boundingBox().xMinimum() for feature in inventory.getFeatures()) == [10.0, 20.0]


def test_a_database_that_is_not_there_is_named(open_sink):
    with open_sink('postgres:dbname=\'none\' host=127.0.0.1 port=1 table="public"."found" (geom)') as sink:
        sink.add(landslide(1))
        with pytest.raises(
            ScarpError, match=r"The landslides cannot be written to postgres:.*Make room there, or choose"
        ):
            sink.finish()


def test_endings(qgis_app):
    assert vector_file(Path("/maps/found")) == Path("/maps/found.gpkg")
    assert vector_file(Path("/maps/found.SHP")) == Path("/maps/found.SHP")
    with pytest.raises(ScarpError, match=r"No vector format has the ending .xyzzy of /maps/found.xyzzy; choose .gpkg"):
        vector_file(Path("/maps/found.xyzzy"))
