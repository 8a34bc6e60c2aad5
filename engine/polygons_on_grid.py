"""Polygons of any layer as pixels of a grid, strip by strip."""

from __future__ import annotations

import math
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from . import rings
from .area import spatial_reference
from .errors import ScarpError
from .evaluation_grid import Bounds, EvaluationGrid, no_crs
from .gdal_calls import attempt
from .measurements import Measurer
from .progress import Progress, check

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int32]

AT_ONCE = 500


@dataclass(frozen=True)
class PolygonSource:
    """Polygons of a layer, which can be gone through more than once.

    Attributes:
        read: gives them as well-known binary; what is no polygon is left out.
        crs_wkt: their CRS; empty where they have none.
        name: of the layer, for messages.
    """

    read: Callable[[], Iterable[bytes]]
    crs_wkt: str
    name: str

    @classmethod
    def of_file(cls, path: str) -> PolygonSource:
        """The first layer of any vector file that OGR reads.

        Raises:
            ScarpError: if it cannot be read.
        """
        dataset, reason = attempt(gdal.OpenEx, path, gdal.OF_VECTOR | gdal.OF_VERBOSE_ERROR)
        layer = None if dataset is None else dataset.GetLayer(0)
        if layer is None:
            raise ScarpError(f'The polygons "{path}" cannot be read. (GDAL says: {reason or "it has no layer"})')
        crs = layer.GetSpatialRef()
        # A GeoPackage without CRS has one of two that are called undefined.
        has_crs = crs is not None and not (crs.GetName() or "").startswith("Undefined ")

        def read() -> Iterator[bytes]:
            for feature in dataset.GetLayer(0):
                geometry = feature.GetGeometryRef()
                if geometry is not None:
                    yield bytes(geometry.ExportToWkb())

        return cls(read, crs.ExportToWkt() if has_crs else "", Path(path).name)

    def polygons(self, crs_wkt: str, progress: Progress) -> Iterator[ogr.Geometry]:
        """Valid multipolygons of an area above 0, in another CRS; without any, the coordinates are taken as they are.

        Raises:
            ScarpError: if one has a CRS and the other has none.
            Cancelled: if asked to stop.
        """
        own, target = spatial_reference(self.crs_wkt), spatial_reference(crs_wkt)
        if own is None and target is not None:
            raise no_crs(self.name)
        if own is not None and target is None:
            raise ScarpError(
                f'What the layer "{self.name}" is compared with has no coordinate reference system, so it is not known '
                "where it lies. Assign one (Layer > Set CRS)."
            )
        is_there = own is None or own.IsSame(target)
        transform = None if is_there else osr.CoordinateTransformation(own, target)
        lost = 0
        for number, wkb in enumerate(self.read()):
            if number % AT_ONCE == 0:
                check(progress)
            geometry, _ = attempt(ogr.CreateGeometryFromWkb, wkb)
            if geometry is None or geometry.IsEmpty():
                continue
            geometry = geometry.GetLinearGeometry()
            geometry.FlattenTo2D()
            if transform is not None and attempt(geometry.Transform, transform)[0] != 0:
                lost += 1
                continue
            surface = _surface(geometry)
            if surface is not None:
                yield surface
        if lost:
            progress.pushWarning(
                f'Polygons of the layer "{self.name}" that cannot be brought into the coordinate reference system of '
                f"the comparison and are left out: {lost}."
            )


def extent_and_areas(
    sources: Sequence[PolygonSource], crs_wkt: str, progress: Progress
) -> tuple[Bounds | None, list[float]]:
    """The rectangle around polygons in a CRS, nothing where there are none; and the area of each in m².

    Raises:
        Cancelled: if asked to stop.
    """
    measurer = Measurer(crs_wkt)
    low, high, areas_m2 = np.full(2, math.inf), np.full(2, -math.inf), []
    for source in sources:
        polygons = source.polygons(crs_wkt, progress)
        while some := list(islice(polygons, AT_ONCE)):
            check(progress)
            boxes = np.array([polygon.GetEnvelope() for polygon in some])
            low, high = np.minimum(low, boxes[:, [0, 2]].min(axis=0)), np.maximum(high, boxes[:, [1, 3]].max(axis=0))
            areas_m2 += [measured.area_m2 for measured in measurer.measure_many(some)]
    return (low[0], high[0], low[1], high[1]) if areas_m2 else None, areas_m2


class PolygonsOnGrid:
    """Polygons in pixels of a grid, in a temporary file; those beside the grid are left out.

    Args:
        grid: that they are on.
        folder: for the file, removed by the caller.

    Attributes:
        areas_m2: ellipsoidal area of each polygon, whole; empty where the polygons were traced from pixels.
        sheets: polygons on one sheet do not overlap.
    """

    def __init__(self, grid: EvaluationGrid, folder: Path) -> None:
        self.grid = grid
        self.areas_m2: list[float] = []
        self.sheets = 1
        self._boxes: list[tuple[float, float, float, float]] = []
        path = str(folder / f"{uuid.uuid4().hex}.gpkg")
        self._store = written(gdal.GetDriverByName("GPKG").Create, path, 0, 0, 0, gdal.GDT_Unknown)
        self._layer = written(self._store.CreateLayer, "polygons", None, ogr.wkbUnknown)
        for name in ("number", "sheet"):
            written(self._layer.CreateField, ogr.FieldDefn(name, ogr.OFTInteger))

    @classmethod
    def of_source(
        cls, source: PolygonSource, grid: EvaluationGrid, folder: Path, progress: Progress
    ) -> PolygonsOnGrid:
        """Polygons of a layer.

        Raises:
            ScarpError: if the temporary folder is full.
            Cancelled: if asked to stop.
        """
        found = cls(grid, folder)
        measurer = Measurer(grid.crs_wkt)
        near = (polygon for polygon in source.polygons(grid.crs_wkt, progress) if found._is_near(polygon))
        written(found._store.StartTransaction)
        while some := list(islice(near, AT_ONCE)):
            check(progress)
            for polygon, measured in zip(some, measurer.measure_many(some)):
                found._add(polygon, measured.area_m2)
        found._lay_out()
        written(found._store.CommitTransaction)
        return found

    @classmethod
    def of_regions(cls, band: gdal.Band, grid: EvaluationGrid, folder: Path, progress: Progress) -> PolygonsOnGrid:
        """Connected pixels (by their edges) of a band that are not 0.

        Raises:
            ScarpError: if the temporary folder is full.
            Cancelled: if asked to stop.
        """
        found = cls(grid, folder)
        written(found._store.StartTransaction)
        trace(band, found._layer, -1, progress)
        written(found._store.ExecuteSQL, "UPDATE polygons SET number = fid, sheet = 0")
        written(found._store.CommitTransaction)
        return found

    def __len__(self) -> int:
        return int(self._layer.GetFeatureCount())

    def _box(self, polygon: ogr.Geometry) -> tuple[float, float, float, float]:
        """Least column, greatest column, least row and greatest row."""
        west, east, south, north = polygon.GetEnvelope()
        corners = self.grid.to_pixels(np.array([[west, north], [east, north], [east, south], [west, south]]))
        (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
        return left, right, top, bottom

    def _is_near(self, polygon: ogr.Geometry) -> bool:
        left, right, top, bottom = self._box(polygon)
        return right > 0 and left < self.grid.width and bottom > 0 and top < self.grid.height

    def _add(self, polygon: ogr.Geometry, area_m2: float) -> None:
        self._boxes.append(self._box(polygon))
        self.areas_m2.append(area_m2)
        parts = rings.placed(rings.parts_of(bytes(polygon.ExportToWkb(ogr.wkbNDR))), self.grid.to_pixels)
        feature = ogr.Feature(self._layer.GetLayerDefn())
        feature.SetFID(len(self.areas_m2))
        feature.SetField(0, len(self.areas_m2))
        feature.SetField(1, 0)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(rings.wkb_of(parts, True)))
        written(self._layer.CreateFeature, feature)

    def _lay_out(self) -> None:
        """Put polygons whose boxes overlap on different sheets, since a pixel can hold one number only."""
        boxes = self._boxes
        sheet, active = [0] * len(boxes), list[int]()
        for index in sorted(range(len(boxes)), key=lambda index: boxes[index][0]):
            left, _, top, bottom = boxes[index]
            active = [other for other in active if boxes[other][1] > left]
            taken = {sheet[other] for other in active if boxes[other][2] < bottom and boxes[other][3] > top}
            sheet[index] = next(number for number in count() if number not in taken)
            active.append(index)
            if sheet[index]:
                feature = self._layer.GetFeature(index + 1)
                feature.SetField(1, sheet[index])
                written(self._layer.SetFeature, feature)
        self.sheets = max(sheet, default=0) + 1

    def codes(self, row: int, rows: int) -> Bytes:
        """A strip, shape (rows, width): 1 where the centre of the pixel lies in a polygon, 0 elsewhere."""
        burnt: Bytes = self._burnt(row, rows, gdal.GDT_Byte, burn_values=[1])
        return burnt

    def numbers(self, row: int, rows: int) -> Iterator[Numbers]:
        """A strip on each sheet, shape (rows, width): number from 1 of the polygon that holds the pixel, 0 for none."""
        for sheet in range(self.sheets):
            burnt = self._burnt(row, rows, gdal.GDT_Int32, f"sheet = {sheet}", options=["ATTRIBUTE=number"])
            if burnt.any():
                yield burnt

    def _burnt(self, row: int, rows: int, kind: int, which: str | None = None, **how: Any) -> NDArray[Any]:
        target = gdal.GetDriverByName("MEM").Create("", self.grid.width, rows, 1, kind)
        target.SetGeoTransform((0.0, 1.0, 0.0, float(row), 0.0, 1.0))
        self._layer.SetAttributeFilter(which)
        self._layer.SetSpatialFilterRect(0.0, row, self.grid.width, row + rows)
        try:
            _, reason = attempt(gdal.RasterizeLayer, target, [1], self._layer, **how)
        finally:
            self._layer.SetSpatialFilter(None)
            self._layer.SetAttributeFilter(None)
        if reason:
            raise no_room(reason)
        burnt: NDArray[Any] = target.ReadAsArray()
        return burnt

    def centred(self) -> NDArray[np.bool_]:
        """Whose boxes have their middle on the grid, shape (n,); of the polygons of a layer."""
        boxes = np.array(self._boxes).reshape(-1, 4)
        column, row = (boxes[:, 0] + boxes[:, 1]) / 2, (boxes[:, 2] + boxes[:, 3]) / 2
        inside: NDArray[np.bool_] = (
            (column >= 0) & (column < self.grid.width) & (row >= 0) & (row < self.grid.height)
        )
        return inside

    def close(self) -> None:
        """Let go of the temporary file."""
        self._layer = self._store = None


def trace(band: gdal.Band, layer: ogr.Layer, field: int, progress: Progress) -> None:
    """Polygons in pixels of what is not 0 in a band, with its value in a field.

    Raises:
        ScarpError: if the temporary folder is full.
        Cancelled: if asked to stop.
    """

    def on_progress(done: float, _message: str, _data: object) -> int:
        progress.setProgress(100.0 * done)
        if gdal.GetLastErrorType() < gdal.CE_Failure:
            band.FlushCache()  # or GDAL would keep the blocks, and memory grow with the height
        return 0 if progress.isCanceled() else 1

    failed, reason = attempt(gdal.Polygonize, band, band, layer, field, [], callback=on_progress)
    check(progress)
    if failed or reason:
        raise no_room(reason)


def written(call: Callable[..., Any], *arguments: Any) -> Any:
    """What a call of GDAL that writes to the temporary folder returns.

    Raises:
        ScarpError: if GDAL reports any failure.
    """
    result, reason = attempt(call, *arguments)
    if reason:
        raise no_room(reason)
    return result


def no_room(reason: str) -> ScarpError:
    """The sentence for polygons that could not be put aside."""
    return ScarpError(
        f'The polygons cannot be put aside in the temporary folder "{tempfile.gettempdir()}": '
        f"{reason or 'it takes no file'}. Make room there."
    )


def _surface(geometry: ogr.Geometry) -> ogr.Geometry | None:
    """The polygons of a geometry as a valid multipolygon; nothing where they have no area."""
    valid = geometry if attempt(geometry.IsValid)[0] else attempt(geometry.MakeValid)[0]
    if valid is None or valid.GetArea() <= 0:
        return None
    surface = ogr.Geometry(ogr.wkbMultiPolygon)
    waiting = [valid]
    while waiting:
        one = waiting.pop()
        if ogr.GT_Flatten(one.GetGeometryType()) == ogr.wkbPolygon:
            surface.AddGeometry(one)
        else:
            waiting += [one.GetGeometryRef(index) for index in range(one.GetGeometryCount())]
    return surface if surface.GetGeometryCount() else None
