from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QRect, QSize
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget
from scarp.ui.review_flow import FlowLayout


class Box(QWidget):
    def __init__(self, parent, width, expands=False):
        super().__init__(parent)
        self._size = QSize(width, 20)
        policy = QSizePolicy.Policy.Expanding if expands else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def sizeHint(self):
        return self._size

    def minimumSizeHint(self):
        return QSize(self._size.width() // 2, 20)


@pytest.fixture
def holder(qgis_app):
    made = QWidget()
    flow = FlowLayout(made)
    flow.setContentsMargins(2, 2, 2, 2)
    flow.setSpacing(4)
    made.boxes = [Box(made, 100), Box(made, 60), Box(made, 80, True)]
    for box in made.boxes:
        flow.addWidget(box)
    yield made
    made.deleteLater()


def places(holder):
    return [(box.x(), box.y(), box.width()) for box in holder.boxes]


def test_one_line_where_there_is_room_and_the_rest_goes_to_what_expands(holder):
    holder.layout().setGeometry(QRect(0, 0, 300, 50))
    assert places(holder) == [(2, 2, 100), (106, 2, 60), (170, 2, 128)]


def test_goes_on_in_the_next_line(holder):
    holder.layout().setGeometry(QRect(0, 0, 170, 100))
    assert places(holder) == [(2, 2, 100), (106, 2, 60), (2, 26, 166)]
    holder.layout().setGeometry(QRect(0, 0, 84, 100))
    assert places(holder) == [(2, 2, 80), (2, 26, 60), (2, 50, 80)]


def test_says_how_much_room_it_needs(holder):
    flow = holder.layout()
    assert flow.hasHeightForWidth()
    assert [flow.heightForWidth(width) for width in (300, 170, 84)] == [24, 48, 72]
    assert flow.sizeHint() == QSize(252, 24)
    assert flow.minimumSize() == QSize(54, 24)


def test_what_is_hidden_takes_no_room(holder):
    holder.show()
    holder.boxes[0].hide()
    assert holder.layout().sizeHint() == QSize(148, 24)
    holder.hide()


def test_items_are_taken_out(holder):
    flow = holder.layout()
    assert flow.count() == 3
    assert flow.takeAt(0).widget() is holder.boxes[0]
    assert (flow.count(), flow.takeAt(5), flow.itemAt(2)) == (2, None, None)
