"""The parameters of an evaluation, with their help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..engine.evaluation import SIZES_M2
from .extraction_parameters import Explained, Translate, declared, number

EXTRACTION = "EXTRACTION"
THRESHOLD = "THRESHOLD"
REFERENCE = "REFERENCE"
AREA = "AREA"
EXTENT = "EXTENT"
IMAGE = "IMAGE"
OVERLAP = "OVERLAP"
SIZES = "SIZES"
RESOLUTION = "RESOLUTION"
ERROR_MAP = "ERROR_MAP"
ERROR_POLYGONS = "ERROR_POLYGONS"
REPORT = "REPORT"
JSON = "JSON"


def evaluation_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    polygons, raster = QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeRaster
    normal: Explained = [
        (
            QgsProcessingParameterMapLayer(EXTRACTION, tr("Extraction"), types=[polygons, raster]),
            tr("What was extracted: polygons; or a raster, of probabilities, of 0 and 1 (1 is landslide), or of "
               "classes. It may come from any program."),
        ),
        (
            number(THRESHOLD, tr("Threshold"), None, 0.0, 1.0),
            tr("Of a probability raster: a pixel is landslide at or above it. Empty takes the one that the model "
               "recommends, which a raster of Scarp states, else 0.5. Polygons and masks need none."),
        ),
        (
            QgsProcessingParameterMapLayer(REFERENCE, tr("Reference"), types=[polygons, raster]),
            tr("What is true: polygons of all landslides; or a label raster of 1 (landslide), 0 (other) and 255 or "
               "nodata (unlabelled, left out). It may have another grid and coordinate system."),
        ),
        (
            QgsProcessingParameterFeatureSource(AREA, tr("Area"), [polygons], optional=True),
            tr("Polygons to compare in: where the reference is complete. What lies outside is left out."),
        ),
        (
            QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True),
            tr("Rectangle to compare in. With an area too, what lies in both."),
        ),
        (
            QgsProcessingParameterRasterLayer(IMAGE, tr("Image"), optional=True),
            tr("What was extracted from, or its probability raster: where it is nodata is left out, as is the black "
               "collar of an image that declares no nodata, and the report shows the errors on it. Polygons are "
               "compared on its pixels."),
        ),
        (
            number(OVERLAP, tr("Overlap (%)"), 50.0, 0.0, 100.0),
            tr("A landslide is found, or an extracted one right, where the other layer covers this share of it."),
        ),
        (
            QgsProcessingParameterString(
                SIZES, tr("Size classes (m²)"), ", ".join(f"{size:g}" for size in SIZES_M2), optional=True
            ),
            tr("Limits between the classes of area that the scores by object are also given for, separated by "
               "commas. Empty: no classes."),
        ),
    ]  # fmt: skip
    advanced: Explained = [
        (
            number(RESOLUTION, tr("Resolution (m)"), None, None, decimals=3),
            tr("Size of the pixels, where both layers are polygons. Empty takes those of the image; without one, a "
               "tenth of the width of small landslides, or what gives a grid of 100 million pixels. Rasters are "
               "compared on their own pixels."),
        ),
    ]  # fmt: skip
    results: Explained = [
        (
            QgsProcessingParameterRasterDestination(ERROR_MAP, tr("Error map"), optional=True, createByDefault=True),
            tr("GeoTIFF: 1 correct (green), 2 missed (red), 3 false (blue), 0 right background, 255 not compared."),
        ),
        (
            QgsProcessingParameterFeatureSink(
                ERROR_POLYGONS, tr("Error polygons"), polygons, optional=True, createByDefault=False
            ),
            tr("The same as polygons, with the fields <i>kind</i> (correct, missed, false) and <i>area_m2</i> "
               "(ellipsoidal)."),
        ),
        (
            QgsProcessingParameterFileDestination(
                REPORT, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True
            ),
            tr("All scores and a picture of the errors, as one HTML page."),
        ),
        (
            QgsProcessingParameterFileDestination(
                JSON, tr("Numbers"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            ),
            tr("All scores as a JSON file, for other programs; what is not defined is null."),
        ),
    ]  # fmt: skip
    return declared(normal, advanced, results)


def outputs(tr: Translate) -> dict[str, tuple[str, str]]:
    """Name and help of each output that is a number."""
    by_pixel = tr("By pixel. Liu et al. 2021, formula {number}.")
    return {
        "PRECISION": (tr("Precision"), by_pixel.format(number=5)),
        "RECALL": (tr("Recall"), by_pixel.format(number=6)),
        "OVERALL_ACCURACY": (tr("Overall accuracy"), by_pixel.format(number=7)),
        "MEAN_IOU": (tr("Mean IoU"), by_pixel.format(number=8)),
        "IOU": (tr("IoU of landslide"), by_pixel.format(number=9)),
        "F1": (tr("F1"), by_pixel.format(number=10)),
        "TP": (tr("Correct pixels (TP)"), tr("Landslide, extracted.")),
        "FP": (tr("False pixels (FP)"), tr("Extracted, but no landslide.")),
        "FN": (tr("Missed pixels (FN)"), tr("Landslide, but not extracted.")),
        "TN": (tr("Right background pixels (TN)"), tr("Neither.")),
        "CORRECT_M2": (tr("Correct area (m²)"), tr("Ellipsoidal.")),
        "MISSED_M2": (tr("Missed area (m²)"), tr("Ellipsoidal.")),
        "FALSE_M2": (tr("False area (m²)"), tr("Ellipsoidal.")),
        "REFERENCE_LANDSLIDES": (tr("Landslides of the reference"), tr("In what is compared.")),
        "FOUND_LANDSLIDES": (tr("Landslides found"), tr("Those of them that the extraction covers.")),
        "EXTRACTED_LANDSLIDES": (tr("Extracted landslides"), tr("In what is compared.")),
        "RIGHT_LANDSLIDES": (tr("Extracted landslides that are right"), tr("Those of them that the reference covers.")),
        "OBJECT_PRECISION": (tr("Precision by object"), tr("Share of the extracted landslides that are right.")),
        "OBJECT_RECALL": (tr("Recall by object"), tr("Share of the landslides of the reference that are found.")),
        "OBJECT_F1": (tr("F1 by object"), tr("Harmonic mean of both.")),
    }  # fmt: skip


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Compares extracted landslides with a <b>reference</b>, such as a visual interpretation or a field "
        "inventory: <b>scores</b> by pixel, by object and by size, and a map of what is correct, missed and false.</p>"
        "<p>By object, landslides are the polygons of a layer, or the connected pixels of a raster. Unlabelled pixels, "
        "nodata, and what lies outside the area are left out. A score that is not defined, such as precision where "
        "nothing was extracted, is no output. Give an area (or an image): without one, polygons are compared in the "
        "rectangle around both layers, on which overall accuracy and mean IoU depend.</p>"
    )


def tags(tr: Translate) -> list[str]:
    """Words that the toolbox finds the algorithm by."""
    words = tr(
        "landslide,landslides,evaluation,accuracy,assessment,validation,precision,recall,f1,iou,miou,confusion matrix,"
        "error map,reference,ground truth,inventory,quality,score,metrics"
    )
    return words.split(",")
