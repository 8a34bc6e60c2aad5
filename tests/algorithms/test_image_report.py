"""Tests of scarp.algorithms.image_report."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem
from scarp.algorithms import image_description
from scarp.algorithms.image_description import describe
from scarp.algorithms.image_report import duration, facts, report_lines, write_report
from scarp.algorithms.model_choice import choose_model
from scarp.algorithms.rasters import Raster
from scarp.engine.errors import ScarpError
from scarp.engine.inference import CPU
from scarp.engine.progress import Quiet
from scarp.engine.speed import Speed


@pytest.fixture
def described(qgis_app, monkeypatch):
    """What is seen in an image of which nothing is known but its pixels."""
    monkeypatch.setattr(image_description, "model_speed", lambda *_: Speed(1e-2, CPU, 256, 1, None))

    def call(path):
        image = Raster(path, path, "event", QgsCoordinateReferenceSystem())
        return describe(image, choose_model("auto", "", path, Quiet()), [], "cpu", 1, Quiet())

    return call


def noise(bands=3, kind=np.uint8):
    return np.random.default_rng(1).integers(20, 250, (bands, 60, 80)).astype(kind)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.01, "1 s"), (89, "89 s"), (91, "2 min"), (5399, "90 min"), (5400, "1.5 h"), (90000, "25.0 h")],
)
def test_duration(seconds, text):
    assert duration(seconds) == text


def test_facts(described, raster):
    found = dict(facts(described(raster(noise(), epsg=0, geotransform=None))))
    assert (found["Size"], found["CRS"], found["Nodata"]) == ("80 x 60 pixels", "–", "0.0% (the file declares none)")
    assert (found["Ground resolution"], found["Worked on at"]) == (
        "not known without a CRS", "not known without a CRS, 80 x 60 pixels",
    )  # fmt: skip
    assert found["Values found"] == "20 to 249, 20 to 249, 20 to 249"
    assert found["Values taken"] == "0 to 255, 0 to 255, 0 to 255 (8 bit, as they are)"
    assert found["Time"] == "about 3 min (CPUExecutionProvider)"  # 0.01 s for each of 128 x 128 pixels
    assert found["Sample"] == "values and nodata from 4,800 pixels (all of them)"


def test_an_image_that_no_model_reads(described, raster):
    lines = report_lines(described(raster(noise(1))))
    unfit = "does not fit. The model expects 3 bands (red, green, blue); the image has 1. Choose another layer, or"
    assert f"Model: unet: {unfit} a model made for 1 band." in lines
    assert "Time: –" in lines
    assert not any(line.startswith(("Suggested", "Windows", "Memory")) for line in lines)


@pytest.mark.parametrize("pixels", [noise(1), noise(kind=np.float64), np.zeros((3, 5, 5), np.uint8)],
                         ids=["one band", "float", "nothing"])  # fmt: skip
@pytest.mark.parametrize("ending", ["txt", "html"])
def test_all_images_have_a_report(described, raster, pixels, ending, tmp_path):
    summary = described(raster(pixels, nodata=0, epsg=0, geotransform=None))
    target = tmp_path / f"image.{ending}"
    assert write_report(summary, target) == str(target)
    text = target.read_text(encoding="utf-8")
    assert "not known without a CRS" in text
    assert all(f"Warning: {warning.split('(')[0]}" in text for warning in summary["warnings"])
    assert summary["warnings"]
    assert [file.name for file in tmp_path.glob("image*")] == [target.name]


def test_a_folder_that_is_gone(described, raster, tmp_path):
    with pytest.raises(ScarpError, match="there is no such folder"):
        write_report(described(raster(noise())), tmp_path / "none" / "image.html")
