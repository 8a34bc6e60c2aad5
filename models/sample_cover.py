"""Land cover of the sample event: what grows, stands and lies on the terrain, and its colours before any light."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .sample_landslides import Landslides
from .sample_terrain import Terrain, distance_to_line, fractal_noise, resample, without_small

CONIFER, BROADLEAF = (0.050, 0.082, 0.042), (0.072, 0.106, 0.048)
GRASS, SHRUB = (0.150, 0.200, 0.085), (0.120, 0.165, 0.075)
SOIL, DEBRIS, GRAVEL, ROCK = (0.335, 0.262, 0.182), (0.215, 0.165, 0.118), (0.31, 0.30, 0.275), (0.31, 0.295, 0.265)
WATER, ASPHALT, TRACK = (0.085, 0.115, 0.100), (0.24, 0.24, 0.242), (0.31, 0.265, 0.20)
CROPS = np.array(
    [
        (0.14, 0.22, 0.07),
        (0.19, 0.27, 0.09),
        (0.27, 0.28, 0.12),
        (0.36, 0.31, 0.17),
        (0.34, 0.26, 0.17),
        (0.24, 0.18, 0.12),
    ]
)
ROOFS = np.array([(0.20, 0.21, 0.23), (0.15, 0.24, 0.38), (0.38, 0.17, 0.13), (0.60, 0.60, 0.60), (0.33, 0.29, 0.25)])


@dataclass(frozen=True)
class Cover:
    """What covers the ground.

    Attributes:
        reflectance: shape (3, height, width), float32, red, green, blue, 0 to 1.
        tall_m: shape (height, width), float32, height of trees and buildings, and of ground moved, above the DEM.
        green: shape (height, width), float32, 1 where plants cover the ground, which change with the season.
    """

    reflectance: NDArray[Any]
    tall_m: NDArray[Any]
    green: NDArray[Any]


def crown_height_m(
    rng: np.random.Generator, where: NDArray[Any], resolution_m: float, spacing_m: float
) -> NDArray[Any]:
    """Height of a forest's canopy: a dome for each tree, one tree in each cell of a disturbed grid.

    Args:
        rng: the source of randomness.
        where: shape (height, width), bool, the forest.
        resolution_m: ground size of a pixel.
        spacing_m: mean distance between trees.

    Returns:
        Shape (height, width), float32, in units of the mean tree, 0 between trees and outside the forest.
    """
    shape = where.shape
    if spacing_m < 1.8 * resolution_m:
        rough = fractal_noise(rng, shape, resolution_m, 3 * spacing_m, spacing_m, 0.8)
        return np.where(where, np.float32(0.7) + np.float32(0.12) * rough, np.float32(0))
    spacing = np.float32(spacing_m / resolution_m)
    cells = tuple(int(np.ceil(size / spacing)) + 3 for size in shape)
    offset = rng.uniform(0.1, 0.9, (2, *cells)).astype(np.float32)
    height = np.clip(rng.normal(0.8, 0.3, cells), 0.1, 1.5).astype(np.float32)
    inverse = (1 / (rng.uniform(0.5, 1.15, cells) ** 2)).astype(np.float32)
    tree_row = (offset[0] + np.arange(cells[0], dtype=np.float32)[:, None] - 1).ravel()
    tree_column = (offset[1] + np.arange(cells[1], dtype=np.float32)[None, :] - 1).ravel()
    height, inverse = height.ravel(), inverse.ravel()
    rows, columns = np.nonzero(where)
    y, x = (rows + np.float32(0.5)) / spacing, (columns + np.float32(0.5)) / spacing
    cell = (y.astype(np.int32) + 1) * cells[1] + x.astype(np.int32) + 1
    top = np.zeros(y.size, np.float32)
    for shift in (-1, 0, 1):
        for aside in (-1, 0, 1):
            tree = cell + (shift * cells[1] + aside)
            dy, dx = y - tree_row[tree], x - tree_column[tree]
            dome = height[tree] * (1 - (dy * dy + dx * dx) * inverse[tree])
            np.maximum(top, dome, out=top)
    canopy = np.zeros(shape, np.float32)
    canopy[rows, columns] = np.sqrt(top)
    return canopy


class Ground:
    """The ground being painted, one kind of cover over another, on a terrain."""

    def __init__(self, rng: np.random.Generator, terrain: Terrain):
        self.rng, self.terrain = rng, terrain
        self.shape, self.resolution_m = terrain.dem.shape, terrain.resolution_m
        self.extent_m = min(self.shape) * self.resolution_m
        self.reflectance = np.empty((3, *self.shape), np.float32)
        self.tall_m = np.zeros(self.shape, np.float32)
        self.green = np.ones(self.shape, np.float32)
        side = rng.choice([-1.0, 1.0])
        self.road_xy_m = terrain.valley_xy_m + np.array([0.0, side * 0.72 * terrain.floor_half_width_m])
        self.fine = self.noise(6.0, 0.6, 0.85)
        self.middle = self.noise(60.0, 8.0, 0.6)
        self.y_m, self.x_m = (
            (np.arange(size, dtype=np.float32) + np.float32(0.5)) * np.float32(self.resolution_m) for size in self.shape
        )

    def noise(self, coarsest_m: float, finest_m: float, persistence: float = 0.5) -> NDArray[Any]:
        """Fractal noise on the ground's grid."""
        return fractal_noise(self.rng, self.shape, self.resolution_m, coarsest_m, finest_m, persistence)

    def paint(
        self, where: NDArray[Any], colour: Any, texture: float, tall_m: float = 0.0, green: float = 0.0,
        share: float = 1.0,
    ) -> None:  # fmt: skip
        """Cover a share of the ground where `where` (bool) is true with a colour, or one per pixel of shape (3, n)."""
        shade = 1 + np.float32(texture) * self.fine[where] + np.float32(0.5 * texture) * self.middle[where]
        for band in range(3):
            old = self.reflectance[band][where]
            self.reflectance[band][where] = old + np.float32(share) * (np.clip(colour[band] * shade, 0.01, 0.9) - old)
        self.tall_m[where] *= np.float32(1 - share)
        self.tall_m[where] += np.float32(share * tall_m)
        self.green[where] = green

    def forest(self) -> None:
        """Conifer plantations in stands and broadleaved trees, everywhere."""
        kind = self.noise(0.22 * min(self.extent_m, 1500.0), 20.0, 0.55)
        conifer = kind > 0.25
        scale = float(np.clip(self.extent_m / 500, 0.4, 1.0))
        canopy = crown_height_m(self.rng, conifer, self.resolution_m, 4.6 * scale)
        canopy += crown_height_m(self.rng, ~conifer, self.resolution_m, 6.8 * scale)
        canopy += np.float32(0.1) * self.fine * (canopy > 0)
        age = np.clip(1 + 0.22 * self.middle + 0.2 * kind, 0.4, 1.6)
        self.tall_m = canopy * np.where(conifer, np.float32(15 * scale), np.float32(13 * scale)) * age
        tint = np.float32(1) + np.float32(0.13) * self.middle + np.float32(0.13) * self.fine
        tint *= np.float32(0.55) + np.float32(0.6) * canopy
        for band in range(3):
            leaf = np.where(conifer, np.float32(CONIFER[band]), np.float32(BROADLEAF[band]))
            autumn = np.float32((0.09, 0.03, 0.0)[band]) * np.clip(kind * -1 + self.middle, -1, 2)
            self.reflectance[band] = leaf * np.clip(tint + autumn, 0.2, 2.5)

    def fields(self) -> None:
        """A patchwork of crops in strips, with rows, balks and bare soil, on the flat ground."""
        turn = self.rng.uniform(-0.5, 0.5)
        u = np.float32(np.cos(turn)) * self.x_m[None, :] + np.float32(np.sin(turn)) * self.y_m[:, None]
        v = np.float32(np.cos(turn)) * self.y_m[:, None] - np.float32(np.sin(turn)) * self.x_m[None, :]
        size_m = np.clip(0.03 * self.extent_m, 8.0, 42.0)
        strip = np.floor(u / np.float32(2.2 * size_m)).astype(np.int32)
        shift = self.rng.random(512).astype(np.float32)[strip % 512] * np.float32(size_m)
        row = np.floor((v + shift) / np.float32(size_m)).astype(np.int32)
        plot = (strip * 37 + row * 101) % 997
        colours = CROPS[self.rng.choice(len(CROPS), 997, p=[0.28, 0.24, 0.16, 0.12, 0.12, 0.08])]
        colours = colours * self.rng.normal(1, 0.09, (997, 1))
        flat = self.terrain.floor > 0.75
        rows_m = max(2.6, 2.5 * self.resolution_m)
        furrow = 1 + np.float32(0.10 if self.resolution_m < 2 else 0.02) * np.sin(u * np.float32(2 * np.pi / rows_m))
        self.paint(flat, GRASS, 0.12, green=1.0)
        in_plot = flat & ((v + shift) % np.float32(size_m) > 2.2) & (u % np.float32(2.2 * size_m) > 3.0)
        bare = colours[:, 0] > colours[:, 1]
        self.paint(in_plot, (colours[plot[in_plot]].T * furrow[in_plot]).astype(np.float32), 0.07)
        self.green[in_plot] = np.where(bare, 0.0, 1.0)[plot[in_plot]]
        lane = flat & (u % np.float32(6.6 * size_m) < 3.2)
        self.paint(lane, TRACK, 0.1)
        wooded = flat & (self.middle + 0.6 * self.fine > 2.1)
        self.paint(wooded, BROADLEAF, 0.25, green=1.0)
        self.tall_m[wooded] = 7.0 + 2.0 * self.fine[wooded]

    def openings(self) -> None:
        """What looks like a landslide and is none: meadows, old scars grown over, clear-cuts and a quarry."""
        hill = self.terrain.floor < 0.1
        size_m = min(self.extent_m, 1200.0)
        open_field = self.noise(0.12 * size_m, 0.01 * size_m, 0.45)
        self.paint(hill & (open_field > 2.15), SHRUB, 0.22, tall_m=1.0, green=1.0)
        for kind in ("clear-cut", "clear-cut", "quarry"):
            patch = self._patch(hill, self.rng.uniform(0.035, 0.07) * size_m, 0.1 if kind == "quarry" else 0.22)
            if kind == "clear-cut":
                skid = np.abs(np.sin(self.terrain.dem / 3.5 + 0.6 * self.middle)) < 0.16
                slash = np.array([0.29, 0.25, 0.165])
                self.paint(patch, slash * self.rng.uniform(0.75, 1.1), 0.2, tall_m=0.5, green=0.4)
                self.paint(patch & skid, TRACK, 0.1)
            else:
                bench = (self.terrain.dem / 7.0) % 1.0
                self.paint(patch, np.array(ROCK) * 0.95, 0.08)
                self.reflectance[:, patch & (bench < 0.18)] *= np.float32(0.62)
                self.tall_m[patch] = -4.0 + 2.5 * bench[patch]

    def _patch(self, hill: NDArray[Any], radius_m: float, ragged: float) -> NDArray[Any]:
        places = np.flatnonzero(hill)
        row, column = np.divmod(places[self.rng.integers(places.size)] if places.size else 0, self.shape[1])
        turn, stretch = self.rng.uniform(0, np.pi), self.rng.uniform(0.6, 1.0)
        dy, dx = self.y_m[:, None] - self.y_m[row], self.x_m[None, :] - self.x_m[column]
        u, v = dx * np.cos(turn) + dy * np.sin(turn), (dy * np.cos(turn) - dx * np.sin(turn)) / stretch
        # The fourth powers make a block rather than an ellipse, as what people cut out is.
        radius = np.clip(1 - np.float32(0.4 * ragged) * self.middle, 0, None) * np.float32(radius_m)
        inside: NDArray[Any] = (np.square(u * u) + np.square(v * v) < np.square(radius * radius)) & hill
        return inside

    def river(self) -> None:
        """Water, gravel bars beside it, and the bushes along the banks."""
        width_m = self.terrain.river_width_m
        distance = distance_to_line(self.terrain.river_xy_m, self.shape, self.resolution_m)
        distance += np.float32(0.10 * width_m) * (self.middle + self.fine)
        bar = self.noise(7 * width_m, width_m, 0.5)
        bank = (distance < 1.7 * width_m) & (self.terrain.floor > 0.2)
        self.paint(bank, SHRUB, 0.25, green=1.0)
        self.tall_m[bank] = np.clip(1.5 + 2.5 * self.fine[bank] + 2.0 * self.middle[bank], 0, 9)
        self.paint(distance < (0.62 + 0.45 * np.clip(bar, 0, 2)) * width_m, GRAVEL, 0.14)
        water = distance < 0.45 * width_m
        self.paint(water, WATER, 0.03)
        ripple = water & (self.fine > 1.7)
        self.reflectance[:, ripple] *= np.float32(1.5)

    def roads(self) -> None:
        """A paved road along the foot of the slopes and an unpaved one that winds along a contour."""
        distance = distance_to_line(self.road_xy_m, self.shape, self.resolution_m)
        width_m = np.clip(0.006 * self.extent_m, 1.5, 7.0)
        self.paint(distance < 0.5 * width_m + 1.5, TRACK, 0.1)
        narrow = min(1.0, width_m / self.resolution_m)
        self.paint(distance < 0.5 * max(width_m, self.resolution_m), ASPHALT, 0.04, share=narrow)
        if self.resolution_m <= 1:
            self.paint((distance < 0.25) & (self.x_m[None, :] % 12 < 7), (0.36, 0.36, 0.35), 0.0)
        steepness = np.hypot(self.terrain.slope[..., 0], self.terrain.slope[..., 1]) + np.float32(0.05)
        level = resample(
            self.terrain.dem,
            tuple(max(2, int(size * self.resolution_m / 9)) for size in self.shape),
            method=gdal.GRIORA_Average,
        )
        level = resample(level, self.shape) + np.float32(0.02) * self.x_m[None, :]
        contour = np.percentile(level[::4, ::4], self.rng.uniform(45, 65))
        off_m = np.abs(level - np.float32(contour)) / steepness
        half_m = np.clip(0.002 * self.extent_m, 0.8, 2.0)
        path = (off_m < max(half_m, 0.6 * self.resolution_m)) & (steepness < 1.3)
        length_px, width_px = 0.5 * self.extent_m / self.resolution_m, 2 * half_m / self.resolution_m
        path = without_small(path, int(length_px * max(1.0, width_px)))
        self.paint(path, TRACK, 0.12, share=min(1.0, width_px))

    def settlement(self) -> None:
        """Houses in rows beside the road."""
        road_xy_m = self.road_xy_m
        count = int(np.clip(self.extent_m / 45, 1, 34))
        centre = self.rng.uniform(0.25, 0.75) * self.shape[1] * self.resolution_m
        x = self.rng.normal(centre, 0.09 * self.extent_m, count)
        y = np.interp(x, road_xy_m[:, 0], road_xy_m[:, 1])
        turn = np.interp(x, road_xy_m[:, 0], np.arctan(np.gradient(road_xy_m[:, 1], road_xy_m[:, 0])))
        scale = np.clip(self.extent_m / 700, 0.3, 1.0)
        y += self.rng.choice([-1, 1], count) * self.rng.uniform(13, 45, count) * scale
        for number in range(count):
            half = self.rng.uniform((4, 3), (9, 6)) * scale
            reach = int(np.hypot(*half) / self.resolution_m) + 2
            row, column = int(y[number] / self.resolution_m), int(x[number] / self.resolution_m)
            window = tuple(slice(max(0, middle - reach), max(0, middle + reach)) for middle in (row, column))
            dy, dx = self.y_m[window[0]][:, None] - y[number], self.x_m[window[1]][None, :] - x[number]
            u = np.abs(dx * np.cos(turn[number]) + dy * np.sin(turn[number]))
            v = dy * np.cos(turn[number]) - dx * np.sin(turn[number])
            inside = (u < half[0]) & (np.abs(v) < half[1]) & (self.terrain.floor[window] > 0.3)
            roof = ROOFS[self.rng.integers(len(ROOFS))] * self.rng.uniform(0.85, 1.15)
            self.reflectance[(slice(None), *window)][:, inside] = roof[:, None]
            self.tall_m[window][inside] = 7.0 * scale - 0.45 * np.abs(v)[inside]
            self.green[window][inside] = 0.0


def sample_cover(rng: np.random.Generator, terrain: Terrain, scars: Landslides) -> Cover:
    """Cover a terrain with forest, fields, openings, a river, roads and a settlement, and grow old scars over."""
    ground = Ground(rng, terrain)
    ground.forest()
    ground.openings()
    old = (scars.number > 0) & (scars.depth > 0.1 * ground.fine)
    ground.paint(old, np.array(SHRUB) * (1.15, 1.1, 1.05), 0.2, tall_m=1.5, green=0.8)
    thin = old & (ground.middle + 0.5 * ground.fine > 1.2)
    ground.paint(thin, np.array(SOIL) * 0.62, 0.15)
    ground.fields()
    ground.settlement()
    ground.river()
    ground.roads()
    return Cover(ground.reflectance, ground.tall_m.astype(np.float32), ground.green)


def strip_cover(rng: np.random.Generator, cover: Cover, slides: Landslides, resolution_m: float) -> Cover:
    """Return the cover after the landslides: fresh soil streaked down the path, wet debris, boulders, trees left."""
    where = slides.number > 0
    shape = where.shape
    fine = fractal_noise(rng, shape, resolution_m, 5.0, 0.6, 0.8)[where]
    patchy = fractal_noise(rng, shape, resolution_m, 28.0, 4.0, 0.6)[where]
    number, progress = slides.number[where], slides.progress[where]
    along, across, depth = slides.along_m[where], slides.across_m[where], slides.depth[where]
    # Texture that is long along the path and narrow across it.
    streaks = fractal_noise(rng, (512, 512), 1.0, 16.0, 1.0, 0.9)
    lane = ((across + 1.3 * patchy + 0.5 * fine) / max(1.0, resolution_m) * 1.4).astype(np.int32) + 37 * number
    way = ((along + 6.0 * patchy) / 12.0).astype(np.int32)
    streak = streaks[lane % 512, way % 512] * np.float32(min(1.0, 2.0 / resolution_m))
    wet = np.clip((progress - 0.55) / 0.35 + 0.4 * patchy, 0, 1)
    hue = rng.normal(0, 1, (slides.count + 1, 3)) * (0.03, 0.03, 0.05) + rng.normal(0, 0.1, (slides.count + 1, 1))
    shade = np.clip(1 + 0.15 * streak + 0.17 * patchy + 0.13 * fine, 0.35, 1.6)
    shade *= 1 + 0.12 * np.clip(0.25 - progress, 0, 1) * 4 * (depth > 0.3)
    boulders = (fine > 1.9) & (progress > 0.5)
    shade = np.where(boulders, 1.35 * shade, shade)
    reflectance, tall_m, green = cover.reflectance.copy(), cover.tall_m.copy(), cover.green.copy()
    trees = (patchy + 0.4 * fine - 1.2 * depth > 1.1) & (tall_m[where] > 3)
    rafts = (patchy + 0.5 * fine - 0.6 * depth + 0.3 * progress > 1.1) & ~trees
    for band in range(3):
        soil = (SOIL[band] * (1 - wet) + DEBRIS[band] * wet) * (1 + hue[number, band]) * shade
        soil = np.where(rafts, 0.5 * soil + 0.5 * SHRUB[band], soil)
        reflectance[band][where] = np.where(trees, reflectance[band][where], np.clip(soil, 0.02, 0.85))
    width_m = np.sqrt(np.bincount(number, minlength=slides.count + 1) * resolution_m**2)[number]
    # The scar is dug in and the debris piled up, as deep as the landslide is large.
    gain = np.interp(progress, [0, 0.15, 0.5, 0.75, 1], [-1, -1, -0.4, 0.5, 0.6])
    moved_m = 0.06 * width_m * np.clip(depth, 0, 1) ** 0.5 * gain
    rough_m = 0.16 * streak + 0.3 * fine * (0.3 + wet) + 0.8 * boulders
    tall_m[where] = np.where(trees, tall_m[where], moved_m + rough_m)
    green[where] = np.where(trees, 1.0, 0.0)
    return replace(cover, reflectance=reflectance, tall_m=tall_m, green=green)
