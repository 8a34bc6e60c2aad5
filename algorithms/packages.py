"""Scarp's folder in the user's QGIS profile, and the packages that live there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication

ENVIRONMENT_VARIABLE = "SCARP_ENVIRONMENT"


def scarp_folder() -> Path:
    """Scarp's folder in the profile; it need not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "scarp"


def models_folder() -> Path:
    """Where the analyst's own models lie; it need not exist."""
    return scarp_folder() / "models"


def environment_folder() -> Path:
    """The virtual environment with the packages that QGIS does not bring; it need not exist."""
    chosen = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(chosen).expanduser() if chosen else scarp_folder() / "environment"


def site_packages(environment: Path) -> list[Path]:
    """Folders of an environment that hold packages for this Python."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    folders = [environment / "lib" / version / "site-packages", environment / "Lib" / "site-packages"]
    return [folder for folder in folders if folder.is_dir()]


def add_packages() -> list[str]:
    """Put the environment's packages at the end of the path, so that QGIS's own NumPy and GDAL stay first.

    Returns:
        The folders that were added; none that are there already.
    """
    added = [str(folder) for folder in site_packages(environment_folder()) if str(folder) not in sys.path]
    sys.path.extend(added)
    return added
