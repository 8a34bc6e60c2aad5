"""What a training learns from and is validated on: images, with label rasters or ROIs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..engine.contract import Contract
from ..engine.errors import ScarpError
from ..engine.gdal_calls import attempt
from ..engine.label_image import colour_bands
from ..engine.label_raster import RoiPolygons, classes_of, label_band
from ..engine.progress import Progress
from ..engine.scene import choose_bands, crs_of, ground_resolution_m, open_raster
from ..models.job import RGB
from .rasters import Raster, as_raster, raster_layer


@dataclass(frozen=True)
class LabelledImage:
    """An image with what says where landslides are in it.

    Attributes:
        image: to learn from.
        labels: label raster on its grid; nothing where ROIs label it.
        band: of the label raster.
    """

    image: Raster
    labels: Raster | None = None
    band: int = 1


@dataclass(frozen=True)
class Ground:
    """Images that serve one purpose, training or validation.

    Attributes:
        images: each with its labels.
        rois: of the images that have no label raster.
        classes: of label rasters and ROIs, landslide first.
    """

    images: list[LabelledImage]
    rois: list[RoiPolygons] = field(default_factory=list)
    classes: tuple[str, ...] = ()


def layer_values(value: Any) -> list[Any]:
    """What a parameter of several layers holds, one by one."""
    if value is None or value == "":
        return []
    return list(value) if not isinstance(value, (str, QgsMapLayer)) and hasattr(value, "__iter__") else [value]


def rasters(
    parameter: QgsProcessingParameterDefinition, parameters: dict[str, Any], context: QgsProcessingContext,
    progress: Progress,
) -> list[Raster]:  # fmt: skip
    """The raster layers of a parameter of several.

    Raises:
        ScarpError: if one cannot be opened.
    """
    name = parameter.name()
    layers = [raster_layer(parameter, {name: value}, context) for value in layer_values(parameters.get(name))]
    return [as_raster(layer, progress) for layer in layers if layer is not None]


def vector_layers(value: Any, context: QgsProcessingContext) -> list[QgsVectorLayer]:
    """The vector layers of a parameter of several.

    Raises:
        ScarpError: if one cannot be read.
    """
    layers = []
    for each in layer_values(value):
        layer = QgsProcessingUtils.mapLayerFromString(each, context) if isinstance(each, str) else each
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            raise ScarpError(f'The layer "{each}" is no vector layer that can be read; choose another.')
        layers.append(layer)
    return layers


def paired(images: Sequence[Raster], label_rasters: Sequence[Raster], has_rois: bool) -> list[LabelledImage]:
    """Images with their labels: a label raster belongs to the image on its grid, or holds the image itself.

    Args:
        images: in any order.
        label_rasters: in any order; of several on one grid, the first belongs to the first image.
        has_rois: whether images without a label raster are labelled by ROIs.

    Raises:
        ScarpError: if an image has no labels, or a label raster no image.
    """
    labels_of: dict[int, LabelledImage] = {}
    alone = []
    for labels in label_rasters:
        band = label_band(labels.source)
        if open_raster(labels.source).RasterCount > 1:
            alone.append(LabelledImage(_without_band(labels, band), labels, band))
            continue
        free = [n for n, image in enumerate(images) if n not in labels_of and _grid(image) == _grid(labels)]
        if not free:
            raise ScarpError(
                f'The label raster "{labels.name}" is on the grid of no image that has none yet; choose the image that '
                "it was made from too."
            )
        labels_of[free[0]] = LabelledImage(images[free[0]], labels, band)
    for number, image in enumerate(images):
        if number not in labels_of and not has_rois:
            raise ScarpError(
                f'It is not known where landslides are in the image "{image.name}"; choose ROIs, or the label raster '
                "that was made from it."
            )
    return [labels_of.get(number, LabelledImage(image)) for number, image in enumerate(images)] + alone


def _without_band(raster: Raster, band: int) -> Raster:
    """A raster but for its labels, which as its fourth band would count as alpha."""
    source = open_raster(raster.source)
    vrt = QgsProcessingUtils.generateTempFilename(f"{Path(raster.file).stem}.vrt")
    bands = [number for number in range(1, source.RasterCount + 1) if number != band]
    dataset, reason = attempt(gdal.Translate, vrt, source, format="VRT", bandList=bands)
    if dataset is None:
        raise ScarpError(f'The label raster "{raster.name}" cannot be read ({reason}); save it as a GeoTIFF.')
    dataset.FlushCache()
    return replace(raster, source=vrt)


def _grid(raster: Raster) -> tuple[object, ...]:
    """Size and place of a raster, to a thousandth of a pixel."""
    dataset = open_raster(raster.source)
    west, a, b, north, d, e = dataset.GetGeoTransform()
    pixel = max(abs(a), abs(b), abs(d), abs(e)) or 1.0
    place = tuple(round(value / pixel, 3) for value in (west, north))
    shape = tuple(float(f"{value:.7g}") for value in (a, b, d, e))
    return dataset.RasterXSize, dataset.RasterYSize, place, shape


def common_classes(images: Sequence[LabelledImage], of_rois: Sequence[str]) -> tuple[str, ...]:
    """The classes of label rasters and ROIs together.

    Raises:
        ScarpError: if label rasters differ in theirs, or ROIs have others.
    """
    classes, first = tuple(of_rois), ""
    for each in images:
        if each.labels is None:
            continue
        found = classes_of(each.labels.source)
        if first and found != classes:
            raise ScarpError(
                f'The label raster "{each.labels.name}" has the classes {", ".join(found)}, and "{first}" has '
                f"{', '.join(classes)}; make them with the same classes in the same order."
            )
        classes, first = found, each.labels.name
    others = [name for name in of_rois if name not in classes]
    if others:
        raise ScarpError(
            f'The ROIs have the class "{others[0]}", which the label raster "{first}" has not ({", ".join(classes)}); '
            "make it again with that class."
        )
    return classes


def check_same_classes(training: Ground, validation: Ground) -> None:
    """See that label rasters that validate hold the classes of the training.

    Raises:
        ScarpError: if not.
    """
    for each in validation.images:
        if each.labels is not None and classes_of(each.labels.source) != training.classes:
            raise ScarpError(
                f'The label raster "{each.labels.name}" has the classes {", ".join(classes_of(each.labels.source))}, '
                f"and what trains has {', '.join(training.classes)}; make it with the same classes in the same order."
            )


def band_names(image: Raster, chosen: Sequence[int], default: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the bands that are chosen by number, for a model that starts from nothing.

    Args:
        image: whose descriptions name them.
        chosen: numbers of the bands; none takes the default.
        default: also where as many bands are chosen that have no names of their own.

    Raises:
        ScarpError: if the image has no such band.
    """
    dataset = open_raster(image.source)
    for number in chosen:
        if not 1 <= number <= dataset.RasterCount:
            raise ScarpError(
                f'The layer "{image.name}" has {dataset.RasterCount} bands, so there is no band {number}. Choose from '
                f"1 to {dataset.RasterCount}."
            )
    names = tuple(dataset.GetRasterBand(number).GetDescription().strip().lower() for number in chosen)
    if not all(names) or len(set(names)) < len(names):
        names = tuple(f"band {number}" for number in chosen)
        return default if len(chosen) == len(default) else names
    return names or default


def check_colours(image: Raster) -> None:
    """See that an image has red, green and blue, which is what a model reads that starts from nothing.

    Raises:
        ScarpError: if it has fewer bands.
    """
    dataset = open_raster(image.source)
    colours = colour_bands(dataset)
    has_palette = dataset.RasterCount == 1 and dataset.GetRasterBand(1).GetColorTable() is not None
    if len(colours) < len(RGB) and not has_palette:
        numbers = ",".join(map(str, colours))
        raise ScarpError(
            f'The image "{image.name}" has {len(colours)} band{"s" * (len(colours) > 1)}, and a training from nothing '
            f"reads red, green and blue unless it is told otherwise; set Bands to {numbers} under Advanced."
        )


def scene_bands(image: Raster, names: tuple[str, ...], chosen: Sequence[int], progress: Progress) -> list[int]:
    """Numbers of an image's bands in the model's order; none for a palette, which is read as red, green and blue.

    Raises:
        ScarpError: if it has too few.
    """
    dataset = open_raster(image.source)
    if dataset.RasterCount == 1 and dataset.GetRasterBand(1).GetColorTable() is not None and len(names) == 3:
        return []
    return choose_bands(dataset, _reading(names), chosen, image.file, progress)


def _reading(names: tuple[str, ...]) -> Contract:
    """What is known of the model that will be."""
    return Contract(
        kind="semantic", classes=("landslide",), bands=names, value_range=(0.0, 255.0), tile_size=1,
        resolution_m=(1e-6, 1e9), threshold=0.5, network={}, training={}, scores={}, version="",
    )  # fmt: skip


def working_resolution_m(image: Raster, wanted: float | None, made_for: tuple[float, float] | None) -> float:
    """Ground resolution that an image is worked on: as wanted, else its own, clipped to what a model was made for."""
    dataset = open_raster(image.source)
    own = ground_resolution_m(dataset)
    if wanted is not None:
        return wanted
    if made_for is None or not crs_of(dataset):
        return own
    return min(max(own, made_for[0]), made_for[1])


def range_made_for(own_m: Sequence[float], worked_m: Sequence[float]) -> tuple[float, float]:
    """Ground resolutions that a model trained on images serves.

    Args:
        own_m: resolution of each image.
        worked_m: resolution that each was worked on.
    """
    lows, highs = [], []
    for own, worked in zip(own_m, worked_m):
        # At the end on which the image's own resolution lies, so that it is worked on in the same way again.
        coarsened, refined = worked > own * 1.005, worked < own * 0.995
        lows.append(worked if coarsened else worked / 1.5)
        highs.append(worked if refined else worked * (2.0 if coarsened else 1.5))
    return float(f"{min(lows):.4g}"), float(f"{max(highs):.4g}")
