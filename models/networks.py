"""The networks by name, and their start weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from ..engine.errors import ScarpError
from ..engine.onnx_file import inspect
from .efficientnet_unet import EfficientNetUNet, from_imagenet
from .unet import UNet

NETWORKS: dict[str, type[UNet] | type[EfficientNetUNet]] = {"unet": UNet, "efficientnet_unet": EfficientNetUNet}


def build(name: str, settings: dict[str, Any]) -> UNet | EfficientNetUNet:
    """A network with random weights.

    Raises:
        ScarpError: if there is no such network or setting.
    """
    if name not in NETWORKS:
        raise ScarpError(f"There is no network {name!r}; choose one of {', '.join(NETWORKS)}.")
    try:
        return NETWORKS[name](**settings)
    except (TypeError, KeyError, ValueError, RuntimeError, ZeroDivisionError) as error:
        raise ScarpError(f"The network {name!r} cannot be built with {settings}: {error}.") from error


def load_weights(network: nn.Module, path: Path) -> list[str]:
    """Start from a file: a model of ours (.onnx), a checkpoint (.pt), or ImageNet weights of the contracting path.

    Returns:
        The names of the tensors that the file does not have in this shape, which stay random.

    Raises:
        ScarpError: if the file has none that fits.
    """
    state = weights_in(path)
    if "_conv_stem.weight" in state and isinstance(network, EfficientNetUNet):
        try:
            renamed = from_imagenet(state, network.encoder)
        except KeyError as error:
            raise ScarpError(
                f"The file {path.name} has ImageNet weights of another variant ({error.args[0]}); choose its variant."
            ) from error
        state = {f"encoder.{key}": value for key, value in renamed.items()}
    own = network.state_dict()
    fitting = {key: value for key, value in state.items() if key in own and own[key].shape == value.shape}
    if not fitting:
        raise ScarpError(f"The file {path.name} has no weights for this network; choose a model of the same kind.")
    network.load_state_dict(fitting, strict=False)
    return [key for key in own if key not in fitting and not key.endswith("num_batches_tracked")]


def weights_in(path: Path) -> dict[str, Tensor]:
    """The tensors of a model, checkpoint or weights file, by name, as float32.

    Raises:
        ScarpError: if it is none of these.
    """
    if path.suffix == ".onnx":
        import onnx
        from onnx import numpy_helper

        inspect(path)
        initializers = onnx.load(str(path)).graph.initializer
        arrays = {entry.name: numpy_helper.to_array(entry).copy() for entry in initializers}
        return {key: torch.from_numpy(value).float() for key, value in arrays.items() if value.dtype.kind == "f"}
    entries = read_torch(path)
    state: dict[str, Tensor] = entries.get("averaged", entries.get("network", entries))
    return state


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
        raise ScarpError(f"The weights {path} cannot be read ({reason}); choose another file.") from error
    return entries
