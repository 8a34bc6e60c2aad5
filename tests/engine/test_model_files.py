from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from scarp.engine import model_files
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.model_files import check_size, copy_model, file_hash, given_hash, whole_model

ABC = hashlib.sha256(b"abc").hexdigest()


@pytest.mark.parametrize(
    "text",
    [ABC, ABC.upper(), f"  {ABC}\n", f"sha256:{ABC}", f"{ABC}  maskrcnn.onnx", f"{ABC} *my model.onnx\n",
     f"\\{ABC}  a\\\\b.onnx"],
)  # fmt: skip
def test_a_hash_as_it_is_pasted(text):
    assert given_hash(text) == ABC


@pytest.mark.parametrize("text", ["", "  \n"])
def test_no_hash_is_none(text):
    assert given_hash(text) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (ABC[:-1], f"{ABC[:20]}…"),
        (ABC + "0", f"{ABC[:20]}…"),
        ("g" + ABC[1:], f"g{ABC[1:20]}…"),
        (f"{ABC}  a.onnx\n{ABC}  b.onnx", f"{ABC[:20]}…"),
        ("maskrcnn", "maskrcnn"),
    ],
)
def test_what_is_no_hash(text, shown):
    with pytest.raises(ScarpError) as caught:
        given_hash(text)
    assert str(caught.value) == (
        f'"{shown}" is no SHA-256, which has 64 digits of 0 to 9 and a to f; copy it from where the model is offered, '
        "without other lines."
    )


def test_the_hash_of_a_file(tmp_path, progress):
    (tmp_path / "m.onnx").write_bytes(b"abc")
    assert file_hash(tmp_path / "m.onnx", "", progress) == ABC
    assert file_hash(tmp_path / "m.onnx", ABC, progress) == ABC
    assert progress.values == [100.0, 100.0]


def test_another_hash_is_said_with_what_to_do(tmp_path, progress):
    (tmp_path / "m.onnx").write_bytes(b"abd")
    found = hashlib.sha256(b"abd").hexdigest()
    with pytest.raises(ScarpError) as caught:
        file_hash(tmp_path / "m.onnx", ABC, progress)
    assert str(caught.value) == (
        f"The SHA-256 of the model begins with {found[:12]}, that which was given with {ABC[:12]}: this is another "
        "file, or it was damaged on the way. Fetch it again, and copy the SHA-256 from where it is offered."
    )


def test_a_copy_in_blocks(tmp_path, progress, monkeypatch):
    monkeypatch.setattr(model_files, "BLOCK_BYTES", 4)
    (tmp_path / "a").write_bytes(b"0123456789")
    copy_model(tmp_path / "a", tmp_path / "b", progress)
    assert (tmp_path / "b").read_bytes() == b"0123456789"
    assert progress.values == [40.0, 80.0, 100.0]


def test_a_copy_is_cancelled_between_blocks(tmp_path, progress, monkeypatch):
    monkeypatch.setattr(model_files, "BLOCK_BYTES", 4)
    (tmp_path / "a").write_bytes(b"0123456789")
    progress.cancel_at = 40.0
    with pytest.raises(Cancelled):
        copy_model(tmp_path / "a", tmp_path / "b", progress)
    assert (tmp_path / "b").read_bytes() == b"0123"


def test_what_cannot_be_read_or_written_is_said(tmp_path, progress):
    gone, there = tmp_path / "gone.onnx", tmp_path / "there.onnx"
    there.write_bytes(b"abc")
    with pytest.raises(ScarpError, match=r"gone\.onnx cannot be read \(No such file or directory\); choose another"):
        file_hash(gone, "", progress)
    with pytest.raises(ScarpError, match=r"there\.onnx cannot be copied to your models \(Is a directory\); make room"):
        copy_model(there, tmp_path, progress)


def test_too_large_a_file_is_not_read(tmp_path, progress):
    check_size(2_000_000_000)
    with (tmp_path / "m.onnx").open("wb") as file:
        file.truncate(2_100_000_000)  # takes no room on the disk
    message = r"larger than 2 GB \(2\.1 GB so far\) and no model; choose another"
    with pytest.raises(ScarpError, match=message):
        copy_model(tmp_path / "m.onnx", tmp_path / "copy.onnx", progress)
    with pytest.raises(ScarpError, match=message):
        file_hash(tmp_path / "m.onnx", "", progress)
    assert progress.values == [] and (tmp_path / "copy.onnx").stat().st_size == 0


@pytest.mark.parametrize("kind", ["semantic", "instance"])
def test_the_contract_of_a_whole_model(model_file, kind):
    from scarp.tests import model_files as tiny

    properties = {**tiny.contract(kind=kind, threshold=0.25).properties(), "scarp_score": "0.5"}
    contract = whole_model(model_file(properties=properties))
    assert (contract.kind, contract.threshold) == (kind, 0.25)


def test_weights_elsewhere_are_refused(tmp_path):
    pytest.importorskip("onnx")
    from scarp.tests import model_files as tiny

    path = tiny.write(tmp_path / "m.onnx", tiny.with_external_weights(tiny.build(), "m.bin"))
    with pytest.raises(ScarpError) as caught:
        whole_model(path)
    assert str(caught.value) == (
        "The model m.onnx keeps weights in other files (m.bin), which would be left behind; use one that holds its "
        "weights itself."
    )


def test_no_model_and_no_contract_are_refused(tmp_path, model_file):
    (tmp_path / "page.onnx").write_bytes(b"<html>log in</html>")
    with pytest.raises(ScarpError, match=r"page\.onnx is not an ONNX model"):
        whole_model(Path(tmp_path / "page.onnx"))
    with pytest.raises(ScarpError, match=r"bare\.onnx lacks the property 'scarp_kind'"):
        whole_model(model_file(name="bare.onnx", properties={}))
