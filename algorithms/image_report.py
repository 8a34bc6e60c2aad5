"""What Scarp sees in an image as text and as a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..engine.html_report import NOTHING, HtmlReport
from .destinations import StagedFile, place_all

SAID_BY = {
    "declared": "as the file says", "collar": "its black collar", "black": "black in the blocks that were looked at",
    "none": "the file declares none",
}  # fmt: skip
FITS = {"good": "fits", "poor": "may do poorly", "none": "does not fit"}


def facts(summary: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What was found, as names and texts.

    Args:
        summary: as ``image_description.describe`` gives it.
    """
    about, values, model = ("about " if summary["nodata"]["is_estimate"] else ""), summary["values"], summary["model"]
    yield "Size", f"{summary['width']:,} x {summary['height']:,} pixels"
    yield "CRS", " – ".join(part for part in (summary["crs"], summary["crs_name"]) if part) or NOTHING
    yield "Ground resolution", _metres(summary["resolution_m"])
    yield "Worked on at", "{}, {:,} x {:,} pixels".format(
        _metres(summary["working_resolution_m"]), *summary["working_size"]
    )
    if values["smallest"]:
        found = ", ".join(f"{low:.6g} to {high:.6g}" for low, high in zip(values["smallest"], values["largest"]))
        yield "Values found", about + found
    taken = ", ".join(f"{low:.6g} to {high:.6g}" for low, high in zip(values["low"], values["high"]))
    yield "Values taken", f"{taken} ({values['stretch']})"
    yield "Nodata", f"{about}{summary['nodata']['share']:.1%} ({SAID_BY[summary['nodata']['said_by']]})"
    yield "Model", f"{model['name']}: {FITS[model['fit']]}. {model['why']}"
    if summary["suggested"]:
        yield "Suggested model", f"{summary['suggested']['name']}. {summary['suggested']['why']}"
    if summary["work"]:
        work = summary["work"]
        yield "Windows", f"{work['windows']:,}, of which about {work['valid_windows']:,} hold data"
        yield "Memory", f"about {work['memory_bytes'] / 1e6:,.0f} MB"
    time = summary["time"]
    yield "Time", NOTHING if time["seconds"] is None else f"about {duration(time['seconds'])} ({time['device']})"
    yield "Basis of the time", time["basis"]
    kept = "all of them" if not about else "an estimate"
    yield "Sample", f"values and nodata from {values['pixels']:,} pixels ({kept})"


def _metres(length_m: float | None) -> str:
    return "not known without a CRS" if length_m is None else f"{length_m:.4g} m"


def duration(seconds: float) -> str:
    """A time in the unit that suits it."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _bands(summary: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    for band in summary["bands"]:
        yield (str(band["number"]), band["name"] or NOTHING, band["colour"], band["type"], band["nodata"] or NOTHING,
               band["taken_for"] or NOTHING)  # fmt: skip


def report_lines(summary: dict[str, Any]) -> list[str]:
    """The description in lines; argument as of ``facts``."""
    lines = [f"{name}: {text}" for name, text in facts(summary)]
    lines += [
        f"Band {number}: {name}, {colour}, {kind}, nodata {nodata}, taken for {taken}"
        for number, name, colour, kind, nodata, taken in _bands(summary)
    ]
    return lines + [f"Model {each['name']}: {FITS[each['fit']]}. {each['why']}" for each in summary["models"]]


def write_report(summary: dict[str, Any], target: Path) -> str:
    """Put the description in its place; a page, or text where its name says so.

    Raises:
        ScarpError: if it cannot be written.
    """
    title = f"Image {summary['image']}"
    staged = StagedFile(target, "report")
    try:
        if target.suffix.lower() == ".txt":
            lines = [title, *report_lines(summary), *(f"Warning: {each}" for each in summary["warnings"])]
            staged.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        else:
            _page(title, summary).write(staged.path)
        place_all([staged])
    finally:
        staged.discard()
    return str(target)


def _page(title: str, summary: dict[str, Any]) -> HtmlReport:
    page = HtmlReport(title, summary["source"])
    for warning in summary["warnings"]:
        page.paragraph(f"Warning: {warning}")
    page.table(["What", "Found"], list(facts(summary)))
    page.heading("Bands")
    page.table(["Band", "Name", "Colour", "Type", "Nodata", "Taken for"], list(_bands(summary)))
    page.heading("Models")
    rows = [(each["name"], FITS[each["fit"]], each["why"]) for each in summary["models"]]
    page.table(["Model", "Fit", "Why"], rows)
    return page
