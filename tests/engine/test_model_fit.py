"""Tests of scarp.engine.model_fit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from scarp.engine.model_fit import GOOD, NONE, POOR, model_fit
from scarp.engine.scene import open_raster

pytest.importorskip("onnx")
from scarp.tests.model_files import contract

Raster = Callable[..., str]
PIXELS = np.full((3, 8, 8), 9, np.uint8)


@pytest.mark.parametrize(
    ("side_m", "fit", "why"),
    [
        (0.08, GOOD, "It was made for 0.5 to 5 m; the image has 0.08 m and is worked on at 0.5 m."),
        (1.0, GOOD, "It was made for 0.5 to 5 m; the image has 1 m."),
        (5.02, GOOD, "It was made for 0.5 to 5 m; the image has 5.02 m."),
        (10.0, POOR, "It was made for 0.5 to 5 m; the image has 10 m, which is coarser and may give poor results."),
    ],
)
def test_ground_resolution(side_m: float, fit: str, why: str, raster: Raster) -> None:
    path = raster(PIXELS, geotransform=(500000.0, side_m, 0.0, 4000000.0, 0.0, -side_m))
    found = model_fit(open_raster(path), contract(), path)
    assert (found.fit, found.why) == (fit, why)


def test_degrees_are_metres_on_the_ground(raster: Raster) -> None:
    path = raster(PIXELS, epsg=4326, geotransform=(140.0, 1e-4, 0.0, 60.0, 0.0, -1e-4))
    found = model_fit(open_raster(path), contract(), path)
    # 11.1 m from north to south and half of that from west to east.
    assert found.why.startswith("It was made for 0.5 to 5 m; the image has 7.87 m")
    assert found.fit == POOR


def test_one_resolution_and_no_coordinate_system(raster: Raster) -> None:
    path = raster(PIXELS, epsg=0, geotransform=None)
    found = model_fit(open_raster(path), contract(resolution_m=(2.0, 2.0)), path)
    assert (found.fit, found.why) == (
        GOOD, "It was made for 2 m; the image has no coordinate system, so its ground resolution is not known.",
    )  # fmt: skip


def test_bands(raster: Raster) -> None:
    path = raster(PIXELS[:1])
    source = open_raster(path)
    found = model_fit(source, contract(), path)
    assert (found.fit, found.why) == (
        NONE, f'The model expects 3 bands (red, green, blue); the layer "{path}" has 1. Choose another layer, or a '
        "model made for 1 band.",
    )  # fmt: skip
    assert model_fit(source, contract(1), path).fit == GOOD
    assert model_fit(source, contract(1), path, [2]).why == (
        f'The layer "{path}" has 1 bands, so there is no band 2. Choose from 1 to 1.'
    )


def test_a_palette_stands_for_three_bands(raster: Raster) -> None:
    path = raster(PIXELS[:1], palette=[(0, 0, 0), (255, 0, 0)])
    assert model_fit(open_raster(path), contract(), path).fit == GOOD
    assert model_fit(open_raster(path), contract(4), path).fit == NONE
