"""Images of the sample event: light, shadow, haze and the sensor over a covered terrain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .sample_cover import Cover
from .sample_terrain import Terrain, fractal_noise, resample, smooth

SKY_LIGHT = np.array([0.24, 0.27, 0.32], np.float32)
SUN_LIGHT = np.array([1.0, 0.96, 0.87], np.float32)
HAZE = np.array([0.034, 0.041, 0.050], np.float32)
FARTHEST_SHADOW_M = 260.0


@dataclass(frozen=True)
class Look:
    """How an image was taken.

    Attributes:
        sun_azimuth_deg: direction of the sun, clockwise from north.
        sun_elevation_deg: height of the sun above the horizon.
        season: factors on the red, green and blue of plants.
        haze: strength of the haze, 1 is usual.
        gain: brightness.
    """

    sun_azimuth_deg: float
    sun_elevation_deg: float
    season: tuple[float, float, float]
    haze: float
    gain: float


def shadow(surface: NDArray[Any], resolution_m: float, look: Look, farthest_m: float) -> NDArray[Any]:
    """Part of the direct sunlight that nearby higher ground keeps from every pixel.

    Args:
        surface: shape (height, width), metres.
        resolution_m: ground size of a pixel.
        look: where the sun stands.
        farthest_m: how far away what throws a shadow may be.

    Returns:
        Shape (height, width), float32, 0 in the sun to 1 in shadow.
    """
    azimuth, rise = np.radians(look.sun_azimuth_deg), np.tan(np.radians(look.sun_elevation_deg))
    above = np.full(surface.shape, -np.inf, np.float32)
    height, width = surface.shape
    for step in range(1, min(32, int(farthest_m / resolution_m)) + 1):
        dy, dx = round(-step * np.cos(azimuth)), round(step * np.sin(azimuth))
        if abs(dy) >= height or abs(dx) >= width:
            break
        here = np.s_[max(0, -dy) : height - max(0, dy), max(0, -dx) : width - max(0, dx)]
        there = np.s_[max(0, dy) : height + min(0, dy), max(0, dx) : width + min(0, dx)]
        ray_m = np.float32(step * resolution_m * rise)
        np.maximum(above[here], surface[there] - surface[here] - ray_m, out=above[here])
    return np.clip(above / np.float32(0.4 + 0.5 * resolution_m), 0, 1)


def render(rng: np.random.Generator, terrain: Terrain, cover: Cover, look: Look) -> NDArray[Any]:
    """Take an image of a covered terrain.

    Args:
        rng: the source of randomness, for haze and sensor noise.
        terrain: the landscape.
        cover: what lies on it.
        look: light and season.

    Returns:
        Shape (3, height, width), uint8, red, green, blue, 1 to 255.
    """
    shape, resolution_m = terrain.dem.shape, terrain.resolution_m
    surface = terrain.dem + np.float32(0.75) * cover.tall_m
    azimuth, elevation = np.radians(look.sun_azimuth_deg), np.radians(look.sun_elevation_deg)
    east, south = np.sin(azimuth) * np.cos(elevation), -np.cos(azimuth) * np.cos(elevation)

    def facing(dy: NDArray[Any], dx: NDArray[Any]) -> NDArray[Any]:
        towards = np.float32(np.sin(elevation)) - np.float32(east) * dx - np.float32(south) * dy
        light: NDArray[Any] = np.clip(towards / np.sqrt(1 + dx * dx + dy * dy), 0, None) / np.float32(np.sin(elevation))
        return light

    # Crowns alone would hide the relief, since their own slopes are steeper than the ground's.
    slope = facing(terrain.slope[..., 0], terrain.slope[..., 1])
    coarse_m = max(resolution_m, FARTHEST_SHADOW_M / 32)
    rough = tuple(max(2, round(size * resolution_m / coarse_m)) for size in shape)
    relief = resample(shadow(resample(terrain.dem, rough), coarse_m, look, FARTHEST_SHADOW_M), shape)
    direct = facing(*np.gradient(surface, np.float32(resolution_m))) * (np.float32(0.2) + np.float32(0.8) * slope)
    direct *= 1 - np.maximum(shadow(surface, resolution_m, look, 26.0), np.clip(relief, 0, 1))
    # Ground below its surroundings sees less of the sky.
    sky = np.clip(1 + (surface - smooth(surface, max(1.5, 7.0 / resolution_m))) / np.float32(22.0), 0.55, 1.25)
    height_m, width_m = shape[0] * resolution_m, shape[1] * resolution_m
    veil = fractal_noise(rng, shape, resolution_m, 0.7 * min(height_m, width_m), 0.15 * min(height_m, width_m))
    slant = np.linspace(0.5, 1.5, shape[1], dtype=np.float32)[None, :]
    veil = np.clip(look.haze * (slant + np.float32(0.25) * veil), 0.1, 3.0)
    image = np.empty((3, *shape), np.uint8)
    for band in range(3):
        season = 1 + np.float32(look.season[band] - 1) * cover.green
        light = SKY_LIGHT[band] * sky + np.float32(0.85) * SUN_LIGHT[band] * direct
        radiance = cover.reflectance[band] * season * light
        radiance = radiance * (1 - np.float32(0.12) * veil) + HAZE[band] * veil
        framed = np.pad(radiance, 1, mode="edge")
        rows = framed[:-2] + 2 * framed[1:-1] + framed[2:]
        radiance = (rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]) / np.float32(16)
        count = np.float32(255 * look.gain) * np.clip(radiance / np.float32(0.52), 0, None) ** np.float32(0.72)
        count += np.float32(1.6) * rng.standard_normal(shape, np.float32)
        image[band] = np.clip(np.rint(count), 1, 255)
    return image
