"""The parameters of removing landslides that were there before the event, with their help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
)

from ..engine.inference import DEVICES
from ..engine.vegetation import AUTO as AUTO_INDEX
from ..engine.vegetation import DEFAULT_LOSS, GREEN, INDEX_CHOICES, NDVI
from .extraction_parameters import Explained, Translate, choice, declared, number
from .model_choice import AUTO, BOTH, model_names

INPUT = "INPUT"
PRE_IMAGE = "PRE_IMAGE"
POST_IMAGE = "POST_IMAGE"
PRE_PROBABILITY = "PRE_PROBABILITY"
INDEX = "INDEX"
DEM = "DEM"
MIN_SLOPE = "MIN_SLOPE"
ACTION = "ACTION"
RULE = "RULE"
PRE_THRESHOLD = "PRE_THRESHOLD"
MODEL = "MODEL"
MODEL_FILE = "MODEL_FILE"
DEVICE = "DEVICE"
THREADS = "THREADS"
SHARE = "SHARE"
INDEX_LOSS = "INDEX_LOSS"
ALIGN = "ALIGN"
PRE_BANDS = {name: f"PRE_{name.upper()}" for name in ("red", "green", "blue", "nir")}
POST_BANDS = {name: f"POST_{name.upper()}" for name in ("red", "green", "nir")}
OUTPUT = "OUTPUT"
PREEXISTING = "PREEXISTING"
KEPT = "KEPT"
REMOVED = "REMOVED"
UNJUDGED = "UNJUDGED"
KEPT_AREA_M2 = "KEPT_AREA_M2"
REMOVED_AREA_M2 = "REMOVED_AREA_M2"

NO_MODEL = "none"
REMOVE, FLAG = "remove", "flag"
ANY, ALL = "any", "all"


def preexisting_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    polygons = QgsProcessing.SourceType.TypeVectorPolygon
    models = [AUTO, NO_MODEL, *(name for name in model_names() if name not in (AUTO, BOTH, NO_MODEL))]
    normal: Explained = [
        (
            QgsProcessingParameterFeatureSource(INPUT, tr("Landslides"), [polygons]),
            tr("Polygons after the event: those of Extract landslides, or any others. They may overlap."),
        ),
        (
            QgsProcessingParameterRasterLayer(PRE_IMAGE, tr("Image before the event"), optional=True),
            tr("May have another ground resolution, grid and coordinate system than the image after the event. The "
               "model is run on it around the landslides only."),
        ),
        (
            QgsProcessingParameterRasterLayer(POST_IMAGE, tr("Image after the event"), optional=True),
            tr("For the vegetation index and the alignment."),
        ),
        (
            choice(MODEL, tr("Model"), models, AUTO),
            tr("Run on the image before the event: what it takes for a landslide there is old. <i>auto</i> takes the "
               "bundled model that was made for the image's ground resolution; <i>none</i> runs no model."),
        ),
        (
            choice(INDEX, tr("Vegetation index"), list(INDEX_CHOICES), AUTO_INDEX),
            tr("A new landslide takes the vegetation away, so the index falls; where it does not, the ground was bare "
               "before, or the polygon is no landslide. <i>ndvi</i>: (NIR − red) / (NIR + red). <i>green</i>: the "
               "green-red vegetation index (green − red) / (green + red) (Tucker 1979; Motohka et al. 2010), for "
               "images without near infrared. <i>auto</i>: ndvi if both images have a near-infrared band, else green. "
               "<i>none</i>: set this where nothing grows, since new landslides would be taken for old ones."),
        ),
        (
            QgsProcessingParameterRasterLayer(DEM, tr("Elevation model"), optional=True),
            tr("Heights in metres. With it, landslides that have no mean slope get it (field <i>slope_mean_deg</i>)."),
        ),
        (
            number(MIN_SLOPE, tr("Smallest mean slope (°)"), 3.0, 0.0, 90.0, 1),
            tr("What lies flatter is no landslide: fields, river beds, building sites. Looks at the elevation model, "
               "or at the field <i>slope_mean_deg</i> where the landslides have it. 0 for no limit, as for "
               "lateral spreads and earth flows on nearly level ground."),
        ),
        (
            choice(ACTION, tr("What was there before"), [REMOVE, FLAG], REMOVE),
            tr("<i>remove</i>: is left out of the result. <i>flag</i>: stays there, with 1 in the field "
               "<i>preexisting</i>."),
        ),
    ]  # fmt: skip
    advanced: Explained = [
        (
            QgsProcessingParameterRasterLayer(PRE_PROBABILITY, tr("Probability before the event"), optional=True),
            tr("Landslide probability of the image before the event, if Extract landslides has made it already. The "
               "model is then not run again."),
        ),
        (
            QgsProcessingParameterFile(MODEL_FILE, tr("Model file"), extension="onnx", optional=True),
            tr("A model as an .onnx file, made by Scarp or for Deepness. Goes before the model chosen above."),
        ),
        (
            number(PRE_THRESHOLD, tr("Threshold before the event"), None, 0.0, 1.0),
            tr("Probability from which a pixel was landslide before. Empty takes the one that the model recommends."),
        ),
        (
            number(SHARE, tr("Share that was landslide before (%)"), 50.0, 0.0, 100.0, 0),
            tr("A polygon was there before if at least so much of it was landslide before. The share of pixels says "
               "which part of the polygon is old, and asks each pixel only whether it reaches the threshold; the mean "
               "probability is near the threshold both where half of a polygon is certainly old and where the model "
               "is in doubt about all of it, and moves with every model. Lower it to take out landslides that have "
               "only grown, raise it to keep them."),
        ),
        (
            number(INDEX_LOSS, tr("Vegetation index lost, at least"), None, 0.0, 2.0, 3),
            tr("By how much more than the ground around it the index must fall for a landslide to be new. The change "
               "of the ground around each polygon (the median of what lies in no polygon) is subtracted, since sun, "
               "haze, season and sensor change the whole image. Empty: {ndvi:g} for ndvi, {green:g} for green.").format(
                   ndvi=DEFAULT_LOSS[NDVI], green=DEFAULT_LOSS[GREEN]),
        ),
        (
            choice(RULE, tr("Evidence needed"), [ANY, ALL], ANY),
            tr("Where both the probability and the vegetation index can be judged: <i>any</i> of them is enough, or "
               "<i>all</i> must say that the landslide was there before. The slope always decides alone."),
        ),
        (
            QgsProcessingParameterBoolean(ALIGN, tr("Align the images"), True),
            tr("Looks for a shift of up to 10 pixels between the images (phase correlation in up to 24 windows around "
               "the landslides). The image before the event is moved by it if the windows agree; the log says so."),
        ),
    ]  # fmt: skip
    for names, image, title in (
        (PRE_BANDS, PRE_IMAGE, tr("Before: {band} band")),
        (POST_BANDS, POST_IMAGE, tr("After: {band} band")),
    ):
        for band, name in names.items():
            text = tr("Empty finds it by its name or colour, else takes the first bands for red, green and blue.")
            if band == "nir":
                text = tr("Near infrared. Empty finds it by its name (nir, near infrared).")
            parameter = QgsProcessingParameterBand(name, title.format(band=band), None, image, optional=True)
            advanced.append((parameter, text))
    advanced += [
        (
            choice(DEVICE, tr("Device"), list(DEVICES), DEVICES[0]),
            tr("<i>auto</i> uses an NVIDIA graphics card where it works. The log says what was used."),
        ),
        (number(THREADS, tr("CPU threads"), 0, 0, decimals=0), tr("0 uses all cores.")),
    ]
    left_out = QgsProcessingParameterFeatureSink(
        PREEXISTING, tr("Landslides from before"), polygons, None, optional=True, createByDefault=False
    )
    outputs: Explained = [
        (
            QgsProcessingParameterFeatureSink(OUTPUT, tr("New landslides"), polygons),
            tr("The polygons with all their fields, and the evidence: <i>pre_probability</i> and <i>pre_share</i> "
               "(mean probability before the event, and share of the polygon at or above the threshold), "
               "<i>index_before</i>, <i>index_after</i>, <i>index_change</i> (beyond that of the surroundings; below 0 "
               "where vegetation was lost), <i>slope_mean_deg</i>, <i>preexisting</i> (1: was there before or is no "
               "landslide, 0: new, empty: cannot be judged) and <i>reason</i>. What cannot be judged, because more "
               "than half of it is nodata, is kept."),
        ),
        (left_out, tr("What was taken out or flagged, with the same fields.")),
    ]  # fmt: skip
    return declared(normal, advanced, outputs)


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Takes out, or flags, landslides that were <b>there before the event</b>, and what is no landslide, so that "
        "an inventory of the event holds only what the event did.</p>"
        "<p>Three kinds of evidence are looked at, each where its layers are given: what the <b>model</b> finds in the "
        "image before the event; whether a <b>vegetation index</b> fell between the two images; and the mean "
        "<b>slope</b>. Each polygon keeps the evidence in its fields. What cannot be judged is kept.</p>"
    )


def numbers(tr: Translate) -> dict[str, str]:
    """What the outputs that are numbers say."""
    return {
        KEPT: tr("How many are new or cannot be judged."),
        REMOVED: tr("How many were taken out or flagged."),
        UNJUDGED: tr("How many of those kept cannot be judged."),
        KEPT_AREA_M2: tr("Area of those kept, ellipsoidal."),
        REMOVED_AREA_M2: tr("Area of those taken out or flagged."),
    }


def tags(tr: Translate) -> list[str]:
    """Words that the toolbox finds the algorithm by."""
    words = tr(
        "landslide,pre-event,preexisting,pre-existing,old,before,change detection,bitemporal,ndvi,vegetation,index,"
        "false positive,filter,slope,event,inventory,alignment,coregistration"
    )
    return words.split(",")
