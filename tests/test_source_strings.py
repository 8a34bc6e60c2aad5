"""Tests of .ci/source_strings.py, on made-up files and on the plugin's own."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / ".ci" / "source_strings.py"


@pytest.fixture
def source_strings(monkeypatch):
    if not SCRIPT.is_file():
        pytest.skip("what finds the texts is not here")
    spec = importlib.util.spec_from_file_location("scarp_source_strings", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def found(source_strings, tmp_path):
    """Texts of made-up files: ``found(**{"ui/a.py": code})`` -> context and source of each."""

    def find(files):
        for name, code in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(code, encoding="utf-8")
        return [(text.context, text.source) for text in source_strings.texts(tmp_path)]

    return find


BASE = """
class Algorithm:
    def tr(self, text):
        return QCoreApplication.translate("Scarp", text)
"""
HANDED = """
def about(tr, more):
    return tr("Long "
              "text") + tr("Yes" if more else "No")

class Settings:
    def __init__(self, tr):
        self._tr = tr

    def title(self):
        return self._tr("Title")
"""
ALGORITHM = """
class Extract(Algorithm):
    def name(self):
        tr = self.tr
        return tr("Short"), self.tr("Own"), self.about("Not for people")
"""


def test_what_is_handed_on_has_the_context_of_the_algorithms(found):
    assert found({"algorithms/base.py": BASE, "algorithms/extract.py": ALGORITHM, "algorithms/p.py": HANDED}) == [
        ("Scarp", "Short"), ("Scarp", "Own"), ("Scarp", "Long text"), ("Scarp", "Yes"), ("Scarp", "No"),
        ("Scarp", "Title"),
    ]  # fmt: skip


WIDGETS = """
def tr(text):
    return QCoreApplication.translate("Widgets", text)

class Step(Box):
    def tr(self, text):
        return QCoreApplication.translate("Scarp", text)

class Train(Step):
    def show(self, painter):
        painter.translate(10, 20)
        return self.tr("Loss")

class Plot(QWidget):
    def show(self):
        tr = self.tr
        return self.tr("Axis"), tr("Mark"), QCoreApplication.translate("Other", "Word {}").format(1)

def words():
    return tr("Free")
"""
TAKEN = """
from .widgets import tr

class More(Train):
    title = tr("Taken")

    def show(self):
        return self.tr("Loss"), self.tr("Gain"), tr("Free")
"""


def test_contexts_of_widgets(found):
    assert found({"ui/widgets.py": WIDGETS, "ui/more.py": TAKEN}) == [
        ("Widgets", "Taken"), ("Scarp", "Loss"), ("Scarp", "Gain"), ("Widgets", "Free"), ("Plot", "Axis"),
        ("Plot", "Mark"), ("Other", "Word {}"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "call",
    ['tr(f"{n} left")', "tr(word)", 'tr("a" + "b")', 'other.tr("a")', 'QCoreApplication.translate("A", word)',
     'QCoreApplication.translate(name, "a")', 'QCoreApplication.translate("A", "%n", None, n)', 'tr("")'],
)  # fmt: skip
def test_what_cannot_be_told_is_said(found, source_strings, call):
    code = f"def words(tr, n, word, other, name):\n    return {call}\n"
    with pytest.raises(source_strings.UnknownTextError) as told:
        found({"ui/a.py": code})
    assert str(told.value) == (
        f"ui/a.py:2: {call.replace(chr(34), chr(39))}: give a constant text, and no more; "
        "QCoreApplication.translate a constant context before it"
    )


def test_a_free_tr_of_no_context(found, source_strings):
    with pytest.raises(source_strings.UnknownTextError, match=r"^plugin\.py:1: tr\('a'\): give"):
        found({"plugin.py": 'tr("a")\n'})


def test_all_texts_of_the_plugin_can_be_told(source_strings):
    found = source_strings.texts(ROOT)
    assert {("Scarp", "Extract landslides"), ("Scarp", "Advanced parameters")} <= {
        (text.context, text.source) for text in found
    }
    assert len(found) > 400
    assert {text.file.split("/")[0] for text in found} == {"algorithms", "ui"}
