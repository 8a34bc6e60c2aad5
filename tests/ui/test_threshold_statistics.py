from __future__ import annotations

import zipfile

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsVectorLayer,
)
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.progress import Quiet
from scarp.engine.threshold import otsu
from scarp.tests.ui.threshold_ground import added, percents, probability_layer, write_scale
from scarp.ui.threshold_statistics import (
    Reference,
    count_pixels,
    count_with_reference,
    excluded,
    gdal_name,
    wkt_of,
)

HISTOGRAM = np.bincount(percents().ravel(), minlength=256)[:101]


def count(layer, reference=None, progress=None):
    """What is counted of a layer."""
    known = gdal_name(layer), wkt_of(layer.crs()), excluded(layer)
    found = count_pixels(*known, progress or Quiet())
    return found if reference is None else count_with_reference(found, *known, Reference.of(reference), Quiet())


def polygons(*boxes, crs="EPSG:32654", name="known"):
    layer = QgsVectorLayer(f"Polygon?crs={crs}", name, "memory")
    for box in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
        layer.dataProvider().addFeature(feature)
    return added(layer)



def test_pixels_area_and_marks(raster, qgis_new_project):
    found = count(probability_layer(raster))
    assert found.histograms.valid.tolist() == HISTOGRAM.tolist()
    for percent in range(101):
        assert found.pixels(percent) == HISTOGRAM[percent:].sum()
        # A square metre of the map near the central meridian, and on the ellipsoid.
        assert found.area_m2(percent) == pytest.approx(HISTOGRAM[percent:].sum() / 0.9996**2, rel=1e-4)
    assert (found.recommended, found.otsu, found.best) == (55, round(100 * otsu(HISTOGRAM)), None)


def test_nodata_and_crs_that_are_set_on_the_layer_count(raster, qgis_new_project):
    layer = probability_layer(raster)
    assert count(layer).area_m2(0) == pytest.approx(HISTOGRAM.sum() / 0.9996**2, rel=1e-4)
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0.5, 0.5), QgsRasterRange(0.895, 1.0)])
    # In Mercator's map the metres are longer than on the ground.
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    found = count(layer)
    assert [percent for percent in range(101) if found.histograms.valid[percent] == 0] == [50, *range(90, 101)]
    latitude = np.arctan(np.sinh(4_000_000 / 6378137))
    assert found.area_m2(0) == pytest.approx(found.pixels(0) * np.cos(latitude) ** 2, rel=0.01)


def test_without_a_crs_the_area_is_not_known(raster, qgis_new_project):
    found = count(probability_layer(raster, epsg=0))
    assert (found.pixels(0), found.area_m2(0)) == (HISTOGRAM.sum(), None)


def test_in_degrees_each_row_has_its_own_area(raster, qgis_new_project):
    pixels = np.full((200, 10), 20, np.uint8)
    pixels[:100] = 80
    found = count(probability_layer(raster, pixels, epsg=4326, geotransform=(10, 0.1, 0, 60, 0, -0.1)))
    north, all_of_it = found.area_m2(50), found.area_m2(0)
    sine = np.sin(np.radians([60, 50, 40]))
    assert north / all_of_it == pytest.approx((sine[0] - sine[1]) / (sine[0] - sine[2]), rel=5e-3)


def test_edits_that_are_not_saved_count_and_other_crs_too(raster, qgis_new_project):
    layer = probability_layer(raster)
    known = polygons(crs="EPSG:4326")
    box = QgsGeometry.fromRect(QgsRectangle(500010, 3999940, 500050, 3999980))
    box.transform(QgsCoordinateTransform(layer.crs(), known.crs(), QgsProject.instance()))
    known.startEditing()
    feature = QgsFeature()
    feature.setGeometry(box)
    known.addFeature(feature)
    assert count(layer, known).histograms.landslide.sum() == (percents()[20:60, 10:50] <= 100).sum()
    known.rollBack()


def test_a_label_raster_as_reference(raster, qgis_new_project):
    labels = np.zeros(percents().shape, np.uint8)
    labels[:50], labels[60:] = 1, 255
    known = added(QgsRasterLayer(raster(labels[None], "labels.tif", nodata=255), "labels"))
    found = count(probability_layer(raster), known).histograms
    assert found.landslide.sum() == (percents()[:50] <= 100).sum()
    assert found.other.sum() == (percents()[50:60] <= 100).sum()


def test_polygons_as_reference(raster, qgis_new_project):
    layer, valid = probability_layer(raster), percents() <= 100
    inside = np.zeros(percents().shape, bool)
    inside[20:60, 10:50] = True
    found = count(layer, polygons((500010, 3999940, 500050, 3999980)))
    for counts, where in ((found.histograms.landslide, inside), (found.histograms.other, ~inside)):
        assert counts.tolist() == np.bincount(percents()[where & valid], minlength=101).tolist()
    assert found.area_m2(30) == count(layer).area_m2(30)
    assert found.best == round(100 * found.histograms.best[0])


def test_a_reference_elsewhere_is_refused(raster, qgis_new_project):
    with pytest.raises(ScarpError) as caught:
        count(probability_layer(raster), polygons((0, 0, 10, 10)))
    assert str(caught.value) == (
        'The reference "known" has no polygon on the probability raster. Choose another, or check the coordinate '
        "reference systems of both."
    )


def test_it_stops_when_asked_to(raster, qgis_new_project, progress):
    progress.cancel_after = 1
    with pytest.raises(Cancelled):
        count(probability_layer(raster, np.tile(percents(), (12, 1))), progress=progress)


def test_a_layer_in_an_archive_is_found(raster, qgis_new_project, tmp_path):
    path = write_scale(raster(percents()[None], "packed.tif", nodata=255))
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.write(path, "packed.tif")
    layer = QgsRasterLayer(f"/vsizip/{tmp_path}/packed.zip/packed.tif", "packed")
    assert layer.isValid()
    assert gdal_name(layer) == f"/vsizip/{tmp_path}/packed.zip/packed.tif"
    assert count(layer).pixels(0) == HISTOGRAM.sum()
    assert gdal_name(QgsRasterLayer(f"{path}|option:NUM_THREADS=1", "with options")) == path
