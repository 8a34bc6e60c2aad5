"""Tests of scarp.engine.scene_summary."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.extract import OVERLAPS
from scarp.engine.memory import needed_bytes
from scarp.engine.progress import Quiet
from scarp.engine.scene import SceneOptions, open_raster
from scarp.engine.scene_sample import SampledScene
from scarp.engine.scene_summary import SceneSummary, any_bands, summarise, work
from scarp.engine.windows import Grid

pytest.importorskip("onnx")
from scarp.tests.model_files import contract

Raster = Callable[..., str]


def noise(bands: int = 3, height: int = 40, width: int = 50, kind: Any = np.uint8) -> np.ndarray:
    return np.random.default_rng(1).integers(20, 250, (bands, height, width)).astype(kind)


def summary(path: str, **changes: Any) -> SceneSummary:
    model = contract(3, **changes)
    scene = SampledScene(path, model, SceneOptions(), Quiet())
    return summarise(scene, open_raster(path), model.bands)


def test_bands_and_what_they_are_taken_for(raster: Raster) -> None:
    colours = (gdal.GCI_Undefined, gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    pixels = noise(5, kind=np.uint16)
    pixels[4] = 255
    path = raster(pixels, descriptions=("nir", "", "", "", ""), colours=colours, nodata=0)
    found = summary(path)
    assert [(band.number, band.name, band.colour, band.taken_for) for band in found.bands] == [
        (1, "nir", "Undefined", ""), (2, "", "Red", "red"), (3, "", "Green", "green"), (4, "", "Blue", "blue"),
        (5, "", "Alpha", "alpha"),
    ]  # fmt: skip
    assert {(band.type, band.nodata) for band in found.bands} == {("UInt16", "0")}
    assert found.bands_read == [2, 3, 4]
    assert (found.width, found.height, found.has_crs, found.resolution_m) == (50, 40, True, pytest.approx(1.0))


def test_values_and_nodata(raster: Raster) -> None:
    pixels = noise(kind=np.float32)
    pixels[:, :10] = np.nan
    found = summary(raster(pixels, nodata=float("nan")))
    two, ninety_eight = np.percentile(pixels[:, 10:].reshape(3, -1), (2, 98), axis=1)
    assert found.values.low == found.values.percentile_2 == two.tolist()
    assert found.values.high == found.values.percentile_98 == ninety_eight.tolist()
    assert found.values.smallest == pixels[:, 10:].min(axis=(1, 2)).tolist()
    assert found.values.largest == pixels[:, 10:].max(axis=(1, 2)).tolist()
    assert (found.nodata.share, found.nodata.said_by, found.nodata.is_estimate) == (0.25, "declared", False)
    assert found.bands[0].nodata == "nan"
    json.dumps(asdict(found), allow_nan=False)


def test_who_says_what_is_nodata(raster: Raster) -> None:
    pixels = noise()
    assert summary(raster(pixels, "plain.tif")).nodata.said_by == "none"
    pixels[:, :, :10] = 0
    assert summary(raster(pixels, "collar.tif")).nodata.said_by == "collar"


def test_nothing_but_nodata(raster: Raster) -> None:
    found = summary(raster(np.zeros((3, 9, 9), np.uint16), nodata=0))
    assert (found.values.smallest, found.values.largest, found.nodata.share) == ([], [], 1.0)
    assert (found.values.low, found.values.high) == ([0.0] * 3, [255.0] * 3)


def test_working_resolution(raster: Raster) -> None:
    found = summary(raster(noise(), geotransform=(500000.0, 0.1, 0.0, 4000000.0, 0.0, -0.1)))
    assert (found.resolution_m, found.working_resolution_m) == (pytest.approx(0.1), 0.5)
    assert found.working_size == (10, 8)


def test_a_palette(raster: Raster) -> None:
    path = raster(noise(1) % 2, palette=[(0, 0, 0), (255, 40, 9)])
    found = summary(path)
    assert [(band.taken_for, band.colour) for band in found.bands] == [("red, green, blue", "Palette")]


def test_an_image_that_no_model_reads(raster: Raster) -> None:
    path = raster(noise(2, kind=np.uint16), geotransform=(500000.0, 20.0, 0.0, 4000000.0, 0.0, -20.0))
    source = open_raster(path)
    readable = any_bands(contract(), source)
    assert readable.bands == ("band 1", "band 2")
    scene = SampledScene(path, readable, SceneOptions(), Quiet())
    found = summarise(scene, source, ["", ""])
    assert (found.bands_read, found.working_resolution_m) == ([1, 2], pytest.approx(20.0))
    assert [band.taken_for for band in found.bands] == ["", ""]


def test_of_many_bands_some_are_looked_at(raster: Raster) -> None:
    colours = (gdal.GCI_AlphaBand, *(gdal.GCI_Undefined,) * 11)
    source = open_raster(raster(noise(12), colours=colours))
    assert any_bands(contract(), source).bands == tuple(f"band {number}" for number in range(2, 10))


@pytest.mark.parametrize("kind", ["semantic", "instance"])
def test_work(kind: str, raster: Raster) -> None:
    pixels = noise(3, 300, 200)
    pixels[:, 150:] = 0
    model = contract(kind=kind, tile_size=100, multiple=32, score=0.5)
    scene = SampledScene(raster(pixels, nodata=0), model, SceneOptions(), Quiet())
    found = work(scene, model, 1000)
    grid = Grid.over(200, 300, 100, OVERLAPS[kind])
    assert (found.tile, found.padded, found.windows) == ((100, 100), (128, 128), len(grid))
    assert 0 < found.valid_windows < found.windows
    assert found.memory_bytes == needed_bytes(model, 1000, (128, 128), 1, 200)
    assert work(scene, model, 1000, 64).padded == (64, 64)


def test_work_on_less_than_a_tile(raster: Raster) -> None:
    model = contract(tile_size=100, multiple=32)
    scene = SampledScene(raster(noise(3, 40, 50)), model, SceneOptions(), Quiet())
    found = work(scene, model, 1000)
    assert (found.tile, found.padded, found.windows, found.valid_windows) == ((50, 40), (64, 64), 1, 1)
