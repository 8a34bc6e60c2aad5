"""What a sweep of thresholds found, as a report and as a table."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from .charts import Line, line_chart
from .errors import ScarpError
from .html_report import HtmlReport, number
from .scores import PixelCounts
from .sweep import Sweep, ThresholdRow

SCORES = (
    ("precision", "Precision"), ("recall", "Recall"), ("f1", "F1"), ("overall_accuracy", "Overall accuracy"),
    ("iou", "IoU"),
)  # fmt: skip
"""Names in the table and in the report."""
HUNDREDTHS = tuple(percent / 100 for percent in range(1, 101))


def write_table(sweep: Sweep, path: Path) -> None:
    """Write a row for each threshold as CSV; what is not known is left empty.

    Args:
        sweep: what was found.
        path: of the file.

    Raises:
        ScarpError: if it cannot be written.
    """
    columns = ["threshold", "landslides", "area_m2", *(name for name, _ in SCORES), *asdict(PixelCounts())]
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(columns)
            table.writerows(_stored(row) for row in sweep.rows)
    except OSError as error:
        raise ScarpError(
            f"The table cannot be written to {path} ({error.strerror}). Make room there, or choose another place."
        ) from error


def _stored(row: ThresholdRow) -> list[object]:
    scores = [getattr(row.counts, name, math.nan) for name, _ in SCORES]
    counts = list(asdict(row.counts).values()) if row.counts else [""] * 4
    known = ["" if math.isnan(score) else f"{score:.6f}" for score in scores]
    return [f"{row.threshold:.2f}", row.landslides, f"{row.area_m2:.2f}", *known, *counts]


def sweep_report(sweep: Sweep, name: str, about: Iterable[tuple[str, str]], recommended: float | None) -> HtmlReport:
    """The report of a sweep.

    Args:
        sweep: what was found.
        name: of the probability raster.
        about: what else is to stand in the summary: names and values.
        recommended: threshold that the model recommends; nothing where it is not known.

    Returns:
        The report, to be written.
    """
    report = HtmlReport("Threshold sweep", name)
    marks = _marks(sweep, recommended)
    report.table(["", "Value"], [*about, *_summary(sweep, recommended)])
    if sweep.histograms.landslide is not None:
        report.heading("Scores")
        report.chart(
            _score_chart(sweep, marks),
            "Scores of the labelled pixels at every threshold. A pixel is landslide at or above the threshold.",
        )
    report.heading("Landslides")
    thresholds = [row.threshold for row in sweep.rows]
    for title, values in (
        ("Number of landslides", [row.landslides for row in sweep.rows]),
        ("Area of all landslides (m²)", [row.area_m2 for row in sweep.rows]),
    ):
        report.chart(line_chart(title, "Threshold", "", [Line(title, thresholds, values)], marks=marks), title)
    report.heading("Probabilities")
    report.chart(_histogram_chart(sweep, marks), "How many pixels have which probability, on a logarithmic axis.")
    report.heading("All thresholds")
    report.table(*_table(sweep))
    report.paragraph(
        "Scores are of pixels, unlabelled ones left out, before small landslides are left out. Numbers and areas are "
        "of landslides as Extract landslides finds them; an area is the sum of the ellipsoidal areas of its pixels."
    )
    return report


def _marks(sweep: Sweep, recommended: float | None) -> list[tuple[float, str]]:
    best, otsu = sweep.histograms.best, sweep.histograms.otsu_threshold
    known = (("best F1", best[0] if best else None), ("Otsu", otsu), ("recommended", recommended))
    return [(threshold, f"{name}: {threshold:.2f}") for name, threshold in known if threshold is not None]


def _summary(sweep: Sweep, recommended: float | None) -> list[tuple[str, str]]:
    found = sweep.histograms
    rows = [("Valid pixels", number(int(found.valid.sum())))]
    if found.landslide is not None and found.other is not None:
        rows += [
            ("Labelled pixels: landslide", number(int(found.landslide.sum()))),
            ("Labelled pixels: other", number(int(found.other.sum()))),
            ("Threshold with the best F1", number(found.best[0] if found.best else None, 2)),
            ("Best F1", number(found.best[1].f1 if found.best else None, 4)),
        ]
    return [
        *rows,
        ("Otsu's threshold", number(found.otsu_threshold, 2)),
        ("Threshold that the model recommends", number(recommended, 2)),
        ("Pixels joined", "at edges" if sweep.connectedness == 4 else "at edges and corners"),
        ("Smallest landslide (m²)", number(sweep.min_area_m2, 1)),
    ]


def _score_chart(sweep: Sweep, marks: Sequence[tuple[float, str]]) -> str:
    every = [sweep.histograms.counts_at(threshold) for threshold in HUNDREDTHS]
    lines = [Line(title, HUNDREDTHS, [getattr(each, name) for each in every]) for name, title in SCORES]
    return line_chart("Scores by threshold", "Threshold", "", lines, marks=marks, y_range=(0.0, 1.02))


def _histogram_chart(sweep: Sweep, marks: Sequence[tuple[float, str]]) -> str:
    found = sweep.histograms
    counted = [("Valid", found.valid), ("Landslide", found.landslide), ("Other", found.other)]
    lines = [
        Line(name, [percent / 100 for percent in range(101)], histogram.tolist())
        for name, histogram in counted
        if histogram is not None and (name != "Valid" or found.landslide is None)
    ]
    return line_chart("Pixels by probability", "Probability", "Pixels", lines, marks=marks, log=True)


def _table(sweep: Sweep) -> tuple[list[str], list[list[str]]]:
    """Header and rows; scores only where there are any."""
    scored = sweep.histograms.landslide is not None
    names = [title for _, title in SCORES] if scored else []
    rows = []
    for row in sweep.rows:
        scores = [number(getattr(row.counts, name), 4) for name, _ in SCORES] if scored else []
        rows.append([number(row.threshold, 2), *scores, number(row.landslides), number(row.area_m2, 0)])
    return ["Threshold", *names, "Landslides", "Area (m²)"], rows
