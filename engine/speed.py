"""How fast a model is on this computer: measured once for each model and device, so that a run's time can be told."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from .contract import INSTANCE
from .errors import ScarpError
from .extract import CPU_BATCH, CUDA_BATCH
from .inference import CUDA, Model
from .progress import Progress

SIDE = 256
"""Side in pixels of the tile that a semantic model is timed on, on a CPU: there, time goes by the pixel."""
ENOUGH_S = 1.0
"""A tile that took less is timed once more: the first one also pays for what is set up."""
SEED = 0


@dataclass(frozen=True)
class Speed:
    """How fast a model is.

    Attributes:
        seconds_per_pixel: of a tile; what reads and writes the rasters meanwhile is not in it.
        provider: the ONNX Runtime provider that ran.
        side: of the tile that was timed, in pixels.
        batch: tiles at once, as an extraction takes them.
        fixed_tile: side of the tile, where the model takes only one.
    """

    seconds_per_pixel: float
    provider: str
    side: int
    batch: int
    fixed_tile: int | None


_measured: dict[tuple[str, int, int, str, int], Speed] = {}
"""By file, its time and size, device and threads; for as long as this process lives."""


def model_speed(path: Path, device: str, threads: int, progress: Progress) -> Speed:
    """How fast a model is, measured now or before in this process.

    Args:
        path: the .onnx file.
        device: as ``Model`` takes it.
        threads: likewise.
        progress: asked whether to stop.

    Raises:
        Cancelled: if so.
        ScarpError: if onnxruntime is missing, or the model does not run.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise ScarpError(f"The model {path} cannot be read ({error.strerror}); choose another.") from error
    key = (str(path), found.st_mtime_ns, found.st_size, device, threads)
    if key not in _measured:
        _measured[key] = _measure(path, device, threads, progress)
    return _measured[key]


def _measure(path: Path, device: str, threads: int, progress: Progress) -> Speed:
    with closing(Model(path, device, threads, progress)) as model:
        contract, on_cuda = model.contract, model.provider == CUDA
        by_instance = contract.kind == INSTANCE
        batch = 1 if by_instance else model.fixed_batch or (CUDA_BATCH if on_cuda else CPU_BATCH)
        # A card, and the proposals of a model of instances, take their time whatever the tile's size.
        whole = on_cuda or by_instance
        side = model.fixed_tile or (contract.tile_size if whole else min(contract.tile_size, SIDE))
        shape = (batch, len(contract.bands), side, side)
        tiles = np.random.default_rng(SEED).standard_normal(shape, np.float32)

        def seconds() -> float:
            start = perf_counter()
            if by_instance:
                model.detect(tiles[0], progress)
            else:
                model.run(tiles, progress)
            return perf_counter() - start

        took = seconds()
        if took < ENOUGH_S:
            took = min(took, seconds())
        height, width = model.padded_shape(side, side)
        return Speed(took / (batch * height * width), model.provider, side, batch, model.fixed_tile)
