"""Ground to train on, for the tests of training: a small scene with landslides, ROIs, and a made-up worker."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

SIDE = 96
LANDSLIDES = ((8, 10, 12, 12), (50, 20, 14, 10), (20, 70, 12, 12), (60, 74, 16, 10))
"""Column, row, width, height in pixels of 1 m: two in the north, two in the south."""

WORKER = """
import json, shutil, sys, time
from pathlib import Path
job = json.loads(Path(sys.argv[1]).read_text())
folder = Path(job["folder"])
say = lambda **event: print(json.dumps(event), flush=True)
scores = {"loss": 0.25, "accuracy": 0.95, "precision": 0.8, "recall": 0.7, "f1": 0.75}
say(event="start", epoch=0, epochs=2, device="cpu", threads=2, precision="float32", parameters=1234567, random=2,
    loaded=0, examples=8)
say(event="info", message="Values as they are.")
say(event="warning", message="One band is constant.")
say(event="step", epoch=1, step=1, steps=2, loss=0.5, left_s=9.0)
(folder / "log.jsonl").write_text('{"event": "epoch", "epoch": 1}\\n')
(folder / "last.pt").write_text("made up")
say(event="epoch", epoch=1, epochs=2, training=scores, validation={**scores, "threshold": 0.4, "best_f1": 0.78},
    best=True, seconds=100.0, left_s=300.0, learning_rate=0.001)
MORE
say(event="epoch", epoch=2, epochs=2, training=scores, best=False, seconds=200.0, left_s=0.0, learning_rate=0.001)
shutil.copyfile(r"MODEL", folder / "model.onnx")
(folder / "log.csv").write_text("epoch\\n1\\n2\\n")
(folder / "report.html").write_text("<html></html>")
(folder / "events").mkdir(exist_ok=True)
say(event="done", epoch=2, best_epoch=1, model=str(folder / "model.onnx"), threshold=0.4,
    scores={**scores, "best_f1": 0.78}, report=str(folder / "report.html"))
"""
"""Says what the worker says, and copies a model instead of training one."""


def made_up_worker(model: Path, more: str = "") -> Callable[[Path], tuple[list[str], dict[str, str]]]:
    """Stands for ``worker_command``: a script that runs without PyTorch."""
    script = WORKER.replace("MODEL", str(model)).replace("MORE", more)
    return lambda job: ([sys.executable, "-c", script, str(job)], {})


def scene_pixels(seed: int = 1) -> np.ndarray:
    """Green ground with bright brown landslides; shape (3, SIDE, SIDE), 8 bit."""
    rng = np.random.default_rng(seed)
    pixels = np.stack([rng.integers(low, low + 30, (SIDE, SIDE)) for low in (50, 90, 40)]).astype(np.uint8)
    for column, row, width, height in LANDSLIDES:
        place = np.s_[row : row + height, column : column + width]
        for band, low in enumerate((190, 150, 110)):
            pixels[band][place] = rng.integers(low, low + 30, (height, width))
    return pixels


def roi_layer(
    boxes: Sequence[tuple[int, int, int, int]] = LANDSLIDES, classes: Sequence[str] = (), name: str = "rois",
    crs: str = "EPSG:32654",
) -> QgsVectorLayer:  # fmt: skip
    """Polygons around boxes of pixels of the scene, with their class in the field "class"."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=class:string", name, "memory")
    features = []
    for number, (column, row, width, height) in enumerate(boxes):
        west, north = 500000 + column, 4000000 - row
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(
            f"POLYGON(({west} {north},{west + width} {north},{west + width} {north - height},{west} {north - height},"
            f"{west} {north}))"
        ))  # fmt: skip
        feature.setAttribute("class", classes[number] if classes else "landslide")
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def job_in(folder: Path) -> dict[str, Any]:
    """The job that a training was given."""
    entries: dict[str, Any] = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    return entries
