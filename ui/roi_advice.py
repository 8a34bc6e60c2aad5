"""What to do about the ROIs before a training, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qgis.core import Qgis, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

from .roi_summary import Summary

FEW = 20
"""Landslides that are not few any more: by default about eight of them validate."""
REUSE = ("qgis/digitizing/reuseLastValues", "digitizing/reuse-last-values")
"""Setting of QGIS that goes before a field's default value; its name before and since QGIS 3.30."""
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Advice:
    """A sentence, and how grave it is."""

    text: str
    level: Qgis.MessageLevel


def reuses_last_values() -> bool:
    """Whether QGIS gives new features the values of the one before, so that a class that is chosen is not used."""
    return any(QgsSettings().value(name, False, bool) for name in REUSE)


def advice(summary: Summary, has_class_field: bool) -> list[Advice]:
    """What to do about the ROIs, the gravest first.

    Args:
        summary: of them.
        has_class_field: whether a field says their class; all are landslides otherwise.
    """
    return sorted(_found(summary, has_class_field), key=lambda each: each.level != Qgis.MessageLevel.Warning)


def _found(summary: Summary, has_class_field: bool) -> Iterator[Advice]:
    info, warning = Qgis.MessageLevel.Info, Qgis.MessageLevel.Warning
    if summary.is_complete:
        yield from _classes(summary, has_class_field)
    if summary.outside:
        text = translate("RoiAdvice", "ROIs outside the image, which are not used: {}.")
        yield Advice(text.format(summary.outside), warning)
    if summary.unnamed:
        text = translate("RoiAdvice", "ROIs without a class, which are not used: {}. Set it in the attribute table.")
        yield Advice(text.format(summary.unnamed), warning)
    if summary.empty:
        text = translate("RoiAdvice", "ROIs without a geometry, which are not used: {}. Delete them.")
        yield Advice(text.format(summary.empty), warning)
    if has_class_field and reuses_last_values():
        yield Advice(translate("RoiAdvice", "QGIS gives new features the values of the one before, and so not the "
                               "class that is chosen here: switch that off under Settings > Options > "
                               "Digitizing."), warning)  # fmt: skip
    if summary.has_edits:
        yield Advice(translate("RoiAdvice", "There are edits that are not saved; a training uses them too."), info)


def _classes(summary: Summary, has_class_field: bool) -> Iterator[Advice]:
    """Whether there are enough of each class, and what becomes of the ground that no ROI covers."""
    info, warning = Qgis.MessageLevel.Info, Qgis.MessageLevel.Warning
    landslides, background = summary.landslides, summary.background
    if not summary.counts:
        yield Advice(translate("RoiAdvice", "There are no ROIs yet. Draw polygons on landslides."), info)
        return
    if not landslides:
        yield Advice(translate("RoiAdvice", "No ROI is a landslide, so there is nothing to learn."), warning)
        return
    if landslides < FEW:
        text = translate("RoiAdvice", "Landslides are few: {count}. With {few} or more, of all kinds and in all parts "
                         "of the image, a model gets good.")  # fmt: skip
        yield Advice(text.format(count=landslides, few=FEW), warning)
    if background:
        yield Advice(translate("RoiAdvice", "What no ROI covers is left out, so draw background of all kinds."), info)
    elif has_class_field:
        yield Advice(translate("RoiAdvice", "All other ground counts as background: draw every landslide of the image, "
                               "or some background too."), warning)  # fmt: skip
    else:
        yield Advice(translate("RoiAdvice", "No field says the class, so all ROIs are landslides, and all other ground "
                               "counts as background: draw every landslide of the image."), warning)  # fmt: skip
