"""Which model a run takes: a file, one of the analyst's own, a bundled one, or the bundled one that fits best."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..engine.contract import INSTANCE, Contract, read_contract
from ..engine.errors import ScarpError
from ..engine.inference import check_hash
from ..engine.progress import Progress
from ..engine.scene import ground_resolution_m, open_raster
from ..models.bundled import best_fit, bundled_models, own_models
from .packages import models_folder

AUTO = "auto"


@dataclass(frozen=True)
class ModelChoice:
    """The model of a run.

    Attributes:
        name: for the log and the attributes.
        path: the .onnx file.
        sha256: that the file must have; empty for one that Scarp did not bring.
        contract: that it states.
    """

    name: str
    path: Path
    sha256: str
    contract: Contract

    @property
    def has_instances(self) -> bool:
        """Whether it finds landslides one by one, each with a score."""
        return self.contract.kind == INSTANCE

    def check(self) -> None:
        """See that a bundled file is as it was shipped.

        Raises:
            ScarpError: if not.
        """
        if self.sha256:
            check_hash(self.path, self.sha256)


@dataclass(frozen=True)
class ListedModel:
    """A model that can be chosen by name, whether its file is sound or not.

    Attributes:
        name: by which it is chosen.
        path: the .onnx file.
        is_bundled: whether it came with Scarp; the others are the analyst's own.
    """

    name: str
    path: Path
    is_bundled: bool


def listed_models() -> list[ListedModel]:
    """All models that can be chosen by name: bundled ones, then the analyst's own."""
    bundled = bundled_models()
    own = own_models(models_folder())
    # With its ending where the name is taken, so that each can be chosen.
    return [
        *(ListedModel(name, model.path, True) for name, model in bundled.items()),
        *(ListedModel(f"{name}.onnx" if name in (AUTO, *bundled) else name, path, False) for name, path in own.items()),
    ]


def model_names() -> list[str]:
    """What may be chosen, in order: automatic, bundled models, the analyst's own."""
    return [AUTO, *(model.name for model in listed_models())]


def choose_model(name: str, file: str, image: str, progress: Progress) -> ModelChoice:
    """The model that was asked for.

    Args:
        name: one of ``model_names``.
        file: of a model; goes before the name if not empty.
        image: source of the scene, whose ground resolution "auto" goes by.
        progress: is told which one "auto" takes.

    Raises:
        ScarpError: if there is no such model, or it is none that this version of Scarp can use.
    """
    bundled = bundled_models()
    if file:
        path, sha256, name = Path(file).expanduser(), "", Path(file).stem
        if not path.is_file():
            raise ScarpError(f"There is no model file {path}; choose another under Advanced > Model file.")
    elif name == AUTO:
        resolution_m = ground_resolution_m(open_raster(image))
        best = best_fit(bundled.values(), resolution_m)
        progress.pushInfo(f'Model "{best.name}" is taken for a ground resolution of {resolution_m:.4g} m.')
        path, sha256, name = best.path, best.sha256, best.name
    elif name in bundled:
        path, sha256 = bundled[name].path, bundled[name].sha256
    else:
        own = own_models(models_folder())
        found = own.get(name) or own.get(name[: -len(".onnx")] if name.endswith(".onnx") else "")
        if found is None:
            raise ScarpError(
                f'There is no model "{name}"; choose one of: {", ".join(model_names())}. Others, such as maskrcnn, '
                "come into the list by Install a model (scarp:installmodel)."
            )
        path, sha256 = found, ""
    return ModelChoice(name, path, sha256, read_contract(path))
