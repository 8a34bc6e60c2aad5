"""What an ONNX file says about itself, read without ONNX Runtime.

So the model list and the checks before a run need no package, and a file that refers to data elsewhere is refused
before anything opens that data.

Source: onnx.proto3, the field numbers of ModelProto, GraphProto, NodeProto, AttributeProto and TensorProto.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .errors import ScarpError

MODEL_GRAPH, MODEL_PROPERTIES = 7, 14
GRAPH_NODE, GRAPH_INITIALIZER, GRAPH_SPARSE_INITIALIZER, GRAPH_INPUT = 1, 5, 15, 11
NODE_ATTRIBUTE = 5
ATTRIBUTE_TENSORS, ATTRIBUTE_GRAPHS = (5, 10), (6, 11)
SPARSE_TENSORS = (1, 2)
TENSOR_EXTERNAL_DATA = 13
ENTRY_KEY, ENTRY_VALUE = 1, 2
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5

Message = memoryview


@dataclass
class OnnxFile:
    """Metadata properties of a model file, and the data files beside it that it refers to."""

    properties: dict[str, str] = field(default_factory=dict)
    external: set[str] = field(default_factory=set)


def _varint(message: Message, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
        if shift > 63:
            raise ValueError("a number is too long")


def _fields(message: Message) -> Iterator[tuple[int, Message]]:
    """Number and content of each field that holds bytes; numbers are passed over."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == BYTES:
            length, at = _varint(message, at)
            if at + length > len(message):
                raise ValueError("it ends in the middle")
            yield number, message[at : at + length]
            at += length
        elif kind == VARINT:
            _, at = _varint(message, at)
        elif kind in (FIXED64, FIXED32):
            at += 8 if kind == FIXED64 else 4
        else:
            raise ValueError(f"it has a field of unknown kind {kind}")


def _entry(message: Message) -> tuple[str, str]:
    parts = {number: bytes(content).decode() for number, content in _fields(message)}
    return parts.get(ENTRY_KEY, ""), parts.get(ENTRY_VALUE, "")


def _tensor(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number == TENSOR_EXTERNAL_DATA:
            key, value = _entry(content)
            if key == "location":
                found.external.add(value)


def _graph(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number == GRAPH_INITIALIZER:
            _tensor(content, found)
        elif number == GRAPH_SPARSE_INITIALIZER:
            for part, tensor in _fields(content):
                if part in SPARSE_TENSORS:
                    _tensor(tensor, found)
        elif number == GRAPH_NODE:
            for part, attribute in _fields(content):
                if part == NODE_ATTRIBUTE:
                    _attribute(attribute, found)


def _attribute(message: Message, found: OnnxFile) -> None:
    for number, content in _fields(message):
        if number in ATTRIBUTE_TENSORS:
            _tensor(content, found)
        elif number in ATTRIBUTE_GRAPHS:
            _graph(content, found)


def inspect(path: Path) -> OnnxFile:
    """Read the metadata properties and the references to external data.

    Raises:
        ScarpError: if the file cannot be read, is no ONNX model, or refers to data outside its own folder.
    """
    found = OnnxFile()
    has_graph = False
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            whole = memoryview(mapped)
            try:
                for number, content in _fields(whole):
                    if number == MODEL_GRAPH:
                        has_graph = True
                        _graph(content, found)
                    elif number == MODEL_PROPERTIES:
                        key, value = _entry(content)
                        found.properties[key] = value
                    content.release()
            finally:
                whole.release()
    except OSError as error:
        raise ScarpError(f"The model {path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, IndexError) as error:
        raise ScarpError(f"The file {path.name} is not an ONNX model ({error}); choose a .onnx file.") from error
    if not has_graph:
        raise ScarpError(f"The file {path.name} is not an ONNX model (it has no graph); choose a .onnx file.")
    folder = path.parent.resolve()
    for location in sorted(found.external):
        if not (folder / location).resolve().is_relative_to(folder):
            raise ScarpError(
                f"The model {path.name} refers to data outside its folder ({location}) and is refused; "
                "use a model that holds its weights itself."
            )
    return found
