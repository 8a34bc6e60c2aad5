"""Landslides: polygons of a probability raster with their measurements, and the file they are written to."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .errors import ScarpError
from .fragments import Fragments
from .measurements import Measurer
from .polygons import Polygon, PolygonOptions, polygonize
from .probability_raster import ProbabilityRaster
from .progress import Progress, Quiet

Floats = NDArray[np.float64]

SCORE_FIELD = "score"
FIELDS = [
    ("id", "integer"),
    ("area_m2", "real"),
    ("perimeter_m", "real"),
    ("length_m", "real"),
    ("width_m", "real"),
    ("elongation", "real"),
    ("orientation_deg", "real"),
    ("probability_mean", "real"),
    ("probability_max", "real"),
    (SCORE_FIELD, "real"),
    ("longitude", "real"),
    ("latitude", "real"),
    ("slope_mean_deg", "real"),
    ("elevation_max_m", "real"),
    ("elevation_min_m", "real"),
    ("relief_m", "real"),
    ("model", "text"),
    ("threshold", "real"),
    ("source", "text"),
]
DEM_FIELDS = ("slope_mean_deg", "elevation_max_m", "elevation_min_m", "relief_m")
MEASURED_AT_ONCE = 1000

DRIVERS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON", ".fgb": "FlatGeobuf"}
_KINDS = {"integer": ogr.OFTInteger64, "real": ogr.OFTReal, "text": ogr.OFTString}


@dataclass
class Landslide:
    """One landslide as it goes into a layer.

    Attributes:
        geometry_wkb: in the scene's CRS; a polygon with connectedness 4, a multipolygon with 8 or of an instance.
        attributes: by the names of ``fields()``, in that order; None where a value is not known.
    """

    geometry_wkb: bytes
    attributes: dict[str, Any]


def fields(with_dem: bool, with_score: bool = False) -> list[tuple[str, str]]:
    """Names and kinds ("integer", "real" or "text") of the attributes, in order.

    Args:
        with_dem: whether there are those that a DEM gives.
        with_score: whether there is the score, which instances have.
    """
    left_out = {*(() if with_dem else DEM_FIELDS), *(() if with_score else (SCORE_FIELD,))}
    return [(name, kind) for name, kind in FIELDS if name not in left_out]


def landslides(
    raster_path: str,
    threshold: float,
    options: PolygonOptions | None = None,
    *,
    dem_path: str | None = None,
    fragments: Fragments | None = None,
    model: str = "",
    source: str = "",
    progress: Progress | None = None,
) -> Iterator[Landslide]:
    """Landslides of a probability raster, measured.

    Args:
        raster_path: probability raster; see ``polygonize``.
        threshold: in [0, 1]; a pixel is landslide at or above it.
        options: what becomes of the outlines.
        dem_path: elevation in metres, any raster with a CRS; None for none. Statistics are over the pixels of the
            landslide that the DEM covers, bilinear on the probability raster's grid.
        fragments: from a model of instances, each of which is a landslide; nothing takes pixels that hang together.
        model: name of the model, for the attribute.
        source: name of the image, for the attribute.
        progress: told how far it is, and asked whether to stop.

    Returns:
        The landslides from north to south, with ids from 1.

    Raises:
        ScarpError: if the rasters or the threshold are unusable.
        Cancelled: if asked to stop.
    """
    watched = progress or Quiet()
    raster = ProbabilityRaster(raster_path)
    terrain = Terrain(dem_path, raster) if dem_path else None
    polygons = polygonize(raster_path, threshold, options, watched, terrain, fragments)
    named = {"model": model, "threshold": threshold, "source": source}
    names = [name for name, _ in fields(dem_path is not None, fragments is not None)]
    return _measured(polygons, Measurer(raster.crs_wkt), dem_path, names, named, watched)


def _measured(
    polygons: Iterator[Polygon], measurer: Measurer, dem_path: str | None, names: list[str], named: dict[str, Any],
    progress: Progress,
) -> Iterator[Landslide]:  # fmt: skip
    """Measure polygons some at a time, and say at the end how many the DEM left out."""
    number = uncovered = 0
    while some := list(islice(polygons, MEASURED_AT_ONCE)):
        for polygon, measured in zip(some, measurer.measure_many([polygon.wkb for polygon in some])):
            number += 1
            high, low = polygon.elevation_max_m, polygon.elevation_min_m
            uncovered += high is None
            known = {
                **vars(polygon),
                **asdict(measured),
                **named,
                "id": number,
                "relief_m": None if high is None or low is None else high - low,
            }
            yield Landslide(polygon.wkb, {name: known[name] for name in names})
    if dem_path is not None and uncovered:
        progress.pushWarning(
            f'The DEM "{dem_path}" does not cover {uncovered} of the {number} landslides; their slope, elevation and '
            f"relief are left empty."
        )


class Grid(Protocol):
    """Where the pixels of a raster lie; see ``ProbabilityRaster``."""

    @property
    def geotransform(self) -> Sequence[float]:
        """GDAL's six numbers."""
        ...

    @property
    def crs_wkt(self) -> str:
        """Empty where it has none."""
        ...

    def to_map(self, points: Floats | NDArray[np.integer[Any]]) -> Floats:
        """Points (column, row) of shape (n, 2) in the raster's CRS."""
        ...


class Terrain:
    """Elevation and slope from a DEM, on the grid of a probability raster or another one, a window at a time."""

    def __init__(self, dem_path: str, raster: Grid) -> None:
        """Open the DEM.

        Raises:
            ScarpError: if it cannot be read, or it or the raster has no CRS.
        """
        self._path, self._raster = dem_path, raster
        self._measurer = Measurer(raster.crs_wkt)
        try:
            dem = gdal.OpenEx(dem_path, gdal.OF_RASTER)
        except RuntimeError:
            dem = None
        if dem is None:
            raise ScarpError(f'The DEM "{dem_path}" cannot be read. (GDAL says: {gdal.GetLastErrorMsg()})')
        for name, crs in ((f'DEM "{dem_path}"', dem.GetProjection()), ("probability raster", raster.crs_wkt)):
            if not crs:
                raise ScarpError(
                    f"The {name} has no coordinate reference system, so the two cannot be laid over each other. "
                    f"Assign one, or run without a DEM."
                )
        self._dem = dem

    def read(self, column: int, row: int, columns: int, rows: int) -> tuple[Floats, Floats]:
        """Elevation in metres and slope in degrees of a window, each of shape (rows, columns); NaN where unknown.

        Raises:
            ScarpError: if the DEM cannot be read there.
        """
        elevation, across, down = self.gradient(column, row, columns, rows)
        return elevation, np.degrees(np.arctan(np.hypot(across, down)))

    def gradient(self, column: int, row: int, columns: int, rows: int) -> tuple[Floats, Floats, Floats]:
        """Elevation in metres of a window, and its rise in a metre to the next column and to the next row.

        Returns:
            Three of shape (rows, columns); NaN where unknown.

        Raises:
            ScarpError: if the DEM cannot be read there.

        Source: Horn 1981, Proceedings of the IEEE 69(1), 14-47.
        """
        z = self._elevation(column - 1, row - 1, columns + 2, rows + 2)
        _, a, b, _, c, d = self._raster.geotransform
        rows_at = np.column_stack([np.full(rows, column + columns / 2), row + np.arange(rows) + 0.5])
        width_m, height_m, _ = self._measurer.cell_sizes(
            self._raster.to_map(rows_at), np.array([a, c]), np.array([b, d])
        )
        smooth_across = z[:, :-2] + 2 * z[:, 1:-1] + z[:, 2:]
        smooth_down = z[:-2] + 2 * z[1:-1] + z[2:]
        rise_across = (smooth_down[:, 2:] - smooth_down[:, :-2]) / (8 * width_m[:, None])
        rise_down = (smooth_across[2:] - smooth_across[:-2]) / (8 * height_m[:, None])
        return z[1:-1, 1:-1], rise_across, rise_down

    def release(self) -> None:
        """Give back the blocks that GDAL keeps of what was read."""
        self._dem.FlushCache()

    def _elevation(self, column: int, row: int, columns: int, rows: int) -> Floats:
        """Elevation in a window, which may reach beyond the raster."""
        window = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Float64)
        ((x, y),) = self._raster.to_map(np.array([[column, row]])).tolist()
        _, a, b, _, c, d = self._raster.geotransform
        window.SetGeoTransform((x, a, b, y, c, d))
        window.SetProjection(self._raster.crs_wkt)
        band = window.GetRasterBand(1)
        band.SetNoDataValue(math.nan)
        band.Fill(math.nan)
        gdal.ErrorReset()
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            gdal.Warp(window, self._dem, resampleAlg="bilinear")
            failed = gdal.GetLastErrorType() >= gdal.CE_Failure
        except RuntimeError:
            failed = True
        finally:
            gdal.PopErrorHandler()
        if failed:
            raise ScarpError(
                f'The DEM "{self._path}" cannot be laid over the probability raster. Check its coordinate reference '
                f"system, or run without it. (GDAL says: {gdal.GetLastErrorMsg()})"
            )
        elevation: Floats = band.ReadAsArray()
        return elevation


def write_landslides(
    path: str | Path,
    landslides: Iterable[Landslide],
    crs_wkt: str,
    with_dem: bool,
    layer_name: str = "landslides",
    with_score: bool = False,
) -> int:
    """Write landslides to a new vector file, which takes the place of an old one only when it is complete.

    Args:
        path: the file; its ending chooses the format (.gpkg, .shp, .geojson, .fgb).
        landslides: what to write.
        crs_wkt: their CRS; empty for none.
        with_dem: whether there are the fields that a DEM gives.
        layer_name: name of the layer, where the format has one.
        with_score: whether there is the field of the score, which instances have.

    Returns:
        How many were written.

    Raises:
        ScarpError: if the file cannot be written; also whatever making the landslides raises. In both cases an
            existing file is as it was.
    """
    target = Path(path)
    if target.suffix.lower() not in DRIVERS:
        raise ScarpError(f'The file "{target}" has the ending "{target.suffix}". Choose one of: {", ".join(DRIVERS)}.')
    try:
        folder = tempfile.TemporaryDirectory(prefix=".scarp-", dir=target.parent)
    except OSError as error:
        raise _not_written(target, error.strerror) from error
    with folder as name:
        partial = Path(name) / target.name
        gdal.ErrorReset()
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            layer = _LayerWriter(partial, crs_wkt, fields(with_dem, with_score), layer_name)
            count = sum(layer.add(landslide) for landslide in landslides)
            layer.close()
        except (OSError, RuntimeError) as error:
            raise _not_written(target, str(error)) from error
        finally:
            gdal.PopErrorHandler()
        try:
            _replace(target, Path(name))
        except OSError as error:
            raise ScarpError(
                f'The file "{target}" cannot be replaced ({error.strerror}). Close what uses it, or choose another '
                f"name."
            ) from error
    return count


class _LayerWriter:
    """A new vector file of landslides; its failures are OSErrors."""

    def __init__(self, path: Path, crs_wkt: str, named: list[tuple[str, str]], layer_name: str) -> None:
        self._path, self._crs_wkt, self._layer_name = path, crs_wkt, layer_name
        self._fields = named
        self._dataset = gdal.GetDriverByName(DRIVERS[path.suffix.lower()]).Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        self._transacts = self._dataset is not None and self._dataset.TestCapability(ogr.ODsCTransactions)
        self._layer: Any = None

    def add(self, landslide: Landslide) -> int:
        """Write one; always 1."""
        if self._layer is None:
            self._begin(int.from_bytes(landslide.geometry_wkb[1:5], "little"))
        feature = ogr.Feature(self._layer.GetLayerDefn())
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(landslide.geometry_wkb))
        for index, (name, kind) in enumerate(self._fields):
            value = landslide.attributes[name]
            if value is None:
                feature.SetFieldNull(index)
            elif kind == "integer":
                feature.SetFieldInteger64(index, value)
            elif kind == "real":
                feature.SetField(index, float(value))
            else:
                feature.SetField(index, str(value))
        self._check(self._layer.CreateFeature(feature))
        return 1

    def close(self) -> None:
        """Finish the file."""
        if self._layer is None:
            self._begin(ogr.wkbPolygon)
        if self._transacts:
            self._check(self._dataset.CommitTransaction())
        self._dataset.FlushCache()
        failed = gdal.GetLastErrorType() >= gdal.CE_Failure
        self._layer, dataset, self._dataset = None, self._dataset, None
        if hasattr(dataset, "Close"):  # since GDAL 3.8; before, a dataset can only be let go of
            dataset.Close()
        del dataset
        self._check(failed or gdal.GetLastErrorType() >= gdal.CE_Failure)

    def _begin(self, geometry_type: int) -> None:
        """Make the layer, now that the type of its geometries is known."""
        crs = None
        if self._crs_wkt:
            crs = osr.SpatialReference()
            self._check(crs.ImportFromWkt(self._crs_wkt))
        elif self._path.suffix.lower() == ".gpkg":
            # The GeoPackage standard's own name for none; GDAL would write its geographic namesake.
            crs = osr.SpatialReference()
            crs.SetLocalCS("Undefined Cartesian SRS")
        if self._dataset is not None:
            self._layer = self._dataset.CreateLayer(self._layer_name, crs, geometry_type)
        self._check(self._layer is None)
        for name, kind in self._fields:
            self._check(self._layer.CreateField(ogr.FieldDefn(name, _KINDS[kind])))
        if self._transacts:
            self._check(self._dataset.StartTransaction())

    def _check(self, failed: int | bool) -> None:
        """Raise what GDAL says, if it failed."""
        if failed:
            raise OSError(gdal.GetLastErrorMsg() or "the disk did not take it")


def _replace(target: Path, folder: Path) -> None:
    """Move the files of a folder to beside the target, the target itself last."""
    for file in sorted(folder.iterdir(), key=lambda each: each.name == target.name):
        file.replace(target.parent / file.name)
    for ending in ("-wal", "-shm", "-journal"):
        # SQLite would play the journal of the old file into the new one.
        target.with_name(target.name + ending).unlink(missing_ok=True)


def _not_written(target: Path, reason: str | None) -> ScarpError:
    """The sentence for a file that could not be written."""
    return ScarpError(
        f'The landslides cannot be written to "{target}": {reason}. Make room there, or choose another folder.'
    )
