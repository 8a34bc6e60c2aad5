from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from scarp.algorithms import training_run
from scarp.algorithms.training_run import check_can_train, place_model, worker_command
from scarp.engine.errors import ScarpError


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.setattr(training_run, "training_python", lambda: Path(sys.executable))
    monkeypatch.setattr(training_run, "training_variables", lambda: {"PYTHONPATH": "of QGIS", "HOME": "home"})


def test_an_installed_plugin_is_found_by_its_folder(installed, monkeypatch, tmp_path):
    monkeypatch.setattr(training_run, "PACKAGE", tmp_path / "plugins" / "scarp")
    command, variables = worker_command(Path("job.json"))
    assert command == [sys.executable, "-m", "scarp.models.train", "job.json", "--parent"]
    assert variables == {"PYTHONPATH": f"{tmp_path / 'plugins'}{os.pathsep}of QGIS", "HOME": "home"}


def test_a_checkout_is_found_by_its_installation(installed, monkeypatch, tmp_path):
    monkeypatch.setattr(training_run, "PACKAGE", tmp_path / "checkout")
    assert worker_command(Path("job.json"))[1] == {"PYTHONPATH": "of QGIS", "HOME": "home"}


def test_a_model_is_placed_whole_and_stays_in_its_folder(tmp_path):
    made, target = tmp_path / "model.onnx", tmp_path / "models" / "mine.onnx"
    target.parent.mkdir()
    made.write_bytes(b"new")
    target.write_bytes(b"old")
    place_model(made, target)
    assert made.read_bytes() == target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_model_that_cannot_be_placed_is_named(tmp_path):
    made, target = tmp_path / "model.onnx", tmp_path / "gone" / "mine.onnx"
    made.write_bytes(b"new")
    with pytest.raises(ScarpError) as caught:
        place_model(made, target)
    assert str(caught.value) == (
        f"The model is kept as {made}, but is not among your models: The model cannot be written to {target.parent}: "
        "there is no such folder. Choose another."
    )


def test_what_trains_is_looked_for_before_anything_is_made(monkeypatch, tmp_path):
    def missing():
        raise ScarpError("The packages for training are not installed.")

    monkeypatch.setattr(training_run, "training_python", missing)
    with pytest.raises(ScarpError, match="not installed"):
        check_can_train(tmp_path / "models" / "mine.onnx")
    assert list(tmp_path.iterdir()) == []
