"""Where the results of an extraction go: temporary layers, or files that overwrite nothing."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import QgsProcessing, QgsProcessingOutputLayerDefinition, QgsProject

from .runs import Runs

FILES = {"PROBABILITY": "_probability{}.tif", "OUTPUT": "_landslides{}.gpkg"}
"""Names of the files after the image's, with a number where the name is taken."""
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
"""What a file name cannot hold, on one system or another, and blanks."""


def places(
    folder: str, image: str, runs: Runs, project: QgsProject
) -> dict[str, QgsProcessingOutputLayerDefinition]:
    """Destinations of the results, which are put into the project.

    Args:
        folder: that they are saved to; empty for temporary layers.
        image: name of its layer.
        runs: whose files, which are not there yet, are not overwritten either.
        project: that they are put into.
    """
    where = dict.fromkeys(FILES, QgsProcessing.TEMPORARY_OUTPUT)
    if folder:
        where = free_names(Path(folder), image, _promised(runs))
    found = {}
    for output, place in where.items():
        found[output] = QgsProcessingOutputLayerDefinition(place, project)
        found[output].createOptions = {}
    return found


def free_names(folder: Path, image: str, taken: set[str]) -> dict[str, str]:
    """Files for the results of an image that overwrite nothing, with the same number.

    Args:
        folder: that they go into.
        image: name of its layer.
        taken: files that will come.
    """
    stem = NOT_IN_NAMES.sub("_", image).strip("._") or "image"
    number = 1
    while True:
        ending = f"_{number}" if number > 1 else ""
        files = {output: folder / (stem + pattern.format(ending)) for output, pattern in FILES.items()}
        if not any(file.exists() or str(file) in taken for file in files.values()):
            return {output: str(file) for output, file in files.items()}
        number += 1


def _promised(runs: Runs) -> set[str]:
    """Files that runs which are not over will write."""
    values = [value for run in runs for value in run.parameters.values()]
    return {value.sink.staticValue() for value in values if isinstance(value, QgsProcessingOutputLayerDefinition)}
