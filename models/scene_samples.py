"""A sample from a scene of any type and size: read as extraction reads it, kept on disk, not in memory."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..engine.contract import Contract
from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.progress import Progress, Quiet
from ..engine.scene import Scene, SceneOptions, open_raster
from ..engine.windows import Window
from .job import RGB, Source
from .sample import UNLABELLED, Sample

ROWS, COLUMNS = 512, 4096
"""Rows and columns that are read at once."""
ANY_RESOLUTION_M = (1e-6, 1e9)


def scene_samples(
    source: Source, bands: Sequence[str] = RGB, classes: int = 1, folder: Path | None = None,
    progress: Progress | None = None,
) -> Iterator[Sample]:  # fmt: skip
    """A scene as one sample: what lies around the source's windows, and labels in them alone.

    What lies between windows stays to be seen, unlabelled: a network that saw each of them alone would learn that the
    ground ends at its edges.

    Args:
        source: names a scene, with labels or polygons.
        bands: names of the bands in the network's order.
        classes: how many the labels may hold.
        folder: where pixels are kept, as NumPy files that are mapped into memory; nothing keeps them in memory.
        progress: is told how the scene is read.

    Raises:
        ScarpError: if a file cannot be read, labels do not fit the scene or hold other values, or the disk is full.
    """
    options = SceneOptions(
        source.scene_bands, source.resolution_m or None, *(source.values[:2] if source.values else (None, None))
    )
    scene = Scene(source.scene, _contract(bands), options, progress or Quiet())
    labels, raster = _labels(source, scene), open_raster(source.scene)
    own = raster.RasterXSize, raster.RasterYSize
    x, y = scene.width / own[0], scene.height / own[1]
    if (labels.RasterXSize, labels.RasterYSize) != (scene.width, scene.height):
        # A label of coarser pixels is the one that most of the finer ones have.
        labels = gdal.Translate("", labels, format="VRT", width=scene.width, height=scene.height,
                                resampleAlg="mode" if x < 1 else "near")  # fmt: skip
    windows = [_on_grid(window, (x, y), scene, source) for window in source.windows or ((0, 0, *own),)]
    yield _sample(source.name, scene, labels, windows, classes, folder)
    scene.release()


def _on_grid(window: tuple[int, ...], factors: tuple[float, float], scene: Scene, source: Source) -> Window:
    """A window in the scene's own pixels on its working grid."""
    (column, row, width, height), (x, y) = window, factors
    left, top = round(column * x), round(row * y)
    right, bottom = min(scene.width, round((column + width) * x)), min(scene.height, round((row + height) * y))
    if right <= left or bottom <= top or left < 0 or top < 0:
        raise ScarpError(f"The window {column, row, width, height} does not lie in the scene {source.scene}.")
    return Window(left, top, right - left, bottom - top)


def _contract(bands: Sequence[str]) -> Contract:
    """How a scene is read: its values from 0 to 1, at any ground resolution."""
    return Contract(
        kind="semantic", classes=("landslide",), bands=tuple(bands), value_range=(0.0, 255.0), tile_size=1,
        resolution_m=ANY_RESOLUTION_M, threshold=0.5, network={}, training={}, scores={}, version="",
    )  # fmt: skip


def _labels(source: Source, scene: Scene) -> gdal.Dataset:
    """One band: 0 background, 1 and above the classes, 255 unlabelled."""
    if source.labels:
        raster = open_raster(source.labels)
        own = open_raster(source.scene)
        if (raster.RasterXSize, raster.RasterYSize) != (own.RasterXSize, own.RasterYSize):
            raise ScarpError(
                f"The labels {source.labels} are {raster.RasterXSize} x {raster.RasterYSize} pixels, the image "
                f"{source.scene} {own.RasterXSize} x {own.RasterYSize}; make the label raster from this image."
            )
        if not 1 <= source.label_band <= raster.RasterCount:
            raise ScarpError(f"The labels {source.labels} have no band {source.label_band}; choose one of "
                             f"{raster.RasterCount}.")  # fmt: skip
        return gdal.Translate("", raster, format="VRT", bandList=[source.label_band])
    vector = attempt(ogr.Open, source.polygons)[0] if source.polygons else None
    if vector is None:
        raise ScarpError(f"The polygons {source.polygons or 'of ' + source.name} cannot be read; choose a vector file.")
    target = gdal.GetDriverByName("MEM").Create("", scene.width, scene.height, 1, gdal.GDT_Byte)
    target.SetGeoTransform(scene.geotransform)
    target.SetProjection(scene.crs_wkt)
    gdal.RasterizeLayer(target, [1], vector.GetLayer(0), burn_values=[1])
    return target


def _sample(
    name: str, scene: Scene, labels: gdal.Dataset, windows: Sequence[Window], classes: int, folder: Path | None
) -> Sample:  # fmt: skip
    column, row = min(each.column for each in windows), min(each.row for each in windows)
    width = max(each.column + each.width for each in windows) - column
    height = max(each.row + each.height for each in windows) - row
    image = _array(folder, f"{name} image", (len(scene.bands), height, width))
    mask = _array(folder, f"{name} mask", (height, width))
    for part in _parts(Window(0, 0, width, height)):
        pixels, valid = scene.read(Window(column + part.column, row + part.row, part.width, part.height))
        # Above black, so that what a sensor saw is told from nodata.
        image[(slice(None), *part.slices())] = np.where(valid, np.clip(np.rint(pixels * 255.0), 1, 255), 0)
        mask[part.slices()] = UNLABELLED
    for window in windows:
        for part in _parts(window):
            found, reason = attempt(labels.ReadAsArray, part.column, part.row, part.width, part.height)
            if found is None:
                raise ScarpError(f"The labels of {scene.path} cannot be read ({reason}); make them again.")
            place = Window(part.column - column, part.row - row, part.width, part.height).slices()
            valid = (image[(slice(None), *place)] > 0).any(0)
            mask[place] = np.where(valid, _checked(found, classes, scene.path), UNLABELLED)
    scene.release()
    return Sample(name, image, mask, scene.resolution_m)


def _parts(window: Window) -> Iterator[Window]:
    """A window in pieces that are read at once."""
    for top in range(0, window.height, ROWS):
        for left in range(0, window.width, COLUMNS):
            width, height = min(COLUMNS, window.width - left), min(ROWS, window.height - top)
            yield Window(window.column + left, window.row + top, width, height)


def _checked(labels: NDArray[Any], classes: int, path: str) -> NDArray[np.uint8]:
    wrong = (labels != UNLABELLED) & ~((labels >= 0) & (labels <= classes))
    if wrong.any():
        raise ScarpError(
            f"The labels of {path} hold the value {labels[wrong][0]}; 0 is background, 1 to {classes} the classes, "
            "255 unlabelled. Make the label raster with scarp:createlabelraster."
        )
    return labels.astype(np.uint8)


def _array(folder: Path | None, name: str, shape: tuple[int, ...]) -> NDArray[np.uint8]:
    if folder is None:
        return np.zeros(shape, np.uint8)
    safe = "".join(letter if letter.isalnum() else "_" for letter in name)
    path, needed = folder / f"{safe}.npy", math.prod(shape)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        free = shutil.disk_usage(folder).free
        # Pages that find no room later would end the process without a word.
        if needed > free:
            raise OSError(f"{needed / 1e6:.0f} MB are needed, {free / 1e6:.0f} MB are free")
        array: NDArray[np.uint8] = np.lib.format.open_memmap(  # type: ignore[no-untyped-call]
            path, mode="w+", dtype=np.uint8, shape=shape
        )
    except OSError as error:
        raise ScarpError(f"The training cannot write {path} ({error}); make room or choose another folder.") from error
    return array
