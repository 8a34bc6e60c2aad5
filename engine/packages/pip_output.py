"""What pip writes while it works, as progress and as the few lines that an analyst wants to see."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ..progress import Progress
from .proxy import without_secrets

DOWNLOADING = re.compile(r"\s*(?:Downloading|Using cached) (\S+)(?: \(([\d.]+) (k|M|G)B\))?")
RAW = re.compile(r"Progress (\d+) of (\d+)")
INSTALLING = re.compile(r"Installing collected packages: (.+)")
RETRYING = re.compile(r"WARNING: Retrying")
INSTALLED = re.compile(r"Successfully installed (.+)")
NOISE = re.compile(r"WARNING: Location .* is ignored|\[notice\]|WARNING: You are using pip version")
"""Lines that mean nothing to an installation."""
MEGABYTES = {"k": 0.001, "M": 1.0, "G": 1000.0}
DOWNLOAD_SHARE = 70.0
"""Per cent of a step's progress for downloads."""


def is_noise(line: str) -> bool:
    """Whether a line says nothing that matters, a configured place that is not there among them."""
    return NOISE.match(line) is not None


class PipOutput:
    """Follows one call of pip.

    Args:
        progress: is told.
        megabytes: that will be downloaded, about.
        folder: that packages are installed into, to see how far it is.
        keep: is given each line that is not noise, without passwords.
    """

    def __init__(self, progress: Progress, megabytes: float, folder: Path, keep: Callable[[str], None]) -> None:
        self._progress, self._expected, self._folder, self._keep = progress, max(megabytes, 1.0), folder, keep
        self._done_mb, self._file_mb, self._to_install, self._before = 0.0, 0.0, 0, 0
        self._retries_told = False

    def line(self, text: str) -> None:
        """Take a line."""
        text = without_secrets(text)
        if match := RAW.match(text):
            self._show_download(int(match.group(1)) / 1e6)
            return
        if is_noise(text):
            return
        self._keep(text)
        if match := DOWNLOADING.match(text):
            self._done_mb += self._file_mb
            self._file_mb = float(match.group(2)) * MEGABYTES[match.group(3)] if match.group(2) else 0.0
            self._show_download(0.0)
            if self._file_mb >= 1.0:
                name = match.group(1).rpartition("/")[2].split("-")[0]
                self._progress.pushInfo(f"Downloading {name} ({self._file_mb:.0f} MB) ...")
        elif match := INSTALLING.match(text):
            names = match.group(1).split(", ")
            self._to_install, self._before = len(names), self._installed()
            self._progress.setProgress(DOWNLOAD_SHARE)
            self._progress.pushInfo(f"Installing {len(names)} packages: {', '.join(names)} ...")
        elif match := INSTALLED.match(text):
            self._progress.pushInfo(f"Installed {match.group(1)}.")
        elif RETRYING.match(text) and not self._retries_told:
            self._retries_told = True
            self._progress.pushWarning("The package index does not answer; trying again ...")

    def wait(self) -> None:
        """Look how far the installation is, meanwhile."""
        if self._to_install:
            share = min((self._installed() - self._before) / self._to_install, 1.0)
            self._progress.setProgress(DOWNLOAD_SHARE + (100.0 - DOWNLOAD_SHARE) * share)

    def _installed(self) -> int:
        return sum(1 for _ in self._folder.glob("*.dist-info"))

    def _show_download(self, file_mb: float) -> None:
        share = min((self._done_mb + file_mb) / self._expected, 1.0)
        self._progress.setProgress(DOWNLOAD_SHARE * share)
