"""From a fresh profile to a trained model and its landslides, all by ``qgis_process``; prints what each step took.

usage: python benchmarks/fresh_profile.py FOLDER

Installs the packages for training for real (5.5 GB, from the index that pip is set to), trains on the northern 60 % of
a sample event, the southern 40 % validating as in Zhang et al. 2020, and extracts the whole with the model.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from pathlib import Path

from demo import throw_away_profile
from ground import run
from scarp.models.sample_event import sample_event, write_sample_event

VERSIONS = "import numpy; from osgeo import gdal; print('NumPy', numpy.__version__, 'GDAL', gdal.__version__)"


def main() -> int:
    """Run; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    environment = throw_away_profile(folder / "profile")
    del environment["SCARP_ENVIRONMENT"]

    def step(algorithm: str, *parameters: str) -> dict[str, object]:
        start = time.monotonic()
        results = run(environment, algorithm, *parameters)
        print(f"{algorithm}: {time.monotonic() - start:.0f} s", flush=True)
        return results

    print("Before:", subprocess.check_output(["/usr/bin/python3", "-c", VERSIONS], text=True).strip())
    print(step("scarp:installpackages", "PACKAGES=training", "DEVICE=cpu")["VERSIONS"])
    print("After:", subprocess.check_output(["/usr/bin/python3", "-c", VERSIONS], text=True).strip())
    files = write_sample_event(sample_event(), folder / "event")
    trained = step(
        "scarp:trainunet", f"INPUT={files.post_event}", f"ROIS={files.landslides}", "REST=background", "SPLIT=north",
        "SHARE=0.6", "PRESET=quick", "NAME=my_valley",
    )  # fmt: skip
    print({name: trained[name] for name in ("BEST_EPOCH", "BEST_F1", "THRESHOLD", "VALIDATION_LOSS")})
    found = step(
        "scarp:extractlandslides", f"INPUT={files.post_event}", "MODEL=my_valley",
        f"PROBABILITY={folder / 'probability.tif'}", f"OUTPUT={folder / 'landslides.gpkg'}",
    )  # fmt: skip
    print({name: found[name] for name in ("COUNT", "AREA_M2", "THRESHOLD_USED")})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
