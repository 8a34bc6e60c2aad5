"""Tests of scarp.engine.error_map; what evaluations write is tested in test_evaluation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from scarp.engine.error_map import ErrorMapWriter, ErrorPicture, SelectedCodes, error_codes, error_polygons
from scarp.engine.errors import Cancelled
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.progress import Quiet
from scarp.tests.conftest import METRE, UTM, Recorder, wkt

Write = Callable[..., str]


def test_codes() -> None:
    extracted = np.array([1, 0, 1, 0, 255, 1, 0, 255], np.uint8)
    reference = np.array([1, 1, 0, 0, 1, 255, 255, 255], np.uint8)
    assert error_codes(extracted, reference).tolist() == [1, 2, 3, 0, 255, 255, 255, 255]


def test_the_raster_s_colours(tmp_path: Path) -> None:
    path = tmp_path / "e.tif"
    with ErrorMapWriter(path, 5, 1, METRE, wkt(UTM)) as writer:
        writer.write(np.array([[0, 1, 2, 3, 255]], np.uint8))
        writer.finish(Quiet())
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    assert (band.DataType, band.GetNoDataValue(), band.GetDescription()) == (gdal.GDT_Byte, 255, "error map")
    table = band.GetColorTable()
    assert [table.GetColorEntry(code)[:3] for code in (1, 2, 3)] == [(0, 158, 61), (227, 26, 28), (31, 90, 220)]
    assert band.ReadAsArray().tolist() == [[0, 1, 2, 3, 255]]


def test_selected_codes(raster: Write) -> None:
    path = Path(raster(np.array([[[0, 1, 2, 3, 255]]], np.uint8), "a & b.tif", nodata=255))
    assert SelectedCodes(path, (1, 3), True).band.ReadAsArray().tolist() == [[0, 1, 0, 1, 0]]
    assert SelectedCodes(path, (1, 2, 3), False).band.ReadAsArray().tolist() == [[0, 1, 2, 3, 0]]


def test_polygons_follow_the_pixels(raster: Write, progress: Recorder) -> None:
    codes = np.zeros((1, 6, 8), np.uint8)
    codes[0, 1:5, 1:5], codes[0, 2:4, 2:4], codes[0, 0, 7], codes[0, 5, 6:] = 1, 3, 2, 255
    path = Path(raster(codes, nodata=255))
    found = {str(one.attributes["kind"]): ogr.CreateGeometryFromWkb(one.wkb) for one in error_polygons(path, progress)}
    assert {kind: polygon.GetArea() for kind, polygon in found.items()} == {"correct": 12, "missed": 1, "false": 4}
    assert found["correct"].GetGeometryCount() == 2  # with a hole
    assert found["missed"].GetEnvelope() == (500007.0, 500008.0, 3999999.0, 4000000.0)
    assert progress.values[-1] == 100.0
    progress.cancel_after = progress.asked
    with pytest.raises(Cancelled):
        list(error_polygons(path, progress))


def test_the_picture() -> None:
    grid = EvaluationGrid(40, 20, METRE, wkt(UTM))
    codes = np.zeros((20, 40), np.uint8)
    codes[:10, :10], codes[10:, :10], codes[:10, 30:], codes[18:, 38:] = 1, 2, 3, 255
    picture = ErrorPicture(grid, 20)
    assert (picture.width, picture.height) == (20, 10)
    for row in range(0, 20, 3):
        picture.add(row, codes[row : row + 3])
    pixels = picture.pixels()
    assert pixels.shape == (3, 10, 20)
    assert pixels[:, 0, 0].argmax() == 1 and pixels[:, 9, 0].argmax() == 0 and pixels[:, 0, 19].argmax() == 2
    assert pixels[:, 5, 10].tolist() == [225] * 3 and pixels[:, 9, 19].tolist() == [113] * 3
    small = ErrorPicture(grid, 4)
    one = np.zeros((20, 40), np.uint8)
    one[7, 7] = 2
    small.add(0, one)
    assert small.pixels()[0, 0, 0] > small.pixels()[2, 0, 0] + 5  # one of a hundred pixels still shows


def test_the_picture_over_an_image(raster: Write) -> None:
    grid = EvaluationGrid(40, 20, METRE, wkt(UTM))
    picture = ErrorPicture(grid, 20)
    picture.add(0, np.zeros((20, 40), np.uint8))
    image = np.zeros((4, 20, 40), np.uint8)
    image[0], image[1], image[2], image[3] = 10, 20, 30, 99
    shown = picture.pixels(raster(image, colours=(gdal.GCI_BlueBand, gdal.GCI_GreenBand, gdal.GCI_RedBand)))
    assert shown[:, 5, 5].tolist() == [30, 20, 10]
    half = raster(image[:, :, :20], "half.tif")
    assert picture.pixels(half)[:, 5, [5, 15]].T.tolist() == [[10, 20, 30], [225, 225, 225]]
    stretched = picture.pixels(raster(np.linspace(0, 4000, 800).reshape(1, 20, 40).astype(np.float32), "f.tif"))
    assert stretched[:, 0, 0].tolist() == [0, 0, 0] and stretched[:, 9, 19].tolist() == [255] * 3
    palette = [(0, 0, 0, 255), (200, 100, 50, 255)]
    coloured = raster(np.ones((1, 20, 40), np.uint8), "p.tif", palette=palette)
    assert picture.pixels(coloured)[:, 5, 5].tolist() == [200, 100, 50]
    assert picture.pixels("nowhere.tif")[:, 5, 5].tolist() == [225] * 3
