from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from scarp.engine.packages import probe


def test_what_the_interpreter_is() -> None:
    said = probe.main({"modules": ["json"]})
    assert said["version"] == list(sys.version_info[:3])
    assert (said["prefix"], said["base_prefix"]) == (sys.prefix, sys.base_prefix)
    assert said["modules"]["json"]["folder"] == str(Path(json.__file__).parent)
    assert "providers" not in said


def test_gdal_counts_only_with_its_arrays(monkeypatch: pytest.MonkeyPatch) -> None:
    """GDAL's module imports where NumPy was replaced; its arrays do not."""
    monkeypatch.setitem(sys.modules, "osgeo.gdal_array", None)
    assert "gdal_array" in probe.look("osgeo")["error"]


def test_the_provider_that_really_runs(model_file: object) -> None:
    pytest.importorskip("onnxruntime")
    path = model_file("first_band")  # type: ignore[operator]
    found = probe.session_provider(str(path))
    assert found["used"] in found["available"]
    assert probe.session_provider("")["used"] == ""


def test_a_model_that_does_not_open_is_told(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime")
    damaged = tmp_path / "damaged.onnx"
    damaged.write_bytes(b"no model")
    said = probe.main({"modules": ["onnxruntime"], "model": str(damaged)})
    assert "damaged.onnx" in said["providers"]["error"]


def test_one_line_with_a_mark() -> None:
    done = subprocess.run(
        [sys.executable, probe.__file__, '{"modules": []}'], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(probe.MARK)
    assert json.loads(done.stdout[len(probe.MARK) :])["prefix"] == sys.prefix
