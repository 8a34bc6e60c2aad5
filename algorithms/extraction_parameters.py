"""The parameters of an extraction, with their help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..engine.extract import OVERLAPS
from ..engine.inference import DEVICES
from ..engine.polygons import PolygonOptions
from ..engine.threshold import METHODS
from .model_choice import AUTO, model_names

INPUT = "INPUT"
MODEL = "MODEL"
MODEL_FILE = "MODEL_FILE"
AREA = "AREA"
EXTENT = "EXTENT"
BANDS = "BANDS"
THRESHOLD_METHOD = "THRESHOLD_METHOD"
THRESHOLD = "THRESHOLD"
SCORE = "SCORE"
MIN_AREA = "MIN_AREA"
MIN_HOLE = "MIN_HOLE"
SIMPLIFY = "SIMPLIFY"
CONNECTEDNESS = "CONNECTEDNESS"
DEM = "DEM"
RESOLUTION = "RESOLUTION"
VALUE_MIN = "VALUE_MIN"
VALUE_MAX = "VALUE_MAX"
OVERLAP = "OVERLAP"
BATCH = "BATCH"
DEVICE = "DEVICE"
THREADS = "THREADS"
VETO = "VETO"
PROBABILITY = "PROBABILITY"
CLASSES = "CLASSES"
OUTPUT = "OUTPUT"
COUNT = "COUNT"
AREA_M2 = "AREA_M2"
THRESHOLD_USED = "THRESHOLD_USED"

Translate = Callable[[str], str]


def number(name: str, title: str, default: float | None, low: float | None, high: float | None = None,
           decimals: int = 2) -> QgsProcessingParameterNumber:  # fmt: skip
    """A parameter that is a number: whole with 0 decimals, optional without a default."""
    whole = decimals == 0
    kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(name, title, kind, default, optional=default is None)
    if low is not None:
        parameter.setMinimum(low)
    if high is not None:
        parameter.setMaximum(high)
    parameter.setMetadata({"widget_wrapper": {"decimals": decimals}})
    return parameter


def choice(name: str, title: str, options: list[str], default: str) -> QgsProcessingParameterEnum:
    """A parameter that is one of some words."""
    return QgsProcessingParameterEnum(name, title, options, defaultValue=default, usesStaticStrings=True)


Explained = list[tuple[QgsProcessingParameterDefinition, str]]
"""Parameters with their help."""


def declared(normal: Explained, advanced: Explained, outputs: Explained) -> list[QgsProcessingParameterDefinition]:
    """Parameters in the dialog's order, with their help, and what is advanced marked so."""
    for parameter, _ in advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    every = [*normal, *advanced, *outputs]
    for parameter, help_text in every:
        parameter.setHelp(help_text)
    return [parameter for parameter, _ in every]


def extraction_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    normal: Explained = [
        (
            QgsProcessingParameterRasterLayer(INPUT, tr("Image")),
            tr("Aerial, drone or satellite image taken after the event: any raster that is read through GDAL, of any "
               "size. Red, green and blue are found by themselves where the file names them."),
        ),
        (
            choice(MODEL, tr("Model"), model_names(), AUTO),
            tr("<i>auto</i> takes the bundled model that was made for the image's ground resolution and gives each "
               "pixel a probability. A model of instances, such as <i>maskrcnn</i>, finds landslides one by one and "
               "keeps those that touch apart. <i>both</i>, where <i>unet</i> and <i>maskrcnn</i> are there, takes the "
               "mean of their probabilities and keeps those apart that <i>maskrcnn</i> does; it is the best and the "
               "slowest. <i>Install a model</i> puts others into this list, and models of your own."),
        ),
        (
            QgsProcessingParameterFeatureSource(AREA, tr("Area"), polygons, optional=True),
            tr("Polygons to work in. Only what lies in them is worked on, so a small area is done soon; outside, the "
               "probability is nodata."),
        ),
        (
            QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True),
            tr("Rectangle to work in. With an area too, what lies in both."),
        ),
        (
            choice(THRESHOLD_METHOD, tr("Threshold"), list(METHODS), METHODS[0]),
            tr("A pixel is landslide where its probability is the threshold or more. <i>recommended</i>: the value at "
               "which the model did best when it was made; <i>otsu</i>: the value that parts this image's "
               "probabilities best in two; <i>fixed</i>: the value below."),
        ),
        (
            number(THRESHOLD, tr("Fixed threshold"), 0.5, 0.0, 1.0),
            tr("0 to 1, for <i>fixed</i>. A higher one finds fewer landslides and fewer false ones."),
        ),
        (
            number(SCORE, tr("Smallest score"), None, 0.0, 1.0),
            tr("For models of instances, 0 to 1: how sure the model must be of a landslide to take it. A higher one "
               "finds fewer landslides and fewer false ones. Empty takes the model's own. A pixel's probability is the "
               "score times that of the outline, so a score below the threshold finds nothing more."),
        ),
        (
            number(MIN_AREA, tr("Smallest landslide (m²)"), 0.0, 0.0),
            tr("Smaller ones are left out; of a landslide that a model of instances finds in several parts, smaller "
               "parts too. 0 keeps all."),
        ),
        (
            number(MIN_HOLE, tr("Smallest hole (m²)"), 0.0, 0.0),
            tr("Smaller holes in a landslide are filled. 0 keeps all."),
        ),
        (
            number(SIMPLIFY, tr("Simplify outlines by (m)"), 0.0, 0.0),
            tr("How far an outline may leave the pixel edges to become smoother. 0 follows them exactly. "
               "Landslides that touch may then overlap by as much."),
        ),
        (
            QgsProcessingParameterRasterLayer(DEM, tr("Elevation model"), optional=True),
            tr("Heights in metres. With it, each landslide gets its mean slope, highest and lowest point and relief."),
        ),
    ]  # fmt: skip
    advanced: Explained = [
        (
            QgsProcessingParameterFile(MODEL_FILE, tr("Model file"), extension="onnx", optional=True),
            tr("A model as an .onnx file, made by Scarp or for Deepness. Goes before the model chosen above."),
        ),
        (
            QgsProcessingParameterBand(BANDS, tr("Bands"), None, INPUT, optional=True, allowMultiple=True),
            tr("The image's bands in the model's order, for most models red, green, blue. Empty finds them by their "
               "names and colours, else takes the first ones."),
        ),
        (
            number(RESOLUTION, tr("Working ground resolution (m)"), None, 0.0, decimals=3),
            tr("Size of the pixels that are worked on. Empty takes the image's own, or the nearest that the model was "
               "made for: a drone image of 5 cm is read coarser, and takes no longer than its landslides need."),
        ),
        (
            number(VALUE_MIN, tr("Darkest value"), None, None, decimals=6),
            tr("Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others "
               "from the 2nd percentile of the image."),
        ),
        (
            number(VALUE_MAX, tr("Brightest value"), None, None, decimals=6),
            tr("Pixel value that the model is to see as white. Empty: as they are, or to the 98th percentile. Set "
               "both to treat several images of one sensor alike."),
        ),
        (
            choice(CONNECTEDNESS, tr("Pixels joined"), ["4", "8"], "4"),
            tr("<i>4</i>: pixels that share an edge are one landslide; <i>8</i>: also those that share a corner. "
               "With a model of instances, <i>Extract landslides</i> goes by what the model says."),
        ),
        (
            QgsProcessingParameterBoolean(VETO, tr("Other classes veto landslides"), True),
            tr("For models that also know cloud, road, water and the like: where another class (background is none) is "
               "more probable than landslide, the landslide's probability is lowered to below the threshold, by as "
               "much as the other class is above it. Another threshold tried later asks for a greater lead over the "
               "other classes, or forgives a small one of theirs. With <i>otsu</i>, the model's own threshold counts "
               "here. Models of one class and models of instances have nothing to veto."),
        ),
        (
            number(OVERLAP, tr("Overlap of tiles (%)"), None, 0.0, 50.0, decimals=1),
            tr("The image is worked on in overlapping tiles, which are blended; what models of instances find of a "
               "landslide in several tiles is merged by what they overlap in, so with 0 it is not. More is smoother "
               "and slower. Empty takes {semantic:g}, for models of instances {instance:g}.").format(
                **{kind: 100.0 * share for kind, share in OVERLAPS.items()}
            ),
        ),
        (
            number(BATCH, tr("Tiles at once"), 0, 0, decimals=0),
            tr("0 suits the device. Fewer need less memory. Models of instances take one."),
        ),
        (
            choice(DEVICE, tr("Device"), list(DEVICES), DEVICES[0]),
            tr("<i>auto</i> uses an NVIDIA graphics card where it works. The log says what was used."),
        ),
        (
            number(THREADS, tr("CPU threads"), 0, 0, decimals=0),
            tr("0 uses all cores."),
        ),
    ]  # fmt: skip
    outputs: Explained = [
        (
            QgsProcessingParameterRasterDestination(
                PROBABILITY, tr("Landslide probability"), optional=True, createByDefault=True
            ),
            tr("GeoTIFF of 0 to 1 (stored as 0 to 100 per cent, nodata 255), so that another threshold needs no second "
               "run of the model. (It does with a model of instances: the raster does not tell landslides that touch "
               "apart.) Its style lies beside it."),
        ),
        (
            QgsProcessingParameterRasterDestination(CLASSES, tr("Classes"), optional=True, createByDefault=False),
            tr("GeoTIFF of the class that is most probable at each pixel, of those at or above the threshold: 1, 2 and "
               "so on in the model's order (of equals the first), 0 none, 255 nodata, with names and colours. The "
               "threshold of the landslides holds for all classes. No veto is applied. Models of instances have "
               "none."),
        ),
        (
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Landslides"), QgsProcessing.SourceType.TypeVectorPolygon),
            tr("Polygons with area, perimeter, length, width, elongation, orientation, mean and highest probability, "
               "position, model, threshold and image; with an elevation model also slope and relief; with a model of "
               "instances also the score (empty where only the other of both models finds it). Areas and lengths are "
               "ellipsoidal."),
        ),
    ]  # fmt: skip
    return declared(normal, advanced, outputs)


def polygon_options(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> PolygonOptions:
    """What becomes of the outlines.

    Raises:
        ScarpError: if a value is none that can be used.
    """
    return PolygonOptions(
        min_area_m2=algorithm.parameterAsDouble(parameters, MIN_AREA, context),
        min_hole_m2=algorithm.parameterAsDouble(parameters, MIN_HOLE, context),
        simplify_m=algorithm.parameterAsDouble(parameters, SIMPLIFY, context),
        connectedness=int(algorithm.parameterAsString(parameters, CONNECTEDNESS, context)),
    )


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Finds landslides in an aerial, drone or satellite image with a neural network. It gives the "
        "<b>probability</b> of a landslide at every pixel, and the <b>landslides</b> as measured polygons where the "
        "probability reaches a threshold.</p>"
        "<p>Nodata stays nodata. The image may be larger than memory. What was chosen for you (bands, values, "
        "resolution, device, threshold) is in the log. A run that fails or is cancelled leaves nothing behind.</p>"
    )


def numbers(tr: Translate) -> dict[str, str]:
    """What the outputs that are numbers say."""
    return {
        COUNT: tr("How many there are; each is a feature of the layer."),
        AREA_M2: tr("Their area together, in square metres."),
        THRESHOLD_USED: tr("The probability from which a pixel is landslide."),
    }


def tags(tr: Translate) -> list[str]:
    """Words that the toolbox finds the algorithm by."""
    words = tr(
        "landslide,landslides,mass movement,debris flow,rockfall,slope,scarp,inventory,mapping,detection,extraction,"
        "segmentation,semantic,instance,classification,deep learning,machine learning,neural network,ai,unet,u-net,"
        "mask r-cnn,maskrcnn,onnx,probability,hazard,disaster,earthquake,rainfall,event,remote sensing,"
        "aerial,drone,uav,satellite,sentinel"
    )
    return words.split(",")
