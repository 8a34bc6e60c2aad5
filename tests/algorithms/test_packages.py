from __future__ import annotations

import configparser
import sys
from pathlib import Path

import numpy
import pytest
from osgeo import gdal
from qgis.core import QgsApplication
from scarp.algorithms import packages
from scarp.algorithms.packages import (
    add_packages,
    environment_folder,
    environment_place,
    is_loaded_from,
    models_folder,
    qgis_layout,
    remove_old_packages,
    scarp_version,
    site_packages,
    training_python,
    training_variables,
    trial_model,
)
from scarp.engine.errors import ScarpError
from scarp.engine.packages.folders import new_folder, remove_old, start_hold, switch, write_record

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
INSTALL = (
    'Run "Install packages" in the Processing toolbox (Scarp) for training, or: qgis_process run '
    "scarp:installpackages -- PACKAGES=training"
)


def site_of(environment: Path) -> Path:
    site = environment / "lib" / f"python{VERSION}" / "site-packages"
    site.mkdir(parents=True)
    return site


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the environment is looked for, named by the variable; no path of it is left behind."""
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path / "environment"))
    monkeypatch.setattr(sys, "path", ["/first", "/second"])
    monkeypatch.setattr(packages, "_holds", [])
    return tmp_path / "environment"


@pytest.fixture
def trained(place: Path) -> Path:
    """An environment with the packages for training, as far as can be seen without importing them."""
    place.mkdir()
    site = site_of(place)
    for name in ("onnxruntime", "torch", "torchvision", "onnx"):
        (site / name).mkdir()
        (site / name / "__init__.py").write_text("raise RuntimeError('imported')")
    (place / "bin").mkdir()
    (place / "bin" / "python").touch()
    return place


def test_environment_is_in_the_profile_unless_named(qgis_app, monkeypatch, tmp_path):
    monkeypatch.delenv("SCARP_ENVIRONMENT", raising=False)
    assert environment_place() == Path(QgsApplication.qgisSettingsDirPath()) / "scarp" / "environment"
    assert models_folder() == Path(QgsApplication.qgisSettingsDirPath()) / "scarp" / "models"
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path))
    assert environment_folder() == environment_place() == tmp_path


def test_packages_come_last_and_once(place):
    unix = site_of(place)
    windows = place / "Lib" / "site-packages"
    for folder in (windows, place / "lib" / "python2.7" / "site-packages"):
        folder.mkdir(parents=True)
    assert add_packages() == [str(unix), str(windows)]
    assert add_packages() == []
    assert sys.path == ["/first", "/second", str(unix), str(windows)]


def test_no_environment_adds_nothing(place):
    assert site_packages(place) == []
    assert add_packages() == []
    assert sys.path == ["/first", "/second"]


def test_a_link_in_the_profile_works(place, tmp_path):
    """As make install leaves it."""
    site_of(tmp_path / ".venv")
    place.symlink_to(tmp_path / ".venv")
    assert add_packages() == [str(place / "lib" / f"python{VERSION}" / "site-packages")]


def test_packages_for_another_python_are_left_out(place):
    """As after an update of QGIS on Windows."""
    (place / "Lib" / "site-packages").mkdir(parents=True)
    (place / "pyvenv.cfg").write_text("version = 3.6.1\n")
    assert add_packages() == []
    assert sys.path == ["/first", "/second"]


def test_new_packages_take_the_place_of_unused_ones(place):
    first, second = new_folder(place), new_folder(place)
    sites = [site_of(first), site_of(second)]
    for folder in (first, second):
        start_hold(folder).release()
    switch(place, first)
    assert add_packages() == [str(sites[0])]
    switch(place, second)
    assert remove_old(place) == []  # this process uses it
    assert add_packages() == [str(sites[1])]
    assert sys.path == ["/first", "/second", str(sites[1])]
    assert remove_old(place) == ["environment-1"]


def test_packages_that_are_loaded_stay_until_the_next_start(place):
    first, second = new_folder(place), new_folder(place)
    sites = [site_of(first), site_of(second)]
    for folder in (first, second):
        start_hold(folder).release()
    (sites[0] / "scarp_sample_package.py").touch()
    switch(place, first)
    add_packages()
    assert not is_loaded_from(first)
    try:
        import scarp_sample_package  # noqa: F401

        assert is_loaded_from(first) and not is_loaded_from(second)
        switch(place, second)
        add_packages()
        assert sys.path == ["/first", "/second", str(sites[0]), str(sites[1])]
        remove_old_packages().join()
        assert first.is_dir()
    finally:
        del sys.modules["scarp_sample_package"]


def test_old_ones_are_removed_in_a_thread(place):
    old, new = new_folder(place), new_folder(place)
    start_hold(old).release()
    switch(place, new)
    thread = remove_old_packages()
    assert thread.daemon
    thread.join()
    assert not old.exists() and new.is_dir()


def test_the_interpreter_that_trains(trained):
    assert training_python() == trained / "bin" / "python"
    assert "torch" not in sys.modules or "imported" not in str(sys.modules["torch"])


def test_training_packages_that_are_not_there(place, trained):
    (trained / "lib" / f"python{VERSION}" / "site-packages" / "torch" / "__init__.py").unlink()
    with pytest.raises(ScarpError) as raised:
        training_python()
    assert str(raised.value) == f"Training needs packages that are not installed (torch; in {place}). {INSTALL}"


def test_no_environment_to_train_in(place):
    with pytest.raises(ScarpError) as raised:
        training_python()
    assert str(raised.value) == (
        f"Training needs packages that are not installed (onnxruntime, torch, torchvision, onnx; in {place}). {INSTALL}"
    )


def test_training_packages_of_another_python(place, trained):
    (trained / "pyvenv.cfg").write_text("version = 3.6.1\n")
    with pytest.raises(ScarpError) as raised:
        training_python()
    assert str(raised.value) == f"The packages in {place} are not for the Python of this QGIS ({VERSION}). {INSTALL}"


def test_an_interpreter_whose_python_is_gone(place, trained, tmp_path):
    """As after an update of QGIS on Windows, which goes to another folder."""
    (trained / "pyvenv.cfg").write_text(f"home = {tmp_path}\nversion = {VERSION}.0\n")
    assert training_python() == trained / "bin" / "python"
    (trained / "pyvenv.cfg").write_text(f"home = {tmp_path / 'gone'}\nversion = {VERSION}.0\n")
    with pytest.raises(ScarpError) as raised:
        training_python()
    assert str(raised.value) == (
        f"The interpreter of the packages in {place} does not run any more: the Python that it was made with "
        f"({tmp_path / 'gone'}) is gone, as after an update of QGIS. {INSTALL}"
    )


def test_variables_for_the_interpreter_that_trains(place, trained, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/of/qgis")
    monkeypatch.setenv("KEPT", "yes")
    assert "PYTHONHOME" not in training_variables()
    assert training_variables()["KEPT"] == "yes"
    write_record(trained, {"home": "/needed"})
    assert training_variables()["PYTHONHOME"] == "/needed"


def test_layout_of_this_python(qgis_app):
    layout = qgis_layout()
    assert (layout.platform, layout.version) == (sys.platform, sys.version_info[:2])
    assert (layout.prefix, layout.base_prefix, layout.executable) == (sys.prefix, sys.base_prefix, sys.executable)
    assert [(module.name, module.version) for module in layout.modules] == [
        ("numpy", numpy.__version__), ("osgeo", gdal.__version__),
    ]  # fmt: skip
    assert layout.modules[0].folder == str(Path(numpy.__file__).parent)


def test_version_and_model_that_came_with_scarp():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(Path(packages.__file__).parent.parent / "metadata.txt", encoding="utf-8")
    assert scarp_version() == parser["general"]["version"]
    assert Path(trial_model()).suffix == ".onnx"
