"""Runs that wait or work, one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from .run import Run
from .run_row import RunRow


class RunRows(QWidget):
    """A row for each run; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: dict[Run, RunRow] = {}
        self.hide()

    def show_runs(self, runs: Iterable[Run]) -> None:
        """Show these, in their order; none that is over."""
        wanted = list(runs)
        for run in [run for run in self._rows if run not in wanted]:
            row = self._rows.pop(run)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for run in wanted:
            if run not in self._rows:
                self._rows[run] = RunRow(run, self)
                self._column.addWidget(self._rows[run])
        self.setVisible(bool(wanted))
