"""A scene: the image to extract from, as the model needs to see it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, osr

from .collar import Collar, find_collar
from .contract import Contract
from .errors import ScarpError
from .progress import Progress
from .windows import Window

RGB = {"red": gdal.GCI_RedBand, "green": gdal.GCI_GreenBand, "blue": gdal.GCI_BlueBand}
COMPLEX = (gdal.GDT_CInt16, gdal.GDT_CInt32, gdal.GDT_CFloat32, gdal.GDT_CFloat64)
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
        resolution_m: working ground resolution; pixels are the unit where the scene has no CRS.

    Raises:
        ScarpError: if it cannot be opened, has too few bands or a complex type, or no valid pixel.
    """

    def __init__(self, path: str, contract: Contract, options: SceneOptions, progress: Progress) -> None:
        self.path, self._contract = path, contract
        source = open_raster(path)
        self._source = _with_palette_expanded(source, contract)
        self.bands = choose_bands(self._source, contract, options.bands, path, progress)
        kinds = [self._source.GetRasterBand(b).DataType for b in self.bands]
        if any(kind in COMPLEX for kind in kinds):
            raise ScarpError(
                f"The layer {path} holds complex numbers ({gdal.GetDataTypeName(kinds[0])}); "
                "convert it to amplitude or intensity first."
            )
        self.crs_wkt = self._source.GetProjection() or ""
        own = ground_resolution_m(self._source)
        if not self.crs_wkt:
            progress.pushWarning(
                f"The layer {path} has no coordinate system: it is worked on pixel by pixel, and areas are in pixels."
            )
        self.resolution_m = self._working_resolution(own, options, progress)
        self._dataset = self._at(self.resolution_m / own)
        self.width, self.height = self._dataset.RasterXSize, self._dataset.RasterYSize
        self.geotransform: tuple[float, ...] = self._dataset.GetGeoTransform()
        self._nodata = [self._source.GetRasterBand(b).GetNoDataValue() for b in self.bands]
        flags = self._source.GetRasterBand(self.bands[0]).GetMaskFlags()
        self._masked = bool(flags & (gdal.GMF_PER_DATASET | gdal.GMF_ALPHA)) and not flags & gdal.GMF_NODATA
        declared = self._masked or any(value is not None for value in self._nodata)
        self._collar = Collar.none() if declared else find_collar(self._source, self.bands, self._is_byte(), progress)
        self._low, self._high = self._value_range(options, progress)
        self._clips = not self._is_byte() or options.value_min is not None or options.value_max is not None
        # ((value - low) / (high - low) - mean) / std in one multiplication and one subtraction a pixel.
        mean = np.array(contract.mean or [0.0] * len(self.bands)).reshape(-1, 1, 1)
        std = np.array(contract.std or [1.0] * len(self.bands)).reshape(-1, 1, 1)
        span = self._high.astype(np.float64) - self._low
        self._factor = (1.0 / (span * std)).astype(np.float32)
        self._offset = ((self._low / span + mean) / std).astype(np.float32)

    def _is_byte(self) -> bool:
        return all(self._source.GetRasterBand(b).DataType == gdal.GDT_Byte for b in self.bands)

    def _working_resolution(self, own: float, options: SceneOptions, progress: Progress) -> float:
        low, high = self._contract.resolution_m
        if not self.crs_wkt:
            wanted = options.resolution_m or own
        else:
            wanted = options.resolution_m or min(max(own, low), high)
        if wanted <= 0 or not math.isfinite(wanted):
            raise ScarpError(f"The working resolution is {wanted} m; set one above 0, or leave it empty.")
        if abs(wanted / own - 1.0) < 0.005:
            progress.pushInfo(f"Ground resolution: {own:.4g} m, the scene's own.")
            return own
        progress.pushInfo(f"Ground resolution: the scene has {own:.4g} m and is worked on at {wanted:.4g} m.")
        if wanted < low * 0.995 or wanted > high * 1.005:
            progress.pushWarning(f"The model was made for {low:g} to {high:g} m; {wanted:.4g} m may give poor results.")
        return wanted

    def _at(self, factor: float) -> gdal.Dataset:
        """The scene at ``factor`` times its pixel size, resampled by GDAL as it is read."""
        if factor == 1.0:
            return self._source
        width = max(1, round(self._source.RasterXSize / factor))
        height = max(1, round(self._source.RasterYSize / factor))
        return gdal.Translate("", self._source, format="VRT", width=width, height=height, resampleAlg="bilinear")

    def _value_range(
        self, options: SceneOptions, progress: Progress
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Values that become the model's lowest and highest, for each band; shape (bands, 1, 1) each."""
        shape = (len(self.bands), 1, 1)
        low, high = (np.full(len(self.bands), value) for value in self._contract.value_range)
        chosen = "8 bit, as they are"
        if not self._is_byte() and (options.value_min is None or options.value_max is None):
            low, high = self._percentiles()
            chosen = "2nd to 98th percentile"
        if options.value_min is not None:
            low, chosen = np.full(len(self.bands), options.value_min), "as set"
        if options.value_max is not None:
            high, chosen = np.full(len(self.bands), options.value_max), "as set"
        if not (low < high).all():
            raise ScarpError(
                f"The lowest value ({low.max():g}) is not below the highest ({high.min():g}); set both under Advanced."
            )
        ranges = ", ".join(f"{a:.6g} to {b:.6g}" for a, b in zip(low, high))
        progress.pushInfo(f"Values of bands {', '.join(map(str, self.bands))}: {ranges} ({chosen}).")
        return low.reshape(shape).astype(np.float32), high.reshape(shape).astype(np.float32)

    def _percentiles(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        source = self._source
        shrink = max(1.0, max(source.RasterXSize, source.RasterYSize) / SAMPLE_SIDE)
        size = max(1, int(source.RasterXSize / shrink)), max(1, int(source.RasterYSize / shrink))
        whole = Window(0, 0, source.RasterXSize, source.RasterYSize)
        pixels, valid = self._read(source, whole, size)
        if not valid.any():
            raise ScarpError(f"The layer {self.path} has no valid pixel: all of it is nodata. Choose another image.")
        low, high = np.percentile(pixels[:, valid].astype(np.float64), (2, 98), axis=1)
        # A band that is constant over the sample would otherwise be divided by nothing.
        return low, np.where(high > low, high, low + 1.0)

    def _read(
        self, dataset: gdal.Dataset, window: Window, size: tuple[int, int] | None = None
    ) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """Values as stored, shape (bands, height, width), and which pixels are valid."""
        columns, rows = size or (window.width, window.height)
        where = (window.column, window.row, window.width, window.height)
        pixels = dataset.ReadAsArray(*where, buf_xsize=columns, buf_ysize=rows, band_list=self.bands)
        if pixels is None:
            raise ScarpError(f"The layer {self.path} cannot be read: {gdal.GetLastErrorMsg()}.")
        pixels = pixels.reshape(len(self.bands), rows, columns)
        if self._masked:
            mask = dataset.GetRasterBand(self.bands[0]).GetMaskBand()
            valid = mask.ReadAsArray(*where, buf_xsize=columns, buf_ysize=rows) > 0
        elif all(value is not None for value in self._nodata):
            valid = np.zeros(pixels.shape[1:], bool)
            for band, value in zip(pixels, self._nodata):
                if not math.isnan(value):
                    valid |= band != value
                else:
                    valid |= True
        else:
            valid = np.ones(pixels.shape[1:], bool)
        if pixels.dtype.kind == "f":
            # A pixel that cannot be computed with is as good as none, and ±1e38 stands for none in many a file.
            valid &= (np.abs(pixels) < 1e37).all(axis=0)
        if not self._collar.is_empty:
            scale = dataset.RasterXSize / self._source.RasterXSize, dataset.RasterYSize / self._source.RasterYSize
            valid &= ~self._collar.covers(pixels, window, scale)
        return pixels, valid

    def read(self, window: Window) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """A window of the working grid as the model expects it.

        Returns:
            Pixels of shape (bands, height, width), scaled and standardised, 0 where not valid; and the valid
            pixels, shape (height, width).

        Raises:
            ScarpError: if the file ends early or is damaged.
        """
        stored, valid = self._read(self._dataset, window)
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


def open_raster(path: str) -> gdal.Dataset:
    """Open a raster for reading.

    Raises:
        ScarpError: if GDAL cannot.
    """
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
    except RuntimeError:  # where the host program has switched GDAL's exceptions on
        dataset = None
    finally:
        gdal.PopErrorHandler()
    if dataset is None or dataset.RasterCount == 0:
        reason = gdal.GetLastErrorMsg() or "it is no raster"
        raise ScarpError(f"The layer {path} cannot be opened: {reason}. Choose another raster.")
    return dataset


def _with_palette_expanded(source: gdal.Dataset, contract: Contract) -> gdal.Dataset:
    """A paletted image as red, green and blue, if that is what the model reads."""
    paletted = source.RasterCount == 1 and source.GetRasterBand(1).GetColorTable() is not None
    if not paletted or len(contract.bands) != 3:
        return source
    return gdal.Translate("", source, format="VRT", rgbExpand="rgb")


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
            raise ScarpError(f"{expected}; {len(chosen)} {'is' if len(chosen) == 1 else 'are'} chosen under Bands.")
        for number in chosen:
            if not 1 <= number <= source.RasterCount:
                raise ScarpError(f'The layer "{path}" has {source.RasterCount} bands, so there is no band {number}.')
        return list(chosen)
    colours = {source.GetRasterBand(b).GetColorInterpretation(): b for b in range(1, source.RasterCount + 1)}
    names = {source.GetRasterBand(b).GetDescription().lower(): b for b in range(1, source.RasterCount + 1)}
    usable = [b for b in range(1, source.RasterCount + 1)
              if source.GetRasterBand(b).GetColorInterpretation() != gdal.GCI_AlphaBand]  # fmt: skip
    if len(usable) < needed:
        raise ScarpError(
            f'{expected}; the layer "{path}" has {len(usable)}. Choose another layer, or a model made for '
            f"{len(usable)} band{'s' * (len(usable) != 1)}."
        )
    by_name = [names.get(name.lower()) or colours.get(RGB.get(name.lower(), -1)) for name in contract.bands]
    found = [band for band in by_name if band is not None]
    if len(found) == needed:
        return found
    first = usable[:needed]
    if len(usable) > needed:
        progress.pushWarning(
            f"The layer does not say which bands are {', '.join(contract.bands)}; bands "
            f"{', '.join(map(str, first))} are taken. Choose others under Advanced > Bands."
        )
    return first


def ground_resolution_m(dataset: gdal.Dataset) -> float:
    """Side of a pixel in metres: the geometric mean of both sides, at the scene's centre; 1 where there is no CRS."""
    wkt = dataset.GetProjection()
    if not wkt:
        return 1.0
    a, b, d, e = (dataset.GetGeoTransform()[i] for i in (1, 2, 4, 5))
    area = abs(a * e - b * d)
    crs = osr.SpatialReference()
    crs.ImportFromWkt(wkt)
    if crs.IsGeographic():
        transform = dataset.GetGeoTransform()
        middle = transform[3] + d * dataset.RasterXSize / 2 + e * dataset.RasterYSize / 2
        degree = crs.GetSemiMajor() * crs.GetAngularUnits()
        area *= degree * degree * max(1e-6, math.cos(middle * crs.GetAngularUnits()))
    else:
        area *= crs.GetLinearUnits() ** 2
    return math.sqrt(area)
