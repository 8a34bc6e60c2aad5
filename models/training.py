"""The training loop: examples, steps, averaged weights, validation after each epoch, checkpoints, resume."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ..engine.errors import ScarpError
from .augmentation import example
from .job import Job, Source
from .losses import cross_entropy_and_dice
from .networks import build, load_weights, read_torch
from .samples import Sample, samples
from .validation import normalised, validate

Report = Callable[[dict[str, Any]], None]
CHECKPOINT, BEST = "last.pt", "best.pt"


class Examples:
    """Draws training examples: a source by its weight, a sample of it, a resolution, an augmentation."""

    def __init__(self, sources: list[tuple[Source, list[Sample]]], tile: int) -> None:
        for source, _ in sources:
            low, high = source.resolutions_m
            if source.weight < 0 or not 0 < low <= high:
                raise ScarpError(f"The source {source.name} has the weight {source.weight:g} and the resolutions "
                                 f"{low:g} to {high:g} m; give a weight of 0 or more, and positive metres, the "
                                 "smaller first.")
        self._sources, self._tile = [(source, pool) for source, pool in sources if source.weight > 0 and pool], tile
        if not self._sources:
            raise ScarpError("The job has no training sample; add a source with a weight above 0.")
        weights = np.array([source.weight for source, _ in self._sources], float)
        self._chances = weights / weights.sum()

    def batch(self, seed: tuple[int, ...], size: int) -> tuple[Tensor, Tensor]:
        """A batch that depends on ``seed`` alone: shapes (size, bands, tile, tile) and (size, tile, tile)."""
        rng = np.random.default_rng(seed)
        pairs = []
        for _ in range(size):
            source, pool = self._sources[rng.choice(len(self._sources), p=self._chances)]
            low, high = source.resolutions_m
            resolution = float(low * (high / low) ** rng.random())
            pairs.append(example(pool[rng.integers(len(pool))], resolution, self._tile, rng))
        images, masks = zip(*pairs)
        return normalised(torch.stack(images)), torch.stack(masks)


def learning_rate(step: int, steps: int, decay_steps: int, warm_up: int = 200) -> float:
    """Share of the full learning rate: a linear rise, a plateau, a linear fall to nothing."""
    return min(1.0, (step + 1) / warm_up, max(0.0, (steps - step) / max(1, decay_steps)))


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


def _not_written(path: Path, error: Exception) -> ScarpError:
    return ScarpError(f"The training cannot write {path} ({error}); make room or choose another folder.")


class Training:
    """One run of a job.

    Args:
        job: what to do.
        report: receives a dictionary for each event: "start", "step", "epoch", "done".
        cancelled: asked before each step.

    Raises:
        ScarpError: if the job's numbers make no run, its folder cannot be written to, or the start weights or the
            checkpoint in the folder are not of this network.
    """

    def __init__(self, job: Job, report: Report, cancelled: Callable[[], bool] = lambda: False) -> None:
        self.job, self.report, self.cancelled = job, report, cancelled
        if job.threads:
            torch.set_num_threads(job.threads)
        torch.manual_seed(job.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        network = build(job.network, job.settings)
        if not 0 < job.batch <= job.examples:
            raise ScarpError(f"{job.examples} examples an epoch make no batch of {job.batch}; draw more examples.")
        if job.tile < 1 or job.tile % network.stride:
            raise ScarpError(f"The tile of {job.tile} pixels does not divide by {network.stride}, as this network "
                             "needs; choose a multiple.")
        self.missing = load_weights(network, Path(job.weights)) if job.weights else []
        self.network = network.to(self.device).to(memory_format=torch.channels_last)
        self.averaged = copy.deepcopy(self.network).requires_grad_(False).eval()
        self.optimizer = torch.optim.AdamW(_groups(self.network, job))
        self.epoch, self.best, self.seconds = 0, -1.0, 0.0
        self.folder = Path(job.folder)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_written(self.folder, error) from error
        self._resume()

    def _resume(self) -> None:
        path = self.folder / CHECKPOINT
        if not path.exists():
            return
        state = read_torch(path)
        try:
            self.network.load_state_dict(state["network"])
            self.averaged.load_state_dict(state["averaged"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.epoch, self.best, self.seconds = state["epoch"], state["best"], state["seconds"]
        except (RuntimeError, KeyError, ValueError, TypeError, AttributeError) as error:
            raise ScarpError(f"The checkpoint {path} is not of the job's network {self.job.network!r} with these "
                             "settings; choose another folder, or remove the file to start afresh.") from error

    def _save(self, name: str) -> None:
        state = {"network": self.network.state_dict(), "averaged": self.averaged.state_dict(),
                 "optimizer": self.optimizer.state_dict(), "epoch": self.epoch, "best": self.best,
                 "seconds": self.seconds}
        partial = self.folder / (name + ".part")
        try:
            torch.save(state, partial)
            partial.replace(self.folder / name)
        except (OSError, RuntimeError) as error:
            partial.unlink(missing_ok=True)
            raise _not_written(self.folder / name, error) from error

    def run(self) -> None:
        """Train to the last epoch, or until cancelled; what was done is in the checkpoint.

        Raises:
            ScarpError: if a source cannot be read or the loss is no longer a number.
        """
        job = self.job
        examples = Examples([(source, list(samples(source))) for source in job.training], job.tile)
        validation = [(source, list(samples(source))) for source in job.validation]
        for source, pool in validation:
            if not any((sample.mask == 1).any() for sample in pool):
                raise ScarpError(f"The validation source {source.name} has no landslide to score against; give one "
                                 "that has, or none.")
        self.report({"event": "start", "epoch": self.epoch, "device": self.device.type, "random": len(self.missing),
                     "parameters": sum(p.numel() for p in self.network.parameters())})
        while self.epoch < job.epochs:
            start = time.monotonic()
            loss = self._train_epoch(examples)
            if loss is None:
                return
            self.epoch += 1
            self.seconds += time.monotonic() - start
            scores = self._validate(validation)
            mean = float(np.mean([s["f1"] for s in scores.values()])) if scores else 0.0
            improved = mean >= self.best
            self.best = max(self.best, mean)
            # In this order: what is stopped in between does the epoch again.
            if improved:
                self._save(BEST)
            self._save(CHECKPOINT)
            self.report({"event": "epoch", "epoch": self.epoch, "loss": round(loss, 5), "validation": scores,
                         "best": improved, "seconds": round(self.seconds, 1)})
        self.report({"event": "done", "epoch": self.epoch, "best": round(self.best, 4)})

    def _batches(self, examples: Examples) -> Iterator[tuple[Tensor, Tensor]]:
        """The epoch's batches, each made while the one before it is learnt from."""
        steps = self.job.examples // self.job.batch
        with ThreadPoolExecutor(1) as pool:
            ahead = [pool.submit(examples.batch, (self.job.seed, self.epoch, step), self.job.batch)
                     for step in range(min(2, steps))]
            for step in range(steps):
                batch = ahead.pop(0).result()
                if step + 2 < steps:
                    ahead.append(pool.submit(examples.batch, (self.job.seed, self.epoch, step + 2), self.job.batch))
                yield batch

    def _train_epoch(self, examples: Examples) -> float | None:
        """Mean loss of the epoch, or nothing if cancelled."""
        job, losses = self.job, []
        per_epoch = job.examples // job.batch
        # An epoch that is resumed or done again drops the same blocks and features.
        torch.manual_seed(int(np.random.SeedSequence((job.seed, self.epoch)).generate_state(1)[0]))
        self.network.train()
        for step, (images, masks) in enumerate(self._batches(examples)):
            if self.cancelled():
                return None
            done = self.epoch * per_epoch + step
            rate = learning_rate(done, job.epochs * per_epoch, job.decay_epochs * per_epoch)
            for group in self.optimizer.param_groups:
                group["lr"] = group["full"] * rate
            images = images.to(self.device, memory_format=torch.channels_last)
            with torch.autocast(self.device.type, torch.bfloat16):
                logits = self.network(images)
            loss = cross_entropy_and_dice(logits, masks.to(self.device), job.dice)
            self.optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self._average(done)
            losses.append(loss.item())
            if not np.isfinite(losses[-1]):
                raise ScarpError(f"The loss became {losses[-1]} in epoch {self.epoch + 1}; lower the learning rate.")
            if step % 20 == 19:
                self.report({"event": "step", "epoch": self.epoch + 1, "step": step + 1, "steps": per_epoch,
                             "loss": round(float(np.mean(losses[-20:])), 5)})
        return float(np.mean(losses))

    @torch.no_grad()
    def _average(self, step: int) -> None:
        # Follows fast at first, so that the random start is soon forgotten.
        keep = min(self.job.average, (1 + step) / (10 + step))
        for mine, theirs in zip(self.averaged.state_dict().values(), self.network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1.0 - keep)
            else:
                mine.copy_(theirs)

    def _validate(self, validation: list[tuple[Source, list[Sample]]]) -> dict[str, dict[str, float]]:
        scores = {}
        for source, pool in validation:
            threshold, counts = validate(
                self.averaged, pool, source.validation_m, self.averaged.stride
            ).best()
            scores[source.name] = {"threshold": threshold, "precision": round(counts.precision, 4),
                                   "recall": round(counts.recall, 4), "f1": round(counts.f1, 4),
                                   "iou": round(counts.iou, 4)}
        return scores
