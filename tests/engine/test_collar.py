"""Tests of scarp.engine.collar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal
from scarp.engine.collar import Collar, find_collar
from scarp.engine.errors import Cancelled
from scarp.engine.windows import Window


def found(pixels: NDArray[Any], raster: Callable[..., str], progress: Any) -> tuple[gdal.Dataset, Collar]:
    dataset = gdal.Open(raster(pixels))
    bands = list(range(1, len(pixels) + 1))
    return dataset, find_collar(dataset, bands, pixels.dtype == np.uint8, progress)


def covered(dataset: gdal.Dataset, collar: Collar) -> NDArray[np.bool_]:
    whole = Window(0, 0, dataset.RasterXSize, dataset.RasterYSize)
    return collar.covers(dataset.ReadAsArray().reshape(dataset.RasterCount, whole.height, whole.width), whole, (1, 1))


def ground(height: int = 100, width: int = 120, bands: int = 3) -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(60, 200, (bands, height, width)).astype(np.uint8)


@pytest.mark.parametrize("size", [(100, 120), (1100, 700)])
def test_exactly_the_black_at_the_edge(size: tuple[int, int], raster: Callable[..., str], progress: Any) -> None:
    pixels = ground(*size)
    columns, rows = np.arange(size[1]), np.arange(size[0])[:, None]
    outside = columns + rows * 0.5 < size[1] / 3
    pixels[:, outside] = 0
    pixels[:, 60:70, 80:90] = 0  # a black roof
    dataset, collar = found(pixels, raster, progress)
    assert (covered(dataset, collar) == outside).all()
    assert progress.warnings == [
        f"The layer declares no nodata; its black collar ({outside.mean():.0%} of it) is taken as nodata. "
        "Set a nodata value in the file if that is wrong."
    ]


def test_what_compression_makes_of_black_counts_too(raster: Callable[..., str], progress: Any) -> None:
    pixels = ground()
    pixels[:, :, :20] = 0
    pixels[:, ::9, 5] = 12
    dataset, collar = found(pixels, raster, progress)
    assert covered(dataset, collar).sum() == 20 * 100


def test_dark_ground_that_is_never_truly_black_does_not(raster: Callable[..., str], progress: Any) -> None:
    pixels = ground()
    pixels[:, :, :20] = 9
    assert found(pixels, raster, progress)[1].is_empty
    pixels[:, 30:50, :20] = 0  # nor where a fifth of it is
    assert found(pixels, raster, progress)[1].is_empty
    assert progress.warnings == []


@pytest.mark.parametrize("side", [3, 8])
def test_a_little_black_at_the_edge_does_not(side: int, raster: Callable[..., str], progress: Any) -> None:
    pixels = ground(120, 120)
    pixels[:, :side, :side] = 0
    assert found(pixels, raster, progress)[1].is_empty


def test_black_within_the_image_does_not(raster: Callable[..., str], progress: Any) -> None:
    pixels = ground()
    pixels[:, 20:80, 20:80] = 0
    assert found(pixels, raster, progress)[1].is_empty


def test_one_black_band_is_not_enough(raster: Callable[..., str], progress: Any) -> None:
    pixels = ground()
    pixels[0, :, :20] = 0
    assert found(pixels, raster, progress)[1].is_empty


def test_of_other_types_only_zero_counts(raster: Callable[..., str], progress: Any) -> None:
    pixels = ground(bands=1).astype(np.int16)
    pixels[:, :, :20] = 0
    pixels[:, 10, 5:25] = -3
    dataset, collar = found(pixels, raster, progress)
    expected = pixels[0] == 0
    assert (covered(dataset, collar) == expected).all()


def test_at_another_resolution(raster: Callable[..., str], progress: Any) -> None:
    pixels = ground()
    pixels[:, :, :20] = 0
    _, collar = found(pixels, raster, progress)
    half = pixels[:, ::2, ::2]
    assert (collar.covers(half, Window(0, 0, 60, 50), (0.5, 0.5)) == (half == 0).all(axis=0)).all()
    part = Window(5, 10, 20, 30)
    inside = half[(slice(None), *part.slices())]
    assert (collar.covers(inside, part, (0.5, 0.5)) == (inside == 0).all(axis=0)).all()


def test_a_clean_edge_spares_the_reading(raster: Callable[..., str], progress: Any) -> None:
    dataset = gdal.Open(raster(ground()))
    asked: list[tuple[int, ...]] = []

    class Counting:
        RasterXSize, RasterYSize = dataset.RasterXSize, dataset.RasterYSize

        def ReadAsArray(self, *window: int, **options: Any) -> NDArray[Any]:
            asked.append(window)
            return dataset.ReadAsArray(*window, **options)  # type: ignore[no-any-return]

    assert find_collar(Counting(), [1, 2, 3], True, progress).is_empty
    assert asked == [(0, 0, 120, 1), (0, 99, 120, 1), (0, 0, 1, 100), (119, 0, 1, 100)]


def test_cancelled_while_reading(gdal_exceptions: bool, raster: Callable[..., str], progress: Any) -> None:
    dataset = gdal.Open(raster(np.zeros((3, 64, 64), np.uint8)))
    progress.cancel_after = 1
    with pytest.raises(Cancelled):
        find_collar(dataset, [1, 2, 3], True, progress)


def test_none_covers_nothing() -> None:
    assert Collar.none().is_empty
