"""Scarp's folder in the user's QGIS profile, and the packages that live there."""

from __future__ import annotations

import configparser
import importlib
import os
import sys
from pathlib import Path
from threading import Thread

from qgis.core import QgsApplication

from ..engine.errors import ScarpError
from ..engine.packages.folders import (
    Hold,
    current,
    environment_python,
    hold,
    is_made_for,
    remove_old,
    settings,
    site_folders,
)
from ..engine.packages.interpreter import Layout, QgisModule
from ..engine.packages.processes import child_variables
from ..engine.packages.requirements import INSTALL_TRAINING, missing_packages
from ..models.bundled import bundled_models

ENVIRONMENT_VARIABLE = "SCARP_ENVIRONMENT"

_holds: list[Hold] = []
"""What this process uses, so that no other one removes it."""


def scarp_folder() -> Path:
    """Scarp's folder in the profile; it need not exist."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "scarp"


def models_folder() -> Path:
    """Where the analyst's own models lie; it need not exist."""
    return scarp_folder() / "models"


def environment_place() -> Path:
    """Where the environment is looked for: the folder itself, or the pointer to it beside; neither need exist."""
    chosen = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(chosen).expanduser() if chosen else scarp_folder() / "environment"


def environment_folder() -> Path:
    """The virtual environment with the packages that QGIS does not bring; it need not exist."""
    return current(environment_place())


def site_packages(environment: Path) -> list[Path]:
    """Folders of an environment that hold packages for this Python."""
    return site_folders(environment, sys.version_info[:2])


def add_packages() -> list[str]:
    """Put the environment's packages at the end of the path, so that QGIS's own NumPy and GDAL stay first.

    An environment that was added before and is no longer the current one is taken off the path again.

    Returns:
        The folders that were added; none that are there already.
    """
    environment = environment_folder()
    folders = [str(folder) for folder in site_packages(environment)]
    for held in [held for held in _holds if held.environment != environment]:
        old = [str(folder) for folder in site_packages(held.environment)]
        if not is_loaded_from(held.environment):
            sys.path[:] = [entry for entry in sys.path if entry not in old]
            held.release()
            _holds.remove(held)
    added = [folder for folder in folders if folder not in sys.path]
    sys.path.extend(added)
    if folders and not any(held.environment == environment for held in _holds):
        _holds.append(hold(environment))
    importlib.invalidate_caches()
    return added


def is_loaded_from(environment: Path) -> bool:
    """Whether this process has imported a package of an environment."""
    inside = tuple(str(folder) + os.sep for folder in site_packages(environment))
    files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    return any(isinstance(file, str) and file.startswith(inside) for file in files)


def remove_old_packages() -> Thread:
    """Remove environments that were replaced and that no QGIS uses any more, in a thread: they are large.

    Returns:
        The thread, which ends with this process at the latest; the next start goes on.
    """
    thread = Thread(target=remove_old, args=(environment_place(),), name="scarp-remove-old", daemon=True)
    thread.start()
    return thread


def training_python() -> Path:
    """The interpreter that trains: that of the environment, where PyTorch is.

    Nothing is imported: PyTorch never comes into QGIS's process. Run it with ``training_variables()``.

    Raises:
        ScarpError: if the environment or PyTorch is missing, or was made for another Python; says how to install.
    """
    environment = environment_folder()
    python = environment_python(environment)
    missing = missing_packages("training", site_packages(environment))
    if not is_made_for(environment, sys.version_info[:2]):
        raise ScarpError(
            f"The packages in {environment} are not for the Python of this QGIS "
            f"({sys.version_info.major}.{sys.version_info.minor}). {INSTALL_TRAINING}"
        )
    if missing:
        raise ScarpError(
            f"Training needs packages that are not installed ({', '.join(missing)}; in {environment}). "
            f"{INSTALL_TRAINING}"
        )
    home = settings(environment).get("home", "")
    if not python.exists() or (home and not Path(home).is_dir()):
        raise ScarpError(
            f"The interpreter of the packages in {environment} does not run any more: the Python that it was made with "
            f"({home}) is gone, as after an update of QGIS. {INSTALL_TRAINING}"
        )
    return python


def training_variables() -> dict[str, str]:
    """The environment variables that ``training_python()`` is to be run with."""
    return child_variables(os.environ, environment_folder())


def qgis_layout() -> Layout:
    """What this process knows of its Python, to find the interpreter by."""
    import numpy
    from osgeo import gdal

    modules = (
        QgisModule("numpy", numpy.__version__, str(Path(numpy.__file__).parent)),
        QgisModule("osgeo", gdal.__version__, str(Path(gdal.__file__).parent)),
    )
    return Layout(
        sys.platform, sys.version_info[:2], sys.executable or "", sys.prefix, sys.base_prefix,
        QgsApplication.applicationDirPath(), dict(os.environ), modules,
    )  # fmt: skip


def trial_model() -> str:
    """A bundled model to try ONNX Runtime with; empty where none came with Scarp."""
    return next((str(model.path) for model in bundled_models().values()), "")


def scarp_version() -> str:
    """Scarp's version, as the plugin manager shows it."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(Path(__file__).parent.parent / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version", fallback="unknown")
