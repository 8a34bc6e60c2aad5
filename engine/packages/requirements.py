"""What is installed, and from where: sets, version ranges for each Python, the indexes of PyTorch.

The ranges end at the versions that Scarp was tested with, or at the last ones made for a Python; pip takes the newest
in a range that goes with QGIS's NumPy, which a constraint holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

SETS = ("extraction", "training")
DEVICES = ("auto", "cpu", "cuda")
BUTTON = '"Install packages" in the Processing toolbox (Scarp)'
INSTALL_EXTRACTION = f"Run {BUTTON}, or: qgis_process run scarp:installpackages -- PACKAGES=extraction"
INSTALL_TRAINING = f"Run {BUTTON} for training, or: qgis_process run scarp:installpackages -- PACKAGES=training"
TORCH_INDEX = "https://download.pytorch.org/whl/"

MODULES = {
    "extraction": ("onnxruntime", "matplotlib"),
    "training": ("onnxruntime", "matplotlib", "torch", "torchvision", "onnx", "onnxscript", "scipy", "tensorboard"),
}
"""What is imported to see that a set works."""

OWN_MODULES = {"extraction": ("onnxruntime",), "training": ("onnxruntime", "torch", "torchvision", "onnx")}
"""Those that QGIS never brings, so that they must lie in the environment."""

# The last versions for Python 3.9 and 3.10, and for newer ones those tested with.
ONNXRUNTIME = {(3, 9): ">=1.15,<1.20", (3, 10): ">=1.15,<1.24"}
ONNXRUNTIME_NEW = ">=1.17,<1.32"
ONNXRUNTIME_CUDA_12 = ">=1.21,<1.27"
ONNXRUNTIME_CUDA_13 = ">=1.27,<1.32"
TORCH = {(3, 9): ">=2.5,<2.9", (3, 10): ">=2.5,<2.15"}
TORCH_NEW = ">=2.5,<2.16"
TORCHVISION = {(3, 9): ">=0.20,<0.24", (3, 10): ">=0.20,<0.30"}
TORCHVISION_NEW = ">=0.20,<0.30"
OTHERS = ("onnx>=1.16,<1.24", "onnxscript>=0.1,<0.8", "scipy>=1.8,<2", "tensorboard>=2.11,<3")
CHARTS = "matplotlib>=3.5,<4"

CUDA_12_LIBRARIES = (
    "nvidia-cuda-nvrtc-cu12>=12,<13", "nvidia-cuda-runtime-cu12>=12,<13", "nvidia-cufft-cu12>=11,<12",
    "nvidia-curand-cu12>=10,<11", "nvidia-cudnn-cu12>=9,<10",
)  # fmt: skip
"""What ONNX Runtime for CUDA 12 needs, where it is installed without what it asks for."""

NUMPY_OF_ONNXRUNTIME = (1, 21, 6)
"""The oldest NumPy that ONNX Runtime asks for; it runs with all of 1.21, as Ubuntu 22.04 has it."""


@dataclass(frozen=True)
class Target:
    """What is to be installed where.

    Attributes:
        packages: one of ``SETS``.
        device: "cpu" or "cuda".
        platform: as ``sys.platform``.
        version: of Python, major and minor.
        numpy: version of QGIS's NumPy.
        cuda: highest CUDA major version that the driver takes; 0 without a card.
    """

    packages: str
    device: str
    platform: str
    version: tuple[int, int]
    numpy: str
    cuda: int = 0


@dataclass(frozen=True)
class Step:
    """One call of pip.

    Attributes:
        requirements: what is installed.
        index: asked instead of the configured one; empty for the configured one.
        dependencies: whether what they need is installed too.
        megabytes: that are downloaded, about.
    """

    requirements: tuple[str, ...]
    index: str = ""
    dependencies: bool = True
    megabytes: float = 50.0


def _numbers(version: str) -> tuple[int, ...]:
    numbers = []
    for part in version.split("."):
        if not part.isdigit():
            break
        numbers.append(int(part))
    return tuple(numbers)


def onnxruntime(target: Target) -> str:
    """The requirement of ONNX Runtime: without CUDA, or for the CUDA that the driver takes."""
    old = ONNXRUNTIME.get(target.version)
    if target.device != "cuda" or target.platform == "darwin":
        return f"onnxruntime{old or ONNXRUNTIME_NEW}"
    if target.version == (3, 9):  # its last version leaves CUDA's libraries to the system
        return f"onnxruntime-gpu{old}"
    if old or target.cuda < 13:
        return f"onnxruntime-gpu[cuda,cudnn]{ONNXRUNTIME_CUDA_12}"
    return f"onnxruntime-gpu[cuda,cudnn]{ONNXRUNTIME_CUDA_13}"


def torch_index(target: Target) -> str:
    """PyTorch's own index, where the general one has no build for the device; empty otherwise.

    The general index has CUDA builds for Linux (for the newest CUDA) and CPU builds for Windows and macOS.
    """
    if target.platform == "darwin":
        return ""
    if target.device == "cpu":
        return f"{TORCH_INDEX}cpu" if target.platform.startswith("linux") else ""
    newest = target.cuda >= 13 and target.version != (3, 9)
    if target.platform.startswith("linux"):
        return "" if newest or target.version == (3, 9) else f"{TORCH_INDEX}cu126"
    return f"{TORCH_INDEX}cu130" if newest else f"{TORCH_INDEX}cu126"


def steps(target: Target, index: str = "", *, own_index: bool = False, offline: bool = False) -> list[Step]:
    """The calls of pip, in order.

    Args:
        target: what is to be installed.
        index: that the analyst asked for; one of PyTorch's serves PyTorch alone.
        own_index: whether pip is configured to other places than the general index; those decide then.
        offline: whether a folder of wheels decides.
    """
    for_torch = index if index.startswith(TORCH_INDEX) else ""
    general = "" if for_torch else index
    if not (for_torch or general or own_index or offline):
        for_torch = torch_index(target)
    others = [CHARTS]
    runtime = onnxruntime(target)
    gpu = "gpu" in runtime
    plan = []
    if target.packages == "training":
        torch = f"torch{TORCH.get(target.version, TORCH_NEW)}"
        vision = f"torchvision{TORCHVISION.get(target.version, TORCHVISION_NEW)}"
        small = for_torch.endswith("/cpu") or target.platform != "linux"
        plan.append(Step((torch, vision), for_torch or general, megabytes=250.0 if small else 2800.0))
        others += OTHERS
    if _numbers(target.numpy) < NUMPY_OF_ONNXRUNTIME:
        libraries = CUDA_12_LIBRARIES if "[cuda" in runtime else ()
        plan.append(Step((runtime.replace("[cuda,cudnn]", ""),), general, False, 300.0 if gpu else 25.0))
        plan.append(Step((*others, *libraries), general, megabytes=650.0 if libraries else 50.0))
    else:
        plan.append(Step((runtime, *others), general, megabytes=900.0 if gpu else 75.0))
    return plan


def needed_bytes(target: Target, plan: Sequence[Step]) -> int:
    """Free space that an installation takes, downloads included."""
    return int(3.5e6 * sum(step.megabytes for step in plan)) + 100_000_000


def constraints(versions: Iterable[tuple[str, str]]) -> str:
    """The text of a constraints file that holds what QGIS brings.

    Args:
        versions: name on the index, and version.
    """
    return "".join(f"{name}=={version}\n" for name, version in versions if version)


def is_installed(packages: str, folders: Sequence[Path]) -> bool:
    """Whether the environment's own packages of a set are there, by their folders; nothing is imported."""
    return not missing_packages(packages, folders)


def missing_packages(packages: str, folders: Sequence[Path]) -> list[str]:
    """The environment's own packages of a set that are not there, by their folders; nothing is imported.

    Args:
        packages: one of ``SETS``.
        folders: that hold packages.
    """
    names = OWN_MODULES[packages]
    return [name for name in names if not any((folder / name / "__init__.py").is_file() for folder in folders)]


def download_command(target: Target) -> str:
    """The command that fetches the wheels on a computer that has a network, for a folder of wheels."""
    parts = [f'"{requirement}"' for step in steps(target) for requirement in step.requirements]
    return (
        f"python{target.version[0]}.{target.version[1]} -m pip download --only-binary=:all: -d wheels "
        f'{" ".join(parts)} "numpy=={target.numpy}"'
    )
