"""Tests of scarp.engine.detected_rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from scarp.engine.detected_rows import DetectedRows
from scarp.engine.fragments import Fragments
from scarp.engine.progress import Quiet
from scarp.engine.tile_reader import Tiles
from scarp.engine.windows import Grid
from scarp.tests.engine.oracle import Oracle, coded


def test_rows_are_the_highest_of_all_tiles_and_all_instances_are_kept(progress: Any) -> None:
    numbers = np.zeros((150, 200), np.int64)
    numbers[30:90, 20:150], numbers[100:149, 60:190] = 1, 2
    image, grid, oracle = coded(numbers) / np.float32(255), Grid.over(200, 150, 64, 0.25), Oracle(64, 0.05, score=0)
    expected, covered = np.zeros((150, 200), np.uint8), np.zeros((150, 200), bool)
    found, count = [], 0
    with Fragments() as fragments:
        rows = DetectedRows(oracle, grid, 0.55, fragments, progress)  # type: ignore[arg-type]
        for index in range(len(grid.rows.starts())):
            for window in grid.row(index):
                if window.column > 140:
                    continue  # not asked for
                pixels, valid = image[(slice(None), *window.slices())], np.ones((64, 64), bool)
                valid[:3] = False
                rows.add(index, Tiles([window], pixels[None], [valid]), Quiet())
                of_tile = oracle.detect(pixels, Quiet())
                of_tile = of_tile.chosen(of_tile.scores >= 0.55)
                count += len(of_tile)
                expected[window.slices()] = np.maximum(expected[window.slices()], of_tile.percent(64, 64))
                covered[window.slices()] |= valid
            found += rows.finished(index)
        assert len(fragments) == count > 3
    percent = np.concatenate(found)
    assert ((percent == 255) == ~covered).all()
    assert (percent[covered] == expected[covered]).all()
    assert progress.infos == ["Instances of a score of 0.55 or more are taken."]


def test_the_score_is_the_model_s_own_unless_asked(progress: Any) -> None:
    grid = Grid.over(64, 64, 64, 0.0)
    for asked in (None, 0.0, 1.0):
        DetectedRows(Oracle(64), grid, asked, None, progress)  # type: ignore[arg-type]
    assert [info.split()[5] for info in progress.infos] == ["0.50", "0.00", "1.00"]
