"""What a job says, in words and tables for the analyst. Imports no torch."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from .job import Job, Source
from .presets import BACKBONES, MASK_RCNN, PAPER, presets_of

FEW = 4
"""A job that differs from a preset in so many settings at most is described by them."""
NETWORKS = {
    "unet": "a U-Net like ENVINet5",
    "efficientnet_unet": "a U-Net whose contracting path is an EfficientNet",
}
"""Those that map pixels, in words."""
LABELS = {
    "network": "Network",
    "settings": "Settings of the network",
    "weights": "Start weights",
    "classes": "Classes",
    "bands": "Bands",
    "epochs": "Epochs",
    "decay_epochs": "Last epochs in which the learning rate falls to nothing",
    "warm_up": "First steps in which the learning rate rises from nothing",
    "examples": "Patches in an epoch",
    "batch": "Patches in a batch",
    "tile": "Patch size (pixels)",
    "optimizer": "Optimizer",
    "momentum": "Momentum, of sgd",
    "learning_rate": "Learning rate",
    "encoder_rate": "Learning rate of the contracting path, relative to that",
    "weight_decay": "Weight decay",
    "frozen_norm": "Normalisation keeps the start weights' statistics",
    "average": "Averaging of the weights over the steps",
    "dice": "Weight of the Dice loss beside the cross-entropy",
    "boundary_weight": "Additional weight of pixels on boundaries",
    "boundary_sigma_px": "Distance in which that weight falls (pixels)",
    "class_weight": "Class weight, of feature pixels at the beginning",
    "loss_weight": "Loss weight, of feature pixels in the validation loss",
    "blur_px": "Blur distance of the labels at the beginning (pixels)",
    "feature_bias": "Share of patches around features at the beginning",
    "feature_bias_end": "Share of patches around features at the end",
    "rotation": "Random rotation",
    "right_angles": "Rotation by right angles only",
    "scale": "Random scale",
    "colours": "Random changes of colour",
    "select": "What makes an epoch the best",
    "seed": "Seed of everything random",
    "device": "Device",
    "threads": "Threads",
    "precision": "Precision of the arithmetic",
    "validation_tiles": "Most tiles of a source in a validation",
    "resolution_m": "Ground resolution that the model is for (m)",
    "value_range": "Values that become black and white",
    "scales": "Scales at which the model looks at an image",
    "model": "Model file",
    "version": "Version of the model",
    "folder": "Folder",
}
"""Of a job's attributes; one that is not here is called by its name."""
INSTANCE_LABELS = {**LABELS, "encoder_rate": "Learning rate of the backbone, relative to that"}
"""The same of a network that finds landslides one by one."""
SELECTED = {"f1": "highest F1 in validation", "loss": "lowest validation loss"}
RANGES = ("scale", "resolution_m", "value_range")
"""Attributes that are a lowest and a highest value."""
PIXELS_ONLY = ("dice", "boundary_weight", "boundary_sigma_px", "class_weight", "loss_weight", "blur_px")
"""Attributes that only a network heeds that maps pixels."""
ZHANG = "Zhang et al. 2020"
STATED = ("epochs", "examples", "batch", "tile", "optimizer", "momentum", "class_weight", "loss_weight", "blur_px")
"""Attributes that Zhang et al. 2020, sections 4.2 and 4.3, give a value for, which the paper's preset has."""
TOLD = {
    "network": "ENVINet5: a U-Net of 5 levels and 23 convolutional layers",
    "weights": "random",
    "bands": "red, green, blue",
    "boundary_weight": "more near boundaries, no value given",
    "feature_bias": "more patches of features at the beginning",
    "feature_bias_end": "all areas alike",
    "rotation": "yes",
    "scale": "random, no range given",
    "select": SELECTED["loss"],
}
"""What the same sections say of others in words."""
LIU = "Liu et al. 2021"
LIU_STATED = ("epochs", "examples", "batch", "tile", "learning_rate", "rotation", "right_angles")
"""Attributes that Liu et al. 2021, sections 3.2 and 3.3, give a value for, which the preset of that paper has."""
LIU_TOLD = {
    "network": "Mask R-CNN with ResNeXt-50, improved FPN and edge loss",
    "weights": "of a Mask R-CNN trained on COCO 2014",
}
"""What the same sections say of others in words."""


def described(job: Job) -> list[str]:
    """What is trained, from which weights, and how: a paragraph each."""
    weights = f"the weights of {Path(job.weights).name}" if job.weights else "random weights"
    rate = f"learning rate {job.learning_rate:g}" + (f", momentum {job.momentum:g}" if job.optimizer == "sgd" else "")
    learns = f"find {_list(job.classes)} one by one" if job.finds_instances else (
        f"tell {_list(job.classes)} from everything else")  # fmt: skip
    paragraphs = [
        f"The network is {_network(job)}. It learns to {learns} in images of {len(job.bands)} "
        f"band{'s' if len(job.bands) > 1 else ''} ({', '.join(job.bands)}), and starts from {weights}.",
        f"In each of {job.epochs} epochs it sees {job.examples:,} patches of {job.tile} × {job.tile} pixels, "
        f"{job.batch} at a time (optimizer {job.optimizer}, {rate}).",
    ]
    return [*paragraphs, *_preset(job)]


def _network(job: Job) -> str:
    """What network it is."""
    if not job.finds_instances:
        settings = f" ({_text(job.settings)})" if job.settings else ""
        return f"{NETWORKS.get(job.network, job.network)}{settings}"
    has = {**MASK_RCNN, **job.settings}
    names = {network: name for name, network in BACKBONES.items()}
    pyramid = "a feature pyramid with a path from the bottom up" if has["improved_pyramid"] else "a feature pyramid"
    sizes, ratios = ([_text(each) for each in has[name]] for name in ("anchor_sizes", "aspect_ratios"))
    return (
        f"{'an improved' if has['improved_pyramid'] or has['edge'] else 'a'} Mask R-CNN with the backbone "
        f"{names.get(has['backbone'], has['backbone'])}, {pyramid}, {has['channels']} feature maps and "
        f"{'the' if has['edge'] else 'no'} edge loss; its anchors have {_list(sizes)} pixels and the ratios "
        f"{_list(ratios)}, and it looks at {has['proposals']} proposals of a tile at most"
    )


def data_rows(job: Job) -> list[tuple[str, str, str, str, str]]:
    """Of each source its name, what it is used for, what it is, its ground resolution, and its share."""
    total = sum(source.weight for source in job.training) or 1.0
    rows = []
    for source in job.training:
        low, high = source.resolutions_m
        metres = f"{low:g} m" if low == high else f"{low:g} to {high:g} m"
        rows.append((source.name, "training", _kind(source), metres, f"{source.weight / total:.0%}"))
    for source in job.validation:
        metre = source.validation_m or source.resolution_m
        rows.append((source.name, "validation", _kind(source), f"{metre:g} m" if metre else "its own", "–"))
    return rows


def setting_rows(job: Job) -> list[tuple[str, str, str]]:
    """Each attribute of a job but the sources: what it is called, its value, and the paper's.

    What the job's network does not heed is left out.
    """
    unheeded = PIXELS_ONLY if job.finds_instances else ()
    names = [each.name for each in fields(job) if each.name not in ("training", "validation", *unheeded)]
    told, named = (LIU_TOLD, LIU_STATED) if job.finds_instances else (TOLD, STATED)
    stated = {**told, **{name: _text(presets_of(job.network)[PAPER][name]) for name in named}}
    return [
        (_label(job, name), _shown(name, getattr(job, name)), stated.get(name, "–"))
        for name in names
    ]


def _label(job: Job, name: str) -> str:
    """What an attribute is called."""
    return (INSTANCE_LABELS if job.finds_instances else LABELS).get(name, name.replace("_", " "))


def paper(job: Job) -> str:
    """The paper that describes a job's network, and has values for its settings."""
    return LIU if job.finds_instances else ZHANG


def _preset(job: Job) -> list[str]:
    """A sentence that names the preset that a job is nearest to, where it is near one."""
    names, presets = [each.name for each in fields(job)], presets_of(job.network)
    others = {
        preset: [name for name in names if name in settings and getattr(job, name) != settings[name]]
        for preset, settings in presets.items()
    }
    nearest = min(others, key=lambda preset: len(others[preset]))
    if len(others[nearest]) > FEW:
        return []
    but = _list([
        f"{_label(job, name).split(',')[0].lower()} ({_shown(name, mine)} instead of {_shown(name, theirs)})"
        for name in others[nearest]
        for mine, theirs in [_differing(getattr(job, name), presets[nearest][name])]
    ])  # fmt: skip
    return [f"These are the settings of the preset “{nearest}”{f', but for {but}' if but else ''}."]


def _differing(mine: Any, theirs: Any) -> tuple[Any, Any]:
    """Two values; of two dictionaries, the entries that differ."""
    if not (isinstance(mine, dict) and isinstance(theirs, dict)):
        return mine, theirs
    names = [name for name in {**mine, **theirs} if mine.get(name) != theirs.get(name)]
    one, other = ({name: each[name] for name in names if name in each} for each in (mine, theirs))
    return one, other


def _kind(source: Source) -> str:
    """What a source is made of."""
    if source.scene:
        labels = source.polygons or source.labels
        parts = f" in {len(source.windows)} window{'s' if len(source.windows) > 1 else ''}" if source.windows else ""
        return f"scene {Path(source.scene).name}{parts}, landslides from {Path(labels).name}"
    if source.events:
        return f"{len(source.events)} generated sample event{'s' if len(source.events) > 1 else ''}"
    where = " and ".join(f"{column} {value}" for column, value in source.where.items())
    chosen = f", where {where} in {Path(source.table).name}" if where and source.table else ""
    return f"images in {source.images}, masks in {source.masks}{chosen}"


def _list(words: list[str] | tuple[str, ...]) -> str:
    """Words in a sentence."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _shown(name: str, value: Any) -> str:
    """An attribute as it is shown."""
    if name in RANGES and len(value) == 2:
        return f"{value[0]:g} to {value[1]:g}"
    if name == "weights" and not value:
        return "random"
    return SELECTED.get(value, value) if name == "select" else _text(value)


def _text(value: Any) -> str:
    """A value as it is shown."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(each)}" for name, each in value.items()) or "–"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_text, value)) or "–"
    return "–" if value == "" else str(value)
