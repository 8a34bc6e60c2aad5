"""Run by an interpreter, not imported by Scarp: says what that interpreter is and what it imports.

usage: python probe.py JSON, where JSON is {"modules": [names], "model": path of an .onnx file or ""}

Writes one line: the mark, then JSON. It must run on any Python 3 with the standard library only.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
from typing import Any

MARK = "scarp-probe:"
HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - nothing more is imported than needed


def look(name: str) -> dict[str, Any]:
    """Version and folder of a module, or why it does not import."""
    try:
        module = importlib.import_module(name)
        if name == "osgeo":
            module = importlib.import_module("osgeo.gdal")
            importlib.import_module("osgeo.gdal_array")
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    folder = os.path.dirname(module.__file__ or "")  # noqa: PTH120
    found: dict[str, Any] = {"version": str(getattr(module, "__version__", "")), "folder": folder}
    if name == "torch":
        found["cuda_build"] = str(module.version.cuda or "")
        found["cuda"] = bool(module.cuda.is_available())
        found["cuda_device"] = module.cuda.get_device_name(0) if found["cuda"] else ""
    return found


def session_provider(model: str) -> dict[str, Any]:
    """The provider that ONNX Runtime really runs a model with, or why none."""
    import onnxruntime

    available = onnxruntime.get_available_providers()
    if hasattr(onnxruntime, "preload_dlls") and "CUDAExecutionProvider" in available:
        onnxruntime.preload_dlls()
    wanted = [name for name in ("CUDAExecutionProvider", "CPUExecutionProvider") if name in available]
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    used = onnxruntime.InferenceSession(model, options, providers=wanted).get_providers()[0] if model else ""
    return {"available": available, "used": used}


def main(asked: dict[str, Any]) -> dict[str, Any]:
    """Everything."""
    found: dict[str, Any] = {
        "version": list(sys.version_info[:3]), "executable": sys.executable, "prefix": sys.prefix,
        "base_prefix": sys.base_prefix, "machine": platform.machine(), "bits": 64 if sys.maxsize > 2**32 else 32,
        "modules": {name: look(name) for name in asked.get("modules", [])},
    }  # fmt: skip
    if "version" in found["modules"].get("onnxruntime", {}):
        try:
            found["providers"] = session_provider(asked.get("model", ""))
        except Exception as error:
            found["providers"] = {"error": f"{type(error).__name__}: {error}"}
    return found


if __name__ == "__main__":
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry or ".") != HERE]  # noqa: PTH100
    print(MARK + json.dumps(main(json.loads(sys.argv[1]))))
