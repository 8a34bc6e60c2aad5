"""The style of a class raster, made for the classes of its model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from pathlib import Path

from qgis.core import QgsProcessingUtils

from ..engine.class_raster import class_colours
from ..engine.errors import ScarpError
from .base import RESOURCES

CLASSES = RESOURCES / "styles" / "classes.qml"
ENTRY = re.compile(r' *<paletteEntry [^>]*\blabel="([^"]*)"[^>]*/>\n?')


def class_style(classes: Sequence[str]) -> str:
    """Write a QML style in which each class has its colour and name; the background is left out, so it is clear."""
    entries = "".join(
        f'        <paletteEntry value="{value}" color="#{red:02x}{green:02x}{blue:02x}" alpha="255" '
        f'label="{escape(name)}"/>\n'
        for value, (name, (red, green, blue)) in enumerate(zip(classes, class_colours(classes)), 1)
    )
    return ENTRY.sub(lambda _: entries, CLASSES.read_text(encoding="utf-8"), count=1)


def put_class_style_beside(raster: Path, target: Path, classes: Sequence[str]) -> Path:
    """Put the style of a class raster beside it, for those who open it later.

    Args:
        raster: in the making.
        target: where it is going; a style that is there stays.
        classes: names of the values 1, 2, ...

    Returns:
        The style for the canvas: the one at the target, or one of its own where that one is for other classes.

    Raises:
        ScarpError: if it cannot be written.
    """
    beside = target.with_suffix(".qml")
    is_new = not beside.exists()
    try:
        if not is_new:
            labels = ENTRY.findall(beside.read_text(encoding="utf-8", errors="replace"))
            if [unescape(label) for label in labels] == list(classes):
                return beside
        file = raster.with_suffix(".qml") if is_new else Path(QgsProcessingUtils.generateTempFilename("classes.qml"))
        file.write_text(class_style(classes), encoding="utf-8")
    except OSError as error:
        raise ScarpError(f"The style {beside} cannot be written ({error.strerror}); choose another folder.") from error
    return beside if is_new else file
