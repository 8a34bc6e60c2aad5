"""Charts as SVG, drawn by matplotlib where it is installed."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from io import StringIO
from typing import Any

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
"""Okabe and Ito's, which colour-blind readers tell apart and which show on light and on dark."""
INK = "#012345"
"""Stands for the page's own text colour until the SVG is written."""
LABELS_LEFT = 0.7
"""Share of the horizontal axis from which on a mark's label stands to its left."""
MARKED_POINTS = 40
"""Lines of so many points at most show each of them."""
WRITTEN_OUT = 1e-4
"""A logarithmic axis writes smaller values as powers of ten."""
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


@dataclass(frozen=True)
class Line:
    """One line of a chart.

    Attributes:
        label: in the legend.
        x: where.
        y: how much, as many as x; NaN leaves a gap.
        dashed: whether it is.
        points: whether only its points are drawn.
    """

    label: str
    x: Sequence[float]
    y: Sequence[float]
    dashed: bool = False
    points: bool = False


def line_chart(
    title: str,
    x_label: str,
    y_label: str,
    lines: Sequence[Line],
    *,
    marks: Sequence[tuple[float, str]] = (),
    x_range: tuple[float, float] | None = None,
    y_range: tuple[float, float] | None = None,
    log: bool = False,
    log_x: bool = False,
) -> str:
    """Draw lines over a common axis.

    Args:
        title: of the chart; may be empty.
        x_label: of the horizontal axis.
        y_label: of the vertical axis.
        lines: what is drawn; may be none.
        marks: vertical lines, each with where it stands and what is written beside it.
        x_range: lowest and highest value of the horizontal axis; nothing fits it to the lines.
        y_range: likewise of the vertical axis.
        log: whether the vertical axis is logarithmic; what is not above 0 is left out then.
        log_x: likewise the horizontal axis.

    Returns:
        The chart as an ``<svg>`` element in the text colour of the page that it is put into; empty where matplotlib is
        not installed.

    Raises:
        ValueError: if a line has not as many x as y.
    """

    def draw(axes: Any) -> None:
        if log_x:
            axes.set_xscale("log", nonpositive="mask")
            axes.xaxis.set_major_formatter(_power)
        _draw_lines(axes, lines, log_x)
        if x_range is not None:
            axes.set_xlim(*x_range)
        _draw_marks(axes, marks, log_x)
        _draw_frame(axes, _plain(x_label), _plain(y_label), log)
        if y_range is not None:
            axes.set_ylim(*y_range)

    return _drawn(title, draw)


def bar_chart(
    title: str, x_label: str, y_label: str, edges: Sequence[float], heights: Sequence[float], *, log_x: bool = False
) -> str:
    """Draw bars that touch each other, as of a histogram.

    Args:
        title: of the chart; may be empty.
        x_label: of the horizontal axis.
        y_label: of the vertical axis.
        edges: of the bars, rising, one more than bars.
        heights: of the bars.
        log_x: whether the horizontal axis is logarithmic; all edges are above 0 then.

    Returns:
        As ``line_chart``.

    Raises:
        ValueError: if there is not one edge more than heights.
    """
    if len(edges) != len(heights) + 1:
        raise ValueError(f"{len(heights)} bars have {len(heights) + 1} edges, not {len(edges)}")

    def draw(axes: Any) -> None:
        if log_x:
            axes.set_xscale("log")
            axes.xaxis.set_major_formatter(_power)
        widths = [high - low for low, high in zip(edges, edges[1:])]
        axes.bar(list(edges[:-1]), list(heights), widths, align="edge", color=COLOURS[0], edgecolor=INK, linewidth=0.6)
        axes.set_xlim(edges[0], edges[-1])
        axes.set_axisbelow(True)
        _draw_frame(axes, _plain(x_label), _plain(y_label), False)
        if all(float(height).is_integer() for height in heights):
            axes.yaxis.get_major_locator().set_params(integer=True, min_n_ticks=1)

    return _drawn(title, draw)


def rose_chart(title: str, counts: Sequence[int], direction_deg: float | None = None, label: str = "") -> str:
    """Draw how many things face which way, north at the top.

    Areas are true, not lengths: a sector of twice the count is twice as large, so that frequent directions are not
    made to look more frequent than they are.

    Args:
        title: of the chart; may be empty.
        counts: in sectors of equal width, clockwise, the middle of the first in the north.
        direction_deg: a direction to mark, clockwise from north; nothing for none.
        label: of the mark, in the legend.

    Returns:
        As ``line_chart``.

    Source: Nemec 1988, Sedimentary Geology 59, 149-152 (roses of equal area).
    """

    def draw(axes: Any) -> None:
        from matplotlib.ticker import MaxNLocator

        width, most = 2 * math.pi / len(counts), max(1, *counts)
        axes.set_theta_zero_location("N")
        axes.set_theta_direction(-1)
        axes.bar(
            [number * width for number in range(len(counts))], [math.sqrt(count) for count in counts], width,
            color=COLOURS[0], edgecolor=INK, linewidth=0.6,
        )  # fmt: skip
        axes.set_ylim(0, math.sqrt(most) * 1.05)
        rings = [ring for ring in MaxNLocator(4, integer=True).tick_values(0, most) if 0 < ring <= most]
        axes.set_yticks([math.sqrt(ring) for ring in rings])
        axes.set_yticklabels([f"{ring:,.0f}" for ring in rings])
        # The numbers of the rings stand between two sectors, where these are smallest.
        between = min(range(len(counts)), key=lambda number: counts[number] + counts[(number + 1) % len(counts)])
        axes.set_rlabel_position(math.degrees((between + 0.5) * width))
        axes.set_xticks([2 * math.pi * number / len(COMPASS) for number in range(len(COMPASS))])
        axes.set_xticklabels(COMPASS)
        if direction_deg is not None:
            line = axes.plot([math.radians(direction_deg)] * 2, [0, math.sqrt(most) * 1.05], color=COLOURS[1],
                             linewidth=2.0)  # fmt: skip
            axes.legend(line, [_plain(label)], loc="upper center", bbox_to_anchor=(0.5, -0.08), frameon=False,
                        labelcolor=INK)  # fmt: skip
        axes.tick_params(which="both", colors=INK)
        axes.grid(color=INK, alpha=0.25, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.spines["polar"].set_color(INK)

    return _drawn(title, draw, polar=True)


def _drawn(title: str, draw: Callable[[Any], None], polar: bool = False) -> str:
    """A chart of one plot, as an element; empty where matplotlib is not installed."""
    try:
        from matplotlib import rc_context
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except (ImportError, AttributeError):  # the second where it was built for another NumPy
        return ""
    drawn = StringIO()
    # A name in a script that the font lacks still shows, in a font of whoever reads the page.
    with warnings.catch_warnings(), rc_context({"svg.fonttype": "none", "svg.hashsalt": "scarp"}):
        warnings.simplefilter("ignore")
        figure = Figure(figsize=(7.0, 4.0))
        FigureCanvasSVG(figure)
        axes = figure.add_subplot(polar=polar)
        axes.set_title(_plain(title), color=INK)
        draw(axes)
        # With nothing to say of time and program, the same chart is the same text.
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(drawn, format="svg", transparent=True, bbox_inches="tight", metadata=nothing)
    return _as_element(drawn.getvalue(), title)


def _power(value: float, _position: int | None = None) -> str:
    """A value of a logarithmic axis; a small one as a power of ten, or it would be a row of zeros."""
    if not 0.0 < value < WRITTEN_OUT:
        return f"{value:,.10g}"
    digits, exponent = f"{value:.9e}".split("e")
    factor = f"{float(digits):g}"
    return f"{'' if factor == '1' else factor + ' × '}10{str(int(exponent)).translate(RAISED)}"


def _draw_lines(axes: Any, lines: Sequence[Line], log_x: bool) -> None:
    handles = [
        axes.plot(
            list(line.x), list(line.y), color=COLOURS[number % len(COLOURS)], linewidth=1.6,
            linestyle="" if line.points else "--" if line.dashed else "-",
            marker="o" if line.points else "." if len(line.x) <= MARKED_POINTS else "",
            markersize=4.0 if line.points else None,
        )[0]
        for number, line in enumerate(lines)
    ]  # fmt: skip
    if not log_x and all(float(x).is_integer() for line in lines for x in line.x):
        axes.xaxis.get_major_locator().set_params(integer=True, min_n_ticks=1)
    if lines:
        axes.legend(
            handles, [_plain(line.label) for line in lines], loc="upper center", bbox_to_anchor=(0.5, -0.15),
            ncol=min(len(lines), 4), frameon=False, labelcolor=INK,
        )  # fmt: skip


def _draw_marks(axes: Any, marks: Sequence[tuple[float, str]], log_x: bool) -> None:
    """Upright lines, their labels one below the other, so that those of neighbours can be read."""
    for x, _ in marks:
        axes.axvline(x, color=INK, linewidth=1.0, linestyle=":")
    place = math.log if log_x else float
    low, high = map(place, axes.get_xlim())
    for number, (x, label) in enumerate(marks):
        is_left = place(x) - low > LABELS_LEFT * (high - low)
        axes.annotate(
            _plain(label), (x, 1.0), xycoords=axes.get_xaxis_transform(),
            xytext=(-3 if is_left else 3, -3 - 12 * number), textcoords="offset points",
            ha="right" if is_left else "left", va="top", fontsize="small", color=INK, annotation_clip=False,
        )  # fmt: skip


def _draw_frame(axes: Any, x_label: str, y_label: str, log: bool) -> None:
    axes.set_xlabel(x_label, color=INK)
    axes.set_ylabel(y_label, color=INK)
    if log:
        axes.set_yscale("log", nonpositive="mask")
    axes.yaxis.set_major_formatter(_power if log else "{x:,.10g}")
    axes.tick_params(which="both", colors=INK)
    axes.grid(color=INK, alpha=0.15, linewidth=0.6)
    for side, spine in axes.spines.items():
        spine.set_color(INK)
        spine.set_visible(side in ("left", "bottom"))


def _plain(text: str) -> str:
    """A text that matplotlib shows as it is: no formula between dollars, and no leading underscore, which hides it."""
    shown = text.replace("$", r"\$")
    return f" {shown}" if shown.startswith("_") else shown


def _as_element(svg: str, title: str) -> str:
    """The ``<svg>`` element alone, in the page's text colour, without the ids that nothing refers to."""
    element = svg[svg.index("<svg") :].strip()
    referred = set(re.findall(r"#([\w-]+)", element))
    element = re.sub(r' id="([^"]+)"', lambda found: found[0] if found[1] in referred else "", element)
    element = element.replace(INK, "currentColor")
    opened, rest = element.split(">", 1)
    return f'{opened} role="img">\n <title>{escape(title)}</title>{rest}'
