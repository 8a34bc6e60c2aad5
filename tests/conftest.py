"""What tests of every room share: rasters and models made in a moment, a progress that records, the real data."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr

UTM = 32654
METRE = (500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0)
"""Geotransform: 1 m pixels, north up."""


@pytest.fixture(scope="session", autouse=True)
def datasets_closed_before_qgis_ends(qgis_app: Any) -> Iterator[None]:
    """QGIS ends GDAL: a data set that a caught error's traceback still holds would be closed once more."""
    yield
    gc.collect()


@pytest.fixture(scope="session", autouse=True)
def layer_tree_view(qgis_iface: Any) -> Iterator[None]:
    """QGIS from 3.42 on asks its window for a real layer tree when results are loaded; pytest-qgis has a mock."""
    from qgis.core import QgsLayerTreeModel, QgsProject
    from qgis.gui import QgsLayerTreeView

    view = QgsLayerTreeView()
    view.setModel(QgsLayerTreeModel(QgsProject.instance().layerTreeRoot(), view))
    qgis_iface.layerTreeView = lambda: view
    yield
    del qgis_iface.layerTreeView
    view.deleteLater()


class Recorder:
    """A progress that keeps what it is told, and cancels when told to.

    Attributes:
        infos, warnings, values: what was pushed and set, in order.
        asked: how often it was asked whether to stop.
        cancel_after: answers yes from this question on, counted from 0.
        cancel_at: answers yes once this much is done, 0 to 100.
    """

    def __init__(self) -> None:
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.values: list[float] = []
        self.asked = 0
        self.cancel_after: float = float("inf")
        self.cancel_at: float = float("inf")

    def isCanceled(self) -> bool:
        self.asked += 1
        return self.asked > self.cancel_after or max(self.values, default=0.0) >= self.cancel_at

    def setProgress(self, progress: float) -> None:
        self.values.append(progress)

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


@pytest.fixture
def progress() -> Recorder:
    """A progress that records; set its ``cancel_after`` or ``cancel_at`` to cancel."""
    return Recorder()


def wkt(epsg: int) -> str:
    """A coordinate system as well-known text."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(epsg)
    return str(crs.ExportToWkt())


@pytest.fixture
def raster(tmp_path: Path) -> Callable[..., str]:
    """Writes a raster: ``raster(pixels, name=..., epsg=..., geotransform=..., nodata=..., mask=..., ...)`` -> path.

    Args of what it returns:
        pixels: shape (bands, height, width); its type is the raster's.
        name: of the file, in ``tmp_path``.
        epsg: of its CRS; 0 for none.
        geotransform: nothing for none.
        nodata: value, for all bands or one for each.
        mask: shape (height, width), a mask band of the data set.
        descriptions, colours: of the bands.
        palette: colours of the values 0, 1, ...
        options: of the GeoTIFF driver.
    """

    def write(
        pixels: NDArray[Any], name: str = "scene.tif", epsg: int = UTM,
        geotransform: Sequence[float] | None = METRE, nodata: float | Sequence[float | None] | None = None,
        mask: NDArray[np.bool_] | None = None, descriptions: Sequence[str] = (), colours: Sequence[int] = (),
        palette: Sequence[tuple[int, ...]] = (), options: Sequence[str] = (),
    ) -> str:  # fmt: skip
        from osgeo import gdal_array

        path = str(tmp_path / name)
        bands, height, width = pixels.shape
        kind = gdal_array.NumericTypeCodeToGDALTypeCode(pixels.dtype.type)
        driver = gdal.GetDriverByName("GTiff")
        dataset = driver.Create(path, width, height, bands, kind, list(options))
        if geotransform is not None:
            dataset.SetGeoTransform(tuple(geotransform))
        if epsg:
            dataset.SetProjection(wkt(epsg))
        for index, colour in enumerate(colours):
            dataset.GetRasterBand(index + 1).SetColorInterpretation(colour)
        for index, description in enumerate(descriptions):
            dataset.GetRasterBand(index + 1).SetDescription(description)
        if palette:
            table = gdal.ColorTable()
            for index, colour in enumerate(palette):
                table.SetColorEntry(index, colour)
            dataset.GetRasterBand(1).SetColorTable(table)
        for index in range(bands):
            value = nodata[index] if isinstance(nodata, Sequence) else nodata
            if value is not None:
                dataset.GetRasterBand(index + 1).SetNoDataValue(value)
        for index, band in enumerate(pixels):
            dataset.GetRasterBand(index + 1).WriteArray(band)
        if mask is not None:
            dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
            dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(mask, 255, 0).astype(np.uint8))
        dataset.FlushCache()
        del dataset
        return path

    return write


@pytest.fixture
def model_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a tiny model: ``model_file("mean", tile_size=32, ...)`` -> path; arguments of ``model_files.build``."""
    pytest.importorskip("onnx")
    from scarp.tests import model_files

    def write(body: str = "first_band", name: str = "", **arguments: Any) -> Path:
        return model_files.write(tmp_path / (name or f"{body}.onnx"), model_files.build(body, **arguments))

    return write


@pytest.fixture(params=[False, True], ids=["plain", "exceptions"])
def gdal_exceptions(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Runs the test with GDAL's exceptions off and on, as QGIS may have them."""
    changed = [module for module in (gdal, ogr, osr) if bool(module.GetUseExceptions()) is not request.param]
    for module in changed:
        module.UseExceptions() if request.param else module.DontUseExceptions()
    yield request.param
    for module in reversed(changed):  # GDAL before 3.7 keeps a stack of them
        module.DontUseExceptions() if request.param else module.UseExceptions()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the real images, which stay outside the repository; named by SCARP_DATA."""
    folder = os.environ.get("SCARP_DATA")
    if not folder:
        pytest.skip("SCARP_DATA does not name the folder of the real images")
    path = Path(folder)
    assert path.is_dir(), f"SCARP_DATA names {path}, which is no folder"
    return path
