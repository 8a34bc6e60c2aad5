"""The picture of a model's card: scores over the threshold, and validation over the epochs.

usage: python benchmarks/card.py HISTOGRAMS.json TRAINING.jsonl PICTURE.png

HISTOGRAMS.json is what ``python -m scarp.models.evaluate ... --histograms`` writes; TRAINING.jsonl holds the "epoch"
lines that ``python -m scarp.models.train`` printed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import numpy as np
from matplotlib import pyplot as plt
from scarp.models.histograms import Histograms


def main(histograms: Path, training: Path, picture: Path) -> None:
    """Draw."""
    subsets = json.loads(histograms.read_text(encoding="utf-8"))
    epochs = [json.loads(line) for line in training.read_text(encoding="utf-8").splitlines()]
    figure, axes = plt.subplots(1, len(subsets) + 1, figsize=(5 * (len(subsets) + 1), 4), constrained_layout=True)
    thresholds = np.arange(1, 100) / 100
    for axis, (name, entry) in zip(axes, subsets.items()):
        counted = Histograms(np.array(entry["landslide"]), np.array(entry["other"]))
        counts = [counted.at(threshold) for threshold in thresholds]
        for score in ("precision", "recall", "f1"):
            axis.plot(thresholds, [getattr(each, score) for each in counts], label=score, lw=2)
        axis.axvline(entry["threshold"], color="grey", ls=":", label="recommended")
        axis.set(title=name, xlabel="threshold", xlim=(0, 1), ylim=(0, 1))
        axis.legend()
    by_source = [epoch.get("sources") or epoch["validation"] for epoch in epochs]
    numbers, lowest = [epoch["epoch"] for epoch in epochs], 1.0
    for name, first in by_source[0].items():
        curves = [("best_f1" if "best_f1" in first else "f1", name, "o-")]
        curves += [("ap50", f"{name}, AP50 of instances", "o--")] if "ap50" in first else []
        for key, label, style in curves:
            values = [scores[name][key] or 0.0 for scores in by_source]
            axes[-1].plot(numbers, values, style, label=label)
            lowest = min(lowest, *values)
    axes[-1].set(title="best F1 on validation, by epoch", xlabel="epoch", ylim=(0.5 if lowest > 0.5 else 0.0, 0.85))
    axes[-1].legend()
    figure.savefig(picture, dpi=90)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
