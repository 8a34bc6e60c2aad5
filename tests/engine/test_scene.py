"""Tests of scarp.engine.scene."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.scene import Scene, SceneOptions, choose_bands, ground_resolution_m, open_raster
from scarp.engine.windows import Window

pytest.importorskip("onnx")
from scarp.tests.model_files import contract

Raster = Callable[..., str]
RGB = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)


def noise(bands: int = 3, height: int = 40, width: int = 50, kind: Any = np.uint8) -> NDArray[Any]:
    return np.random.default_rng(1).integers(20, 250, (bands, height, width)).astype(kind)


def whole(scene: Scene) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    return scene.read(Window(0, 0, scene.width, scene.height))


def refusal(path: str, *arguments: Any, progress: Any, bands: int = 3) -> str:
    with pytest.raises(ScarpError) as error:
        Scene(path, contract(bands), *(arguments or (SceneOptions(),)), progress)
    return str(error.value)


# What is opened


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "No such file"), (b"no raster", "not recognized as"), (b"II*\0", "TIFF")],
    ids=["missing", "text", "cut off"],
)
def test_a_file_that_is_no_raster(
    content: bytes | None, reason: str, gdal_exceptions: bool, tmp_path: Path, progress: Any,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = tmp_path / "scene.tif"
    if content is not None:
        path.write_bytes(content)
    text = refusal(str(path), progress=progress)
    assert text.startswith(f"The layer {path} cannot be opened: ")
    assert reason in text
    assert text.endswith(". Choose another raster.")
    assert capfd.readouterr().err == ""


def test_a_truncated_file(gdal_exceptions: bool, raster: Raster, progress: Any) -> None:
    path = Path(raster(noise(height=200), options=["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64"]))
    path.write_bytes(path.read_bytes()[:20000])
    scene = Scene(str(path), contract(), SceneOptions(), progress)
    with pytest.raises(ScarpError) as error:
        whole(scene)
    assert str(error.value).startswith(f"The layer {path} cannot be read (")
    assert str(error.value).endswith("): the file is damaged or incomplete. Copy or download it again.")


def test_complex_numbers(raster: Raster, progress: Any) -> None:
    path = raster(noise(3, kind=np.complex64))
    assert refusal(path, progress=progress) == (
        f"The layer {path} holds complex numbers (CFloat32); convert it to amplitude or intensity first."
    )


@pytest.mark.parametrize("pixels", [np.full((3, 9, 9), np.nan, np.float32), np.zeros((3, 9, 9), np.uint16)])
def test_all_nodata(pixels: NDArray[Any], raster: Raster, progress: Any) -> None:
    path = raster(pixels, nodata=0)
    assert refusal(path, progress=progress) == (
        f"The layer {path} has no valid pixel: all of it is nodata. Choose another image."
    )


def test_cancelled_while_percentiles_are_taken(gdal_exceptions: bool, raster: Raster, progress: Any) -> None:
    path = raster(noise(kind=np.uint16), nodata=0)
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        Scene(path, contract(), SceneOptions(), progress)


# Bands


def test_too_few_bands(raster: Raster, progress: Any) -> None:
    path = raster(noise(1))
    assert refusal(path, progress=progress) == (
        f'The model expects 3 bands (red, green, blue); the layer "{path}" has 1. '
        "Choose another layer, or a model made for 1 band."
    )


def test_alpha_is_no_band(raster: Raster, progress: Any) -> None:
    path = raster(noise(4), options=["ALPHA=YES"])
    assert "has 3. Choose another layer, or a model made for 3 bands." in refusal(path, progress=progress, bands=4)


def test_wrong_number_of_chosen_bands(raster: Raster, progress: Any) -> None:
    assert refusal(raster(noise(4)), SceneOptions(bands=[1]), progress=progress) == (
        "The model expects 3 bands (red, green, blue); 1 is chosen under Bands. Choose 3."
    )


def test_a_chosen_band_that_is_not_there(raster: Raster, progress: Any) -> None:
    path = raster(noise(4))
    assert refusal(path, SceneOptions(bands=[1, 2, 5]), progress=progress) == (
        f'The layer "{path}" has 4 bands, so there is no band 5. Choose from 1 to 4.'
    )


@pytest.mark.parametrize(
    ("settings", "chosen", "bands", "warns"),
    [
        ({"options": ["PHOTOMETRIC=MINISBLACK"]}, (), [1, 2, 3], True),
        ({"descriptions": ("Band 1: red", "Band 2", "", "")}, (), [1, 2, 3], False),
        ({"descriptions": ("Blue", "Green", "Red", "NIR")}, (), [3, 2, 1], False),
        ({"colours": (gdal.GCI_Undefined, *RGB)}, (), [2, 3, 4], False),
        ({"descriptions": ("nir", "", "", ""), "colours": (gdal.GCI_Undefined, *RGB)}, (), [2, 3, 4], False),
        ({"descriptions": ("Blue", "Green", "Red", "NIR")}, (4, 1, 1), [4, 1, 1], False),
        ({"descriptions": ("nir", "red", "green", "swir")}, (), [1, 2, 3], True),
    ],
    ids=["unnamed", "words", "description", "colour", "both", "user", "some"],
)
def test_choice_of_bands(
    settings: dict[str, Any], chosen: tuple[int, ...], bands: list[int], warns: bool, raster: Raster, progress: Any
) -> None:
    pixels = noise(4)
    scene = Scene(raster(pixels, **settings), contract(), SceneOptions(bands=chosen), progress)
    assert scene.bands == bands
    np.testing.assert_allclose(whole(scene)[0] * 255, pixels[[b - 1 for b in bands]], atol=1e-4)
    expected = (
        "The layer does not say which bands are red, green, blue; bands 1, 2, 3 are taken. "
        "Choose others under Advanced > Bands."
    )
    assert progress.warnings == [expected] * warns


@pytest.mark.parametrize("names", [("NIR", "Red", "Green"), ("NIR 842 nm", "Band (red edge)", "SWIR 1")])
def test_false_colours(names: tuple[str, ...], raster: Raster, progress: Any) -> None:
    path = raster(noise(3), descriptions=names, options=["PHOTOMETRIC=RGB"])
    scene = Scene(path, contract(), SceneOptions(), progress)
    assert scene.bands == [1, 2, 3]
    assert "does not say which bands are red, green, blue" in progress.warnings[0]


def test_palette_becomes_colours(raster: Raster, progress: Any) -> None:
    palette = [(10, 20, 30, 255), (200, 100, 50, 255), (0, 255, 5, 255)]
    index = np.random.default_rng(0).integers(0, 3, (1, 40, 50)).astype(np.uint8)
    pixels, valid = whole(Scene(raster(index, palette=palette), contract(), SceneOptions(), progress))
    np.testing.assert_allclose(pixels * 255, np.array(palette)[index[0], :3].transpose(2, 0, 1), atol=1e-4)
    assert valid.all()


def test_palette_with_nodata(raster: Raster, progress: Any) -> None:
    palette = [(255, 255, 255, 255), (200, 100, 50, 255), (0, 0, 0, 255)]
    index = np.random.default_rng(0).integers(0, 3, (1, 40, 50)).astype(np.uint8)
    _, valid = whole(Scene(raster(index, palette=palette, nodata=0), contract(), SceneOptions(), progress))
    assert (valid == (index[0] != 0)).all()


# Nodata


def with_hole(kind: Any, value: float) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    pixels = noise(kind=kind)
    hole = np.zeros(pixels.shape[1:], bool)
    hole[5:17, 20:41] = True
    pixels[:, hole] = value
    return pixels, hole


@pytest.mark.parametrize(
    ("kind", "value"),
    [(np.uint8, 0), (np.uint8, 255), (np.uint16, 0), (np.uint16, 65535), (np.int16, -32768), (np.int32, -9999),
     (np.float32, -9999.0), (np.float32, -3.4028234663852886e38), (np.float64, -1.7976931348623157e308),
     (np.float64, 1e20), (np.float32, float("nan")), (np.float64, float("inf"))],
)  # fmt: skip
@pytest.mark.filterwarnings("error")
def test_nodata_value(kind: Any, value: float, raster: Raster, progress: Any) -> None:
    pixels, hole = with_hole(kind, value)
    found, valid = whole(Scene(raster(pixels, nodata=value), contract(), SceneOptions(), progress))
    assert (valid == ~hole).all()
    assert (found[:, hole] == 0).all()
    assert np.isfinite(found).all()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -3.4e38])
@pytest.mark.filterwarnings("error")
def test_undeclared_in_floats(value: float, raster: Raster, progress: Any) -> None:
    pixels, hole = with_hole(np.float32, value)
    pixels[1:, 5:17, 20:41] = 100  # in one band alone
    assert (whole(Scene(raster(pixels), contract(), SceneOptions(), progress))[1] == ~hole).all()


@pytest.mark.parametrize("value", [-1e300, 1e300])
@pytest.mark.filterwarnings("error")
def test_a_nodata_value_beyond_the_type(value: float, raster: Raster, progress: Any) -> None:
    assert whole(Scene(raster(noise(kind=np.float32), nodata=value), contract(), SceneOptions(), progress))[1].all()


@pytest.mark.parametrize(("kind", "value"), [(np.uint8, 0), (np.uint8, 255), (np.uint16, 0), (np.float32, 0)])
def test_a_colour_of_the_nodata_value_in_one_band_is_image(
    kind: Any, value: int, raster: Raster, progress: Any
) -> None:
    pixels = noise(kind=kind)
    pixels[0, 3:6] = value
    assert whole(Scene(raster(pixels, nodata=value), contract(), SceneOptions(), progress))[1].all()


def test_no_measurement_in_one_band_is_nodata(raster: Raster, progress: Any) -> None:
    pixels = noise(kind=np.int16)
    pixels[0, 3:6] = -9999
    valid = whole(Scene(raster(pixels, nodata=-9999), contract(), SceneOptions(), progress))[1]
    assert not valid[3:6].any()
    assert valid.sum() == valid.size - 3 * 50


def test_nodata_of_some_bands_only(raster: Raster, progress: Any) -> None:
    dataset = gdal.GetDriverByName("VRT").CreateCopy("", gdal.Open(raster(noise())))
    del dataset
    pixels = noise()
    pixels[:, 0] = 0
    path = raster(pixels)
    vrt = path.replace(".tif", ".vrt")
    copy = gdal.GetDriverByName("VRT").CreateCopy(vrt, gdal.Open(path))
    copy.GetRasterBand(1).SetNoDataValue(0)
    del copy
    assert whole(Scene(vrt, contract(), SceneOptions(), progress))[1].all()


def test_mask_band(raster: Raster, progress: Any) -> None:
    pixels, hole = with_hole(np.uint8, 77)
    assert (whole(Scene(raster(pixels, mask=~hole), contract(), SceneOptions(), progress))[1] == ~hole).all()


def test_alpha_band(raster: Raster, progress: Any) -> None:
    pixels, hole = with_hole(np.uint8, 77)
    alpha = np.where(hole, 0, 255).astype(np.uint8)[None]
    path = raster(np.concatenate([pixels, alpha]), options=["ALPHA=YES", "PHOTOMETRIC=RGB"])
    scene = Scene(path, contract(), SceneOptions(), progress)
    assert scene.bands == [1, 2, 3]
    assert (whole(scene)[1] == ~hole).all()


def test_alpha_and_nodata_both_count(raster: Raster, progress: Any) -> None:
    pixels = noise(4)
    pixels[3] = 255
    pixels[3, :5] = 0
    pixels[:3, 10:15] = 0
    path = raster(pixels, options=["ALPHA=YES", "PHOTOMETRIC=RGB"], nodata=0)
    valid = whole(Scene(path, contract(), SceneOptions(), progress))[1]
    assert np.flatnonzero(~valid.all(axis=1)).tolist() == [*range(5), *range(10, 15)]


def test_an_alpha_band_that_the_user_takes_as_infrared(raster: Raster, progress: Any) -> None:
    pixels = noise(4)
    pixels[3, :5] = 0
    path = raster(pixels, options=["ALPHA=YES", "PHOTOMETRIC=RGB"])
    found, valid = whole(Scene(path, contract(), SceneOptions(bands=[1, 4, 2]), progress))
    assert valid.all()
    np.testing.assert_allclose(found * 255, pixels[[0, 3, 1]], atol=1e-4)


def test_values_that_stand_for_nodata_together(raster: Raster, progress: Any) -> None:
    pixels = noise()
    pixels[:, 5:10] = np.array([1, 2, 3], np.uint8)[:, None, None]
    path = raster(pixels)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.SetMetadataItem("NODATA_VALUES", "1 2 3")
    del dataset
    valid = whole(Scene(path, contract(), SceneOptions(), progress))[1]
    assert np.flatnonzero(~valid.any(axis=1)).tolist() == [5, 6, 7, 8, 9]


def test_undeclared_black_collar(raster: Raster, progress: Any) -> None:
    pixels = noise()
    pixels[:, :, :10] = 0
    valid = whole(Scene(raster(pixels), contract(), SceneOptions(), progress))[1]
    assert (valid == (np.arange(50) >= 10)).all()
    assert "black collar (20% of it) is taken as nodata" in progress.warnings[0]


def test_black_is_image_where_nodata_is_declared(raster: Raster, progress: Any) -> None:
    pixels = noise()
    pixels[:, :, :10] = 0
    assert whole(Scene(raster(pixels, nodata=255), contract(), SceneOptions(), progress))[1].all()


# Values


def test_eight_bit_as_it_is(raster: Raster, progress: Any) -> None:
    pixels = noise()
    found, _ = whole(Scene(raster(pixels), contract(), SceneOptions(), progress))
    np.testing.assert_allclose(found, pixels / 255, atol=1e-6)
    assert "Values of bands 1, 2, 3: 0 to 255, 0 to 255, 0 to 255 (8 bit, as they are)." in progress.infos


def test_standardised_and_nodata_is_the_mean(raster: Raster, progress: Any) -> None:
    pixels, hole = with_hole(np.uint8, 0)
    mean, std = (0.4, 0.5, 0.6), (0.1, 0.2, 0.3)
    found, _ = whole(Scene(raster(pixels, nodata=0), contract(mean=mean, std=std), SceneOptions(), progress))
    expected = (pixels / 255 - np.reshape(mean, (3, 1, 1))) / np.reshape(std, (3, 1, 1))
    np.testing.assert_allclose(found[:, ~hole], expected[:, ~hole], atol=1e-5)
    assert (found[:, hole] == 0).all()


@pytest.mark.parametrize("kind", [np.uint16, np.int16, np.int32, np.float32, np.float64])
def test_percentiles_of_each_band_over_valid_pixels(kind: Any, raster: Raster, progress: Any) -> None:
    random = np.random.default_rng(2)
    pixels = (random.gamma(2, 500, (3, 60, 70)) * np.reshape([1, 2, 4], (3, 1, 1)) + 10).astype(kind)
    hole = np.zeros((60, 70), bool)
    hole[:, :35] = True
    pixels[:, hole] = 30000
    found, _ = whole(Scene(raster(pixels, nodata=30000), contract(), SceneOptions(), progress))
    low, high = np.percentile(pixels[:, ~hole].astype(float), (2, 98), axis=1)
    expected = np.clip((pixels[:, ~hole].astype(float) - low[:, None]) / (high - low)[:, None], 0, 1)
    np.testing.assert_allclose(found[:, ~hole], expected, atol=1e-5)
    assert f"{low[0]:.6g} to {high[0]:.6g}" in progress.infos[-1]
    assert "(2nd to 98th percentile)" in progress.infos[-1]


def test_values_as_the_user_sets_them(raster: Raster, progress: Any) -> None:
    pixels = noise(kind=np.uint16)
    options = SceneOptions(value_min=50, value_max=150)
    found, _ = whole(Scene(raster(pixels), contract(), options, progress))
    np.testing.assert_allclose(found, np.clip((pixels - 50.0) / 100, 0, 1), atol=1e-6)
    assert "Values of bands 1, 2, 3: 50 to 150, 50 to 150, 50 to 150 (as set)." in progress.infos


def test_one_of_the_two_set(raster: Raster, progress: Any) -> None:
    pixels = noise()
    found, _ = whole(Scene(raster(pixels), contract(), SceneOptions(value_max=100), progress))
    np.testing.assert_allclose(found, np.clip(pixels / 100, 0, 1), atol=1e-6)


def test_values_as_the_model_was_trained(raster: Raster, progress: Any) -> None:
    """A part of an image is then read as the whole, and a darker image as darker."""
    values = np.arange(1600, dtype=np.uint16).reshape(1, 40, 40)
    model = replace(contract(1), value_range=(200.0, 1200.0))
    deep = raster(values, "deep.tif")
    for path, expected in ((deep, values), (raster(values[:, :20], "part.tif"), values[:, :20])):
        pixels, _ = whole(Scene(path, model, SceneOptions(), progress))
        np.testing.assert_allclose(pixels, np.clip((expected - 200.0) / 1000.0, 0, 1), atol=1e-6)
        assert progress.infos[-1] == "Values of bands 1: 200 to 1200 (as the model was trained)."
    pixels, _ = whole(Scene(deep, model, SceneOptions(value_min=0, value_max=1600), progress))
    np.testing.assert_allclose(pixels, values / 1600.0, atol=1e-6)
    assert progress.warnings == []


def test_values_of_a_model_for_8_bit(raster: Raster, progress: Any) -> None:
    pixels = noise(1)
    path = raster(pixels)
    found, _ = whole(Scene(path, replace(contract(1), value_range=(50.0, 200.0)), SceneOptions(), progress))
    np.testing.assert_allclose(found, np.clip((pixels - 50.0) / 150.0, 0, 1), atol=1e-6)
    found, _ = whole(Scene(path, replace(contract(1), value_range=(100.0, 3000.0)), SceneOptions(), progress))
    np.testing.assert_allclose(found, pixels / 255.0, atol=1e-6)
    assert progress.infos[-1].endswith("0 to 255 (8 bit, as they are).")


def test_values_far_from_those_of_the_model_are_stretched(raster: Raster, progress: Any) -> None:
    values = np.linspace(0.0, 1.0, 1600, dtype=np.float32).reshape(1, 40, 40)
    path, model = raster(values), replace(contract(1), value_range=(300.0, 3000.0))
    scene = Scene(path, model, SceneOptions(), progress)
    assert progress.warnings == [
        f"The model was trained with values from 300 to 3000, and those of the layer {path} lie beyond; they are "
        "stretched by themselves. Set darkest and brightest value under Advanced."
    ]
    assert whole(scene)[0].max() == 1.0


def test_a_band_that_the_model_names_is_read_although_it_is_marked_as_alpha(raster: Raster, progress: Any) -> None:
    """GDAL marks the fourth of four 8-bit bands so, whatever it is."""
    path = raster(noise(4))
    assert open_raster(path).GetRasterBand(4).GetColorInterpretation() == gdal.GCI_AlphaBand
    model = replace(contract(4), bands=("band 1", "band 2", "band 3", "band 4"))
    assert Scene(path, model, SceneOptions(), progress).bands == [1, 2, 3, 4]
    assert progress.warnings == ['Band 4 of the layer is marked as alpha, and read as the model\'s "band 4".']


def test_values_the_wrong_way_round(raster: Raster, progress: Any) -> None:
    text = refusal(raster(noise()), SceneOptions(value_min=200, value_max=100), progress=progress)
    assert text == "The lowest value (200) is not below the highest (100); set both under Advanced."


@pytest.mark.parametrize("value", [0.3, 1e9, -5.0])
def test_a_constant_scene_is_read(value: float, raster: Raster, progress: Any) -> None:
    found, valid = whole(Scene(raster(np.full((3, 9, 9), value, np.float64)), contract(), SceneOptions(), progress))
    assert valid.all()
    assert (found == 0).all()


def test_sixteen_bit_copy_reads_the_same(raster: Raster, progress: Any) -> None:
    pixels, _ = with_hole(np.uint8, 0)
    eight = whole(Scene(raster(pixels, "a.tif", nodata=0), contract(), SceneOptions(), progress))
    options = SceneOptions(value_min=0, value_max=255)
    sixteen = whole(Scene(raster(pixels.astype(np.uint16), "b.tif", nodata=0), contract(), options, progress))
    assert (eight[0] == sixteen[0]).all()
    assert (eight[1] == sixteen[1]).all()


# Place and resolution


@pytest.mark.parametrize("size", [(1, 1), (5000, 7), (7, 5000)])
def test_any_size(size: tuple[int, int], raster: Raster, progress: Any) -> None:
    pixels = noise(height=size[0], width=size[1])
    scene = Scene(raster(pixels), contract(), SceneOptions(), progress)
    assert (scene.height, scene.width) == size
    np.testing.assert_allclose(whole(scene)[0], pixels / 255, atol=1e-6)


def test_own_resolution_within_the_model_s_range(raster: Raster, progress: Any) -> None:
    path = raster(noise(), geotransform=(0.0, 2.5, 0.0, 0.0, 0.0, -2.5))
    scene = Scene(path, contract(), SceneOptions(), progress)
    assert (scene.resolution_m, scene.width, scene.height) == (2.5, 50, 40)
    assert scene.geotransform == (0.0, 2.5, 0.0, 0.0, 0.0, -2.5)
    assert progress.infos[0] == "Ground resolution: 2.5 m, the scene's own."


def test_a_fine_scene_is_worked_on_at_the_model_s_finest(raster: Raster, progress: Any) -> None:
    blocks = noise(height=30, width=40)
    path = raster(blocks.repeat(10, 1).repeat(10, 2), geotransform=(1000.0, 0.05, 0.0, 2000.0, 0.0, -0.05))
    scene = Scene(path, contract(), SceneOptions(), progress)
    assert (scene.resolution_m, scene.width, scene.height) == (0.5, 40, 30)
    assert scene.geotransform == pytest.approx((1000.0, 0.5, 0.0, 2000.0, 0.0, -0.5))
    assert progress.infos[0] == "Ground resolution: the scene has 0.05 m and is worked on at 0.5 m."
    assert progress.warnings == []
    found = whole(scene)[0] * 255
    around = np.pad(blocks.astype(float), ((0, 0), (1, 1), (1, 1)), mode="edge")
    # A triangle of two blocks' width: three quarters of a block, an eighth of each neighbour.
    across = 0.75 * around[:, :, 1:-1] + 0.125 * (around[:, :, :-2] + around[:, :, 2:])
    expected = 0.75 * across[:, 1:-1] + 0.125 * (across[:, :-2] + across[:, 2:])
    np.testing.assert_allclose(found[:, 1:-1, 1:-1], expected[:, 1:-1, 1:-1], atol=1.01)


@pytest.mark.parametrize("size", [(307, 413), (299, 401), (11, 19)])
def test_the_working_grid_covers_the_scene_exactly(size: tuple[int, int], raster: Raster, progress: Any) -> None:
    t = (1000.0, 0.07, 0.0, 2000.0, 0.0, -0.07)
    scene = Scene(raster(noise(height=size[0], width=size[1]), geotransform=t), contract(), SceneOptions(), progress)
    west, x, _, north, _, y = scene.geotransform
    assert (west, north) == (1000.0, 2000.0)
    assert west + x * scene.width == pytest.approx(1000.0 + 0.07 * size[1], abs=1e-9)
    assert north + y * scene.height == pytest.approx(2000.0 - 0.07 * size[0], abs=1e-9)


@pytest.mark.parametrize("wanted", [0.33, 0.5, 1.7])
@pytest.mark.parametrize("kind", ["plain", "nodata", "mask", "alpha"])
def test_windows_of_the_working_grid_agree_with_the_whole(
    wanted: float, kind: str, raster: Raster, progress: Any
) -> None:
    pixels = noise(4 if kind == "alpha" else 3, 97, 83)
    inside = np.add.outer(np.arange(97), np.arange(83)) > 40
    pixels[:, ~inside] = 0
    if kind == "alpha":
        pixels[3] = inside * 255
    settings = {"nodata": {"nodata": 0}, "mask": {"mask": inside}, "alpha": {"options": ["ALPHA=YES"]}}
    path = raster(pixels, **settings.get(kind, {}))
    scene = Scene(path, contract(resolution_m=(0.1, 5)), SceneOptions(resolution_m=wanted), progress)
    together, valid = whole(scene)
    for row in range(0, scene.height, 29):
        for column in range(0, scene.width, 31):
            window = Window(column, row, min(31, scene.width - column), min(29, scene.height - row))
            part, part_valid = scene.read(window)
            assert (part == together[(slice(None), *window.slices())]).all()
            assert (part_valid == valid[window.slices()]).all()
    assert valid.mean() == pytest.approx(inside.mean(), abs=0.03)


def test_a_coarse_scene_warns(raster: Raster, progress: Any) -> None:
    path = raster(noise(height=8, width=10), geotransform=(0.0, 10.0, 0.0, 0.0, 0.0, -10.0))
    scene = Scene(path, contract(), SceneOptions(), progress)
    assert (scene.resolution_m, scene.width, scene.height) == (5.0, 20, 16)
    assert progress.warnings == ["The model was made for 0.5 to 5 m; 10 m may give poor results."]


@pytest.mark.parametrize("wanted", [0.25, 8.0])
def test_a_resolution_that_the_user_sets(wanted: float, raster: Raster, progress: Any) -> None:
    scene = Scene(raster(noise()), contract(), SceneOptions(resolution_m=wanted), progress)
    assert (scene.width, scene.height) == (round(50 / wanted), round(40 / wanted))
    assert progress.warnings == [f"The model was made for 0.5 to 5 m; {wanted:g} m may give poor results."]


@pytest.mark.parametrize("wanted", [0.0, -1.0, math.inf, math.nan])
def test_a_resolution_that_is_none(wanted: float, raster: Raster, progress: Any) -> None:
    assert refusal(raster(noise()), SceneOptions(resolution_m=wanted), progress=progress) == (
        f"The working resolution is {wanted:g} m; set one above 0, or leave it empty."
    )


@pytest.mark.parametrize(
    ("epsg", "geotransform", "expected"),
    [
        (32654, (500000.0, 0.8, 0.0, 4000000.0, 0.0, -0.8), 0.8),
        (32654, (500000.0, 0.6, 0.8, 4000000.0, 0.8, -0.6), 1.0),
        (32654, (500000.0, 0.8, 0.0, 4000000.0, 0.0, 0.8), 0.8),
        (2264, (600000.0, 10.0, 0.0, 700000.0, 0.0, -10.0), 3.048006),  # US survey feet
        (4326, (141.0, 1e-4, 0.0, 60.0, 0.0, -1e-4), 11.1319 * math.sqrt(0.5)),
        (0, (0.0, 0.05, 0.0, 0.0, 0.0, -0.05), 1.0),
    ],
    ids=["metres", "rotated", "south up", "feet", "degrees", "none"],
)
def test_ground_resolution(epsg: int, geotransform: Any, expected: float, raster: Raster) -> None:
    path = raster(noise(height=2, width=2), epsg=epsg, geotransform=geotransform)
    assert ground_resolution_m(open_raster(path)) == pytest.approx(expected, rel=1e-4)


def test_rotated_working_grid(raster: Raster, progress: Any) -> None:
    t = (500000.0, 0.08, 0.06, 4000000.0, 0.06, -0.08)
    scene = Scene(raster(noise(height=42), geotransform=t), contract(), SceneOptions(), progress)
    assert (scene.width, scene.height, scene.resolution_m) == (10, 8, 0.5)
    assert scene.geotransform == pytest.approx((500000.0, 0.4, 0.315, 4000000.0, 0.3, -0.42))


@pytest.mark.parametrize("settings", [{"epsg": 0}, {"epsg": 0, "geotransform": None}, {"geotransform": None}])
def test_without_place(settings: dict[str, Any], raster: Raster, progress: Any) -> None:
    path = raster(noise(), **settings)
    scene = Scene(path, contract(resolution_m=(5, 10)), SceneOptions(), progress)
    assert (scene.crs_wkt, scene.resolution_m, scene.width) == ("", 1.0, 50)
    assert progress.warnings == [
        f"The layer {path} has no coordinate system: it is worked on pixel by pixel, and areas are in pixels."
    ]
    if "geotransform" in settings:
        assert scene.geotransform == (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def test_without_place_at_a_resolution(raster: Raster, progress: Any) -> None:
    path = raster(noise(), epsg=0, geotransform=None)
    scene = Scene(path, contract(), SceneOptions(resolution_m=2), progress)
    assert (scene.width, scene.height, scene.geotransform) == (25, 20, (0.0, 2.0, 0.0, 0.0, 0.0, -2.0))
    assert progress.infos[0] == "Ground resolution: the scene has 1 pixels and is worked on at 2 pixels."


def test_overviews_do_not_change_what_is_read_at_the_own_resolution(raster: Raster, progress: Any) -> None:
    pixels = noise(height=300, width=300)
    path = raster(pixels)
    dataset = gdal.Open(path)
    dataset.BuildOverviews("NEAREST", [2, 4])
    del dataset
    scene = Scene(path, contract(), SceneOptions(), progress)
    np.testing.assert_allclose(whole(scene)[0], pixels / 255, atol=1e-6)


def test_release_leaves_the_scene_readable(raster: Raster, progress: Any) -> None:
    pixels = noise()
    scene = Scene(raster(pixels), contract(), SceneOptions(), progress)
    whole(scene)
    scene.release()
    np.testing.assert_allclose(whole(scene)[0], pixels / 255, atol=1e-6)


# Real images


@pytest.mark.parametrize("number", range(4))
def test_sentinel_tile(number: int, shared_data: Path, progress: Any) -> None:
    path = str(shared_data / "sentinel2_georeferenced" / f"tile_{number}.tif")
    raw = gdal.Open(path).ReadAsArray()
    model = contract(4, resolution_m=(5.0, 20.0))
    scene = Scene(path, model, SceneOptions(bands=[1, 2, 3, 4], value_min=0, value_max=10000), progress)
    assert raw.dtype == np.float64
    assert (scene.width, scene.height) == (256, 256)
    assert 8 < scene.resolution_m < 12
    found, valid = whole(scene)
    np.testing.assert_allclose(found[:, valid], np.clip(raw[:, valid] / 10000, 0, 1), atol=1e-6)
    assert (raw[:, ~valid] == 0).all()  # its collar, which is not declared
    assert (raw[:, valid] == 0).all(axis=0).mean() < 0.001


def test_a_band_that_a_model_knows_by_number_only(raster, progress):
    path = raster(np.zeros((3, 4, 4), np.uint8))
    swapped = replace(contract(2), bands=("band 2", "band 1"))
    assert choose_bands(open_raster(path), swapped, [], path, progress) == [2, 1]
    assert progress.warnings == []
    assert choose_bands(open_raster(path), replace(contract(1), bands=("band 4",)), [], path, progress) == [1]
