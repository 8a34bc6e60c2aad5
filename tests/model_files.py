"""Tiny ONNX models with the contract, made in a moment, whose output is known by arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from scarp.engine.contract import PREFIX, Contract

NAMES = ("red", "green", "blue", "nir")
Body = tuple[list[onnx.NodeProto], dict[str, Any]]


def contract(bands: int = 3, **changes: Any) -> Contract:
    """A contract that leaves the image as it is: values 0 to 255 become 0 to 1, any pixel is worked on as it comes."""
    values: dict[str, Any] = {
        "kind": "semantic", "classes": ("landslide",), "bands": NAMES[:bands], "value_range": (0, 255),
        "tile_size": 64, "resolution_m": (0.5, 5.0), "threshold": 0.5, "network": {"name": "test"},
        "training": {"data": "none"}, "scores": {}, "version": "1", "multiple": 1, "memory_bytes_per_pixel": 100,
    }  # fmt: skip
    return Contract(**{**values, **changes})


def _slice_first() -> Body:
    return [helper.make_node("Slice", ["image", "zero", "one", "one"], ["first"])], {
        "zero": np.array([0], np.int64),
        "one": np.array([1], np.int64),
    }


def _then(operator: str, *inputs: str, constants: Mapping[str, Any] = {}, **attributes: Any) -> Body:
    nodes, initializers = _slice_first()
    node = helper.make_node(operator, ["first", *inputs], ["probability"], **attributes)
    return [*nodes, node], {**initializers, **constants}


def first_band(bands: int) -> Body:
    """Probability = first band: pixel by pixel and nearly free."""
    return _then("Clip", "low", "high", constants={"low": np.float32(0), "high": np.float32(1)})


def mean(bands: int) -> Body:
    """Mean of the first band over 3 x 3 pixels, with 0 beyond the tile: what a tile's edge spoils."""
    kernel = np.full((1, 1, 3, 3), 1 / 9, np.float32)
    return _then("Conv", "kernel", constants={"kernel": kernel}, pads=[1, 1, 1, 1])


def slow(bands: int) -> Body:
    """Forty convolutions of 32 channels: about a second for 512 x 512 pixels."""
    nodes, initializers, last, channels = [], {}, "image", bands
    for layer in range(40):
        initializers[f"w{layer}"] = np.full((32, channels, 3, 3), 1e-3, np.float32)
        nodes.append(helper.make_node("Conv", [last, f"w{layer}"], [f"x{layer}"], pads=[1, 1, 1, 1]))
        last, channels = f"x{layer}", 32
    initializers["w"] = np.full((1, 32, 1, 1), 1e-3, np.float32)
    nodes += [helper.make_node("Conv", [last, "w"], ["y"]), helper.make_node("Sigmoid", ["y"], ["probability"])]
    return nodes, initializers


def logits(bands: int) -> Body:
    """Values from -5 to 5, as a network without its sigmoid gives them."""
    nodes, initializers = _slice_first()
    nodes += [
        helper.make_node("Mul", ["first", "ten"], ["tenfold"]),
        helper.make_node("Sub", ["tenfold", "five"], ["probability"]),
    ]
    return nodes, {**initializers, "ten": np.float32(10), "five": np.float32(5)}


def not_a_number(bands: int) -> Body:
    """The first band divided by 0 and multiplied by 0."""
    return _then("Mul", "nan", constants={"nan": np.float32("nan")})


def half_size(bands: int) -> Body:
    """A map of half the tile's size."""
    return _then("MaxPool", kernel_shape=[2, 2], strides=[2, 2])


def two_classes(bands: int) -> Body:
    """Background and landslide: 1 - first band, and first band."""
    nodes, initializers = _slice_first()
    nodes += [
        helper.make_node("Sub", ["whole", "first"], ["background"]),
        helper.make_node("Concat", ["background", "first"], ["probability"], axis=1),
    ]
    return nodes, {**initializers, "whole": np.float32(1)}


def each_band(bands: int) -> Body:
    """A class for each band, whose probability is the band."""
    return [helper.make_node("Clip", ["image", "low", "high"], ["probability"])], {
        "low": np.float32(0),
        "high": np.float32(1),
    }


def mean_of_each(bands: int) -> Body:
    """A class for each band, whose probability is the band's mean over 3 x 3 pixels, with 0 beyond the tile."""
    kernel = np.full((bands, 1, 3, 3), 1 / 9, np.float32)
    node = helper.make_node("Conv", ["image", "kernel"], ["probability"], pads=[1, 1, 1, 1], group=bands)
    return [node], {"kernel": kernel}


BODIES = {body.__name__: body
          for body in (first_band, mean, slow, logits, not_a_number, half_size, two_classes, each_band,
                       mean_of_each)}  # fmt: skip


def build(
    body: str = "first_band",
    bands: int = 3,
    shape: Sequence[int | str] = ("n", "c", "h", "w"),
    properties: Mapping[str, str] | None = None,
    drop: Iterable[str] = (),
    inputs: int = 1,
    element: int = TensorProto.FLOAT,
    **changes: Any,
) -> onnx.ModelProto:
    """A model.

    Args:
        body: name of one of the functions above.
        bands: of its input.
        shape: of its input; a name stands for any size, "c" for ``bands``.
        properties: metadata instead of the contract.
        drop: names of the contract's properties to leave out.
        inputs: how many it has; only the first is used.
        element: type of its input's numbers.
        changes: to the contract.
    """
    nodes, initializers = BODIES[body](bands)
    sizes = [bands if size == "c" else size for size in shape]
    images = [helper.make_tensor_value_info("image" + "s" * i, element, sizes) for i in range(inputs)]
    if element != TensorProto.FLOAT:
        nodes = [helper.make_node("Cast", ["image"], ["cast"], to=TensorProto.FLOAT), *nodes]
        for node in nodes[1:]:
            node.input[:] = ["cast" if name == "image" else name for name in node.input]
    output = helper.make_tensor_value_info("probability", TensorProto.FLOAT, None)
    weights = [numpy_helper.from_array(np.asarray(value), name) for name, value in initializers.items()]
    graph = helper.make_graph(nodes, body, images, [output], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    if properties is None:
        properties = contract(**{"bands": bands, **changes} if "bands" not in changes else changes).properties()
    left_out = {PREFIX + name for name in drop}
    helper.set_model_props(model, {key: value for key, value in properties.items() if key not in left_out})
    return model


def build_instances(
    side: int = 56, bands: int = 3, lowest: float = 0.3, drop_output: str = "", label: int = 1, batch: int | str = "n",
    **changes: Any,
) -> onnx.ModelProto:  # fmt: skip
    """A model of instances: the tile in boxes of 28 x 28 pixels, the mask of each its first band.

    The score of a box is its brightest pixel, and boxes of a score at or below ``lowest`` are no instances.

    Args:
        side: of the part of the tile that has boxes, and the contract's tile size.
        bands: of its input.
        lowest: as said.
        drop_output: name of an output to leave out.
        label: of all instances.
        batch: first size of its input.
        changes: to the contract.
    """
    corners = [(x, y, x + 28, y + 28) for y in range(0, side, 28) for x in range(0, side, 28)]
    constants = {
        "regions": np.array(corners, np.float32), "which": np.zeros(len(corners), np.int64),
        "zero": np.array([0], np.int64), "one": np.array([1], np.int64), "two": np.array([2], np.int64),
        "flat": np.array([-1], np.int64), "count": np.array([len(corners)], np.int64), "lowest": np.float32(lowest),
        "low": np.float32(0), "high": np.float32(1),
    }  # fmt: skip
    node = helper.make_node
    nodes = [
        node("Slice", ["image", "zero", "one", "one"], ["first"]),
        node("Clip", ["first", "low", "high"], ["bright"]),
        node("RoiAlign", ["bright", "regions", "which"], ["aligned"], output_height=28, output_width=28,
             sampling_ratio=1, spatial_scale=1.0, coordinate_transformation_mode="half_pixel"),
        node("Squeeze", ["aligned", "one"], ["every"]),
        node("ReduceMax", ["every"], ["score"], axes=[1, 2], keepdims=0),
        node("TopK", ["score", "count"], ["sorted", "order"]),
        node("Greater", ["sorted", "lowest"], ["kept"]),
        node("Compress", ["order", "kept"], ["chosen"], axis=0),
        node("Compress", ["sorted", "kept"], ["scores"], axis=0),
        node("Gather", ["regions", "chosen"], ["boxes"]),
        node("Gather", ["every", "chosen"], ["masks"]),
        node("Shape", ["chosen"], ["number"]),
        node("ConstantOfShape", ["number"], ["labels"], value=helper.make_tensor("v", TensorProto.INT64, [1], [label])),
    ]  # fmt: skip
    kinds = {"boxes": TensorProto.FLOAT, "scores": TensorProto.FLOAT, "labels": TensorProto.INT64,
             "masks": TensorProto.FLOAT}  # fmt: skip
    graph = helper.make_graph(
        nodes, "instances", [helper.make_tensor_value_info("image", TensorProto.FLOAT, [batch, bands, "h", "w"])],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in kinds.items() if name != drop_output],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    settings = {"kind": "instance", "tile_size": side, "multiple": side, "score": 0.5}
    helper.set_model_props(model, contract(bands, **{**settings, **changes}).properties())
    return model


def with_external_weights(model: onnx.ModelProto, location: str) -> onnx.ModelProto:
    """The model with its last weight said to lie in another file."""
    tensor = model.graph.initializer[-1]
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", location
    return model


def write(path: Path, model: onnx.ModelProto) -> Path:
    """Save it as it is, sense or nonsense."""
    path.write_bytes(model.SerializeToString())
    return path
