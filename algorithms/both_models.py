"""Extraction with one model, or with two of them whose probabilities a mean is taken of."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..engine.extract import AreaFor, ClassOptions, ExtractionOptions, ProbabilityMap, extract_probability
from ..engine.fragments import Fragments
from ..engine.inference import Model
from ..engine.mean_probability import write_mean
from ..engine.origin import Origin
from ..engine.progress import Part, Progress
from .model_choice import MASK_RCNN, UNET, ModelChoice

INSTANCES_SHARE, SEMANTIC_SHARE = 56.0, 95.0
"""Per cent of the progress bar after which the second model runs, and after which the mean is written."""


@dataclass(frozen=True)
class Extraction:
    """What does not depend on the model.

    Attributes:
        image: anything that GDAL opens.
        options: of the run.
        area_for: see ``extract_probability``.
        device: that the models run on.
        threads: of the CPU; 0 takes all cores.
    """

    image: str
    options: ExtractionOptions
    area_for: AreaFor | None
    device: str
    threads: int


def extract(
    run: Extraction, choice: ModelChoice, path: Path, origin: Origin, progress: Progress,
    classes: ClassOptions | None = None, fragments: Fragments | None = None,
) -> ProbabilityMap:  # fmt: skip
    """The probability raster of the model that was chosen, or the mean of its probabilities and its partner's.

    Args:
        run: as said.
        choice: of the model.
        path: of the GeoTIFF; what is there stays until the new one is complete.
        origin: that it is to state.
        progress: is told, and asked whether to stop.
        classes: nothing leaves the class raster out; with a partner, there is none.
        fragments: gets the instances.

    Raises:
        Cancelled: if so; nothing is left behind.
        ScarpError: if the image, the area, memory or the disk do not allow it.
    """
    if choice.partner is None:
        return _probability(run, choice, path, progress, origin, classes, fragments)
    with TemporaryDirectory(prefix="scarp-") as folder:
        one, other = Path(folder) / "instances.tif", Path(folder) / "semantic.tif"
        progress.pushInfo(f"The first of both models is {MASK_RCNN}.")
        found = _probability(
            run, choice, one, Part(progress, 0.0, INSTANCES_SHARE), origin, fragments=fragments
        )
        progress.pushInfo(f"The second of both models is {UNET}, on the grid of the first.")
        # The mean scores best where both see the same pixels, those that the model of instances was made for.
        scene = replace(run.options.scene, resolution_m=found.resolution_m)
        again = replace(run, options=replace(run.options, scene=scene, score=None))
        _probability(again, choice.partner, other, Part(progress, INSTANCES_SHARE, SEMANTIC_SHARE), origin)
        histogram = write_mean(str(one), str(other), path, origin, Part(progress, SEMANTIC_SHARE, 100.0))
    return replace(found, path=path, histogram=histogram)


def _probability(
    run: Extraction, choice: ModelChoice, path: Path, progress: Progress, origin: Origin,
    classes: ClassOptions | None = None, fragments: Fragments | None = None,
) -> ProbabilityMap:  # fmt: skip
    with closing(Model(choice.path, run.device, run.threads, progress)) as model:
        return extract_probability(
            run.image, model, path, run.options, progress, run.area_for, classes, origin, fragments
        )
