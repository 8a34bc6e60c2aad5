"""Tests of scarp.engine.speed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scarp.engine import inference, speed
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.inference import CPU, INSTALL, Model
from scarp.engine.speed import model_speed

pytest.importorskip("onnxruntime")
ModelFile = Callable[..., Path]


@pytest.fixture(autouse=True)
def nothing_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "_measured", {})


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """The tiles that models are run on; each takes the next of ``seconds``."""
    seen: list[Any] = []
    for name in ("run", "detect"):
        real = getattr(Model, name)

        def run(self: Model, tiles: Any, progress: Any, real: Any = real) -> Any:
            seen.append(tiles)
            return real(self, tiles, progress)

        monkeypatch.setattr(Model, name, run)
    yield seen


def clock(monkeypatch: pytest.MonkeyPatch, *times: float) -> None:
    told = iter(times)
    monkeypatch.setattr(speed, "perf_counter", lambda: next(told))


def test_time_of_a_pixel(model_file: ModelFile, runs: list[Any], monkeypatch: pytest.MonkeyPatch,
                         progress: Any) -> None:  # fmt: skip
    clock(monkeypatch, 10.0, 10.5, 20.0, 20.2)
    found = model_speed(model_file(tile_size=64, multiple=48), "cpu", 1, progress)
    # The second tile took less; 64 pixels are padded to 96.
    assert found.seconds_per_pixel == pytest.approx(0.2 / 96**2)
    assert (found.provider, found.side, found.batch, found.fixed_tile) == (CPU, 64, 1, None)
    assert [tiles.shape for tiles in runs] == [(1, 3, 64, 64)] * 2
    assert runs[0].dtype == np.float32


def test_a_slow_model_is_run_once_and_on_a_small_tile(
    model_file: ModelFile, runs: list[Any], monkeypatch: pytest.MonkeyPatch, progress: Any
) -> None:
    clock(monkeypatch, 10.0, 11.5)
    found = model_speed(model_file(tile_size=1024), "cpu", 1, progress)
    assert [tiles.shape for tiles in runs] == [(1, 3, 256, 256)]
    assert found.seconds_per_pixel == pytest.approx(1.5 / 256**2)


def test_measured_once_for_a_file_and_device(model_file: ModelFile, runs: list[Any], progress: Any) -> None:
    path = model_file()
    first = model_speed(path, "cpu", 1, progress)
    assert first.seconds_per_pixel > 0
    before = len(runs)
    assert model_speed(path, "cpu", 1, progress) is first
    assert len(runs) == before
    model_speed(path, "cpu", 2, progress)
    assert len(runs) == before + 2
    # Another file under the same name is another model.
    model_file(tile_size=96)
    assert model_speed(path, "cpu", 1, progress).side == 96


def test_a_model_that_takes_one_size_only(model_file: ModelFile, runs: list[Any], progress: Any) -> None:
    found = model_speed(model_file(shape=(2, "c", 32, 32), tile_size=64), "cpu", 1, progress)
    assert (found.fixed_tile, found.side, found.batch) == (32, 32, 2)
    assert runs[0].shape == (2, 3, 32, 32)


def test_a_model_of_instances(tmp_path: Path, runs: list[Any], progress: Any) -> None:
    pytest.importorskip("onnx")
    from scarp.tests.model_files import build_instances, write

    found = model_speed(write(tmp_path / "instances.onnx", build_instances(56)), "cpu", 1, progress)
    assert runs[0].shape == (3, 56, 56)
    assert (found.side, found.batch) == (56, 1)


def test_cancelled_is_not_kept(model_file: ModelFile, progress: Any) -> None:
    path = model_file("slow", tile_size=512)
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        model_speed(path, "cpu", 1, progress)
    assert speed._measured == {}


def test_without_the_package(model_file: ModelFile, monkeypatch: pytest.MonkeyPatch, progress: Any) -> None:
    def missing() -> Any:
        raise ScarpError(INSTALL)

    monkeypatch.setattr(inference, "import_runtime", missing)
    with pytest.raises(ScarpError, match="The package onnxruntime is not installed"):
        model_speed(model_file(), "cpu", 1, progress)


def test_a_file_that_is_gone(tmp_path: Path, progress: Any) -> None:
    with pytest.raises(ScarpError, match=r"The model .*none.onnx cannot be read \(No such file or directory\)"):
        model_speed(tmp_path / "none.onnx", "cpu", 1, progress)
