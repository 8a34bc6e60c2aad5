"""Export: a trained network as one ONNX file with its contract."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from torch.nn import functional

from ..engine.contract import Contract, read_contract
from ..engine.detections import OUTPUTS
from ..engine.errors import ScarpError
from .augmentation import standards
from .export_instances import Detections
from .job import Job, load_job
from .mask_rcnn import MASK_SIDE, ImprovedMaskRCNN
from .networks import build, load_weights

OPSET = 17
MEMORY_SHARE = 0.85
"""Of all features that a network makes, what a run holds at once at most, and a margin."""
COUNTED = (nn.Conv2d, nn.ConvTranspose2d)
SMALLEST_HALVED = 256
"""Tensors with fewer numbers, such as biases, keep float32: halving them saves nothing."""
LARGEST_HALVED = float(np.finfo(np.float16).max)
"""Tensors with a larger number keep float32, such as the running variances of a network that trained little."""


class Probability(nn.Module):
    """A network that may look at several scales, with the sigmoid that makes its logits probabilities.

    Args:
        network: gives logits of its input's size.
        scales: at which the network looks at the image, 1 and below; the mean of the logits counts.
    """

    def __init__(self, network: nn.Module, scales: Sequence[float] = (1.0,)) -> None:
        super().__init__()
        self.network, self.scales = network, scales

    def forward(self, image: Tensor) -> Tensor:
        """Shape (batch, bands, height, width) to (batch, classes, height, width), 0 to 1."""
        size = image.shape[-2:]
        logits = []
        for scale in self.scales:
            if scale == 1.0:
                logits.append(self.network(image))
                continue
            smaller = functional.interpolate(
                image, scale_factor=scale, mode="bilinear", align_corners=False, recompute_scale_factor=False
            )
            logits.append(functional.interpolate(self.network(smaller), size, mode="bilinear", align_corners=False))
        return torch.sigmoid(torch.stack(logits).mean(0))


def tile_multiple(stride: int, scales: Sequence[float]) -> int:
    """What a tile's sides must divide by, so that they divide by the network's stride at each scale."""
    multiple = stride
    while any((multiple * scale) % stride for scale in scales):
        multiple += stride
    return multiple


@torch.no_grad()
def memory_bytes_per_pixel(network: nn.Module) -> int:
    """What a run needs for each pixel of a batch, from the features that the network makes.

    What a network makes of the instances is no more for a larger tile, and within the margin for one of 512 pixels.
    """
    side, made = 128, [0]
    parts = (network.encoder, network.pyramid, network.rpn) if isinstance(network, ImprovedMaskRCNN) else (network,)

    def count(_module: nn.Module, _inputs: object, features: Tensor) -> None:
        made[0] += features.numel() * 4

    modules = [module for part in parts for module in part.modules() if isinstance(module, COUNTED)]
    hooks = [module.register_forward_hook(count) for module in modules]
    first = next(iter(network.state_dict().values()))
    network.eval()
    found = network.detect if isinstance(network, ImprovedMaskRCNN) else network
    found(torch.zeros(1, first.shape[1], side, side))
    for hook in hooks:
        hook.remove()
    return round(MEMORY_SHARE * made[0] / side**2)


def export(network: nn.Module, contract: Contract, path: Path) -> None:
    """Write a network as ONNX: dynamic size, weights as float16 under their own names, the contract.

    The weights are cast to float32 in the graph, once, when a runtime loads it: the file is half as large and a CPU
    computes as before. Batch normalisation stays a node of its own, so that training can start from the file; ONNX
    Runtime merges it into the convolutions when it loads the file.

    A semantic network takes a batch of any size and gives ``probability``. One that finds instances takes one image
    and gives their ``boxes`` in pixels, ``scores`` from high to low, ``labels`` from 1 and ``masks`` of 28 x 28.

    Args:
        network: in evaluation mode.
        contract: to write into the file.
        path: of the .onnx file; what is there stays until the new one is complete.

    Raises:
        ScarpError: if the contract is senseless or the file cannot be written.
    """
    model = _traced(network.eval(), contract)
    _without_prefix(model, "network.")
    _halve(model)
    model.producer_name = "scarp"
    helper.set_model_props(model, contract.properties())
    onnx.checker.check_model(model, full_check=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".scarp-", dir=path.parent) as folder:
            complete = Path(folder) / path.name
            onnx.save(model, str(complete))
            read_contract(complete)
            complete.replace(path)
    except OSError as error:
        raise ScarpError(
            f"The model {path} cannot be written ({error.strerror or error}); choose another file."
        ) from error


@torch.no_grad()
def _traced(network: nn.Module, contract: Contract) -> onnx.ModelProto:
    """The graph of a network, its weights' names beginning with "network."."""
    image = {2: "height", 3: "width"}
    if isinstance(network, ImprovedMaskRCNN):
        module: nn.Module = Detections(network)
        axes = {"image": image, **{name: {0: "n"} for name in OUTPUTS}}
    else:
        module = Probability(network, contract.network.get("scales", (1.0,)))
        axes = {name: {0: "batch", **image} for name in ("image", "probability")}
    size = contract.multiple * 2
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        # The tracer warns of each number that it takes for a constant: those are.
        warnings.simplefilter("ignore")
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module, (torch.zeros(1, len(contract.bands), size, size),), str(plain), input_names=["image"],
            output_names=[name for name in axes if name != "image"], opset_version=OPSET, dynamo=False,
            training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False, dynamic_axes=axes,
        )  # fmt: skip
        model = onnx.load(str(plain))
    for output in model.graph.output:
        if output.name == "masks":
            for side in output.type.tensor_type.shape.dim[1:]:
                side.dim_value = MASK_SIDE
    return model


def _without_prefix(model: onnx.ModelProto, prefix: str) -> None:
    """The network's own names for its weights."""
    named = {entry.name for entry in model.graph.initializer if entry.name.startswith(prefix)}
    for entry in model.graph.initializer:
        if entry.name in named:
            entry.name = entry.name[len(prefix) :]
    for node in model.graph.node:
        for index, name in enumerate(node.input):
            if name in named:
                node.input[index] = name[len(prefix) :]


def _halve(model: onnx.ModelProto) -> None:
    """Store large float32 weights as float16, with a cast back in the graph."""
    graph, casts = model.graph, []
    for entry in graph.initializer:
        if entry.data_type != TensorProto.FLOAT or np.prod(entry.dims) < SMALLEST_HALVED:
            continue
        weights = numpy_helper.to_array(entry)
        if np.abs(weights).max() > LARGEST_HALVED:
            continue
        halved = weights.astype(np.float16)
        name = entry.name
        entry.CopyFrom(numpy_helper.from_array(halved, name))
        casts.append(helper.make_node("Cast", [name], [name + ":float32"], to=TensorProto.FLOAT))
        for node in graph.node:
            for index, used in enumerate(node.input):
                if used == name:
                    node.input[index] = name + ":float32"
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def contract_for(
    job: Job,
    threshold: float,
    scores: dict[str, Any],
    training: dict[str, Any],
    version: str,
    scales: Sequence[float] = (1.0,),
    score: float | None = None,
) -> Contract:
    """The contract of a model trained by a job.

    Args:
        job: of the training.
        threshold: recommended for the probability.
        scores: of the validation.
        training: data and recipe.
        version: of the model.
        scales: that a semantic network looks at.
        score: recommended minimum of an instance; nothing takes all that the network gives.

    Raises:
        ScarpError: if the network finds instances and is to look at other scales.
    """
    network = build(job.network, job.settings, len(job.bands), len(job.classes))
    mean, std = standards(job.bands)
    own: dict[str, Any] = {}
    if isinstance(network, ImprovedMaskRCNN):
        if tuple(scales) != (1.0,):
            raise ScarpError(f"The scales are {list(scales)}; a network that finds instances looks at 1 alone.")
        own = {"score": network.roi_heads.score_thresh if score is None else score}
    return Contract(
        kind=network.kind,
        classes=job.classes,
        bands=job.bands,
        value_range=job.value_range,
        mean=mean,
        std=std,
        tile_size=512,
        multiple=tile_multiple(network.stride, scales),
        memory_bytes_per_pixel=memory_bytes_per_pixel(network),
        resolution_m=job.resolution_m,
        threshold=threshold,
        network={"name": job.network, "settings": job.settings, "scales": list(scales)},
        training=training,
        scores=scores,
        version=version,
        **own,
    )


def _scores(path: Path) -> dict[str, Any]:
    try:
        scores: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ScarpError(f"The scores {path} cannot be read ({error}); give a JSON file.") from error
    return scores


def main(arguments: list[str] | None = None) -> int:
    """Export the averaged weights of a checkpoint; 0 when done, 2 when it could not."""
    parser = argparse.ArgumentParser(prog="python -m scarp.models.export", description="Checkpoint to ONNX.")
    parser.add_argument("job", type=Path, help="job file (JSON) of the training run")
    parser.add_argument("checkpoint", type=Path, help="checkpoint (.pt)")
    parser.add_argument("output", type=Path, help="model to write (.onnx)")
    parser.add_argument("--threshold", type=float, default=0.5, help="recommended threshold (0.5)")
    parser.add_argument("--score", type=float, help="recommended minimum score of an instance (the network's)")
    parser.add_argument("--scales", type=float, nargs="+", default=[1.0], help="scales to look at and average (1)")
    parser.add_argument("--scores", type=Path, help="JSON file with the validation scores")
    parser.add_argument("--training", default="", help="a sentence on data and recipe")
    parser.add_argument("--version", default="1", help="version of the model (1)")
    given = parser.parse_args(arguments)
    try:
        job = load_job(given.job)
        network = build(job.network, job.settings, len(job.bands), len(job.classes))
        if missing := load_weights(network, given.checkpoint, job.bands, job.classes):
            raise ScarpError(
                f"The checkpoint {given.checkpoint.name} lacks {len(missing)} tensors of the job's network, such as "
                f"{missing[0]}; choose one that this job made."
            )
        scores = _scores(given.scores) if given.scores else {}
        training = {"data": [source.name for source in job.training], "recipe": given.training, "seed": job.seed}
        if not all(0.25 <= scale <= 1.0 for scale in given.scales):
            raise ScarpError(f"The scales are {given.scales}; each must lie between 0.25 and 1.")
        contract = contract_for(job, given.threshold, scores, training, given.version, given.scales, given.score)
        export(network, contract, given.output)
    except ScarpError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{given.output}: {given.output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
