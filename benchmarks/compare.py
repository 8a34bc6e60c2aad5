"""What models find on the same validation tiles, side by side, to be looked at: the images may not be passed on.

usage: python benchmarks/compare.py PICTURE.png --data FOLDER --models MODEL.onnx ... [--tiles 6]

Columns: the image, the reference, and each model's landslides at its recommended threshold; those of a model of
instances are of different colours and have their scores beside them.
"""

from __future__ import annotations

import argparse
import tempfile
from itertools import cycle
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from osgeo import ogr
from picture import FOUND, REFERENCE
from scarp.engine.contract import INSTANCE
from scarp.engine.extract import ExtractionOptions
from scarp.engine.fragments import Fragments
from scarp.engine.inference import Model
from scarp.engine.landslides import landslides
from scarp.engine.progress import Quiet
from scarp.models.evaluate import ORIGIN, percent_of, subsets
from scarp.models.sample import Sample
from scarp.models.samples import samples

COLOURS = ("#ff2a1a", "#31c6ff", "#7dff3a", "#ff9d1e", "#e05bff", "#00e0b0", "#ffffff", "#ff7ab8")
SIDE = 3.2
"""Of each picture, in inches."""


def some(data: Path, count: int) -> list[tuple[str, Sample]]:
    """Tiles that have landslides, evenly from each subset."""
    found = []
    for source in subsets(data):
        pool = [sample for sample in samples(source) if (sample.mask == 1).any()]
        found += [(source.name, pool[index * len(pool) // count]) for index in range(min(count, len(pool)))]
    return found


def draw_landslides(axis: Axes, model: Model, sample: Sample) -> None:
    """The outlines of what a model finds."""
    by_instance = model.contract.kind == INSTANCE
    with tempfile.TemporaryDirectory() as name, Fragments() as fragments:
        own = fragments if by_instance else None
        percent_of(model, sample, Path(name), ExtractionOptions(), own)
        found = list(landslides(str(Path(name) / "probability.tif"), model.contract.threshold, fragments=own))
    for landslide, colour in zip(found, cycle(COLOURS if by_instance else (FOUND,))):
        geometry = ogr.CreateGeometryFromWkb(landslide.geometry_wkb)
        polygons = [geometry] if geometry.GetGeometryName() == "POLYGON" else list(geometry)
        for ring in (ring for polygon in polygons for ring in polygon):
            points = (np.array(ring.GetPoints())[:, :2] - ORIGIN) / sample.resolution_m * (1, -1)
            axis.plot(points[:, 0], points[:, 1], color=colour, lw=1.3)
        if by_instance:
            axis.text(points[0, 0], points[0, 1], f"{landslide.attributes['score']:.2f}", color=colour, fontsize=8)


def main() -> None:
    """Draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("picture", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds bijie and landslide4sense")
    parser.add_argument("--models", type=Path, nargs="+", required=True)
    parser.add_argument("--tiles", type=int, default=6, help="of each subset (6)")
    given = parser.parse_args()
    models, chosen = [Model(path, "cpu", 0, Quiet()) for path in given.models], some(given.data, given.tiles)
    columns = 2 + len(models)
    figure, rows = plt.subplots(
        len(chosen), columns, figsize=(SIDE * columns, SIDE * len(chosen)), squeeze=False, constrained_layout=True
    )
    for (subset, sample), axes in zip(chosen, rows):
        height, width = sample.mask.shape
        for axis in axes:
            axis.imshow(sample.image[:3].transpose(1, 2, 0), extent=(0, width, height, 0))
            axis.set(xticks=[], yticks=[], xlim=(0, width), ylim=(height, 0))
        axes[0].set_ylabel(f"{subset}: {sample.name}", fontsize=8)
        axes[1].contour(
            np.pad(sample.mask == 1, 1), [0.5], colors=REFERENCE, extent=(-0.5, width + 0.5, -0.5, height + 0.5)
        )
        for axis, model in zip(axes[2:], models):
            draw_landslides(axis, model, sample)
    titles = ["image", "reference", *(f"{each.path.stem} at {each.contract.threshold:.2f}" for each in models)]
    for axis, title in zip(rows[0], titles):
        axis.set_title(title, fontsize=11)
    given.picture.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(given.picture, dpi=90)


if __name__ == "__main__":
    main()
