from __future__ import annotations

import json
import re

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsRasterLayer,
)
from scarp.algorithms import image_description
from scarp.algorithms.describe_image import DescribeImage
from scarp.engine import scene_sample
from scarp.engine.inference import CPU
from scarp.engine.speed import Speed
from scarp.tests.algorithms.conftest import Feedback
from scarp.tests.algorithms.served import serving


@pytest.fixture(autouse=True)
def speed(monkeypatch):
    """Instead of measuring, all models take 1 ms for 1000 pixels; with what was asked for."""
    asked = []

    def model_speed(path, device, threads, progress):
        asked.append((path.stem, device, threads))
        return Speed(1e-6, CPU, 256, 1, None)

    monkeypatch.setattr(image_description, "model_speed", model_speed)
    return asked


@pytest.fixture
def describe(provider, feedback):
    """Runs the algorithm as a script does."""
    import processing

    def call(image, feedback=feedback, context=None, **changes):
        results = processing.run("scarp:describeimage", {"INPUT": image, **changes}, feedback=feedback, context=context)
        return json.loads(results["SUMMARY"])

    return call


def noise(bands=3, height=60, width=80, kind=np.uint8):
    return np.random.default_rng(1).integers(20, 250, (bands, height, width)).astype(kind)


def refusal(**parameters):
    possible, why = DescribeImage().create().checkParameterValues(parameters, QgsProcessingContext())
    assert not possible
    return why


def test_in_the_toolbox(qgis_app):
    algorithm = DescribeImage().create()
    assert (algorithm.name(), algorithm.displayName(), algorithm.group()) == (
        "describeimage", "Describe an image", "Landslides",
    )  # fmt: skip
    names = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    assert names == ["INPUT", "MODEL", "BANDS", "DEVICE", "THREADS", "OUTPUT"]
    flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert [p.name() for p in algorithm.parameterDefinitions() if p.flags() & flag] == ["BANDS", "DEVICE", "THREADS"]
    assert [output.name() for output in algorithm.outputDefinitions()] == ["OUTPUT", "SUMMARY"]
    assert algorithm.canExecute() == (True, "")  # without any package


def test_what_is_seen(describe, image, feedback, speed):
    found = describe(image)
    assert (found["image"], found["source"], found["crs"]) == ("event", image, "EPSG:32654")
    assert (found["width"], found["height"], found["resolution_m"], found["working_resolution_m"]) == (80, 60, 1.0, 1.0)
    assert [band["taken_for"] for band in found["bands"]] == ["red", "green", "blue"]
    assert {band["type"] for band in found["bands"]} == {"Byte"}
    assert (found["values"]["low"], found["values"]["high"]) == ([0.0] * 3, [255.0] * 3)
    assert found["values"]["smallest"] == [26.0] * 3
    assert found["nodata"] == {"share": 0.125, "said_by": "declared", "is_estimate": False}
    assert found["model"] == {
        "name": "unet", "kind": "semantic", "bands": ["red", "green", "blue"], "resolution_m": [0.3, 5.0],
        "fit": "good", "why": "It was made for 0.3 to 5 m; the image has 1 m.", "asked": "auto",
    }  # fmt: skip
    assert found["suggested"]["name"] == "unet"
    assert {model["name"]: model["fit"] for model in found["models"]} == {"maskrcnn": "good", "unet": "good"}
    assert (found["work"]["windows"], found["work"]["valid_windows"], found["work"]["padded"]) == (1, 1, [128, 128])
    assert found["time"]["seconds"] == pytest.approx(1e-6 * 128 * 128)
    assert found["time"]["device"] == CPU
    assert found["time"]["basis"].startswith("Windows: 1 of 80 x 60 pixels, 0.016 s each: measured on this computer")
    assert (found["warnings"], feedback.warnings) == ([], [])
    assert "Ground resolution: 1 m" in feedback.infos
    assert speed == [("unet", "auto", 0)]


def test_bands_that_are_not_named_are_warned_of(describe, raster, feedback):
    found = describe(raster(noise(4, kind=np.uint16)))
    assert found["warnings"] == feedback.warnings == [
        "The layer does not say which bands are red, green, blue; bands 1, 2, 3 are taken. Choose others under "
        "Advanced > Bands."
    ]


def test_device_model_and_bands_are_as_asked(describe, raster, speed):
    found = describe(raster(noise(4)), MODEL="maskrcnn", DEVICE="cpu", THREADS=1, BANDS=[4, 2, 1])
    assert found["bands_read"] == [4, 2, 1]
    assert [band["taken_for"] for band in found["bands"]] == ["blue", "green", "", "red"]
    assert (found["model"]["name"], found["model"]["asked"], found["suggested"]["name"]) == (
        "maskrcnn", "maskrcnn", "unet",
    )  # fmt: skip
    assert speed == [("maskrcnn", "cpu", 1)]


def test_sixteen_bit_is_stretched(describe, raster):
    pixels = noise(kind=np.uint16) * 20
    found = describe(raster(pixels))
    two, ninety_eight = np.percentile(pixels.reshape(3, -1).astype(float), (2, 98), axis=1)
    assert found["values"]["low"] == two.tolist()
    assert found["values"]["high"] == ninety_eight.tolist()
    assert found["values"]["stretch"] == "2nd to 98th percentile"


def test_not_a_number_is_nodata(describe, raster):
    pixels = noise(kind=np.float32)
    pixels[:, :15] = np.nan
    found = describe(raster(pixels, nodata=float("nan")))
    assert found["nodata"]["share"] == 0.25
    assert found["bands"][0]["nodata"] == "nan"


def test_without_a_coordinate_system(describe, raster):
    found = describe(raster(noise(), epsg=0, geotransform=None))
    assert (found["has_crs"], found["crs"], found["resolution_m"], found["working_resolution_m"]) == (
        False, "", None, None,
    )  # fmt: skip
    assert found["warnings"][-1] == (
        "The image has no coordinate system: it is worked on pixel by pixel, and areas are in pixels."
    )


def test_degrees(describe, raster):
    found = describe(raster(noise(), epsg=4326, geotransform=(140.0, 1e-5, 0.0, 0.0, 0.0, -1e-5)))
    assert found["crs"] == "EPSG:4326"
    assert found["resolution_m"] == pytest.approx(1.113, abs=0.001)


def test_coarser_than_all_models(describe, raster):
    found = describe(raster(noise(), geotransform=(500000.0, 10.0, 0.0, 4000000.0, 0.0, -10.0)))
    assert (found["model"]["fit"], found["suggested"]["name"]) == ("poor", "unet")
    assert found["warnings"][-1] == "The model was made for 0.3 to 5 m; 10 m may give poor results."
    assert found["work"]["tile"] == [160, 120]  # worked on at 5 m


def test_what_is_set_on_the_layer_holds(describe, raster, project):
    layer = QgsRasterLayer(raster(noise(), "plain.tif", epsg=0), "renamed")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    project.addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(project)
    found = describe(layer.id(), context=context)
    assert (found["image"], found["crs"], found["has_crs"], found["resolution_m"]) == (
        "renamed", "EPSG:32633", True, 1.0,
    )  # fmt: skip


def test_a_path_that_gdal_knows(describe, raster):
    path = raster(noise())
    gdal.FileFromMemBuffer("/vsimem/remote.tif", open(path, "rb").read())  # noqa: PTH123, SIM115
    try:
        assert describe("/vsimem/remote.tif")["width"] == 80
    finally:
        gdal.Unlink("/vsimem/remote.tif")


def test_of_a_large_image_on_a_server_little_is_fetched(describe, raster, monkeypatch):
    monkeypatch.setattr(scene_sample, "MOST_PIXELS", 4 * 64 * 64)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    options = ["TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "INTERLEAVE=BAND"]
    with open(raster(noise(3, 1024, 1024, np.uint16), options=options), "rb") as file:  # noqa: PTH123
        content = file.read()
    sent = []

    def answer(handler):
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", handler.headers.get("Range", ""))
        if asked is None:  # only the size is wanted
            handler.send_response(200)
            handler.send_header("Accept-Ranges", "bytes")
            handler.send_header("Content-Length", str(len(content)))
            handler.end_headers()
            return
        start, end = int(asked[1]), min(int(asked[2]), len(content) - 1)
        part = content[start : end + 1]
        sent.append(len(part))
        handler.send_response(206)
        handler.send_header("Content-Range", f"bytes {start}-{end}/{len(content)}")
        handler.send_header("Content-Length", str(len(part)))
        handler.end_headers()
        handler.wfile.write(part)

    before = gdal.GetConfigOption("CPL_VSIL_CURL_USE_HEAD")
    gdal.SetConfigOption("CPL_VSIL_CURL_USE_HEAD", "NO")
    try:
        with serving() as server:
            server.pages["/big.tif"] = answer
            found = describe(f"/vsicurl/{server.url('/big.tif')}")
            with pytest.raises(QgsProcessingException, match=r"none\.tif cannot be opened"):
                describe(f"/vsicurl/{server.url('/none.tif')}")
    finally:
        gdal.SetConfigOption("CPL_VSIL_CURL_USE_HEAD", before)
    assert (found["width"], found["values"]["pixels"]) == (1024, 4 * 64 * 64)
    assert found["nodata"]["is_estimate"] is True
    assert 0 < sum(sent) < len(content) / 4


# Reports


def test_as_text(describe, image, tmp_path):
    target = tmp_path / "image.txt"
    describe(image, OUTPUT=str(target))
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[:4] == [
        "Image event", "Size: 80 x 60 pixels", "CRS: EPSG:32654 – WGS 84 / UTM zone 54N", "Ground resolution: 1 m",
    ]  # fmt: skip
    assert "Nodata: 12.5% (as the file says)" in lines
    assert "Band 2: –, Green, Byte, nodata 0, taken for green" in lines
    assert "Model unet: fits. It was made for 0.3 to 5 m; the image has 1 m." in lines


def test_as_a_page(describe, image, tmp_path):
    target = tmp_path / "image.html"
    describe(image, OUTPUT=str(target))
    page = target.read_text(encoding="utf-8")
    assert "<title>Image event</title>" in page
    assert "<td>Suggested model</td><td>unet. It was made for 0.3 to 5 m; the image has 1 m.</td>" in page
    assert "<td>maskrcnn</td>" in page


# What goes wrong


def test_refused_before_it_begins(image, tmp_path, qgis_app):
    assert refusal(INPUT=image, MODEL="alps").startswith('There is no model "alps"; choose one of: auto, ')
    assert refusal(INPUT=image, OUTPUT=str(tmp_path / "none" / "a.html")) == (
        f"The report cannot be written to {tmp_path / 'none'}: there is no such folder. Choose another."
    )
    assert refusal(INPUT=image, OUTPUT=str(tmp_path / "a.pdf")) == (
        f"The report is written to {tmp_path / 'a.pdf'}; give it the ending .html or .txt."
    )
    assert refusal(INPUT=str(tmp_path / "none.tif")).startswith(f"The layer {tmp_path / 'none.tif'} cannot be opened: ")


def test_a_file_that_is_damaged(describe, raster, tmp_path):
    path = raster(noise(3, 600, 800, np.uint16))
    with open(path, "r+b") as file:  # noqa: PTH123
        file.truncate(500_000)
    with pytest.raises(QgsProcessingException, match="the file is damaged or incomplete"):
        describe(path)


def test_wrong_bands(describe, raster):
    with pytest.raises(QgsProcessingException, match="The model expects 3 bands"):
        describe(raster(noise()), BANDS=[1, 2])


def test_complex_numbers(describe, raster):
    with pytest.raises(QgsProcessingException, match=r"holds complex numbers \(CFloat32\)"):
        describe(raster(noise(kind=np.complex64)))


@pytest.mark.parametrize("cancel_at", [0.0, 60.0, 70.0])
def test_cancelled(provider, describe, image, tmp_path, cancel_at):
    feedback = Feedback(cancel_at)
    if not cancel_at:
        feedback.cancel()
    with pytest.raises(QgsProcessingException, match="The run was cancelled"):
        describe(image, feedback, OUTPUT=str(tmp_path / "image.html"))
    assert not (tmp_path / "image.html").exists()
