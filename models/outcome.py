"""What a training leaves beside its checkpoints: the log while it runs, then the model and the report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ..engine.errors import ScarpError
from .event_files import EventFiles
from .export import contract_for, export
from .job import BEST, RGB, Job
from .networks import Network, build, load_weights
from .sample import UNLABELLED, Sample
from .tasks import percent_map
from .training import Training
from .training_log import TrainingLog
from .training_report import Prediction, write_report
from .validation import chosen_tiles

MACHINE = ("device", "threads", "precision", "parameters", "random")
EVENTS, REPORT = "events", "report.html"
PICTURES = 6
"""Sample predictions in the report."""


class Outcome:
    """Keeps the log of a training, and makes its model and report.

    Args:
        job: of the training.
        epoch: that the training goes on from.

    Attributes:
        message: what to tell the analyst about the event files; empty for nothing.

    Raises:
        ScarpError: if the job's folder cannot be written to; so do all methods.
    """

    def __init__(self, job: Job, epoch: int) -> None:
        self._job, self._folder = job, Path(job.folder)
        self._log = TrainingLog(self._folder)
        self._machine: dict[str, Any] = {}
        self._log.cut(epoch)
        self._events = EventFiles(self._folder / EVENTS, epoch + 1)
        self._events.settings(job)
        self.message = self._events.message

    def start(self, entry: dict[str, Any]) -> None:
        """Keep what the report says about the machine."""
        self._machine = {key: entry[key] for key in MACHINE if key in entry}

    def step(self, entry: dict[str, Any]) -> None:
        """Log how far an epoch is."""
        self._log.step(entry)

    def epoch(self, entry: dict[str, Any]) -> None:
        """Log an epoch."""
        self._log.append(entry)
        self._events.epoch(entry)

    def stop(self) -> None:
        """Write the report of a training that was stopped, if an epoch is done."""
        self._events.close()
        entries = self._log.entries()
        if entries:
            write_report(self._folder / REPORT, self._job, entries, self._machine, [])

    def finish(self, training: Training) -> dict[str, Any]:
        """Export the best epoch, and write the report.

        Returns:
            The event "done", or "stopped" where there is no epoch yet.

        Raises:
            ScarpError: if a file cannot be written.
        """
        self._events.close()
        entries = self._log.entries()
        best = next((entry for entry in entries if entry["epoch"] == training.best_epoch), None)
        if best is None:
            raise ScarpError(f"The log in {self._folder} lacks epoch {training.best_epoch}; train anew.")
        job, scores = self._job, best.get("validation") or {}
        threshold = scores.get("threshold")
        threshold = 0.5 if threshold is None else min(max(threshold, 0.05), 0.95)
        network = self._best_network()
        if job.model:
            facts = {"data": [source.name for source in job.training], "start": Path(job.weights).stem,
                     "epochs": training.epoch, "best_epoch": training.best_epoch, "seed": job.seed}  # fmt: skip
            by_source = dict(best.get("sources") or {})
            contract = contract_for(job, threshold, by_source, facts, job.version, job.scales)
            export(network, contract, Path(job.model))
        summary = {"event": "done", "epoch": training.epoch, "best_epoch": training.best_epoch, "model": job.model,
                   "threshold": threshold, "scores": scores, "report": str(self._folder / REPORT)}  # fmt: skip
        predictions = self._predictions(training, network)
        write_report(self._folder / REPORT, job, entries, {**self._machine, **summary}, predictions)
        return summary

    def _best_network(self) -> Network:
        job = self._job
        network = build(job.network, job.settings, len(job.bands), len(job.classes))
        if missing := load_weights(network, self._folder / BEST, job.bands, job.classes):
            raise ScarpError(f"The checkpoint {self._folder / BEST} lacks {missing[0]}; train again from the start.")
        return network.eval()

    def _predictions(self, training: Training, network: Network) -> list[Prediction]:
        """Of validation tiles that have landslides, evenly spread; of training tiles where nothing validates."""
        job = self._job
        pools = training.validation or training.training
        tiles: list[tuple[Sample, float]] = []
        for source, pool in pools:
            found = [tile for tile, own in chosen_tiles(pool, source.validation_m) if (tile.mask[own] == 1).any()]
            tiles += [(tile, source.validation_m or tile.resolution_m) for tile in found]
        if len(tiles) > PICTURES:
            tiles = [tiles[index * len(tiles) // PICTURES] for index in range(PICTURES)]
        predictions = []
        for tile, resolution_m in tiles:
            mask = np.where((tile.mask > 1) & (tile.mask != UNLABELLED), 0, tile.mask).astype(np.uint8)
            percent = percent_map(network, tile, resolution_m, job.bands)
            image = np.array(tile.image[_shown(job.bands)])
            predictions.append(Prediction(tile.name, image, mask, percent))
        return predictions


def _shown(bands: Sequence[str]) -> list[int]:
    """Which bands a picture shows as red, green and blue."""
    if set(RGB) <= set(bands):
        return [list(bands).index(name) for name in RGB]
    return [0, 1, 2] if len(bands) > 2 else [0, 0, 0]
