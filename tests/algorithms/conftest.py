"""QGIS for the tests of the algorithms: Processing with Scarp's provider, and a feedback that records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject
from scarp.algorithms import model_choice
from scarp.algorithms.provider import ScarpProvider


class Feedback(QgsProcessingFeedback):
    """Keeps what it is told, and cancels itself once this much is done, 0 to 100."""

    def __init__(self, cancel_at: float = float("inf")) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self._look)

    def _look(self, progress: float) -> None:
        if progress >= self._cancel_at:
            self.cancel()

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)


@pytest.fixture
def feedback() -> Feedback:
    return Feedback()


@pytest.fixture
def provider(qgis_processing: None) -> Iterator[ScarpProvider]:
    """Scarp's provider, registered."""
    own = ScarpProvider()
    assert QgsApplication.processingRegistry().addProvider(own)
    yield own
    QgsApplication.processingRegistry().removeProvider(own)


@pytest.fixture
def project(qgis_new_project: None) -> Iterator[QgsProject]:
    """An empty project, emptied again."""
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture(autouse=True)
def no_own_models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder instead of the models in the profile of whoever runs the tests."""
    folder = tmp_path / "own"
    monkeypatch.setattr(model_choice, "models_folder", lambda: folder)
    return folder


@pytest.fixture
def squares() -> np.ndarray:
    """Three bands of 60 x 80 pixels, the first with squares of 1, 4 and 100 pixels at 204, on 26; the nodata 0 at left.

    As the model "first_band" sees them, the squares have a probability of 0.80 and the ground 0.10.
    """
    pixels = np.full((3, 60, 80), 26, np.uint8)
    pixels[0, 5, 20] = 204
    pixels[0, 10:12, 30:32] = 204
    pixels[0, 30:40, 40:50] = 204
    pixels[:, :, :10] = 0
    return pixels


@pytest.fixture
def image(raster: Callable[..., str], squares: np.ndarray) -> str:
    """The squares as a GeoTIFF: 1 m pixels in UTM zone 54 N."""
    return raster(squares, "event.tif", nodata=0)


@pytest.fixture
def run(provider: ScarpProvider, model_file: Callable[..., Path], image: str, feedback: Feedback) -> Callable[..., Any]:
    """Runs the algorithm as a script does: on the image with the model "first_band", unless told otherwise."""
    import processing

    model = str(model_file("first_band"))

    def call(feedback: Feedback = feedback, context: QgsProcessingContext | None = None, **changes: Any) -> Any:
        parameters = {"INPUT": image, "MODEL_FILE": model, "OUTPUT": "memory:", "DEVICE": "cpu", **changes}
        return processing.run("scarp:extractlandslides", parameters, feedback=feedback, context=context)

    return call
