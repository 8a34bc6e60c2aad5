"""The networks by name, and their start weights."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Union

import torch
from torch import Tensor, nn

from ..engine.contract import LANDSLIDE, read_contract
from ..engine.errors import ScarpError
from .efficientnet_unet import EfficientNetUNet, from_imagenet
from .job import RGB
from .mask_rcnn import ImprovedMaskRCNN
from .torchvision_weights import from_torchvision
from .unet import UNet

Network = Union[UNet, EfficientNetUNet, ImprovedMaskRCNN]
NETWORKS: dict[str, type[Network]] = {
    "unet": UNet, "efficientnet_unet": EfficientNetUNet, "mask_rcnn": ImprovedMaskRCNN,
}  # fmt: skip
PREDICTORS = {
    "output": (1, False), "roi_heads.box_predictor.cls_score": (1, True),
    "roi_heads.box_predictor.bbox_pred": (4, True), "roi_heads.mask_predictor.mask_fcn_logits": (1, True),
}  # fmt: skip
"""Layers that tell classes apart: rows of each class, and whether the background is the first of them."""

SCALE = "scale:"
"""Before the name of a weight of 8 bit: what each of its outputs is to be multiplied by."""


def build(name: str, settings: dict[str, Any], bands: int = len(RGB), classes: int = 1) -> Network:
    """A network with random weights.

    Args:
        name: in NETWORKS.
        settings: its arguments.
        bands: of the image.
        classes: of the output, without the background.

    Raises:
        ScarpError: if there is no such network or setting.
    """
    if name not in NETWORKS:
        raise ScarpError(f"There is no network {name!r}; choose one of {', '.join(NETWORKS)}.")
    try:
        return NETWORKS[name](**{"bands": bands, "classes": classes, **settings})
    except (TypeError, KeyError, ValueError, RuntimeError, ZeroDivisionError) as error:
        raise ScarpError(f"The network {name!r} cannot be built with {settings}: {error}.") from error


def load_weights(
    network: nn.Module, path: Path, bands: Sequence[str] = RGB, classes: Sequence[str] = (LANDSLIDE,)
) -> list[str]:
    """Start from a file: a model of ours (.onnx), a checkpoint (.pt), or weights of others.

    Those are ImageNet weights of the contracting path, and for a Mask R-CNN torchvision's files of ResNet and ResNeXt
    (ImageNet) and of ``maskrcnn_resnet50_fpn`` (COCO).

    Of a model with other bands or classes, those of the same name are taken over; a new band starts as the mean of the
    old ones, a new class at random.

    Args:
        network: is given the weights.
        path: of the file.
        bands: names of the network's bands.
        classes: names of the network's classes.

    Returns:
        The names of the tensors that stay random, wholly or in part.

    Raises:
        ScarpError: if the file has none that fits, or those of another backbone.
    """
    state, old_bands, old_classes = stored_weights(path)
    if "_conv_stem.weight" in state and isinstance(network, EfficientNetUNet):
        try:
            renamed = from_imagenet(state, network.encoder)
        except KeyError as error:
            raise ScarpError(
                f"The file {path.name} has ImageNet weights of another variant ({error.args[0]}); choose its variant."
            ) from error
        state = {f"encoder.{key}": value for key, value in renamed.items()}
    if isinstance(network, ImprovedMaskRCNN):
        state = from_torchvision(state) or state
    own = network.state_dict()
    _fit_bands(next(iter(own)), state, old_bands, bands)
    if isinstance(network, ImprovedMaskRCNN):
        _check_backbone(own, state, path)
    partly = _fit_classes(own, state, old_classes, classes)
    fitting = {key: value for key, value in state.items() if key in own and own[key].shape == value.shape}
    if not fitting:
        raise ScarpError(f"The file {path.name} has no weights for this network; choose a model of the same kind.")
    network.load_state_dict(fitting, strict=False)
    return [key for key in own if (key not in fitting or key in partly) and not key.endswith("num_batches_tracked")]


def _fit_bands(first: str, state: dict[str, Tensor], old: Sequence[str], bands: Sequence[str]) -> None:
    """Fit the first convolution to other bands, in place."""
    weight = state.get(first)
    if weight is not None and weight.ndim == 4 and weight.shape[1] == len(old):
        columns = [weight[:, old.index(name)] if name in old else weight.mean(1) for name in bands]
        state[first] = torch.stack(columns, 1)


def _fit_classes(
    own: dict[str, Tensor], state: dict[str, Tensor], old: Sequence[str], classes: Sequence[str]
) -> set[str]:
    """Fit the layers that tell classes apart to other classes, in place.

    Returns:
        The names of tensors of which a part is random.
    """
    partly: set[str] = set()
    for layer, (rows, has_background) in PREDICTORS.items():
        before, after = ((*[""] * has_background, *names) for names in (old, classes))
        for key in (f"{layer}.weight", f"{layer}.bias"):
            stored, mine = state.get(key), own.get(key)
            if stored is None or mine is None or (len(stored), len(mine)) != (rows * len(before), rows * len(after)):
                continue
            old_rows, own_rows = (each.reshape(-1, rows, *each.shape[1:]) for each in (stored, mine))
            state[key] = torch.cat([old_rows[before.index(name)] if name in before else own_rows[index]
                                    for index, name in enumerate(after)])  # fmt: skip
            partly |= {key} if set(after) - set(before) else set()
    return partly


def _check_backbone(own: dict[str, Tensor], state: dict[str, Tensor], path: Path) -> None:
    """See that weights of an encoder are of the network's: those of another would fit here and there.

    Raises:
        ScarpError: if not.
    """
    theirs = {key for key in state if key.startswith("encoder.")}
    needed = [key for key in own if key.startswith("encoder.") and not key.endswith("num_batches_tracked")]
    wrong = [key for key in needed if key not in theirs or state[key].shape != own[key].shape]
    more = sorted(key for key in theirs if key not in own and not key.endswith("num_batches_tracked"))
    if theirs and (wrong or more):
        raise ScarpError(
            f"The file {path.name} has weights of another backbone than the network's ({(wrong + more)[0]} does not "
            "fit); choose its backbone."
        )


def stored_weights(path: Path) -> tuple[dict[str, Tensor], Sequence[str], Sequence[str]]:
    """The tensors of a model, checkpoint or weights file by name, and the bands and classes that they are for.

    Raises:
        ScarpError: if it is none of these.
    """
    if path.suffix == ".onnx":
        import onnx
        from onnx import numpy_helper

        contract = read_contract(path)
        initializers = onnx.load(str(path)).graph.initializer
        arrays = {entry.name: numpy_helper.to_array(entry).copy() for entry in initializers}
        for key in [name for name in arrays if name.startswith(SCALE)]:
            weight, scale = arrays[key[len(SCALE) :]], arrays.pop(key)
            arrays[key[len(SCALE) :]] = weight * scale.reshape(-1, *[1] * (weight.ndim - 1))
        tensors = {key: torch.from_numpy(value).float() for key, value in arrays.items() if value.dtype.kind == "f"}
        return tensors, contract.bands, contract.classes
    entries = read_torch(path)
    state: dict[str, Tensor] = entries.get("averaged", entries.get("network", entries))
    recipe = entries.get("job")
    made_for = json.loads(recipe) if isinstance(recipe, str) else {}
    return dict(state), made_for.get("bands", RGB), made_for.get("classes", (LANDSLIDE,))


def read_torch(path: Path) -> dict[str, Any]:
    """A dictionary that PyTorch saved; only tensors and plain values are let in.

    Raises:
        ScarpError: if the file cannot be read, is damaged, or is no such dictionary.
    """
    try:
        entries = torch.load(path, map_location="cpu", weights_only=True)
        if not isinstance(entries, dict):
            raise ValueError(f"it holds a {type(entries).__name__}")
    except Exception as error:  # whatever a damaged file makes torch or onnx raise
        reason = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
        if "weights_only" in reason:  # PyTorch advises to let the file run what it holds
            reason = "it holds no weights, or more than weights"
        raise ScarpError(f"The weights {path} cannot be read ({reason}); choose another file.") from error
    return entries
