"""How much memory a run will need, and whether it is there."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from .contract import Contract
from .errors import ScarpError

READ_AHEAD = 3
"""Batches that wait between being read and being worked on."""


def available_bytes() -> int | None:
    """Memory that can be had without swapping; nothing where the system does not say."""
    if sys.platform.startswith("linux"):
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    if sys.platform == "win32":
        class Status(ctypes.Structure):
            _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong)] + [
                (name, ctypes.c_ulonglong)
                for name in ("total", "free", "page_total", "page_free", "virtual", "virtual_free", "extended")
            ]

        status = Status(length=ctypes.sizeof(Status))
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.free)
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return None


def needed_bytes(
    contract: Contract, model_bytes: int, tile: tuple[int, int], batch: int, width: int, maps: int = 1,
    is_classified: bool = False,
) -> int:  # fmt: skip
    """Estimate of what an extraction takes.

    Args:
        contract: of the model.
        model_bytes: size of its file.
        tile: height and width of a tile, in pixels.
        batch: tiles in a batch.
        width: of the scene on its working grid, in pixels; its height does not count.
        maps: probabilities of each pixel that are blended, one for each class that is asked for.
        is_classified: whether a class raster is written too.
    """
    tile_pixels = tile[0] * tile[1] * batch
    network = tile_pixels * contract.memory_bytes_per_pixel
    tiles = tile_pixels * (len(contract.bands) * 4 + 5) * (READ_AHEAD + 2)
    # The row of tiles being summed (4 bytes), made per cent of (4), its valid pixels and two rows of tiles being
    # written (1 each), and GDAL's blocks.
    rows = width * tile[0] * (4 + 4 + 3 + len(contract.bands) * 2)
    # Each further map: its sum (4), per cent (1) and rows being written (1), and room to compare it with the others;
    # then what each pixel is and how probable, side by side and as they are written.
    rows += width * tile[0] * ((maps - 1) * 8 + (5 if is_classified else 0))
    tiles += tile_pixels * (maps - 1) * 4
    return 4 * model_bytes + network + tiles + rows


def check_memory(needed: int, available: int | None) -> None:
    """Refuse a run that cannot fit.

    Raises:
        ScarpError: if so; says how much is missing.
    """
    if available is not None and needed > available:
        raise ScarpError(
            f"The run would need about {needed / 1e9:.1f} GB of memory and {available / 1e9:.1f} GB is free; "
            "set a smaller batch under Advanced, choose a smaller area, or close other programs."
        )
