"""The class raster: for each pixel the most probable class at or above the threshold."""

from __future__ import annotations

import colorsys
import gzip
import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .errors import ScarpError
from .gdal_calls import attempt
from .probability_raster import lowest_percent
from .progress import Progress, check
from .raster_writer import BLOCK, NODATA, RasterWriter

MOST_CLASSES = 254
NO_CLASS = "background"
"""Name of the value 0."""
COLOURS = {
    "landslide": (215, 48, 31), "cloud": (190, 190, 200), "shadow": (84, 39, 136), "road": (255, 170, 0),
    "water": (49, 130, 189), "river": (49, 130, 189), "lake": (49, 130, 189), "snow": (158, 220, 230),
}  # fmt: skip
"""Colours by a word in the class's name."""
GOLDEN = 0.618034
"""Share of the colour circle between two classes that have no colour of their own; none comes near another."""


def class_colours(classes: Sequence[str]) -> list[tuple[int, int, int]]:
    """Red, green and blue of each class, 0 to 255: what it is known by, or one of its own."""
    colours: list[tuple[int, int, int]] = []
    for number, name in enumerate(classes):
        known = [colour for word, colour in COLOURS.items() if word in name.lower() and colour not in colours]
        red, green, blue = colorsys.hsv_to_rgb((0.33 + number * GOLDEN) % 1.0, 0.65, 0.8)
        colours.append(known[0] if known else (round(255 * red), round(255 * green), round(255 * blue)))
    return colours


class ClassWriter(RasterWriter):
    """A class raster in the making: value 0 is no class, 1 to K the classes, 255 nodata.

    Otsu's threshold is known only once the last row is blended. So a pass keeps, in a file beside the raster, the most
    probable class of each pixel and its probability; then the threshold is applied to them. That is exact, as the most
    probable class is also the most probable of those at or above any threshold, or there is none.

    Use as a context manager: ``keep`` each row, ``classify``, then ``complete`` and ``place``.

    Args:
        path: where the GeoTIFF is to be.
        classes: names of the values 1, 2, ...
        width, height: in pixels.
        geotransform: of the working grid.
        crs_wkt: may be empty.

    Raises:
        ScarpError: if there are too many classes, or the folder cannot be written to, or is not there.
    """

    what = "class raster"

    def __init__(
        self, path: Path, classes: Sequence[str], width: int, height: int, geotransform: tuple[float, ...],
        crs_wkt: str,
    ) -> None:  # fmt: skip
        if len(classes) > MOST_CLASSES:
            raise ScarpError(
                f"The model has {len(classes)} classes, and a class raster holds {MOST_CLASSES}; leave it out."
            )
        self.classes = tuple(classes)
        super().__init__(path, width, height, geotransform, crs_wkt)
        self._kept = self._folder / "kept.gz"
        try:
            with self._disk():
                self._keeping = gzip.open(self._kept, "wb", compresslevel=1)  # noqa: SIM115
        except BaseException:
            self._discard()
            raise

    def _describe(self, dataset: gdal.Dataset) -> None:
        band = dataset.GetRasterBand(1)
        band.SetDescription("class")
        table = gdal.ColorTable()
        table.SetColorEntry(0, (255, 255, 255, 0))
        for value, colour in enumerate(class_colours(self.classes), 1):
            table.SetColorEntry(value, (*colour, 255))
        self._written(band.SetColorTable, table)
        # GDAL writes them into a file of its own beside the raster, where it is allowed to.
        attempt(band.SetCategoryNames, [NO_CLASS, *self.classes])
        self.set_metadata({"SCARP_CLASSES": json.dumps(self.classes, ensure_ascii=False)})

    @contextmanager
    def _disk(self) -> Iterator[None]:
        """Failures to keep or read back become sentences.

        Raises:
            ScarpError: if there is one.
        """
        try:
            yield
        except (OSError, EOFError, zlib.error) as error:
            raise self._failure(getattr(error, "strerror", None) or str(error)) from error

    def keep(self, percents: Sequence[NDArray[np.uint8]]) -> None:
        """Keep what the next full rows are most likely to be, from north to south.

        Args:
            percents: of each class, shape (rows, width), 0 to 100, 255 nodata in all of them.

        Raises:
            ScarpError: if the disk is full or gone.
        """
        kept = np.empty((len(percents[0]), 2, self.width), np.uint8)
        winner, best = kept[:, 0], kept[:, 1]
        winner[:], best[:] = 1, percents[0]
        for value, percent in enumerate(percents[1:], 2):
            winner[percent > best] = value  # of equals, the first one
            np.maximum(best, percent, out=best)
        with self._disk():
            self._keeping.write(kept.data)

    def classify(self, threshold: float, progress: Progress) -> None:
        """Write the raster, once all rows are kept.

        Args:
            threshold: 0 to 1; a pixel is of a class where its probability is that or more.
            progress: is told, and asked whether to stop.

        Raises:
            Cancelled: if so.
            ScarpError: if the disk is full or gone.
        """
        lowest = lowest_percent(threshold)
        self.set_metadata({"SCARP_CLASS_THRESHOLD": f"{threshold:g}"})
        with self._disk():
            self._keeping.close()
        with self._disk(), gzip.open(self._kept, "rb") as kept:
            for row in range(0, self.height, BLOCK):
                check(progress)
                rows = min(BLOCK, self.height - row)
                both = np.frombuffer(kept.read(rows * 2 * self.width), np.uint8).reshape(rows, 2, self.width)
                winner, best = both[:, 0], both[:, 1]
                self.write(np.where(best == NODATA, NODATA, winner * (best >= lowest)).astype(np.uint8, copy=False))
                progress.setProgress(100.0 * (row + rows) / self.height)
        self._kept.unlink()

    def _discard(self) -> None:
        if hasattr(self, "_keeping"):
            with suppress(OSError):
                self._keeping.close()
        super()._discard()
