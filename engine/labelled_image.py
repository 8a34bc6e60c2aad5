"""An image with its labels as last band, in one file."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path

import numpy as np
from osgeo import gdal

from .errors import ScarpError
from .gdal_calls import attempt
from .label_image import LabelImage
from .label_raster import CLASSES, MASK, LabelRaster
from .progress import Part, Progress, Quiet, check
from .raster_writer import OVERVIEW_SIDE, RasterWriter
from .scene import RGB, virtual


def write_label_raster(
    image_path: str, labels_path: str, target: Path, progress: Progress, bands: Sequence[int] = ()
) -> None:
    """Write an image with its labels as last band.

    The type is the image's, unless that cannot hold 255. Nodata is told by the image's value for it, unless that is the
    number of a class or the image tells it otherwise; then by a mask of the data set.

    Args:
        image_path: anything that GDAL opens.
        labels_path: written by ``rasterize_labels`` on the same grid.
        target: GeoTIFF; removed again if the run fails.
        progress: of the run.
        bands: of the image; empty takes all but alpha.

    Raises:
        ScarpError: if the labels are of another grid, or a file cannot be read or written.
        Cancelled: if so.

    Source: Zhang et al. 2020, whose label raster is the image and a mask band with the value 1 on landslides.
    """
    image, labels = LabelImage(image_path, bands, Quiet()), LabelRaster(labels_path)
    if (image.width, image.height) != (labels.width, labels.height):
        raise ScarpError(
            f"The labels {labels_path} are {labels.width} x {labels.height} pixels and the image {image_path} "
            f"{image.width} x {image.height}; make the labels from this image."
        )
    nodata = image.nodata
    if nodata is not None and 0 <= nodata <= len(labels.classes):
        nodata = None
    with _folder_beside(target) as folder, _removed_on_error(target):
        both = virtual(
            image.source, image_path, bandList=image.bands, outputType=image.kind, maskBand="none",
            noData="none" if nodata is None else repr(nodata),
        )  # fmt: skip
        both.AddBand(image.kind)
        band = both.GetRasterBand(both.RasterCount)
        band.SetDescription(MASK)
        _show(band, Path(labels_path), labels.band)
        both.SetMetadataItem(CLASSES, json.dumps(list(labels.classes), ensure_ascii=False))
        if nodata is None and _write_validity(image, folder / "valid.tif", Part(progress, 0.0, 40.0)):
            both.CreateMaskBand(gdal.GMF_PER_DATASET)
            _show(both.GetRasterBand(1).GetMaskBand(), folder / "valid.tif", 1)
        _copy(both, target, Part(progress, 40.0, 100.0))


@contextmanager
def _folder_beside(target: Path) -> Iterator[Path]:
    """A folder for what is only needed meanwhile."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".scarp-", dir=target.parent))
    except OSError as error:
        raise ScarpError(
            f"The label raster cannot be written to {target.parent}: {error.strerror}. Choose another folder."
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _removed_on_error(target: Path) -> Iterator[None]:
    """A file that is not complete does not stay."""
    try:
        yield
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _show(band: gdal.Band, file: Path, number: int) -> None:
    """Have a band of a virtual raster show one of a file."""
    source = (
        f"<SimpleSource><SourceFilename>{escape(str(file.absolute()))}</SourceFilename>"
        f"<SourceBand>{number}</SourceBand></SimpleSource>"
    )
    band.SetMetadataItem("source_0", source, "new_vrt_sources")


def _write_validity(image: LabelImage, target: Path, progress: Progress) -> bool:
    """Write 255 where the image holds pixels and 0 where it is nodata. Returns whether there is any nodata."""
    some = False
    with RasterWriter(target, image.width, image.height, image.geotransform, image.crs_wkt) as writer:
        for _, valid in image.strips(progress):
            some |= not valid.all()
            writer.write(np.where(valid, np.uint8(255), np.uint8(0)))
        writer.finish(Part(progress, 100.0, 100.0))
    return some


def _copy(source: gdal.Dataset, target: Path, progress: Progress) -> None:
    """Write a virtual raster as a GeoTIFF with overviews."""
    is_rgb = [source.GetRasterBand(b).GetColorInterpretation() for b in (1, 2, 3) if b < source.RasterCount] == [
        *RGB.values()
    ]
    options = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER", "INTERLEAVE=BAND", "ALPHA=NO",
               f"PHOTOMETRIC={'RGB' if is_rgb else 'MINISBLACK'}"]  # fmt: skip
    levels = [2**i for i in range(1, 16) if max(source.RasterXSize, source.RasterYSize) / 2**i >= OVERVIEW_SIDE / 2]

    def on_progress(done: float, _message: str, _data: object) -> int:
        progress.setProgress(100.0 * done)
        return 0 if progress.isCanceled() else 1

    before = gdal.GetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    try:
        copy, reason = attempt(
            gdal.GetDriverByName("GTiff").CreateCopy, str(target), source, options=options,
            callback=lambda done, *rest: on_progress(0.9 * done, *rest),
        )  # fmt: skip
        check(progress)
        if copy is not None and not reason:
            _, reason = attempt(copy.FlushCache)
        if copy is not None and not reason and levels:
            _, reason = attempt(copy.BuildOverviews, "NEAREST", levels,
                                callback=lambda done, *rest: on_progress(0.9 + 0.1 * done, *rest))  # fmt: skip
            check(progress)
    finally:
        gdal.SetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
    if copy is None or reason:
        raise ScarpError(
            f"The label raster {target} could not be written ({reason}). Make room or choose another folder."
        )
    del copy
    progress.setProgress(100.0)
