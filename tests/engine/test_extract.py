"""Tests of scarp.engine.extract: the probability raster as a whole."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from scarp.engine import extract
from scarp.engine.area import Area, spatial_reference
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.extract import ExtractionOptions, ProbabilityMap, extract_probability
from scarp.engine.inference import Model
from scarp.engine.probability import ProbabilityWriter
from scarp.engine.progress import Quiet
from scarp.engine.scene import Scene, SceneOptions

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

METRE = (500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0)
QUIET = Quiet()
Raster = Callable[..., str]


@pytest.fixture
def load(model_file: Callable[..., Path]) -> Iterator[Callable[..., Model]]:
    """Makes a model and loads it."""
    loaded: list[Model] = []

    def make(*arguments: Any, threads: int = 1, **settings: Any) -> Model:
        name = f"{len(loaded)}.onnx"
        loaded.append(Model(model_file(*arguments, name=name, **settings), "cpu", threads, QUIET))
        return loaded[-1]

    yield make
    for model in loaded:
        model.close()


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    """In a folder of its own, so that what is left there can be counted."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "probability.tif"


def left_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def noise(bands: int = 3, height: int = 150, width: int = 200, kind: Any = np.uint8) -> NDArray[Any]:
    return np.random.default_rng(3).integers(16, 256, (bands, height, width)).astype(kind)


def percent(band: NDArray[Any], valid: Any = True) -> NDArray[np.uint8]:
    """What a model whose probability is the first band must give."""
    return np.where(valid, np.floor(band / 255 * 100 + 0.5), 255).astype(np.uint8)


def run(
    path: str, model: Model, destination: Path, progress: Any = QUIET, area: Any = None, **options: Any
) -> tuple[NDArray[np.uint8], ProbabilityMap]:
    scene = SceneOptions(**{key: options.pop(key) for key in list(options) if key in SceneOptions.__annotations__})
    found = extract_probability(path, model, destination, ExtractionOptions(scene, **options), progress, area)
    dataset = gdal.Open(str(found.path))
    values: NDArray[np.uint8] = dataset.ReadAsArray()
    assert left_in(destination.parent) == [destination.name]
    assert (found.histogram == np.bincount(values[values != 255], minlength=101)).all()
    return values, found


def refusal(*arguments: Any, error: type[ScarpError] = ScarpError, **settings: Any) -> str:
    """The message of a run that fails, after it has been seen that it left nothing and took nothing away."""
    destination: Path = arguments[2]
    destination.write_text("old")
    with pytest.raises(error) as raised:
        run(*arguments, **settings)
    assert left_in(destination.parent) == [destination.name]
    assert destination.read_text() == "old"
    assert not [thread for thread in threading.enumerate() if thread.name in ("scarp-reader", "scarp-writer_0")]
    return str(raised.value)


def polygons(*texts: str, epsg: int = 32654) -> Callable[[Scene], Area]:
    """Area of polygons given as well-known text."""
    crs = osr.SpatialReference()
    if epsg:
        crs.ImportFromEPSG(epsg)
    shapes = [bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in texts]

    def area(scene: Scene) -> Area:
        size = scene.width, scene.height
        return Area(shapes, crs.ExportToWkt() if epsg else "", scene.crs_wkt, scene.geotransform, size)

    return area


def box(column: float, row: float, width: float, height: float) -> str:
    west, north = 500000 + column, 4000000 - row
    east, south = west + width, north - height
    return f"POLYGON(({west} {north}, {east} {north}, {east} {south}, {west} {south}, {west} {north}))"


def counted(model: Model, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Tiles of each batch that the model is given from now on."""
    batches: list[int] = []
    real = model.run

    def count(tiles: NDArray[np.float32], progress: Any) -> NDArray[np.float32]:
        batches.append(len(tiles))
        return real(tiles, progress)

    monkeypatch.setattr(model, "run", count)
    return batches


# Each pixel its probability


@pytest.mark.parametrize("size", [(1, 1), (7, 5000), (5000, 7), (64, 64), (65, 63), (150, 200)])
def test_any_size(size: tuple[int, int], gdal_exceptions: bool, load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise(3, *size)
    values, found = run(raster(pixels), load(), destination)
    assert (values == percent(pixels[0])).all()
    assert found.resolution_m == 1.0
    assert gdal.Open(str(destination)).GetGeoTransform() == METRE


@pytest.mark.parametrize("tile", [1, 13, 32, 50, 64, 512])
@pytest.mark.parametrize("overlap", [0.0, 0.125, 0.5])
def test_same_whatever_the_tile_and_the_overlap(
    tile: int, overlap: float, load: Any, raster: Raster, destination: Path
) -> None:
    pixels = noise(3, 40, 70) if tile == 1 else noise()
    assert (run(raster(pixels), load(), destination, tile=tile, overlap=overlap)[0] == percent(pixels[0])).all()


@pytest.mark.parametrize("batch", [1, 2, 3, 7, 100])
def test_same_whatever_the_batch(batch: int, load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    assert (run(raster(pixels), load(), destination, batch=batch)[0] == percent(pixels[0])).all()


@pytest.mark.parametrize("body", ["first_band", "mean", "slow"])
def test_same_whatever_the_threads_and_the_batch(body: str, load: Any, raster: Raster, destination: Path) -> None:
    path = raster(noise(3, 70, 90))
    one = run(path, load(body, tile_size=32), destination)[0]
    several = run(path, load(body, tile_size=32, threads=3), destination, batch=4)[0]
    assert (one == several).all()


@pytest.mark.parametrize("shape", [("n", "c", 48, 48), (3, "c", 48, 48), (1, "c", 48, 56), (2, "c", 256, 256)])
def test_models_of_fixed_size(shape: Any, load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    assert (run(raster(pixels), load(shape=shape), destination)[0] == percent(pixels[0])).all()


def test_sides_that_do_not_divide(load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    assert (run(raster(pixels), load(multiple=32, tile_size=50), destination)[0] == percent(pixels[0])).all()


def test_standardisation_is_undone_by_nothing(load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    mean, std = (0.2, 0.5, 0.5), (2.0, 1.0, 1.0)
    values, _ = run(raster(pixels), load(mean=mean, std=std), destination)
    expected = np.floor(np.clip((pixels[0] / 255 - 0.2) / 2, 0, 1) * 100 + 0.5)
    assert np.abs(values - expected).max() <= 1  # where float32 rounds to the other side
    assert (values == expected).mean() > 0.99


# Blending: a 3 x 3 mean spoils each tile's outermost pixels, by a third of the brightest value at most (five ninths in
# a corner), and only ever darkens them. They count by half a pixel's distance of the overlap, along columns and along
# rows: so no pixel may differ from the truth, or between two layouts of tiles, by more than this and rounding.


def blending_bound(overlap_pixels: int) -> float:
    return 100 * (1 / 3 + 1 / 3) * 0.5 / overlap_pixels + 1


def truth(band: NDArray[Any]) -> NDArray[np.float64]:
    around = np.pad(band / 255, 1)
    height, width = band.shape
    return sum(around[r : r + height, c : c + width] for r in range(3) for c in range(3)) / 9 * 100  # type: ignore[no-any-return]


@pytest.mark.parametrize(("tile", "overlap"), [(32, 0.25), (64, 0.125), (64, 0.5), (50, 0.2)])
def test_a_contextual_model_is_blended_to_within_the_bound(
    tile: int, overlap: float, load: Any, raster: Raster, destination: Path
) -> None:
    pixels = noise()
    values, _ = run(raster(pixels), load("mean"), destination, tile=tile, overlap=overlap)
    difference = np.abs(values - truth(pixels[0]))
    assert difference.max() <= blending_bound(round(tile * overlap))
    assert (difference <= 0.51).mean() > 0.8


def test_without_overlap_the_seams_would_show(load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    values, _ = run(raster(pixels), load("mean"), destination, overlap=0.0)
    assert np.abs(values - truth(pixels[0])).max() > 3 * blending_bound(8)


@pytest.mark.parametrize(("body", "bound"), [("first_band", 0.0), ("mean", blending_bound(8))])
@pytest.mark.parametrize("shift", [(13, 7), (1, 55), (31, 29)])
def test_a_shifted_scene_gives_the_same_map(
    shift: tuple[int, int], body: str, bound: float, load: Any, raster: Raster, destination: Path
) -> None:
    pixels = noise()
    model = load(body)
    whole, _ = run(raster(pixels, "whole.tif"), model, destination)
    part, _ = run(raster(pixels[:, shift[0] :, shift[1] :], "part.tif"), model, destination)
    difference = np.abs(whole[shift[0] :, shift[1] :].astype(int) - part)
    assert difference[1:, 1:].max() <= bound  # the outermost pixels have other neighbours in the shifted scene


# Nodata


def hole_of(pixels: NDArray[Any]) -> NDArray[np.bool_]:
    hole = np.zeros(pixels.shape[1:], bool)
    hole[20:90, 30:160] = True
    hole[100:, 170:] = True
    return hole


@pytest.mark.parametrize("body", ["first_band", "mean"])
@pytest.mark.parametrize("how", ["value", "NaN", "mask", "alpha", "collar"])
def test_nodata_in_nodata_out(how: str, body: str, load: Any, raster: Raster, destination: Path) -> None:
    pixels, settings, options = noise(), {}, {}
    hole = hole_of(pixels)
    if how == "value":
        pixels[:, hole], settings = 0, {"nodata": 0}
    elif how == "NaN":
        pixels, options = pixels.astype(np.float32), {"value_min": 0, "value_max": 255}
        pixels[0, hole] = np.nan
    elif how == "mask":
        settings = {"mask": ~hole}
    elif how == "alpha":
        alpha = np.where(hole, 0, 255).astype(np.uint8)
        pixels, settings = np.concatenate([pixels, alpha[None]]), {"options": ["ALPHA=YES", "PHOTOMETRIC=RGB"]}
    else:
        hole[20:90] = False
        pixels[:, hole] = 0
    values, _ = run(raster(pixels, **settings), load(body), destination, **options)
    assert ((values == 255) == hole).all()
    if body == "first_band":
        assert (values == percent(np.nan_to_num(pixels[0]), ~hole)).all()


def test_windows_without_valid_pixels_are_not_run(
    load: Any, raster: Raster, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = noise(3, 256, 256)
    pixels[:, :, 64:] = 0
    model = load()
    batches = counted(model, monkeypatch)
    _, found = run(raster(pixels, nodata=0), model, destination, overlap=0.0)
    assert sum(batches) == found.windows == 4


def test_a_sparse_file(load: Any, raster: Raster, destination: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "sparse.tif")
    options = ["SPARSE_OK=TRUE", "TILED=YES", "BLOCKXSIZE=128", "BLOCKYSIZE=128"]
    dataset = gdal.GetDriverByName("GTiff").Create(path, 600, 500, 3, gdal.GDT_Byte, options)
    dataset.SetGeoTransform(METRE)
    pixels = noise(3, 100, 100)
    for index in range(3):
        dataset.GetRasterBand(index + 1).SetNoDataValue(0)
        dataset.GetRasterBand(index + 1).WriteArray(pixels[index], 300, 200)
    del dataset
    values, found = run(path, load(), destination)
    expected = np.full((500, 600), 255, np.uint8)
    expected[200:300, 300:400] = percent(pixels[0])
    assert (values == expected).all()
    assert found.windows < 12


# Types, bands, places


@pytest.mark.parametrize("kind", [np.uint16, np.int16, np.int32, np.float32, np.float64])
def test_copy_in_another_type_gives_the_same_map(kind: Any, load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    pixels[:, hole_of(pixels)] = 0
    model = load("mean")
    eight, _ = run(raster(pixels, "a.tif", nodata=0), model, destination)
    copy = raster(pixels.astype(kind), "b.tif", nodata=0)
    other, _ = run(copy, model, destination, value_min=0, value_max=255)
    assert (eight == other).all()


def test_bands_as_chosen(load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise(4)
    values, _ = run(raster(pixels), load(), destination, bands=[3, 2, 1])
    assert (values == percent(pixels[2])).all()


def test_palette(load: Any, raster: Raster, destination: Path) -> None:
    palette = [(10, 20, 30, 255), (200, 100, 50, 255), (0, 255, 5, 255)]
    index = noise(1) % 3
    values, _ = run(raster(index, palette=palette), load(), destination)
    assert (values == percent(np.array(palette)[index[0], 0])).all()


@pytest.mark.parametrize(
    "geotransform",
    [(500000.0, 0.8, 0.6, 4000000.0, 0.6, -0.8), (500000.0, 1.0, 0.0, 4000000.0, 0.0, 1.0)],
    ids=["rotated", "south up"],
)
def test_place_is_kept(geotransform: Any, load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    values, _ = run(raster(pixels, geotransform=geotransform), load(), destination)
    assert (values == percent(pixels[0])).all()
    assert gdal.Open(str(destination)).GetGeoTransform() == pytest.approx(geotransform)


def test_without_crs(load: Any, raster: Raster, destination: Path, progress: Any) -> None:
    pixels = noise()
    path = raster(pixels, epsg=0, geotransform=None)
    values, found = run(path, load(), destination, progress)
    assert (values == percent(pixels[0])).all()
    assert (found.crs_wkt, gdal.Open(str(destination)).GetProjection()) == ("", "")
    assert progress.warnings == [
        f"The layer {path} has no coordinate system: it is worked on pixel by pixel, and areas are in pixels."
    ]


def test_a_drone_image_is_worked_on_at_the_model_s_finest(
    load: Any, raster: Raster, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = np.random.default_rng(0).integers(16, 256, (3, 3, 4)).astype(np.uint8)
    pixels = blocks.repeat(150, 1).repeat(150, 2)
    model = load()
    batches = counted(model, monkeypatch)
    t = (500000.0, 0.05, 0.0, 4000000.0, 0.0, -0.05)
    values, found = run(raster(pixels, geotransform=t), model, destination)
    assert found.resolution_m == 0.5
    assert values.shape == (45, 60)
    assert sum(batches) == 1
    assert gdal.Open(str(destination)).GetGeoTransform() == pytest.approx((500000.0, 0.5, 0.0, 4000000.0, 0.0, -0.5))
    assert (values[7::15, 7::15] == percent(blocks[0])).all()


def test_the_result_lies_on_the_scene_s_extent(load: Any, raster: Raster, destination: Path) -> None:
    t = (500000.0, 0.07, 0.0, 4000000.0, 0.0, -0.07)
    values, _ = run(raster(noise(3, 307, 413), geotransform=t), load(), destination)
    west, x, _, north, _, y = gdal.Open(str(destination)).GetGeoTransform()
    assert (west, north) == (500000.0, 4000000.0)
    assert west + x * values.shape[1] == pytest.approx(500000.0 + 413 * 0.07, abs=1e-6)
    assert north + y * values.shape[0] == pytest.approx(4000000.0 - 307 * 0.07, abs=1e-6)


@pytest.mark.parametrize("tile", [20, 31, 64])
def test_same_whatever_the_tile_at_another_resolution(
    tile: int, load: Any, raster: Raster, destination: Path
) -> None:
    pixels = noise(3, 307, 413)
    pixels[:, :, :100] = 0
    path = raster(pixels, geotransform=(500000.0, 0.13, 0.0, 4000000.0, 0.0, -0.13), nodata=0)
    whole, _ = run(path, load(), destination, tile=512)
    assert (run(path, load(), destination, tile=tile)[0] == whole).all()


def test_written_over_an_earlier_result(load: Any, raster: Raster, destination: Path) -> None:
    destination.write_text("old")
    destination.with_name("probability.tif.aux.xml").write_text("<PAMDataset/>")
    pixels = noise()
    assert (run(raster(pixels), load(), destination)[0] == percent(pixels[0])).all()


def test_form_of_the_raster(load: Any, raster: Raster, destination: Path) -> None:
    run(raster(noise(3, 600, 520)), load(), destination)
    dataset = gdal.Open(str(destination))
    band = dataset.GetRasterBand(1)
    assert (band.GetScale(), band.GetNoDataValue(), band.GetOverviewCount()) == (0.01, 255.0, 1)


def test_what_is_told(load: Any, raster: Raster, destination: Path, progress: Any) -> None:
    run(raster(noise()), load(), destination, progress, batch=2)
    assert progress.infos[:2] == [
        "Ground resolution: 1 m, the scene's own.",
        "Values of bands 1, 2, 3: 0 to 255, 0 to 255, 0 to 255 (8 bit, as they are).",
    ]
    assert progress.infos[2].startswith("200 x 150 pixels in 12 windows of 64 x 64, 2 in a batch; about ")
    assert progress.values == sorted(progress.values)
    assert progress.values[-1] == 100.0


# Areas


def test_only_windows_in_the_area_are_read_and_run(
    load: Any, raster: Raster, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = noise(3, 640, 640)
    model = load()
    batches, reads = counted(model, monkeypatch), []
    real = Scene.read
    monkeypatch.setattr(Scene, "read", lambda scene, window: reads.append(window) or real(scene, window))
    area = polygons(box(130, 195, 40, 30), box(600, 600, 10, 10))
    values, found = run(raster(pixels), model, destination, area=area, overlap=0.0)
    assert [(window.column, window.row) for window in reads] == [(128, 192), (576, 576)]
    assert sum(batches) == found.windows == 2
    inside = np.zeros((640, 640), bool)
    inside[195:225, 130:170] = inside[600:610, 600:610] = True
    assert (values == percent(pixels[0], inside)).all()


@pytest.mark.parametrize("body", ["first_band", "mean"])
def test_an_area_gives_that_part_of_the_whole_map(body: str, load: Any, raster: Raster, destination: Path) -> None:
    path, model = raster(noise()), load(body)
    whole, _ = run(path, model, destination)
    text = "POLYGON((500010 3999990, 500190 3999950, 500090 3999860, 500010 3999990))"
    values, _ = run(path, model, destination, area=polygons(text))
    inside = values != 255
    assert (values[inside] == whole[inside]).all()
    assert inside.sum() == pytest.approx(ogr.CreateGeometryFromWkt(text).Area(), rel=0.01)


def test_an_area_in_another_crs(load: Any, raster: Raster, destination: Path) -> None:
    shape = ogr.CreateGeometryFromWkt(box(30, 40, 50, 20))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32654)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    shape.Transform(osr.CoordinateTransformation(spatial_reference(crs.ExportToWkt()),
                                                 spatial_reference(degrees.ExportToWkt())))  # fmt: skip
    pixels = noise()
    values, _ = run(raster(pixels), load(), destination, area=polygons(shape.ExportToWkt(), epsg=4326))
    inside = np.zeros((150, 200), bool)
    inside[40:60, 30:80] = True
    assert (values == percent(pixels[0], inside)).all()


def test_an_area_at_another_resolution(load: Any, raster: Raster, destination: Path) -> None:
    t = (500000.0, 0.1, 0.0, 4000000.0, 0.0, -0.1)
    values, _ = run(raster(noise(3, 300, 400), geotransform=t), load(), destination, area=polygons(box(10, 5, 20, 10)))
    inside = np.zeros((60, 80), bool)
    inside[10:30, 20:60] = True
    assert ((values != 255) == inside).all()


# What bad input gets


def test_unreadable(gdal_exceptions: bool, load: Any, destination: Path) -> None:
    assert "cannot be opened" in refusal("/nowhere/scene.tif", load(), destination)


def test_truncated(gdal_exceptions: bool, load: Any, raster: Raster, destination: Path) -> None:
    path = Path(raster(noise(3, 600, 600), options=["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]))
    path.write_bytes(path.read_bytes()[:700_000])
    assert f"The layer {path} cannot be read (" in refusal(str(path), load(), destination)


def test_too_few_bands(load: Any, raster: Raster, destination: Path) -> None:
    assert "The model expects 3 bands (red, green, blue)" in refusal(raster(noise(1)), load(), destination)


def test_complex(load: Any, raster: Raster, destination: Path) -> None:
    assert "holds complex numbers" in refusal(raster(noise(kind=np.complex64)), load(), destination)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_all_nodata(kind: Any, load: Any, raster: Raster, destination: Path) -> None:
    path = raster(np.full((3, 90, 90), 7, kind), nodata=7)
    assert refusal(path, load(), destination) == (
        f"The layer {path} has no valid pixel: all of it is nodata. Choose another image."
    )


def test_area_that_misses(load: Any, raster: Raster, destination: Path) -> None:
    area = polygons(box(1000, 0, 50, 50))
    assert "does not touch the image" in refusal(raster(noise()), load(), destination, area=area)


def test_area_without_crs(load: Any, raster: Raster, destination: Path) -> None:
    area = polygons(box(0, 0, 50, 50), epsg=0)
    assert "The area has no coordinate system" in refusal(raster(noise()), load(), destination, area=area)


@pytest.mark.parametrize("place", [box(30, 40, 5, 5), box(80.1, 100.1, 0.2, 0.2)], ids=["nodata", "sliver"])
def test_area_of_nothing(place: str, load: Any, raster: Raster, destination: Path) -> None:
    pixels = noise()
    pixels[:, 30:60, 20:50] = 0
    path = raster(pixels, nodata=0)
    assert refusal(path, load(), destination, area=polygons(place)) == (
        f"The layer {path} has no valid pixel in the area asked for: it is nodata there, or the area is smaller than a "
        "pixel. Choose another area."
    )


def test_a_folder_that_is_not_there(load: Any, raster: Raster, destination: Path) -> None:
    path = destination.parent / "none" / "p.tif"
    with pytest.raises(ScarpError, match=r"cannot be written to .*none: No such file or directory"):
        run(raster(noise()), load(), path)
    assert left_in(destination.parent) == []


def test_the_image_itself_as_the_result(load: Any, raster: Raster, destination: Path) -> None:
    scene = raster(noise())
    mosaic = scene.replace(".tif", ".vrt")
    copy = gdal.BuildVRT(mosaic, [scene])
    del copy
    before = Path(scene).read_bytes()
    for path in (scene, mosaic):
        with pytest.raises(ScarpError) as error:
            run(path, load(), Path(scene))
        assert str(error.value) == f"The probability raster would replace the image {scene}; choose another file."
    assert Path(scene).read_bytes() == before


@pytest.mark.parametrize("overlap", [-0.1, 0.51, float("nan")])
def test_overlap(overlap: float, load: Any, raster: Raster, destination: Path) -> None:
    assert refusal(raster(noise()), load(), destination, overlap=overlap) == (
        f"The overlap is {overlap:g}; set a share of the tile from 0 to 0.5."
    )


def test_memory(load: Any, raster: Raster, destination: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "available_bytes", lambda: 10_000_000)
    model = load(memory_bytes_per_pixel=10**6)
    assert "The run would need about 4.1 GB of memory and 0.0 GB is free" in refusal(
        raster(noise()), model, destination
    )


def test_memory_counts_what_a_small_scene_is_padded_to(
    load: Any, raster: Raster, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extract, "available_bytes", lambda: 10_000_000)
    model = load(memory_bytes_per_pixel=10**5, shape=("n", "c", 200, 200))
    assert "need about 4.0 GB" in refusal(raster(noise(3, 9, 9)), model, destination)


@pytest.mark.parametrize("body", ["logits", "not_a_number", "half_size"])
def test_models_that_give_no_probability(body: str, load: Any, raster: Raster, destination: Path) -> None:
    text = refusal(raster(noise()), load(body), destination)
    assert text.startswith("The model 0.onnx gives ")


@pytest.mark.parametrize("height", [600, 60], ids=["first rows", "last rows"])
def test_a_disk_that_fails_while_writing(
    height: int, load: Any, raster: Raster, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, model = raster(noise(3, height, 300)), load()

    def fail(writer: ProbabilityWriter, rows: NDArray[np.uint8]) -> None:
        raise writer._failure("No space left on device")

    monkeypatch.setattr(ProbabilityWriter, "_write_rows", fail)
    text = refusal(path, model, destination)
    assert text.startswith(f"The probability raster {destination} could not be written (No space left on device; ")


# Cancelled


def cancelled(*arguments: Any, **settings: Any) -> None:
    text = refusal(*arguments, error=Cancelled, **settings)
    assert text == "The run was cancelled; nothing was written."


@pytest.mark.parametrize("after", [0, 1, 2, 3, 5, 8, 12, 20])
def test_cancelled_at_any_question(
    after: int, gdal_exceptions: bool, load: Any, raster: Raster, destination: Path, progress: Any
) -> None:
    progress.cancel_after = after
    path = raster(noise(3, 300, 300, np.uint16), nodata=0)
    cancelled(path, load(), destination, progress)


def test_cancelled_in_reading(
    load: Any, raster: Raster, destination: Path, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, reads = Scene.read, []

    def read(scene: Scene, window: Any) -> Any:
        reads.append(window)
        if len(reads) == 3:
            progress.cancel_after = 0
        return real(scene, window)

    monkeypatch.setattr(Scene, "read", read)
    path, model = raster(noise(3, 600, 600)), load()
    cancelled(path, model, destination, progress)
    assert len(reads) < 100


def test_cancelled_while_a_read_hangs(
    load: Any, raster: Raster, destination: Path, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    freed = threading.Event()

    def read(scene: Scene, window: Any) -> Any:
        progress.cancel_after = 0
        freed.wait()
        raise ScarpError("The disk was gone all the time.")

    monkeypatch.setattr(Scene, "read", read)
    with pytest.raises(Cancelled):
        run(raster(noise()), load(), destination, progress)
    assert left_in(destination.parent) == []
    freed.set()
    for thread in threading.enumerate():
        if thread.name == "scarp-reader":
            thread.join(5)
            assert not thread.is_alive()


def test_cancelled_in_inference(
    load: Any, raster: Raster, destination: Path, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, freed, running = load(), threading.Event(), []

    class Endless:
        def run(self, _outputs: None, _inputs: object, options: Any) -> None:
            running.append(options)
            progress.cancel_after = 0
            freed.wait()

    monkeypatch.setattr(model, "_session", Endless())
    try:
        cancelled(raster(noise()), model, destination, progress)
    finally:
        freed.set()
    assert running[0].terminate is True


def test_cancelled_in_a_slow_model(load: Any, raster: Raster, destination: Path, progress: Any) -> None:
    path, model = raster(noise(3, 256, 256)), load("slow", tile_size=256)
    progress.cancel_after = 20
    cancelled(path, model, destination, progress)


def test_cancelled_in_writing(
    load: Any, raster: Raster, destination: Path, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, writes = ProbabilityWriter.write, []

    def write(writer: ProbabilityWriter, rows: NDArray[np.uint8]) -> None:
        writes.append(len(rows))
        progress.cancel_after = 0
        real(writer, rows)

    monkeypatch.setattr(ProbabilityWriter, "write", write)
    path, model = raster(noise(3, 600, 300)), load()
    cancelled(path, model, destination, progress)
    assert len(writes) <= 2


def test_cancelled_in_overviews(
    gdal_exceptions: bool, load: Any, raster: Raster, destination: Path, progress: Any
) -> None:
    progress.cancel_at = 97.01
    path, model = raster(noise(3, 900, 600)), load()
    cancelled(path, model, destination, progress)
    assert max(progress.values) > 97


def test_cancelled_at_the_very_end(load: Any, raster: Raster, destination: Path, progress: Any) -> None:
    progress.cancel_at = 97.0
    path, model = raster(noise()), load()
    cancelled(path, model, destination, progress)


def test_the_model_can_be_used_again(load: Any, raster: Raster, destination: Path, progress: Any) -> None:
    pixels, model = noise(), load()
    path = raster(pixels)
    progress.cancel_after = 4
    cancelled(path, model, destination, progress)
    assert (run(path, model, destination)[0] == percent(pixels[0])).all()


# Real images


@pytest.mark.parametrize("number", range(4))
def test_sentinel_tile(number: int, shared_data: Path, load: Any, destination: Path, progress: Any) -> None:
    path = str(shared_data / "sentinel2_georeferenced" / f"tile_{number}.tif")
    raw = gdal.Open(path).ReadAsArray()
    model = load(resolution_m=(5.0, 20.0))
    values, found = run(path, model, destination, progress, bands=[3, 2, 1])
    nodata = (raw[:3] == 0).all(axis=0)
    west, degrees, _, north, _, _ = gdal.Open(path).GetGeoTransform()
    latitude = math.radians(north - 128 * degrees)
    metres = degrees * math.radians(6378137) * math.sqrt(math.cos(latitude))
    assert found.resolution_m == pytest.approx(metres, rel=1e-3)
    assert gdal.Open(str(destination)).GetGeoTransform() == pytest.approx((west, degrees, 0, north, 0, -degrees))
    assert (values[~nodata] <= 100).all()
    assert (values[nodata] == 255).mean() > 0.99
    red = raw[2][~nodata]
    low, high = np.percentile(red, (2, 98))
    expected = np.clip((red - low) / (high - low), 0, 1) * 100
    assert np.abs(values[~nodata] - expected).max() <= 1.0
    assert any("2nd to 98th percentile" in info for info in progress.infos)


# Instances; what becomes of them is in test_instances.py


def test_instances_take_one_tile_at_once_and_overlap_more(raster: Raster, destination: Path, progress: Any) -> None:
    from scarp.tests.engine.oracle import Oracle, coded

    numbers = np.zeros((150, 170), np.int64)
    numbers[40:90, 50:120] = 1
    path, oracle = raster(coded(numbers)), Oracle(64)
    values, found = run(path, oracle, destination, progress, batch=8)  # type: ignore[arg-type]
    assert ((values == 100) == (numbers > 0)).mean() > 0.99
    # A quarter of 64 pixels: the tiles start every 48, and there are 3 x 4.
    assert (found.windows, oracle.calls) == (12, 12)
    assert "A model of instances works on one tile at once, not on 8." in progress.infos
    oracle.calls = 0
    assert run(path, oracle, destination, overlap=0.125)[1].windows == oracle.calls == 9
    assert run(path, oracle, destination, overlap=0.5)[1].windows == 20  # type: ignore[arg-type]


@pytest.mark.parametrize(("width", "overlap", "warned"), [(170, 0.0, True), (170, 0.125, False), (60, 0.0, False)])
def test_tiles_that_do_not_overlap_tear_landslides(
    width: int, overlap: float, warned: bool, raster: Raster, destination: Path, progress: Any
) -> None:
    from scarp.tests.engine.oracle import Oracle, coded

    path = raster(coded(np.ones((60, width), np.int64)))
    run(path, Oracle(64), destination, progress, overlap=overlap)  # type: ignore[arg-type]
    assert progress.warnings == [
        "The tiles do not overlap, so a landslide that lies in several becomes several; set an overlap."
    ] * warned


def test_instances_have_no_class_raster(raster: Raster, destination: Path) -> None:
    from scarp.engine.extract import ClassOptions
    from scarp.tests.engine.oracle import Oracle

    with pytest.raises(ScarpError, match=r"oracle.py finds instances of landslides, so it has no class raster; leave"):
        extract_probability(raster(noise()), Oracle(), destination, ExtractionOptions(), QUIET,  # type: ignore[arg-type]
                            classes=ClassOptions(destination.with_name("c.tif"), lambda _: 0.5))  # fmt: skip
    assert left_in(destination.parent) == []
