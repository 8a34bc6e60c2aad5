"""Tests of scarp.engine.probability_raster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine import probability_raster as module
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.probability_raster import ProbabilityRaster, lowest_percent
from scarp.engine.progress import Quiet
from scarp.tests.conftest import METRE, UTM, Recorder, wkt

Write = Callable[..., str]


def percent(height: int, width: int, seed: int = 0) -> np.ndarray:
    values = np.random.default_rng(seed).integers(0, 102, (1, height, width), dtype=np.uint8)
    values[values == 101] = 255
    return values


def test_strips_are_the_raster_from_top_to_bottom(raster: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STRIP_ROWS", 8)
    pixels = percent(45, 30)
    opened = ProbabilityRaster(raster(pixels, nodata=255, options=["BLOCKYSIZE=4"]))
    strips = list(opened.strips(Quiet()))
    assert [row for row, _ in strips] == [0, 8, 16, 24, 32, 40]
    assert [len(strip) for _, strip in strips] == [8, 8, 8, 8, 8, 5]
    assert (np.concatenate([strip for _, strip in strips]) == pixels[0]).all()
    assert (opened.width, opened.height) == (30, 45)


@pytest.mark.parametrize(
    ("options", "strip_bytes", "rows"),
    [
        (["BLOCKYSIZE=3"], 30 * 10, 9),  # whole rows of blocks within the memory
        (["BLOCKYSIZE=20"], 30 * 10, 20),  # at least one row of blocks
        (["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"], 30 * 40, 32),
        (["BLOCKYSIZE=100"], 8_000_000, 64),  # one block as high as the raster: never more than the limit
    ],
)
def test_strips_fit_blocks_and_memory(
    raster: Write, monkeypatch: pytest.MonkeyPatch, options: list[str], strip_bytes: int, rows: int
) -> None:
    monkeypatch.setattr(module, "STRIP_ROWS", 64)
    monkeypatch.setattr(module, "STRIP_BYTES", strip_bytes)
    opened = ProbabilityRaster(raster(percent(100, 30), options=options))
    assert len(next(opened.strips(Quiet()))[1]) == rows


def test_progress_and_cancel(raster: Write, progress: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STRIP_ROWS", 10)
    opened = ProbabilityRaster(raster(percent(40, 8), options=["BLOCKYSIZE=10"]))
    list(opened.strips(progress))
    assert progress.values == [25.0, 50.0, 75.0, 100.0]
    progress.cancel_after = progress.asked + 2
    rows = []
    with pytest.raises(Cancelled):
        rows.extend(row for row, _ in opened.strips(progress))
    assert progress.asked == 7


def test_another_nodata_value_is_nodata(raster: Write) -> None:
    pixels = np.array([[[0, 50, 100, 255]]], np.uint8)
    for nodata, expected in ((0, [255, 50, 100, 255]), (100, [0, 50, 255, 255]), (None, [0, 50, 100, 255])):
        opened = ProbabilityRaster(raster(pixels, f"{nodata}.tif", nodata=nodata))
        assert next(opened.strips(Quiet()))[1].tolist() == [expected]


def test_where_the_raster_lies(raster: Write) -> None:
    turned = (500000.0, 1.5, 0.8, 4000000.0, 0.7, -1.5)
    opened = ProbabilityRaster(raster(percent(4, 5), geotransform=turned))
    points = np.array([[0, 0], [2, 3]])
    assert opened.to_map(points).tolist() == [[500000.0, 4000000.0], [500005.4, 3999996.9]]
    assert gdal.InvGeoTransform(opened.geotransform) is not None
    assert opened.crs_wkt.startswith('PROJCS["WGS 84 / UTM zone 54N"')
    assert wkt(UTM).startswith('PROJCS["WGS 84 / UTM zone 54N"')
    nowhere = ProbabilityRaster(raster(percent(4, 5), "nowhere.tif", epsg=0, geotransform=None))
    assert nowhere.crs_wkt == ""
    assert nowhere.to_map(points).tolist() == [[0.0, 0.0], [2.0, -3.0]]
    assert ProbabilityRaster(raster(percent(4, 5), "north.tif")).geotransform == METRE


def test_what_is_no_probability_raster_is_refused(raster: Write, tmp_path: Path, gdal_exceptions: bool) -> None:
    with pytest.raises(ScarpError, match=r'none\.tif" cannot be read\. \(GDAL says: .*No such file'):
        ProbabilityRaster(str(tmp_path / "none.tif"))
    for pixels, found in (
        (np.zeros((3, 4, 4), np.uint8), r"3 band\(s\) of type Byte"),
        (np.zeros((1, 4, 4), np.float32), r"1 band\(s\) of type Float32"),
    ):
        message = rf"is no probability raster: it has {found}, .* Choose the probability layer that Extract landslides"
        with pytest.raises(ScarpError, match=message):
            ProbabilityRaster(raster(pixels))


def test_a_damaged_file_is_a_sentence(raster: Write, gdal_exceptions: bool) -> None:
    path = raster(percent(600, 600), options=["COMPRESS=DEFLATE", "BLOCKYSIZE=100"])
    whole = Path(path).read_bytes()
    middle = len(whole) // 2
    Path(path).write_bytes(whole[:middle] + bytes(40_000) + whole[middle + 40_000 :])
    with pytest.raises(ScarpError, match=r"^Rows 0 to 500 of .* may be damaged\. Extract again\. \(GDAL says: "):
        list(ProbabilityRaster(path).strips(Quiet()))


@pytest.mark.parametrize("lowest", [0, 50, 100])
def test_the_mask_is_what_is_at_or_above(
    raster: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lowest: int
) -> None:
    monkeypatch.setattr(module, "STRIP_ROWS", 16)
    pixels = percent(70, 33)
    pixels[0, 20:50] = 0  # strips without landslide are left out of the file
    pixels[0, 0, 0] = 150  # no per cent
    opened = ProbabilityRaster(raster(pixels, nodata=255))
    mask = opened.write_mask(str(tmp_path / "mask.tif"), lowest, Quiet())
    expected = (pixels[0] >= lowest) & (pixels[0] <= 100)
    assert (mask.ReadAsArray() == expected).all()
    assert mask.GetGeoTransform(can_return_null=True) is None
    assert mask.GetRasterBand(1).DataType == gdal.GDT_Byte


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # GDAL's, when it closes the file
@pytest.mark.parametrize("size", [0, 3000, 100_000])
def test_a_full_disk_is_an_error_of_the_system(
    raster: Write, tmp_path: Path, gdal_exceptions: bool, size: int
) -> None:
    opened = ProbabilityRaster(raster(percent(600, 600, 1)))
    with pytest.raises(OSError, match=r"none/mask\.tif"):
        opened.write_mask(str(tmp_path / "none" / "mask.tif"), 50, Quiet())
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        with pytest.raises(OSError, match=r"\w"):
            opened.write_mask(str(tmp_path / "mask.tif"), 50, Quiet())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("percent", range(101))
def test_every_per_cent_is_its_own_threshold(percent: int) -> None:
    assert lowest_percent(percent / 100) == percent
    assert lowest_percent(min(1.0, percent / 100 + 1e-6)) == min(100, percent + 1)


@pytest.mark.parametrize("threshold", [-0.01, 1.01, float("nan")])
def test_thresholds_lie_between_0_and_1(threshold: float) -> None:
    with pytest.raises(ScarpError, match=r"^The threshold is .*, but a threshold lies between 0 and 1\."):
        lowest_percent(threshold)
