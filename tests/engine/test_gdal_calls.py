"""Tests of scarp.engine.gdal_calls."""

from __future__ import annotations

from osgeo import gdal
from scarp.engine.gdal_calls import attempt


def test_result_without_reason(gdal_exceptions: bool) -> None:
    dataset, reason = attempt(gdal.GetDriverByName("MEM").Create, "", 3, 2, 1, gdal.GDT_Byte)
    assert (dataset.RasterXSize, dataset.RasterYSize, reason) == (3, 2, "")


def test_failure_gives_its_reason_and_prints_nothing(gdal_exceptions: bool, capfd: object) -> None:
    result, reason = attempt(gdal.OpenEx, "/nowhere.tif", gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    assert result is None
    assert "/nowhere.tif" in reason
    assert capfd.readouterr() == ("", "")  # type: ignore[attr-defined]


def test_an_earlier_failure_does_not_count(gdal_exceptions: bool) -> None:
    attempt(gdal.OpenEx, "/nowhere.tif", gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    assert attempt(gdal.VersionInfo)[1] == ""


def test_exceptions_mode_is_left_as_it_is(gdal_exceptions: bool) -> None:
    attempt(gdal.OpenEx, "/nowhere.tif", gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    assert bool(gdal.GetUseExceptions()) is gdal_exceptions


def test_the_reason_is_the_last_of_a_chain() -> None:
    def full() -> None:
        raise RuntimeError("no such table\nMay be caused by: disk is full\nMay be caused by: disk is full")

    assert attempt(full) == (None, "no such table")
