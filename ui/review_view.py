"""The view of the review's table, with the keys of the review."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from qgis.PyQt.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QTableView, QWidget

from .review_table import ReviewModel

MOST_RUNS = 1000
"""Groups of rows that can be selected together."""


class ReviewView(QTableView):
    """The table, with the keys of the review.

    Its keys go before those of QGIS while it has the focus, whatever the analyst has set those to.

    Args:
        model: that it shows.
        parent: of the widget.

    Attributes:
        came_to: the analyst came to a landslide, by key, click or step; with its id.
        selected: the analyst has selected others.
    """

    came_to = pyqtSignal(object)
    selected = pyqtSignal()

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ScarpReviewTable")
        self._keys: dict[tuple[int, bool], QAction] = {}
        self._restoring = False
        self._fid: int | None = None
        self._row = 0
        self._model = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 3 // 2)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setResizeContentsPrecision(0)  # what is seen
        self.horizontalHeader().setSortIndicator(*model.sorted_by)
        self.setSortingEnabled(True)
        model.modelAboutToBeReset.connect(self._remember)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    def set_key(self, key: Qt.Key, action: QAction, shift: bool = False) -> None:
        """Have a key trigger an action while the table has the focus."""
        self._keys[int(key), shift] = action

    @property
    def current(self) -> int | None:
        """Id of the landslide that the analyst is at."""
        return self._model.fid(self.currentIndex().row()) if self.currentIndex().isValid() else None

    @property
    def chosen(self) -> list[int]:
        """Ids of the landslides that are selected, from the top."""
        ranges = sorted((each.top(), each.bottom()) for each in self.selectionModel().selection())
        return [fid for top, bottom in ranges for fid in self._model.fids(top, bottom)]

    def go(self, row: int) -> None:
        """Come to a row, and select it alone; a row that is not there is left out."""
        if 0 <= row < self._model.rowCount():
            index, before = self._model.index(row, 0), self.currentIndex().row()
            # Not the view's own: that would look at the Shift key.
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
            if row == before:
                self._current_changed(index)

    def fit_columns(self) -> None:
        """Make the columns as wide as what is seen of them."""
        header = self.horizontalHeader()
        self.resizeColumnsToContents()
        for stretch in (False, True):  # Qt forgets it over the line before
            header.setStretchLastSection(stretch)

    def restore(self, fids: Iterable[int], current: int | None = None) -> None:
        """Select landslides and be at one, without coming to it; what is not shown is left out.

        Where too many that do not lie together are selected, none is: Qt would take seconds over it.

        Args:
            fids: that are selected.
            current: that the analyst is at; the one before, or else the nearest row, where there is none.
        """
        self._restoring = True
        rows = self._model.rows_of(fids)
        at = self._model.rows_of([current if current is not None else self._fid if self._fid is not None else -1])
        row = int(at[0]) if len(at) else int(rows[0]) if len(rows) else min(self._row, self._model.rowCount() - 1)
        selection, edges = QItemSelection(), np.flatnonzero(np.diff(rows) > 1) + 1
        for run in np.split(rows, edges):
            if len(run) and len(edges) < MOST_RUNS:
                top, bottom = self._model.index(int(run[0]), 0), self._model.index(int(run[-1]), 0)
                selection.select(top, bottom)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().reset()
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(selection, flags.Select | flags.Rows)
        if index.isValid():
            self.scrollTo(index)
        self.horizontalHeader().setSortIndicator(*self._model.sorted_by)
        self.viewport().update()
        self._fid, self._row = self._model.fid(row), max(row, 0)
        self._restoring = False

    def event(self, event: QEvent) -> bool:
        """Take keys of the review before QGIS's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and self._action(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for."""
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        elif action.isEnabled():  # Qt 5 does not look
            action.trigger()

    def _action(self, event: QKeyEvent) -> QAction | None:
        shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
        if event.modifiers() not in (shift, none):
            return None
        return self._keys.get((int(event.key()), event.modifiers() == shift))

    def _remember(self) -> None:
        self._restoring = True  # until ``restore``

    def _current_changed(self, index: QModelIndex) -> None:
        if self._restoring or not index.isValid():
            return
        self._fid, self._row = self._model.fid(index.row()), index.row()
        self.came_to.emit(self._fid)

    def _selection_changed(self) -> None:
        if not self._restoring:
            self.selected.emit()
