"""Tests of scarp.engine.charts."""

from __future__ import annotations

import re
import sys
import warnings
from xml.etree import ElementTree

import pytest
from scarp.engine.charts import Line, _power, bar_chart, line_chart, rose_chart

SVG = "{http://www.w3.org/2000/svg}"
TENTHS = [percent / 10 for percent in range(1, 10)]


@pytest.fixture(autouse=True)
def _matplotlib(request: pytest.FixtureRequest) -> None:
    if "missing" not in request.node.name:
        pytest.importorskip("matplotlib")


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()).strip() for element in drawn(svg).iter(f"{SVG}text")]


def lines_drawn(svg: str, colour: str) -> list[str]:
    paths = [path for path in drawn(svg).iter(f"{SVG}path") if f"stroke: {colour}" in path.get("style", "")]
    return [path.get("d", "") for path in paths if path.get("clip-path")]


def test_a_chart_is_one_svg_element_with_its_words() -> None:
    lines = [Line("precision", TENTHS, TENTHS), Line("recall", TENTHS, TENTHS[::-1], dashed=True)]
    svg = line_chart("Scores", "threshold", "share", lines, marks=[(0.52, "best F1: 0.52")], y_range=(0.0, 1.0))
    assert svg.startswith("<svg ") and svg.endswith("</svg>")
    assert drawn(svg).find(f"{SVG}title").text == "Scores"  # type: ignore[union-attr]
    assert {"Scores", "threshold", "share", "precision", "recall", "best F1: 0.52", "0.4", "1"} <= set(texts(svg))
    (precision,), (recall,) = lines_drawn(svg, "#0072b2"), lines_drawn(svg, "#d55e00")
    assert precision.count("L") == recall.count("L") == 8
    assert len(re.findall("stroke-dasharray: 5", svg)) >= 1


def test_values_stand_where_they_belong() -> None:
    svg = line_chart("", "x", "y", [Line("a", [0.0, 0.5, 1.0], [0.0, 1.0, 0.25])], y_range=(0.0, 1.0))
    (path,) = lines_drawn(svg, "#0072b2")
    points = [tuple(map(float, point.split())) for point in re.findall(r"[ML] ([\d.]+ [\d.]+)", path)]
    (x0, bottom), (x1, top), (x2, quarter) = points
    assert x1 - x0 == pytest.approx(x2 - x1)
    assert (bottom - quarter) / (bottom - top) == pytest.approx(0.25, abs=1e-6)


def test_nan_leaves_a_gap() -> None:
    svg = line_chart("", "x", "y", [Line("a", [1, 2, 3, 4, 5], [1, 2, float("nan"), 4, 5])])
    (path,) = lines_drawn(svg, "#0072b2")
    assert (path.count("M"), path.count("L")) == (2, 2)
    assert "<svg" in line_chart("", "x", "y", [Line("a", [1, 2], [float("nan")] * 2)])


def test_a_logarithmic_axis_leaves_out_what_has_no_logarithm() -> None:
    svg = line_chart("", "x", "y", [Line("a", [1, 2, 3, 4], [0, 10, 100, 1000])], log=True)
    (path,) = lines_drawn(svg, "#0072b2")
    heights = [float(y) for y in re.findall(r"[ML] [\d.]+ ([\d.]+)", path)]
    assert len(heights) == 3
    assert {"10", "100", "1,000"} <= set(texts(svg))
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2])


def test_two_logarithmic_axes_make_a_power_law_straight() -> None:
    law = Line("law", [10, 100, 1000, 10_000], [1e-3, 1e-5, 1e-7, 1e-9])
    points = Line("points", [20, 2000], [1e-4, 1e-8], points=True)
    svg = line_chart("", "x", "y", [law, points], marks=[(100, "rollover")], x_range=(10, 1e5), y_range=(1e-10, 1e-2),
                     log=True, log_x=True)  # fmt: skip
    (path,) = lines_drawn(svg, "#0072b2")
    places = [tuple(map(float, each.split())) for each in re.findall(r"[ML] ([\d.]+ [\d.]+)", path)]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(places, places[1:])]
    assert len(steps) == 3 and all(step == pytest.approx(steps[0]) for step in steps)
    assert not lines_drawn(svg, "#d55e00")  # the points are not joined
    assert sum("#d55e00" in use.get("style", "") for use in drawn(svg).iter(f"{SVG}use")) == 2 + 1  # and the legend's
    assert {"10", "1,000", "100,000", "10⁻⁶", "0.01", "rollover"} <= set(texts(svg))


def test_small_values_that_are_no_powers_of_ten() -> None:
    assert [_power(value) for value in (0.001, 1e-4, 1e-5, 2.5e-7, 1e6)] == [
        "0.001", "0.0001", "10⁻⁵", "2.5 × 10⁻⁷", "1,000,000"
    ]  # fmt: skip


def boxes_of_bars(svg: str) -> list[tuple[float, float]]:
    """Width and height of each bar."""
    found = []
    for path in drawn(svg).iter(f"{SVG}path"):
        if "fill: #0072b2" in path.get("style", ""):
            numbers = [float(number) for number in re.findall(r"[\d.]+", path.get("d", ""))]
            x, y = numbers[0::2], numbers[1::2]
            found.append((max(x) - min(x), max(y) - min(y)))
    return found


def test_bars_are_as_wide_and_high_as_said() -> None:
    bars = boxes_of_bars(bar_chart("Slopes", "°", "landslides", [0, 5, 10, 20], [2, 8, 4]))
    width, height = bars[0]
    assert bars == [pytest.approx(each) for each in ((width, height), (width, 4 * height), (2 * width, 2 * height))]
    bars = boxes_of_bars(bar_chart("Sizes", "m²", "landslides", [10, 100, 1000, 10_000], [3, 1, 0], log_x=True))
    assert bars[1][0] == pytest.approx(bars[0][0]) and bars[2][1] == pytest.approx(0.0)
    with pytest.raises(ValueError, match="2 bars have 3 edges, not 2"):
        bar_chart("", "", "", [0, 1], [1, 2])


def test_the_sectors_of_a_rose_are_as_large_as_their_counts() -> None:
    svg = rose_chart("Aspect", [4, 0, 1, 0, 0, 0, 0, 0], 12.0, "mean direction 12°")
    assert {"Aspect", "N", "NE", "E", "SE", "S", "SW", "W", "NW", "2", "4", "mean direction 12°"} <= set(texts(svg))
    sectors = boxes_of_bars(svg)
    assert [max(box) > 1 for box in sectors] == [True, False, True, False, False, False, False, False]
    # Of a fourth of the count, the one to the east is half as long as the one to the north: a fourth of the area.
    assert sectors[2][0] / sectors[0][1] == pytest.approx(0.5, abs=1e-3)
    assert "mean" not in "".join(texts(rose_chart("Aspect", [1] * 16)))
    assert rose_chart("none", [0] * 16)


def test_names_are_shown_as_they_are_and_cannot_break_out() -> None:
    names = ["_own model", "cost $a$ in $b$", "a < b & <script>c</script>", "地すべり"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = line_chart("</title><script>", "x", "y", [Line(name, [1, 2], [1, 2]) for name in names])
    assert set(names) <= set(texts(svg))
    assert "<script" not in svg
    assert drawn(svg).find(f"{SVG}title").text == "</title><script>"  # type: ignore[union-attr]


def test_it_takes_the_colour_of_the_page_and_has_no_background_nor_loose_ids() -> None:
    svg = line_chart("t", "x", "y", [Line("a", [1, 2], [1, 2])])
    assert "currentColor" in svg and "#012345" not in svg and "#ffffff" not in svg and "metadata" not in svg
    assert all(f"#{name}" in svg for name in re.findall(r' id="([^"]+)"', svg))
    assert svg == line_chart("t", "x", "y", [Line("a", [1, 2], [1, 2])])


def test_no_line_and_uneven_ones() -> None:
    assert texts(line_chart("empty", "x", "y", []))
    with pytest.raises(ValueError, match="same first dimension"):
        line_chart("", "x", "y", [Line("a", [1, 2, 3], [1, 2])])


def test_missing_matplotlib_gives_no_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert line_chart("t", "x", "y", [Line("a", [1], [1])]) == ""
    assert bar_chart("t", "x", "y", [0, 1], [1]) == rose_chart("t", [1, 2]) == ""
