"""A sample from a scene of any type and size: read as extraction reads it, kept on disk, not in memory."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.contract import Contract
from ..engine.errors import ScarpError
from ..engine.progress import Progress, Quiet
from ..engine.scene import Scene, SceneOptions, open_raster
from ..engine.windows import Window
from .job import RGB, Source
from .sample import UNLABELLED, Sample
from .scene_labels import SceneLabels, scene_labels

ROWS, COLUMNS = 512, 4096
"""Rows and columns that are read at once."""
ANY_RESOLUTION_M = (1e-6, 1e9)
INSTANCE_BYTES = 4
"""Of a pixel's number of the landslide that it belongs to."""


def scene_samples(
    source: Source, bands: Sequence[str] = RGB, classes: int = 1, folder: Path | None = None,
    progress: Progress | None = None, instances: bool = False,
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
        instances: whether it is said which landslide a pixel belongs to, where that is known.

    Raises:
        ScarpError: if a file cannot be read, labels do not fit the scene or hold other values, or the disk is full.
    """
    options = SceneOptions(
        source.scene_bands, source.resolution_m or None, *(source.values[:2] if source.values else (None, None))
    )
    scene = Scene(source.scene, _contract(bands), options, progress or Quiet())
    labels, raster = scene_labels(source, scene, classes), open_raster(source.scene)
    own = raster.RasterXSize, raster.RasterYSize
    x, y = scene.width / own[0], scene.height / own[1]
    windows = [_on_grid(window, (x, y), scene, source) for window in source.windows or ((0, 0, *own),)]
    yield _sample(source.name, scene, labels, windows, folder, instances and labels.has_instances)
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


def _sample(
    name: str, scene: Scene, labels: SceneLabels, windows: Sequence[Window], folder: Path | None, instances: bool
) -> Sample:
    column, row = min(each.column for each in windows), min(each.row for each in windows)
    width = max(each.column + each.width for each in windows) - column
    height = max(each.row + each.height for each in windows) - row
    sizes = {"image": len(scene.bands), "mask": 1, **({"instances": INSTANCE_BYTES} if instances else {})}
    _check_room(folder, name, {kind: each * height * width for kind, each in sizes.items()})
    image = _array(folder, f"{name} image", np.uint8, (len(scene.bands), height, width))
    mask = _array(folder, f"{name} mask", np.uint8, (height, width))
    numbers = _array(folder, f"{name} instances", np.int32, (height, width)) if instances else None
    for part in _parts(Window(0, 0, width, height)):
        pixels, valid = scene.read(Window(column + part.column, row + part.row, part.width, part.height))
        # Above black, so that what a sensor saw is told from nodata.
        image[(slice(None), *part.slices())] = np.where(valid, np.clip(np.rint(pixels * 255.0), 1, 255), 0)
        mask[part.slices()] = UNLABELLED
    for window in windows:
        for part in _parts(window):
            place = Window(part.column - column, part.row - row, part.width, part.height).slices()
            valid = (image[(slice(None), *place)] > 0).any(0)
            mask[place] = np.where(valid, labels.labels(part), UNLABELLED)
            if numbers is not None:
                is_feature = (mask[place] > 0) & (mask[place] != UNLABELLED)
                numbers[place] = np.where(is_feature, labels.numbers(part), 0)
    scene.release()
    return Sample(name, image, mask, scene.resolution_m, numbers)


def _parts(window: Window) -> Iterator[Window]:
    """A window in pieces that are read at once."""
    for top in range(0, window.height, ROWS):
        for left in range(0, window.width, COLUMNS):
            width, height = min(COLUMNS, window.width - left), min(ROWS, window.height - top)
            yield Window(window.column + left, window.row + top, width, height)


def _file(folder: Path, name: str) -> Path:
    """Where an array is kept."""
    return folder / f"{''.join(letter if letter.isalnum() else '_' for letter in name)}.npy"


def _check_room(folder: Path | None, name: str, sizes: dict[str, int]) -> None:
    """See that the disk takes arrays: pages that find no room later would end the process without a word.

    Args:
        folder: that they go to, is made; nothing for memory.
        name: of the sample.
        sizes: bytes of each by what it is; those of them that are there are removed.

    Raises:
        ScarpError: if not.
    """
    if folder is None:
        return
    paths = [_file(folder, f"{name} {kind}") for kind in sizes]
    needed = sum(sizes.values())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in paths:
            path.unlink(missing_ok=True)
        free = shutil.disk_usage(folder).free
        if needed > free:
            raise OSError(f"{needed / 1e6:.0f} MB are needed, {free / 1e6:.0f} MB are free")
    except OSError as error:
        raise _not_written(paths[0], error) from error


def _array(folder: Path | None, name: str, kind: type, shape: tuple[int, ...]) -> NDArray[Any]:
    """Zeros in memory, or in a file that is mapped into it."""
    if folder is None:
        return np.zeros(shape, kind)
    path = _file(folder, name)
    try:
        array: NDArray[Any] = np.lib.format.open_memmap(  # type: ignore[no-untyped-call]
            path, mode="w+", dtype=kind, shape=shape
        )
    except OSError as error:
        raise _not_written(path, error) from error
    return array


def _not_written(path: Path, error: OSError) -> ScarpError:
    return ScarpError(f"The training cannot write {path} ({error}); make room or choose another folder.")
