"""Tests of scarp.engine.polygons."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from scarp.engine import probability_raster
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.measurements import Measurer
from scarp.engine.polygons import Polygon, PolygonOptions, polygonize
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet

NORTH_UP = (1000.0, 1.0, 0.0, 5000.0, 0.0, -1.0)
ROTATED = (500000.0, 1.5, 0.8, 4000000.0, 0.8, -1.5)


def write_raster(
    path: Path,
    percent: NDArray[np.uint8],
    geotransform: tuple[float, ...] | None = NORTH_UP,
    epsg: int | None = None,
    tiled: bool = False,
) -> str:
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"] if tiled else []
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), percent.shape[1], percent.shape[0], 1, 1, options)
    if geotransform is not None:
        dataset.SetGeoTransform(geotransform)
    if epsg is not None:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        dataset.SetProjection(crs.ExportToWkt())
    dataset.GetRasterBand(1).SetNoDataValue(255)
    dataset.GetRasterBand(1).WriteArray(percent.astype(np.uint8))
    return str(path)


def geometry(polygon: Polygon) -> ogr.Geometry:
    return ogr.CreateGeometryFromWkb(polygon.wkb)


def area(polygon: Polygon) -> float:
    return float(geometry(polygon).GetArea())


def ring(polygon: Polygon, number: int = 0) -> NDArray[np.float64]:
    """Corners of a ring, the first one repeated at the end, shape (n, 2)."""
    shape = geometry(polygon)
    return np.array(shape.GetGeometryRef(number).GetPoints())[:, :2]


def holes(polygon: Polygon) -> int:
    shape = geometry(polygon)
    parts = [shape] if shape.GetGeometryType() == ogr.wkbPolygon else list(shape)
    return sum(part.GetGeometryCount() - 1 for part in parts)


def as_mask(polygons: list[Polygon], path: str) -> NDArray[np.bool_]:
    """Polygons burnt back onto the grid of their raster."""
    raster = gdal.Open(path)
    burnt = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Byte)
    burnt.SetGeoTransform(raster.GetGeoTransform())
    source = ogr.GetDriverByName("GPKG").CreateDataSource("/vsimem/burn.gpkg")
    layer = source.CreateLayer("burn", None, ogr.wkbUnknown)
    source.StartTransaction()
    for polygon in polygons:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(geometry(polygon))
        layer.CreateFeature(feature)
    source.CommitTransaction()
    gdal.RasterizeLayer(burnt, [1], layer, burn_values=[1], options=["MERGE_ALG=ADD"])
    counts = burnt.ReadAsArray()
    assert counts.max(initial=0) <= 1, "polygons overlap"
    return np.asarray(counts == 1)


def traced_by_gdal(mask: NDArray[np.bool_]) -> set[str]:
    """Normalised outlines as gdal.Polygonize draws them, for 4-connectedness."""
    raster = gdal.GetDriverByName("MEM").Create("", mask.shape[1], mask.shape[0], 1, gdal.GDT_Byte)
    raster.SetGeoTransform(NORTH_UP)
    raster.GetRasterBand(1).WriteArray(mask.astype(np.uint8))
    source = ogr.GetDriverByName("GPKG").CreateDataSource("/vsimem/traced.gpkg")
    layer = source.CreateLayer("traced", None, ogr.wkbPolygon)
    gdal.Polygonize(raster.GetRasterBand(1), raster.GetRasterBand(1), layer, -1, [])
    return {normalised(feature.GetGeometryRef()) for feature in layer}


def normalised(shape: ogr.Geometry) -> str:
    """Text that is the same for the same outline, wherever its rings begin and whichever way they run."""
    rings = []
    for ring in shape:
        corners = [tuple(point[:2]) for point in ring.GetPoints()[:-1]]
        edges = {frozenset(pair) for pair in zip(corners, corners[1:] + corners[:1])}
        rings.append(sorted(sorted(edge) for edge in edges))
    return repr(sorted(rings))


@pytest.mark.parametrize("side", [1, 2, 3, 10, 100])
def test_a_square_has_the_area_and_place_of_its_pixels(tmp_path: Path, side: int) -> None:
    percent = np.zeros((120, 130), np.uint8)
    percent[7 : 7 + side, 11 : 11 + side] = 80
    path = write_raster(tmp_path / "p.tif", percent, (1000.0, 0.5, 0.0, 5000.0, 0.0, -0.5))
    (polygon,) = polygonize(path, 0.5)
    assert area(polygon) == side**2 * 0.25
    assert geometry(polygon).GetEnvelope() == (1005.5, 1005.5 + side / 2, 4996.5 - side / 2, 4996.5)
    assert len(ring(polygon)) == 5
    assert polygon.pixels == side**2


def test_raster_of_one_pixel(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "p.tif", np.full((1, 1), 60, np.uint8))
    (polygon,) = polygonize(path, 0.6)
    assert area(polygon) == 1.0
    assert list(polygonize(path, 0.61)) == []


@pytest.mark.parametrize("connectedness", [4, 8])
@pytest.mark.parametrize("density", [0.05, 0.4, 0.6, 0.95])
@pytest.mark.parametrize("geotransform", [NORTH_UP, ROTATED])
def test_random_masks_come_back_exactly(
    tmp_path: Path, density: float, connectedness: int, geotransform: tuple[float, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 16)
    rng = np.random.default_rng(int(density * 100))
    percent = np.where(rng.random((150, 170)) < density, rng.integers(50, 101, (150, 170)), 20)
    path = write_raster(tmp_path / "p.tif", percent, geotransform, tiled=True)
    found = list(polygonize(path, 0.5, PolygonOptions(connectedness=connectedness)))
    pixel = abs(geotransform[1] * geotransform[5] - geotransform[2] * geotransform[4])
    for polygon in found:
        assert geometry(polygon).IsValid()
        assert area(polygon) == pytest.approx(polygon.pixels * pixel, rel=1e-6)
    assert sum(polygon.pixels for polygon in found) == int((percent >= 50).sum())
    assert (as_mask(found, path) == (percent >= 50)).all()


@pytest.mark.parametrize("density", [0.3, 0.55, 0.8])
def test_outlines_are_those_of_gdal(tmp_path: Path, density: float) -> None:
    mask = np.random.default_rng(3).random((90, 80)) < density
    path = write_raster(tmp_path / "p.tif", mask * 100)
    found = [normalised(geometry(polygon)) for polygon in polygonize(path, 0.5)]
    assert set(found) == traced_by_gdal(mask)
    assert len(found) == len(set(found))


def test_rotated_raster_is_followed(tmp_path: Path) -> None:
    percent = np.zeros((6, 6), np.uint8)
    percent[2:4, 1:4] = 90
    (polygon,) = polygonize(write_raster(tmp_path / "p.tif", percent, ROTATED), 0.5)
    x, a, b, y, c, d = ROTATED
    expected = {(x + col * a + row * b, y + col * c + row * d) for col in (1, 4) for row in (2, 4)}
    assert {tuple(point) for point in ring(polygon).tolist()} == expected
    assert area(polygon) == pytest.approx(6 * (1.5 * 1.5 + 0.8 * 0.8), rel=1e-9)


def test_without_georeference_pixels_lie_where_qgis_shows_them(tmp_path: Path) -> None:
    percent = np.zeros((5, 7), np.uint8)
    percent[1, 2] = 100
    (polygon,) = polygonize(write_raster(tmp_path / "p.tif", percent, None), 0.5)
    assert geometry(polygon).GetEnvelope() == (2.0, 3.0, -2.0, -1.0)


def test_holes_are_kept_or_filled_by_their_area(tmp_path: Path) -> None:
    percent = np.full((20, 20), 100, np.uint8)
    percent[3, 3] = 0
    percent[10:13, 10:13] = 10
    path = write_raster(tmp_path / "p.tif", percent)
    for smallest, expected_holes, expected_area in [(0, 2, 390), (1, 2, 390), (1.5, 1, 391), (9, 1, 391), (10, 0, 400)]:
        (polygon,) = polygonize(path, 0.5, PolygonOptions(min_hole_m2=smallest))
        assert (holes(polygon), area(polygon)) == (expected_holes, expected_area)
        assert polygon.pixels == 390
        assert polygon.probability_mean == 1.0


@pytest.mark.parametrize("connectedness", [4, 8])
def test_a_filled_hole_takes_what_lies_in_it(tmp_path: Path, connectedness: int) -> None:
    percent = np.full((40, 40), 100, np.uint8)
    percent[5:14, 5:14] = 0
    percent[7:12, 7:12] = 100  # an island in the hole,
    percent[8:11, 8:11] = 0
    percent[9, 9] = 100  # and one in the island's own hole
    percent[25:30, 25:30] = 0
    percent[25, 25] = 100  # an island that touches the rim at a corner only for connectedness 8
    percent[25, 26] = percent[26, 25] = 0
    percent[24, 24] = 0
    percent[24, 25] = percent[25, 24] = 100
    path = write_raster(tmp_path / "p.tif", percent)
    exact = list(polygonize(path, 0.5, PolygonOptions(connectedness=connectedness)))
    assert (as_mask(exact, path) == (percent == 100)).all()
    (filled,) = polygonize(path, 0.5, PolygonOptions(connectedness=connectedness, min_hole_m2=82))
    assert area(filled) == 1600
    assert geometry(filled).IsValid()
    small = list(polygonize(path, 0.5, PolygonOptions(connectedness=connectedness, min_hole_m2=80)))
    assert all(geometry(polygon).IsValid() for polygon in small)
    assert sorted(area(polygon) for polygon in small) == [25.0, 1600.0 - 81.0]
    assert as_mask(small, path).sum() == 25 + 1600 - 81


def test_8_joins_what_4_keeps_apart_at_a_corner(tmp_path: Path) -> None:
    percent = np.zeros((6, 6), np.uint8)
    percent[1:3, 1:3] = 80
    percent[3:5, 3:5] = 60
    path = write_raster(tmp_path / "p.tif", percent)
    apart = list(polygonize(path, 0.5))
    assert [(area(each), each.probability_mean) for each in apart] == [(4.0, 0.8), (4.0, 0.6)]
    assert {geometry(each).GetGeometryName() for each in apart} == {"POLYGON"}
    (joined,) = polygonize(path, 0.5, PolygonOptions(connectedness=8))
    assert geometry(joined).GetGeometryName() == "MULTIPOLYGON"
    assert geometry(joined).IsValid()
    assert (area(joined), joined.pixels, joined.probability_mean) == (8.0, 8, 0.7)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_hole_that_meets_the_outside_at_a_corner_is_a_valid_hole(tmp_path: Path, mirrored: bool) -> None:
    percent = np.full((4, 4), 100, np.uint8)
    percent[1, 1] = percent[0, 0] = 0
    percent[2, 2] = 0
    path = write_raster(tmp_path / "p.tif", percent[:, ::-1] if mirrored else percent)
    (polygon,) = polygonize(path, 0.5)
    assert geometry(polygon).IsValid()
    assert (holes(polygon), area(polygon)) == (2, 13.0)


def test_nodata_is_never_landslide(tmp_path: Path) -> None:
    percent = np.full((8, 9), 255, np.uint8)
    percent[2:4, 3:6] = 0
    path = write_raster(tmp_path / "p.tif", percent)
    (every_valid,) = polygonize(path, 0.0)
    assert (every_valid.pixels, area(every_valid), every_valid.probability_max) == (6, 6.0, 0.0)
    assert list(polygonize(path, 0.01)) == []


def test_another_nodata_value_is_respected(tmp_path: Path) -> None:
    percent = np.full((4, 4), 90, np.uint8)
    percent[0, :] = 100
    path = write_raster(tmp_path / "p.tif", percent)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetNoDataValue(100)
    del dataset
    (polygon,) = polygonize(path, 0.5)
    assert (polygon.pixels, polygon.probability_max) == (12, 0.9)


@pytest.mark.parametrize("threshold", [0.29, 0.57, 0.58, 0.07])
def test_the_threshold_itself_is_landslide(tmp_path: Path, threshold: float) -> None:
    percent = np.arange(101, dtype=np.uint8).reshape(1, 101)
    (polygon,) = polygonize(write_raster(tmp_path / "p.tif", percent), threshold)
    assert polygon.pixels == 101 - round(threshold * 100)


def test_statistics_are_those_of_the_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 8)
    rng = np.random.default_rng(5)
    percent = rng.integers(0, 101, (60, 50))
    path = write_raster(tmp_path / "p.tif", percent)
    for polygon in polygonize(path, 0.4, PolygonOptions(connectedness=8)):
        inside = percent[as_mask([polygon], path)]
        assert polygon.pixels == len(inside)
        assert polygon.probability_mean == pytest.approx(inside.mean() / 100, rel=1e-12)
        assert polygon.probability_max == inside.max() / 100


@pytest.mark.parametrize("connectedness", [4, 8])
def test_a_landslide_across_many_strips_is_one(
    tmp_path: Path, connectedness: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 4)
    percent = np.zeros((41, 23), np.uint8)
    percent[:, 2] = percent[:, 11] = percent[:, 20] = 70  # a comb that only the last row joins,
    percent[40, 2:21] = 90
    percent[17:23, 5:8] = 60  # and one between its teeth that crosses strips too
    path = write_raster(tmp_path / "p.tif", percent)
    found = list(polygonize(path, 0.5, PolygonOptions(connectedness=connectedness)))
    assert [polygon.pixels for polygon in found] == [3 * 40 + 19, 18]
    assert [polygon.probability_max for polygon in found] == [0.9, 0.6]
    assert found[0].probability_mean == pytest.approx((3 * 40 * 0.7 + 19 * 0.9) / 139)
    assert (as_mask(found, path) == (percent > 0)).all()


def test_diagonal_neighbours_across_strips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 2)
    path = write_raster(tmp_path / "p.tif", np.eye(10) * 100)
    assert len(list(polygonize(path, 0.5))) == 10
    (line,) = polygonize(path, 0.5, PolygonOptions(connectedness=8))
    assert (line.pixels, geometry(line).GetGeometryCount()) == (10, 10)


def test_rows_do_not_wrap_around(tmp_path: Path) -> None:
    percent = np.zeros((4, 6), np.uint8)
    percent[1, 5] = percent[2, 0] = percent[3, 0] = 100
    path = write_raster(tmp_path / "p.tif", percent)
    for connectedness in (4, 8):
        found = polygonize(path, 0.5, PolygonOptions(connectedness=connectedness))
        assert [polygon.pixels for polygon in found] == [1, 2]


def test_polygons_come_from_north_to_south(tmp_path: Path) -> None:
    percent = np.zeros((30, 30), np.uint8)
    percent[2:28, 20] = 50  # finished last, but its top is the northernmost
    percent[5, 5] = percent[5, 1] = 60
    percent[15, 9] = 70
    path = write_raster(tmp_path / "p.tif", percent)
    assert [each.pixels for each in polygonize(path, 0.5)] == [26, 1, 1, 1]
    wests = [geometry(each).GetEnvelope()[0] - 1000 for each in polygonize(path, 0.5)]
    assert wests == [20, 1, 5, 9]
    south_up = write_raster(tmp_path / "s.tif", percent, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    assert [geometry(each).GetEnvelope()[0] for each in polygonize(south_up, 0.5)] == [20, 9, 1, 5]


def test_small_polygons_are_dropped_by_ellipsoidal_area(tmp_path: Path) -> None:
    percent = np.zeros((40, 40), np.uint8)
    percent[2:4, 2:4] = percent[10:15, 10:15] = percent[20:30, 20:30] = 100
    percent[22:28, 22:28] = 0  # 64 pixels around a hole of 36
    degrees = write_raster(tmp_path / "g.tif", percent, (10.0, 1e-4, 0.0, 60.0, 0.0, -1e-4), 4326)
    web = write_raster(tmp_path / "w.tif", percent, (1.1e6, 10.0, 0.0, 8.4e6, 0.0, -10.0), 3857)
    for path in (degrees, web):
        measurer = Measurer(ProbabilityRaster(path).crs_wkt)
        areas = [measurer.measure(each.wkb).area_m2 for each in polygonize(path, 0.5)]
        assert len(areas) == 3
        for smallest in areas:
            for factor, expected in ((1 - 1e-6, True), (1 + 1e-6, False)):
                kept = [
                    measurer.measure(each.wkb).area_m2
                    for each in polygonize(path, 0.5, PolygonOptions(min_area_m2=smallest * factor))
                ]
                assert (smallest in kept) is expected
                assert kept == [each for each in areas if each >= smallest * factor]
        (filled,) = polygonize(path, 0.5, PolygonOptions(min_area_m2=areas[2] * 1.2, min_hole_m2=areas[2]))
        assert (holes(filled), filled.pixels) == (0, 64)


def test_without_crs_areas_are_in_pixels(tmp_path: Path) -> None:
    percent = np.zeros((10, 10), np.uint8)
    percent[1, 1:4] = percent[5, 1:5] = 100
    path = write_raster(tmp_path / "p.tif", percent, None)
    assert [each.pixels for each in polygonize(path, 0.5, PolygonOptions(min_area_m2=4))] == [4]
    assert [each.pixels for each in polygonize(path, 0.5, PolygonOptions(min_area_m2=3))] == [3, 4]


def blob(rng: np.random.Generator, side: int) -> NDArray[np.uint8]:
    """A ragged disk with a hole, in per cent."""
    row, column = np.mgrid[:side, :side] - side / 2
    radius = np.hypot(row, column) / side + 0.01 * rng.standard_normal((side, side))
    return np.where((radius < 0.4) & (radius > 0.1), 90, 0).astype(np.uint8)


@pytest.mark.parametrize("connectedness", [4, 8])
@pytest.mark.parametrize("tolerance", [1.0, 3.0, 40.0, 1e6])
def test_simplified_outlines_are_valid_and_near(tmp_path: Path, tolerance: float, connectedness: int) -> None:
    percent = blob(np.random.default_rng(2), 150)
    path = write_raster(tmp_path / "p.tif", percent, (5e5, 2.0, 0.0, 4e6, 0.0, -2.0), 32633)
    exact = list(polygonize(path, 0.5, PolygonOptions(connectedness=connectedness)))
    simple = list(polygonize(path, 0.5, PolygonOptions(connectedness=connectedness, simplify_m=tolerance)))
    assert len(simple) == len(exact)
    for before, after in zip(exact, simple):
        assert geometry(after).IsValid()
        assert geometry(after).GetArea() > 0
        assert geometry(after).GetGeometryName() == geometry(before).GetGeometryName()
        assert (after.pixels, after.probability_mean) == (before.pixels, before.probability_mean)
        assert geometry(after).GetBoundary().Distance(geometry(before).GetBoundary()) <= tolerance
        away = geometry(after).Difference(geometry(before).Buffer(tolerance * 1.01))
        assert away.IsEmpty()
    if tolerance == 3.0:
        assert sum(len(each.wkb) for each in simple) < 0.75 * sum(len(each.wkb) for each in exact)


def test_simplification_is_in_metres_in_a_geographic_crs(tmp_path: Path) -> None:
    percent = np.zeros((30, 30), np.uint8)
    percent[5:25, 5:25] = 100
    percent[25, 14] = 100  # a tooth one pixel high: 11.1 m here, and 5.6 m wide
    path = write_raster(tmp_path / "p.tif", percent, (10.0, 1e-4, 0.0, 60.0, 0.0, -1e-4), 4326)
    for tolerance, corners in ((11.0, 9), (11.3, 5)):
        (polygon,) = polygonize(path, 0.5, PolygonOptions(simplify_m=tolerance))
        assert len(ring(polygon)) <= corners
        assert (len(ring(polygon)) == 5) is (corners == 5)
    exact = {10.0 + 5e-4, 10.0 + 25e-4}
    assert sorted(set(ring(polygon)[:, 0].tolist())) == pytest.approx(sorted(exact))


def test_100_000_polygons(tmp_path: Path) -> None:
    percent = np.zeros((460, 460), np.uint8)
    percent[::2, ::2] = 100
    percent[1::2, 1::2] = 70  # a chessboard
    path = write_raster(tmp_path / "p.tif", percent, tiled=True)
    began = time.process_time()  # which other work on the machine does not change
    count = pixels = 0
    for polygon in polygonize(path, 0.5):
        count += 1
        pixels += polygon.pixels
    assert (count, pixels) == (105_800, 105_800)
    (joined,) = polygonize(path, 0.5, PolygonOptions(connectedness=8))
    assert (geometry(joined).GetGeometryCount(), area(joined)) == (105_800, 105_800.0)
    assert time.process_time() - began < 30


class CancelledAfter(Quiet):
    """Asks to stop at the n-th question."""

    def __init__(self, questions: int) -> None:
        self.left = questions

    def isCanceled(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("questions", [0, 3, 20])
def test_cancel_stops_and_leaves_nothing(tmp_path: Path, questions: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    percent = np.random.default_rng(0).integers(0, 101, (600, 600))
    path = write_raster(tmp_path / "p.tif", percent, tiled=True)
    assert len(list(polygonize(path, 0.5))) > 5000
    with pytest.raises(Cancelled):
        list(polygonize(path, 0.5, progress=CancelledAfter(questions)))
    assert list((tmp_path / "temporary").iterdir()) == []


def test_an_unusable_temporary_folder_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_raster(tmp_path / "p.tif", np.full((4, 4), 90, np.uint8))
    monkeypatch.setattr(ProbabilityRaster, "write_mask", lambda *_: (_ for _ in ()).throw(OSError("No space left")))
    with pytest.raises(ScarpError, match=r"temporary folder .*No space left\. Make room there"):
        list(polygonize(path, 0.5))


def test_one_strip_is_read_at_once_however_high_the_scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tall = gdal.GetDriverByName("GTiff").Create(
        str(tmp_path / "p.tif"), 300, 30_000, 1, gdal.GDT_Byte, ["TILED=YES", "SPARSE_OK=YES", "COMPRESS=DEFLATE"]
    )
    tall.GetRasterBand(1).WriteArray(np.full((29_000, 2), 90, np.uint8), 10, 500)
    for row in range(0, 30_000, 500):
        tall.GetRasterBand(1).WriteArray(np.full((9, 9), 90, np.uint8), 100, row)
    del tall
    read, strips = [], ProbabilityRaster.strips

    def spy(self, progress):  # type: ignore[no-untyped-def]
        for row, pixels in strips(self, progress):
            read.append(pixels.nbytes)
            yield row, pixels

    monkeypatch.setattr(ProbabilityRaster, "strips", spy)
    found = list(polygonize(str(tmp_path / "p.tif"), 0.5))
    assert sorted(polygon.pixels for polygon in found) == [81] * 60 + [58_000]
    assert max(read) <= 512 * 300


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"min_area_m2": -1.0}, r"The smallest area is -1 m²\. Give 0 or a positive number"),
        ({"min_hole_m2": float("nan")}, r"The smallest hole is nan m²"),
        ({"simplify_m": float("inf")}, r"The simplification tolerance is inf m"),
        ({"connectedness": 6}, r"The connectedness is 6\. Choose 4"),
    ],
)
def test_unusable_options_are_refused(options: dict[str, float], sentence: str) -> None:
    with pytest.raises(ScarpError, match=sentence):
        PolygonOptions(**options)  # type: ignore[arg-type]


def test_unusable_rasters_and_thresholds_are_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(ScarpError, match=r"nowhere\.tif\" cannot be read"):
        polygonize(str(tmp_path / "nowhere.tif"), 0.5)
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "f.tif"), 3, 3, 2, gdal.GDT_Float32)
    with pytest.raises(ScarpError, match=r"no probability raster: it has 2 band\(s\) of type Float32"):
        polygonize(str(tmp_path / "f.tif"), 0.5)
    path = write_raster(tmp_path / "p.tif", np.zeros((2, 2), np.uint8))
    with pytest.raises(ScarpError, match=r"The threshold is 1\.5, but"):
        polygonize(path, 1.5)


def test_progress_rises_to_100(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 10)
    told: list[float] = []
    progress = Quiet()
    monkeypatch.setattr(progress, "setProgress", told.append)
    path = write_raster(tmp_path / "p.tif", np.random.default_rng(0).integers(0, 101, (100, 100)))
    list(polygonize(path, 0.5, progress=progress))
    assert told == sorted(told)
    assert told[-1] == 100.0
