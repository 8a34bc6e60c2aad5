"""A diagnosis: one text with all that is needed to see why packages are missing or do not load, and what to do."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import ScarpError
from ..progress import Progress, check
from . import folders
from .failures import recognise
from .graphics_card import Card
from .interpreter import Interpreter, Layout, ProbeError, Refused, ask, find_interpreter, sandbox_hint
from .processes import child_variables
from .proxy import without_secrets
from .requirements import INSTALL_EXTRACTION, INSTALL_TRAINING, MODULES

PROXY_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy")
ONLY_TRAINING = tuple(name for name in MODULES["training"] if name not in MODULES["extraction"])


@dataclass(frozen=True)
class Circumstances:
    """What only QGIS knows.

    Attributes:
        scarp, qgis: versions.
        proxy: address that QGIS uses; empty for none.
        onnxruntime: version, folder and providers as QGIS's process has imported it, or why it does not.
        card: the NVIDIA card; nothing where there is none.
        model: an ONNX file to try ONNX Runtime with.
    """

    scarp: str
    qgis: str
    proxy: str = ""
    onnxruntime: str = ""
    card: Card | None = None
    model: str = ""


@dataclass
class Diagnosis:
    """What was found.

    Attributes:
        lines: of the text.
        advice: what to do, most urgent first; empty where all is well.
        answer: of the environment's interpreter, as ``interpreter.ask`` gives it; empty where it does not run.
    """

    lines: list[str] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)
    answer: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, value: object) -> None:
        """One line of the text."""
        self.lines.append(f"{name}: {value}")

    def text(self) -> str:
        """The whole, without passwords."""
        todo = self.advice or ["Nothing: the packages for extraction and for training load."]
        return without_secrets("\n".join(["Scarp diagnosis", *self.lines, "", "What to do", *todo]) + "\n")


def diagnose(place: Path, layout: Layout, told: Circumstances, progress: Progress) -> Diagnosis:
    """Look at everything; PyTorch is asked in a process of the environment's interpreter.

    Args:
        place: where the current environment is looked for.
        layout: of the QGIS that runs.
        told: what only QGIS knows.
        progress: asked whether to stop.

    Raises:
        Cancelled: if so.
    """
    found = Diagnosis()
    found.add("Scarp", told.scarp)
    found.add("QGIS", told.qgis)
    found.add("System", f"{platform.platform()}, {platform.machine()}")
    found.add("Python of QGIS", f"{platform.python_version()} in {layout.base_prefix}; program {layout.executable}")
    for module in layout.modules:
        found.add(f"{module.name} of QGIS", f"{module.version} in {module.folder}")
    interpreter, refused = find_interpreter(layout, progress)
    _tell_interpreter(found, layout, interpreter, refused)
    progress.setProgress(30.0)
    check(progress)
    environment = folders.current(place)
    _tell_environment(found, environment, place, layout)
    _tell_packages(found, environment, layout, told, progress)
    progress.setProgress(90.0)
    found.add("onnxruntime in QGIS", told.onnxruntime or "not imported")
    card = f"{told.card.name}, driver {told.card.driver}" if told.card else "none found by nvidia-smi"
    found.add("NVIDIA card", card)
    if told.card and told.card.cuda < 12:
        found.advice.append("The NVIDIA driver is too old for current packages; install one of version 525 or newer.")
    found.add("Proxy of QGIS", told.proxy or "none")
    for name in PROXY_VARIABLES:
        if value := layout.variables.get(name):
            found.add(name, value)
    return found


def _tell_interpreter(
    found: Diagnosis, layout: Layout, interpreter: Interpreter | None, refused: list[Refused]
) -> None:
    """The interpreter, and each place that was tried."""
    if interpreter is None:
        found.add("Interpreter", "not found")
        found.advice.append(
            sandbox_hint(layout) or "The Python interpreter of this QGIS was not found, so Scarp cannot install "
            "packages. Report this text."
        )
    else:
        home = f", PYTHONHOME={interpreter.home}" if interpreter.home else ""
        version = ".".join(map(str, interpreter.version))
        found.add("Interpreter", f"{interpreter.path} ({version}, {interpreter.machine}{home})")
    for one in refused:
        found.add("  tried", one)


def _tell_environment(found: Diagnosis, environment: Path, place: Path, layout: Layout) -> None:
    """Where it is, what it is made for, and how it was made."""
    link = f" -> {environment.resolve()}" if environment.is_symlink() else ""
    found.add("Environment", f"{environment}{link}{'' if environment.is_dir() else ' (not there)'}")
    record = folders.read_record(environment)
    if record:
        found.add("  made for", f"{record.get('packages')} on {record.get('device')} by {record.get('interpreter')}")
        numpy = {module.name: module.version for module in layout.modules}.get("numpy")
        then = record.get("versions", {}).get("numpy")
        if then and numpy and then != numpy:
            found.add("  NumPy when it was made", then)
    home = folders.settings(environment).get("home", "")
    if environment.is_dir() and home and not Path(home).is_dir():
        found.add("  its Python", f"{home} (not there any more)")
    there = next((folder for folder in (place.parent, *place.parent.parents) if folder.is_dir()), Path.cwd())
    found.add("Free disk", f"{shutil.disk_usage(there).free / 1e9:.1f} GB in {there}")


def _tell_packages(
    found: Diagnosis, environment: Path, layout: Layout, told: Circumstances, progress: Progress
) -> None:
    """What the environment's interpreter imports, and what is missing."""
    if not folders.is_made_for(environment, layout.version):
        version = ".".join(map(str, folders.python_version(environment) or ()))
        found.add("Packages", f"made for Python {version}, QGIS has {layout.version[0]}.{layout.version[1]}")
        found.advice.append(f"QGIS has another Python than when the packages were installed. {INSTALL_EXTRACTION}")
        return
    python = folders.environment_python(environment)
    if not python.exists():
        found.add("Packages", "no environment with an interpreter")
        found.advice += [f"For extraction: {INSTALL_EXTRACTION}", f"For training: {INSTALL_TRAINING}"]
        return
    names = [*(module.name for module in layout.modules), *MODULES["training"]]
    try:
        said = ask(str(python), names, child_variables(layout.variables, environment), progress, told.model)
    except ProbeError as error:
        found.add("Packages", f"the environment's interpreter {python} does not run: {error}")
        found.advice.append(f"Install the packages again. {INSTALL_EXTRACTION}")
        return
    found.answer = said
    for name in names:
        found.add(f"  {name}", _described(said["modules"][name]))
    _tell_providers(found, said, told)
    _advise(found, said, layout)


def _described(module: Mapping[str, Any]) -> str:
    if "error" in module:
        return f"does not import: {module['error']}"
    text = f"{module['version']} in {module['folder']}"
    if "cuda" in module:
        build = f"built for CUDA {module['cuda_build']}" if module["cuda_build"] else "built without CUDA"
        text += f"; {build}; runs on {module['cuda_device'] or 'the CPU'}"
    return text


def _tell_providers(found: Diagnosis, said: Mapping[str, Any], told: Circumstances) -> None:
    """What ONNX Runtime offers, and what it really uses."""
    providers = said.get("providers")
    if not providers:
        return
    if "error" in providers:
        found.add("  ONNX Runtime", f"runs no model: {providers['error']}")
        found.advice.append(f"onnxruntime runs no model. {recognise(providers['error'].splitlines())}")
        return
    found.add("  ONNX Runtime", f"offers {', '.join(providers['available'])}; uses {providers['used'] or 'not tried'}")
    if told.card and "CUDAExecutionProvider" not in providers["available"]:
        found.advice.append(
            "The NVIDIA card is not used for extraction: the build without CUDA is installed. Run: qgis_process run "
            "scarp:installpackages -- PACKAGES=extraction DEVICE=cuda"
        )
    elif told.card and providers["used"] == "CPUExecutionProvider":
        found.advice.append(
            "The NVIDIA card is not used for extraction: CUDA's libraries do not load. Update the driver, then run: "
            "qgis_process run scarp:installpackages -- PACKAGES=extraction DEVICE=cuda"
        )


def _advise(found: Diagnosis, said: Mapping[str, Any], layout: Layout) -> None:
    """What to do about packages that are missing or do not load, or are not QGIS's."""
    modules = said["modules"]
    missing = [name for name, module in modules.items() if "No module named" in module.get("error", "")]
    if [name for name in missing if name in MODULES["extraction"]]:
        found.advice.append(f"For extraction and charts: {INSTALL_EXTRACTION}")
    if [name for name in missing if name in ONLY_TRAINING]:
        found.advice.append(f"For training: {INSTALL_TRAINING}")
    for name, module in modules.items():
        if "error" in module and name not in missing:
            found.advice.append(f"{name} does not load. {recognise(module['error'].splitlines())}")
    for own in layout.modules:
        theirs = modules[own.name]
        if theirs.get("version", own.version) != own.version:
            found.advice.append(
                f"The environment has {own.name} {theirs['version']}, QGIS {own.version}: install the packages again. "
                f"{INSTALL_EXTRACTION}"
            )


def described_runtime(runtime: Any) -> str:
    """ONNX Runtime as a process has imported it, in one line.

    Args:
        runtime: calls of ``engine.inference.import_runtime`` give it or raise ScarpError.
    """
    try:
        module = runtime()
    except ScarpError as error:
        return str(error)
    offers = ", ".join(module.get_available_providers())
    return f"{module.__version__} in {Path(module.__file__).parent}; offers {offers}"
