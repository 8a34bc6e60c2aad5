from __future__ import annotations

from pathlib import Path

import pytest
from scarp.engine.packages.requirements import (
    MODULES,
    Target,
    constraints,
    download_command,
    is_installed,
    missing_packages,
    needed_bytes,
    onnxruntime,
    steps,
    torch_index,
)

CPU, CU126, CU130 = (f"https://download.pytorch.org/whl/{name}" for name in ("cpu", "cu126", "cu130"))


def target(
    packages: str = "extraction", device: str = "cpu", platform: str = "linux", version: tuple[int, int] = (3, 11),
    numpy: str = "1.24.2", cuda: int = 0,
) -> Target:  # fmt: skip
    return Target(packages, device, platform, version, numpy, cuda)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (target(), "onnxruntime>=1.17,<1.32"),
        (target(version=(3, 9)), "onnxruntime>=1.15,<1.20"),
        (target(version=(3, 10)), "onnxruntime>=1.15,<1.24"),
        (target(version=(3, 13)), "onnxruntime>=1.17,<1.32"),
        (target(device="cuda", cuda=13), "onnxruntime-gpu[cuda,cudnn]>=1.27,<1.32"),
        (target(device="cuda", cuda=12), "onnxruntime-gpu[cuda,cudnn]>=1.21,<1.27"),
        (target(device="cuda", cuda=13, version=(3, 10)), "onnxruntime-gpu[cuda,cudnn]>=1.21,<1.27"),
        (target(device="cuda", cuda=12, version=(3, 9)), "onnxruntime-gpu>=1.15,<1.20"),
        (target(device="cuda", platform="darwin"), "onnxruntime>=1.17,<1.32"),
    ],
)
def test_onnx_runtime_by_device_and_python(given: Target, expected: str) -> None:
    assert onnxruntime(given) == expected


@pytest.mark.parametrize(
    ("device", "platform", "version", "cuda", "expected"),
    [
        ("cpu", "linux", (3, 11), 0, CPU),
        ("cpu", "win32", (3, 12), 0, ""),
        ("cpu", "darwin", (3, 12), 0, ""),
        ("cuda", "linux", (3, 11), 13, ""),
        ("cuda", "linux", (3, 11), 12, CU126),
        ("cuda", "linux", (3, 9), 12, ""),
        ("cuda", "win32", (3, 12), 13, CU130),
        ("cuda", "win32", (3, 12), 12, CU126),
        ("cuda", "win32", (3, 9), 13, CU126),
    ],
)
def test_index_of_pytorch(device: str, platform: str, version: tuple[int, int], cuda: int, expected: str) -> None:
    assert torch_index(target("training", device, platform, version, cuda=cuda)) == expected


def test_extraction_is_one_call() -> None:
    (step,) = steps(target())
    assert step.requirements == ("onnxruntime>=1.17,<1.32", "matplotlib>=3.5,<4")
    assert (step.index, step.dependencies) == ("", True)


def test_torch_and_torchvision_come_from_one_index() -> None:
    first, second = steps(target("training"))
    assert first.requirements == ("torch>=2.5,<2.16", "torchvision>=0.20,<0.30")
    assert (first.index, first.megabytes) == (CPU, 250.0)
    assert second.index == ""
    assert [name.split(">")[0] for name in second.requirements] == [
        "onnxruntime", "matplotlib", "onnx", "onnxscript", "scipy", "tensorboard",
    ]  # fmt: skip
    assert {"torch", "torchvision", *(name.split(">")[0] for name in second.requirements)} == set(MODULES["training"])


@pytest.mark.parametrize(("own_index", "offline"), [(True, False), (False, True)])
def test_where_the_user_or_a_folder_decides_no_index_is_chosen(own_index: bool, offline: bool) -> None:
    plan = steps(target("training"), own_index=own_index, offline=offline)
    assert [step.index for step in plan] == ["", ""]
    assert plan[0].megabytes == 2800.0


def test_an_index_of_pytorch_s_is_for_pytorch_alone() -> None:
    assert [step.index for step in steps(target("training"), CU126)] == [CU126, ""]
    assert [step.index for step in steps(target(), CU126)] == [""]
    mirror = "https://mirror.example/simple"
    assert [step.index for step in steps(target("training"), mirror)] == [mirror, mirror]


@pytest.mark.parametrize(
    ("numpy", "alone"), [("1.21.5", True), ("1.20.3", True), ("1.21.6", False), ("1.26.4", False), ("2.1.0rc1", False)]
)
def test_onnx_runtime_beside_an_older_numpy_than_it_asks_for(numpy: str, alone: bool) -> None:
    """Ubuntu 22.04 has NumPy 1.21.5; ONNX Runtime asks for 1.21.6, and would bring a NumPy or nothing."""
    plan = steps(target(version=(3, 10), numpy=numpy))
    assert [step.dependencies for step in plan] == ([False, True] if alone else [True])
    if alone:
        assert [step.requirements for step in plan] == [("onnxruntime>=1.15,<1.24",), ("matplotlib>=3.5,<4",)]
        first, second = steps(target(device="cuda", cuda=12, version=(3, 10), numpy=numpy))
        assert first.requirements == ("onnxruntime-gpu>=1.21,<1.27",)
        assert "nvidia-cudnn-cu12>=9,<10" in second.requirements


def test_space() -> None:
    assert needed_bytes(target(), steps(target())) == 362_500_000
    given = target("training", "cuda", cuda=13)
    assert 10e9 < needed_bytes(given, steps(given)) < 14e9


def test_constraints_hold_what_qgis_brings() -> None:
    assert constraints([("numpy", "1.24.2"), ("gdal", "3.6.2"), ("odd", "")]) == "numpy==1.24.2\ngdal==3.6.2\n"


def test_what_is_there_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / "onnxruntime").mkdir()
    assert missing_packages("extraction", [tmp_path]) == ["onnxruntime"]
    for name in ("onnxruntime", "torch", "torchvision"):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "__init__.py").touch()
    assert is_installed("extraction", [tmp_path])
    assert missing_packages("training", [tmp_path]) == ["onnx"]
    assert missing_packages("training", []) == ["onnxruntime", "torch", "torchvision", "onnx"]


def test_the_command_for_a_folder_of_wheels() -> None:
    assert download_command(target(version=(3, 12), numpy="1.26.4")) == (
        'python3.12 -m pip download --only-binary=:all: -d wheels "onnxruntime>=1.17,<1.32" "matplotlib>=3.5,<4" '
        '"numpy==1.26.4"'
    )
