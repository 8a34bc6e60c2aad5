from __future__ import annotations

import dataclasses
import errno
import io
import json
import math
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from scarp.engine.contract import read_contract
from scarp.engine.folder_lock import locked
from scarp.engine.inference import Model
from scarp.engine.progress import Quiet
from scarp.models import tasks
from scarp.models import train as command
from scarp.models import training as module
from scarp.models.augmentation import normalised
from scarp.models.networks import build
from scarp.models.train import main
from scarp.models.training import Training
from scarp.tests.models.conftest import equal, learnt, state

pytestmark = [
    pytest.mark.usefixtures("one_cpu_thread", "same_handlers"),
    pytest.mark.filterwarnings("ignore"),  # PyTorch's, of its own exporter
]
COMMAND = [sys.executable, "-m", "scarp.models.train"]
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}


@pytest.fixture
def same_handlers():
    """The signal handlers of before."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


@pytest.fixture
def worker(job, tmp_path, capsys, monkeypatch):
    """Runs a job in this process: ``worker(job)`` -> exit code, events."""
    monkeypatch.setattr(module, "REPORT_SECONDS", math.inf)

    def run(given=job, *arguments):
        given.save(tmp_path / "job.json")
        capsys.readouterr()
        code = main([str(tmp_path / "job.json"), *arguments])
        return code, events(capsys.readouterr().out)

    return run


def events(text):
    """But for what is told in passing."""
    found = [json.loads(line) for line in text.splitlines()]
    return [event for event in found if event["event"] not in ("info", "warning")]


def kinds(found):
    return [event["event"] for event in found]


class Started:
    """A worker in a process of its own, that is ended with the test."""

    def __init__(self, job, path, *arguments):
        job.save(path)
        self.process = subprocess.Popen([*COMMAND, str(path), *arguments], stdin=subprocess.PIPE, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)  # fmt: skip

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

    def until(self, kind, epoch):
        """Read up to an event of an epoch."""
        for line in self.process.stdout:
            event = json.loads(line)
            if (event["event"], event.get("epoch")) == (kind, epoch):
                return event
        raise AssertionError(f"no {kind} of epoch {epoch}: {self.process.stderr.read()}")

    def rest(self):
        """Exit code, events and errors that are left."""
        out, err = self.process.stdout.read(), self.process.stderr.read()
        return self.process.wait(60), events(out), err


LONG = {"epochs": 100_000, "decay_epochs": 0}
MANY = {"examples": 200, "batch": 2}  # 100 steps an epoch, so that there is a middle


def test_a_run_prints_one_json_object_a_line(job, tmp_path):
    job = dataclasses.replace(job, model=str(tmp_path / "model.onnx"))
    with Started(job, tmp_path / "job.json") as started:
        code, found, errors = started.rest()
    assert code == 0, errors
    assert kinds(found) == ["start", "epoch", "epoch", "done"]
    assert {path.name for path in (tmp_path / "run").iterdir()} >= {
        "best.pt", "last.pt", "log.csv", "log.jsonl", "report.html"
    }  # fmt: skip
    logged = [json.loads(line) for line in (tmp_path / "run" / "log.jsonl").read_text().splitlines()]
    assert logged == found[1:3]
    assert found[-1].items() >= {"epoch": 2, "model": job.model, "report": str(tmp_path / "run/report.html")}.items()


def test_a_finished_run_has_a_model_that_extracts(job, worker, tmp_path):
    job = dataclasses.replace(job, model=str(tmp_path / "model.onnx"), resolution_m=(0.5, 3.0), version="9")
    code, found = worker(job)
    done = found[-1]
    best = next(event for event in found if event["event"] == "epoch" and event["epoch"] == done["best_epoch"])
    assert (code, done["scores"]) == (0, best["validation"])
    assert done["threshold"] == pytest.approx(min(max(best["validation"]["threshold"], 0.05), 0.95))
    assert "<html" in Path(done["report"]).read_text(encoding="utf-8")
    contract = read_contract(Path(done["model"]))
    assert (contract.classes, contract.bands) == (("landslide",), ("red", "green", "blue"))
    assert contract.mean == pytest.approx((0.485, 0.456, 0.406))
    assert (contract.resolution_m, contract.threshold, contract.version) == ((0.5, 3.0), done["threshold"], "9")
    assert contract.scores == best["sources"]
    network = build("unet", job.settings).eval()
    network.load_state_dict(state(job, "best.pt")["averaged"])
    tiles = normalised(torch.rand(2, 3, 40, 24, generator=torch.Generator().manual_seed(0)))
    model = Model(Path(done["model"]), "cpu", 1, Quiet())
    probability = model.run(tiles.numpy(), Quiet())
    model.close()
    assert probability.shape == (2, 40, 24)
    with torch.no_grad():
        wide = torch.from_numpy(np.pad(tiles.numpy(), ((0, 0), (0, 0), (0, 8), (0, 8)), "symmetric"))
        expected = torch.sigmoid(network(wide))[:, 0, :40, :24].numpy()
    assert np.abs(probability - expected).max() < 5e-3
    (again,) = (event for event in worker(job)[1] if event["event"] == "done")  # nothing left to do
    assert again == done


def test_sigterm_stops_after_the_step_and_keeps_the_finished_epochs(job, tmp_path):
    with Started(dataclasses.replace(job, **LONG), tmp_path / "job.json") as started:
        started.until("epoch", 1)
        started.process.send_signal(signal.SIGTERM)
        code, found, errors = started.rest()
    assert (code, errors) == (0, "")
    assert kinds(found)[-1] == "stopped"
    assert found[-1]["epoch"] == state(job)["epoch"] >= 1
    assert (tmp_path / "run" / "report.html").exists()


def test_it_stops_when_the_parent_says_so(job, tmp_path):
    with Started(dataclasses.replace(job, **LONG), tmp_path / "job.json", "--parent") as started:
        started.until("epoch", 1)
        started.process.stdin.write("go on\nstop\n")
        started.process.stdin.flush()
        code, found, errors = started.rest()
    assert (code, errors) == (0, "")
    assert kinds(found)[-1] == "stopped"
    assert found[-1]["epoch"] == state(job)["epoch"] >= 1


def test_it_does_not_outlive_its_parent(job, tmp_path):
    with Started(dataclasses.replace(job, **LONG), tmp_path / "job.json", "--parent") as started:
        started.until("epoch", 2)
        started.process.stdin.close()
        started.process.stdout.close()
        started.process.wait(60)
    assert state(job)["epoch"] >= 1
    assert (tmp_path / "run" / "report.html").exists()


def test_without_a_parent_from_the_start_it_does_nothing(job, worker, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    class AtOnce(threading.Thread):
        start = threading.Thread.run

    monkeypatch.setattr(command, "threading", SimpleNamespace(Thread=AtOnce))
    code, found = worker(job, "--parent")
    assert (code, found[1:]) == (0, [{"event": "stopped", "epoch": 0}])
    assert not (Path(job.folder) / "last.pt").exists()


def test_what_nobody_reads_stops_it(job, tmp_path, monkeypatch):
    class Closed(io.StringIO):
        def write(self, text):
            raise BrokenPipeError

    job.save(tmp_path / "job.json")
    monkeypatch.setattr(sys, "stdout", Closed())
    assert main([str(tmp_path / "job.json")]) == 0
    assert not (Path(job.folder) / "last.pt").exists()


def test_killed_in_an_epoch_it_goes_on_and_ends_with_the_same_weights(job, worker, tmp_path):
    job = dataclasses.replace(job, **MANY)
    whole = dataclasses.replace(job, folder=str(tmp_path / "whole"))
    assert worker(whole)[0] == 0
    with Started(job, tmp_path / "killed.json") as started:
        started.until("step", 2)
        started.process.send_signal(signal.SIGKILL)
        started.process.wait(60)
    assert state(job)["epoch"] == 1
    steps = Path(job.folder) / "steps.jsonl"
    assert {json.loads(line)["epoch"] for line in steps.read_text().splitlines()} == {2}
    code, found = worker(job)
    assert (code, found[0]["epoch"], found[-1]["event"]) == (0, 1, "done")
    assert not steps.exists()
    assert equal(learnt(job), learnt(whole))
    assert equal(learnt(job, "best.pt"), learnt(whole, "best.pt"))
    logs = [(Path(each.folder) / "log.jsonl").read_text().splitlines() for each in (job, whole)]
    assert [[json.loads(line)["epoch"] for line in log] for log in logs] == [[1, 2], [1, 2]]


def test_stopped_it_goes_on_and_ends_with_the_same_weights(job, worker, tmp_path, monkeypatch):
    whole = dataclasses.replace(job, folder=str(tmp_path / "whole"))
    worker(whole)
    asked, run = [], command._run

    class StopsInTheSecondEpoch(list):
        def __bool__(self):
            asked.append(0)
            return len(asked) == 4

    monkeypatch.setattr(command, "_run", lambda job, report, stopped: run(job, report, StopsInTheSecondEpoch()))
    code, found = worker(job)
    assert (code, kinds(found)) == (0, ["start", "epoch", "stopped"])
    monkeypatch.setattr(command, "_run", run)
    code, found = worker(dataclasses.replace(job, model=str(tmp_path / "model.onnx")))
    assert (code, kinds(found)) == (0, ["start", "epoch", "done"])
    assert equal(learnt(job), learnt(whole))


def test_a_changed_job_is_refused_and_the_change_named(job, worker):
    worker(dataclasses.replace(job, epochs=1))
    before = learnt(job)
    code, found = worker(dataclasses.replace(job, learning_rate=0.5))
    assert code == 2
    assert kinds(found) == ["error"]
    assert "(its learning_rate is 0.002, here 0.5); choose another folder" in found[0]["message"]
    assert equal(before, learnt(job))
    assert worker(dataclasses.replace(job, epochs=3))[0] == 0  # more epochs are the same training


def test_a_loss_that_is_no_number_ends_it_with_a_sentence(job, worker, monkeypatch):
    worker(dataclasses.replace(job, epochs=1))
    before = learnt(job)
    monkeypatch.setattr(tasks, "segmentation_loss", lambda logits, *_: logits.sum() * math.nan)
    code, found = worker(job)
    assert (code, kinds(found)) == (2, ["start", "error"])
    assert found[-1]["message"] == "The loss became nan in epoch 2; lower the learning rate."
    assert equal(before, learnt(job))


def test_a_learning_rate_far_too_high_is_that_sentence_too(job, worker):
    job = dataclasses.replace(job, settings={"width": 2}, learning_rate=1e30, warm_up=0, examples=40, epochs=1)
    code, found = worker(job)
    assert (code, kinds(found)[-1]) == (2, "error")
    assert found[-1]["message"].endswith("in epoch 1; lower the learning rate.")
    assert not (Path(job.folder) / "last.pt").exists()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (MemoryError(), "no more"),
        (MemoryError("Unable to allocate 9 GiB"), "Unable to allocate 9 GiB"),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB."), "CUDA out of memory. Tried to "),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes.\nat 3"),
         "not enough memory: you tried to allocate 9 bytes."),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9"), "can't allocate memory"),
    ],
    ids=["python", "numpy", "cuda", "windows", "linux"],
)  # fmt: skip
def test_too_little_memory_is_a_sentence(job, worker, monkeypatch, error, said):
    def fails(*_):
        raise error

    monkeypatch.setattr(Training, "_step", fails)
    code, found = worker(job)
    assert (code, kinds(found)) == (2, ["start", "error"])
    message = found[-1]["message"]
    assert message.startswith("There is not enough memory for this training (")
    assert said in message
    assert message.endswith("Choose a smaller patch or batch, or a narrower network.")
    assert "\n" not in message


def test_any_other_failure_is_no_sentence(job, worker, monkeypatch):
    def fails(*_):
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    monkeypatch.setattr(Training, "_step", fails)
    with pytest.raises(RuntimeError, match="mat1"):
        worker(job)


@pytest.mark.parametrize("at", [(torch, "save"), (Path, "replace")], ids=["saved", "replaced"])
def test_a_full_disk_is_a_sentence_and_keeps_the_old_checkpoint(job, worker, monkeypatch, at):
    job = dataclasses.replace(job, validation=[])
    worker(dataclasses.replace(job, epochs=1))
    before, whole = learnt(job), getattr(*at)

    def full(*given):
        if any(".pt" in str(each) for each in given if isinstance(each, Path)):
            raise OSError(errno.ENOSPC, "No space left on device")
        return whole(*given)

    with monkeypatch.context() as patch:
        patch.setattr(*at, full)
        code, found = worker(job)
    assert (code, kinds(found)) == (2, ["start", "error"])
    assert "The training cannot write " in found[-1]["message"]
    assert "No space left on device); make room or choose another folder." in found[-1]["message"]
    assert equal(before, learnt(job))
    assert not list(Path(job.folder).glob("*.part"))
    assert kinds(worker(job)[1]) == ["start", "epoch", "done"]  # once there is room


def test_a_model_that_cannot_be_written_can_be_when_it_goes_on(job, worker, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, found = worker(dataclasses.replace(job, model=str(tmp_path / "file" / "model.onnx")))
    assert (code, kinds(found)) == (2, ["start", "epoch", "epoch", "error"])
    assert "model.onnx cannot be written" in found[-1]["message"]
    code, found = worker(dataclasses.replace(job, model=str(tmp_path / "model.onnx")))
    assert (code, kinds(found)) == (0, ["start", "done"])
    assert (tmp_path / "model.onnx").exists()


def test_fine_tuning_to_more_classes_and_bands(job, worker, raster, tmp_path):
    start = dataclasses.replace(job, epochs=1, model=str(tmp_path / "start.onnx"))
    worker(start)
    labels = np.random.default_rng(0).integers(0, 3, (1, 32, 32), dtype=np.uint8)
    image = (50 + 60 * labels + np.arange(4)[:, None, None]).astype(np.uint8)
    source = dataclasses.replace(job.training[0], name="sky", images="", masks="", scene=raster(image),
                                 labels=raster(labels, "labels.tif"), scene_bands=[1, 2, 3, 4])  # fmt: skip
    finer = dataclasses.replace(
        job, training=[source], validation=[source], weights=start.model, classes=("landslide", "cloud"), epochs=1,
        bands=("red", "green", "blue", "nir"), folder=str(tmp_path / "finer"), model=str(tmp_path / "finer.onnx"),
        learning_rate=0.0, weight_decay=0.0, average=0.0, frozen_norm=True,
    )  # fmt: skip
    code, found = worker(finer)
    assert (code, kinds(found), found[0]["random"]) == (0, ["start", "epoch", "done"], 2)
    whole = build(finer.network, finer.settings, 4, 2).state_dict()
    assert found[0]["loaded"] == sum(not name.endswith("num_batches_tracked") for name in whole) - 2
    old, new = state(start, "best.pt")["averaged"], state(finer)["network"]
    assert torch.equal(new["output.weight"][0], old["output.weight"][0])
    assert not torch.equal(new["output.weight"][1], old["output.weight"][0])
    first = "encoder.0.0.weight"
    assert torch.allclose(new[first][:, :3], old[first], atol=1e-3)
    assert torch.allclose(new[first][:, 3], new[first][:, :3].mean(1), atol=1e-6)
    for name in ("running_mean", "running_var"):
        assert torch.equal(new[f"encoder.0.1.{name}"], old[f"encoder.0.1.{name}"])
    contract = read_contract(tmp_path / "finer.onnx")
    assert (contract.classes, contract.bands) == (finer.classes, finer.bands)
    assert contract.training["start"] == "start"


def test_what_is_read_and_what_is_lacking_is_told(job, raster, tmp_path, capsys):
    labels = np.zeros((1, 20, 20), np.uint8)
    labels[0, 5:9, 5:9] = 1
    source = dataclasses.replace(job.training[0], images="", masks="", scene=raster(np.full((3, 20, 20), 90, np.uint8)),
                                 labels=raster(labels, "labels.tif"))  # fmt: skip
    dataclasses.replace(job, training=[source], validation=[source], epochs=1).save(tmp_path / "job.json")
    assert main([str(tmp_path / "job.json")]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told.count({"event": "info", "message": "Ground resolution: 1 m, the scene's own."}) == 1
    assert not (Path(job.folder) / "scenes").exists()


def test_a_folder_in_which_another_trains_is_refused(job, worker):
    with locked(Path(job.folder)):
        code, found = worker(job)
    assert (code, kinds(found)) == (2, ["error"])
    assert found[0]["message"].startswith(f"Another training is running in {job.folder} (process {os.getpid()}); ")
    assert worker(job)[0] == 0
    assert not (Path(job.folder) / "training.lock").exists()


def test_of_several_processes_the_first_is_listened_to(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("RANK", "1")
    assert main([str(tmp_path / "none.json")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "give a JSON file." in told.err


def test_a_bad_job_is_an_error_and_a_sentence(tmp_path, capsys):
    path = tmp_path / "job.json"
    for content, message in (
        (None, "cannot be read (["),
        ('{"trainig": []}', "The job job.json has the unknown entry 'trainig'; correct or remove it."),
        (json.dumps({"training": [], "validation": [], "folder": str(tmp_path / "run")}), "no training sample"),
    ):
        if content is not None:
            path.write_text(content, encoding="utf-8")
        assert main([str(path)]) == 2
        (event,) = events(capsys.readouterr().out)
        assert event["event"] == "error"
        assert message in event["message"]


def test_a_bad_job_ends_the_process_with_2(tmp_path):
    done = subprocess.run([*COMMAND, str(tmp_path / "none.json")], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert events(done.stdout)[0]["message"].endswith("give a JSON file.")
