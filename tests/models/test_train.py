from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from osgeo import gdal, gdal_array
from scarp.models.job import Job, Source
from scarp.models.train import main

COMMAND = [sys.executable, "-m", "scarp.models.train"]
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}


@pytest.fixture
def job(tmp_path):
    random = np.random.default_rng(0)
    for kind, pixels in (
        ("images", random.integers(0, 256, (3, 32, 32), dtype=np.uint8)),
        ("masks", random.integers(0, 2, (1, 32, 32), dtype=np.uint8)),
    ):
        (tmp_path / kind).mkdir()
        gdal.GetDriverByName("PNG").CreateCopy(str(tmp_path / kind / "a.png"), gdal_array.OpenArray(pixels))
    source = Source("hills", str(tmp_path / "images"), str(tmp_path / "masks"), resolution_m=1.0)
    return Job([source], [source], str(tmp_path / "run"), network="unet", settings={"width": 2}, epochs=2,
               examples=40, batch=2, tile=16, threads=1)  # fmt: skip


@pytest.fixture
def no_handlers():
    """The signal handlers of before."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_a_run_prints_one_json_object_a_line(job, tmp_path):
    job.save(tmp_path / "job.json")
    done = subprocess.run(
        [*COMMAND, str(tmp_path / "job.json")], capture_output=True, text=True, env=ENVIRONMENT, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert [event["event"] for event in lines(done.stdout)] == ["start", "step", "epoch", "step", "epoch", "done"]
    assert (tmp_path / "run" / "best.pt").exists()


def test_sigterm_stops_after_the_step_and_keeps_the_finished_epochs(job, tmp_path):
    Job(**{**vars(job), "epochs": 100_000}).save(tmp_path / "job.json")
    with subprocess.Popen(
        [*COMMAND, str(tmp_path / "job.json")], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as process:
        try:
            for line in process.stdout:
                if json.loads(line)["event"] == "epoch":
                    process.send_signal(signal.SIGTERM)
                    break
            assert process.wait(30) == 0
        finally:
            process.kill()
        rest = lines(process.stdout.read())
    assert "done" not in [event["event"] for event in rest]
    assert (tmp_path / "run" / "last.pt").exists()


def test_a_bad_job_is_an_error_and_a_sentence(job, tmp_path, capsys, no_handlers):
    path = tmp_path / "job.json"
    for content, message in (
        (None, "cannot be read (["),
        ('{"trainig": []}', "The job job.json has the unknown entry 'trainig'; correct or remove it."),
        (json.dumps({"training": [], "validation": [], "folder": str(tmp_path / "run")}), "no training sample"),
    ):
        if content is not None:
            path.write_text(content, encoding="utf-8")
        assert main([str(path)]) == 2
        (event,) = lines(capsys.readouterr().out)
        assert event["event"] == "error"
        assert message in event["message"]


def test_a_bad_job_ends_the_process_with_2(tmp_path):
    done = subprocess.run([*COMMAND, str(tmp_path / "none.json")], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert lines(done.stdout)[0]["message"].endswith("give a JSON file.")
