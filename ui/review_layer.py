"""Keeps the review's table as its layer is: what is edited, undone, rolled back or saved anywhere in QGIS."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsApplication, QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .review_measurements import measure_again
from .review_rows import READ_AT_ONCE, Columns, ReadTask, Rows, measurer_of, read_rows, status_text
from .review_table import NOT_REVIEWED, ReviewModel


@dataclass
class Changes:
    """What happened to a layer since the table last looked.

    Attributes:
        statuses: by the ids of the landslides that got another one.
        changed: ids of those that are new, or got another outline or other values.
        deleted: ids of those that are gone.
    """

    statuses: dict[int, str] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.statuses or self.changed or self.deleted)

    def update(self, later: Changes) -> None:
        """Have what happened later as well."""
        self.statuses.update(later.statuses)
        self.changed = (self.changed - later.deleted) | later.changed
        self.deleted = (self.deleted - later.changed) | later.deleted


class ReviewedLayer(QObject):
    """A layer whose landslides a table shows.

    All of them are read in the background, at first and whenever their ids may be others; single changes are taken
    over as they come. What changes while they are read is not lost. Where Scarp has measured the landslides, the fields
    follow what is edited.

    Args:
        layer: of polygons.
        model: of the table.
        parent: of the object.

    Attributes:
        read: the table has the landslides of the layer now.
        changed: the table was brought up to date.
        layer: of polygons.
    """

    read = pyqtSignal()
    changed = pyqtSignal()

    def __init__(self, layer: QgsVectorLayer, model: ReviewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self._model = model
        self._columns = Columns.of(layer.fields())
        self._measurer = measurer_of(layer.crs())
        self._new, self._while_reading = Changes(), Changes()
        self._task: ReadTask | None = None
        self._ids_in_doubt = self._has_deleted = False
        self._soon, self._again = QTimer(self), QTimer(self)
        for timer, act in ((self._soon, self.update_table), (self._again, self.read_all)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(act)
        self._connections = [
            (layer.attributeValueChanged, self._value_changed),
            (layer.geometryChanged, self._geometry_changed),
            (layer.featureAdded, self._added),
            (layer.featureDeleted, self._deleted),
            (layer.updatedFields, self._fields_changed),
            (layer.afterCommitChanges, self._saved),
            (layer.afterRollBack, self.read_soon),
            (layer.subsetStringChanged, self.read_soon),
            (layer.dataSourceChanged, self.read_soon),
            (layer.dataChanged, self.read_soon),
            (layer.crsChanged, self._crs_changed),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    @property
    def is_ready(self) -> bool:
        """Whether the table's ids are those of the layer; saving deletions can give others, as in a Shapefile."""
        return not self._ids_in_doubt

    @property
    def is_reading(self) -> bool:
        """Whether the landslides are being read."""
        return self._task is not None or self._again.isActive()

    def read_soon(self) -> None:
        """Read all anew, once what goes on is over."""
        self._again.start()

    def read_all(self) -> None:
        """Read all anew in the background."""
        self._again.stop()
        self._stop()
        self._while_reading = Changes()
        self._columns = columns = Columns.of(self.layer.fields())
        task = ReadTask(self.layer, columns, lambda rows: self._done(task, rows))
        self._task = task
        QgsApplication.taskManager().addTask(task)

    def update_table(self) -> set[int]:
        """Take over now what has changed.

        Returns:
            Ids of the landslides that it has happened to and that are still there.
        """
        self._soon.stop()
        new, self._new = self._new, Changes()
        if self._task is not None:
            self._while_reading.update(new)
        if new:
            self._take_over(new)
            self.changed.emit()
        return ({*new.statuses} | new.changed) - new.deleted

    def close(self) -> None:
        """Look at the layer no longer."""
        self._soon.stop()
        self._again.stop()
        self._stop()
        if not sip.isdeleted(self.layer):
            for signal, slot in self._connections:
                signal.disconnect(slot)
        self._connections = []

    def _stop(self) -> None:
        if self._task is not None:
            if not sip.isdeleted(self._task):
                self._task.cancel()
            self._task = None

    def _done(self, task: ReadTask, rows: Rows | None) -> None:
        """Show what was read, and what has changed since."""
        if sip.isdeleted(self) or task is not self._task:
            return
        self._task, self._ids_in_doubt = None, False
        self._model.set_rows(rows or Rows.none(), self._columns.names)
        since, self._while_reading = self._while_reading, Changes()
        self._take_over(since)
        self.update_table()
        self.read.emit()

    def _take_over(self, changes: Changes) -> None:
        # Outlines and values that changed wait for what is being read where that is all, or has other columns.
        waits = self.is_reading and (not len(self._model.rows) or self._model.columns != self._columns.names)
        changed = set() if waits else changes.changed
        if len(changed) > READ_AT_ONCE:
            self.read_soon()
        elif changed:
            request = self._columns.request.setFilterFids(sorted(changed))
            found = read_rows(self.layer.getFeatures(request), self._columns, self._measurer, lambda: False)
            kept = self._model.rows.without(changed | changes.deleted)
            self._model.set_rows(Rows.join([kept, found]), self._columns.names)
        elif changes.deleted:
            self._model.set_rows(self._model.rows.without(changes.deleted), self._model.columns)
        if changes.statuses:
            self._model.set_statuses(changes.statuses)

    def _value_changed(self, fid: int, index: int, value: Any) -> None:
        if index == self._columns.review:
            self._new.statuses[fid] = status_text(value)
        elif index in self._columns.fields.values():
            self._new.update(Changes(changed={fid}))
        else:
            return
        self._soon.start()

    def _geometry_changed(self, fid: int, geometry: QgsGeometry) -> None:
        # Not when it is undone or redone: the fields are, too.
        if self.layer.isEditCommandActive():
            measure_again(self.layer, fid, geometry, self._measurer)
        self._changed(fid)

    def _added(self, fid: int) -> None:
        if self.layer.isEditCommandActive():
            measure_again(self.layer, fid, self.layer.getGeometry(fid), self._measurer)
        self._changed(fid)

    def _changed(self, fid: int) -> None:
        self._new.changed.add(fid)
        self._new.deleted.discard(fid)
        self._soon.start()

    def _deleted(self, fid: int) -> None:
        self._has_deleted = True
        self._new.deleted.add(fid)
        self._new.changed.discard(fid)
        self._soon.start()

    def _fields_changed(self) -> None:
        columns, before = Columns.of(self.layer.fields()), self._columns
        if columns == before:
            return
        self._columns = columns
        if columns.review < 0:
            self._new.statuses = {}
            self._model.set_statuses(dict.fromkeys(self._model.rows.fids.tolist(), NOT_REVIEWED))
            self.changed.emit()
        self.read_soon()

    def _saved(self) -> None:
        self._ids_in_doubt = self._ids_in_doubt or self._has_deleted
        self._has_deleted = False
        self.read_soon()

    def _crs_changed(self) -> None:
        self._measurer = measurer_of(self.layer.crs())
        self.read_soon()
