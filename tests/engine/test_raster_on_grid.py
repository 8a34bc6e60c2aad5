"""Tests of scarp.engine.raster_on_grid; other grids are tested in test_evaluation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.progress import Quiet
from scarp.engine.raster_on_grid import RasterOnGrid, ValidPixels
from scarp.engine.scene import open_raster
from scarp.tests.conftest import METRE, UTM, Recorder, wkt

Write = Callable[..., str]
SHIFTED = (500000.5, 1.0, 0.0, 3999999.5, 0.0, -1.0)


def grid(width: int, height: int, column: float = 0, row: float = 0) -> EvaluationGrid:
    return EvaluationGrid(width, height, (500000.0 + column, 1.0, 0.0, 4000000.0 - row, 0.0, -1.0), wkt(UTM))


def test_pixels_that_coincide_are_read_as_they_are(raster: Write) -> None:
    pixels = np.arange(40, dtype=np.int16).reshape(1, 5, 8)
    source = open_raster(raster(pixels, nodata=7))
    wider = RasterOnGrid(source, 1, grid(12, 9, -2, -3), "it", Quiet())
    assert wider.offset == (-2, -3)
    expected = np.full((9, 12), np.nan)
    expected[3:8, 2:10] = np.where(pixels[0] == 7, np.nan, pixels[0])
    assert np.array_equal(wider.read(0, 9), expected, equal_nan=True)
    assert np.array_equal(wider.read(4, 3), expected[4:7], equal_nan=True)
    part = RasterOnGrid(source, 1, grid(3, 2, 4, 1), "it", Quiet())
    assert np.array_equal(part.read(0, 2), pixels[0, 1:3, 4:7])


@pytest.mark.parametrize("geotransform", [METRE, SHIFTED], ids=["aligned", "between"])
def test_nodata_by_value_and_by_mask(raster: Write, geotransform: tuple[float, ...]) -> None:
    pixels = np.full((1, 6, 6), 1, np.uint8)
    pixels[0, 2, 2] = 255
    by_value = RasterOnGrid(
        open_raster(raster(pixels, geotransform=geotransform, nodata=255)), 1, grid(6, 6), "it", Quiet()
    )
    mask = np.ones((6, 6), bool)
    mask[2, 2] = False
    by_mask = RasterOnGrid(
        open_raster(raster(pixels, "m.tif", geotransform=geotransform, mask=mask)), 1, grid(6, 6), "it", Quiet()
    )
    for found in (by_value.read(0, 6), by_mask.read(0, 6)):
        assert set(found[~np.isnan(found)].tolist()) == {1.0}
        assert np.isnan(found).sum() == (1 if geotransform == METRE else 1 + (11 if np.isnan(found[0, 0]) else 0))


def test_zero_is_a_value_even_where_it_is_called_nodata(raster: Write) -> None:
    source = open_raster(raster(np.array([[[0, 1]]], np.uint8), nodata=0))
    assert RasterOnGrid(source, 1, grid(2, 1), "it", Quiet()).read(0, 1).tolist() == [[0.0, 1.0]]
    believed = RasterOnGrid(source, 1, grid(2, 1), "it", Quiet(), zero_is_nodata=True).read(0, 1)
    assert np.isnan(believed).tolist() == [[True, False]]


def test_one_of_several_bands(raster: Write) -> None:
    source = open_raster(raster(np.array([[[1, 2]], [[3, 4]]], np.uint8)))
    assert RasterOnGrid(source, 2, grid(2, 1), "it", Quiet()).read(0, 1).tolist() == [[3.0, 4.0]]


def test_where_an_image_is_valid(raster: Write) -> None:
    image = np.full((3, 4, 4), 9, np.uint8)
    image[:, 0] = 0
    image[0, 1] = 0  # no nodata, as the other bands are not
    mask = np.ones((4, 4), bool)
    mask[3] = False
    by_value = ValidPixels(raster(image, nodata=0), grid(5, 4), "it", Quiet()).read(0, 4)
    assert by_value.sum(axis=1).tolist() == [0, 4, 4, 4] and not by_value[:, 4].any()
    by_mask = ValidPixels(raster(image, "m.tif", mask=mask), grid(5, 4), "it", Quiet()).read(0, 4)
    assert by_mask.sum(axis=1).tolist() == [4, 4, 4, 0]
    whole = ValidPixels(raster(image, "w.tif"), grid(5, 4), "it", Quiet()).read(1, 2)
    assert whole.tolist() == [[True] * 4 + [False]] * 2


@pytest.mark.parametrize("geotransform", [METRE, SHIFTED], ids=["aligned", "between"])
def test_a_black_collar_is_no_image(raster: Write, progress: Recorder, geotransform: tuple[float, ...]) -> None:
    image = np.full((3, 40, 600), 90, np.uint8)
    image[:, :, :100] = 0
    image[:, 3:6, 40:43] = 9  # what compression makes of black
    image[:, 20:30, 300:310] = 0  # dark ground
    on = grid(600, 40)
    found = ValidPixels(raster(image, geotransform=geotransform), on, "it", progress).read(0, 40)
    assert "its black collar (17% of it) is taken as nodata" in progress.warnings[0]
    assert not found[:, :100].any() and found[1:, 101:].all()
    assert not ValidPixels(raster(image, "p.tif", nodata=0), on, "it", Quiet()).read(0, 40)[20:30, 300:310].any()
    declared = ValidPixels(raster(image, "d.tif", nodata=255), on, "it", Quiet()).read(0, 40)
    assert declared.all()
    between = ValidPixels(raster(image[0:1], "g.tif"), grid(100, 8, 60, 2), "it", Quiet()).read(3, 5)
    assert not between[:, :40].any() and between[:, 40:].all()


def test_cancelling_and_failing(raster: Write, progress: Recorder) -> None:
    path = raster(np.ones((1, 50, 50), np.uint8), geotransform=SHIFTED)
    between = RasterOnGrid(open_raster(path), 1, grid(50, 50), "it", progress)
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        between.read(0, 50)
    with pytest.raises(ScarpError, match=r'The layer "it" has no coordinate reference system'):
        ValidPixels(raster(np.ones((1, 5, 5), np.uint8), "n.tif", epsg=0), grid(5, 5), "it", Quiet())


def test_a_damaged_file_is_a_sentence(raster: Write) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (1, 300, 300), np.uint8)
    path = raster(noise, options=["COMPRESS=DEFLATE", "TILED=YES"])
    content = bytearray(Path(path).read_bytes())
    content[-50000:-1000] = bytes(49000)
    Path(path).write_bytes(content)
    with pytest.raises(ScarpError, match=r'The layer "it" cannot be read; the file may be damaged'):
        RasterOnGrid(open_raster(path), 1, grid(300, 300), "it", Quiet()).read(0, 300)
