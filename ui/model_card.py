"""What a model states about itself, to read."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QLocale


def tr(text: str) -> str:
    """Return the text in the language of QGIS."""
    return QCoreApplication.translate("ModelCard", text)


def kind(model: Mapping[str, Any]) -> str:
    """What a model finds.

    Args:
        model: as ``scarp:listmodels`` lists it.
    """
    kinds = {"semantic": tr("by pixel"), "instance": tr("one by one")}
    stated = str(model.get("kind", ""))
    return kinds.get(stated, stated)


def resolution(model: Mapping[str, Any]) -> str:
    """The ground resolution that a model was made for; arguments as of ``kind``."""
    low, high = model["resolution_m"]
    return tr("{} m").format(f"{low:g}") if low == high else tr("{} to {} m").format(f"{low:g}", f"{high:g}")


def size(model: Mapping[str, Any]) -> str:
    """The size of a model's file; arguments as of ``kind``."""
    return str(QLocale().formattedDataSize(model["size_bytes"], 1, QLocale.DataSizeFormat.DataSizeSIFormat))


def facts(model: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a model states, as titles and texts; arguments as of ``kind``."""
    if model["error"]:
        return [(tr("Cannot be used"), model["error"]), (tr("File"), model["path"])]
    training = model["training"]
    rows = [
        (tr("Finds landslides"), kind(model)), (tr("Classes"), ", ".join(model["classes"])),
        (tr("Bands"), ", ".join(model["bands"])), (tr("Ground resolution"), resolution(model)),
        (tr("Recommended threshold"), f"{model['threshold']:.2f}"), (tr("Network"), model["network"].get("name", "")),
        (tr("Trained on"), _listed(training.get("data", ""))), *_scores(model["scores"]),
        (tr("File"), f"{model['path']} ({size(model)})"),
    ]  # fmt: skip
    return [(title, str(text)) for title, text in rows if text]


def _scores(scores: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A row for each data set that it was validated on; one for all where they are not told apart."""
    flat = {name: value for name, value in scores.items() if not isinstance(value, Mapping)}
    sets = [(tr("Scores, {}").format(name), value) for name, value in scores.items() if isinstance(value, Mapping)]
    every = [(tr("Scores"), flat), *sets] if flat else sets
    return [(title, _numbers(value)) for title, value in every]


def _numbers(scores: Mapping[str, Any]) -> str:
    """Scores from 0 to 1; what is none, such as counts of pixels, is left out."""
    titles = {"f1": tr("F1"), "best_f1": tr("best F1"), "precision": tr("precision"), "recall": tr("recall"),
              "iou": tr("IoU"), "ap50": tr("AP50"), "accuracy": tr("accuracy")}  # fmt: skip
    return ", ".join(f"{titles[name]} {scores[name]:.2f}" for name in titles if isinstance(scores.get(name), float))


def _listed(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def card(model: Mapping[str, Any]) -> str:
    """The facts as HTML, for a tooltip or a pane; arguments as of ``kind``."""
    rows = "".join(
        f"<tr><td>{html.escape(title)}&nbsp;</td><td>{html.escape(text)}</td></tr>" for title, text in facts(model)
    )
    return f"<p><b>{html.escape(model['name'])}</b></p><table>{rows}</table>"
