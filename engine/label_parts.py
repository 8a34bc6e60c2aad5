"""Parts of label rasters: what is left of one without another, and how much a part of one labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .label_raster import CLASSES, UNLABELLED, LabelRaster
from .progress import Progress, check
from .raster_writer import RasterWriter
from .scene import PIXELS, crs_of, open_raster
from .windows import Window

ROWS = 256


class _LabelCopy(RasterWriter):
    """Labels in the making."""

    what = "label raster"


def _strips(window: Window) -> Iterator[Window]:
    for row in range(window.row, window.row + window.height, ROWS):
        yield Window(window.column, row, window.width, min(ROWS, window.row + window.height - row))


def copy_without(labels_path: str, other_path: str, target: Path, progress: Progress) -> None:
    """Copy a label raster, unlabelled where another one labels.

    Args:
        labels_path: to copy, of one band.
        other_path: on the same grid, of one band.
        target: GeoTIFF, another file; removed again if the run fails.
        progress: of the run.

    Raises:
        ScarpError: if a file cannot be read or written.
        Cancelled: if so.
    """
    labels, other, source = LabelRaster(labels_path, 1), LabelRaster(other_path, 1), open_raster(labels_path)
    geotransform = labels.geotransform or PIXELS
    with _LabelCopy(target, labels.width, labels.height, geotransform, crs_of(source)) as writer:
        writer.set_metadata({CLASSES: json.dumps(labels.classes, ensure_ascii=False)})
        for strip in _strips(Window(0, 0, labels.width, labels.height)):
            check(progress)
            writer.write(np.where(other.read(strip) == UNLABELLED, labels.read(strip), np.uint8(UNLABELLED)))
        writer.finish(progress)


def count_labels(labels_path: str, band: int, windows: Sequence[Window], progress: Progress) -> NDArray[np.int64]:
    """Pixels of each label in some windows of a label raster.

    Args:
        labels_path: the label raster.
        band: of it, that holds the labels.
        windows: in its pixels; none takes all of it.
        progress: of the run.

    Returns:
        Shape (256,): pixels of background, of the classes 1, 2, ..., and of unlabelled at 255.

    Raises:
        ScarpError: if the file cannot be read.
        Cancelled: if so.
    """
    labels, counts = LabelRaster(labels_path, band), np.zeros(256, np.int64)
    for window in windows or [Window(0, 0, labels.width, labels.height)]:
        for strip in _strips(window):
            check(progress)
            counts += np.bincount(labels.read(strip).reshape(-1), minlength=256)
    return counts
