"""Tests of scarp.engine.onnx_file."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scarp.engine.errors import ScarpError
from scarp.engine.onnx_file import inspect

onnx = pytest.importorskip("onnx")
from onnx import TensorProto, helper, numpy_helper  # noqa: E402
from scarp.tests import model_files  # noqa: E402

OUTSIDE = "../secret.bin"


def external(location: str) -> onnx.TensorProto:
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[1], data_location=TensorProto.EXTERNAL)
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", location
    return tensor


def sparse(location: str) -> onnx.SparseTensorProto:
    indices = numpy_helper.from_array(np.array([0], np.int64))
    return onnx.SparseTensorProto(values=external(location), indices=indices, dims=[4])


def constant(**attribute: object) -> onnx.NodeProto:
    node = helper.make_node("Constant", [], ["k"])
    node.attribute.append(onnx.AttributeProto(name="value", **attribute))
    return node


def subgraph(location: str) -> onnx.NodeProto:
    inner = helper.make_graph([], "inner", [], [], [external(location)])
    node = helper.make_node("If", ["c"], ["y"])
    node.attribute.append(helper.make_attribute("then_branch", inner))
    return node


def in_initializer(model: onnx.ModelProto, location: str) -> None:
    model.graph.initializer.append(external(location))


def in_sparse_initializer(model: onnx.ModelProto, location: str) -> None:
    model.graph.sparse_initializer.append(sparse(location))


def in_constant(model: onnx.ModelProto, location: str) -> None:
    model.graph.node.append(constant(type=onnx.AttributeProto.TENSOR, t=external(location)))


def in_sparse_constant(model: onnx.ModelProto, location: str) -> None:
    model.graph.node.append(constant(type=onnx.AttributeProto.SPARSE_TENSOR, sparse_tensor=sparse(location)))


def in_subgraph(model: onnx.ModelProto, location: str) -> None:
    model.graph.node.append(subgraph(location))


def in_function(model: onnx.ModelProto, location: str) -> None:
    node = constant(type=onnx.AttributeProto.TENSOR, t=external(location))
    model.functions.append(onnx.FunctionProto(name="f", domain="d", node=[node]))


def in_training(model: onnx.ModelProto, location: str) -> None:
    model.training_info.add().initialization.initializer.append(external(location))


PLACES = [in_initializer, in_sparse_initializer, in_constant, in_sparse_constant, in_subgraph, in_function, in_training]


def test_properties_as_onnx_wrote_them(model_file: Callable[..., Path]) -> None:
    path = model_file(properties={"model_type": '"Segmentor"', "Umlaut": "Erdrutsch – Übersicht"})
    assert inspect(path).properties == {"model_type": '"Segmentor"', "Umlaut": "Erdrutsch – Übersicht"}


def test_same_properties_as_onnxruntime_reads(model_file: Callable[..., Path]) -> None:
    runtime = pytest.importorskip("onnxruntime")
    path = model_file("slow")
    session = runtime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert inspect(path).properties == session.get_modelmeta().custom_metadata_map


def test_no_external_data_in_a_whole_model(model_file: Callable[..., Path]) -> None:
    assert inspect(model_file("mean")).external == set()


@pytest.mark.parametrize("place", PLACES)
def test_data_outside_the_folder_is_refused_wherever_it_is_named(
    place: Callable[[onnx.ModelProto, str], None], tmp_path: Path
) -> None:
    model = model_files.build()
    place(model, OUTSIDE)
    with pytest.raises(ScarpError) as error:
        inspect(model_files.write(tmp_path / "m.onnx", model))
    assert str(error.value) == (
        "The model m.onnx refers to data outside its folder (../secret.bin) and is refused; "
        "use a model that holds its weights itself."
    )


@pytest.mark.parametrize("place", PLACES)
def test_data_inside_the_folder_is_listed(place: Callable[[onnx.ModelProto, str], None], tmp_path: Path) -> None:
    model = model_files.build()
    place(model, "weights/m.bin")
    assert inspect(model_files.write(tmp_path / "m.onnx", model)).external == {"weights/m.bin"}


@pytest.mark.parametrize("location", ["/etc/passwd", "a/../../secret.bin", "w\0.bin"])
def test_other_ways_out_are_refused(location: str, tmp_path: Path) -> None:
    model = model_files.with_external_weights(model_files.build(), location)
    with pytest.raises(ScarpError, match="refers to data outside its folder"):
        inspect(model_files.write(tmp_path / "m.onnx", model))


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    (tmp_path / "secret.bin").write_bytes(b"secret")
    try:
        (folder / "w.bin").symlink_to(tmp_path / "secret.bin")
    except OSError:
        pytest.skip("links cannot be made here")
    model = model_files.with_external_weights(model_files.build(), "w.bin")
    with pytest.raises(ScarpError, match="refers to data outside its folder"):
        inspect(model_files.write(folder / "m.onnx", model))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"This is a text and no model.", "it has a field of unknown kind 4"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "it has no graph"),
        (b"\xff" * 40, "a number is too long"),
        (b"\x08\x08", "it has no graph"),
        (b"\x3a\x05\x08", "it ends in the middle"),
        (b"\x3a\x03\x12\x05a", "it ends in the middle"),
        (b"\x3a\x05\x12\x01a", "it ends in the middle"),
        (b"\x3a\x00\x09abc", "it ends in the middle"),
        (b"\x72\x04\x0a\x02\xff\xfe\x3a\x00", "its metadata is not UTF-8"),
    ],
)
def test_other_files_are_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    path.write_bytes(content)
    with pytest.raises(ScarpError) as error:
        inspect(path)
    assert str(error.value) == f"The file m.onnx is not an ONNX model ({reason}); choose a .onnx file."


def test_a_file_cut_off_anywhere_is_refused_or_lacks_properties(tmp_path: Path) -> None:
    whole = model_files.build("mean").SerializeToString()
    path = tmp_path / "m.onnx"
    complete = len(inspect(model_files.write(path, model_files.build("mean"))).properties)
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        try:
            assert len(inspect(path).properties) <= complete
        except ScarpError as error:
            assert "is not an ONNX model" in str(error)


def test_endless_nesting_is_refused(tmp_path: Path) -> None:
    def wrapped(number: int, content: bytes) -> bytes:
        length, size = len(content), b""
        while length > 127:
            size, length = size + bytes([length & 127 | 128]), length >> 7
        return bytes([number << 3 | 2]) + size + bytes([length]) + content

    graph = b""
    for _ in range(sys.getrecursionlimit()):
        graph = wrapped(1, wrapped(5, wrapped(6, graph)))
    (tmp_path / "m.onnx").write_bytes(wrapped(7, graph))
    with pytest.raises(ScarpError, match="nested too deeply"):
        inspect(tmp_path / "m.onnx")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ScarpError, match=r"The model .*m\.onnx cannot be read: No such file"):
        inspect(tmp_path / "m.onnx")


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="open files can be counted on Linux only")  # noqa: PTH112
def test_a_refused_file_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    path.write_bytes(b"\x3a\x05\x08")
    with pytest.raises(ScarpError) as error:
        inspect(path)
    gc.collect()
    assert error.value.__cause__ is None
    assert str(path) not in Path("/proc/self/maps").read_text(encoding="utf-8")
