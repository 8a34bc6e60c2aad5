"""Keep the translations in step with the code, hand out what lacks one, and take it back.

usage: python .ci/translate.py update              bring resources/i18n/*.ts up to date with the code
       python .ci/translate.py list LANGUAGE       what has no translation yet, as JSON
       python .ci/translate.py take LANGUAGE FILE  put the translations of such a JSON into the .ts
       python .ci/translate.py compile             make the .qm files, which QGIS reads, with Qt's lrelease

Each entry of the JSON has context, source, file and translation, which is empty and to be filled in. Placeholders such
as {count} and HTML tags stay as they are; what does not have the same as the source is refused.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parent))
from source_strings import Text, UnknownTextError, texts

REPOSITORY = Path(__file__).resolve().parent.parent
LANGUAGES = ("es", "fr", "ja", "zh_CN")
FOLDER = "resources/i18n"
KEPT = re.compile(r"\{[^{}]*\}|</?[A-Za-z][^<>]*>")
"""What a translation has as its source has it: placeholders and tags."""
COMPILERS = ("/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease", "lrelease-qt5", "lrelease6", "lrelease")
Translations = dict[tuple[str, str], str]
"""Translation of each context and source; empty where there is none yet."""


class TranslationError(Exception):
    """Something cannot be done; says what and why."""


@dataclass(frozen=True)
class Language:
    """The translations into one language.

    Attributes:
        name: as Qt calls it.
        file: its .ts.
    """

    name: str
    file: Path

    def read(self) -> Translations:
        """What the file holds."""
        if not self.file.exists():
            return {}
        return {
            (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
            for context in ElementTree.parse(self.file).getroot().iter("context")
            for message in context.iter("message")
        }

    def write(self, found: list[Text], translations: Translations) -> None:
        """Write the file, with all texts of the code, by context."""
        lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
        lines.append(f'<TS version="2.1" language="{self.name}" sourcelanguage="en">')
        for context in sorted({text.context for text in found}):
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
            for text in found:
                if text.context == context:
                    lines += _message(text, translations.get((context, text.source), ""))
            lines.append("</context>")
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")


def _message(text: Text, translation: str) -> list[str]:
    attribute = "" if translation else ' type="unfinished"'
    return [
        "    <message>",
        f'        <location filename="../../{escape(text.file)}"/>',
        f"        <source>{escape(text.source)}</source>",
        f"        <translation{attribute}>{escape(translation)}</translation>",
        "    </message>",
    ]


def language(name: str, repository: Path = REPOSITORY) -> Language:
    """A language by its name.

    Raises:
        TranslationError: if it is none that Scarp is translated into.
    """
    if name not in LANGUAGES:
        raise TranslationError(f'"{name}" is no language that Scarp is translated into: {", ".join(LANGUAGES)}.')
    return Language(name, repository / FOLDER / f"scarp_{name}.ts")


def update(repository: Path = REPOSITORY) -> None:
    """Bring all .ts up to date with the code; what the code no longer says goes."""
    found = texts(repository)
    for name in LANGUAGES:
        each = language(name, repository)
        before = each.read()
        each.write(found, before)
        done = sum(bool(before.get((text.context, text.source))) for text in found)
        print(f"{each.file.name}: {done} of {len(found)} texts are translated")


def untranslated(name: str, repository: Path = REPOSITORY) -> list[dict[str, str]]:
    """Texts of the code that a language lacks."""
    held = language(name, repository).read()
    return [
        {"context": text.context, "source": text.source, "file": text.file, "translation": ""}
        for text in texts(repository)
        if not held.get((text.context, text.source))
    ]


def take(name: str, entries: list[dict[str, str]], repository: Path = REPOSITORY) -> list[str]:
    """Put translations into a .ts.

    Returns:
        What was refused, a sentence each.
    """
    found, each = texts(repository), language(name, repository)
    known, held = {(text.context, text.source) for text in found}, each.read()
    refused = []
    for entry in entries:
        key, translation = (entry["context"], entry["source"]), entry.get("translation", "")
        if key not in known:
            refused.append(f"{entry['context']}: the code does not say: {entry['source'][:60]}")
        elif translation and (problem := difference(entry["source"], translation)):
            refused.append(f"{entry['context']}: {problem}: {entry['source'][:60]}")
        elif translation:
            held[key] = translation
    each.write(found, held)
    return refused


def difference(source: str, translation: str) -> str:
    """How the placeholders and tags of a translation differ from its source's; empty where they do not."""
    wanted, given = Counter(KEPT.findall(source)), Counter(KEPT.findall(translation))
    parts = []
    if wanted - given:
        parts.append(f"lacks {', '.join(sorted((wanted - given).elements()))}")
    if given - wanted:
        parts.append(f"has {', '.join(sorted((given - wanted).elements()))} too many")
    if source.endswith("…") != translation.endswith("…"):
        parts.append("only one ends in …")
    return " and ".join(parts)


def compile_all(repository: Path = REPOSITORY) -> None:
    """Make the .qm beside each .ts.

    Raises:
        TranslationError: if lrelease is not here, or fails.
    """
    compiler = next((found for each in COMPILERS if (found := shutil.which(each))), None)
    if compiler is None:
        raise TranslationError("lrelease is not here; install it (Debian: apt-get install qttools5-dev-tools).")
    for name in LANGUAGES:
        source = language(name, repository).file
        target = source.with_suffix(".qm")
        run = subprocess.run(
            [compiler, "-silent", str(source), "-qm", str(target)], capture_output=True, text=True, check=False
        )
        if run.returncode:
            raise TranslationError(f"{compiler} fails on {source.name}: {run.stderr.strip()}")
        print(f"{target.name}: {target.stat().st_size:,} bytes")


def main(arguments: list[str] | None = None, repository: Path = REPOSITORY) -> int:
    """0 when it is done."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update")
    commands.add_parser("compile")
    commands.add_parser("list").add_argument("language")
    taking = commands.add_parser("take")
    taking.add_argument("language")
    taking.add_argument("file", type=Path)
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "update":
            update(repository)
        elif chosen.command == "compile":
            compile_all(repository)
        elif chosen.command == "list":
            print(json.dumps(untranslated(chosen.language, repository), ensure_ascii=False, indent=1))
        else:
            entries = json.loads(chosen.file.read_text(encoding="utf-8"))
            refused = take(chosen.language, entries, repository)
            print("\n".join(refused), file=sys.stderr, end="\n" if refused else "")
            return 1 if refused else 0
    except (TranslationError, UnknownTextError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
