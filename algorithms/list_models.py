"""List the models that can be chosen, with what each states about itself."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputString

from ..engine.contract import read_contract
from ..engine.errors import ScarpError
from ..engine.progress import check
from .base import ScarpAlgorithm, said_by_qgis
from .model_choice import ListedModel, listed_models
from .training_folder import REPORT, training_folder

MODELS = "MODELS"


class ListModels(ScarpAlgorithm):
    """List the models that can be chosen by name."""

    def name(self) -> str:
        """Return the id after the provider's."""
        return "listmodels"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("List models")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Says which models can be chosen, and what each was made with and for.")

    def group(self) -> str:
        """Return the group's name."""
        return self.tr("Setup")

    def groupId(self) -> str:
        """Return the group's id."""
        return "setup"

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        words = self.tr("list,models,model,card,onnx,scores,classes,bands,resolution,threshold,installed,bundled,json")
        return words.split(",")

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Lists the models that <i>Extract landslides</i> can be run with: those that come with Scarp, and your "
            "own, which <i>Train a model</i> and <i>Install a model</i> have put into the folder <i>scarp/models</i> "
            "of your QGIS profile. Only what the files state about themselves is read, and no package is needed.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the outputs say."""
        return {
            MODELS: self.tr(
                "A JSON list with an object for each model: <i>name</i>, <i>path</i>, <i>bundled</i>, "
                "<i>size_bytes</i>, <i>card</i> (a file that says more; may be empty) and <i>error</i> (why it cannot "
                "be used; empty where it can), and, unless there is an error, <i>kind</i>, <i>network</i>, "
                "<i>classes</i>, <i>bands</i>, <i>resolution_m</i>, <i>tile_size</i>, <i>threshold</i>, <i>score</i>, "
                "<i>training</i>, <i>scores</i> and <i>version</i>."
            )
        }

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare outputs; there is nothing to set."""
        self.addOutput(QgsProcessingOutputString(MODELS, self.tr("Models")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """List them, in whatever thread."""
        with said_by_qgis():
            models, listed = [], listed_models()
            for done, model in enumerate(listed, 1):
                check(feedback)
                entry = described(model)
                models.append(entry)
                feedback.pushInfo(_line(entry))
                feedback.setProgress(100.0 * done / len(listed))
            return {MODELS: json.dumps(models)}


def described(model: ListedModel) -> dict[str, Any]:
    """What a model states, ready for JSON; where its file is broken, why."""
    entry: dict[str, Any] = {
        "name": model.name, "path": str(model.path), "bundled": model.is_bundled, "card": _card(model), "error": "",
    }  # fmt: skip
    try:
        entry["size_bytes"] = model.path.stat().st_size
    except OSError:  # gone since it was listed, or a link to nowhere
        entry["size_bytes"] = 0
    try:
        contract = read_contract(model.path)
    except ScarpError as error:
        return {**entry, "error": str(error)}
    names = ("kind", "network", "classes", "bands", "resolution_m", "tile_size", "threshold", "score", "training",
             "scores", "version")  # fmt: skip
    return {**entry, **{name: getattr(contract, name) for name in names}}


def _card(model: ListedModel) -> str:
    """A file that says more of a model: beside it, or the report of its training; empty where there is none."""
    report = training_folder("", model.path.stem) / REPORT
    for file in (model.path.with_suffix(".md"), *(() if model.is_bundled else (report,))):
        if file.is_file():
            return str(file)
    return ""


def _line(entry: dict[str, Any]) -> str:
    """A model in a line of the log."""
    if entry["error"]:
        return f"{entry['name']}: {entry['error']}"
    low, high = entry["resolution_m"]
    return (
        f"{entry['name']}: {entry['kind']}, {', '.join(entry['bands'])}, {low:g} to {high:g} m, "
        f"{entry['size_bytes'] / 1e6:.1f} MB ({entry['path']})"
    )
