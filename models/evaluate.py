"""Score a model on tiles with masks: ``python -m scarp.models.evaluate model.onnx --data FOLDER``.

The tiles go through the whole pipeline, as an analyst's image would: working resolution, tiles, blending, probability
raster. The score is taken at the tiles' own pixels, all tiles of a subset pooled. A model of instances sees each of
these tiles as one of its own, and what it finds is also scored landslide by landslide.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, osr

from ..engine.contract import INSTANCE
from ..engine.errors import ScarpError
from ..engine.extract import ExtractionOptions, extract_probability
from ..engine.fragments import Fragments
from ..engine.inference import DEVICES, Model
from ..engine.mean_probability import mean_percent
from ..engine.probability import NODATA
from ..engine.progress import Quiet
from .average_precision import InstanceCounts
from .evaluate_instances import WHOLE_PX, add_instances, instance_summary
from .histograms import Histograms
from .job import Source
from .sample import Sample
from .samples import samples

ORIGIN = (500_000.0, 3_000_000.0)
"""Where the tiles, which have no georeference, are put, in UTM zone 48N: it sets their ground resolution."""
EPSG = 32648


def subsets(data: Path) -> list[Source]:
    """The validation tiles of Bijie and Landslide4Sense, in the folders of those names."""
    bijie, sense = data / "bijie", data / "landslide4sense" / "val"
    return [
        Source("bijie val", str(bijie / "images"), str(bijie / "masks"), str(bijie / "split.csv"), {"subset": "val"},
               resolution_m=0.8),
        Source("landslide4sense val", str(sense / "images"), str(sense / "masks"), resolution_m=10.0),
    ]  # fmt: skip


def georeferenced(sample: Sample) -> gdal.Dataset:
    """A sample as a raster that says how large its pixels are."""
    height, width = sample.mask.shape
    dataset = gdal.GetDriverByName("MEM").Create("", width, height, len(sample.image), gdal.GDT_Byte)
    dataset.SetGeoTransform((ORIGIN[0], sample.resolution_m, 0.0, ORIGIN[1], 0.0, -sample.resolution_m))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    dataset.SetProjection(crs.ExportToWkt())
    # A tile's dark corners are ground, not a collar.
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().Fill(255)
    dataset.WriteArray(sample.image)
    return dataset


def percent_of(
    model: Model, sample: Sample, folder: Path, options: ExtractionOptions, fragments: Fragments | None = None
) -> NDArray[np.uint8]:
    """Per cent at each pixel of a sample, by the pipeline; shape (height, width). Fragments get the instances."""
    path, target = str(folder / "tile.tif"), folder / "probability.tif"
    gdal.GetDriverByName("GTiff").CreateCopy(path, georeferenced(sample))
    extract_probability(path, model, target, options, Quiet(), fragments=fragments)
    raster = gdal.Open(str(target))
    if (raster.RasterYSize, raster.RasterXSize) != sample.mask.shape:
        height, width = sample.mask.shape
        raster = gdal.Translate("", raster, format="MEM", width=width, height=height, resampleAlg="bilinear")
    percent: NDArray[np.uint8] = raster.ReadAsArray()
    return percent


@dataclass
class Counts:
    """What is counted over samples.

    Attributes:
        pixels: by the model's probability.
        mean: by the mean of its probability and that of another model.
        instances: of a model of such.
    """

    pixels: Histograms = field(default_factory=Histograms.empty)
    mean: Histograms = field(default_factory=Histograms.empty)
    instances: InstanceCounts = field(default_factory=InstanceCounts.empty)


def counted(model: Model, pool: Iterator[Sample], options: ExtractionOptions, other: Model | None = None) -> Counts:
    """Counts over all samples, and of the mean with another model where one is given.

    The other one works at the ground resolution that the model does, as it does in the extraction.
    """
    counts, (finest_m, coarsest_m) = Counts(), model.contract.resolution_m
    is_instance = model.contract.kind == INSTANCE
    own = replace(options, tile=WHOLE_PX) if is_instance else options
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for sample in pool:
            with Fragments() as fragments:
                percent = percent_of(model, sample, folder, own, fragments if is_instance else None)
                if is_instance:
                    add_instances(counts.instances, fragments, sample.mask)
            counts.pixels.add(percent, np.where(percent == NODATA, NODATA, sample.mask))
            if other is not None:
                resolution_m = min(max(sample.resolution_m, finest_m), coarsest_m)
                likewise = replace(options, scene=replace(options.scene, resolution_m=resolution_m))
                mean = mean_percent(percent, percent_of(other, sample, folder, likewise))
                counts.mean.add(mean, np.where(mean == NODATA, NODATA, sample.mask))
    return counts


def evaluate(model: Model, pool: Iterator[Sample], options: ExtractionOptions) -> Histograms:
    """Histograms over all samples."""
    return counted(model, pool, options).pixels


def summary(histograms: Histograms, threshold: float) -> dict[str, Any]:
    """Scores at a threshold, and the threshold of the best F1 with its F1; nothing for one that is not defined.

    Raises:
        ScarpError: if there is no landslide to score against.
    """
    if not histograms.landslide.any():
        raise ScarpError("The masks hold no landslide to score against; choose other data.")
    counts, (best, at_best) = histograms.at(threshold), histograms.best()
    numbers = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1, "iou": counts.iou,
               "mean_iou": counts.mean_iou, "overall_accuracy": counts.overall_accuracy,
               "best_f1": at_best.f1, "best_threshold": best}  # fmt: skip
    rounded = {key: None if math.isnan(value) else round(value, 4) for key, value in numbers.items()}
    return {"threshold": threshold, **rounded}


def main(arguments: list[str] | None = None) -> int:
    """Print the scores as JSON, one line a subset; 0 when done, 2 when it could not."""
    parser = argparse.ArgumentParser(prog="python -m scarp.models.evaluate", description="Score a model.")
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds bijie and landslide4sense")
    parser.add_argument("--threshold", type=float, help="instead of the one that the model recommends")
    parser.add_argument("--score", type=float, help="smallest score of an instance, likewise")
    parser.add_argument("--mean-with", type=Path, help="semantic model; the mean of both probabilities is scored too")
    parser.add_argument("--device", choices=DEVICES, default="auto")
    parser.add_argument("--histograms", type=Path, help="file (JSON) for the pixels by probability")
    given = parser.parse_args(arguments)
    histograms: dict[str, Any] = {}
    try:
        model = Model(given.model, given.device, 0, Quiet())
        other = Model(given.mean_with, given.device, 0, Quiet()) if given.mean_with else None
        threshold = model.contract.threshold if given.threshold is None else given.threshold
        for source in subsets(given.data):
            counts = counted(model, samples(source), ExtractionOptions(score=given.score), other)
            lines = [(source.name, counts.pixels)]
            if other is not None:
                lines.append((f"{source.name}, mean with {other.path.stem}", counts.mean))
            for name, pixels in lines:
                scores = {"subset": name, **summary(pixels, threshold)}
                if model.contract.kind == INSTANCE and pixels is counts.pixels:
                    scores |= instance_summary(counts.instances)
                print(json.dumps(scores), flush=True)
                histograms[name] = {"threshold": threshold, "landslide": pixels.landslide.tolist(),
                                    "other": pixels.other.tolist()}  # fmt: skip
        if given.histograms:
            given.histograms.write_text(json.dumps(histograms) + "\n", encoding="utf-8")
    except ScarpError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
