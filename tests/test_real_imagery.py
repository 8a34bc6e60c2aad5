"""The bundled model on real imagery, through the whole pipeline."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from osgeo import gdal, ogr
from scarp.engine.extract import ExtractionOptions, extract_probability
from scarp.engine.inference import Model
from scarp.engine.landslides import landslides
from scarp.engine.progress import Quiet
from scarp.engine.sweep import histograms_of_files
from scarp.models.bundled import bundled_models
from scarp.models.evaluate import evaluate, subsets
from scarp.models.samples import samples


@pytest.fixture(scope="module")
def unet():
    pytest.importorskip("onnxruntime")
    return Model(bundled_models()["unet"].path, "cpu", 0, Quiet())


def test_drone_image_is_extracted_and_its_black_collar_is_not(unet, shared_data, tmp_path):
    image = shared_data / "scenes" / "uav_ortho.tif"
    target = tmp_path / "probability.tif"
    found = extract_probability(str(image), unet, target, ExtractionOptions(), Quiet())
    assert found.resolution_m == 0.3  # the finest that the model was made for
    counts = histograms_of_files(str(target), str(shared_data / "scenes" / "uav_ortho_landslides.gpkg")).counts_at(0.5)
    assert counts is not None and counts.precision > 0.65
    assert counts.f1 > 0.6

    scene = gdal.Open(str(image))
    burnt = gdal.GetDriverByName("MEM").Create("", scene.RasterXSize, scene.RasterYSize, 1, gdal.GDT_Byte)
    burnt.SetGeoTransform(scene.GetGeoTransform())
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("found", None, ogr.wkbPolygon)
    for landslide in landslides(str(target), 0.1):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkb(landslide.geometry_wkb))
        layer.CreateFeature(feature)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.RasterizeLayer(burnt, [1], layer, burn_values=[1])
    gdal.PopErrorHandler()
    inside = burnt.ReadAsArray() > 0
    black = (scene.ReadAsArray() == 0).all(axis=0)
    assert inside.sum() > 150_000
    # A pixel of 0.3 m at the collar's edge may reach over it by a few of 8 cm.
    assert (inside & black).sum() < 0.001 * inside.sum()


@pytest.mark.parametrize(("index", "lowest"), [(0, 0.5), (1, 0.55)])
def test_tiles_that_were_not_trained_on_score_as_they_did(unet, shared_data, index, lowest):
    source = subsets(shared_data)[index]
    some = itertools.islice((s for s in samples(source) if s.mask.any() and s.mask.size < 200_000), 24)
    histograms = evaluate(unet, some, ExtractionOptions())
    assert histograms.landslide.sum() > 5000
    assert histograms.at(0.5).f1 > lowest
    assert np.isclose(histograms.at(0.5).tp, histograms.landslide[50:].sum())
