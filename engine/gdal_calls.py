"""Calls of GDAL that may fail: quiet, and the same whether the host program has switched its exceptions on or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from osgeo import gdal

CAUSES = "\nMay be caused by: "
"""What GDAL's exceptions, from 3.10 on, put between a reason and all that was reported before it."""


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
        return None, str(error).partition(CAUSES)[0]
    finally:
        gdal.PopErrorHandler()
