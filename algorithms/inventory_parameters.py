"""The parameters of an inventory report, with their help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from .extraction_parameters import Explained, Translate, declared, number

INPUT = "INPUT"
AREA = "AREA"
EXTENT = "EXTENT"
IMAGE = "IMAGE"
DEM = "DEM"
SIZES = "SIZES"
SAMPLES = "SAMPLES"
REPORT = "REPORT"
TABLE = "TABLE"

MOST_SAMPLES = 10_000


def inventory_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    normal: Explained = [
        (
            QgsProcessingParameterFeatureSource(INPUT, tr("Landslides"), polygons),
            tr("Polygons: those of Extract landslides, or any others. A multipolygon is one landslide. Areas are "
               "measured from the outlines, which are repaired where they cross themselves; fields are not needed."),
        ),
        (
            QgsProcessingParameterFeatureSource(AREA, tr("Mapped area"), polygons, optional=True),
            tr("Polygons in which landslides were looked for. The density is of this area, and only landslides whose "
               "centroid lies in it are in the statistics. Without area, extent and image, it is of the convex hull of "
               "the landslides."),
        ),
        (
            QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True),
            tr("Rectangle in which landslides were looked for. With an area too, what lies in both."),
        ),
        (
            QgsProcessingParameterRasterLayer(IMAGE, tr("Image"), optional=True),
            tr("What the landslides were mapped from: where it is not nodata is the mapped area. With an area or "
               "extent too, what lies in both."),
        ),
        (
            QgsProcessingParameterRasterLayer(DEM, tr("Elevation model"), optional=True),
            tr("Heights in metres, for the slope and aspect of the landslides. It may have any ground resolution and "
               "coordinate system."),
        ),
        (
            QgsProcessingParameterString(SIZES, tr("Size classes (m²)"), "", optional=True),
            tr("Limits between classes of area, separated by commas, such as 100, 1000, 10000. Empty takes the powers "
               "of ten."),
        ),
    ]  # fmt: skip
    advanced: Explained = [
        (
            number(SAMPLES, tr("Samples for the p-value"), 100, 0, MOST_SAMPLES, 0),
            tr("Random samples by which it is told whether the tail is a power law at all; 100 give the p-value to "
               "about 0.05, 2500 to 0.01. 0 for none, which is faster."),
        ),
    ]  # fmt: skip
    results: Explained = [
        (
            QgsProcessingParameterFileDestination(
                REPORT, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True
            ),
            tr("Statistics and charts as one HTML page that needs nothing else."),
        ),
        (
            QgsProcessingParameterFileDestination(
                TABLE, tr("Table"), tr("CSV files (*.csv)"), optional=True, createByDefault=False
            ),
            tr("A row for each size class and one for all landslides, for a spreadsheet: number, area, shares, density "
               "and frequency density."),
        ),
    ]  # fmt: skip
    return declared(normal, advanced, results)


def outputs(tr: Translate) -> dict[str, tuple[str, str]]:
    """Name and help of each output that is a number."""
    return {
        "COUNT": (tr("Landslides"), tr("In the mapped area.")),
        "TOTAL_AREA_M2": (tr("Total area (m²)"), tr("Ellipsoidal, of all landslides together.")),
        "LARGEST_AREA_M2": (tr("Largest area (m²)"), tr("Of one landslide.")),
        "DENSITY_PER_KM2": (tr("Landslides per km²"), tr("Of the mapped area.")),
        "AREA_SHARE": (tr("Share of the area"), tr("Area of the landslides in the mapped area, 0 to 1.")),
        "ALPHA": (
            tr("Exponent of the tail"),
            tr("The frequency density of large landslides falls with this power of their area. Clauset et al. 2009."),
        ),
        "ALPHA_ERROR": (tr("Standard error of the exponent"), tr("Of the fit.")),
        "TAIL_MINIMUM_M2": (tr("Smallest area of the tail (m²)"), tr("From here on the power law holds.")),
        "ROLLOVER_M2": (tr("Rollover (m²)"), tr("The most frequent area. Malamud et al. 2004.")),
    }


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Describes an inventory of landslides: their <b>number, area and density</b>; how frequent which area is, "
        "on logarithmic axes, with the fitted <b>power-law tail</b> and <b>rollover</b>; classes of size; and with an "
        "elevation model <b>slope</b> and a <b>rose of aspects</b>.</p>"
        "<p>Tail and rollover are fitted by maximum likelihood to 50 landslides or more. What cannot be told is no "
        "output, and the report says why. To describe some of the landslides, select them, and tick <i>Selected "
        "features only</i>.</p>"
    )


def tags(tr: Translate) -> list[str]:
    """Words that the toolbox finds the algorithm by."""
    words = tr(
        "landslide,landslides,inventory,statistics,report,area,density,size distribution,frequency,magnitude,power law,"
        "rollover,inverse gamma,slope,aspect,rose,histogram"
    )
    return words.split(",")
