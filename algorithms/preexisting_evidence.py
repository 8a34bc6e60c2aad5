"""What speaks for landslides having been there before the event, gathered from the layers that are given."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from ..engine.alignment import Shift, find_shift
from ..engine.extract import ExtractionOptions, extract_probability
from ..engine.index_change import index_change
from ..engine.inference import Model
from ..engine.preexisting import Evidence, Rules, boxes_to_extract, probability_before
from ..engine.progress import Part, Progress
from ..engine.scene import SceneOptions, open_raster
from ..engine.slope import mean_slopes
from ..engine.vegetation import NONE, BandSource, brightness_bands, model_bands
from .areas import AreaPolygons
from .model_choice import ModelChoice


@dataclass(frozen=True)
class Images:
    """The layers that are looked at, each may be missing.

    Attributes:
        before: image before the event.
        after: image after it.
        probability: of a landslide before the event, if it is there already.
        model: to run on the image before, else.
        index: vegetation index to compare; "none" compares none.
        dem: elevation in metres.
        align: whether to look for a shift between the images.
        device: to run the model on.
        threads: for the model; 0 takes all cores.
    """

    before: BandSource | None
    after: BandSource | None
    probability: str | None
    model: ModelChoice | None
    index: str
    dem: str | None
    align: bool
    device: str
    threads: int

    def with_index(self, index: str) -> Images:
        """The same with another vegetation index."""
        return replace(self, index=index)


@dataclass(frozen=True)
class Polygons:
    """The landslides.

    Attributes:
        wkb: of each, as well-known binary; empty for one without a geometry.
        crs_wkt: their CRS; empty for none.
        slopes_deg: mean slope of each, where it is known already.
    """

    wkb: Sequence[bytes]
    crs_wkt: str
    slopes_deg: Sequence[float | None]


def gather(images: Images, polygons: Polygons, rules: Rules, folder: Path, progress: Progress) -> list[Evidence]:
    """The evidence for each landslide.

    Args:
        images: what to look at.
        polygons: the landslides.
        rules: whose threshold the shares are of.
        folder: for the probability raster of the image before the event.
        progress: is told, and asked whether to stop.

    Raises:
        ScarpError: if a layer does not allow it.
        Cancelled: if asked to stop.
    """
    found = [Evidence(slope_mean_deg=slope) for slope in polygons.slopes_deg]
    shift = _shift(images, polygons, Part(progress, 0, 5))
    raster = images.probability
    if raster is None and images.model is not None and images.before is not None:
        raster = str(folder / "before.tif")
        _extract(images.before, images, images.model, polygons, shift, Path(raster), Part(progress, 5, 70))
    if raster is not None:
        means = probability_before(
            raster, polygons.wkb, polygons.crs_wkt, rules.threshold, shift, Part(progress, 70, 75)
        )
        found = [
            replace(evidence, pre_probability=float(mean), pre_share=float(share))
            for evidence, mean, share in zip(found, means.mean, means.share)
        ]
    if images.index != NONE and images.before is not None and images.after is not None:
        change = index_change(
            images.before, images.after, images.index, polygons.wkb, polygons.crs_wkt, shift, Part(progress, 75, 90)
        )
        found = [
            replace(evidence, index_before=float(b), index_after=float(a), index_change=float(c))
            for evidence, b, a, c in zip(found, change.before, change.after, change.change)
        ]
    if images.dem is not None:
        unknown = [number for number, evidence in enumerate(found) if evidence.slope_mean_deg is None]
        slopes = mean_slopes(
            images.dem, [polygons.wkb[number] for number in unknown], polygons.crs_wkt, Part(progress, 90, 100)
        )
        for number, slope in zip(unknown, slopes):
            found[number] = replace(found[number], slope_mean_deg=float(slope))
    return found


def _shift(images: Images, polygons: Polygons, progress: Progress) -> Shift | None:
    """What the image before is to be moved by."""
    if not images.align or images.before is None or images.after is None:
        return None
    sources = [open_raster(image.path) for image in (images.before, images.after)]
    bands = [brightness_bands(source, image) for source, image in zip(sources, (images.before, images.after))]
    return find_shift((sources[0], bands[0]), (sources[1], bands[1]), polygons.wkb, polygons.crs_wkt, progress)


def _extract(
    before: BandSource, images: Images, choice: ModelChoice, polygons: Polygons, shift: Shift | None, path: Path,
    progress: Progress,
) -> None:  # fmt: skip
    """The probability raster of the image before the event, around the landslides only."""
    choice.check()
    boxes = AreaPolygons(boxes_to_extract(before.path, polygons.wkb, polygons.crs_wkt, shift), None)
    options = ExtractionOptions(scene=SceneOptions(bands=model_bands(before, choice.contract.bands)))
    with closing(Model(choice.path, images.device, images.threads, progress)) as model:
        extract_probability(before.path, model, path, options, progress, boxes.on)
