"""Say what Scarp sees in an image, which models fit it, and how long an extraction would take."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ..engine.errors import ScarpError
from ..engine.inference import DEVICES
from ..engine.progress import Progress, Quiet
from .base import LayerAlgorithm
from .destinations import Destination, check_folder, destination
from .extraction_parameters import choice, number
from .image_description import describe
from .image_report import report_lines, write_report
from .model_choice import AUTO, choose_model, model_names
from .rasters import Raster, as_raster, raster_layer

INPUT, MODEL, BANDS, DEVICE, THREADS = "INPUT", "MODEL", "BANDS", "DEVICE", "THREADS"
OUTPUT, SUMMARY = "OUTPUT", "SUMMARY"
ENDINGS = (".html", ".htm", ".txt")


@dataclass(frozen=True)
class Inputs:
    """What a run works with, found in the thread that the layer lives in.

    Attributes:
        image: to look at.
        output: where the report goes; nothing leaves it out.
    """

    image: Raster
    output: Destination | None


class DescribeImage(LayerAlgorithm):
    """Describe an image as Scarp sees it."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "describeimage"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Describe an image")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Says what Scarp sees in an image, which models fit it, and how long an extraction takes.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        words = self.tr(
            "describe,image,info,information,metadata,bands,resolution,values,nodata,model,suggest,fit,time,estimate,"
            "windows,tiles,memory,report,json"
        )
        return words.split(",")

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return self.tr(
            "<p>Says, before anything is extracted, what Scarp sees in an image: bands and what they are taken for, "
            "values, nodata, ground resolution; which model suits it and why, which do not; and how long an "
            "extraction would take on this computer.</p>"
            "<p>It is quick however large the image is: values and nodata are <b>estimates</b> from overviews or, "
            "where there are none, from some of its blocks. The time is that of one tile, which is run through the "
            "model, times the number of tiles; it is measured once for each model and device until QGIS is closed.</p>"
        )

    def results(self) -> dict[str, str]:
        """Return what the outputs say."""
        return {
            SUMMARY: self.tr(
                "A JSON object: <i>width</i>, <i>height</i>, <i>bands</i>, <i>crs</i>, <i>resolution_m</i>, "
                "<i>working_resolution_m</i>, <i>values</i>, <i>nodata</i>, <i>model</i> (the one asked for), "
                "<i>suggested</i>, <i>models</i> (how each fits, and why), <i>work</i> (windows, memory), <i>time</i> "
                "(seconds, and what they are based on) and <i>warnings</i>, among others."
            )
        }

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        tr = self.tr
        output = QgsProcessingParameterFileDestination(
            OUTPUT, tr("Report"), "HTML (*.html);;Text (*.txt)", optional=True, createByDefault=False
        )
        declared: list[tuple[QgsProcessingParameterDefinition, str]] = [
            (
                QgsProcessingParameterRasterLayer(INPUT, tr("Image")),
                tr("Any raster that is read through GDAL, of any size."),
            ),
            (
                choice(MODEL, tr("Model"), model_names(), AUTO),
                tr("That the image is to be read for. <i>auto</i> takes the one that <i>Extract landslides</i> would."),
            ),
            (
                QgsProcessingParameterBand(BANDS, tr("Bands"), None, INPUT, optional=True, allowMultiple=True),
                tr("The image's bands in the model's order. Empty finds them by their names and colours, else takes "
                   "the first ones."),
            ),
            (
                choice(DEVICE, tr("Device"), list(DEVICES), DEVICES[0]),
                tr("That the time is measured on. <i>auto</i> uses an NVIDIA graphics card where it works."),
            ),
            (number(THREADS, tr("CPU threads"), 0, 0, decimals=0), tr("0 uses all cores.")),
            (output, tr("What was found as a page (.html) or as text (.txt).")),
        ]  # fmt: skip
        for parameter, help_text in declared:
            parameter.setHelp(help_text)
            if parameter.name() in (BANDS, DEVICE, THREADS):
                parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputString(SUMMARY, tr("Summary")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run; the image itself is not opened, since that may take long.

        Returns:
            The values, with a layer instead of a /vsi path and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        name = self.parameterAsString(parameters, MODEL, context)
        if name not in model_names():
            raise ScarpError(f'There is no model "{name}"; choose one of: {", ".join(model_names())}.')
        output = destination(self.parameterDefinition(OUTPUT), parameters, context)
        if output is not None:
            file = Path(output.where)
            check_folder(file, "report")
            if file.suffix.lower() not in ENDINGS:
                raise ScarpError(f"The report is written to {file}; give it the ending {ENDINGS[0]} or {ENDINGS[-1]}.")
        layer = raster_layer(self.parameterDefinition(INPUT), parameters, context)
        return parameters if layer is None else {**parameters, INPUT: layer}  # QGIS says so

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """See ``LayerAlgorithm``."""
        layer = raster_layer(self.parameterDefinition(INPUT), parameters, context)
        if layer is None:
            raise ScarpError("No image is chosen; choose a raster layer.")
        output = destination(self.parameterDefinition(OUTPUT), parameters, context)
        return Inputs(as_raster(layer, progress), output)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        inputs, name = self._inputs, self.parameterAsString(parameters, MODEL, context)
        model = choose_model(name, "", inputs.image.source, Quiet())
        summary = describe(
            inputs.image, model, self.parameterAsInts(parameters, BANDS, context),
            self.parameterAsString(parameters, DEVICE, context), self.parameterAsInt(parameters, THREADS, context),
            feedback,
        )  # fmt: skip
        summary["model"]["asked"] = name
        for line in report_lines(summary):
            feedback.pushInfo(line)
        for warning in summary["warnings"]:
            feedback.pushWarning(warning)
        results = {SUMMARY: json.dumps(summary)}
        if inputs.output is not None:
            results[OUTPUT] = write_report(summary, Path(inputs.output.where))
        feedback.setProgress(100.0)
        return results
