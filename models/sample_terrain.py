"""Terrain of the sample event: a river valley, its drainage, and ridges with hillslopes near failure."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, gdal_array, ogr, osr

RIVER_FALL = 0.006
CRITICAL_SLOPE = 0.85
NODES_ACROSS = 110
NODE_SPACING_M = 13.0
MAX_NODES = 60_000
MARGIN = 0.12
NEIGHBOURS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))


@dataclass(frozen=True)
class Terrain:
    """A landscape on the pixel grid of a scene; x runs right and y down from the upper left corner.

    Attributes:
        dem: shape (height, width), float32, metres.
        resolution_m: ground size of a pixel.
        river_xy_m: shape (n, 2), the line of the river channel, downstream is to the right.
        river_width_m: width of the water.
        valley_xy_m: shape (n, 2), the middle of the flat valley floor.
        floor_half_width_m: half of the width of the valley floor.
        floor: shape (height, width), float32, 1 on the valley floor, 0 on the hillslopes.
        slope: shape (height, width, 2), float32, dz/dy and dz/dx of the smoothed DEM.
    """

    dem: NDArray[Any]
    resolution_m: float
    river_xy_m: NDArray[Any]
    river_width_m: float
    valley_xy_m: NDArray[Any]
    floor_half_width_m: float
    floor: NDArray[Any]
    slope: NDArray[Any]

    @property
    def slope_deg(self) -> NDArray[Any]:
        """Slope of the smoothed DEM in degrees, shape (height, width)."""
        degrees: NDArray[Any] = np.degrees(np.arctan(np.hypot(self.slope[..., 0], self.slope[..., 1])))
        return degrees


def resample(
    array: NDArray[Any],
    shape: tuple[int, ...],
    window: tuple[float, float, float, float] | None = None,
    method: int = gdal.GRIORA_CubicSpline,
) -> NDArray[Any]:
    """Resample a grid to another number of rows and columns.

    Args:
        array: shape (rows, columns).
        shape: rows and columns wanted.
        window: the part of `array` to take, as x offset, y offset, width, height in its own pixels; all of it if None.
        method: a `gdal.GRIORA_` constant.

    Returns:
        Shape `shape`, float32.
    """
    pixels = np.ascontiguousarray(array, np.float32)
    raster = gdal_array.OpenArray(pixels)
    x, y, width, height = window or (0, 0, array.shape[1], array.shape[0])
    band = raster.GetRasterBand(1)
    resized: NDArray[Any] = band.ReadAsArray(x, y, width, height, shape[1], shape[0], resample_alg=method)
    return resized


def smooth(array: NDArray[Any], radius_px: float) -> NDArray[Any]:
    """Smooth a grid over about `radius_px` pixels by averaging it down and interpolating it back."""
    factor = max(1.0, radius_px)
    rows, columns = (max(2, round(size / factor)) for size in array.shape)
    return resample(resample(array, (rows, columns), method=gdal.GRIORA_Average), array.shape)


def fractal_noise(
    rng: np.random.Generator,
    shape: tuple[int, ...],
    resolution_m: float,
    coarsest_m: float,
    finest_m: float,
    persistence: float = 0.5,
) -> NDArray[Any]:
    """Gaussian noise summed over octaves of wavelength.

    Octaves that the pixels cannot show are left out and not made up for, as a coarser sensor averages them away.

    Args:
        rng: the source of randomness.
        shape: rows and columns.
        resolution_m: ground size of a pixel.
        coarsest_m: distance between the nodes of the first octave.
        finest_m: distance between the nodes of the last octave.
        persistence: amplitude of an octave relative to the one before.

    Returns:
        Shape `shape`, float32, mean about 0, standard deviation about 1 where all octaves are shown.
    """
    spacing_m, amplitude, power = coarsest_m, 1.0, 0.0
    nodes = [int(np.ceil(size * resolution_m / coarsest_m)) + 2 for size in shape]
    field = np.zeros(nodes, np.float32)
    total = None
    while True:
        if spacing_m >= resolution_m:
            # Cubic splines weaken white nodes to about 0.48; nodes as fine as the pixels are shown unweakened.
            shown = amplitude * (0.48 if spacing_m < 1.5 * resolution_m else 1.0)
            field = field + np.float32(shown) * rng.standard_normal(field.shape, np.float32)
        power += (0.48 * amplitude) ** 2
        if spacing_m / 2 < finest_m:
            break
        spacing_m, amplitude = spacing_m / 2, amplitude * persistence
        if spacing_m >= resolution_m:
            field = resample(field, (2 * field.shape[0], 2 * field.shape[1]))
            total = spacing_m
    shown_m = total or coarsest_m
    window = (0, 0, shape[1] * resolution_m / shown_m, shape[0] * resolution_m / shown_m)
    return resample(field, shape, window) / np.float32(np.sqrt(power))


def without_small(mask: NDArray[Any], smallest_px: int) -> NDArray[Any]:
    """Drop the pieces of a mask, connected by edges or corners, that have fewer than `smallest_px` pixels; bool."""
    raster = gdal_array.OpenArray(mask.astype(np.uint8))
    gdal.SieveFilter(raster.GetRasterBand(1), None, raster.GetRasterBand(1), smallest_px, 8)
    burnt: NDArray[Any] = (raster.ReadAsArray() > 0) & mask
    return burnt


def distance_to_line(xy_m: NDArray[Any], shape: tuple[int, ...], resolution_m: float) -> NDArray[Any]:
    """Distance of every pixel to a line.

    Args:
        xy_m: shape (n, 2), the line.
        shape: rows and columns.
        resolution_m: ground size of a pixel.

    Returns:
        Shape `shape`, float32, metres.
    """
    raster = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
    raster.SetGeoTransform((0, resolution_m, 0, 0, 0, resolution_m))
    # GDAL warns where raster and line have no coordinate system to compare.
    local = osr.SpatialReference('LOCAL_CS["scene",UNIT["metre",1]]')
    raster.SetSpatialRef(local)
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("line", local, geom_type=ogr.wkbLineString)
    feature = ogr.Feature(layer.GetLayerDefn())
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in xy_m.tolist():
        line.AddPoint_2D(x, y)
    feature.SetGeometry(line)
    layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, burn_values=[1], options=["ALL_TOUCHED=FALSE"])
    distance = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Float32)
    gdal.ComputeProximity(raster.GetRasterBand(1), distance.GetRasterBand(1), ["VALUES=1"])
    metres: NDArray[Any] = distance.ReadAsArray() * np.float32(resolution_m)
    return metres


def steady_relief(
    rng: np.random.Generator, base: NDArray[Any], base_m: NDArray[Any], strength: NDArray[Any], spacing_m: float
) -> NDArray[Any]:
    """Elevation of a landscape whose streams have come to the slope that their catchment asks for.

    Slope falls with catchment area as a power (stream power in steady state) and is capped on hillslopes; the
    drainage tree and the elevations are found by turns.

    Args:
        rng: the source of randomness, for the first drainage tree.
        base: shape (rows, columns), bool, the nodes whose elevation is given.
        base_m: shape (rows, columns), elevation at those nodes.
        strength: shape (rows, columns), factor on the slope of the ground.
        spacing_m: distance between nodes.

    Returns:
        Shape (rows, columns), float64, metres; every node that is not base has a lower neighbour.

    Source: Tzathas et al. 2024, Computer Graphics Forum 43(2), analytical erosion; the turns are a simple form of it.
    """
    rows, columns = base.shape
    index = np.arange(rows * columns).reshape(rows, columns)
    padded = np.pad(index, 1, constant_values=-1)
    around = np.stack([padded[1 + r : 1 + r + rows, 1 + c : 1 + c + columns].ravel() for r, c in NEIGHBOURS])
    run = np.array([np.hypot(r, c) * spacing_m for r, c in NEIGHBOURS])
    # Without a random preference for links (Rho8), valleys follow the eight directions of the grid.
    preference = rng.uniform(0.5, 1.0, around.shape)
    # First tree: cheapest paths to the base over ground of random cost, which branch as streams do.
    cost = (0.3 + rng.random(rows * columns) ** 2 * 3.0).tolist()
    neighbours, lengths = around.T.tolist(), run.tolist()
    elevation = np.where(base, base_m, np.inf).ravel()
    z = elevation.tolist()
    queue = [(z[node], node) for node in np.flatnonzero(base)]
    heapq.heapify(queue)
    while queue:
        height, node = heapq.heappop(queue)
        if height > z[node]:
            continue
        for other, length in zip(neighbours[node], lengths):
            if other >= 0 and height + 0.5 * length * cost[other] < z[other]:
                z[other] = height + 0.5 * length * cost[other]
                heapq.heappush(queue, (z[other], other))
    elevation = np.array(z)
    fixed, factor = base.ravel(), (CRITICAL_SLOPE * strength).ravel()
    for _ in range(8):
        known = np.append(elevation, np.inf)
        drop = (elevation - known[around]) / run[:, None]
        steepest = (drop * np.where(drop > 0, preference, 1.0)).argmax(0)
        receiver = around[steepest, index.ravel()]
        receiver_list, order = receiver.tolist(), np.argsort(elevation, kind="stable")
        area = [1.0] * elevation.size
        upwards = order[~fixed[order]].tolist()
        for node in reversed(upwards):
            area[receiver_list[node]] += area[node]
        # A third of a percent keeps water flowing down however large the catchment is.
        slope = np.maximum(factor * np.minimum(1.0, (np.array(area) / 7.0) ** -0.55), 0.003)
        rise = (slope * run[steepest]).tolist()
        z = elevation.tolist()
        for node in upwards:
            z[node] = z[receiver_list[node]] + rise[node]
        elevation = np.array(z)
    return elevation.reshape(rows, columns)


def warp(rng: np.random.Generator, grid: NDArray[Any], strength: NDArray[Any]) -> NDArray[Any]:
    """Bend a grid sideways by smooth noise of a few nodes, which hides that its valleys were laid out on nodes.

    Args:
        rng: the source of randomness.
        grid: shape (rows, columns).
        strength: shape (rows, columns), factor on the displacement, 0 where nothing may move.

    Returns:
        Shape (rows, columns), float64.
    """
    rows, columns = grid.shape
    noise = [fractal_noise(rng, grid.shape, 1.0, 14.0, 3.0) * 2.2 * strength for _ in range(2)]
    r = np.clip(np.arange(rows)[:, None] + noise[0], 0, rows - 1.001)
    c = np.clip(np.arange(columns)[None, :] + noise[1], 0, columns - 1.001)
    top, left = r.astype(int), c.astype(int)
    down, right = r - top, c - left
    upper = grid[top, left] * (1 - right) + grid[top, left + 1] * right
    lower = grid[top + 1, left] * (1 - right) + grid[top + 1, left + 1] * right
    between: NDArray[Any] = upper * (1 - down) + lower * down
    return between


def sample_terrain(rng: np.random.Generator, shape: tuple[int, ...], resolution_m: float) -> Terrain:
    """Make a landscape: hillslopes near 35 degrees, tributaries, and a flat floor with a meandering river.

    Below about 1.5 km of extent the valley shrinks with the scene, so that a small scene still has its slopes.

    Args:
        rng: the source of randomness.
        shape: rows and columns.
        resolution_m: ground size of a pixel.

    Returns:
        The terrain.
    """
    height_m, width_m = shape[0] * resolution_m, shape[1] * resolution_m
    extent_m = min(height_m, width_m)
    spacing_m = min(NODE_SPACING_M, extent_m / NODES_ACROSS)
    spacing_m = max(spacing_m, np.sqrt(height_m * width_m * (1 + 2 * MARGIN) ** 2 / MAX_NODES))
    margin = int(np.ceil(MARGIN * extent_m / spacing_m)) + 2
    rows, columns = (int(np.ceil(size / spacing_m)) + 2 * margin for size in (height_m, width_m))
    x_m = (np.arange(columns) - margin + 0.5) * spacing_m
    y_m = (np.arange(rows) - margin + 0.5) * spacing_m

    scale_m = min(extent_m, 2500.0)
    floor_m = np.clip(0.058 * scale_m, 4.0, 100.0)
    river_m = np.clip(0.012 * scale_m, 1.5, 18.0)
    start, end = height_m * (rng.choice([0.3, 0.7]) + rng.uniform(-0.12, 0.12, 2))
    line_x = np.linspace(-0.2 * width_m, 1.2 * width_m, 700)
    phase = rng.uniform(0, 2 * np.pi, 4)
    bends = np.sin(line_x / (0.16 * scale_m) + phase[0]) + 0.6 * np.sin(line_x / (0.075 * scale_m) + phase[1])
    valley_y = start + (end - start) * line_x / width_m + 0.045 * scale_m * bends
    meanders = np.sin(line_x / (0.6 * floor_m) + phase[2]) + 0.25 * np.sin(line_x / (0.31 * floor_m) + phase[3])
    river_y = valley_y + 0.33 * floor_m * meanders

    middle, tangent = np.interp(x_m, line_x, valley_y), np.gradient(valley_y, line_x)
    across = (y_m[:, None] - middle) * np.cos(np.arctan(np.interp(x_m, line_x, tangent)))
    rough = fractal_noise(rng, (rows, columns), spacing_m, 0.15 * scale_m, 2 * spacing_m)
    half_width = floor_m * np.clip(1 + 0.28 * rough, 0.45, 1.8)
    base_m = 60.0 + RIVER_FALL * (width_m - x_m)[None, :] + 0.012 * np.abs(across)
    floor = np.abs(across) <= half_width
    outer = np.zeros_like(floor)
    outer[[0, -1]] = True
    lithology = fractal_noise(rng, (rows, columns), spacing_m, 0.25 * scale_m, 4 * spacing_m)
    outer_m = base_m + 0.07 * scale_m * np.clip(1 + 0.6 * rough, 0.1, 2)
    nodes = steady_relief(rng, floor | outer, np.where(outer, outer_m, base_m), np.exp(0.18 * lithology), spacing_m)
    nodes = warp(rng, smooth(nodes, 1.2), np.clip(np.abs(across) / half_width - 1, 0, 1))
    window = (margin, margin, width_m / spacing_m, height_m / spacing_m)
    dem = resample(nodes, shape, window)
    flat = np.clip(1.6 * resample(floor, shape, window) - 0.3, 0, 1)
    detail = fractal_noise(rng, shape, resolution_m, 4 * spacing_m, max(2.0, 0.5 * resolution_m))
    dem += (1 - 0.95 * flat) * detail * np.float32(0.11 * spacing_m)
    line = np.column_stack([line_x, river_y])
    river = distance_to_line(line, shape, resolution_m)
    dem -= np.clip(1.5 * (1 - river / (1.2 * river_m)), 0, 1).astype(np.float32) * np.float32(0.08 * river_m)
    radius_m = np.clip(0.008 * scale_m, resolution_m, 10.0)
    slope = np.stack(np.gradient(smooth(dem, radius_m / resolution_m), np.float32(resolution_m)), axis=-1)
    return Terrain(
        dem, resolution_m, line, float(river_m), np.column_stack([line_x, valley_y]), float(floor_m), flat, slope
    )
