"""The NVIDIA card and its driver, as nvidia-smi tells them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess  # nosec B404
import sys
from dataclasses import dataclass
from pathlib import Path

CUDA_OF_DRIVER = ((580, 13), (525, 12), (450, 11))
"""Lowest driver for each major version of CUDA."""


@dataclass(frozen=True)
class Card:
    """An NVIDIA card.

    Attributes:
        name: of the card.
        driver: version of it.
    """

    name: str
    driver: str

    @property
    def cuda(self) -> int:
        """Highest major version of CUDA that the driver takes; 0 where it is too old."""
        match = re.match(r"\d+", self.driver)
        number = int(match.group()) if match else 0
        return next((cuda for lowest, cuda in CUDA_OF_DRIVER if number >= lowest), 0)


def parse(text: str) -> Card | None:
    """The first card in what nvidia-smi wrote, as "name, driver"; nothing where there is none."""
    for line in text.splitlines():
        name, comma, driver = line.rpartition(",")
        if comma and re.fullmatch(r"\s*\d+(\.\d+)*\s*", driver):
            return Card(name.strip(), driver.strip())
    return None


def find_card() -> Card | None:
    """The first NVIDIA card; nothing where there is none, or no driver."""
    program = shutil.which("nvidia-smi")
    if program is None and sys.platform == "win32":
        program = str(Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32" / "nvidia-smi.exe")
    if program is None:
        return None
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    try:
        done = subprocess.run(  # nosec B603
            [program, "--query-gpu=name,driver_version", "--format=csv,noheader"], stdin=subprocess.DEVNULL,
            capture_output=True, text=True, timeout=20, check=False, creationflags=flags,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return parse(done.stdout) if done.returncode == 0 else None
