from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.tests.ui.threshold_ground import added, percents, probability_layer
from scarp.ui import pixel_counter
from scarp.ui.pixel_counter import PixelCounter
from scarp.ui.threshold_statistics import gdal_name

HISTOGRAM = np.bincount(percents().ravel(), minlength=256)[:101]


class Listener:
    """Keeps what a counter tells."""

    def __init__(self, counter: PixelCounter) -> None:
        self.counted, self.failed, self.stopped, self.progress = [], [], [], []
        counter.counted.connect(self.counted.append)
        counter.failed.connect(self.failed.append)
        counter.stopped.connect(lambda: self.stopped.append(True))
        counter.progressed.connect(self.progress.append)


@pytest.fixture
def counter(qgis_new_project):
    PixelCounter._kept.clear()
    counter = PixelCounter()
    counter.heard = Listener(counter)
    yield counter
    counter.stop()


@pytest.fixture
def count(counter, wait):
    """Counts a layer and gives what is told last."""

    def count(layer, reference=None):
        counter.count(layer, reference)
        wait(lambda: not counter.is_counting)
        assert counter.heard.failed == []
        return counter.heard.counted[-1]

    return count


@pytest.fixture
def reads(monkeypatch):
    """How often a raster is gone through from its top."""
    rows = []
    read = ProbabilityRaster.read
    monkeypatch.setattr(ProbabilityRaster, "read", lambda self, row, n: (rows.append(row), read(self, row, n))[1])
    return lambda: rows.count(0)


def polygons(*boxes, crs="EPSG:32654", name="known"):
    layer = QgsVectorLayer(f"Polygon?crs={crs}", name, "memory")
    for box in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
        layer.dataProvider().addFeature(feature)
    return added(layer)


def test_it_works_in_the_background_and_says_how_far_it_is(raster, counter, wait):
    layer = probability_layer(raster, np.tile(percents(), (12, 1)))
    counter.count(layer)
    assert counter.is_counting and counter.heard.counted == []
    wait(lambda: not counter.is_counting)
    assert counter.heard.counted[0].pixels(0) == 12 * HISTOGRAM.sum()
    assert counter.heard.progress[-1] == 100.0


def test_what_was_counted_is_not_counted_again_until_the_file_changes(raster, count, counter, reads):
    layer = probability_layer(raster)
    first = count(layer)
    assert reads() == 1
    counter.count(layer)
    assert not counter.is_counting and counter.heard.counted[-1] is first
    other = QgsRasterLayer(layer.source(), "the same file")
    assert count(other) is first
    state = Path(layer.source()).stat()
    os.utime(layer.source(), ns=(state.st_atime_ns, state.st_mtime_ns + 1))
    assert count(layer) is not first
    assert reads() == 2


def test_of_many_layers_the_newest_are_kept(raster, count, counter, monkeypatch):
    monkeypatch.setattr(pixel_counter, "KEPT", 2)
    layers = [probability_layer(raster, name=f"event{number}") for number in range(3)]
    for layer in layers:
        count(layer)
    assert [key[0] for key in PixelCounter._kept] == [gdal_name(layer) for layer in layers[1:]]


def test_only_the_last_of_several_layers_is_told(raster, counter, wait):
    first, second = probability_layer(raster), probability_layer(raster, percents() // 2, "other")
    counter.count(first)
    counter.count(second)
    wait(lambda: not counter.is_counting and not pixel_counter._running)
    (found,) = counter.heard.counted
    assert (found.pixels(0), found.pixels(51)) == (HISTOGRAM.sum(), 0)
    assert counter.heard.stopped == counter.heard.failed == []


def test_stopped_nothing_is_told(raster, counter, wait):
    counter.count(probability_layer(raster))
    counter.stop()
    wait(lambda: not pixel_counter._running)
    assert (counter.heard.counted, counter.heard.failed, counter.heard.stopped) == ([], [], [])


def test_cancelled_in_the_task_manager_it_says_so(raster, counter, wait, monkeypatch):
    read = ProbabilityRaster.read

    def slowly(self, row, rows):
        while not counter._task.isCanceled():
            pass
        return read(self, row, rows)

    monkeypatch.setattr(ProbabilityRaster, "read", slowly)
    counter.count(probability_layer(raster, np.tile(percents(), (12, 1))))
    tasks = QgsApplication.taskManager().tasks()
    (task,) = [each for each in tasks if each.description() == "Count the pixels of event"]
    task.cancel()
    wait(lambda: counter.heard.stopped)
    assert counter.heard.counted == []


def test_a_damaged_file_is_told_in_a_sentence(raster, counter, wait):
    layer = probability_layer(raster, np.tile(percents(), (12, 1)))
    Path(layer.source()).write_bytes(b"gone")
    counter.count(layer)
    wait(lambda: counter.heard.failed)
    assert counter.heard.failed[0].startswith(f'The probability raster "{layer.source()}" cannot be read.')


def test_a_raster_of_nodata_is_told_in_a_sentence(raster, counter, wait):
    layer = probability_layer(raster, np.full((5, 5), 255, np.uint8))
    counter.count(layer)
    wait(lambda: counter.heard.failed)
    assert counter.heard.failed == [
        f'"{layer.source()}" has no valid pixel: it is nodata all over. Choose another probability layer.'
    ]


def test_polygons_as_reference_are_told_second(raster, count, counter):
    layer = probability_layer(raster)
    inside = np.zeros(percents().shape, bool)
    inside[20:60, 10:50] = True
    found = count(layer, polygons((500010, 3999940, 500050, 3999980)))
    first, second = counter.heard.counted
    assert first.histograms.landslide is None and second is found
    valid = percents() <= 100
    for counts, where in ((found.histograms.landslide, inside), (found.histograms.other, ~inside)):
        assert counts.tolist() == np.bincount(percents()[where & valid], minlength=101).tolist()
    assert found.area_m2(30) == first.area_m2(30)
    assert found.best == round(100 * found.histograms.best[0])


def test_a_reference_elsewhere_is_told_in_a_sentence(raster, counter, wait):
    counter.count(probability_layer(raster), polygons((0, 0, 10, 10)))
    wait(lambda: counter.heard.failed)
    (found,) = counter.heard.counted
    assert found.pixels(0) == HISTOGRAM.sum()
    assert counter.heard.failed == [
        'The reference "known" has no polygon on the probability raster. Choose another, or check the coordinate '
        "reference systems of both."
    ]
