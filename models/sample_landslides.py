"""Landslides of the sample event: where they start, how they run, and the pixels they cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .sample_terrain import Terrain, fractal_noise, smooth

LARGEST_SHARE = 0.14
MIN_AREA_PX = 6
PATH_POINTS = 42
ATTEMPTS = 40


@dataclass(frozen=True)
class Landslides:
    """Landslides on the pixel grid of a scene; all arrays have shape (height, width).

    Attributes:
        number: int32, 0 where there is none, else the landslide's number, 1 to `count`.
        progress: float32, 0 at the crown to 1 at the toe.
        along_m: float32, distance from the crown along the path.
        across_m: float32, distance from the path, negative on its left.
        depth: float32, 1 on the path to 0 at the outline.
        count: how many there are.
    """

    number: NDArray[Any]
    progress: NDArray[Any]
    along_m: NDArray[Any]
    across_m: NDArray[Any]
    depth: NDArray[Any]
    count: int


@dataclass(frozen=True)
class Path:
    """One landslide's way: points as row and column, half-width at each, all in pixels."""

    rows: NDArray[Any]
    columns: NDArray[Any]
    half_width: NDArray[Any]


def landslide_areas_m2(rng: np.random.Generator, count: int, mean_m2: float) -> NDArray[Any]:
    """Draw areas whose tail falls as a power of 2.4, the largest first, about `mean_m2` on average.

    Source: Malamud et al. 2004, Earth Surface Processes and Landforms 29, 687-711 (inverse gamma distribution).
    """
    areas = 1.0 / rng.gamma(1.4, 1.0, count)
    areas = np.clip(areas, 0.25, 40.0) / 1.9
    return np.sort(areas)[::-1] * mean_m2


def crowns(rng: np.random.Generator, terrain: Terrain, free: NDArray[Any], count: int) -> NDArray[Any]:
    """Draw pixels where landslides may start: steep ground, rather in hollows and on convex breaks, in clusters.

    Args:
        rng: the source of randomness.
        terrain: the landscape.
        free: shape (height, width), bool, where a landslide may be.
        count: how many pixels at most.

    Returns:
        Shape (n, 2), row and column, in the order to try them.
    """
    resolution_m, shape = terrain.resolution_m, terrain.dem.shape
    slope_deg = terrain.slope_deg
    steep = np.percentile(slope_deg[free], 60) if free.any() else 0.0
    extent_m = min(shape) * resolution_m
    cluster = fractal_noise(rng, shape, resolution_m, 0.3 * extent_m, 0.05 * extent_m)
    bulge = terrain.dem - smooth(terrain.dem, max(2.0, 0.03 * extent_m / resolution_m))
    bulge = np.abs(bulge) / (bulge.std() + 1e-6)
    weight = np.exp(0.9 * cluster + 0.5 * np.clip(bulge, 0, 2) + 0.12 * np.clip(slope_deg - steep, 0, 12))
    weight[~free | (slope_deg < steep) | (terrain.floor > 0.02)] = 0
    possible = np.flatnonzero(weight)
    # Gumbel keys sort the pixels as a weighted draw without replacement would.
    keys = np.log(weight.ravel()[possible]) + rng.gumbel(size=possible.size)
    best = np.argsort(-keys, kind="stable")[:count]
    return np.column_stack(np.unravel_index(possible[best], shape))


def run_down(
    rng: np.random.Generator, terrain: Terrain, blocked: NDArray[Any], crown: NDArray[Any], area_m2: float
) -> Path | None:
    """Follow the steepest descent from a crown, with momentum, until the energy line meets the ground.

    Args:
        rng: the source of randomness.
        terrain: the landscape.
        blocked: shape (height, width), bool, where the mass stops: the river.
        crown: row and column.
        area_m2: the area wanted; a mass that stops early covers less.

    Returns:
        The path, or None where the ground is too flat to run.
    """
    resolution_m, (height, width) = terrain.resolution_m, terrain.dem.shape
    elongation = np.clip(np.exp(rng.normal(1.3, 0.45)), 1.4, 11.0)
    width_m = np.sqrt(area_m2 / (0.62 * elongation))
    length_px = elongation * width_m / resolution_m
    friction = rng.uniform(0.2, 0.38)
    step = max(0.5, length_px / 120)
    turning = rng.uniform(0.25, 0.55) * min(1.0, step)
    row, column = crown + 0.5
    start_m, heading, points = terrain.dem[crown[0], crown[1]], None, [(row, column)]
    for travelled in np.arange(step, length_px + step, step):
        r, c = int(row), int(column)
        down = -terrain.slope[r, c] / max(1e-6, float(np.hypot(*terrain.slope[r, c])))
        heading = down if heading is None else (1 - turning) * heading + turning * down
        heading = heading / max(1e-6, float(np.hypot(*heading)))
        row, column = row + step * heading[0], column + step * heading[1]
        if not (0 <= row < height and 0 <= column < width) or blocked[int(row), int(column)]:
            break
        fallen_m = start_m - terrain.dem[int(row), int(column)]
        if fallen_m < friction * 0.8 * (travelled - 4 * step) * resolution_m:
            break
        points.append((row, column))
    if len(points) < 3 or start_m <= terrain.dem[int(points[-1][0]), int(points[-1][1])]:
        return None
    way = np.array(points)
    at = np.linspace(0, len(way) - 1, min(PATH_POINTS, len(way)))
    rows, columns = (np.interp(at, np.arange(len(way)), way[:, axis]) for axis in (0, 1))
    s = at / (len(way) - 1)
    # A scar with a round head, a narrower way, and a lobe of debris that ends round.
    neck, lobe = rng.uniform(0.3, 0.7) if elongation > 2.2 else 0.85, rng.uniform(0.5, 1.1)
    uneven = np.exp(np.interp(s, np.linspace(0, 1, 7), rng.normal(0, 0.2, 7)))
    profile = uneven * np.interp(
        s, [0, 0.06, 0.2, 0.35, 0.6, 0.85, 0.95, 1], [0.45, 0.75, 1, 0.9, neck, lobe, 0.85 * lobe, 0.5 * lobe]
    )
    return Path(rows, columns, np.maximum(0.5 * width_m / resolution_m * profile, 0.85))


def reached(mask: NDArray[Any], row: int, column: int) -> NDArray[Any]:
    """Return the part of `mask` that is connected, by pixel edges, to one of its pixels; shape and type of `mask`."""
    part = np.zeros_like(mask)
    part[row, column] = mask[row, column]
    size = 0
    while part.sum() != size:
        size = part.sum()
        for _ in range(2):
            # Every run of mask pixels along a row that holds a reached pixel is reached.
            framed = np.pad(mask, ((0, 0), (1, 0)))
            runs = np.cumsum(framed[:, 1:] & ~framed[:, :-1]).reshape(mask.shape)
            part = mask & (np.bincount(runs.ravel(), part.ravel(), runs.max() + 1) > 0)[runs]
            mask, part = mask.T, part.T
    return part


def sample_landslides(
    rng: np.random.Generator, terrain: Terrain, valid: NDArray[Any], blocked: NDArray[Any], count: int, overlap: bool
) -> Landslides:
    """Make landslides on a landscape.

    Args:
        rng: the source of randomness.
        terrain: the landscape.
        valid: shape (height, width), bool, where the images have pixels; landslides end there.
        blocked: shape (height, width), bool, where masses stop: the river.
        count: how many are wanted; fewer come back where they do not fit.
        overlap: whether one may run into another, so that they touch; else two pixels or more lie between any two.

    Returns:
        The landslides, numbered by size wanted, the largest first; each is one piece, connected by pixel edges.
    """
    shape, resolution_m = terrain.dem.shape, terrain.resolution_m
    number = np.zeros(shape, np.int32)
    progress, along, across, depth = (np.zeros(shape, np.float32) for _ in range(4))
    free = valid & ~blocked
    edge = fractal_noise(rng, shape, resolution_m, 24.0, 1.0, 0.75) * np.float32(0.36)
    mean_m2 = min(1700.0, LARGEST_SHARE * free.sum() * resolution_m**2 / max(1, count))
    smallest_m2 = 1.6 * MIN_AREA_PX * resolution_m**2
    areas = np.clip(
        landslide_areas_m2(rng, count, mean_m2),
        smallest_m2,
        0.05 * free.sum() * resolution_m**2,
    )
    starts = iter(crowns(rng, terrain, free, ATTEMPTS * count + 100))
    gap = 0 if overlap else 2
    made = 0
    for wanted_m2 in areas:
        for attempt, start in zip(range(ATTEMPTS), starts):
            # What does not fit here may fit smaller elsewhere.
            area_m2 = max(wanted_m2 * 0.95**attempt, smallest_m2)
            if not free[start[0], start[1]]:
                continue
            path = run_down(rng, terrain, blocked, start, area_m2)
            if path is None:
                continue
            window, fit = _footprint(path, shape, resolution_m)
            inside = (fit["depth"] > edge[window]) | (fit["depth"] > 0.75)
            row, column = start[0] - window[0].start, start[1] - window[1].start
            whole = inside.sum()
            inside = reached(inside & free[window], row, column)
            if inside.sum() < max(MIN_AREA_PX, 0.55 * whole, 0.3 * area_m2 / resolution_m**2):
                continue
            if not _runs_down(terrain.dem[window][inside], fit["progress"][inside]):
                continue
            made += 1
            number[window][inside] = made
            for array, name in ((progress, "progress"), (along, "along_m"), (across, "across_m"), (depth, "depth")):
                array[window][inside] = fit[name][inside]
            _occupy(free, window, inside, gap)
            break
    return Landslides(number, progress, along, across, depth, made)


def _footprint(
    path: Path, shape: tuple[int, ...], resolution_m: float
) -> tuple[tuple[slice, ...], dict[str, NDArray[Any]]]:
    """Fit every pixel around a path to the path: how deep inside it is, how far along, and how far aside."""
    reach = path.half_width.max() + 2
    window = tuple(
        slice(int(max(0, points.min() - reach)), int(min(size, points.max() + reach + 1)))
        for points, size in ((path.rows, shape[0]), (path.columns, shape[1]))
    )
    y = np.arange(window[0].start, window[0].stop, dtype=np.float32)[:, None] + np.float32(0.5)
    x = np.arange(window[1].start, window[1].stop, dtype=np.float32)[None, :] + np.float32(0.5)
    best = np.full((y.size, x.size), np.inf, np.float32)
    nearest = np.zeros(best.shape, np.int16)
    for point, (row, column, half) in enumerate(zip(path.rows, path.columns, path.half_width)):
        ratio = (((y - row) ** 2 + (x - column) ** 2) / half**2).astype(np.float32)
        closer = ratio < best
        nearest[closer] = point
        np.minimum(best, ratio, out=best)
    steps = np.gradient(path.rows), np.gradient(path.columns)
    length = np.hypot(*steps) + 1e-9
    to_row, to_column = (steps[0] / length)[nearest], (steps[1] / length)[nearest]
    off_row, off_column = y - path.rows[nearest], x - path.columns[nearest]
    run = np.concatenate([[0], np.cumsum(np.hypot(np.diff(path.rows), np.diff(path.columns)))])
    along = run[nearest] + off_row * to_row + off_column * to_column
    fit = {
        "progress": np.clip(along / run[-1], 0, 1).astype(np.float32),
        "along_m": (along * resolution_m).astype(np.float32),
        "across_m": ((off_row * to_column - off_column * to_row) * resolution_m).astype(np.float32),
        "depth": np.clip(1 - best, -1, 1),
    }
    return window, fit


def _runs_down(heights_m: NDArray[Any], progress: NDArray[Any]) -> bool:
    """Say whether the upper quarter of the way is higher than the lower; a wide mass in a hollow covers both banks."""
    upper, lower = np.quantile(progress, (0.25, 0.75))
    return bool(heights_m[progress <= upper].mean() > heights_m[progress >= lower].mean())


def _occupy(free: NDArray[Any], window: tuple[slice, ...], inside: NDArray[Any], gap: int) -> None:
    """Take a landslide's pixels, and those within `gap` pixels around it, out of `free`."""
    grown = np.pad(inside, gap)
    for axis in (0, 1):
        grown = np.logical_or.reduce([np.roll(grown, shift, axis) for shift in range(-gap, gap + 1)])
    top, left = window[0].start - gap, window[1].start - gap
    cut = grown[max(0, -top) :, max(0, -left) :]
    area = free[max(0, top) : top + grown.shape[0], max(0, left) : left + grown.shape[1]]
    area[cut[: area.shape[0], : area.shape[1]]] = False
