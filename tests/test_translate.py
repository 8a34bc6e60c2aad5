"""Tests of .ci/translate.py, on a made-up plugin, and of the translations that there are."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / ".ci" / "translate.py"
LANGUAGES = ("es", "fr", "ja", "zh_CN")


@pytest.fixture
def translate(monkeypatch):
    if not SCRIPT.is_file():
        pytest.skip("what keeps the translations is not here")
    spec = importlib.util.spec_from_file_location("scarp_translate", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec.loader.exec_module(module)
    return module


CODE = """
def about(tr):
    return tr("<b>{count}</b> & \\"more\\" in {name}"), tr("Open…"), tr("Line\\nbreak")
"""


@pytest.fixture
def plugin(tmp_path):
    (tmp_path / "algorithms").mkdir()
    (tmp_path / "algorithms" / "a.py").write_text(CODE, encoding="utf-8")
    return tmp_path


def test_update_list_and_take(translate, plugin, capsys):
    assert translate.main(["update"], plugin) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"scarp_{name}.ts: 0 of 3 texts are translated" for name in LANGUAGES
    ]
    assert translate.main(["list", "ja"], plugin) == 0
    entries = json.loads(capsys.readouterr().out)
    assert entries[1] == {"context": "Scarp", "source": "Open…", "file": "algorithms/a.py", "translation": ""}
    entries[0]["translation"] = "{name} に <b>{count}</b> & \"他\" <"
    entries[1]["translation"] = "開く…"
    file = plugin / "ja.json"
    file.write_text(json.dumps(entries), encoding="utf-8")
    assert translate.main(["take", "ja", str(file)], plugin) == 0
    assert capsys.readouterr().err == ""
    assert translate.main(["list", "ja"], plugin) == 0
    assert [each["source"] for each in json.loads(capsys.readouterr().out)] == ["Line\nbreak"]
    held = translate.language("ja", plugin).read()
    assert held["Scarp", '<b>{count}</b> & "more" in {name}'] == entries[0]["translation"]


def test_update_keeps_what_is_translated_and_drops_what_is_gone(translate, plugin, capsys):
    translate.update(plugin)
    assert translate.take("fr", [{"context": "Scarp", "source": "Open…", "translation": "Ouvrir…"}], plugin) == []
    (plugin / "algorithms" / "a.py").write_text('def about(tr):\n    return tr("New"), tr("Open…")\n', "utf-8")
    capsys.readouterr()
    translate.update(plugin)
    assert "scarp_fr.ts: 1 of 2 texts are translated" in capsys.readouterr().out
    assert translate.language("fr", plugin).read() == {("Scarp", "New"): "", ("Scarp", "Open…"): "Ouvrir…"}
    before = (plugin / translate.FOLDER / "scarp_fr.ts").read_bytes()
    translate.update(plugin)
    assert (plugin / translate.FOLDER / "scarp_fr.ts").read_bytes() == before


def test_what_does_not_fit_is_refused(translate, plugin, capsys):
    translate.update(plugin)
    source = '<b>{count}</b> & "more" in {name}'
    entries = [
        {"context": "Scarp", "source": source, "translation": "<b>{cuenta}</b> en {name}"},
        {"context": "Scarp", "source": "Open…", "translation": "Abrir..."},
        {"context": "Scarp", "source": "Closed", "translation": "Cerrado"},
        {"context": "Scarp", "source": "Line\nbreak", "translation": "Salto\nde línea"},
    ]
    file = plugin / "es.json"
    file.write_text(json.dumps(entries), encoding="utf-8")
    assert translate.main(["take", "es", str(file)], plugin) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"Scarp: lacks {{count}} and has {{cuenta}} too many: {source}",
        "Scarp: only one ends in …: Open…",
        "Scarp: the code does not say: Closed",
    ]
    assert [each for each in translate.language("es", plugin).read().values() if each] == ["Salto\nde línea"]


def test_tags_are_kept(translate):
    assert translate.difference("<p><i>a</i></p>", "<p><i>b</i></p>") == ""
    assert translate.difference("<p><i>a</i></p>", "<p>b</p>") == "lacks </i>, <i>"
    assert translate.difference("a < b", "b > a") == ""


def test_a_language_that_is_not_there(translate, plugin, capsys):
    assert translate.main(["list", "de"], plugin) == 1
    assert capsys.readouterr().err == '"de" is no language that Scarp is translated into: es, fr, ja, zh_CN.\n'


def shown(file, texts):
    """What people see with a .qm."""
    translator = QTranslator()
    assert translator.load(str(file)), f"{file} cannot be read; run make translations"
    QCoreApplication.installTranslator(translator)
    try:
        return [QCoreApplication.translate(*text) for text in texts]
    finally:
        QCoreApplication.removeTranslator(translator)


def test_compile_makes_what_qt_reads(translate, plugin):
    if not any(translate.shutil.which(each) for each in translate.COMPILERS):
        pytest.skip("lrelease is not installed")
    translate.update(plugin)
    translate.take("zh_CN", [{"context": "Scarp", "source": "Open…", "translation": "打开…"}], plugin)
    translate.compile_all(plugin)
    texts = [("Scarp", "Open…"), ("Scarp", "Line\nbreak")]
    assert shown(plugin / translate.FOLDER / "scarp_zh_CN.qm", texts) == ["打开…", "Line\nbreak"]


def test_no_compiler(translate, plugin, monkeypatch, capsys):
    monkeypatch.setattr(translate, "COMPILERS", ("no-lrelease",))
    assert translate.main(["compile"], plugin) == 1
    assert capsys.readouterr().err == (
        "lrelease is not here; install it (Debian: apt-get install qttools5-dev-tools).\n"
    )


# The translations that there are


@pytest.mark.parametrize("name", LANGUAGES)
def test_all_texts_of_the_code_are_in_the_file_and_no_other(translate, name):
    held = translate.language(name).read()
    wanted = {(text.context, text.source) for text in translate.texts(ROOT)}
    assert (sorted(wanted - set(held)), sorted(set(held) - wanted)) == ([], []), "run make translations"


@pytest.mark.parametrize("name", LANGUAGES)
def test_nothing_is_left_untranslated(translate, name):
    assert [source for (_, source), text in translate.language(name).read().items() if not text] == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_translations_have_the_placeholders_and_tags_of_their_sources(translate, name):
    done = [(source, text) for (_, source), text in translate.language(name).read().items() if text]
    wrong = [(source, problem) for source, text in done if (problem := translate.difference(source, text))]
    assert wrong == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_qgis_reads_is_what_is_translated(translate, name):
    held = translate.language(name).read()
    seen = shown(translate.language(name).file.with_suffix(".qm"), held)
    assert [key for key, text in zip(held, seen) if text != (held[key] or key[1])] == [], "run make translations"
