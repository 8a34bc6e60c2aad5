"""The five networks of Liu et al. 2021 (their figure 11 and table 4) on Bijie's tiles, all with the same budget.

usage: python benchmarks/ablation.py FOLDER --data DATA [--epochs 6] [--examples 400] [--tile 192] [--channels 128]
           [--weights resnext50=FILE ...] [--only NAME ...] [--table docs/ablation.md]
           [--picture docs/images/ablation.png]

The paper's settings are the preset "paper"; budget, tile and learning rate are what a machine allows. On two cores the
defaults take about a quarter of an hour for a network of 50 layers and some three times as long for ResNeXt-101. What
is finished is not done again, and what was interrupted goes on from its last epoch.

Leaves in FOLDER a folder for each network with its job, checkpoints, result and losses step by step; writes the table
and, with QGIS's Python and matplotlib, the picture of the curves.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scarp.engine.charts import Line, line_chart
from scarp.models.examples import Batch
from scarp.models.job import Job, Source, load_job
from scarp.models.mask_rcnn import LOSSES
from scarp.models.presets import INSTANCE_PRESETS, PAPER
from scarp.models.tasks import Learnt
from scarp.models.training import Training
from torch import nn

IMAGE_M, RESOLUTION_M = 0.8, 1.2
"""Ground resolution of the tiles, and the one that is learnt and validated at: a tile holds most landslides then."""
POINTS = 60
"""Of a curve; each is the mean of the steps between."""
CHARTS = Path(__file__).resolve().parent.parent / "docs" / "screenshots" / "charts.py"
COLUMNS = {"best_precision": "Precision/%", "best_recall": "Recall/%", "best_accuracy": "OA/%",
           "best_mean_iou": "mIoU/%", "best_f1": "F1/%", "ap50": "AP50/%"}  # fmt: skip
"""Scores of the best epoch at the threshold of its highest F1; the first five are table 4's."""
TABLE_4 = {
    "ResNeXt50": (81.9, 79.7, 84.8, 73.2, 84.5),
    "ResNeXt50 + improved FPN": (86.7, 88.8, 87.9, 78.2, 87.7),
    "ResNeXt50 + improved FPN + L_edge": (95.8, 93.1, 94.7, 89.6, 94.5),
}
"""The paper's own, on its own imagery; it gives none for the networks of 101 layers."""


@dataclass(frozen=True)
class Experiment:
    """One network.

    Attributes:
        name: of its folder.
        title: as the paper calls it.
        backbone: of the network.
        improved_pyramid: whether it has the path from the bottom up.
        edge: whether the edge loss is added.
    """

    name: str
    title: str
    backbone: str
    improved_pyramid: bool = False
    edge: bool = False


EXPERIMENTS = (
    Experiment("resnet101", "ResNet101", "resnet101"),
    Experiment("resnext50", "ResNeXt50", "resnext50"),
    Experiment("resnext101", "ResNeXt101", "resnext101"),
    Experiment("resnext50_fpn", "ResNeXt50 + improved FPN", "resnext50", True),
    Experiment("resnext50_fpn_edge", "ResNeXt50 + improved FPN + L_edge", "resnext50", True, True),
)


class Recorded(Training):
    """A training that keeps the parts of the loss of every step; arguments as of ``Training``."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.parts: list[dict[str, float]] = []

    def _step(self, network: nn.Module, batch: Batch, done: int, steps: int) -> Learnt:
        learnt = super()._step(network, batch, done, steps)
        self.parts.append({name: round(part.item(), 5) for name, part in learnt.parts.items()})
        return learnt


def source(data: Path, name: str, where: dict[str, str], weight: float = 1.0) -> Source:
    """Some of Bijie's tiles."""
    folder = data / "bijie"
    return Source(
        name, str(folder / "images"), str(folder / "masks"), str(folder / "split.csv"), where, resolution_m=IMAGE_M,
        resolutions_m=(RESOLUTION_M, RESOLUTION_M), validation_m=RESOLUTION_M, weight=weight,
    )  # fmt: skip


def job_of(experiment: Experiment, given: argparse.Namespace) -> Job:
    """The training of a network."""
    training = [
        source(given.data, "bijie landslide", {"subset": "train", "kind": "landslide"}, 0.7),
        source(given.data, "bijie background", {"subset": "train", "kind": "background"}, 0.3),
    ]
    weights = given.weights.get(experiment.backbone, "")
    job = Job(training, [source(given.data, "bijie val", {"subset": "val"})], str(given.folder / experiment.name),
              **INSTANCE_PRESETS[PAPER])  # fmt: skip
    settings = {**job.settings, "backbone": experiment.backbone, "improved_pyramid": experiment.improved_pyramid,
                "edge": experiment.edge, "channels": given.channels}  # fmt: skip
    steps = given.epochs * (given.examples // given.batch)
    return dataclasses.replace(
        job, settings=settings, weights=weights, epochs=given.epochs, decay_epochs=math.ceil(given.epochs / 2),
        warm_up=min(100, steps // 4), examples=given.examples, batch=given.batch, tile=given.tile,
        learning_rate=given.learning_rate, average=0.98, validation_tiles=given.validation_tiles, seed=given.seed,
        threads=given.threads,
        # Without start weights the norms have to learn what the images are like.
        frozen_norm=bool(weights),
    )  # fmt: skip


def trained(experiment: Experiment, job: Job) -> dict[str, Any]:
    """Train, or go on, unless it is done; scores of the best epoch, parameters, seconds, and the job.

    Raises:
        SystemExit: if another budget is in the folder.
    """
    folder = Path(job.folder)
    result, losses, recipe = folder / "result.json", folder / "losses.jsonl", dataclasses.asdict(job)
    recipe = json.loads(json.dumps(recipe))
    if result.exists():
        found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
        if found["job"] != recipe:
            raise SystemExit(f"{folder} holds a training of other settings; choose another folder or remove it.")
        print(f"{experiment.title}: done before", flush=True)
        return found
    folder.mkdir(parents=True, exist_ok=True)
    job.save(folder / "job.json")
    found = {"title": experiment.title, "job": recipe, "validation": {}}

    def report(event: dict[str, Any]) -> None:
        if event["event"] == "start":
            found.update({name: event[name] for name in ("device", "threads", "precision", "parameters", "random")})
        elif event["event"] == "epoch":
            # Steps of an epoch that is interrupted are forgotten with it, and the best one is known again from here.
            entry = {"epoch": event["epoch"], "steps": training.parts, **{key: event[key] for key in
                     ("validation", "best", "seconds")}}  # fmt: skip
            with losses.open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry) + "\n")
            training.parts = []
            print(f"{experiment.title}, epoch {event['epoch']} of {event['epochs']}: loss "
                  f"{event['training']['loss']:.3f}, {event['validation']}", flush=True)  # fmt: skip

    training = Recorded(load_job(folder / "job.json"), report)
    if not training.run():
        raise SystemExit("stopped")
    epochs = epochs_of(folder)
    best = [each for each in epochs.values() if each["best"]][-1]
    found |= {"validation": best["validation"], "best_epoch": best["epoch"], "seconds": epochs[job.epochs]["seconds"]}
    result.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def epochs_of(folder: Path) -> dict[int, dict[str, Any]]:
    """What was kept of each epoch; of one that was done again, the last."""
    lines = (folder / "losses.jsonl").read_text(encoding="utf-8").splitlines()
    return {each["epoch"]: each for each in sorted(map(json.loads, lines), key=lambda each: int(each["epoch"]))}


def table(results: Sequence[dict[str, Any]]) -> str:
    """Markdown: the scores, the budget that they are for, and the paper's table 4."""
    job, first = Job(**results[0]["job"]), results[0]
    heads = ["", *COLUMNS.values(), "Threshold", "Parameters/10^6", "Seconds"]
    rows = []
    for each in results:
        scores = each["validation"]
        cells = ["-" if scores.get(key) is None else f"{100 * scores[key]:.1f}" for key in COLUMNS]
        threshold = "-" if scores.get("threshold") is None else f"{scores['threshold']:.2f}"
        rows.append([each["title"], *cells, threshold, f"{each['parameters'] / 1e6:.1f}", f"{each['seconds']:.0f}"])
    started = {each["title"]: each["job"]["weights"] for each in results}
    from_weights = [title for title, weights in started.items() if weights]
    start = f"from start weights: {', '.join(from_weights)}" if from_weights else "all from nothing"
    tiles = f"{job.validation_tiles} tiles" if job.validation_tiles else "all tiles"
    budget = (
        f"Each network saw {job.epochs} x {job.examples // job.batch} batches of {job.batch} tiles of {job.tile} x "
        f"{job.tile} pixels at {RESOLUTION_M:g} m, with {job.settings['channels']} channels and a learning rate of "
        f"{job.learning_rate:g} ({start}); the paper's budget is 200 x 2440 batches of 4 tiles of 256 x 256. Scores "
        f"are those of the best epoch on {tiles} of Bijie's validation part, precision to F1 at the threshold of the "
        f"highest F1; seconds are of training and validation on {first['device']} ({first['threads']} threads, "
        f"{first['precision']})."
    )
    paper = [[title, *(f"{score:.1f}" for score in scores)] for title, scores in TABLE_4.items()]
    return "\n\n".join([
        budget, _markdown(heads, rows), "Table 4 of the paper, on its own imagery:",
        _markdown(["", *list(COLUMNS.values())[:5]], paper),
    ]) + "\n"  # fmt: skip


def _markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [list(heads), ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def smoothed(values: Sequence[float]) -> tuple[list[float], list[float]]:
    """Steps and means of at most POINTS parts of a curve."""
    parts = np.array_split(np.asarray(values, float), min(POINTS, len(values)))
    ends = np.cumsum([len(part) for part in parts])
    return ends.tolist(), [float(part.mean()) for part in parts]


def charts(results: Sequence[dict[str, Any]]) -> list[str]:
    """Figure 11: the loss of all networks over the steps, then each part of it; SVG."""
    curves: dict[str, list[Line]] = {"": [], **{name: [] for name in LOSSES}}
    for each in results:
        epochs = epochs_of(Path(each["job"]["folder"]))
        steps = [step for number in sorted(epochs) for step in epochs[number]["steps"]]
        for name, lines in curves.items():
            # A network without the edge loss has a line of nothing, so that a colour means the same in all charts.
            values = [step.get(name, math.nan) if name else sum(step.values()) for step in steps]
            lines.append(Line(each["title"], *smoothed(values)))
    drawn = []
    for name, lines in curves.items():
        highest = max((y for line in lines for y in line.y if math.isfinite(y)), default=0.0)
        if highest > 0:
            title = f"Loss, {name}" if name else "Loss"
            drawn.append(line_chart(title, "Step", "Loss", lines, y_range=(0.0, 1.05 * highest)))
    return drawn


def draw(results: Sequence[dict[str, Any]], page: Path, picture: Path) -> None:
    """The curves as a page, and as a picture of two side by side."""
    page.write_text("\n".join(["<!DOCTYPE html>", *charts(results)]), encoding="utf-8")
    picture.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([sys.executable, str(CHARTS), str(page), str(picture), "--first", str(1 + len(LOSSES))],
                          capture_output=True, text=True, check=False)  # fmt: skip
    print(f"Curves: {picture}" if done.returncode == 0 else f"Curves: {page}; no picture ({done.stderr.strip()})")


def _start(text: str) -> tuple[str, str]:
    backbone, _, path = text.partition("=")
    if backbone not in {each.backbone for each in EXPERIMENTS} or not Path(path).is_file():
        raise argparse.ArgumentTypeError(f"{text!r} is no BACKBONE=FILE")
    return backbone, str(Path(path).resolve())


def main() -> int:
    """Run; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds bijie")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--examples", type=int, default=400, help="of an epoch (400)")
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--tile", type=int, default=192)
    parser.add_argument("--channels", type=int, default=128)
    parser.add_argument("--learning-rate", type=float, default=3e-4)
    parser.add_argument("--weights", nargs="*", type=_start, default=[], metavar="BACKBONE=FILE", help="start weights")
    parser.add_argument("--validation-tiles", type=int, default=60, help="after each epoch (60); 0 takes all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=0, help="0 leaves it to PyTorch")
    parser.add_argument("--only", nargs="+", choices=[each.name for each in EXPERIMENTS])
    parser.add_argument("--table", type=Path, help="Markdown file to write (FOLDER/ablation.md)")
    parser.add_argument("--picture", type=Path, help="PNG file to write (FOLDER/ablation.png)")
    given = parser.parse_args()
    given.folder, given.data, given.weights = given.folder.resolve(), given.data.resolve(), dict(given.weights)
    chosen = [each for each in EXPERIMENTS if not given.only or each.name in given.only]
    results = []
    for experiment in chosen:
        results.append(trained(experiment, job_of(experiment, given)))
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
    written = given.table or given.folder / "ablation.md"
    written.write_text(table(results), encoding="utf-8")
    print(f"Table: {written}\n\n{table(results)}")
    draw(results, given.folder / "ablation.html", (given.picture or given.folder / "ablation.png").resolve())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
