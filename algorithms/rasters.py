"""From raster layers to what GDAL opens, with what the analyst set on the layer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameters,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.progress import Progress
from ..engine.scene import open_raster

SUFFIXES = ("|option:", "|credential:", "|layerid=", "|layername=")
"""What QGIS writes behind the name that GDAL knows."""


@dataclass(frozen=True)
class Raster:
    """A raster that GDAL opens in any thread.

    Attributes:
        source: file name, /vsi path, subdataset, or the VRT of a layer whose CRS or nodata the analyst has changed.
        file: what the source is, or the VRT stands for.
        name: of the layer.
        crs: of the layer; invalid where it has none.
    """

    source: str
    file: str
    name: str
    crs: QgsCoordinateReferenceSystem


def raster_layer(
    parameter: QgsProcessingParameterDefinition, parameters: dict[str, object], context: QgsProcessingContext
) -> QgsRasterLayer | None:
    """The layer of a parameter; nothing where it is left empty.

    Raises:
        ScarpError: if it cannot be opened, or its pixels cannot be read through GDAL.
    """
    value = parameters.get(parameter.name())
    if value is None or value == "":
        return None
    layer = QgsProcessingParameters.parameterAsRasterLayer(parameter, parameters, context)
    if layer is None and isinstance(value, str):
        # QGIS looks for a file of that name, and so finds neither /vsi paths nor subdatasets; GDAL also says why not.
        open_raster(value)
        layer = QgsRasterLayer(value, Path(value).stem, "gdal")
    if layer is None or not layer.isValid():
        raise ScarpError(f'The layer "{value}" is no raster that can be read; choose another.')
    if layer.providerType() != "gdal":
        raise ScarpError(
            f'The layer "{layer.name()}" comes from "{layer.providerType()}", which gives pictures, not pixel values '
            "of a file; save it as a GeoTIFF first (Export > Save As), and choose that."
        )
    return layer


def gdal_source(source: str) -> tuple[str, str]:
    """Split a layer's source.

    Returns:
        What GDAL opens, and what QGIS has written behind it.
    """
    ends = [at for at in (source.find(suffix) for suffix in SUFFIXES) if at > 0]
    end = min(ends, default=len(source))
    return source[:end], source[end:]


def as_raster(layer: QgsRasterLayer, progress: Progress) -> Raster:
    """What GDAL is to open for a layer; in the thread that the layer lives in.

    The CRS and the additional nodata value that the analyst set on the layer hold for the run too.

    Raises:
        ScarpError: if it cannot be opened.
    """
    file, options = gdal_source(layer.source())
    if options:
        progress.pushWarning(f'The options "{options.lstrip("|")}" of the layer "{layer.name()}" are not used.')
    provider, crs = layer.dataProvider(), layer.crs()
    changes: dict[str, object] = {}
    if crs.isValid() and crs != provider.crs():
        changes["outputSRS"] = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
        progress.pushInfo(f'The layer "{layer.name()}" is read in {crs.authid() or crs.description()}, as set in QGIS.')
    ranges = [one for band in range(1, layer.bandCount() + 1) for one in provider.userNoDataValues(band)]
    values = {one.min() for one in ranges if one.min() == one.max()}
    if len(values) == 1:
        changes["noData"] = values.pop()
        progress.pushInfo(f'The layer "{layer.name()}" is read with nodata {changes["noData"]:g}, as set in QGIS.')
    elif ranges:
        progress.pushWarning(f'The additional nodata ranges of the layer "{layer.name()}" are not used; set one value.')
    if not changes:
        return Raster(file, file, layer.name(), crs)
    vrt = QgsProcessingUtils.generateTempFilename(Path(file).stem + ".vrt")
    dataset, reason = attempt(gdal.Translate, vrt, open_raster(file), format="VRT", **changes)
    if dataset is None:
        raise ScarpError(f'The layer "{layer.name()}" cannot be read as set in QGIS ({reason}); save it as a GeoTIFF.')
    dataset.FlushCache()
    return Raster(vrt, file, layer.name(), crs)
