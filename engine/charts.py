"""Line charts as SVG, drawn by matplotlib where it is installed."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
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


@dataclass(frozen=True)
class Line:
    """One line of a chart.

    Attributes:
        label: in the legend.
        x: where.
        y: how much, as many as x; NaN leaves a gap.
        dashed: whether it is.
    """

    label: str
    x: Sequence[float]
    y: Sequence[float]
    dashed: bool = False


def line_chart(
    title: str,
    x_label: str,
    y_label: str,
    lines: Sequence[Line],
    *,
    marks: Sequence[tuple[float, str]] = (),
    y_range: tuple[float, float] | None = None,
    log: bool = False,
) -> str:
    """Draw lines over a common axis.

    Args:
        title: of the chart; may be empty.
        x_label: of the horizontal axis.
        y_label: of the vertical axis.
        lines: what is drawn; may be none.
        marks: vertical lines, each with where it stands and what is written beside it.
        y_range: lowest and highest value of the vertical axis; nothing fits it to the lines.
        log: whether the vertical axis is logarithmic; what is not above 0 is left out then.

    Returns:
        The chart as an ``<svg>`` element in the text colour of the page that it is put into; empty where matplotlib is
        not installed.

    Raises:
        ValueError: if a line has not as many x as y.
    """
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
        axes = figure.add_subplot()
        _draw_lines(axes, lines)
        _draw_marks(axes, marks)
        _draw_frame(axes, _plain(title), _plain(x_label), _plain(y_label), log)
        if y_range is not None:
            axes.set_ylim(*y_range)
        # With nothing to say of time and program, the same chart is the same text.
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure.savefig(drawn, format="svg", transparent=True, bbox_inches="tight", metadata=nothing)
    return _as_element(drawn.getvalue(), title)


def _draw_lines(axes: Any, lines: Sequence[Line]) -> None:
    handles = [
        axes.plot(
            list(line.x), list(line.y), color=COLOURS[number % len(COLOURS)], linewidth=1.6,
            linestyle="--" if line.dashed else "-", marker="." if len(line.x) <= MARKED_POINTS else "",
        )[0]
        for number, line in enumerate(lines)
    ]  # fmt: skip
    if all(float(x).is_integer() for line in lines for x in line.x):
        axes.xaxis.get_major_locator().set_params(integer=True, min_n_ticks=1)
    if lines:
        axes.legend(
            handles, [_plain(line.label) for line in lines], loc="upper center", bbox_to_anchor=(0.5, -0.15),
            ncol=min(len(lines), 4), frameon=False, labelcolor=INK,
        )  # fmt: skip


def _draw_marks(axes: Any, marks: Sequence[tuple[float, str]]) -> None:
    """Upright lines, their labels one below the other, so that those of neighbours can be read."""
    for x, _ in marks:
        axes.axvline(x, color=INK, linewidth=1.0, linestyle=":")
    low, high = axes.get_xlim()
    for number, (x, label) in enumerate(marks):
        is_left = x - low > LABELS_LEFT * (high - low)
        axes.annotate(
            _plain(label), (x, 1.0), xycoords=axes.get_xaxis_transform(),
            xytext=(-3 if is_left else 3, -3 - 12 * number), textcoords="offset points",
            ha="right" if is_left else "left", va="top", fontsize="small", color=INK, annotation_clip=False,
        )  # fmt: skip


def _draw_frame(axes: Any, title: str, x_label: str, y_label: str, log: bool) -> None:
    axes.set_title(title, color=INK)
    axes.set_xlabel(x_label, color=INK)
    axes.set_ylabel(y_label, color=INK)
    if log:
        axes.set_yscale("log", nonpositive="mask")
    axes.yaxis.set_major_formatter("{x:,.10g}")
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
