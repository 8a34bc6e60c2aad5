"""Tests of scarp.engine.probability."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, osr
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.probability import ProbabilityWriter, to_percent
from scarp.engine.progress import Quiet

METRE = (500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0)
QUIET = Quiet()


def utm() -> str:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32654)
    return str(crs.ExportToWkt())


def percents(height: int, width: int) -> NDArray[np.uint8]:
    values = np.random.default_rng(0).integers(0, 102, (height, width)).astype(np.uint8)
    values[values == 101] = 255
    return values


def written(
    path: Path, percent: NDArray[np.uint8], rows: int = 100, geotransform: tuple[float, ...] = METRE, crs: str = "",
    progress: Any = QUIET,
) -> NDArray[np.int64]:  # fmt: skip
    """Write it, some rows at a time; the histogram."""
    height, width = percent.shape
    with ProbabilityWriter(path, width, height, geotransform, crs) as writer:
        for row in range(0, height, rows):
            writer.write(percent[row : row + rows])
        writer.finish(progress)
    return writer.histogram


def left_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("size", [(1, 1), (7, 5000), (1000, 300)])
@pytest.mark.parametrize("rows", [1, 100, 448])
def test_what_was_written_is_read(size: tuple[int, int], rows: int, gdal_exceptions: bool, tmp_path: Path) -> None:
    percent = percents(*size)
    histogram = written(tmp_path / "p.tif", percent, rows)
    assert (gdal.Open(str(tmp_path / "p.tif")).ReadAsArray() == percent).all()
    assert (histogram == np.bincount(percent[percent != 255], minlength=101)).all()
    assert left_in(tmp_path) == ["p.tif"]


def test_form_of_the_file(tmp_path: Path) -> None:
    written(tmp_path / "p.tif", percents(600, 700), crs=utm())
    dataset = gdal.Open(str(tmp_path / "p.tif"))
    band = dataset.GetRasterBand(1)
    assert (dataset.RasterCount, band.DataType) == (1, gdal.GDT_Byte)
    assert (band.GetScale(), band.GetOffset(), band.GetNoDataValue()) == (0.01, 0.0, 255.0)
    assert band.GetDescription() == "landslide probability"
    assert band.GetBlockSize() == [256, 256]
    assert dataset.GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE") == "DEFLATE"
    assert dataset.GetGeoTransform() == METRE
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "32654"


@pytest.mark.parametrize(
    "geotransform",
    [
        (500000.0, 0.8, 0.6, 4000000.0, 0.6, -0.8),
        (500000.0, 1.0, 0.0, 4000000.0, 0.0, 1.0),
        (0.0, 2.0, 0.0, 0.0, 0.0, -2.0),
    ],
    ids=["rotated", "south up", "pixels"],
)
def test_place(geotransform: tuple[float, ...], tmp_path: Path) -> None:
    written(tmp_path / "p.tif", percents(9, 9), geotransform=geotransform)
    dataset = gdal.Open(str(tmp_path / "p.tif"))
    assert dataset.GetGeoTransform() == pytest.approx(geotransform)
    assert dataset.GetProjection() == ""


def test_without_place_the_file_has_none_either(tmp_path: Path) -> None:
    written(tmp_path / "p.tif", percents(9, 9), geotransform=(0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    assert gdal.Open(str(tmp_path / "p.tif")).GetGeoTransform(can_return_null=True) is None


@pytest.mark.parametrize("definition", ["EPSG:8857", "+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=40 +lon_0=10"])
def test_a_crs_that_geotiff_knows_no_number_for(definition: str, tmp_path: Path) -> None:
    crs = osr.SpatialReference()
    crs.SetFromUserInput(definition)
    written(tmp_path / "p.tif", percents(9, 9), crs=crs.ExportToWkt(["FORMAT=WKT2_2019"]))
    found = gdal.Open(str(tmp_path / "p.tif")).GetSpatialRef()
    assert found is not None
    assert found.ExportToProj4().split()[0] == crs.ExportToProj4().split()[0]
    assert "40" not in definition or "+o_lat_p=40" in found.ExportToProj4()


def test_overviews_hold_the_same_values(tmp_path: Path) -> None:
    percent = percents(700, 1100)
    percent[:, :512] = 255
    written(tmp_path / "p.tif", percent)
    dataset = gdal.Open(str(tmp_path / "p.tif"))
    band = dataset.GetRasterBand(1)
    sizes = [(band.GetOverview(i).XSize, band.GetOverview(i).YSize) for i in range(band.GetOverviewCount())]
    assert sizes == [(550, 350), (275, 175)]
    half = band.GetOverview(0).ReadAsArray()
    assert (half[:, :256] == 255).all()
    assert set(np.unique(half)) <= set(np.unique(percent))
    blocks = percent.reshape(350, 2, 550, 2)
    assert (half[:, :, None, None] == blocks.transpose(0, 2, 1, 3)).any(axis=(2, 3)).all()


def test_a_small_raster_needs_no_overviews(tmp_path: Path) -> None:
    written(tmp_path / "p.tif", percents(200, 255))
    dataset = gdal.Open(str(tmp_path / "p.tif"))
    assert dataset.GetRasterBand(1).GetOverviewCount() == 0


def test_nodata_takes_no_room(tmp_path: Path) -> None:
    percent = np.full((4096, 4096), 255, np.uint8)
    percent[1000:1010, 2000:2010] = 50
    written(tmp_path / "p.tif", percent, rows=448)
    assert (tmp_path / "p.tif").stat().st_size < 30_000
    assert (gdal.Open(str(tmp_path / "p.tif")).ReadAsArray() == percent).all()


def test_parts_take_no_more_room_than_the_whole(tmp_path: Path) -> None:
    percent = percents(600, 600)
    written(tmp_path / "whole.tif", percent, rows=600)
    written(tmp_path / "parts.tif", percent, rows=100)
    assert (tmp_path / "parts.tif").stat().st_size == (tmp_path / "whole.tif").stat().st_size


def test_what_was_there_is_replaced_with_what_belonged_to_it(tmp_path: Path) -> None:
    path = tmp_path / "p [1].tif"
    for suffix in ("", ".aux.xml", ".ovr", ".msk"):
        path.with_name(path.name + suffix).write_text("old")
    (tmp_path / "p [1].qml").write_text("style")
    written(path, percents(9, 9))
    assert left_in(tmp_path) == ["p [1].qml", "p [1].tif"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "p.tif"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), ProbabilityWriter(path, 300, 300, METRE, "") as writer:
        writer.write(percents(256, 300))
        assert len(left_in(tmp_path)) == 2
        raise ZeroDivisionError
    assert left_in(tmp_path) == ["p.tif"]
    assert path.read_text() == "old"


@pytest.mark.parametrize("after", range(8))
def test_cancelled_while_overviews_are_made(after: int, gdal_exceptions: bool, tmp_path: Path, progress: Any) -> None:
    path = tmp_path / "p.tif"
    path.write_text("old")
    progress.cancel_after = after
    with pytest.raises(Cancelled):
        written(path, percents(1100, 1100), progress=progress)
    assert progress.asked >= after + 1
    assert left_in(tmp_path) == ["p.tif"]
    assert path.read_text() == "old"


def test_cancelled_where_there_are_no_overviews(tmp_path: Path, progress: Any) -> None:
    progress.cancel_after = 1
    with pytest.raises(Cancelled):
        written(tmp_path / "p.tif", percents(9, 9), progress=progress)
    assert left_in(tmp_path) == []


def test_progress_ends_with_all(tmp_path: Path, progress: Any) -> None:
    written(tmp_path / "p.tif", percents(1100, 1100), progress=progress)
    assert progress.values == sorted(progress.values)
    assert progress.values[-1] == 100.0


# Places that cannot be written


def refusal(path: Path) -> str:
    with pytest.raises(ScarpError) as error:
        written(path, percents(9, 9))
    return str(error.value)


def test_a_folder_that_is_not_there(gdal_exceptions: bool, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert refusal(folder / "p.tif") == (
        f"The probability raster cannot be written to {folder}: No such file or directory. Choose another folder."
    )
    assert left_in(tmp_path) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    assert refusal(tmp_path / "file" / "p.tif") == (
        f"The probability raster cannot be written to {tmp_path / 'file'}: Not a directory. Choose another folder."
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "Permission denied. Choose another folder." in refusal(tmp_path / "p.tif")
    finally:
        tmp_path.chmod(0o700)


def test_a_file_name_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "p.tif").mkdir()
    assert refusal(tmp_path / "p.tif") == (
        f"The probability raster cannot be written to {tmp_path / 'p.tif'}, which is a folder; add a file name."
    )
    assert left_in(tmp_path) == ["p.tif"]


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from osgeo import gdal
from scarp.engine.errors import ScarpError
from scarp.engine.probability import ProbabilityWriter
from scarp.engine.progress import Quiet

if sys.argv[2] == "exceptions":
    gdal.UseExceptions()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit then fails, as on a full disk
path = Path(sys.argv[1])
percent = np.random.default_rng(0).integers(0, 101, (600, 700)).astype(np.uint8)

def write():
    with ProbabilityWriter(path, 700, 600, (500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0), "") as writer:
        for row in range(0, 600, 100):
            writer.write(percent[row : row + 100])
        writer.finish(Quiet())

write()
whole = path.stat().st_size
path.write_text("old")
for room in sorted({0, 1, 8, 200, 400, whole - 1, whole - 8, whole - 500, *range(1000, whole, whole // 25)}):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        write()
        print(room, "was enough")
    except ScarpError as error:
        assert str(error).startswith(f"The probability raster {path} could not be written ("), error
        assert str(error).endswith(" MB are free there). Make room or choose another folder."), error
    assert [entry.name for entry in path.parent.iterdir()] == [path.name], (room, list(path.parent.iterdir()))
    assert path.read_text() == "old", room
resource.setrlimit(resource.RLIMIT_FSIZE, (whole, resource.RLIM_INFINITY))
write()
assert (gdal.Open(str(path)).ReadAsArray() == percent).all()
print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited")
@pytest.mark.parametrize("mode", ["plain", "exceptions"])
def test_a_full_disk_at_any_moment(mode: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path / "p.tif"), mode]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.stdout.splitlines() == ["done"], run.stdout + run.stderr


# Rounding


def test_per_cent_is_rounded_and_nodata_is_255() -> None:
    probability = np.array([[0.0, 0.0049, 0.0051, 0.5, 0.994, 0.996, 1.0, 1.009, -0.009, 0.3]], np.float32)
    valid = np.array([[True] * 9 + [False]])
    assert to_percent(probability, valid).tolist() == [[0, 0, 1, 50, 99, 100, 100, 100, 0, 255]]
