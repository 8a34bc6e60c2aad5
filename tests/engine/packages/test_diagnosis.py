from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy
import pytest
from osgeo import gdal
from scarp.engine.errors import ScarpError
from scarp.engine.packages import diagnosis, folders
from scarp.engine.packages.diagnosis import Circumstances, Diagnosis, described_runtime, diagnose
from scarp.engine.packages.graphics_card import Card
from scarp.engine.packages.interpreter import Candidate, Interpreter, Layout, ProbeError, Refused

TOLD = Circumstances("0.1.0", "3.22.16", onnxruntime="1.31.0 in /env; offers CPUExecutionProvider")
PROVIDERS = {"available": ["CPUExecutionProvider"], "used": "CPUExecutionProvider"}
EXTRACTION = (
    'Run "Install packages" in the Processing toolbox (Scarp), or: qgis_process run scarp:installpackages -- '
    "PACKAGES=extraction"
)
TRAINING = (
    'Run "Install packages" in the Processing toolbox (Scarp) for training, or: qgis_process run '
    "scarp:installpackages -- PACKAGES=training"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "scarp" / "environment"


@pytest.fixture
def environment(place: Path, own: Layout) -> Path:
    """The current environment, with an interpreter that is never run."""
    folder = folders.new_folder(place)
    python = folders.environment_python(folder)
    python.parent.mkdir()
    python.touch()
    record = {"packages": "training", "device": "cpu", "interpreter": "/usr/bin/python3.11"}
    folders.write_record(folder, {**record, "versions": {"numpy": "1.20.0"}})
    folders.switch(place, folder)
    return folder


@pytest.fixture
def look(
    place: Path, own: Layout, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[list[str], list[str]]]:
    """Diagnoses with stand-ins for the interpreters: ``look(modules={...}, ...)`` -> lines and advice."""

    def call(
        modules: dict[str, dict[str, Any]] | None = None, providers: Any = PROVIDERS, told: Circumstances = TOLD,
        layout: Layout = own, found: Any = None, error: str = "",
    ) -> tuple[list[str], list[str]]:  # fmt: skip
        interpreter = Interpreter("/usr/bin/python3.11", None, (3, 11, 2), "x86_64")
        refused = [Refused(Candidate("/usr/bin/python3"), "it is Python 3.6, QGIS has 3.11")]
        monkeypatch.setattr(diagnosis, "find_interpreter", lambda *_: found or (interpreter, refused))

        def ask(_python: str, names: list[str], *_: Any) -> dict[str, Any]:
            if error:
                raise ProbeError(error)
            said = {name: {"version": "1.0", "folder": f"/env/{name}"} for name in names}
            said["numpy"]["version"], said["osgeo"]["version"] = numpy.__version__, gdal.__version__
            said["torch"].update(cuda=False, cuda_build="", cuda_device="")
            return {"modules": {**said, **(modules or {})}, "providers": providers}

        monkeypatch.setattr(diagnosis, "ask", ask)
        result = diagnose(place, layout, told, progress)
        return result.lines, result.advice

    return call


def missing(*names: str) -> dict[str, dict[str, str]]:
    return {name: {"error": f"ModuleNotFoundError: No module named '{name}'"} for name in names}


def test_all_is_well(look: Callable[..., Any], environment: Path, own: Layout) -> None:
    lines, advice = look()
    assert advice == []
    for line in (
        "Scarp: 0.1.0", "QGIS: 3.22.16", f"System: {platform.platform()}, {platform.machine()}",
        f"numpy of QGIS: {numpy.__version__} in {own.modules[0].folder}",
        f"osgeo of QGIS: {gdal.__version__} in {own.modules[1].folder}",
        "Interpreter: /usr/bin/python3.11 (3.11.2, x86_64)",
        "  tried: /usr/bin/python3: it is Python 3.6, QGIS has 3.11",
        f"Environment: {environment}", "  made for: training on cpu by /usr/bin/python3.11",
        "  NumPy when it was made: 1.20.0", "  onnxruntime: 1.0 in /env/onnxruntime",
        "  torch: 1.0 in /env/torch; built without CUDA; runs on the CPU",
        "  ONNX Runtime: offers CPUExecutionProvider; uses CPUExecutionProvider",
        "NVIDIA card: none found by nvidia-smi",
        "onnxruntime in QGIS: 1.31.0 in /env; offers CPUExecutionProvider", "Proxy of QGIS: none",
    ):  # fmt: skip
        assert line in lines
    assert any(line.startswith("Free disk: ") and line.endswith(f" GB in {environment.parent}") for line in lines)


def test_no_environment_yet(look: Callable[..., Any], place: Path) -> None:
    lines, advice = look()
    assert f"Environment: {place} (not there)" in lines
    assert advice == [f"For extraction: {EXTRACTION}", f"For training: {TRAINING}"]


def test_only_extraction_is_installed(look: Callable[..., Any], environment: Path) -> None:
    lines, advice = look(missing("torch", "torchvision", "onnx"))
    assert "  torch: does not import: ModuleNotFoundError: No module named 'torch'" in lines
    assert advice == [f"For training: {TRAINING}"]
    assert look(missing("onnxruntime"))[1] == [f"For extraction and charts: {EXTRACTION}"]


def test_a_package_that_does_not_load(look: Callable[..., Any], environment: Path) -> None:
    error = "OSError: [WinError 1114] A dynamic link library (DLL) initialization routine failed: c10.dll"
    _, (advice,) = look({"torch": {"error": error}})
    assert advice.startswith("torch does not load. A library of Windows is missing or too old. Install the current")


def test_another_numpy_than_that_of_qgis(look: Callable[..., Any], environment: Path) -> None:
    _, advice = look({"numpy": {"version": "9.9", "folder": "/env/numpy"}})
    assert advice == [
        f"The environment has numpy 9.9, QGIS {numpy.__version__}: install the packages again. {EXTRACTION}"
    ]


@pytest.mark.parametrize(
    ("driver", "providers", "start"),
    [
        ("580.1", PROVIDERS, "The NVIDIA card is not used for extraction: the build without CUDA is installed."),
        (
            "580.1", {"available": ["CUDAExecutionProvider", "CPUExecutionProvider"], "used": "CPUExecutionProvider"},
            "The NVIDIA card is not used for extraction: CUDA's libraries do not load.",
        ),
        ("470.1", None, "The NVIDIA driver is too old for current packages; install one of version 525 or newer."),
        ("580.1", {"error": "OSError: [WinError 126] cudnn64_9.dll"}, "onnxruntime runs no model. A library of"),
    ],
)  # fmt: skip
def test_a_card_that_is_not_used(
    driver: str, providers: Any, start: str, look: Callable[..., Any], environment: Path
) -> None:
    lines, (advice,) = look(providers=providers, told=replace(TOLD, card=Card("NVIDIA T4", driver)))
    assert f"NVIDIA card: NVIDIA T4, driver {driver}" in lines
    assert advice.startswith(start)


def test_a_card_that_is_used(look: Callable[..., Any], environment: Path) -> None:
    providers = {"available": ["CUDAExecutionProvider", "CPUExecutionProvider"], "used": "CUDAExecutionProvider"}
    torch = {"version": "2.15", "folder": "/t", "cuda": True, "cuda_build": "13.2", "cuda_device": "NVIDIA T4"}
    lines, advice = look({"torch": torch}, providers, replace(TOLD, card=Card("NVIDIA T4", "580.1")))
    assert "  torch: 2.15 in /t; built for CUDA 13.2; runs on NVIDIA T4" in lines
    assert advice == []


def test_an_environment_of_another_python(look: Callable[..., Any], environment: Path, own: Layout) -> None:
    gone = environment / "gone"
    (environment / "pyvenv.cfg").write_text(f"home = {gone}\nversion = 3.6.1\n")
    lines, advice = look()
    assert f"  its Python: {gone} (not there any more)" in lines
    assert f"Packages: made for Python 3.6, QGIS has {own.version[0]}.{own.version[1]}" in lines
    assert advice == [f"QGIS has another Python than when the packages were installed. {EXTRACTION}"]


def test_an_interpreter_that_does_not_run(look: Callable[..., Any], environment: Path) -> None:
    lines, advice = look(error="it ends with code 1: No Python at C:\\gone")
    python = folders.environment_python(environment)
    reason = "it ends with code 1: No Python at C:\\gone"
    assert f"Packages: the environment's interpreter {python} does not run: {reason}" in lines
    assert advice == [f"Install the packages again. {EXTRACTION}"]


def test_no_interpreter_of_qgis(look: Callable[..., Any], environment: Path, own: Layout) -> None:
    lines, (advice,) = look(found=(None, [Refused(Candidate("/a/python3"), "there is no such file")]))
    assert "Interpreter: not found" in lines and "  tried: /a/python3: there is no such file" in lines
    assert advice.startswith("The Python interpreter of this QGIS was not found, so Scarp cannot install packages.")
    flatpak = replace(own, variables={**own.variables, "FLATPAK_ID": "org.qgis.qgis"})
    _, (advice,) = look(found=(None, []), layout=flatpak)
    assert advice.startswith("This QGIS is a Flatpak")


def test_a_link_is_followed(look: Callable[..., Any], place: Path, tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    place.parent.mkdir(parents=True)
    place.symlink_to(tmp_path / ".venv")
    assert f"Environment: {place} -> {(tmp_path / '.venv').resolve()}" in look()[0]


def test_the_text_ends_with_what_to_do_and_shows_no_password(
    place: Path, own: Layout, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnosis, "find_interpreter", lambda *_: (None, []))
    layout = replace(own, variables={"HTTPS_PROXY": "http://me:geheim@proxy.example:3128"})
    text = diagnose(place, layout, replace(TOLD, proxy="http://me:verborgen@proxy.example:3128"), progress).text()
    assert "Proxy of QGIS: http://****@proxy.example:3128\n" in text
    assert "HTTPS_PROXY: http://****@proxy.example:3128\n" in text
    assert "geheim" not in text and "verborgen" not in text
    assert text.startswith("Scarp diagnosis\nScarp: 0.1.0\n")
    assert text.partition("\n\nWhat to do\n")[2].splitlines()[1:] == [
        f"For extraction: {EXTRACTION}", f"For training: {TRAINING}",
    ]  # fmt: skip
    assert Diagnosis(["a: b"]).text() == (
        "Scarp diagnosis\na: b\n\nWhat to do\nNothing: the packages for extraction and for training load.\n"
    )


def test_onnx_runtime_of_qgis_s_process() -> None:
    module = SimpleNamespace(
        __version__="1.2", __file__="/env/onnxruntime/__init__.py", get_available_providers=lambda: ["A"]
    )
    assert described_runtime(lambda: module) == "1.2 in /env/onnxruntime; offers A"

    def fail() -> None:
        raise ScarpError("It is not there.")

    assert described_runtime(fail) == "It is not there."
