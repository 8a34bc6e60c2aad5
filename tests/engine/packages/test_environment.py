from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest
from osgeo import gdal
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.packages import environment, folders
from scarp.engine.packages.environment import Order, check_space, install, keep_training, log_file
from scarp.engine.packages.folders import current, environment_python, read_record, site_folders
from scarp.engine.packages.interpreter import Interpreter, Layout, ask, require_interpreter
from scarp.engine.packages.processes import child_variables
from scarp.engine.packages.requirements import Step, Target, steps
from scarp.engine.progress import Quiet

BOTH = ("onnxruntime", "matplotlib")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "scarp" / "environment"


@pytest.fixture(scope="session")
def known() -> dict[str, Interpreter]:
    return {}


@pytest.fixture(autouse=True)
def looked_for_once(known: dict[str, Interpreter], own: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """The interpreter, which has its own tests, is looked for once."""
    if not known:
        known["it"] = require_interpreter(own, Quiet())
    monkeypatch.setattr(environment, "require_interpreter", lambda *_: known["it"])


def beside(place: Path) -> list[str]:
    return sorted(file.name for file in place.parent.iterdir())


def test_installed_with_qgis_s_numpy_and_gdal(
    place: Path, own: Layout, wheels: Callable[..., Path], progress: Any
) -> None:
    """Wheels of a NumPy and a GDAL lie there too, and stay there; an older environment is in the place."""
    old = place.with_name("environment-1")
    old.mkdir(parents=True)
    folders.start_hold(old).release()
    folders.switch(place, old)
    order = Order("extraction", wheels=wheels(*BOTH, "numpy", "gdal", needs=("numpy",)), model="model.onnx")
    found = install(place, own, order, progress)
    assert found.folder == place.with_name("environment-2") == current(place)
    assert found.versions["numpy"] == numpy.__version__
    assert found.versions["osgeo"] == gdal.__version__
    assert re.fullmatch(r"1\.(31|19)\.0", found.versions["onnxruntime"])
    assert (found.packages, found.provider, found.cuda_of_torch) == ("extraction", "CPUExecutionProvider", None)
    (site,) = site_folders(found.folder, own.version)
    assert (site / "onnxruntime" / "__init__.py").is_file()
    assert not (site / "numpy").exists() and not (site / "osgeo").exists()
    assert beside(place) == ["environment-1", "environment-2", "environment.txt", "install.log"]
    assert folders.remove_old(place) == ["environment-1"]
    assert read_record(found.folder)["packages"] == "extraction"
    assert not (found.folder / "tmp").exists()
    assert (found.folder / "constraints.txt").read_text() == f"numpy=={numpy.__version__}\ngdal=={gdal.__version__}\n"
    assert progress.values == sorted(progress.values) and progress.values[-1] == 100.0
    assert progress.warnings == []
    # The environment works where it lies, by its interpreter.
    python = environment_python(found.folder)
    said = ask(str(python), ["onnxruntime", "numpy"], child_variables(own.variables, found.folder), Quiet())
    assert said["prefix"] == str(found.folder)
    assert said["modules"]["onnxruntime"]["folder"] == str(site / "onnxruntime")
    assert said["modules"]["numpy"]["folder"] == own.modules[0].folder


FAILURES = {
    "a wheel is missing": (
        {"names": ("matplotlib",)},
        r"The packages were not installed, and what was there before is unchanged\. There is no build .*No matching "
        r"distribution found for onnxruntime.* To fill .*wheels on the same kind of computer with a network: python3.*"
        r"pip download .* All that pip wrote is in .*install\.log\.",
    ),
    "a package does not load": (
        {"names": BOTH, "onnxruntime": "raise ImportError('DLL load failed: [WinError 1114] c10.dll')"},
        r"onnxruntime was installed but does not load\. A library of Windows is missing .*\[WinError 1114\]",
    ),
    "no model runs": (
        {"names": BOTH, "onnxruntime": "__version__ = '1'\ndef get_available_providers(): raise OSError('c10.dll')"},
        r"onnxruntime was installed but runs no model\. A library of Windows is missing",
    ),
    "it needs another NumPy": (
        {"names": (*BOTH, "numpy"), "needs": ("numpy>=99",)},
        r"The packages were not installed.* No versions of the packages go together with QGIS's NumPy, which stays",
    ),
    "it brings its own NumPy": (
        {"names": BOTH, "onnxruntime": "import sys\n__version__ = '1'\n"},
        r"QGIS's own packages would not be used: its numpy is 98\.0 in .*site-packages/numpy, that of QGIS",
    ),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_failure_leaves_what_was_there(
    case: str, place: Path, own: Layout, wheels: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = place.with_name("environment-4")
    old.mkdir(parents=True)
    folders.switch(place, old)
    made, message = FAILURES[case]
    names, codes = made["names"], {name: code for name, code in made.items() if name != "names"}
    if case == "it brings its own NumPy":
        real = environment._leave_qgis_modules

        def spoil(work: Any, progress: Any) -> None:
            real(work, progress)
            (site,) = site_folders(work.folder, own.version)
            (site / "numpy").mkdir()
            (site / "numpy" / "__init__.py").write_text("__version__ = '98.0'")

        monkeypatch.setattr(environment, "_leave_qgis_modules", spoil)
    with pytest.raises(ScarpError) as raised:
        install(place, own, Order("extraction", wheels=wheels(*names, **codes)), Quiet())
    assert re.search(message, str(raised.value), re.DOTALL), str(raised.value)
    assert current(place) == old
    assert beside(place) == ["environment-4", "environment.txt", "install.log"]
    assert "-m venv --system-site-packages --without-pip" in log_file(place).read_text()


def test_a_numpy_that_came_in_unknown_to_pip_is_taken_out(
    place: Path, own: Layout, wheels: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a bundle's NumPy has no metadata, so that pip takes it for missing."""
    monkeypatch.setattr(environment, "constraints", lambda _: "")
    folder = wheels(*BOTH, "numpy", needs=("numpy>=99",))
    found = install(place, own, Order("extraction", wheels=folder), Quiet())
    (site,) = site_folders(found.folder, own.version)
    assert not (site / "numpy").exists()
    assert found.versions["numpy"] == numpy.__version__


@pytest.mark.parametrize("line", ["Processing", "Installing collected"])
def test_cancelled_while_pip_works(
    line: str, place: Path, own: Layout, wheels: Callable[..., Path], progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = environment.PipOutput.line

    def hear(self: Any, text: str) -> None:
        real(self, text)
        if text.startswith(line):
            progress.cancel_after = 0

    monkeypatch.setattr(environment.PipOutput, "line", hear)
    with pytest.raises(Cancelled, match=r"The installation was cancelled; the packages are as they were\."):
        install(place, own, Order("extraction", wheels=wheels(*BOTH)), progress)
    assert beside(place) == ["install.log"]
    assert current(place) == place


def test_the_log_and_the_commands_hold_no_password(
    place: Path, own: Layout, monkeypatch: pytest.MonkeyPatch, progress: Any
) -> None:
    commands, given = [], []

    def run(command: Any, variables: Any, *rest: Any, **keywords: Any) -> Any:
        commands.append(" ".join(command))
        given.append(variables)
        return real(command, variables, *rest, **keywords)

    real = environment.run
    monkeypatch.setattr(environment, "run", run)
    # Port 9 of the own computer: refused at once.
    index = "http://who:geheim@127.0.0.1:9/simple"  # pragma: allowlist secret
    proxy = "http://me:verborgen@127.0.0.1:9"  # pragma: allowlist secret
    order = Order("extraction", index=index, proxy=proxy, direct=("localhost",))
    layout = replace(own, variables={**own.variables, "PIP_RETRIES": "1", "PIP_CONFIG_FILE": "/dev/null"})
    with pytest.raises(ScarpError) as raised:
        install(place, layout, order, progress)
    assert "The proxy refuses the connection or does not answer." in str(raised.value)
    said = "\n".join([*commands, log_file(place).read_text(), str(raised.value), *progress.infos, *progress.warnings])
    assert "geheim" not in said and "verborgen" not in said
    assert given[-1]["PIP_INDEX_URL"] == order.index
    assert (given[-1]["HTTPS_PROXY"], given[-1]["NO_PROXY"]) == (order.proxy, "localhost")
    assert given[-1]["TMPDIR"] == str(place.with_name("environment-1") / "tmp")


def test_pytorch_s_index_that_does_not_answer_is_done_without(
    place: Path, own: Layout, wheels: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, progress: Any
) -> None:
    """Here the general index is a folder of wheels, and PyTorch's a port that refuses."""
    names = ("onnxruntime", "matplotlib", "torch", "torchvision", "onnx", "onnxscript", "scipy", "tensorboard")
    folder = wheels(*names)
    dead = "http://127.0.0.1:9/whl/cpu"
    monkeypatch.setattr(
        environment, "steps", lambda *_, **__: [Step(("torch", "torchvision"), dead), Step(("onnxruntime", *names[4:]))]
    )
    monkeypatch.setattr(environment, "_pip_install", _from(folder, dead, environment._pip_install))
    found = install(place, own, Order("training"), progress)
    assert progress.warnings == [
        "The package index does not answer; trying again ...",
        f"{dead} cannot be used (no network); the general package index is asked instead, whose PyTorch may be larger, "
        "or without CUDA."
    ]
    assert found.versions["torch"] == "2.15.0"
    assert found.cuda_of_torch is False
    there = keep_training(place, own, Order("extraction", device="cuda"), progress)
    assert (there.packages, there.device) == ("training", "cuda")
    assert progress.infos[-1] == (
        "The packages for training are installed; they are installed again, so that none is lost."
    )


def _from(folder: Path, dead: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """pip with a folder of wheels as the general index."""

    def pip_install(work: Any, step: Step, version: tuple[int, ...], progress: Any) -> Any:
        if step.index == dead:
            work.layout.variables["PIP_CONFIG_FILE"] = "/dev/null"
            work.layout.variables["PIP_FIND_LINKS"] = ""
            return real(work, step, version, progress)
        work.order = replace(work.order, wheels=folder)
        return real(work, step, version, progress)

    return pip_install


def test_extraction_stays_extraction_where_there_is_no_training(place: Path, own: Layout, progress: Any) -> None:
    order = Order("extraction")
    assert keep_training(place, own, order, progress) is order
    assert progress.infos == []


def test_settings_of_pip_that_name_other_places(place: Path, own: Layout, progress: Any) -> None:
    def has(**variables: str) -> bool:
        given = {name: value for name, value in own.variables.items() if not name.startswith("PIP_")}
        layout = replace(own, variables={**given, "PIP_CONFIG_FILE": "/dev/null", **variables})
        return environment.has_own_places(replace(work, layout=layout), progress)

    place.mkdir(parents=True)
    work = environment._Work(place, own, Order("training"), environment.require_interpreter(own, progress))
    environment._make_venv(work, progress)

    assert has(PIP_INDEX_URL="https://mirror.example/simple")
    assert not has(PIP_TIMEOUT="30")


def test_too_little_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=2_000_000_000))
    target = Target("training", "cuda", "linux", (3, 11), "1.24.2", 13)
    with pytest.raises(ScarpError) as raised:
        check_space(tmp_path / "environment-1", target, steps(target))
    assert str(raised.value) == (
        f"The packages for training need about 13.1 GB in {tmp_path}, where 2.0 GB are free. Free some space, or set "
        "the variable SCARP_ENVIRONMENT to a folder on another disk."
    )
    small = Target("extraction", "cpu", "linux", (3, 11), "1.24.2")
    check_space(tmp_path / "environment-1", small, steps(small))


def test_a_python_without_pip_says_which_package_to_install(
    place: Path, own: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian without python3-venv and python3-pip."""
    real = environment.run

    def run(command: Any, *rest: Any, **keywords: Any) -> Any:
        if "pip" in command or "ensurepip" in command:
            name = command[command.index("-m") + 1]
            return environment.Finished(1, [f"/usr/bin/python3.11: No module named {name}"])
        return real(command, *rest, **keywords)

    monkeypatch.setattr(environment, "run", run)
    with pytest.raises(ScarpError) as raised:
        install(place, own, Order("extraction"), Quiet())
    assert str(raised.value).startswith("The environment cannot be given pip. The Python of QGIS has no pip. On Debian")
    assert "sudo apt install python3-venv python3-pip" in str(raised.value)
    assert beside(place) == ["install.log"]
