"""Where the results of a run go: nowhere that spoils what is read, or another result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameters,
)

from ..engine.errors import ScarpError
from .destinations import Destination, StagedFile, check_folder
from .rasters import gdal_source
from .sinks import vector_file

GEOTIFF, HTML, JSON, CSV = (".tif", ".tiff"), (".html", ".htm"), (".json",), (".csv",)
"""Endings of files."""
LAYERS = ("layer", "raster", "vector", "source", "multilayer")
"""Types of the parameters whose layers are read."""


def check_places(
    algorithm: QgsProcessingAlgorithm, wanted: Mapping[str, tuple[Destination | None, tuple[str, ...]]],
    parameters: dict[str, Any], context: QgsProcessingContext, rewritten: str = "",
) -> None:  # fmt: skip
    """See that results can be written, and replace neither a layer that is read nor each other.

    Args:
        algorithm: whose results they are.
        wanted: for each result by what it is: its place, nothing where it is left out, and the endings that its file
            may have, none for a layer of polygons.
        parameters: of the run.
        context: of the run; in the thread that its layers live in.
        rewritten: parameter whose layer may be replaced by its successor.

    Raises:
        ScarpError: if not.
    """
    read = list(_files_read(algorithm, {**parameters, rewritten: None}, context))
    seen: dict[Path, str] = {}
    for what, (place, endings) in wanted.items():
        if place is None or (not endings and place.file is None):
            continue
        file = Path(place.where) if endings else vector_file(Path(place.where))
        if endings and file.suffix.lower() not in endings:
            raise ScarpError(f"The {what} is written to {file}; give it the ending {endings[0]}.")
        check_folder(file, what)
        for name, other in read:
            if file.exists() and file.samefile(other):
                raise ScarpError(f'The {what} would replace the layer "{name}" ({file}), which is read; rename it.')
        # The style of a raster lies beside it, under its name without the ending.
        place_taken = file.absolute().with_suffix("") if endings == GEOTIFF else file.absolute()
        if place_taken in seen:
            raise ScarpError(f"The {seen[place_taken]} and the {what} have the same name, {file}; rename one of them.")
        seen[place_taken] = what


def _files_read(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Iterator[tuple[str, Path]]:
    """Name and file of each layer that is read and lies in a file."""
    for parameter in algorithm.parameterDefinitions():
        if parameter.type() not in LAYERS or parameters.get(parameter.name()) in (None, ""):
            continue
        layers: list[QgsMapLayer | None]
        if parameter.type() == "multilayer":
            layers = QgsProcessingParameters.parameterAsLayerList(parameter, parameters, context)
        else:
            value = parameters[parameter.name()]
            source = value.source if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
            given = {**parameters, parameter.name(): source}
            layers = [QgsProcessingParameters.parameterAsLayer(parameter, given, context)]
        for layer in layers:
            file = Path(gdal_source(layer.source())[0]) if layer is not None else None
            # A layer in memory has a source that is longer than a file name may be.
            with suppress(OSError):
                if layer is not None and file is not None and file.is_file():
                    yield layer.name(), file


def staged(place: Destination | None, what: str, stack: ExitStack) -> StagedFile | None:
    """A file in the making, removed at the end; nothing where it is left out.

    Raises:
        ScarpError: if the folder cannot be written to.
    """
    if place is None:
        return None
    file = StagedFile(Path(place.where), what)
    stack.callback(file.discard)
    return file
