from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget
from scarp.ui.run import Run
from scarp.ui.run_row import RunRow
from scarp.ui.run_rows import RunRows


def test_a_row_for_each_run(qgis_app):
    window = QWidget()
    rows = RunRows()
    QVBoxLayout(window).addWidget(rows)
    window.show()
    assert not rows.isVisible()
    one, two = (Run("scarp:diagnose", {}, title, QgsProject.instance()) for title in ("one", "two"))
    rows.show_runs([one])
    kept = rows.findChild(RunRow)
    rows.show_runs([one, two])
    assert rows.isVisible()
    assert [row.title.toolTip() for row in rows.findChildren(RunRow)] == ["one", "two"]
    assert rows.findChild(RunRow) is kept
    rows.show_runs([two])
    QTest.qWait(0)
    assert [row.title.toolTip() for row in rows.findChildren(RunRow)] == ["two"]
    rows.show_runs([])
    assert not rows.isVisible()
    window.deleteLater()
