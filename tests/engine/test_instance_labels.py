"""Tests of scarp.engine.instance_labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal
from scarp.engine.errors import Cancelled
from scarp.engine.fragments import Fragments
from scarp.engine.instance_labels import Labels, write_labels
from scarp.engine.mean_probability import mean_percent
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet
from scarp.engine.windows import Axis, Grid
from scarp.tests.engine.oracle import instances
from scarp.tests.engine.test_polygons import write_raster

QUIET = Quiet()
GRID = Grid(Axis(150, 64, 16), Axis(200, 64, 16))
Seen = list[tuple[NDArray[np.bool_], float]]


def block(rows: tuple[int, int], columns: tuple[int, int]) -> NDArray[np.bool_]:
    mask = np.zeros((150, 200), bool)
    mask[slice(*rows), slice(*columns)] = True
    return mask


def put(fragments: Fragments, seen: Seen) -> NDArray[np.uint8]:
    """What each tile sees of masks, put aside; and the highest per cent of all of it."""
    percent = np.zeros((150, 200), np.uint8)
    fragments.begin(GRID)
    for index in range(len(GRID.rows.starts())):
        for window in GRID.row(index):
            found = instances([(m[window.slices()], score) for m, score in seen if m[window.slices()].any()])
            fragments.add(window, found)
            part = percent[window.slices()]
            np.maximum(part, found.percent(window.height, window.width), out=part)
        fragments.end_row()
    return percent


def labels_of(
    tmp_path: Path, seen: Seen, lowest: int = 50, valid: Any = True, progress: Any = QUIET
) -> tuple[NDArray[np.int32], Labels, NDArray[np.uint8]]:
    with Fragments() as fragments:
        percent = np.where(valid, put(fragments, seen), np.uint8(255))
        raster = ProbabilityRaster(write_raster(tmp_path / "p.tif", percent))
        labels = write_labels(str(tmp_path / "labels.tif"), fragments, raster, lowest, progress)
        return labels.raster.ReadAsArray(), labels, percent


@pytest.mark.parametrize("first", [0, 1])
def test_each_pixel_belongs_to_the_most_probable(tmp_path: Path, first: int) -> None:
    seen = [(block((20, 80), (30, 110)), 0.8), (block((60, 140), (90, 190)), 0.9)]
    labels, found, percent = labels_of(tmp_path, seen if first == 0 else seen[::-1])
    (one,), (other,) = (np.unique(labels[core]) for core in (block((24, 56), (34, 86)), block((84, 136), (94, 186))))
    assert found.scores[[0, one, other]].tolist() == pytest.approx([0.0, 0.8, 0.9])
    assert (labels[block((62, 78), (92, 108))] == other).all()  # both claim it
    assert ((labels > 0) == (percent >= 50)).all()
    assert labels.dtype == np.int32


@pytest.mark.parametrize("lowest", [0, 1, 30, 50, 79, 80, 81, 91])
def test_all_together_are_the_raster(tmp_path: Path, lowest: int) -> None:
    rows, columns = np.mgrid[0:150, 0:200]
    ring = np.abs(np.hypot(rows - 70, columns - 100) - 45) < 9
    labels, _, percent = labels_of(tmp_path, [(ring, 0.8), (block((60, 90), (40, 170)), 0.9)], lowest)
    assert ((labels > 0) == (percent >= max(lowest, 1))).all()
    assert (labels > 0).any() == (lowest < 91)


def test_nodata_belongs_to_none(tmp_path: Path) -> None:
    valid = ~block((40, 60), (0, 200))
    labels, _, percent = labels_of(tmp_path, [(block((20, 80), (30, 110)), 0.8)], valid=valid)
    assert (labels[~valid] == 0).all()
    assert ((labels > 0) == ((percent >= 50) & valid)).all()


@pytest.mark.parametrize("lowest", [1, 20, 44, 50, 70, 100])
def test_with_the_mean_of_another_model(tmp_path: Path, lowest: int) -> None:
    other = np.zeros((150, 200), np.uint8)
    other[block((20, 60), (30, 150))] = 80  # two instances that touch, and beyond
    other[block((100, 120), (20, 60))] = 100  # no instance
    with Fragments() as fragments:
        own = put(fragments, [(block((20, 60), (30, 80)), 0.8), (block((20, 60), (80, 130)), 0.8),
                              (block((100, 120), (140, 180)), 0.8)])  # fmt: skip
        percent = mean_percent(own, other)
        raster = ProbabilityRaster(write_raster(tmp_path / "p.tif", percent))
        found = write_labels(str(tmp_path / "labels.tif"), fragments, raster, lowest, QUIET)
        labels = found.raster.ReadAsArray()
    assert ((labels > 0) == (percent >= lowest)).all()
    known = sorted({int(number) for number in np.unique(labels)} - {0})
    if lowest == 44:
        west, east, alone = (set(np.unique(labels[box]).tolist()) for box in (
            block((24, 56), (34, 76)), block((24, 56), (84, 126)), block((100, 120), (20, 60)),
        ))  # fmt: skip
        assert len(west | east | alone) == 3 and known == sorted(west | east | alone)
        assert found.scores[[*west, *east]].tolist() == pytest.approx([0.8, 0.8])
        assert np.isnan(found.scores[list(alone)]).all()
    if lowest == 20:  # what is beyond the eastern one joins it, and one that only the instances see comes to them
        assert len(known) == 4 and (labels[block((24, 56), (132, 150))] == labels[40, 100]).all()


def test_the_file_has_no_georeference_and_the_numbers_of_many(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    squares = [(block((r, r + 4), (c, c + 4)), float(rng.uniform(0.6, 1)))
               for r in range(0, 145, 5) for c in range(0, 195, 5)]  # fmt: skip
    labels, found, _ = labels_of(tmp_path, squares)
    assert len(squares) == 29 * 39 == len(found.scores) - 1
    assert sorted(np.unique(labels)) == list(range(29 * 39 + 1))
    assert (np.bincount(labels.ravel())[1:] == 16).all()
    assert gdal.Open(str(tmp_path / "labels.tif")).GetGeoTransform(can_return_null=True) is None
    for mask, score in squares[::100]:
        (number,) = np.unique(labels[mask])
        assert found.scores[number] == pytest.approx(score)


def test_cancelled(tmp_path: Path, progress: Any) -> None:
    progress.cancel_at = 60.0
    with pytest.raises(Cancelled):
        labels_of(tmp_path, [(block((20, 80), (30, 110)), 0.8)], progress=progress)
    assert 60 <= max(progress.values) < 100


def test_it_is_asked_at_each_tile_whether_to_stop(tmp_path: Path, progress: Any) -> None:
    labels_of(tmp_path, [(block((20, 80), (30, 110)), 0.8)], progress=progress)
    tiles = 2 * 3  # that see it: rows from 0 and 48, columns from 0, 48 and 96
    assert progress.asked == 2 * tiles + len(GRID.rows.starts())


def test_a_file_that_cannot_be_made(tmp_path: Path) -> None:
    with Fragments() as fragments:
        raster = ProbabilityRaster(write_raster(tmp_path / "p.tif", put(fragments, [])))
        with pytest.raises(OSError, match="none"):
            write_labels(str(tmp_path / "none" / "labels.tif"), fragments, raster, 50, QUIET)
