"""The models that can be chosen by name: those that come with Scarp, and the analyst's own."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..engine.contract import SEMANTIC, read_contract
from ..engine.errors import ScarpError

FOLDER = Path(__file__).parent / "bundled"
INDEX = "SHA256SUMS"
"""Hash and name of each file, as ``sha256sum`` writes and checks them."""


@dataclass(frozen=True)
class BundledModel:
    """A model that comes with Scarp.

    Attributes:
        name: by which it is chosen.
        path: the .onnx file.
        sha256: of the file as it was shipped.
    """

    name: str
    path: Path
    sha256: str


def bundled_models(folder: Path | None = None) -> dict[str, BundledModel]:
    """The models that come with Scarp, by name.

    Args:
        folder: with the index and the files; nothing takes Scarp's own.

    Returns:
        Those whose file is there; none where there is no index.

    Raises:
        ScarpError: if the index is damaged.
    """
    folder = folder or FOLDER
    index = folder / INDEX
    if not index.is_file():
        return {}
    models = {}
    for line in index.read_text(encoding="utf-8").splitlines():
        sha256, _, file = line.partition("  ")
        if not re.fullmatch("[0-9a-f]{64}", sha256) or not file.endswith(".onnx"):
            raise ScarpError(f"The list of bundled models {index} is damaged ({line!r}); install the plugin again.")
        path = folder / file
        if path.is_file():
            models[path.stem] = BundledModel(path.stem, path, sha256)
    return models


def own_models(folder: Path) -> dict[str, Path]:
    """The .onnx files of a folder by name, without their ending; none where there is no such folder."""
    return {path.stem: path for path in sorted(folder.glob("*.onnx"))}


def best_fit(models: Iterable[BundledModel], resolution_m: float) -> BundledModel:
    """The semantic model that was made for a ground resolution; one of instances is taken by its name only.

    Where the resolution lies in the range of several models, or of none, the one whose range's middle is nearest, as
    a ratio, wins.

    Args:
        models: at least one that is semantic.
        resolution_m: of the scene.

    Raises:
        ScarpError: if there is no such model, or a file is damaged.
    """

    def misfit(model: BundledModel) -> tuple[float, float]:
        low, high = read_contract(model.path).resolution_m
        outside = max(low / resolution_m, resolution_m / high, 1.0)
        return outside, abs(math.log(resolution_m / math.sqrt(low * high)))

    candidates = [model for model in models if read_contract(model.path).kind == SEMANTIC]
    if not candidates:
        raise ScarpError("No model comes with this copy of Scarp; choose a .onnx file under Advanced > Model file.")
    return min(candidates, key=misfit)
