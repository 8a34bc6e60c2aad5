"""Samples: images with their landslide masks, from folders, from a scene and its polygons, or generated."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.progress import Progress
from .job import RGB, Source
from .sample import UNLABELLED, Sample
from .sample_event import sample_event
from .scene_samples import scene_samples

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")


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


def _colours(path: Path, bands: int) -> NDArray[np.uint8]:
    """The first bands of an image; what it has beyond them, such as alpha, is left out."""
    image = read_image(path)
    if len(image) < bands:
        needed = "red, green and blue are" if bands == len(RGB) else f"{bands} are"
        raise ScarpError(f"The image {path} has {len(image)} band(s); {needed} needed.")
    return image[:bands]


def samples(
    source: Source, bands: Sequence[str] = RGB, classes: int = 1, folder: Path | None = None,
    progress: Progress | None = None, instances: bool = False,
) -> Iterator[Sample]:  # fmt: skip
    """All samples of a source.

    Args:
        source: of files, a scene or events.
        bands: names of the bands in the network's order; of images in a folder, their first ones are taken.
        classes: how many the labels of a scene may hold.
        folder: where the pixels of scenes are kept; nothing keeps them in memory.
        progress: is told how scenes are read.
        instances: whether scenes say which landslide a pixel belongs to, where that is known.

    Raises:
        ScarpError: if its files cannot be read or there are none.
    """
    if source.events:
        return _generated(source)
    if source.scene:
        return scene_samples(source, bands, classes, folder, progress, instances)
    if not source.images:
        raise ScarpError(f"The source {source.name} names no folder of images, no scene and no events; add one.")
    return _folder(source, len(bands))


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


def _folder(source: Source, bands: int) -> Iterator[Sample]:
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
        image = _colours(path, bands)
        if path.stem in masks:
            mask = (read_image(masks[path.stem])[0] > 0).astype(np.uint8)
        else:
            mask = np.zeros(image.shape[1:], np.uint8)
        if mask.shape != image.shape[1:]:
            raise ScarpError(f"The mask of {path.name} is {mask.shape[1]} x {mask.shape[0]} pixels, the image "
                             f"{image.shape[2]} x {image.shape[1]}; they must be the same.")
        yield Sample(path.stem, image, mask, source.resolution_m)


def _generated(source: Source, side: int = 640) -> Iterator[Sample]:
    low, high = source.resolutions_m
    for seed in source.events:
        # Each event at one resolution of the range, so that texture is as sharp as a sensor of it would see.
        resolution = float(low * (high / low) ** np.random.default_rng(seed).random())
        event = sample_event(side, side, resolution, landslides=30, seed=seed)
        mask = (event.landslides > 0).astype(np.uint8)
        mask[~event.valid] = UNLABELLED
        yield Sample(f"event_{seed}", event.post, mask, resolution, event.landslides.astype(np.int32))
