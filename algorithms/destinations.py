"""Where outputs go, and files that are put there complete or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
)

from ..engine.errors import ScarpError

PROVIDER = re.compile(r"^.{3,}?:")
"""How QGIS tells "postgres:…", "ogr:…" and "memory:" from files; two letters or fewer are a drive."""
BESIDE = (".aux.xml", ".ovr", ".msk", "-wal", "-shm", "-journal")
"""Endings, after the whole name, of files that belong to a file and would spoil the one that replaces it."""
SHAPEFILE = (".shx", ".dbf", ".prj", ".cpg", ".qix", ".qpj", ".sbn", ".sbx", ".idm", ".ind", ".fix", ".shp.xml")


@dataclass(frozen=True)
class Destination:
    """Where an output is to go.

    Attributes:
        where: a file, or what a provider understands.
        value: as the parameter was given.
        project: that the layer is to be loaded into; nothing loads it nowhere.
        name: that the analyst gave the layer; may be empty.
        output: name of the parameter.
    """

    where: str
    value: Any
    project: QgsProject | None
    name: str
    output: str

    @property
    def file(self) -> Path | None:
        """The file, if it is one that is written anew."""
        appends = isinstance(self.value, QgsProcessingOutputLayerDefinition) and self.value.useRemapping()
        return None if appends or PROVIDER.match(self.where) else Path(self.where)


def destination(
    parameter: QgsProcessingDestinationParameter, parameters: dict[str, Any], context: QgsProcessingContext
) -> Destination | None:
    """Where an output is to go; nothing where it is to be left out."""
    value = parameters.get(parameter.name())
    where, project, name = value, None, ""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        where, project, name = value.sink, value.destinationProject, value.destinationName
    if isinstance(where, QgsProperty):
        where = where.valueAsString(context.expressionContext(), parameter.defaultValue() or "")[0]
    where = str(where or parameter.defaultValue() or "")
    if where == QgsProcessing.TEMPORARY_OUTPUT:
        where = parameter.generateTemporaryDestination()
    if not where:
        return None
    # The parameter's own description is what QGIS calls a layer that nobody has named.
    return Destination(where, value, project, "" if name == parameter.description() else name, parameter.name())


def check_folder(file: Path, what: str) -> None:
    """See that a file can be written.

    Raises:
        ScarpError: if its folder is not there, or it is a folder itself.
    """
    if not file.parent.is_dir():
        raise ScarpError(f"The {what} cannot be written to {file.parent}: there is no such folder. Choose another.")
    if file.is_dir():
        raise ScarpError(f"The {what} cannot be written to {file}: it is a folder. Give a file name.")


class StagedFile:
    """A file, with those that belong to it, in the making in a folder beside its place.

    Args:
        target: its place.
        what: it is, for messages.

    Attributes:
        target: its place.
        path: where it is to be written meanwhile; under the same name.

    Raises:
        ScarpError: if the folder cannot be written to.
    """

    def __init__(self, target: Path, what: str) -> None:
        check_folder(target, what)
        self.target, self._what = target, what
        try:
            self._folder = Path(tempfile.mkdtemp(prefix=".scarp-", dir=target.parent))
        except OSError as error:
            raise ScarpError(
                f"The {what} cannot be written to {target.parent}: {error.strerror}. Choose another folder."
            ) from error
        self._new, self._old = self._folder / "new", self._folder / "old"
        self._new.mkdir()
        self._old.mkdir()
        self.path = self._new / target.name
        self._moved: list[Path] = []

    def place(self) -> None:
        """Move the files into place; those that were there are kept until the end, for ``take_back``.

        Raises:
            ScarpError: if what is there cannot be replaced; it is as it was then.
        """
        try:
            for old in sorted(_family(self.target)):
                old.rename(self._old / old.name)
            # The file itself last: whoever sees it finds what belongs to it.
            for new in sorted(self._new.iterdir(), key=lambda file: file.name == self.target.name):
                new.rename(self.target.parent / new.name)
                self._moved.append(self.target.parent / new.name)
        except OSError as error:
            self.take_back()
            raise ScarpError(
                f"The {self._what} {self.target} cannot be replaced ({error.strerror}); close what uses it, or choose "
                "another name."
            ) from error

    def take_back(self) -> None:
        """Undo ``place``."""
        for file in self._moved:
            file.unlink(missing_ok=True)
        self._moved = []
        for old in self._old.iterdir():
            with suppress(OSError):
                old.rename(self.target.parent / old.name)

    def discard(self) -> None:
        """Remove what is left in the making."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _family(target: Path) -> set[Path]:
    """A file and those beside it that belong to it and would spoil another of its name, as far as they are there."""
    family = {target, *(target.with_name(target.name + ending) for ending in BESIDE)}
    if target.suffix.lower() == ".shp":
        family |= {target.with_suffix(ending) for ending in SHAPEFILE}
    return {file for file in family if file.is_file() or file.is_symlink()}


def place_all(files: Iterable[StagedFile]) -> None:
    """Move several files into place, all or none.

    Raises:
        ScarpError: if one cannot be.
    """
    placed: list[StagedFile] = []
    try:
        for file in files:
            file.place()
            placed.append(file)
    except BaseException:
        for file in placed:
            file.take_back()
        raise
