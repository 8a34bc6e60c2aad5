"""Tests of scarp.engine.scene_sample."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine import scene_sample
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.scene import Scene, SceneOptions, open_raster
from scarp.engine.scene_sample import MOST_PIXELS, SampledScene, pixels_gone_through, sample_windows
from scarp.engine.windows import Grid
from scarp.tests.conftest import METRE, UTM, wkt

pytest.importorskip("onnx")
from scarp.tests.model_files import contract

Raster = Callable[..., str]
SIDE = 30_000
COUNT = """
import builtins
def count(in_ar, out_ar, xoff, yoff, xsize, ysize, raster_xsize, raster_ysize, buf_radius, gt, **kwargs):
    builtins.scarp_pixels_read.append(xsize * ysize)
    out_ar[:] = 7 + yoff % 5
    if yoff < raster_ysize // 4:
        out_ar[:] = 0
"""


@pytest.fixture
def huge(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """A raster of 30,000 x 30,000 pixels, its upper quarter 0, and the pixels of each reading of it."""
    band = (
        '<VRTRasterBand dataType="UInt16" band="{}" subClass="VRTDerivedRasterBand" blockXSize="256" blockYSize="256">'
        "<PixelFunctionType>count</PixelFunctionType><PixelFunctionLanguage>Python</PixelFunctionLanguage>"
        f"<PixelFunctionCode><![CDATA[{COUNT}]]></PixelFunctionCode></VRTRasterBand>"
    )
    place = ", ".join(map(str, METRE))
    path = tmp_path / "huge.vrt"
    path.write_text(
        f'<VRTDataset rasterXSize="{SIDE}" rasterYSize="{SIDE}"><SRS>{wkt(UTM)}</SRS>'
        f"<GeoTransform>{place}</GeoTransform>{''.join(band.format(number) for number in (1, 2, 3))}</VRTDataset>"
    )
    read: list[int] = []
    before = gdal.GetConfigOption("GDAL_VRT_ENABLE_PYTHON")
    builtins.scarp_pixels_read = read  # type: ignore[attr-defined]
    gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", "YES")
    yield str(path), read
    gdal.SetConfigOption("GDAL_VRT_ENABLE_PYTHON", before)
    del builtins.scarp_pixels_read  # type: ignore[attr-defined]


def noise(bands: int = 3, height: int = 40, width: int = 50, kind: Any = np.uint8) -> np.ndarray:
    return np.random.default_rng(1).integers(20, 250, (bands, height, width)).astype(kind)


def sampled(path: str, progress: Any, **changes: Any) -> SampledScene:
    return SampledScene(path, contract(3, **changes), SceneOptions(), progress)


@pytest.fixture
def by_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rasters of a few pixels are large."""
    monkeypatch.setattr(scene_sample, "MOST_PIXELS", 1024)


# Which pixels


@pytest.mark.parametrize(
    ("block", "across", "down"),
    [((256, 256), 8, 8), ((512, 512), 8, 8), ((1024, 1024), 4, 4), ((SIDE, 1), 1, 64), ((SIDE, SIDE), 1, 1),
     ((SIDE, 4096), 1, 4)],
)  # fmt: skip
def test_windows_are_whole_blocks_spread_evenly(block: tuple[int, int], across: int, down: int) -> None:
    windows = sample_windows(SIDE, SIDE, block)
    assert len({window.column for window in windows}) == across
    assert len({window.row for window in windows}) == down
    assert len(windows) == len(set(windows)) == across * down
    for window in windows:
        assert window.column % block[0] == window.row % block[1] == 0
        assert window.column + window.width <= SIDE and window.row + window.height <= SIDE
    if block[0] * block[1] <= MOST_PIXELS:
        assert sum(window.width * window.height for window in windows) <= max(MOST_PIXELS, 4 * block[0] * block[1])


def test_few_blocks_are_all_taken_once() -> None:
    windows = sample_windows(100, 60, (50, 50))
    assert [(w.column, w.row, w.width, w.height) for w in windows] == [
        (0, 0, 50, 50), (50, 0, 50, 50), (0, 50, 50, 10), (50, 50, 50, 10)
    ]  # fmt: skip


def test_overviews_spare_pixels(raster: Raster) -> None:
    path = raster(noise(1, 400, 600))
    assert pixels_gone_through(open_raster(path), (150, 100)) == 400 * 600
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.BuildOverviews("NEAREST", [2, 4, 8])
    del dataset
    source = open_raster(path)
    assert pixels_gone_through(source, (150, 100)) == 150 * 100
    assert pixels_gone_through(source, (151, 100)) == 300 * 200
    assert pixels_gone_through(source, (600, 10)) == 600 * 400


def test_of_a_huge_raster_little_is_read(huge: tuple[str, list[int]], progress: Any) -> None:
    path, read = huge
    scene = sampled(path, progress)
    # Three bands: what is looked at for the stretch and for nodata is read once, and no collar is looked for.
    assert sum(read) == 3 * 64 * 256 * 256
    assert sum(read) < 0.005 * 3 * SIDE * SIDE
    assert scene.is_estimate
    assert scene.sample.valid_share == pytest.approx(0.75)
    assert scene.stretch == "2nd to 98th percentile"
    low, high = scene.value_range
    assert all(7 <= darkest < brightest <= 11 for darkest, brightest in zip(low, high))
    assert progress.warnings[-1] == (
        "The layer declares no nodata, and about 25% of it is black; a black collar is taken as nodata. Set a nodata "
        "value in the file if that is wrong."
    )
    grid = Grid.over(scene.width, scene.height, 512, 0.125)
    assert scene.valid_windows(grid) == -(-len(grid) * 3 // 4)


def test_with_overviews_they_are_read(raster: Raster, by_windows: None, monkeypatch: pytest.MonkeyPatch,
                                      progress: Any) -> None:  # fmt: skip
    monkeypatch.setattr(scene_sample, "SAMPLE_SIDE", 32)
    path = raster(noise(3, 128, 128, np.uint16))
    assert sampled(path, progress).sample.valid is None
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.BuildOverviews("NEAREST", [2, 4])
    del dataset
    scene = sampled(path, progress)
    valid = scene.sample.valid
    assert valid is not None and valid.shape == (32, 32)
    assert (scene.sample.pixels, scene.is_estimate) == (1024, True)


# What is found


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32])
def test_a_small_scene_is_as_the_extraction_sees_it(kind: Any, raster: Raster, progress: Any) -> None:
    path = raster(noise(3, kind=kind))
    scene, other = sampled(path, progress), Scene(path, contract(3), SceneOptions(), progress)
    assert scene.value_range == ([float(v) for v in other._low.flat], [float(v) for v in other._high.flat])
    assert scene.stretch == other.stretch == ("8 bit, as they are" if kind is np.uint8 else "2nd to 98th percentile")
    assert scene.sample.pixels == 40 * 50
    assert not scene.is_estimate
    assert scene.sample.valid_share == 1.0
    assert (scene.sample.values.min(), scene.sample.values.max()) == (20, 249)


def test_nodata_that_is_not_a_number(raster: Raster, progress: Any) -> None:
    pixels = noise(3, kind=np.float32)
    pixels[:, :10] = np.nan
    scene = sampled(raster(pixels, nodata=float("nan")), progress)
    assert scene.is_declared
    assert scene.sample.valid_share == pytest.approx(0.75)
    assert np.isfinite(scene.sample.values).all()


def test_a_mask_and_an_alpha_band(raster: Raster, progress: Any) -> None:
    mask = np.ones((40, 50), bool)
    mask[:, :5] = False
    assert sampled(raster(noise(), "masked.tif", mask=mask), progress).sample.valid_share == pytest.approx(0.9)
    pixels = noise(4)
    pixels[3] = np.where(mask, 255, 0)
    colours = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    scene = sampled(raster(pixels, "alpha.tif", colours=colours), progress)
    assert (scene.sample.valid_share, scene.is_declared) == (pytest.approx(0.9), True)


def test_a_black_collar(raster: Raster, progress: Any) -> None:
    pixels = noise()
    pixels[:, :, :10] = 0
    scene = sampled(raster(pixels), progress)
    assert (scene.has_collar, scene.is_declared) == (True, False)
    assert scene.sample.valid_share == pytest.approx(0.8)


def test_black_in_a_sample_passes_for_nodata(raster: Raster, by_windows: None, progress: Any) -> None:
    pixels = noise(3, 256, 256, np.uint16)
    pixels[:, :128] = 0
    tiles = ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"]
    scene = sampled(raster(pixels, options=tiles), progress)
    assert scene.sample.valid_share == 0.5
    assert scene.value_range[0][0] >= 20
    assert "about 50% of it is black" in progress.warnings[-1]
    # A value that is declared is nodata, and black is not.
    scene = sampled(raster(pixels, "declared.tif", nodata=9999, options=tiles), progress)
    assert scene.sample.valid_share == 1.0


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32])
def test_nothing_but_nodata_is_said_and_is_no_error(kind: Any, raster: Raster, progress: Any) -> None:
    path = raster(np.zeros((3, 20, 30), kind), nodata=0)
    scene = sampled(path, progress)
    assert scene.sample.valid_share == 0.0
    assert scene.valid_windows(Grid.over(30, 20, 10, 0.125)) == 0
    assert progress.warnings[-1] == (
        f"No valid pixel was found in the layer {path}: all of it may be nodata. Choose another image."
    )


def test_windows_that_hold_data_are_counted(raster: Raster, progress: Any) -> None:
    pixels = noise(3, 200, 300)
    pixels[:, 100:] = 0
    pixels[:, :, 200:] = 0
    scene = sampled(raster(pixels, nodata=0), progress)
    grid = Grid.over(300, 200, 64, 0.125)
    valid = np.zeros((200, 300), bool)
    valid[:100, :200] = True
    expected = sum(
        valid[window.slices()].any() for row in range(len(grid.rows.starts())) for window in grid.row(row)
    )
    assert 0 < expected < len(grid)
    assert scene.valid_windows(grid) == expected


def test_windows_are_counted_on_the_working_grid(raster: Raster, progress: Any) -> None:
    pixels = noise(3, 200, 300)
    pixels[:, 100:] = 0
    scene = sampled(raster(pixels, nodata=0), progress, resolution_m=(2.0, 4.0))
    assert (scene.width, scene.height) == (150, 100)
    grid = Grid.over(scene.width, scene.height, 50, 0.0)
    assert (len(grid), scene.valid_windows(grid)) == (6, 3)


# What goes wrong


def test_cancelled(raster: Raster, by_windows: None, progress: Any) -> None:
    path = raster(noise(3, 256, 256, np.uint16), options=["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"])
    progress.cancel_after = 5
    with pytest.raises(Cancelled):
        sampled(path, progress)


def test_a_file_that_ends_early(raster: Raster, progress: Any, gdal_exceptions: bool) -> None:
    path = Path(raster(noise(3, 200, 300, np.uint16)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ScarpError, match=r"the file is damaged or incomplete"):
        sampled(str(path), progress)
