"""What the review says of a landslide: kept in a field of its layer, by edits that QGIS's undo takes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from qgis.core import (
    NULL,
    QgsEditorWidgetSetup,
    QgsField,
    QgsValueMapFieldFormatter,
    QgsVectorDataProvider,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QMetaType

from ..engine.errors import ScarpError
from .review_rows import REVIEW_FIELD
from .review_style import show_style
from .review_table import ACCEPTED, NOT_REVIEWED, REJECTED

TEXT = type(QgsField().type())(QMetaType.Type.QString)
"""What this QGIS takes as the type of a field of text: ``QVariant.Type`` before 3.38."""
LONGEST_CLASS = 80
"""Characters of the field, which a Shapefile and a database are told."""
translate = QCoreApplication.translate


def why_not_reviewable(layer: QgsVectorLayer) -> str:
    """Why a status cannot be kept in a layer, in a sentence; empty where it can."""
    name, index = layer.name(), layer.fields().lookupField(REVIEW_FIELD)
    if index >= 0 and layer.fields().at(index).isNumeric():
        return translate(
            "ReviewDock", 'The field "{field}" of the layer "{layer}" holds numbers, so it cannot keep the status; '
            "rename it, or save a copy without it.",
        ).format(field=layer.fields().at(index).name(), layer=name)  # fmt: skip
    if layer.readOnly() or not layer.supportsEditing():
        return translate(
            "ReviewDock", 'The layer "{}" is read-only, so the status cannot be kept in it; save a copy and review '
            "that.",
        ).format(name)  # fmt: skip
    capability, able = QgsVectorDataProvider.Capability, layer.dataProvider().capabilities()
    if not able & capability.ChangeAttributeValues or (index < 0 and not able & capability.AddAttributes):
        return translate(
            "ReviewDock", 'The layer "{}" takes no new field or no new values, so the status cannot be kept in it; '
            "save a copy and review that.",
        ).format(name)  # fmt: skip
    return ""


def why_not_editable(layer: QgsVectorLayer, capability: QgsVectorDataProvider.Capability) -> str:
    """Why features of a layer cannot be edited in some way, in a sentence; empty where they can."""
    if not layer.readOnly() and layer.supportsEditing() and layer.dataProvider().capabilities() & capability:
        return ""
    return translate("ReviewDock", 'The layer "{}" cannot be edited in this way; save a copy and review that.').format(
        layer.name()
    )


@contextmanager
def edit_command(layer: QgsVectorLayer, text: str) -> Iterator[None]:
    """Edits of a layer that are undone as one; editing is switched on, and what fails is taken back.

    Args:
        layer: to edit.
        text: of the command in QGIS's list of what can be undone.

    Raises:
        ScarpError: if the layer cannot be edited.
    """
    if not layer.isEditable() and not layer.startEditing():
        cannot = translate("ReviewDock", 'The layer "{}" cannot be edited; save a copy and review that.')
        raise ScarpError(cannot.format(layer.name()))
    layer.beginEditCommand(text)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


def set_status(layer: QgsVectorLayer, fids: Sequence[int], status: str) -> None:
    """Give landslides a status, unsaved, as one command; the layer gets the field and the style where it lacks them.

    Args:
        layer: of landslides.
        fids: ids of its features.
        status: accepted, rejected, the name of another class, or empty for not reviewed.

    Raises:
        ScarpError: if the layer cannot be edited.
    """
    reason = why_not_reviewable(layer)
    if reason:
        raise ScarpError(reason)
    if layer.fields().lookupField(REVIEW_FIELD) < 0:
        _add_field(layer)
    index = layer.fields().lookupField(REVIEW_FIELD)
    know_class(layer, index, status)
    titles = {
        ACCEPTED: translate("ReviewDock", "Landslides accepted"),
        REJECTED: translate("ReviewDock", "Landslides rejected"),
        NOT_REVIEWED: translate("ReviewDock", "Landslides set to not reviewed"),
    }
    with edit_command(layer, titles.get(status, translate("ReviewDock", "Landslides reclassified"))):
        for fid in fids:
            if not layer.changeAttributeValue(fid, index, status or NULL):
                cannot = translate("ReviewDock", 'The layer "{}" does not take it; save a copy and review that.')
                raise ScarpError(cannot.format(layer.name()))
    show_style(layer)
    layer.triggerRepaint()


def _add_field(layer: QgsVectorLayer) -> None:
    """Add the field, as a command of its own: who takes back a status need not take back the field."""
    with edit_command(layer, translate("ReviewDock", "Field for the review added")):
        if not layer.addAttribute(QgsField(REVIEW_FIELD, TEXT, len=LONGEST_CLASS)):
            cannot = translate("ReviewDock", 'The layer "{}" takes no new field; save a copy and review that.')
            raise ScarpError(cannot.format(layer.name()))


def know_class(layer: QgsVectorLayer, index: int, status: str = NOT_REVIEWED) -> None:
    """Have QGIS's forms and tables offer the statuses, and one more.

    Args:
        layer: of landslides.
        index: of its field.
        status: that it offers from now on.
    """
    setup = layer.editorWidgetSetup(index)
    known = offered(setup)
    if setup.type() == "ValueMap" and (not status or status in known):
        return
    titles = {ACCEPTED: translate("ReviewDock", "accepted"), REJECTED: translate("ReviewDock", "rejected")}
    values = list(dict.fromkeys([*titles, *known, *([status] if status else [])]))
    empty = {translate("ReviewDock", "not reviewed"): QgsValueMapFieldFormatter.NULL_VALUE}
    shown = [empty, *({titles.get(value, value): value} for value in values)]
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": shown}))


def offered(setup: QgsEditorWidgetSetup) -> list[str]:
    """Values that a value map offers, but for the empty one."""
    entries = setup.config().get("map", []) if setup.type() == "ValueMap" else []
    pairs: Iterable[dict[str, str]] = entries if isinstance(entries, list) else [entries]
    values = [str(value) for entry in pairs for value in entry.values()]
    return [value for value in values if value != QgsValueMapFieldFormatter.NULL_VALUE]


def classes_offered(layer: QgsVectorLayer) -> list[str]:
    """Other classes that the field's value map names."""
    index = layer.fields().lookupField(REVIEW_FIELD)
    known = offered(layer.editorWidgetSetup(index)) if index >= 0 else []
    return [value for value in known if value not in (ACCEPTED, REJECTED)]
