from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy
import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsProcessingContext, QgsProcessingException
from scarp.algorithms import diagnose as module
from scarp.algorithms.diagnose import Diagnose
from scarp.algorithms.packages import scarp_version
from scarp.engine.errors import Cancelled
from scarp.engine.packages.diagnosis import Diagnosis
from scarp.engine.packages.graphics_card import Card
from scarp.engine.packages.requirements import MODULES
from scarp.tests.algorithms.conftest import Feedback

TODO = 'For training: Run "Install packages" & more'


@pytest.fixture
def run(provider: Any, feedback: Feedback) -> Callable[..., Any]:
    import processing

    return lambda **parameters: processing.run("scarp:diagnose", parameters, feedback=feedback)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the engine was told; instead of looking, it finds a proxy with a password."""
    heard: list[Any] = []

    def diagnose(place: Path, layout: Any, told: Any, progress: Any) -> Diagnosis:
        heard.extend([place, layout, told])
        proxy = "http://me:geheim@proxy.example:3128"  # pragma: allowlist secret
        return Diagnosis(["Scarp: 0.1.0", f"Proxy of QGIS: {proxy}"], [TODO])

    monkeypatch.setattr(module, "diagnose", diagnose)
    monkeypatch.setattr(module, "find_card", lambda: Card("T4", "580.1"))
    return heard


def test_in_the_toolbox(qgis_app: Any) -> None:
    algorithm = Diagnose().create()
    assert (algorithm.name(), algorithm.displayName(), algorithm.group()) == ("diagnose", "Diagnose", "Setup")
    assert [parameter.name() for parameter in algorithm.parameterDefinitions()] == ["OUTPUT"]
    assert [output.name() for output in algorithm.outputDefinitions()] == ["OUTPUT", "TEXT", "STATE"]
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert "It holds no passwords." in algorithm.shortHelpString()


def test_for_real(run: Callable[..., Any], feedback: Feedback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path / "environment"))
    results = run()
    text = results["TEXT"]
    assert set(results) == {"TEXT", "STATE"}
    state = json.loads(results["STATE"])
    assert state["sets"]["training"]["missing"] == list(MODULES["training"])
    assert not state["sets"]["training"]["ready"]
    assert state["sets"]["extraction"]["ready"] == ("onnxruntime" in state["versions"])
    lines = text.splitlines()
    assert lines[:3] == ["Scarp diagnosis", f"Scarp: {scarp_version()}", f"QGIS: {Qgis.version()}"]
    assert any(line.startswith(f"numpy of QGIS: {numpy.__version__} in ") for line in lines)
    assert any(line.startswith(f"osgeo of QGIS: {gdal.__version__} in ") for line in lines)
    assert any(line.startswith("Interpreter: ") and "not found" not in line for line in lines)
    assert f"Environment: {tmp_path / 'environment'} (not there)" in lines
    assert lines[-1].endswith("qgis_process run scarp:installpackages -- PACKAGES=training")
    assert text in feedback.infos


def test_what_the_engine_is_told(run: Callable[..., Any], found: list[Any], monkeypatch: pytest.MonkeyPatch,
                                 tmp_path: Path) -> None:  # fmt: skip
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path))
    run()
    place, layout, told = found
    assert place == tmp_path
    assert [entry.name for entry in layout.modules] == ["numpy", "osgeo"]
    assert (told.scarp, told.qgis, told.card) == (scarp_version(), Qgis.version(), Card("T4", "580.1"))
    assert "offers" in told.onnxruntime or "not installed" in told.onnxruntime


def test_as_a_page(run: Callable[..., Any], found: list[Any], tmp_path: Path) -> None:
    target = tmp_path / "diagnosis.html"
    assert run(OUTPUT=str(target))["OUTPUT"] == str(target)
    page = target.read_text(encoding="utf-8")
    assert "Scarp diagnosis" in page and "http://****@proxy.example:3128" in page
    assert "geheim" not in page
    assert "For training: Run &quot;Install packages&quot; &amp; more" in page
    assert [file.name for file in tmp_path.iterdir()] == ["diagnosis.html"]


def test_as_text(run: Callable[..., Any], found: list[Any], tmp_path: Path) -> None:
    target = tmp_path / "diagnosis.txt"
    results = run(OUTPUT=str(target))
    assert target.read_text(encoding="utf-8") == results["TEXT"]
    assert results["TEXT"] == (
        "Scarp diagnosis\nScarp: 0.1.0\nProxy of QGIS: http://****@proxy.example:3128\n\nWhat to do\n" + TODO + "\n"
    )


def test_a_place_that_is_not_there_is_refused(qgis_app: Any, tmp_path: Path) -> None:
    target = tmp_path / "none" / "diagnosis.txt"
    possible, reason = Diagnose().create().checkParameterValues({"OUTPUT": str(target)}, QgsProcessingContext())
    assert (possible, reason) == (
        False, f"The report cannot be written to {target.parent}: there is no such folder. Choose another.",
    )  # fmt: skip


def test_cancelled(run: Callable[..., Any], found: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def cancel(*_: Any) -> None:
        raise Cancelled

    monkeypatch.setattr(module, "diagnose", cancel)
    with pytest.raises(QgsProcessingException, match="The run was cancelled"):
        run(OUTPUT=str(tmp_path / "diagnosis.html"))
    assert list(tmp_path.iterdir()) == []
