"""Tests of scarp.engine.inference."""

from __future__ import annotations

import builtins
import hashlib
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scarp.engine import inference
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.inference import CPU, CUDA, Model, check_hash
from scarp.engine.progress import Quiet

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
from scarp.tests import model_files  # noqa: E402

QUIET = Quiet()


@pytest.fixture
def load(model_file: Callable[..., Path], progress: Any) -> Iterator[Callable[..., Model]]:
    """Makes a model and loads it."""
    loaded: list[Model] = []

    def make(*arguments: Any, device: str = "cpu", threads: int = 1, **settings: Any) -> Model:
        loaded.append(Model(model_file(*arguments, **settings), device, threads, progress))
        return loaded[-1]

    yield make
    for model in loaded:
        model.close()


def tiles(count: int = 2, height: int = 9, width: int = 7, bands: int = 3) -> NDArray[np.float32]:
    return np.random.default_rng(0).random((count, bands, height, width), np.float32)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(ScarpError) as error:
        call()
    return str(error.value)


# Loading


def test_names_what_runs(load: Callable[..., Model], progress: Any) -> None:
    model = load()
    assert model.provider == CPU
    assert progress.infos == [
        f"Model first_band.onnx runs on CPUExecutionProvider (ONNX Runtime {sys.modules['onnxruntime'].__version__})."
    ]


def available(monkeypatch: pytest.MonkeyPatch, *providers: str) -> None:
    monkeypatch.setattr(sys.modules["onnxruntime"], "get_available_providers", lambda: list(providers))


def test_cuda_asked_for_but_not_built_in(
    load: Callable[..., Model], progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    available(monkeypatch, CPU)
    assert load(device="cuda").provider == CPU
    assert progress.warnings == [
        "CUDA cannot be used (this onnxruntime is built without CUDA); the CPU is used instead."
    ]


def test_auto_says_why_there_is_no_cuda(
    load: Callable[..., Model], progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    available(monkeypatch, CPU)
    assert load(device="auto").provider == CPU
    assert progress.infos[0] == "CUDA is not used: this onnxruntime is built without CUDA."
    assert progress.warnings == []


def test_cuda_that_does_not_load(load: Callable[..., Model], progress: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    available(monkeypatch, CUDA, CPU)
    real = sys.modules["onnxruntime"].InferenceSession

    def session(path: str, options: Any, providers: list[str]) -> Any:
        return real(path, options, providers=[CPU])

    monkeypatch.setattr(sys.modules["onnxruntime"], "InferenceSession", session)
    assert load(device="cuda").provider == CPU
    assert progress.warnings == [
        "CUDA cannot be used (the CUDA provider did not load: its driver or libraries are missing); "
        "the CPU is used instead."
    ]


def test_libraries_of_cuda_are_loaded_from_where_pip_has_put_them(capsys: pytest.CaptureFixture[str]) -> None:
    calls = []

    def preload_dlls() -> None:
        calls.append("preload")
        print("Failed to load libcudnn.so.9")

    inference.preload_cuda(SimpleNamespace(preload_dlls=preload_dlls))
    inference.preload_cuda(SimpleNamespace())
    assert calls == ["preload"]
    assert capsys.readouterr().out == ""


def test_cuda_is_used_where_it_loads_after_its_libraries(
    load: Callable[..., Model], monkeypatch: pytest.MonkeyPatch
) -> None:
    available(monkeypatch, CUDA, CPU)
    loaded: list[str] = []
    real = sys.modules["onnxruntime"].InferenceSession

    class Session(real):  # type: ignore[misc, valid-type]
        def get_providers(self) -> list[str]:
            return [CUDA, CPU] if loaded else [CPU]

    monkeypatch.setattr(inference, "preload_cuda", lambda _: loaded.append("libcudnn"))
    monkeypatch.setattr(sys.modules["onnxruntime"], "InferenceSession", Session)
    assert load(device="auto").provider == CUDA


def test_cuda_that_fails_to_load(load: Callable[..., Model], progress: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    available(monkeypatch, CUDA, CPU)
    real = sys.modules["onnxruntime"].InferenceSession

    def session(path: str, options: Any, providers: list[str]) -> Any:
        if CUDA in providers:
            raise RuntimeError("CUDA failure 35: driver too old.\nat line 3")
        return real(path, options, providers=providers)

    monkeypatch.setattr(sys.modules["onnxruntime"], "InferenceSession", session)
    assert load(device="cuda").provider == CPU
    assert progress.warnings == ["CUDA cannot be used (CUDA failure 35: driver too old); the CPU is used instead."]


def test_an_unknown_device(load: Callable[..., Model]) -> None:
    assert refusal(lambda: load(device="tpu")) == "There is no device 'tpu'; choose one of auto, cpu, cuda."


def test_a_file_that_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "m.onnx").write_text("none")
    assert "is not an ONNX model" in refusal(lambda: Model(tmp_path / "m.onnx", "cpu", 1, QUIET))


def test_a_model_that_onnxruntime_does_not_take(tmp_path: Path) -> None:
    model = model_files.build()
    model.graph.node[0].op_type = "NoSuchOperator"
    path = model_files.write(tmp_path / "m.onnx", model)
    text = refusal(lambda: Model(path, "cpu", 1, QUIET))
    assert text.startswith("The model m.onnx cannot be loaded: ")
    assert "NoSuchOperator" in text
    assert text.endswith(". Export it again.")


def test_weights_beside_the_model(tmp_path: Path) -> None:
    model = model_files.with_external_weights(model_files.build("mean"), "weights.bin")
    path = model_files.write(tmp_path / "m.onnx", model)
    assert "cannot be loaded" in refusal(lambda: Model(path, "cpu", 1, QUIET))
    name = model.graph.initializer[-1].name
    values = {t.name: t.raw_data for t in model_files.build("mean").graph.initializer}
    (tmp_path / "weights.bin").write_bytes(values[name])
    given = tiles()
    np.testing.assert_allclose(Model(path, "cpu", 1, QUIET).run(given, QUIET)[:, 1:2, 1:2],
                               given[:, :1, :3, :3].mean(axis=(2, 3), keepdims=True)[:, 0], atol=1e-6)  # fmt: skip


def test_weights_outside_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    model = model_files.with_external_weights(model_files.build("mean"), "../secret.bin")
    path = model_files.write(tmp_path / "m.onnx", model)
    assert "refers to data outside its folder" in refusal(lambda: Model(path, "cpu", 1, QUIET))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"inputs": 2},
         "has the inputs [n, 3, h, w], [n, 3, h, w]; one of shape (batch, bands, height, width) is expected. "
         "Export it again."),
        ({"bands": 4, "changed": ("red", "green", "blue")},
         "reads 4 bands but its contract names 3 (red, green, blue); export it again."),
        ({"element": onnx.TensorProto.UINT8}, "reads tensor(uint8), not tensor(float); export it again."),
    ],
    ids=["two", "bands", "type"],
)  # fmt: skip
def test_wrong_inputs(settings: dict[str, Any], expected: str, tmp_path: Path) -> None:
    changed = settings.pop("changed", None)
    properties = model_files.contract(len(changed)).properties() if changed else None
    path = model_files.write(tmp_path / "m.onnx", model_files.build(properties=properties, **settings))
    assert refusal(lambda: Model(path, "cpu", 1, QUIET)) == f"The model m.onnx {expected}"


def test_an_input_that_is_no_image(tmp_path: Path) -> None:
    model = model_files.build()
    del model.graph.input[0].type.tensor_type.shape.dim[3]
    model.graph.node[0].input[:] = ["image"]
    model.graph.node[0].op_type = "Identity"
    path = model_files.write(tmp_path / "m.onnx", model)
    assert "has the inputs [n, 3, h]; one of shape" in refusal(lambda: Model(path, "cpu", 1, QUIET))


def without_onnxruntime(monkeypatch: pytest.MonkeyPatch, error: ImportError) -> None:
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **keywords: Any) -> Any:
        if name == "onnxruntime":
            raise error
        return real(name, *arguments, **keywords)

    monkeypatch.setattr(builtins, "__import__", refuse)


def test_onnxruntime_missing_says_how_to_install_it(
    load: Callable[..., Model], monkeypatch: pytest.MonkeyPatch
) -> None:
    without_onnxruntime(monkeypatch, ModuleNotFoundError("No module named 'onnxruntime'", name="onnxruntime"))
    assert refusal(load) == inference.INSTALL
    assert '"Install packages" in the Processing toolbox' in inference.INSTALL
    assert inference.INSTALL.endswith("qgis_process run scarp:installpackages -- PACKAGES=extraction")


def test_onnxruntime_that_does_not_load(load: Callable[..., Model], monkeypatch: pytest.MonkeyPatch) -> None:
    without_onnxruntime(monkeypatch, ImportError("DLL load failed", name="onnxruntime.capi"))
    assert refusal(load) == "The package onnxruntime does not load (DLL load failed); install it again."


def test_bundled_file_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "unet.onnx"
    path.write_bytes(b"weights")
    check_hash(path, hashlib.sha256(b"weights").hexdigest())
    assert refusal(lambda: check_hash(path, hashlib.sha256(b"other").hexdigest())) == (
        "The bundled model unet.onnx was changed or is damaged; install the plugin again."
    )
    assert refusal(lambda: check_hash(tmp_path / "gone.onnx", "")) == (
        "The bundled model gone.onnx is missing; install the plugin again."
    )


# Running


def test_probability_of_each_pixel(load: Callable[..., Model]) -> None:
    given = tiles()
    assert (load().run(given, QUIET) == given[:, 0]).all()


def test_landslide_channel_of_two(load: Callable[..., Model]) -> None:
    given = tiles()
    for classes, expected in ((("background", "landslide"), given[:, 0]), (("landslide", "none"), 1 - given[:, 0])):
        np.testing.assert_allclose(load("two_classes", classes=classes).run(given, QUIET), expected, atol=1e-6)


def test_one_map_for_two_classes_is_the_landslide_s(load: Callable[..., Model]) -> None:
    given = tiles()
    assert (load(classes=("background", "landslide")).run(given, QUIET) == given[:, 0]).all()


@pytest.mark.parametrize(
    ("classes", "names", "channels"),
    [
        (("landslide", "cloud", "road"), ("landslide", "cloud", "road"), [0, 1, 2]),
        (("background", "cloud", "landslide"), ("cloud", "landslide"), [1, 2]),
        (("water", "_background_", "Landslide"), ("water", "Landslide"), [0, 2]),
        (("no landslide", "landslide", "other"), ("landslide",), [1]),
    ],
)
def test_probability_of_each_class(
    classes: tuple[str, ...], names: tuple[str, ...], channels: list[int], load: Callable[..., Model]
) -> None:
    given, model = tiles(), load("each_band", classes=classes)
    assert model.classes == names
    assert model.classes[model.landslide].lower() == "landslide"
    assert (model.run_classes(given, QUIET) == given[:, channels]).all()
    assert (model.run(given, QUIET) == given[:, channels[model.landslide]]).all()


def test_probability_of_each_class_of_padded_tiles(load: Callable[..., Model]) -> None:
    given = tiles()
    found = load("each_band", classes=("cloud", "landslide", "road"), shape=(4, "c", 16, 24)).run_classes(given, QUIET)
    assert (found == given).all()


def test_one_map_that_the_file_states_is_the_landslide_s(tmp_path: Path) -> None:
    model = model_files.build(classes=("road", "landslide", "cloud"))
    output = onnx.helper.make_tensor_value_info("probability", onnx.TensorProto.FLOAT, ["n", 1, "h", "w"])
    model.graph.output[0].CopyFrom(output)
    loaded = Model(model_files.write(tmp_path / "m.onnx", model), "cpu", 1, QUIET)
    given = tiles()
    assert (loaded.classes, loaded.landslide) == (("landslide",), 0)
    assert (loaded.run_classes(given, QUIET) == given[:, :1]).all()


def test_missing_classes_are_refused(load: Callable[..., Model]) -> None:
    model = load("two_classes", classes=("road", "landslide", "cloud"))
    assert refusal(lambda: model.run_classes(tiles(), QUIET)) == (
        "The model two_classes.onnx gives (2, 2, 9, 7) for tiles of (2, 3, 9, 7); one map of the tile's size for each "
        "class is expected. Use another model."
    )


@pytest.mark.parametrize("size", [(9, 7), (1, 1), (32, 33)])
def test_padded_to_the_multiple_by_reflection(size: tuple[int, int], load: Callable[..., Model]) -> None:
    model = load("mean", multiple=32)
    given = tiles(1, *size)
    assert model.padded_shape(*size) == (32, -(-size[1] // 32) * 32)
    found = model.run(given, QUIET)
    around = np.pad(given[0, 0], ((1, 1), (1, 1)), mode="symmetric")
    around[0], around[:, 0] = 0, 0
    if size[0] == 32:
        around[-1] = 0
    expected = sum(around[r : r + size[0], c : c + size[1]] for r in range(3) for c in range(3)) / 9
    np.testing.assert_allclose(found[0], expected, atol=1e-6)


@pytest.mark.parametrize("shape", [(4, "c", 16, 16), (1, "c", 16, 24), ("n", "c", 24, 16)])
def test_fixed_sizes(shape: tuple[Any, ...], load: Callable[..., Model]) -> None:
    model = load(shape=shape)
    assert model.fixed_tile == 16
    assert model.fixed_batch == (shape[0] if isinstance(shape[0], int) else None)
    assert model.padded_shape(9, 7) == shape[2:]
    given = tiles(1)
    assert (model.run(given, QUIET) == given[:, 0]).all()


def test_free_sizes(load: Callable[..., Model]) -> None:
    model = load()
    assert (model.fixed_tile, model.fixed_batch) == (None, None)


def test_same_whatever_the_threads(load: Callable[..., Model]) -> None:
    given = tiles(1, 64, 64)
    results = [load("slow", threads=threads, name=f"{threads}.onnx").run(given, QUIET) for threads in (0, 1, 3)]
    assert (results[0] == results[1]).all()
    assert (results[0] == results[2]).all()


def test_logits_are_refused(load: Callable[..., Model]) -> None:
    given = tiles()
    low, high = given[:, 0].min() * 10 - 5, given[:, 0].max() * 10 - 5
    assert refusal(lambda: load("logits").run(given, QUIET)) == (
        f"The model logits.onnx gives values from {low:.3g} to {high:.3g}, not probabilities of 0 to 1; "
        "export it with a sigmoid or softmax at its end."
    )


def test_not_a_number_is_refused(load: Callable[..., Model]) -> None:
    assert refusal(lambda: load("not_a_number").run(tiles(), QUIET)) == (
        "The model not_a_number.onnx gives values that are not numbers (NaN): its weights are damaged or its training "
        "failed. Use another model."
    )


def test_a_map_of_another_size_is_refused(load: Callable[..., Model]) -> None:
    assert refusal(lambda: load("half_size").run(tiles(2, 8, 8), QUIET)) == (
        "The model half_size.onnx gives (2, 1, 4, 4) for tiles of (2, 3, 8, 8); one map of the tile's size for each "
        "class is expected. Use another model."
    )


def test_a_missing_class_is_refused(load: Callable[..., Model]) -> None:
    model = load("two_classes", classes=("water", "forest", "landslide"))
    assert "gives (2, 2, 9, 7) for tiles of (2, 3, 9, 7)" in refusal(lambda: model.run(tiles(), QUIET))


def test_a_failure_of_onnxruntime_is_told(load: Callable[..., Model], monkeypatch: pytest.MonkeyPatch) -> None:
    model = load()

    class Failing:
        def run(self, *_: object) -> None:
            raise RuntimeError("Failed to allocate memory for requested buffer of size 8589934592\nat node 3")

    monkeypatch.setattr(model, "_session", Failing())
    assert refusal(lambda: model.run(tiles(), QUIET)) == (
        "The model first_band.onnx failed on tiles of shape (2, 3, 9, 7): Failed to allocate memory for requested "
        "buffer of size 8589934592. Set a smaller batch, or use another model."
    )


def test_a_smaller_batch_than_one_is_not_advised(load: Callable[..., Model], monkeypatch: pytest.MonkeyPatch) -> None:
    model = load()

    class Failing:
        def run(self, *_: object) -> None:
            raise RuntimeError("no")

    monkeypatch.setattr(model, "_session", Failing())
    assert refusal(lambda: model.run(tiles(1), QUIET)).endswith("(1, 3, 9, 7): no. Use another model.")


def test_cancelled_while_it_runs(load: Callable[..., Model], progress: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    model = load()
    stopped, runs = threading.Event(), []

    class Endless:
        def run(self, _outputs: None, _inputs: object, options: Any) -> None:
            runs.append(options)
            stopped.wait()

    monkeypatch.setattr(model, "_session", Endless())
    progress.cancel_after = 2
    try:
        with pytest.raises(Cancelled):
            model.run(tiles(), progress)
        assert progress.asked == 3
        assert runs[0].terminate is True
    finally:
        stopped.set()


def test_a_real_run_stops_between_two_layers(load: Callable[..., Model], progress: Any) -> None:
    model = load("slow")
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        model.run(tiles(1, 256, 256), progress)
    progress.cancel_after = float("inf")
    given = tiles(1, 16, 16)
    assert model.run(given, progress).shape == (1, 16, 16)  # and it can be used again


def test_closing_ends_its_thread(load: Callable[..., Model]) -> None:
    model = load()
    model.run(tiles(), QUIET)
    workers = [thread for thread in threading.enumerate() if thread.name.startswith("scarp-inference")]
    assert len(workers) == 1
    model.close()
    workers[0].join(5)
    assert not workers[0].is_alive()


# Instances


@pytest.fixture
def load_instances(tmp_path: Path, progress: Any) -> Iterator[Callable[..., Model]]:
    """Makes a model of instances and loads it."""
    loaded: list[Model] = []

    def make(**settings: Any) -> Model:
        path = model_files.write(tmp_path / "i.onnx", model_files.build_instances(**settings))
        loaded.append(Model(path, "cpu", 1, progress))
        return loaded[-1]

    yield make
    for model in loaded:
        model.close()


def bright(height: int = 50, width: int = 60) -> NDArray[np.float32]:
    """A tile of 0 with a bright patch across two boxes of the model, and a fainter one in another."""
    tile = np.zeros((3, height, width), np.float32)
    tile[0, 5:15, 20:40], tile[0, 35:40, 3:9] = 0.8, 0.6
    return tile


@pytest.mark.parametrize("batch", ["n", 1])
def test_instances_of_a_tile(batch: int | str, load_instances: Callable[..., Model]) -> None:
    model = load_instances(batch=batch)
    assert (model.classes, model.contract.score) == (("landslide",), 0.5)
    tile = bright()
    found = model.detect(tile, QUIET)
    assert found.boxes.tolist() == [[0, 0, 28, 28], [28, 0, 56, 28], [0, 28, 28, 56]]
    assert found.scores.tolist() == pytest.approx([0.8, 0.8, 0.6])
    assert (found.masks[0] == np.round(tile[0, :28, :28] * 255)).all()
    # Boxes of 28 pixels have a pixel for each cell: score times mask is the square of the band here.
    assert (found.percent(50, 60) == np.round(100 * tile[0] ** 2)).all()
    assert len(model.detect(0 * tile, QUIET)) == 0


def test_instances_of_another_class_are_left_out(load_instances: Callable[..., Model]) -> None:
    assert len(load_instances(label=2).detect(bright(), QUIET)) == 0
    assert len(load_instances(label=2, classes=("cloud", "landslide")).detect(bright(), QUIET)) == 3


@pytest.mark.parametrize("name", ["boxes", "scores", "labels", "masks"])
def test_a_missing_output_is_named(name: str, load_instances: Callable[..., Model]) -> None:
    others = ", ".join(each for each in ("boxes", "scores", "labels", "masks") if each != name)
    assert refusal(lambda: load_instances(drop_output=name)) == (
        f"The model i.onnx lacks the output {name!r} (it has {others}); a model of instances gives boxes, scores, "
        "labels, masks. Export it again."
    )


def test_a_model_of_instances_reads_one_tile(load_instances: Callable[..., Model]) -> None:
    assert refusal(lambda: load_instances(batch=4)) == (
        "The model i.onnx reads 4 tiles at once; a model of instances reads one. Export it again."
    )


def test_detection_is_cancelled_while_it_runs(
    load_instances: Callable[..., Model], progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, freed, running = load_instances(), threading.Event(), []

    def run(_outputs: object, _inputs: object, options: Any) -> None:
        running.append(options)
        freed.wait()

    monkeypatch.setattr(model, "_session", SimpleNamespace(run=run))
    progress.cancel_after = 1
    try:
        with pytest.raises(Cancelled):
            model.detect(bright(), progress)
    finally:
        freed.set()
    assert running[0].terminate is True
