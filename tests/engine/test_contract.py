"""Tests of scarp.engine.contract."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scarp.engine.contract import PREFIX, REQUIRED, Contract, read_contract
from scarp.engine.errors import ScarpError

pytest.importorskip("onnx")
from scarp.tests import model_files

DEEPNESS = {
    "model_type": '"Segmentor"', "class_names": '{"0": "background", "1": "landslide"}', "resolution": "50",
    "tiles_size": "256", "seg_thresh": "0.4",
    "standardization_mean": "[0.485, 0.456, 0.406]", "standardization_std": "[0.229, 0.224, 0.225]",
}  # fmt: skip


def message(path: Path) -> str:
    with pytest.raises(ScarpError) as error:
        read_contract(path)
    return str(error.value)


def test_written_and_read_again(model_file: Callable[..., Path]) -> None:
    changes: dict[str, Any] = {
        "classes": ("background", "landslide"), "mean": (0.4, 0.41, 0.42), "std": (0.2, 0.21, 0.22), "multiple": 16,
        "scores": {"F1": 0.75}, "network": {"name": "unet", "width": 64}, "memory_bytes_per_pixel": 1234,
    }  # fmt: skip
    assert read_contract(model_file(**changes)) == model_files.contract(**changes)


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_property_is_named(name: str, model_file: Callable[..., Path]) -> None:
    assert message(model_file(drop=[name])) == (
        f"The model first_band.onnx lacks the property 'scarp_{name}', so it is not known how to use it; "
        "export it with Scarp, or add Scarp's or Deepness's metadata to it."
    )


def test_a_model_of_instances_must_state_its_score(model_file: Callable[..., Path]) -> None:
    assert read_contract(model_file(kind="instance", score=0.35)).score == 0.35
    assert read_contract(model_file()).score is None
    assert message(model_file(kind="instance")) == (
        "The model first_band.onnx lacks the property 'scarp_score', so it is not known how to use it; "
        "export it with Scarp, or add Scarp's or Deepness's metadata to it."
    )
    properties = {**model_files.contract(kind="instance").properties(), PREFIX + "score": "null"}
    assert "The property 'scarp_score' of the model first_band.onnx is null" in message(
        model_file(properties=properties)
    )


def test_every_field_without_default_is_required() -> None:
    assert set(REQUIRED) == {name for name, field in Contract.__dataclass_fields__.items()
                             if not hasattr(Contract, name) and field.name != "contract"}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("kind", "panoptic", "semantic or instance"),
        ("kind", ["semantic"], "semantic or instance"),
        ("classes", [], "a list of names"),
        ("classes", "landslide", "a list of names"),
        ("bands", [1, 2, 3], "a list of names"),
        ("value_range", [255, 0], "two numbers, the smaller one first"),
        ("value_range", [0], "two numbers, the smaller one first"),
        ("value_range", [0, float("nan")], "two numbers, the smaller one first"),
        ("resolution_m", [0, 5], "two positive numbers, the smaller one first"),
        ("resolution_m", [5, 0.5], "two positive numbers, the smaller one first"),
        ("resolution_m", 1, "two positive numbers, the smaller one first"),
        ("tile_size", 0, "a positive whole number"),
        ("tile_size", 51.2, "a positive whole number"),
        ("tile_size", True, "a positive whole number"),
        ("multiple", None, "a positive whole number"),
        ("memory_bytes_per_pixel", -1, "a positive whole number"),
        ("threshold", 50, "a number from 0 to 1"),
        ("threshold", None, "a number from 0 to 1"),
        ("mean", [0.5], "one number for each band"),
        ("mean", None, "one number for each band"),
        ("std", 0, "one number above 0 for each band"),
        ("std", [0.2, 0.2, 0], "one number above 0 for each band"),
        ("score", 1.5, "a number from 0 to 1"),
        ("score", "high", "a number from 0 to 1"),
    ],
)
def test_a_senseless_property_is_named_with_its_value(
    name: str, value: Any, expected: str, model_file: Callable[..., Path]
) -> None:
    properties = {**model_files.contract().properties(), PREFIX + name: json.dumps(value)}
    assert message(model_file(properties=properties)) == (
        f"The property 'scarp_{name}' of the model first_band.onnx is {json.dumps(value)}, not {expected}; "
        "export it again."
    )


def test_a_property_that_is_no_json(model_file: Callable[..., Path]) -> None:
    properties = {**model_files.contract().properties(), "scarp_bands": "red, green"}
    assert message(model_file(properties=properties)) == (
        "The property 'scarp_bands' of the model first_band.onnx is not JSON: 'red, green'; export it again."
    )


def test_a_later_contract_is_refused(model_file: Callable[..., Path]) -> None:
    properties = {**model_files.contract().properties(), "scarp_contract": "2"}
    assert message(model_file(properties=properties)) == (
        "The model first_band.onnx states version 2 of the contract and this Scarp knows 1; install a newer Scarp."
    )


def test_properties_of_others_are_passed_over(model_file: Callable[..., Path]) -> None:
    properties = {**model_files.contract().properties(), "author": "no JSON", "scarp_later": "no JSON"}
    assert read_contract(model_file(properties=properties)) == model_files.contract()


@pytest.mark.parametrize(
    ("classes", "channel"),
    [
        (("landslide",), 0),
        (("Landslide", "background"), 0),
        (("background", "fresh landslide", "old landslide"), 1),
        (("non-landslide", "landslide"), 1),
        (("no landslide", "landslides"), 1),
        (("background", "scar"), 1),
        (("scar", "_background_"), 0),
        (("cloud", "None", "scar", "other"), 2),
        (("background",), 0),
    ],
)
def test_landslide_channel(classes: tuple[str, ...], channel: int) -> None:
    assert model_files.contract(classes=classes).landslide_channel == channel


@pytest.mark.parametrize(
    ("classes", "channels"),
    [
        (("landslide",), (0,)),
        (("landslide", "cloud", "road"), (0, 1, 2)),
        (("background", "cloud", "landslide"), (1, 2)),
        (("Landslide", " Other ", "no landslide", "unlabeled", "northern landslide"), (0,)),
        (("background",), (0,)),
    ],
)
def test_channels_that_are_classes(classes: tuple[str, ...], channels: tuple[int, ...]) -> None:
    assert model_files.contract(classes=classes).class_channels == channels


def test_deepness_metadata(model_file: Callable[..., Path]) -> None:
    contract = read_contract(model_file(properties=DEEPNESS))
    assert contract.kind == "semantic"
    assert contract.classes == ("background", "landslide")
    assert contract.landslide_channel == 1
    assert contract.bands == ("red", "green", "blue")
    assert contract.value_range == (0.0, 255.0)
    assert contract.tile_size == contract.multiple == 256
    assert contract.resolution_m == (0.5, 0.5)
    assert contract.threshold == 0.4
    assert contract.mean == (0.485, 0.456, 0.406)
    assert contract.std == (0.229, 0.224, 0.225)


def test_deepness_metadata_as_older_models_write_it(model_file: Callable[..., Path]) -> None:
    properties = {"model_type": "segmentor", "class_names": "{0: 'a', 10: 'c', 2: 'b'}", "resolution": "20.0"}
    contract = read_contract(model_file(properties=properties))
    assert contract.classes == ("a", "b", "c")
    assert contract.resolution_m == (0.2, 0.2)
    assert (contract.tile_size, contract.threshold, contract.mean) == (512, 0.5, ())


def test_deepness_of_four_bands_by_its_mean(model_file: Callable[..., Path]) -> None:
    means = {"standardization_mean": "[0.1, 0.2, 0.3, 0.4]", "standardization_std": "[1, 1, 1, 1]"}
    assert read_contract(model_file(properties={**DEEPNESS, **means})).bands == (
        "band 1", "band 2", "band 3", "band 4",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"model_type": '"Detector"'},
         "The model first_band.onnx is a Detector for Deepness; only a Segmentor gives probabilities."),
        ({"resolution": "0"},
         "The property 'resolution' of the model first_band.onnx is 0, not a number from 0.001 to 1e+06; correct it."),
        ({"seg_thresh": '"high"'},
         "The property 'seg_thresh' of the model first_band.onnx is \"high\", not a number from 0 to 1; correct it."),
        ({"class_names": '["background", "landslide"]'},
         "The property 'class_names' of the model first_band.onnx is '[\"background\", \"landslide\"]', "
         "not a dictionary of names by number; correct it."),
    ],
)  # fmt: skip
def test_senseless_deepness_metadata(
    changes: dict[str, str], expected: str, model_file: Callable[..., Path]
) -> None:
    assert message(model_file(properties={**DEEPNESS, **changes})) == expected


@pytest.mark.parametrize("name", ["resolution", "class_names"])
def test_missing_deepness_metadata(name: str, model_file: Callable[..., Path]) -> None:
    left = {key: value for key, value in DEEPNESS.items() if key != name}
    assert message(model_file(properties=left)) == (
        f"The model first_band.onnx lacks the property '{name}'; add it as Deepness's manual says."
    )


def test_a_model_without_any_metadata(model_file: Callable[..., Path]) -> None:
    assert "lacks the property 'scarp_kind'" in message(model_file(properties={}))


def test_a_file_is_read_once_until_it_changes(model_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from scarp.engine import contract as module

    read, real = [], module.inspect

    def inspect(path: Path) -> Any:
        read.append(path)
        return real(path)

    monkeypatch.setattr(module, "inspect", inspect)
    path = model_file(tile_size=64)
    assert read_contract(path) is read_contract(path)
    assert read_contract(path).tile_size == 64
    assert read == [path]
    model_file(tile_size=512)
    assert read_contract(path).tile_size == 512
    assert read == [path, path]
    path.write_bytes(b"")
    assert "it is empty" in message(path)
    path.unlink()
    assert "cannot be read" in message(path)
