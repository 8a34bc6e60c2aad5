"""What Scarp sees in an image: its bands, values, nodata and ground resolution, and how much work it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal

from .contract import Contract
from .extract import OVERLAPS
from .memory import needed_bytes
from .scene import EIGHT_BIT, crs_of, ground_resolution_m
from .scene_sample import SampledScene
from .windows import Grid

MOST_BANDS = 8
"""Bands whose values are looked at, where no model says which."""
DECLARED, COLLAR, BLACK, NOWHERE = "declared", "collar", "black", "none"
"""What says where nodata is: the file; a black collar; black pixels of a sample, which may be one; nothing."""


@dataclass(frozen=True)
class BandSummary:
    """A band.

    Attributes:
        number: from 1.
        name: its description in the file; may be empty.
        colour: what it is drawn in, as GDAL calls it.
        type: of its values, as GDAL calls it.
        nodata: value that it declares; empty for none.
        taken_for: band of the model that it is read as, or "alpha"; empty where it is not read.
    """

    number: int
    name: str
    colour: str
    type: str
    nodata: str
    taken_for: str


@dataclass(frozen=True)
class ValueSummary:
    """Values of the bands that are read, in their order.

    Attributes:
        low: that become the model's lowest.
        high: that become the model's highest.
        stretch: how, in words.
        smallest: found in the sample; empty where it has no valid pixel.
        largest: likewise.
        percentile_2: 2nd percentile of the sample; likewise.
        percentile_98: likewise.
        pixels: that were looked at.
        is_estimate: whether these are not all.
    """

    low: list[float]
    high: list[float]
    stretch: str
    smallest: list[float]
    largest: list[float]
    percentile_2: list[float]
    percentile_98: list[float]
    pixels: int
    is_estimate: bool


@dataclass(frozen=True)
class NodataSummary:
    """How much is nodata.

    Attributes:
        share: 0 to 1.
        said_by: one of ``DECLARED``, ``COLLAR``, ``BLACK`` and ``NOWHERE``.
        is_estimate: whether not every pixel was looked at.
    """

    share: float
    said_by: str
    is_estimate: bool


@dataclass(frozen=True)
class WorkSummary:
    """How much work it is for a model.

    Attributes:
        tile: width and height of a window, in working pixels.
        padded: the same, as the model sees it.
        windows: how many there are.
        valid_windows: about how many of them hold a valid pixel, and are worked on.
        memory_bytes: that an extraction takes.
    """

    tile: tuple[int, int]
    padded: tuple[int, int]
    windows: int
    valid_windows: int
    memory_bytes: int


@dataclass(frozen=True)
class SceneSummary:
    """What Scarp sees.

    Attributes:
        width: in pixels.
        height: likewise.
        bands: all of them.
        bands_read: numbers of those that are read, in the model's order.
        has_crs: whether it is known where the image lies.
        resolution_m: side of a pixel on the ground; pixels are the unit without a CRS.
        working_resolution_m: at which it is worked on; likewise.
        working_size: width and height of it then, in pixels.
        values: of the bands that are read.
        nodata: how much is.
    """

    width: int
    height: int
    bands: list[BandSummary]
    bands_read: list[int]
    has_crs: bool
    resolution_m: float
    working_resolution_m: float
    working_size: tuple[int, int]
    values: ValueSummary
    nodata: NodataSummary


def any_bands(contract: Contract, source: gdal.Dataset) -> Contract:
    """A contract for the first bands of an image, as they are, to look at one that a model cannot read."""
    numbers = [
        number for number in range(1, source.RasterCount + 1)
        if source.GetRasterBand(number).GetColorInterpretation() != gdal.GCI_AlphaBand
    ] or [1]  # fmt: skip
    names = tuple(f"band {number}" for number in numbers[:MOST_BANDS])
    own = ground_resolution_m(source)
    return replace(contract, bands=names, value_range=EIGHT_BIT, resolution_m=(own, own), mean=(), std=())


def summarise(scene: SampledScene, source: gdal.Dataset, names: Sequence[str]) -> SceneSummary:
    """What Scarp sees.

    Args:
        scene: that was looked at.
        source: the image as it is stored.
        names: of the model's bands.
    """
    # A palette stands for several bands.
    is_paletted = source.RasterCount < len(scene.bands)
    taken = {1: ", ".join(names)} if is_paletted else dict(zip(scene.bands, names))
    return SceneSummary(
        source.RasterXSize, source.RasterYSize,
        [_band(source.GetRasterBand(number), number, taken) for number in range(1, source.RasterCount + 1)],
        list(scene.bands), bool(crs_of(source)), ground_resolution_m(source), scene.resolution_m,
        (scene.width, scene.height), _values(scene), _nodata(scene),
    )  # fmt: skip


def _band(band: gdal.Band, number: int, taken: dict[int, str]) -> BandSummary:
    value, colour = band.GetNoDataValue(), band.GetColorInterpretation()
    taken_for = taken.get(number, "alpha" if colour == gdal.GCI_AlphaBand else "")
    return BandSummary(
        number, band.GetDescription(), gdal.GetColorInterpretationName(colour), gdal.GetDataTypeName(band.DataType),
        "" if value is None else f"{value:g}", taken_for,
    )  # fmt: skip


def _values(scene: SampledScene) -> ValueSummary:
    values, (low, high) = scene.sample.values, scene.value_range
    smallest: list[float] = []
    largest: list[float] = []
    two: list[float] = []
    ninety_eight: list[float] = []
    if values.size:
        smallest, largest = values.min(axis=1).tolist(), values.max(axis=1).tolist()
        two, ninety_eight = np.percentile(values, (2, 98), axis=1).tolist()
    return ValueSummary(
        low, high, scene.stretch, smallest, largest, two, ninety_eight, scene.sample.pixels, scene.is_estimate
    )


def _nodata(scene: SampledScene) -> NodataSummary:
    share = 1.0 - scene.sample.valid_share
    said_by = DECLARED if scene.is_declared else COLLAR if scene.has_collar else BLACK if share else NOWHERE
    return NodataSummary(share, said_by, scene.is_estimate)


def work(
    scene: SampledScene, contract: Contract, model_bytes: int, fixed_tile: int | None = None, batch: int = 1
) -> WorkSummary:
    """How much work the whole image is for a model.

    Args:
        scene: that was looked at with its contract.
        contract: of the model.
        model_bytes: size of its file.
        fixed_tile: side of the tile, where the model takes only one.
        batch: tiles at once.
    """
    grid = Grid.over(scene.width, scene.height, fixed_tile or contract.tile_size, OVERLAPS[contract.kind])
    tile = grid.rows.size, grid.columns.size
    multiple = contract.multiple
    height, width = (fixed_tile or -(-side // multiple) * multiple for side in tile)
    memory = needed_bytes(contract, model_bytes, (height, width), batch, scene.width, len(contract.class_channels))
    return WorkSummary((tile[1], tile[0]), (width, height), len(grid), scene.valid_windows(grid), memory)
