"""Install the packages that QGIS does not bring, into an environment of Scarp's own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..engine.errors import ScarpError
from ..engine.packages.environment import Installed, Order, install
from ..engine.packages.folders import RECORD, remove_old
from ..engine.packages.graphics_card import find_card
from ..engine.packages.interpreter import Layout
from ..engine.packages.proxy import without_secrets
from ..engine.packages.requirements import DEVICES, SETS, TORCH_INDEX
from ..engine.progress import Progress
from .base import ScarpAlgorithm, said_by_qgis
from .network import qgis_proxy
from .packages import (
    ENVIRONMENT_VARIABLE,
    add_packages,
    environment_folder,
    environment_place,
    is_loaded_from,
    qgis_layout,
    trial_model,
)

PACKAGES, DEVICE, WHEELS, INDEX_URL = "PACKAGES", "DEVICE", "WHEELS", "INDEX_URL"
FOLDER, VERSIONS = "FOLDER", "VERSIONS"
NEWEST_CUDA = 13
"""Taken where CUDA is asked for on a computer without a card."""


@dataclass(frozen=True)
class Inputs:
    """What a run works with, found in the main thread.

    Attributes:
        place: where the environment is looked for.
        layout: of the QGIS that runs.
        order: what is wanted.
    """

    place: Path
    layout: Layout
    order: Order


class InstallPackages(ScarpAlgorithm):
    """Install the packages for extraction or training."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "installpackages"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Install packages")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Installs what QGIS does not bring: ONNX Runtime for extraction, PyTorch for training.")

    def group(self) -> str:
        """Return the group's name."""
        return self.tr("Setup")

    def groupId(self) -> str:
        """Return the group's id."""
        return "setup"

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        words = self.tr(
            "install,packages,pip,python,dependencies,onnxruntime,pytorch,torch,cuda,gpu,environment,setup,offline"
        )
        return words.split(",")

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Installs the packages that Scarp needs beyond QGIS into an environment of its own in your QGIS "
            "profile. QGIS's own Python packages, <b>NumPy</b> and <b>GDAL</b> among them, are used as they are and "
            "never replaced.</p>"
            "<p>The packages are put in place when all of them load; a run that fails or is cancelled leaves what was "
            "there before. The proxy and pip's own settings are those of QGIS and of your user.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the outputs say."""
        return {
            FOLDER: self.tr("Where the packages are."),
            VERSIONS: self.tr("What is installed, with QGIS's NumPy and GDAL: name and version, one a line."),
        }

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        tr = self.tr
        wheels = QgsProcessingParameterFile(
            WHEELS, tr("Folder of wheels"), QgsProcessingParameterFile.Behavior.Folder, optional=True
        )
        index = QgsProcessingParameterString(INDEX_URL, tr("Package index"), optional=True)
        index.setFlags(index.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        declared: list[tuple[QgsProcessingParameterDefinition, str]] = [
            (
                QgsProcessingParameterEnum(
                    PACKAGES, tr("Packages for"), list(SETS), defaultValue=SETS[0], usesStaticStrings=True
                ),
                tr("<i>extraction</i>: ONNX Runtime, and matplotlib for charts; less than 0.3 GB, with CUDA about "
                   "2 GB. <i>training</i>: also PyTorch; 1 to 7 GB."),
            ),
            (
                QgsProcessingParameterEnum(
                    DEVICE, tr("Device"), list(DEVICES), defaultValue=DEVICES[0], usesStaticStrings=True
                ),
                tr("<i>auto</i> takes the builds for CUDA where there is an NVIDIA card, and those for the CPU "
                   "elsewhere. The builds for CUDA run on the CPU too."),
            ),
            (
                wheels,
                tr("For computers without a network: a folder of wheels (.whl) to install from. If some are missing, "
                   "the message gives the command that fetches them elsewhere."),
            ),
            (
                index,
                tr("Address of a package index, asked instead of the one that pip is configured to (pypi.org unless "
                   "pip.conf or PIP_INDEX_URL say otherwise). One of PyTorch's, "
                   "https://download.pytorch.org/whl/..., is used for PyTorch only; without it, the one for the "
                   "device is chosen."),
            ),
        ]  # fmt: skip
        for parameter, help_text in declared:
            parameter.setHelp(help_text)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFolder(FOLDER, tr("Folder of the packages")))
        self.addOutput(QgsProcessingOutputString(VERSIONS, tr("Versions")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Raises:
            ScarpError: says what is wrong.
        """
        wheels = self._wheels(parameters, context)
        if wheels is not None and not any(wheels.glob("*.whl")):
            raise ScarpError(f"The folder {wheels} holds no wheels (.whl); choose another, or leave it empty.")
        index = self.parameterAsString(parameters, INDEX_URL, context).strip()
        if index and not re.match(r"(https?|file)://\S+$", index):
            raise ScarpError(
                f"{without_secrets(index)} is no address of a package index; one starts with https://, http:// or "
                "file://."
            )
        if index and wheels is not None:
            raise ScarpError("A folder of wheels and a package index are given; give one of them.")
        place = environment_place()
        if place.exists() and place == environment_folder() and not (place / RECORD).exists():
            _check_own(place)
        return parameters

    def _wheels(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Path | None:
        folder = self.parameterAsString(parameters, WHEELS, context)
        return Path(folder).expanduser().absolute() if folder else None

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Ask QGIS for all that is to be known, in the main thread."""
        with said_by_qgis():
            layout = qgis_layout()
            asked = self.parameterAsString(parameters, DEVICE, context)
            device, cuda = choose_device(asked, layout.platform, feedback)
            proxy = qgis_proxy()
            order = Order(
                self.parameterAsString(parameters, PACKAGES, context), device, cuda,
                self._wheels(parameters, context), self.parameterAsString(parameters, INDEX_URL, context).strip(),
                proxy.url, proxy.direct, trial_model(),
            )  # fmt: skip
            self._inputs = Inputs(environment_place(), layout, order)
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Install, in whatever thread."""
        with said_by_qgis():
            inputs, before = self._inputs, environment_folder()
            if inputs.order.proxy:
                feedback.pushInfo(f"Proxy: {without_secrets(inputs.order.proxy)}.")
            installed = install(inputs.place, inputs.layout, inputs.order, feedback)
            return self._finish(installed, before, feedback)

    def _finish(self, installed: Installed, before: Path, progress: Progress) -> dict[str, Any]:
        """Use the new packages in this process, and say what there is."""
        restart = is_loaded_from(before)
        add_packages()
        remove_old(environment_place())
        versions = "\n".join(f"{name} {version}" for name, version in installed.versions.items())
        progress.pushInfo(f"Installed for {installed.packages} in {installed.folder}:\n{versions}")
        if installed.provider:
            progress.pushInfo(f"ONNX Runtime runs the bundled model on {installed.provider}.")
        if self._inputs.order.device == "cuda":
            _warn_of_cuda(installed, progress)
        if restart:
            progress.pushWarning("Older packages are in use by this QGIS. Start QGIS again to use the new ones.")
        else:
            progress.pushInfo("The packages can be used now; QGIS need not be started again.")
        return {FOLDER: str(installed.folder), VERSIONS: versions}


def _check_own(place: Path) -> None:
    """See that an environment that others made is not set aside, where the variable names it.

    Raises:
        ScarpError: if it would be.
    """
    if os.environ.get(ENVIRONMENT_VARIABLE):
        raise ScarpError(
            f"The variable {ENVIRONMENT_VARIABLE} names {place}, which Scarp did not make and does not change. Install "
            "into it with its own pip, unset the variable, or name a folder that does not exist yet."
        )


def choose_device(asked: str, platform: str, progress: Progress) -> tuple[str, int]:
    """The device to install for, and the highest CUDA major version that the driver takes.

    Args:
        asked: one of ``DEVICES``.
        platform: as ``sys.platform``.
        progress: is told what was found.

    Raises:
        ScarpError: if CUDA is asked for where it cannot be.
    """
    if platform == "darwin":
        if asked == "cuda":
            raise ScarpError("There is no CUDA on macOS; choose auto or cpu.")
        return "cpu", 0
    card = find_card() if asked != "cpu" else None
    if card is None:
        if asked == "cuda":
            progress.pushWarning("No NVIDIA card was found; the builds for CUDA are installed all the same.")
            return "cuda", NEWEST_CUDA
        if asked == "auto":
            progress.pushInfo("No NVIDIA card was found: the builds for the CPU are installed.")
        return "cpu", 0
    said = f"NVIDIA card {card.name} with driver {card.driver}"
    if card.cuda < 12:
        if asked == "cuda":
            raise ScarpError(f"The driver is too old for current packages ({said}); install version 525 or newer.")
        progress.pushWarning(f"The driver is too old for current packages ({said}): those for the CPU are installed.")
        return "cpu", 0
    progress.pushInfo(f"{said}: the builds for CUDA {card.cuda} are installed.")
    return "cuda", card.cuda


def _warn_of_cuda(installed: Installed, progress: Progress) -> None:
    """Say where the card will not be used, although the builds for it are there."""
    unused = []
    if installed.provider == "CPUExecutionProvider":
        unused.append("ONNX Runtime")
    if installed.cuda_of_torch is False:
        unused.append("PyTorch")
    if unused:
        progress.pushWarning(
            f"{' and '.join(unused)} cannot use the card and will run on the CPU. Update the driver, or give the index "
            f"of an older CUDA ({TORCH_INDEX}cu126) for PyTorch; Diagnose says more."
        )
