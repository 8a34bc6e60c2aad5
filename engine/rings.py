"""Polygons as arrays of corners: from and to well-known binary, filled, simplified."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from .gdal_calls import attempt

Floats = NDArray[np.float64]
Part = list[Floats]
"""Rings of one polygon, the outer one first; shape (corners, 2) each, the first corner again at the end."""
LARGEST_CHANGE = 0.25
"""Share of its area that a ring may gain or lose when it is simplified."""
SMALLEST_TOLERANCE = 0.1
"""In widths of a pixel; what is not simplified well by as little as this stays as it is."""


def parts_of(wkb: bytes) -> list[Part]:
    """Parts of a polygon or multipolygon in little-endian well-known binary, without z."""
    at = 0

    def number() -> int:
        nonlocal at
        at += 4
        return int(struct.unpack_from("<I", wkb, at - 4)[0])

    def polygon() -> Part:
        nonlocal at
        rings = []
        for _ in range(number()):
            corners = number()
            rings.append(np.frombuffer(wkb, "<f8", 2 * corners, at).reshape(-1, 2))
            at += 16 * corners
        return rings

    at = 1
    if number() == ogr.wkbPolygon:
        return [polygon()]
    parts = []
    for _ in range(number()):
        at += 5  # byte order and type of the part
        parts.append(polygon())
    return parts


def wkb_of(parts: list[Part], multiple: bool) -> bytes:
    """Well-known binary of a polygon of one part, or of a multipolygon."""
    polygons = []
    for rings in parts:
        pieces = [struct.pack("<BII", 1, ogr.wkbPolygon, len(rings))]
        pieces += [struct.pack("<I", len(ring)) + np.ascontiguousarray(ring, "<f8").tobytes() for ring in rings]
        polygons.append(b"".join(pieces))
    if not multiple:
        return polygons[0]
    return struct.pack("<BII", 1, ogr.wkbMultiPolygon, len(polygons)) + b"".join(polygons)


def area(ring: Floats) -> float:
    """Area inside a ring, in the square of its unit."""
    x, y = (ring - ring[0]).T
    return abs(float(x[:-1] @ y[1:] - x[1:] @ y[:-1])) / 2.0


def placed(parts: list[Part], place: Callable[[Floats], Floats]) -> list[Part]:
    """All corners moved by a function."""
    return [[place(ring) for ring in rings] for rings in parts]


def simplified(parts: list[Part], stretch: float, tolerance: float) -> list[Part]:
    """Parts with fewer corners, each within the tolerance; the same ones where that would make them invalid.

    What GEOS from 3.12 on leaves of a part that is smaller than the tolerance may be a triangle of a fraction of its
    area; such a part, or hole, is simplified less.

    Args:
        parts: in pixels.
        stretch: height of a pixel in widths.
        tolerance: in widths of a pixel.
    """
    fewer = _fewer(parts, stretch, tolerance)
    pairs = [list(zip(exact, part)) for exact, part in zip(parts, fewer)]
    if not any(_is_another(*pair) for part in pairs for pair in part):
        return fewer
    if tolerance < SMALLEST_TOLERANCE:
        return parts
    less = tolerance / 2.0
    kept = [
        [simplified([[exact]], stretch, less)[0][0] if _is_another(exact, ring) else ring for exact, ring in part]
        for part in pairs
    ]
    # Rings that are simplified by different tolerances may meet.
    is_valid, _ = attempt(ogr.CreateGeometryFromWkb(wkb_of(kept, True)).IsValid)
    return kept if is_valid else simplified(parts, stretch, less)


def _is_another(exact: Floats, ring: Floats) -> bool:
    """Whether a simplified ring has lost too much of the area of what it was, or gained too much."""
    return abs(area(ring) - area(exact)) > LARGEST_CHANGE * area(exact)


def _fewer(parts: list[Part], stretch: float, tolerance: float) -> list[Part]:
    """The same, as GEOS simplifies them."""
    scale = np.array([1.0, stretch])
    exact = ogr.CreateGeometryFromWkb(wkb_of(placed(parts, lambda ring: ring * scale), True))
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        simple = exact.SimplifyPreserveTopology(tolerance)
        usable = simple is not None and not simple.IsEmpty() and simple.IsValid()
    except RuntimeError:  # where the host program has switched GDAL's exceptions on
        usable = False
    finally:
        gdal.PopErrorHandler()
    if not usable:
        return parts
    fewer = parts_of(bytes(ogr.ForceToMultiPolygon(simple).ExportToWkb(ogr.wkbNDR)))
    if len(fewer) != len(parts):
        return parts
    return placed(fewer, lambda ring: np.rint(ring / scale))
