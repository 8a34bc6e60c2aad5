from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QModelIndex, Qt
from scarp.ui.review_rows import AREA, ID, LENGTH, MEAN, STATUS, Rows
from scarp.ui.review_table import ReviewModel, Show

COLUMNS = [ID, AREA, MEAN, LENGTH, STATUS]
ROLE, UP, DOWN = Qt.ItemDataRole, Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def rows(areas, statuses=None, means=None):
    count = len(areas)
    numbers = {
        ID: np.arange(1.0, count + 1), AREA: np.array(areas, float), LENGTH: np.full(count, 1234.5),
        MEAN: np.array(means if means is not None else [0.5] * count, float),
    }  # fmt: skip
    return Rows(np.arange(10, 10 + count), numbers, list(statuses or [""] * count))


@pytest.fixture
def model(qgis_app):
    made = ReviewModel()
    made.set_rows(rows([900, 40_000, 100], ["", "rejected", "river"], [0.9, np.nan, 0.25]), COLUMNS)
    return made


def column(model, number, role=ROLE.DisplayRole):
    return [model.data(model.index(row, number), role) for row in range(model.rowCount())]


def test_shows_numbers_for_people(model):
    assert column(model, 0) == ["2", "1", "3"]
    assert column(model, 1) == ["4.00 ha", "900 m²", "100 m²"]
    assert column(model, 2) == ["", "0.90", "0.25"]
    assert column(model, 3) == ["1,234 m"] * 3 or column(model, 3) == ["1,235 m"] * 3
    assert column(model, 4) == ["rejected", "not reviewed", "river"]
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    assert titles == ["Id", "Area", "Mean", "Length", "Status"]
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_rejected_ones_are_crossed_out(model):
    assert [font is not None and font.strikeOut() for font in column(model, 1, ROLE.FontRole)] == [True, False, False]
    assert [icon is not None and not icon.isNull() for icon in column(model, 0, ROLE.DecorationRole)] == [
        True, False, False,
    ]  # fmt: skip


def test_numbers_are_right_aligned_and_words_are_not(model):
    right = column(model, 1, ROLE.TextAlignmentRole)[0]
    assert right & 0x2
    assert column(model, 4, ROLE.TextAlignmentRole)[0] is None


@pytest.mark.parametrize(
    ("number", "order", "ids"),
    [(0, UP, ["1", "2", "3"]), (1, UP, ["3", "1", "2"]), (1, DOWN, ["2", "1", "3"]), (2, UP, ["3", "1", "2"]),
     (2, DOWN, ["1", "3", "2"]), (4, UP, ["1", "2", "3"]), (4, DOWN, ["3", "2", "1"])],
)  # fmt: skip
def test_sorts(model, number, order, ids):
    model.sort(0, DOWN)
    model.sort(number, order)
    assert column(model, 0) == ids
    assert model.sorted_by == (number, order)


@pytest.mark.parametrize(
    ("show", "ids"),
    [(Show.ALL, ["2", "1", "3"]), (Show.NOT_REVIEWED, ["1"]), (Show.ACCEPTED, []), (Show.REJECTED, ["2"]),
     (Show.OTHER, ["3"])],
)  # fmt: skip
def test_filters(model, show, ids):
    model.show_only(show)
    assert column(model, 0) == ids
    assert (model.reviewed, len(model.rows)) == (2, 3)


def test_a_status_that_changes_moves_no_row(model):
    model.sort(4, UP)
    resets, changes = [], []
    model.modelReset.connect(lambda: resets.append(True))
    model.dataChanged.connect(lambda *_: changes.append(True))
    model.set_statuses({10: "accepted", 99: "accepted"})
    assert column(model, 0) == ["1", "2", "3"]
    assert (len(resets), len(changes)) == (0, 1)
    assert (model.status(10), model.status(99)) == ("accepted", "")
    model.show_only(Show.ACCEPTED)
    model.set_statuses({10: ""})
    assert column(model, 0) == []
    assert model.with_status("rejected") == [11]
    assert model.classes == ["river"]


def test_rows_and_ids(model):
    assert [model.fid(row) for row in (-1, 0, 1, 2, 3)] == [None, 11, 10, 12, None]
    assert model.fids(1, 2) == [10, 12]
    assert model.rows_of([12, 10, 99]).tolist() == [1, 2]


def test_columns_that_go_are_no_longer_sorted_by(model):
    model.sort(2, UP)
    model.set_rows(rows([5, 7]), [ID, AREA, LENGTH, STATUS])
    assert model.sorted_by == (1, DOWN)
    assert column(model, 0) == ["2", "1"]


def test_thirty_thousand_landslides_are_sorted_and_filtered(qgis_app):
    areas = np.random.default_rng(5).permutation(30_000) + 1.0
    model = ReviewModel()
    model.set_rows(rows(areas, ["accepted", "", "rejected"] * 10_000), COLUMNS)
    model.show_only(Show.NOT_REVIEWED)
    shown = [model.rows.numbers[AREA][model.fid(row) - 10] for row in range(model.rowCount())]
    assert shown == sorted(areas[1::3], reverse=True)
    smallest = int(np.argmin(areas[1::3])) * 3 + 2
    assert model.data(model.index(9_999, 0)) == str(smallest)
