"""The parameters of a label raster, with their help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..engine.label_raster import RESTS
from ..engine.roi_classes import BACKGROUND_NAMES
from .extraction_parameters import Explained, Translate, choice, declared

INPUT, ROIS, CLASS_FIELD, REST = "INPUT", "ROIS", "CLASS_FIELD", "REST"
BACKGROUND, CLASSES, BANDS = "BACKGROUND", "CLASSES", "BANDS"
LABELS, LABEL_RASTER = "LABELS", "LABEL_RASTER"
LANDSLIDE_PIXELS, CLASS_PIXELS = "LANDSLIDE_PIXELS", "CLASS_PIXELS"
BACKGROUND_PIXELS, UNLABELLED_PIXELS = "BACKGROUND_PIXELS", "UNLABELLED_PIXELS"

AUTO = "auto"


def label_raster_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    normal: Explained = [
        (
            QgsProcessingParameterRasterLayer(INPUT, tr("Image")),
            tr("The image that the ROIs were drawn on. The labels get its pixels; where it is nodata, nothing is "
               "labelled."),
        ),
        (
            QgsProcessingParameterMultipleLayers(ROIS, tr("ROIs"), QgsProcessing.SourceType.TypeVectorPolygon),
            tr("Layers of polygons, in any coordinate system; edits that are not saved yet count too. Without a class "
               "field all are landslide, but for layers that are named as background."),
        ),
        (
            QgsProcessingParameterString(CLASS_FIELD, tr("Class field"), optional=True),
            tr("Name of the field that holds the class: <i>landslide</i> or 1, <i>background</i> or 0, or other "
               "classes such as <i>river</i>. A value map is understood. Empty: all ROIs are landslide."),
        ),
        (
            choice(REST, tr("What no ROI covers"), [AUTO, *RESTS], AUTO),
            tr("<i>background</i>: you have drawn every landslide, so all else is none; <i>unlabelled</i>: it is not "
               "known, and left out. <i>auto</i>: unlabelled if there are ROIs of background, else background."),
        ),
    ]  # fmt: skip
    advanced: Explained = [
        (
            QgsProcessingParameterString(
                BACKGROUND, tr("Names of background"), ", ".join(BACKGROUND_NAMES), optional=True
            ),
            tr("Values of the class field that mean background, with commas between them. <i>background</i> always "
               "does."),
        ),
        (
            QgsProcessingParameterString(CLASSES, tr("Classes"), optional=True),
            tr("Names of the classes in the order of their numbers, with commas between them, so that several images "
               "get the same numbers. Landslide is always 1. Empty: by the alphabet."),
        ),
        (
            QgsProcessingParameterBand(BANDS, tr("Bands"), None, INPUT, optional=True, allowMultiple=True),
            tr("Bands of the image that the label raster gets. Empty: all but alpha."),
        ),
    ]  # fmt: skip
    outputs: Explained = [
        (
            QgsProcessingParameterRasterDestination(LABELS, tr("Labels"), optional=True, createByDefault=True),
            tr("GeoTIFF of one Byte band with the labels alone, in the colours of the classes. Its style lies beside "
               "it."),
        ),
        (
            QgsProcessingParameterRasterDestination(
                LABEL_RASTER, tr("Label raster"), optional=True, createByDefault=True
            ),
            tr("GeoTIFF of the image's bands, as they are, and the labels as last band, to train on here or "
               "elsewhere."),
        ),
    ]  # fmt: skip
    return declared(normal, advanced, outputs)


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Turns ROIs – polygons that you have drawn on landslides and, if you like, on what is none – into "
        "<b>labels</b> on the image's own pixels, and into a <b>label raster</b>: the image with the labels as its "
        "last band, which is described <i>mask</i>.</p>"
        "<p>0 is background, 1 landslide, 2 and above other classes; 255 is unlabelled, which training and scores "
        "leave out, as they do with nodata. A pixel belongs to an ROI if its centre does. Where ROIs of several "
        "classes overlap, landslide goes before the others, and background comes last.</p>"
    )


def numbers(tr: Translate) -> dict[str, str]:
    """What the outputs that are numbers say."""
    return {
        LANDSLIDE_PIXELS: tr("How many pixels are landslide."),
        CLASS_PIXELS: tr("Pixels of each class by its name, as JSON."),
        BACKGROUND_PIXELS: tr("How many are background."),
        UNLABELLED_PIXELS: tr("How many are unlabelled or nodata."),
    }
