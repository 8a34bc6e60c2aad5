"""Train on ground of one's own, as an analyst would, and score on ground beside it: before, and after each preset.

usage: python benchmarks/ground.py event FOLDER [--presets quick thorough]
       python benchmarks/ground.py uav FOLDER --data DATA
       python benchmarks/ground.py tianshui FOLDER --data DATA

Everything is done by ``qgis_process`` in a throw-away profile: scarp:trainunet on the training part, which it parts
itself to find the best epoch, then scarp:extractlandslides and scarp:thresholdsweep on the test part, which the
training has not seen. Leaves the models, reports and sweeps in FOLDER; prints a line for each model.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from demo import qgis_process, throw_away_profile
from osgeo import gdal, osr
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet
from scarp.engine.reference import ReferenceRaster
from scarp.engine.sweep import Histograms, histograms
from scarp.models.sample_event import sample_event, write_sample_event

gdal.UseExceptions()
BUNDLED = Path(__file__).resolve().parent.parent / "models" / "bundled" / "unet.onnx"
TIANSHUI = range(276, 285)
TIANSHUI_TESTS = {"last": (282, 283, 284), "every third": (276, 279, 282)}
"""Two ways of setting three tiles apart: the only wide river lies in tiles 283 and 284."""


@dataclass(frozen=True)
class Case:
    """What is trained on and what is tested on: images with their single-band label rasters.

    Attributes:
        name: of the case.
        training: image and labels.
        test: image and labels.
        settings: parameters of scarp:trainunet beside these.
    """

    name: str
    training: list[tuple[Path, Path]]
    test: list[tuple[Path, Path]]
    settings: tuple[str, ...] = ()


def part(source: Path, target: Path, window: tuple[int, int, int, int]) -> Path:
    """A part of a raster as a file: column, row, width, height."""
    gdal.Translate(str(target), str(source), srcWin=window, creationOptions=["TILED=YES", "COMPRESS=DEFLATE"])
    return target


def halves(
    image: Path, labels: Path, folder: Path, share: float, by_row: bool
) -> tuple[tuple[Path, Path], tuple[Path, Path]]:
    """The first ``share`` of an image and its labels, from the north or the west, and the rest."""
    raster = gdal.Open(str(image))
    width, height = raster.RasterXSize, raster.RasterYSize
    if by_row:
        cut = round(height * share)
        windows = {"north": (0, 0, width, cut), "south": (0, cut, width, height - cut)}
    else:
        cut = round(width * share)
        windows = {"west": (0, 0, cut, height), "east": (cut, 0, width - cut, height)}
    pairs = []
    for name, window in windows.items():
        files = [part(source, folder / f"{name}_{kind}.tif", window)
                 for kind, source in (("image", image), ("labels", labels))]  # fmt: skip
        pairs.append((files[0], files[1]))
    return pairs[0], pairs[1]


def event(folder: Path, _data: Path | None) -> list[Case]:
    """The sample event: the northern 60 % train, the southern 40 % test."""
    files = write_sample_event(sample_event(), folder / "event")
    north, south = halves(files.post_event, files.label, folder, 0.6, by_row=True)
    return [Case("north", [north], [south])]


def uav(folder: Path, data: Path | None) -> list[Case]:
    """The drone image: one half trains and the other tests, both ways."""
    if data is None:
        raise SystemExit("Name the folder of the real images with --data.")
    scene = data / "scenes"
    west, east = halves(scene / "uav_ortho.tif", scene / "uav_ortho_mask.tif", folder, 0.5, by_row=False)
    return [Case("west", [west], [east]), Case("east", [east], [west])]


def tianshui(folder: Path, data: Path | None) -> list[Case]:
    """False colour: six tiles train, three test. Their place is made up, their ground resolution is not."""
    if data is None:
        raise SystemExit("Name the folder of the real images with --data.")
    pairs: dict[int, tuple[Path, Path]] = {}
    for number in TIANSHUI:
        image = gdal.Open(str(data / "tianshui" / f"train_{number}.jpg")).ReadAsArray()
        mask = np.atleast_3d(gdal.Open(str(data / "tianshui" / f"train_{number}_label.jpg")).ReadAsArray().T).T[:1]
        files = [_write(folder / f"{number}_{kind}.tif", pixels, number - TIANSHUI.start)
                 for kind, pixels in (("image", image), ("labels", (mask > 127).astype(np.uint8)))]  # fmt: skip
        pairs[number] = (files[0], files[1])
    return [
        Case(name.replace(" ", "_"), [pair for number, pair in pairs.items() if number not in test],
             [pairs[number] for number in test], ("BANDS=1,2,3",))
        for name, test in TIANSHUI_TESTS.items()
    ]  # fmt: skip


def _write(path: Path, pixels: np.ndarray[Any, Any], column: int) -> Path:
    bands, height, width = pixels.shape
    raster = gdal.GetDriverByName("GTiff").Create(str(path), width, height, bands, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])
    raster.SetGeoTransform((500_000.0 + column * width * 0.5, 0.5, 0.0, 3_800_000.0, 0.0, -0.5))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32648)
    raster.SetProjection(crs.ExportToWkt())
    if bands > 1:  # dark pixels are ground, not a collar
        raster.CreateMaskBand(gdal.GMF_PER_DATASET)
        raster.GetRasterBand(1).GetMaskBand().Fill(255)
    raster.WriteArray(pixels)
    raster.FlushCache()
    return path


def run(environment: dict[str, str], algorithm: str, *parameters: str) -> dict[str, Any]:
    """Run an algorithm; its results."""
    command = [qgis_process(), "run", "--json", algorithm, "--", *parameters]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}\n{done.stderr}\n{algorithm} failed ({done.returncode}).")
    results: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    return results


def train(environment: dict[str, str], case: Case, preset: str, name: str, folder: Path) -> tuple[Path, float]:
    """Train.

    Returns:
        The model, and the seconds that it took.
    """
    start = time.monotonic()
    results = run(
        environment, "scarp:trainunet", *(f"INPUT={image}" for image, _ in case.training),
        *(f"LABELS={labels}" for _, labels in case.training), f"PRESET={preset}", f"NAME={name}", "OVERWRITE=true",
        "SPLIT=blocks", "SHARE=0.75", f"FOLDER={folder / name}", *case.settings,
    )  # fmt: skip
    return Path(results["MODEL_FILE"]), time.monotonic() - start


def score(environment: dict[str, str], model: Path, case: Case, folder: Path, name: str) -> str:
    """F1 at the model's recommended threshold, at Otsu's and at the best, over all pixels of the test images."""
    found, recommended, settings = [], 0.5, []
    for setting in case.settings:
        key, _, value = setting.partition("=")
        settings += [f"{key}={each}" for each in value.split(",")] if key == "BANDS" else []
    for number, (image, labels) in enumerate(case.test):
        stem = folder / f"{name}_{number}"
        probability = stem.with_suffix(".tif")
        results = run(environment, "scarp:extractlandslides", f"INPUT={image}", f"MODEL_FILE={model}",
                      f"PROBABILITY={probability}", f"OUTPUT={stem.with_suffix('.gpkg')}", *settings)  # fmt: skip
        recommended = results["THRESHOLD_USED"]
        run(environment, "scarp:thresholdsweep", f"INPUT={probability}", f"REFERENCE={labels}",
            f"REPORT={stem.with_suffix('.html')}", f"TABLE={stem.with_suffix('.csv')}")  # fmt: skip
        raster = ProbabilityRaster(str(probability))
        reference = ReferenceRaster(str(labels), EvaluationGrid.of_probability(raster), labels.name, Quiet())
        found.append(histograms(raster, reference, Quiet()))
    pooled = Histograms(*(sum(getattr(each, kind) for each in found) for kind in ("valid", "landslide", "other")))
    best, at_best = pooled.best or (math.nan, None)
    parts = []
    for kind, threshold in (("recommended", recommended), ("Otsu", pooled.otsu_threshold), ("best", best)):
        counts = pooled.counts_at(threshold) if threshold is not None else None
        parts.append(f"{kind} {threshold:.2f}: F1 {counts.f1:.3f}" if counts else f"{kind}: none")
    return ", ".join(parts) + (f" (precision {at_best.precision:.3f}, recall {at_best.recall:.3f})" if at_best else "")


CASES = {"event": event, "uav": uav, "tianshui": tianshui}


def main() -> int:
    """Run; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", choices=CASES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, help="folder of the real images")
    parser.add_argument("--presets", nargs="+", default=["quick"], choices=["quick", "paper", "thorough"])
    parser.add_argument("--set", nargs="*", default=[], help="further parameters of scarp:trainunet, as NAME=value")
    parser.add_argument("--only", help="one case of several")
    given = parser.parse_args()
    folder = given.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    environment = throw_away_profile(folder / "profile")
    for case in CASES[given.case](folder, given.data and given.data.resolve()):
        if given.only and case.name != given.only:
            continue
        print(f"{case.name}, bundled model: {score(environment, BUNDLED, case, folder, f'{case.name}_bundled')}")
        for preset in given.presets:
            name = f"{given.case}_{case.name}_{preset}"
            case_set = Case(case.name, case.training, case.test, (*case.settings, *given.set))
            model, seconds = train(environment, case_set, preset, name, folder)
            after = score(environment, model, case, folder, name)
            print(f"{case.name}, {preset}, {seconds:.0f} s: {after}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
