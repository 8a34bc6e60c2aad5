"""One picture of an extraction: image, probability, and polygons over the image."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")

import numpy as np
from matplotlib import pyplot as plt
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from osgeo import gdal, ogr, osr

SIDE = 1400
"""Longest side, in pixels, at which a scene is drawn."""
FOUND, REFERENCE = "#ff2a1a", "#ffe14d"


def displayed(path: Path) -> tuple[np.ndarray, tuple[float, ...], str]:
    """Red, green and blue of 0 to 1 at display size, the geotransform there, and the CRS."""
    dataset = gdal.Open(str(path))
    shrink = max(1.0, max(dataset.RasterXSize, dataset.RasterYSize) / SIDE)
    size = max(1, round(dataset.RasterXSize / shrink)), max(1, round(dataset.RasterYSize / shrink))
    small = gdal.Translate("", dataset, format="MEM", width=size[0], height=size[1], resampleAlg="average")
    pixels = small.ReadAsArray().astype(float)
    pixels = pixels[:3] if pixels.ndim == 3 and len(pixels) >= 3 else np.stack([np.atleast_3d(pixels.T).T[0]] * 3)
    if dataset.GetRasterBand(1).DataType == gdal.GDT_Byte:
        pixels /= 255.0
    else:
        low, high = np.nanpercentile(pixels, (2, 98))
        pixels = (pixels - low) / max(high - low, 1e-9)
    return np.clip(pixels, 0, 1).transpose(1, 2, 0), small.GetGeoTransform(), dataset.GetProjection()


def outlines(path: Path, geotransform: tuple[float, ...], wkt: str) -> list[np.ndarray]:
    """Rings of all polygons in pixels of the display; shape (points, 2) each."""
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    transform = None
    if wkt and layer.GetSpatialRef() is not None:
        target = osr.SpatialReference()
        target.ImportFromWkt(wkt)
        target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        transform = osr.CoordinateTransformation(layer.GetSpatialRef(), target)
    inverse = gdal.InvGeoTransform(geotransform)
    rings = []

    def walk(geometry: Any) -> None:
        if geometry.GetPointCount():
            points = np.array(geometry.GetPoints())[:, :2]
            columns = inverse[0] + points[:, 0] * inverse[1] + points[:, 1] * inverse[2]
            rows = inverse[3] + points[:, 0] * inverse[4] + points[:, 1] * inverse[5]
            rings.append(np.column_stack([columns, rows]))
        for index in range(geometry.GetGeometryCount()):
            walk(geometry.GetGeometryRef(index))

    for feature in layer:
        geometry = feature.GetGeometryRef()
        if transform is not None:
            geometry.Transform(transform)
        walk(geometry)
    return rings


def draw(scene: Path, probability: Path, polygons: Path, reference: Path | None, target: Path) -> None:
    """Write the picture as PNG."""
    image, geotransform, wkt = displayed(scene)
    height, width = image.shape[:2]
    raster = gdal.Open(str(probability))
    percent = raster.ReadAsArray(buf_xsize=width, buf_ysize=height).astype(float)
    shown = np.ma.masked_equal(percent, 255.0) / 100.0
    figure, axes = plt.subplots(1, 3, figsize=(18, 18 / 3 * height / width + 1.0), dpi=110, constrained_layout=True)
    extent = (0, width, height, 0)
    for axis, title in zip(axes, ("Image", "Probability of a landslide", "Landslides")):
        axis.set_title(title, fontsize=15)
        axis.set_xticks([])
        axis.set_yticks([])
        axis.set_facecolor("#d9d9d9")
    axes[0].imshow(image, extent=extent)
    axes[2].imshow(image, extent=extent)
    drawn = axes[1].imshow(shown, cmap="inferno", vmin=0, vmax=1, extent=extent, interpolation="nearest")
    figure.colorbar(drawn, ax=axes[1], fraction=0.04, pad=0.01)
    handles = [Line2D([], [], color=FOUND, label="extracted")]
    if reference:
        axes[2].add_collection(LineCollection(outlines(reference, geotransform, wkt), colors=REFERENCE, linewidths=1.0))
        handles.append(Line2D([], [], color=REFERENCE, label="reference"))
    axes[2].add_collection(LineCollection(outlines(polygons, geotransform, wkt), colors=FOUND, linewidths=1.4))
    axes[2].set_xlim(0, width)
    axes[2].set_ylim(height, 0)
    axes[2].legend(handles=handles, loc="lower right", fontsize=11)
    figure.savefig(target)
    plt.close(figure)
