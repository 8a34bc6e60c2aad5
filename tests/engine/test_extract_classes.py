"""Tests of scarp.engine.extract with models of several classes: the veto and the class raster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from scarp.engine import extract
from scarp.engine.area import Area
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.extract import ClassOptions, ExtractionOptions, ProbabilityMap, extract_probability
from scarp.engine.inference import Model
from scarp.engine.progress import Quiet
from scarp.engine.scene import Scene, SceneOptions
from scarp.engine.threshold import choose_threshold
from scarp.engine.veto import vetoed
from scarp.engine.windows import Grid

pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

QUIET = Quiet()
CLASSES = ("cloud", "landslide", "road")
LANDSLIDE = 1


@pytest.fixture
def load(model_file: Callable[..., Path]) -> Iterator[Callable[..., Model]]:
    """Makes a model and loads it."""
    loaded: list[Model] = []

    def make(body: str = "each_band", classes: tuple[str, ...] = CLASSES, **settings: Any) -> Model:
        name = f"{len(loaded)}.onnx"
        loaded.append(Model(model_file(body, name=name, classes=classes, **settings), "cpu", 1, QUIET))
        return loaded[-1]

    yield make
    for model in loaded:
        model.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder of its own, so that what is left there can be counted."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def noise(bands: int = 3, height: int = 150, width: int = 200) -> NDArray[np.uint8]:
    return np.random.default_rng(3).integers(16, 256, (bands, height, width)).astype(np.uint8)


def per_cent(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    return np.floor(pixels / 255 * 100 + 0.5).astype(np.uint8)


def of_classes(percents: NDArray[np.uint8], lowest: int) -> NDArray[np.uint8]:
    """Brute force: NumPy's argmax takes the first of equals."""
    return np.where(percents.max(0) >= lowest, percents.argmax(0) + 1, 0).astype(np.uint8)


def run(
    path: str, model: Model, out: Path, progress: Any = QUIET, area: Any = None, threshold: Any = 0.5,
    classes: bool = True, **options: Any,
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], ProbabilityMap]:  # fmt: skip
    """The probability, the classes, and what is returned."""
    sorting = ClassOptions(
        out / "classes.tif", threshold if callable(threshold) else lambda histogram: threshold
    ) if classes else None  # fmt: skip
    target = out / "probability.tif"
    found = extract_probability(path, model, target, ExtractionOptions(**options), progress, area, sorting)
    assert not list(out.glob(".scarp-*"))
    values: NDArray[np.uint8] = gdal.Open(str(target)).ReadAsArray()
    assert (found.histogram == np.bincount(values[values != 255], minlength=101)).all()
    sorted_ = gdal.Open(str(out / "classes.tif")).ReadAsArray() if classes else np.zeros_like(values)
    return values, sorted_, found


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (64, 64), (150, 200)])
@pytest.mark.parametrize("veto", [None, 0.5, 0.37])
def test_each_pixel_its_probability_and_its_class(
    veto: float | None, size: tuple[int, int], gdal_exceptions: bool, load: Any, raster: Any, out: Path
) -> None:
    pixels = noise(3, *size)
    probability, classes, found = run(raster(pixels), load(), out, veto=veto)
    percents = per_cent(pixels)
    expected = percents[LANDSLIDE]
    if veto:
        expected = vetoed(expected, [percents[0], percents[2]], round(veto * 100))
    assert (probability == expected).all()
    assert (classes == of_classes(percents, 50)).all()
    assert found.classes == CLASSES


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.77])
def test_vetoed_at_the_threshold_both_rasters_say_the_same_but_for_equals(
    threshold: float, load: Any, raster: Any, out: Path
) -> None:
    pixels = noise()
    probability, classes, _ = run(raster(pixels), load(), out, veto=threshold, threshold=threshold)
    percents = per_cent(pixels)
    is_equal = percents[LANDSLIDE] == percents[0]
    assert is_equal.any()
    assert ((probability >= 100 * threshold) == (classes == 2))[~is_equal].all()


@pytest.mark.parametrize(("tile", "overlap", "batch"), [(32, 0.25, 1), (64, 0.125, 3), (50, 0.5, 2)])
def test_blended_equals_brute_force(
    tile: int, overlap: float, batch: int, load: Any, raster: Any, out: Path
) -> None:
    pixels = noise()
    path, model = raster(pixels), load("mean_of_each")
    scene = Scene(path, model.contract, SceneOptions(), QUIET)
    grid = Grid.over(200, 150, tile, overlap)
    total = np.zeros((3, 150, 200))
    for index, row_weight in enumerate(grid.rows.weights()):
        for window, column_weight in zip(grid.row(index), grid.columns.weights()):
            (tiles,) = model.run_classes(scene.read(window)[0][None], QUIET)
            total[(slice(None), *window.slices())] += tiles * row_weight[:, None] * column_weight
    percents = np.floor(total * 100 + 0.5).astype(np.uint8)
    probability, classes, _ = run(path, model, out, tile=tile, overlap=overlap, batch=batch, threshold=0.55)
    # Where float32 rounds a half to the other side, a pixel in thousands differs.
    assert np.abs(probability.astype(int) - percents[LANDSLIDE]).max() <= 1
    assert (probability == percents[LANDSLIDE]).mean() > 0.999
    assert (classes == of_classes(percents, 55)).mean() > 0.999
    assert len(np.unique(classes)) == 4


def test_the_probability_is_the_same_with_the_classes_and_without(load: Any, raster: Any, out: Path) -> None:
    path, model = raster(noise()), load("mean_of_each")
    for veto in (None, 0.5):
        with_classes, _, _ = run(path, model, out, veto=veto)
        without, _, _ = run(path, model, out, veto=veto, classes=False)
        assert (with_classes == without).all()


def test_otsu_s_threshold_is_that_of_the_vetoed_landslide(load: Any, raster: Any, out: Path) -> None:
    pixels = noise()
    probability, classes, _ = run(
        raster(pixels), load(), out, veto=0.5, threshold=lambda counts: choose_threshold("otsu", counts, None, None)
    )
    otsu = choose_threshold("otsu", np.bincount(probability.ravel(), minlength=101), None, None)
    assert 0.2 < otsu < 0.5
    assert (classes == of_classes(per_cent(pixels), round(otsu * 100))).all()
    assert gdal.Open(str(out / "classes.tif")).GetMetadataItem("SCARP_CLASS_THRESHOLD") == f"{otsu:g}"


def test_background_is_no_class_and_never_vetoes(load: Any, raster: Any, out: Path) -> None:
    pixels = noise()
    path, percents = raster(pixels), per_cent(pixels)
    probability, classes, found = run(path, load(classes=("background", "landslide", "road")), out, veto=0.5)
    assert found.classes == ("landslide", "road")
    assert (probability == vetoed(percents[1], [percents[2]], 50)).all()
    assert (classes == of_classes(percents[1:], 50)).all()
    probability, classes, _ = run(path, load(classes=("no landslide", "landslide", "other")), out, veto=0.5)
    assert (probability == percents[1]).all()
    assert (classes == np.where(percents[1] >= 50, 1, 0)).all()
    assert gdal.Open(str(out / "probability.tif")).GetMetadataItem("SCARP_VETO") is None


def test_a_model_of_one_class_gives_two_values(load: Any, raster: Any, out: Path) -> None:
    pixels = noise()
    probability, classes, found = run(raster(pixels), load("first_band", ("landslide",)), out, veto=0.5)
    assert (probability == per_cent(pixels[0])).all()
    assert (classes == np.where(per_cent(pixels[0]) >= 50, 1, 0)).all()
    assert found.classes == ("landslide",)


def test_one_class_or_neither_asked_for_runs_as_before(
    load: Any, raster: Any, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Model, "run_classes", None)
    pixels = noise()
    path = raster(pixels)
    run(path, load("first_band", ("landslide",)), out, veto=0.5)
    probability, _, _ = run(path, load(), out, classes=False)
    assert (probability == per_cent(pixels[LANDSLIDE])).all()


def test_nodata_and_area(load: Any, raster: Any, out: Path) -> None:
    pixels = noise()
    pixels[:, 30:60, 20:50] = 0
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32654)
    ring = "500010 3999990, 500150 3999990, 500150 3999900, 500010 3999900, 500010 3999990"
    shape = bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())

    def area(scene: Scene) -> Area:
        return Area([shape], crs.ExportToWkt(), scene.crs_wkt, scene.geotransform, (scene.width, scene.height))

    valid = np.zeros((150, 200), bool)
    valid[10:100, 10:150] = True
    valid[30:60, 20:50] = False
    probability, classes, _ = run(raster(pixels, nodata=0), load(), out, area=area, veto=0.5)
    percents = per_cent(pixels)
    assert (classes == np.where(valid, of_classes(percents, 50), 255)).all()
    lowered = vetoed(percents[1], [percents[0], percents[2]], 50)
    assert (probability == np.where(valid, lowered, 255)).all()


def test_what_is_told_and_stated(load: Any, raster: Any, out: Path, progress: Any) -> None:
    run(raster(noise()), load(), out, progress, veto=0.45)
    text = "landslide lowered by what the most probable of cloud, road has above 0.45"
    assert gdal.Open(str(out / "probability.tif")).GetMetadataItem("SCARP_VETO") == text
    assert f"Veto: {text}." in progress.infos
    dataset = gdal.Open(str(out / "classes.tif"))
    assert dataset.GetRasterBand(1).GetNoDataValue() == 255  # GDAL 3.6 looks into the file beside it only then
    assert dataset.GetRasterBand(1).GetCategoryNames() == ["background", *CLASSES]
    assert progress.values == sorted(progress.values)
    assert progress.values[-1] == 100.0
    assert sorted(entry.name for entry in out.iterdir()) == ["classes.tif", "classes.tif.aux.xml", "probability.tif"]


# What fails leaves nothing


def refusal(error: type[ScarpError], *arguments: Any, **settings: Any) -> str:
    out: Path = arguments[2]
    for name in ("probability.tif", "classes.tif"):
        (out / name).write_text("old")
    with pytest.raises(error) as raised:
        run(*arguments, **settings)
    assert sorted(entry.name for entry in out.iterdir()) == ["classes.tif", "probability.tif"]
    assert {entry.read_text() for entry in out.iterdir()} == {"old"}
    return str(raised.value)


@pytest.mark.parametrize("after", [0, 1, 3, 8, 15, 25])
def test_cancelled_at_any_question(after: int, load: Any, raster: Any, out: Path, progress: Any) -> None:
    progress.cancel_after = after
    refusal(Cancelled, raster(noise(3, 300, 300)), load(), out, progress)


@pytest.mark.parametrize("at", [1, 50, 94, 95, 96, 97, 99])
def test_cancelled_at_any_point(at: float, load: Any, raster: Any, out: Path, progress: Any) -> None:
    progress.cancel_at = at
    refusal(Cancelled, raster(noise(3, 700, 600)), load(tile_size=256), out, progress)


def test_a_threshold_that_cannot_be_found(load: Any, raster: Any, out: Path) -> None:
    text = refusal(
        ScarpError, raster(np.full((3, 9, 9), 51, np.uint8)), load(), out,
        threshold=lambda counts: choose_threshold("otsu", counts, None, None),
    )  # fmt: skip
    assert text.startswith("Otsu's method needs two classes to separate, but every pixel has the probability 0.20.")


@pytest.mark.parametrize("veto", [-0.1, 1.1])
def test_a_veto_that_is_no_threshold(veto: float, load: Any, raster: Any, out: Path) -> None:
    text = refusal(ScarpError, raster(noise()), load(), out, veto=veto)
    assert text == f"The threshold is {veto:g}, but a threshold lies between 0 and 1. Give one there."


def test_the_image_itself_as_the_class_raster(load: Any, raster: Any, out: Path) -> None:
    path = raster(noise())
    (out / "classes.tif").symlink_to(path)
    before = Path(path).read_bytes()
    with pytest.raises(ScarpError) as error:
        run(path, load(), out)
    assert str(error.value) == (
        f"The class raster would replace the image {out / 'classes.tif'}; choose another file."
    )
    assert Path(path).read_bytes() == before


def test_memory_counts_the_classes(load: Any, raster: Any, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(extract, "check_memory", lambda needed, available: asked.append(needed))
    path, model = raster(noise()), load()
    for settings in ({"classes": False}, {"classes": False, "veto": 0.5}, {"veto": 0.5}):
        run(path, model, out, **settings)
    rows, tile = 64 * 200, 64 * 64
    assert np.diff(asked).tolist() == [rows * 2 * 8 + tile * 2 * 4, rows * 5]
