"""The report of a training: what was trained, its curves, its scores, and what it maps. Imports no torch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..engine.charts import Line, line_chart
from ..engine.errors import ScarpError
from ..engine.html_report import HtmlReport, number, png
from ..engine.probability_raster import lowest_percent
from ..engine.scores import PixelCounts, count_pixels
from .job import Job
from .job_description import data_rows, described, paper, setting_rows
from .training_advice import advice, best_entry, value
from .training_log import PART_LABELS, PARTS, SCORES

CURVES = {
    "loss": ("Loss", "How far the probabilities are from the labels: 0 is a perfect fit."),
    "accuracy": ("Accuracy", "Share of all pixels that are right; high wherever landslides are few."),
    "precision": ("Precision", "Share of the pixels mapped as landslide that are landslide."),
    "recall": ("Recall", "Share of the landslide pixels that are mapped as landslide."),
    "f1": ("F1", "Harmonic mean of precision and recall."),
}
INSTANCE_CURVES = {
    **CURVES,
    "loss": ("Loss", "The sum of its parts, which the next chart shows."),
    "ap50": ("AP50", "Average precision at an overlap of one half: 1 where each landslide is found by itself, and "
                     "nothing else."),
}  # fmt: skip
"""Of a network that finds landslides one by one."""
AT_BEST = {
    "threshold": "Best threshold",
    "best_precision": "Precision there",
    "best_recall": "Recall there",
    "best_f1": "F1 there",
    "best_iou": "IoU there",
}
INSTANCE_AT_BEST = {
    "threshold": "Best threshold",
    "best_precision": "Precision there",
    "best_recall": "Recall there",
    "best_accuracy": "Accuracy there",
    "best_mean_iou": "Mean IoU there",
    "best_f1": "F1 there",
    "ap50": "AP50",
}
"""The columns of table 4 of Liu et al. 2021, and average precision."""
PAPER = "Zhang et al. 2020, their validation raster"
PAPER_SCORES = {"loss": 0.1507, "accuracy": 0.8815, "precision": 0.7965, "recall": 0.8638, "f1": 0.8288}
"""That section 5.1 of the paper gives for the best epoch."""
INSTANCE_PAPER = "Liu et al. 2021, their test set"
INSTANCE_PAPER_SCORES = {"best_precision": 0.958, "best_recall": 0.931, "best_accuracy": 0.947, "best_mean_iou": 0.896,
                         "best_f1": 0.945}  # fmt: skip
"""That table 4 of the paper gives for ResNeXt50 + improved FPN + L_edge."""
GREEN, RED, BLUE = (0, 200, 60), (230, 30, 30), (40, 80, 255)
YELLOW, GREY = (255, 220, 0), (128, 128, 128)
TINT = 0.6
"""Share of the colour in a tinted pixel."""
GAP_PX = 6
"""Between the images of a picture."""
MOST_PX = 400
"""Side of an image in a picture, at most."""


@dataclass
class Prediction:
    """A sample and what the model makes of it.

    Attributes:
        name: of the sample.
        image: shape (3, height, width), red, green and blue.
        mask: shape (height, width), 1 landslide, 0 other, 255 unlabelled.
        percent: shape (height, width), the probability of a landslide, 0 to 100.
    """

    name: str
    image: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    percent: NDArray[np.uint8]


def write_report(
    path: Path, job: Job, entries: Sequence[dict[str, Any]], summary: dict[str, Any], predictions: Sequence[Prediction]
) -> None:
    """Write the report of a training, or of the epochs that are finished so far, as one HTML page.

    Args:
        path: of the page; one that is there stays until the new one is complete.
        job: the training.
        entries: the "epoch" events, in order; may be none.
        summary: of the "done" event ``best_epoch``, ``threshold`` and ``model``; of the "start" event ``device``,
            ``threads``, ``precision``, ``parameters`` and ``random``; each may be missing or nothing.
        predictions: samples that are shown.

    Raises:
        ScarpError: if it cannot be written.
    """
    best = best_entry(entries, summary)
    done = entries[-1]["epoch"] if entries else 0
    page = HtmlReport("Training of a landslide model", f"{done} of {job.epochs} epochs are finished")
    _result(page, job, entries, summary, best)
    page.heading("What was trained")
    for paragraph in [*described(job), *_machine(entries, summary)]:
        page.paragraph(paragraph)
    page.table(("Source", "Used for", "Data", "Ground resolution", "Share of the patches"), data_rows(job))
    if entries:
        _curves(page, job, entries, best)
    if best is not None:
        _scores(page, job, best)
    if predictions:
        known = _threshold(summary, best)
        _predictions(page, predictions, 0.5 if known is None else known)
    page.heading("Settings")
    page.table(("Setting", "Here", paper(job)), setting_rows(job))
    _put(page, path)


def _put(page: HtmlReport, path: Path) -> None:
    """Write a page; one that is there stays until the new one is complete."""
    partial = path.with_name(path.name + ".part")
    try:
        page.write(partial)
        partial.replace(path)
    except OSError as error:
        raise ScarpError(
            f"The report {path} cannot be replaced ({error.strerror}). Close it where it is open, or choose another "
            "folder."
        ) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def _result(
    page: HtmlReport, job: Job, entries: Sequence[dict[str, Any]], summary: dict[str, Any], best: dict[str, Any] | None
) -> None:
    """How it came out, and what to do about it."""
    page.heading("Result")
    if best is None:
        page.paragraph("No epoch is finished yet." if not entries else "No epoch is marked as the best.")
    else:
        part, known = "validation" if best.get("validation") else "training", _threshold(summary, best)
        scores = ", ".join(f"{_title(score)} {number(value(best, part, score))}" for score in _named(job, part))
        at = "" if part == "training" and job.finds_instances else " at threshold 0.5"
        page.paragraph(f"Epoch {best['epoch']} is the best, with these scores in {part}{at}: {scores}.")
        if known is not None:
            page.paragraph(f"The threshold to extract with is {known:.2f}.")
    if summary.get("model"):
        page.paragraph(f"The model is {summary['model']}.")
    for sentence in advice(job, entries, best):
        page.paragraph(sentence)


def _named(job: Job, part: str) -> Sequence[str]:
    """Scores of an epoch that are told in words, of its training or validation."""
    if not job.finds_instances:
        return SCORES
    return (*SCORES, "ap50") if part == "validation" else ("loss", *PARTS)


def _title(score: str) -> str:
    """What a score is called in a sentence."""
    known = {**PART_LABELS, "f1": "F1", "ap50": "AP50"}
    return known.get(score, score)


def _machine(entries: Sequence[dict[str, Any]], summary: dict[str, Any]) -> list[str]:
    """A paragraph on what computed and how long, where that is known."""
    words = [f"on {summary['device']}"] if summary.get("device") else []
    threads = summary.get("threads")
    words += [f"with {threads} thread{'s' if threads > 1 else ''}"] if threads else []
    words += [f"in {summary['precision']}"] if summary.get("precision") else []
    sentences = [f"It was trained {' '.join(words)}."] if words else []
    if entries and entries[-1].get("seconds"):
        took = timedelta(seconds=round(entries[-1]["seconds"]))
        sentences.append(f"The training took {took} (hours, minutes, seconds).")
    if summary.get("parameters"):
        sentences.append(f"The network has {number(int(summary['parameters']))} parameters.")
    if summary.get("random"):
        sentences.append(f"{number(int(summary['random']))} of its tensors are not in the start weights and began at "
                         "random.")  # fmt: skip
    return [" ".join(sentences)] if sentences else []


def _curves(
    page: HtmlReport, job: Job, entries: Sequence[dict[str, Any]], best: dict[str, Any] | None
) -> None:
    page.heading("Curves")
    marks = [(float(best["epoch"]), f"best: {best['epoch']}")] if best else []
    epochs = [float(entry["epoch"]) for entry in entries]
    for score, (title, meaning) in (INSTANCE_CURVES if job.finds_instances else CURVES).items():
        wanted = [("training", score), ("validation", score)]
        wanted += [("validation", "best_f1")] if score == "f1" else []
        lines = []
        for part, name in wanted:
            values = [value(entry, part, name) for entry in entries]
            if not all(map(math.isnan, values)):
                label = f"{part}, at the best threshold" if name == "best_f1" else part
                lines.append(Line(label, epochs, values, dashed=name == "best_f1"))
        if not lines and job.finds_instances and not job.validation:  # such a network's training has a loss alone
            continue
        at = "" if score in ("loss", "ap50") else " At threshold 0.5."
        if score == "loss" and job.dice > 0 and job.validation and not job.finds_instances:
            at = " That of the training has the Dice loss in it, which the validation leaves out, so it lies higher."
        page.chart(line_chart(title, "Epoch", title, lines, marks=marks), f"{title}. {meaning}{at}")
        if score == "loss" and job.finds_instances:
            found = {part: [value(entry, "training", part) for entry in entries] for part in PARTS}
            parts = [Line(PART_LABELS[part], epochs, values) for part, values in found.items()
                     if not all(map(math.isnan, values))]  # fmt: skip
            page.chart(line_chart("Parts of the loss", "Epoch", "Loss", parts, marks=marks),
                       "Parts of the loss, in training: whether what is found is a landslide, where its box lies, its "
                       "mask, the edge of that, and the proposals that all are found among.")  # fmt: skip


def _scores(page: HtmlReport, job: Job, best: dict[str, Any]) -> None:
    page.heading("Scores of the best epoch")
    at_best = INSTANCE_AT_BEST if job.finds_instances else AT_BEST

    def row(name: str, scores: dict[str, Any]) -> tuple[str, ...]:
        return (name, *(number(scores.get(each), 4) for each in (*SCORES, *at_best)))

    rows = [row("Training", best["training"])] if best.get("training") else []
    rows += [row("Validation", best["validation"])] if best.get("validation") else []
    rows += [row(f"Validation: {name}", scores) for name, scores in (best.get("sources") or {}).items()]
    of_paper = (INSTANCE_PAPER, INSTANCE_PAPER_SCORES) if job.finds_instances else (PAPER, PAPER_SCORES)
    rows.append(row(*of_paper))
    header = ("", *(CURVES[score][0] for score in SCORES), *at_best.values())
    page.table(header, rows, f"Epoch {best['epoch']}: at threshold 0.5, then at the threshold where F1 is highest. The "
               "last row is what the paper reports for other images.")  # fmt: skip


def _predictions(page: HtmlReport, predictions: Sequence[Prediction], threshold: float) -> None:
    page.heading("Sample predictions")
    page.paragraph(
        f"The image; what the labels say (yellow landslide, grey unlabelled); and what the model maps at threshold "
        f"{threshold:.2f} (green correct, red missed, blue false)."
    )
    for prediction in predictions:
        extracted = _extracted(prediction, threshold)
        counts = count_pixels(extracted, prediction.mask == 1, prediction.mask != 255)
        page.picture(png(_picture(prediction, extracted)), f"{prediction.name}: {_counted(counts)}")


def _threshold(summary: dict[str, Any], best: dict[str, Any] | None) -> float | None:
    """The threshold that the model recommends, where it is known."""
    given = summary.get("threshold")
    found = value(best or {}, "validation", "threshold") if given is None else float(given)
    return None if math.isnan(found) else found


def _extracted(prediction: Prediction, threshold: float) -> NDArray[np.bool_]:
    percent = prediction.percent
    return (percent >= lowest_percent(threshold)) & (percent <= 100)


def _counted(counts: PixelCounts) -> str:
    return (
        f"{number(counts.tp)} pixels correct, {number(counts.fn)} missed, {number(counts.fp)} false; precision "
        f"{number(counts.precision)}, recall {number(counts.recall)}, F1 {number(counts.f1)}."
    )


def _picture(prediction: Prediction, extracted: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Image, labels and map side by side; shape (4, height, 3 width + 2 gaps), the gaps transparent."""
    step = -(-max(prediction.mask.shape) // MOST_PX)
    image, mask, found = prediction.image[:, ::step, ::step], prediction.mask[::step, ::step], extracted[::step, ::step]
    truth, unlabelled = mask == 1, mask == 255
    labels = _tinted(_tinted(image, truth, YELLOW), unlabelled, GREY)
    mapped = _tinted(_tinted(image, truth & found, GREEN), truth & ~found, RED)
    mapped = _tinted(_tinted(mapped, ~truth & found & ~unlabelled, BLUE), unlabelled, GREY)
    height, width = mask.shape
    picture = np.zeros((4, height, 3 * width + 2 * GAP_PX), np.uint8)
    for position, each in enumerate((image, labels, mapped)):
        left = position * (width + GAP_PX)
        picture[:3, :, left : left + width] = each
        picture[3, :, left : left + width] = 255
    return picture


def _tinted(image: NDArray[np.uint8], where: NDArray[np.bool_], colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    """An image with some of its pixels in a colour."""
    tint = np.array(colour, np.float32)[:, None, None]
    tinted: NDArray[np.uint8] = np.where(where, image * (1 - TINT) + tint * TINT + 0.5, image).astype(np.uint8)
    return tinted
