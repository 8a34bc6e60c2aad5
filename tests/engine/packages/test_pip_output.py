from __future__ import annotations

from pathlib import Path
from typing import Any

from scarp.engine.packages.pip_output import PipOutput, is_noise

IGNORED = "WARNING: Location 'file:///srv/simple/onnxruntime/' is ignored: it is neither a file nor a directory."


def follow(lines: list[str], progress: Any, folder: Path, megabytes: float = 100.0) -> list[str]:
    kept: list[str] = []
    output = PipOutput(progress, megabytes, folder, kept.append)
    for line in lines:
        output.line(line)
    return kept


def test_downloads_are_progress(progress: Any, tmp_path: Path) -> None:
    lines = [
        "Looking in indexes: https://user:secret@pypi.example/simple",  # pragma: allowlist secret
        IGNORED,
        "Collecting onnxruntime<1.32,>=1.17",
        "  Downloading onnxruntime-1.31.1-cp311-cp311-manylinux_2_28_x86_64.whl (50.0 MB)",
        "Collecting flatbuffers",
        "  Downloading flatbuffers-25.12.19-py2.py3-none-any.whl (500 kB)",
        "Collecting torch", "  Using cached https://files.example/torch-2.15.0-cp311-linux_x86_64.whl (1.2 GB)",
    ]  # fmt: skip
    kept = follow(lines, progress, tmp_path)
    assert progress.values == [0.0, 35.0, 70 * 0.505]
    assert progress.infos == ["Downloading onnxruntime (50 MB) ...", "Downloading torch (1200 MB) ..."]
    assert IGNORED not in kept and len(kept) == len(lines) - 1
    assert kept[0] == "Looking in indexes: https://****@pypi.example/simple"
    assert progress.warnings == []


def test_progress_within_a_file(progress: Any, tmp_path: Path) -> None:
    lines = ["  Downloading torch-2.15.0.whl (80.0 MB)", "Progress 0 of 80000000", "Progress 40000000 of 80000000"]
    kept = follow(lines, progress, tmp_path)
    assert progress.values == [0.0, 0.0, 28.0]
    assert kept == lines[:1]


def test_installation_is_progress(progress: Any, tmp_path: Path) -> None:
    (tmp_path / "pip-23.dist-info").mkdir()
    output = PipOutput(progress, 1.0, tmp_path, lambda _: None)
    output.wait()
    assert progress.values == []
    output.line("Installing collected packages: flatbuffers, protobuf, onnxruntime, coloredlogs")
    output.wait()
    (tmp_path / "flatbuffers-1.dist-info").mkdir()
    output.wait()
    assert progress.values == [70.0, 70.0, 77.5]
    assert progress.infos == ["Installing 4 packages: flatbuffers, protobuf, onnxruntime, coloredlogs ..."]
    output.line("Successfully installed flatbuffers-25.12.19 onnxruntime-1.31.1")
    assert progress.infos[-1] == "Installed flatbuffers-25.12.19 onnxruntime-1.31.1."


def test_a_silent_index_is_told_once(progress: Any, tmp_path: Path) -> None:
    retry = "WARNING: Retrying (Retry(total=4, connect=None)) after connection broken by 'NewConnectionError'"
    follow([retry, retry], progress, tmp_path)
    assert progress.warnings == ["The package index does not answer; trying again ..."]


def test_noise() -> None:
    assert is_noise(IGNORED)
    assert is_noise("[notice] A new release of pip is available: 23.0.1 -> 26.0")
    assert not is_noise("WARNING: Retrying (Retry(total=4))")
