"""Samples: images with their landslide masks, from folders, from a scene and its polygons, or generated."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.scene import ground_resolution_m
from .job import Source
from .sample_event import sample_event

UNLABELLED = 255
BANDS = 3
"""Red, green and blue; what an image has beyond them, such as alpha, is left out."""
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")


@dataclass(frozen=True)
class Sample:
    """One image with its mask.

    Attributes:
        name: file name without suffix.
        image: shape (bands, height, width), 8 bit.
        mask: shape (height, width): 1 landslide, 0 other, 255 unlabelled or nodata.
        resolution_m: ground resolution.
    """

    name: str
    image: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    resolution_m: float


def read_image(path: Path) -> NDArray[np.uint8]:
    """Read an 8-bit image, shape (bands, height, width).

    Raises:
        ScarpError: if GDAL cannot read it, or its numbers are not of 8 bit.
    """
    dataset, reason = attempt(gdal.Open, str(path))
    pixels = None
    if dataset is not None:
        pixels, reason = attempt(dataset.ReadAsArray)
    if pixels is None:
        raise ScarpError(f"The image {path} cannot be read ({reason}); remove or replace it.")
    if pixels.dtype != np.uint8:
        raise ScarpError(f"The image {path} is of type {pixels.dtype}, not of 8 bit; convert it to Byte.")
    image: NDArray[np.uint8] = np.atleast_3d(pixels.T).T
    return image


def _colours(path: Path) -> NDArray[np.uint8]:
    """Red, green and blue of an image."""
    image = read_image(path)
    if len(image) < BANDS:
        raise ScarpError(f"The image {path} has {len(image)} band(s); red, green and blue are needed.")
    return image[:BANDS]


def samples(source: Source) -> Iterator[Sample]:
    """All samples of a source.

    Raises:
        ScarpError: if its files cannot be read or there are none.
    """
    if source.events:
        return _generated(source)
    if source.scene:
        return iter([_scene(source)])
    if not source.images:
        raise ScarpError(f"The source {source.name} names no folder of images, no scene and no events; add one.")
    return _folder(source)


def _names(source: Source) -> set[str]:
    """Names of the images that the table picks."""
    try:
        with Path(source.table).open(newline="", encoding="utf-8-sig") as table:
            rows = list(csv.DictReader(table))
        return {row["name"] for row in rows if all(row.get(k) == v for k, v in source.where.items())}
    except (OSError, ValueError, KeyError) as error:
        raise ScarpError(
            f"The table {source.table} cannot be used ({error!r}); give a CSV file with a column 'name'."
        ) from error


def _folder(source: Source) -> Iterator[Sample]:
    names = _names(source) if source.table else None
    if source.masks and not Path(source.masks).is_dir():
        raise ScarpError(f"There is no folder of masks {source.masks} for {source.name}; correct it.")
    if source.resolution_m <= 0:
        raise ScarpError(f"The ground resolution of the images of {source.name} is not known; set resolution_m.")
    paths = sorted(p for p in Path(source.images).glob("*") if p.suffix.lower() in IMAGE_SUFFIXES)
    paths = [p for p in paths if names is None or p.stem in names]
    if not paths:
        raise ScarpError(f"The folder {source.images} holds no image for {source.name}; choose another folder.")
    masks: dict[str, Path] = {}
    if source.masks:
        masks = {p.stem: p for p in Path(source.masks).glob("*") if p.suffix.lower() in IMAGE_SUFFIXES}
    for path in paths:
        image = _colours(path)
        if path.stem in masks:
            mask = (read_image(masks[path.stem])[0] > 0).astype(np.uint8)
        else:
            mask = np.zeros(image.shape[1:], np.uint8)
        if mask.shape != image.shape[1:]:
            raise ScarpError(f"The mask of {path.name} is {mask.shape[1]} x {mask.shape[0]} pixels, the image "
                             f"{image.shape[2]} x {image.shape[1]}; they must be the same.")
        yield Sample(path.stem, image, mask, source.resolution_m)


def _scene(source: Source) -> Sample:
    image = _colours(Path(source.scene))
    raster = gdal.Open(source.scene)
    vector = attempt(ogr.Open, source.polygons)[0]
    if vector is None:
        raise ScarpError(f"The polygons {source.polygons} cannot be read; choose a vector file.")
    target = gdal.GetDriverByName("MEM").Create("", raster.RasterXSize, raster.RasterYSize, 1, gdal.GDT_Byte)
    target.SetGeoTransform(raster.GetGeoTransform())
    target.SetProjection(raster.GetProjection())
    gdal.RasterizeLayer(target, [1], vector.GetLayer(0), burn_values=[1])
    mask = target.ReadAsArray()
    mask[raster.GetRasterBand(1).GetMaskBand().ReadAsArray() == 0] = UNLABELLED
    return Sample(Path(source.scene).stem, image, mask, source.resolution_m or ground_resolution_m(raster))


def _generated(source: Source, side: int = 640) -> Iterator[Sample]:
    low, high = source.resolutions_m
    for seed in source.events:
        # Each event at one resolution of the range, so that texture is as sharp as a sensor of it would see.
        resolution = float(low * (high / low) ** np.random.default_rng(seed).random())
        event = sample_event(side, side, resolution, landslides=30, seed=seed)
        mask = (event.landslides > 0).astype(np.uint8)
        mask[~event.valid] = UNLABELLED
        yield Sample(f"event_{seed}", event.post, mask, resolution)
