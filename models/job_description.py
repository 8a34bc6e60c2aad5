"""What a job says, in words and tables for the analyst. Imports no torch."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

from .job import Job, Source
from .presets import PAPER, PRESETS

FEW = 4
"""A job that differs from a preset in so many settings at most is described by them."""
NETWORKS = {
    "unet": "a U-Net like ENVINet5",
    "efficientnet_unet": "a U-Net whose contracting path is an EfficientNet",
}
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
SELECTED = {"f1": "highest F1 in validation", "loss": "lowest validation loss"}
RANGES = ("scale", "resolution_m", "value_range")
"""Attributes that are a lowest and a highest value."""
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


def described(job: Job) -> list[str]:
    """What is trained, from which weights, and how: a paragraph each."""
    settings = f" ({_text(job.settings)})" if job.settings else ""
    weights = f"the weights of {Path(job.weights).name}" if job.weights else "random weights"
    rate = f"learning rate {job.learning_rate:g}" + (f", momentum {job.momentum:g}" if job.optimizer == "sgd" else "")
    paragraphs = [
        f"The network is {NETWORKS.get(job.network, job.network)}{settings}. It learns to tell {_list(job.classes)} "
        f"from everything else in images of {len(job.bands)} band{'s' if len(job.bands) > 1 else ''} "
        f"({', '.join(job.bands)}), and starts from {weights}.",
        f"In each of {job.epochs} epochs it sees {job.examples:,} patches of {job.tile} × {job.tile} pixels, "
        f"{job.batch} at a time (optimizer {job.optimizer}, {rate}).",
    ]
    return [*paragraphs, *_preset(job)]


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
    """Each attribute of a job but the sources: what it is called, its value, and the paper's."""
    names = [each.name for each in fields(job) if each.name not in ("training", "validation")]
    stated = {**TOLD, **{name: _text(PRESETS[PAPER][name]) for name in STATED}}
    return [
        (LABELS.get(name, name.replace("_", " ")), _shown(name, getattr(job, name)), stated.get(name, "–"))
        for name in names
    ]


def _preset(job: Job) -> list[str]:
    """A sentence that names the preset that a job is nearest to, where it is near one."""
    names = [each.name for each in fields(job)]
    others = {
        preset: [name for name in names if name in settings and getattr(job, name) != settings[name]]
        for preset, settings in PRESETS.items()
    }
    nearest = min(others, key=lambda preset: len(others[preset]))
    if len(others[nearest]) > FEW:
        return []
    but = _list([
        f"{LABELS.get(name, name).split(',')[0].lower()} ({_shown(name, getattr(job, name))} instead of "
        f"{_shown(name, PRESETS[nearest][name])})"
        for name in others[nearest]
    ])  # fmt: skip
    return [f"These are the settings of the preset “{nearest}”{f', but for {but}' if but else ''}."]


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
