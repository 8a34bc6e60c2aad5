from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from scarp.models import training as module
from scarp.models.distributed import Processes
from scarp.models.job import Job
from scarp.models.training import Training
from scarp.tests.models.conftest import state
from torch import distributed, nn

PROCESSES = 2
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--nproc_per_node", str(PROCESSES), "--rdzv-backend", "c10d",
            "--rdzv-endpoint", "127.0.0.1:0", "--master_addr", "127.0.0.1", "-m", "scarp.models.train"]  # fmt: skip


@pytest.fixture
def alone(monkeypatch):
    for name in ("RANK", "LOCAL_RANK", "WORLD_SIZE"):
        monkeypatch.delenv(name, raising=False)


def test_one_process_is_the_first_and_talks_to_nobody(alone):
    processes = Processes("cpu")
    assert (processes.rank, processes.count, processes.is_first) == (0, 1, True)
    assert processes.device == torch.device("cpu")
    network, total, counts = nn.Conv2d(1, 1, 1), torch.tensor(2.0, requires_grad=True), torch.tensor([1.0, 2.0])
    with processes.joined():
        assert not distributed.is_initialized()
        assert processes.shared(network) is network
        assert processes.sum_of_losses(total) is total
        assert processes.sum_of(counts) is counts
        assert processes.any_of(True)
        assert not processes.any_of(False)


def test_one_of_several_is_told_by_torchrun(monkeypatch):
    monkeypatch.setenv("RANK", "3")
    monkeypatch.setenv("WORLD_SIZE", "4")
    processes = Processes("cpu")
    assert (processes.rank, processes.count, processes.is_first) == (3, 4, False)


@pytest.mark.parametrize(("device", "there", "expected"), [("auto", False, "cpu"), ("cpu", True, "cpu")])
def test_the_cpu_is_taken_where_it_is_asked_for_or_all_there_is(alone, monkeypatch, device, there, expected):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: there)
    assert Processes(device).device == torch.device(expected)


def test_each_process_has_a_gpu_of_its_own(alone, monkeypatch):
    chosen = []
    monkeypatch.setenv("LOCAL_RANK", "1")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "set_device", chosen.append)
    assert Processes("auto").device == torch.device("cuda", 1)
    assert chosen == [torch.device("cuda", 1)]


@pytest.fixture
def group(tmp_path, monkeypatch):
    """A group of one process that believes to be one of two, so that each sum is what it gives."""
    monkeypatch.setenv("RANK", "0")
    monkeypatch.setenv("WORLD_SIZE", "2")
    distributed.init_process_group("gloo", init_method=f"file://{tmp_path / 'meeting'}", rank=0, world_size=1)
    yield Processes("cpu")
    distributed.destroy_process_group()


def test_gradients_flow_through_the_sum_of_losses(group, monkeypatch):
    reduce = distributed.all_reduce

    def of_two(tensor):
        reduce(tensor)
        tensor *= 2  # as if the other process gave the same

    monkeypatch.setattr(distributed, "all_reduce", of_two)
    part = torch.tensor(3.0, requires_grad=True)
    total = group.sum_of_losses(part)
    assert total.item() == 6.0
    (total**2).backward()
    assert part.grad.item() == 2 * 2 * 6.0  # both differentiate the whole; the mean of both is taken later
    assert part.item() == 3.0


def test_counts_and_flags_are_added(group):
    counts = torch.tensor([1.0, 2.0], dtype=torch.float64)
    assert group.sum_of(counts).tolist() == [1.0, 2.0]
    assert group.any_of(True)
    assert not group.any_of(False)
    assert isinstance(group.shared(nn.Conv2d(1, 1, 1)), nn.parallel.DistributedDataParallel)


def test_a_batch_smaller_than_the_processes_is_refused(job, monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "8")
    with pytest.raises(module.ScarpError, match=r"^A batch of 4 cannot be shared by 8 processes; make it 8\.$"):
        Training(job, lambda event: None)


def test_the_first_process_alone_reports_and_writes(job, monkeypatch):
    monkeypatch.setenv("RANK", "1")
    events = []
    assert Training(dataclasses.replace(job, epochs=1), events.append).run()
    assert events == []
    assert list(Path(job.folder).iterdir()) == []


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def test_two_processes_learn_what_one_does(job: Job, tmp_path, capfd, one_cpu_thread, monkeypatch):
    """Each has half of every batch, of two and of one example where it does not halve."""
    job = dataclasses.replace(
        job, settings={"width": 4}, optimizer="sgd", momentum=0.9, learning_rate=0.02, batch=3, examples=9, tile=16,
        boundary_weight=5.0, blur_px=3.0, dice=1.0, class_weight=0.7, loss_weight=0.6, model="",
    )  # fmt: skip
    two = dataclasses.replace(job, folder=str(tmp_path / "two"))
    two.save(tmp_path / "two.json")
    done = subprocess.run([*TORCHRUN, str(tmp_path / "two.json")], capture_output=True, text=True, timeout=300,
                          env={**os.environ, "OMP_NUM_THREADS": "1"})  # fmt: skip
    assert done.returncode == 0, done.stderr
    norms, clip = [], nn.utils.clip_grad_norm_
    monkeypatch.setattr(nn.utils, "clip_grad_norm_", lambda *given: norms.append(clip(*given).item()))
    events = []
    assert Training(job, events.append).run()
    assert min(norms) < 1.0  # so that the length of gradients counts
    told = lines(done.stdout)  # by one of the two
    assert [event["event"] for event in told if event["event"] not in ("info", "warning")] == [
        "start", "epoch", "epoch", "done"
    ]  # fmt: skip
    assert (told[0]["processes"], events[0]["processes"]) == (2, 1)
    mine, theirs = ([event for event in each if event["event"] == "epoch"] for each in (events, told))
    for one, other in zip(mine, theirs):
        for part in ("training", "validation"):
            assert one[part].keys() == other[part].keys()
            for name, value in one[part].items():
                assert other[part][name] == pytest.approx(value, rel=1e-3, abs=2e-5), (part, name)
    for kind in ("network", "averaged"):
        for name, value in state(job)[kind].items():
            assert torch.allclose(state(two)[kind][name], value, rtol=1e-4, atol=1e-6), name
    assert {path.name for path in Path(two.folder).iterdir()} >= {"last.pt", "best.pt", "log.jsonl", "report.html"}
    assert len((Path(two.folder) / "log.jsonl").read_text().splitlines()) == 2
