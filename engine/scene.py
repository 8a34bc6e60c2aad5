"""A scene: the image to extract from, as the model needs to see it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .area import spatial_reference
from .collar import Collar, find_collar
from .contract import Contract
from .errors import ScarpError
from .gdal_calls import attempt
from .progress import Progress, check
from .windows import Window

RGB = {"red": gdal.GCI_RedBand, "green": gdal.GCI_GreenBand, "blue": gdal.GCI_BlueBand}
SPECTRAL = {*RGB, "nir", "infrared", "rededge", "swir", "coastal"}
"""Words of a band's description that say what it shows, whatever colour it is drawn in."""
PIXELS = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
"""Geotransform of a raster that has none, as QGIS draws it."""
EIGHT_BIT = (0.0, 255.0)
"""Range that a model states which takes 8-bit images as they are, and others stretched."""
SAMPLE_SIDE = 1024
"""Longest side, in pixels, of the reduced image that value ranges are estimated on."""


@dataclass(frozen=True)
class SceneOptions:
    """What the analyst may set about how a scene is read.

    Attributes:
        bands: numbers of the bands, from 1, in the model's order; empty chooses by name.
        resolution_m: working ground resolution; nothing takes the scene's own, or the nearest in the model's range.
        value_min: value that becomes the model's lowest; nothing estimates it.
        value_max: value that becomes the model's highest; nothing estimates it.
    """

    bands: Sequence[int] = ()
    resolution_m: float | None = None
    value_min: float | None = None
    value_max: float | None = None


class Scene:
    """An open scene at its working resolution. One thread's: each thread opens its own.

    Args:
        path: anything that GDAL opens.
        contract: of the model that it is read for.
        options: what the analyst set.
        progress: is told what was decided.

    Attributes:
        width, height: of the working grid, in pixels.
        geotransform: of the working grid; it covers the scene exactly.
        crs_wkt: empty where the scene has none.
        files: that it is read from.
        resolution_m: working ground resolution; pixels are the unit where the scene has no CRS.
        stretch: how the image's values become the model's, in words.

    Raises:
        ScarpError: if it cannot be opened, has too few bands or a complex type, or no valid pixel.
    """

    def __init__(self, path: str, contract: Contract, options: SceneOptions, progress: Progress) -> None:
        self.path, self._contract = path, contract
        source = open_raster(path)
        self.files = [Path(name) for name in source.GetFileList() or ()]
        self._source = _with_palette_expanded(source, contract)
        self.bands = choose_bands(self._source, contract, options.bands, path, progress)
        kinds = [self._source.GetRasterBand(b).DataType for b in self.bands]
        for kind in kinds:
            if gdal.DataTypeIsComplex(kind):
                raise ScarpError(
                    f"The layer {path} holds complex numbers ({gdal.GetDataTypeName(kind)}); "
                    "convert it to amplitude or intensity first."
                )
        self.crs_wkt = crs_of(self._source)
        own = ground_resolution_m(self._source)
        if not self.crs_wkt:
            progress.pushWarning(
                f"The layer {path} has no coordinate system: it is worked on pixel by pixel, and areas are in pixels."
            )
        self.resolution_m = self._working_resolution(own, options, progress)
        self._dataset = self._at(self.resolution_m / own)
        self.width, self.height = self._dataset.RasterXSize, self._dataset.RasterYSize
        self.geotransform = self._working_geotransform()
        self._nodata: list[float | None] = [self._source.GetRasterBand(b).GetNoDataValue() for b in self.bands]
        self._alpha = self._alpha_band()
        flags = self._source.GetRasterBand(self.bands[0]).GetMaskFlags()
        self._masked = bool(flags & gdal.GMF_PER_DATASET and not flags & gdal.GMF_ALPHA)
        declared = self._masked or self._alpha or any(value is not None for value in self._nodata)
        self._collar = Collar.none() if declared else self._find_collar(progress)
        self._clips = not self._is_byte() or options.value_min is not None or options.value_max is not None
        self._low, self._high = self._value_range(options, progress)
        # ((value - low) / (high - low) - mean) / std in one multiplication and one subtraction for each pixel.
        mean = np.array(contract.mean or [0.0] * len(self.bands)).reshape(-1, 1, 1)
        std = np.array(contract.std or [1.0] * len(self.bands)).reshape(-1, 1, 1)
        span = self._high.astype(np.float64) - self._low
        self._factor = (1.0 / (span * std)).astype(np.float32)
        self._offset = ((self._low / span + mean) / std).astype(np.float32)

    def _is_byte(self) -> bool:
        return all(self._source.GetRasterBand(b).DataType == gdal.GDT_Byte for b in self.bands)

    def _alpha_band(self) -> int | None:
        """Number of the band that says where the image is, unless the analyst wants it as a band like another."""
        for number in range(1, self._source.RasterCount + 1):
            is_alpha = self._source.GetRasterBand(number).GetColorInterpretation() == gdal.GCI_AlphaBand
            if is_alpha and number not in self.bands:
                return number
        return None

    def _find_collar(self, progress: Progress) -> Collar:
        return find_collar(self._source, self.bands, self._is_byte(), progress)

    def _working_resolution(self, own: float, options: SceneOptions, progress: Progress) -> float:
        low, high = self._contract.resolution_m
        nearest = min(max(own, low), high) if self.crs_wkt else own
        wanted = nearest if options.resolution_m is None else options.resolution_m
        if wanted <= 0 or not math.isfinite(wanted):
            raise ScarpError(f"The working resolution is {wanted:g} m; set one above 0, or leave it empty.")
        unit = "m" if self.crs_wkt else "pixels"
        if abs(wanted / own - 1.0) < 0.005:
            wanted = own
            progress.pushInfo(f"Ground resolution: {own:.4g} {unit}, the scene's own.")
        else:
            progress.pushInfo(
                f"Ground resolution: the scene has {own:.4g} {unit} and is worked on at {wanted:.4g} {unit}."
            )
        coarsest = max(own, wanted)
        if self.crs_wkt and (wanted < low * 0.995 or coarsest > high * 1.005):
            poor = coarsest if coarsest > high else wanted
            progress.pushWarning(f"The model was made for {low:g} to {high:g} m; {poor:.4g} m may give poor results.")
        return wanted

    def _at(self, factor: float) -> gdal.Dataset:
        """The scene at ``factor`` times its pixel size, resampled by GDAL as it is read."""
        if factor == 1.0:
            return self._source
        width = max(1, round(self._source.RasterXSize / factor))
        height = max(1, round(self._source.RasterYSize / factor))
        return virtual(self._source, self.path, width=width, height=height, resampleAlg="bilinear")

    def _working_geotransform(self) -> tuple[float, ...]:
        x, y = self._source.RasterXSize / self.width, self._source.RasterYSize / self.height
        west, a, b, north, d, e = self._source.GetGeoTransform(can_return_null=True) or PIXELS
        return west, a * x, b * y, north, d * x, e * y

    def _value_range(
        self, options: SceneOptions, progress: Progress
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Values that become the model's lowest and highest, for each band; shape (bands, 1, 1) each."""
        shape = (len(self.bands), 1, 1)
        low, high = (np.full(len(self.bands), value) for value in self._contract.value_range)
        chosen, all_set = "8 bit, as they are", options.value_min is not None and options.value_max is not None
        if tuple(self._contract.value_range) != EIGHT_BIT and not all_set:
            low, high, chosen = self._stated_range(progress)
        elif not self._is_byte() and not all_set:
            low, high = self._percentiles(progress)
            chosen = "2nd to 98th percentile"
        if options.value_min is not None:
            low, chosen = np.full(len(self.bands), options.value_min), "as set"
        if options.value_max is not None:
            high, chosen = np.full(len(self.bands), options.value_max), "as set"
        low, high = low.reshape(shape).astype(np.float32), high.reshape(shape).astype(np.float32)
        if not (low < high).all():
            raise ScarpError(
                f"The lowest value ({low.max():g}) is not below the highest ({high.min():g}); set both under Advanced."
            )
        self.stretch = chosen
        ranges = ", ".join(f"{a:.6g} to {b:.6g}" for a, b in zip(low.flat, high.flat))
        progress.pushInfo(f"Values of bands {', '.join(map(str, self.bands))}: {ranges} ({chosen}).")
        return low, high

    def _stated_range(self, progress: Progress) -> tuple[NDArray[np.float64], NDArray[np.float64], str]:
        """The values that the model states to be trained with, unless the scene's are others altogether."""
        low, high = (np.full(len(self.bands), value) for value in self._contract.value_range)
        if self._is_byte():
            if high[0] <= EIGHT_BIT[1]:
                self._clips = True
                return low, high, "as the model was trained"
            low, high = (np.full(len(self.bands), value) for value in EIGHT_BIT)
            return low, high, "8 bit, as they are"
        darkest, brightest = self._percentiles(progress)
        if (brightest > low).any() and (darkest < high).any():
            return low, high, "as the model was trained"
        progress.pushWarning(
            f"The model was trained with values from {low[0]:g} to {high[0]:g}, and those of the layer {self.path} lie "
            "beyond; they are stretched by themselves. Set darkest and brightest value under Advanced."
        )
        return darkest, brightest, "2nd to 98th percentile"

    def _percentiles(self, progress: Progress) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        full = self._source.RasterXSize, self._source.RasterYSize
        size = min(full[0], SAMPLE_SIDE), min(full[1], SAMPLE_SIDE)
        pixels, valid = self._read(self._source, Window(0, 0, *full), size, progress)
        if not valid.any():
            raise ScarpError(f"The layer {self.path} has no valid pixel: all of it is nodata. Choose another image.")
        return spread(pixels[:, valid].astype(np.float64))

    def _read(
        self, dataset: gdal.Dataset, window: Window, size: tuple[int, int] | None = None,
        progress: Progress | None = None,
    ) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """Values as stored, shape (bands, height, width), and which pixels are valid."""
        columns, rows = size or (window.width, window.height)
        callback = progress and (lambda *_: not progress.isCanceled())

        def stored(source: gdal.Dataset | gdal.Band, **which: object) -> NDArray[Any]:
            pixels, reason = attempt(
                source.ReadAsArray, window.column, window.row, window.width, window.height, buf_xsize=columns,
                buf_ysize=rows, callback=callback, **which,
            )  # fmt: skip
            if progress:
                check(progress)
            if pixels is None:
                raise ScarpError(
                    f"The layer {self.path} cannot be read ({reason or 'GDAL gives no reason'}): the file is damaged "
                    "or incomplete. Copy or download it again."
                )
            found: NDArray[Any] = pixels
            return found

        pixels = stored(dataset, band_list=self.bands).reshape(len(self.bands), rows, columns)
        valid = self._holds_data(pixels)
        if self._masked:
            valid &= stored(dataset.GetRasterBand(self.bands[0]).GetMaskBand()) > 0
        if self._alpha:
            valid &= stored(dataset.GetRasterBand(self._alpha)) > 0
        if not self._collar.is_empty:
            scale = dataset.RasterXSize / self._source.RasterXSize, dataset.RasterYSize / self._source.RasterYSize
            valid &= ~self._collar.covers(pixels, window, scale)
        return pixels, valid

    def _holds_data(self, pixels: NDArray[Any]) -> NDArray[np.bool_]:
        """Which pixels are not nodata by their values.

        A nodata value that may also be a colour (any of 8 bit, or 0) counts only where all bands have it.
        """
        blank = [_equals(band, value) for band, value in zip(pixels, self._nodata) if value is not None]
        is_stated = len(blank) == len(self.bands)
        valid = ~np.logical_and.reduce(blank) if is_stated else np.ones(pixels.shape[1:], bool)
        if not self._is_byte():
            for is_blank, value in zip(blank, (value for value in self._nodata if value is not None)):
                if value != 0:
                    valid &= ~is_blank
        if pixels.dtype.kind == "f":
            # A pixel that cannot be computed with is as good as none, and ±1e38 stands for none in many a file.
            valid &= (np.abs(pixels) < 1e37).all(axis=0)
        return valid

    def read(self, window: Window) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """A window of the working grid as the model expects it.

        Returns:
            Pixels of shape (bands, height, width), scaled and standardised; and the valid ones, shape (height,
            width). The others are 0, which is the mean of the model's training images if it states one.

        Raises:
            ScarpError: if the file ends early or is damaged.
        """
        stored, valid = self._read(self._dataset, window)
        with np.errstate(over="ignore", invalid="ignore"):  # of what is not valid
            pixels = stored.astype(np.float32)
        if self._clips:
            np.clip(pixels, self._low, self._high, out=pixels)
        pixels *= self._factor
        pixels -= self._offset
        if not valid.all():
            pixels[:, ~valid] = 0.0
        return pixels, valid

    def release(self) -> None:
        """Give back the blocks that GDAL keeps of what was read, so that memory does not grow with the scene."""
        self._dataset.FlushCache()
        self._source.FlushCache()


def _equals(band: NDArray[Any], value: float) -> NDArray[np.bool_]:
    if band.dtype.kind == "f":
        with np.errstate(over="ignore"):  # a value beyond float32 is infinite there
            value = band.dtype.type(value)
    same: NDArray[np.bool_] = band == value
    return same


def spread(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Values of each band that become the darkest and the brightest: 2nd and 98th percentile.

    Args:
        values: of valid pixels, shape (bands, pixels); at least one pixel.
    """
    low, high = np.percentile(values, (2, 98), axis=1)
    # A band that is constant over the sample would otherwise be divided by nothing.
    return low, np.where(high > low, high, low + np.maximum(1.0, np.abs(low) * 1e-3))


def open_raster(path: str) -> gdal.Dataset:
    """Open a raster for reading.

    Raises:
        ScarpError: if GDAL cannot.
    """
    dataset, reason = attempt(gdal.OpenEx, path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    if dataset is None or dataset.RasterCount == 0:
        raise ScarpError(f"The layer {path} cannot be opened: {reason or 'it holds no raster'}. Choose another raster.")
    return dataset


def virtual(source: gdal.Dataset, path: str, **options: object) -> gdal.Dataset:
    """A raster that GDAL derives from another as it is read; options as of ``gdal.Translate``."""
    dataset, reason = attempt(gdal.Translate, "", source, format="VRT", **options)
    if dataset is None:
        raise ScarpError(f"The layer {path} cannot be resampled: {reason}. Choose another raster.")
    return dataset


def crs_of(source: gdal.Dataset) -> str:
    """The CRS as well-known text; empty where there is none, or nothing says where in it the raster lies."""
    return source.GetProjection() or "" if source.GetGeoTransform(can_return_null=True) else ""


def _with_palette_expanded(source: gdal.Dataset, contract: Contract) -> gdal.Dataset:
    """A paletted image as red, green and blue, if that is what the model reads; transparent where it is nodata."""
    paletted = source.RasterCount == 1 and source.GetRasterBand(1).GetColorTable() is not None
    if not paletted or len(contract.bands) != 3:
        return source
    band = source.GetRasterBand(1)
    table, nodata = band.GetColorTable(), band.GetNoDataValue()
    is_opaque = nodata is None and all(table.GetColorEntry(i)[3] == 255 for i in range(table.GetCount()))
    return virtual(source, source.GetDescription(), rgbExpand="rgb" if is_opaque else "rgba")


def choose_bands(
    source: gdal.Dataset, contract: Contract, chosen: Sequence[int], path: str, progress: Progress
) -> list[int]:
    """Numbers of the bands to read, in the model's order: as set, else by description or colour, else the first.

    Raises:
        ScarpError: if there are too few, or a number that the layer does not have.
    """
    needed = len(contract.bands)
    expected = f"The model expects {needed} band{'s' * (needed != 1)} ({', '.join(contract.bands)})"
    if chosen:
        if len(chosen) != needed:
            raise ScarpError(
                f"{expected}; {len(chosen)} {'is' if len(chosen) == 1 else 'are'} chosen under Bands. Choose {needed}."
            )
        for number in chosen:
            if not 1 <= number <= source.RasterCount:
                raise ScarpError(
                    f'The layer "{path}" has {source.RasterCount} bands, so there is no band {number}. '
                    f"Choose from 1 to {source.RasterCount}."
                )
        return list(chosen)
    by_name = [_band_named(name.lower(), source) for name in contract.bands]
    found = {band for band in by_name if band}
    usable = [b for b in range(1, source.RasterCount + 1)
              if source.GetRasterBand(b).GetColorInterpretation() != gdal.GCI_AlphaBand]  # fmt: skip
    if len(found) == needed:
        for band, name in zip(by_name, contract.bands):
            if band not in usable:
                progress.pushWarning(f'Band {band} of the layer is marked as alpha, and read as the model\'s "{name}".')
        return [band for band in by_name if band]
    if len(usable) < needed:
        raise ScarpError(
            f'{expected}; the layer "{path}" has {len(usable)}. Choose another layer, or a model made for '
            f"{len(usable)} band{'s' * (len(usable) != 1)}."
        )
    first = usable[:needed]
    says_other = any(_spectral_words(source.GetRasterBand(b)) for b in first)
    if found or says_other or len(usable) > needed:
        progress.pushWarning(
            f"The layer does not say which bands are {', '.join(contract.bands)}; bands "
            f"{', '.join(map(str, first))} are taken. Choose others under Advanced > Bands."
        )
    return first


def _spectral_words(band: gdal.Band) -> set[str]:
    return SPECTRAL & set(re.findall("[a-z]+", band.GetDescription().lower()))


def _band_named(name: str, source: gdal.Dataset) -> int | None:
    """Number of the band of that description or number, else of that colour, unless its description names another."""
    bands = {b: source.GetRasterBand(b) for b in range(1, source.RasterCount + 1)}
    for number, band in bands.items():
        if band.GetDescription().lower() == name:
            return number
    numbered = re.fullmatch(r"band (\d+)", name)  # of a model whose bands have no names
    if numbered and int(numbered[1]) in bands:
        return int(numbered[1])
    for number, band in bands.items():
        words = _spectral_words(band)
        if band.GetColorInterpretation() == RGB.get(name) and (name in words or not words):
            return number
    return None


def ground_resolution_m(dataset: gdal.Dataset) -> float:
    """Side of a pixel in metres: the geometric mean of both sides, at the scene's centre; 1 where there is no CRS."""
    crs = spatial_reference(crs_of(dataset))
    if crs is None:
        return 1.0
    _, a, b, north, d, e = dataset.GetGeoTransform()
    area = abs(a * e - b * d)
    if crs.IsGeographic():
        middle = north + d * dataset.RasterXSize / 2 + e * dataset.RasterYSize / 2
        degree = crs.GetSemiMajor() * crs.GetAngularUnits()
        area *= degree * degree * max(1e-6, math.cos(middle * crs.GetAngularUnits()))
    else:
        area *= crs.GetLinearUnits() ** 2
    return math.sqrt(area)
