"""The model of the review's table: over arrays, so that 30,000 landslides are sorted and filtered in a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
)
from qgis.PyQt.QtGui import QFont, QPalette
from qgis.PyQt.QtWidgets import QApplication

from .review_rows import AREA, ID, LENGTH, MAX, MEAN, SCORE, STATUS, Rows

ACCEPTED, REJECTED, NOT_REVIEWED = "accepted", "rejected", ""
"""What the field says; anything else is the name of another class."""
HECTARE_M2 = 10_000
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
DEFAULT_COLUMNS = [ID, AREA, LENGTH, STATUS]


class Show(Enum):
    """Which landslides the table shows."""

    ALL = "all"
    NOT_REVIEWED = "not reviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    OTHER = "other"

    def holds(self, status: str) -> bool:
        """Whether one of this status is shown."""
        own = {"": Show.NOT_REVIEWED, ACCEPTED: Show.ACCEPTED, REJECTED: Show.REJECTED}.get(status, Show.OTHER)
        return self in (Show.ALL, own)


class ReviewModel(QAbstractTableModel):
    """Landslides with their measurements and status.

    It sorts and filters on its own: QSortFilterProxyModel would ask Python a million times for 30,000 landslides.
    The order is that of the last ``sort``; a status that changes moves no row, it only hides those that the filter
    does not hold. Whenever rows come, go or move, the model is reset.

    Args:
        parent: of the object.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: list[str] = DEFAULT_COLUMNS
        self.rows = Rows.none()
        self._show = Show.ALL
        self._sorted_by, self._ascending = AREA, False
        self._order: NDArray[np.intp] = np.empty(0, np.intp)
        self._visible: NDArray[np.intp] = np.empty(0, np.intp)
        self._place: dict[int, int] = {}
        icons = {ACCEPTED: "/mIconSuccess.svg", REJECTED: "/mTaskCancel.svg"}
        self._icons = {status: QgsApplication.getThemeIcon(name) for status, name in icons.items()}

    def tr(self, text: str) -> str:
        """Return the text in the language of QGIS."""
        return QCoreApplication.translate("ReviewModel", text)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many landslides are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._visible)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Title of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[self.columns[section]][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._titles()[self.columns[section]][1]
        return None

    def data(self, index: QModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """What a cell shows."""
        if not index.isValid() or index.row() >= len(self._visible):
            return None
        place, column = int(self._visible[index.row()]), self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(place, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column != STATUS:
            return int(getattr(RIGHT, "value", RIGHT))
        if role == Qt.ItemDataRole.DecorationRole and column == ID:
            return self._icons.get(self.rows.statuses[place])
        if self.rows.statuses[place] == REJECTED:
            if role == Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setStrikeOut(True)
                return font
            if role == Qt.ItemDataRole.ForegroundRole:
                return QApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; unknown values come last."""
        if 0 <= column < len(self.columns) and (column, order) != self.sorted_by:
            self._sorted_by, self._ascending = self.columns[column], order == Qt.SortOrder.AscendingOrder
            self._reset()

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """Column and order of the last ``sort``."""
        order = Qt.SortOrder.AscendingOrder if self._ascending else Qt.SortOrder.DescendingOrder
        return self.columns.index(self._sorted_by), order

    def show_only(self, show: Show) -> None:
        """Filter by status."""
        self._show = show
        self._reset()

    def set_rows(self, rows: Rows, columns: Sequence[str]) -> None:
        """Hold other landslides."""
        self._reset(rows, columns)

    def set_statuses(self, changes: Mapping[int, str]) -> None:
        """Give landslides another status; ids that are not there are left out."""
        places = [(self._place[fid], status) for fid, status in changes.items() if fid in self._place]
        moved = any(self._show.holds(self.rows.statuses[place]) != self._show.holds(status)
                    for place, status in places)  # fmt: skip
        for place, status in places:
            self.rows.statuses[place] = status
        if moved:
            self._reset(keep_order=True)
        elif places and len(self._visible):
            last = self.index(len(self._visible) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def fid(self, row: int) -> int | None:
        """Id of the landslide in a row; nothing where there is no such row."""
        return int(self.rows.fids[self._visible[row]]) if 0 <= row < len(self._visible) else None

    def fids(self, top: int, bottom: int) -> list[int]:
        """Ids of the landslides in the rows from the one to the other, both included."""
        found: list[int] = self.rows.fids[self._visible[top : bottom + 1]].tolist()
        return found

    def rows_of(self, fids: Iterable[int]) -> NDArray[np.intp]:
        """Rows of landslides in rising order, those that are not shown left out."""
        shown = np.isin(self.rows.fids[self._visible], np.fromiter(fids, np.int64))
        return np.flatnonzero(shown)

    def status(self, fid: int) -> str:
        """Status of a landslide; empty where it is not reviewed or not there."""
        return self.rows.statuses[self._place[fid]] if fid in self._place else NOT_REVIEWED

    def with_status(self, status: str) -> list[int]:
        """Ids of all landslides of a status, shown or not."""
        return [fid for fid, each in zip(self.rows.fids.tolist(), self.rows.statuses) if each == status]

    @property
    def reviewed(self) -> int:
        """How many landslides have a status."""
        return len(self.rows) - self.rows.statuses.count(NOT_REVIEWED)

    @property
    def classes(self) -> list[str]:
        """Names of other classes that were given."""
        return sorted({*self.rows.statuses} - {NOT_REVIEWED, ACCEPTED, REJECTED}, key=str.casefold)

    def _reset(self, rows: Rows | None = None, columns: Sequence[str] = (), keep_order: bool = False) -> None:
        """Find out anew what is shown in which row."""
        self.beginResetModel()
        if rows is not None:
            self.rows, self.columns = rows, list(columns)
            self._place = {fid: place for place, fid in enumerate(rows.fids.tolist())}
            if self._sorted_by not in self.columns:
                self._sorted_by, self._ascending = AREA, False
        if not keep_order:
            self._order = self._sorted()
        holds = {status: self._show.holds(status) for status in set(self.rows.statuses)}
        held = np.fromiter((holds[status] for status in self.rows.statuses), bool, len(self.rows))
        self._visible = self._order[held[self._order]]
        self.endResetModel()

    def _sorted(self) -> NDArray[np.intp]:
        """Places of the landslides in the order of the table."""
        if self._sorted_by == STATUS:
            rank = {status: n for n, status in enumerate(sorted(set(self.rows.statuses), key=self._status_text))}
            values = np.fromiter((rank[status] for status in self.rows.statuses), np.float64, len(self.rows))
        else:
            values = self.rows.numbers.get(self._sorted_by, np.zeros(len(self.rows)))
        return np.argsort(values if self._ascending else -values, kind="stable").astype(np.intp)

    def _text(self, place: int, column: str) -> str:
        if column == STATUS:
            return self._status_text(self.rows.statuses[place])
        value, locale = float(self.rows.numbers[column][place]), QLocale()
        if np.isnan(value):
            return ""
        if column == ID:
            return f"{value:g}" if value % 1 else str(int(value))
        if column == LENGTH:
            return self.tr("{} m").format(locale.toString(value, "f", 0))
        if column != AREA:
            return locale.toString(value, "f", 2)
        if value < HECTARE_M2:
            return self.tr("{} m²").format(locale.toString(value, "f", 0))
        return self.tr("{} ha").format(locale.toString(value / HECTARE_M2, "f", 2))

    def _status_text(self, status: str) -> str:
        known = {NOT_REVIEWED: self.tr("not reviewed"), ACCEPTED: self.tr("accepted"), REJECTED: self.tr("rejected")}
        return known.get(status, status)

    def _titles(self) -> dict[str, tuple[str, str]]:
        """Title and tooltip of the columns."""
        return {
            ID: (self.tr("Id"), self.tr("The field id; without one, the id of the feature")),
            AREA: (self.tr("Area"), self.tr("Area on the ellipsoid, measured on the outline")),
            MEAN: (self.tr("Mean"), self.tr("Mean probability of a landslide in it")),
            MAX: (self.tr("Max"), self.tr("Highest probability of a landslide in it")),
            LENGTH: (self.tr("Length"), self.tr("Long side of the box around it, measured on the outline")),
            SCORE: (self.tr("Score"), self.tr("How sure the model is of this landslide as a whole")),
            STATUS: (self.tr("Status"), self.tr("What the review says")),
        }
