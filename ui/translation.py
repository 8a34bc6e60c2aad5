"""Scarp's texts in the language of QGIS."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

FOLDER = Path(__file__).parent.parent / "resources" / "i18n"


def install() -> QTranslator | None:
    """Have texts appear in the language that QGIS is set to, or in that of the computer where QGIS follows it.

    A language is also taken for its regions: ``scarp_es`` serves where QGIS is set to es_MX.

    Returns:
        What ``remove`` takes back; nothing where Scarp is not translated into the language.
    """
    translator = QTranslator()
    # Qt's own order of what may stand for a language: zh_Hans_CN, zh_CN, zh.
    if not translator.load(QLocale(QgsApplication.locale()), "scarp", "_", str(FOLDER)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove(translator: QTranslator | None) -> None:
    """Have texts appear in English again."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
