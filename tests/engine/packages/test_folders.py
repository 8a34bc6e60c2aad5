from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from scarp.engine.errors import ScarpError
from scarp.engine.packages import folders
from scarp.engine.packages.folders import (
    current,
    discard,
    environment_python,
    hold,
    is_made_for,
    new_folder,
    pointer,
    python_version,
    read_record,
    remove_old,
    site_folders,
    start_hold,
    switch,
    write_record,
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "scarp" / "environment"


def made(place: Path) -> Path:
    folder = new_folder(place)
    start_hold(folder).release()
    (folder / "library.so").write_text("library")
    return folder


def test_the_place_itself_without_a_pointer(place: Path) -> None:
    assert current(place) == place
    place.mkdir(parents=True)
    assert current(place) == place


def test_a_link_as_the_place_stays_in_use_until_another_is_made(place: Path, tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    place.parent.mkdir(parents=True)
    place.symlink_to(tmp_path / ".venv")
    assert current(place) == place
    folder = made(place)
    assert current(place) == place
    switch(place, folder)
    assert current(place) == folder
    assert remove_old(place) == []
    assert place.is_symlink() and (tmp_path / ".venv").is_dir()


def test_new_folders_are_numbered_on(place: Path) -> None:
    assert [new_folder(place).name for _ in range(2)] == ["environment-1", "environment-2"]
    place.with_name("environment-7").mkdir()
    place.with_name("environment-8-old").mkdir()
    assert new_folder(place).name == "environment-8"


@pytest.mark.parametrize("text", ["environment-9\n", "../elsewhere", "", "environment-1/../..", "\0"])
def test_a_pointer_to_nothing_or_outside_is_passed_over(text: str, place: Path) -> None:
    made(place)
    (place.parent.parent / "elsewhere").mkdir()
    pointer(place).write_text(text, encoding="utf-8")
    assert current(place) == place


def test_a_switch_that_fails_leaves_the_old_one(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = made(place), made(place)
    switch(place, first)

    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ScarpError, match=r"environment\.txt cannot be written \(Permission denied\), so the packages"):
        switch(place, second)
    assert current(place) == first
    assert sorted(file.name for file in place.parent.iterdir()) == ["environment-1", "environment-2", "environment.txt"]


def test_old_ones_go_when_nobody_uses_them(place: Path) -> None:
    first, second, third = made(place), made(place), made(place)
    switch(place, third)
    held = hold(second)
    assert remove_old(place) == ["environment-1"]
    assert (first.exists(), second.exists(), third.exists()) == (False, True, True)
    held.release()
    assert remove_old(place) == ["environment-2"]
    assert sorted(file.name for file in place.parent.iterdir()) == ["environment-3", "environment.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="the child locks as Unix does")
def test_one_that_another_process_uses_stays(place: Path) -> None:
    first, second = made(place), made(place)
    switch(place, second)
    code = (
        "import fcntl, sys; file = open(sys.argv[1], 'a'); fcntl.flock(file, fcntl.LOCK_SH)\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(first / folders.MARK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None and child.stdout.readline() == "held\n"
        assert remove_old(place) == []
        assert (first / "library.so").exists()
        child.communicate("")
    assert remove_old(place) == ["environment-1"]


def test_what_a_broken_off_removal_left_goes_too(place: Path) -> None:
    left = place.with_name("environment-1.removing")
    left.mkdir(parents=True)
    (left / "library.so").write_text("library")
    assert remove_old(place) == []
    assert not left.exists()


def test_an_environment_of_others_is_never_marked_or_removed(place: Path) -> None:
    place.mkdir(parents=True)
    hold(place).release()
    assert list(place.iterdir()) == []
    switch(place, made(place))
    assert remove_old(place) == []
    assert place.is_dir()


def test_discard(place: Path) -> None:
    folder = made(place)
    discard(folder)
    assert not folder.exists()
    discard(folder)


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ScarpError) as raised:
        new_folder(tmp_path / "file" / "environment")
    assert str(raised.value) == (
        f"The folder {tmp_path / 'file'} for the packages cannot be written to (File exists); set the variable "
        "SCARP_ENVIRONMENT to a folder of your own."
    )


def test_record(tmp_path: Path) -> None:
    assert read_record(tmp_path) == {}
    write_record(tmp_path, {"packages": "training", "home": None})
    assert read_record(tmp_path) == {"packages": "training", "home": None}
    for text in ("{", "[1]"):
        (tmp_path / folders.RECORD).write_text(text)
        assert read_record(tmp_path) == {}


@pytest.mark.parametrize("entry", ["version = 3.9.5", "version_info = 3.9.5.final.0"])
def test_an_environment_for_another_python_gives_no_packages(entry: str, tmp_path: Path) -> None:
    """As after an update of QGIS on Windows, where the folder does not name the version."""
    site = tmp_path / "Lib" / "site-packages"
    site.mkdir(parents=True)
    assert python_version(tmp_path) is None
    assert site_folders(tmp_path, (3, 12)) == [site]
    (tmp_path / "pyvenv.cfg").write_text(f"home = C:\\QGIS\\apps\\Python39\n{entry}\n", encoding="utf-8")
    assert python_version(tmp_path) == (3, 9)
    assert (is_made_for(tmp_path, (3, 12)), is_made_for(tmp_path, (3, 9))) == (False, True)
    assert site_folders(tmp_path, (3, 12)) == []
    assert site_folders(tmp_path, (3, 9)) == [site]


def test_interpreter_of_an_environment(tmp_path: Path) -> None:
    if sys.platform != "win32":
        assert environment_python(tmp_path) == tmp_path / "bin" / "python"
    (tmp_path / "Scripts").mkdir()
    (tmp_path / "Scripts" / "python.exe").touch()
    assert environment_python(tmp_path) == tmp_path / "Scripts" / "python.exe"
