"""Calls of GDAL that may fail: quiet, and the same whether the host program has switched its exceptions on or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from osgeo import gdal


def attempt(call: Callable[..., Any], *arguments: Any, **keywords: Any) -> tuple[Any, str]:
    """Call GDAL and catch what it says went wrong.

    Returns:
        What the call returned, nothing where it raised; and GDAL's reason, empty where it reported no failure.
    """
    gdal.ErrorReset()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        result = call(*arguments, **keywords)
        return result, gdal.GetLastErrorMsg() if gdal.GetLastErrorType() >= gdal.CE_Failure else ""
    except RuntimeError as error:
        return None, str(error)
    finally:
        gdal.PopErrorHandler()
