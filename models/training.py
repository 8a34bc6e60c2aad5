"""The training loop: examples, steps, averaged weights, validation after each epoch, checkpoints, resume."""

from __future__ import annotations

import copy
import math
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ..engine.errors import ScarpError
from ..engine.progress import Part, Progress
from ..engine.scores import PixelCounts
from .checkpoints import State, not_written, read_checkpoint, write_checkpoint
from .distributed import Processes
from .examples import Batch, Examples
from .job import BEST, CHECKPOINT, OPTIMIZERS, PRECISIONS, SELECTIONS, TRAINING_DEVICES, Job, Source
from .networks import build, load_weights
from .sample import Sample
from .samples import samples
from .tasks import Learnt, task_for
from .validation import Scores, as_tensor, by_name, chosen_tiles, from_tensor, rounded

Report = Callable[[dict[str, Any]], None]
Pools = list[tuple[Source, list[Sample]]]
"""Sources with their samples."""
SCENES = "scenes"
"""Folder in the job's folder for the pixels of scenes."""
LOST = (", as all are nodata or too small for its ground resolution; give larger ones, or work at a finer ground "
        "resolution")  # fmt: skip
REPORT_STEPS = 20
REPORT_SECONDS = 1.0


def learning_rate(step: int, steps: int, decay_steps: int, warm_up: int = 200) -> float:
    """Share of the full learning rate: a linear rise, a plateau, a linear fall to nothing."""
    return min(1.0, (step + 1) / max(1, warm_up), max(0.0, (steps - step) / max(1, decay_steps)))


def _groups(network: nn.Module, job: Job) -> list[dict[str, Any]]:
    """Parameters by learning rate, and norms and biases without weight decay."""
    groups: list[dict[str, Any]] = []
    for encoder in (True, False):
        for flat in (True, False):
            chosen = [p for name, p in network.named_parameters()
                      if name.startswith("encoder.") == encoder and (p.ndim < 2) == flat]
            rate = job.learning_rate * (job.encoder_rate if encoder else 1.0)
            decay = 0.0 if flat else job.weight_decay
            groups.append({"params": chosen, "lr": rate, "full": rate, "weight_decay": decay})
    return groups


def _optimizer(network: nn.Module, job: Job) -> torch.optim.Optimizer:
    if job.optimizer == "sgd":
        return torch.optim.SGD(_groups(network, job), job.learning_rate, momentum=job.momentum)
    return torch.optim.AdamW(_groups(network, job))


def precision_of(job: Job, device: torch.device) -> torch.dtype:
    """What the network computes in."""
    if job.precision == "auto":
        if device.type == "cuda":  # older cards compute in it by detours
            fast = torch.cuda.get_device_capability(device) >= (8, 0)
        else:
            fast = torch.cpu._is_avx512_bf16_supported()
        return torch.bfloat16 if fast else torch.float32
    return torch.float32 if job.precision == "float32" else torch.bfloat16


def _check(job: Job, processes: int) -> None:
    """See that the numbers make a run.

    Raises:
        ScarpError: if not.
    """
    if not 0 < job.batch <= job.examples:
        raise ScarpError(f"{job.examples} examples an epoch make no batch of {job.batch}; draw more examples.")
    if job.batch < processes:
        raise ScarpError(f"A batch of {job.batch} cannot be shared by {processes} processes; make it {processes}.")
    if job.tile < 1:
        raise ScarpError(f"The tile is {job.tile} pixels; give one of 16 or more.")
    for name, value, known in (("optimizer", job.optimizer, OPTIMIZERS), ("selection", job.select, SELECTIONS),
                               ("precision", job.precision, PRECISIONS), ("device", job.device, TRAINING_DEVICES)):
        if value not in known:
            raise ScarpError(f"The {name} is {value!r}; choose one of {', '.join(known)}.")
    for name in ("class_weight", "loss_weight"):
        if not 0.0 < getattr(job, name) < 1.0:
            raise ScarpError(f"The {name.replace('_', ' ')} is {getattr(job, name):g}; give a share between 0 and 1.")
    if not 0 < job.scale[0] <= job.scale[1]:
        raise ScarpError(f"The random scale is {job.scale[0]:g} to {job.scale[1]:g}; give positive numbers in order.")
    if not 0 <= job.momentum < 1:
        raise ScarpError(f"The momentum is {job.momentum:g}; give one from 0 to below 1.")


class _About(Part):
    """A progress that says which source it is told of."""

    def __init__(self, whole: Progress, name: str) -> None:
        super().__init__(whole, 0.0, 0.0)
        self._name = name

    def pushInfo(self, info: str) -> None:
        """Hand on."""
        super().pushInfo(f"{self._name}: {info}")

    def pushWarning(self, warning: str) -> None:
        """Hand on."""
        super().pushWarning(f"{self._name}: {warning}")


class Training:
    """One run of a job.

    Args:
        job: what to do.
        report: receives a dictionary for each event: "start", "step", "epoch", "trained", "stopped".
        cancelled: asked before each step.
        processes: of the training.
        progress: is told how scenes are read.

    Attributes:
        missing: names of the tensors that started at random though start weights were given.
        epoch: epochs done.
        best_epoch: from 1; 0 before the first.
        training, validation: sources with their samples, once it runs.

    Raises:
        ScarpError: if the job's numbers make no run, its folder cannot be written to, or the start weights or the
            checkpoint in the folder are not of this network.
    """

    def __init__(
        self, job: Job, report: Report, cancelled: Callable[[], bool] = lambda: False,
        processes: Processes | None = None, progress: Progress | None = None,
    ) -> None:  # fmt: skip
        self.job, self.report, self.cancelled, self._progress = job, report, cancelled, progress
        self.processes = processes or Processes(job.device)
        _check(job, self.processes.count)
        if job.threads:
            torch.set_num_threads(job.threads)
        torch.manual_seed(job.seed)
        self.device = self.processes.device
        self.dtype = precision_of(job, self.device)
        network = build(job.network, job.settings, len(job.bands), len(job.classes))
        self.tile = math.ceil(job.tile / network.stride) * network.stride
        self.missing = load_weights(network, Path(job.weights), job.bands, job.classes) if job.weights else []
        self.network = network.to(self.device).to(memory_format=torch.channels_last)
        self.averaged = copy.deepcopy(self.network).requires_grad_(False).eval()
        self.optimizer = _optimizer(self.network, job)
        self.task = task_for(network, job, self.processes, self.dtype)
        self.epoch, self.best, self.best_epoch, self.seconds = 0, -math.inf, 0, 0.0
        self.training: Pools = []
        self.validation: Pools = []
        self._read_sources = 0
        self.folder = Path(job.folder)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(self.folder, error) from error
        self._resume()

    def _resume(self) -> None:
        path = self.folder / CHECKPOINT
        state = read_checkpoint(path, self.job)
        if state is None:
            return
        try:
            self.network.load_state_dict(state.network)
            self.averaged.load_state_dict(state.averaged)
            self.optimizer.load_state_dict(state.optimizer)
        except (RuntimeError, KeyError, ValueError, TypeError, AttributeError) as error:
            raise ScarpError(f"The checkpoint {path} is damaged ({error}); remove it to start afresh.") from error
        self.epoch, self.best, self.best_epoch = state.epoch, state.best, state.best_epoch
        self.seconds = state.seconds

    def _save(self, name: str) -> None:
        if self.processes.is_first:
            optimizer = self.optimizer.state_dict() if name == CHECKPOINT else {}
            state = State(self.network.state_dict(), self.averaged.state_dict(), optimizer,
                          self.epoch, self.best, self.best_epoch, self.seconds)  # fmt: skip
            write_checkpoint(self.folder / name, state, self.job)

    def pools(self, sources: Sequence[Source]) -> Pools:
        """The samples of sources.

        Raises:
            ScarpError: if one cannot be read.
        """
        pools: Pools = []
        classes, images = len(self.job.classes), {source.scene for source in (*self.job.training, *self.job.validation)}
        for source in sources:
            # A folder of its own each time: what is mapped into memory cannot be replaced on Windows.
            self._read_sources += 1
            folder = self.folder / SCENES / f"{self.processes.rank}_{self._read_sources}"
            progress = self._progress
            if progress is not None and len(images) > 1:
                progress = _About(progress, source.name)
            found = samples(source, self.job.bands, classes, folder, progress, self.task.need_targets)
            pools.append((source, list(found)))
        return pools

    def forget_scenes(self) -> None:
        """Remove what this process keeps of the pixels of scenes; they are as large as the scenes."""
        self.training, self.validation = [], []
        for folder in (self.folder / SCENES).glob(f"{self.processes.rank}_*"):
            shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # of other processes
            (self.folder / SCENES).rmdir()

    def run(self) -> bool:
        """Train to the last epoch, or until cancelled; what was done is in the checkpoint.

        Returns:
            Whether the last epoch was reached.

        Raises:
            ScarpError: if a source cannot be read or the loss is no longer a number.
        """
        job = self.job
        self.forget_scenes()  # of a run that was killed
        self.training, self.validation = self.pools(job.training), self.pools(job.validation)
        examples = Examples(self.training, job, self.tile, self.task.need_distances, self.task.need_targets)
        if not any(sample.has_landslide for _, pool in self.training for sample in pool):
            raise ScarpError(f"What is trained on has no landslide{LOST}.")
        for source, pool in self.validation:
            if not any(sample.has_landslide for sample in pool):
                raise ScarpError(f"The validation source {source.name} has no landslide to score against{LOST}.")
        shared = self.processes.shared(self.network)
        precision = str(self.dtype).partition(".")[2]
        self._say({"event": "start", "epoch": self.epoch, "epochs": job.epochs, "device": self.device.type,
                   "threads": torch.get_num_threads(), "precision": precision, "random": len(self.missing),
                   "processes": self.processes.count, "examples": job.examples // job.batch * job.batch,
                   "loaded": self._loaded(),
                   "parameters": sum(p.numel() for p in self.network.parameters())})  # fmt: skip
        while self.epoch < job.epochs:
            start = time.monotonic()
            trained = self._train_epoch(shared, examples)
            if trained is None:
                self._say({"event": "stopped", "epoch": self.epoch})
                return False
            self.epoch += 1
            rate = self.optimizer.param_groups[-1]["lr"]
            scores = self._validate()
            self.seconds += time.monotonic() - start
            self._finish_epoch(trained, scores, rate)
        self._say({"event": "trained", "epoch": self.epoch, "best_epoch": self.best_epoch,
                   "best": round(self.best, 4)})  # fmt: skip
        return True

    def _loaded(self) -> int:
        """Tensors of the network that are those of the start weights."""
        tensors = sum(not name.endswith("num_batches_tracked") for name in self.network.state_dict())
        return tensors - len(self.missing) if self.job.weights else 0

    def _say(self, event: dict[str, Any]) -> None:
        if self.processes.is_first:
            self.report(event)

    def _finish_epoch(self, trained: dict[str, Any], scores: dict[str, Scores], rate: float) -> None:
        """Compare with the best epoch, write checkpoints, report."""
        score = float(self.epoch)  # without validation the last epoch is the best there is
        entry: dict[str, Any] = {"event": "epoch", "epoch": self.epoch, "epochs": self.job.epochs, "training": trained}
        if scores:
            by_source = {name: each.summary() for name, each in scores.items()}
            entry |= {"validation": sum(scores.values(), Scores()).summary(), "sources": by_source}
            f1 = float(np.mean([each.get("best_f1") or 0.0 for each in by_source.values()]))
            loss = float(np.mean([each.loss for each in scores.values()]))
            score = f1 if self.job.select == "f1" else -loss
        improved = score >= self.best
        if improved:
            self.best, self.best_epoch = score, self.epoch
            self._save(BEST)
        left = self.seconds / self.epoch * (self.job.epochs - self.epoch)
        # In this order: what ends in between does the epoch again, and none is missing in the log.
        self._say({**entry, "best": improved, "seconds": round(self.seconds, 1), "left_s": round(left, 1),
                   "learning_rate": rate})  # fmt: skip
        self._save(CHECKPOINT)

    def _train_epoch(self, network: nn.Module, examples: Examples) -> dict[str, float | None] | None:
        """Loss and scores of the epoch's examples, or nothing if cancelled."""
        job = self.job
        per_epoch = job.examples // job.batch
        begun = said = time.monotonic()
        # An epoch that is resumed or done again drops the same blocks and features.
        torch.manual_seed(int(np.random.SeedSequence((job.seed, self.epoch)).generate_state(1)[0]))
        self.network.train()
        if job.frozen_norm:
            for name, module in self.network.named_modules():
                # A norm that the start weights do not have has no statistics to keep.
                is_known = f"{name}.running_mean" not in self.missing
                if isinstance(module, nn.modules.batchnorm._BatchNorm) and is_known:
                    module.eval()
        through = self.epoch / max(1, job.epochs - 1)
        bias = job.feature_bias + (job.feature_bias_end - job.feature_bias) * min(1.0, through)
        losses, parts = [], dict[str, list[float]]()
        counts: Tensor | None = None
        batches = examples.epoch(self.epoch, bias, self.processes.rank, self.processes.count)
        for step, batch in enumerate(batches):
            if self.processes.any_of(self.cancelled()):
                return None
            learnt = self._step(network, batch, self.epoch * per_epoch + step, job.epochs * per_epoch)
            loss = learnt.of_batch
            losses.append(loss)
            for name, part in learnt.parts.items():
                parts.setdefault(name, []).append(part.item())
            if learnt.counts is not None:
                counts = learnt.counts if counts is None else counts + learnt.counts
            if not np.isfinite(loss):
                raise ScarpError(f"The loss became {loss} in epoch {self.epoch + 1}; lower the learning rate.")
            now = time.monotonic()
            if step % REPORT_STEPS == REPORT_STEPS - 1 or now - said > REPORT_SECONDS:
                said = now
                left = (now - begun) / (step + 1) * (per_epoch * (job.epochs - self.epoch) - step - 1)
                self._say({"event": "step", "epoch": self.epoch + 1, "step": step + 1, "steps": per_epoch,
                           "loss": round(float(np.mean(losses[-REPORT_STEPS:])), 5), "left_s": round(left, 1)})
        means = {name: float(np.mean(each)) for name, each in {"loss": losses, **parts}.items()}
        if counts is None:
            return rounded(means)
        tp, fp, fn, tn = (int(count) for count in self.processes.sum_of(counts).tolist())
        return rounded({**means, **by_name(PixelCounts(tp, fp, fn, tn))})

    def _step(self, network: nn.Module, batch: Batch, done: int, steps: int) -> Learnt:
        """Learn from a batch."""
        job = self.job
        rate = learning_rate(done, steps, job.decay_epochs * (job.examples // job.batch), job.warm_up)
        for group in self.optimizer.param_groups:
            group["lr"] = group["full"] * rate
        learnt = self.task.learn(network, batch, done / max(1, steps))
        self.optimizer.zero_grad(set_to_none=True)
        learnt.loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self._average(done)
        return learnt

    @torch.no_grad()
    def _average(self, step: int) -> None:
        # Follows fast at first, so that a random start is soon forgotten. A trained start is kept in the average: what
        # lies between old and new weights is right on more ground than the new ones alone (Wortsman et al. 2022,
        # Robust fine-tuning of zero-shot models).
        is_trained = self.job.weights and not self.missing
        keep = self.job.average if is_trained else min(self.job.average, (1 + step) / (10 + step))
        for mine, theirs in zip(self.averaged.state_dict().values(), self.network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1.0 - keep)
            else:
                mine.copy_(theirs)

    def _validate(self) -> dict[str, Scores]:
        """Scores of each validation source."""
        scores = {}
        for source, pool in self.validation:
            tiles = chosen_tiles(pool, source.validation_m, self.job.validation_tiles)
            mine = tiles[self.processes.rank :: self.processes.count]
            found = self.task.validate(self.averaged, mine, source)
            scores[source.name] = from_tensor(self.processes.sum_of(as_tensor(found)))
        return scores
