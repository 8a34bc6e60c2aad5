"""ENVINet5's recipe from nothing (the preset "paper") on Bijie's tiles, as much of it as a machine allows.

usage: python benchmarks/paper.py FOLDER --data DATA [--width 64] [--patches 500] [--epochs 30] [--tiles 0]

The paper's own numbers are the defaults; on two cores, --width 16 --patches 50 --tiles 150 takes about half an hour.
Leaves checkpoints, the log, the report with the four curves of the paper's figures 8 and 9, and the model in FOLDER.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from scarp.models.job import Job, Source
from scarp.models.presets import PAPER, PRESETS
from scarp.models.train import main as train

RESOLUTION_M = 0.8


def source(data: Path, name: str, where: dict[str, str], weight: float = 1.0) -> Source:
    """Some of Bijie's tiles."""
    folder = data / "bijie"
    return Source(
        name, str(folder / "images"), str(folder / "masks"), str(folder / "split.csv"), where,
        resolution_m=RESOLUTION_M, resolutions_m=(RESOLUTION_M, RESOLUTION_M), validation_m=RESOLUTION_M, weight=weight,
    )  # fmt: skip


def main() -> int:
    """Run; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds bijie")
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--patches", type=int, default=500)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--tiles", type=int, default=0, help="validation tiles after each epoch; 0 takes all")
    given = parser.parse_args()
    training = [
        source(given.data, "bijie landslide", {"subset": "train", "kind": "landslide"}, 0.7),
        source(given.data, "bijie background", {"subset": "train", "kind": "background"}, 0.3),
    ]
    job = Job(training, [source(given.data, "bijie val", {"subset": "val"})], str(given.folder), **PRESETS[PAPER])
    job = dataclasses.replace(
        job, settings={"width": given.width}, examples=given.patches, epochs=given.epochs,
        validation_tiles=given.tiles, model=str(given.folder / "model.onnx"), resolution_m=(0.5, 1.2),
    )  # fmt: skip
    given.folder.mkdir(parents=True, exist_ok=True)
    job.save(given.folder / "job.json")
    return train([str(given.folder / "job.json")])


if __name__ == "__main__":
    raise SystemExit(main())
