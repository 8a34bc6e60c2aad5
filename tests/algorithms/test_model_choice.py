from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from scarp.algorithms.model_choice import choose_model, model_names
from scarp.algorithms.training_parameters import start_names
from scarp.engine.errors import ScarpError
from scarp.models import bundled


@pytest.fixture
def bundle(tmp_path, model_file, monkeypatch) -> Path:
    """Two bundled models: "fine" for 0.2 to 3 m, "coarse" for 3 to 12 m."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    lines = []
    for name, range_m in (("fine", (0.2, 3.0)), ("coarse", (3.0, 12.0))):
        path = model_file(name=f"bundled/{name}.onnx", resolution_m=range_m)
        lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    (folder / "SHA256SUMS").write_text("".join(lines))
    monkeypatch.setattr(bundled, "FOLDER", folder)
    return folder


def test_names_in_order_and_each_once(qgis_app, bundle, no_own_models):
    no_own_models.mkdir()
    for name in ("night", "fine", "auto"):
        (no_own_models / f"{name}.onnx").touch()
    assert model_names() == ["auto", "fine", "coarse", "auto.onnx", "fine.onnx", "night"]


@pytest.mark.parametrize(("side_m", "name"), [(0.5, "fine"), (10.0, "coarse")])
def test_auto_goes_by_the_ground_resolution(qgis_app, bundle, raster, squares, progress, side_m, name):
    image = raster(squares, geotransform=(500000.0, side_m, 0.0, 4000000.0, 0.0, -side_m))
    chosen = choose_model("auto", "", image, progress)
    assert (chosen.name, chosen.path) == (name, bundle / f"{name}.onnx")
    assert progress.infos == [f'Model "{name}" is taken for a ground resolution of {side_m:g} m.']


def test_bundled_own_and_file(qgis_app, bundle, no_own_models, model_file, image, progress):
    no_own_models.mkdir()
    own = model_file(name="own/fine.onnx", threshold=0.3)
    assert choose_model("fine", "", image, progress).contract.threshold == 0.5
    assert choose_model("fine.onnx", "", image, progress).contract.threshold == 0.3
    assert choose_model("coarse", str(own), image, progress).path == own
    with pytest.raises(ScarpError) as refused:
        choose_model("dusk", "", image, progress)
    assert str(refused.value) == (
        'There is no model "dusk"; choose one of: auto, fine, coarse, fine.onnx. Others, such as maskrcnn, come into '
        "the list by Install a model (scarp:installmodel)."
    )


def test_what_is_not_in_this_copy_is_not_listed_until_it_is_installed(
    qgis_app, bundle, no_own_models, model_file, image, progress
):
    with (bundle / "SHA256SUMS").open("a") as index:
        index.write(f"{'0' * 64}  maskrcnn.onnx\n")  # as in the zip of the plugin site
    assert model_names() == ["auto", "fine", "coarse"]
    with pytest.raises(ScarpError, match=r'no model "maskrcnn"; choose .* by Install a model \(scarp:installmodel\)'):
        choose_model("maskrcnn", "", image, progress)
    no_own_models.mkdir()
    own = model_file(name="own/maskrcnn.onnx", kind="instance", score=0.4)
    assert model_names() == ["auto", "fine", "coarse", "maskrcnn"]
    assert choose_model("maskrcnn", "", image, progress).path == own


def test_instances_are_taken_by_name_only(qgis_app, bundle, model_file, image, progress):
    path = model_file(name="bundled/maskrcnn.onnx", kind="instance", score=0.4, resolution_m=(1.0, 1.0))
    with (bundle / "SHA256SUMS").open("a") as index:
        index.write(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    assert model_names() == ["auto", "fine", "coarse", "maskrcnn"]
    assert choose_model("auto", "", image, progress).name == "fine"
    chosen = choose_model("maskrcnn", "", image, progress)
    chosen.check()
    assert (chosen.path, chosen.contract.score, chosen.has_instances) == (path, 0.4, True)
    assert not choose_model("fine", "", image, progress).has_instances


def test_both_take_the_u_net_and_the_mask_r_cnn(qgis_app, bundle, no_own_models, model_file, image, progress):
    with pytest.raises(ScarpError, match=r'"both" is the mean of the bundled model unet .* named maskrcnn, and not'):
        choose_model("both", "", image, progress)
    unet = model_file(name="bundled/unet.onnx", threshold=0.6)
    with (bundle / "SHA256SUMS").open("a") as index:
        index.write(f"{hashlib.sha256(unet.read_bytes()).hexdigest()}  {unet.name}\n")
    no_own_models.mkdir()
    (no_own_models / "maskrcnn.onnx").touch()  # broken
    (no_own_models / "both.onnx").touch()
    assert model_names() == ["auto", "fine", "coarse", "unet", "both.onnx", "maskrcnn"]
    with pytest.raises(ScarpError, match=r"The file maskrcnn.onnx is not an ONNX model"):
        choose_model("both", "", image, progress)
    own = model_file(name="own/maskrcnn.onnx", kind="instance", score=0.4)
    assert model_names() == ["auto", "fine", "coarse", "unet", "both", "both.onnx", "maskrcnn"]
    assert start_names("instance") == ["maskrcnn", "nothing"] and "both" not in start_names("semantic")
    chosen = choose_model("both", "", image, progress)
    chosen.check()
    assert (chosen.name, chosen.path, chosen.partner.path, chosen.has_instances) == ("both", own, unet, True)
    assert (chosen.threshold, chosen.partner.threshold) == (0.44, 0.6)
    assert [contract.kind for contract in chosen.contracts] == ["instance", "semantic"]
    assert choose_model("both", str(unet), image, progress).partner is None  # a file goes before


def test_changed_bundled_file_is_refused(qgis_app, bundle, image, progress):
    chosen = choose_model("fine", "", image, progress)
    chosen.check()
    (bundle / "fine.onnx").write_bytes((bundle / "coarse.onnx").read_bytes())
    with pytest.raises(ScarpError, match=r"The bundled model fine.onnx was changed or is damaged"):
        chosen.check()


def test_no_bundled_model_says_what_to_do(qgis_app, tmp_path, monkeypatch, image, progress):
    monkeypatch.setattr(bundled, "FOLDER", tmp_path / "none")
    with pytest.raises(ScarpError, match=r"No model comes with this copy of Scarp; choose a .onnx file"):
        choose_model("auto", "", image, progress)
