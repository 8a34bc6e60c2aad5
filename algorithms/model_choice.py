"""Which model a run takes: a file, one of the analyst's own, a bundled one, the one that fits best, or two of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..engine.contract import INSTANCE, SEMANTIC, Contract, read_contract
from ..engine.errors import ScarpError
from ..engine.inference import check_hash
from ..engine.progress import Progress
from ..engine.scene import ground_resolution_m, open_raster
from ..models.bundled import best_fit, bundled_models, own_models
from .packages import models_folder

AUTO = "auto"
BOTH = "both"
"""The mean of the probabilities of the two models below, with the instances of the second."""
UNET, MASK_RCNN = "unet", "maskrcnn"
BOTH_THRESHOLD = 0.44
"""Recommended for the mean of both: at one threshold, the best mean F1 on the validation tiles of Bijie and
Landslide4Sense."""


@dataclass(frozen=True)
class ModelChoice:
    """The model of a run.

    Attributes:
        name: for the log and the attributes.
        path: the .onnx file.
        sha256: that the file must have; empty for one that Scarp did not bring.
        contract: that it states.
        partner: semantic model whose probabilities a mean is taken with; nothing takes none.
    """

    name: str
    path: Path
    sha256: str
    contract: Contract
    partner: ModelChoice | None = None

    @property
    def threshold(self) -> float:
        """Recommended threshold, 0 to 1."""
        return self.contract.threshold if self.partner is None else BOTH_THRESHOLD

    @property
    def contracts(self) -> list[Contract]:
        """Of all models that are run."""
        return [self.contract, *([self.partner.contract] if self.partner else [])]

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
        if self.partner:
            self.partner.check()


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
        *(ListedModel(f"{name}.onnx" if name in (AUTO, BOTH, *bundled) else name, path, False)
          for name, path in own.items()),
    ]  # fmt: skip


def model_names() -> list[str]:
    """What may be chosen, in order: automatic, bundled models, both where they are there, the analyst's own."""
    listed = listed_models()
    bundled, own = ([model.name for model in listed if model.is_bundled is where] for where in (True, False))
    return [AUTO, *bundled, *([BOTH] if _has_both(listed) else []), *own]


def _parts(listed: list[ListedModel]) -> list[ListedModel]:
    """Those of the two models that "both" takes that are there."""
    return [model for model in listed if model.name == MASK_RCNN or (model.name == UNET and model.is_bundled)]


def _has_both(listed: list[ListedModel]) -> bool:
    """Whether the models that "both" takes are there, and can be used."""
    try:
        kinds = {model.name: read_contract(model.path).kind for model in _parts(listed)}
    except ScarpError:
        return False
    return kinds == {UNET: SEMANTIC, MASK_RCNN: INSTANCE}


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
    if name == BOTH and not file:
        return _both(image, progress)
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


def _both(image: str, progress: Progress) -> ModelChoice:
    """The Mask R-CNN, with the U-Net as its partner.

    Raises:
        ScarpError: if one of them is not there, or cannot be used.
    """
    if len(_parts(listed_models())) == 2:
        choice, partner = (choose_model(name, "", image, progress) for name in (MASK_RCNN, UNET))
        if choice.has_instances and not partner.has_instances:
            return replace(choice, name=BOTH, partner=partner)
    raise ScarpError(
        f'The model "{BOTH}" is the mean of the bundled model {UNET} and of a model of instances named {MASK_RCNN}, '
        "and not both are there. Put in what is missing by Install a model (scarp:installmodel), or choose one of: "
        f"{', '.join(model_names())}."
    )
