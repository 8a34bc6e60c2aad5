from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingParameterRasterLayer,
    QgsRasterLayer,
    QgsRasterRange,
)
from scarp.algorithms.rasters import as_raster, gdal_source, raster_layer
from scarp.engine.errors import ScarpError

INPUT = QgsProcessingParameterRasterLayer("INPUT", "Image")


@pytest.mark.parametrize(
    ("source", "name", "options"),
    [
        ("/maps/a.tif", "/maps/a.tif", ""),
        ("/vsizip//maps/a.zip/b.tif", "/vsizip//maps/a.zip/b.tif", ""),
        ("GPKG:/maps/a.gpkg:tiles", "GPKG:/maps/a.gpkg:tiles", ""),
        ('NETCDF:"/maps/a.nc":height', 'NETCDF:"/maps/a.nc":height', ""),
        (
            "/maps/a.tif|option:NUM_THREADS=2|option:SPARSE_OK=TRUE",
            "/maps/a.tif",
            "|option:NUM_THREADS=2|option:SPARSE_OK=TRUE",
        ),
        ("/vsicurl/https://a.org/b.tif|credential:HEADER=x", "/vsicurl/https://a.org/b.tif", "|credential:HEADER=x"),
        ("/maps/a|b.tif", "/maps/a|b.tif", ""),
    ],
)
def test_what_gdal_opens(source, name, options):
    assert gdal_source(source) == (name, options)


def test_layer_as_it_is(qgis_app, image, progress):
    raster = as_raster(QgsRasterLayer(image, "May"), progress)
    assert (raster.source, raster.file, raster.name, raster.crs.authid()) == (image, image, "May", "EPSG:32654")
    assert progress.infos == progress.warnings == []


def test_options_are_named(qgis_app, image, progress):
    raster = as_raster(QgsRasterLayer(f"{image}|option:NUM_THREADS=2", "May"), progress)
    assert raster.source == image
    assert progress.warnings == ['The options "option:NUM_THREADS=2" of the layer "May" are not used.']


def test_crs_set_in_qgis_holds(qgis_app, image, progress):
    layer = QgsRasterLayer(image, "May")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32653"))
    raster = as_raster(layer, progress)
    dataset = gdal.Open(raster.source)
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "32653"
    assert dataset.GetGeoTransform() == gdal.Open(image).GetGeoTransform()
    assert (dataset.ReadAsArray() == gdal.Open(image).ReadAsArray()).all()
    assert (raster.file, Path(raster.source).name) == (image, "event.vrt")
    assert progress.infos == ['The layer "May" is read in EPSG:32653, as set in QGIS.']


def test_nodata_set_in_qgis_holds(qgis_app, raster, progress):
    path = raster(np.array([[[1, 2, 3]]], np.int16).repeat(3, 0))
    layer = QgsRasterLayer(path, "May")
    layer.dataProvider().setUserNoDataValue(2, [QgsRasterRange(3, 3)])
    dataset = gdal.Open(as_raster(layer, progress).source)
    assert [dataset.GetRasterBand(band).GetNoDataValue() for band in (1, 2, 3)] == [3, 3, 3]
    assert progress.infos == ['The layer "May" is read with nodata 3, as set in QGIS.']
    layer.dataProvider().setUserNoDataValue(2, [QgsRasterRange(1, 2)])
    assert as_raster(layer, progress).source == path
    assert progress.warnings == ['The additional nodata ranges of the layer "May" are not used; set one value.']


def test_what_is_no_raster_is_named(qgis_app, tmp_path):
    def layer(value: object) -> QgsRasterLayer | None:
        return raster_layer(INPUT, {"INPUT": value}, QgsProcessingContext())

    assert layer(None) is None
    text = tmp_path / "notes.txt"
    text.write_text("no raster")
    with pytest.raises(
        ScarpError, match=f"The layer {text} cannot be opened: .*not recognized.*Choose another raster."
    ):
        layer(str(text))
    with pytest.raises(ScarpError, match=r"/no/such.tif cannot be opened: .*No such file"):
        layer("/no/such.tif")
    with pytest.raises(ScarpError, match=r"is no raster that can be read; choose another."):
        layer(QgsRasterLayer("/no/such.tif", "lost"))
    tiles = QgsRasterLayer("type=xyz&url=file:///nowhere/{z}/{x}/{y}.png", "Basemap", "wms")
    with pytest.raises(ScarpError, match='"Basemap" comes from "wms", which gives pictures, not pixel values'):
        layer(tiles)
