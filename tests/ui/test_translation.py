from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication
from scarp.algorithms.extract_landslides import ExtractLandslides
from scarp.plugin import ScarpPlugin
from scarp.ui import translation

TITLES = {
    "es": "Extraer deslizamientos", "fr": "Extraire les glissements de terrain", "ja": "斜面崩壊の抽出",
    "zh_CN": "提取滑坡",
}  # fmt: skip


@pytest.fixture
def language(qgis_app) -> Iterator[Callable[[str], None]]:
    """``language("es")`` sets QGIS to it; empty has QGIS follow the computer."""
    settings = QgsSettings()
    before = {key: settings.value(key) for key in ("locale/overrideFlag", "locale/userLocale")}

    def choose(name: str) -> None:
        settings.setValue("locale/overrideFlag", bool(name))
        settings.setValue("locale/userLocale", name)

    yield choose
    for key, value in before.items():
        settings.remove(key) if value is None else settings.setValue(key, value)


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [("es", "es"), ("es_MX", "es"), ("fr", "fr"), ("fr_CA", "fr"), ("ja", "ja"), ("ja_JP", "ja"), ("zh-Hans", "zh_CN"),
     ("zh_CN", "zh_CN")],
)  # fmt: skip
def test_the_language_of_qgis(language, chosen, shown):
    language(chosen)
    translator = translation.install()
    try:
        assert ExtractLandslides().displayName() == TITLES[shown]
    finally:
        translation.remove(translator)
    assert ExtractLandslides().displayName() == "Extract landslides"


@pytest.mark.parametrize("chosen", ["en", "en_US", "de", "zh-Hant", "zh_TW", "pt_BR", "C"])
def test_a_language_without_translation(language, chosen):
    language(chosen)
    assert translation.install() is None
    assert ExtractLandslides().displayName() == "Extract landslides"


def test_the_language_of_the_computer_where_qgis_follows_it(language, monkeypatch):
    language("")
    assert translation.install() is None  # tests run in English
    monkeypatch.setattr(QgsApplication, "locale", lambda: "ja_JP")
    translator = translation.install()
    assert ExtractLandslides().displayName() == TITLES["ja"]
    translation.remove(translator)


def test_what_is_not_translated_stays_english(language):
    language("es")
    translator = translation.install()
    assert QCoreApplication.translate("Scarp", "Not a text of Scarp") == "Not a text of Scarp"
    assert QCoreApplication.translate("QGIS", "Extract landslides") == "Extract landslides"
    translation.remove(translator)


def test_the_plugin_speaks_it_while_it_is_loaded(language, qgis_processing):
    language("es")
    for _ in range(2):
        plugin = ScarpPlugin(None)
        plugin.initProcessing()
        plugin.initProcessing()
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("scarp:extractlandslides")
        assert algorithm.displayName() == TITLES["es"]
        assert algorithm.group() == "Deslizamientos"
        plugin.unload()
        assert ExtractLandslides().displayName() == "Extract landslides"
