"""Rasters in the making: written a band of rows at a time, and put in place complete or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .errors import ScarpError
from .gdal_calls import attempt
from .progress import Progress, check
from .scene import PIXELS

NODATA = 255
BLOCK = 256
SIDECARS = (".aux.xml", ".ovr", ".msk")
"""Ends of the names of files that GDAL reads beside a raster."""
OVERVIEW_SIDE = 512
"""Overviews are made down to about this size."""

Writer = TypeVar("Writer", bound="RasterWriter")


class RasterWriter:
    """A raster of one band, Byte with nodata 255, in the making: a file of its own until it is complete, then moved.

    Use as a context manager; leaving it by an error removes the unfinished file and keeps what was there before.

    Args:
        path: where the GeoTIFF is to be.
        width, height: in pixels.
        geotransform: of the working grid.
        crs_wkt: may be empty.

    Raises:
        ScarpError: if the folder cannot be written to, or is not there.
    """

    what = "raster"
    """What it is, for messages."""
    kind, nodata = gdal.GDT_Byte, NODATA
    """GDAL's type of its values, and the one that says that there is none."""

    def __init__(self, path: Path, width: int, height: int, geotransform: tuple[float, ...], crs_wkt: str) -> None:
        self.path, self.width, self.height = path, width, height
        self._pending: list[NDArray[Any]] = []
        self._row = 0
        if path.is_dir():
            raise ScarpError(f"The {self.what} cannot be written to {path}, which is a folder; add a file name.")
        try:
            self._folder = Path(tempfile.mkdtemp(prefix=".scarp-", dir=path.parent))
        except OSError as error:
            raise ScarpError(
                f"The {self.what} cannot be written to {path.parent}: {error.strerror}. Choose another folder."
            ) from error
        self._partial = self._folder / path.name
        self._dataset: Any = None
        try:
            self._create(geotransform, crs_wkt)
        except BaseException:
            self._discard()
            raise

    def _create(self, geotransform: tuple[float, ...], crs_wkt: str) -> None:
        self._dataset = self._written(
            gdal.GetDriverByName("GTiff").Create, str(self._partial), self.width, self.height, 1, self.kind,
            ["TILED=YES", f"BLOCKXSIZE={BLOCK}", f"BLOCKYSIZE={BLOCK}", "COMPRESS=DEFLATE", "ZLEVEL=1",
             "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"],
        )  # fmt: skip
        if geotransform != PIXELS or crs_wkt:
            self._written(self._dataset.SetGeoTransform, geotransform)
        if crs_wkt:
            self._written(self._dataset.SetProjection, crs_wkt)
        self._dataset.GetRasterBand(1).SetNoDataValue(self.nodata)
        self._describe(self._dataset)

    def _describe(self, dataset: gdal.Dataset) -> None:
        """Say in the new file what its values mean."""

    def set_metadata(self, items: Mapping[str, str]) -> None:
        """State what the raster is, in metadata items of the file; before it is complete.

        Raises:
            ScarpError: if the disk is full or gone.
        """
        for name, value in items.items():
            self._written(self._dataset.SetMetadataItem, name, value)

    def _written(self, call: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
        """What a call of GDAL that writes returns.

        Raises:
            ScarpError: if GDAL reports any failure.
        """
        result, reason = attempt(call, *arguments, **keywords)
        if reason:
            raise self._failure(reason)
        return result

    def _failure(self, reason: str) -> ScarpError:
        try:
            room = f"; {shutil.disk_usage(self.path.parent).free / 1e6:.0f} MB are free there"
        except OSError:
            room = ""
        return ScarpError(
            f"The {self.what} {self.path} could not be written ({reason}{room}). "
            "Make room or choose another folder."
        )

    def write(self, values: NDArray[Any]) -> None:
        """Write the next full rows, from north to south.

        Args:
            values: shape (rows, width).

        Raises:
            ScarpError: if the disk is full or gone.
        """
        self._pending.append(values)
        waiting = sum(len(rows) for rows in self._pending)
        # Whole rows of blocks only: a block written in two parts would be compressed twice and leave a gap.
        ready = waiting if self._row + waiting == self.height else waiting // BLOCK * BLOCK
        if ready:
            rows = np.concatenate(self._pending)
            self._pending = [rows[ready:]]
            self._write_rows(rows[:ready])

    def _write_rows(self, values: NDArray[Any]) -> None:
        row, self._row = self._row, self._row + len(values)
        if (values == self.nodata).all():
            return  # stays a hole in the file, which reads as nodata
        band = self._dataset.GetRasterBand(1)
        self._written(band.WriteArray, values, 0, row)
        self._written(band.FlushCache)

    def finish(self, progress: Progress) -> None:
        """Complete the file and move it into place.

        Raises:
            Cancelled: if so.
            ScarpError: if the disk is full, or the place is taken by a file that cannot be replaced.
        """
        self.complete(progress)
        self.place()
        progress.setProgress(100.0)

    def complete(self, progress: Progress) -> None:
        """Make overviews and close the file, where it is.

        Raises:
            Cancelled: if so.
            ScarpError: if the disk is full.
        """
        check(progress)
        self._written(self._dataset.FlushCache)
        levels = [2**i for i in range(1, 16) if max(self.width, self.height) / 2**i >= OVERVIEW_SIDE / 2]
        if levels:
            self._build_overviews(levels, progress)
        self._written(self._close)
        dataset = self._written(gdal.OpenEx, str(self._partial), gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        is_whole = not lacks_blocks(dataset.GetRasterBand(1), self._partial.stat().st_size)
        del dataset
        if not is_whole:
            raise self._failure("parts of it are missing")
        check(progress)

    def place(self) -> None:
        """Move the complete file to its place.

        Raises:
            ScarpError: if the place is taken by a file that cannot be replaced.
        """
        try:
            self._partial.replace(self.path)
            for suffix in SIDECARS:
                old, new = (path.with_name(path.name + suffix) for path in (self.path, self._partial))
                if new.exists():
                    new.replace(old)
                else:
                    old.unlink(missing_ok=True)
        except OSError as error:
            raise ScarpError(
                f"The file {self.path} cannot be replaced ({error.strerror}); close what uses it, or choose another "
                "name."
            ) from error

    def _build_overviews(self, levels: list[int], progress: Progress) -> None:
        band = self._dataset.GetRasterBand(1)

        def on_progress(done: float, _message: str, _data: object) -> int:
            progress.setProgress(100.0 * done)
            # Kept by GDAL, what was read would let memory grow with the height. It is clean, so nothing is written.
            if gdal.GetLastErrorType() < gdal.CE_Failure:
                band.FlushCache()
            return 0 if progress.isCanceled() else 1

        # Nearest keeps the values and nodata as they are; average would draw a seam of nodata into the map.
        _, reason = attempt(self._dataset.BuildOverviews, "NEAREST", levels, callback=on_progress)
        check(progress)
        if reason:
            raise self._failure(reason)

    def _close(self) -> None:
        self._dataset = None

    def _discard(self) -> None:
        attempt(self._close)
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self: Writer) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._discard()


def lacks_blocks(band: gdal.Band, size_bytes: int) -> bool:
    """Whether blocks of a GeoTIFF or of its overviews lie behind its end or in each other.

    GDAL 3.10 says nothing where a full disk does not take a block.
    """
    places = [(size_bytes, 0)]
    for level in (band, *(band.GetOverview(index) for index in range(band.GetOverviewCount()))):
        width, height = level.GetBlockSize()
        for row in range(-(-level.YSize // height)):
            for column in range(-(-level.XSize // width)):
                offset, length = (
                    level.GetMetadataItem(f"BLOCK_{what}_{column}_{row}", "TIFF") for what in ("OFFSET", "SIZE")
                )
                if offset is not None:  # no hole of the file
                    places.append((int(offset), int(length)))
    starts, lengths = np.array(sorted(places), np.int64).T
    return bool((starts[:-1] + lengths[:-1] > starts[1:]).any() or starts[-1] > size_bytes)
