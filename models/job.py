"""The description of a training run: what a JSON job file holds. Imports no torch."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from ..engine.errors import ScarpError


@dataclass(frozen=True)
class Source:
    """Where some of the samples come from. One of three kinds, by which of the paths is set.

    Attributes:
        name: what reports call it.
        images: folder of images, each a sample.
        masks: folder of masks with the images' names; above 0 is landslide, an image without one has none.
        table: CSV file with a column ``name``; only images named there count. Optional.
        where: column and value that a row of the table must have.
        scene: raster of one scene.
        polygons: vector file of the scene's landslides.
        events: seeds of generated sample events, instead of files.
        resolution_m: ground resolution of the images; 0 takes a scene's own.
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
    events: list[int] = field(default_factory=list)
    resolution_m: float = 0.0
    resolutions_m: tuple[float, float] = (1.0, 1.0)
    weight: float = 1.0
    validation_m: float = 0.0


@dataclass(frozen=True)
class Job:
    """A training run.

    Attributes:
        training: sources of the examples.
        validation: sources that are scored after each epoch.
        folder: where checkpoints, the log and the model go.
        network: name in ``networks.NETWORKS``.
        settings: the network's arguments.
        weights: start weights: a model of ours (.onnx), a checkpoint, or an ImageNet file of the contracting path.
        epochs: how often ``examples`` examples are drawn.
        decay_epochs: the last epochs, in which the learning rate falls to nothing.
        examples: examples in an epoch, each with its own rotation, scale and colours.
        batch: examples a step.
        tile: side of an example in pixels.
        learning_rate: of the expanding path.
        encoder_rate: learning rate of the contracting path relative to that.
        weight_decay: of AdamW.
        average: how slowly the averaged weights, which are the ones validated and exported, follow.
        dice: weight of the Dice loss beside the cross-entropy.
        seed: of everything random.
        threads: CPU threads; 0 leaves it to PyTorch.
        resolution_m: range of ground resolutions that the contract states.
    """

    training: list[Source]
    validation: list[Source]
    folder: str
    network: str = "efficientnet_unet"
    settings: dict[str, Any] = field(default_factory=dict)
    weights: str = ""
    epochs: int = 10
    decay_epochs: int = 3
    examples: int = 3000
    batch: int = 12
    tile: int = 256
    learning_rate: float = 1e-3
    encoder_rate: float = 0.5
    weight_decay: float = 0.02
    average: float = 0.998
    dice: float = 1.0
    seed: int = 0
    threads: int = 0
    resolution_m: tuple[float, float] = (0.8, 5.0)

    def save(self, path: Path) -> None:
        """Write as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


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
    return {key: tuple(value) if key.startswith("resolution") and isinstance(value, list) else value
            for key, value in entries.items()}


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
