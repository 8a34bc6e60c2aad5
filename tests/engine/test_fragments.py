"""Tests of scarp.engine.fragments."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scarp.engine import fragments as module
from scarp.engine.detections import SIDE, Instances
from scarp.engine.errors import ScarpError
from scarp.engine.fragments import RECORD, Fragments
from scarp.engine.windows import Grid, Window


def some(count: int, seed: int = 0) -> Instances:
    rng = np.random.default_rng(seed)
    return Instances(
        rng.uniform(-5, 70, (count, 4)).astype(np.float32),
        rng.random(count).astype(np.float32),
        rng.integers(0, 256, (count, SIDE, SIDE)).astype(np.uint8),
    )


def test_they_come_back_by_rows_and_tiles() -> None:
    grid = Grid.over(200, 150, 64, 0.25)
    rows = [list(grid.row(index)) for index in range(len(grid.rows.starts()))]
    put = {(0, 0): 3, (0, 2): 1, (1, 1): 0, (2, 3): 5}
    with Fragments() as fragments:
        fragments.begin(grid)
        for index, windows in enumerate(rows):
            for place, window in enumerate(windows):
                if (index, place) in put:
                    fragments.add(window, some(put[index, place], 10 * index + place))
            fragments.end_row()
        assert len(fragments) == 9
        for _ in range(2):  # as often as they are asked for, in any order
            assert fragments.row(1) == []
            (one,) = fragments.row(2)
            first, second = fragments.row(0)
        assert [each[0] for each in (first, second, one)] == [0, 3, 4]
        assert [each[1] for each in (first, second, one)] == [rows[0][0], rows[0][2], rows[2][3]]
        for (_, _, found), expected in zip((first, second, one), (some(3, 0), some(1, 2), some(5, 23))):
            assert (found.boxes == expected.boxes).all()
            assert (found.scores == expected.scores).all()
            assert (found.masks == expected.masks).all()


def test_each_takes_less_than_a_kilobyte_and_none_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Fragments() as fragments:
        fragments.begin(Grid.over(64, 64, 64, 0.0))
        fragments.add(Window(0, 0, 64, 64), some(100))
        fragments.end_row()
        assert fragments._file.seek(0, 2) == 100 * RECORD.itemsize
    assert RECORD.itemsize == 808
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("count", [1, 200])  # what waits in memory, and what does not
def test_a_full_disk_is_a_sentence(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("there is no /dev/full")
    monkeypatch.setattr(module.tempfile, "TemporaryFile", lambda **_: full.open("w+b"))
    with pytest.raises(ScarpError) as error, Fragments() as fragments:
        fragments.begin(Grid.over(64, 64, 64, 0.0))
        fragments.add(Window(0, 0, 64, 64), some(count))
        fragments.end_row()
    assert str(error.value) == (
        f'The instances cannot be put aside in the temporary folder "{tempfile.gettempdir()}": No space left on '
        "device. Make room there, or raise the smallest score."
    )


def test_a_temporary_folder_that_takes_no_file(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(ScarpError, match=r"The instances cannot be put aside .*none\": No such file or directory"):
        Fragments()
