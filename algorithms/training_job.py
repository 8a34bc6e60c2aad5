"""The job of a training: what it starts from, its recipe, and its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal

from ..engine.contract import INSTANCE, LANDSLIDE, SEMANTIC
from ..engine.errors import ScarpError
from ..engine.progress import Progress, Quiet
from ..engine.scene import EIGHT_BIT, ground_resolution_m, open_raster
from ..models.job import MODEL, RGB, Job, Source, load_job
from .model_choice import choose_model
from .training_folder import GROUND, JOB
from .training_labels import LabelPart, kept_raster
from .training_parameters import NOTHING
from .training_sources import (
    LabelledImage,
    band_names,
    check_colours,
    range_made_for,
    scene_bands,
    working_resolution_m,
)

ENCODES = "efficientnet_unet"
"""A network that maps pixels, whose encoder a Mask R-CNN can start from."""


@dataclass(frozen=True)
class Start:
    """What a training starts from.

    Attributes:
        weights: file; empty for random ones.
        network: name; empty for the preset's.
        settings: of the network, all of them or, where it is the preset's, those that the weights need.
        bands: names in order.
        classes: names in order; none where they are not known.
        resolution_m: range that the model was made for; nothing where it is not known.
        values: that it was trained to see as black and white; 0 to 255 takes 8 bit as it is and stretches others.
    """

    weights: str = ""
    network: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    bands: tuple[str, ...] = RGB
    classes: tuple[str, ...] = ()
    resolution_m: tuple[float, float] | None = None
    values: tuple[float, float] = EIGHT_BIT


@dataclass(frozen=True)
class Reading:
    """How images are read.

    Attributes:
        bands: numbers that are chosen; none chooses by name.
        resolution_m: that is worked on; nothing takes the images' own, clipped to the start model's.
        values: that become black and white; none estimates them.
    """

    bands: tuple[int, ...] = ()
    resolution_m: float | None = None
    values: tuple[float, ...] = ()


def find_start(name: str, file: str, kind: str = SEMANTIC) -> Start:
    """What a training starts from.

    Args:
        name: of a model, or NOTHING.
        file: a model (.onnx), or a checkpoint or weights of others (.pt, .pth); goes before the name if not empty.
        kind: of the network that is trained, "semantic" or "instance".

    Raises:
        ScarpError: if there is no such file, or it is no model that this training can start from.
    """
    path = Path(file).expanduser().absolute()
    if file and not path.is_file():
        raise ScarpError(f"There is no file {path} to start from; choose another under Advanced > Start file.")
    if file and path.suffix.lower() not in (".onnx", ".pt", ".pth"):
        raise ScarpError(f"Training starts from a model (.onnx) or a checkpoint (.pt, .pth), and {path} is neither.")
    if file and path.suffix.lower() != ".onnx":
        return _from_checkpoint(path, kind)
    if not file and name == NOTHING:
        return Start()
    model = choose_model(name, str(path) if file else "", "", Quiet())
    model.check()
    contract = model.contract
    network, settings = contract.network.get("name"), _own_settings(contract.network.get("settings", {}))
    made_for = contract.resolution_m, contract.value_range
    if kind == INSTANCE and network == ENCODES:
        return _from_encoder(model.path, settings, contract.bands, *made_for)
    _check_kind(model.path.name, contract.kind, kind)
    if not network:
        raise ScarpError(
            f"The model {model.path.name} was not trained with Scarp, so training cannot start from it; choose another."
        )
    return Start(str(model.path), str(network), settings, contract.bands, contract.classes, *made_for)


def _from_encoder(
    path: Path, settings: Mapping[str, Any], bands: tuple[str, ...], resolution_m: tuple[float, float],
    values: tuple[float, float],
) -> Start:  # fmt: skip
    """The encoder of a U-Net, which is a backbone of a Mask R-CNN."""
    return Start(str(path), settings={"backbone": settings.get("variant", "lite0")}, bands=bands,
                 resolution_m=resolution_m, values=values)  # fmt: skip


def _check_kind(name: str, found: str, wanted: str) -> None:
    """See that a model is of the kind that is trained.

    Raises:
        ScarpError: if not.
    """
    if found == wanted:
        return
    does, trains, other = "finds landslides one by one", "maps them pixel by pixel", "Train a Mask R-CNN model"
    if wanted == INSTANCE:
        does, trains, other = "maps landslides pixel by pixel", "finds them one by one", "Train a model"
    raise ScarpError(
        f"The model {name} {does}, and what is trained here {trains}; choose another model to start from, or use "
        f'"{other}".'
    )


def own_network(start: Start, what: str) -> ScarpError:
    """The sentence for a part of the network that is chosen where a model brings its own."""
    return ScarpError(
        f"The network is that of {Path(start.weights).name}, so its {what} cannot be chosen; leave it as it is, or "
        "start from nothing."
    )


def _from_checkpoint(path: Path, kind: str) -> Start:
    """A checkpoint, with what the job beside it says of its network."""
    beside = path.with_name(JOB)
    if not beside.is_file():
        return Start(str(path))
    job = load_job(beside)
    if kind == INSTANCE and job.network == ENCODES:
        return _from_encoder(path, job.settings, job.bands, job.resolution_m, job.value_range)
    _check_kind(path.name, INSTANCE if job.finds_instances else SEMANTIC, kind)
    return Start(
        str(path), job.network, _own_settings(job.settings), job.bands, job.classes, job.resolution_m, job.value_range
    )


def _own_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """A network's arguments but for those that the job states."""
    return {name: value for name, value in settings.items() if name not in ("bands", "classes")}


def recipe(preset: Mapping[str, Any], start: Start, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes of the job that say how it is trained.

    Args:
        preset: attributes.
        start: goes before the preset's network.
        settings: attributes that go before the preset's.

    Raises:
        ScarpError: if the numbers make no training.
    """
    chosen = {**preset, **settings}
    if start.network:
        chosen.update(network=start.network, settings=dict(start.settings))
    if not start.weights:
        chosen["frozen_norm"] = False  # random weights have no statistics to keep
    low, high = chosen["scale"]
    if low > high:
        raise ScarpError(f"The smallest random scale ({low:g}) is above the largest ({high:g}); set both in order.")
    if chosen["batch"] > chosen["examples"]:
        raise ScarpError(
            f"{chosen['batch']} patches at once are more than the {chosen['examples']} of an epoch; set fewer at once."
        )
    return chosen


def model_bands(start: Start, reading: Reading, images: Sequence[LabelledImage]) -> tuple[str, ...]:
    """Names of the bands that the model will read: the start model's, or those that are chosen by number.

    Raises:
        ScarpError: if an image has no such band.
    """
    if start.weights and len(reading.bands) in (0, len(start.bands)):
        return start.bands
    for each in images if not reading.bands else ():
        check_colours(each.image)
    return band_names(images[0].image, reading.bands, RGB)


def check_images(
    start: Start, reading: Reading, training: Sequence[LabelledImage], validation: Sequence[LabelledImage]
) -> None:
    """See that the images have the bands.

    Raises:
        ScarpError: if not.
    """
    names = model_bands(start, reading, training)
    for each in (*training, *validation):
        scene_bands(each.image, names, reading.bands, Quiet())


class JobMaker:
    """Makes a job of label parts.

    Args:
        start: of the training.
        reading: of the images.
        folder: of the training.
        ground: where files wait that will lie in the folder's GROUND.
        progress: is told what was decided.
    """

    def __init__(self, start: Start, reading: Reading, folder: Path, ground: Path, progress: Progress) -> None:
        self._start, self._reading, self._folder, self._ground = start, reading, folder, ground
        self._progress = progress
        self._kept: dict[str, str] = {}
        self._resolutions: dict[str, tuple[float, float]] = {}

    def job(
        self, trains: Sequence[LabelPart], validates: Sequence[LabelPart], classes: Sequence[str],
        chosen: Mapping[str, Any],
    ) -> Job:  # fmt: skip
        """The job.

        Args:
            trains: what trains; at least one.
            validates: what validates.
            classes: landslide first.
            chosen: other attributes.

        Raises:
            ScarpError: if an image lacks a band.
        """
        start = self._start
        names = model_bands(start, self._reading, [LabelledImage(part.image) for part in trains])
        training = self._sources(trains, names)
        validation = self._sources(validates, names)
        if start.classes and tuple(classes) != start.classes:
            self._progress.pushInfo(
                f"The model has the classes {', '.join(start.classes)} and the labels {', '.join(classes)}: what tells "
                "the new ones apart starts from random weights."
            )
        own, worked = zip(*self._resolutions.values())
        values = {source.values for source in (*training, *validation)}
        stated = values.pop() if len(values) == 1 else ()
        return Job(
            training=training, validation=validation, folder=str(self._folder), weights=start.weights,
            classes=tuple(classes) or (LANDSLIDE,), bands=names, resolution_m=range_made_for(own, worked),
            value_range=(stated[0], stated[1]) if stated else EIGHT_BIT, model=str(self._folder / MODEL), **chosen,
        )  # fmt: skip

    def _sources(self, parts: Sequence[LabelPart], names: tuple[str, ...]) -> list[Source]:
        sources: list[Source] = []
        for part in parts:
            worked = self._worked_m(part)
            taken = {source.name for source in sources}
            name, number = part.image.name, 2
            while name in taken:
                name, number = f"{part.image.name} {number}", number + 1
            sources.append(Source(
                name, scene=self._path(part.image.source, part.image.file),
                labels=self._path(part.labels, part.file or part.labels),
                label_band=part.band, instances=self._path(part.instances, part.instances) if part.instances else "",
                scene_bands=scene_bands(part.image, names, self._reading.bands, self._progress),
                values=self._values(part), windows=part.windows, resolution_m=worked,
                resolutions_m=(worked, worked), validation_m=worked,
            ))  # fmt: skip
        return sources

    def _values(self, part: LabelPart) -> tuple[float, ...]:
        """Values that become black and white: as chosen, else as the start model was trained, if the image goes so."""
        if self._reading.values or self._start.values == EIGHT_BIT:
            return self._reading.values
        raster = open_raster(part.image.source)  # a band is nothing without it
        is_byte = raster.GetRasterBand(1).DataType == gdal.GDT_Byte
        return () if is_byte and self._start.values[1] > EIGHT_BIT[1] else self._start.values

    def _worked_m(self, part: LabelPart) -> float:
        source = part.image.source
        if source not in self._resolutions:
            own = ground_resolution_m(open_raster(source))
            worked = working_resolution_m(part.image, self._reading.resolution_m, self._start.resolution_m)
            self._resolutions[source] = own, worked
            self._progress.pushInfo(
                f'Ground resolution: the image "{part.image.name}" has {own:.4g} m and is worked on at {worked:.4g} m.'
            )
        return self._resolutions[source][1]

    def _path(self, raster: str, file: str) -> str:
        """Where a raster will be when the worker reads it."""
        if raster not in self._kept:
            if raster == file and Path(raster).exists():  # the next run may be from another folder
                raster = file = str(Path(raster).absolute())
            self._kept[raster] = kept_raster(raster, file, len(self._kept) + 1, self._ground)
        kept = Path(self._kept[raster])
        return str(self._folder / GROUND / kept.name) if kept.parent == self._ground else self._kept[raster]
