"""What is known of a scene's pixels, on its working grid: their classes, and which landslide they belong to."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Union

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..engine.area import Area, AreaMissed
from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.scene import Scene, open_raster
from ..engine.windows import Window
from .job import Source
from .sample import UNLABELLED


class RasterLabels:
    """Labels and numbers of landslides that lie in rasters on the scene's own grid.

    Args:
        source: names them.
        scene: that they belong to.
        classes: how many the labels may hold.

    Raises:
        ScarpError: if one cannot be read or does not fit the scene.
    """

    def __init__(self, source: Source, scene: Scene, classes: int) -> None:
        self._scene, self._classes = scene, classes
        self._labels = _on_grid(source.labels, source.label_band, source, scene)
        self._numbers = _on_grid(source.instances, 1, source, scene, nodata=0) if source.instances else None
        self.has_instances = self._numbers is not None

    def labels(self, window: Window) -> NDArray[np.uint8]:
        """0 background, 1 and above the classes, 255 unlabelled; shape (height, width)."""
        labels = self._read(self._labels, window)
        wrong = (labels != UNLABELLED) & ~((labels >= 0) & (labels <= self._classes))
        if wrong.any():
            raise ScarpError(
                f"The labels of {self._scene.path} hold the value {labels[wrong][0]}; 0 is background, 1 to "
                f"{self._classes} the classes, 255 unlabelled. Make the label raster with scarp:createlabelraster."
            )
        return labels.astype(np.uint8)

    def numbers(self, window: Window) -> NDArray[np.int32]:
        """Which landslide a pixel belongs to, 0 for none; shape (height, width)."""
        return self._read(self._numbers, window).astype(np.int32)

    def _read(self, raster: gdal.Dataset, window: Window) -> NDArray[Any]:
        found, reason = attempt(raster.ReadAsArray, window.column, window.row, window.width, window.height)
        if found is None:
            raise ScarpError(f"The labels of {self._scene.path} cannot be read ({reason}); make them again.")
        pixels: NDArray[Any] = found
        return pixels


class PolygonLabels:
    """Landslides of a vector file, one by one; all else is background. Where two overlap, the later one has the pixel.

    Args:
        source: names the file.
        scene: that they lie on.

    Raises:
        ScarpError: if it cannot be read.
    """

    has_instances = True

    def __init__(self, source: Source, scene: Scene) -> None:
        vector = attempt(ogr.Open, source.polygons)[0] if source.polygons else None
        if vector is None:
            named = source.polygons or f"of {source.name}"
            raise ScarpError(f"The polygons {named} cannot be read; choose a vector file.")
        layer = vector.GetLayer(0)
        polygons = []
        for feature in layer:
            geometry = feature.GetGeometryRef()
            if geometry is not None:
                polygons.append(bytes(geometry.ExportToWkb()))
        own = layer.GetSpatialRef()
        # A file that states no CRS is meant to be in the scene's.
        crs_wkt = own.ExportToWkt() if own is not None and scene.crs_wkt else scene.crs_wkt
        self._area: Area | None = None
        if polygons:
            size = scene.width, scene.height
            with suppress(AreaMissed):
                self._area = Area(polygons, crs_wkt, scene.crs_wkt, scene.geotransform, size, "landslide layer")

    def labels(self, window: Window) -> NDArray[np.uint8]:
        """1 on landslides, 0 elsewhere; shape (height, width)."""
        return (self.numbers(window) > 0).astype(np.uint8)

    def numbers(self, window: Window) -> NDArray[np.int32]:
        """Which landslide a pixel belongs to, 0 for none; shape (height, width)."""
        if self._area is None:
            return np.zeros((window.height, window.width), np.int32)
        return self._area.numbers(window)


SceneLabels = Union[RasterLabels, PolygonLabels]


def scene_labels(source: Source, scene: Scene, classes: int) -> SceneLabels:
    """The labels of a source's scene.

    Args:
        source: names a scene, with labels or polygons.
        scene: that they belong to.
        classes: how many the labels may hold.

    Raises:
        ScarpError: if a file cannot be read or does not fit the scene.
    """
    return RasterLabels(source, scene, classes) if source.labels else PolygonLabels(source, scene)


def _on_grid(path: str, band: int, source: Source, scene: Scene, nodata: int | None = None) -> gdal.Dataset:
    """A band of a raster on the scene's own grid, on its working grid."""
    raster, own = open_raster(path), open_raster(source.scene)
    if (raster.RasterXSize, raster.RasterYSize) != (own.RasterXSize, own.RasterYSize):
        raise ScarpError(
            f"The labels {path} are {raster.RasterXSize} x {raster.RasterYSize} pixels, the image {source.scene} "
            f"{own.RasterXSize} x {own.RasterYSize}; make the label raster from this image."
        )
    if not 1 <= band <= raster.RasterCount:
        raise ScarpError(f"The labels {path} have no band {band}; choose one of {raster.RasterCount}.")
    options = {} if nodata is None else {"noData": nodata}
    raster = gdal.Translate("", raster, format="VRT", bandList=[band], **options)
    if (scene.width, scene.height) == (own.RasterXSize, own.RasterYSize):
        return raster
    # A label of coarser pixels is the one that most of the finer ones have.
    return gdal.Translate("", raster, format="VRT", width=scene.width, height=scene.height,
                          resampleAlg="mode" if scene.width < own.RasterXSize else "near")  # fmt: skip
