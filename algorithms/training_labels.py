"""Labels of a training: made from ROIs in the training's folder, parted into what trains and what validates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from ..engine.area import AreaMissed
from ..engine.errors import Cancelled, ScarpError
from ..engine.gdal_calls import attempt
from ..engine.label_parts import copy_without, count_labels
from ..engine.label_raster import BACKGROUND, UNLABELLED, UNLABELLED_NAME, rasterize_labels
from ..engine.progress import Part, Progress
from ..engine.scene import open_raster
from ..engine.split import split_windows
from ..engine.windows import Window
from .model_choice import AUTO
from .rasters import Raster
from .training_sources import Ground


@dataclass(frozen=True)
class LabelPart:
    """An image with a part of its labels, for training or validation.

    Attributes:
        image: that the labels are of.
        labels: path of the label raster.
        band: of the label raster.
        windows: of it, in its pixels; none takes all.
        file: what the label raster stands for, if it is a temporary VRT.
        instances: raster on the same grid that says which polygon a pixel belongs to; empty where that is not known.
    """

    image: Raster
    labels: str
    band: int
    windows: tuple[tuple[int, ...], ...] = ()
    file: str = ""
    instances: str = ""


@dataclass(frozen=True)
class Split:
    """How images are parted where nothing of its own validates.

    Attributes:
        direction: one of ``engine.split.DIRECTIONS``: the part that trains.
        share: of it, above 0 and below 1.
    """

    direction: str
    share: float


class _Unheard(Part):
    """A progress that is not told of what was told before."""

    def pushInfo(self, info: str) -> None:
        """Ignore."""

    def pushWarning(self, warning: str) -> None:
        """Ignore."""


def make_labels(
    training: Ground, validation: Ground | None, rest: str, split: Split, folder: Path, progress: Progress,
    bands: Sequence[int] = (), instances: bool = False,
) -> tuple[list[LabelPart], list[LabelPart]]:  # fmt: skip
    """Make label rasters where ROIs label, and part them.

    Args:
        training: images to train on.
        validation: images to validate on; nothing parts those of the training.
        rest: what no ROI covers: "background", "unlabelled", or "auto".
        split: how they are parted.
        folder: for the label rasters.
        progress: of the run.
        bands: that say where images are nodata; none takes all.
        instances: whether it is kept which ROI a pixel belongs to.

    Returns:
        What trains, and what validates.

    Raises:
        ScarpError: if either has no landslide, or there is nothing but landslides to train on.
        Cancelled: if so.
    """
    classes = training.classes
    how = bands, instances
    parts = _rasters(training, classes, rest, "training", folder, Part(progress, 0.0, 40.0), *how)
    if validation is None:
        parts, validated = _parted(parts, split, Part(progress, 40.0, 80.0))
    else:
        validated = _rasters(validation, classes, rest, "validation", folder, Part(progress, 40.0, 60.0), *how)
        _keep_apart(training, validation, parts, validated, folder, Part(progress, 60.0, 80.0), bands)
    trains = _count(parts, Part(progress, 80.0, 90.0))
    validates = _count(validated, Part(progress, 90.0, 100.0))
    _check_counts(trains, validates, progress)
    return parts, validated


@contextmanager
def _about(image: Raster) -> Iterator[None]:
    """Errors say which image they are of."""
    try:
        yield
    except (AreaMissed, Cancelled):
        raise
    except ScarpError as error:
        raise ScarpError(f'Image "{image.name}": {error}') from error


def _rasters(
    ground: Ground, classes: Sequence[str], rest: str, purpose: str, folder: Path, progress: Progress,
    bands: Sequence[int], instances: bool,
) -> list[LabelPart]:  # fmt: skip
    """Label rasters of all images that have labels."""
    if rest == AUTO:
        has_background = any(name == BACKGROUND for layer in ground.rois for _, name in layer.polygons)
        rest = UNLABELLED_NAME if has_background else BACKGROUND
    parts, missed = [], None
    for number, each in enumerate(ground.images, start=1):
        share = Part(progress, 100.0 * (number - 1) / len(ground.images), 100.0 * number / len(ground.images))
        if each.labels is not None:
            parts.append(LabelPart(each.image, each.labels.source, each.band, file=each.labels.file))
            continue
        target = folder / f"{purpose}-{number}.tif"
        numbers = folder / f"{purpose}-{number}-instances.tif" if instances else None
        try:
            with _about(each.image):
                rasterize_labels(each.image.source, ground.rois, classes, rest, target, share, bands, numbers)
        except AreaMissed as error:
            missed = error
            progress.pushWarning(f'No ROI for {purpose} touches the image "{each.image.name}"; it is left out of it.')
            continue
        parts.append(LabelPart(each.image, str(target), 1, instances=str(numbers) if numbers else ""))
    if not parts and missed is not None:
        raise missed
    if ground.rois:
        progress.pushInfo(f"What no ROI for {purpose} covers is {rest}.")
    return parts


def _parted(
    parts: Sequence[LabelPart], split: Split, progress: Progress
) -> tuple[list[LabelPart], list[LabelPart]]:
    """What trains and what validates of images; those without a landslide train as a whole.

    Raises:
        ScarpError: if none has a landslide, or one has it in one part only.
    """
    trains: list[LabelPart] = []
    validates: list[LabelPart] = []
    for number, part in enumerate(parts):
        share = Part(progress, 100.0 * number / len(parts), 100.0 * (number + 1) / len(parts))
        if _count([part], share)[1]:
            pair = _split(part, split, share)
            trains.append(pair[0])
            validates.append(pair[1])
        else:
            trains.append(part)
            progress.pushInfo(f'The image "{part.image.name}" has no pixel of a landslide, so all of it trains.')
    if not validates:
        raise ScarpError(
            "No pixel is labelled as landslide: no ROI is of that class, or they hold no pixel centre, or lie where "
            "the image is nodata. Draw ROIs on landslides."
        )
    return trains, validates


def _split(part: LabelPart, split: Split, progress: Progress) -> tuple[LabelPart, LabelPart]:
    with _about(part.image):
        trains, validates = split_windows(part.labels, part.band, split.direction, split.share, progress)
    return (replace(part, windows=tuple(astuple(window) for window in trains)),
            replace(part, windows=tuple(astuple(window) for window in validates)))  # fmt: skip


def _keep_apart(
    training: Ground, validation: Ground, trains: Sequence[LabelPart], validates: Sequence[LabelPart], folder: Path,
    progress: Progress, bands: Sequence[int],
) -> None:  # fmt: skip
    """Take validation ROIs out of the training, and training ROIs out of the validation, on images that serve both.

    Raises:
        ScarpError: if an image serves both, and a label raster says where landslides are in it.
    """
    by_rois = {part.image.source: part for part in trains if Path(part.labels).parent == folder}
    for part in validates:
        other = by_rois.get(part.image.source)
        is_shared = part.image.source in {each.image.source for each in trains}
        if not is_shared:
            continue
        if other is None or Path(part.labels).parent != folder:
            raise ScarpError(
                f'The image "{part.image.name}" would train and validate, one of both by a label raster; choose ROIs '
                "for both, or another image to validate on, or leave the validation empty to have the image parted."
            )
        files = {"trains": training, "validates": validation}
        for name, ground in files.items():
            rasterize_labels(part.image.source, ground.rois, training.classes, UNLABELLED_NAME,
                             folder / f"{name}.tif", _Unheard(progress, 0.0, 50.0), bands)  # fmt: skip
        _take_out(Path(other.labels), folder / "validates.tif", progress)
        _take_out(folder / "trains.tif", folder / "validates.tif", progress)
        _take_out(Path(part.labels), folder / "trains.tif", progress)
        for name in files:
            for file in folder.glob(f"{name}.tif*"):
                file.unlink()


def _take_out(labels: Path, other: Path, progress: Progress) -> None:
    rest = labels.with_name("rest.tif")
    copy_without(str(labels), str(other), rest, _Unheard(progress, 50.0, 100.0))
    rest.replace(labels)


def _count(parts: Sequence[LabelPart], progress: Progress) -> NDArray[np.int64]:
    counts = np.zeros(256, np.int64)
    for part in parts:
        counts += count_labels(part.labels, part.band, [Window(*each) for each in part.windows], progress)
    return counts


def _check_counts(trains: NDArray[np.int64], validates: NDArray[np.int64], progress: Progress) -> None:
    """See that there is something to learn.

    Raises:
        ScarpError: if not.
    """
    others = int(trains[:UNLABELLED].sum() - trains[1])
    checked = int(validates[:UNLABELLED].sum() - validates[1])
    if not trains[1]:
        raise ScarpError("There is no landslide to train on; draw ROIs on landslides outside the validation ROIs.")
    if not others:
        raise ScarpError(
            "All labelled pixels that train are landslide, so the model would see landslides everywhere; draw ROIs of "
            "background, or have background where no ROI is."
        )
    if not validates[1]:
        raise ScarpError("There is no landslide to validate on; draw validation ROIs on landslides too.")
    progress.pushInfo(
        f"Training: {int(trains[1]):,} pixels of landslide and {others:,} others; validation: {int(validates[1]):,} "
        f"and {checked:,}."
    )


def kept_raster(raster: str, file: str, number: int, folder: Path) -> str:
    """A raster that is there the next time too: a copy of a temporary VRT, anything else as it is.

    Args:
        raster: that GDAL opens.
        file: what it stands for, if it is a VRT.
        number: of the copy.
        folder: for the copy.

    Raises:
        ScarpError: if it cannot be written.
    """
    if raster == file:
        return raster
    copy = folder / f"image-{number}.vrt"
    written, reason = attempt(gdal.GetDriverByName("VRT").CreateCopy, str(copy), open_raster(raster))
    if written is None or reason:
        raise ScarpError(f"The file {copy} cannot be written ({reason}); make room, or choose another training folder.")
    written.FlushCache()
    return str(copy)
