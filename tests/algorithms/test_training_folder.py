from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scarp.algorithms import training_folder
from scarp.algorithms.training_folder import check_name, made_folder, place_job
from scarp.engine.errors import ScarpError
from scarp.models.job import Job, Source, load_job


@pytest.fixture
def folder(tmp_path):
    return made_folder(tmp_path / "training", "training folder")


@pytest.fixture
def ground(folder, raster):
    """Makes the folder of a run's label rasters: ``ground(1)`` -> a folder with one of that value."""

    def make(value):
        made = folder / f".made-{value}"
        made.mkdir()
        Path(raster(np.full((1, 8, 8), value, np.uint8), "labels.tif")).rename(made / "training-1.tif")
        return made

    return make


@pytest.fixture
def job(folder):
    return Job([Source("a", scene="a.tif")], [], str(folder))


def begun(folder, job, ground):
    """A training that has a checkpoint."""
    assert not place_job(folder, job, ground(0), True)
    (folder / "last.pt").write_text("")


def test_a_new_training(folder, job, ground):
    assert place_job(folder, job, ground(0), True) is False
    assert load_job(folder / "job.json") == job
    assert (folder / "ground" / "training-1.tif").is_file()


def test_the_same_goes_on(folder, job, ground):
    begun(folder, job, ground)
    more = replace(job, epochs=99, threads=1, device="cpu")
    (folder / "ground" / "image-1.vrt").write_text("kept")
    assert place_job(folder, more, ground(0), True) is True
    assert load_job(folder / "job.json") == more
    assert (folder / "last.pt").exists() and (folder / "ground" / "image-1.vrt").exists()


@pytest.mark.parametrize("resume", [True, False])
def test_another_that_has_finished_makes_room(folder, job, ground, resume):
    begun(folder, job, ground)
    for name in ("model.onnx", "log.csv", "log.jsonl", "report.html", "best.pt", "own.txt"):
        (folder / name).write_text("")
    for name in ("events", "scenes", "own"):
        (folder / name).mkdir()
    assert place_job(folder, replace(job, tile=64), ground(1), resume) is False
    left = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    assert left == ["ground", "job.json", "own", "own.txt"]


def test_what_a_full_disk_left_is_no_obstacle(folder, job, ground, monkeypatch):
    def full(self, path):
        path.write_text("{")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Job, "save", full)
        with pytest.raises(ScarpError, match=r"cannot be written \(No space left on device\); make room"):
            place_job(folder, job, ground(0), True)
    assert place_job(folder, job, ground(1), True) is False
    assert load_job(folder / "job.json") == job and (folder / "ground" / "training-1.tif").is_file()


def test_another_that_has_not_finished_stays(folder, job, ground):
    begun(folder, job, ground)
    with pytest.raises(ScarpError, match=r"has not finished: its tile is 256, here 64\. Set the same values"):
        place_job(folder, replace(job, tile=64), ground(0), True)
    with pytest.raises(ScarpError, match=r"has not finished: the ROIs are others\. Set"):
        place_job(folder, job, ground(1), True)
    assert load_job(folder / "job.json") == job and (folder / "last.pt").exists()
    assert place_job(folder, job, folder / ".made-1", False) is False
    assert not (folder / "last.pt").exists()


@pytest.mark.parametrize("resume", [True, False])
def test_a_checkpoint_of_unknown_origin_stays(folder, job, ground, resume):
    (folder / "last.pt").write_text("")
    with pytest.raises(ScarpError, match=r"holds (a checkpoint of an unknown|another) training"):
        place_job(folder, job, ground(0), resume)
    assert (folder / "last.pt").exists()


@pytest.mark.parametrize("name", ["mine", "My ground 2", "Iburi_2018", "a.b", "北海道", "v1 (east) + west"])
def test_names(name, tmp_path, monkeypatch):
    monkeypatch.setattr(training_folder, "models_folder", lambda: tmp_path)
    assert check_name(name, False) == tmp_path / f"{name}.onnx"


@pytest.mark.parametrize("name", ["", ".hidden", "-x", "a/b", "a\\b", "a:b", "..", "a.", "a*", "a\nb", "x" * 101,
                                  "auto", "NUL", "com1.x", "nothing", "a.ONNX", "Unet"])  # fmt: skip
def test_no_names(name, tmp_path, monkeypatch):
    monkeypatch.setattr(training_folder, "models_folder", lambda: tmp_path)
    with pytest.raises(ScarpError):
        check_name(name, True)


def test_a_taken_name(tmp_path, monkeypatch):
    monkeypatch.setattr(training_folder, "models_folder", lambda: tmp_path)
    (tmp_path / "mine.onnx").write_text("")
    with pytest.raises(ScarpError, match='There is a model "mine" already'):
        check_name("mine", False)
    assert check_name("mine", True) == tmp_path / "mine.onnx"


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ScarpError, match=r"training folder .*file.x cannot be made \(Not a directory\)"):
        made_folder(tmp_path / "file" / "x", "training folder")
