"""Put a model into the analyst's own, from a file or from the network."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputString,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QUrl

from ..engine.contract import Contract
from ..engine.errors import ScarpError
from ..engine.model_files import check_size, copy_model, file_hash, given_hash, whole_model
from ..engine.packages.proxy import without_secrets
from ..engine.progress import Part, Progress
from .base import ScarpAlgorithm, said_by_qgis
from .destinations import StagedFile
from .download import download
from .training_folder import check_name, made_folder

FILE, URL, SHA256, NAME, OVERWRITE, AUTHENTICATION = "FILE", "URL", "SHA256", "NAME", "OVERWRITE", "AUTHENTICATION"
MODEL = "MODEL"
COMPARED, FETCHED = 10.0, 90.0
"""How much of a run is done, 0 to 100, when a model of that name has been looked at, and when the new one is there."""


@dataclass(frozen=True)
class Order:
    """What is to be installed.

    Attributes:
        file: of the model; nothing where it is fetched.
        url: that it is fetched from; empty for a file.
        authentication: that QGIS fetches it with; may be empty.
        sha256: that it must have; empty where none was given.
        target: its place among the analyst's models.
        overwrite: whether another model there is replaced.
    """

    file: Path | None
    url: str
    authentication: str
    sha256: str
    target: Path
    overwrite: bool


class InstallModel(ScarpAlgorithm):
    """Install a model, so that it can be chosen by name."""

    def name(self) -> str:
        """Return the id after the provider's."""
        return "installmodel"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Install a model")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Puts a model, from a file or an address, into the list of Extract landslides.")

    def group(self) -> str:
        """Return the group's name."""
        return self.tr("Setup")

    def groupId(self) -> str:
        """Return the group's id."""
        return "setup"

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        words = self.tr(
            "install,model,onnx,download,fetch,add,weights,network,mask r-cnn,maskrcnn,sha256,checksum,offline"
        )
        return words.split(",")

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Puts a model into the folder <i>scarp/models</i> of your QGIS profile. <i>Extract landslides</i> then "
            "lists it by its name. Give either a file or an address.</p>"
            "<p>The model is put in place when it is complete, has the SHA-256 that was given, and says how it is to "
            "be used (the metadata of Scarp or Deepness). A run that fails or is cancelled leaves what was there "
            "before. What is fetched goes through QGIS's network settings, proxy and certificates included.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the outputs say."""
        return {
            MODEL: self.tr("The file among your models."),
            NAME: self.tr("By which <i>Extract landslides</i> lists it."),
        }

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        tr = self.tr
        authentication = QgsProcessingParameterAuthConfig(AUTHENTICATION, tr("Authentication"), optional=True)
        authentication.setFlags(authentication.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        declared: list[tuple[QgsProcessingParameterDefinition, str]] = [
            (
                QgsProcessingParameterFile(FILE, tr("Model file"), extension="onnx", optional=True),
                tr("A model on this computer, an .onnx file made by Scarp or for Deepness. It is copied."),
            ),
            (
                QgsProcessingParameterString(URL, tr("Or address of the model"), optional=True),
                tr("Where it is fetched from: https://, http:// or file://. Needs the SHA-256."),
            ),
            (
                QgsProcessingParameterString(SHA256, tr("SHA-256"), optional=True),
                tr("The fingerprint that stands where the model is offered: 64 digits, or a line that <i>sha256sum</i> "
                   "writes. A file of another fingerprint is refused. May be left out for a file on this computer."),
            ),
            (
                QgsProcessingParameterString(NAME, tr("Name of the model"), optional=True),
                tr("By which <i>Extract landslides</i> lists it. Empty takes the file's name without its ending."),
            ),
            (
                QgsProcessingParameterBoolean(OVERWRITE, tr("Replace a model of that name"), False),
                tr("Unless this is set, another model of that name stays, and this one is not installed."),
            ),
            (
                authentication,
                tr("One of the authentications that QGIS keeps, for an address that asks for one."),
            ),
        ]  # fmt: skip
        for parameter, help_text in declared:
            parameter.setHelp(help_text)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputFile(MODEL, tr("Model")))
        self.addOutput(QgsProcessingOutputString(NAME, tr("Name of the model")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Raises:
            ScarpError: says what is wrong.
        """
        self._order(parameters, context)
        return parameters

    def _order(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Order:
        """What is to be installed.

        Raises:
            ScarpError: if that is not clear.
        """
        chosen, url, sha256, name = (
            self.parameterAsString(parameters, each, context).strip() for each in (FILE, URL, SHA256, NAME)
        )
        if bool(chosen) == bool(url):
            said = "A file and an address are" if url else "Neither a file nor an address is"
            raise ScarpError(f"{said} given for the model; give one of them.")
        if url and not re.match(r"(https?://[^\s/]|file://)\S+$", url):
            raise ScarpError(
                f"{without_secrets(url)} is no address of a model; one starts with https://, http:// or file://."
            )
        sha256 = given_hash(sha256)
        if url and not sha256:
            raise ScarpError(
                "A model from an address needs its SHA-256, by which another file or a damaged one is told; copy it "
                "from where the model is offered."
            )
        if url.startswith("file:"):
            chosen, url = QUrl(url).toLocalFile(), ""
        file = Path(chosen).expanduser().absolute() if chosen else None
        if file is not None and not file.is_file():
            raise ScarpError(f"There is no model file {file}; choose another.")
        target = check_name(name or (file.stem if file else Path(QUrl(url).fileName()).stem), True)
        overwrite = self.parameterAsBool(parameters, OVERWRITE, context)
        authentication = self.parameterAsString(parameters, AUTHENTICATION, context)
        return Order(file, url, authentication, sha256, target, overwrite)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Install it, in whatever thread."""
        with said_by_qgis():
            order = self._order(parameters, context)
            name = order.target.stem
            if _is_there(order, feedback):
                contract = whole_model(order.target)
                feedback.pushInfo(f'This model is there already as "{name}": {order.target}.')
            else:
                contract = _install(order, feedback)
                feedback.pushInfo(f'The model "{name}" is installed: {order.target}.')
            low, high = contract.resolution_m
            feedback.pushInfo(
                f"Kind: {contract.kind}; bands: {', '.join(contract.bands)}; ground resolution: {low:g} to {high:g} m. "
                f'Choose "{name}" as the model of Extract landslides.'
            )
        return {MODEL: str(order.target), NAME: name}


def _is_there(order: Order, progress: Progress) -> bool:
    """Whether the same model has that name already.

    Raises:
        ScarpError: if another has it that is not to be replaced.
    """
    if order.overwrite or not order.target.exists():
        return False
    wanted = order.sha256
    if order.file is not None:
        wanted = file_hash(order.file, order.sha256, Part(progress, 0.0, COMPARED / 2))
    if file_hash(order.target, "", Part(progress, COMPARED / 2, COMPARED)) == wanted:
        return True
    check_name(order.target.stem, False)
    return False


def _install(order: Order, progress: Progress) -> Contract:
    """Put the model in place, complete or not at all.

    Raises:
        ScarpError: if it cannot be had, is another than the one wanted, or none that can be used.
        Cancelled: if so.
    """
    made_folder(order.target.parent, "folder of your models")
    staged = StagedFile(order.target, "model")
    try:
        fetching = Part(progress, COMPARED, FETCHED)
        if order.file is not None:
            copy_model(order.file, staged.path, fetching)
        else:
            progress.pushInfo(f"Fetching {without_secrets(order.url)}.")
            download(order.url, staged.path, check_size, order.authentication, fetching)
        file_hash(staged.path, order.sha256, Part(progress, FETCHED, 100.0))
        contract = whole_model(staged.path)
        staged.place()
    finally:
        staged.discard()
    return contract
