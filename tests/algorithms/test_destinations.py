from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProject,
    QgsProperty,
)
from scarp.algorithms.destinations import Destination, StagedFile, destination, place_all
from scarp.engine.errors import ScarpError

SINK = QgsProcessingParameterFeatureSink("OUTPUT", "Landslides")
RASTER = QgsProcessingParameterRasterDestination("PROBABILITY", "Probability", optional=True)


@pytest.mark.parametrize(
    ("where", "file"),
    [
        ("/maps/found.gpkg", Path("/maps/found.gpkg")),
        (r"C:\maps\found.shp", Path(r"C:\maps\found.shp")),
        ("found.gpkg", Path("found.gpkg")),
        ("memory:", None),
        ("ogr:dbname='/maps/event.gpkg' table=\"second\" (geom)", None),
        ('postgres://dbname=\'event\' table="public"."found" (geom)', None),
    ],
)
def test_files_are_told_from_databases(where, file):
    assert Destination(where, where, None, "", "OUTPUT").file == file


def test_where_an_output_goes(qgis_app):
    context, project = QgsProcessingContext(), QgsProject()
    found = destination(SINK, {"OUTPUT": "/maps/found.gpkg"}, context)
    assert (found.where, found.project, found.name, found.output) == ("/maps/found.gpkg", None, "", "OUTPUT")
    value = QgsProcessingOutputLayerDefinition("/maps/found.gpkg", project)
    value.destinationName = "Slides of May"
    found = destination(SINK, {"OUTPUT": value}, context)
    assert (found.where, found.project, found.name) == ("/maps/found.gpkg", project, "Slides of May")
    value.destinationName = "Landslides"  # the parameter's description
    assert destination(SINK, {"OUTPUT": value}, context).name == ""
    expression = QgsProperty.fromExpression("'/maps/' || 'p.tif'")
    assert destination(RASTER, {"PROBABILITY": expression}, context).where == "/maps/p.tif"
    assert destination(RASTER, {"PROBABILITY": "TEMPORARY_OUTPUT"}, context).where.endswith("/PROBABILITY.tif")
    assert destination(RASTER, {}, context) is None
    assert destination(RASTER, {"PROBABILITY": ""}, context) is None


def staged(target: Path, **files: str) -> StagedFile:
    made = StagedFile(target, "layer")
    for ending, text in files.items():
        made.path.with_suffix(f".{ending}").write_text(text)
    return made


def content(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def test_a_file_is_seen_only_when_it_is_complete(tmp_path):
    file = staged(tmp_path / "found.shp", shp="new", dbf="new")
    assert content(tmp_path) == {}
    file.place()
    file.discard()
    assert content(tmp_path) == {"found.shp": "new", "found.dbf": "new"}
    assert not list(tmp_path.glob(".scarp-*"))


def test_files_that_belonged_to_the_old_one_go(tmp_path):
    for name in (
        "found.shp",
        "found.qix",
        "found.qml",
        "p.tif",
        "p.tif.aux.xml",
        "p.tif.ovr",
        "event.gpkg",
        "event.gpkg-wal",
    ):
        (tmp_path / name).write_text("old")
    for name, ending in (("found.shp", "shp"), ("p.tif", "tif"), ("event.gpkg", "gpkg")):
        file = staged(tmp_path / name, **{ending: "new"})
        file.place()
        file.discard()
    assert content(tmp_path) == {"found.shp": "new", "found.qml": "old", "p.tif": "new", "event.gpkg": "new"}


def test_discarded_leaves_the_old_one(tmp_path):
    (tmp_path / "found.gpkg").write_text("old")
    staged(tmp_path / "found.gpkg", gpkg="new").discard()
    assert content(tmp_path) == {"found.gpkg": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["found.gpkg"]


def test_all_are_placed_or_none(tmp_path, monkeypatch):
    (tmp_path / "p.tif").write_text("old")
    (tmp_path / "p.tif.aux.xml").write_text("old")
    (tmp_path / "found.gpkg").write_text("old")
    files = [staged(tmp_path / "p.tif", tif="new"), staged(tmp_path / "found.gpkg", gpkg="new")]
    rename = Path.rename

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == "found.gpkg" and self.read_text() == "new":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(ScarpError, match=r"found.gpkg cannot be replaced .Permission denied.; close what uses it"):
        place_all(files)
    assert content(tmp_path) == {"p.tif": "old", "p.tif.aux.xml": "old", "found.gpkg": "old"}


def test_places_that_cannot_be_written_to(tmp_path, monkeypatch):
    with pytest.raises(ScarpError, match=r"cannot be written to .*/no: there is no such folder. Choose another."):
        StagedFile(tmp_path / "no" / "found.gpkg", "layer")
    with pytest.raises(ScarpError, match=r"it is a folder. Give a file name."):
        StagedFile(tmp_path, "layer")

    def refuse(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("scarp.algorithms.destinations.tempfile.mkdtemp", refuse)
    with pytest.raises(
        ScarpError, match=r"The layer cannot be written to .*: Permission denied. Choose another folder."
    ):
        StagedFile(tmp_path / "found.gpkg", "layer")
