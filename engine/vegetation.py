"""Vegetation indices of images, and the bands that they are made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .errors import ScarpError
from .gdal_calls import attempt
from .progress import Progress
from .scene import open_raster
from .windows import Window

Floats = NDArray[np.float64]

NONE, AUTO, NDVI, GREEN = "none", "auto", "ndvi", "green"
INDEX_CHOICES = (NONE, AUTO, NDVI, GREEN)
INDEX_BANDS = {NDVI: ("nir", "red"), GREEN: ("green", "red")}
"""The index is the difference of these two over their sum."""
DEFAULT_LOSS = {NDVI: 0.10, GREEN: 0.04}
"""What a new landslide lowers an index by at least."""
VISIBLE = ("red", "green", "blue")
COLOURS = {"red": gdal.GCI_RedBand, "green": gdal.GCI_GreenBand, "blue": gdal.GCI_BlueBand}
NIR = re.compile(r"\bnir\b|near[ _-]?infra[ _-]?red|\binfrared\b", re.IGNORECASE)


@dataclass(frozen=True)
class BandSource:
    """Where to look for an image's bands.

    Attributes:
        path: of the image.
        chosen: numbers of bands, from 1, that the analyst has set, by "red", "green", "blue" and "nir".
    """

    path: str
    chosen: Mapping[str, int]


def find_band(source: gdal.Dataset, name: str, image: BandSource) -> tuple[int | None, bool]:
    """The number of a band.

    Args:
        source: the image, open.
        name: "red", "green", "blue" or "nir".
        image: what was set.

    Returns:
        The band as set, else as its description or colour says, else for red, green and blue the first, second and
        third that is not transparency, else nothing; and whether its position was all that spoke for it.

    Raises:
        ScarpError: if the image does not have the band that was set.
    """
    if name in image.chosen:
        number = image.chosen[name]
        if not 1 <= number <= source.RasterCount:
            raise ScarpError(
                f'The layer "{image.path}" has {source.RasterCount} bands, so there is no band {number} for {name}. '
                f"Choose from 1 to {source.RasterCount}."
            )
        return number, False
    bands = {number: source.GetRasterBand(number) for number in range(1, source.RasterCount + 1)}
    described = {number: band.GetDescription().strip().lower() for number, band in bands.items()}
    for number, words in described.items():
        if words == name or (name == "nir" and NIR.search(words)):
            return number, False
    if name == "nir":
        colour = getattr(gdal, "GCI_NIRBand", None)  # since GDAL 3.10
        coloured = [number for number, band in bands.items() if colour and band.GetColorInterpretation() == colour]
        return (coloured[0] if coloured else None), False
    for number, band in bands.items():
        words = set(re.findall("[a-z]+", described[number]))
        is_other = bool(words & {"nir", "infrared", "swir", "rededge", "coastal", *VISIBLE} - {name})
        if band.GetColorInterpretation() == COLOURS[name] and not is_other:
            return number, False
    usable = [number for number, band in bands.items() if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    position = VISIBLE.index(name)
    return (usable[position] if len(usable) >= len(VISIBLE) else None), True


def choose_index(asked: str, before: BandSource, after: BandSource) -> str:
    """Which index both images have the bands for.

    Args:
        asked: one of INDEX_CHOICES; "auto" takes NDVI if both images have a near-infrared band, else green.
        before: image before the event.
        after: image after it.

    Returns:
        "ndvi" or "green".

    Raises:
        ScarpError: if a band is not found.
    """
    if asked not in INDEX_CHOICES[1:]:
        raise ScarpError(f'There is no vegetation index "{asked}"; choose one of: {", ".join(INDEX_CHOICES[1:])}.')
    images = [(image, open_raster(image.path)) for image in (before, after)]
    if asked == AUTO:
        asked = NDVI if all(find_band(source, "nir", image)[0] for image, source in images) else GREEN
    for image, source in images:
        for name in INDEX_BANDS[asked]:
            if find_band(source, name, image)[0] is None:
                advice = (
                    "Name it in the file, set it under Advanced, or choose the index green."
                    if asked == NDVI
                    else "Set its bands under Advanced, or set the index to none."
                )
                raise ScarpError(f'The layer "{image.path}" has no band that is known to be {name}. {advice}')
    return asked


class IndexRaster:
    """A vegetation index of an image, computed as it is read.

    NDVI is (NIR - red) / (NIR + red), green is the green-red vegetation index, (green - red) / (green + red). Both are
    the same for values and for any multiple of them.

    Args:
        image: where to find its bands.
        index: "ndvi" or "green".
        progress: is told which bands are taken.

    Attributes:
        dataset: the image.
        bands: the two that the index is made of.

    Raises:
        ScarpError: if the image cannot be opened.

    Source: Tucker 1979, Remote Sensing of Environment 8(2), 127-150; for green also Motohka et al. 2010, Remote
    Sensing 2(10), 2369-2387, who tell vegetation, whose index is above 0, from soil, whose index is below.
    """

    def __init__(self, image: BandSource, index: str, progress: Progress) -> None:
        self._path, self.dataset = image.path, open_raster(image.path)
        found = [find_band(self.dataset, name, image) for name in INDEX_BANDS[index]]
        self.bands = [number for number, _ in found if number]
        names = " and ".join(f"{name} ({number})" for name, number in zip(INDEX_BANDS[index], self.bands))
        progress.pushInfo(f'Bands of "{image.path}" for the vegetation index: {names}.')
        if any(guessed for _, guessed in found) and self.dataset.RasterCount > len(VISIBLE):
            progress.pushWarning(
                f'The layer "{image.path}" does not say which of its {self.dataset.RasterCount} bands are which; the '
                "first ones are taken for red, green and blue. Set them under Advanced if that is wrong."
            )

    def read(self, window: Window, size: tuple[int, int] | None = None) -> Floats:
        """The index in a window.

        Args:
            window: of the image's own grid.
            size: columns and rows that the window is reduced to; its own if nothing.

        Returns:
            Shape (rows, columns), -1 to 1; NaN where the image is nodata.

        Raises:
            ScarpError: if the file is damaged.
        """
        columns, rows = size or (window.width, window.height)
        place = window.column, window.row, window.width, window.height

        def stored(band: gdal.Band) -> NDArray[np.generic]:
            pixels, reason = attempt(band.ReadAsArray, *place, buf_xsize=columns, buf_ysize=rows)
            if pixels is None:
                raise ScarpError(
                    f"The layer {self._path} cannot be read ({reason or 'GDAL gives no reason'}): the file is damaged "
                    "or incomplete. Copy or download it again."
                )
            found: NDArray[np.generic] = pixels
            return found

        bands = [self.dataset.GetRasterBand(number) for number in self.bands]
        first, second = (stored(band).astype(np.float64) for band in bands)
        # A value that is nodata in one band may be a colour in the other.
        valid = np.logical_or.reduce([stored(band.GetMaskBand()) != 0 for band in bands])
        total = first + second
        with np.errstate(divide="ignore", invalid="ignore"):
            index = (first - second) / total
        # As in scenes, values beyond 1e37 stand for none.
        index[~(valid & (total > 0) & (total < 1e37) & (np.abs(index) <= 1))] = np.nan
        return index

    def release(self) -> None:
        """Give back the blocks that GDAL keeps of what was read."""
        self.dataset.FlushCache()
        for number in self.bands:
            self.dataset.GetRasterBand(number).GetMaskBand().FlushCache()  # which the data set does not see to


def brightness_bands(source: gdal.Dataset, image: BandSource) -> list[int]:
    """Bands that show the ground: red and green where they are known, else the first.

    Raises:
        ScarpError: if the image does not have a band that was set.
    """
    found = [find_band(source, name, image)[0] for name in INDEX_BANDS[GREEN]]
    return [number for number in found if number] or [1]


def model_bands(image: BandSource, needed: Sequence[str]) -> list[int]:
    """The bands for a model, in its order; empty where the analyst set none of them, so that they are found as ever.

    Raises:
        ScarpError: if one cannot be found beside those that were set.
    """
    if not any(name in image.chosen for name in needed):
        return []
    source = open_raster(image.path)
    known = [find_band(source, name, image)[0] if name in (*VISIBLE, "nir") else None for name in needed]
    if None in known:
        raise ScarpError(
            f'The model needs the bands {", ".join(needed)}, and the layer "{image.path}" does not say which of its '
            "bands they are. Set all of them under Advanced, or none."
        )
    return [number for number in known if number]
