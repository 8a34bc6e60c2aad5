"""Tests of scarp.engine.raster_writer; what all writers do alike is tested with the probability raster's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine.errors import ScarpError
from scarp.engine.progress import Quiet
from scarp.engine.raster_writer import RasterWriter, lacks_blocks

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


def test_blocks_that_a_full_disk_did_not_take_are_missed(tmp_path: Path, gdal_exceptions: bool) -> None:
    path = tmp_path / "r.tif"
    values = np.random.default_rng(0).integers(0, 255, (700, 600)).astype(np.uint8)
    values[:300, :300] = 255  # a block that is a hole of the file
    with RasterWriter(path, 600, 700, METRE, "") as writer:
        writer.write(values)
        writer.finish(Quiet())
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    assert band.GetOverviewCount() == 1
    size = path.stat().st_size
    assert not lacks_blocks(band, size)
    assert lacks_blocks(band, size - 1)

    class Overlapping:
        """The same blocks, but one that was written over the end of another."""

        XSize, YSize = 512, 256

        def GetBlockSize(self) -> list[int]:
            return [256, 256]

        def GetOverviewCount(self) -> int:
            return 0

        def GetMetadataItem(self, name: str, domain: str) -> str:
            return {"BLOCK_OFFSET_0_0": "8", "BLOCK_OFFSET_1_0": "99"}.get(name, "100")

    assert lacks_blocks(Overlapping(), 400)
