"""Outlines of landslides along the pixel edges, in a temporary file."""

from __future__ import annotations

import math
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from . import rings
from .components import linked
from .errors import ScarpError
from .fragments import Fragments
from .gdal_calls import attempt
from .instance_labels import write_labels
from .measurements import Measurer
from .probability_raster import ProbabilityRaster
from .progress import Part, Progress, check

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
LANDSLIDE = "landslide"
"""Name of the field of a landslide's number, where they were found as instances."""
FLUSHED_ROWS = 2048
SMALLEST_HOLE_WITH_ISLAND = 5
"""Pixels inside the outline of the smallest hole that can hold a pixel which shares no edge with what is around it."""


@dataclass(frozen=True)
class PolygonOptions:
    """What becomes of the landslides' outlines.

    Without a CRS the metres are the units of the raster's coordinates, which are pixels where it has no georeference.

    Attributes:
        min_area_m2: polygons smaller than this, after their holes are filled, are dropped; ellipsoidal.
        min_hole_m2: holes smaller than this are filled, and what lies inside them goes with them; ellipsoidal. What
            pixels that meet at corners only enclose is no hole.
        simplify_m: how far the outline may be from the pixel edges; 0 keeps it on them. Each polygon is simplified
            for itself, so neighbours may then overlap by as much.
        connectedness: 4 joins pixels that share an edge, 8 also those that share a corner.
    """

    min_area_m2: float = 0.0
    min_hole_m2: float = 0.0
    simplify_m: float = 0.0
    connectedness: int = 4

    def __post_init__(self) -> None:
        sizes = {
            "smallest area": (self.min_area_m2, "m²"),
            "smallest hole": (self.min_hole_m2, "m²"),
            "simplification tolerance": (self.simplify_m, "m"),
        }
        for name, (size, unit) in sizes.items():
            if not 0.0 <= size < math.inf:
                raise ScarpError(f"The {name} is {size:g} {unit}. Give 0 or a positive number.")
        if self.connectedness not in (4, 8):
            raise ScarpError(
                f"The connectedness is {self.connectedness}. Choose 4 (pixels joined at edges) or 8 (also at corners)."
            )


@dataclass(frozen=True)
class Chosen:
    """Parts of landslides that are large enough, from north to south; those of a landslide stand together.

    Attributes:
        features: of each part, shape (n,).
        rows: shape (n, 2), first row and row after the last of each part.
        landslides: which landslide each part belongs to, shape (n,), from 0 and rising. With connectedness 4 each part
            is a landslide, if it was not found as an instance.
        labels: number of the instance of each part, shape (n,); 0 where it is of none.
    """

    features: Ints
    rows: Ints
    landslides: Ints
    labels: Ints


class Outlines:
    """Outlines of a raster's landslides in pixels, in a temporary file.

    Args:
        raster: of probabilities.
        options: what becomes of the outlines.
        folder: for the temporary file.

    Attributes:
        scores: of the landslides that were found as instances, by number; nothing else.

    Raises:
        ScarpError: if the folder takes no file.
    """

    scores: NDArray[np.float32] | None = None

    def __init__(self, raster: ProbabilityRaster, options: PolygonOptions, folder: Path) -> None:
        self._raster, self._options = raster, options
        self._measurer = Measurer(raster.crs_wkt)
        self._folder = folder
        create = gdal.GetDriverByName("GPKG").Create
        self._store, reason = attempt(create, str(folder / "outlines.gpkg"), 0, 0, 0, gdal.GDT_Unknown)
        if self._store is None:
            raise _no_room(reason)
        self._layer = self._store.CreateLayer("outlines", None, ogr.wkbPolygon, ["SPATIAL_INDEX=NO"])
        self._layer.CreateField(ogr.FieldDefn(LANDSLIDE, ogr.OFTInteger))
        self._store.StartTransaction()

    def trace(self, lowest: int, fragments: Fragments | None, progress: Progress) -> None:
        """Polygonize the pixels at or above ``lowest`` per cent, by landslide where they were found as instances."""
        tracing = Part(progress, 30.0 if fragments is None else 60.0, 100.0)
        flushed = 0

        def on_progress(done: float, _message: str, _data: object) -> int:
            nonlocal flushed
            tracing.setProgress(100.0 * done)
            failed = gdal.GetLastErrorType() >= gdal.CE_Failure
            if not failed and done * self._raster.height - flushed >= flushed_rows:
                flushed = int(done * self._raster.height)
                band.FlushCache()  # or GDAL would keep the blocks, and memory grow with the height
            return 0 if progress.isCanceled() else 1

        try:
            if fragments is None:
                mask = self._raster.write_mask(str(self._folder / "mask.tif"), lowest, Part(progress, 0.0, 30.0))
            else:
                labels = write_labels(
                    str(self._folder / "labels.tif"), fragments, self._raster, lowest, Part(progress, 0.0, 60.0)
                )
                mask, self.scores = labels.raster, labels.scores
        except OSError as error:
            raise _no_room(str(error)) from error
        band = mask.GetRasterBand(1)
        flushed_rows = 8 * FLUSHED_ROWS // gdal.GetDataTypeSize(band.DataType)
        field = -1 if fragments is None else 0
        failed, reason = attempt(gdal.Polygonize, band, band, self._layer, field, [], callback=on_progress)
        check(progress)
        if failed or reason:
            raise _no_room(reason)

    def choose(self, progress: Progress) -> Chosen:
        """What is large enough, from north to south."""
        features, labels, boxes, areas_m2 = [], [], [], []
        filled: list[Floats] = []
        corners: list[Ints] = []
        count = max(1, self._layer.GetFeatureCount())
        measured = self._options.min_area_m2 > 0 or self._options.min_hole_m2 > 0
        joins = self._options.connectedness == 8 and self.scores is None
        self._layer.ResetReading()
        for done, feature in enumerate(self._layer):
            if done % 500 == 0:
                check(progress)
                progress.setProgress(100.0 * done / count)
            geometry = feature.GetGeometryRef()
            features.append(feature.GetFID())
            labels.append(feature.GetField(0) or 0)
            boxes.append(geometry.GetEnvelope())
            parts = rings.parts_of(bytes(geometry.ExportToWkb(ogr.wkbNDR))) if measured or joins else []
            if measured:
                cell_m2 = self._cell_m(geometry)[2]
                kept = self._without_small_holes(parts, cell_m2, filled)
                pixels = sum(rings.area(part[0]) - sum(map(rings.area, part[1:])) for part in kept)
                areas_m2.append(pixels * cell_m2)
            if joins:
                points = np.concatenate([ring[:-1] for part in parts for ring in part]).astype(np.int64)
                corners.append(np.unique(points[:, 1] * (self._raster.width + 1) + points[:, 0]))
        found, box = np.array(features, np.int64), np.array(boxes, np.int64).reshape(-1, 4)
        label, group = np.array(labels, np.int64), _sharing(corners) if joins else np.arange(len(found))
        if self.scores is not None:
            group = np.unique(label, return_inverse=True)[1]
        keep = ~self._inside(filled, found, box)
        if measured:
            keep &= self._large(group, np.where(keep, np.array(areas_m2), 0.0))
        found, box, group, label = found[keep], box[keep], group[keep], label[keep]
        top = box[:, 2] if self._raster.geotransform[5] < 0 else -box[:, 3]
        order = np.lexsort((box[:, 0], top))
        # A landslide stands where its first part does, and its parts stand together.
        _, first, which = np.unique(group[order], return_index=True, return_inverse=True)
        together = np.argsort(first[which], kind="stable")
        order = order[together]
        number = np.cumsum(np.r_[0, np.diff(first[which][together]) != 0])[: len(order)]
        return Chosen(found[order], box[order][:, 2:4], number, label[order])

    def _large(self, group: Ints, areas_m2: Floats) -> NDArray[np.bool_]:
        """Which parts belong to large enough groups; of an instance, specks go too if some part of it is no speck."""
        large = np.bincount(group, areas_m2, len(group))[group] >= self._options.min_area_m2
        if self.scores is not None:
            is_speck = areas_m2 < self._options.min_area_m2
            large &= ~is_speck | (np.bincount(group, ~is_speck, len(group))[group] == 0)
        return large

    def _inside(self, filled: list[Floats], features: Ints, box: Ints) -> NDArray[np.bool_]:
        """Which features lie in holes that are filled."""
        inside = np.zeros(len(features), bool)
        for ring in filled:
            if self.scores is None and rings.area(ring) < SMALLEST_HOLE_WITH_ISLAND:
                continue
            (west, north), (east, south) = ring.min(axis=0), ring.max(axis=0)
            near = (box[:, 0] >= west) & (box[:, 1] <= east) & (box[:, 2] >= north) & (box[:, 3] <= south)
            hole = ogr.CreateGeometryFromWkb(rings.wkb_of([[ring]], False))
            for index in np.flatnonzero(near):
                inside[index] |= hole.Contains(self.exact(int(features[index])))
        return inside

    def _cell_m(self, geometry: ogr.Geometry) -> tuple[float, float, float]:
        """Width and height in metres and area in square metres of a pixel where a polygon lies."""
        west, east, north, south = geometry.GetEnvelope()
        centre = self._raster.to_map(np.array([[(west + east) / 2, (north + south) / 2]]))
        _, a, b, _, c, d = self._raster.geotransform
        sizes = self._measurer.cell_sizes(centre, np.array([a, c]), np.array([b, d]))
        return float(sizes[0][0]), float(sizes[1][0]), float(sizes[2][0])

    def _without_small_holes(
        self, parts: list[rings.Part], cell_m2: float, filled: list[Floats] | None = None
    ) -> list[rings.Part]:
        """Parts with their small holes filled; the holes are added to ``filled``."""
        kept = []
        for outer, *holes in parts:
            large = [hole for hole in holes if rings.area(hole) * cell_m2 >= self._options.min_hole_m2]
            if filled is not None:
                filled += [hole for hole in holes if rings.area(hole) * cell_m2 < self._options.min_hole_m2]
            kept.append([outer, *large])
        return kept

    def exact(self, feature: int) -> ogr.Geometry:
        """Outline of a feature along the pixel edges, in pixels."""
        # The feature must outlive its geometry until that is cloned.
        holder = self._layer.GetFeature(feature)
        return holder.GetGeometryRef().Clone()

    def wkb(self, features: list[int]) -> bytes:
        """Outline of a landslide of these parts as the options ask for it, in the raster's CRS."""
        options = self._options
        geometries = [self.exact(feature) for feature in features]
        outline = [part for each in geometries for part in rings.parts_of(bytes(each.ExportToWkb(ogr.wkbNDR)))]
        if options.min_hole_m2 or options.simplify_m:
            width_m, height_m, cell_m2 = self._cell_m(geometries[0])
            outline = self._without_small_holes(outline, cell_m2)
            if options.simplify_m and width_m > 0:
                outline = rings.simplified(outline, height_m / width_m, options.simplify_m / width_m)
        multiple = options.connectedness == 8 or self.scores is not None
        return rings.wkb_of(rings.placed(outline, self._raster.to_map), multiple)

    def close(self) -> None:
        """Let go of the temporary file."""
        self._layer = self._store = None


def _sharing(corners: list[Ints]) -> Ints:
    """For each of n sets of numbers, the lowest index of the sets that common numbers link it to; shape (n,)."""
    if not corners:
        return np.zeros(0, np.int64)
    owner = np.repeat(np.arange(len(corners), dtype=np.int64), [len(each) for each in corners])
    numbers = np.concatenate(corners)
    order = np.argsort(numbers, kind="stable")
    same = np.flatnonzero(np.diff(numbers[order]) == 0)
    return linked(len(corners), owner[order[same]], owner[order[same + 1]])


def _no_room(reason: str) -> ScarpError:
    return ScarpError(
        f'The outlines cannot be put aside in the temporary folder "{tempfile.gettempdir()}": '
        f"{reason or 'it takes no file'}. Make room there, raise the threshold or the smallest area."
    )
