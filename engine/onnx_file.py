"""What an ONNX file says about itself, read without ONNX Runtime.

So the model list and the checks before a run need no package, and a file that refers to data elsewhere is refused
before anything opens that data.

Source: onnx.proto3, the field numbers of ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, FunctionProto
and TrainingInfoProto.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .errors import ScarpError

MODEL_GRAPH, MODEL_PROPERTIES, MODEL_TRAINING, MODEL_FUNCTIONS = 7, 14, 20, 25
TRAINING_GRAPHS = (1, 2)
FUNCTION_NODE, FUNCTION_ATTRIBUTE = 7, 11
GRAPH_NODE, GRAPH_INITIALIZER, GRAPH_SPARSE_INITIALIZER = 1, 5, 15
NODE_ATTRIBUTE = 5
ATTRIBUTE_TENSORS, ATTRIBUTE_GRAPHS, ATTRIBUTE_SPARSE = (5, 10), (6, 11), (22, 23)
SPARSE_TENSORS = (1, 2)
TENSOR_EXTERNAL_DATA = 13
ENTRY_KEY, ENTRY_VALUE = 1, 2
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5

CUT_OFF = "it ends in the middle"

Message = memoryview


@dataclass
class OnnxFile:
    """Metadata properties of a model file, and the data files beside it that it refers to."""

    properties: dict[str, str] = field(default_factory=dict)
    external: set[str] = field(default_factory=set)


def _varint(message: Message, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            raise ValueError(CUT_OFF)
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number is too long")


def _fields(message: Message) -> Iterator[tuple[int, Message]]:
    """Number and content of each field that holds bytes; numbers are passed over."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        start = at
        if kind == BYTES:
            length, start = _varint(message, at)
            at = start + length
        elif kind == VARINT:
            _, at = _varint(message, at)
        elif kind in (FIXED64, FIXED32):
            at += 8 if kind == FIXED64 else 4
        else:
            raise ValueError(f"it has a field of unknown kind {kind}")
        if at > len(message):
            raise ValueError(CUT_OFF)
        if kind == BYTES:
            yield number, message[start:at]


def _entry(message: Message) -> tuple[str, str]:
    parts = {number: bytes(content) for number, content in _fields(message)}
    try:
        return parts.get(ENTRY_KEY, b"").decode(), parts.get(ENTRY_VALUE, b"").decode()
    except UnicodeDecodeError:
        raise ValueError("its metadata is not UTF-8") from None


def _tensor(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number == TENSOR_EXTERNAL_DATA:
            key, value = _entry(content)
            if key == "location":
                found.external.add(value)


def _sparse_tensor(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number in SPARSE_TENSORS:
            _tensor(content, found)


def _node(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number == NODE_ATTRIBUTE:
            _attribute(content, found)


def _attribute(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number in ATTRIBUTE_TENSORS:
            _tensor(content, found)
        elif number in ATTRIBUTE_SPARSE:
            _sparse_tensor(content, found)
        elif number in ATTRIBUTE_GRAPHS:
            _graph(content, found)


def _graph(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number == GRAPH_INITIALIZER:
            _tensor(content, found)
        elif number == GRAPH_SPARSE_INITIALIZER:
            _sparse_tensor(content, found)
        elif number == GRAPH_NODE:
            _node(content, found)


def _function(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number == FUNCTION_NODE:
            _node(content, found)
        elif number == FUNCTION_ATTRIBUTE:
            _attribute(content, found)


def _training(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number in TRAINING_GRAPHS:
            _graph(content, found)


def _model(message: Message, found: OnnxFile) -> None:
    has_graph = False
    for number, content in _fields(message):
        if number == MODEL_GRAPH:
            has_graph = True
            _graph(content, found)
        elif number == MODEL_FUNCTIONS:
            _function(content, found)
        elif number == MODEL_TRAINING:
            _training(content, found)
        elif number == MODEL_PROPERTIES:
            key, value = _entry(content)
            found.properties[key] = value
    if not has_graph:
        raise ValueError("it has no graph")


def inspect(path: Path) -> OnnxFile:
    """Read the metadata properties and the references to external data.

    Raises:
        ScarpError: if the file cannot be read, is no ONNX model, or refers to data outside its own folder.
    """
    found, problem = OnnxFile(), ""
    try:
        with path.open("rb") as file:
            if path.stat().st_size == 0:
                raise ValueError("it is empty")
            _model(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), found)
    except OSError as error:
        raise ScarpError(
            f"The model {path} cannot be read: {error.strerror or error}. Choose a .onnx file that can be."
        ) from error
    except RecursionError:
        problem = "its graphs are nested too deeply"
    except ValueError as error:
        # Raised below, where this error's traceback no longer holds on to the mapped file.
        problem = str(error)
    if problem:
        raise ScarpError(f"The file {path.name} is not an ONNX model ({problem}); choose a .onnx file.")
    for location in sorted(found.external):
        if not _is_inside(path.parent, location):
            raise ScarpError(
                f"The model {path.name} refers to data outside its folder ({location}) and is refused; "
                "use a model that holds its weights itself."
            )
    return found


def _is_inside(folder: Path, location: str) -> bool:
    try:
        return (folder / location).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links in a circle, or no file name at all
        return False
