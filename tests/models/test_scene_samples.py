from __future__ import annotations

import shutil
from collections import namedtuple
from dataclasses import replace

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from scarp.engine.errors import ScarpError
from scarp.engine.progress import Quiet
from scarp.engine.scene import Scene, SceneOptions
from scarp.engine.windows import Window
from scarp.models import scene_samples as module
from scarp.models.job import Source
from scarp.models.scene_samples import scene_samples
from scarp.tests import model_files
from scarp.tests.conftest import METRE

HEIGHT, WIDTH = 12, 20


def colours(bands=3, dtype=np.uint8, high=256):
    return np.random.default_rng(1).integers(1, high, (bands, HEIGHT, WIDTH)).astype(dtype)


def some_labels():
    labels = np.zeros((1, HEIGHT, WIDTH), np.uint8)
    labels[0, 2:6, 4:10] = 1
    labels[0, :, 16:] = 255
    return labels


@pytest.fixture
def source(raster):
    """Of a scene with labels: ``source(image, labels, **changes)``."""

    def make(image=None, labels=None, nodata=None, label_nodata=None, descriptions=(), **changes):
        scene = raster(colours() if image is None else image, "scene.tif", nodata=nodata, descriptions=descriptions)
        path = raster(some_labels() if labels is None else labels, "labels.tif", nodata=label_nodata)
        return Source("coast", scene=scene, labels=path, **changes)

    return make


def read(*given, **more):
    return list(scene_samples(*given, **more))


def test_a_scene_with_labels_is_one_sample(source):
    image = colours()
    (sample,) = read(source(image))
    assert (sample.image == image).all()
    assert (sample.mask == some_labels()[0]).all()
    assert (sample.name, sample.resolution_m) == ("coast", 1.0)
    assert sample.image.dtype == sample.mask.dtype == np.uint8


@pytest.mark.parametrize("rows", [1, 5, 512])
def test_windows_are_labelled_and_what_lies_between_is_seen_however_many_rows_are_read_at_once(
    source, monkeypatch, rows
):
    monkeypatch.setattr(module, "ROWS", rows)
    monkeypatch.setattr(module, "COLUMNS", rows + 1)
    image = colours()
    windows = ((2, 1, 5, 4), (3, 2, 9, 9), (18, 10, 1, 1))
    (sample,) = read(source(image, windows=windows))
    expected = np.full((HEIGHT, WIDTH), 255, np.uint8)
    for column, row, width, height in windows:
        part = np.s_[row : row + height, column : column + width]
        expected[part] = some_labels()[0][part]
    around = np.s_[..., 1:11, 2:19]
    assert (sample.image == image[around]).all()
    assert (sample.mask == expected[around]).all()


def test_what_of_a_window_lies_beyond_the_scene_is_left_out(source):
    (sample,) = read(source(windows=((15, 8, 99, 99),)))
    assert sample.mask.shape == (4, 5)


@pytest.mark.parametrize("window", [(20, 0, 4, 4), (0, 12, 4, 4), (-1, 0, 4, 4), (0, -2, 4, 4), (3, 3, 0, 2)])
def test_a_window_that_does_not_lie_in_the_scene_is_refused(source, window):
    with pytest.raises(ScarpError, match=r"^The window \(.+\) does not lie in the scene .*scene\.tif\.$"):
        read(source(windows=(window,)))


def test_bands_are_found_by_name_or_chosen_by_number(source):
    image = colours(5)
    names = ("blue", "green", "red", "swir", "nir")
    (by_name,) = read(source(image, descriptions=names), ("nir", "red", "blue", "green"))
    assert (by_name.image == image[[4, 2, 0, 1]]).all()
    (by_number,) = read(source(image, descriptions=names, scene_bands=[4, 1]), ("swir", "blue"))
    assert (by_number.image == image[[3, 0]]).all()
    with pytest.raises(ScarpError, match=r"The model expects 3 bands \(a, b, c\); 2 are chosen"):
        read(source(image, scene_bands=[1, 2]), ("a", "b", "c"))


@pytest.mark.parametrize("values", [(), (500.0, 9000.0)])
@pytest.mark.parametrize("dtype", [np.uint16, np.float32])
def test_other_than_8_bit_is_stretched_as_extraction_does(source, values, dtype):
    image = colours(4, dtype, 10_000)
    image[:, 0, 0], image[:, 0, 1] = 1, 9_999
    given = source(image, values=values)
    (sample,) = read(given, ("red", "green", "blue", "nir"))
    scene = Scene(given.scene, model_files.contract(4), SceneOptions((), None, *values), Quiet())
    pixels, _ = scene.read(Window(0, 0, WIDTH, HEIGHT))
    assert np.abs(sample.image / 255.0 - pixels).max() <= 1.001 / 255
    assert (sample.image == np.clip(np.rint(pixels * 255), 1, 255)).all()
    low, high = values or np.percentile(image[0], (2, 98))
    expected = np.clip((image[0] - low) / (high - low), 0, 1) * 255
    assert np.abs(np.maximum(expected, 1) - sample.image[0]).max() <= 0.51
    assert sample.image[:, 0, 0].tolist() == [1] * 4  # dark, but no nodata
    assert sample.image[:, 0, 1].tolist() == [255] * 4


@pytest.mark.parametrize(("dtype", "nodata"), [(np.uint8, 0), (np.uint16, 65535), (np.float32, -9999.0)])
def test_nodata_of_the_scene_is_black_and_unlabelled(source, dtype, nodata):
    image = colours(3, dtype)
    image[:, :3] = nodata
    (sample,) = read(source(image, nodata=nodata))
    assert not sample.image[:, :3].any()
    assert (sample.mask[:3] == 255).all()
    assert sample.image[:, 3:].min() >= 1
    assert (sample.mask[3:] == some_labels()[0, 3:]).all()


def test_a_masked_scene_and_a_not_a_number_are_nodata_too(raster):
    image, mask = colours(3, np.float32), np.ones((HEIGHT, WIDTH), bool)
    mask[:, 7] = False
    labels = raster(np.zeros((1, HEIGHT, WIDTH), np.uint8), "labels.tif")
    (masked,) = read(Source("coast", scene=raster(image, mask=mask), labels=labels))
    assert ((masked.mask == 255) == ~mask).all()
    image[1, 4, 4] = np.nan
    (sample,) = read(Source("coast", scene=raster(image, "nan.tif"), labels=labels))
    assert np.argwhere(sample.mask == 255).tolist() == [[4, 4]]


def test_black_ground_is_told_from_nodata(source):
    image = colours()
    image[:, 5:7, 5:7] = 0
    (sample,) = read(source(image))
    assert (sample.image[:, 5:7, 5:7] == 1).all()
    assert (sample.mask == some_labels()[0]).all()


def test_labels_of_another_size_are_refused(source):
    message = (
        r"^The labels .*labels\.tif are 20 x 11 pixels, the image .*scene\.tif 20 x 12; make the label raster from "
        r"this image\.$"
    )
    with pytest.raises(ScarpError, match=message):
        read(source(labels=some_labels()[:, 1:]))


@pytest.mark.parametrize(("classes", "value"), [(1, 7), (1, 2), (3, 4)])
def test_a_value_that_is_no_class_is_refused(source, classes, value):
    labels = some_labels()
    labels[0, 11, 0] = value
    message = (
        rf"^The labels of .*scene\.tif hold the value {value}; 0 is background, 1 to {classes} the classes, 255 "
        r"unlabelled\. Make the label raster with scarp:createlabelraster\.$"
    )
    with pytest.raises(ScarpError, match=message):
        read(source(labels=labels), classes=classes)
    (sample,) = read(source(labels=labels, windows=((0, 0, 20, 11),)), classes=classes)  # it lies elsewhere
    assert sample.mask.shape == (11, 20)


def test_labels_of_several_classes_and_of_a_chosen_band(source):
    labels = np.concatenate([some_labels(), 2 * (some_labels() == 1)])
    (sample,) = read(source(labels=labels, label_band=2), classes=2)
    assert (sample.mask == labels[1]).all()
    with pytest.raises(ScarpError, match=r"^The labels .*labels\.tif have no band 3; choose one of 2\.$"):
        read(source(labels=labels, label_band=3))


def test_labels_may_be_a_band_of_the_image_itself(raster):
    image = np.concatenate([colours(3, np.uint16, 3000), some_labels().astype(np.uint16)])
    path = raster(image)
    (sample,) = read(Source("coast", scene=path, labels=path, label_band=4, scene_bands=[1, 2, 3]))
    assert (sample.mask == some_labels()[0]).all()
    assert sample.image.shape == (3, HEIGHT, WIDTH)


def test_a_coarser_resolution_takes_the_label_of_most_pixels(source):
    labels = np.zeros((1, HEIGHT, WIDTH), np.uint8)
    labels[0, :2, :2] = [[1, 1], [0, 1]]
    labels[0, :2, 2:4] = [[0, 1], [0, 0]]
    labels[0, 2:4, :2] = [[255, 255], [255, 1]]
    labels[0, 2:4, 2:4] = [[2, 2], [2, 0]]
    expected = np.zeros((6, 10), np.uint8)
    expected[0, 0], expected[1, :2] = 1, (255, 2)
    given = source(labels=labels, resolution_m=2.0)
    (sample,) = read(given, classes=2)
    assert (sample.mask == expected).all()
    assert sample.resolution_m == 2.0
    scene = Scene(given.scene, model_files.contract(), SceneOptions((), 2.0), Quiet())
    pixels, _ = scene.read(Window(0, 0, 10, 6))
    assert (sample.image == np.clip(np.rint(pixels * 255), 1, 255)).all()


def test_where_labels_say_that_255_is_nodata_the_labelled_ones_decide(source):
    labels = np.full((1, HEIGHT, WIDTH), 255, np.uint8)
    labels[0, 0, 0] = 1
    (sample,) = read(source(labels=labels, label_nodata=255, resolution_m=2.0))
    assert (sample.mask[0, 0], np.count_nonzero(sample.mask == 255)) == (1, 59)


def test_a_finer_resolution_repeats_the_labels(source):
    (sample,) = read(source(resolution_m=0.5))
    assert (sample.mask == some_labels()[0].repeat(2, 0).repeat(2, 1)).all()
    assert sample.image.shape == (3, 24, 40)


@pytest.mark.parametrize("resolution_m", [0.5, 2.0])
@pytest.mark.parametrize("by", ["labels", "polygons"])
def test_windows_are_in_the_scene_s_own_pixels(tmp_path, source, resolution_m, by):
    given = source(resolution_m=resolution_m, windows=((4, 2, 8, 6),))
    if by == "polygons":
        landslides = polygons(tmp_path / "landslides.gpkg", (4, 2, 10, 6))
        given = Source(given.name, scene=given.scene, polygons=landslides, windows=given.windows,
                       resolution_m=resolution_m)  # fmt: skip
    (part,), (whole,) = read(given), read(replace(given, windows=()))
    scale = 1 / resolution_m
    rows, columns = slice(int(2 * scale), int(8 * scale)), slice(int(4 * scale), int(12 * scale))
    assert part.mask.shape == (6 * scale, 8 * scale)
    assert (part.image == whole.image[:, rows, columns]).all()
    assert (part.mask == whole.mask[rows, columns]).all()
    assert (part.mask[: int(4 * scale), : int(6 * scale)] == 1).all()
    assert np.count_nonzero(part.mask == 1) == 24 * scale**2


def polygons(path, *boxes):
    """A vector file of rectangles of pixels: first column and row, last column and row."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32654)
    layer = dataset.CreateLayer("landslides", crs, ogr.wkbPolygon)
    for left, top, right, bottom in boxes:
        west, east, north, south = METRE[0] + left, METRE[0] + right, METRE[3] - top, METRE[3] - bottom
        feature = ogr.Feature(layer.GetLayerDefn())
        ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
        layer.CreateFeature(feature)
    return str(path)


def test_pixels_are_kept_in_a_folder(source, tmp_path):
    folder = tmp_path / "new" / "scenes"
    given = source(windows=((0, 0, 5, 4), (9, 2, 5, 4)))
    in_memory, on_disk = read(given), read(given, folder=folder)
    for mine, theirs in zip(in_memory, on_disk):
        assert isinstance(theirs.image, np.memmap)
        assert isinstance(theirs.mask, np.memmap)
        assert not isinstance(mine.image, np.memmap)
        assert (mine.image == theirs.image).all()
        assert (mine.mask == theirs.mask).all()
    assert sorted(path.name for path in folder.iterdir()) == ["coast_image.npy", "coast_mask.npy"]
    again = read(source(np.full((3, HEIGHT, WIDTH), 7, np.uint8)), folder=folder)  # what is there is replaced
    assert (again[0].image == 7).all()
    assert (on_disk[0].image == in_memory[0].image).all()


def test_the_name_of_a_source_is_no_path(source, tmp_path):
    given = source()
    read(Source("../../Hōfu: 2009/7", scene=given.scene, labels=given.labels), folder=tmp_path / "a" / "b")
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == [
        "______Hōfu__2009_7_image.npy", "______Hōfu__2009_7_mask.npy"
    ]  # fmt: skip


def test_a_full_disk_is_a_sentence(source, tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    needed = 4 * HEIGHT * WIDTH
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(1000, 0, needed - 1))
    message = (
        r"^The training cannot write .*coast_image\.npy \(0 MB are needed, 0 MB are free\); make room or choose "
        r"another folder\.$"
    )
    with pytest.raises(ScarpError, match=message):
        read(source(), folder=tmp_path / "scenes")
    assert list((tmp_path / "scenes").iterdir()) == []
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(1000, 0, needed))
    assert len(read(source(), folder=tmp_path / "scenes")) == 1


def test_a_folder_that_cannot_be_made_is_a_sentence(source, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ScarpError, match=r"^The training cannot write .*file/scenes/.* \(.+\); make room or choose"):
        read(source(), folder=tmp_path / "file" / "scenes")


def test_files_that_cannot_be_read_are_sentences(source, tmp_path, gdal_exceptions):
    given = source()
    with pytest.raises(ScarpError, match=r"^The layer nowhere\.tif cannot be opened: "):
        read(Source("coast", scene="nowhere.tif", labels=given.labels))
    with pytest.raises(ScarpError, match=r"^The layer nowhere\.tif cannot be opened: "):
        read(Source("coast", scene=given.scene, labels="nowhere.tif"))
    with pytest.raises(ScarpError, match=r"^The polygons of coast cannot be read; choose a vector file\.$"):
        read(Source("coast", scene=given.scene))


def test_damaged_labels_are_a_sentence(source, tmp_path, gdal_exceptions):
    given = source()
    gdal.Translate(str(tmp_path / "labels.vrt"), given.labels, format="VRT").FlushCache()
    (tmp_path / "labels.tif").unlink()
    damaged = Source("coast", scene=given.scene, labels=str(tmp_path / "labels.vrt"))
    with pytest.raises(ScarpError, match=r"^The labels of .*scene\.tif cannot be read \(.+\); make them again\.$"):
        read(damaged)


def test_what_is_read_is_told(source, progress):
    read(source(resolution_m=2.0), progress=progress)
    assert "Ground resolution: the scene has 1 m and is worked on at 2 m." in progress.infos
    assert progress.warnings == []


TOUCHING = ((2, 2, 6, 6), (6, 2, 10, 6), (12, 2, 16, 4))


def numbered():
    """What those polygons have as numbers."""
    numbers = np.zeros((HEIGHT, WIDTH), np.int32)
    for number, (left, top, right, bottom) in enumerate(TOUCHING, 1):
        numbers[top:bottom, left:right] = number
    return numbers


def test_polygons_that_touch_are_numbered_one_by_one(source, tmp_path):
    given = source()
    given = Source("coast", scene=given.scene, polygons=polygons(tmp_path / "landslides.gpkg", *TOUCHING))
    (sample,) = read(given, instances=True)
    assert sample.instances.dtype == np.int32
    assert (sample.instances == numbered()).all()
    assert (sample.mask == (numbered() > 0)).all()
    assert read(given)[0].instances is None  # where nobody needs them
    assert read(source(), instances=True)[0].instances is None  # where nobody knows


def test_two_that_touch_are_two_targets_and_by_a_label_raster_one(source, tmp_path):
    targets_of = pytest.importorskip("scarp.models.instance_targets").targets_of
    given = source(labels=(numbered() > 0)[None].astype(np.uint8))
    by_polygons = replace(given, labels="", polygons=polygons(tmp_path / "landslides.gpkg", *TOUCHING))
    found = {}
    for name, each in (("polygons", by_polygons), ("labels", given)):
        (sample,) = read(each, instances=True)
        targets = targets_of(sample.mask, sample.instances)
        assert targets["labels"].tolist() == [1] * len(targets["boxes"])
        found[name] = targets["boxes"].tolist()
    assert found == {"polygons": [list(box) for box in TOUCHING], "labels": [[2, 2, 10, 6], [12, 2, 16, 4]]}


def test_polygons_may_be_none_lie_elsewhere_or_overlap(source, tmp_path):
    scene = source().scene
    for name, boxes in (("none", ()), ("elsewhere", ((900, 900, 910, 910),))):
        given = Source(name, scene=scene, polygons=polygons(tmp_path / f"{name}.gpkg", *boxes))
        (sample,) = read(given, instances=True)
        assert not sample.mask.any() and not sample.instances.any()
    given = Source("both", scene=scene, polygons=polygons(tmp_path / "both.gpkg", (2, 2, 8, 6), (6, 4, 12, 8)))
    (sample,) = read(given, instances=True)
    assert [np.count_nonzero(sample.instances == number) for number in (1, 2)] == [20, 24]  # the later one has it


@pytest.mark.parametrize("by", ["raster", "polygons"])
@pytest.mark.parametrize("resolution_m", [1.0, 0.5, 2.0])
def test_numbers_follow_windows_nodata_and_resolution_as_the_labels_do(
    raster, source, tmp_path, by, resolution_m, monkeypatch
):
    monkeypatch.setattr(module, "ROWS", 3)
    image = colours()
    image[:, :4, :5] = 0
    windows = ((0, 0, 8, 8), (12, 0, 8, 8))
    given = source(image, (numbered() > 0)[None].astype(np.uint8), 0, windows=windows, resolution_m=resolution_m)
    if by == "raster":
        given = replace(given, instances=raster(numbered()[None], "numbers.tif"))
    else:
        given = replace(given, labels="", polygons=polygons(tmp_path / "landslides.gpkg", *TOUCHING))
    (sample,) = read(given, instances=True, folder=tmp_path / "scenes")
    assert isinstance(sample.instances, np.memmap)
    expected = numbered()
    expected[:, 8:12] = expected[8:] = 0  # between the windows nothing is known
    step = round(max(1, resolution_m))
    expected = expected[::step, ::step].repeat(round(step / resolution_m), 0).repeat(round(step / resolution_m), 1)
    height, width = sample.mask.shape
    expected = np.where(sample.mask == 1, expected[:height, :width], 0)
    assert (sample.instances == expected).all()
    assert [(expected == number).any() for number in (1, 2, 3)] == [True] * 3
    assert (sample.mask[: round(2 / resolution_m), : round(4 / resolution_m)] == 255).all()
    assert ((sample.mask == 1) == (sample.instances > 0)).all()


def test_a_coarser_pixel_is_of_the_landslide_that_most_of_its_labelled_ones_are_of(raster, source):
    labels, numbers = np.zeros((1, HEIGHT, WIDTH), np.uint8), np.zeros((1, HEIGHT, WIDTH), np.int32)
    labels[0, :4, :4] = 1
    numbers[0, :4, :4] = [[70_000, 70_000, 5, 5], [70_000, 5, 5, 0], [0, 0, 1, 0], [0, 3, 0, 0]]
    (sample,) = read(source(labels=labels, instances=raster(numbers, "numbers.tif"), resolution_m=2.0), instances=True)
    assert sample.instances[:2, :2].tolist() == [[70_000, 5], [3, 1]]


def test_numbers_on_another_grid_are_refused(raster, source):
    given = source(instances=raster(numbered()[None, 1:], "numbers.tif"))
    with pytest.raises(ScarpError, match=r"^The labels .*numbers\.tif are 20 x 11 pixels, the image .*scene\.tif 20 x"):
        read(given, instances=True)


def test_numbers_are_part_of_what_the_disk_must_take(raster, source, tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    given = source(instances=raster(numbered()[None], "numbers.tif"))
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(10_000, 0, 8 * HEIGHT * WIDTH - 1))
    with pytest.raises(ScarpError, match=r"coast_image\.npy \(0 MB are needed, 0 MB are free\)"):
        read(given, instances=True, folder=tmp_path / "scenes")
    assert read(given, folder=tmp_path / "scenes")[0].instances is None
