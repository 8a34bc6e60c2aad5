from __future__ import annotations

import sys
from pathlib import Path

import pytest
from scarp.engine.packages.graphics_card import Card, find_card, parse


def test_what_nvidia_smi_writes() -> None:
    assert parse("NVIDIA GeForce RTX 3060, 551.86\nNVIDIA T4, 551.86\n") == Card("NVIDIA GeForce RTX 3060", "551.86")
    assert parse("Odd, name, 535.183.01\n") == Card("Odd, name", "535.183.01")
    for text in ("", "No devices were found\n", "NVIDIA-SMI has failed, because it could not communicate\n"):
        assert parse(text) is None


@pytest.mark.parametrize(
    ("driver", "cuda"), [("580.95.05", 13), ("579.99", 12), ("525.60.13", 12), ("470.42", 11), ("390.1", 0), ("N/A", 0)]
)
def test_cuda_that_a_driver_takes(driver: str, cuda: int) -> None:
    assert Card("card", driver).cuda == cuda


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
@pytest.mark.parametrize(
    ("script", "card"),
    [
        ('test "$1" = --query-gpu=name,driver_version && echo "NVIDIA H200, 580.10"', Card("NVIDIA H200", "580.10")),
        ("echo NVIDIA H200, 580.10; exit 9", None),
    ],
)
def test_a_card_is_asked_for(
    script: str, card: Card | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "nvidia-smi"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_card() == card


def test_no_driver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert find_card() is None
