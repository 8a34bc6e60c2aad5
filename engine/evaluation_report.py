"""An evaluation as numbers, as JSON, and as a page to read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from .errors import ScarpError
from .evaluation import Evaluation, SizeClass
from .html_report import NOTHING, HtmlReport, number, png

FORMULAS = {
    "PRECISION": ("Precision", "TP / (TP + FP)", "share of what was extracted that is landslide"),
    "RECALL": ("Recall", "TP / (TP + FN)", "share of the landslides that was extracted"),
    "OVERALL_ACCURACY": ("Overall accuracy", "(TP + TN) / all", "share of all pixels that are right"),
    "F1": ("F1", "2 TP / (2 TP + FP + FN)", "harmonic mean of precision and recall"),
    "IOU": ("IoU of landslide", "TP / (TP + FP + FN)", "what both have in common, of what either has"),
    "MEAN_IOU": ("Mean IoU", "mean of landslide and background", "of both classes"),
}
"""Name, formula and meaning of each score by pixel."""
OF_A_SIZE = ("reference", "found", "extracted", "right", "recall", "precision")
"""Scores by object that a class of size has; recall and precision are of different landslides there, so F1 is not."""


def numbers(evaluation: Evaluation) -> dict[str, float | int]:
    """All scores by name; what is not defined, such as precision where nothing was extracted, is left out."""
    counts, objects = evaluation.counts, evaluation.objects
    found: dict[str, float | int] = {
        "TP": counts.tp,
        "FP": counts.fp,
        "FN": counts.fn,
        "TN": counts.tn,
        "PRECISION": counts.precision,
        "RECALL": counts.recall,
        "OVERALL_ACCURACY": counts.overall_accuracy,
        "F1": counts.f1,
        "IOU": counts.iou,
        "MEAN_IOU": counts.mean_iou,
        "CORRECT_M2": evaluation.areas_m2["correct"],
        "MISSED_M2": evaluation.areas_m2["missed"],
        "FALSE_M2": evaluation.areas_m2["false"],
        "REFERENCE_LANDSLIDES": objects.reference,
        "FOUND_LANDSLIDES": objects.found,
        "EXTRACTED_LANDSLIDES": objects.extracted,
        "RIGHT_LANDSLIDES": objects.right,
        "OBJECT_PRECISION": objects.precision,
        "OBJECT_RECALL": objects.recall,
        "OBJECT_F1": objects.f1,
    }
    return {name: value for name, value in found.items() if not math.isnan(value)}


def write_json(path: Path, evaluation: Evaluation, inputs: Mapping[str, str]) -> None:
    """Write all numbers, and what they are of, to a JSON file; what is not defined is null.

    Args:
        path: of the file.
        evaluation: to be written.
        inputs: what was compared, by what it was.

    Raises:
        ScarpError: if it cannot be written.
    """
    counts, objects = evaluation.counts, evaluation.objects
    content = {
        "inputs": dict(inputs),
        "pixels": {
            **vars(counts),
            "unlabelled": evaluation.unlabelled,
            **{name.lower(): _defined(getattr(counts, name.lower())) for name in FORMULAS},
        },
        "areas_m2": evaluation.areas_m2,
        "objects": {"overlap": objects.overlap, **_object_numbers(objects, (*OF_A_SIZE, "f1"))},
        "sizes": [
            {"from_m2": size.low_m2, "to_m2": _defined(size.high_m2), **_object_numbers(size.scores, OF_A_SIZE)}
            for size in evaluation.sizes
        ],
        "grid": {
            "width": evaluation.grid.width,
            "height": evaluation.grid.height,
            "geotransform": list(evaluation.grid.geotransform),
            "crs_wkt": evaluation.grid.crs_wkt,
        },
    }
    try:
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise ScarpError(
            f"The numbers cannot be written to {path} ({error.strerror}). Make room there, or choose another place."
        ) from error


def html_report(evaluation: Evaluation, inputs: Mapping[str, str], title: str, image: str = "") -> HtmlReport:
    """The evaluation as a page.

    Args:
        evaluation: to be shown.
        inputs: what was compared, by what it was.
        title: of the page.
        image: that the error map is drawn over; empty draws it on grey.
    """
    report = HtmlReport(title, "Evaluation of a landslide extraction against a reference")
    report.table(("Compared", ""), inputs.items())
    report.heading("Error map")
    report.picture(
        png(evaluation.picture.pixels(image)),
        "Green: correct. Red: missed. Blue: false. Dark: not compared (unlabelled, nodata, or outside the area).",
    )
    _add_pixels(report, evaluation)
    _add_objects(report, evaluation)
    report.paragraph(
        "Scores by pixel: Liu et al. 2021, An improved Mask R-CNN model for landslide extraction, formulas 5 to 10. "
        f"{NOTHING} stands for a score that is not defined, because nothing was there to be divided by."
    )
    return report


def _add_pixels(report: HtmlReport, evaluation: Evaluation) -> None:
    counts, areas = evaluation.counts, evaluation.areas_m2
    report.heading("By pixel")
    report.table(
        ("Score", "Value", "Formula", "Meaning"),
        [
            (name, number(getattr(counts, key.lower())), formula, meaning)
            for key, (name, formula, meaning) in FORMULAS.items()
        ],
    )
    report.table(
        ("", "Pixels", "Area (m²)"),
        [
            ("Correct (TP)", counts.tp, number(areas["correct"], 0)),
            ("Missed (FN)", counts.fn, number(areas["missed"], 0)),
            ("False (FP)", counts.fp, number(areas["false"], 0)),
            ("Right background (TN)", counts.tn, ""),
            ("Not compared", evaluation.unlabelled, ""),
        ],
    )


def _add_objects(report: HtmlReport, evaluation: Evaluation) -> None:
    objects = evaluation.objects
    report.heading("By object")
    share = f"{100 * objects.overlap:g} %"
    report.paragraph(
        f"A landslide of the reference is found where the extraction covers at least {share} of it; an extracted one "
        f"is right where the reference covers at least {share} of it."
    )
    report.table(
        ("", "All", "Of these", "Score"),
        [
            ("Landslides of the reference, found (recall)", objects.reference, objects.found, number(objects.recall)),
            ("Extracted landslides, right (precision)", objects.extracted, objects.right, number(objects.precision)),
            ("F1", "", "", number(objects.f1)),
        ],
    )
    if len(evaluation.sizes) > 1:
        report.heading("By size")
        report.table(
            ("Area (m²)", "Reference", "Found", "Recall", "Extracted", "Right", "Precision"),
            [_size_row(size) for size in evaluation.sizes],
            "Recall by the size of the landslides of the reference, precision by the size of the extracted ones.",
        )


def size_name(low_m2: float, high_m2: float) -> str:
    """A class of size in words; the first one begins at 0, the last one ends at infinity."""
    low, high = f"{low_m2:,.10g}", f"{high_m2:,.10g}"
    if math.isinf(high_m2):
        return f"{low} and more"
    return f"{low} to {high}" if low_m2 else f"below {high}"


def _size_row(size: SizeClass) -> tuple[object, ...]:
    name, scores = size_name(size.low_m2, size.high_m2), size.scores
    return (
        name, scores.reference, scores.found, number(scores.recall), scores.extracted, scores.right,
        number(scores.precision),
    )  # fmt: skip


def _object_numbers(scores: object, names: Sequence[str]) -> dict[str, float | int | None]:
    return {name: _defined(getattr(scores, name)) for name in names}


def _defined(value: float) -> float | None:
    """A number as JSON has it."""
    return value if math.isfinite(value) else None
