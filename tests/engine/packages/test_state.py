from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy
import pytest
from scarp.engine.errors import ScarpError
from scarp.engine.packages import state
from scarp.engine.packages.graphics_card import Card
from scarp.engine.packages.state import answer_here, packages_state

ABSENT = {"error": "ModuleNotFoundError: No module named 'it'"}
CPU, CUDA = "CPUExecutionProvider", "CUDAExecutionProvider"
EXTRACTION = ("onnxruntime", "matplotlib")
TRAINING = ("onnxruntime", "matplotlib", "torch", "torchvision", "onnx", "onnxscript", "scipy", "tensorboard")


def here(*missing: str, available: tuple[str, ...] = (CPU,)) -> dict[str, Any]:
    modules = {name: ABSENT if name in missing else {"version": "1.1"} for name in EXTRACTION}
    return {"modules": modules, "providers": {"available": list(available)}}


def there(*missing: str, used: str = CPU, cuda: bool = False) -> dict[str, Any]:
    modules: dict[str, Any] = {name: ABSENT if name in missing else {"version": "2.2"} for name in TRAINING}
    if "torch" not in missing:
        modules["torch"]["cuda"] = cuda
    return {"modules": modules, "providers": {"available": [CPU], "used": used}}


def test_all_is_there() -> None:
    found = packages_state(here(), there(), None)
    ready = {"missing": [], "ready": True, "device": "cpu"}
    assert found["sets"] == {
        "extraction": {"modules": list(EXTRACTION), **ready}, "training": {"modules": list(TRAINING), **ready},
    }  # fmt: skip
    assert found["card"] == ""
    assert found["versions"]["onnxruntime"] == "1.1"  # QGIS's process goes before
    assert found["versions"]["torch"] == "2.2"
    assert set(found["versions"]) == set(TRAINING)


def test_nothing_is_there() -> None:
    found = packages_state(here("onnxruntime", "matplotlib"), {}, Card("T4", "580.1"))
    assert (found["versions"], found["card"]) == ({}, "T4")
    for packages, names in (("extraction", EXTRACTION), ("training", TRAINING)):
        every = list(names)
        assert found["sets"][packages] == {"modules": every, "missing": every, "ready": False, "device": ""}


def test_what_only_draws_or_logs_stops_nothing() -> None:
    sets = packages_state(here("matplotlib"), there("matplotlib", "tensorboard"), None)["sets"]
    assert (sets["extraction"]["missing"], sets["extraction"]["ready"]) == (["matplotlib"], True)
    assert (sets["training"]["missing"], sets["training"]["ready"]) == (["matplotlib", "tensorboard"], True)
    assert not packages_state(here(), there("torchvision"), None)["sets"]["training"]["ready"]


def test_the_device_of_each_set() -> None:
    card = Card("T4", "580.1")

    def devices(*answers: Any) -> tuple[str, str]:
        sets = packages_state(*answers)["sets"]
        return sets["extraction"]["device"], sets["training"]["device"]

    assert devices(here(), there(used=CUDA, cuda=True), card) == ("cuda", "cuda")
    # Offered, tried, and not to be had.
    assert devices(here(available=(CUDA, CPU)), there(used=CPU, cuda=True), card) == ("cpu", "cuda")
    # Not tried, as there is no environment.
    assert devices(here(available=(CUDA, CPU)), {}, card) == ("cuda", "")
    assert devices(here(available=(CUDA, CPU)), {}, None) == ("cpu", "")


def test_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    module = SimpleNamespace(__version__="1.31.0", get_available_providers=lambda: [CPU])
    monkeypatch.setitem(state.MODULES, "extraction", ("onnxruntime", "numpy", "no_such_module", "state_of_nothing"))
    monkeypatch.setattr(state.util, "find_spec", lambda name: None if name == "no_such_module" else object())
    answer = answer_here(lambda: module)
    assert answer["providers"] == {"available": [CPU]}
    assert answer["modules"] == {
        "onnxruntime": {"version": "1.31.0"}, "numpy": {"version": numpy.__version__},
        "no_such_module": {"error": "No module named 'no_such_module'"}, "state_of_nothing": {"version": ""},
    }  # fmt: skip


def test_this_process_without_onnxruntime() -> None:
    def runtime() -> Any:
        raise ScarpError("It is not installed.")

    answer = answer_here(runtime)
    assert answer["modules"]["onnxruntime"] == {"error": "It is not installed."}
    assert answer["providers"] == {}
