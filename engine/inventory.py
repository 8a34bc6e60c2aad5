"""The landslides of an inventory, whoever mapped them: how large they are, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import compress, islice

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from .errors import ScarpError
from .measurements import Measurer
from .polygons_on_grid import AT_ONCE, PolygonSource
from .progress import Progress, check

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Inventory:
    """Landslides of a layer, of n that have an area; a multipolygon is one landslide.

    Attributes:
        source: of the polygons.
        areas_m2: shape (n,), ellipsoidal, of outlines that were made valid; without a CRS, the square of its unit.
        centres: shape (n, 2), centroids in the CRS.
        hull_wkb: convex hull of all, in the CRS.
        left_out: polygons that are empty, or have no area.
    """

    source: PolygonSource
    areas_m2: Floats
    centres: Floats
    hull_wkb: bytes
    left_out: int

    @classmethod
    def of(cls, source: PolygonSource, count: int, progress: Progress) -> Inventory:
        """Measure polygons, some at a time.

        Args:
            source: of the polygons; fields of their areas are not believed, since outlines are edited.
            count: of the polygons, for the progress; 0 or less where it is not known.
            progress: of this part.

        Raises:
            ScarpError: if there is none, or one lies where the CRS is not defined.
            Cancelled: if asked to stop.
        """
        read = _Counted(source)
        polygons = replace(source, read=read.read).polygons(source.crs_wkt, progress)
        measurer, hull = Measurer(source.crs_wkt), ogr.Geometry(ogr.wkbPolygon)
        areas_m2: list[float] = []
        centres: list[tuple[float, float]] = []
        while some := list(islice(polygons, AT_ONCE)):
            check(progress)
            areas_m2 += [measured.area_m2 for measured in measurer.measure_many(some)]
            centres += [(centre.GetX(), centre.GetY()) for centre in (polygon.Centroid() for polygon in some)]
            hull = _hull([hull, *some])
            if count > 0:
                progress.setProgress(min(100.0, 100.0 * read.count / count))
        if not areas_m2:
            what = f"none of its {read.count:,} polygons has an area" if read.count else "it holds no polygon"
            raise ScarpError(f'The layer "{source.name}" has no landslide: {what}. Choose another.')
        return cls(
            source, np.array(areas_m2), np.array(centres), bytes(hull.ExportToWkb(ogr.wkbNDR)),
            read.count - len(areas_m2),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.areas_m2)

    def polygons(self, chosen: Mask, progress: Progress) -> Iterator[bytes]:
        """Go through chosen landslides once more, as valid multipolygons in well-known binary.

        Args:
            chosen: shape (n,).
            progress: is asked whether to stop.

        Raises:
            Cancelled: if asked to stop.
        """
        polygons = self.source.polygons(self.source.crs_wkt, progress)
        return (bytes(polygon.ExportToWkb(ogr.wkbNDR)) for polygon in compress(polygons, chosen.tolist()))


class _Counted:
    """Counts what is read of a source."""

    def __init__(self, source: PolygonSource) -> None:
        self._source = source
        self.count = 0

    def read(self) -> Iterable[bytes]:
        for polygon in self._source.read():
            self.count += 1
            yield polygon


def _hull(geometries: list[ogr.Geometry]) -> ogr.Geometry:
    """The convex hull of several polygons."""
    together = ogr.Geometry(ogr.wkbGeometryCollection)
    for geometry in geometries:
        together.AddGeometry(geometry)
    return together.ConvexHull()
