"""Small wheels under the names of the real packages, and the Python that runs the tests as if QGIS embedded it."""

from __future__ import annotations

import base64
import hashlib
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from osgeo import gdal
from scarp.engine.packages.interpreter import Layout, QgisModule

RUNTIME = """
__version__ = "1.31.0"
def get_available_providers(): return ["CPUExecutionProvider"]
class SessionOptions: log_severity_level = 0
class InferenceSession:
    def __init__(self, model, options, providers): self.providers = providers
    def get_providers(self): return self.providers
"""
TORCH = """
__version__ = "2.15.0"
class version: cuda = None
class cuda:
    @staticmethod
    def is_available(): return False
"""
VERSIONS = {
    "onnxruntime": "1.31.0", "matplotlib": "3.9.0", "torch": "2.8.0", "torchvision": "0.23.0", "onnx": "1.19.0",
    "onnxscript": "0.5.0", "scipy": "1.9.0", "tensorboard": "2.19.0",
}  # fmt: skip


def write_wheel(folder: Path, name: str, version: str, code: str, needs: tuple[str, ...] = ()) -> Path:
    """A wheel with one package of one file."""
    folder.mkdir(parents=True, exist_ok=True)
    info = f"{name}-{version}.dist-info"
    needed = [f"Requires-Dist: {need}" for need in needs]
    metadata = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}", *needed]
    files = {
        f"{name}/__init__.py": code,
        f"{info}/METADATA": "\n".join(metadata) + "\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{info}/RECORD,,"]
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        record.append(f"{path},sha256={digest},{len(text)}")
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
        archive.writestr(f"{info}/RECORD", "\n".join(record) + "\n")
    return wheel


@pytest.fixture
def wheels(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of wheels: ``wheels("onnxruntime", "matplotlib", onnxruntime="code")`` -> folder."""

    def make(*names: str, needs: tuple[str, ...] = (), **codes: str) -> Path:
        folder = tmp_path / "wheels"
        old = sys.version_info < (3, 11)
        for name in names:
            version = "1.19.0" if old and name == "onnxruntime" else VERSIONS.get(name, "99.0")
            code = codes.get(name, {"onnxruntime": RUNTIME, "torch": TORCH}.get(name, f'__version__ = "{version}"'))
            write_wheel(folder, name, version, code, needs if name == "onnxruntime" else ())
        return folder

    return make


@pytest.fixture
def own() -> Layout:
    """The Python that runs the tests, as if QGIS embedded it, with the modules that QGIS brings."""
    modules = (
        QgisModule("numpy", numpy.__version__, str(Path(numpy.__file__).parent)),
        QgisModule("osgeo", gdal.__version__, str(Path(gdal.__file__).parent)),
    )
    variables = {name: value for name, value in os.environ.items() if not name.upper().endswith("_PROXY")}
    return Layout(
        sys.platform, sys.version_info[:2], "/usr/bin/qgis", sys.prefix, sys.base_prefix, "", variables, modules
    )
