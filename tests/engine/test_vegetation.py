from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.errors import ScarpError
from scarp.engine.progress import Quiet
from scarp.engine.scene import open_raster
from scarp.engine.vegetation import BandSource, IndexRaster, brightness_bands, choose_index, find_band, model_bands
from scarp.engine.windows import Window

WHOLE = Window(0, 0, 4, 2)


def bands(count: int, dtype: type = np.uint8) -> np.ndarray:
    return np.arange(1, count + 1, dtype=dtype)[:, None, None] * np.ones((1, 2, 4), dtype)


@pytest.mark.parametrize(
    ("described", "found"),
    [
        (["blue", "green", "red", "nir"], {"red": (3, False), "green": (2, False), "nir": (4, False)}),
        (["B8 Near-infrared", "Red", "GREEN", "Blue"], {"red": (2, False), "green": (3, False), "nir": (1, False)}),
        (["", "", "", ""], {"red": (1, True), "green": (2, True), "blue": (3, True), "nir": (None, False)}),
        (["a", "b"], {"red": (None, True), "nir": (None, False)}),
    ],
)
def test_bands_by_name(raster, described, found):
    path = raster(bands(len(described), np.uint16), descriptions=described)
    image = BandSource(path, {})
    assert {name: find_band(open_raster(path), name, image) for name in found} == found


def test_bands_by_colour_and_as_set(raster):
    colours = [gdal.GCI_BlueBand, gdal.GCI_GreenBand, gdal.GCI_RedBand, gdal.GCI_AlphaBand]
    path = raster(bands(4), colours=colours)
    assert find_band(open_raster(path), "red", BandSource(path, {})) == (3, False)
    assert find_band(open_raster(path), "red", BandSource(path, {"red": 1})) == (1, False)
    # A band whose name says near infrared is not red because it is drawn in red.
    drawn = raster(bands(3), "cir.tif", colours=[gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand],
                   descriptions=["nir", "red", "green"])  # fmt: skip
    source = BandSource(drawn, {})
    assert [find_band(open_raster(drawn), name, source)[0] for name in ("nir", "red", "green")] == [1, 2, 3]
    with pytest.raises(ScarpError, match=r"has 3 bands, so there is no band 7 for red. Choose from 1 to 3"):
        find_band(open_raster(drawn), "red", BandSource(drawn, {"red": 7}))


def test_index_that_both_images_allow(raster):
    rgb = BandSource(raster(bands(3), "rgb.tif"), {})
    nir = BandSource(raster(bands(4), "nir.tif", descriptions=["red", "green", "blue", "nir"]), {})
    assert choose_index("auto", nir, nir) == "ndvi"
    assert choose_index("auto", rgb, nir) == "green" and choose_index("green", nir, nir) == "green"
    assert choose_index("ndvi", BandSource(rgb.path, {"nir": 1, "red": 2}), nir) == "ndvi"
    with pytest.raises(ScarpError, match=r"has no band that is known to be nir. Name it in the file, set it under"):
        choose_index("ndvi", rgb, nir)
    with pytest.raises(ScarpError, match=r"known to be green. Set its bands under Advanced, or set the index to none"):
        choose_index("auto", rgb, BandSource(raster(bands(1), "gray.tif"), {}))
    with pytest.raises(ScarpError, match='no vegetation index "evi"; choose one of: auto, ndvi, green'):
        choose_index("evi", rgb, rgb)


def test_index_and_nodata(raster, progress):
    pixels = np.zeros((3, 2, 4), np.uint8)
    pixels[0], pixels[1], pixels[2] = 50, 150, 9
    pixels[:, 0, 0] = 0  # nodata
    pixels[0, 0, 1] = 0  # a value where only one band has it
    image = IndexRaster(BandSource(raster(pixels, nodata=0), {}), "green", progress)
    index = image.read(WHOLE)
    assert np.isnan(index[0, 0]) and index[0, 1] == 1.0
    assert (index.ravel()[2:] == 0.5).all()
    assert image.read(WHOLE, (2, 1)).shape == (1, 2)
    assert image.bands == [2, 1] and progress.infos[0].endswith("vegetation index: green (2) and red (1).")
    assert not progress.warnings


def test_values_that_make_no_index(raster, progress):
    pixels = np.ones((4, 2, 4), np.float32)
    pixels[:, 0] = [[0.0, -0.5, np.nan, 3e38]] * 4
    pixels[1, 1, 0] = -0.2
    index = IndexRaster(BandSource(raster(pixels), {}), "green", progress).read(WHOLE)
    assert np.isnan(index[0]).all() and np.isnan(index[1, 0]) and (index[1, 1:] == 0).all()
    assert "does not say which of its 4 bands are which" in progress.warnings[0]


def test_damaged_file_is_named(raster, tmp_path):
    path = raster(np.random.default_rng(0).integers(0, 255, (3, 200, 200), np.uint8), "cut.tif")
    Path(path).write_bytes(Path(path).read_bytes()[:3000])
    with pytest.raises(ScarpError, match=r"The layer .*cut.tif cannot be read .*damaged"):
        IndexRaster(BandSource(path, {}), "green", Quiet()).read(Window(0, 0, 200, 200))


def test_bands_for_the_model_and_for_brightness(raster):
    path = raster(bands(4), descriptions=["nir", "red", "green", "blue"])
    assert model_bands(BandSource(path, {}), ("red", "green", "blue")) == []
    assert model_bands(BandSource(path, {"nir": 2}), ("red", "green", "blue")) == []
    assert model_bands(BandSource(path, {"red": 1}), ("red", "green", "blue")) == [1, 3, 4]
    with pytest.raises(ScarpError, match="The model needs the bands red, height"):
        model_bands(BandSource(path, {"red": 1}), ("red", "height"))
    assert brightness_bands(open_raster(path), BandSource(path, {})) == [3, 2]
    gray = raster(bands(1), "gray.tif")
    assert brightness_bands(open_raster(gray), BandSource(gray, {})) == [1]
