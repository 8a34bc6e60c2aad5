"""Before and after: the map without Scarp's results left of a handle that is dragged over the canvas."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from qgis.core import QgsMapRendererCache, QgsMapRendererParallelJob, QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QEvent, QObject, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

HIDING_KEY = Qt.Key.Key_H
"""While it is held down, the results are hidden."""
ABOVE_MAP = -5.0
"""The map is at -10, what is drawn over it at 0 and above."""
START = 0.5
"""Share of the canvas that is left of the handle at first."""


class SwipeItem(QgsMapCanvasItem):
    """Draws another image of the map left of a line, and the line with its grip.

    Args:
        canvas: that it is drawn on.

    Attributes:
        line: where the line is, in pixels from the left of what is seen; nothing covers all and draws no line.
        image: that is drawn; nothing draws none.
        settings: of the map on the image.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.line: float | None = None
        self.image: QImage | None = None
        self.settings = QgsMapSettings()
        self.setZValue(ABOVE_MAP)

    def boundingRect(self) -> QRectF:
        """All that can be seen, also while the map is dragged."""
        width, height = self.canvas.width(), self.canvas.height()
        return QRectF(-width, -height, 3 * width, 3 * height)

    def updatePosition(self) -> None:
        """Stay where it is when the map moves: what is drawn follows from the map's place."""
        self.setPos(0, 0)
        self.update()

    def _image_rect(self) -> QRectF | None:
        """Where the image belongs on the map that is shown now; nothing where the map is turned differently."""
        now, then = self.canvas.mapSettings(), self.settings
        if now.visibleExtent() == then.visibleExtent() and now.outputSize() == then.outputSize():
            return QRectF(0, 0, now.outputSize().width(), now.outputSize().height())
        if now.rotation() or then.rotation() or now.destinationCrs() != then.destinationCrs():
            return None
        extent, place = then.visibleExtent(), now.mapToPixel()
        corners = (extent.xMinimum(), extent.yMaximum()), (extent.xMaximum(), extent.yMinimum())
        first, last = (place.transform(x, y) for x, y in corners)
        return QRectF(QPointF(first.x(), first.y()), QPointF(last.x(), last.y()))

    def paint(
        self, painter: QPainter | None, option: QStyleOptionGraphicsItem | None = None, widget: QWidget | None = None
    ) -> None:
        """Draw the image and the line."""
        if painter is None:
            return
        # While the map is dragged, the scene moves under what is seen; the line does not.
        seen = self.canvas.sceneRect()
        line = seen.width() if self.line is None else self.line
        rect = self._image_rect()
        if self.image is not None and rect is not None:
            painter.save()
            painter.setClipRect(QRectF(seen.left(), seen.top(), line, seen.height()))
            painter.fillRect(seen, self.settings.backgroundColor())
            painter.drawImage(rect, self.image)
            painter.restore()
        if self.line is not None:
            self._draw_line(painter, seen.left() + line, seen)

    def _draw_line(self, painter: QPainter, x: float, seen: QRectF) -> None:
        middle, radius = seen.center().y(), self.grip_radius()
        dark, light = QColor(40, 40, 40), QColor(255, 255, 255)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((dark, 4), (light, 2)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, seen.top()), QPointF(x, seen.bottom()))
        painter.setPen(QPen(dark, 1))
        painter.setBrush(light)
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        painter.setBrush(dark)
        for side in (-1, 1):
            tip, back = QPointF(x + side * 0.7 * radius, middle), x + side * 0.25 * radius
            painter.drawPolygon(
                QPolygonF([tip, QPointF(back, middle - 0.35 * radius), QPointF(back, middle + 0.35 * radius)])
            )

    def grip_radius(self) -> float:
        """Of the round grip, and how near the line the mouse takes hold of it."""
        return float(self.canvas.fontMetrics().height())


class Swipe(QObject):
    """Shows the map without some layers left of a handle, or all over while they are hidden.

    What is left of the handle is drawn in the background, as often as QGIS draws the map, from what it has kept of
    layers that have not changed.

    Args:
        canvas: of the map.
        hidden: gives the ids of the layers that are left out.
        parent: of the object.

    Attributes:
        switched: the handle has come or gone.
        drawn: the map without the layers is drawn.
    """

    switched = pyqtSignal(bool)
    drawn = pyqtSignal()

    def __init__(
        self, canvas: QgsMapCanvas, hidden: Callable[[], Collection[str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._canvas, self._hidden = canvas, hidden
        self._item: SwipeItem | None = None
        self._job: QgsMapRendererParallelJob | None = None
        self._cache = QgsMapRendererCache()
        self._share, self._has_handle, self._is_hiding, self._drags = START, False, False, False

    @property
    def is_on(self) -> bool:
        """Whether there is a handle."""
        return self._has_handle

    @property
    def line(self) -> float | None:
        """Where the handle is, in pixels from the left; nothing where there is none."""
        return self._item.line if self._item is not None else None

    def set_on(self, is_on: bool) -> None:
        """Show the handle, or take it away."""
        if is_on == self._has_handle:
            return
        self._has_handle = is_on
        self._update()
        self.switched.emit(is_on)

    def hide_results(self, is_hiding: bool) -> None:
        """Hide the layers all over the canvas, or show them again."""
        if is_hiding != self._is_hiding:
            self._is_hiding = is_hiding
            self._update()

    def close(self) -> None:
        """Take everything off the canvas."""
        self.hide_results(False)
        self.set_on(False)
        for job in self.findChildren(QgsMapRendererParallelJob):
            job.cancel()

    def _update(self) -> None:
        """Bring what is on the canvas to what is asked for."""
        if not self._has_handle and not self._is_hiding:
            self._remove()
            return
        if self._item is None:
            self._item = SwipeItem(self._canvas)
            self._canvas.renderStarting.connect(self._render)
            for filtered in (self._canvas, self._canvas.viewport()):
                filtered.installEventFilter(self)
            self._render()
        self._place()

    def _remove(self) -> None:
        self._stop_job()
        if self._item is None:
            return
        self._canvas.renderStarting.disconnect(self._render)
        for filtered in (self._canvas, self._canvas.viewport()):
            filtered.removeEventFilter(self)
        self._canvas.viewport().unsetCursor()
        self._canvas.scene().removeItem(self._item)
        self._item, self._drags = None, False
        self._cache.clear()

    def _place(self) -> None:
        if self._item is not None:
            whole = not self._has_handle or self._is_hiding
            self._item.line = None if whole else self._share * self._canvas.viewport().width()
            self._item.update()

    def _render(self) -> None:
        """Draw the map without the layers, in the background."""
        self._stop_job()
        settings, hidden = QgsMapSettings(self._canvas.mapSettings()), set(self._hidden())
        if not settings.hasValidSettings():
            return
        settings.setLayers([layer for layer in settings.layers() if layer.id() not in hidden])
        self._job = QgsMapRendererParallelJob(settings)
        self._job.setParent(self)  # one that is stopped goes on for a moment
        self._job.setCache(self._cache)
        self._job.finished.connect(self._rendered)
        self._job.finished.connect(self._job.deleteLater)
        self._job.start()
        self._place()

    def _rendered(self) -> None:
        job, self._job = self._job, None
        if job is not None and self._item is not None:
            self._item.image, self._item.settings = job.renderedImage(), job.mapSettings()
            self._item.update()
            self.drawn.emit()

    def _stop_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.finished.disconnect(self._rendered)
            job.cancelWithoutBlocking()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Let the handle be dragged, the results be hidden by a key, and Esc end it."""
        if event is None or self._item is None:
            return False
        kind = event.type()
        if watched is self._canvas:
            return self._key(kind, event)
        if kind == QEvent.Type.Resize:
            self._place()
        if not self._has_handle or self._is_hiding:
            return False
        return self._mouse(kind, event)

    def _key(self, kind: QEvent.Type, event: Any) -> bool:
        if kind == QEvent.Type.ShortcutOverride and event.key() in (Qt.Key.Key_Escape, HIDING_KEY):
            event.accept()  # or a shortcut of QGIS would take it: Esc stops the drawing of the map
            return True
        if kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.hide_results(False)
            self.set_on(False)
            return True
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and event.key() == HIDING_KEY:
            if not event.isAutoRepeat():
                self.hide_results(kind == QEvent.Type.KeyPress)
            return True
        if kind == QEvent.Type.FocusOut:
            self.hide_results(False)  # the key may be let go elsewhere
        return False

    def _mouse(self, kind: QEvent.Type, event: Any) -> bool:
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
        if kind not in kinds or self._item is None or self._item.line is None:
            return False
        viewport, x = self._canvas.viewport(), event.pos().x()
        near = abs(x - self._item.line) <= self._item.grip_radius()
        if kind == QEvent.Type.MouseButtonPress and near and event.button() == Qt.MouseButton.LeftButton:
            self._drags = True
            return True
        if kind == QEvent.Type.MouseMove and self._drags:
            self._share = min(max(x / max(viewport.width(), 1), 0.0), 1.0)
            self._place()
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._drags:
            self._drags = False
            return True
        if kind == QEvent.Type.MouseMove and near:
            viewport.setCursor(Qt.CursorShape.SplitHCursor)
        elif kind == QEvent.Type.MouseMove:
            viewport.unsetCursor()
        return False
