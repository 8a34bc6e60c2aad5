"""Tests of scarp.engine.label_image."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine import label_image
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.label_image import LabelImage, windows_over
from scarp.engine.progress import Quiet
from scarp.engine.windows import Window
from scarp.tests.conftest import Recorder

Write = Callable[..., str]


def test_windows_cover_a_raster_once_and_fit_into_memory() -> None:
    windows = list(windows_over(30_000, 600, 100))
    covered = np.zeros((600, 30_000), np.uint8)
    for window in windows:
        covered[window.slices()] += 1
        assert window.width * window.height * 100 <= label_image.WINDOW_BYTES or window.width == 256
    assert (covered == 1).all()
    assert windows[0] == Window(0, 0, 512, 256)
    assert list(windows_over(3, 2, 10**9)) == [Window(0, 0, 3, 2)]


def test_strips_are_whole_rows(raster: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    valid = np.random.default_rng(0).random((300, 600)) < 0.9
    path = raster(np.where(valid, 9, 0).astype(np.uint8)[None], nodata=0)
    monkeypatch.setattr(label_image, "WINDOW_BYTES", 1)
    strips = list(LabelImage(path, (), Quiet()).strips(Quiet()))
    assert [window for window, _ in strips] == [Window(0, 0, 600, 256), Window(0, 256, 600, 44)]
    assert (np.concatenate([part for _, part in strips]) == valid).all()


def test_alpha_is_no_band_unless_it_is_chosen(raster: Write) -> None:
    colours = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
    path = raster(np.full((4, 5, 6), 9, np.uint8), colours=colours, options=["ALPHA=YES"])
    assert LabelImage(path, (), Quiet()).bands == [1, 2, 3]
    assert LabelImage(path, [4, 1], Quiet()).bands == [4, 1]


@pytest.mark.parametrize(
    ("dtype", "kind"),
    [(np.uint8, gdal.GDT_Byte), (np.int16, gdal.GDT_Int16), (np.float32, gdal.GDT_Float32)],
)
def test_the_type_holds_255(raster: Write, dtype: type, kind: int) -> None:
    assert LabelImage(raster(np.full((2, 5, 6), 9, dtype)), (), Quiet()).kind == kind


def test_the_nodata_value_if_it_tells_all(raster: Write) -> None:
    pixels = np.full((2, 5, 6), 9, np.uint8)
    assert LabelImage(raster(pixels, nodata=7), (), Quiet()).nodata == 7
    assert LabelImage(raster(pixels), (), Quiet()).nodata is None
    assert LabelImage(raster(pixels, nodata=7, mask=pixels[0] > 0), (), Quiet()).nodata is None


def test_complex_numbers_are_refused(raster: Write) -> None:
    with pytest.raises(ScarpError, match=r"holds complex numbers \(CFloat32\)"):
        LabelImage(raster(np.ones((1, 5, 6), np.complex64)), (), Quiet())


def test_says_nothing_of_how_a_model_would_see_it(raster: Write, progress: Recorder) -> None:
    LabelImage(raster(np.full((4, 5, 6), 9, np.uint16), epsg=0), (), progress)
    assert progress.infos == []
    assert len(progress.warnings) == 1 and "no coordinate system" in progress.warnings[0]


def test_can_be_cancelled(raster: Write, progress: Recorder) -> None:
    image = LabelImage(raster(np.full((1, 5, 6), 9, np.uint8)), (), Quiet())
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        list(image.strips(progress))
