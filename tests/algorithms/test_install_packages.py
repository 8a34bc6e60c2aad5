from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsNetworkAccessManager,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtNetwork import QNetworkProxy
from scarp.algorithms import install_packages, packages
from scarp.algorithms.install_packages import InstallPackages, choose_device
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.packages.environment import Installed, Order
from scarp.engine.packages.folders import current, new_folder, start_hold, switch, write_record
from scarp.engine.packages.graphics_card import Card
from scarp.tests.algorithms.conftest import Feedback

REPOSITORY = Path(__file__).resolve().parents[2]
VERSIONS = {"numpy": numpy.__version__, "osgeo": gdal.__version__, "onnxruntime": "1.31.0"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the packages go, named by the variable; the path is put back."""
    monkeypatch.setenv("SCARP_ENVIRONMENT", str(tmp_path / "environment"))
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(packages, "_holds", [])
    monkeypatch.setattr(install_packages, "find_card", lambda: None)
    yield tmp_path / "environment"
    importlib.invalidate_caches()


@pytest.fixture
def orders(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What the engine was asked for; instead of installing, it makes a folder with a package "scarp_installed"."""
    heard: list[Order] = []

    def install(where: Path, layout: Any, order: Order, progress: Any) -> Installed:
        assert where == place
        assert [module.name for module in layout.modules] == ["numpy", "osgeo"]
        heard.append(order)
        folder = new_folder(place)
        start_hold(folder).release()
        site = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
        (site / "scarp_installed").mkdir(parents=True)
        (site / "scarp_installed" / "__init__.py").touch()
        switch(place, folder)
        torch = None if order.packages == "extraction" else False
        return Installed(folder, order.packages, VERSIONS, "CPUExecutionProvider", torch)

    monkeypatch.setattr(install_packages, "install", install)
    return heard


@pytest.fixture
def run(provider: Any, feedback: Feedback) -> Callable[..., Any]:
    """Runs the algorithm as a script does."""
    import processing

    return lambda **parameters: processing.run("scarp:installpackages", parameters, feedback=feedback)


def refusal(**parameters: Any) -> str:
    possible, reason = InstallPackages().create().checkParameterValues(parameters, QgsProcessingContext())
    assert not possible
    return str(reason)


def test_in_the_toolbox(qgis_app: Any) -> None:
    algorithm = InstallPackages().create()
    assert (algorithm.name(), algorithm.displayName(), algorithm.group()) == (
        "installpackages", "Install packages", "Setup",
    )  # fmt: skip
    names = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    assert names == ["PACKAGES", "DEVICE", "WHEELS", "INDEX_URL"]
    assert [output.name() for output in algorithm.outputDefinitions()] == ["FOLDER", "VERSIONS"]
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    assert [p.name() for p in algorithm.parameterDefinitions() if p.flags() & advanced] == ["INDEX_URL"]
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert "never replaced" in algorithm.shortHelpString() and "Where the packages are." in algorithm.shortHelpString()
    assert algorithm.canExecute() == (True, "") or algorithm.canExecute()[0]


def test_installed_and_usable_without_a_restart(run: Callable[..., Any], orders: list[Order], place: Path,
                                                feedback: Feedback) -> None:  # fmt: skip
    results = run()
    folder = place.with_name("environment-1")
    assert results["FOLDER"] == str(folder)
    assert results["VERSIONS"] == f"numpy {numpy.__version__}\nosgeo {gdal.__version__}\nonnxruntime 1.31.0"
    assert importlib.util.find_spec("scarp_installed") is not None
    (order,) = orders
    assert (order.packages, order.device, order.cuda, order.wheels, order.index) == ("extraction", "cpu", 0, None, "")
    assert Path(order.model).suffix == ".onnx"
    assert feedback.warnings == []
    assert "The packages can be used now; QGIS need not be started again." in feedback.infos
    assert "ONNX Runtime runs the bundled model on CPUExecutionProvider." in feedback.infos


def test_a_restart_is_asked_for_where_old_packages_are_loaded(run: Callable[..., Any], orders: list[Order], place: Path,
                                                              feedback: Feedback) -> None:  # fmt: skip
    run()
    try:
        importlib.import_module("scarp_installed")
        run(PACKAGES="extraction")
        assert feedback.warnings == [
            "Older packages are in use by this QGIS. Start QGIS again to use the new ones."
        ]
        assert place.with_name("environment-1").is_dir()  # in use
        assert current(place) == place.with_name("environment-2")
    finally:
        sys.modules.pop("scarp_installed", None)


def test_parameters_as_strings(run: Callable[..., Any], orders: list[Order], tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels" / "a.whl").touch()
    run(PACKAGES="training", DEVICE="cpu", WHEELS=str(tmp_path / "wheels"))
    run(PACKAGES="training", DEVICE="cuda", INDEX_URL=" https://download.pytorch.org/whl/cu126 ")
    first, second = orders
    assert (first.packages, first.device, first.wheels) == ("training", "cpu", tmp_path / "wheels")
    assert (second.device, second.cuda, second.index) == ("cuda", 13, "https://download.pytorch.org/whl/cu126")


def test_a_card_that_cannot_be_used_is_told(run: Callable[..., Any], orders: list[Order], feedback: Feedback) -> None:
    run(PACKAGES="training", DEVICE="cuda")
    assert feedback.warnings == [
        "No NVIDIA card was found; the builds for CUDA are installed all the same.",
        "ONNX Runtime and PyTorch cannot use the card and will run on the CPU. Update the driver, or give the index of "
        "an older CUDA (https://download.pytorch.org/whl/cu126) for PyTorch; Diagnose says more.",
    ]


def test_the_proxy_of_qgis_is_used_and_its_password_not_shown(run: Callable[..., Any], orders: list[Order],
                                                              feedback: Feedback) -> None:  # fmt: skip
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()
    try:
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128, "me", "geheim")
        manager.setFallbackProxyAndExcludes(proxy, [], ["localhost"])
        run()
    finally:
        manager.setFallbackProxyAndExcludes(*before)
    assert (orders[0].proxy, orders[0].direct) == (
        "http://me:geheim@proxy.example:3128", ("localhost",),  # pragma: allowlist secret
    )  # fmt: skip
    assert "Proxy: http://****@proxy.example:3128." in feedback.infos
    assert "geheim" not in "".join(feedback.infos)


@pytest.mark.parametrize(
    ("asked", "platform", "card", "expected", "said"),
    [
        ("auto", "linux", None, ("cpu", 0), "No NVIDIA card was found: the builds for the CPU are installed."),
        ("auto", "linux", Card("T4", "535.1"), ("cuda", 12), "NVIDIA card T4 with driver 535.1: the builds for CUDA 1"),
        ("auto", "win32", Card("T4", "581.1"), ("cuda", 13), "NVIDIA card T4 with driver 581.1: the builds for CUDA 1"),
        ("auto", "linux", Card("K80", "470.1"), ("cpu", 0), "The driver is too old for current packages (NVIDIA car"),
        ("cpu", "linux", Card("T4", "581.1"), ("cpu", 0), ""),
        ("auto", "darwin", None, ("cpu", 0), ""),
    ],
)
def test_device(asked: str, platform: str, card: Card | None, expected: tuple[str, int], said: str, progress: Any,
                monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(install_packages, "find_card", lambda: card)
    assert choose_device(asked, platform, progress) == expected
    assert "".join([*progress.infos, *progress.warnings]).startswith(said)


@pytest.mark.parametrize(
    ("platform", "card", "message"),
    [
        ("darwin", None, "There is no CUDA on macOS; choose auto or cpu."),
        ("linux", Card("K80", "470.1"), "The driver is too old for current packages (NVIDIA card K80 with driver "
         "470.1); install version 525 or newer."),
    ],
)  # fmt: skip
def test_cuda_where_it_cannot_be(platform: str, card: Card | None, message: str, progress: Any,
                                 monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setattr(install_packages, "find_card", lambda: card)
    with pytest.raises(ScarpError) as raised:
        choose_device("cuda", platform, progress)
    assert str(raised.value) == message


def test_bad_values_are_refused_before_a_run(place: Path, tmp_path: Path, qgis_app: Any) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refusal(WHEELS=str(empty)) == (
        f"The folder {empty} holds no wheels (.whl); choose another, or leave it empty."
    )
    assert refusal(INDEX_URL="pypi.org") == (
        "pypi.org is no address of a package index; one starts with https://, http:// or file://."
    )
    assert "geheim" not in refusal(INDEX_URL="ftp://me:geheim@pypi.example")  # pragma: allowlist secret
    (empty / "a.whl").touch()
    assert refusal(WHEELS=str(empty), INDEX_URL="https://pypi.org/simple") == (
        "A folder of wheels and a package index are given; give one of them."
    )
    assert "PACKAGES" in refusal(PACKAGES="all") or "Packages for" in refusal(PACKAGES="all")


def test_an_environment_of_others_that_the_variable_names_is_left_alone(place: Path, qgis_app: Any) -> None:
    place.mkdir()
    assert refusal() == (
        f"The variable SCARP_ENVIRONMENT names {place}, which Scarp did not make and does not change. Install into it "
        "with its own pip, unset the variable, or name a folder that does not exist yet."
    )
    write_record(place, {"packages": "extraction"})
    assert InstallPackages().create().checkParameterValues({}, QgsProcessingContext())[0]


def test_one_in_the_profile_may_be_set_aside(qgis_app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCARP_ENVIRONMENT", raising=False)
    monkeypatch.setattr(packages, "scarp_folder", lambda: tmp_path)
    (tmp_path / "environment").mkdir()
    assert InstallPackages().create().checkParameterValues({}, QgsProcessingContext())[0]


@pytest.mark.parametrize("error", [ScarpError("The disk is full."), Cancelled("The installation was cancelled.")])
def test_errors_are_those_of_processing(error: ScarpError, run: Callable[..., Any], place: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(install_packages, "install", fail)
    before = list(sys.path)
    with pytest.raises(QgsProcessingException, match=str(error)):
        run()
    assert sys.path == before


# For real


def qgis_process() -> str:
    """The command; Debian's wrapper of 3.22 does not work, the program that it wraps does."""
    for name in ("qgis_process.bin", "qgis_process"):
        if path := shutil.which(name):
            return path
    pytest.skip("qgis_process is not on the PATH")


@pytest.fixture
def index_answers(tmp_path: Path) -> None:
    """Skips without a package index to install from."""
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--retries", "0", "--timeout", "10",
               "--only-binary=:all:", "-d", str(tmp_path / "probe"), "flatbuffers"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"no package index can be reached: {(done.stderr.strip().splitlines() or ['pip failed'])[-1]}")


@pytest.fixture
def profile(tmp_path: Path) -> dict[str, str]:
    """A fresh QGIS profile with the plugin, nothing installed; the variables that make QGIS use it."""
    default = tmp_path / "qgis" / "profiles" / "default"
    (default / "QGIS").mkdir(parents=True)
    (default / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\nprocessing=true\nscarp=true\n", encoding="utf-8")
    (default / "python" / "plugins").mkdir(parents=True)
    (default / "python" / "plugins" / "scarp").symlink_to(REPOSITORY)
    variables = {name: value for name, value in os.environ.items() if name not in ("SCARP_ENVIRONMENT", "VIRTUAL_ENV")}
    return {**variables, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "qgis"), "QT_QPA_PLATFORM": "offscreen"}


def test_for_real_into_a_fresh_profile(profile: dict[str, str], index_answers: None, tmp_path: Path,
                                       record_property: Callable[[str, object], None]) -> None:  # fmt: skip
    """As a user without a window installs the packages for extraction; QGIS's NumPy and GDAL are the same after."""

    def call(algorithm: str, *parameters: str) -> dict[str, Any]:
        command = [qgis_process(), "run", "--json", algorithm, "--", *parameters]
        done = subprocess.run(command, env=profile, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
        found: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{\n") :])["results"]
        return found

    def of_qgis(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith(("numpy of QGIS:", "osgeo of QGIS:"))]

    before = call("scarp:diagnose")["TEXT"]
    assert "onnxruntime in QGIS: The package onnxruntime is not installed" in before
    installed = call("scarp:installpackages", "PACKAGES=extraction", "DEVICE=cpu")
    after = call("scarp:diagnose")["TEXT"]
    assert len(of_qgis(before)) == 2 and of_qgis(before) == of_qgis(after)
    record_property("before", "; ".join(of_qgis(before)))
    record_property("after", "; ".join(of_qgis(after)))
    print("before:", *of_qgis(before), "after:", *of_qgis(after), "installed:", installed["VERSIONS"], sep="\n")
    versions = dict(line.split(" ") for line in installed["VERSIONS"].splitlines())
    assert (versions["numpy"], versions["osgeo"]) == tuple(line.split()[3] for line in of_qgis(before))
    folder = tmp_path / "qgis" / "profiles" / "default" / "scarp" / "environment-1"
    assert installed["FOLDER"] == str(folder)
    assert f"onnxruntime in QGIS: {versions['onnxruntime']} in {folder}" in after
    names = {path.name for path in folder.glob("lib/python*/site-packages/*")}
    assert "onnxruntime" in names and not names & {"numpy", "osgeo"}
    assert QgsApplication.instance() is not None
