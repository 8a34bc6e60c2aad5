"""The contract of a model: what its file states about how it is to be used."""

from __future__ import annotations

import ast
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from .errors import ScarpError
from .onnx_file import inspect

PREFIX = "scarp_"
"""Before each property's name in the file, so that other programs' properties can stand beside them."""
VERSION = 1
SEMANTIC, INSTANCE = "semantic", "instance"
KINDS = (SEMANTIC, INSTANCE)
REQUIRED = ("kind", "classes", "bands", "value_range", "tile_size", "resolution_m", "threshold", "network",
            "training", "scores", "version")  # fmt: skip
KEPT = 64
"""Contracts of so many files are kept in memory: to read one takes some 30 ms."""
LANDSLIDE = "landslide"
BACKGROUND = ("background", "none", "nothing", "other", "others", "unlabeled", "unlabelled")
"""Names of the channel that stands for the absence of all classes."""


@dataclass(frozen=True)
class Contract:
    """How a model is to be used.

    Attributes:
        kind: "semantic" (a probability for each pixel) or "instance" (boxes, each with a score and a mask).
        classes: names of the output's channels, in order; of a model of instances those of its labels 1, 2, ...
        bands: names of the input's bands, in order.
        value_range: values of the image that become 0 and 1 before ``mean`` and ``std`` are applied.
        tile_size: side in pixels that the model was trained for.
        resolution_m: smallest and largest ground resolution, in metres.
        threshold: recommended threshold, 0 to 1.
        network: its name and settings.
        training: data and recipe.
        scores: validation scores.
        version: of the model.
        mean: subtracted from each band, in 0 to 1.
        std: each band is then divided by it.
        multiple: a tile's sides must divide by it.
        memory_bytes_per_pixel: what a run needs for each pixel of a batch.
        score: recommended smallest score of an instance, 0 to 1; a model of instances must state it.
    """

    kind: str
    classes: tuple[str, ...]
    bands: tuple[str, ...]
    value_range: tuple[float, float]
    tile_size: int
    resolution_m: tuple[float, float]
    threshold: float
    network: Mapping[str, Any]
    training: Mapping[str, Any]
    scores: Mapping[str, Any]
    version: str
    mean: tuple[float, ...] = ()
    std: tuple[float, ...] = ()
    multiple: int = 32
    memory_bytes_per_pixel: int = 2000
    score: float | None = None
    contract: int = field(default=VERSION)

    @property
    def landslide_channel(self) -> int:
        """Index of the output channel that is the landslide: by its class's name, else the last."""
        names = [_plain(name) for name in self.classes]
        if LANDSLIDE in names:
            return names.index(LANDSLIDE)
        classes = [index for index, name in enumerate(names) if not _is_background(name)] or [len(names) - 1]
        likely = [index for index in classes if LANDSLIDE in names[index]]
        return likely[0] if likely else classes[-1]

    @property
    def class_channels(self) -> tuple[int, ...]:
        """Indices of the output channels that are classes, background left out; the landslide's is one of them."""
        return tuple(
            index for index, name in enumerate(self.classes)
            if index == self.landslide_channel or not _is_background(_plain(name))
        )  # fmt: skip

    def properties(self) -> dict[str, str]:
        """As metadata properties of an ONNX file."""
        return {PREFIX + key: json.dumps(value) for key, value in asdict(self).items() if value is not None}


def _plain(name: str) -> str:
    """A class's name without what only decorates it."""
    return name.strip().strip("_").lower()


def _is_background(name: str) -> bool:
    """Whether a class is the absence of the others, as "background", "no landslide" and "non-landslide" are."""
    return name in BACKGROUND or (LANDSLIDE in name and name.startswith("no"))


def read_contract(path: Path) -> Contract:
    """The contract that a model file states, by our properties or by those that Deepness reads.

    Raises:
        ScarpError: if the file is no ONNX model, or a property is missing or senseless; says which.
    """
    try:
        found = path.stat()
    except OSError:
        return _read(path)
    return _read_once(path, found.st_mtime_ns, found.st_size, found.st_ino)


@lru_cache(maxsize=KEPT)
def _read_once(path: Path, *_version: int) -> Contract:
    """The same, kept for each version of a file: the list of models and "auto" ask again and again."""
    return _read(path)


def _read(path: Path) -> Contract:
    properties = inspect(path).properties
    if "model_type" in properties and PREFIX + "kind" not in properties:
        return _deepness(properties, path.name)
    is_instance = properties.get(PREFIX + "kind") == json.dumps(INSTANCE)
    required = (*REQUIRED, "score") if is_instance else REQUIRED
    missing = [name for name in required if PREFIX + name not in properties]
    if missing:
        raise ScarpError(
            f"The model {path.name} lacks the property {PREFIX + missing[0]!r}, so it is not known how to use it; "
            "export it with Scarp, or add Scarp's or Deepness's metadata to it."
        )
    made_for = _json(properties.get(PREFIX + "contract", str(VERSION)), PREFIX + "contract", path.name)
    if made_for != VERSION:
        raise ScarpError(
            f"The model {path.name} states version {made_for} of the contract and this Scarp knows {VERSION}; "
            "install a newer Scarp."
        )
    known = {f.name for f in fields(Contract)}
    values: dict[str, Any] = {}
    for key, text in properties.items():
        name = key[len(PREFIX) :]
        if key.startswith(PREFIX) and name in known:
            value = _json(text, key, path.name)
            values[name] = tuple(value) if isinstance(value, list) else value
    return _checked(values, path.name)


def _json(text: str, key: str, model: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise ScarpError(
            f"The property {key!r} of the model {model} is not JSON: {text[:60]!r}; export it again."
        ) from error


def _is_number(value: Any, low: float = -math.inf, high: float = math.inf) -> bool:
    return (isinstance(value, (int, float)) and not isinstance(value, bool)
            and math.isfinite(value) and low <= value <= high)  # fmt: skip


def _are_numbers(value: Any, count: int) -> bool:
    return isinstance(value, tuple) and len(value) == count and all(_is_number(v) for v in value)


def _are_names(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) > 0 and all(isinstance(v, str) for v in value)


def _is_positive_whole(value: Any) -> bool:
    return isinstance(value, int) and _is_number(value, 1)


def _checked(values: Mapping[str, Any], model: str) -> Contract:
    contract = Contract(**values)
    bands = len(contract.bands) if _are_names(contract.bands) else 0
    mean, std, low_high, resolution = contract.mean, contract.std, contract.value_range, contract.resolution_m
    for name, is_right, expected in (
        ("kind", contract.kind in KINDS, "semantic or instance"),
        ("classes", _are_names(contract.classes), "a list of names"),
        ("bands", bands > 0, "a list of names"),
        ("value_range", _are_numbers(low_high, 2) and low_high[0] < low_high[1], "two numbers, the smaller one first"),
        ("resolution_m", _are_numbers(resolution, 2) and 0 < resolution[0] <= resolution[1],
         "two positive numbers, the smaller one first"),
        ("tile_size", _is_positive_whole(contract.tile_size), "a positive whole number"),
        ("multiple", _is_positive_whole(contract.multiple), "a positive whole number"),
        ("memory_bytes_per_pixel", _is_positive_whole(contract.memory_bytes_per_pixel), "a positive whole number"),
        ("threshold", _is_number(contract.threshold, 0, 1), "a number from 0 to 1"),
        ("score", (contract.score is None and contract.kind != INSTANCE) or _is_number(contract.score, 0, 1),
         "a number from 0 to 1"),
        ("mean", mean == () or _are_numbers(mean, bands), "one number for each band"),
        ("std", std == () or (_are_numbers(std, bands) and min(std) > 0), "one number above 0 for each band"),
    ):  # fmt: skip
        if not is_right:
            shown = json.dumps(getattr(contract, name))
            raise ScarpError(
                f"The property {PREFIX + name!r} of the model {model} is {shown}, not {expected}; export it again."
            )
    return contract


def _deepness(properties: Mapping[str, str], model: str) -> Contract:
    """The contract of a model made for Deepness: 8-bit bands divided by 255, then standardised.

    Source: Deepness documentation, "Model metadata".
    """
    kind = properties["model_type"].strip('"').capitalize()
    if kind != "Segmentor":
        raise ScarpError(f"The model {model} is a {kind} for Deepness; only a Segmentor gives probabilities.")
    for key in ("resolution", "class_names"):
        if key not in properties:
            raise ScarpError(f"The model {model} lacks the property {key!r}; add it as Deepness's manual says.")

    def number(key: str, default: float, low: float, high: float) -> float:
        value = _json(properties.get(key, str(default)), key, model)
        if not _is_number(value, low, high):
            raise ScarpError(
                f"The property {key!r} of the model {model} is {properties[key]}, not a number from {low:g} to "
                f"{high:g}; correct it."
            )
        return float(value)

    mean, std = (tuple(_list(properties, key, model)) for key in ("standardization_mean", "standardization_std"))
    bands = ("red", "green", "blue") if len(mean) in (0, 3) else tuple(f"band {i + 1}" for i in range(len(mean)))
    resolution = number("resolution", 0.0, 0.001, 1e6) / 100.0
    tile = int(number("tile_size", number("tiles_size", 512, 1, 1e5), 1, 1e5))
    values: dict[str, Any] = {
        "kind": SEMANTIC, "classes": _deepness_classes(properties["class_names"], model), "bands": bands,
        "value_range": (0.0, 255.0), "tile_size": tile, "resolution_m": (resolution, resolution),
        "threshold": number("seg_thresh", 0.5, 0, 1), "network": {}, "training": {}, "scores": {},
        "version": "Deepness", "mean": mean, "std": std, "multiple": tile,
    }  # fmt: skip
    return _checked(values, model)


def _list(properties: Mapping[str, str], key: str, model: str) -> list[Any]:
    value = _json(properties.get(key, "[]"), key, model)
    return value if isinstance(value, list) else [value]


def _deepness_classes(text: str, model: str) -> tuple[str, ...]:
    """Names by number, as JSON or, as older models have it, as Python writes a dictionary."""
    try:
        names = ast.literal_eval(text)
        return tuple(str(names[key]) for key in sorted(names, key=int))
    except (ValueError, SyntaxError, TypeError) as error:
        raise ScarpError(
            f"The property 'class_names' of the model {model} is {text[:60]!r}, not a dictionary of names by number; "
            "correct it."
        ) from error
