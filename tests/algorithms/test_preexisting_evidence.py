from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scarp.algorithms.model_choice import choose_model
from scarp.algorithms.preexisting_evidence import Images, Polygons, gather
from scarp.engine.errors import Cancelled
from scarp.engine.polygon_pixels import box_wkb
from scarp.engine.preexisting import Evidence, Rules
from scarp.engine.progress import Quiet
from scarp.engine.vegetation import BandSource
from scarp.tests.conftest import wkt


def images(**given) -> Images:
    nothing = {"before": None, "after": None, "probability": None, "model": None, "index": "none", "dem": None,
               "align": False, "device": "cpu", "threads": 1}  # fmt: skip
    return Images(**{**nothing, **given})


def boxes(*columns: int) -> Polygons:
    corners = np.array([[0, -20], [10, -20], [10, -30], [0, -30]]) + np.array([500000, 4000000])
    wkb = [box_wkb(corners + np.array([column, 0])) for column in columns]
    return Polygons(wkb, wkt(32654), [None] * len(columns))


def test_model_works_on_what_is_near_the_landslides(raster, model_file, progress, tmp_path):
    pixels = np.full((3, 64, 1280), 26, np.uint8)
    pixels[0, 20:30, 1000:1010] = 204
    path = raster(pixels, "pre.tif", nodata=0)
    choice = choose_model("auto", str(model_file("first_band", tile_size=64)), path, progress)
    given = images(before=BandSource(path, {}), model=choice)
    (found,) = gather(given, boxes(1000), Rules(), tmp_path, progress)
    assert found == Evidence(pre_probability=pytest.approx(0.8), pre_share=1.0)
    from osgeo import gdal

    worked_on = gdal.Open(str(tmp_path / "before.tif")).ReadAsArray() != 255
    assert worked_on.sum() == 50 * 50 and worked_on[:50, 980:1030].all()


def test_a_model_of_instances_gives_its_probability(raster, progress, tmp_path):
    from scarp.tests import model_files

    pixels = np.full((3, 64, 1280), 26, np.uint8)
    pixels[0, 20:30, 1000:1010] = 204
    path, model = raster(pixels, "pre.tif", nodata=0), model_files.build_instances(84)
    choice = choose_model("auto", str(model_files.write(tmp_path / "boxes.onnx", model)), path, progress)
    (found,) = gather(images(before=BandSource(path, {}), model=choice), boxes(1000), Rules(), tmp_path, progress)
    assert found == Evidence(pre_probability=pytest.approx(0.64), pre_share=1.0)


def test_nothing_is_looked_for_that_is_not_given(tmp_path):
    assert gather(images(), boxes(0, 5), Rules(), tmp_path, Quiet()) == [Evidence(), Evidence()]


def test_known_slopes_stay(raster, tmp_path):
    dem = raster(np.zeros((1, 64, 64), np.float32), "dem.tif")
    polygons = boxes(10, 20)
    polygons = Polygons(polygons.wkb, polygons.crs_wkt, [12.5, None])
    found = gather(images(dem=dem), polygons, Rules(), tmp_path, Quiet())
    assert [evidence.slope_mean_deg for evidence in found] == [12.5, 0.0]


def test_cancel(raster, progress, tmp_path):
    dem = raster(np.zeros((1, 64, 64), np.float32), "dem.tif")
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        gather(images(dem=dem), boxes(10), Rules(), Path(tmp_path), progress)
