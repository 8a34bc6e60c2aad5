"""Tests of scarp.engine.raster_writer; what all writers do alike is tested with the probability raster's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.errors import ScarpError
from scarp.engine.progress import Quiet
from scarp.engine.raster_writer import RasterWriter

METRE = (500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0)
VALUES = np.arange(300 * 20, dtype=np.uint32).reshape(300, 20).astype(np.uint8)


def test_complete_and_place_are_two_steps(tmp_path: Path) -> None:
    path = tmp_path / "r.tif"
    path.write_text("old")
    with RasterWriter(path, 20, 300, METRE, "") as writer:
        writer.set_metadata({"SCARP_MODEL": "unet", "SCARP_NOTE": "höher"})
        writer.write(VALUES[:100])
        writer.write(VALUES[100:])
        writer.complete(Quiet())
        assert path.read_text() == "old"
        writer.place()
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.tif"]
    dataset = gdal.Open(str(path))
    assert (dataset.ReadAsArray() == VALUES).all()
    assert dataset.GetMetadataItem("SCARP_MODEL") == "unet"
    assert dataset.GetMetadataItem("SCARP_NOTE") == "höher"
    assert dataset.GetRasterBand(1).GetNoDataValue() == 255


def test_left_before_it_is_placed_it_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "r.tif"
    path.write_text("old")
    with RasterWriter(path, 20, 300, METRE, "") as writer:
        writer.write(VALUES)
        writer.complete(Quiet())
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.tif"]
    assert path.read_text() == "old"


def test_messages_say_what_it_is(tmp_path: Path) -> None:
    class Other(RasterWriter):
        what = "raster of rocks"

    with pytest.raises(ScarpError, match=r"The raster of rocks cannot be written to .*, which is a folder"):
        Other(tmp_path, 20, 300, METRE, "")
