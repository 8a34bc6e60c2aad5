"""Rows of a scene's probabilities by a model of instances, which are put aside as fragments on the way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .blend import Highest
from .fragments import Fragments
from .inference import Model
from .progress import Progress
from .tile_reader import Tiles
from .windows import Grid


class DetectedRows:
    """Rows of the highest score times mask probability, by a model of instances.

    Args:
        model: of instances.
        grid: of the tiles.
        score: smallest one that counts, 0 to 1; nothing takes what the model recommends.
        fragments: gets the instances; nothing keeps none.
        progress: is told the score.
    """

    def __init__(
        self, model: Model, grid: Grid, score: float | None, fragments: Fragments | None, progress: Progress
    ) -> None:
        self._model, self._fragments, self._highest = model, fragments, Highest(grid)
        self._score = np.float32(model.contract.score if score is None else score)
        progress.pushInfo(f"Instances of a score of {self._score:.2f} or more are taken.")
        if fragments is not None:
            fragments.begin(grid)

    def add(self, row: int, tiles: Tiles, progress: Progress) -> None:
        """Find the instances of tiles of a row of tiles.

        Raises:
            Cancelled: if asked to stop.
            ScarpError: if the model fails, or the disk is full.
        """
        for window, pixels, valid in zip(tiles.windows, tiles.pixels, tiles.valid):
            found = self._model.detect(pixels, progress)
            found = found.chosen(found.scores >= self._score)
            self._highest.add(window, found.percent(window.height, window.width), valid)
            if self._fragments is not None:
                self._fragments.add(window, found)

    def finished(self, row: int) -> list[NDArray[np.uint8]]:
        """Per cent of the rows that are complete once a row of tiles is; 255 where not valid.

        Raises:
            ScarpError: if the disk is full.
        """
        if self._fragments is not None:
            self._fragments.end_row()
        return [self._highest.finished(row)]
