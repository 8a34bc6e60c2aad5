from __future__ import annotations

import numpy as np
import pytest
from scarp.engine.components import PixelAreas
from scarp.engine.errors import ScarpError
from scarp.engine.landslides import landslides
from scarp.engine.measurements import Measurer
from scarp.engine.probability_areas import MeasuredProbability
from scarp.engine.progress import Quiet
from scarp.tests.conftest import wkt

DEGREES = (141.0, 0.001, 0.0, 43.0, 0.0, -0.001)
"""Geotransform: pixels of about 81 m by 111 m, which differ by a thousandth from one to the next 100 rows below."""


def percents(height: int, width: int) -> np.ndarray:
    """Low values in the north, high ones in the south, so that it matters which area a row's pixels have."""
    rng = np.random.default_rng(3)
    pixels = np.clip(np.linspace(0, 90, height)[:, None] + rng.integers(0, 11, (height, width)), 0, 100)
    pixels[rng.random((height, width)) < 0.1] = 255
    return pixels.astype(np.uint8)


def gone_through(raster: MeasuredProbability) -> np.ndarray:
    for _ in raster.strips(Quiet()):
        pass
    return raster.areas_m2


def test_metres_are_those_of_the_crs_without_one(raster):
    pixels = percents(40, 30)
    path = raster(pixels[None], epsg=0, geotransform=(0.0, 2.0, 0.0, 0.0, 0.0, -3.0), nodata=255)
    measured, counted = MeasuredProbability(path), np.bincount(pixels.ravel(), minlength=256)[:101]
    assert gone_through(measured) == pytest.approx(6.0 * counted)
    assert measured.pixels.tolist() == counted.tolist()


@pytest.mark.parametrize(
    "geotransform", [DEGREES, (141.0, 0.001, 0.0004, 43.0, 0.0004, -0.001)], ids=["north", "turned"]
)
def test_a_pixel_in_degrees_counts_with_the_area_of_its_row(raster, geotransform):
    pixels = percents(700, 1500)
    path = raster(pixels[None], epsg=4326, geotransform=geotransform, nodata=255)
    measured = MeasuredProbability(path)
    found = gone_through(measured)
    every = PixelAreas(measured, Measurer(measured.crs_wkt), 0, 700)
    rows, columns = np.indices(pixels.shape)
    areas_m2 = every.at(rows.ravel() + 0.5, columns.ravel() + 0.5)
    exact = np.bincount(pixels.ravel(), areas_m2, 256)[:101]
    assert measured.pixels.tolist() == np.bincount(pixels.ravel(), minlength=256)[:101].tolist()
    assert found == pytest.approx(exact, rel=2e-4 if geotransform[2] else 1e-7)
    assert abs(found.sum() / exact.sum() - 1) < 1e-5
    mean = areas_m2.mean() * np.bincount(pixels.ravel(), minlength=256)[:101]
    assert abs(mean[90:].sum() / exact[90:].sum() - 1) > 1e-3


@pytest.mark.parametrize(
    ("epsg", "geotransform"), [(32654, (200000.0, 10.0, 0.0, 4800000.0, 0.0, -10.0)), (4326, DEGREES)]
)
def test_areas_are_those_of_the_polygons(raster, epsg, geotransform):
    pixels = np.zeros((600, 1300), np.uint8)
    pixels[500:590, 20:40], pixels[3:8, 1200:1299] = 60, 80
    path = raster(pixels[None], epsg=epsg, geotransform=geotransform, nodata=255)
    found = gone_through(MeasuredProbability(path))
    for percent in (60, 80):
        polygons = sum(each.attributes["area_m2"] for each in landslides(path, percent / 100))
        assert found[percent:].sum() == pytest.approx(polygons, rel=1e-4)


def test_the_crs_of_the_layer_goes_before_that_of_the_file(raster):
    path = raster(np.full((1, 10, 10), 50, np.uint8), epsg=4326, geotransform=DEGREES)
    assert gone_through(MeasuredProbability(path, wkt(32654))).sum() == pytest.approx(100e-6, rel=0.01)


def test_each_time_it_begins_anew(raster):
    measured = MeasuredProbability(raster(np.full((1, 10, 10), 50, np.uint8)))
    first = gone_through(measured)[50]
    assert gone_through(measured)[50] == first == pytest.approx(100, rel=1e-2)


def test_where_the_crs_is_not_defined_there_is_no_area(raster):
    path = raster(np.full((1, 10, 10), 50, np.uint8), epsg=32654, geotransform=(9e7, 1.0, 0.0, 9e9, 0.0, -1.0))
    assert np.isnan(gone_through(MeasuredProbability(path))).all()


def test_other_rasters_are_refused(raster):
    with pytest.raises(ScarpError, match="is no probability raster: it has 3 band"):
        MeasuredProbability(raster(np.zeros((3, 4, 4), np.uint8)))
