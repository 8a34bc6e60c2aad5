"""The landslides of a layer as the review's table holds them, read in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeedback,
    QgsFields,
    QgsTask,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..engine.errors import ScarpError
from ..engine.measurements import Measurer

Floats = NDArray[np.float64]

ID, AREA, MEAN, MAX, LENGTH, SCORE, STATUS = "id", "area", "mean", "max", "length", "score", "status"
FIELD_NAMES = {
    ID: ("id",),
    MEAN: ("probability_mean", "probabilit", "prob_mean"),
    MAX: ("probability_max", "probabil_1", "prob_max"),
    SCORE: ("score",),
}
"""Fields that columns are read from, as Scarp names them, as a Shapefile cuts them off, as others name them."""
MEASURED = (AREA, LENGTH)
"""Columns that the outline gives, so that they are right after an edit too."""
REVIEW_FIELD = "review"
"""Field that keeps the status: accepted, rejected or the name of another class; empty until it is reviewed."""
READ_AT_ONCE = 200
"""Landslides that are measured at once; all of them take less than the moment in which nobody notices a wait."""


@dataclass(frozen=True)
class Columns:
    """What of a layer goes into the table.

    Attributes:
        fields: number of the field by column, of those that the layer has.
        review: number of the field that keeps the status; -1 where there is none yet.
    """

    fields: dict[str, int]
    review: int

    @classmethod
    def of(cls, fields: QgsFields) -> Columns:
        """Those of a layer with these fields."""
        found = {}
        for column, names in FIELD_NAMES.items():
            numbers = [fields.lookupField(name) for name in names]
            numeric = [number for number in numbers if number >= 0 and fields.at(number).isNumeric()]
            if numeric:
                found[column] = numeric[0]
        return cls(found, fields.lookupField(REVIEW_FIELD))

    @property
    def names(self) -> list[str]:
        """The columns in the table's order; the id is the feature's own where there is no field."""
        return [name for name in (ID, AREA, MEAN, MAX, LENGTH, SCORE, STATUS)
                if name in self.fields or name in (ID, *MEASURED, STATUS)]  # fmt: skip

    @property
    def request(self) -> QgsFeatureRequest:
        """What is read of each feature."""
        wanted = [*self.fields.values(), *([self.review] if self.review >= 0 else [])]
        return QgsFeatureRequest().setSubsetOfAttributes(wanted)


@dataclass
class Rows:
    """Landslides, in the order of the layer.

    Attributes:
        fids: shape (n,), ids of the features.
        numbers: by column but the status, each of shape (n,); NaN where a value is not known.
        statuses: of the n landslides; empty where it is not reviewed.
    """

    fids: NDArray[np.int64]
    numbers: dict[str, Floats]
    statuses: list[str]

    def __len__(self) -> int:
        return len(self.fids)

    @classmethod
    def none(cls) -> Rows:
        """No landslides."""
        return cls(np.empty(0, np.int64), {}, [])

    @classmethod
    def join(cls, some: list[Rows]) -> Rows:
        """All of them, one after the other."""
        some = [rows for rows in some if len(rows)]
        if not some:
            return cls.none()
        numbers = {name: np.concatenate([rows.numbers[name] for rows in some]) for name in some[0].numbers}
        statuses = [status for rows in some for status in rows.statuses]
        return cls(np.concatenate([rows.fids for rows in some]), numbers, statuses)

    def without(self, fids: Iterable[int]) -> Rows:
        """Those but these."""
        kept = ~np.isin(self.fids, np.fromiter(fids, np.int64))
        numbers = {name: values[kept] for name, values in self.numbers.items()}
        return Rows(self.fids[kept], numbers, [s for s, keep in zip(self.statuses, kept.tolist()) if keep])


def status_text(value: Any) -> str:
    """What a value of the field says; empty for not reviewed."""
    return "" if value is None or value == NULL else str(value).strip()


def read_rows(
    features: Iterable[QgsFeature], columns: Columns, measurer: Measurer, cancelled: Callable[[], bool]
) -> Rows:
    """Read landslides and measure them.

    Args:
        features: as ``columns.request`` asks for them.
        columns: of the table.
        measurer: of the layer's CRS.
        cancelled: whether to stop; what has been read by then is returned.
    """
    parts, coming = [], iter(features)
    while not cancelled() and (some := list(islice(coming, READ_AT_ONCE))):
        parts.append(_rows(some, columns, measurer))
    return Rows.join(parts)


def _rows(features: list[QgsFeature], columns: Columns, measurer: Measurer) -> Rows:
    fids = np.array([feature.id() for feature in features], np.int64)
    attributes = [feature.attributes() for feature in features]
    numbers = {name: _numbers(row[field] for row in attributes) for name, field in columns.fields.items()}
    numbers.setdefault(ID, fids.astype(np.float64))
    measured = _measure([_wkb(feature) for feature in features], measurer)
    numbers[AREA], numbers[LENGTH] = measured[:, 0], measured[:, 1]
    statuses = [status_text(row[columns.review]) if columns.review >= 0 else "" for row in attributes]
    return Rows(fids, numbers, statuses)


def _numbers(values: Iterator[Any]) -> Floats:
    known = (np.nan if value is None or value == NULL else float(value) for value in values)
    return np.fromiter(known, np.float64)


def _wkb(feature: QgsFeature) -> bytes:
    """The outline; empty where there is none, or none that can be measured."""
    geometry = feature.geometry()
    return bytes(geometry.asWkb()) if geometry.boundingBox().isFinite() and not geometry.isEmpty() else b""


def _measure(wkbs: list[bytes], measurer: Measurer) -> Floats:
    """Area in m² and length in m of shape (n, 2); NaN where an outline cannot be measured."""
    measured = np.full((len(wkbs), 2), np.nan)
    there = [number for number, wkb in enumerate(wkbs) if wkb]
    try:
        for number, each in zip(there, measurer.measure_many([wkbs[number] for number in there])):
            measured[number] = each.area_m2, each.length_m
    except ScarpError:
        if len(there) > 1:  # one of them is to blame
            for number in there:
                measured[number] = _measure([wkbs[number]], measurer)[0]
    return measured


def measurer_of(crs: QgsCoordinateReferenceSystem) -> Measurer:
    """Measures outlines in a CRS; without one, in its own units."""
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED) if crs.isValid() else ""
    try:
        return Measurer(wkt)
    except ScarpError:
        return Measurer("")


class ReadTask(QgsTask):
    """Reads all landslides of a layer as it is now, edits that are not saved included.

    Args:
        layer: of polygons.
        columns: of the table.
        done: called in the main thread with the rows, or with nothing where it was stopped or failed.
    """

    def __init__(self, layer: QgsVectorLayer, columns: Columns, done: Callable[[Rows | None], None]) -> None:
        title = QCoreApplication.translate("ReviewDock", 'Read the landslides of "{}"').format(layer.name())
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._source = QgsVectorLayerFeatureSource(layer)
        self._crs, self._columns, self._done = layer.crs(), columns, done
        self._feedback, self._rows = QgsFeedback(), Rows.none()

    def run(self) -> bool:
        """Read; in a thread of its own."""
        request = self._columns.request
        request.setFeedback(self._feedback)
        features = self._source.getFeatures(request)
        self._rows = read_rows(features, self._columns, measurer_of(self._crs), self.isCanceled)
        features.close()
        return not self.isCanceled()

    def cancel(self) -> None:
        """Have it end soon."""
        self._feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        """Hand over what was read."""
        self._done(self._rows if result else None)
