"""Label rasters: for each pixel of an image, the number of its class; beside them, the number of its polygon."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .area import Area, AreaMissed
from .class_raster import class_colours
from .contract import LANDSLIDE
from .errors import ScarpError
from .gdal_calls import attempt
from .label_image import LabelImage, windows_over
from .progress import Part, Progress, check
from .raster_writer import RasterWriter
from .scene import open_raster
from .windows import Window

UNLABELLED = 255
"""Neither a class nor background: left out of training and of scores, as nodata is."""
BACKGROUND = "background"
UNLABELLED_NAME = "unlabelled"
RESTS = (BACKGROUND, UNLABELLED_NAME)
"""What that may be which no ROI covers."""
CLASSES = "SCARP_CLASSES"
"""Metadata item that names the classes 1, 2, ... as a JSON list."""
BACKGROUND_COLOUR = (225, 225, 215)
MASK = "mask"
"""Description of the band of an image that holds labels."""
PROBES, PROBE_SIDE = 8, 128
"""How many parts along each axis are looked at to see whether a band holds labels, and their side in pixels."""


@dataclass(frozen=True)
class RoiPolygons:
    """ROIs of one layer.

    Attributes:
        polygons: as well-known binary, each with the name of its class, which may be "background".
        crs_wkt: their CRS; empty where they have none.
    """

    polygons: list[tuple[bytes, str]]
    crs_wkt: str


class _LabelWriter(RasterWriter):
    """Labels in the making."""

    what = "label raster"

    def __init__(self, path: Path, classes: Sequence[str], image: LabelImage) -> None:
        self._classes = classes
        super().__init__(path, image.width, image.height, image.geotransform, image.crs_wkt)

    def _describe(self, dataset: gdal.Dataset) -> None:
        band = dataset.GetRasterBand(1)
        band.SetDescription("labels")
        table = gdal.ColorTable()
        for value, colour in enumerate((BACKGROUND_COLOUR, *class_colours(self._classes))):
            table.SetColorEntry(value, (*colour, 255))
        self._written(band.SetColorTable, table)
        # GDAL writes them into a file of its own beside the raster, where it is allowed to.
        attempt(band.SetCategoryNames, [BACKGROUND, *self._classes])
        self.set_metadata({CLASSES: json.dumps(list(self._classes), ensure_ascii=False)})


class _NumberWriter(RasterWriter):
    """Numbers of polygons in the making."""

    what = "raster of instances"
    kind, nodata = gdal.GDT_Int32, 0


def rasterize_labels(
    image_path: str, rois: Sequence[RoiPolygons], classes: Sequence[str], rest: str, target: Path, progress: Progress,
    bands: Sequence[int] = (), instances: Path | None = None,
) -> dict[str, int]:  # fmt: skip
    """Write ROIs as labels on their image's grid: 0 background, 1 ... K the classes, 255 unlabelled or nodata.

    A pixel belongs to an ROI if its centre does. Where ROIs of several classes overlap, the first of the classes goes
    before the others, and background comes last. Where the image is nodata, nothing is labelled.

    Args:
        image_path: anything that GDAL opens.
        rois: in any CRS.
        classes: names of the classes 1 ... K; the first is "landslide".
        rest: "background" or "unlabelled", which is what no ROI covers.
        target: Byte GeoTIFF of one band; removed again if the run fails.
        progress: is told of what does not fit.
        bands: of the image, that say where it is nodata; empty takes all.
        instances: GeoTIFF of one band that says which polygon a pixel of a class belongs to, from 1, 0 for none; of
            several of its class, the last one. Nothing leaves it out.

    Returns:
        Pixels of each class by its name, and of "background" and "unlabelled".

    Raises:
        ScarpError: if there is no ROI on the image, a class has no number, or a file cannot be read or written.
        Cancelled: if so.
    """
    _check_classes(rois, classes)
    image = LabelImage(image_path, bands, progress)
    layers = _areas(image, rois, classes, progress)
    counts, contested = np.zeros(256, np.int64), 0
    with ExitStack() as stack:
        writer = stack.enter_context(_LabelWriter(target, classes, image))
        numbered: RasterWriter | None = None
        if instances is not None:
            grid = image.width, image.height, image.geotransform, image.crs_wkt
            numbered = stack.enter_context(_NumberWriter(instances, *grid))
        for strip, valid in image.strips(Part(progress, 0.0, 95.0)):
            labels, overlap = _labels(layers, strip, 0 if rest == BACKGROUND else UNLABELLED)
            labels[~valid] = UNLABELLED
            counts += np.bincount(labels.reshape(-1), minlength=256)
            contested += int((overlap & valid).sum())
            writer.write(labels)
            if numbered is not None:
                numbered.write(_numbers(layers, strip, labels))
        pixels = {name: int(counts[value]) for value, name in enumerate((BACKGROUND, *classes))}
        if not any(pixels.values()):
            raise ScarpError(
                "No pixel is labelled: the ROIs hold no pixel centre, or lie where the image is nodata. Draw larger "
                "ones, on the image."
            )
        if numbered is not None:
            numbered.finish(Part(progress, 95.0, 97.0))
        writer.finish(Part(progress, 97.0, 100.0))
    _warn(pixels, contested, layers, classes, progress)
    return {**pixels, UNLABELLED_NAME: int(counts[UNLABELLED])}


def _check_classes(rois: Sequence[RoiPolygons], classes: Sequence[str]) -> None:
    """See that each class has a number."""
    if not classes or classes[0] != LANDSLIDE or len({*classes, BACKGROUND, UNLABELLED_NAME}) != len(classes) + 2:
        raise ScarpError(
            f'The classes are {", ".join(classes) or "none"}; name each once, "{LANDSLIDE}" first, and neither '
            f'"{BACKGROUND}" nor "{UNLABELLED_NAME}".'
        )
    if len(classes) >= UNLABELLED:
        raise ScarpError(f"There are {len(classes)} classes, and a label raster holds 254; join some of them.")
    unknown = sorted({name for layer in rois for _, name in layer.polygons} - {*classes, BACKGROUND})
    if unknown:
        raise ScarpError(f'ROIs are of the class "{unknown[0]}", which is not one of {", ".join(classes)}; add it.')


def _areas(
    image: LabelImage, rois: Sequence[RoiPolygons], classes: Sequence[str], progress: Progress
) -> list[tuple[int, list[Area]]]:
    """ROIs on the image by the number of their class, those that go before others last."""
    found: dict[int, list[Area]] = {0: [], **{value: [] for value in range(len(classes), 0, -1)}}
    total = sum(len(layer.polygons) for layer in rois)
    missed = total
    for layer in rois:
        for value, name in enumerate((BACKGROUND, *classes)):
            check(progress)
            polygons = [polygon for polygon, of_class in layer.polygons if of_class == name]
            if not polygons:
                continue
            try:
                area = Area(polygons, layer.crs_wkt, image.crs_wkt, image.geotransform, (image.width, image.height),
                            "ROI layer")  # fmt: skip
            except AreaMissed:
                continue
            missed -= area.count(Window(0, 0, image.width, image.height))
            found[value].append(area)
    if not total:
        raise ScarpError("There is no ROI; draw polygons on landslides first.")
    if missed == total:
        raise AreaMissed(
            f"None of the {total} ROIs touches the image; check the coordinate systems of both, or choose the image "
            "that they were drawn on."
        )
    if missed:
        progress.pushWarning(f"ROIs that do not touch the image and are left out: {missed} of {total}.")
    return list(found.items())


def _labels(
    layers: Sequence[tuple[int, list[Area]]], window: Window, rest: int
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Labels of a window, shape (height, width), and where classes overlap."""
    shape = window.height, window.width
    labels, taken, overlap = np.full(shape, rest, np.uint8), np.zeros(shape, bool), np.zeros(shape, bool)
    for value, areas in layers:
        masks = [area.mask(window) for area in areas if area.touches(window)]
        if masks:
            inside = np.logical_or.reduce(masks)
            overlap |= inside & taken
            taken |= inside
            labels[inside] = value
    return labels, overlap


def _numbers(
    layers: Sequence[tuple[int, list[Area]]], window: Window, labels: NDArray[np.uint8]
) -> NDArray[np.int32]:
    """Which polygon the pixels of a window belong to, counted over all layers; shape (height, width)."""
    numbers, before = np.zeros(labels.shape, np.int32), 0
    for value, areas in layers:
        for area in areas:
            if value and area.touches(window):
                found = area.numbers(window)
                inside = (found > 0) & (labels == value)
                numbers[inside] = found[inside] + before
            before += len(area)
    return numbers


def _warn(
    pixels: dict[str, int], contested: int, layers: Sequence[tuple[int, list[Area]]], classes: Sequence[str],
    progress: Progress,
) -> None:  # fmt: skip
    """Say what may not be as meant."""
    if contested:
        order = ", ".join((*classes, BACKGROUND))
        progress.pushWarning(f"Pixels in ROIs of several classes: {contested}. The first of {order} has them.")
    names = (BACKGROUND, *classes)
    for value, areas in layers:
        if areas and not pixels[names[value]]:
            progress.pushWarning(
                f'The class "{names[value]}" has no pixel: its ROIs hold no pixel centre, lie where the image is '
                "nodata, or under those of another class."
            )


def classes_of(path: str) -> tuple[str, ...]:
    """Names of the classes 1 ... K of a label raster; "landslide" where it names none.

    Raises:
        ScarpError: if it cannot be opened, or its classes are not a list of names.
    """
    text = open_raster(path).GetMetadataItem(CLASSES)
    if text is None:
        return (LANDSLIDE,)
    try:
        names = json.loads(text)
    except ValueError:
        names = None
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        raise ScarpError(f"The metadata item {CLASSES} of {path} is {text[:60]!r}, not a JSON list of names.")
    return tuple(names)


def label_band(path: str) -> int:
    """Number of the band that holds the labels: the one described "mask", else the last.

    Raises:
        ScarpError: if it cannot be opened, or that band holds anything else than numbers of its classes.
    """
    source = open_raster(path)
    classes = classes_of(path)
    numbers = range(1, source.RasterCount + 1)
    described = [b for b in numbers if source.GetRasterBand(b).GetDescription().strip().lower() == MASK]
    number = described[-1] if described else source.RasterCount
    for window in _probes(source.RasterXSize, source.RasterYSize):
        stored = _stored(source.GetRasterBand(number), window, path)
        other = stored[~_is_label(stored, len(classes)) & ~_is_nodata(source.GetRasterBand(number), stored)]
        if other.size:
            raise ScarpError(
                f"Band {number} of {path} holds no labels: it has the value {other[0]:g}, and labels are 0 "
                f"(background), {'1' if len(classes) == 1 else f'1 to {len(classes)}'} ({', '.join(classes)}) and 255 "
                "(unlabelled). Choose a raster that Create label raster wrote, or one of such values."
            )
    return number


def _probes(width: int, height: int) -> Iterator[Window]:
    """Small windows spread evenly over a raster."""
    across, down = min(PROBE_SIDE, width), min(PROBE_SIDE, height)
    for row in np.unique(np.linspace(0, height - down, PROBES).astype(int)).tolist():
        for column in np.unique(np.linspace(0, width - across, PROBES).astype(int)).tolist():
            yield Window(column, row, across, down)


def _stored(band: gdal.Band, window: Window, path: str) -> NDArray[Any]:
    stored, reason = attempt(band.ReadAsArray, window.column, window.row, window.width, window.height)
    if stored is None:
        raise ScarpError(f"The label raster {path} cannot be read ({reason}): copy it again, or make it anew.")
    pixels: NDArray[Any] = stored
    return pixels


def _is_label(stored: NDArray[Any], classes: int) -> NDArray[np.bool_]:
    """Which values are background, the number of a class, or unlabelled."""
    is_label: NDArray[np.bool_] = (stored >= 0) & (stored <= classes) & (stored == np.floor(stored))
    is_label |= stored == UNLABELLED
    return is_label


def _is_nodata(band: gdal.Band, stored: NDArray[Any]) -> NDArray[np.bool_]:
    nodata = band.GetNoDataValue()
    is_nan: NDArray[np.bool_] = stored != stored
    return is_nan if nodata is None else is_nan | (stored == nodata)


class LabelRaster:
    """A label raster, opened for reading. One thread's.

    Args:
        path: anything that GDAL opens.
        band: that holds the labels; 0 finds it.

    Attributes:
        width, height: in pixels.
        band: that holds the labels.
        classes: names of the classes 1 ... K.
        geotransform: of its grid; nothing where it has none.

    Raises:
        ScarpError: if it cannot be opened, or holds no labels.
    """

    def __init__(self, path: str, band: int = 0) -> None:
        self._path = path
        self.band = band or label_band(path)
        self.classes = classes_of(path)
        self._dataset = open_raster(path)
        if not 1 <= self.band <= self._dataset.RasterCount:
            raise ScarpError(f"The label raster {path} has no band {band}; it has {self._dataset.RasterCount}.")
        self.width, self.height = self._dataset.RasterXSize, self._dataset.RasterYSize
        self.geotransform: tuple[float, ...] | None = self._dataset.GetGeoTransform(can_return_null=True)

    def read(self, window: Window) -> NDArray[np.uint8]:
        """Labels of a window, shape (height, width); what is no label, such as nodata, is 255.

        Raises:
            ScarpError: if the file is damaged.
        """
        stored = _stored(self._dataset.GetRasterBand(self.band), window, self._path)
        labels: NDArray[np.uint8] = np.where(_is_label(stored, len(self.classes)), stored, UNLABELLED).astype(np.uint8)
        return labels

    def parts(self, progress: Progress) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """All of it, window by window.

        Raises:
            ScarpError: if the file is damaged.
            Cancelled: if so.
        """
        for window in windows_over(self.width, self.height, 16):
            check(progress)
            yield window, self.read(window)
            self._dataset.FlushCache()
            progress.setProgress(100.0 * (window.row + window.height) / self.height)
