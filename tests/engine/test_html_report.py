"""Tests of scarp.engine.html_report."""

from __future__ import annotations

import base64
import math
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.errors import ScarpError
from scarp.engine.html_report import HtmlReport, number, png

ALONE = {"meta", "img"}


class Balanced(HTMLParser):
    """Fails where a tag is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attributes: object) -> None:
        self.seen.append(tag)
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def parsed(report: HtmlReport) -> list[str]:
    """Names of the tags of a page, which must be balanced."""
    parser = Balanced()
    parser.feed(report.html())
    assert parser.open == []
    return parser.seen


def test_a_page_has_its_parts_in_order() -> None:
    report = HtmlReport("Sweep", "of p.tif")
    report.heading("Scores")
    report.paragraph("Higher is better.")
    report.table(["threshold", "model"], [[0.5, "unet"], [None, "other"]], "Table 1")
    report.chart("<svg></svg>", "Figure 1")
    report.picture(b"\x89PNG", "Figure 2")
    page = report.html()
    words = ["<h1>Sweep</h1>", "of p.tif", "<h2>Scores</h2>", "<p>Higher is better.</p>", "Table 1", "<svg></svg>",
             "Figure 1", base64.b64encode(b"\x89PNG").decode(), "<figcaption>Figure 2"]  # fmt: skip
    places = [page.index(word) for word in words]
    assert places == sorted(places)
    assert page.startswith("<!DOCTYPE html>") and "<title>Sweep</title>" in page
    assert '<th class="number">threshold</th><th>model</th>' in page
    assert '<td class="number">0.500</td><td>unet</td>' in page and '<td class="number">–</td>' in page
    assert "prefers-color-scheme: dark" in page
    tags = parsed(report)
    assert (tags.count("tr"), tags.count("figure"), tags.count("td")) == (3, 2, 4)


def test_it_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    report = HtmlReport("t")
    report.picture(b"x")
    assert not re.search(r"https?:|<script|<link|@import|url\(", report.html())


def test_everything_is_escaped() -> None:
    bad = '<script>alert("1")</script> & \''
    report = HtmlReport(bad, bad)
    report.heading(bad)
    report.paragraph(bad)
    report.table([bad], [[bad]], bad)
    report.chart("", bad)
    report.picture(b"", bad)
    page = report.html()
    assert "<script" not in page and page.count("&lt;script&gt;") == 11 and 'alt="&lt;script' in page
    parsed(report)


def test_a_missing_chart_says_how_to_get_it() -> None:
    report = HtmlReport("t")
    report.chart("", "F1 by threshold")
    assert "matplotlib is not installed" in report.html() and "It shows: F1 by threshold" in report.html()


def test_only_columns_of_numbers_stand_at_the_right() -> None:
    report = HtmlReport("t")
    report.table(["a", "b", "c", "d"], [["12 %", "1,234.5", "3 m", np.int64(4)], ["−7", "–", "4", math.nan]])
    report.table(["nothing"], [])
    page = report.html()
    header = '<th class="number">a</th><th class="number">b</th><th>c</th><th class="number">d</th>'
    assert header in page and "<th>nothing</th>" in page
    assert '<td>3 m</td><td class="number">4</td>' in page


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (None, 3, "–"), (math.nan, 3, "–"), (np.float32("nan"), 2, "–"), (0.12345, 3, "0.123"), (1234567.891, 1,
        "1,234,567.9"), (1234567, 3, "1,234,567"), (np.int64(12345), 2, "12,345"), (-0.5, 2, "-0.50"),
        (math.inf, 2, "∞"), (-math.inf, 2, "−∞"), (99999.6, 0, "100,000"),
    ],
)  # fmt: skip
def test_number(value: float | None, decimals: int, shown: str) -> None:
    assert number(value, decimals) == shown


@pytest.mark.parametrize("bands", [3, 4])
def test_png_keeps_every_pixel(bands: int, tmp_path: Path, gdal_exceptions: bool) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (bands, 11, 7)).astype(np.uint8)
    file = tmp_path / "p.png"
    file.write_bytes(png(pixels[:, :, ::-1]))
    assert (gdal.Open(str(file)).ReadAsArray() == pixels[:, :, ::-1]).all()
    assert not any("scarp-" in name for name in gdal.ReadDir("/vsimem/") or [])


def test_png_of_something_else() -> None:
    with pytest.raises(ValueError, match=r"not uint8 of shape \(2, 4, 4\)"):
        png(np.zeros((2, 4, 4), np.uint8))
    with pytest.raises(ValueError, match="not float64"):
        png(np.zeros((3, 4, 4)))  # type: ignore[arg-type]


def test_writing(tmp_path: Path) -> None:
    report = HtmlReport("地すべり")
    report.write(tmp_path / "r.html")
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == report.html()
    with pytest.raises(ScarpError, match=r"The report cannot be written to .*nowhere.r\.html \(No such file"):
        report.write(tmp_path / "nowhere" / "r.html")
