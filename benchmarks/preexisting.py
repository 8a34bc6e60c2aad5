"""What scarp:removepreexisting takes out of sample events: old landslides caught, and new ones lost.

usage: python benchmarks/preexisting.py FOLDER [--first 0] [--seeds 5] [--width 1024] [--height 768]

Each event's landslides are extracted from its image after the event with the bundled model, and judged by each kind
of evidence alone and by all together; then the same for perfect outlines of the new and the old landslides.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from osgeo import gdal, ogr, osr
from scarp.models.sample_event import SampleEvent, SampleFiles, sample_event, write_sample_event

Counts = Counter[tuple[str, bool]]
EVIDENCE: dict[str, dict[str, Any]] = {
    "model": {"INDEX": "none", "DEM": None, "MIN_SLOPE": 0},
    "index": {"MODEL": "none", "DEM": None, "MIN_SLOPE": 0},
    "slope": {"MODEL": "none", "INDEX": "none"},
    "all, any of them": {},
    "all, all of them": {"RULE": "all"},
}


def start_qgis() -> Any:
    """QGIS with Processing and Scarp's algorithms."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing
    from scarp.algorithms.provider import ScarpProvider

    Processing.initialize()
    provider = ScarpProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return application, provider


def write_outlines(path: Path, event: SampleEvent) -> None:
    """Perfect outlines of the new landslides, and of what the event left of the old ones."""
    height, width = event.landslides.shape
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32654)
    raster = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Int32)
    raster.SetGeoTransform(event.geotransform)
    raster.SetProjection(crs.ExportToWkt())
    old = (event.scars > 0) & (event.landslides == 0)
    numbers = np.where(old, event.landslides.max() + event.scars, event.landslides)
    raster.GetRasterBand(1).WriteArray(numbers.astype(np.int32))
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("outlines", crs, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    gdal.Polygonize(raster.GetRasterBand(1), raster.GetRasterBand(1), layer, 0)


def kinds(layer_path: str, event: SampleEvent) -> list[tuple[str, bool]]:
    """Of each polygon, what most of its area is ("new", "old" or "neither"), and whether it was flagged."""
    height, width = event.landslides.shape
    new = event.landslides > 0
    old = (event.scars > 0) & ~new
    found = []
    source = ogr.Open(layer_path)
    for feature in source.GetLayer(0):
        raster = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
        raster.SetGeoTransform(event.geotransform)
        one = ogr.GetDriverByName("Memory" if int(gdal.VersionInfo()) < 3_11_00_00 else "MEM").CreateDataSource("one")
        layer = one.CreateLayer("one", None, ogr.wkbUnknown)
        drawn = ogr.Feature(layer.GetLayerDefn())
        drawn.SetGeometry(feature.GetGeometryRef())
        layer.CreateFeature(drawn)
        gdal.RasterizeLayer(raster, [1], layer, burn_values=[1])
        inside = raster.ReadAsArray() > 0
        kind = "new" if new[inside].mean() > 0.5 else "old" if old[inside].mean() > 0.5 else "neither"
        found.append((kind, feature.GetField("preexisting") == 1))
    return found


def judged(polygons: Path, files: SampleFiles, event: SampleEvent, folder: Path) -> dict[str, Counts]:
    """Polygons by kind and verdict, for each choice of evidence."""
    import processing

    counts: dict[str, Counts] = {}
    for name, changes in EVIDENCE.items():
        parameters = {
            "INPUT": str(polygons),
            "PRE_IMAGE": str(files.pre_event),
            "POST_IMAGE": str(files.post_event),
            "DEM": str(files.dem),
            "DEVICE": "cpu",
            "ACTION": "flag",
            "OUTPUT": str(folder / "judged.gpkg"),
            **changes,
        }
        counts[name] = Counter(kinds(processing.run("scarp:removepreexisting", parameters)["OUTPUT"], event))
    return counts


def main() -> int:
    """Run; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0, help="seed of the first event (0)")
    parser.add_argument("--seeds", type=int, default=5, help="how many events (5)")
    parser.add_argument("--width", type=int, default=1024)
    parser.add_argument("--height", type=int, default=768)
    given = parser.parse_args()
    application, provider = start_qgis()
    import processing

    totals: dict[tuple[str, str], Counts] = {}
    for seed in range(given.first, given.first + given.seeds):
        folder = given.folder.resolve() / f"event_{seed}"
        event = sample_event(given.width, given.height, landslides=40, seed=seed)
        files = write_sample_event(event, folder)
        extracted, outlines = folder / "extracted.gpkg", folder / "outlines.gpkg"
        wanted = {"INPUT": str(files.post_event), "OUTPUT": str(extracted), "DEVICE": "cpu"}
        processing.run("scarp:extractlandslides", wanted)
        outlines.unlink(missing_ok=True)
        write_outlines(outlines, event)
        for what, polygons in (("extracted", extracted), ("perfect", outlines)):
            for evidence, counts in judged(polygons, files, event, folder).items():
                totals.setdefault((what, evidence), Counter()).update(counts)
        print(f"Seed {seed} is done.", flush=True)
    print("\npolygons   evidence           old caught  neither taken out  new lost")
    for (what, evidence), counts in totals.items():
        shares = {kind: f"{counts[kind, True]} of {counts[kind, True] + counts[kind, False]}"
                  for kind in ("old", "neither", "new")}  # fmt: skip
        print(f"{what:10} {evidence:18} {shares['old']:>10}  {shares['neither']:>17}  {shares['new']:>8}")
    del provider
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
