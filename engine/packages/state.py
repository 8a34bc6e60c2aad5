"""Which packages are there and what they run on, for a program to show; the diagnosis says it to people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import metadata, util
from typing import Any

from ..errors import ScarpError
from .graphics_card import Card
from .requirements import MODULES, OWN_MODULES, SETS

CUDA_PROVIDER = "CUDAExecutionProvider"
Answer = Mapping[str, Any]
"""What a Python imports, as ``interpreter.ask`` gives it: "modules" and, where ONNX Runtime is there, "providers"."""


def answer_here(runtime: Callable[[], Any]) -> Answer:
    """What this process can import for extraction; nothing but ONNX Runtime is imported.

    Args:
        runtime: gives the module onnxruntime or raises ScarpError, as ``engine.inference.import_runtime`` does.
    """
    modules: dict[str, Any] = {}
    providers: dict[str, Any] = {}
    try:
        module = runtime()
        modules["onnxruntime"] = {"version": module.__version__}
        providers = {"available": module.get_available_providers()}
    except ScarpError as error:
        modules["onnxruntime"] = {"error": str(error)}
    for name in MODULES["extraction"]:
        if name not in modules:
            modules[name] = _distribution(name)
    return {"modules": modules, "providers": providers}


def _distribution(name: str) -> dict[str, str]:
    """Version of a module that is called as its distribution is, or why it would not import."""
    if util.find_spec(name) is None:
        return {"error": f"No module named '{name}'"}
    try:
        return {"version": metadata.version(name)}
    except metadata.PackageNotFoundError:
        return {"version": ""}


def packages_state(here: Answer, there: Answer, card: Card | None) -> dict[str, Any]:
    """Which packages are there for which set, and what each set runs on.

    Args:
        here: of QGIS's process, where extraction runs.
        there: of the environment's interpreter, which trains; empty where there is none.
        card: the NVIDIA card; nothing where there is none.

    Returns:
        For JSON: "sets", for each set its "modules", those that are "missing" (not there, or do not load), whether it
        is "ready" to run all the same, and its "device", "cuda" or "cpu", empty where it is not ready; "versions" of
        all modules that load, by name; the "card", empty for none.
    """
    versions: dict[str, str] = {}
    sets = {}
    for packages, answer in zip(SETS, (here, there)):
        modules, names = answer.get("modules", {}), MODULES[packages]
        missing = [name for name in names if "version" not in modules.get(name, {})]
        for name in names:
            if name not in missing:
                versions.setdefault(name, modules[name]["version"])
        ready = not set(OWN_MODULES[packages]) & set(missing)
        cuda = _uses_cuda(here, there, card) if packages == "extraction" else modules.get("torch", {}).get("cuda")
        device = ("cuda" if cuda else "cpu") if ready else ""
        sets[packages] = {"modules": list(names), "missing": missing, "ready": ready, "device": device}
    return {"sets": sets, "versions": versions, "card": card.name if card else ""}


def _uses_cuda(here: Answer, there: Answer, card: Card | None) -> bool:
    """Whether extraction uses the card: as it was tried in the environment, or as ONNX Runtime offers it."""
    tried = there.get("providers", {}).get("used")
    if tried:
        return bool(tried == CUDA_PROVIDER)
    return card is not None and CUDA_PROVIDER in here.get("providers", {}).get("available", [])
