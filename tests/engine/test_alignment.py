from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine import alignment
from scarp.engine.alignment import Shift, find_shift, phase_shift
from scarp.engine.errors import Cancelled
from scarp.engine.polygon_pixels import box_wkb
from scarp.engine.progress import Quiet
from scarp.tests.conftest import METRE, wkt

SIZE = 320


@pytest.fixture(scope="module")
def relief() -> np.ndarray:
    """Ground of several scales, shape (SIZE + 40, SIZE + 40)."""
    rng = np.random.default_rng(5)
    coarse = gdal.GetDriverByName("MEM").Create("", 90, 90, 1, gdal.GDT_Float64)
    coarse.WriteArray(rng.normal(0, 1, (90, 90)))
    side = SIZE + 40
    ground = coarse.GetRasterBand(1).ReadAsArray(
        buf_xsize=side, buf_ysize=side, resample_alg=gdal.GRIORA_Cubic
    )
    return 100 + 20 * ground


def seen(relief: np.ndarray, across: float, down: float, light: float, seed: int) -> np.ndarray:
    """The ground as a sensor sees it that is off by some columns and rows; in another light, with noise."""
    turns = np.fft.fftfreq(len(relief))[:, None] * down + np.fft.fftfreq(len(relief))[None, :] * across
    pixels = np.fft.ifft2(np.fft.fft2(relief) * np.exp(2j * np.pi * turns)).real[20 : 20 + SIZE, 20 : 20 + SIZE]
    return light * pixels + np.random.default_rng(seed).normal(0, 2, pixels.shape)


@pytest.mark.parametrize("shift", [(0.0, 0.0), (3.0, -2.0), (0.5, 0.25), (-4.4, 3.6), (9.0, -9.0)])
def test_shifted_copy_is_recovered(relief, shift):
    before, after = seen(relief, *shift, 1.0, 1), seen(relief, 0.0, 0.0, 0.6, 2)
    found = phase_shift(before[:256, :256], after[:256, :256])
    assert found == pytest.approx(shift, abs=0.25)


def test_nothing_in_common():
    rng = np.random.default_rng(1)
    assert phase_shift(rng.normal(0, 1, (128, 128)), rng.normal(0, 1, (128, 128))) is None
    assert phase_shift(np.ones((64, 64)), np.ones((64, 64))) is None
    assert phase_shift(np.ones((2, 2)), np.eye(2)) is None


def dataset(raster, pixels: np.ndarray, name: str, **arguments) -> tuple[gdal.Dataset, list[int]]:
    return gdal.Open(raster(np.clip(pixels, 1, 255).astype(np.uint8)[None], name, **arguments)), [1]


def boxes(count: int = 5) -> list[bytes]:
    wests = np.linspace(500040, 500260, count)
    return [box_wkb(np.array([[x, 3999850], [x + 9, 3999850], [x + 9, 3999840], [x, 3999840]])) for x in wests]


def test_shift_of_an_image_in_map_units(relief, raster, progress):
    before = dataset(raster, seen(relief, 2.0, -3.0, 1.0, 1), "before.tif", nodata=0)
    after = dataset(raster, seen(relief, 0.0, 0.0, 0.8, 2), "after.tif", nodata=0)
    shift = find_shift(before, after, boxes(), wkt(32654), progress)
    # What lies at column c of the image after lies at c - 2 of the one before, so that is to go east and north.
    assert (shift.x, shift.y) == pytest.approx((2.0, 3.0), abs=0.3)
    assert shift.on(after[0]) == (shift.x, shift.y)
    (said,) = progress.infos
    assert said.startswith("Alignment: the image before is moved by +2.") or said.startswith(
        "Alignment: the image before is moved by +1.9"
    )
    assert "rows of 1 m (median); " in said and said.endswith("windows agree.")
    assert not progress.warnings


def test_no_shift_is_none(relief, raster, progress):
    before = dataset(raster, seen(relief, 0.0, 0.0, 1.0, 1), "before.tif")
    after = dataset(raster, seen(relief, 0.0, 0.0, 0.8, 2), "after.tif")
    assert find_shift(before, after, boxes(), wkt(32654), progress) is None
    assert progress.infos[0].startswith("Alignment: the images lie on each other (")


def test_windows_that_do_not_agree_are_not_used(relief, raster, progress, monkeypatch):
    shifts = iter([(x, 0.0) for x in (-6.0, -3.0, 0.0, 3.0, 6.0)] * 5)
    monkeypatch.setattr(alignment, "phase_shift", lambda *_: next(shifts))
    both = dataset(raster, seen(relief, 0.0, 0.0, 1.0, 1), "both.tif")
    assert find_shift(both, both, boxes(), wkt(32654), progress) is None
    assert progress.warnings[0].startswith("Alignment: the windows do not agree on a shift (")


def test_too_few_windows(relief, raster, progress):
    noise = np.random.default_rng(9).integers(1, 255, (SIZE, SIZE))
    before = dataset(raster, noise, "noise.tif")
    after = dataset(raster, seen(relief, 0.0, 0.0, 0.8, 2), "after.tif")
    assert find_shift(before, after, boxes(), wkt(32654), progress) is None
    assert "which is too few to tell a shift" in progress.infos[0]


def test_nodata_is_not_looked_at(relief, raster):
    pixels = seen(relief, 3.0, 0.0, 1.0, 1)
    pixels[:, :40] = 0
    path = raster(np.clip(pixels, 0, 255).astype(np.uint8)[None], "edge.tif", nodata=0)
    after = dataset(raster, seen(relief, 0.0, 0.0, 0.8, 2), "after.tif")
    shift = find_shift((gdal.Open(path), [1]), after, boxes(), wkt(32654), Quiet())
    assert (shift.x, shift.y) == pytest.approx((3.0, 0.0), abs=0.3)


def test_shift_in_another_crs(raster):
    geographic = gdal.Open(raster(np.ones((1, 4, 4), np.uint8), "g.tif", epsg=4326,
                                  geotransform=(141.0, 1e-5, 0, 36.14, 0, -1e-5)))  # fmt: skip
    x, y = Shift(10.0, 20.0, wkt(32654), (500000.0, 4000000.0)).on(geographic)
    assert (x * 111320 * np.cos(np.radians(36.14)), y * 110950) == pytest.approx((10, 20), rel=0.01)


def test_cancel(relief, raster, progress):
    both = dataset(raster, seen(relief, 0.0, 0.0, 1.0, 1), "both.tif", geotransform=METRE)
    progress.cancel_after = 1
    with pytest.raises(Cancelled):
        find_shift(both, both, boxes(), wkt(32654), progress)
