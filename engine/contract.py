"""The contract of a model: what its file states about how it is to be used."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from .errors import ScarpError
from .onnx_file import inspect

PREFIX = "scarp_"
"""Before each property's name in the file, so that other programs' properties can stand beside them."""
VERSION = 1
KINDS = ("semantic", "instance")
REQUIRED = ("kind", "classes", "bands", "value_range", "tile_size", "resolution_m", "threshold", "network",
            "training", "scores", "version")  # fmt: skip
LANDSLIDE = "landslide"
BACKGROUND = "background"


@dataclass(frozen=True)
class Contract:
    """How a model is to be used.

    Attributes:
        kind: "semantic" (a probability for each pixel) or "instance".
        classes: names of the output's channels, in order.
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
    contract: int = field(default=VERSION)

    @property
    def landslide_channel(self) -> int:
        """Index of the output channel that is the landslide."""
        for index, name in enumerate(self.classes):
            if LANDSLIDE in name.lower():
                return index
        return len(self.classes) - 1

    def properties(self) -> dict[str, str]:
        """As metadata properties of an ONNX file."""
        return {PREFIX + key: json.dumps(value) for key, value in asdict(self).items()}


def read_contract(path: Path) -> Contract:
    """The contract that a model file states, by our properties or by those that Deepness reads.

    Raises:
        ScarpError: if the file is no ONNX model, or a property is missing or senseless; says which.
    """
    properties = inspect(path).properties
    if "model_type" in properties and PREFIX + "kind" not in properties:
        return _deepness(properties, path.name)
    missing = [name for name in REQUIRED if PREFIX + name not in properties]
    if missing:
        raise ScarpError(
            f"The model {path.name} lacks the property {PREFIX + missing[0]!r}, so it is not known how to use it; "
            "export it with Scarp, or add Scarp's or Deepness's metadata to it."
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
        raise ScarpError(f"The property {key!r} of the model {model} is not JSON: {text[:60]!r}.") from error


def _checked(values: dict[str, Any], model: str) -> Contract:
    def refuse(name: str, expected: str) -> ScarpError:
        return ScarpError(f"The property {PREFIX + name!r} of the model {model} is {values[name]!r}, not {expected}.")

    def numbers(name: str, count: int) -> bool:
        value = values[name]
        return (isinstance(value, tuple) and len(value) == count
                and all(isinstance(v, (int, float)) and math.isfinite(v) for v in value))  # fmt: skip

    if values["kind"] not in KINDS:
        raise refuse("kind", "semantic or instance")
    for name in ("classes", "bands"):
        value = values[name]
        if not (isinstance(value, tuple) and value and all(isinstance(v, str) for v in value)):
            raise refuse(name, "a list of names")
    for name in ("value_range", "resolution_m"):
        if not numbers(name, 2) or values[name][0] >= values[name][1] and name == "value_range":
            raise refuse(name, "two numbers, the smaller one first")
    low, high = values["resolution_m"]
    if not 0 < low <= high:
        raise refuse("resolution_m", "two positive numbers, the smaller one first")
    for name, smallest in (("tile_size", 1), ("multiple", 1), ("memory_bytes_per_pixel", 1)):
        if name in values and not (isinstance(values[name], int) and values[name] >= smallest):
            raise refuse(name, "a positive whole number")
    if not (isinstance(values["threshold"], (int, float)) and 0 <= values["threshold"] <= 1):
        raise refuse("threshold", "a number from 0 to 1")
    for name in ("mean", "std"):
        if values.get(name) and not numbers(name, len(values["bands"])):
            raise refuse(name, "one number for each band")
    if any(v <= 0 for v in values.get("std", ())):
        raise refuse("std", "above 0 for each band")
    return Contract(**values)


def _deepness(properties: Mapping[str, str], model: str) -> Contract:
    """The contract of a model made for Deepness: 8-bit bands divided by 255, then standardised.

    Source: Deepness documentation, "Model metadata".
    """

    def value(key: str, default: Any) -> Any:
        return _json(properties[key], key, model) if key in properties else default

    kind = value("model_type", "") if properties["model_type"].startswith('"') else properties["model_type"]
    if kind != "Segmentor":
        raise ScarpError(f"The model {model} is a {kind} for Deepness; only a Segmentor gives probabilities.")
    for key in ("resolution", "class_names"):
        if key not in properties:
            raise ScarpError(f"The model {model} lacks the property {key!r}; add it as Deepness's manual says.")
    names = value("class_names", {})
    classes = tuple(str(names[key]) for key in sorted(names, key=int))
    mean, std = tuple(value("standardization_mean", ())), tuple(value("standardization_std", ()))
    bands = ("red", "green", "blue") if len(mean) in (0, 3) else tuple(f"band {i + 1}" for i in range(len(mean)))
    resolution = float(value("resolution", 0)) / 100.0
    tile = int(value("tiles_size", value("tile_size", 512)))
    values: dict[str, Any] = {
        "kind": "semantic", "classes": classes, "bands": bands, "value_range": (0.0, 255.0), "tile_size": tile,
        "resolution_m": (resolution, resolution), "threshold": float(value("seg_thresh", 0.5)), "network": {},
        "training": {}, "scores": {}, "version": "Deepness", "mean": mean, "std": std, "multiple": tile,
    }  # fmt: skip
    return _checked(values, model)
