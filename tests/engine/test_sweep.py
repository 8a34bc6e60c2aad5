"""Tests of scarp.engine.sweep."""

from __future__ import annotations

from itertools import count

import numpy as np
import pytest
from osgeo import ogr
from scarp.engine import probability_raster
from scarp.engine import sweep as sweep_module
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.landslides import landslides
from scarp.engine.polygons import PolygonOptions
from scarp.engine.polygons_on_grid import PolygonsOnGrid, PolygonSource
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet
from scarp.engine.reference import ReferenceRaster
from scarp.engine.scores import PixelCounts, count_pixels
from scarp.engine.sweep import (
    Histograms,
    best_threshold,
    count_landslides,
    histograms,
    histograms_of_files,
    sweep,
    swept_thresholds,
)
from scarp.engine.threshold import otsu
from scarp.tests.conftest import METRE, Recorder, wkt
from scarp.tests.engine.test_components import flooded
from scarp.tests.engine.test_scores import box, write_polygons, write_raster

EVERY = [percent / 100 for percent in range(101)]


@pytest.fixture(autouse=True)
def _small_strips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probability_raster, "STRIP_ROWS", 7)
    monkeypatch.setattr(sweep_module, "PIXELS_AT_ONCE", 60)


@pytest.fixture
def percent() -> np.ndarray:
    """Random probabilities in patches, some pixels nodata."""
    rng = np.random.default_rng(11)
    coarse = np.repeat(np.repeat(rng.integers(0, 101, (9, 7)), 3, 0), 3, 1)
    fine = np.clip(coarse + rng.integers(-25, 26, coarse.shape), 0, 100).astype(np.uint8)
    fine[rng.random(fine.shape) < 0.1] = 255
    return fine


@pytest.fixture
def opened(raster):
    names = (f"p{number}.tif" for number in count())

    def write(percent: np.ndarray, **arguments) -> ProbabilityRaster:
        return ProbabilityRaster(
            raster(percent[None], next(names), nodata=255, options=["BLOCKYSIZE=1"], **arguments)
        )

    return write


def labelled(raster, labels: np.ndarray, probability: ProbabilityRaster) -> ReferenceRaster:
    grid = EvaluationGrid.of_probability(probability)
    return ReferenceRaster(raster(labels[None], "labels.tif"), grid, "labels", Quiet())


@pytest.mark.parametrize("connectedness", [4, 8])
@pytest.mark.parametrize("least", [0, 4])
def test_landslides_at_every_threshold_as_one_by_one(opened, percent, connectedness, least):
    probability = opened(percent, epsg=0)
    counters = count_landslides(probability, EVERY, connectedness, float(least), Quiet())
    for threshold, counter in zip(EVERY, counters):
        mask = (percent >= round(100 * threshold)) & (percent != 255)
        sizes = [len(group) for group in flooded(mask, connectedness) if len(group) >= least]
        assert (counter.count, counter.area_m2) == (len(sizes), sum(sizes)), threshold


@pytest.mark.parametrize(
    ("epsg", "geotransform"),
    [(32654, METRE), (4326, (141.0, 0.002, 0.0, 60.0, 0.0, -0.002)), (32654, (300000.0, 40.0, 9.0, 4e6, 5.0, -30.0))],
)
@pytest.mark.parametrize("connectedness", [4, 8])
def test_number_and_area_are_those_of_the_polygons(raster, opened, percent, epsg, geotransform, connectedness):
    probability = opened(percent, epsg=epsg, geotransform=geotransform)
    cell_m2 = abs(geotransform[1] * geotransform[5]) if epsg != 4326 else 24000.0
    path = raster(percent[None], "again.tif", epsg=epsg, geotransform=geotransform, nodata=255)
    for least_m2 in (0.0, 3.5 * cell_m2):
        found = sweep(probability, connectedness=connectedness, min_area_m2=least_m2)
        assert (found.connectedness, found.min_area_m2) == (connectedness, least_m2)
        for row in found.rows[::4]:
            polygons = list(landslides(path, row.threshold, PolygonOptions(least_m2, connectedness=connectedness)))
            assert row.landslides == len(polygons)
            assert row.area_m2 == pytest.approx(sum(each.attributes["area_m2"] for each in polygons), rel=1e-5)


def test_scores_at_every_threshold_leave_out_what_is_unlabelled_or_nodata(raster, opened, percent):
    labels = np.random.default_rng(2).choice(np.array([0, 0, 1, 255], np.uint8), percent.shape)
    probability = opened(percent)
    found = histograms(probability, labelled(raster, labels, probability), Quiet())
    use = (labels != 255) & (percent != 255)
    every = [count_pixels(percent >= round(100 * each), labels == 1, use) for each in EVERY]
    assert [found.counts_at(threshold) for threshold in EVERY] == every
    best, counts = found.best
    assert counts.f1 == max(each.f1 for each in every) and every[round(100 * best)] == counts
    assert best_threshold(found) == best
    assert (found.valid == np.bincount(percent[percent != 255], minlength=101)).all()
    assert found.otsu_threshold == otsu(found.valid)


def test_the_sweep_takes_tenths_and_hundredths_around_the_best(raster, opened, percent):
    labels = (np.where(percent == 255, 0, percent) >= 63).astype(np.uint8)
    probability = opened(percent)
    found = sweep(probability, labelled(raster, labels, probability))
    best, counts = found.histograms.best
    assert (best, counts.f1, counts.fp, counts.fn) == (0.63, 1.0, 0, 0)
    assert [row.threshold for row in found.rows] == [
        0.1, 0.2, 0.3, 0.4, 0.5, 0.59, 0.6, 0.61, 0.62, 0.63, 0.64, 0.65, 0.66, 0.67, 0.7, 0.8, 0.9,
    ]  # fmt: skip
    for row in found.rows:
        mask = (percent >= round(100 * row.threshold)) & (percent != 255)
        assert row.landslides == len(flooded(mask, 4))
        assert row.counts == count_pixels(mask, labels, percent != 255)


def test_thresholds_stay_between_0_and_1():
    assert swept_thresholds(None) == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    assert swept_thresholds(0.02)[:8] == [0.0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.1]
    assert swept_thresholds(0.99)[-6:] == [0.95, 0.96, 0.97, 0.98, 0.99, 1.0]
    assert swept_thresholds(0.55)[4:13] == [0.5, 0.51, 0.52, 0.53, 0.54, 0.55, 0.56, 0.57, 0.58]


def test_without_a_reference_it_looks_around_otsu_s(opened, percent):
    found = sweep(opened(percent))
    otsus = found.histograms.otsu_threshold
    assert {round(otsus + step / 100, 2) for step in range(-4, 5)} <= {row.threshold for row in found.rows}
    assert found.histograms.best is None and {row.counts for row in found.rows} == {None}
    with pytest.raises(ScarpError, match="needs a reference"):
        best_threshold(found.histograms)


def test_polygons_as_reference_in_degrees(opened, percent, tmp_path):
    place = (141.0, 0.001, 0.0, 36.0, 0.0, -0.001)
    probability = opened(percent, epsg=4326, geotransform=place)
    box = ogr.CreateGeometryFromWkt(
        "POLYGON((141.003 35.998,141.010 35.998,141.010 35.985,141.003 35.985,141.003 35.998))"
    )
    source = PolygonSource(lambda: [bytes(box.ExportToWkb())], wkt(4326), "drawn")
    polygons = PolygonsOnGrid.of_source(source, EvaluationGrid.of_probability(probability), tmp_path, Quiet())
    truth = np.zeros(percent.shape, bool)
    truth[2:15, 3:10] = True
    found = histograms(probability, polygons, Quiet())
    polygons.close()
    assert found.counts_at(0.5) == count_pixels(percent >= 50, truth, percent != 255)


@pytest.mark.parametrize("drawn_in", [None, 32633])
def test_files(tmp_path, drawn_in):
    rng = np.random.default_rng(8)
    truth = np.zeros((100, 90), bool)
    truth[10:40, 20:50] = truth[60:95, 5:12] = True
    percent = np.where(truth, rng.integers(45, 101, truth.shape), rng.integers(0, 60, truth.shape)).astype(np.uint8)
    percent[30:70, 40:60] = 255
    path = write_raster(tmp_path / "p.tif", percent)
    shapes = [box(20, 10, 30, 30), box(5, 60, 7, 35), box(5, 60, 7, 10)]
    reference = write_polygons(tmp_path / "r.gpkg", shapes, 4326 if drawn_in else 32633, drawn_in)
    found = histograms_of_files(path, reference)
    valid = percent != 255
    assert found.counts_at(0.5) == count_pixels(percent >= 50, truth, valid)
    assert (found.landslide == np.bincount(percent[truth & valid], minlength=101)).all()
    assert (found.other == np.bincount(percent[~truth & valid], minlength=101)).all()
    assert found.best is not None and 0.45 < found.best[0] <= 0.6


def test_a_file_elsewhere_gives_no_best_threshold(tmp_path):
    path = write_raster(tmp_path / "p.tif", np.full((4, 5), 80, np.uint8))
    found = histograms_of_files(path, write_polygons(tmp_path / "r.gpkg", [box(500, 500, 5, 5)]))
    assert (found.counts_at(0.5), found.best) == (PixelCounts(fp=20), None)


def test_unusable_files_are_sentences(tmp_path):
    path = write_raster(tmp_path / "p.tif", np.full((4, 5), 80, np.uint8))
    with pytest.raises(ScarpError, match=r'polygons ".*nowhere\.gpkg" cannot be read\. \(GDAL says: .*No such file'):
        histograms_of_files(path, str(tmp_path / "nowhere.gpkg"))
    loose = write_polygons(tmp_path / "r.gpkg", [box(0, 0, 2, 2)], None)
    with pytest.raises(ScarpError, match=r'The layer "r\.gpkg" has no coordinate reference system'):
        histograms_of_files(path, loose)
    bare = write_raster(tmp_path / "b.tif", np.full((4, 5), 80, np.uint8), None)
    with pytest.raises(ScarpError, match=r'What the layer "s\.gpkg" is compared with has no coordinate ref'):
        histograms_of_files(bare, write_polygons(tmp_path / "s.gpkg", [box(0, 0, 2, 2)]))


def test_without_any_crs_coordinates_are_compared_as_they_are(tmp_path):
    path = write_raster(tmp_path / "p.tif", np.full((4, 5), 80, np.uint8), None)
    reference = write_polygons(tmp_path / "r.gpkg", [box(1, 1, 2, 2)], None)
    assert histograms_of_files(path, reference).counts_at(0.5) == PixelCounts(tp=4, fp=16)


def test_a_reference_without_landslide_has_no_best_threshold(raster, opened, percent):
    probability = opened(percent)
    found = sweep(probability, labelled(raster, percent * 0, probability))
    assert found.histograms.best is None
    row = found.rows[0]
    valid = percent[percent != 255]
    assert row.counts == PixelCounts(fp=int((valid >= 10).sum()), tn=int((valid < 10).sum()))
    assert np.isnan(row.counts.recall) and row.counts.precision == row.counts.f1 == 0.0
    with pytest.raises(ScarpError, match="No landslide of the reference lies on valid pixels"):
        best_threshold(found.histograms)


def test_nothing_valid_and_nothing_labelled_are_sentences(raster, opened, percent):
    probability = opened(percent)
    with pytest.raises(ScarpError, match="they are all unlabelled"):
        sweep(probability, labelled(raster, np.full_like(percent, 255), probability))
    with pytest.raises(ScarpError, match="has no valid pixel in the area asked for"):
        sweep(opened(np.full_like(percent, 255)))


def test_one_value_everywhere_has_no_otsu_threshold(opened):
    found = sweep(opened(np.full((20, 5), 55, np.uint8)))
    assert found.histograms.otsu_threshold is None
    assert [row.landslides for row in found.rows] == [1, 1, 1, 1, 1, 0, 0, 0, 0]
    assert Histograms(found.histograms.valid).counts_at(0.5) is None


def test_progress_and_cancelling(raster, opened, percent):
    progress = Recorder()
    sweep(opened(percent), progress=progress)
    assert progress.values == sorted(progress.values) and progress.values[-1] == 100.0
    for at in range(0, progress.asked, 3):
        stopping = Recorder()
        stopping.cancel_after = at
        with pytest.raises(Cancelled):
            sweep(opened(percent), progress=stopping)
