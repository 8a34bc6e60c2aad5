"""What Qt 6 no longer knows: members of enums named without their enum, ``exec_`` and the types of ``QVariant``.

Qt 5 gives the members of an enum to the class that the enum is in (``Qt.AlignLeft``); Qt 6 does not, and QGIS adds
some of them, not all, in later versions. What a name stands for is looked up in the Qt and QGIS that run the test.
"""

from __future__ import annotations

import ast
import enum
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("*.py", "algorithms/**/*.py", "benchmarks/**/*.py", "docs/**/*.py", "engine/**/*.py", "models/**/*.py",
          "tests/**/*.py", "ui/**/*.py", ".ci/*.py")  # fmt: skip
LOOKED_INTO = ("qgis", "scarp.algorithms", "scarp.ui", "scarp.plugin")
"""Packages whose names are looked up; nothing else holds Qt's classes."""
GONE = {"exec_": "exec", "print_": "print"}
"""What PyQt called these while Python 2 kept the names for itself."""


def looked_up(module: str, name: str = "") -> Any:
    """A module, or what it calls so; nothing where it is no Qt or QGIS, or is not there."""
    if not any(module == each or module.startswith(f"{each}.") for each in LOOKED_INTO):
        return None
    try:
        found = importlib.import_module(module)
    except ImportError:
        return None
    if name and not hasattr(found, name):
        return looked_up(f"{module}.{name}")
    return getattr(found, name) if name else found


def package_of(path: Path) -> list[str]:
    """The package that a file's relative imports start from."""
    return ["scarp", *path.relative_to(ROOT).parent.parts] if path.is_relative_to(ROOT) else ["scarp"]


def imported(tree: ast.AST, package: list[str]) -> dict[str, Any]:
    """What a file's imports, anywhere in it, call by which name."""
    names: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.name if alias.asname else alias.name.split(".")[0]
                names[alias.asname or name] = looked_up(name)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            names.update({alias.asname or alias.name: looked_up(module, alias.name) for alias in node.names})
    return {name: value for name, value in names.items() if value is not None}


def is_from_qt(kind: type) -> bool:
    """Whether a class is one of Qt or QGIS."""
    return kind.__module__.startswith(("PyQt", "qgis."))


def is_enum(kind: Any) -> bool:
    """Whether a class is an enum: Python's, or one of sip for Qt 5, which is an int with a class around it."""
    if not isinstance(kind, type):
        return False
    return issubclass(kind, enum.Enum) or (is_from_qt(kind) and issubclass(kind, int) and "." in kind.__qualname__)


def is_member(name: str, kind: type) -> bool:
    """Whether an enum has a member of this name."""
    return name in kind.__members__ if issubclass(kind, enum.Enum) else hasattr(kind, name) and not hasattr(int, name)


def is_flat(owner: Any, name: str) -> bool:
    """Whether a name, looked up in a class of Qt or QGIS, is that of a member of an enum in it, and of nothing else."""
    if not isinstance(owner, type) or is_enum(owner):
        return False
    holder = next((each for each in owner.__mro__ if name in vars(each)), None)
    if holder is not None:
        # Where QGIS has moved an enum, the old name may stand for a member of another name.
        return is_from_qt(holder) and is_enum(type(getattr(holder, name)))
    classes = [each for each in owner.__mro__ if is_from_qt(each)]
    return any(is_enum(kind) and is_member(name, kind) for each in classes for kind in vars(each).values())


class Finder(ast.NodeVisitor):
    """Finds what is flat in a file.

    Args:
        names: what the file's imports stand for, by name.

    Attributes:
        found: line and what is there, for each.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self.names, self.found = names, set[tuple[int, str]]()
        self._bases: list[list[Any]] = []

    def resolved(self, node: ast.expr) -> Any:
        """What an expression of names and dots stands for; nothing where that is not known."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id)
        if isinstance(node, ast.Attribute):
            owner = self.resolved(node.value)
            return getattr(owner, node.attr, None) if owner is not None else None
        return None

    def owners(self, node: ast.expr) -> list[Any]:
        """The classes that an attribute of this expression is looked up in, as far as they are known."""
        if isinstance(node, ast.Name) and node.id in ("self", "cls") and self._bases:
            return self._bases[-1]
        if isinstance(node, ast.Call):
            return [self.resolved(node.func)]
        return [self.resolved(node)]

    def visit_Assign(self, node: ast.Assign) -> None:
        # A shorter name, as in KIND = QNetworkProxy.ProxyType.
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts))
            for name, value in pairs:
                found = self.resolved(value)
                if isinstance(name, ast.Name) and found is not None:
                    self.names[name.id] = found
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._bases.append([self.resolved(base) for base in node.bases])
        self.generic_visit(node)
        self._bases.pop()

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in GONE:
            self.found.add((node.lineno, node.attr))
        for owner in self.owners(node.value):
            is_variant = isinstance(owner, type) and owner.__name__ == "QVariant"
            if is_flat(owner, node.attr) or (is_variant and node.attr[:1].isupper()):
                self.found.add((node.lineno, ast.unparse(node)))
        self.generic_visit(node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if alias.name in GONE:
                self.found.add((node.lineno, alias.name))


def flat(code: str, path: Path = ROOT / "x.py") -> list[tuple[int, str]]:
    """What is flat in a file's code: line and text of each."""
    tree = ast.parse(code)
    finder = Finder(imported(tree, package_of(path)))
    finder.visit(tree)
    # What is called on an object that only the run knows, such as ``box.Yes``.
    known = [value for value in finder.names.values() if isinstance(value, type)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr[:1].isupper() and finder.owners(node.value) == [None]:
            inside = isinstance(node.value, ast.Attribute) and node.value.attr[:1].isupper()
            if not inside and any(is_flat(each, node.attr) for each in known):
                finder.found.add((node.lineno, ast.unparse(node)))
    return sorted(finder.found)


def files() -> Iterator[Path]:
    for place in PLACES:
        yield from ROOT.glob(place)


PLANTED = """
from qgis.core import Qgis, QgsMapLayerProxyModel, QgsProcessing, QgsTask
from qgis.core import QgsProcessingParameterNumber as Number
from qgis.gui import QgsMapTool
from qgis.PyQt import QtCore, QtWidgets
from qgis.PyQt.QtCore import Qt, QVariant
from qgis.PyQt.QtWidgets import QDialog, QFrame, QMessageBox
import qgis.PyQt.QtGui
from .ui.step import Step

def shown(dialog, kinds=QVariant.Int):
    label.setAlignment(Qt.AlignLeft | Qt.AlignmentFlag.AlignTop)
    if QMessageBox.question(None, "", "") == QMessageBox.Yes:
        return dialog.exec_()
    QtWidgets.QMessageBox.No, QtCore.Qt.Key_A, qgis.PyQt.QtGui.QPalette.Window
    Qgis.Warning, QgsTask.CanCancel, QgsMapLayerProxyModel.RasterLayer, QgsProcessing.TypeRaster, Number.Double
    return dialog.Accepted, QFrame().HLine, QVariant.Type.Int

class Tool(QgsMapTool):
    flags = QgsMapTool.Transient

    def frame(self):
        return self.Transient

class Box(Step):
    def frame(self):
        return self.DrawChildren
"""
FOUND = [
    (11, "QVariant.Int"), (12, "Qt.AlignLeft"), (13, "QMessageBox.Yes"), (14, "exec_"),
    (15, "QtCore.Qt.Key_A"), (15, "QtWidgets.QMessageBox.No"), (15, "qgis.PyQt.QtGui.QPalette.Window"),
    (16, "Number.Double"), (16, "Qgis.Warning"), (16, "QgsMapLayerProxyModel.RasterLayer"),
    (16, "QgsProcessing.TypeRaster"), (16, "QgsTask.CanCancel"),
    (17, "QFrame().HLine"), (17, "QVariant.Type"), (17, "dialog.Accepted"),
    (20, "QgsMapTool.Transient"), (23, "self.Transient"), (27, "self.DrawChildren"),
]  # fmt: skip
SCOPED = """
from qgis.core import Qgis, QgsTask, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QMetaType, Qt, QVariant, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QMessageBox
from .ui.runs import Run, State

BUTTON = QMessageBox.StandardButton
kind, mode = Qt.ItemDataRole, BUTTON
BUTTON.Yes, mode.No, kind.UserRole

class Job(QgsTask):
    LIMIT = 3
    done = pyqtSignal(State)

    def __init__(self):
        super().__init__("", QgsTask.Flag.CanCancel)
        self.Waiting = State.WAITING

Qgis.MessageLevel.Warning, QgsProcessingParameterNumber.Type.Double, QMetaType.Type.Int, QVariant()
Qt.ItemDataRole.UserRole + 1, QMessageBox.StandardButton.Yes, Job.LIMIT, Run.finished
QDialog().exec(), QDialog.DialogCode.Accepted, box.StandardButton.Yes, Qt.Orientation(1), Qgis.QGIS_VERSION_INT
"""


def test_what_is_planted_is_found() -> None:
    assert flat(PLANTED) == FOUND


def test_what_is_scoped_is_not() -> None:
    assert flat(SCOPED) == []


def test_every_file_is_looked_at() -> None:
    seen = {str(path.relative_to(ROOT)) for path in files()}
    assert {"plugin.py", "algorithms/base.py", "ui/step.py", "tests/test_enums.py"} <= seen
    assert len(seen) == len(list(files()))


def test_nothing_is_flat() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in files()
        for line, text in flat(path.read_text(encoding="utf-8"), path)
    ]
    assert wrong == []
