"""The sample event: a landscape before and after landslides, made from a seed, with the landslides as reference."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

from .sample_cover import sample_cover, strip_cover
from .sample_image import Look, render
from .sample_landslides import sample_landslides
from .sample_terrain import distance_to_line, sample_terrain

EPSG = 32654
ORIGIN_M = (573_600.0, 4_731_200.0)
EDGE_SHARE = 0.05


@dataclass(frozen=True)
class SampleEvent:
    """A made-up landslide event.

    Attributes:
        dem: shape (height, width), float32, metres, before the event.
        pre: shape (3, height, width), uint8, the image before: red, green, blue.
        post: shape (3, height, width), uint8, the image after.
        valid: shape (height, width), bool, false beyond the edge of the swath, where the images are 0; elsewhere
            they are 1 or more.
        landslides: shape (height, width), int32, 0 where there is none, else the landslide's number from 1.
        scars: likewise, of the old landslides, which both images show; most have grown over.
        resolution_m: ground size of a pixel.
        geotransform: GDAL's six numbers, in UTM zone 54 N.
    """

    dem: NDArray[Any]
    pre: NDArray[Any]
    post: NDArray[Any]
    valid: NDArray[Any]
    landslides: NDArray[Any]
    scars: NDArray[Any]
    resolution_m: float
    geotransform: tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class SampleFiles:
    """The files of a sample event: DEM, images, landslides as polygons and as a label raster."""

    dem: Path
    pre_event: Path
    post_event: Path
    landslides: Path
    label: Path


def sample_event(
    width: int = 2048,
    height: int = 1536,
    resolution_m: float = 1.0,
    landslides: int = 60,
    seed: int = 0,
    overlap: bool = True,
) -> SampleEvent:
    """Make a landslide event.

    Args:
        width: columns, 64 or more.
        height: rows, 64 or more.
        resolution_m: ground size of a pixel.
        landslides: how many are wanted; fewer come where they do not fit (a scene of 2048 x 1536 m holds 1000).
        seed: the same numbers give the same event.
        overlap: whether landslides may run into one another and touch; else two pixels or more lie between any two.

    Returns:
        The event. Every landslide is one piece, connected by pixel edges.

    Raises:
        ValueError: if the scene is smaller than 64 x 64 pixels, or a number makes no sense.
    """
    if width < 64 or height < 64:
        raise ValueError(f"The sample event needs 64 x 64 pixels or more; {width} x {height} were asked for.")
    if resolution_m <= 0 or landslides < 0:
        raise ValueError(f"Resolution {resolution_m} m and {landslides} landslides make no event.")
    rng = np.random.default_rng(seed)
    terrain = sample_terrain(rng, (height, width), resolution_m)
    valid = _swath(rng, (height, width))
    water = distance_to_line(terrain.river_xy_m, valid.shape, resolution_m) < 0.5 * terrain.river_width_m
    slides = sample_landslides(rng, terrain, valid, water, landslides, overlap)
    scars = sample_landslides(rng, terrain, valid, water, 3 + landslides // 12, overlap=True)
    before = sample_cover(rng, terrain, scars)
    after = strip_cover(rng, before, slides, resolution_m)
    pre = render(rng, terrain, before, Look(168.0, 52.0, (0.97, 1.07, 1.0), 0.7, 1.03))
    post = render(rng, terrain, after, Look(155.0, 43.0, (1.03, 0.98, 0.98), 1.0, 1.0))
    pre[:, ~valid] = 0
    post[:, ~valid] = 0
    geotransform = (ORIGIN_M[0], resolution_m, 0.0, ORIGIN_M[1], 0.0, -resolution_m)
    return SampleEvent(terrain.dem, pre, post, valid, slides.number, scars.number, resolution_m, geotransform)


def _swath(rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[Any]:
    """Return where the sensor saw the ground: all but a slanted strip at the left or right edge; bool."""
    height, width = shape
    slant = rng.uniform(0.05, 0.12)
    edge = width * EDGE_SHARE + slant * (np.arange(height)[:, None] - 0.5 * height)
    inside = np.arange(width)[None, :] >= edge
    return inside if rng.random() < 0.5 else inside[:, ::-1].copy()


def write_sample_event(event: SampleEvent, folder: Path | str) -> SampleFiles:
    """Write an event as GeoTIFFs and a GeoPackage, over files of the same names.

    Args:
        event: the event.
        folder: where to write; made if it is not there.

    Returns:
        The files: `dem.tif`, `pre_event.tif`, `post_event.tif` (nodata 0), `landslides.gpkg` (layer `landslides`, field
        `id`, polygons on pixel edges) and `landslides.tif` (1 landslide, 0 other, 255 beyond the swath).
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    files = SampleFiles(
        folder / "dem.tif",
        folder / "pre_event.tif",
        folder / "post_event.tif",
        folder / "landslides.gpkg",
        folder / "landslides.tif",
    )
    _write_raster(files.dem, event.dem[None], event.geotransform, None)
    _write_raster(files.pre_event, event.pre, event.geotransform, 0)
    _write_raster(files.post_event, event.post, event.geotransform, 0)
    label = np.where(event.valid, event.landslides > 0, 255).astype(np.uint8)
    _write_raster(files.label, label[None], event.geotransform, 255)
    _write_polygons(files.landslides, event)
    return files


def _crs() -> osr.SpatialReference:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(EPSG)
    return crs


def _write_raster(path: Path, bands: NDArray[Any], geotransform: tuple[float, ...], nodata: int | None) -> None:
    options = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2"]
    kind = gdal.GDT_Byte
    if bands.dtype == np.float32:
        options, kind = ["TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=3"], gdal.GDT_Float32
    if len(bands) == 3:
        options.append("PHOTOMETRIC=RGB")
    raster = gdal.GetDriverByName("GTiff").Create(
        str(path), bands.shape[2], bands.shape[1], len(bands), kind, options=options
    )
    raster.SetGeoTransform(geotransform)
    raster.SetProjection(_crs().ExportToWkt())
    for number, pixels in enumerate(bands, start=1):
        band = raster.GetRasterBand(number)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.WriteArray(pixels)
    raster.FlushCache()


def _write_polygons(path: Path, event: SampleEvent) -> None:
    height, width = event.landslides.shape
    raster = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Int32)
    raster.SetGeoTransform(event.geotransform)
    raster.SetProjection(_crs().ExportToWkt())
    raster.GetRasterBand(1).WriteArray(event.landslides)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("landslides", _crs(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
    # The band is its own mask: number 0 is no landslide.
    gdal.Polygonize(raster.GetRasterBand(1), raster.GetRasterBand(1), layer, 0)


def main(arguments: list[str] | None = None) -> None:
    """Write a sample event from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--width", type=int, default=2048)
    parser.add_argument("--height", type=int, default=1536)
    parser.add_argument("--resolution", type=float, default=1.0, help="metres a pixel")
    parser.add_argument("--landslides", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args(arguments)
    event = sample_event(chosen.width, chosen.height, chosen.resolution, chosen.landslides, chosen.seed)
    files = write_sample_event(event, chosen.folder)
    print(f"{event.landslides.max()} landslides: {files.landslides}")


if __name__ == "__main__":
    main()
