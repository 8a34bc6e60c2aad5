from __future__ import annotations

import json

import numpy as np
import onnx
import pytest
import torch
from onnx import numpy_helper
from scarp.engine.contract import read_contract
from scarp.engine.errors import ScarpError
from scarp.models.augmentation import MEAN, STD
from scarp.models.export import LARGEST_HALVED, SMALLEST_HALVED, contract_for, export, main, tile_multiple
from scarp.models.job import Job, Source
from scarp.models.networks import build

pytestmark = pytest.mark.filterwarnings("ignore")  # PyTorch's, of its own exporter
UNET = Job([Source("hills")], [], "run", network="unet", settings={"width": 8, "norm": True}, resolution_m=(0.5, 4.0))
LITE = Job([], [], "run", settings={"decoder": [16, 12, 8, 8]})


def contract(job, threshold=0.4):
    return contract_for(job, threshold, {"f1": 0.7}, {"data": ["hills"]}, "3")


def trained(job, seed=0):
    """A network whose norms have seen something, its weights such that a file holds them exactly."""
    torch.manual_seed(seed)
    network = build(job.network, job.settings).train()
    with torch.no_grad():
        for _ in range(30):
            network(torch.randn(2, 3, 64, 64))
        deviation = network(torch.randn(2, 3, 64, 64)).std()
        network.output.weight *= 1.5 / deviation  # probabilities far from each other, and not all 0 or 1
        for value in network.state_dict().values():
            if value.numel() >= SMALLEST_HALVED and value.abs().max() <= LARGEST_HALVED:
                value.copy_(value.half())
    return network.eval()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Both networks with their files."""
    found, threads = {}, torch.get_num_threads()
    torch.set_num_threads(1)
    for name, job in (("unet", UNET), ("lite", LITE)):
        path = tmp_path_factory.mktemp("models") / f"{name}.onnx"
        network = trained(job)
        export(network, contract(job), path)
        found[name] = network, path
    yield found
    torch.set_num_threads(threads)


def test_the_contract_is_read_back(files):
    assert read_contract(files["unet"][1]) == contract(UNET)
    read = read_contract(files["lite"][1])
    assert (read.kind, read.classes, read.bands) == ("semantic", ("landslide",), ("red", "green", "blue"))
    assert (read.value_range, read.mean, read.std) == ((0.0, 255.0), MEAN, STD)
    assert (read.multiple, read.threshold, read.version) == (32, 0.4, "3")
    assert read.network == {"name": "efficientnet_unet", "settings": {"decoder": [16, 12, 8, 8]}, "scales": [1.0]}
    assert contract(UNET).multiple == 16
    assert contract(UNET).resolution_m == (0.5, 4.0)


def test_tiles_divide_by_the_stride_at_each_scale():
    assert tile_multiple(32, [1.0]) == 32
    assert tile_multiple(32, [1.0, 0.5]) == 64
    assert tile_multiple(32, [1.0, 0.75, 0.5]) == 128


def test_scales_are_averaged_before_the_sigmoid(files, tmp_path):
    runtime = pytest.importorskip("onnxruntime")
    network = files["lite"][0]
    two = contract_for(LITE, 0.4, {"f1": 0.7}, {"data": ["hills"]}, "3", (1.0, 0.5))
    export(network, two, tmp_path / "two.onnx")
    read = read_contract(tmp_path / "two.onnx")
    assert (read.multiple, read.network["scales"]) == (64, [1.0, 0.5])
    image = torch.randn(1, 3, 128, 64, generator=torch.Generator().manual_seed(3))
    with torch.no_grad():
        # Halving by bilinear interpolation is the mean of 2 x 2 pixels.
        half = network(torch.nn.functional.avg_pool2d(image, 2))
        half = torch.nn.functional.interpolate(half, scale_factor=2.0, mode="bilinear", align_corners=False)
        expected = torch.sigmoid((network(image) + half) / 2).numpy()
    session = runtime.InferenceSession(str(tmp_path / "two.onnx"), providers=["CPUExecutionProvider"])
    (given,) = session.run(None, {"image": image.numpy()})
    assert given.shape == expected.shape
    assert np.abs(given - expected).max() < 1e-4


@pytest.mark.parametrize("name", ["unet", "lite"])
def test_onnx_runtime_gives_what_pytorch_gives(files, name):
    runtime = pytest.importorskip("onnxruntime")
    network, path = files[name]
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1
    session = runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    for shape in ((1, 3, 64, 64), (2, 3, 96, 160)):
        image = torch.randn(shape, generator=torch.Generator().manual_seed(1))
        with torch.no_grad():
            expected = torch.sigmoid(network(image)).numpy()
        (probability,) = session.run(["probability"], {"image": image.numpy()})
        assert probability.shape == expected.shape == (shape[0], 1, *shape[2:])
        assert expected.std() > 0.01
        assert np.abs(probability - expected).max() <= 1e-4


@pytest.mark.parametrize("name", ["unet", "lite"])
def test_weights_keep_their_names_and_are_halved(files, name):
    network, path = files[name]
    graph = onnx.load(str(path)).graph
    stored = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    state = {key: value for key, value in network.state_dict().items() if not key.endswith("num_batches_tracked")}
    assert set(state) <= set(stored)
    for key, value in state.items():
        assert stored[key].dtype == (np.float16 if value.numel() >= 256 else np.float32), key
        np.testing.assert_array_equal(stored[key], value.numpy().astype(stored[key].dtype))
    full = sum(value.numel() * 4 for value in state.values())
    assert 0.5 * full < path.stat().st_size < 0.56 * full + 40_000
    assert "BatchNormalization" in {node.op_type for node in graph.node}


def test_numbers_too_large_for_half_precision_stay_as_they_are(tmp_path):
    network = trained(UNET)
    with torch.no_grad():
        network.decoder[0][0].weight[0, 0, 0, 0] = 1e5
    export(network, contract(UNET), tmp_path / "model.onnx")
    graph = onnx.load(str(tmp_path / "model.onnx")).graph
    stored = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    assert stored["decoder.0.0.weight"].dtype == np.float32
    assert stored["decoder.0.0.weight"][0, 0, 0, 0] == 1e5


def test_a_senseless_contract_leaves_the_old_file(files, tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"old")
    with pytest.raises(ScarpError, match=r"'scarp_threshold' of the model model\.onnx is 3, not a number from 0 to 1"):
        export(files["unet"][0], contract(UNET, 3), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_a_sentence(files, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    message = r"^The model .*file/model\.onnx cannot be written \(.+\); choose another file\.$"
    with pytest.raises(ScarpError, match=message):
        export(files["unet"][0], contract(UNET), tmp_path / "file" / "model.onnx")


@pytest.fixture
def run(tmp_path):
    """Job, checkpoint and scores on disk."""
    UNET.save(tmp_path / "job.json")
    network = build(UNET.network, UNET.settings)
    torch.save({"averaged": network.state_dict(), "epoch": 2}, tmp_path / "best.pt")
    (tmp_path / "scores.json").write_text(json.dumps({"bijie val": {"f1": 0.75}}), encoding="utf-8")
    return [str(tmp_path / name) for name in ("job.json", "best.pt", "model.onnx")], network


def test_the_command_exports_a_checkpoint(run, tmp_path, capsys):
    arguments, network = run
    more = ["--threshold", "0.45", "--scores", str(tmp_path / "scores.json"), "--training", "two epochs",
            "--version", "7"]  # fmt: skip
    assert main([*arguments, *more]) == 0
    read = read_contract(tmp_path / "model.onnx")
    assert (read.threshold, read.version, read.scores) == (0.45, "7", {"bijie val": {"f1": 0.75}})
    assert read.training == {"data": ["hills"], "recipe": "two epochs", "seed": 0}
    assert read.network == {"name": "unet", "settings": UNET.settings, "scales": [1.0]}
    size = (tmp_path / "model.onnx").stat().st_size
    assert capsys.readouterr().out == f"{tmp_path / 'model.onnx'}: {size / 1e6:.1f} MB\n"
    stored = {entry.name: entry for entry in onnx.load(str(tmp_path / "model.onnx")).graph.initializer}
    bias = numpy_helper.to_array(stored["output.bias"])
    assert bias.tolist() == network.output.bias.tolist()


def test_the_command_says_what_is_wrong(run, tmp_path, capsys):
    arguments, _ = run
    job, checkpoint, output = arguments
    other = tmp_path / "other.pt"
    torch.save(build("unet", {"width": 8, "norm": True, "classes": 2}).state_dict(), other)
    for given, message in (
        ([job, str(tmp_path / "none.pt"), output], "none.pt cannot be read"),
        ([job, str(other), output], "other.pt lacks 2 tensors of the job's network, such as output.weight; choose"),
        ([str(tmp_path / "none.json"), checkpoint, output], "none.json cannot be read"),
        ([*arguments, "--scores", checkpoint], "best.pt cannot be read"),
        ([*arguments, "--threshold", "3"], "'scarp_threshold' of the model model.onnx is 3.0"),
    ):
        assert main(given) == 2
        assert message in capsys.readouterr().err
    assert not (tmp_path / "model.onnx").exists()
