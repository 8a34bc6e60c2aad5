from __future__ import annotations

import dataclasses
import errno
import json
from pathlib import Path

import pytest
import torch
from scarp.engine.errors import ScarpError
from scarp.models.checkpoints import State, read_checkpoint, write_checkpoint
from scarp.models.job import FREE, Job, Source
from scarp.tests.models.conftest import equal

JOB = Job([Source("hills", scene="a.tif", windows=((0, 0, 4, 4),))], [], "run", classes=("landslide", "cloud"))


def a_state(epoch=3):
    tensors = {"output.weight": torch.arange(4.0), "norm.num_batches_tracked": torch.tensor(7)}
    optimizer = {"state": {0: {"step": torch.tensor(5.0)}}, "param_groups": [{"lr": 1e-3, "params": [0]}]}
    return State(tensors, {key: value + 1 for key, value in tensors.items()}, optimizer, epoch, 0.75, 2, 61.5)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "last.pt"


def test_a_state_comes_back_as_it_was_written(path):
    write_checkpoint(path, a_state(), JOB)
    assert equal(vars(read_checkpoint(path, JOB)), vars(a_state()))
    assert [each.name for each in path.parent.iterdir()] == ["last.pt"]


def test_where_there_is_none_there_is_nothing(path):
    assert read_checkpoint(path, JOB) is None


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("learning_rate", 0.5, "its learning_rate is 0.001, here 0.5"),
        ("settings", {"width": 8}, r"its settings is \{\}, here \{'width': 8\}"),
        ("classes", ("landslide",), r"its classes is \['landslide', 'cloud'\], here \['landslide'\]"),
        ("training", [Source("hills")], r"its training is \[\{'events': \[\].{40,50}, here \[\{'events': \[\].{40,50}"),
        ("seed", 1, "its seed is 0, here 1"),
    ],
)
def test_one_of_another_training_is_refused_and_what_differs_named(path, name, value, said):
    write_checkpoint(path, a_state(), JOB)
    message = (
        rf"^The checkpoint .*last\.pt is not of the job's training \({said}\); choose another folder, or remove the "
        r"file to start afresh\.$"
    )
    with pytest.raises(ScarpError, match=message):
        read_checkpoint(path, dataclasses.replace(JOB, **{name: value}))


def test_what_may_change_may_change(path):
    changes = {"folder": "elsewhere", "epochs": 99, "threads": 3, "device": "cpu", "precision": "float32",
               "model": "a.onnx", "version": "2", "scales": (1.0, 0.5), "resolution_m": (1.0, 2.0),
               "value_range": (0.0, 1.0)}  # fmt: skip
    assert set(changes) == FREE
    write_checkpoint(path, a_state(), JOB)
    assert read_checkpoint(path, dataclasses.replace(JOB, **changes)).epoch == 3


def test_one_of_an_earlier_version_goes_on_where_what_is_new_is_at_its_default(path):
    write_checkpoint(path, a_state(), JOB)
    entries = torch.load(path, weights_only=True)
    recipe = json.loads(entries["job"])
    del recipe["right_angles"], recipe["training"][0]["instances"]
    torch.save({**entries, "job": json.dumps(recipe)}, path)
    assert read_checkpoint(path, JOB).epoch == 3
    with pytest.raises(ScarpError, match=r"\(its right_angles is False, here True\)"):
        read_checkpoint(path, dataclasses.replace(JOB, right_angles=True))


@pytest.mark.parametrize("change", ["no job", "no epoch", "more", "no JSON"])
def test_one_of_another_version_is_refused(path, change):
    write_checkpoint(path, a_state(), JOB)
    entries = torch.load(path, weights_only=True)
    if change == "more":
        entries["moon"] = 1
    elif change == "no JSON":
        entries["job"] = "{"
    else:
        del entries[change.partition(" ")[2]]
    torch.save(entries, path)
    with pytest.raises(ScarpError, match=r"\(it lacks what this version of Scarp keeps\)"):
        read_checkpoint(path, JOB)


@pytest.mark.parametrize("fails", ["save", "save with torch's error", "replace"])
def test_a_full_disk_is_a_sentence_and_keeps_the_old_one(path, monkeypatch, fails):
    write_checkpoint(path, a_state(3), JOB)

    def full(*_):
        if fails != "replace":
            path.with_name("last.pt.part").write_bytes(b"half")
        if "torch" in fails:
            raise RuntimeError("[enforce fail at inline_container.cc:672] . unexpected pos 64 vs 0")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(*((Path, "replace") if fails == "replace" else (torch, "save")), full)
        message = r"^The training cannot write .*last\.pt \(.+\); make room or choose another folder\.$"
        with pytest.raises(ScarpError, match=message):
            write_checkpoint(path, a_state(4), JOB)
    assert [each.name for each in path.parent.iterdir()] == ["last.pt"]
    assert read_checkpoint(path, JOB).epoch == 3
