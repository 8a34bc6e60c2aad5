"""A model with weights and arithmetic of 8 bit: ``python -m scarp.models.quantise job.json in.onnx out.onnx``.

The file is half as large as one of float16 weights, and a processor that multiplies 8 bit at once (AVX-512 VNNI and the
like) computes more than twice as fast. What values a layer gives is measured on tiles of the training.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from ..engine.contract import Contract, read_contract
from ..engine.errors import ScarpError
from ..engine.inference import import_runtime
from .job import Job, Source, load_job
from .networks import SCALE
from .samples import samples
from .validation import network_input, padded

LAYERS = ("Conv", "Gemm")
FEWEST = 32
"""Layers with fewer inputs (of a group) or outputs stay as they are: 8 bit gain no time there and lose the most, and
the outputs of the last ones are the result."""
LARGEST_TILE = 384
FUSED, CAST, QUANTISED = "ConvBnFusion_W_", ":float32", "_quantized"
"""What ONNX Runtime puts before the name of a weight that normalisation was merged into; what the export puts after the
name of one that it stored as float16; and what the quantiser puts after that of one of 8 bit."""


class _Tiles:
    """Images for ONNX Runtime's quantiser, which asks for one after the other."""

    def __init__(self, images: list[NDArray[np.float32]]) -> None:
        self._images = iter(images)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        """The next one, as the model's input; nothing at the end."""
        image = next(self._images, None)
        return None if image is None else {"image": image}


def training_tiles(job: Job, contract: Contract, count: int) -> list[NDArray[np.float32]]:
    """Images of the training as the network sees them, evenly from its sources; shape (1, bands, height, width) each.

    Raises:
        ScarpError: if they cannot be read.
    """
    each = -(-count // len(job.training))
    found = []
    for source in job.training:
        for sample in _spread(source, each, job):
            resolution_m = max((source.resolutions_m[0] * source.resolutions_m[1]) ** 0.5, contract.resolution_m[0])
            image, _ = network_input(sample, resolution_m, job.bands)
            found.append(padded(image[:, :LARGEST_TILE, :LARGEST_TILE], contract.multiple)[None].numpy())
    return found


def _spread(source: Source, count: int, job: Job) -> Iterator[Any]:
    """Some samples of a source, evenly spread; events are made only as needed."""
    if source.events:
        return samples(replace(source, events=source.events[:count]))
    pool = list(samples(source, job.bands, len(job.classes)))
    return itertools.islice(pool[:: max(1, len(pool) // count)], count)


def quantise(path: Path, target: Path, tiles: Sequence[NDArray[np.float32]]) -> None:
    """Write a model with weights and arithmetic of 8 bit.

    Weights keep their names, each with its scale for each output beside it, and normalisation its numbers, though the
    graph has it merged into the weights: training can start from the file (``networks.stored_weights``).

    Args:
        path: of a model that ``export`` wrote.
        target: of the .onnx file; what is there stays until the new one is complete.
        tiles: shape (1, bands, height, width) each, to measure what values each layer gives.

    Raises:
        ScarpError: if the model cannot be read or the file not written.
    """
    contract, runtime = read_contract(path), import_runtime()
    from onnxruntime.quantization import CalibrationMethod, QuantFormat, QuantType, quantize_static

    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".scarp-", dir=target.parent) as name:
        merged, small = Path(name) / "merged.onnx", Path(name) / target.name
        options = runtime.SessionOptions()
        options.log_severity_level = 4
        options.graph_optimization_level = runtime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        options.optimized_model_filepath = str(merged)
        runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        # 7 bits of the 8: processors without VNNI add up in 16 bits, and would give other results than those with it.
        quantize_static(
            str(merged), str(small), _Tiles(list(tiles)), quant_format=QuantFormat.QDQ, per_channel=True,
            op_types_to_quantize=list(LAYERS), nodes_to_exclude=_delicate(onnx.load(str(merged))), reduce_range=True,
            activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax,
        )  # fmt: skip
        model = onnx.load(str(small))
        _keep_names(model, onnx.load(str(path)))
        model.producer_name = "scarp"
        onnx.helper.set_model_props(model, contract.properties())
        onnx.checker.check_model(model)
        onnx.save(model, str(small))
        read_contract(small)
        small.replace(target)


def _delicate(model: onnx.ModelProto) -> list[str]:
    """Names of the layers that stay as they are."""
    shapes = {entry.name: tuple(entry.dims) for entry in model.graph.initializer}
    return [
        node.name for node in model.graph.node
        if node.op_type in LAYERS and min(shapes.get(node.input[1], (0,))[:2]) < FEWEST
    ]  # fmt: skip


def _keep_names(model: onnx.ModelProto, source: onnx.ModelProto) -> None:
    """Give weights of 8 bit the names that they had, and add what training needs to start from them, in place."""
    stored = {entry.name: numpy_helper.to_array(entry) for entry in source.graph.initializer}
    factors, renamed = _merged_factors(source, stored), {}
    graph = model.graph
    scales = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    for entry in graph.initializer:
        plain = entry.name.removesuffix(QUANTISED) if entry.name.endswith(QUANTISED) else ""
        weight = plain.removeprefix(FUSED).removesuffix(CAST)
        if weight in stored and stored[weight].ndim > 1:
            renamed[entry.name] = weight
            scale = scales[plain + "_scale"] / (factors[weight] if plain.startswith(FUSED) else 1.0)
            graph.initializer.append(numpy_helper.from_array(scale.astype(np.float32), SCALE + weight))
            entry.name = weight
    # What was a bias is made of one of 32 bit now; its name is for the number itself.
    renamed |= {made: made + CAST for node in graph.node for made in node.output if made in stored}
    for node in graph.node:
        for names in (node.input, node.output):
            for index, used in enumerate(names):
                names[index] = renamed.get(used, used)
    present = {entry.name for entry in graph.initializer}
    graph.initializer.extend(entry for entry in source.graph.initializer if entry.name not in present)


def _merged_factors(model: onnx.ModelProto, stored: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """What the normalisation after a convolution multiplies each output by, by the name of its weight."""
    makers = {output: node for node in model.graph.node for output in node.output}
    found = {}
    for node in model.graph.node:
        maker = makers.get(node.input[0]) if node.op_type == "BatchNormalization" else None
        if maker is None or maker.op_type != "Conv":
            continue
        gamma, _, _, variance = (stored[name.removesuffix(CAST)].astype(np.float64) for name in node.input[1:])
        epsilon = next(each.f for each in node.attribute if each.name == "epsilon")
        factor = gamma / np.sqrt(variance + epsilon)
        # Of an output that it multiplies by nothing, the weights are lost, and are 0 from then on.
        found[maker.input[1].removesuffix(CAST)] = np.where(factor == 0.0, np.inf, factor)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Quantise a model; 0 when done, 2 when it could not."""
    parser = argparse.ArgumentParser(prog="python -m scarp.models.quantise", description="A model of 8 bit.")
    parser.add_argument("job", type=Path, help="job file (JSON) of the training run")
    parser.add_argument("model", type=Path, help="model that scarp.models.export wrote (.onnx)")
    parser.add_argument("output", type=Path, help="model to write (.onnx)")
    parser.add_argument("--tiles", type=int, default=40, help="of the training, to measure values on (40)")
    given = parser.parse_args(arguments)
    try:
        contract = read_contract(given.model)
        quantise(given.model, given.output, training_tiles(load_job(given.job), contract, given.tiles))
    except ScarpError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{given.output}: {given.output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
