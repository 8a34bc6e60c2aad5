"""Tests of .ci/versions where there is no root folder; those that it runs in one are all the others."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / ".ci" / "versions"


@pytest.fixture
def versions(tmp_path):
    """Runs the script: ``versions("qt6", SCARP_VERSION_TOOLS=...)`` -> status, output and errors."""
    if not SCRIPT.is_file() or shutil.which("unshare") is None or os.geteuid() != 0:
        pytest.skip("what runs the tests on other versions, unshare, or root is not here")
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")

    def run(*names, **settings):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SCARP_")}
        environment = {**kept, "SCARP_VERSION_ROOTS": str(tmp_path / "roots"), **settings}
        ended = subprocess.run(
            [str(SCRIPT), *names], env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        return ended.returncode, ended.stdout, ended.stderr

    return run


def test_no_root_folder_and_nothing_to_make_it_with(versions, tmp_path):
    status, said, errors = versions("qt6", "3.40")
    assert status == 3
    assert said.splitlines() == [
        "QGIS qt6: not tested, its root folder cannot be made here",
        "QGIS 3.40: not tested, its root folder cannot be made here",
    ]
    assert errors.startswith(f"There is no root folder {tmp_path / 'roots' / 'qt6'} of QGIS qt6, and SCARP_VERSION_")


def test_a_root_folder_that_cannot_be_made(versions, tmp_path):
    if shutil.which("debootstrap") is None:
        pytest.skip("debootstrap is not installed")
    tools = tmp_path / "tools"
    (tools / "qgis_qt6").mkdir(parents=True)
    (tools / "qgis_qt6" / "make_root.sh").write_text('mkdir "$1/usr"; echo "There is no network."; exit 1\n')
    for _ in range(2):  # what is half made is not taken for a root folder
        status, said, errors = versions("qt6", SCARP_VERSION_TOOLS=str(tools))
        assert (status, errors) == (3, "There is no network.\n")
        assert said.splitlines()[-1] == "QGIS qt6: not tested, its root folder cannot be made here"


def test_no_version_is_named(versions):
    assert versions() == (2, "", "usage: .ci/versions VERSION...    qt6, 3.40, 3.44\n")
