from __future__ import annotations

from pathlib import Path

import pytest
from scarp.engine.contract import read_contract
from scarp.engine.errors import ScarpError
from scarp.engine.inference import check_hash
from scarp.models.bundled import BundledModel, best_fit, bundled_models, own_models


def test_index_names_files_and_hashes(tmp_path):
    (tmp_path / "unet.onnx").write_bytes(b"weights")
    (tmp_path / "SHA256SUMS").write_text(f"{'ab' * 32}  unet.onnx\n{'cd' * 32}  lost.onnx\n")
    assert bundled_models(tmp_path) == {"unet": BundledModel("unet", tmp_path / "unet.onnx", "ab" * 32)}


def test_no_index_is_no_model(tmp_path):
    assert bundled_models(tmp_path) == {}


@pytest.mark.parametrize("text", ["abc  unet.onnx", f"{'ab' * 32}  unet.pt", f"{'ab' * 32} unet.onnx"])
def test_damaged_index_is_named(tmp_path, text):
    (tmp_path / "SHA256SUMS").write_text(text)
    with pytest.raises(ScarpError, match=r"SHA256SUMS is damaged .*; install the plugin again"):
        bundled_models(tmp_path)


def test_shipped_models_are_as_they_were_shipped():
    models = bundled_models()
    kinds = {"maskrcnn": "instance", "unet": "semantic"}
    assert list(models) == list(kinds)
    for name, model in models.items():
        check_hash(model.path, model.sha256)
        assert read_contract(model.path).kind == kinds[name]


def test_own_models_by_name(tmp_path):
    for name in ("night.onnx", "day.onnx", "notes.txt"):
        (tmp_path / name).touch()
    assert own_models(tmp_path) == {"day": tmp_path / "day.onnx", "night": tmp_path / "night.onnx"}
    assert own_models(tmp_path / "none") == {}


def test_best_fit_is_by_ground_resolution(model_file):
    def model(name: str, low: float, high: float) -> BundledModel:
        return BundledModel(name, Path(model_file(name=f"{name}.onnx", resolution_m=(low, high))), "")

    models = [model("fine", 0.2, 3.0), model("coarse", 3.0, 12.0), model("wide", 0.1, 30.0)]
    assert [best_fit(models, r).name for r in (0.15, 0.7, 1.7, 6.0, 20.0)] == ["wide", "fine", "wide", "coarse", "wide"]
    assert [best_fit(models[:2], r).name for r in (0.01, 3.0, 100.0)] == ["fine", "coarse", "coarse"]
    with pytest.raises(ScarpError, match=r"choose a .onnx file under Advanced > Model file"):
        best_fit([], 1.0)


def test_best_fit_passes_over_models_of_instances(model_file):
    near = BundledModel("near", model_file(name="near.onnx", kind="instance", score=0.5, resolution_m=(1.0, 1.0)), "")
    far = BundledModel("far", model_file(name="far.onnx", resolution_m=(50.0, 60.0)), "")
    assert best_fit([near, far], 1.0).name == "far"
    with pytest.raises(ScarpError, match="No model comes with this copy of Scarp"):
        best_fit([near], 1.0)
