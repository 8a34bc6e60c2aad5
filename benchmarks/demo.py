"""The main job as a user's script would run it, on a sample event or on an image of one's own.

usage: python benchmarks/demo.py FOLDER [--scene IMAGE] [--reference POLYGONS] [--model NAME]

Leaves in FOLDER: probability.tif, landslides.gpkg and demo.png, and prints number, area and scores.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from picture import draw
from scarp.engine.scores import PixelCounts, object_scores_of_layers
from scarp.engine.sweep import histograms_of_files
from scarp.models.sample_event import sample_event, write_sample_event

REPOSITORY = Path(__file__).resolve().parent.parent
OVERLAP = 0.5
"""Share of a landslide that the other set must cover for it to count as found."""
PROFILE_INI = """[PythonPlugins]
processing=true
scarp=true
"""


def throw_away_profile(folder: Path) -> dict[str, str]:
    """A fresh QGIS profile with the plugin enabled; the environment variables that make QGIS use it."""
    shutil.rmtree(folder, ignore_errors=True)
    default = folder / "profiles" / "default"
    (default / "QGIS").mkdir(parents=True)
    (default / "QGIS" / "QGIS3.ini").write_text(PROFILE_INI, encoding="utf-8")
    plugins = default / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "scarp").symlink_to(REPOSITORY)
    return {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(folder), "SCARP_ENVIRONMENT": str(REPOSITORY / ".venv"),
            "QT_QPA_PLATFORM": "offscreen"}  # fmt: skip


def qgis_process() -> str:
    """The command; Debian's wrapper of 3.22 does not work, the program that it wraps does."""
    for name in ("qgis_process.bin", "qgis_process"):
        if path := shutil.which(name):
            return path
    raise SystemExit("qgis_process is not on the PATH; install QGIS 3.22 or newer.")


def extract(scene: Path, folder: Path, dem: Path | None, model: str) -> dict[str, Any]:
    """Run the algorithm; its results."""
    environment = throw_away_profile(folder / "profile")
    command = [qgis_process(), "run", "--json", "scarp:extractlandslides", "--", f"INPUT={scene}",
               f"MODEL={model}", f"PROBABILITY={folder / 'probability.tif'}",
               f"OUTPUT={folder / 'landslides.gpkg'}"]  # fmt: skip
    if dem:
        command.append(f"DEM={dem}")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    (folder / "qgis_process.log").write_text(done.stdout + done.stderr, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}\n{done.stderr}\nqgis_process failed ({done.returncode}).")
    results: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    return results


def print_scores(folder: Path, reference: Path, threshold: float) -> None:
    """Scores by pixel and by object."""

    def sentence(counts: PixelCounts) -> str:
        return (f"F1 {counts.f1:.3f}, precision {counts.precision:.3f}, recall {counts.recall:.3f}, "
                f"IoU {counts.iou:.3f}, overall accuracy {counts.overall_accuracy:.3f}")  # fmt: skip

    by_pixel = histograms_of_files(str(folder / "probability.tif"), str(reference))
    for name, at in (("", threshold), ("the best ", by_pixel.best[0] if by_pixel.best else None)):
        counts = by_pixel.counts_at(at) if at is not None else None
        if counts is not None:
            print(f"By pixel at {name}threshold {at:.2f}: {sentence(counts)}")
    by_object = object_scores_of_layers(str(folder / "landslides.gpkg"), str(reference), OVERLAP)
    print(f"By object at {OVERLAP:.0%} overlap: {by_object.found} of {by_object.reference} reference landslides found, "
          f"{by_object.right} of {by_object.extracted} extracted ones right")  # fmt: skip


def main() -> int:
    """Run; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scene", type=Path)
    parser.add_argument("--reference", type=Path)
    parser.add_argument("--model", default="auto", help="name in the algorithm's list (auto)")
    given = parser.parse_args()
    folder = given.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    scene, reference, dem = given.scene, given.reference, None
    if scene is None:
        print("Making the sample event (2048 x 1536 pixels of 1 m) ...", flush=True)
        files = write_sample_event(sample_event(), folder / "event")
        scene, reference, dem = files.post_event, files.landslides, files.dem
    print(f"Extracting landslides from {scene} ...", flush=True)
    results = extract(scene.resolve(), folder, dem, given.model)
    threshold = results["THRESHOLD_USED"]
    print(f"Landslides: {results['COUNT']}, {results['AREA_M2'] / 1e4:.2f} ha, at threshold {threshold:.2f}")
    if reference:
        print_scores(folder, reference, threshold)
    draw(scene, folder / "probability.tif", folder / "landslides.gpkg", reference, folder / "demo.png")
    print(f"Picture: {folder / 'demo.png'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
