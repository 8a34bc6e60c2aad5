"""Tests of scarp.engine.labelled_image."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.label_image import LabelImage
from scarp.engine.label_raster import classes_of, label_band, rasterize_labels
from scarp.engine.labelled_image import write_label_raster
from scarp.engine.progress import Quiet
from scarp.tests.conftest import METRE, UTM, Recorder
from scarp.tests.engine.test_label_raster import box, rois

Write = Callable[..., str]


def labels_on(path: str, tmp_path: Path, classes: tuple[str, ...] = ("landslide",), rest: str = "background") -> str:
    """Labels with a box of each class, one below the other."""
    polygons = [(box(10, 10 * number, 10, 5), name) for number, name in enumerate(classes)]
    target = tmp_path / "labels.tif"
    rasterize_labels(path, [rois(*polygons)], classes, rest, target, Quiet())
    return str(target)


def valid(path: Path) -> np.ndarray:
    """Where Scarp sees the image of a label raster."""
    image = LabelImage(str(path), range(1, gdal.Open(str(path)).RasterCount), Quiet())
    return np.concatenate([part for _, part in image.strips(Quiet())])


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.int16, np.float32, np.float64])
def test_bands_and_labels_in_one_file(raster: Write, tmp_path: Path, dtype: type, gdal_exceptions: bool) -> None:
    pixels = np.random.default_rng(0).integers(1, 120, (4, 40, 50)).astype(dtype)
    names = ["blue", "green", "red", "nir"]
    path, target = raster(pixels, descriptions=names, options=["ALPHA=NO"]), tmp_path / "event_labels.tif"
    labels = labels_on(path, tmp_path, ("landslide", "river"))
    write_label_raster(path, labels, target, Quiet())
    written = gdal.Open(str(target))
    found = written.ReadAsArray()
    assert found.dtype == dtype and (found[:4] == pixels).all()
    assert (found[4] == gdal.Open(labels).ReadAsArray()).all() and set(np.unique(found[4])) == {0, 1, 2}
    assert [written.GetRasterBand(b).GetDescription() for b in range(1, 6)] == [*names, "mask"]
    assert written.GetGeoTransform() == METRE
    assert osr.SpatialReference(written.GetProjection()).GetAuthorityCode(None) == str(UTM)
    assert written.GetRasterBand(5).GetColorInterpretation() != gdal.GCI_AlphaBand
    assert (classes_of(str(target)), label_band(str(target))) == (("landslide", "river"), 5)
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.endswith(".xml")) == [
        "event_labels.tif", "labels.tif", "scene.tif"
    ]  # fmt: skip


def test_colours_are_kept_and_alpha_becomes_the_mask(raster: Write, tmp_path: Path) -> None:
    pixels = np.full((4, 300, 600), 100, np.uint8)
    pixels[3, :, :5] = 0
    pixels[3, :, 5:] = 255
    colours = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
    path = raster(pixels, colours=colours, options=["ALPHA=YES", "PHOTOMETRIC=RGB"])
    target = tmp_path / "event_labels.tif"
    write_label_raster(path, labels_on(path, tmp_path), target, Quiet())
    written = gdal.Open(str(target))
    assert [written.GetRasterBand(b).GetColorInterpretation() for b in (1, 2, 3)] == colours[:3]
    assert written.RasterCount == 4
    assert (written.ReadAsArray()[3, :, :5] == 255).all()
    mask = written.GetRasterBand(1).GetMaskBand().ReadAsArray()
    assert (mask[:, :5] == 0).all() and (mask[:, 5:] == 255).all()
    assert not Path(f"{target}.msk").exists()
    assert written.GetRasterBand(4).GetOverviewCount() == 1
    assert (valid(target) == (pixels[3] > 0)).all()


def test_a_nodata_value_beside_the_labels_is_kept(raster: Write, tmp_path: Path) -> None:
    pixels = np.full((3, 40, 50), 0.5, np.float32)
    pixels[:, :, :5] = -9999
    path, target = raster(pixels, nodata=-9999), tmp_path / "event_labels.tif"
    write_label_raster(path, labels_on(path, tmp_path), target, Quiet())
    written = gdal.Open(str(target))
    assert written.GetRasterBand(4).GetNoDataValue() == -9999
    assert written.GetRasterBand(1).GetMaskFlags() == gdal.GMF_NODATA
    assert (valid(target) == (pixels[0] > 0)).all()


@pytest.mark.parametrize("nodata", [0, 2])
def test_a_nodata_value_that_is_a_label_becomes_a_mask(raster: Write, tmp_path: Path, nodata: int) -> None:
    """Or background, or a class, would be nodata in the band of the labels."""
    pixels = np.full((3, 40, 50), 100, np.uint8)
    pixels[:, :, :5] = nodata
    pixels[0, :, 20:30] = nodata  # a colour
    path, target = raster(pixels, nodata=nodata), tmp_path / "event_labels.tif"
    write_label_raster(path, labels_on(path, tmp_path, ("landslide", "river")), target, Quiet())
    written = gdal.Open(str(target))
    assert written.GetRasterBand(4).GetNoDataValue() is None
    assert (written.ReadAsArray()[:3] == pixels).all()
    assert (valid(target) == (np.arange(50) >= 5)).all()


def test_without_nodata_there_is_no_mask(raster: Write, tmp_path: Path) -> None:
    path, target = raster(np.full((3, 40, 50), 100, np.uint8)), tmp_path / "event_labels.tif"
    write_label_raster(path, labels_on(path, tmp_path), target, Quiet())
    assert gdal.Open(str(target)).GetRasterBand(1).GetMaskFlags() == gdal.GMF_ALL_VALID


def test_bands_are_chosen(raster: Write, tmp_path: Path) -> None:
    pixels = np.arange(5, dtype=np.uint16)[:, None, None] + np.full((5, 40, 50), 1000, np.uint16)
    path, target = raster(pixels), tmp_path / "event_labels.tif"
    write_label_raster(path, labels_on(path, tmp_path, rest="unlabelled"), target, Quiet(), bands=[4, 2])
    assert gdal.Open(str(target)).ReadAsArray()[:, 0, 0].tolist() == [1003, 1001, 255]


def test_a_palette_becomes_colours(raster: Write, tmp_path: Path) -> None:
    palette = [(0, 0, 0, 255), (200, 100, 50, 255)]
    path, target = raster(np.ones((1, 40, 50), np.uint8), palette=palette), tmp_path / "event_labels.tif"
    write_label_raster(path, labels_on(path, tmp_path), target, Quiet())
    assert gdal.Open(str(target)).ReadAsArray()[:, 0, 12].tolist() == [200, 100, 50, 1]


def test_labels_of_another_image_are_refused(raster: Write, tmp_path: Path) -> None:
    path = raster(np.full((3, 40, 50), 100, np.uint8))
    labels = labels_on(path, tmp_path)
    other = raster(np.full((3, 40, 51), 100, np.uint8), "other.tif")
    with pytest.raises(ScarpError, match=r"labels.tif are 50 x 40 pixels and the image .*other.tif 51 x 40"):
        write_label_raster(other, labels, tmp_path / "event_labels.tif", Quiet())


@pytest.mark.parametrize("cancel_at", [10, 45])
def test_cancelling_leaves_nothing(raster: Write, tmp_path: Path, progress: Recorder, cancel_at: int) -> None:
    pixels = np.full((3, 900, 50), 100, np.uint8)
    pixels[:, :, :5] = 0
    path, target = raster(pixels, nodata=0), tmp_path / "event_labels.tif"
    labels = labels_on(path, tmp_path)
    before = sorted(tmp_path.iterdir())
    progress.cancel_at = cancel_at
    with pytest.raises(Cancelled):
        write_label_raster(path, labels, target, progress)
    assert sorted(tmp_path.iterdir()) == before
    assert max(progress.values) < 100


def test_a_folder_that_is_not_there_is_named(raster: Write, tmp_path: Path) -> None:
    path = raster(np.full((3, 40, 50), 100, np.uint8))
    labels = labels_on(path, tmp_path)
    with pytest.raises(ScarpError, match=r"The label raster cannot be written to .*gone: No such file or directory"):
        write_label_raster(path, labels, tmp_path / "gone" / "event_labels.tif", Quiet())
