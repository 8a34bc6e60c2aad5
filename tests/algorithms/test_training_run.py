from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from scarp.algorithms import training_run
from scarp.algorithms.training_run import check_can_train, place_model, run_worker, worker_command
from scarp.engine.errors import ScarpError
from scarp.engine.folder_lock import locked
from scarp.engine.progress import Quiet


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.setattr(training_run, "training_python", lambda: Path(sys.executable))
    monkeypatch.setattr(training_run, "training_variables", lambda: {"PYTHONPATH": "of QGIS", "HOME": "home"})


def test_an_installed_plugin_is_found_by_its_folder(installed, monkeypatch, tmp_path):
    monkeypatch.setattr(training_run, "PACKAGE", tmp_path / "plugins" / "scarp")
    command, variables = worker_command(Path("job.json"))
    assert command == [sys.executable, "-m", "scarp.models.train", "job.json", "--parent"]
    assert variables == {"PYTHONPATH": f"{tmp_path / 'plugins'}{os.pathsep}of QGIS", "HOME": "home"}


def test_a_plugin_in_a_folder_of_another_name_trains_with_its_own_code(installed, monkeypatch, tmp_path):
    plugin = tmp_path / "scarp main ä"
    for folder in ("", "models"):
        (plugin / folder).mkdir()
        (plugin / folder / "__init__.py").write_text("")
    (plugin / "models" / "train.py").write_text(
        "from ..engine import NAME\ndef main(arguments):\n    print(NAME, *arguments)\n    return 3\n", encoding="utf-8"
    )
    (plugin / "engine.py").write_text("NAME = 'its own'\n")
    monkeypatch.setattr(training_run, "PACKAGE", plugin)
    command, variables = worker_command(Path("job.json"))
    assert variables == {"PYTHONPATH": "of QGIS", "HOME": "home"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, **variables})
    assert (done.returncode, done.stdout, done.stderr) == (3, "its own job.json --parent\n", "")


def test_what_a_killed_worker_leaves_of_images_is_removed(installed, monkeypatch, tmp_path):
    scenes = tmp_path / "scenes" / "0_1"
    dies = f"import os; os.makedirs({str(scenes)!r}, exist_ok=True); open({str(scenes / 'a.npy')!r}, 'w'); os._exit(1)"
    monkeypatch.setattr(training_run, "worker_command", lambda job: ([sys.executable, "-c", dies], {}))
    with pytest.raises(ScarpError, match="ended with code 1"):
        run_worker(tmp_path, False, Quiet())
    assert list(tmp_path.iterdir()) == []
    scenes.mkdir(parents=True)
    with locked(tmp_path), pytest.raises(ScarpError, match="ended with code 1"):  # another works there
        run_worker(tmp_path, False, Quiet())
    assert scenes.is_dir()


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
