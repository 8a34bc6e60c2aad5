"""The small shift that is left between two images of the same ground, by phase correlation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, osr

from .area import spatial_reference
from .errors import ScarpError
from .gdal_calls import attempt
from .polygon_pixels import PixelGrid, PolygonPixels
from .progress import Progress, check
from .scene import crs_of, ground_resolution_m, virtual

Floats = NDArray[np.float64]

SIDE, SMALLEST_SIDE = 256, 64
"""Of a window, in pixels of the coarser image; half of the image after the event where that is small."""
WINDOWS = 24
LARGEST_PX = 10
"""Shifts beyond this are not looked for."""
CUTOFF = 0.2
"""Of the Gaussian low pass, in cycles a pixel: finer detail is of the light and the sensor."""
CLEAR_PEAK = 8.0
"""How far the highest correlation must stand above the rest, in their standard deviations; of noise it is 5."""
FEWEST, AGREEING_SHARE, AGREE_PX = 3, 0.6, 1.0
NEGLIGIBLE_PX = 0.25
SMALLEST_VALID_SHARE = 0.75


@dataclass(frozen=True)
class Shift:
    """What an image before an event is to be moved by to lie on the one after it.

    Attributes:
        x: in the units of the CRS.
        y: likewise.
        crs_wkt: the CRS; empty for none.
        near: a point of it where the shift was found.
    """

    x: float
    y: float
    crs_wkt: str
    near: tuple[float, float]

    def on(self, raster: gdal.Dataset) -> tuple[float, float]:
        """The shift in the units of a raster's CRS."""
        own, other = spatial_reference(self.crs_wkt), spatial_reference(crs_of(raster))
        if own is None or other is None or own.IsSame(other):
            return self.x, self.y
        to_other = osr.CoordinateTransformation(own, other)
        start = to_other.TransformPoint(*self.near)
        end = to_other.TransformPoint(self.near[0] + self.x, self.near[1] + self.y)
        return end[0] - start[0], end[1] - start[1]


def phase_shift(before: Floats, after: Floats) -> tuple[float, float] | None:
    """The shift of one picture against another.

    Args:
        before: shape (rows, columns).
        after: the same shape.

    Returns:
        Columns and rows by which ``before`` is to be moved to lie on ``after``, to a fraction of a pixel and
        LARGEST_PX at most; nothing where the pictures have nothing clear in common.

    Source: Kuglin and Hines 1975, Proc. IEEE Conf. on Cybernetics and Society, 163-165.
    """
    rows, columns = before.shape
    reach = min(LARGEST_PX, min(rows, columns) // 2 - 1)
    if reach < 1:
        return None
    taper = np.outer(np.hanning(rows), np.hanning(columns))
    cross = np.fft.fft2((after - after.mean()) * taper) * np.conj(np.fft.fft2((before - before.mean()) * taper))
    size = np.abs(cross)
    if not size.max() > 0:
        return None
    frequency = np.hypot(np.fft.fftfreq(rows, 1.0)[:, None], np.fft.fftfreq(columns, 1.0)[None, :])
    cross *= np.exp(-0.5 * (frequency / CUTOFF) ** 2) / np.maximum(size, 1e-9 * size.max())
    whole = np.fft.fftshift(np.fft.ifft2(cross).real)
    middle = rows // 2, columns // 2
    part = whole[middle[0] - reach : middle[0] + reach + 1, middle[1] - reach : middle[1] + reach + 1]
    row, column = np.unravel_index(int(part.argmax()), part.shape)
    on_edge = row in (0, 2 * reach) or column in (0, 2 * reach)
    if on_edge or part[row, column] < CLEAR_PEAK * whole.std():
        return None
    down = _vertex(part[row - 1 : row + 2, column])
    across = _vertex(part[row, column - 1 : column + 2])
    return float(column - reach + across), float(row - reach + down)


def _vertex(values: Floats) -> float:
    """Where the parabola through three neighbours is highest, from the middle one: -0.5 to 0.5."""
    left, top, right = np.log(np.maximum(values, 1e-12))  # of a Gaussian peak, the logarithm is a parabola
    return float(np.clip(0.5 * (left - right) / min(left - 2 * top + right, -1e-12), -0.5, 0.5))


def find_shift(
    before: tuple[gdal.Dataset, Sequence[int]], after: tuple[gdal.Dataset, Sequence[int]], polygons: Sequence[bytes],
    crs_wkt: str, progress: Progress,
) -> Shift | None:  # fmt: skip
    """The shift between two images, measured in windows around polygons.

    Args:
        before: image before the event, and the bands to look at.
        after: image after it, likewise.
        polygons: as well-known binary.
        crs_wkt: of the polygons.
        progress: is told what was found.

    Returns:
        What the image before is to be moved by; nothing where the windows do not agree, or agree on next to nothing.

    Raises:
        ScarpError: if it is not known where the images lie.
        Cancelled: if asked to stop.
    """
    grid = PixelGrid.of(after[0])
    step = max(1.0, ground_resolution_m(before[0]) / ground_resolution_m(after[0]))
    seen = [_reduced(image, bands) for image, bands in (before, after)]
    found: list[tuple[float, float]] = []
    extent = max(1, int(min(grid.width, grid.height) / step))
    side = min(SIDE, max(SMALLEST_SIDE, extent // 2), extent)
    centres = _centres(PolygonPixels(polygons, crs_wkt, grid, after[0].GetDescription()), 0.5 * side * step)
    for done, centre in enumerate(centres):
        check(progress)
        first, second = (_picture(image, grid, centre, side, step) for image in seen)
        shift = None if first is None or second is None else phase_shift(first, second)
        if shift is not None:
            found.append(shift)
        progress.setProgress(100.0 * (done + 1) / len(centres))
    shifts = np.array(found).reshape(-1, 2)
    if len(shifts) < FEWEST:
        progress.pushInfo(
            f"Alignment: the images could be compared in {len(shifts)} of {len(centres)} windows, which is too few to "
            "tell a shift; they are taken as they lie."
        )
        return None
    agreeing = np.abs(shifts - np.median(shifts, axis=0)).max(axis=1) <= AGREE_PX
    x, y = np.median(shifts[agreeing], axis=0).tolist() if agreeing.any() else (0.0, 0.0)
    said = f"{x:+.2f} columns, {y:+.2f} rows of {step * ground_resolution_m(after[0]):.3g} m (median)"
    if agreeing.mean() < AGREEING_SHARE:
        progress.pushWarning(
            f"Alignment: the windows do not agree on a shift ({said}; {agreeing.sum()} of {len(shifts)} within a pixel "
            "of it), so the images are taken as they lie. Register them if the evidence looks wrong."
        )
        return None
    agreed = f"{said}; {agreeing.sum()} of {len(shifts)} windows agree"
    if math.hypot(x, y) < NEGLIGIBLE_PX:
        progress.pushInfo(f"Alignment: the images lie on each other ({agreed}).")
        return None
    progress.pushInfo(f"Alignment: the image before is moved by {agreed}.")
    _, a, b, _, c, d = grid.geotransform
    middle = grid.to_map(np.array(centres).mean(axis=0, keepdims=True))[0]
    return Shift(step * (a * x + b * y), step * (c * x + d * y), grid.crs_wkt, (float(middle[0]), float(middle[1])))


def _centres(pixels: PolygonPixels, half: float) -> list[tuple[float, float]]:
    """Columns and rows to look at: of some of the polygons, and beside them where they are few; inside the image.

    Args:
        pixels: of the polygons.
        half: half the side of a window, in pixels.
    """
    order = [index for index in pixels.order() if pixels.grid.clipped(*pixels.boxes[index]) is not None]
    chosen = order[:: max(1, math.ceil(len(order) / WINDOWS))]
    centres = [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in pixels.boxes[chosen].tolist()]
    if len(centres) <= WINDOWS // 3:
        beside = (0.0, -2 * half, 2 * half)
        centres = [(x + across, y + down) for down in beside for across in beside for x, y in centres][:WINDOWS]
    last_x, last_y = max(half, pixels.grid.width - half), max(half, pixels.grid.height - half)
    return sorted({(min(max(x, half), last_x), min(max(y, half), last_y)) for x, y in centres})


def _reduced(image: gdal.Dataset, bands: Sequence[int]) -> gdal.Dataset:
    return virtual(image, image.GetDescription(), bandList=list(bands))


def _picture(
    image: gdal.Dataset, grid: PixelGrid, centre: tuple[float, float], side: int, step: float
) -> Floats | None:
    """The brightness of an image in a window of a grid; nothing where much of it is nodata."""
    window = gdal.GetDriverByName("MEM").Create("", side, side, image.RasterCount, gdal.GDT_Float32)
    corner = np.array([centre]) - step * side / 2
    ((x, y),) = grid.to_map(np.round(corner)).tolist()
    _, a, b, _, c, d = grid.geotransform
    window.SetGeoTransform((x, a * step, b * step, y, c * step, d * step))
    window.SetProjection(grid.crs_wkt)
    for number in range(1, image.RasterCount + 1):
        window.GetRasterBand(number).SetNoDataValue(math.nan)
        window.GetRasterBand(number).Fill(math.nan)
    method = "average" if step > 1 else "bilinear"
    warped, reason = attempt(gdal.Warp, window, image, resampleAlg=method)
    if not warped:
        raise ScarpError(
            f'The layer "{image.GetDescription()}" cannot be laid over the other image ({reason}). Check the '
            "coordinate systems, or switch the alignment off."
        )
    picture: Floats = window.ReadAsArray().reshape(-1, side, side).astype(np.float64).mean(axis=0)
    known = np.isfinite(picture)
    if known.mean() < SMALLEST_VALID_SHARE:
        return None
    picture[~known] = picture[known].mean()
    return picture
