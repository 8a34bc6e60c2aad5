"""Tests of scarp.engine.class_raster."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal
from scarp.engine import class_raster
from scarp.engine.class_raster import ClassWriter, class_colours
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.progress import Quiet

METRE = (500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0)
CLASSES = ("landslide", "cloud", "unpaved road")
QUIET = Quiet()


def percents(classes: int, height: int, width: int) -> NDArray[np.uint8]:
    """Of each class, with many equals, and a tenth without data."""
    rng = np.random.default_rng(0)
    values = rng.integers(0, 21, (classes, height, width)).astype(np.uint8) * 5
    values[:, rng.random((height, width)) < 0.1] = 255
    return values


def brute_force(values: NDArray[np.uint8], threshold: float) -> NDArray[np.uint8]:
    expected = np.zeros(values.shape[1:], np.uint8)
    for place in np.ndindex(expected.shape):
        of_pixel = [int(value) for value in values[(slice(None), *place)]]
        reaching = [value for value in of_pixel if value >= threshold * 100]
        expected[place] = 255 if of_pixel[0] == 255 else of_pixel.index(max(reaching)) + 1 if reaching else 0
    return expected


def written(
    path: Path, values: NDArray[np.uint8], threshold: float = 0.5, rows: int = 7, progress: Any = QUIET
) -> gdal.Dataset:
    classes, height, width = values.shape
    with ClassWriter(path, CLASSES[:classes], width, height, METRE, "") as writer:
        for row in range(0, height, rows):
            writer.keep(list(values[:, row : row + rows]))
        writer.classify(threshold, progress)
        writer.complete(progress)
        writer.place()
    return gdal.Open(str(path))


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.5, 0.501, 1.0])
@pytest.mark.parametrize("shape", [(3, 40, 50), (1, 40, 50), (3, 1, 1), (2, 1, 60), (2, 600, 3)])
def test_the_first_of_the_most_probable_at_or_above_the_threshold(
    shape: Any, threshold: float, gdal_exceptions: bool, tmp_path: Path
) -> None:
    values = percents(*shape)
    assert (written(tmp_path / "c.tif", values, threshold).ReadAsArray() == brute_force(values, threshold)).all()


@pytest.mark.parametrize("rows", [1, 100, 256, 700])
def test_same_whatever_the_rows_that_come_at_once(rows: int, tmp_path: Path) -> None:
    values = percents(2, 700, 9)
    assert (written(tmp_path / "c.tif", values, rows=rows).ReadAsArray() == brute_force(values, 0.5)).all()


def test_equals_go_to_the_lower_number(tmp_path: Path) -> None:
    values = np.array([[[50, 70, 60, 49]], [[50, 70, 70, 49]], [[50, 71, 70, 49]]], np.uint8)
    assert written(tmp_path / "c.tif", values).ReadAsArray().tolist() == [[1, 3, 2, 0]]


def test_names_colours_and_form(tmp_path: Path) -> None:
    dataset = written(tmp_path / "c.tif", percents(3, 600, 600))
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["c.tif", "c.tif.aux.xml"]
    band = dataset.GetRasterBand(1)
    assert (dataset.RasterCount, band.DataType, band.GetNoDataValue()) == (1, gdal.GDT_Byte, 255.0)
    assert band.GetCategoryNames() == ["background", *CLASSES]
    assert json.loads(dataset.GetMetadataItem("SCARP_CLASSES")) == list(CLASSES)
    assert dataset.GetMetadataItem("SCARP_CLASS_THRESHOLD") == "0.5"
    assert band.GetColorInterpretation() == gdal.GCI_PaletteIndex
    colours = [tuple(band.GetColorTable().GetColorEntry(value)[:3]) for value in range(4)]
    assert colours == [(255, 255, 255), *class_colours(CLASSES)]
    assert band.GetOverviewCount() == 1
    assert set(np.unique(band.GetOverview(0).ReadAsArray())) <= {0, 1, 2, 3, 255}
    assert dataset.GetGeoTransform() == METRE


def test_colours_are_known_ones_or_differ() -> None:
    names = ["Fresh landslide", "cloud", "unpaved road", "water", "road", *(f"class {i}" for i in range(15))]
    colours = class_colours(names)
    assert colours[0] == class_raster.COLOURS["landslide"]
    assert colours[2] == class_raster.COLOURS["road"]
    assert len(set(colours)) == len(names)
    distances = [sum(abs(a - b) for a, b in zip(one, other)) for i, one in enumerate(colours) for other in colours[:i]]
    assert min(distances) > 20


def test_names_in_the_file_without_gdal_s_own_file_beside_it(tmp_path: Path) -> None:
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    try:
        dataset = written(tmp_path / "c.tif", percents(2, 9, 9))
        assert [entry.name for entry in tmp_path.iterdir()] == ["c.tif"]
        assert json.loads(dataset.GetMetadataItem("SCARP_CLASSES")) == ["landslide", "cloud"]
    finally:
        gdal.SetConfigOption("GDAL_PAM_ENABLED", None)


def test_too_many_classes(tmp_path: Path) -> None:
    with pytest.raises(ScarpError) as error:
        ClassWriter(tmp_path / "c.tif", ["c"] * 255, 9, 9, METRE, "")
    assert str(error.value) == "The model has 255 classes, and a class raster holds 254; leave it out."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("after", range(5))
def test_cancelled(after: int, gdal_exceptions: bool, tmp_path: Path, progress: Any) -> None:
    path = tmp_path / "c.tif"
    path.write_text("old")
    progress.cancel_after = after
    with pytest.raises(Cancelled):
        written(path, percents(2, 700, 300), progress=progress)
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.tif"]
    assert path.read_text() == "old"


def test_an_error_between_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), ClassWriter(tmp_path / "c.tif", CLASSES, 300, 300, METRE, "") as writer:
        writer.keep(list(percents(3, 100, 300)))
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _kept: object) -> None:
            raise OSError(28, "No space left on device")

        def close(self) -> None:
            raise OSError(28, "No space left on device")

    with pytest.raises(ScarpError) as error, ClassWriter(tmp_path / "c.tif", CLASSES, 9, 9, METRE, "") as writer:
        writer._keeping = Full()  # type: ignore[assignment]
        writer.keep(list(percents(3, 9, 9)))
    text = f"The class raster {tmp_path / 'c.tif'} could not be written (No space left on device; "
    assert str(error.value).startswith(text)
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_and_lost(tmp_path: Path) -> None:
    with pytest.raises(ScarpError, match="could not be written"), ClassWriter(
        tmp_path / "c.tif", CLASSES, 300, 300, METRE, ""
    ) as writer:
        writer.keep(list(percents(3, 300, 300)))
        writer._keeping.close()
        writer._kept.write_bytes(writer._kept.read_bytes()[:2000])
        writer.classify(0.5, QUIET)
    assert list(tmp_path.iterdir()) == []
