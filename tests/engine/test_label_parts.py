from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine import label_parts
from scarp.engine.errors import Cancelled
from scarp.engine.label_parts import copy_without, count_labels
from scarp.engine.label_raster import classes_of
from scarp.engine.windows import Window


@pytest.fixture
def labels(raster):
    """Writes labels with two classes: ``labels(array, name)`` -> path."""

    def write(array, name):
        path = raster(np.asarray(array, np.uint8)[None], name, nodata=255)
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetMetadataItem("SCARP_CLASSES", '["landslide", "川"]')
        del dataset
        return path

    return write


def test_copy_without(labels, tmp_path, progress):
    first = labels([[0, 1, 2], [1, 1, 255]], "first.tif")
    second = labels([[255, 0, 255], [1, 255, 2]], "second.tif")
    target = tmp_path / "rest.tif"
    copy_without(first, second, target, progress)
    copied = gdal.Open(str(target))
    np.testing.assert_array_equal(copied.ReadAsArray(), [[0, 255, 2], [255, 1, 255]])
    assert classes_of(str(target)) == ("landslide", "川")
    assert copied.GetGeoTransform() == gdal.Open(first).GetGeoTransform()
    assert copied.GetProjection() == gdal.Open(first).GetProjection()


def test_copy_in_strips(labels, tmp_path, progress, monkeypatch):
    monkeypatch.setattr(label_parts, "ROWS", 3)
    rng = np.random.default_rng(1)
    ours, theirs = (rng.choice(np.array([0, 1, 2, 255], np.uint8), (10, 7)) for _ in range(2))
    target = tmp_path / "rest.tif"
    copy_without(labels(ours, "first.tif"), labels(theirs, "second.tif"), target, progress)
    np.testing.assert_array_equal(gdal.Open(str(target)).ReadAsArray(), np.where(theirs == 255, ours, 255))


def test_a_cancelled_copy_leaves_nothing(labels, tmp_path, progress):
    first, second = labels([[0, 1]], "first.tif"), labels([[255, 0]], "second.tif")
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        copy_without(first, second, tmp_path / "rest.tif", progress)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.tif", "second.tif"]


def test_count_labels(labels, progress, monkeypatch):
    monkeypatch.setattr(label_parts, "ROWS", 1)
    path = labels([[0, 1, 2], [1, 1, 255], [0, 0, 7]], "labels.tif")
    counts = count_labels(path, 1, [], progress)
    assert {value: int(count) for value, count in enumerate(counts) if count} == {0: 3, 1: 3, 2: 1, 255: 2}
    counts = count_labels(path, 1, [Window(0, 0, 2, 2), Window(2, 1, 1, 2)], progress)
    assert {value: int(count) for value, count in enumerate(counts) if count} == {0: 1, 1: 3, 255: 2}


def test_counting_is_cancelled(labels, progress):
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        count_labels(labels([[0, 1]], "labels.tif"), 1, [], progress)
