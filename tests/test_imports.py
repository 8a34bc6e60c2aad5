"""Who may import whom (the rooms of the package), by parsing the imports."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STANDARD = set(sys.stdlib_module_names) if hasattr(sys, "stdlib_module_names") else None
ALLOWED = {
    "engine": {"numpy", "osgeo", "onnxruntime", "matplotlib", "scarp.engine"},
    "models": {
        "numpy",
        "scipy",
        "osgeo",
        "torch",
        "torchvision",
        "onnx",
        "onnxruntime",  # its quantiser
        "scarp.engine",
        "scarp.models",
    },
    "algorithms": {"numpy", "osgeo", "qgis", "processing", "scarp.engine", "scarp.algorithms", "scarp.models"},
    "ui": {"numpy", "qgis", "processing", "scarp.engine", "scarp.ui"},
}
TORCH_FREE_MODELS = {"scarp.models.bundled", "scarp.models.job", "scarp.models.presets", "scarp.models.sample_event",
                     "scarp.models.training_log"}  # fmt: skip
"""The modules of ``models`` that algorithms may import."""


def imports(path: Path) -> Iterator[str]:
    """Absolute names of all modules that a file imports, anywhere in it."""
    package = ["scarp", *path.relative_to(ROOT).parent.parts]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            if node.level and not node.module:
                yield from (f"{module}.{alias.name}" for alias in node.names)
            else:
                yield module


def room_files(room: str) -> list[Path]:
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    return files


def is_allowed(name: str, allowed: set[str]) -> bool:
    if STANDARD is not None and name.split(".")[0] in STANDARD:
        return True
    return any(name == each or name.startswith(each + ".") for each in allowed)


@pytest.mark.skipif(STANDARD is None, reason="sys.stdlib_module_names is new in Python 3.10")
@pytest.mark.parametrize("room", ALLOWED)
def test_rooms_import_only_what_they_may(room: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in room_files(room)
        for name in imports(path)
        if not is_allowed(name, ALLOWED[room])
    ]
    assert wrong == []


def test_algorithms_take_only_torch_free_modules_of_models() -> None:
    taken = {name for path in room_files("algorithms") for name in imports(path) if name.startswith("scarp.models")}
    assert taken <= TORCH_FREE_MODELS


@pytest.mark.parametrize("module", sorted(TORCH_FREE_MODELS))
def test_torch_free_modules_reach_no_torch(module: str) -> None:
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        path = ROOT.joinpath(*name.split(".")[1:]).with_suffix(".py")
        if name in seen or not path.exists():
            continue
        seen.add(name)
        for imported in imports(path):
            assert imported.split(".")[0] not in {"torch", "torchvision", "onnx"}, f"{name} imports {imported}"
            if imported.startswith("scarp."):
                waiting.append(imported)
    assert module in seen


def test_nothing_imports_qt_but_through_qgis() -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for room in (*ALLOWED, "tests")
        for path in (ROOT / room).rglob("*.py")
        if any(name.split(".")[0] in {"PyQt5", "PyQt6", "PySide6"} for name in imports(path))
    ]
    assert wrong == []
