"""Scarp: extracts landslides from images, in QGIS and without it."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:
    """What QGIS calls to load the plugin."""
    from .plugin import ScarpPlugin

    return ScarpPlugin(iface)
