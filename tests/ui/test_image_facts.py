from __future__ import annotations

import pytest
from scarp.ui.image_facts import ImageFacts, duration, texts, tips, titles

SUMMARY = {
    "width": 30000, "height": 20000, "crs": "EPSG:32654", "crs_name": "WGS 84 / UTM zone 54N", "resolution_m": 0.08,
    "working_resolution_m": 0.3, "bands_read": [1, 2],
    "bands": [{"type": "UInt16", "taken_for": "red"}, {"type": "UInt16", "taken_for": ""},
              {"type": "Byte", "taken_for": "alpha"}],
    "values": {"smallest": [12.0, 3.5], "largest": [3999.0, 88.0], "low": [20.0, 4.0], "high": [3000.0, 80.0],
               "stretch": "2nd to 98th percentile", "pixels": 1048576, "is_estimate": True},
    "nodata": {"share": 0.1234, "said_by": "collar", "is_estimate": True},
    "suggested": {"name": "unet", "resolution_m": [0.3, 5.0], "why": "It was made for 0.3 to 5 m."},
    "time": {"seconds": 754.0, "device": "CPUExecutionProvider", "basis": "Windows: 100."},
    "work": {"valid_windows": 100},
}  # fmt: skip


def changed(**changes):
    bands = [{"number": number, **band} for number, band in enumerate(SUMMARY["bands"], 1)]
    return {**SUMMARY, "bands": bands, **changes}


def seen(**changes):
    return {name: text.replace("\u00a0", " ") for name, text in texts(changed(**changes)).items()}


def test_every_fact_has_a_title(qgis_app):
    assert list(titles()) == list(seen())


def test_facts(qgis_app):
    assert seen() == {
        "bands": "1 red, 3 alpha, 1 not used", "pixels": "30,000 × 20,000, UInt16, Byte",
        "resolution": "0.08 m, worked on at 0.3 m", "values": "3.5 to 3,999 (stretched)", "nodata": "about 12.3 %",
        "model": "unet, for 0.3 to 5 m", "time": "about 13 min on the CPU",
    }  # fmt: skip
    assert tips(changed()) == {
        "resolution": "EPSG:32654 – WGS 84 / UTM zone 54N", "model": "It was made for 0.3 to 5 m.",
        "values": "What the model sees as darkest and brightest (2nd to 98th percentile):\nBand 1: 20 to 3,000\n"
                  "Band 2: 4 to 80\nFrom 1,048,576 pixels, which are not all.",
        "nodata": "From 1,048,576 pixels, which are not all.", "time": "Windows: 100.",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "text", "changes"),
    [
        ("nodata", "none", {"nodata": {"share": 0.0, "is_estimate": False}}),
        ("nodata", "none found", {"nodata": {"share": 0.0, "is_estimate": True}}),
        ("nodata", "50.0 %", {"nodata": {"share": 0.5, "is_estimate": False}}),
        ("values", "no valid pixel found", {"values": {"smallest": []}}),
        ("resolution", "0.08 m", {"working_resolution_m": 0.08}),
        ("resolution", "not known: no coordinate system", {"resolution_m": None, "working_resolution_m": None}),
        ("model", "none; train one on this image", {"suggested": None}),
        ("time", "–", {"work": None}),
        ("time", "not known. Install it.", {"time": {"seconds": None, "device": "", "basis": "Install it."}}),
        ("time", "about 2.0 h on the GPU",
         {"time": {"seconds": 7200.0, "device": "CUDAExecutionProvider", "basis": ""}}),
        ("bands", "2", {"bands": [{"type": "Byte", "taken_for": ""}] * 2}),
    ],
)  # fmt: skip
def test_facts_that_differ(fact, text, changes, qgis_app):
    usual = {"values": SUMMARY["values"], "nodata": SUMMARY["nodata"]}
    merged = {name: {**usual[name], **value} if name in usual else value for name, value in changes.items()}
    assert seen(**merged)[fact] == text


@pytest.mark.parametrize(("seconds", "text"), [(0.0, "1 s"), (89.0, "89 s"), (90.0, "2 min"), (5400.0, "1.5 h")])
def test_duration(seconds, text, qgis_app):
    assert duration(seconds).replace("\u00a0", " ") == text


def test_widget_shows_waits_and_clears(qgis_app):
    widget = ImageFacts()
    assert widget.isHidden()
    widget.wait()
    assert not widget.isHidden()
    assert {label.text() for label in widget.values.values()} == {"…"}
    widget.show_summary(changed())
    assert widget.values["pixels"].text() == "30,000 × 20,000, UInt16, Byte"
    assert widget.values["time"].toolTip() == "Windows: 100."
    widget.wait()
    assert widget.values["time"].toolTip() == ""
    widget.clear()
    assert widget.isHidden() and widget.values["pixels"].text() == ""
    widget.deleteLater()
