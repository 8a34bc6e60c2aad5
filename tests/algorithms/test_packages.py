from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication
from scarp.algorithms.packages import add_packages, environment_folder, models_folder, site_packages


def test_environment_is_in_the_profile_unless_named(qgis_app, monkeypatch, tmp_path):
    monkeypatch.delenv("SCARP_ENVIRONMENT", raising=False)
    assert environment_folder() == Path(QgsApplication.qgisSettingsDirPath()) / "scarp" / "environment"
    assert models_folder() == Path(QgsApplication.qgisSettingsDirPath()) / "scarp" / "models"
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path))
    assert environment_folder() == tmp_path


def test_packages_come_last_and_once(monkeypatch, tmp_path):
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    unix, windows = tmp_path / "lib" / version / "site-packages", tmp_path / "Lib" / "site-packages"
    other = tmp_path / "lib" / "python2.7" / "site-packages"
    for folder in (unix, windows, other):
        folder.mkdir(parents=True)
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path))
    monkeypatch.setattr(sys, "path", ["/first", "/second"])
    assert add_packages() == [str(unix), str(windows)]
    assert add_packages() == []
    assert sys.path == ["/first", "/second", str(unix), str(windows)]


def test_no_environment_adds_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path / "none"))
    monkeypatch.setattr(sys, "path", ["/first"])
    assert site_packages(tmp_path / "none") == []
    assert add_packages() == []
    assert sys.path == ["/first"]
