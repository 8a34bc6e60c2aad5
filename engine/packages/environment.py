"""Making an environment with the packages: beside the current one, checked, and only then put in its place."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Cancelled, ScarpError
from ..progress import Part, Progress
from . import folders
from .failures import Failure, recognise
from .interpreter import Interpreter, Layout, ask, differing, require_interpreter
from .pip_output import PipOutput
from .processes import Finished, child_variables, run
from .proxy import proxy_variables, without_secrets
from .requirements import (
    MODULES,
    Step,
    Target,
    constraints,
    download_command,
    is_installed,
    needed_bytes,
    steps,
)

LOG = "install.log"
RAW_PROGRESS = (24, 1)
"""The first pip that tells its progress to a program."""
OWN_PLACES = ("index-url", "extra-index-url", "find-links", "no-index")
"""Settings of pip that say where packages come from."""
NAMES = {"numpy": "numpy", "osgeo": "gdal"}
"""Names on the index of the modules that QGIS brings."""


@dataclass(frozen=True)
class Order:
    """What the analyst wants.

    Attributes:
        packages: one of ``requirements.SETS``.
        device: "cpu" or "cuda".
        cuda: highest CUDA major version of the driver; 0 without a card.
        wheels: folder of wheels to install from without a network.
        index: package index instead of the configured one; one of PyTorch's is used for PyTorch alone.
        proxy: its address; empty for none, or for what the environment variables say.
        direct: hosts that are reached without it.
        model: an ONNX file to try ONNX Runtime with.
    """

    packages: str
    device: str = "cpu"
    cuda: int = 0
    wheels: Path | None = None
    index: str = ""
    proxy: str = ""
    direct: Sequence[str] = ()
    model: str = ""


@dataclass(frozen=True)
class Installed:
    """An environment that was made.

    Attributes:
        folder: of it.
        packages: the set that it holds.
        versions: of the modules, QGIS's own among them, by name.
        provider: that ONNX Runtime ran the model with; empty without one.
        cuda_of_torch: whether PyTorch can use the card; nothing where it is not in the set.
    """

    folder: Path
    packages: str
    versions: Mapping[str, str]
    provider: str = ""
    cuda_of_torch: bool | None = None


@dataclass
class _Work:
    """An environment in the making."""

    folder: Path
    layout: Layout
    order: Order
    interpreter: Interpreter
    log: list[str] = field(default_factory=list)

    @property
    def python(self) -> str:
        return str(folders.environment_python(self.folder))

    def variables(self) -> dict[str, str]:
        child = child_variables(self.layout.variables, home=self.interpreter.home)
        child.update(proxy_variables(self.order.proxy, self.order.direct))
        # The system's folder for temporary files is often small and held in memory.
        scratch = str(self.folder / "tmp")
        return {**child, "TMPDIR": scratch, "TEMP": scratch, "TMP": scratch}

    def run(self, command: Sequence[str], progress: Progress, variables: Mapping[str, str] | None = None) -> Finished:
        self.log.append("> " + without_secrets(" ".join(command)))
        done = run(command, variables or self.variables(), progress, folder=self.folder)
        self.log += map(without_secrets, done.lines)
        return done


def install(place: Path, layout: Layout, order: Order, progress: Progress) -> Installed:
    """Install a set of packages into a new environment and make it the current one of a place.

    QGIS's NumPy and GDAL are seen by it and never replaced. What was there before stays as it was unless all went
    well, and what is then no longer used is removed.

    Args:
        place: where the current one is looked for.
        layout: of the QGIS that runs.
        order: what is wanted; a set that is there already is kept, so extraction over training stays training.
        progress: is told, and asked ten times a second whether to stop.

    Raises:
        Cancelled: if so.
        ScarpError: says what failed and what to do.
    """
    order = keep_training(place, layout, order, progress)
    interpreter = require_interpreter(layout, Part(progress, 0.0, 2.0))
    progress.pushInfo(f"QGIS's Python: {interpreter.path} ({'.'.join(map(str, interpreter.version))}).")
    folder = folders.new_folder(place)
    work = _Work(folder, layout, order, interpreter)
    held = folders.start_hold(folder)
    done = False
    try:
        installed = _make(work, place, progress)
        progress.setProgress(100.0)
        done = True
        return installed
    except Cancelled as error:
        raise Cancelled("The installation was cancelled; the packages are as they were.") from error
    except OSError as error:
        raise ScarpError(str(recognise([f"{type(error).__name__}: {error}"]))) from error
    finally:
        _write_log(place, work.log)
        held.release()
        if not done:
            folders.discard(folder)


def keep_training(place: Path, layout: Layout, order: Order, progress: Progress) -> Order:
    """The order, for training where the current environment has its packages, so that none is lost."""
    there = folders.site_folders(folders.current(place), layout.version)
    if order.packages == "extraction" and is_installed("training", there):
        progress.pushInfo("The packages for training are installed; they are installed again, so that none is lost.")
        return Order(**{**vars(order), "packages": "training"})
    return order


def _make(work: _Work, place: Path, progress: Progress) -> Installed:
    """All steps, up to the switch."""
    (work.folder / "tmp").mkdir()
    version = _make_venv(work, Part(progress, 2.0, 4.0))
    target = _target(work)
    own = target.packages == "training" and has_own_places(work, progress)
    plan = steps(target, work.order.index, own_index=own, offline=work.order.wheels is not None)
    check_space(work.folder, target, plan)
    (work.folder / "constraints.txt").write_text(
        constraints((NAMES[module.name], module.version) for module in work.layout.modules), encoding="utf-8"
    )
    total, done = sum(step.megabytes for step in plan), 0.0
    for step in plan:
        start, done = done, done + step.megabytes
        part = Part(progress, 5.0 + 87.0 * start / total, 5.0 + 87.0 * done / total)
        failure = _pip_install(work, step, version, part)
        if failure is not None and step.index and step.index != work.order.index and failure.kind in (
            "no network", "no wheel", "proxy", "certificate",
        ):  # fmt: skip
            progress.pushWarning(
                f"{step.index} cannot be used ({failure.kind}); the general package index is asked instead, whose "
                "PyTorch may be larger, or without CUDA."
            )
            failure = _pip_install(work, Step(step.requirements, "", step.dependencies, step.megabytes), version, part)
        if failure is not None:
            raise ScarpError(_advice(failure, work, target, place))
    _leave_qgis_modules(work, progress)
    shutil.rmtree(work.folder / "tmp", ignore_errors=True)
    installed = _check(work, target, Part(progress, 92.0, 99.0))
    folders.write_record(
        work.folder,
        {"packages": target.packages, "device": target.device, "python": ".".join(map(str, work.interpreter.version)),
         "interpreter": work.interpreter.path, "home": work.interpreter.home, "versions": dict(installed.versions)},
    )  # fmt: skip
    folders.switch(place, work.folder)
    return installed


def _make_venv(work: _Work, progress: Progress) -> tuple[int, ...]:
    """The empty environment; the version of its pip."""
    progress.pushInfo(f"Making an environment in {work.folder} ...")
    base = work.interpreter.path
    command = [base, "-m", "venv", "--system-site-packages", "--without-pip", str(work.folder)]
    done = work.run(command, progress)
    if done.code != 0:
        raise ScarpError(f"The environment cannot be made. {recognise(done.lines)}")
    # The pip of QGIS's Python, where it has one, installs into the environment that it is run in.
    if (version := _pip_version(work, progress)) is None:
        done = work.run([work.python, "-m", "ensurepip", "--default-pip"], progress)
        version = _pip_version(work, progress) if done.code == 0 else None
        if version is None:
            raise ScarpError(f"The environment cannot be given pip. {recognise(done.lines)}")
    return version


def _pip_version(work: _Work, progress: Progress) -> tuple[int, ...] | None:
    """Version of the environment's pip; nothing where it has none."""
    done = work.run([work.python, "-m", "pip", "--version"], progress)
    said = next((line for line in done.lines if line.startswith("pip ")), "")
    if done.code != 0 or not said:
        return None
    return tuple(int(number) for number in said.split()[1].split(".")[:2] if number.isdigit())


def _target(work: _Work) -> Target:
    numpy = next((module.version for module in work.layout.modules if module.name == "numpy"), "")
    order = work.order
    return Target(order.packages, order.device, work.layout.platform, work.layout.version, numpy, order.cuda)


def has_own_places(work: _Work, progress: Progress) -> bool:
    """Whether pip is configured, in a file or by variables, to take packages from elsewhere than usual."""
    done = run([work.python, "-m", "pip", "config", "list"], work.variables(), progress)
    names = [line.partition("=")[0].rpartition(".")[2] for line in done.lines]
    return any(name in OWN_PLACES for name in names)


def check_space(folder: Path, target: Target, plan: Sequence[Step]) -> None:
    """See that the packages find room.

    Raises:
        ScarpError: if not.
    """
    free, needed = shutil.disk_usage(folder).free, needed_bytes(target, plan)
    if free < needed:
        raise ScarpError(
            f"The packages for {target.packages} need about {needed / 1e9:.1f} GB in {folder.parent}, where "
            f"{free / 1e9:.1f} GB are free. Free some space, or set the variable SCARP_ENVIRONMENT to a folder on "
            "another disk."
        )


def _pip_install(work: _Work, step: Step, version: tuple[int, ...], progress: Progress) -> Failure | None:
    """One step; what failed, or nothing."""
    bar = "raw" if version >= RAW_PROGRESS else "off"
    command = [
        work.python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--only-binary=:all:",
        "--no-warn-script-location", f"--progress-bar={bar}", "-c", str(work.folder / "constraints.txt"),
    ]  # fmt: skip
    variables = work.variables()
    if work.order.wheels is not None:
        command += ["--no-index", "--find-links", str(work.order.wheels)]
    elif step.index:
        variables["PIP_INDEX_URL"] = step.index  # not as an argument, which all users of the computer could read
    if step.index != "" and step.index != work.order.index:
        command += ["--retries", "1", "--timeout", "15"]
    if not step.dependencies:
        command.append("--no-deps")
    command += step.requirements
    site = folders.site_folders(work.folder, work.layout.version)
    output = PipOutput(progress, step.megabytes, site[0] if site else work.folder, work.log.append)
    work.log.append("> " + without_secrets(" ".join(command)))
    done = run(command, variables, progress, folder=work.folder, on_line=output.line, on_wait=output.wait)
    return None if done.code == 0 else recognise(done.lines)


def _advice(failure: Failure, work: _Work, target: Target, place: Path) -> str:
    """What is said of a failed installation."""
    text = f"The packages were not installed, and what was there before is unchanged. {failure}"
    if failure.kind == "no wheel" and work.order.wheels is not None:
        text += f" To fill {work.order.wheels} on the same kind of computer with a network: {download_command(target)}"
    return f"{text} All that pip wrote is in {log_file(place)}."


def _leave_qgis_modules(work: _Work, progress: Progress) -> None:
    """Take out what pip has installed over QGIS's own modules, where it did not know of them."""
    for site in folders.site_folders(work.folder, work.layout.version):
        for module in work.layout.modules:
            if (site / module.name).exists():
                work.run([work.python, "-m", "pip", "uninstall", "--yes", NAMES[module.name]], progress)


def _check(work: _Work, target: Target, progress: Progress) -> Installed:
    """Import everything in a fresh interpreter.

    Raises:
        ScarpError: if a package does not import, or NumPy and GDAL are not QGIS's.
    """
    progress.pushInfo("Checking that the packages load ...")
    modules, names = MODULES[target.packages], [module.name for module in work.layout.modules]
    variables = child_variables(work.layout.variables, home=work.interpreter.home)
    said = ask(work.python, [*names, *modules], variables, progress, work.order.model)
    work.log.append(str(said))
    if wrong := differing(work.layout.modules, said):
        raise ScarpError(f"QGIS's own packages would not be used: {wrong}. Nothing was changed.")
    for name in modules:
        if error := said["modules"][name].get("error"):
            raise ScarpError(f"{name} was installed but does not load. {recognise(error.splitlines())}")
    providers = said.get("providers", {})
    if "error" in providers:
        raise ScarpError(f"onnxruntime was installed but runs no model. {recognise(providers['error'].splitlines())}")
    versions = {name: said["modules"][name]["version"] for name in (*names, *modules)}
    torch = said["modules"].get("torch", {})
    return Installed(work.folder, target.packages, versions, providers.get("used", ""), torch.get("cuda"))


def log_file(place: Path) -> Path:
    """Where the output of the last installation is."""
    return place.with_name(LOG)


def _write_log(place: Path, lines: Sequence[str]) -> None:
    with suppress(OSError):
        log_file(place).write_text("\n".join(lines) + "\n", encoding="utf-8")
