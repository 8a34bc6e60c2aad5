"""What tests of the training share: a few images with landslides, a small job, and what a checkpoint holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from osgeo import gdal, gdal_array
from scarp.models.job import Job, Source


@pytest.fixture
def one_cpu_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is computed on a GPU or in threads is not the same bit by bit."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def hills(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """Six images in which what is bright is landslide."""
    folder, random = tmp_path_factory.mktemp("hills"), np.random.default_rng(0)
    for number in range(6):
        mask = np.zeros((48, 48), np.uint8)
        row, column = random.integers(4, 24, 2)
        mask[row : row + 20, column : column + 20] = 255
        image = np.where(mask > 0, 200, 60) + random.integers(-20, 20, (3, 48, 48))
        for kind, pixels in (("images", image.astype(np.uint8)), ("masks", mask[None])):
            (folder / kind).mkdir(exist_ok=True)
            path = str(folder / kind / f"{number}.png")
            gdal.GetDriverByName("PNG").CreateCopy(path, gdal_array.OpenArray(pixels))
    return Source("hills", str(folder / "images"), str(folder / "masks"), resolution_m=1.0, validation_m=1.0)


@pytest.fixture
def data(tmp_path: Path) -> tuple[Path, dict[str, list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]]]:
    """A folder as Bijie and Landslide4Sense are laid out, and its (image, mask) pairs by subset."""
    random = np.random.default_rng(0)
    pairs: dict[str, list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]] = {"bijie val": [], "landslide4sense val": []}

    def write(path: Path, pixels: NDArray[np.uint8]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        gdal.GetDriverByName("PNG").CreateCopy(str(path), gdal_array.OpenArray(np.ascontiguousarray(pixels)))

    def add(folder: Path, name: str, size: tuple[int, int], landslide: int, subset: str) -> None:
        image = random.integers(0, 256, (3, *size), dtype=np.uint8)
        mask = (image[0] + random.integers(-90, 90, size) > 150).astype(np.uint8) * landslide
        write(folder / "images" / f"{name}.png", image)
        if landslide:
            write(folder / "masks" / f"{name}.png", mask[None] * 255)
        if subset:
            pairs[subset].append((image, mask))

    bijie, sense = tmp_path / "data" / "bijie", tmp_path / "data" / "landslide4sense" / "val"
    add(bijie, "ls_1", (61, 90), 1, "bijie val")
    add(bijie, "ls_2", (40, 40), 1, "")
    add(bijie, "bg_1", (70, 33), 0, "bijie val")
    for number in range(2):
        add(sense, str(number), (32, 32), 1, "landslide4sense val")
    (bijie / "split.csv").write_text(
        "name,county,kind,subset\nls_1,a,landslide,val\nls_2,b,landslide,train\nbg_1,a,background,val\n",
        encoding="utf-8",
    )
    return tmp_path / "data", pairs


@pytest.fixture
def job(hills: Source, tmp_path: Path) -> Job:
    """Two epochs of two steps, by one process on one CPU thread."""
    return Job([hills], [hills], str(tmp_path / "run"), network="unet", settings={"width": 2, "norm": True}, epochs=2,
               decay_epochs=1, warm_up=2, examples=8, batch=4, tile=16, learning_rate=2e-3, average=0.9, seed=5,
               device="cpu", threads=1, precision="float32")  # fmt: skip


def state(job: Job, name: str = "last.pt") -> dict[str, Any]:
    """What a checkpoint of a job holds."""
    entries: dict[str, Any] = torch.load(Path(job.folder) / name, weights_only=True)
    return entries


def learnt(job: Job, name: str = "last.pt") -> dict[str, Any]:
    """What a checkpoint of a job holds but for how long it took."""
    entries = state(job, name)
    return {key: entries[key] for key in ("network", "averaged", "optimizer", "epoch", "best", "best_epoch")}


def equal(one: Any, other: Any) -> bool:
    """Whether two nests of dictionaries, lists and tensors hold the same, bit by bit."""
    if isinstance(one, torch.Tensor):
        return torch.equal(one, other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(equal, one, other))
    return bool(one == other)
