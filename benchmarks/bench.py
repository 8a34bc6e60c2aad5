"""Speed and memory of an extraction. Prints one line for each figure and writes them to build/bench/figures.json.

usage: python benchmarks/bench.py [pipeline] [free] [memory] [area] [cancel] [instances] [instances_memory] [panel]
                                                                                (all without a name)

    pipeline  whole pipeline with the bundled U-Net on 4096 x 4096, against bare ONNX Runtime calls on the same tiles
    free      whole pipeline with a nearly free model on 8192 x 8192, polygons included
    memory    peak memory with the bundled U-Net at 4096 x 4096, 4096 x 16384 and 4096 x 65536
    area      an area of 1 % of an 8192 x 8192 scene, against all of it, with the bundled U-Net
    cancel    seconds from cancel to return while reading, inferring, writing and polygonizing
    instances         as pipeline, with the bundled Mask R-CNN on 2048 x 2048
    instances_memory  as memory, with the bundled Mask R-CNN at 2048 x 2048, 2048 x 8192 and 2048 x 32768
    panel     milliseconds from the threshold's slider to the canvas on 30,000 x 30,000, and the longest that the main
              thread is blocked while something runs; in QGIS without a screen

The scenes are a sample event, mirrored until it is large enough, in tiled, compressed GeoTIFF.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnxruntime
from osgeo import gdal, ogr, osr
from scarp.engine.area import Area
from scarp.engine.contract import INSTANCE
from scarp.engine.errors import Cancelled
from scarp.engine.extract import OVERLAPS, ExtractionOptions, extract_probability
from scarp.engine.fragments import Fragments
from scarp.engine.inference import Model
from scarp.engine.landslides import landslides, write_landslides
from scarp.engine.progress import Quiet
from scarp.engine.scene import Scene, SceneOptions
from scarp.engine.windows import Grid
from scarp.models.sample_event import sample_event
from scarp.tests import model_files

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "build" / "bench"
UNET = REPOSITORY / "models" / "bundled" / "unet.onnx"
MASK_RCNN = REPOSITORY / "models" / "bundled" / "maskrcnn.onnx"
SEED_SIDE = 1024
FREE_THRESHOLD = 0.8
"""Of the nearly free model, which takes what is bright for landslide."""
EPSG = 32654


def scene(width: int, height: int) -> Path:
    """A scene of a size, made once."""
    path = FOLDER / f"scene_{width}_{height}.tif"
    if path.exists():
        return path
    FOLDER.mkdir(parents=True, exist_ok=True)
    event = sample_event(SEED_SIDE, SEED_SIDE, 1.0, landslides=25, seed=7).post
    block = np.concatenate([event, event[:, :, ::-1]], axis=2)
    block = np.concatenate([block, block[:, ::-1]], axis=1)
    row = np.tile(block, (1, 1, -(-width // block.shape[2])))[:, :, :width]
    partial = path.with_suffix(".part")
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(partial), width, height, 3, gdal.GDT_Byte,
        ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "INTERLEAVE=PIXEL", "BIGTIFF=IF_SAFER"],
    )  # fmt: skip
    dataset.SetGeoTransform((500_000.0, 1.0, 0.0, 4_800_000.0, 0.0, -1.0))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    dataset.SetProjection(crs.ExportToWkt())
    for top in range(0, height, row.shape[1]):
        dataset.WriteArray(row[:, : min(row.shape[1], height - top)], 0, top)
        dataset.FlushCache()
    # Values 1 to 255 are ground; without this, dark ground at the edge would be looked at as a collar.
    for band in (1, 2, 3):
        dataset.GetRasterBand(band).SetNoDataValue(0)
    dataset = None
    partial.rename(path)
    return path


def free_model() -> Path:
    """A model that costs nearly nothing: the first band is the probability."""
    model = model_files.build("first_band", tile_size=512, threshold=FREE_THRESHOLD)
    return model_files.write(FOLDER / "free.onnx", model)


def whole_run(path: Path, model: Model, area: Callable[[Scene], Area] | None = None, progress: Any = None) -> int:
    """Probability raster and polygons of a scene; how many polygons."""
    watched = progress or Quiet()
    target, by_instance = FOLDER / "probability.tif", model.contract.kind == INSTANCE
    with Fragments() as fragments:
        own = fragments if by_instance else None
        extracted = extract_probability(str(path), model, target, ExtractionOptions(), watched, area, fragments=own)
        found = landslides(str(target), model.contract.threshold, fragments=own, model="bench", source=path.name,
                           progress=watched)  # fmt: skip
        return write_landslides(FOLDER / "landslides.gpkg", found, extracted.crs_wkt, False, with_score=by_instance)


def timed(work: Callable[[], Any]) -> float:
    """Seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def pipeline(model_file: Path = UNET, side: int = 4096) -> dict[str, float]:
    """Whole pipeline against bare inference, alternating, best of three each."""
    model, path = Model(model_file, "cpu", 0, Quiet()), scene(side, side)
    opened = Scene(str(path), model.contract, SceneOptions(), Quiet())
    grid = Grid.over(opened.width, opened.height, model.contract.tile_size, OVERLAPS[model.contract.kind])
    tiles = [opened.read(w)[0][None] for i in range(len(grid.rows.starts())) for w in grid.row(i)]

    quiet = onnxruntime.SessionOptions()
    quiet.log_severity_level = 4
    session = onnxruntime.InferenceSession(str(model_file), quiet, providers=["CPUExecutionProvider"])

    def bare() -> None:
        for tile in tiles:
            session.run(None, {"image": tile})

    bare()
    bare_s, whole_s = [], []
    for _ in range(3):
        bare_s.append(timed(bare))
        whole_s.append(timed(lambda: whole_run(path, model)))
    ratio = min(bare_s) / min(whole_s)
    return {"bare_s": min(bare_s), "pipeline_s": min(whole_s), "share_of_bare_speed": ratio,
            "megapixels_per_s": side * side / 1e6 / min(whole_s)}  # fmt: skip


def free() -> dict[str, float]:
    """Nearly free model on 8192 x 8192, best of three."""
    model, path = Model(free_model(), "cpu", 0, Quiet()), scene(8192, 8192)
    found: list[int] = []
    seconds = min(timed(lambda: found.append(whole_run(path, model))) for _ in range(3))
    return {"polygons": found[0], "seconds": seconds, "megapixels_per_s": 8192 * 8192 / 1e6 / seconds}


def instances() -> dict[str, float]:
    """As ``pipeline``, with the bundled Mask R-CNN."""
    return pipeline(MASK_RCNN, 2048)


def memory(model_file: Path = UNET, width: int = 4096) -> dict[str, float]:
    """Peak memory of a run in a process of its own, above what it took once everything was imported."""
    figures = {}
    for height in (width, 4 * width, 16 * width):
        path = scene(width, height)
        command = [sys.executable, __file__, "--peak", str(path), str(model_file)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        figures[f"megabytes_{width}_x_{height}"] = float(done.stdout.split()[-1])
    return figures


def instances_memory() -> dict[str, float]:
    """As ``memory``, with the bundled Mask R-CNN."""
    return memory(MASK_RCNN, 2048)


def peak(path: Path, model_file: Path) -> None:
    """Print the peak memory of one run above the interpreter's with everything imported, in megabytes."""
    before = resident("VmRSS")
    whole_run(path, Model(model_file, "cpu", 0, Quiet()))
    print(resident("VmHWM") - before)


def resident(kind: str) -> float:
    """Megabytes that Linux says are or were at most resident; getrusage would count the parent's before exec."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(kind):
            return int(line.split()[1]) / 1024
    raise SystemExit("The memory bench needs Linux.")


def area() -> dict[str, float]:
    """One per cent of the scene, a square in its middle, against the whole."""
    model, path = Model(UNET, "cpu", 0, Quiet()), scene(8192, 8192)
    side = 8192 * 0.1
    west, north = 500_000.0 + 4096 - side / 2, 4_800_000.0 - 4096 + side / 2
    ring = f"{west} {north}, {west + side} {north}, {west + side} {north - side}, {west} {north - side}, {west} {north}"
    polygon = bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb())

    def square(opened: Scene) -> Area:
        size = (opened.width, opened.height)
        return Area([polygon], opened.crs_wkt, opened.crs_wkt, opened.geotransform, size)

    part_s = min(timed(lambda: whole_run(path, model, square)) for _ in range(3))
    whole_s = timed(lambda: whole_run(path, model))
    return {"part_s": part_s, "whole_s": whole_s, "share": part_s / whole_s}


def panel() -> dict[str, float]:
    """The landslide panel, in a throw-away profile: see panel.py."""
    image = scene(8192, 8192)
    with TemporaryDirectory(prefix="scarp-") as profile:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.update(QGIS_CUSTOM_CONFIG_PATH=profile, SCARP_ENVIRONMENT=sys.prefix)
        from panel import measure  # QGIS reads these when it is loaded

        return measure(FOLDER, image, lambda: resident("VmRSS"))


class CancelsAt(Quiet):
    """Cancels once the progress bar has come to a point, and knows when."""

    def __init__(self, percent: float) -> None:
        self._percent, self.at = percent, 0.0

    def setProgress(self, progress: float) -> None:
        """Cancel from here on, if far enough."""
        if progress >= self._percent and not self.at:
            self.at = time.perf_counter()

    def isCanceled(self) -> bool:
        """Whether it is cancelled."""
        return bool(self.at)


def cancel() -> dict[str, float]:
    """Seconds from cancel to return, at several points of each stage; the longest."""
    path = scene(8192, 8192)
    unet, nearly_free = Model(UNET, "cpu", 0, Quiet()), Model(free_model(), "cpu", 0, Quiet())
    target = FOLDER / "probability.tif"

    def extraction(model: Model, percent: float) -> float:
        progress = CancelsAt(percent)
        try:
            extract_probability(str(path), model, target, ExtractionOptions(), progress)
        except Cancelled:
            return time.perf_counter() - progress.at
        raise SystemExit("The run ended before it was cancelled.")

    def polygons(percent: float) -> float:
        progress = CancelsAt(percent)
        try:
            found = landslides(str(target), 0.3, progress=progress)
            write_landslides(FOLDER / "landslides.gpkg", found, "", False)
        except Cancelled:
            return time.perf_counter() - progress.at
        raise SystemExit("The run ended before it was cancelled.")

    figures = {
        "reading_s": max(extraction(nearly_free, percent) for percent in (0, 5, 50)),
        "inference_s": max(extraction(unet, percent) for percent in (0.1, 1, 3)),
        "writing_s": max(extraction(nearly_free, percent) for percent in (90, 97, 98.5)),
    }
    extract_probability(str(path), nearly_free, target, ExtractionOptions(), Quiet())
    figures["polygonizing_s"] = max(polygons(percent) for percent in (0, 5, 20, 45, 60, 85))
    return figures


PARTS = {"pipeline": pipeline, "free": free, "memory": memory, "area": area, "cancel": cancel,
         "instances": instances, "instances_memory": instances_memory, "panel": panel}  # fmt: skip


def main(names: list[str]) -> None:
    """Run the parts named."""
    figures = FOLDER / "figures.json"
    FOLDER.mkdir(parents=True, exist_ok=True)
    results = json.loads(figures.read_text()) if figures.exists() else {}
    for name in names or PARTS:
        results[name] = PARTS[name]()
        print(f"{name}: " + ", ".join(f"{key} {value:.3f}" for key, value in results[name].items()), flush=True)
        figures.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        peak(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(sys.argv[1:])
