"""Polygons into the layer that the analyst asked for: all of them, or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.landslides import Landslide, fields
from .destinations import Destination, StagedFile

KIND = type(QgsField().type())
"""What this QGIS takes as the type of a field: ``QVariant.Type`` before 3.38; the numbers are those of QMetaType."""
KINDS = {
    "integer": KIND(QMetaType.Type.Int), "real": KIND(QMetaType.Type.Double), "text": KIND(QMetaType.Type.QString),
}  # fmt: skip
NEW_KEYS = QgsFeatureSink.SinkFlag.RegeneratePrimaryKey
"""What another layer had as its key, "fid" in a GeoPackage, need not be one here."""
Sink = TypeVar("Sink", bound="PolygonSink")
SHAPEFILE_NAMES = {
    "perimeter_m": "perim_m",
    "orientation_deg": "orient_deg",
    "probability_mean": "prob_mean",
    "probability_max": "prob_max",
    "slope_mean_deg": "slope_deg",
    "elevation_max_m": "elev_max_m",
    "elevation_min_m": "elev_min_m",
    "pre_probability": "pre_prob",
    "index_before": "idx_before",
    "index_after": "idx_after",
    "index_change": "idx_change",
    "preexisting": "preexist",
}
"""A Shapefile cuts names after 10 characters, which would leave two fields "probabilit"."""


def vector_file(file: Path) -> Path:
    """A file name with the ending of a format: as given, or a GeoPackage where it has none.

    Raises:
        ScarpError: if there is no such format.
    """
    if not file.suffix:
        return file.with_name(f"{file.name}.gpkg")
    if not QgsVectorFileWriter.driverForExtension(file.suffix):
        raise ScarpError(f"No vector format has the ending {file.suffix} of {file}; choose .gpkg, .shp or .geojson.")
    return file


class PolygonSink:
    """Takes polygons one by one.

    A file is written beside its place and is to be moved there at the end, by the caller. A layer in memory is filled
    at once. What goes to a database, or is added to a layer that is there, waits in a temporary file and is copied
    there by ``finish``, so that a run that fails or is cancelled earlier touches nothing. The copying itself is not
    cancelled, since the old table is gone by then; should the database fail, a table that was made for it is emptied,
    and one that was added to keeps what it has got.

    Use as a context manager; what is temporary is removed at its end.

    Args:
        algorithm: whose sink it is.
        parameters: of the run.
        destination: of the polygons.
        context: of the run.
        kinds: of the fields, "integer", "real" or "text" by name, or fields of another layer as they are.
        kind: of the geometries.
        crs: of the polygons.
        feedback: is told what was decided.

    Attributes:
        staged: the file in the making; nothing where it is no file.

    Raises:
        ScarpError: if the layer cannot be made.
    """

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], destination: Destination,
        context: QgsProcessingContext, kinds: Mapping[str, str | QgsField], kind: QgsWkbTypes.Type,
        crs: QgsCoordinateReferenceSystem, feedback: QgsProcessingFeedback,
    ) -> None:  # fmt: skip
        self._algorithm, self._parameters, self._destination = algorithm, parameters, destination
        self._context, self._crs, self._feedback = context, crs, feedback
        self._type = kind
        self._names = list(kinds)
        self._fields = self._fields_for(kinds)
        self._folder: Path | None = None
        self.staged: StagedFile | None = None
        self._count = 0
        if destination.file is not None:
            self.staged = StagedFile(vector_file(destination.file), "layer of landslides")
            self._sink, self._id = self._open(str(self.staged.path))
        elif destination.where.startswith("memory:"):
            self._sink, self._id = self._open(destination.where)
            if not crs.isValid():
                # QGIS would take WGS 84 for a layer in memory.
                QgsProcessingUtils.mapLayerFromString(str(self._id), context).setCrs(crs)
        else:
            self._folder = Path(tempfile.mkdtemp(prefix="scarp-"))
            self._sink, self._id = QgsProcessingUtils.createFeatureSink(
                str(self._folder / "landslides.gpkg"), context, self._fields, self._type, crs
            )

    def _fields_for(self, kinds: Mapping[str, str | QgsField]) -> QgsFields:
        file = self._destination.file
        short = SHAPEFILE_NAMES if file is not None and file.suffix.lower() == ".shp" else {}
        renamed = [f"{name} is {short[name]}" for name in kinds if name in short]
        if renamed:
            self._feedback.pushInfo(f"A Shapefile's names have 10 characters at most: {', '.join(renamed)}.")
        wanted = QgsFields()
        for name, kind in kinds.items():
            if isinstance(kind, QgsField):
                wanted.append(kind)
                continue
            length = 254 if short and kind == "text" else 0  # the most that it holds
            wanted.append(QgsField(short.get(name, name), KINDS[kind], len=length))
        return wanted

    def _open(self, where: str) -> tuple[QgsFeatureSink, str]:
        """Make the layer, and say by which name QGIS opens it."""
        name, value = self._destination.output, where
        if isinstance(self._destination.value, QgsProcessingOutputLayerDefinition):
            # For its options, of encoding and the like. Loading it is seen to at the end of the run.
            value = QgsProcessingOutputLayerDefinition(self._destination.value)
            value.sink = QgsProperty.fromValue(where)
            value.destinationProject = None
        try:
            sink, identifier = self._algorithm.parameterAsSink(
                {**self._parameters, name: value}, name, self._context, self._fields, self._type, self._crs, NEW_KEYS
            )
        except QgsProcessingException as error:
            self.__exit__(None, None, None)
            raise self._failure(str(error)) from error
        if sink is None:
            self.__exit__(None, None, None)
            raise self._failure("QGIS cannot make it")
        return sink, identifier

    def _failure(self, reason: str) -> ScarpError:
        where, room = self._destination.where, ""
        if self._destination.file is not None:
            with suppress(OSError):
                room = f"; {shutil.disk_usage(self._destination.file.parent).free / 1e6:.0f} MB are free there"
        return ScarpError(
            f"The landslides cannot be written to {where} ({reason.strip().rstrip('.')}{room}). "
            "Make room there, or choose another place."
        )

    def add_polygon(self, geometry: QgsGeometry, attributes: Mapping[str, Any]) -> None:
        """Take one, with its attributes by name.

        Raises:
            ScarpError: if the disk or the database does not.
        """
        feature = QgsFeature(self._fields)
        feature.setGeometry(geometry)
        feature.setAttributes([attributes[name] for name in self._names])
        if not self._sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise self._failure(self._sink.lastError() or gdal.GetLastErrorMsg() or "the disk did not take them")
        self._count += 1

    def finish(self) -> str:
        """Complete the layer.

        Returns:
            By which name QGIS opens it, once a file is moved into place.

        Raises:
            ScarpError: if the disk or the database does not take it.
        """
        _, reason = attempt(self._close)
        if self._folder is not None:
            self._copy()
        elif self.staged is not None:
            found = _feature_count(self.staged.path)
            if reason or found != self._count:
                raise self._failure(reason or f"{found} of {self._count} have arrived")
            return str(self.staged.target)
        return str(self._id)

    def _close(self) -> None:
        """Let QGIS write what it holds back; it does so when the sink is deleted."""
        self._sink = None

    def _copy(self) -> None:
        """From the temporary file to where the landslides are to go."""
        waiting = QgsVectorLayer(str(self._id), "landslides", "ogr")
        sink, self._id = self._open(self._destination.where)
        try:
            for stored in waiting.getFeatures():
                feature = QgsFeature(self._fields)
                feature.setGeometry(stored.geometry())
                feature.setAttributes([stored[name] for name in self._names])
                if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                    raise self._failure(sink.lastError() or "the database did not take them")
            if not sink.flushBuffer():
                raise self._failure(sink.lastError() or "the database did not take them")
        except ScarpError:
            del sink
            self._empty()
            raise

    def _empty(self) -> None:
        """Empty a table that was made for this run."""
        value = self._destination.value
        if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping():
            return
        layer = QgsProcessingUtils.mapLayerFromString(str(self._id), self._context)
        if layer is not None and layer.dataProvider().truncate():
            self._feedback.pushWarning(f"{self._destination.where} was emptied again.")

    def __enter__(self: Sink) -> Sink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sink = None
        if self.staged is not None:
            self.staged.discard()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


class LandslideSink(PolygonSink):
    """Takes landslides one by one; see ``PolygonSink``.

    Args:
        algorithm, parameters, destination, context, crs, feedback: as there.
        with_dem: whether there are the fields that a DEM gives.
        is_multipart: whether the geometries are multipolygons.
        with_score: whether there is the field of the score, which instances have.
    """

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], destination: Destination,
        context: QgsProcessingContext, with_dem: bool, is_multipart: bool, crs: QgsCoordinateReferenceSystem,
        feedback: QgsProcessingFeedback, with_score: bool = False,
    ) -> None:  # fmt: skip
        kind = QgsWkbTypes.Type.MultiPolygon if is_multipart else QgsWkbTypes.Type.Polygon
        kinds = dict(fields(with_dem, with_score))
        super().__init__(algorithm, parameters, destination, context, kinds, kind, crs, feedback)

    def add(self, landslide: Landslide) -> None:
        """Take one.

        Raises:
            ScarpError: if the disk or the database does not.
        """
        geometry = QgsGeometry()
        geometry.fromWkb(landslide.geometry_wkb)
        self.add_polygon(geometry, landslide.attributes)


def _feature_count(path: Path) -> int:
    """Features in the first layer of a file; 0 where it cannot be opened."""
    dataset, _ = attempt(gdal.OpenEx, str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayer(0) if dataset is not None else None
    return layer.GetFeatureCount() if layer is not None else 0
