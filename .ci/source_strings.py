"""Find the texts for people in the code: what is handed to ``tr`` and ``translate``, and in which context.

Qt's own tool takes the name of the class around a call for its context. Here texts are also handed to functions that
are given a ``tr``, and one class hands its ``tr`` on to the next, so contexts are those that the code names:

- ``QCoreApplication.translate("Context", "text")`` says it itself;
- ``tr("text")`` and ``self.tr("text")`` have the context that the function or method of that name gives to
  ``translate``, in the same file or class or the one that it comes from;
- a ``tr`` that is an argument is that of the algorithms and steps;
- else ``tr`` is Qt's own, which takes the name of the class.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

PLACES = ("plugin.py", "algorithms/**/*.py", "ui/**/*.py")
COMMON = "Scarp"
"""Context of the algorithms and of the steps of the panel."""
NAMES = {"tr", "_tr"}


class UnknownTextError(Exception):
    """A text that cannot be told from the code; says where and what to do."""


@dataclass(frozen=True)
class Text:
    """A text for people.

    Attributes:
        context: that Qt looks it up in.
        source: the text, in English.
        file: where it is, from the repository's root.
    """

    context: str
    source: str
    file: str


@dataclass(frozen=True)
class Class:
    """What is to be known of a class.

    Attributes:
        bases: names of the classes that it comes from.
        context: that its own ``tr`` has; empty where it has none.
    """

    bases: tuple[str, ...]
    context: str


def texts(root: Path) -> list[Text]:
    """All texts of the plugin, each once in its context, in the order of the files.

    Raises:
        UnknownTextError: if one is not a constant, or its context cannot be told.
    """
    trees = {
        path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for place in PLACES
        for path in sorted(root.glob(place))
    }
    classes = {
        node.name: Class(tuple(_last_name(base) for base in node.bases), _own_context(node.body))
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    functions = {file: _own_context(tree.body) for file, tree in trees.items()}
    found: dict[tuple[str, str], Text] = {}
    wrong = []
    for file, tree in trees.items():
        finder = Finder(file, classes, _function_context(file, tree, functions))
        finder.visit(tree)
        wrong += finder.wrong
        for text in finder.found:
            found.setdefault((text.context, text.source), text)
    if wrong:
        raise UnknownTextError("\n".join(wrong))
    return list(found.values())


def _is_translate(function: ast.expr) -> bool:
    """Whether a call is one of Qt's ``translate``, and not a painter's."""
    return _last_name(function) == "translate" and (
        isinstance(function, ast.Name)
        or (isinstance(function, ast.Attribute) and _last_name(function.value).endswith("Application"))
    )


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _own_context(body: list[ast.stmt]) -> str:
    """Context that a function called ``tr`` among these statements hands to ``translate``; empty where none is."""
    for function in body:
        if isinstance(function, ast.FunctionDef) and function.name in NAMES:
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and _is_translate(node.func):
                    return _constant(node.args[0]) or ""
    return ""


def _function_context(file: str, tree: ast.Module, functions: dict[str, str]) -> str:
    """Context of a file's function ``tr``, its own or that of the file that it is taken from."""
    if functions[file]:
        return functions[file]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(alias.name in NAMES for alias in node.names) and node.module:
            folder = Path(file).parent if node.level == 1 else Path()
            return functions.get((folder / Path(*node.module.split("."))).with_suffix(".py").as_posix(), "")
    return ""


def _constant(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


class Finder(ast.NodeVisitor):
    """Finds the texts of one file.

    Args:
        file: its name.
        classes: of all files, by name.
        function_context: of the file's function ``tr``; empty where there is none.

    Attributes:
        found: the texts.
        wrong: what cannot be told, a line each.
    """

    def __init__(self, file: str, classes: dict[str, Class], function_context: str) -> None:
        self._file, self._classes = file, classes
        self._class: list[str] = []
        self._function: list[str] = []
        self._handed = [function_context]
        self.found: list[Text] = []
        self.wrong: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Know in which class a call stands."""
        self._class.append(node.name)
        self.generic_visit(node)
        self._class.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Know in which function a call stands, and whether that was handed a ``tr`` or calls its class's so."""
        handed = {each.arg for each in (*node.args.args, *node.args.kwonlyargs)}
        kept = {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
        context = COMMON if handed & NAMES else self._own_class_context() if kept & NAMES else self._handed[-1]
        self._function.append(node.name)
        self._handed.append(context)
        self.generic_visit(node)
        self._handed.pop()
        self._function.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Take the text of a call."""
        self.generic_visit(node)
        name = _last_name(node.func)
        if _is_translate(node.func) and len(node.args) >= 2 and not self._in_tr():
            self._take(node, _constant(node.args[0]), node.args[1:])
        elif name in NAMES and node.args:
            self._take(node, self._context(node.func), node.args)

    def _in_tr(self) -> bool:
        """Whether a call stands in a function that is called ``tr``, which is handed its text."""
        return bool(self._function) and self._function[-1] in NAMES

    def _take(self, node: ast.Call, context: str | None, arguments: list[ast.expr]) -> None:
        first = arguments[0]
        choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
        sources = [_constant(each) for each in choices]
        if not context or len(arguments) > 1 or node.keywords or not all(sources):
            self.wrong.append(
                f"{self._file}:{node.lineno}: {ast.unparse(node)[:80]}: give a constant text, and no more; "
                "QCoreApplication.translate a constant context before it"
            )
            return
        self.found += [Text(context, source, self._file) for source in sources if source]

    def _context(self, function: ast.expr) -> str | None:
        """Context of a call of ``tr``; nothing where it cannot be told."""
        if isinstance(function, ast.Name):
            return self._handed[-1] or None
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "self":
            # What a class keeps as _tr was handed to it.
            return COMMON if function.attr == "_tr" else self._own_class_context() or None
        return None

    def _own_class_context(self) -> str:
        return self._class_context(self._class[-1]) if self._class else ""

    def _class_context(self, name: str) -> str:
        """Context of the ``tr`` of a class: its own, else that of what it comes from, else Qt's."""
        waiting, seen = [name], set[str]()
        while waiting:
            each = waiting.pop(0)
            known = self._classes.get(each)
            if known is None or each in seen:
                continue
            if known.context:
                return known.context
            seen.add(each)
            waiting += known.bases
        return name
