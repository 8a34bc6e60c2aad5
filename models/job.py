"""The description of a training run: what a JSON job file holds. Imports no torch."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from ..engine.contract import LANDSLIDE
from ..engine.errors import ScarpError

RGB = ("red", "green", "blue")
OPTIMIZERS = ("adamw", "sgd")
SELECTIONS = ("f1", "loss")
"""The best epoch has the highest F1 at its best threshold, the mean over the sources, or the lowest loss."""
TRAINING_DEVICES = ("auto", "cpu")
PRECISIONS = ("auto", "float32", "bfloat16")
"""Of the network's arithmetic in training; "auto" takes bfloat16 where the processor computes in it."""
INSTANCE_NETWORKS = ("mask_rcnn",)
"""Names of the networks that find landslides one by one; the others map them pixel by pixel."""
FREE = {"folder", "epochs", "threads", "device", "precision", "model", "version", "scales", "resolution_m",
        "value_range"}  # fmt: skip
"""What may have changed when a training goes on from its checkpoint."""
CHECKPOINT, BEST, LOG, STEPS, MODEL = "last.pt", "best.pt", "log.jsonl", "steps.jsonl", "model.onnx"
"""Files in the job's folder."""


@dataclass(frozen=True)
class Source:
    """Where some of the samples come from. One of three kinds, by which of the paths is set.

    Attributes:
        name: what reports call it.
        images: folder of images, each a sample.
        masks: folder of masks with the images' names; above 0 is landslide, an image without one has none.
        table: CSV file with a column ``name``; only images named there count. Optional.
        where: column and value that a row of the table must have.
        scene: raster of one scene, of any type and size.
        polygons: vector file of the scene's landslides; all else in it is background.
        labels: raster on the scene's grid, instead of polygons: 0 background, 1 the job's first class, 2 its second
            and so on, 255 unlabelled.
        label_band: of the labels.
        instances: raster on the scene's grid that says which landslide a pixel of the labels belongs to, from 1, 0 for
            none; empty takes connected pixels of a class as one.
        scene_bands: numbers of the scene's bands in the job's order; empty finds them by name.
        values: of the scene, that become black and white; empty takes 8 bit as it is and stretches others.
        windows: parts of the scene that are used, in its own pixels: column, row, width, height; empty takes all.
        events: seeds of generated sample events, instead of files.
        resolution_m: ground resolution of the images; of a scene, the one that it is worked on, 0 for its own.
        resolutions_m: ground resolutions to train at, drawn evenly in the logarithm.
        weight: share of the examples drawn from this source, relative to the other sources.
        validation_m: ground resolution to validate at.
    """

    name: str
    images: str = ""
    masks: str = ""
    table: str = ""
    where: dict[str, str] = field(default_factory=dict)
    scene: str = ""
    polygons: str = ""
    labels: str = ""
    label_band: int = 1
    instances: str = ""
    scene_bands: list[int] = field(default_factory=list)
    values: tuple[float, ...] = ()
    windows: tuple[tuple[int, ...], ...] = ()
    events: list[int] = field(default_factory=list)
    resolution_m: float = 0.0
    resolutions_m: tuple[float, float] = (1.0, 1.0)
    weight: float = 1.0
    validation_m: float = 0.0


@dataclass(frozen=True)
class Job:
    """A training run, for one process or, under ``torchrun``, for several.

    Attributes:
        training: sources of the examples.
        validation: sources that are scored after each epoch.
        folder: where checkpoints, the log, the report and the model go.
        network: name in ``networks.NETWORKS``.
        settings: the network's arguments, without bands and classes.
        weights: start weights: a model of ours (.onnx), a checkpoint, or a file that ``networks.load_weights`` knows.
        classes: what is told apart, landslide first; the background is none of them.
        bands: names of the image's bands in order.
        epochs: how often ``examples`` examples are drawn.
        decay_epochs: the last epochs, in which the learning rate falls to nothing.
        warm_up: steps in which the learning rate rises from nothing.
        examples: examples (patches) in an epoch, each with its own place, rotation, scale and colours.
        batch: examples a step.
        tile: side of an example in pixels.
        optimizer: one of OPTIMIZERS.
        momentum: of "sgd".
        learning_rate: of the expanding path.
        encoder_rate: learning rate of the contracting path relative to that.
        weight_decay: of the optimizer.
        frozen_norm: whether normalisation keeps the start weights' statistics.
        average: how slowly the averaged weights, which are the ones validated and exported, follow; 0 for none.
        dice: weight of the Dice loss beside the cross-entropy.
        boundary_weight: weight that a pixel on the boundary of a class has beyond any other's 1; 0 for none.
        boundary_sigma_px: how fast that weight falls with the distance from the boundary.
        class_weight: share of a feature pixel's weight against a background pixel's at the start, fading to 0.5.
        loss_weight: the same share in the loss that validation reports.
        blur_px: how far the labels' edges are blurred at the start, shrinking to nothing.
        feature_bias: share of the examples that are drawn around a feature, at the start.
        feature_bias_end: the same at the end.
        rotation: whether examples are rotated and mirrored at random.
        right_angles: whether they are rotated by 90, 180 and 270 degrees only.
        scale: range of the random scale.
        colours: strength of random changes of colour, 0 to 1.
        select: one of SELECTIONS: what makes an epoch the best.
        seed: of everything random.
        device: one of TRAINING_DEVICES; "auto" takes a CUDA device where there is one.
        threads: CPU threads; 0 leaves it to PyTorch.
        precision: one of PRECISIONS.
        validation_tiles: at most so many tiles of each source are validated after an epoch, evenly spread; 0 all.
        resolution_m: range of ground resolutions that the contract states.
        value_range: values of an image that become black and white, as the contract states them; 0 to 255 leaves 8-bit
            images as they are, and stretches others.
        scales: at which the exported model looks at the image.
        model: file (.onnx) that the best epoch is exported to at the end; empty for none.
        version: of the model.
    """

    training: list[Source]
    validation: list[Source]
    folder: str
    network: str = "efficientnet_unet"
    settings: dict[str, Any] = field(default_factory=dict)
    weights: str = ""
    classes: tuple[str, ...] = (LANDSLIDE,)
    bands: tuple[str, ...] = RGB
    epochs: int = 10
    decay_epochs: int = 3
    warm_up: int = 200
    examples: int = 3000
    batch: int = 12
    tile: int = 256
    optimizer: str = "adamw"
    momentum: float = 0.99
    learning_rate: float = 1e-3
    encoder_rate: float = 0.5
    weight_decay: float = 0.02
    frozen_norm: bool = False
    average: float = 0.998
    dice: float = 1.0
    boundary_weight: float = 0.0
    boundary_sigma_px: float = 5.0
    class_weight: float = 0.5
    loss_weight: float = 0.5
    blur_px: float = 0.0
    feature_bias: float = 0.75
    feature_bias_end: float = 0.75
    rotation: bool = True
    right_angles: bool = False
    scale: tuple[float, float] = (1.0, 1.0)
    colours: float = 1.0
    select: str = "f1"
    seed: int = 0
    device: str = "auto"
    threads: int = 0
    precision: str = "auto"
    validation_tiles: int = 0
    resolution_m: tuple[float, float] = (0.8, 5.0)
    value_range: tuple[float, float] = (0.0, 255.0)
    scales: tuple[float, ...] = (1.0,)
    model: str = ""
    version: str = "1"

    @property
    def finds_instances(self) -> bool:
        """Whether its network finds landslides one by one."""
        return self.network in INSTANCE_NETWORKS

    def save(self, path: Path) -> None:
        """Write as JSON; what is there stays until all is written."""
        partial = path.with_name(path.name + ".part")
        try:
            partial.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)


def _known(kind: type, entries: Any, path: Path) -> dict[str, Any]:
    if not isinstance(entries, dict):
        raise ScarpError(f"The job {path.name} has {entries!r:.60} where named entries are needed; correct it.")
    unknown = set(entries) - {f.name for f in fields(kind)}
    if unknown:
        raise ScarpError(f"The job {path.name} has the unknown entry {sorted(unknown)[0]!r}; correct or remove it.")
    needed = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    missing = [name for name in needed if name not in entries]
    if missing:
        raise ScarpError(f"The job {path.name} lacks the entry {missing[0]!r}; add it.")
    return {f.name: _as_declared(str(f.type), entries[f.name]) for f in fields(kind) if f.name in entries}


def _as_declared(declared: str, value: Any) -> Any:
    """JSON knows lists only."""
    if not declared.startswith("tuple") or not isinstance(value, list):
        return value
    return tuple(tuple(each) if isinstance(each, list) else each for each in value)


def load_job(path: Path) -> Job:
    """Read a job file. Relative paths in it are relative to the working folder.

    Raises:
        ScarpError: if it is no JSON, lacks an entry that every job has, or has one that no job has.
    """
    try:
        entries = _known(Job, json.loads(path.read_text(encoding="utf-8")), path)
    except (OSError, ValueError) as error:
        raise ScarpError(f"The job {path} cannot be read ({error}); give a JSON file.") from error
    for part in ("training", "validation"):
        if not isinstance(entries[part], list):
            raise ScarpError(f"The entry {part!r} of the job {path.name} is no list; give a list of sources.")
        entries[part] = [Source(**_known(Source, source, path)) for source in entries[part]]
    return Job(**entries)
