"""What Scarp sees in an image, put together for people and programs: the scene, the models, the work, the time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from osgeo import gdal

from ..engine.contract import SEMANTIC, Contract, read_contract
from ..engine.errors import Cancelled, ScarpError
from ..engine.memory import available_bytes, check_memory
from ..engine.model_fit import GOOD, NONE, POOR, Fit, model_fit
from ..engine.progress import Part, Progress, check
from ..engine.scene import SceneOptions, open_raster
from ..engine.scene_sample import SampledScene
from ..engine.scene_summary import WorkSummary, any_bands, summarise, work
from ..engine.speed import Speed, model_speed
from ..models.bundled import BundledModel, best_fit
from .model_choice import ListedModel, ModelChoice, listed_models
from .rasters import Raster

LOOKED, COMPARED = 60.0, 70.0
"""How much of a run is done, 0 to 100, when the sample has been read, and when the models have been compared."""


class Notes(Part):
    """A slice of a progress that keeps what is said instead of handing it on.

    Attributes:
        infos: what was decided.
        warnings: what may make a result worse.
    """

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        super().__init__(whole, start, end)
        self.infos: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, info: str) -> None:
        """Keep it."""
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        """Keep it."""
        self.warnings.append(warning)


@dataclass(frozen=True)
class Candidate:
    """A model that might be run on the image.

    Attributes:
        model: as it is listed.
        contract: of it; nothing where its file is broken.
        fit: to the image.
    """

    model: ListedModel
    contract: Contract | None
    fit: Fit

    def entry(self, image: Raster) -> dict[str, Any]:
        """It and how it fits an image, ready for JSON."""
        kind = self.contract.kind if self.contract else ""
        resolution_m = list(self.contract.resolution_m) if self.contract else None
        return {"name": self.model.name, "kind": kind, "resolution_m": resolution_m, **_entry(self.fit, image)}


def describe(
    image: Raster, model: ModelChoice, bands: list[int], device: str, threads: int, progress: Progress
) -> dict[str, Any]:
    """What Scarp sees, ready for JSON.

    Args:
        image: to look at.
        model: that it is read for.
        bands: that were chosen; none finds them.
        device: that the time is measured on.
        threads: of the CPU; 0 for all cores.
        progress: is told, and asked whether to stop.

    Raises:
        Cancelled: if so.
        ScarpError: if the image cannot be read, or has not the bands that were chosen.
    """
    source, contract = open_raster(image.source), model.contract
    fit = model_fit(source, contract, image.source, bands)
    if fit.fit == NONE and bands:
        raise ScarpError(_named(fit.why, image))
    is_read = fit.fit != NONE
    notes = Notes(progress, 0.0, LOOKED)
    readable = contract if is_read else any_bands(contract, source)
    scene = SampledScene(image.source, readable, SceneOptions(bands=bands), notes)
    seen = asdict(summarise(scene, source, contract.bands if is_read else [""] * len(scene.bands)))
    progress.setProgress(LOOKED)
    candidates = _candidates(source, image.source, progress)
    suggested = _suggested(candidates, seen["resolution_m"])
    progress.setProgress(COMPARED)
    check(progress)
    if not seen["has_crs"]:
        seen["resolution_m"] = seen["working_resolution_m"] = None
    summary = {
        "image": image.name, "source": image.file, "crs": image.crs.authid(), "crs_name": image.crs.description(),
        **seen,
        "model": {"name": model.name, "kind": contract.kind, "bands": list(contract.bands),
                  "resolution_m": list(contract.resolution_m), **_entry(fit, image)},
        "suggested": suggested.entry(image) if suggested else None,
        "models": [each.entry(image) for each in candidates],
        "work": None,
        "time": {"seconds": None, "device": "", "basis": "The model cannot read the image."},
    }  # fmt: skip
    warnings = list(notes.warnings)
    if is_read:
        speed, reason = _speed(model, device, threads, Notes(progress, COMPARED, 100.0))
        fixed_tile, batch = (speed.fixed_tile, speed.batch) if speed else (None, 1)
        amount = work(scene, contract, model.path.stat().st_size, fixed_tile, batch)
        summary |= {"work": asdict(amount), "time": _time(amount, speed, reason)}
        warnings += _too_large(amount)
    else:
        warnings.insert(0, fit.why)
    return {
        **summary, "notes": [_named(each, image) for each in notes.infos],
        "warnings": [_named(each, image) for each in warnings],
    }  # fmt: skip


def _named(text: str, image: Raster) -> str:
    """A sentence about the image, without its path, which is long."""
    for path in (image.source, image.file):
        for written in (f'layer "{path}"', f"layer {path}"):
            text = text.replace(written, "image")
    return text


def _entry(fit: Fit, image: Raster) -> dict[str, str]:
    return {"fit": fit.fit, "why": _named(fit.why, image)}


def _candidates(source: gdal.Dataset, path: str, progress: Progress) -> list[Candidate]:
    """How each model fits; one whose file is broken does not."""
    found = []
    for model in listed_models():
        check(progress)
        try:
            contract = read_contract(model.path)
        except ScarpError as error:
            found.append(Candidate(model, None, Fit(NONE, str(error))))
        else:
            found.append(Candidate(model, contract, model_fit(source, contract, path)))
    return found


def _suggested(candidates: list[Candidate], resolution_m: float) -> Candidate | None:
    """The semantic model that fits best: rather one that was made for such images, rather a bundled one."""
    for fit in (GOOD, POOR):
        for is_bundled in (True, False):
            pool = {
                each.model.name: each for each in candidates
                if each.contract and each.contract.kind == SEMANTIC and each.fit.fit == fit
                and each.model.is_bundled is is_bundled
            }  # fmt: skip
            if pool:
                models = [BundledModel(name, each.model.path, "") for name, each in pool.items()]
                return pool[best_fit(models, resolution_m).name]
    return None


def _speed(model: ModelChoice, device: str, threads: int, progress: Progress) -> tuple[Speed | None, str]:
    """How fast the model is; nothing where it cannot be run, and why."""
    try:
        model.check()
        return model_speed(model.path, device, threads, progress), ""
    except Cancelled:
        raise
    except ScarpError as error:
        return None, str(error)


def _time(amount: WorkSummary, speed: Speed | None, reason: str) -> dict[str, Any]:
    """About how long an extraction takes."""
    if speed is None:
        return {"seconds": None, "device": "", "basis": reason}
    each = speed.seconds_per_pixel * amount.padded[0] * amount.padded[1]
    return {
        "seconds": each * amount.valid_windows, "device": speed.provider,
        "basis": f"Windows: {amount.valid_windows:,} of {amount.tile[0]} x {amount.tile[1]} pixels, {each:.2g} s each: "
                 f"measured on this computer with a tile of {speed.side} pixels. Reading and writing go on meanwhile "
                 "and are not counted.",
    }  # fmt: skip


def _too_large(amount: WorkSummary) -> list[str]:
    """A warning where an extraction would not fit into memory."""
    try:
        check_memory(amount.memory_bytes, available_bytes())
    except ScarpError as error:
        return [str(error)]
    return []
